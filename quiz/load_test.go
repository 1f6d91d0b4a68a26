package quiz_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
)

// 2024-10-04, the day of these tests, is a Friday.
func TestWeekday(t *testing.T) {
	for day, want := range map[quiz.Day]string{0: "Thursday", -1: "Wednesday", -8: "Wednesday", 3: "Sunday", today: "Friday"} {
		if got := day.Weekday().String(); got != want {
			t.Errorf("%v is a %s, want %s", day, got, want)
		}
	}
}

// loadOf counts so many cards on days from today on.
func loadOf(counts map[int]int) *quiz.Load {
	l := &quiz.Load{}
	for days, n := range counts {
		for range n {
			p := review(today + quiz.Day(days))
			l.Count(&p)
		}
	}
	return l
}

func TestLoadWeights(t *testing.T) {
	deck := deckOf("d", "a<", "b")
	a := itemsOf(nil, deck)[0].Card.ID
	saturdayReduced := quiz.Week{6: quiz.ReducedDay}
	saturdayMinimum := quiz.Week{6: quiz.MinimumDay}
	allReduced := quiz.Week{1, 1, 1, 1, 1, 1, 1}
	// From Tuesday in 4 days on, Saturday is day 8.
	for _, row := range []struct {
		name     string
		counts   map[int]int
		change   func(*quiz.Load)
		interval int
		want     []float64 // days 6 to 10
	}{
		{"nothing bears", map[int]int{7: 5}, func(*quiz.Load) {}, 8, nil},
		{"empty days are all alike", nil, func(l *quiz.Load) { l.Even = true }, 8, []float64{1, 1, 1, 1, 1}},
		{"few cards, and earlier", map[int]int{6: 1, 7: 2, 8: 2, 9: 4}, func(l *quiz.Load) { l.Even = true }, 8,
			[]float64{1.0 / 216, math.Pow(2, -2.15) / 343, math.Pow(2, -2.15) / 512, math.Pow(4, -2.15) / 729, 1}},
		{"not beyond 90 days", map[int]int{6: 1, 7: 2}, func(l *quiz.Load) { l.Even = true }, 91, nil},
		{"siblings apart", nil, func(l *quiz.Load) {
			l.Apart = true
			sibling := review(today + 7)
			items := itemsOf(map[string]quiz.Progress{"a/reverse": sibling}, deck)
			l.Know(items, items[:1])
		}, 8, []float64{0.2, 1e-6, 0.2, 0.4, 0.6}},
		{"siblings need not be apart", nil, func(l *quiz.Load) {
			items := itemsOf(map[string]quiz.Progress{"a/reverse": review(today + 7)}, deck)
			l.Know(items, items[:1])
		}, 8, nil},
		{"a minimum day", nil, func(l *quiz.Load) { l.Week = saturdayMinimum }, 8, []float64{1, 1, 1e-4, 1, 1}},
		{"also beyond 90 days", nil, func(l *quiz.Load) { l.Week, l.Even = saturdayMinimum, true }, 100, []float64{1, 1, 1e-4, 1, 1}},
		{"a reduced day with its half", map[int]int{3: 4, 4: 4, 5: 4, 6: 4, 7: 4, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4},
			func(l *quiz.Load) { l.Week = saturdayReduced }, 8, []float64{1, 1, 1e-4, 1, 1}},
		{"a reduced day below it", map[int]int{3: 4, 4: 4, 5: 4, 6: 4, 7: 4, 8: 1, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4},
			func(l *quiz.Load) { l.Week = saturdayReduced }, 8, []float64{1, 1, 1, 1, 1}},
		{"all days are reduced", nil, func(l *quiz.Load) { l.Week = allReduced }, 8, []float64{1, 1, 1, 1, 1}},
	} {
		t.Run(row.name, func(t *testing.T) {
			l := loadOf(row.counts)
			row.change(l)
			got := l.Weights(a, quiz.Progress{}, today, 6, 10, row.interval)
			if len(got) != len(row.want) {
				t.Fatalf("got %v, want %v", got, row.want)
			}
			for i := range got {
				if math.Abs(got[i]-row.want[i]) > 1e-12 {
					t.Errorf("day %d: %v, want %v", 6+i, got[i], row.want[i])
				}
			}
		})
	}
}

// Whatever cards do, moving them tells the same as counting them anew, and a
// card's own day is as welcome to it as if it were nowhere.
func TestLoadMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := []decks.CardID{{Deck: "d", Question: "a"}, {Deck: "d", Question: "b"}, {Deck: "d", Question: "c"}}
		now := map[decks.CardID]quiz.Progress{}
		moved := &quiz.Load{Even: true}
		draw := func() quiz.Progress {
			p := quiz.Progress{State: quiz.State(rapid.IntRange(0, 3).Draw(t, "state")), DueDay: today + quiz.Day(rapid.IntRange(0, 5).Draw(t, "due"))}
			p.Suspended = rapid.IntRange(0, 4).Draw(t, "suspended") == 0
			return p
		}
		for _, id := range ids {
			p := draw()
			now[id] = p
			moved.Count(&p)
		}
		for range rapid.IntRange(0, 8).Draw(t, "moves") {
			id := rapid.SampledFrom(ids).Draw(t, "card")
			p := draw()
			moved.Move(id, now[id], p)
			now[id] = p
		}
		for _, id := range ids {
			anew, without := &quiz.Load{Even: true}, &quiz.Load{Even: true}
			for other, p := range now {
				anew.Count(&p)
				if other != id {
					without.Count(&p)
				}
			}
			for day := today; day < today+6; day++ {
				if moved.Due(day) != anew.Due(day) {
					t.Fatalf("%d cards on %v, counted %d", moved.Due(day), day, anew.Due(day))
				}
			}
			got, want := moved.Weights(id, now[id], today, 1, 5, 3), without.Weights(id, quiz.Progress{}, today, 1, 5, 3)
			for i := range got {
				if got[i] != want[i] {
					t.Fatalf("weights %v, without itself %v", got, want)
				}
			}
		}
	})
}
