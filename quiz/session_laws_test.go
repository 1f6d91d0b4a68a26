package quiz_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
)

// drawInput draws anything that a learner may do, sensible or not.
func drawInput(t *rapid.T) quiz.Input {
	in := quiz.Input{Action: quiz.Action(rapid.IntRange(0, 11).Draw(t, "action"))}
	switch in.Action {
	case quiz.Respond:
		in.Text = rapid.SampledFrom([]string{"right", "close", "wrong", "?", " "}).Draw(t, "text")
	case quiz.Rate:
		in.Rating = quiz.Rating(rapid.IntRange(0, 5).Draw(t, "rating"))
	case quiz.Mark:
		in.Flag = rapid.IntRange(-1, 8).Draw(t, "flag")
	}
	return in
}

// drawQueue draws a few cards of every state.
func drawQueue(t *rapid.T) []quiz.Item {
	progress := map[string]quiz.Progress{}
	var ids []string
	for _, id := range []string{"a", "b", "c", "d", "e"}[:rapid.IntRange(0, 5).Draw(t, "cards")] {
		ids = append(ids, id)
		switch rapid.IntRange(0, 3).Draw(t, id) {
		case 1:
			progress[id] = review(today)
		case 2:
			progress[id] = step(quiz.Learning, time.Duration(rapid.IntRange(-1, 60).Draw(t, "wait"))*time.Minute)
		case 3:
			progress[id] = step(quiz.Relearning, 0)
		}
	}
	return quiz.Queue(itemsOf(progress, deckOf("d", ids...)), noon, quiz.DefaultLimits(), rapid.Uint64().Draw(t, "seed"))
}

// Whatever a learner does, and however often saving fails: nothing panics, each
// rating that was taken is in the journal once and none that was not, and
// undoing everything brings back each view there was, and the history that
// was.
func TestSessionLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		queue := drawQueue(t)
		d := sit(t, queue)
		failing := rapid.Bool().Draw(t, "failing")
		d.journal.fails = func() bool { return failing && rapid.IntRange(0, 2).Draw(t, "fail") == 0 }

		type stand struct {
			view quiz.View
			fold map[decks.CardID]quiz.Progress
		}
		stack := []stand{}
		ratings := 0
		for range rapid.IntRange(1, 60).Draw(t, "inputs") {
			d.wait(time.Duration(rapid.IntRange(0, 400).Draw(t, "seconds")) * time.Second)
			in := drawInput(t)
			before := stand{d.session.View(), d.journal.fold(t)}
			err := d.try(in)
			after := d.session.View()
			switch {
			case err != nil:
				before.view.Fault, after.Fault = nil, nil
				if diff := diffViews(before.view, after); diff != "" {
					t.Fatalf("%+v failed (%v) and changed the view: %s", in, err, diff)
				}
				if diff := cmp.Diff(before.fold, d.journal.fold(t)); diff != "" {
					t.Fatalf("%+v failed (%v) and changed the history: %s", in, err, diff)
				}
			case in.Action == quiz.Undo:
				last := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				last.view.Fault = nil
				if diff := diffViews(last.view, after); diff != "" {
					t.Fatalf("undo came back to another view: %s", diff)
				}
				if diff := cmp.Diff(last.fold, d.journal.fold(t)); diff != "" {
					t.Fatalf("undo came back to another history: %s", diff)
				}
			case in.Action == quiz.Rate || in.Action == quiz.Accept:
				ratings++
				stack = append(stack, before)
				rating := in.Rating
				if in.Action == quiz.Accept {
					rating = quiz.Good
				}
				rated := before.view.Ratings[rating-1]
				got := d.journal.fold(t)[before.view.Card.ID]
				if got.State != rated.Progress.State || got.DueDay != rated.Progress.DueDay || got.Step != rated.Progress.Step {
					t.Fatalf("shown %+v, taken %+v", rated.Progress, got)
				}
			case in.Action >= quiz.Rate && in.Action != quiz.Hint:
				stack = append(stack, before)
			}
		}
		d.journal.fails = nil
		for len(stack) > 0 {
			d.do(undo)
			last := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			last.view.Fault = nil
			if diff := diffViews(last.view, d.session.View()); diff != "" {
				t.Fatalf("undo came back to another view: %s", diff)
			}
		}
		if err := d.try(undo); err == nil {
			t.Fatalf("there is more to undo than was done")
		}
		if got := d.journal.fold(t); len(got) != 0 {
			t.Fatalf("all is undone, and yet %v", got)
		}
		reviews := 0
		for _, e := range d.journal.events {
			if e.Kind == quiz.ReviewEvent {
				reviews++
			}
		}
		if reviews != ratings {
			t.Fatalf("%d ratings were taken, %d are in the journal", ratings, reviews)
		}
	})
}

