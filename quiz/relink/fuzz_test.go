package relink_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/relink"
)

// FuzzFind: whatever two decks say, the same plan comes twice, no card goes to
// two places or to one that is not there, and no two become one.
func FuzzFind(f *testing.F) {
	for _, p := range pairs {
		f.Add(p.was, p.now)
	}
	f.Add(`cloze = "{{c1::a}} {{c2::b}} {{c1::c}}"`, `cloze = "{{c2::a}} {{c1::b}} {{c2::c}} {{c3::d}}"`)
	f.Add(`ask = "a"; answer = "b"; [[question]]; ask = "c"; answer = "b"`, `ask = "d"; answer = "b"`)
	f.Fuzz(func(t *testing.T, was, now string) {
		old, ok := fuzzDeck(was)
		if !ok {
			return
		}
		edited, ok := fuzzDeck(now)
		if !ok {
			return
		}
		in := relink.Input{
			Decks: []*decks.Deck{edited}, Path: func(*decks.Question) string { return "/facts.toml" },
			Progress: map[decks.CardID]quiz.Progress{},
			Where:    func(string, string) relink.Place { return relink.Gone },
		}
		for _, q := range old.Questions {
			in.Seen = append(in.Seen, quiz.SeenOf(q, "/facts.toml"))
			for _, c := range q.Cards() {
				in.Progress[c.ID] = quiz.Progress{Reps: 1}
			}
		}
		plan, err := relink.Find(in)
		if err != nil {
			t.Fatal(err) // the file is where it was
		}
		again, _ := relink.Find(in)
		if diff := cmp.Diff(movesOf(plan), movesOf(again)); diff != "" {
			t.Fatal(diff)
		}
		from, to := map[decks.CardID]bool{}, map[decks.CardID]bool{}
		for _, m := range movesOf(plan) {
			if from[m.From] || to[m.To] || m.From == m.To {
				t.Fatalf("%s to %s", m.From, m.To)
			}
			from[m.From], to[m.To] = true, true
			if _, known := in.Progress[m.From]; !known {
				t.Fatalf("%s has no history", m.From)
			}
		}
		for _, m := range movesOf(plan) {
			if _, known := in.Progress[m.To]; known && !from[m.To] {
				t.Fatalf("%s has a history of its own", m.To)
			}
		}
	})
}

func fuzzDeck(lines string) (*decks.Deck, bool) {
	d, err := decks.Parse("facts.toml", []byte("title = \"Facts\"\n[[question]]\n"+parted.Replace(lines)+"\n"), nil)
	return d, err == nil
}

func movesOf(p relink.Plan) (all []quiz.Relink) {
	for _, c := range append(p.Sure, p.Asked...) {
		all = append(all, c.Moves...)
	}
	return all
}
