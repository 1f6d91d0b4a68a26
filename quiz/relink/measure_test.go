package relink_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"recto/decks"
)

// tally counts what became of the edits of one kind.
type tally struct{ edits, carried, asked, lost, wrong int }

// measure makes n edits of each kind, one to four of a kind at a time, on the
// decks of the library and on a made one, and counts what becomes of them.
// Odd calls told where edits were lost or wrong.
func measure(t testing.TB, seed uint64, n int, tell func(kind, what, text string)) map[string]*tally {
	t.Helper()
	all := map[string]*tally{}
	sources := []*decks.Deck{libraryDeck(t, "north-korea-russia"), libraryDeck(t, "spaced-repetition"), madeDeck(t)}
	for k, e := range edits() {
		rng := rand.New(rand.NewPCG(seed, uint64(k)))
		sum := &tally{}
		all[e.name] = sum
		for tries := 0; sum.edits < n && tries < 40*n; tries++ {
			w := newWorld(rng, sources[[]int{0, 0, 1, 2, 2}[rng.IntN(5)]], e.name == "id changed")
			var results []result
			for range 1 + rng.IntN(4) {
				r, ok := e.do(w)
				if !ok {
					results = nil
					break
				}
				results = append(results, r)
				if e.name == "file renamed" {
					break
				}
			}
			if len(results) > 0 {
				w.count(t, e, results, sum, tell)
			}
		}
	}
	return all
}

// count finds what changed and compares it with what was done.
func (w *world) count(t testing.TB, e edit, results []result, sum *tally, tell func(kind, what, text string)) {
	moves, plan := w.find(t)
	asked := map[decks.CardID]bool{}
	for _, c := range plan.Asked {
		for _, m := range c.Moves {
			asked[m.From] = true
		}
	}
	there := map[decks.CardID]bool{}
	for _, d := range w.now {
		for _, q := range d.Questions {
			for _, c := range q.Cards() {
				there[c.ID] = true
			}
		}
	}
	edited := map[decks.CardID]bool{}
	for _, r := range results {
		sum.edits++
		what := w.outcome(e, r, moves, asked, there)
		for from := range r.cards {
			edited[from] = true
		}
		switch what {
		case "carried":
			sum.carried++
		case "asked":
			sum.asked++
		case "lost":
			sum.lost++
		case "wrong":
			sum.wrong++
		}
		if what == "wrong" || e.want == carry && what != "carried" {
			tell(e.name, what, r.text)
		}
	}
	for from := range moves { // and nothing else has moved
		if !edited[from] && e.name != "file renamed" {
			sum.wrong++
			tell(e.name, "wrong", from.String()+" was not edited")
		}
	}
}

// outcome tells what became of the cards of one edited question.
func (w *world) outcome(e edit, r result, moves map[decks.CardID]decks.CardID, asked, there map[decks.CardID]bool) string {
	best := "lost"
	for from, want := range r.cards {
		if _, known := w.progress[from]; !known {
			continue
		}
		to, moved := moves[from]
		if !moved && there[from] {
			to = from
		}
		switch {
		case e.want == refuse && moved, e.want != refuse && to != (decks.CardID{}) && to != want:
			return "wrong"
		case e.want != refuse && to == want && want != (decks.CardID{}):
			best = "carried"
		case asked[from]:
			if best != "carried" {
				best = "asked"
			}
		case best == "carried" && e.want == carry: // one face was carried and another was not
			return "lost"
		}
	}
	return best
}

// report prints the tallies and returns their sums over the kinds that should
// be carried, and all that were carried wrongly.
func report(t testing.TB, seed uint64, all map[string]*tally) (should, carried, wrong int) {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d\n%-30s %6s %8s %6s %6s %6s\n", seed, "kind", "edits", "carried", "asked", "lost", "wrong")
	total := 0
	for _, e := range edits() {
		s := all[e.name]
		note := ""
		switch e.want {
		case may:
			note = "  may be carried"
		case refuse:
			note = "  must not be"
		}
		fmt.Fprintf(&b, "%-30s %6d %8d %6d %6d %6d%s\n", e.name, s.edits, s.carried, s.asked, s.lost, s.wrong, note)
		total += s.edits
		wrong += s.wrong
		if e.want == carry {
			should += s.edits
			carried += s.carried
		}
	}
	fmt.Fprintf(&b, "%d edits; of %d that should be, %d carried: %.1f %%; %d wrongly", total, should, carried, 100*float64(carried)/float64(should), wrong)
	t.Log(b.String())
	return should, carried, wrong
}

// A thousand edits by a seed on which no threshold was chosen: at least 97 of
// a hundred histories that should be carried are, and none wrongly. Another
// seed is tried with RECTO_SEED.
func TestEdits(t *testing.T) {
	seed := uint64(20261123)
	if text := os.Getenv("RECTO_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	told := map[string]int{}
	should, carried, wrong := report(t, seed, measure(t, seed, 40, func(kind, what, text string) {
		if told[kind+what]++; what == "wrong" || told[kind+what] <= 2 {
			t.Logf("%s, %s: %s", kind, what, text)
		}
	}))
	if wrong > 0 {
		t.Errorf("%d histories were carried to another question", wrong)
	}
	if 100*carried < 97*should {
		t.Errorf("of %d histories %d were carried", should, carried)
	}
}
