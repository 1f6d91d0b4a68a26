package quiz_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
	"recto/quiz/words"
)

// english speaks as the C locale does.
var english = quiz.Speaker{Words: words.English(words.Locale{})}

// saying is a matcher that takes its verdict from the response: "right",
// "close" or "wrong", and cannot read "?".
type saying struct{}

func (saying) Match(t answer.Task, response string) (answer.Match, error) {
	v, ok := map[string]answer.Verdict{"right": answer.Correct, "close": answer.Close, "wrong": answer.Wrong}[response]
	if !ok {
		return answer.Match{}, fmt.Errorf("cannot read %q", response)
	}
	return answer.Match{Verdict: v, Given: response, Wanted: "right"}, nil
}

// journal is a store in memory that fails when it is told to.
type journal struct {
	events []quiz.Event
	fails  func() bool
}

func (j *journal) Commit(_ context.Context, events ...quiz.Event) error {
	if j.fails != nil && j.fails() {
		return errors.New("disk full")
	}
	for _, e := range events {
		e.Device, e.Sequence = strings.Repeat("0", 32), int64(len(j.events)+1)
		if err := e.Validate(); err != nil {
			return err
		}
		if slices.ContainsFunc(j.events, func(old quiz.Event) bool { return old.ID == e.ID }) {
			return fmt.Errorf("event %v is there already", e.ID)
		}
		j.events = append(j.events, e)
	}
	return nil
}

// fold returns the progress that the events fold to.
func (j *journal) fold(t require) map[decks.CardID]quiz.Progress {
	all, err := quiz.Fold(j.events, fsrs.Models)
	if err != nil {
		t.Fatalf("fold: %v", err)
	}
	return all
}

// require is what *testing.T and *rapid.T have in common.
type require interface {
	Helper()
	Fatalf(string, ...any)
}

// desk is a session with its clock and its journal.
type desk struct {
	t       require
	session *quiz.Session
	journal *journal
	now     quiz.Moment
}

// sit begins a session of a queue.
func sit(t require, queue []quiz.Item, change ...func(*quiz.SessionOptions)) *desk {
	o := fsrs.DefaultOptions()
	o.Fuzz = false
	scheduler, err := fsrs.New(o)
	if err != nil {
		t.Fatalf("%v", err)
	}
	d := &desk{t: t, journal: &journal{}, now: noon}
	so := quiz.SessionOptions{Start: noon, Seed: 1, Random: rand.NewChaCha8([32]byte{1}), Leech: 8}
	for _, c := range change {
		c(&so)
	}
	d.session = quiz.NewSession(queue, func(decks.Card) quiz.Scheduler { return scheduler }, saying{}, so)
	return d
}

// try gives the session an input and commits what comes of it.
func (d *desk) try(in quiz.Input) error {
	in.Moment, in.Zone = d.now, 3600
	events, err := d.session.Apply(in)
	if err == nil && len(events) > 0 {
		err = d.session.Settle(d.journal.Commit(context.Background(), events...))
	}
	return err
}

// do is try that must succeed.
func (d *desk) do(ins ...quiz.Input) {
	d.t.Helper()
	for _, in := range ins {
		if err := d.try(in); err != nil {
			d.t.Fatalf("%+v: %v", in, err)
		}
	}
}

// wait lets time pass.
func (d *desk) wait(t time.Duration) { d.now.At = d.now.At.Add(t) }

// asks checks which card is asked; "" is none.
func (d *desk) asks(want string) {
	d.t.Helper()
	v := d.session.View()
	got := ""
	if v.Phase != quiz.Finished {
		got = names([]quiz.Item{{Card: v.Card}})
	}
	if got != want {
		d.t.Fatalf("%q is asked, want %q", got, want)
	}
}

var (
	right = quiz.Input{Action: quiz.Respond, Text: "right"}
	look  = quiz.Input{Action: quiz.Reveal}
	again = quiz.Input{Action: quiz.Rate, Rating: quiz.Again}
	good  = quiz.Input{Action: quiz.Rate, Rating: quiz.Good}
	easy  = quiz.Input{Action: quiz.Rate, Rating: quiz.Easy}
	undo  = quiz.Input{Action: quiz.Undo}
)

// sameQuestion compares questions by identity.
var sameQuestion = cmp.Comparer(func(a, b *decks.Question) bool { return a == b })

// diffViews compares two views as a learner sees them: what a rating leads to
// is its interval, not the second at which it ends.
func diffViews(a, b quiz.View) string {
	for _, v := range []*quiz.View{&a, &b} {
		for i := range v.Ratings {
			v.Ratings[i].Progress = quiz.Progress{}
		}
		v.Summary.Next = quiz.Next{}
	}
	return cmp.Diff(a, b, sameQuestion)
}
