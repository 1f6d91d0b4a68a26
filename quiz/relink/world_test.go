package relink_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/library"
	"recto/quiz"
	"recto/quiz/relink"
)

// world is a deck that a learner knows some of, and the same deck after its
// author's edits.
type world struct {
	rng      *rand.Rand
	seen     []quiz.Seen
	progress map[decks.CardID]quiz.Progress
	now      []*decks.Deck
	path     map[*decks.Deck]string
	used     map[string]bool // ids of questions that were edited already
}

// newWorld makes a world of a deck whose questions have no ids, unless written:
// three of four were studied.
func newWorld(rng *rand.Rand, d *decks.Deck, written bool) *world {
	w := &world{rng: rng, progress: map[decks.CardID]quiz.Progress{}, path: map[*decks.Deck]string{}, used: map[string]bool{}}
	deck := *d
	deck.Questions = nil
	for _, q := range d.Questions {
		c := *q
		c.Deck = &deck
		if !written {
			identify(&c)
		}
		deck.Questions = append(deck.Questions, &c)
	}
	w.now = []*decks.Deck{&deck}
	w.path[&deck] = "/decks/" + deck.ID + ".toml"
	for _, q := range deck.Questions {
		if rng.IntN(4) > 0 {
			w.study(q)
		}
	}
	return w
}

// identify gives a question the id that follows from its text.
func identify(q *decks.Question) {
	text := q.Ask
	if q.Kind == decks.Cloze {
		text = ""
		at := 0
		for _, g := range q.Gaps {
			text += q.Text[at:g.Start] + "{{}}"
			at = g.End
		}
		text += q.Text[at:]
	}
	q.ID, q.Derived = decks.DerivedID(text, q.Image), true
}

func (w *world) study(q *decks.Question) {
	w.seen = append(w.seen, quiz.SeenOf(q, w.pathOf(q)))
	for _, c := range q.Cards() {
		w.progress[c.ID] = quiz.Progress{State: quiz.Review, Reps: 3, Stability: 10, Difficulty: 5}
	}
}

func (w *world) pathOf(q *decks.Question) string { return w.path[q.Deck] }

func (w *world) input() relink.Input {
	return relink.Input{
		Decks: w.now, Path: w.pathOf, Progress: w.progress, Seen: w.seen,
		Where: func(_, path string) relink.Place {
			if strings.HasPrefix(path, "/away") {
				return relink.Away
			}
			return relink.Gone
		},
	}
}

// find returns where the surely carried cards go.
func (w *world) find(t testing.TB) (moves map[decks.CardID]decks.CardID, plan relink.Plan) {
	t.Helper()
	plan, err := relink.Find(w.input())
	if err != nil {
		t.Fatal(err)
	}
	moves = map[decks.CardID]decks.CardID{}
	to := map[decks.CardID]decks.CardID{}
	for _, c := range plan.Sure {
		for _, m := range c.Moves {
			if was, ok := to[m.To]; ok {
				t.Fatalf("%s and %s both become %s", was, m.From, m.To)
			}
			if _, ok := moves[m.From]; ok {
				t.Fatalf("%s moves twice", m.From)
			}
			moves[m.From], to[m.To] = m.To, m.From
		}
	}
	return moves, plan
}

// pick returns a studied question that was not edited yet and that fits, nil
// when there is none.
func (w *world) pick(fits func(*decks.Question) bool) *decks.Question {
	d := w.now[0]
	for range 400 {
		q := d.Questions[w.rng.IntN(len(d.Questions))]
		if _, ok := w.progress[q.Cards()[0].ID]; ok && !w.used[q.ID] && (fits == nil || fits(q)) {
			w.used[q.ID] = true
			return q
		}
	}
	return nil
}

// add puts a question into a deck and gives it its id; false when the deck
// has such a question already.
func (w *world) add(q *decks.Question, at int) bool {
	d := w.now[0]
	q.Deck = d
	if slices.ContainsFunc(d.Questions, func(o *decks.Question) bool { return o.ID == q.ID }) {
		return false
	}
	d.Questions = slices.Insert(d.Questions, min(at, len(d.Questions)), q)
	return true
}

func (w *world) remove(q *decks.Question) int {
	i := slices.Index(w.now[0].Questions, q)
	w.now[0].Questions = slices.Delete(w.now[0].Questions, i, i+1)
	return i
}

