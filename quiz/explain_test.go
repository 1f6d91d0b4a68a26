package quiz_test

import (
	"strings"
	"testing"

	"recto/quiz"
)

func TestStandingOf(t *testing.T) {
	type progress = map[string]quiz.Progress
	l := quiz.DefaultLimits()
	with := func(change func(*quiz.Limits)) quiz.Limits {
		l := quiz.DefaultLimits()
		change(&l)
		return l
	}
	seen := review(today + 5)
	seen.Last = today
	for _, tt := range []struct {
		name   string
		specs  []string
		states progress
		limits quiz.Limits
		code   string
		words  string
	}{
		{"comes", []string{"a", "b"}, progress{"a": review(today - 1), "b": review(today - 2)}, l, quiz.Comes, "due since yesterday; card 2 of the 2 that come now"},
		{"suspended", []string{"a"}, progress{"a": {Suspended: true}}, l, quiz.Suspended, "suspended, and stays so until it is unsuspended"},
		{"buried", []string{"a"}, progress{"a": {Buried: today + 1}}, l, quiz.Buried, "buried until 2024-10-05"},
		{"due later", []string{"a"}, progress{"a": review(today + 1)}, l, quiz.NotDue, "due on 2024-10-05, in 1 day"},
		{"waits", []string{"a>b", "b<"}, nil, l, quiz.Waits, "new, and waits until these are learned: b"},
		{"a sibling was seen", []string{"a<"}, progress{"a/reverse": seen}, l, quiz.Sibling, "new, it was never reviewed, but its sibling reverse was studied today"},
		{"a sibling comes", []string{"a<"}, progress{"a": review(today), "a/reverse": review(today - 3)}, l, quiz.Sibling, "due today, but its sibling reverse comes today"},
		{"a pause", []string{"a"}, nil, with(func(l *quiz.Limits) { l.Paused = today + 3 }), quiz.Paused, "new, and new cards pause until 2024-10-07"},
		{"new cards are full", []string{"a"}, nil, with(func(l *quiz.Limits) { l.Done.New = 20 }), quiz.OverLimit, "the new cards of the day are full: 20 were studied today, 0 come before it"},
		{"reviews are full", []string{"a", "b"}, progress{"a": review(today), "b": review(today - 1)}, with(func(l *quiz.Limits) { l.Reviews = 1 }), quiz.OverLimit,
			"due today, but the reviews of the day are full: 0 were done today, 1 come before it"},
		{"no time", []string{"a"}, nil, with(func(l *quiz.Limits) { l.Time = -1 }), quiz.OverTime, "the minutes of the day are full"},
		{"not asked for", []string{"a"}, nil, with(func(l *quiz.Limits) { l.Only = func(quiz.Item) bool { return false } }), quiz.NotAsked, "not among"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := itemsOf(tt.states, deckOf("d", tt.specs...))
			got := english.StandingOf(items, 0, noon, tt.limits, 1)
			if got.Code != tt.code || !strings.Contains(got.Words, tt.words) || (got.Place > 0) != (tt.code == quiz.Comes) {
				t.Errorf("%+v, want %s: %s", got, tt.code, tt.words)
			}
		})
	}
}
