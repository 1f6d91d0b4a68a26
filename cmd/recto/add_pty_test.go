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

// addOnTerminal starts recto add on a terminal.
func addOnTerminal(t *testing.T, home string, args ...string) (*typed, func() error) {
	t.Helper()
	cmd := program(t, home, append([]string{"add"}, args...)...)
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { terminal.Close() })
	return &typed{t: t, terminal: terminal}, cmd.Wait
}

func holdsText(t *testing.T, path, want string) {
	t.Helper()
	if have, err := os.ReadFile(path); err != nil || string(have) != want {
		t.Errorf("the deck is\n%s\nwant\n%s(%v)", have, want, err)
	}
}

// Questions are typed on a terminal: a text with more right answers, a number,
// a date, true or false, items, pairs, options and a cloze.
func TestAddOnTerminal(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "facts.toml")
	screen, wait := addOnTerminal(t, home, "facts.toml")
	within(t, time.Minute, func() {
		screen.wants("facts.toml is not there. Begin a new deck? [Y/n] ")
		screen.types("")
		screen.wants("facts.toml: 0 questions. An empty question ends.\r\n", "Question: ")
		screen.types("What is the capital of Burkina Faso?")
		screen.wants("Answer:   ")
		screen.types("Ouagadougou")
		screen.wants("[1 of 1] facts - short", "Q: What is the capital of Burkina Faso?", "A: Ouagadougou", "Keep it? ")
		screen.types("a")
		screen.wants("Also right")
		screen.types("Wagadugu; Waga")
		screen.wants("A: Ouagadougou", "Keep it? ")
		screen.types("h")
		screen.wants("Hint: ")
		screen.types("It begins with O.")
		screen.wants("Hint 1 of 1: It begins with O.", "Keep it? ")
		screen.types("")
		screen.wants("Added as question 1, a text.", "Question: ")

		screen.types("How large is it?")
		screen.wants("Answer: ")
		screen.types("272,967")
		screen.wants("A number. Unit")
		screen.types("km²")
		screen.wants("Tolerance")
		screen.types("5%")
		screen.wants("A: 272,967 km²", "Keep it? ")
		screen.types("y")
		screen.wants("Question: ")

		screen.types("On which day did Upper Volta become independent?")
		screen.wants("Answer: ")
		screen.types("1960-08-05")
		screen.wants("A date, ", "1960")
		screen.types("")
		screen.wants("Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("It has a coast.")
		screen.wants("Answer: ")
		screen.types("no")
		screen.wants("True or false: false")
		screen.types("")
		screen.wants("t) true", "Keep it? ")
		screen.types("x")
		screen.wants("Explanation: ")
		screen.types("It is landlocked.")
		screen.wants("Why: It is landlocked.", "Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("Which two colours are its bands?")
		screen.wants("Answer: ")
		screen.types("red; green")
		screen.wants("2 items. Enter a list")
		screen.types("")
		screen.wants("Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("Which capital belongs to which country?")
		screen.wants("Answer: ")
		screen.types("Mali = Bamako; Niger = Niamey")
		screen.wants("2 pairs to match")
		screen.types("")
		screen.wants("Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("Who gave it its name?")
		screen.wants("Answer: ")
		screen.types("Sankara")
		screen.wants("Keep it? ")
		screen.types("c")
		screen.wants("Options beside what is right")
		screen.types("Compaoré; Yaméogo")
		screen.wants("a) ", "Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("It was called {{Upper Volta}} until {{1984}}.")
		screen.wants("Q: It was called [...] until 1984.", "Keep it? ")
		screen.types("")
		screen.wants("Question: ")

		screen.types("What is left out?")
		screen.wants("Answer: ")
		screen.types("this")
		screen.wants("Keep it? ")
		screen.types("n")
		screen.wants("Left out.", "Question: ")
		screen.types("")
		screen.wants("facts.toml: added 8 questions")
	})
	if err := wait(); err != nil {
		t.Errorf("the command ended in %v", err)
	}
	holdsText(t, path, `#:schema ./recto.schema.json
title = "facts"

[[question]]
id     = "capital-burkina-faso"
ask    = "What is the capital of Burkina Faso?"
answer = "Ouagadougou"
accept = ["Wagadugu", "Waga"]
hint   = "It begins with O."

[[question]]
id        = "large"
ask       = "How large is it?"
answer    = 272967
unit      = "km²"
tolerance = "5%"

[[question]]
id     = "day-upper-volta-become-independent"
ask    = "On which day did Upper Volta become independent?"
answer = 1960-08-05

[[question]]
id      = "coast"
ask     = "It has a coast."
answer  = false
explain = "It is landlocked."

[[question]]
id   = "two-colours-bands"
ask  = "Which two colours are its bands?"
list = ["red", "green"]

[[question]]
id    = "capital-belongs-country"
ask   = "Which capital belongs to which country?"
pairs = [["Mali", "Bamako"], ["Niger", "Niamey"]]

[[question]]
id      = "gave"
ask     = "Who gave it its name?"
answer  = "Sankara"
choices = ["Sankara", "Compaoré", "Yaméogo"]

[[question]]
id    = "called-until"
cloze = "It was called {{c1::Upper Volta}} until {{c2::1984}}."
`)
	output(t, home, "check", "facts.toml")
}

// What somebody else saves while a prompt waits is kept, a fault that came in
// is waited for, ^C and ^D leave the file whole.
func TestAddWhileTheFileChanges(t *testing.T) {
	const before = "title = \"T\"\r\n\r\n[[question]]\r\nask = \"a\"\r\nanswer = \"b\"\r\n"
	const other = "\r\n[[question]]\r\nask = \"c\"\r\nanswer = \"d\"\r\n"
	const added = "\r\n[[question]]\r\nask = \"e\"\r\nanswer = \"h\"\r\n"
	for _, end := range []struct{ name, key string }{{"^C", "\x03"}, {"^D", "\x04"}} {
		t.Run(end.name, func(t *testing.T) {
			home := t.TempDir()
			path := filepath.Join(home, "t.toml")
			write(t, path, before)
			screen, wait := addOnTerminal(t, home, "t.toml")
			within(t, time.Minute, func() {
				screen.wants("Question: ")
				screen.types("e")
				screen.wants("Answer: ")
				screen.types("h")
				screen.wants("Keep it? ")
				write(t, path, before+other+"oops")
				screen.types("")
				screen.wants("t.toml:", "Try again? ")
				write(t, path, before+other)
				screen.types("")
				screen.wants("[3 of 3] t - short", "Keep it? ")
				screen.types("")
				screen.wants("Added as question 3", "Question: ")
				screen.types("g")
				screen.wants("Answer: ")
				if _, err := screen.terminal.WriteString(end.key); err != nil {
					t.Error(err)
				}
				screen.wants("t.toml: added 1 question")
			})
			err := wait()
			if interrupted := err != nil && strings.Contains(err.Error(), "130"); interrupted != (end.name == "^C") {
				t.Errorf("the command ended in %v", err)
			}
			holdsText(t, path, before+other+added)
			entries, err := os.ReadDir(home)
			if err != nil || len(entries) != 1 {
				t.Errorf("files beside the deck: %v (%v)", entries, err)
			}
		})
	}
}
