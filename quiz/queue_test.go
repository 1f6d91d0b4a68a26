package quiz_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// noon is the moment of these tests, on study day 20000.
var noon = quiz.Moment{At: time.Date(2024, 10, 4, 12, 0, 0, 0, time.UTC), Day: 20000}

const today = quiz.Day(20000)

// deckOf makes a deck of short questions with the ids given. "b>a" comes after
// a, "c<" is also asked in reverse, "d@g" stands in group g.
func deckOf(id string, questions ...string) *decks.Deck {
	d := &decks.Deck{ID: id, Title: id, Language: "en", Groups: map[string]*decks.Group{}}
	for i, spec := range questions {
		q := &decks.Question{Deck: d, Kind: decks.Short, Typed: true, Number: i + 1}
		spec, group, in := strings.Cut(spec, "@")
		if in {
			if d.Groups[group] == nil {
				d.Groups[group] = &decks.Group{Name: group}
			}
			q.Group = d.Groups[group]
		}
		if before, ok := strings.CutSuffix(spec, "<"); ok {
			spec, q.Reverse = before, &decks.Reverse{}
		}
		if name, after, ok := strings.Cut(spec, ">"); ok {
			spec, q.After = name, []string{after}
		}
		q.ID, q.Ask = spec, "ask "+spec
		q.Answers = []decks.Answer{{Value: decks.Value{Text: "answer " + spec}}}
		d.Questions = append(d.Questions, q)
	}
	return d
}

// itemsOf returns the cards of decks, with progress by "question" or
// "question/reverse"; cards without any are new.
func itemsOf(progress map[string]quiz.Progress, all ...*decks.Deck) []quiz.Item {
	var items []quiz.Item
	for _, d := range all {
		for _, q := range d.Questions {
			for _, c := range q.Cards() {
				key := c.ID.Question
				if c.Face != decks.AskFace {
					key += "/" + string(c.Face)
				}
				items = append(items, quiz.Item{Card: c, Progress: progress[key]})
			}
		}
	}
	return items
}

// names writes cards as itemsOf names them.
func names(items []quiz.Item) string {
	var s []string
	for _, it := range items {
		name := it.Card.ID.Question
		if it.Card.Face != decks.AskFace {
			name += "/" + string(it.Card.Face)
		}
		s = append(s, name)
	}
	return strings.Join(s, " ")
}

func review(due quiz.Day) quiz.Progress {
	return quiz.Progress{State: quiz.Review, Stability: 10, Difficulty: 5, Reps: 3, First: today - 30, Last: today - 20, DueDay: due}
}

func step(state quiz.State, wait time.Duration) quiz.Progress {
	return quiz.Progress{State: state, Stability: 1, Difficulty: 5, Reps: 1, First: today, Last: today, Due: noon.At.Add(wait), DueDay: today}
}

