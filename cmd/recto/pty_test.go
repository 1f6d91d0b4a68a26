//go:build unix

package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Three cards are studied in plain mode on a terminal, the process is killed
// after a rating, and the next run finds all of it again.
func TestTerminalPlainKilled(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 5)
	cmd := program(t, home, "study", "--plain", deck)
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	screen := &typed{t: t, terminal: terminal}
	within(t, time.Minute, func() {
		screen.wants("[1 of 5] many - new\r\nQ: Question 0?\r\n", "\n> ")
		screen.types("")
		screen.wants("A: answer 0\r\n1 Again ", "[3]: ")
		screen.types("4")
		screen.wants("[2 of 5] many - new\r\n", "> ")
		screen.types("answer 1") // on a card that is not typed any line reveals
		screen.wants("A: answer 1", "[3]: ")
		screen.types("") // the suggestion
		screen.wants("[3 of 5] many - new\r\n", "> ")
		screen.types("")
		screen.wants("[3]: ")
		screen.types("4")
		screen.wants("[4 of 5] many - new\r\n")
	})
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()

	var ratings []string
	for _, line := range reviews(t, home) {
		ratings = append(ratings, strings.SplitN(line, `"rating":`, 2)[1][:1])
	}
	if got := strings.Join(ratings, " "); got != "4 3 4" {
		t.Errorf("ratings in the history: %s, want 4 3 4", got)
	}
	verified(t, home)
	again := begin(t, program(t, home, "study", "--plain", deck))
	text, _ := again.next()
	if !strings.HasPrefix(text, "[4 of 5] many - new\nQ: Question 3?\n") {
		t.Errorf("the next run begins with %q", text)
	}
	if err := again.quit(); err != nil {
		t.Error(err)
	}
}

// typed is a terminal with somebody who waits for words before typing.
type typed struct {
	t        testing.TB
	terminal *os.File
	text     string // what was printed and not looked at yet
}

// wants reads until every one of the words was printed, in this order.
func (s *typed) wants(words ...string) {
	s.t.Helper()
	for _, word := range words {
		for !strings.Contains(s.text, word) {
			b := make([]byte, 4096)
			n, err := s.terminal.Read(b)
			s.text += string(b[:n])
			if err != nil {
				s.t.Errorf("%v while waiting for %q; on screen: %q", err, word, s.text)
				return
			}
		}
		s.text = s.text[strings.Index(s.text, word)+len(word):]
	}
}

// types types a line.
func (s *typed) types(line string) {
	if _, err := s.terminal.WriteString(line + "\n"); err != nil {
		s.t.Errorf("type %q: %v", line, err)
	}
}
