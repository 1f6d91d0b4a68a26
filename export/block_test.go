package export

import "testing"

// A block is cut where most of it stays above, with two lines on either side
// where that leaves no half page empty.
func TestCutLeavesTwoLines(t *testing.T) {
	lines := func(n int) *block {
		b := &block{}
		for range n {
			b.Texts = append(b.Texts, Text{Y: b.height + 4, Text: "x"})
			b.skip(5)
			b.mayCut()
		}
		return b
	}
	tests := []struct {
		name        string
		lines       int
		room        float64
		head, tails int // lines above and below
	}{
		{"in the middle", 10, 26, 5, 5},
		{"not a line alone below", 10, 46, 8, 2},
		{"not a line alone above", 10, 5, 1, 9}, // there is no other place
		{"all fits but for a little", 10, 49, 8, 2},
		{"three lines cannot keep two on either side", 3, 11, 2, 1},
		{"nothing fits", 10, 3, 10, 0},
		{"two lines", 2, 6, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			head, tail := lines(tt.lines).cut(tt.room)
			below := 0
			if tail != nil {
				below = len(tail.Texts)
				if tail.Texts[0].Y != 4 || head.height+tail.height != float64(tt.lines)*5 {
					t.Errorf("the rest begins at %g; heights %g and %g", tail.Texts[0].Y, head.height, tail.height)
				}
			}
			if len(head.Texts) != tt.head || below != tt.tails {
				t.Errorf("%d and %d lines, want %d and %d", len(head.Texts), below, tt.head, tt.tails)
			}
		})
	}
}
