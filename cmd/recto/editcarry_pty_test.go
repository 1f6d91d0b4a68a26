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

// A question without an id is edited in a session, and then broken: its card
// stays, and its reviews before and after are those of one card.
func TestEditKeepsHistory(t *testing.T) {
	home := t.TempDir()
	deck := filepath.Join(home, "deck.toml")
	write(t, deck, "title = \"Deck\"\n[defaults]\ntyped = false\n\n[[question]]\nask = \"Which AAAAAAAA river flows through the old city of Cairo?\"\nanswer = \"Nile\"\n")
	editor := filepath.Join(home, "vi")
	write(t, editor, "#!/bin/sh\nif grep -q AAAAAAAA \"$2\"; then sed s/AAAAAAAA/bigbigbig/ \"$2\" > new; else sed s/answer/anser/ \"$2\" > new; fi; mv new \"$2\"\n")
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
	within(t, 20*time.Second, func() {
		screen.wants("AAAAAAAA")
		press(" ")
		screen.wants("[3 Good")
		press("1")
		screen.wants("Enter") // it comes again
		press("e")
		screen.wants("\x1b[?1049l", "\x1b[?1049h", "bigbigbig")
		press("e")
		screen.wants("Not read again, the card is as it was", "deck.toml:7:1", "anser")
		press("\x1b")
		screen.wants("bigbigbig")
		press(" ")
		screen.wants("[3 Good")
		press("4")
		screen.wants("2 answered")
		press("q")
		screen.wants("\x1b[?1049l", "Done: 2 answered")
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	var cards []string
	for _, line := range reviews(t, home) {
		_, after, _ := strings.Cut(line, `"card":"`)
		card, _, _ := strings.Cut(after, `"`)
		cards = append(cards, card)
	}
	if len(cards) != 2 || cards[0] != cards[1] || !strings.HasPrefix(cards[0], "deck/~") {
		t.Errorf("the reviews are those of %q", cards)
	}
}
