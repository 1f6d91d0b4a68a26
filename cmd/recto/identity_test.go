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

// On a terminal the learner is asked about an edit that is not clear, before
// the session begins: later, no, yes. No is not asked about again.
func TestTerminalAsksAboutEdits(t *testing.T) {
	home := t.TempDir()
	deck := filepath.Join(home, "facts.toml")
	was := `title = "Facts"
[[question]]
ask = "The heart is a muscle that pumps blood."
answer = true
[[question]]
ask = "The sol is the currency of Peru in our days."
answer = true
`
	write(t, deck, was)
	first := begin(t, program(t, home, "study", "--plain", deck))
	for range 2 {
		first.next()
		first.say("")
		first.next()
		first.say("4")
	}
	if err := first.quit(); err != nil {
		t.Fatal(err)
	}
	write(t, deck, strings.NewReplacer("pumps blood", "moves blood", "sol is the currency", "sol is the money").Replace(was))

	study := func(flags []string, do func(*typed)) {
		t.Helper()
		cmd := program(t, home, append([]string{"study"}, append(flags, deck)...)...)
		cmd.Env = append(cmd.Env, "TERM=xterm")
		terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
		if err != nil {
			t.Fatal(err)
		}
		defer terminal.Close()
		within(t, time.Minute, func() { do(&typed{t: t, terminal: terminal}) })
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Log(err)
		}
		cmd.Wait()
	}
	const prompt = "y keeps its history, n begins anew, Enter decides later: "
	study([]string{"--plain"}, func(s *typed) {
		s.wants("Is this one question, edited?\r\n  was: The heart is a muscle that pumps blood. (true)\r\n  now: The heart is a muscle that moves blood. (true)\r\n", prompt)
		s.types("perhaps")
		s.wants(prompt)
		s.types("")
		s.wants("was: The sol is the currency", prompt)
		s.types("n")
		s.wants("[1 of 2]", "> ")
	})
	study(nil, func(s *typed) { // the full screen opens only after the answers
		s.wants("was: The heart", prompt)
		s.types("y")
		s.wants("1 edited question kept its history; recto history undo takes it back")
		s.wants("Facts")
	})
	cards := output(t, home, "cards", deck)
	if !strings.Contains(cards, "review") && !strings.Contains(cards, "learning") || strings.Count(cards, "\tnew\t") != 1 {
		t.Errorf("after yes and no:\n%s", cards)
	}
	study([]string{"--plain"}, func(s *typed) { s.wants("money of Peru") })
	verified(t, home)
}
