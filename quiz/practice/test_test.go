package practice_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz/answer"
	"recto/quiz/practice"
)

const capitals = `
title = "Capitals"
id = "capitals"
[group.africa]
title = "Africa"
[[question]]
id = "one"
ask = "Burkina Faso?"
answer = "Ouagadougou"
tags = ["capital", "west"]
group = "africa"
[[question]]
id = "two"
ask = "Ghana?"
choices = ["Accra", "Lomé", "Kumasi"]
answer = "Accra"
tags = ["capital"]
points = 2
[[question]]
id = "three"
ask = "Togo?"
answer = "Lomé"
[[question]]
id = "essay"
ask = "Why?"
answer = "Because of the river."
typed = false
points = 4
`

var start = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)

// parse returns the questions of a deck, with their options as written.
func parse(t testing.TB, source string) []practice.Item {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	var items []practice.Item
	for _, q := range deck.Questions {
		items = append(items, practice.Item{Question: q})
	}
	return items
}

// sit begins a test.
func sit(t testing.TB, source string, o practice.Options) *practice.Test {
	t.Helper()
	o.Start, o.Matcher = start, answer.Standard{}
	test, err := practice.New(parse(t, source), o)
	if err != nil {
		t.Fatal(err)
	}
	return test
}

// act reads an input as the table below writes it: "=text" answers, "?" is a
// Tick, a digit goes to a question, "r", "h" and "w" judge.
func act(s string, at time.Time) practice.Input {
	in := practice.Input{At: at}
	named := map[string]practice.Action{
		"?": practice.Tick, "skip": practice.Skip, "clear": practice.Clear, "flag": practice.Flag, "on": practice.Continue,
		"undo": practice.Undo, "submit": practice.Submit, "leave": practice.Leave, "stop": practice.Interrupt,
	}
	verdicts := map[string]answer.Verdict{"r": answer.Correct, "h": answer.Close, "w": answer.Wrong}
	switch {
	case strings.HasPrefix(s, "="):
		in.Action, in.Text = practice.Answer, s[1:]
	case verdicts[s] != 0:
		in.Action, in.Verdict = practice.Judge, verdicts[s]
	case named[s] != 0 || s == "?":
		in.Action = named[s]
	default:
		in.Action = practice.Go
		if _, err := fmt.Sscan(s, &in.Number); err != nil {
			panic(s)
		}
	}
	return in
}

// stands says where a test stands: as at does, and the score.
func stands(test *practice.Test, now time.Time) string {
	r := test.Result()
	return fmt.Sprintf("%s %g/%g", at(test, now), r.Whole.Score, r.Whole.Points)
}

// at says where a test is: the question on screen or the phase, and what became
// of each question.
func at(test *practice.Test, at time.Time) string {
	v := test.View(at)
	where := [...]string{"asks", "shows", "judges", "ready", "over"}[v.Phase]
	if v.Number > 0 {
		where += fmt.Sprint(" ", v.Number)
	}
	list := ""
	for _, e := range v.List {
		list += []string{".", "s", "-", "a"}[e.State]
		if e.Later {
			list += "+"
		}
		if e.Flag {
			list += "!"
		}
	}
	return where + " " + list
}

