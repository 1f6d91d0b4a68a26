package quiz_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
)

// resumed returns a desk at which a session goes on where another one stood,
// with the cards that a queue would have now.
func resumed(t require, d *desk, all []quiz.Item) *desk {
	at, ok := d.session.Standstill()
	if !ok {
		t.Fatalf("nothing is left of the session")
	}
	known := d.journal.fold(t)
	items := slices.Clone(all)
	for i := range items {
		items[i].Progress = known[items[i].Card.ID]
	}
	next := sit(t, quiz.Queue(items, d.now, quiz.Limits{New: quiz.Unlimited, Reviews: quiz.Unlimited, Session: quiz.Unlimited}, 1), func(o *quiz.SessionOptions) {
		o.Start, o.Resume, o.Random = d.now, &at, rand.NewChaCha8([32]byte{2})
	})
	next.journal, next.now = d.journal, d.now
	return next
}

// A session that ends before its last card goes on with the card that was on
// screen, under its number; what was skipped does not come.
func TestResume(t *testing.T) {
	items := itemsOf(nil, deckOf("d", "a", "b", "c", "e", "f"))
	d := sit(t, items)
	d.do(look, good)
	d.do(quiz.Input{Action: quiz.Skip})
	d.do(look, again)
	d.asks("e")
	was := d.session.View()
	d.wait(5 * time.Minute) // the step of c has ended meanwhile
	d = resumed(t, d, items)
	d.asks("e")
	if v := d.session.View(); v.Number != was.Number || v.Total != was.Total {
		t.Errorf("card %d of %d, was %d of %d", v.Number, v.Total, was.Number, was.Total)
	}
	d.do(look, easy)
	d.asks("c")
	if v := d.session.View(); v.Number != 3 {
		t.Errorf("c is card %d, was 3", v.Number)
	}
	d.do(look, easy)
	d.asks("f")
	if v := d.session.View(); v.Number != 5 || v.Total != 5 {
		t.Errorf("f is card %d of %d", v.Number, v.Total)
	}
	d.do(undo, undo)
	d.asks("e")
	d.do(easy, look, easy, look, easy)
	d.wait(10 * time.Minute)
	d.do(quiz.Input{Action: quiz.Tick})
	d.asks("a")
	d.do(look, easy)
	d.asks("")
	if at, ok := d.session.Standstill(); ok {
		t.Errorf("over, and yet it stands at %+v", at)
	}
}

// Wherever a session is interrupted, the next one has the same card on screen
// under the same number, and as many cards left.
func TestResumeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := itemsOf(nil, deckOf("d", "a", "b", "c", "e", "f", "g"))
		d := sit(t, items)
		inputs := []quiz.Input{again, good, easy, {Action: quiz.Skip}, undo}
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			v := d.session.View()
			if v.Phase == quiz.Finished {
				break
			}
			switch in := rapid.SampledFrom(inputs).Draw(t, "input"); {
			case in.Action == quiz.Rate:
				if v.Phase == quiz.Asked {
					d.do(look)
				}
				d.do(in)
			case in.Action != quiz.Undo || v.Undo:
				d.do(in)
			}
			d.wait(time.Duration(rapid.IntRange(0, 400).Draw(t, "seconds")) * time.Second)
		}
		was := d.session.View()
		if was.Phase == quiz.Finished {
			return
		}
		next := resumed(t, d, items)
		got := next.session.View()
		if got.Card.ID != was.Card.ID || got.Number != was.Number || got.Total != was.Total || got.Left != was.Left {
			t.Fatalf("%v, card %d of %d, left %+v; was %v, card %d of %d, left %+v",
				got.Card.ID, got.Number, got.Total, got.Left, was.Card.ID, was.Number, was.Total, was.Left)
		}
	})
}

func TestRetry(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b", "c")))
	if _, ok := d.session.Retry(d.now, 1); ok {
		t.Error("nothing was wrong, and yet it may be tried again")
	}
	d.do(look, again, look, good, look, again)
	var wrong []string
	for _, c := range d.session.View().Summary.Wrong {
		wrong = append(wrong, c.ID.Question)
	}
	if d.session.View().Phase == quiz.Finished && !slices.Equal(wrong, []string{"a", "c"}) {
		t.Errorf("wrong: %v", wrong)
	}
	committed := len(d.journal.events)
	retry, ok := d.session.Retry(d.now, 1)
	if !ok {
		t.Fatal("nothing to try again")
	}
	d.session = retry
	d.asks("a")
	d.do(look, again)
	d.asks("c")
	d.do(look, good)
	d.asks("a")
	d.do(look, good)
	d.asks("")
	if sum := d.session.View().Summary; sum.Cards != 2 || sum.Right != 50 {
		t.Errorf("%+v", sum)
	}
	if len(d.journal.events) != committed {
		t.Error("trying again was recorded")
	}
}

func TestOverruled(t *testing.T) {
	review := func(response, match string, r quiz.Rating) quiz.Event {
		return quiz.Event{Kind: quiz.ReviewEvent, Review: &quiz.ReviewBody{Rating: r, Response: response, Match: match}}
	}
	reviews := []quiz.Event{
		review("Wagadugu", "close", quiz.Good), review("wagadugu ", "wrong", quiz.Easy), review("Wagadugu", "wrong", quiz.Again),
		review("Wagadugu", "close", quiz.Hard), review("Wagadugu", "correct", quiz.Good), review("Paris", "wrong", quiz.Good),
		{Kind: quiz.SuspendEvent},
	}
	if n := quiz.Overruled(reviews, " WAGADUGU"); n != 2 {
		t.Errorf("counted %d times, want 2", n)
	}

	d := sit(t, itemsOf(nil, deckOf("d", "a")))
	d.do(quiz.Input{Action: quiz.Respond, Text: "wrong"})
	v := d.session.View()
	for _, tt := range []struct {
		name  string
		times int
		want  bool
	}{{"never", 0, false}, {"once", 1, false}, {"twice", 2, true}, {"three times", 3, false}, {"four times", 4, true}} {
		t.Run(tt.name, func(t *testing.T) {
			o, ok := quiz.OfferOf(v, slices.Repeat([]quiz.Event{review("wrong", "wrong", quiz.Good)}, tt.times))
			if ok != tt.want {
				t.Fatalf("offered: %v", ok)
			}
			want := quiz.Offer{Card: v.Card, Right: "answer a", Form: "wrong", Times: tt.times}
			if diff := cmp.Diff(want, o, sameQuestion, cmp.Comparer(func(a, b decks.Card) bool { return a.ID == b.ID })); ok && diff != "" {
				t.Error(diff)
			}
		})
	}
}