// libraryDeck returns a deck of the library.
func libraryDeck(t testing.TB, name string) *decks.Deck {
	t.Helper()
	file, ok := library.Open(name)
	if !ok {
		t.Fatalf("no library deck %q", name)
	}
	d, err := decks.Parse(file.Path, file.Source, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// countries with capitals, continents and the year of a constitution; some
// names are a letter or two apart.
var countries = [][4]string{
	{"Austria", "Vienna", "Europe", "1920"}, {"Australia", "Canberra", "Oceania", "1901"},
	{"Iran", "Tehran", "Asia", "1979"}, {"Iraq", "Baghdad", "Asia", "2005"},
	{"Niger", "Niamey", "Africa", "2010"}, {"Nigeria", "Abuja", "Africa", "1999"},
	{"Slovakia", "Bratislava", "Europe", "1992"}, {"Slovenia", "Ljubljana", "Europe", "1991"},
	{"Gambia", "Banjul", "Africa", "1996"}, {"Zambia", "Lusaka", "Africa", "1991"},
	{"Mali", "Bamako", "Africa", "2023"}, {"Malta", "Valletta", "Europe", "1964"},
	{"Peru", "Lima", "South America", "1993"}, {"Chile", "Santiago", "South America", "1980"},
	{"Guinea", "Conakry", "Africa", "2010"}, {"Guyana", "Georgetown", "South America", "1980"},
	{"Latvia", "Riga", "Europe", "1922"}, {"Lithuania", "Vilnius", "Europe", "1992"},
	{"Paraguay", "Asunción", "South America", "1992"}, {"Uruguay", "Montevideo", "South America", "1967"},
	{"Dominica", "Roseau", "North America", "1978"}, {"Burkina Faso", "Ouagadougou", "Africa", "1991"},
	{"Norway", "Oslo", "Europe", "1814"}, {"Kenya", "Nairobi", "Africa", "2010"},
	{"Mauritania", "Nouakchott", "Africa", "1991"}, {"Mauritius", "Port Louis", "Africa", "1968"},
	{"Swaziland", "Mbabane", "Africa", "2005"}, {"Switzerland", "Bern", "Europe", "1999"},
	{"New Zealand", "Wellington", "Oceania", "1986"}, {"Japan", "Tokyo", "Asia", "1947"},
}

// nouns are words of a vocabulary deck.
var nouns = strings.Fields(`Hund:dog Haus:house Maus:mouse Baum:tree Raum:room Traum:dream Wasser:water Wetter:weather Messer:knife
	Feder:feather Leder:leather Wagen:car Magen:stomach Regen:rain Segen:blessing Schule:school Schuld:guilt Kirche:church Kirsche:cherry
	Kuchen:cake Küche:kitchen Straße:street Bruder:brother Schwester:sister Fenster:window Finster:dark Garten:garden Karten:cards`)

// madeDeck is a deck of the kind that is made by a list: few stems, many names.
func madeDeck(t testing.TB) *decks.Deck {
	t.Helper()
	var b strings.Builder
	b.WriteString("title = \"Made\"\n")
	for i, c := range countries {
		fmt.Fprintf(&b, "[[question]]\nask = \"What is the capital of %s?\"\nanswer = %q\n", c[0], c[1])
		fmt.Fprintf(&b, "[[question]]\nask = \"On which continent does %s lie?\"\nanswer = %q\n", c[0], c[2])
		fmt.Fprintf(&b, "[[question]]\nask = \"In which year was the present constitution of %s adopted?\"\nanswer = %s\n", c[0], c[3])
		fmt.Fprintf(&b, "[[question]]\nask = \"%s is a member of the United Nations.\"\nanswer = true\n", c[0])
		fmt.Fprintf(&b, "[[question]]\ncloze = \"The people of %s met in {{%s}} to found a {{republic}} in %d.\"\n", c[0], c[1], 1700+i*7)
		fmt.Fprintf(&b, "[[question]]\ncloze = \"%s, which lies in {{c1::%s}}, has {{c2::%s}} as its seat of government.\"\n", c[0], c[2], c[1])
		fmt.Fprintf(&b, "[[question]]\nask = \"How much is %d times %d?\"\nanswer = %d\n", i+3, i%7+12, (i+3)*(i%7+12))
	}
	for _, n := range nouns {
		de, en, _ := strings.Cut(n, ":")
		fmt.Fprintf(&b, "[[question]]\nask = %q\nanswer = %q\nreverse = true\n", de, en)
	}
	d, err := decks.Parse(filepath.Join("decks", "made.toml"), []byte(b.String()), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