// Another program may change any card at any time, and an editor any deck:
// still nothing panics, each rating taken is recorded once, and a session ends.
func TestSessionAmongOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		queue := drawQueue(t)
		d := sit(t, queue)
		ratings, recorded := 0, 0
		for range rapid.IntRange(1, 60).Draw(t, "inputs") {
			d.wait(time.Duration(rapid.IntRange(0, 400).Draw(t, "seconds")) * time.Second)
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				others := drawQueue(t)
				p := quiz.Progress{Suspended: rapid.Bool().Draw(t, "suspended")}
				if len(others) > 0 {
					p = others[0].Progress
				}
				before := d.session.View()
				if gaveWay := d.session.Refresh(d.now, p); !gaveWay && before.Phase != quiz.Finished && d.session.View().Card.ID != before.Card.ID {
					t.Fatalf("%v gave way without a word", before.Card.ID)
				}
			case 1:
				kept := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}), 0, 5, rapid.ID[string]).Draw(t, "kept")
				d.session.Reload(d.now, func(id decks.CardID) (decks.Card, bool) {
					for _, it := range itemsOf(nil, deckOf("d", kept...)) {
						if it.Card.ID == id {
							return it.Card, true
						}
					}
					return decks.Card{}, false
				})
			default:
				in := drawInput(t)
				if d.try(in) == nil && (in.Action == quiz.Rate || in.Action == quiz.Accept) {
					ratings++
				}
			}
			if v := d.session.View(); v.Number > v.Total || v.Left.Sum() > v.Total {
				t.Fatalf("card %d of %d, %d left", v.Number, v.Total, v.Left.Sum())
			}
		}
		for d.session.View().Phase != quiz.Finished {
			if d.session.View().Phase == quiz.Asked {
				d.do(look)
			}
			d.do(easy)
			if ratings++; ratings > 1000 {
				t.Fatalf("no end")
			}
		}
		for _, e := range d.journal.events {
			if e.Kind == quiz.ReviewEvent {
				recorded++
			}
		}
		if recorded != ratings {
			t.Fatalf("%d ratings were taken, %d are in the journal", ratings, recorded)
		}
	})
}

// What the session believes about a card is what its events fold to.
func TestSessionAgreesWithFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := sit(t, itemsOf(nil, deckOf("d", "a", "b", "c")))
		for range rapid.IntRange(1, 40).Draw(t, "inputs") {
			d.wait(time.Duration(rapid.IntRange(0, 400).Draw(t, "seconds"))*time.Second + 123456*time.Nanosecond)
			_ = d.try(drawInput(t))
			v := d.session.View()
			if v.Phase == quiz.Finished {
				continue
			}
			if diff := cmp.Diff(d.journal.fold(t)[v.Card.ID], v.Progress); diff != "" {
				t.Fatalf("%v: %s", v.Card.ID, diff)
			}
		}
	})
}

// The same seed asks the same questions in the same way; another shows options
// in another order at times.
func TestSessionSeed(t *testing.T) {
	d := deckOf("d", "a")
	q := d.Questions[0]
	q.Kind = decks.Choice
	for _, o := range []string{"1", "2", "3", "none"} {
		q.Choices = append(q.Choices, decks.Value{Text: o})
	}
	q.Last = q.Choices[3:]
	orders := map[string]int{}
	for seed := range uint64(200) {
		with := func(o *quiz.SessionOptions) { o.Seed = seed }
		one, two := sit(t, itemsOf(nil, d), with).session.View(), sit(t, itemsOf(nil, d), with).session.View()
		if diff := diffViews(one, two); diff != "" {
			t.Fatal(diff)
		}
		if one.Options[3] != "none" {
			t.Fatalf("what stays last comes in %q", one.Options)
		}
		orders[one.Options[0]+one.Options[1]+one.Options[2]]++
	}
	if len(orders) != 6 {
		t.Errorf("200 seeds gave %d of 6 orders: %v", len(orders), orders)
	}
	q.Fixed = true
	if v := sit(t, itemsOf(nil, d)).session.View(); v.Task.Order != nil {
		t.Errorf("fixed options were moved: %v", v.Task.Order)
	}
}

// Items to be put in order, and pairs, are never shown solved unless nothing
// else is possible.
func TestTaskUnsolved(t *testing.T) {
	value := func(s string) decks.Value { return decks.Value{Text: s} }
	for _, tt := range []struct {
		name    string
		kind    decks.Kind
		wanted  []string
		choices []string
	}{
		{"two in order", decks.Order, []string{"a", "b"}, nil},
		{"two alike of three", decks.Order, []string{"a", "a", "b"}, nil},
		{"two pairs", decks.Match, []string{"a", "b"}, []string{"a", "b"}},
		{"two pairs and a distractor", decks.Match, []string{"a", "b"}, []string{"a", "b", "c"}},
	} {
		q := deckOf("d", "q").Questions[0]
		q.Kind, q.Answers = tt.kind, nil
		for _, w := range tt.wanted {
			q.Answers = append(q.Answers, decks.Answer{Value: value(w)})
		}
		for _, c := range tt.choices {
			q.Choices = append(q.Choices, value(c))
		}
		for seed := range uint64(100) {
			task := quiz.TaskOf(q.Cards()[0], quiz.Progress{}, seed)
			solved := true
			for i, o := range quiz.Options(task)[:len(tt.wanted)] {
				solved = solved && o == tt.wanted[i]
			}
			if solved {
				t.Fatalf("%s: %v is solved", tt.name, task.Order)
			}
		}
	}
}
