package simulate

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Cards leave a line in their order, and what did not leave is left.
func TestLine(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cards := rapid.SliceOfDistinct(rapid.Int32Range(0, 1000), func(i int32) int32 { return i }).Draw(rt, "cards")
		sorted := slices.Sorted(slices.Values(cards))
		n := rapid.IntRange(0, len(cards)).Draw(rt, "how many come")
		l := newLine(slices.Clone(cards), func(a, b int32) bool { return a < b })
		for _, want := range sorted[:n] {
			if got := l.pop(); got != want {
				rt.Fatalf("%d comes before %d", got, want)
			}
		}
		if left := slices.Sorted(slices.Values(l.cards)); !slices.Equal(left, sorted[n:]) {
			rt.Fatalf("%v are left, not %v", left, sorted[n:])
		}
		standing := line{cards: cards}
		for _, want := range cards {
			if got := standing.pop(); got != want {
				rt.Fatalf("%d comes before %d", got, want)
			}
		}
	})
}
