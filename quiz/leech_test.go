package quiz_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// A card that becomes a leech is told, and what the options say is done to it
// in the same action: one undo takes all of it back.
func TestLeechAction(t *testing.T) {
	for _, row := range []struct {
		action    quiz.LeechAction
		suspended bool
		flag      int
		events    int
	}{
		{"", false, 0, 2},
		{quiz.LeechTell, false, 0, 2},
		{quiz.LeechSuspend, true, 0, 3},
		{quiz.LeechMark, false, quiz.LeechFlag, 3},
	} {
		p := review(today)
		p.Lapses = 7
		d := sit(t, itemsOf(map[string]quiz.Progress{"a": p}, deckOf("d", "a", "b")), func(o *quiz.SessionOptions) { o.Leeches = row.action })
		before := d.session.View()
		d.do(look, again)
		v := d.session.View()
		if v.Leech == nil || v.Leech.Lapses != 8 || v.Leech.Action != row.action || english.Advice(*v.Leech) == "" {
			t.Errorf("%q: %+v", row.action, v.Leech)
		}
		if len(d.journal.events) != row.events {
			t.Errorf("%q: %d events, want %d", row.action, len(d.journal.events), row.events)
		}
		got := d.journal.fold(t)[before.Card.ID]
		if got.Suspended != row.suspended || got.Flag != row.flag {
			t.Errorf("%q: suspended %v, flag %d", row.action, got.Suspended, got.Flag)
		}
		if waits := v.Left.Learning; (waits == 1) == row.suspended {
			t.Errorf("%q: %d cards wait for a step", row.action, waits)
		}
		d.do(undo)
		if p := d.journal.fold(t)[before.Card.ID]; p != (quiz.Progress{}) {
			t.Errorf("%q: after an undo %+v", row.action, p)
		}
		if after := d.session.View(); after.Card.ID != before.Card.ID || after.Progress != before.Progress {
			t.Errorf("%q: after an undo %v, %+v", row.action, after.Card.ID, after.Progress)
		}
	}
}

// What was answered wrongly twice or more is named with the cards that it is the
// answer of; what the learner rated Good or Easy was not wrong.
func TestConfusions(t *testing.T) {
	wrote := func(response, match string) quiz.Event {
		return quiz.Event{Kind: quiz.ReviewEvent, Review: &quiz.ReviewBody{Rating: quiz.Again, Response: response, Match: match}}
	}
	overruled := func(rating quiz.Rating) quiz.Event {
		e := wrote("Nice", "wrong")
		e.Review.Rating = rating
		return e
	}
	card := decks.CardID{Deck: "d", Question: "paris", Face: "ask"}
	lyon := decks.CardID{Deck: "d", Question: "lyon", Face: "ask"}
	answers := map[string][]decks.CardID{"lyon": {lyon}, "nice": {{Deck: "d", Question: "paris", Face: "reverse"}}}
	got := quiz.Confusions(card, []quiz.Event{
		wrote("Nice", "wrong"), wrote("Lyon", "wrong"), wrote("Paris", "correct"), wrote("  *LYON* ", "wrong"), wrote("", ""),
		wrote("Lille", "wrong"), wrote("nice", "wrong"), wrote("lyon", "wrong"), wrote(" ", "wrong"),
		overruled(quiz.Good), overruled(quiz.Easy),
	}, func(text string) []decks.CardID { return answers[text] })
	want := []quiz.Confusion{{Response: "lyon", Times: 3, Cards: []decks.CardID{lyon}}, {Response: "nice", Times: 2}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if words := english.Confusion(got[0]); words != "you wrote lyon 3 times, the answer of d/lyon/ask" {
		t.Error(words)
	}
}

// With a load, what is shown is what is taken, an undo shows the same again, and
// the load is what the session has made of it.
func TestSessionKeepsLoad(t *testing.T) {
	deck := deckOf("d", "a", "b", "c", "e", "f", "g", "h")
	states := map[string]quiz.Progress{}
	load := &quiz.Load{Even: true}
	for _, q := range deck.Questions {
		p := review(today)
		states[q.ID] = p
		load.Count(&p)
	}
	items := itemsOf(states, deck)
	scheduler, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	d := sit(t, items, func(o *quiz.SessionOptions) { o.Load = load })
	of := func(c decks.Card) quiz.Scheduler { return weighed{scheduler, load, c.ID} }
	d.session = quiz.NewSession(items, of, saying{}, quiz.SessionOptions{Start: noon, Seed: 1, Random: rand.NewChaCha8([32]byte{2}), Load: load})
	taken := map[decks.CardID]quiz.Day{}
	for range items {
		d.do(look)
		v := d.session.View()
		shown := v.Ratings
		d.do(good, undo)
		if again := d.session.View().Ratings; again != shown {
			t.Fatalf("shown %+v, after an undo %+v", shown, again)
		}
		d.do(good)
		due := d.journal.fold(t)[v.Card.ID].DueDay
		if want := shown[quiz.Good-1].Progress.DueDay; due != want {
			t.Fatalf("shown %v, taken %v", want, due)
		}
		taken[v.Card.ID] = due
	}
	days := map[quiz.Day]int{}
	for _, due := range taken {
		days[due]++
	}
	for day, n := range days {
		if load.Due(day) != n {
			t.Errorf("%v has %d cards, the load says %d", day, n, load.Due(day))
		}
		if n > 1 {
			t.Errorf("%d of %d alike cards come on %v", n, len(items), day)
		}
	}
}

// weighed is a scheduler that weighs days by a load.
type weighed struct {
	s    *fsrs.Scheduler
	load *quiz.Load
	id   decks.CardID
}

func (w weighed) Preview(p quiz.Progress, now quiz.Moment, seed uint64) [4]quiz.Progress {
	return w.s.Balanced(func(today quiz.Day, low, high, interval int) []float64 {
		return w.load.Weights(w.id, p, today, low, high, interval)
	}).Preview(p, now, seed)
}
