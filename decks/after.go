package decks

import "fmt"

// checkAfter tells of ids in after that no question of a deck has, and of
// questions that wait for each other.
func checkAfter(d *Deck, parts []*reader, byID map[string]*Question) {
	var names []string
	if len(byID) <= maxSuggestions {
		names = sortedKeys(byID)
	}
	readers := map[string]*reader{}
	for _, r := range parts {
		readers[r.src.file] = r
		r.checkAfter(byID, names)
	}
	w := waiting{byID: byID, state: map[*Question]groupState{}}
	for _, q := range d.Questions {
		w.walk(q)
	}
	for _, q := range w.closing {
		r := readers[q.File]
		r.number = q.Number
		r.add(fault{path: steps{"question", q.Number - 1, "after"}, place: onKey,
			message: "after makes a circle: the question waits for itself", hint: "remove one of the ids"})
		r.number = 0
	}
}

// checkAfter tells of the ids in one file that no question of the deck has.
func (r *reader) checkAfter(byID map[string]*Question, names []string) {
	check := func(after []string, at ...any) {
		for i, id := range after {
			if byID[id] != nil {
				continue
			}
			hint := didYouMean(id, names)
			if hint == "" && r.explicit {
				hint = "if it is in another part of the deck, name that file too"
			}
			r.add(fault{path: append(append(steps{}, at...), "after", i), hint: hint,
				message: fmt.Sprintf("after names %s, which no question of the deck has as its id", quote(id))})
		}
	}
	check(r.defaults.after, "defaults")
	for _, name := range sortedKeys(r.groups) {
		if g := r.groups[name]; g.own&keyAfter != 0 {
			check(g.eff.after, "group", name)
		}
	}
	for i, q := range r.questions {
		if q.ownAfter {
			r.number = q.Number
			check(q.After, "question", i)
		}
	}
	r.number = 0
}

// waiting walks from questions to those that they wait for.
type waiting struct {
	byID    map[string]*Question
	state   map[*Question]groupState
	closing []*Question // those whose after leads back to where a walk has been
}

// walk goes from q to everything that it waits for, to no question twice.
func (w *waiting) walk(q *Question) {
	if len(q.After) == 0 || w.state[q] != unresolved {
		return
	}
	w.state[q] = resolving
	for _, id := range q.After {
		next := w.byID[id]
		if next == nil {
			continue
		}
		if w.state[next] == resolving {
			w.closing = append(w.closing, q)
			break
		}
		w.walk(next)
	}
	w.state[q] = resolved
}
