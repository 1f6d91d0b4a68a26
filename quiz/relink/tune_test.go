package relink_test

import "testing"

func TestTune(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3} {
		seen := map[string]int{}
		all := measure(t, seed, 40, func(kind, what, text string) {
			if seen[kind+what]++; seen[kind+what] <= 6 {
				t.Logf("%s %s: %s", kind, what, text)
			}
		})
		report(t, seed, all)
	}
}
