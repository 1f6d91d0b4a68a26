//go:build unix

package main

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// someKeys are what a hand on the keyboard may send: commands of all screens,
// letters, keys that are sequences, pieces of such, mouse, pastes. No Ctrl+Z:
// there is no shell to come back from. Keys that open an editor or a viewer
// open a program that does nothing.
var someKeys = []string{
	" ", "\r", "\r", " ", " ", "\r3", " 3", " 1", "1", "2", "3", "4", "u", "u", "q", "\x1b", "?", "t", "b", "s", "p", "h", "/", "i", "y", "x", "-", "!", "e", "\t",
	"n", "r", "l", "d", "g", "f", "a", "c", "A", "Z", "0", "9", ":", ";", ",", "é", "日", "שׁ", "👩🏽‍🚀", "\u0301", "\u202e",
	"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1b[1;2A", "\x1b[1;2B",
	"\x7f", "\x17", "\x15", "\x0b", "\x01", "\x05", "\x1bb", "\x1b[", "\x1b[<0;10;5M\x1b[<0;10;5m", "\x1b[<64;10;5M", "\x1b[<65;10;5M",
	"\x1b[200~two\nlines\x1b[201~", "\x1b[200~\x1b[31m\x1b[201~", "\x1b[I", "\x1b[O", "\x1b_Gi=1;OK\x1b\\", "\x1b[?62;4c", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x03",
}

// Whatever is pressed, on whatever screen, in a window of whatever size: nothing
// panics, every run ends well and leaves the terminal as it was, and the history
// stays sound. Every run begins at the home screen, a day after the one before.
func TestRandomKeysOnTerminal(t *testing.T) {
	t.Parallel()
	keys := 6_000
	switch {
	case os.Getenv("RECTO_LARGE") != "":
		keys = 100_000
	case raceEnabled:
		keys = 1_500 // they take ten times as long
	}
	home := t.TempDir()
	write(t, filepath.Join(home, "recto", "config.toml"), "decks = [\"../decks\"]\nleech = 3\n")
	for _, name := range []string{"kinds", "facts"} {
		write(t, filepath.Join(home, "decks", name+".toml"), strings.ReplaceAll(kindsDeck, "NAME", name))
	}
	write(t, filepath.Join(home, "decks", "broken.toml"), "title = \"Broken\"\n[[question]]\nask = 1\n")
	chance := rand.New(rand.NewPCG(11, 3))
	runs, now := 0, time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	for pressed := 0; pressed < keys; runs++ {
		now = now.AddDate(0, 0, 1)
		first := []string{"\r", "\r", "t", "b", "\r", "p", "s"}[runs%7] // the screen it begins with
		pressed += randomRun(t, home, now, first, chance, min(keys-pressed, 400))
	}
	verified(t, home)
	if n := len(reviews(t, home)); n < keys/500 {
		t.Errorf("%d ratings in %d runs with %d keys: the keys did not come far", n, runs, keys)
	}
}

// kindsDeck is a deck with a question of each kind.
const kindsDeck = `
title = "NAME"
id = "NAME"
[[question]]
ask = "Which river flows through Cologne?"
answer = "the Rhine"
hint = "a long one"
[[question]]
ask = "Is *this* a $\\frac{1}{2}$?"
answer = true
[[question]]
ask = "Which sea?"
answer = "North"
choices = ["North", "Baltic", "Black"]
[[question]]
ask = "Which are even?"
answer = [2, 4]
choices = [1, 2, 3, 4]
[[question]]
ask = "How many?"
answer = 34259
unit = "people"
tolerance = "1 %"
[[question]]
ask = "When?"
answer = 1998-04-10
[[question]]
ask = "Which three?"
list = ["a", "b", "c"]
[[question]]
ask = "In which order?"
order = ["first", "second", "third"]
[[question]]
ask = "What belongs together?"
pairs = [["one", "eins"], ["two", "zwei"], ["three", "drei"]]
[[question]]
cloze = "The {{c1::capital}} of {{c2::France}} is Paris."
`

// randomRun runs the program once at a moment and presses a first key, and random ones until it ends or
// enough were pressed; then it is made to leave. It returns how many were.
func randomRun(t *testing.T, home string, now time.Time, first string, chance *rand.Rand, most int) (pressed int) {
	t.Helper()
	cmd := program(t, home)
	cmd.Env = append(cmd.Env, "RECTO_NOW="+now.Format(time.RFC3339), "TERM=xterm-256color", "EDITOR=true", "VISUAL=true", "BROWSER=true", "PATH="+filepath.Join(home, "nothing"))
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	var mu sync.Mutex
	var shown bytes.Buffer
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		buffer := make([]byte, 64<<10)
		for {
			n, err := terminal.Read(buffer)
			mu.Lock()
			shown.Write(buffer[:n])
			mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	on := func() bool { // the screen is: before it, Ctrl+C ends any program
		mu.Lock()
		defer mu.Unlock()
		return bytes.Contains(shown.Bytes(), []byte("\x1b[?1049h"))
	}
	for end := time.Now().Add(patience); !on(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("no screen comes")
		}
	}
	_, _ = terminal.WriteString(first)
	history := append(make([]string, 0, most), first)
	var result error
	alive := true
	for alive && pressed < most {
		select {
		case result = <-ended:
			alive = false
			continue
		case <-time.After(time.Duration(chance.IntN(8)) * time.Millisecond):
		}
		for range 1 + chance.IntN(6) {
			key := someKeys[chance.IntN(len(someKeys))]
			if key == "q" && chance.IntN(3) > 0 || key == "\x03" && chance.IntN(10) > 0 {
				continue // or no run would last
			}
			history = append(history, key)
			_, _ = terminal.WriteString(key)
			pressed++
		}
		if chance.IntN(25) == 0 {
			_ = pty.Setsize(terminal, &pty.Winsize{Rows: uint16(1 + chance.IntN(60)), Cols: uint16(1 + chance.IntN(160))})
		}
	}
	for end := time.Now().Add(patience); alive; {
		_, _ = terminal.WriteString("\x03")
		select {
		case result = <-ended:
			alive = false
		case <-time.After(5 * time.Second): // where the keys are the shell's again, it discards what was written and not read yet
			if time.Now().After(end) {
				_ = cmd.Process.Kill()
				t.Fatalf("Ctrl+C does not end the program after %q", history)
			}
		}
	}
	select {
	case <-drained:
	case <-time.After(patience):
		t.Fatal("the terminal stays open")
	}
	mu.Lock()
	defer mu.Unlock()
	out := shown.String()
	var exit *exec.ExitError
	if errors.As(result, &exit) && exit.ExitCode() != 130 || result != nil && exit == nil || strings.Contains(out, "goroutine ") {
		why := out[max(0, len(out)-2000):]
		for _, begins := range []string{"panic:", "fatal error:", "SIG", "DATA RACE"} {
			if at := strings.LastIndex(out, begins); at >= 0 {
				why = out[at:min(len(out), at+6000)]
			}
		}
		t.Fatalf("the program ended with %v after %q; it wrote\n%s", result, history, why)
	}
	for _, mode := range []string{"?1049", "?25", "?2004", "?1000", "?1002", "?1003", "?1006"} {
		on, off := strings.LastIndex(out, "\x1b["+mode+"h"), strings.LastIndex(out, "\x1b["+mode+"l")
		if mode == "?25" {
			on, off = off, on // the cursor: what is on at the end
		}
		if on > off {
			t.Fatalf("the terminal is left with mode %s changed after %q, ended with %v: %q", mode, history, result, out[max(0, len(out)-600):])
		}
	}
	return pressed
}
