package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The README tells the truth: its deck is sound, its faults are what check
// says, and its session is what a first run prints.
func TestReadme(t *testing.T) {
	src, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(src)
	home := t.TempDir()

	decks := regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllStringSubmatch(readme, -1)
	if len(decks) == 0 {
		t.Fatal("the README shows no deck")
	}
	for _, deck := range decks {
		write(t, filepath.Join(home, "shown.toml"), deck[1])
		output(t, home, "check", "--strict", "shown.toml")
	}

	write(t, filepath.Join(home, "facts.toml"), `title = "Capitals"

[[question]]
ask    = "What is the capital of Burkina Faso?"
anwser = "Ouagadougou"

[[question]]
ask    = "How many countries border it?"
answer = 6
[[question]]
ask = "Which border it?"
answer = ["Mali", "Ghana"]
`)
	cmd := program(t, home, "check", "facts.toml")
	out, _ := cmd.Output()
	if len(out) == 0 || !strings.Contains(readme, string(out)) {
		t.Errorf("the README does not show what check prints:\n%s", out)
	}

	shown := regexp.MustCompile("(?s)\\$ go run ./cmd/recto study --plain\n(.*?)```").FindStringSubmatch(readme)
	if shown == nil {
		t.Fatal("the README shows no session")
	}
	cmd = program(t, home, "study", "--plain")
	cmd.Stdin = strings.NewReader("Kim Jong-un\n\nan enigmma\n:y\nb\n:q\n")
	out, err = cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := regexp.MustCompile(`(?m) +$`).ReplaceAllString(string(out), ""); got != shown[1] {
		t.Errorf("the session of the README is\n%s\nand a first run prints\n%s", shown[1], got)
	}
}
