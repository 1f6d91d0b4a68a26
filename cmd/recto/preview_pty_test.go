//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// showing is a preview on a terminal of which tests press the keys.
type showing struct {
	*typed
	wait func() error
	kill func(os.Signal) error
}

// shows starts a preview on a terminal.
func shows(t testing.TB, width, height uint16, environment []string, args ...string) *showing {
	t.Helper()
	home := t.TempDir()
	cmd := program(t, home, append([]string{"preview"}, args...)...)
	cmd.Env = append(slices.DeleteFunc(cmd.Env, func(s string) bool { return strings.HasPrefix(s, "TERM=") }), "TERM=xterm-256color")
	cmd.Env = append(cmd.Env, environment...)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: width, Rows: height})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		terminal.Close()
	})
	return &showing{&typed{t: t, terminal: terminal}, cmd.Wait, cmd.Process.Signal}
}

func (s *showing) press(keys string) {
	s.t.Helper()
	if _, err := s.terminal.WriteString(keys); err != nil {
		s.t.Errorf("press %q: %v", keys, err)
	}
}

// Keys go through a deck; a save is shown, with its fault; the editor opens at
// the question and comes back to it.
func TestPreviewOnTerminal(t *testing.T) {
	folder := t.TempDir()
	deck := filepath.Join(folder, "deck.toml")
	asks := []string{"AAAAAAAA", "BBBBBBBB", "CCCCCCCC"}
	write(t, deck, deckOf(asks...))
	editor, log := filepath.Join(folder, "my tools", "vi"), filepath.Join(folder, "log")
	write(t, editor, "#!/bin/sh\necho \"$@\" > '"+log+"'\nfor file; do :; done\nsed s/BBBBBBBB/EEEEEEEE/ \"$file\" > \"$file.new\" && mv \"$file.new\" \"$file\"\n")
	if err := os.Chmod(editor, 0o755); err != nil {
		t.Fatal(err)
	}
	s := shows(t, 80, 24, []string{`VISUAL="` + editor + `" -u "none at all"`}, deck)
	within(t, time.Minute, func() {
		s.wants("\x1b[?1049h", "1 of 3", "AAAAAAAA")
		s.press("n")
		s.wants("BBBBBBBB")
		s.press(" ")
		s.wants("A: ")
		asks[2] = "DDDDDDDD"
		write(t, deck, deckOf(asks...))
		s.wants("DDDDDDDD", "Question 3 has changed.")
		write(t, deck, strings.Replace(deckOf(asks...), "answer", "anser", 1))
		s.wants("FAULT", "deck.toml:6:1")
		asks[2] = "FFFFFFFF"
		write(t, deck, deckOf(asks...))
		s.wants("FFFFFFFF")
		s.press("p")
		s.wants("BBBBBBBB")
		s.press("e")
		s.wants("\x1b[?1049l", "\x1b[?1049h", "EEEEEEEE")
		s.press("v")
		s.wants("2.")
		s.press("q")
		s.wants("\x1b[?1049l")
		if err := s.wait(); err != nil {
			t.Error(err)
		}
	})
	if got, err := os.ReadFile(log); err != nil || string(got) != "-u none at all +8 "+deck+"\n" {
		t.Errorf("the editor was opened with %q, %v", got, err)
	}
}

// However it ends, the terminal gets its screen back, and an interrupt is told
// by the exit code.
func TestPreviewEnds(t *testing.T) {
	deck := filepath.Join(t.TempDir(), "deck.toml")
	write(t, deck, deckOf("AAAAAAAA"))
	for _, tt := range []struct {
		name string
		end  func(*showing)
		want string
	}{
		{"q", func(s *showing) { s.press("q") }, ""},
		{"Ctrl+C", func(s *showing) { s.press("\x03") }, "exit status 130"},
		{"SIGTERM", func(s *showing) { _ = s.kill(syscall.SIGTERM) }, "exit status 130"},
		{"SIGHUP", func(s *showing) { _ = s.kill(syscall.SIGHUP) }, "exit status 130"},
		{"SIGQUIT", func(s *showing) { _ = s.kill(syscall.SIGQUIT) }, "exit status 130"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := shows(t, 40, 12, nil, deck)
			within(t, time.Minute, func() {
				s.wants("\x1b[?1049h", "AAAAAAAA")
				tt.end(s)
				s.wants("\x1b[?1049l")
				got := ""
				if err := s.wait(); err != nil {
					got = err.Error()
				}
				if got != tt.want {
					t.Errorf("it ended with %q, want %q", got, tt.want)
				}
			})
		})
	}
}

// A deck of the library is shown, and not edited.
func TestPreviewLibrary(t *testing.T) {
	s := shows(t, 80, 24, nil, "spaced-repetition", "2")
	within(t, time.Minute, func() {
		s.wants("2 of 36")
		s.press("e")
		s.wants("Not edited: the deck is inside the program and cannot be edited")
	})
}

// The time from the rename that ends a save to the frame that shows it, for a
// deck of 140 questions and for one of 10,000: 200 ms are the bound.
func BenchmarkSaveToFrame(b *testing.B) {
	for _, size := range []int{140, 10_000} {
		b.Run(itoa(size), func(b *testing.B) {
			deck := filepath.Join(b.TempDir(), "deck.toml")
			asks := make([]string, size)
			for i := range asks {
				asks[i] = "Question " + itoa(i) + "?"
			}
			asks[0] = "AAAAAAAA"
			write(b, deck, deckOf(asks...))
			s := shows(b, 80, 24, nil, deck)
			s.wants("AAAAAAAA")
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				asks[0] = strings.Repeat(string(rune('B'+i%20)), 8)
				write(b, deck+".new", deckOf(asks...))
				time.Sleep(time.Duration(40+i%9) * time.Millisecond)
				begun := time.Now()
				if err := os.Rename(deck+".new", deck); err != nil {
					b.Fatal(err)
				}
				s.wants(asks[0])
				times = append(times, time.Since(begun))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(times[min(len(times)*99/100, len(times)-1)].Microseconds())/1000, "ms-p99")
			b.ReportMetric(0, "ns/op")
		})
	}
}
