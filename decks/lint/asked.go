package lint

import (
	"hash/maphash"
	"slices"
	"strings"

	"recto/decks"
)

// asked is one side of a question as the search for twins compares it. The
// keys are hashes of 64 bits: equal keys, equal texts.
type asked struct {
	question *decks.Question
	order    int32 // of the question in the check; both sides have the same
	reverse  bool

	scene   uint64   // what stands around: language, pictures, texts of groups, items to arrange
	place   uint64   // deck and group
	strict  uint64   // the words and signs in order, capitals and articles kept
	folded  uint64   // the same in lower case without articles
	said    uint64   // the same as the key of an answer
	picks   uint64   // the options to pick from, and the unit that is asked for
	answers []uint64 // the forms that are right
	content []uint32 // numbers of the words that say what is asked; each once, sorted
	names   []uint32 // of the content what decides, each once, sorted
	figures uint64   // the figures and signs in order: 2 × 3 is not 3 × 2
	length  int      // how many words and signs there are
	either  bool     // true or false: the answer tells nothing
	cloze   bool
}

// maxForms is how many right forms of an answer are compared.
const maxForms = 8

// reading turns questions into what is compared. Words are numbered in the
// order in which they are met.
type reading struct {
	tongues map[string]*tongue
	numbers map[string]uint32
	words   []string
	seed    maphash.Seed
}

func newReading() *reading {
	return &reading{tongues: map[string]*tongue{}, numbers: map[string]uint32{}, seed: maphash.MakeSeed()}
}

