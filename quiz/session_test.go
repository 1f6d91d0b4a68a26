package quiz_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
)

func TestSessionSteps(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b")))
	d.asks("a")
	if v := d.session.View(); v.Number != 1 || v.Total != 2 || v.Left != (quiz.Counts{New: 2}) || v.Undo || v.Ratings[0].Rating != 0 {
		t.Errorf("at first: %+v", v)
	}
	d.do(right)
	v := d.session.View()
	if v.Suggested != quiz.Good || v.Ratings[0].Interval != "1m" || v.Ratings[1].Interval != "6m" || v.Ratings[2].Interval != "10m" || v.Ratings[3].Interval != "8d" {
		t.Errorf("shown: %+v", v.Ratings)
	}
	d.wait(5 * time.Second)
	d.do(again)
	d.asks("b")
	if v := d.session.View(); v.Number != 2 || v.Left != (quiz.Counts{New: 1, Learning: 1}) {
		t.Errorf("then: %+v", v)
	}
	d.wait(time.Minute)
	d.do(right, good)
	d.asks("a") // its minute is over
	if v := d.session.View(); v.Number != 1 || v.Waits(d.now) != "learning" {
		t.Errorf("a card that comes again keeps its number: %d of %d, %s", v.Number, v.Total, v.Waits(d.now))
	}
	d.do(look, good)
	d.asks("b") // ahead, since nothing else is left
	d.wait(time.Minute)
	d.do(look, good)
	d.asks("a")
	d.do(look, good)
	d.asks("")
	sum := d.session.View().Summary
	want := quiz.Summary{Answered: 5, Cards: 2, Ratings: [4]int{1, 0, 4, 0}, Right: 50, Time: 2*time.Minute + 5*time.Second,
		Hardest: []quiz.HardCard{{Again: 1}}, Next: quiz.Next{Day: today + 1}}
	want.Hardest[0].Card = sum.Hardest[0].Card
	want.Wrong = []decks.Card{sum.Hardest[0].Card}
	if diff := cmp.Diff(want, sum, sameQuestion); diff != "" {
		t.Error(diff)
	}
	if got := sum.Hardest[0].Card.ID.Question; got != "a" {
		t.Errorf("the hardest card is %q", got)
	}
}

// A step that ends later than the time to learn ahead ends the session, and
// time alone can take it up again.
func TestSessionLaterStep(t *testing.T) {
	d := sit(t, itemsOf(map[string]quiz.Progress{"a": step(quiz.Learning, time.Hour)}, deckOf("d", "a")))
	d.asks("")
	if got := d.session.View().Summary; !got.Next.At.Equal(noon.At.Add(time.Hour)) || got.Left.Learning != 1 {
		t.Errorf("%+v", got)
	}
	d.wait(39 * time.Minute)
	d.do(quiz.Input{Action: quiz.Tick})
	d.asks("")
	d.wait(time.Minute)
	d.do(quiz.Input{Action: quiz.Tick})
	d.asks("a")
}

func TestSessionReviewEvent(t *testing.T) {
	d := sit(t, itemsOf(map[string]quiz.Progress{"a": review(today)}, deckOf("d", "a")))
	d.do(quiz.Input{Action: quiz.Respond, Text: "close"})
	if got := d.session.View().Suggested; got != quiz.Hard {
		t.Errorf("Close suggests %v", got)
	}
	d.wait(1234 * time.Millisecond)
	d.do(quiz.Input{Action: quiz.Accept})
	if len(d.journal.events) != 2 {
		t.Fatalf("%d events", len(d.journal.events))
	}
	seen, e := d.journal.events[0], d.journal.events[1]
	if seen.Kind != quiz.SeenEvent || seen.Seen.Text != "ask a" || !slices.Equal(seen.Seen.Answers, []string{"answer a"}) {
		t.Errorf("seen: %+v", seen.Seen)
	}
	want := quiz.ReviewBody{Rating: quiz.Good, Response: "close", Match: "close", Taken: 1234, Zone: 3600, Day: today,
		State: quiz.Review, Due: e.Review.Due, DueDay: e.Review.DueDay}
	if diff := cmp.Diff(want, *e.Review); diff != "" || e.Card.Question != "a" || e.At != noon.At.Add(1234*time.Millisecond).UnixMilli() {
		t.Errorf("%s%+v", diff, e)
	}
}

