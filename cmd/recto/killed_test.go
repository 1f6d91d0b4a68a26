//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// letters are the questions of killedDeck: none shares a letter with another at
// the same place, so that a screen that writes only what has changed writes
// each as a whole.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

func killedDeck(t *testing.T, home string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("title = \"Letters\"\n")
	for i, l := range letters {
		fmt.Fprintf(&b, "[[question]]\nid = \"q%d\"\nask = %q\nanswer = \"yes\"\n", i, strings.Repeat(string(l), 8))
	}
	deck := filepath.Join(home, "letters.toml")
	write(t, deck, b.String())
	return deck
}

// A session on the full screen of a terminal is killed at a random moment, 200
// times: each rating whose next card was shown is in the history, and none
// that was not given.
func TestKilledOnScreen(t *testing.T) {
	t.Parallel()
	kills := 200
	if raceEnabled {
		kills = 40 // a program under the detector starts ten times more slowly
	}
	chance := rand.New(rand.NewPCG(7, 200))
	rated := 0
	var home, deck string
	stored := len(letters)
	for kill := range kills {
		if stored > len(letters)-12 { // too few cards are left to be killed among
			if home != "" {
				verified(t, home)
			}
			home = t.TempDir()
			deck, stored = killedDeck(t, home), 0
		}
		shown, typed := killedSession(t, home, deck, time.Duration(chance.IntN(160_000))*time.Microsecond)
		now := 0
		if _, err := os.Stat(filepath.Join(home, "recto", "history.sqlite")); err == nil {
			now = len(reviews(t, home))
		}
		if now-stored < shown-1 {
			t.Fatalf("kill %d: %d cards were shown, and %d ratings are stored", kill, shown, now-stored)
		}
		if now-stored > typed {
			t.Fatalf("kill %d: %d ratings are stored, %d were given", kill, now-stored, typed)
		}
		rated += now - stored
		stored = now
	}
	verified(t, home)
	if rated < kills {
		t.Errorf("only %d ratings in %d sessions: the kills came too early to show anything", rated, kills)
	}
}

// killedSession begins a session, rates one card after another as fast as they
// come, kills the program some time after the first card, and returns how many
// were shown, at least, and how many ratings were typed. What lasts less than a
// frame is not shown.
func killedSession(t *testing.T, home, deck string, after time.Duration) (shown, typed int) {
	t.Helper()
	cmd := program(t, home, "study", "--new", fmt.Sprint(len(letters)), deck)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	first, ended := make(chan struct{}), make(chan struct{})
	var screen strings.Builder
	go func() {
		defer close(ended)
		buffer := make([]byte, 16<<10)
		for began := false; ; {
			n, err := terminal.Read(buffer)
			screen.Write(buffer[:n])
			if !began && cardsShown(screen.String()) > 0 {
				began = true
				close(first)
			}
			if err != nil {
				return
			}
		}
	}()
	select {
	case <-first:
	case <-ended:
		t.Fatalf("the session ended before its first card: %q", screen.String())
	}
	stop := time.NewTimer(after)
	defer stop.Stop()
	keys := time.NewTicker(4 * time.Millisecond)
	defer keys.Stop()
	for alive := true; alive; {
		select {
		case <-keys.C:
			typed++
			_, _ = terminal.WriteString(" 4") // shows the answer, and rates it Easy
		case <-stop.C:
			alive = false
		case <-ended: // every card was rated
			alive = false
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	<-ended
	return cardsShown(screen.String()), typed
}

// cardsShown counts the questions of killedDeck in what was written to a
// terminal.
func cardsShown(written string) (n int) {
	for _, l := range letters {
		if strings.Contains(written, strings.Repeat(string(l), 8)) {
			n++
		}
	}
	return n
}
