//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// browsing starts "recto cards" on a terminal.
func browsing(t *testing.T, home string, env []string, args ...string) (screen *typed, press func(string), end func() int) {
	t.Helper()
	cmd := program(t, home, append([]string{"cards"}, args...)...)
	cmd.Env = append(append(cmd.Env, "TERM=xterm-256color"), env...)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { terminal.Close() })
	screen = &typed{t: t, terminal: terminal}
	press = func(keys string) {
		if _, err := terminal.WriteString(keys); err != nil {
			t.Errorf("press %q: %v", keys, err)
		}
	}
	return screen, press, func() int {
		_ = cmd.Wait()
		return cmd.ProcessState.ExitCode()
	}
}

// Looking at cards makes no history; the first change does, and undoing it
// leaves the terminal and the cards as they were.
func TestCardsOnTerminal(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 30)
	history := filepath.Join(home, "recto", "history.sqlite")
	screen, press, end := browsing(t, home, nil, deck)
	within(t, 20*time.Second, func() {
		screen.wants("\x1b[?1049h", "30 cards", "Question 0?", "Question 12?")
		if _, err := os.Stat(history); err == nil {
			t.Error("looking at cards made a history")
		}
		press("/answer 7\rx")
		screen.wants("1 card suspended.")
		press("\x1b")
		screen.wants("Question 12?")
		press("!4!5u")
		press("q")
		screen.wants("\x1b[?1049l")
	})
	if code := end(); code != exitFine {
		t.Errorf("exit code %d", code)
	}
	if got := output(t, home, "cards", deck, "--where", "is:suspended or is:flagged"); got != "many/q7/ask\tnew, suspended, flag 4\t\t0\tQuestion 7?\n" {
		t.Errorf("afterwards these are suspended or flagged: %q", got)
	}

	screen, press, end = browsing(t, home, nil, deck, "--where", "is:suspended", "--search", "question")
	within(t, 20*time.Second, func() {
		screen.wants("Question 7?")
		press("\x03")
		screen.wants("\x1b[?1049l")
	})
	if code := end(); code != exitInterrupted {
		t.Errorf("interrupted it ends with %d", code)
	}
}

// A question without an id is edited in place; what is done to its card before
// and after is done to one card, and the next session carries it over.
func TestCardsEditKeepsHistory(t *testing.T) {
	home := t.TempDir()
	deck := filepath.Join(home, "deck.toml")
	write(t, deck, "title = \"Deck\"\n[defaults]\ntyped = false\n\n[[question]]\nask = \"Which AAAAAAAA river flows through the old city of Cairo?\"\nanswer = \"Nile\"\n")
	editor := filepath.Join(home, "vi")
	write(t, editor, "#!/bin/sh\nsed s/AAAAAAAA/bigbigbig/ \"$2\" > new; mv new \"$2\"\n")
	if err := os.Chmod(editor, 0o755); err != nil {
		t.Fatal(err)
	}
	rated := program(t, home, "study", "--plain", deck)
	rated.Stdin = strings.NewReader("\n4\n")
	if out, err := rated.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	screen, press, end := browsing(t, home, []string{"VISUAL=" + editor}, deck)
	within(t, 20*time.Second, func() {
		screen.wants("AAAAAAAA")
		press("!2e")
		screen.wants("\x1b[?1049l", "\x1b[?1049h", "bigbigbig")
		press("xq")
		screen.wants("\x1b[?1049l")
	})
	if code := end(); code != exitFine {
		t.Errorf("exit code %d", code)
	}
	study := program(t, home, "study", "--plain", deck)
	if out, err := study.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got := output(t, home, "cards", deck, "--where", "is:suspended flag:2 rated:easy")
	if !strings.Contains(got, "bigbigbig") {
		t.Errorf("the edited card is not suspended, flagged and rated: %q", output(t, home, "cards", deck))
	}
}