// Each row is what a learner does, a second apart, and where the test stands
// then.
func TestCourse(t *testing.T) {
	for _, tt := range []struct {
		name, does, stands string
		options            practice.Options
		err                error
	}{
		{name: "begins", does: "?", stands: "asks 1 .... 0/8"},
		{name: "goes on", does: "=ouagadougou =a", stands: "asks 3 aa.. 3/8"},
		{name: "close is half", does: "=Ouagadugou", stands: "asks 2 a... 0.5/8"},
		{name: "empty is unanswered and does not come again", does: "= =a =x", stands: "asks 4 -aa. 2/8"},
		{name: "skipped comes again", does: "skip =a =x =y =ouagadougou", stands: "ready aaaa 3/8"},
		{name: "the last one skipped does not come again and again", does: "=x =a =x skip", stands: "ready aaas+ 2/8"},
		{name: "skipped ones take turns", does: "skip skip = = skip", stands: "asks 2 s+s+-- 0/8"},
		{name: "an answer stays when it is passed by", does: "=ouagadougou 1 =", stands: "asks 2 a... 1/8"},
		{name: "an answer stays when it is skipped", does: "=ouagadougou 1 skip", stands: "asks 2 a+... 1/8"},
		{name: "and the question comes again", does: "=ouagadougou 1 skip = = =", stands: "asks 1 a+--- 1/8"},
		{name: "once it is left as it was it has been asked", does: "=ouagadougou 1 skip = = = =", stands: "ready a--- 1/8"},
		{name: "or when it is answered anew", does: "=x 1 skip = = = =ouagadougou", stands: "ready a--- 1/8"},
		{name: "or cleared", does: "=x 1 skip 1 clear", stands: "asks 1 -... 0/8"},
		{name: "skipped with an answer and undone", does: "=ouagadougou 1 skip undo", stands: "asks 1 a... 1/8"},
		{name: "answered again", does: "=x 1 =ouagadougou", stands: "asks 2 a... 1/8"},
		{name: "gone away from, a question is still to be asked", does: "3 =x", stands: "asks 4 ..a. 0/8"},
		{name: "and comes behind the last", does: "4 =x", stands: "asks 1 ...a 0/8"},
		{name: "no such question", does: "5", stands: "asks 1 .... 0/8", err: errors.New("the questions are numbered from 1 to 4")},
		{name: "what cannot be read counts for nothing", does: "= =z", stands: "asks 2 -... 0/8", err: errors.New(`no option has the letter "z"; answer with a to c`)},
		{name: "cleared", does: "=x 1 clear", stands: "asks 1 -... 0/8"},
		{name: "nothing to clear", does: "clear", stands: "asks 1 .... 0/8", err: practice.ErrNoAnswer},
		{name: "flagged", does: "flag =x flag 1 flag", stands: "asks 1 a.!.. 0/8"},
		{name: "undo an answer", does: "=ouagadougou undo", stands: "asks 1 .... 0/8"},
		{name: "and the next question is the next again", does: "=x undo =ouagadougou", stands: "asks 2 a... 1/8"},
		{name: "undo of another answer brings the first back", does: "=ouagadougou 1 =x undo", stands: "asks 1 a... 1/8"},
		{name: "undo from the end", does: "=x =a =x =y undo undo", stands: "asks 3 aa.. 2/8"},
		{name: "undo a flag elsewhere", does: "flag 3 undo", stands: "asks 1 .... 0/8"},
		{name: "nothing to undo", does: "undo", stands: "asks 1 .... 0/8", err: practice.ErrNoUndo},
		{name: "handed in", does: "=ouagadougou submit", stands: "over a... 1/8"},
		{name: "over is over", does: "submit =x", stands: "over .... 0/8", err: practice.ErrFinished},
		{name: "judged at the end", does: "4 =river submit", stands: "judges 4 ...a 0/8"},
		{name: "half right", does: "4 =river submit h", stands: "over ...a 2/8"},
		{name: "all right", does: "4 =river submit r", stands: "over ...a 4/8"},
		{name: "wrong", does: "4 =river submit w", stands: "over ...a 0/8"},
		{name: "left unjudged", does: "4 =river submit leave", stands: "over ...a 0/8"},
		{name: "handed in is handed in", does: "4 =river submit 1", stands: "judges 4 ...a 0/8", err: practice.ErrHandedIn},
		{name: "no judging while it runs", does: "r", stands: "asks 1 .... 0/8", err: practice.ErrNotJudging},
		{name: "broken off", does: "=ouagadougou stop", stands: "over a... 1/8"},
		{name: "nothing to answer when ready", does: "= = = = =x", stands: "ready ---- 0/8", err: practice.ErrNotAsked},
		{name: "back from ready", does: "= = = = 1 =ouagadougou", stands: "ready a--- 1/8"},

		{name: "at once", does: "=x", stands: "shows 1 a... 0/8", options: practice.Options{Feedback: practice.AtOnce}},
		{name: "at once goes on", does: "=x on", stands: "asks 2 a... 0/8", options: practice.Options{Feedback: practice.AtOnce}},
		{name: "what was seen stands", does: "=x on 1 =ouagadougou", stands: "shows 1 a... 0/8", options: practice.Options{Feedback: practice.AtOnce}, err: practice.ErrNotAsked},
		{name: "and cannot be undone", does: "=x undo", stands: "shows 1 a... 0/8", options: practice.Options{Feedback: practice.AtOnce}, err: practice.ErrNoUndo},
		{name: "an empty one shows nothing", does: "=", stands: "asks 2 -... 0/8", options: practice.Options{Feedback: practice.AtOnce}},
		{name: "judged at once", does: "4 =river", stands: "judges 4 ...a 0/8", options: practice.Options{Feedback: practice.AtOnce}},
		{name: "judging cannot be put off", does: "4 =river 1", stands: "judges 4 ...a 0/8", options: practice.Options{Feedback: practice.AtOnce}, err: practice.ErrJudging},
		{name: "and on", does: "4 =river r", stands: "asks 1 ...a 4/8", options: practice.Options{Feedback: practice.AtOnce}},
		{name: "no marking at the end only", does: "on", stands: "asks 1 .... 0/8", err: practice.ErrNotShown},

		{name: "time", does: "=ouagadougou ?", stands: "asks 2 a... 1/8", options: practice.Options{Limit: 3 * time.Second}},
		{name: "time is over", does: "=ouagadougou ? ?", stands: "over a... 1/8", options: practice.Options{Limit: 3 * time.Second}},
		{name: "nothing more is taken", does: "=ouagadougou ? =a", stands: "over a... 1/8", options: practice.Options{Limit: 3 * time.Second}, err: practice.ErrTime},
		{name: "what was answered is judged", does: "4 =river ?", stands: "judges 4 ...a 0/8", options: practice.Options{Limit: 3 * time.Second}},
		{name: "after the time too", does: "4 =river r", stands: "over ...a 4/8", options: practice.Options{Limit: 3 * time.Second, Feedback: practice.AtOnce}},
		{name: "left when it is over", does: "4 =river leave", stands: "over ...a 0/8", options: practice.Options{Limit: 3 * time.Second}},
		{name: "handed in too late", does: "= = submit", stands: "over --.. 0/8", options: practice.Options{Limit: 3 * time.Second}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			test := sit(t, capitals, tt.options)
			at := start
			var err error
			for _, word := range strings.Fields(tt.does) {
				at = at.Add(time.Second)
				err = test.Apply(act(word, at))
			}
			if fmt.Sprint(err) != fmt.Sprint(tt.err) {
				t.Errorf("error %v, want %v", err, tt.err)
			}
			if got := stands(test, at); got != tt.stands {
				t.Errorf("stands at %q, want %q", got, tt.stands)
			}
		})
	}
}

