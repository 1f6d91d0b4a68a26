package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTakenIDs(t *testing.T) {
	for _, row := range []struct{ name, taken, wanted, got string }{
		{"free", "", "a", "a"},
		{"taken", "a", "a a", "a-2 a-3"},
		{"case", "A", "a", "a-2"},
		{"a number is taken", "a a-3", "a a a", "a-2 a-4 a-5"},
		{"what was handed out is taken", "", "a a a-2 a", "a a-2 a-2-2 a-3"},
	} {
		taken := takenIDs{}
		for _, id := range strings.Fields(row.taken) {
			taken.take(id)
		}
		var got []string
		for _, id := range strings.Fields(row.wanted) {
			got = append(got, taken.free(id))
		}
		if !slices.Equal(got, strings.Fields(row.got)) {
			t.Errorf("%s: %v, want %s", row.name, got, row.got)
		}
	}
}

// BenchmarkFreeIDs finds ids for 2,000 and 20,000 questions of the same text.
// The time for each must not grow with their number.
func BenchmarkFreeIDs(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				taken := takenIDs{}
				for range n {
					taken.free("what-does-this-print")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/id")
		})
	}
}