// key returns the hash of parts that are kept apart.
func (r *reading) key(parts ...string) uint64 {
	var h maphash.Hash
	h.SetSeed(r.seed)
	for _, p := range parts {
		h.WriteString(p)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// join returns the hash of hashes.
func (r *reading) join(keys ...uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, k := range keys {
		h ^= k
		h *= 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// tongue returns what is known of a language.
func (r *reading) tongue(language string) *tongue {
	if r.tongues[language] == nil {
		r.tongues[language] = newTongue(language)
	}
	return r.tongues[language]
}

// sides returns what a question asks, each side of it.
func (r *reading) sides(q *decks.Question, order int32) []asked {
	picks := picksOf(q)
	side := asked{question: q, order: order, scene: r.sceneOf(q, picks), place: r.key(placeOf(q)...), picks: r.key(append(picks, q.Unit)...),
		either: q.Kind == decks.TrueFalse, cloze: q.Kind == decks.Cloze}
	r.readAsk(&side, filled(q))
	side.answers = r.answersOf(q)
	all := []asked{side}
	if q.Reverse != nil {
		all = append(all, r.reversed(side, q))
	}
	return all
}

// sceneOf returns the key of what stands around a question; picks are its
// options, which are part of that where all of them must be arranged.
func (r *reading) sceneOf(q *decks.Question, picks []string) uint64 {
	scene := []string{language(q), q.Image}
	for _, g := range q.Group.Path() {
		scene = append(scene, g.Text, g.Image)
	}
	if q.Kind == decks.Order || q.Kind == decks.Match {
		scene = append(scene, picks...)
	}
	return r.key(scene...)
}

// placeOf returns what names the deck and the group of a question.
func placeOf(q *decks.Question) []string {
	if q.Group == nil {
		return []string{q.Deck.ID, "", ""}
	}
	return []string{q.Deck.ID, q.Group.File, q.Group.Name}
}

// picksOf returns all that a question shows to pick from or to arrange, sorted.
func picksOf(q *decks.Question) []string {
	var picks []string
	for _, v := range q.Choices {
		picks = append(picks, v.Text)
	}
	for _, v := range q.Lefts {
		picks = append(picks, v.Text)
	}
	if q.Kind == decks.Order || q.Kind == decks.Match {
		for _, a := range q.Answers {
			picks = append(picks, a.Text)
		}
	}
	slices.Sort(picks)
	return picks
}

// filled returns what a question asks, of a cloze with its gaps filled in.
func filled(q *decks.Question) string {
	if q.Kind != decks.Cloze {
		return q.Ask
	}
	var b strings.Builder
	b.WriteString(q.Ask + "\n")
	at := 0
	for _, g := range q.Gaps {
		b.WriteString(q.Text[at:g.Start] + g.Text)
		at = g.End
	}
	b.WriteString(q.Text[at:])
	return b.String()
}

func (r *reading) reversed(side asked, q *decks.Question) asked {
	side.reverse = true
	for _, c := range q.Cards() {
		if c.Face != decks.ReverseFace {
			continue
		}
		r.readAsk(&side, c.Ask())
		side.answers = nil
		for _, a := range c.Answers() {
			side.answers = append(side.answers, r.answer(a.Text))
			for _, v := range a.Accept {
				side.answers = append(side.answers, r.answer(v.Text))
			}
		}
	}
	side.answers = side.answers[:min(len(side.answers), maxForms)]
	return side
}

// readAsk reads the text of what is asked.
func (r *reading) readAsk(side *asked, text string) {
	language := language(side.question)
	l := r.tongue(language)
	all := tokens(text, l)
	var figures, said []string
	strict, folded := make([]string, 0, len(all)), make([]string, 0, len(all))
	side.content, side.names, side.length = nil, nil, len(all)
	for _, t := range all {
		strict = append(strict, t.text)
		if counts(t, len(all), r.tongue("en")) {
			said = append(said, t.fold)
		}
		if len(all) <= 2 || t.kind != plainWord || !l.articles[t.fold] {
			folded = append(folded, t.fold)
		}
		if t.kind == figure || t.kind == sign {
			figures = append(figures, t.fold)
		}
		if t.kind == plainWord && l.stop[t.fold] && !l.decisive[t.fold] {
			continue
		}
		word := t.fold
		if t.kind == plainWord || t.kind == nameWord {
			word = family(word, language)
		}
		n := r.number(word)
		side.content = append(side.content, n)
		if t.decides(l) {
			side.names = append(side.names, n)
		}
	}
	if len(strict) > 0 && !side.reverse {
		strict[0] = strings.ToLower(strict[0])
	}
	side.strict, side.folded, side.said, side.figures = r.key(strict...), r.key(folded...), r.key(said...), r.key(figures...)
	if side.either {
		side.content = ordered(r, side.content)
	}
	slices.Sort(side.content)
	side.content = slices.Compact(side.content)
	slices.Sort(side.names)
	side.names = slices.Compact(side.names)
}

// ordered returns one number for words whose order counts.
func ordered(r *reading, content []uint32) []uint32 {
	var b strings.Builder
	for _, n := range content {
		b.WriteString(r.words[n] + "\x00")
	}
	return []uint32{r.number(b.String())}
}

func (r *reading) number(word string) uint32 {
	n, known := r.numbers[word]
	if !known {
		n = uint32(len(r.words))
		r.numbers[word] = n
		r.words = append(r.words, word)
	}
	return n
}

// answersOf returns the forms that answer a question: of one answer each that
// is right, of several items all of them together.
func (r *reading) answersOf(q *decks.Question) []uint64 {
	var forms []uint64
	add := func(s string) {
		if k := r.answer(s); !slices.Contains(forms, k) && len(forms) < maxForms {
			forms = append(forms, k)
		}
	}
	switch {
	case len(q.Answers) == 1 && len(q.Gaps) == 0:
		add(q.Answers[0].Text)
		for _, v := range q.Answers[0].Accept {
			add(v.Text)
		}
	case q.Kind == decks.Cloze:
		var texts []string
		for _, g := range q.Gaps {
			texts = append(texts, g.Text)
		}
		add(strings.Join(texts, "\n"))
		if len(q.Gaps) == 1 {
			for _, v := range q.Gaps[0].Accept {
				add(v.Text)
			}
		}
	default:
		var texts []string
		for _, a := range q.Answers {
			texts = append(texts, a.Text)
		}
		if q.Kind != decks.Order {
			slices.Sort(texts)
		}
		add(strings.Join(texts, "\n"))
	}
	return forms
}

// counts reports whether a token is part of an answer of so many.
func counts(t token, of int, l *tongue) bool { return of == 1 || !l.articles[t.fold] }

// answer returns the key of a form of an answer: case, articles and what only
// ends or joins words do not count.
func (r *reading) answer(s string) uint64 {
	l := r.tongue("en")
	var parts []string
	all := tokens(s, l)
	for _, t := range all {
		if counts(t, len(all), l) {
			parts = append(parts, t.fold)
		}
	}
	return r.key(parts...)
}
