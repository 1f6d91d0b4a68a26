package optimizer_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recto/quiz"
	"recto/quiz/optimizer"
)

func TestReschedule(t *testing.T) {
	const today = quiz.Day(100)
	type days = []quiz.Day
	for _, row := range []struct {
		name  string
		cards []optimizer.Placing
		other map[quiz.Day]int
		limit int
		want  days
	}{
		{"nothing", nil, nil, 5, days{}},
		{"as good as it was", []optimizer.Placing{{110, 108, 112, 0.9}}, nil, 5, days{110}},
		{"later", []optimizer.Placing{{110, 120, 120, 0.9}}, nil, 5, days{120}},
		{"sooner", []optimizer.Placing{{120, 110, 110, 0.9}}, nil, 5, days{110}},
		{"should have been before today", []optimizer.Placing{{120, 80, 90, 0.5}}, nil, 5, days{100}},
		{"overdue, and still is", []optimizer.Placing{{90, 80, 85, 0.5}}, nil, 5, days{90}},
		{"overdue, but too early", []optimizer.Placing{{90, 130, 130, 0.95}}, nil, 5, days{130}},
		{"to the emptiest of its days", []optimizer.Placing{{120, 104, 106, 0.8}}, map[quiz.Day]int{104: 2, 105: 1, 106: 3}, 5, days{105}},
		{"sooner, all full: the first day after", []optimizer.Placing{{120, 104, 105, 0.8}}, map[quiz.Day]int{104: 5, 105: 9, 106: 5}, 5, days{107}},
		{"later, all full: the last day before", []optimizer.Placing{{102, 104, 105, 0.8}}, map[quiz.Day]int{104: 5, 105: 9}, 5, days{103}},
		{"no room anywhere", []optimizer.Placing{{103, 101, 101, 0.8}}, map[quiz.Day]int{101: 5, 102: 7}, 5, days{103}},
		{"the most urgent first", []optimizer.Placing{{120, 101, 101, 0.8}, {120, 101, 101, 0.6}, {120, 101, 101, 0.7}}, nil, 1, days{103, 101, 102}},
		{"who leaves makes room", []optimizer.Placing{{101, 150, 150, 0.9}, {120, 101, 101, 0.6}}, nil, 1, days{150, 101}},
		{"one for one where more is due than the limit", []optimizer.Placing{{101, 150, 150, 0.9}, {120, 101, 101, 0.6}}, map[quiz.Day]int{101: 8}, 1, days{150, 101}},
		{"what is overdue fills today", []optimizer.Placing{{120, 99, 99, 0.6}}, map[quiz.Day]int{42: 3, 100: 2}, 5, days{101}},
		{"no reviews at all a day", []optimizer.Placing{{120, 110, 110, 0.6}}, nil, 0, days{120}},
	} {
		if got := optimizer.Reschedule(row.cards, row.other, today, row.limit); !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

// TestRescheduleFloodsNoDay: no day gets more than it had or than the limit,
// no card goes beyond the days between its old one and the wanted ones, and
// asking again for what was reached changes no day back.
func TestRescheduleFloodsNoDay(t *testing.T) {
	const today = quiz.Day(1000)
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(0, 12).Draw(t, "limit")
		other := map[quiz.Day]int{}
		for range rapid.IntRange(0, 10).Draw(t, "others") {
			other[quiz.Day(rapid.IntRange(980, 1040).Draw(t, "day"))]++
		}
		cards := make([]optimizer.Placing, rapid.IntRange(0, 120).Draw(t, "cards"))
		for i := range cards {
			low := quiz.Day(rapid.IntRange(970, 1040).Draw(t, "low"))
			cards[i] = optimizer.Placing{
				Day: quiz.Day(rapid.IntRange(970, 1040).Draw(t, "due")), Low: low,
				High:   low + quiz.Day(rapid.IntRange(0, 6).Draw(t, "spread")),
				Recall: rapid.Float64Range(0, 1).Draw(t, "recall"),
			}
		}
		days := optimizer.Reschedule(cards, other, today, limit)
		before, after := map[quiz.Day]int{}, map[quiz.Day]int{}
		for day, n := range other {
			before[max(day, today)] += n
			after[max(day, today)] += n
		}
		for i, c := range cards {
			before[max(c.Day, today)]++
			after[max(days[i], today)]++
			low, high := min(c.Day, max(c.Low, today)), max(c.Day, c.High, today)
			if days[i] < low || days[i] > high {
				t.Errorf("%+v goes to %d", c, days[i])
			}
			if days[i] != c.Day && days[i] < today {
				t.Errorf("%+v goes to %d, which is over", c, days[i])
			}
		}
		for day, n := range after {
			if n > max(before[day], limit) {
				t.Errorf("day %d has %d cards, it had %d and the limit is %d", day, n, before[day], limit)
			}
		}
	})
}