// What a question says is recorded when it is reviewed first, and again only
// when it has changed.
func TestSessionSeen(t *testing.T) {
	recorded := map[string]quiz.Seen{}
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b")), func(o *quiz.SessionOptions) {
		o.Path = func(q *decks.Question) string { return "/decks/" + q.Deck.ID }
		o.Seen = func(deck, question string) (quiz.Seen, bool) { s, ok := recorded[question]; return s, ok }
	})
	b := d.session.View().Card.Question.Deck.Questions[1]
	recorded["b"] = quiz.SeenOf(b, "/decks/d")
	kinds := func() (s []string) {
		for _, e := range d.journal.events {
			s = append(s, string(e.Kind))
		}
		return s
	}
	d.do(look, again, look, again)
	if got := kinds(); !slices.Equal(got, []string{"seen", "review", "review"}) {
		t.Fatalf("%q", got)
	}
	d.do(undo, undo, again)
	if got := kinds()[3:]; !slices.Equal(got, []string{"undo", "undo", "review"}) {
		t.Fatalf("undo leaves what was seen: %q", got)
	}
	b.Ask = "ask b better"
	d.do(look, good)
	if got := kinds()[6:]; !slices.Equal(got, []string{"seen", "review"}) {
		t.Fatalf("a changed text is recorded: %q", got)
	}
}

// A file name on Linux is any bytes, and none of them may keep a rating from
// being saved; nor is what was seen recorded again with every review.
func TestSessionSeenUnderAnyPath(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a")), func(o *quiz.SessionOptions) {
		o.Path = func(*decks.Question) string { return "/d\xe9cks/d.toml" }
	})
	d.do(look, again, look, again)
	if n := len(d.journal.events); n != 3 {
		t.Errorf("%d events, want what was seen and two reviews", n)
	}
	if got := d.journal.events[0].Seen.Path; got != "/d\uFFFDcks/d.toml" {
		t.Errorf("path %q", got)
	}
}

