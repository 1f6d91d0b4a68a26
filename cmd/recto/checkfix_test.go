package main

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks/edit"
)

// Whole lines that change make the new text of the old one, wherever they stand.
func TestLineSplices(t *testing.T) {
	lines := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a\n", "b\n", "\n", "c\r\n", strings.Repeat("x\n", farLine)})).Draw(t, "lines"), "") +
			rapid.SampledFrom([]string{"", "end"}).Draw(t, "end")
	})
	rapid.Check(t, func(t *rapid.T) {
		was, now := lines.Draw(t, "was"), lines.Draw(t, "now")
		splices := lineSplices(was, now)
		if got, err := edit.Apply([]byte(was), splices...); err != nil || string(got) != now {
			t.Fatalf("%q becomes %q, want %q (%v)", was, got, now, err)
		}
		for _, s := range splices {
			if s.Start > 0 && s.Start < len(was) && was[s.Start-1] != '\n' || was[s.Start:s.End] == s.Text {
				t.Fatalf("%q to %q changes %q to %q", was, now, was[s.Start:s.End], s.Text)
			}
		}
	})
}

// BenchmarkLineSplices compares texts of 2,000 and 20,000 lines that all change.
// The time for each must not grow with their number.
func BenchmarkLineSplices(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		var was, now strings.Builder
		for i := range n {
			fmt.Fprintf(&was, "{ answer = \"item %d \" },\n", i)
			fmt.Fprintf(&now, "{ answer = \"item %d\" },\n", i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				lineSplices(was.String(), now.String())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/line")
		})
	}
}