// A question's time is that for which it was on screen, an answer's judging not
// included, and the whole time ends with the limit.
func TestTimes(t *testing.T) {
	test := sit(t, capitals, practice.Options{Limit: time.Minute})
	for _, step := range []struct {
		does    string
		seconds time.Duration
	}{{"=x", 2}, {"skip", 3}, {"=y", 5}, {"=river", 7}, {"1", 8}, {"=z", 12}} {
		if err := test.Apply(act(step.does, start.Add(step.seconds*time.Second))); err != nil {
			t.Fatal(step.does, err)
		}
	}
	if v := test.View(start.Add(20 * time.Second)); v.Left != 40*time.Second || v.Number != 2 {
		t.Errorf("%v left at question %d", v.Left, v.Number)
	}
	_ = test.Apply(act("=a", start.Add(2*time.Minute)))
	_ = test.Apply(act("h", start.Add(3*time.Minute)))
	r := test.Result()
	var got []float64
	for _, m := range r.Questions {
		got = append(got, m.Time.Seconds())
	}
	if want := "[6 50 2 2]"; fmt.Sprint(got) != want {
		t.Errorf("seconds %v, want %s", got, want)
	}
	if r.Time != time.Minute || r.Ending != practice.TimeOver {
		t.Errorf("%v, %v", r.Time, r.Ending)
	}
}

func TestNothingToAsk(t *testing.T) {
	if _, err := practice.New(nil, practice.Options{Start: start, Matcher: answer.Standard{}}); err == nil {
		t.Error("a test of nothing began")
	}
}