func TestSessionRefuses(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a")))
	for _, tt := range []struct {
		name string
		in   quiz.Input
		want error
	}{
		{"rating before the answer", good, quiz.ErrNotShown},
		{"accepting before the answer", quiz.Input{Action: quiz.Accept}, quiz.ErrNotClose},
		{"undo of nothing", undo, quiz.ErrNoUndo},
		{"a hint that there is not", quiz.Input{Action: quiz.Hint}, quiz.ErrNoHint},
		{"a flag that there is not", quiz.Input{Action: quiz.Mark, Flag: 8}, quiz.ErrNoFlag},
	} {
		if err := d.try(tt.in); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if err := d.try(quiz.Input{Action: quiz.Respond, Text: "?"}); err == nil || d.session.View().Phase != quiz.Asked {
		t.Errorf("an unreadable response: %v", err)
	}
	d.do(right)
	for _, tt := range []struct {
		name string
		in   quiz.Input
		want error
	}{
		{"answering twice", right, quiz.ErrNotAsked},
		{"a hint after the answer", quiz.Input{Action: quiz.Hint}, quiz.ErrNotAsked},
		{"accepting what is right", quiz.Input{Action: quiz.Accept}, quiz.ErrNotClose},
		{"a fifth rating", quiz.Input{Action: quiz.Rate, Rating: 5}, quiz.ErrNoRating},
		{"no rating", quiz.Input{Action: quiz.Rate}, quiz.ErrNoRating},
	} {
		if err := d.try(tt.in); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if len(d.journal.events) != 0 {
		t.Errorf("events of what was refused: %v", d.journal.events)
	}
	d.do(easy)
	for _, in := range []quiz.Input{good, {Action: quiz.Skip}, {Action: quiz.Leave}, {Action: quiz.Mark}, {Action: quiz.Accept}} {
		if err := d.try(in); !errors.Is(err, quiz.ErrFinished) {
			t.Errorf("%+v on the summary: %v", in, err)
		}
	}
}

// A failed commit leaves the card on screen and says why; the same rating again
// commits the very same events, another one its own.
func TestSessionFailedCommit(t *testing.T) {
	for _, retry := range []quiz.Input{good, easy} {
		d := sit(t, itemsOf(nil, deckOf("d", "a", "b")))
		d.journal.fails = func() bool { return true }
		d.do(right)
		before := d.session.View()
		if err := d.try(good); err == nil {
			t.Fatal("the failure is returned")
		}
		v := d.session.View()
		if v.Fault == nil {
			t.Error("the view does not tell")
		}
		v.Fault = nil
		if diff := diffViews(before, v); diff != "" {
			t.Error(diff)
		}
		d.journal.fails = nil
		d.wait(time.Second)
		d.do(retry)
		d.asks("b")
		if p := d.journal.fold(t)[before.Card.ID]; p.Reps != 1 || p.Rated != retry.Rating || d.session.View().Fault != nil {
			t.Errorf("after trying again: %+v", p)
		}
	}
}

// While a commit is under way the session stands still.
func TestSessionSaving(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b")))
	d.do(right)
	in := good
	in.Moment = d.now
	events, err := d.session.Apply(in)
	if err != nil || len(events) != 2 {
		t.Fatalf("%v, %v", events, err)
	}
	d.asks("a")
	if !d.session.View().Saving {
		t.Error("the view does not tell")
	}
	if err := d.try(good); !errors.Is(err, quiz.ErrUnsaved) {
		t.Errorf("an input meanwhile: %v", err)
	}
	if err := d.session.Settle(nil); err != nil {
		t.Fatal(err)
	}
	d.asks("b")
}

func TestSessionActions(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b", "c", "e", "f")))
	d.do(quiz.Input{Action: quiz.Mark, Flag: 3})
	d.asks("a")
	if d.session.View().Progress.Flag != 3 {
		t.Error("no flag in view")
	}
	d.do(quiz.Input{Action: quiz.Skip})
	d.asks("b")
	d.do(quiz.Input{Action: quiz.Bury})
	d.asks("c")
	d.do(look, quiz.Input{Action: quiz.Suspend})
	d.asks("e")
	ids := map[string]quiz.Progress{}
	for id, p := range d.journal.fold(t) {
		ids[id.Question] = p
	}
	if diff := cmp.Diff(map[string]quiz.Progress{"a": {Flag: 3}, "b": {Buried: today + 1}, "c": {Suspended: true}}, ids); diff != "" {
		t.Error(diff)
	}
	d.do(quiz.Input{Action: quiz.Leave})
	if v := d.session.View(); v.Phase != quiz.Finished || v.Summary.Left.Sum() != 2 || !v.Summary.Next.Now {
		t.Errorf("left: %+v", v.Summary)
	}
	d.do(undo)
	d.asks("e")
	d.do(undo)
	d.asks("c")
	if d.session.View().Phase != quiz.Shown {
		t.Error("undo comes back to the shown answer")
	}
	d.do(undo, undo)
	d.asks("a")
	d.do(undo)
	if got := d.journal.fold(t); len(got) != 0 {
		t.Errorf("after undoing all: %v", got)
	}
}

func TestSessionCram(t *testing.T) {
	d := sit(t, itemsOf(map[string]quiz.Progress{"a": review(today + 9), "b": step(quiz.Learning, time.Hour)}, deckOf("d", "a", "b")),
		func(o *quiz.SessionOptions) { o.Cram = true })
	d.asks("a")
	d.do(right)
	if v := d.session.View(); v.Ratings[2].Interval != "" || v.Waits(d.now) != "review" {
		t.Errorf("%+v", v)
	}
	d.do(again)
	d.asks("b")
	d.do(look, good)
	d.asks("a") // not known, so it comes again
	d.do(look, good)
	d.asks("")
	if len(d.journal.events) > 0 {
		t.Errorf("cramming recorded %v", d.journal.events)
	}
	d.do(undo, undo, undo)
	d.asks("a")
}

func TestSessionUntil(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b")), func(o *quiz.SessionOptions) { o.Until = noon.At.Add(time.Minute) })
	d.wait(2 * time.Minute)
	d.asks("a")
	d.do(right, good)
	d.asks("")
	if v := d.session.View(); v.Summary.Left != (quiz.Counts{New: 1, Learning: 1}) {
		t.Errorf("%+v", v.Summary)
	}
}

func TestSessionLeech(t *testing.T) {
	p := review(today)
	p.Lapses = 7
	d := sit(t, itemsOf(map[string]quiz.Progress{"a": p}, deckOf("d", "a", "b")))
	d.do(look, again)
	v := d.session.View()
	if v.Leech == nil || v.Leech.Lapses != 8 || v.Leech.Card.ID.Question != "a" {
		t.Fatalf("%+v", v.Leech)
	}
	d.do(undo)
	if d.session.View().Leech != nil {
		t.Error("undone, it is none")
	}
}

// A card that another program has dealt with gives way; what is left is shown
// with its new intervals.
func TestSessionRefresh(t *testing.T) {
	queue := func() []quiz.Item {
		return itemsOf(map[string]quiz.Progress{"a": review(today), "b": review(today)}, deckOf("d", "a", "b"))
	}
	rated := review(today + 5)
	rated.Reps, rated.Last, rated.LastAt = 4, today, noon.At
	stepping := step(quiz.Relearning, time.Minute)
	stepping.Reps, stepping.LastAt = 4, noon.At
	for _, tt := range []struct {
		name string
		p    quiz.Progress
		asks string
	}{
		{"as it was", review(today), "a"},
		{"rated", rated, "b"},
		{"forgotten", stepping, "b"},
		{"suspended", quiz.Progress{Suspended: true}, "b"},
		{"reset", quiz.Progress{}, "a"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, queue())
			if gaveWay := d.session.Refresh(d.now, tt.p); gaveWay != (tt.asks == "b") {
				t.Errorf("gave way: %v", gaveWay)
			}
			d.asks(tt.asks)
		})
	}
	d := sit(t, queue())
	d.do(look)
	before := d.session.View().Ratings[2]
	d.session.Refresh(d.now, quiz.Progress{})
	d.asks("a")
	if after := d.session.View().Ratings[2]; after.Interval == before.Interval || after.Interval != "10m" {
		t.Errorf("intervals of %s became %s", before.Interval, after.Interval)
	}
}

