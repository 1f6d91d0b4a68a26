//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkFirstQuestion is the time from the start of recto study to the first
// question on a terminal, with decks that have been studied before. For 10,000
// questions the metric "x-decode" is that time as a part of the time that a bare
// toml.Decode of the deck takes on the same terminal, 0.5 at most; for ten
// "x-version" is it as a multiple of recto version, 4 at most. Each is the median
// of runs made in turn. "peak-MB" is the most memory that was held.
func BenchmarkFirstQuestion(b *testing.B) {
	for _, bb := range []struct {
		questions int
		other     []string // what it is compared with; the deck follows
		says      string
		metric    string
	}{
		{10_000, []string{"bare-decode"}, "decoded 10000", "x-decode"},
		{10, []string{"recto", "version"}, "recto ", "x-version"},
	} {
		b.Run(fmt.Sprint(bb.questions), func(b *testing.B) {
			home, deck := studiedHome(b, bb.questions)
			other := bb.other
			if bb.metric == "x-decode" {
				other = append(slices.Clone(other), deck)
			}
			var ours, theirs []time.Duration
			peak := int64(0)
			for b.Loop() {
				took, memory := untilShown(b, home, "place number", "recto", "study", deck)
				ours, peak = append(ours, took), max(peak, memory)
				took, _ = untilShown(b, home, bb.says, other...)
				theirs = append(theirs, took)
			}
			slices.Sort(ours)
			slices.Sort(theirs)
			mine, his := ours[len(ours)/2], theirs[len(theirs)/2]
			b.ReportMetric(float64(mine)/float64(his), bb.metric)
			b.ReportMetric(float64(mine.Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		})
	}
}

// studiedHome is a home in which a deck of n questions was begun.
func studiedHome(b *testing.B, n int) (home, deck string) {
	home = b.TempDir()
	b.Setenv("RECTO_HOME", filepath.Join(home, "recto"))
	b.Setenv("RECTO_NOW", "2026-03-02T10:00:00Z")
	deck = filepath.Join(home, "large.toml")
	if err := os.WriteFile(deck, []byte(largeDeck(n)), 0o644); err != nil {
		b.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(deck, long, long); err != nil {
		b.Fatal(err)
	}
	untilShown(b, home, "place number", "recto", "study", deck) // has seen it, and keeps it compiled
	return home, deck
}

// untilShown runs a program of the tests on a terminal and returns how long it
// took until it had shown some words, and the bytes of memory that it held at
// most. It ends the program.
func untilShown(b *testing.B, home, words string, args ...string) (took time.Duration, memory int64) {
	b.Helper()
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Args, cmd.Dir = args, home
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	start := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	defer terminal.Close()
	var shown strings.Builder
	buffer := make([]byte, 16<<10)
	for !strings.Contains(shown.String(), words) {
		n, err := terminal.Read(buffer)
		shown.Write(buffer[:n])
		if err != nil && !strings.Contains(shown.String(), words) {
			b.Fatalf("%v shows %q and ends: %v", args, shown.String(), err)
		}
	}
	took = time.Since(start)
	go func() { // until the program has ended
		for {
			if _, err := terminal.Read(buffer); err != nil {
				return
			}
		}
	}()
	memory = peakOf(cmd.Process.Pid)
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_ = cmd.Wait()
	return took, memory
}

// peakOf returns the bytes of memory that a process has held at most, 0 where
// the system does not tell or the process has ended. What it says of a process
// that has ended counts that of the test before it was started, too.
func peakOf(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kib int64
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		return 0
	}
	return kib << 10
}
