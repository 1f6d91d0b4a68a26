package quiz_test

import (
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
)

func TestOrders(t *testing.T) {
	type progress = map[string]quiz.Progress
	all := quiz.Limits{New: quiz.Unlimited, Reviews: quiz.Unlimited, Session: quiz.Unlimited}
	with := func(change func(*quiz.Limits)) quiz.Limits {
		l := all
		change(&l)
		return l
	}
	days := progress{"r1": review(today - 3), "r2": review(today - 2), "r3": review(today - 1), "r4": review(today)}
	gain := func(order string) func(*quiz.Item) float64 {
		return func(it *quiz.Item) float64 { return -float64(strings.Index(order, it.Card.ID.Question)) }
	}
	second := 1
	for _, tt := range []struct {
		name   string
		specs  []string
		states progress
		limits quiz.Limits
		want   string
	}{
		{"new after the reviews", []string{"n1", "r1", "n2", "r2"}, days, all, "r1 r2 n1 n2"},
		{"new before the reviews", []string{"n1", "r1", "n2", "r2"}, days, with(func(l *quiz.Limits) { l.NewMix = quiz.NewBefore }), "n1 n2 r1 r2"},
		{"new among the reviews", []string{"n1", "r1", "n2", "r2", "r3", "r4"}, days, with(func(l *quiz.Limits) { l.NewMix = quiz.NewAmong }), "r1 n1 r2 r3 n2 r4"},
		{"one new among many", []string{"n1", "r1", "r2", "r3", "r4"}, days, with(func(l *quiz.Limits) { l.NewMix = quiz.NewAmong }), "r1 r2 n1 r3 r4"},
		{"more new than reviews", []string{"n1", "n2", "n3", "r1"}, days, with(func(l *quiz.Limits) { l.NewMix = quiz.NewAmong }), "n1 r1 n2 n3"},
		{"new among none", []string{"n1", "n2"}, nil, with(func(l *quiz.Limits) { l.NewMix = quiz.NewAmong }), "n1 n2"},
		{"a step that has ended goes before new ones", []string{"n1", "r1", "s"}, progress{"r1": review(today), "s": step(quiz.Learning, 0)},
			with(func(l *quiz.Limits) { l.NewMix = quiz.NewBefore }), "s n1 r1"},

		{"by what a review gains", []string{"r1", "r2", "r3", "r4"}, days,
			with(func(l *quiz.Limits) { l.ReviewOrder, l.Gain = quiz.ByRetrievability, gain("r3 r1 r4 r2") }), "r3 r1 r4 r2"},
		{"and the limit comes after it", []string{"r1", "r2", "r3", "r4"}, days,
			with(func(l *quiz.Limits) { l.ReviewOrder, l.Gain, l.Reviews = quiz.ByRetrievability, gain("r3 r1 r4 r2"), 2 }), "r3 r1"},
		{"nothing known of a gain", []string{"r2", "r1"}, days, with(func(l *quiz.Limits) { l.ReviewOrder = quiz.ByRetrievability }), "r1 r2"},
		{"a gain that is not asked for", []string{"r2", "r1"}, days, with(func(l *quiz.Limits) { l.ReviewOrder, l.Gain = quiz.ByDue, gain("r2 r1") }), "r1 r2"},

		{"siblings together", []string{"a<", "b<"}, progress{"a": review(today - 1), "a/reverse": review(today)},
			with(func(l *quiz.Limits) { l.Together = true }), "a a/reverse b b/reverse"},
		{"a limit of the deck", []string{"r1", "r2", "n1"}, days, with(func(l *quiz.Limits) { l.ReviewsOf = map[string]int{"d": 1} }), "r1 n1"},
		{"what is done counts", []string{"r1", "r2", "r3"}, days,
			with(func(l *quiz.Limits) { l.ReviewsOf, l.Done.ReviewsOf = map[string]int{"d": 3}, map[string]int{"d": 2} }), "r1"},
		{"a limit of another deck", []string{"r1", "r2"}, days, with(func(l *quiz.Limits) { l.ReviewsOf = map[string]int{"e": 1} }), "r1 r2"},

		{"a pause", []string{"n1", "r1"}, days, with(func(l *quiz.Limits) { l.Paused = today + 1 }), "r1"},
		{"a pause that is over", []string{"n1", "r1"}, days, with(func(l *quiz.Limits) { l.Paused = today }), "r1 n1"},
		{"new cards that are asked for in a pause", []string{"n1", "n2"}, nil, with(func(l *quiz.Limits) { l.Paused, l.NewNow = today+1, &second }), "n1"},

		{"time for two reviews", []string{"r1", "r2", "r3", "n1"}, days, with(func(l *quiz.Limits) { l.Time = 31 * time.Second }), "r1 r2"},
		{"a pace of one's own", []string{"r1", "r2", "r3", "n1"}, days,
			with(func(l *quiz.Limits) { l.Time, l.Pace = 31*time.Second, quiz.Pace{quiz.Review: 5 * time.Second} }), "r1 r2 r3"},
		{"reviews go before new cards", []string{"r1", "n1"}, days,
			with(func(l *quiz.Limits) { l.Time, l.NewMix = 20*time.Second, quiz.NewBefore }), "r1"},
		{"one card at least", []string{"n1", "n2"}, nil, with(func(l *quiz.Limits) { l.Time = time.Second }), "n1"},
		{"no time left, but the steps", []string{"n1", "r1", "s"}, progress{"r1": review(today), "s": step(quiz.Learning, 0)}, with(func(l *quiz.Limits) { l.Time = -1 }), "s"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := names(quiz.Queue(itemsOf(tt.states, deckOf("d", tt.specs...)), noon, tt.limits, 4)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// By chance every order comes, and each seed has its own.
func TestReviewsByChance(t *testing.T) {
	items := itemsOf(map[string]quiz.Progress{"a": review(today - 9), "b": review(today)}, deckOf("d", "a", "b"))
	l := quiz.DefaultLimits()
	l.ReviewOrder = quiz.ByChance
	seen := map[string]bool{}
	for seed := range uint64(40) {
		seen[names(quiz.Queue(items, noon, l, seed))] = true
	}
	if len(seen) != 2 {
		t.Errorf("40 seeds gave %v", seen)
	}
}

func TestPace(t *testing.T) {
	var reviews []quiz.Event
	rate := func(q string, state quiz.State, seconds int64) {
		reviews = append(reviews, quiz.Event{Kind: quiz.ReviewEvent, Card: decks.CardID{Deck: "d", Question: q, Face: "ask"},
			Review: &quiz.ReviewBody{Rating: quiz.Good, State: state, Taken: seconds * 1000}})
	}
	for i := range 21 {
		q := string(rune('a' + i))
		rate(q, quiz.Learning, 8)            // was new
		rate(q, quiz.Review, 3)              // was learning
		rate("old"+q, quiz.Review, int64(i)) // was due
		if i < 5 {
			rate("away"+q, quiz.Relearning, 3000) // the learner was away
		}
	}
	got := quiz.PaceOf(reviews)
	want := quiz.StandardPace()
	want[quiz.New], want[quiz.Learning], want[quiz.Review] = 8*time.Second, 3*time.Second, 13*time.Second
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := quiz.PaceOf(reviews[:40]); got != quiz.StandardPace() {
		t.Errorf("too few answers give %v", got)
	}
	if new, due := (quiz.Pace{}).Of(quiz.New), (quiz.Pace{}).Of(quiz.Review); new <= due || due < 10*time.Second {
		t.Errorf("a new card takes %v, one due %v", new, due)
	}
}

// A burial is over on the next day, whatever the clock, the zone and the start
// of the day do meanwhile.
func TestBurialEnds(t *testing.T) {
	zone := func(name string) *time.Location {
		l, err := time.LoadLocation(name)
		if err != nil {
			t.Skip(err)
		}
		return l
	}
	at := func(l *time.Location, s string) time.Time {
		v, err := time.ParseInLocation("2006-01-02 15:04", s, l)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	type place struct {
		zone  string
		start int
	}
	home := place{"Europe/Berlin", 4}
	for _, row := range []struct {
		name        string
		then        place
		buried      string
		now         place
		back        string
		held, after bool // that day, and at back
	}{
		{"the next morning", home, "2026-05-01 10:00", home, "2026-05-02 04:00", true, false},
		{"the night before it", home, "2026-05-01 10:00", home, "2026-05-02 03:59", true, true},
		{"late at night it is still the day before", home, "2026-05-02 03:00", home, "2026-05-02 04:00", true, false},
		{"the clock goes forward", home, "2026-03-28 23:00", home, "2026-03-29 04:00", true, false},
		{"the clock goes back", home, "2026-10-24 23:00", home, "2026-10-25 04:00", true, false},
		{"the day starts earlier now", home, "2026-05-01 10:00", place{"Europe/Berlin", 0}, "2026-05-02 00:00", true, false},
		{"the day starts later now", home, "2026-05-01 10:00", place{"Europe/Berlin", 10}, "2026-05-02 09:59", true, true},
		{"and is over then", home, "2026-05-01 10:00", place{"Europe/Berlin", 10}, "2026-05-02 10:00", true, false},
		{"across the date line, the same date again", place{"Pacific/Auckland", 4}, "2026-05-02 10:00", place{"Pacific/Honolulu", 4}, "2026-05-02 10:00", true, true},
		{"and the day after", place{"Pacific/Auckland", 4}, "2026-05-02 10:00", place{"Pacific/Honolulu", 4}, "2026-05-03 10:00", true, false},
		{"a clock that was a year ahead", home, "2027-05-01 10:00", home, "2026-05-02 10:00", true, false},
		{"a clock that was ahead, the same day", home, "2027-05-01 10:00", home, "2026-05-01 10:01", true, false},
		{"a clock that is a year ahead", home, "2026-05-01 10:00", home, "2027-05-01 10:00", true, false},
	} {
		then, now := zone(row.then.zone), zone(row.now.zone)
		day := quiz.DayOf(at(then, row.buried), then, row.then.start)
		p := quiz.Progress{Buried: day + 1}
		if p.BuriedOn(day) != row.held {
			t.Errorf("%s: on the day itself held %v", row.name, !row.held)
		}
		back := quiz.DayOf(at(now, row.back), now, row.now.start)
		if p.BuriedOn(back) != row.after {
			t.Errorf("%s: on %v held %v", row.name, back, !row.after)
		}
	}
}