func TestQueue(t *testing.T) {
	type progress = map[string]quiz.Progress
	all := quiz.Limits{New: quiz.Unlimited, Reviews: quiz.Unlimited, Session: quiz.Unlimited}
	with := func(change func(*quiz.Limits)) quiz.Limits {
		l := all
		change(&l)
		return l
	}
	seen := func(p quiz.Progress) quiz.Progress { p.Last = today; return p }
	suspended := func(p quiz.Progress) quiz.Progress { p.Suspended = true; return p }
	buried := func(p quiz.Progress, until quiz.Day) quiz.Progress { p.Buried = until; return p }

	for _, tt := range []struct {
		name      string
		questions []string
		progress  progress
		limits    quiz.Limits
		want      string
	}{
		{"learning, due, new", []string{"n", "r", "l"}, progress{"r": review(today), "l": step(quiz.Learning, 0)}, all, "l r n"},
		{"the longest overdue first", []string{"a", "b", "c"}, progress{"a": review(today), "b": review(today - 9), "c": review(today - 2)}, all, "b c a"},
		{"not due yet", []string{"a", "b"}, progress{"a": review(today + 1), "b": review(today)}, all, "b"},
		{"ahead", []string{"a", "b", "c"}, progress{"a": review(today + 1), "b": review(today), "c": review(today + 4)},
			with(func(l *quiz.Limits) { l.Ahead = 3 }), "b a"},
		{"steps by time, later ones too", []string{"a", "b", "c"},
			progress{"a": step(quiz.Learning, 3*time.Hour), "b": step(quiz.Relearning, -time.Minute), "c": step(quiz.Learning, time.Minute)}, all, "b c a"},
		{"a step that ends later takes no place of what is due", []string{"a", "b"}, progress{"a": step(quiz.Learning, 3*time.Hour), "b": review(today)},
			with(func(l *quiz.Limits) { l.Session = 1 }), "b"},
		{"new in file order", []string{"c", "a", "b"}, nil, all, "c a b"},

		{"suspended", []string{"a", "b", "c"}, progress{"a": suspended(quiz.Progress{}), "b": suspended(review(today)), "c": suspended(step(quiz.Learning, 0))}, all, ""},
		{"buried until tomorrow", []string{"a"}, progress{"a": buried(review(today), today+1)}, all, ""},
		{"buried until today", []string{"a"}, progress{"a": buried(review(today), today)}, all, "a"},

		{"one new sibling", []string{"a<", "b"}, nil, all, "a b"},
		{"due buries new", []string{"a<"}, progress{"a/reverse": review(today)}, all, "a/reverse"},
		{"due buries due, the longer overdue comes", []string{"a<"}, progress{"a": review(today), "a/reverse": review(today - 1)}, all, "a/reverse"},
		{"a step buries due and new", []string{"a<", "b<"}, progress{"a": step(quiz.Learning, 0), "a/reverse": review(today), "b": step(quiz.Learning, time.Hour)}, all, "a b"},
		{"steps are never held back", []string{"a<"}, progress{"a": step(quiz.Learning, 0), "a/reverse": step(quiz.Learning, 1)}, all, "a a/reverse"},
		{"seen today keeps siblings out", []string{"a<", "b<"}, progress{"a": seen(review(today + 5)), "b": seen(review(today + 5)), "b/reverse": review(today)}, all, ""},
		{"seen yesterday does not", []string{"a<"}, progress{"a": review(today + 5)}, all, "a/reverse"},
		{"a sibling that was reset was not seen", []string{"a<"}, progress{"a/reverse": {Last: today}}, all, "a"},
		{"a suspended sibling is none", []string{"a<"}, progress{"a": suspended(review(today))}, all, "a/reverse"},
		{"a sibling not selected is none", []string{"a<"}, progress{"a": review(today)},
			with(func(l *quiz.Limits) { l.Only = func(it quiz.Item) bool { return it.Progress.State == quiz.New } }), "a/reverse"},

		{"after a new one", []string{"b>a", "a"}, nil, all, "a"},
		{"after a learning one", []string{"a", "b>a"}, progress{"a": step(quiz.Learning, 0)}, all, "a"},
		{"after one in review", []string{"a", "b>a"}, progress{"a": review(today + 9)}, all, "b"},
		{"after a lapse", []string{"a", "b>a"}, progress{"a": step(quiz.Relearning, 0)}, all, "a"},
		{"after a suspended one", []string{"a", "b>a"}, progress{"a": suspended(quiz.Progress{})}, all, "b"},
		{"after all cards of it", []string{"a<", "b>a"}, progress{"a": review(today + 9)}, all, "a/reverse"},
		{"due does not wait", []string{"a", "b>a"}, progress{"b": review(today)}, all, "b a"},
		{"after one not selected", []string{"a", "b>a"}, progress{"a": review(today + 9)},
			with(func(l *quiz.Limits) { l.Only = func(it quiz.Item) bool { return it.Card.ID.Question == "b" } }), "b"},
		{"after an unknown one", []string{"b>a"}, nil, all, "b"},

		{"new limit", []string{"a", "b", "c"}, nil, with(func(l *quiz.Limits) { l.New = 2 }), "a b"},
		{"new limit, some done", []string{"a", "b", "c"}, nil, with(func(l *quiz.Limits) { l.New, l.Done.New = 2, 1 }), "a"},
		{"new limit, more than it done", []string{"a"}, nil, with(func(l *quiz.Limits) { l.New, l.Done.New = 2, 9 }), ""},
		{"new now", []string{"a", "b", "c"}, nil, with(func(l *quiz.Limits) { l.New, l.Done.New, l.NewNow = 2, 9, new(int); *l.NewNow = 2 }), "a b"},
		{"review limit", []string{"a", "b", "n"}, progress{"a": review(today), "b": review(today - 1)},
			with(func(l *quiz.Limits) { l.Reviews, l.Done.Reviews = 3, 2 }), "b n"},
		{"the zero limits", []string{"a", "b", "c"}, progress{"a": review(today), "b": step(quiz.Learning, 0)}, quiz.Limits{Session: 5}, "b"},
		{"limits come after burying", []string{"a<", "b"}, nil, with(func(l *quiz.Limits) { l.New = 2 }), "a b"},
		{"limits come after what waits", []string{"b>a", "a"}, nil, with(func(l *quiz.Limits) { l.New = 1 }), "a"},
		{"session limit counts all", []string{"n", "r", "l"}, progress{"r": review(today), "l": step(quiz.Learning, 0)},
			with(func(l *quiz.Limits) { l.Session = 2 }), "l r"},
		{"cram", []string{"a<", "b"}, progress{"a": review(today + 99), "b": suspended(quiz.Progress{}), "a/reverse": buried(quiz.Progress{}, today+1)},
			quiz.Limits{Cram: true, Session: quiz.Unlimited}, "a a/reverse"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := names(quiz.Queue(itemsOf(tt.progress, deckOf("d", tt.questions...)), noon, tt.limits, 4))
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestQueueOfDecks(t *testing.T) {
	two := 2
	a, b := deckOf("a", "a1", "a2", "a3"), deckOf("b", "b1", "b2")
	a.Study.NewPerDay = &two
	l := quiz.DefaultLimits()
	if got := names(quiz.Queue(itemsOf(nil, a, b), noon, l, 1)); got != "a1 b1 a2 b2" {
		t.Errorf("in turn: %q", got)
	}
	l.NewOrder = quiz.NewByDeck
	if got := names(quiz.Queue(itemsOf(nil, a, b), noon, l, 1)); got != "a1 a2 b1 b2" {
		t.Errorf("a deck's own limit: %q", got)
	}
	l.New = 3
	if got := names(quiz.Queue(itemsOf(nil, a, b), noon, l, 1)); got != "a1 a2 b1" {
		t.Errorf("and that of all: %q", got)
	}
	l.Done = quiz.Done{New: 1, NewOf: map[string]int{"a": 1}}
	if got := names(quiz.Queue(itemsOf(nil, a, b), noon, l, 1)); got != "a1 b1" {
		t.Errorf("with one done: %q", got)
	}
}

func TestDoneOn(t *testing.T) {
	id := func(deck, q string) decks.CardID { return decks.CardID{Deck: deck, Question: q, Face: "ask"} }
	got := quiz.DoneOn(today, map[decks.CardID]quiz.Progress{
		id("a", "new"):      {Reps: 2, First: today, Last: today},
		id("b", "new"):      {Reps: 1, First: today, Last: today},
		id("a", "review"):   {Reps: 4, First: today - 9, Last: today},
		id("a", "before"):   {Reps: 4, First: today - 9, Last: today - 1},
		id("a", "never"):    {Suspended: true},
		id("a", "resetted"): {First: today, Last: today},
	})
	want := quiz.Done{New: 2, Reviews: 1, NewOf: map[string]int{"a": 1, "b": 1}, ReviewsOf: map[string]int{"a": 1}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLater(t *testing.T) {
	type progress = map[string]quiz.Progress
	for _, tt := range []struct {
		name     string
		progress progress
		limits   quiz.Limits
		want     quiz.Day
	}{
		{"all are in the queue", nil, quiz.DefaultLimits(), 0},
		{"a limit kept one out", nil, quiz.Limits{New: 1, Session: quiz.Unlimited}, today + 1},
		{"no new ones, ever", nil, quiz.Limits{}, 0},
		{"due later", progress{"a": review(today + 7), "b": review(today + 5)}, quiz.DefaultLimits(), today + 5},
		{"buried", progress{"a": {Suspended: true}, "b": {State: quiz.Review, DueDay: today, Buried: today + 2}}, quiz.DefaultLimits(), today + 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			items := itemsOf(tt.progress, deckOf("d", "a", "b"))
			queue := quiz.Queue(items, noon, tt.limits, 1)
			if got := quiz.Later(items, queue, noon, tt.limits); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

// Shuffled decks keep groups together and, unless they say otherwise, in order.
func TestQueueShuffle(t *testing.T) {
	yes := true
	d := deckOf("d", "a", "g1@g", "g2@g", "b", "h1@h", "h2@h", "h3@h", "c", "g3@g")
	order := func(seed uint64) string {
		return names(quiz.Queue(itemsOf(nil, d), noon, quiz.DefaultLimits(), seed))
	}
	if got := order(1); got != "a g1 g2 b h1 h2 h3 c g3" {
		t.Errorf("not shuffled: %q", got)
	}
	d.Groups["h"].Shuffle = true
	inGroup := map[string]bool{}
	for seed := range uint64(50) {
		got := order(seed)
		inGroup[got] = true
		if !strings.HasPrefix(got, "a g1 g2 b h") || !strings.HasSuffix(got, " c g3") {
			t.Fatalf("only the group is shuffled: %q", got)
		}
	}
	if len(inGroup) != 6 {
		t.Errorf("three questions came in %d of 6 orders", len(inGroup))
	}
	d.Study.Shuffle = &yes
	whole := map[string]bool{}
	for seed := range uint64(50) {
		got := order(seed)
		whole[got] = true
		if !strings.Contains(got, "g1 g2 g3") {
			t.Fatalf("a group keeps together and in order: %q", got)
		}
	}
	if len(whole) < 40 {
		t.Errorf("50 seeds gave %d orders", len(whole))
	}
}

// Whatever the cards and limits: the queue depends on nothing but its
// arguments, holds no card twice, keeps its limits, and one card a question.
func TestQueueLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var questions []string
		progress := map[string]quiz.Progress{}
		for i := range rapid.IntRange(0, 12).Draw(t, "questions") {
			q := fmt.Sprint("q", i)
			for _, card := range []string{q, q + "/reverse"} {
				switch rapid.IntRange(0, 4).Draw(t, card) {
				case 1:
					progress[card] = review(today + quiz.Day(rapid.IntRange(-3, 3).Draw(t, "due")))
				case 2:
					progress[card] = step(quiz.Learning, time.Duration(rapid.IntRange(-60, 60).Draw(t, "wait"))*time.Minute)
				case 3:
					progress[card] = quiz.Progress{Suspended: true}
				case 4:
					p := review(today + 9)
					p.Last = today
					progress[card] = p
				}
			}
			if i > 0 && rapid.Bool().Draw(t, "after") {
				q += fmt.Sprint(">q", rapid.IntRange(0, i-1).Draw(t, "what"))
			}
			questions = append(questions, q+"<")
		}
		items := itemsOf(progress, deckOf("d", questions...))
		limit := rapid.IntRange(-1, 6)
		l := quiz.Limits{New: limit.Draw(t, "new"), Reviews: limit.Draw(t, "reviews"), Session: limit.Draw(t, "session")}
		seed := rapid.Uint64().Draw(t, "seed")
		queue := quiz.Queue(items, noon, l, seed)

		if again := quiz.Queue(items, noon, l, seed); names(again) != names(queue) {
			t.Fatalf("the same arguments gave %q and %q", names(queue), names(again))
		}
		cards, byQuestion := map[decks.CardID]bool{}, map[string]int{}
		var fresh, due, last int
		for _, it := range queue {
			rank := 1
			switch p := it.Progress; {
			case p.State == quiz.New:
				rank = 2
				fresh++
			case p.Steps() && p.Due.After(noon.At):
				rank = 3
			case p.Steps():
				rank = 0
			}
			if rank < last {
				t.Fatalf("not learning, due, new, later: %q", names(queue))
			}
			last = rank
			if cards[it.Card.ID] || it.Held(today) {
				t.Fatalf("%v is twice in the queue, or held", it.Card.ID)
			}
			cards[it.Card.ID] = true
			if it.Progress.Steps() {
				continue
			}
			if rank == 1 {
				due++
			}
			if byQuestion[it.Card.ID.Question]++; byQuestion[it.Card.ID.Question] > 1 {
				t.Fatalf("two siblings in %q", names(queue))
			}
		}
		over := func(n, limit int) bool { return limit >= 0 && n > limit }
		if over(fresh, l.New) || over(due, l.Reviews) || over(len(queue), l.Session) {
			t.Fatalf("%d new, %d due, %d in all under %+v", fresh, due, len(queue), l)
		}
	})
}

func TestLeech(t *testing.T) {
	told := func(threshold int) (at []int) {
		for lapses := range 21 {
			if quiz.LeechTold(lapses, threshold) {
				at = append(at, lapses)
			}
		}
		return at
	}
	for threshold, want := range map[int][]int{
		0: nil,
		1: {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20},
		3: {3, 5, 7, 9, 11, 13, 15, 17, 19},
		8: {8, 12, 16, 20},
	} {
		if d := cmp.Diff(want, told(threshold)); d != "" {
			t.Errorf("threshold %d: %s", threshold, d)
		}
	}
	if quiz.IsLeech(7, 8) || !quiz.IsLeech(9, 8) || quiz.IsLeech(9, 0) {
		t.Error("a leech has at least as many lapses as the threshold, and 0 knows none")
	}
}

// manyItems is a deck of n cards, a third of each state.
func manyItems(n int) []quiz.Item {
	var ids []string
	progress := map[string]quiz.Progress{}
	for i := range n {
		id := fmt.Sprint("q", i)
		ids = append(ids, id)
		switch i % 3 {
		case 0:
			progress[id] = review(today - quiz.Day(i%50))
		case 1:
			progress[id] = review(today + quiz.Day(i%50))
		}
	}
	return itemsOf(progress, deckOf("d", ids...))
}

// BenchmarkQueue builds the queue of a day, in file order and shuffled.
func BenchmarkQueue(b *testing.B) {
	model, err := fsrs.NewModel(nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{10_000, 100_000} {
		items := manyItems(n)
		b.Run(fmt.Sprintf("%d cards, by what a review gains", n), func(b *testing.B) {
			l := quiz.DefaultLimits()
			l.Gain = func(it *quiz.Item) float64 { return model.Gain(it.Progress, today) }
			for b.Loop() {
				quiz.Queue(items, noon, l, 1)
			}
		})
		for _, shuffle := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d cards, shuffle %v", n, shuffle), func(b *testing.B) {
				items[0].Card.Question.Deck.Study.Shuffle = &shuffle
				for b.Loop() {
					quiz.Queue(items, noon, quiz.DefaultLimits(), 1)
				}
			})
		}
	}
}
