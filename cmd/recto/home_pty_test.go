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

// twoLetters are two questions that share no letter at the same place, so that a
// screen that only writes what has changed writes them as a whole.
const twoLetters = `
title = "Letters"
id = "letters"
[defaults]
typed = false
[[question]]
id = "a"
ask = "AAAAAAAA"
answer = "first"
[[question]]
id = "b"
ask = "BBBBBBBB"
answer = "second"
`

// atHome starts recto alone on a terminal, with a deck and a file with a fault.
func atHome(t *testing.T, config string) (*typed, func() int) {
	t.Helper()
	return atHomeOn(t, "xterm-256color", config)
}

// atHomeOn is atHome on a kind of terminal.
func atHomeOn(t *testing.T, kind, config string) (*typed, func() int) {
	t.Helper()
	home := t.TempDir()
	folder := filepath.Join(home, "recto", "decks")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		filepath.Join(folder, "letters.toml"):       twoLetters,
		filepath.Join(folder, "broken.toml"):        "title = \"Broken\"\n[[question]]\nask = \"\"\nanswer = \"x\"\n",
		filepath.Join(home, "recto", "config.toml"): "decks = [\"decks\"]\n" + config,
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := program(t, home)
	cmd.Env = append(cmd.Env, "TERM="+kind)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { terminal.Close() })
	return &typed{t: t, terminal: terminal}, func() int {
		t.Helper()
		_ = cmd.Wait()
		return cmd.ProcessState.ExitCode()
	}
}

// press presses keys, as a terminal sends them.
func (s *typed) press(keys string) {
	s.t.Helper()
	if _, err := s.terminal.WriteString(keys); err != nil {
		s.t.Errorf("press %q: %v", keys, err)
	}
}

// From the home screen a deck is studied, its statistics are looked at, the
// rating is taken back; the terminal is as it was, and the summary stands on it.
func TestHomeOnTerminal(t *testing.T) {
	screen, code := atHome(t, "")
	within(t, time.Minute, func() {
		screen.wants("\x1b[?1049h", "2 cards for today", "Letters", "A file has a fault", "broken.toml", "ask is empty")
		screen.press("\r")
		screen.wants("AAAAAAAA")
		screen.press(" ")
		screen.wants("first")
		screen.press("4")
		screen.wants("BBBBBBBB")
		screen.press("q")
		screen.wants("Done: 1 answered, 100% right, 1 left")
		screen.press("s")
		screen.wants("[Overview]")
		screen.press("q")
		screen.wants("Letters")
		screen.press("u")
		screen.wants("Undone: rating Easy of letters/a/ask.")
		screen.press("q")
		screen.wants("\x1b[?1049l", "Done: 1 answered, 100% right")
	})
	if got := code(); got != exitFine {
		t.Errorf("exit code %d", got)
	}
}

// Ctrl+C ends all screens at once, whatever they are; what was rated is saved.
func TestHomeInterrupted(t *testing.T) {
	screen, code := atHome(t, "mouse = false\n")
	within(t, time.Minute, func() {
		screen.wants("2 cards for today")
		if strings.Contains(screen.text, "\x1b[?1002h") {
			t.Error("the terminal is asked for the mouse")
		}
		screen.press("\r")
		screen.wants("AAAAAAAA")
		screen.press(" ")
		screen.wants("first")
		screen.press("4\x03")
		screen.wants("\x1b[?1049l", "stopped; everything that was rated is saved")
	})
	if got := code(); got != exitInterrupted {
		t.Errorf("exit code %d", got)
	}
}

// A click studies, with the learner's own keys.
func TestHomeMouseAndKeys(t *testing.T) {
	screen, code := atHome(t, "keys = { preset = \"vim\", leave = [\"Q\"] }\n")
	within(t, time.Minute, func() {
		screen.wants("\x1b[?1002h", "Letters", "leave")
		screen.press("j")
		screen.wants("the fault")
		screen.press("k\x1b[<0;10;7M\x1b[<0;10;7m")
		screen.wants("AAAAAAAA")
		screen.press("Q")
		screen.wants("Letters")
		screen.press("qQ")
		screen.wants("\x1b[?1049l")
	})
	if got := code(); got != exitFine {
		t.Errorf("exit code %d", got)
	}
}

// On a terminal that cannot be drawn on the same is told in lines, and the
// session follows.
func TestHomePlain(t *testing.T) {
	for _, kind := range []string{"dumb", ""} {
		screen, code := atHomeOn(t, kind, "")
		within(t, time.Minute, func() {
			screen.wants("2 cards for today, about 2 minutes\r\n", "Letters: new 2, learning 0, due 0\r\n",
				"A file has a fault and is left out:\r\n", "broken.toml: 3: ask is empty\r\n", "[1 of 2] letters - new", "> ")
			screen.types(":q")
		})
		if got := code(); got != exitFine {
			t.Errorf("TERM=%q: exit code %d", kind, got)
		}
	}
}
