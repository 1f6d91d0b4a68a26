//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"recto/quiz"
)

// On a terminal optimize asks: a yes takes the parameters, anything else and
// Ctrl+C leave everything as it was.
func TestOptimizeAsks(t *testing.T) {
	home := t.TempDir()
	day, err := quiz.ParseDay("2026-03-01")
	if err != nil {
		t.Fatal(err)
	}
	var lines []byte
	for _, e := range studiedEvents("geo", 3000, day) {
		lines = append(e.AppendJSON(lines), '\n')
	}
	path := filepath.Join(home, "geo.jsonl")
	if err := os.WriteFile(path, lines, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := program(t, home, "history", "import", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, row := range []struct {
		answer, ends string
		settings     int
	}{
		{"\r", "nothing was changed", 0},
		{"no\r", "nothing was changed", 0},
		{"\x03", "", 0},
		{"y\r", "the new parameters hold from now on; recto history undo takes it back", 1},
	} {
		cmd := program(t, home, "optimize")
		terminal, err := pty.Start(cmd)
		if err != nil {
			t.Fatal(err)
		}
		screen := &typed{t: t, terminal: terminal}
		within(t, time.Minute, func() {
			screen.wants("What would change", "Use the new parameters? [y/N] ")
			if _, err := terminal.WriteString(row.answer); err != nil {
				t.Error(err)
			}
			screen.wants(row.ends)
		})
		err = cmd.Wait()
		terminal.Close()
		if interrupted := row.answer == "\x03"; (err == nil) == interrupted || interrupted && cmd.ProcessState.ExitCode() != exitInterrupted {
			t.Errorf("answer %q ends with %v", row.answer, err)
		}
		out, err := program(t, home, "history", "export").Output()
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(out), `"kind":"settings"`); n != row.settings {
			t.Errorf("answer %q: %d settings, want %d", row.answer, n, row.settings)
		}
	}
}
