package fsrs_test

import (
	"testing"

	"recto/quiz/fsrs"
)

func TestFuzzRange(t *testing.T) {
	for _, row := range []struct {
		name             string
		interval         float64
		elapsed, maximum int
		low, high        int
	}{
		{"a day", 1, 0, 36500, 1, 1},
		{"too short", 2.4, 0, 36500, 2, 2},
		{"short", 3, 0, 36500, 2, 4},
		{"a week", 7, 0, 36500, 5, 9},
		{"ten days", 10, 0, 36500, 8, 12},
		{"longer than elapsed", 10, 9, 36500, 10, 12},
		{"not longer than elapsed", 10, 10, 36500, 8, 12},
		{"months", 100, 30, 36500, 93, 107},
		{"months, long waited for", 100, 95, 36500, 96, 107},
		{"years", 1000, 500, 36500, 948, 1052},
		{"at the maximum", 1000, 500, 1000, 948, 1000},
		{"beyond the maximum", 365, 30, 300, 280, 300},
		{"a maximum of a day", 5, 0, 1, 1, 1},
	} {
		if low, high := fsrs.FuzzRange(row.interval, row.elapsed, row.maximum); low != row.low || high != row.high {
			t.Errorf("%s: %d to %d, want %d to %d", row.name, low, high, row.low, row.high)
		}
	}
}
