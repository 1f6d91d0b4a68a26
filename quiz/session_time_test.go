package quiz_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/quiz"
)

// A rating that was undone counts for nothing, and the time between rating and
// undo is not the card's.
func TestSessionUndoneRating(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a")))
	d.do(look)
	d.wait(5 * time.Second)
	d.do(again)
	d.wait(time.Minute)
	d.do(undo)
	d.wait(2 * time.Second)
	d.do(easy)
	d.asks("")
	sum := d.session.View().Summary
	if sum.Ratings != [4]int{0, 0, 0, 1} || sum.Right != 100 || sum.Time != 7*time.Second || sum.Hardest != nil {
		t.Errorf("%+v", sum)
	}
	var review quiz.EventID
	for _, e := range d.journal.events {
		switch e.Kind {
		case quiz.ReviewEvent:
			if review.IsZero() {
				review = e.ID
			}
		case quiz.UndoEvent:
			if !slices.Equal(e.Undo, []quiz.EventID{review}) {
				t.Errorf("undo names %v, want the review %v alone", e.Undo, review)
			}
		}
	}
}

// What is shown is what is taken, also when a study day ends in between or the
// clock is set back.
func TestSessionClock(t *testing.T) {
	d := sit(t, itemsOf(map[string]quiz.Progress{"a": review(today), "b": review(today)}, deckOf("d", "a", "b")))
	d.do(look)
	d.now.At, d.now.Day = d.now.At.Add(time.Minute), today+1
	want := d.session.View().Ratings[2].Progress.DueDay
	d.do(good)
	if r := d.journal.events[1].Review; r.Day != today || r.DueDay != want || d.journal.events[1].At != d.now.At.UnixMilli() {
		t.Errorf("%+v, want due on %v", r, want)
	}
	d.do(look)
	d.wait(-time.Hour)
	d.do(good)
	if r := d.journal.events[3].Review; r.Taken != 0 {
		t.Errorf("%d ms taken", r.Taken)
	}
	if got := d.session.View().Summary.Time; got != time.Minute {
		t.Errorf("%v in all", got)
	}
}

// The same input after a failed commit is the same action, with the same ids,
// unless the card has changed meanwhile.
func TestSessionTriesTheSameAgain(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a")))
	d.do(look)
	try := func() []quiz.Event {
		in := good
		in.Moment = d.now
		events, err := d.session.Apply(in)
		if err != nil {
			t.Fatal(err)
		}
		_ = d.session.Settle(errors.New("disk full"))
		return events
	}
	first := try()
	d.wait(time.Minute)
	d.do(quiz.Input{Action: quiz.Tick})
	if diff := cmp.Diff(first, try()); diff != "" {
		t.Errorf("tried again: %s", diff)
	}
	d.session.Refresh(d.now, quiz.Progress{Flag: 1})
	if other := try(); other[0].ID == first[0].ID || other[1].At == first[1].At {
		t.Error("a changed card is rated as it was")
	}
}

func TestSessionSummary(t *testing.T) {
	d := sit(t, itemsOf(map[string]quiz.Progress{"f": step(quiz.Learning, time.Hour)}, deckOf("d", "a", "b", "c", "e", "f")))
	d.do(look, again, look, easy, look, easy, quiz.Input{Action: quiz.Skip})
	d.asks("a")
	d.do(quiz.Input{Action: quiz.Leave})
	sum := d.session.View().Summary
	if sum.Right != 67 || sum.Left != (quiz.Counts{Learning: 2}) || !sum.Next.Now {
		t.Errorf("%+v", sum)
	}
	d.wait(time.Hour)
	d.do(quiz.Input{Action: quiz.Tick})
	d.asks("")
	d.do(undo, look, easy, look, easy)
	if next := d.session.View().Summary.Next; !next.Now {
		t.Errorf("a card that was skipped still waits: %+v", next)
	}
}
