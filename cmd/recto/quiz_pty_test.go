//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"
)

// twoCapitals is a deck of two questions that are typed.
const twoCapitals = `title = "Capitals"
[[question]]
id = "one"
ask = "The capital of Ghana?"
answer = "Accra"
[[question]]
id = "two"
ask = "The capital of Togo?"
answer = "Lomé"
`

// A practice test on a terminal: handed in and recorded, broken off, out of
// time, and as lines with what was wrong tried again. The terminal is as it was
// afterwards, and the history has what the learner was told.
func TestQuizOnTerminal(t *testing.T) {
	for _, row := range []struct {
		name    string
		flags   []string
		course  func(*typed)
		code    int
		reviews int
	}{
		{"handed in", []string{"--record"}, func(s *typed) {
			s.wants("\x1b[?1049h", "Ghana?")
			s.keys("Accra\r")
			s.wants("Togo?")
			s.keys("Accra\r")
			s.wants("Every question was asked: 2 answered.")
			s.keys("\r")
			s.wants("Score: 1 of 2 points, 50%", "Recorded: 2 cards rated")
			s.keys("r")
			s.wants("nothing is recorded")
			s.keys("\x1b") // out of the field
			s.wants("type")
			s.keys("q")
			s.wants("\x1b[?1049l", "Score: 1 of 2 points, 50%; 1 right, 0 close, 1 wrong\r\n")
		}, exitFine, 2},
		{"taken back", []string{"--record"}, func(s *typed) {
			s.wants("Ghana?")
			s.keys("Accra\r")
			s.wants("Togo?")
			s.keys("\x1b") // out of the field
			s.wants("type")
			s.keys("dd")
			s.wants("Recorded: 1 card rated")
			s.keys("u")
			s.wants("Taken back")
			s.keys("q")
			s.wants("\x1b[?1049l")
		}, exitFine, 1}, // the history keeps it, with its undo
		{"broken off", []string{"--record"}, func(s *typed) {
			s.wants("Ghana?")
			s.keys("Accra\r")
			s.wants("Togo?")
			s.keys("\x03")
			s.wants("\x1b[?1049l", "Broken off; so far: Score: 1 of 2 points, 50%", "recto: stopped")
		}, exitInterrupted, 0},
		{"the terminal is gone", []string{"--record"}, func(s *typed) {
			s.wants("Ghana?")
			s.keys("Accra\r")
			s.wants("Togo?")
			_ = s.terminal.Close()
		}, exitInterrupted, 0},
		{"out of time", []string{"--time", "4s", "--record"}, func(s *typed) {
			s.wants("Ghana?")
			s.keys("Accra")
			s.wants("Score: 1 of 2 points, 50%", "The time is over")
			s.keys("q")
			s.wants("\x1b[?1049l")
		}, exitFine, 1},
		{"as lines", []string{"--plain", "--time", "1h"}, func(s *typed) {
			s.wants("1:00:00 to answer", "Ghana?", "> ")
			s.types("Accra")
			s.wants("Togo?", "> ")
			s.types("")
			s.wants("Enter hands in", "> ")
			s.types("")
			s.wants("Score: 1 of 2 points, 50%", "Try the 1 question again that were not right? (y, Enter leaves) ")
			s.types("y")
			s.wants("Again: 1 question", "Togo?", "> ")
			s.types("Lomé")
			s.wants("> ")
			s.types("")
			s.wants("Score: 1 of 1 point, 100%")
		}, exitFine, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			home := t.TempDir()
			write(t, filepath.Join(home, "capitals.toml"), twoCapitals)
			cmd := program(t, home, append([]string{"quiz", "capitals.toml"}, row.flags...)...)
			cmd.Env = append(cmd.Env, "TERM=xterm-256color")
			terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
			if err != nil {
				t.Fatal(err)
			}
			defer terminal.Close()
			within(t, time.Minute, func() { row.course(&typed{t: t, terminal: terminal}) })
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != row.code {
				t.Errorf("exit code %d, want %d", code, row.code)
			}
			if _, err := os.Stat(filepath.Join(home, "recto")); row.name == "as lines" && !os.IsNotExist(err) {
				t.Errorf("a test that is not recorded wrote something: %v", err)
			}
			if row.reviews == 0 {
				return
			}
			if got := reviews(t, home); len(got) != row.reviews {
				t.Errorf("%d reviews in the history, want %d", len(got), row.reviews)
			}
			verified(t, home)
		})
	}
}

// keys presses keys, as they come from a terminal.
func (s *typed) keys(keys string) {
	s.t.Helper()
	if _, err := s.terminal.WriteString(keys); err != nil {
		s.t.Errorf("press %q: %v", keys, err)
	}
}
