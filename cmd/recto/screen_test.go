//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// The full screen on a terminal: a card is rated, the editor opens at the next
// question and comes back to it as it is now, and what was rated is there.
func TestFullScreen(t *testing.T) {
	home := t.TempDir()
	deck := filepath.Join(home, "deck.toml")
	write(t, deck, "title = \"Deck\"\n[defaults]\ntyped = false\n\n[[question]]\nid = \"a\"\nask = \"AAAAAAAA\"\nanswer = \"x\"\n\n"+
		"[[question]]\nid = \"b\"\nask = \"BBBBBBBB\"\nanswer = \"y\"\n")
	editor, log := filepath.Join(home, "vi"), filepath.Join(home, "log")
	write(t, editor, "#!/bin/sh\necho \"$@\" > "+log+"\nsed s/BBBBBBBB/CCCCCCCC/ \"$2\" > new && mv new \"$2\"\n")
	if err := os.Chmod(editor, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := program(t, home, "study", deck)
	cmd.Env = append(slices.DeleteFunc(cmd.Env, func(s string) bool { return strings.HasPrefix(s, "TERM=") }),
		"TERM=xterm-256color", "VISUAL="+editor)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	screen := &typed{t: t, terminal: terminal}
	press := func(keys string) {
		if _, err := terminal.WriteString(keys); err != nil {
			t.Errorf("press %q: %v", keys, err)
		}
	}
	within(t, time.Minute, func() {
		screen.wants("\x1b[?1049h", "1 of 2", "AAAAAAAA")
		press(" ")
		screen.wants("[3 Good")
		press("4")
		screen.wants("BBBBBBBB")
		press("e")
		screen.wants("\x1b[?1049l", "\x1b[?1049h", "CCCCCCCC")
		press("q")
		screen.wants("\x1b[?1049l", "Done: 1 answered, 100% right, 1 left; next due now")
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	if got, err := os.ReadFile(log); err != nil || string(got) != "+10 "+deck+"\n" {
		t.Errorf("the editor was opened with %q, %v", got, err)
	}
	if got := reviews(t, home); len(got) != 1 {
		t.Errorf("%d reviews are recorded, want 1", len(got))
	}
}
