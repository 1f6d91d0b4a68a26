package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
)

func TestShares(t *testing.T) {
	for _, row := range []struct {
		name   string
		load   []int
		limit  int
		n      int
		want   []int
		fits   bool
		fewest int
	}{
		{"empty days", []int{0, 0, 0}, 10, 6, []int{2, 2, 2}, true, 1},
		{"what does not come out even", []int{0, 0, 0}, 10, 7, []int{3, 2, 2}, true, 1},
		{"full days get less", []int{5, 0, 2}, 10, 5, []int{0, 4, 1}, true, 1},
		{"a day over the limit", []int{12, 0, 0}, 10, 4, []int{0, 2, 2}, true, 2},
		{"all that fits", []int{9, 10, 8}, 10, 3, []int{1, 0, 2}, true, 3},
		{"too many", []int{9, 10, 8}, 10, 4, nil, false, 4},
		{"none", []int{3, 0}, 10, 0, []int{0, 0}, true, 1},
	} {
		room := quiz.Room{First: today, Days: len(row.load), Limit: row.limit, Load: func(day quiz.Day) int {
			if i := int(day - today); i < len(row.load) {
				return row.load[i]
			}
			return 0
		}}
		got, fits := room.Shares(row.n)
		if fits != row.fits || fits && !slices.Equal(got, row.want) {
			t.Errorf("%s: %v %v, want %v", row.name, got, fits, row.want)
		}
		if fewest, ok := room.Fewest(row.n); !ok || fewest != row.fewest {
			t.Errorf("%s: %d days at least, want %d", row.name, fewest, row.fewest)
		}
	}
	never := quiz.Room{First: today, Limit: 5, Load: func(quiz.Day) int { return 5 }}
	if _, ok := never.Fewest(1); ok {
		t.Error("a card fits where there is no room")
	}
}

// However days are filled: each card gets one of them, none has more than the
// limit or than it had, a day with less room is not filled higher, and the order
// is kept but for siblings, which come apart where they can.
func TestSpreadLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		load := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 8).Draw(t, "load")
		room := quiz.Room{First: today, Days: len(load), Limit: rapid.IntRange(0, 10).Draw(t, "limit"), Load: func(day quiz.Day) int { return load[day-today] }}
		var cards []decks.CardID
		for i := range rapid.IntRange(0, 40).Draw(t, "cards") {
			cards = append(cards, decks.CardID{Deck: "d", Question: fmt.Sprint(rapid.IntRange(0, 20).Draw(t, "question")), Face: decks.Face(fmt.Sprint("c", i+1))})
		}
		days, ok := room.Spread(cards)
		space := 0
		for _, n := range load {
			space += max(0, room.Limit-n)
		}
		if ok != (len(cards) <= space) {
			t.Fatalf("%d cards in a space of %d: %v", len(cards), space, ok)
		}
		if !ok {
			return
		}
		after := slices.Clone(load)
		for _, day := range days {
			after[day-today]++
		}
		level := 0
		for i, n := range after {
			if n > load[i] {
				level = max(level, n)
			}
			if n > max(room.Limit, load[i]) {
				t.Fatalf("day %d has %d of %d", i, n, room.Limit)
			}
		}
		for _, n := range after {
			if n < level-1 {
				t.Fatalf("days %v became %v", load, after)
			}
		}
		siblings := false
		for i := range cards {
			siblings = siblings || slices.ContainsFunc(cards[:i], func(c decks.CardID) bool { return c.Question == cards[i].Question })
		}
		if !siblings && !slices.IsSorted(days) {
			t.Fatalf("the order is lost: %v", days)
		}
	})
}

// Siblings come on different days.
func TestSpreadSiblings(t *testing.T) {
	id := func(q, face string) decks.CardID { return decks.CardID{Deck: "d", Question: q, Face: decks.Face(face)} }
	room := quiz.Room{First: today, Days: 2, Limit: 9, Load: func(quiz.Day) int { return 0 }}
	days, _ := room.Spread([]decks.CardID{id("a", "ask"), id("a", "reverse"), id("b", "ask"), id("c", "ask")})
	if want := []quiz.Day{today, today + 1, today, today + 1}; !slices.Equal(days, want) {
		t.Errorf("got %v, want %v", days, want)
	}
	days, _ = room.Spread([]decks.CardID{id("a", "c1"), id("a", "c2"), id("a", "c3"), id("a", "c4")})
	if want := []quiz.Day{today, today + 1, today, today + 1}; !slices.Equal(days, want) {
		t.Errorf("more siblings than days: got %v, want %v", days, want)
	}
}
