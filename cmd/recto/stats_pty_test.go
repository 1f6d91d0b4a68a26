//go:build unix

package main

import (
	"testing"
	"time"

	"github.com/creack/pty"
)

// On a terminal the statistics are pages; leaving them, and Ctrl+C, bring the
// terminal back.
func TestStatsOnTerminal(t *testing.T) {
	home := t.TempDir()
	for _, row := range []struct {
		name, key string
		code      int
	}{
		{"left", "q", exitFine},
		{"interrupted", "\x03", exitInterrupted},
	} {
		t.Run(row.name, func(t *testing.T) {
			cmd := program(t, home, "stats")
			cmd.Env = append(cmd.Env, "TERM=xterm-256color")
			terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
			if err != nil {
				t.Fatal(err)
			}
			defer terminal.Close()
			screen := &typed{t: t, terminal: terminal}
			within(t, time.Minute, func() {
				screen.wants("\x1b[?1049h", "[Overview]", "Nothing was reviewed yet")
				if _, err := terminal.WriteString("\t"); err != nil {
					t.Error(err)
				}
				screen.wants("[Retention]")
				if _, err := terminal.WriteString(row.key); err != nil {
					t.Error(err)
				}
				screen.wants("\x1b[?1049l")
			})
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != row.code {
				t.Errorf("exit code %d, want %d", code, row.code)
			}
		})
	}
}
