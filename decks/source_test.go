package decks

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPositions: places that are worked out in one pass are those that are
// looked up one by one, whatever the lines.
func TestPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "한", "👍", "\n", "\r\n", "\t", strings.Repeat("ö", 700)})).Draw(t, "text"), "")
		s := newSource("p.toml", []byte(text))
		var offsets []int
		for at := range text { // the starts of code points
			if rapid.Bool().Draw(t, "taken") {
				offsets = append(offsets, at)
			}
		}
		var want []Position
		for _, at := range offsets {
			want = append(want, s.position(at))
		}
		if got := s.positions(offsets); !slices.Equal(got, want) {
			t.Errorf("positions of %v in %q are %v, want %v", offsets, text, got, want)
		}
	})
}