func TestSessionReload(t *testing.T) {
	d := sit(t, itemsOf(nil, deckOf("d", "a", "b", "gone", "c")))
	d.do(look, again, look)
	edited := deckOf("d", "b", "c")
	edited.Questions[0].Ask = "ask b better"
	d.session.Reload(d.now, func(id decks.CardID) (decks.Card, bool) {
		for _, it := range itemsOf(nil, edited) {
			if it.Card.ID == id {
				return it.Card, true
			}
		}
		return decks.Card{}, false
	})
	if v := d.session.View(); v.Phase != quiz.Asked || v.Card.Ask() != "ask b better" || v.Left.Sum() != 2 {
		t.Errorf("%+v", v)
	}
	d.wait(time.Hour)
	d.do(look, easy)
	d.asks("c")
	d.do(look, easy)
	d.asks("")
}

// An undo reaches back beyond an edit: a question that reads otherwise now is
// asked anew, so that its options are those it has, and one that is gone stays
// away.
func TestSessionUndoBeyondReload(t *testing.T) {
	queue := itemsOf(nil, deckOf("d", "a", "gone", "c"))
	queue[0].Card.Question.Kind = decks.Choice
	queue[0].Card.Question.Choices = []decks.Value{{Text: "v"}, {Text: "w"}, {Text: "x"}}
	d := sit(t, queue)
	d.do(right, again, look, again)
	d.asks("c")
	edited := deckOf("d", "a", "c")
	edited.Questions[0].Kind = decks.Choice
	edited.Questions[0].Choices = []decks.Value{{Text: "v"}, {Text: "w"}}
	d.session.Reload(d.now, func(id decks.CardID) (decks.Card, bool) {
		for _, it := range itemsOf(nil, edited) {
			if it.Card.ID == id {
				return it.Card, true
			}
		}
		return decks.Card{}, false
	})
	d.do(undo)
	d.asks("c")
	d.do(undo)
	d.asks("a")
	v := d.session.View()
	if v.Phase != quiz.Asked || v.Match != nil || v.Response != "" || len(v.Options) != 2 || v.Task.Card.Question != v.Card.Question {
		t.Errorf("%+v", v)
	}
	if got := d.journal.fold(t); len(got) != 0 {
		t.Errorf("all is undone, and yet %v", got)
	}
}

func TestSeenEqual(t *testing.T) {
	one := quiz.Seen{Deck: "d", Question: "q", Path: "/p", Title: "t", Text: "x", Answers: []string{"a"}, Gaps: []string{"g"}, Faces: []decks.Face{"ask"}}
	if !one.Equal(one) {
		t.Error("equal to itself")
	}
	for name, change := range map[string]func(*quiz.Seen){
		"deck":     func(s *quiz.Seen) { s.Deck = "e" },
		"question": func(s *quiz.Seen) { s.Question = "r" },
		"path":     func(s *quiz.Seen) { s.Path = "" },
		"title":    func(s *quiz.Seen) { s.Title = "" },
		"text":     func(s *quiz.Seen) { s.Text = "y" },
		"answers":  func(s *quiz.Seen) { s.Answers = []string{"b"} },
		"gaps":     func(s *quiz.Seen) { s.Gaps = nil },
		"faces":    func(s *quiz.Seen) { s.Faces = []decks.Face{"ask", "reverse"} },
	} {
		other := one
		change(&other)
		if one.Equal(other) {
			t.Errorf("another %s is not the same", name)
		}
	}
}

// A card of a session of 10,000: asked, shown, rated.
func BenchmarkSession(b *testing.B) {
	queue := manyItems(10_000)
	d := sit(b, queue)
	for b.Loop() {
		if d.session.View().Phase == quiz.Finished {
			d = sit(b, queue)
		}
		d.do(look)
		d.session.View()
		if events, _ := d.session.Apply(quiz.Input{Action: quiz.Rate, Rating: quiz.Easy, Moment: d.now}); len(events) > 0 {
			_ = d.session.Settle(nil)
		}
	}
}
