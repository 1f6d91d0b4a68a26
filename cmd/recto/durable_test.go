package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func itoa(n int) string { return strconv.Itoa(n) }

// verified fails the test unless the history is sound and its progress is what
// its events fold to, byte for byte.
func verified(t *testing.T, home string) {
	t.Helper()
	output(t, home, "history", "verify")
}

// A process that is killed at any moment loses nothing whose next card was shown.
func TestKilledAtAnyMoment(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 3000)
	chance := rand.New(rand.NewPCG(1, 50))
	known := 0
	for i := range 50 {
		s := begin(t, program(t, home, "study", "--plain", deck))
		if _, ok := s.next(); !ok {
			t.Fatalf("kill %d: the session did not start\n%s", i, s.stderr.String())
		}
		killed := make(chan struct{})
		time.AfterFunc(time.Duration(chance.IntN(120))*time.Millisecond, func() {
			s.cmd.Process.Kill()
			close(killed)
		})
		s.good(1 << 30)
		<-killed
		s.cmd.Wait()
		known += s.rated
		stored := len(reviews(t, home))
		if stored < known || stored > known+1 {
			t.Fatalf("kill %d: %d ratings are stored, %d were answered with the next card", i, stored, known)
		}
		known = stored // the last one may have been stored just before the kill
	}
	if known < 50 {
		t.Errorf("only %d ratings in 50 sessions: the kills came too early to show anything", known)
	}
	verified(t, home)
}

// Two processes study the same deck: both rate the same card while it is on
// both screens, and go on side by side. Every rating is there.
func TestTwoProcesses(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 200)
	sessions := []*studying{
		begin(t, program(t, home, "study", "--plain", deck)),
		begin(t, program(t, home, "study", "--plain", deck)),
	}
	within(t, 2*time.Minute, func() {
		for _, s := range sessions {
			if text, _ := s.next(); !strings.Contains(text, "Question 0?") {
				t.Fatalf("a session begins with %q", text)
			}
			s.say("")
			s.next()
		}
		var both sync.WaitGroup
		for _, s := range sessions {
			both.Go(func() {
				s.good(1 << 30)
				if err := s.quit(); err != nil {
					t.Errorf("%v\n%s", err, s.stderr.String())
				}
			})
		}
		both.Wait()
	})
	stored := reviews(t, home)
	if want := sessions[0].rated + sessions[1].rated; len(stored) != want {
		t.Errorf("%d ratings are stored, %d were given", len(stored), want)
	}
	times := map[string]int{}
	for _, line := range stored {
		times[strings.Split(line, `"card":"`)[1][:len("many/q0/")]]++
	}
	if times["many/q0/"] != 2 {
		t.Errorf("the card on both screens has %d ratings, want 2", times["many/q0/"])
	}
	if len(stored) < 201 {
		t.Errorf("%d ratings of 200 cards", len(stored))
	}
	verified(t, home)
}

// snapshot names the files below a folder with their sizes.
func snapshot(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			fmt.Fprintf(&b, "%s:%d ", filepath.Base(path), info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A history that is no history, a newer one and a damaged one are refused, and
// not a byte of them changes.
func TestRefusedHistories(t *testing.T) {
	good := t.TempDir()
	deck := bigDeck(t, good, 300)
	s := begin(t, program(t, good, "study", "--plain", deck))
	s.good(100)
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	output(t, good, "history", "backup", "sound.sqlite")
	sound, err := os.ReadFile(filepath.Join(good, "sound.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	change := func(offset int, to []byte) []byte {
		c := bytes.Clone(sound)
		copy(c[offset:], to)
		return c
	}
	const applicationID, userVersion = 68, 60 // offsets in the header of an SQLite file
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"plain text", []byte("Dear diary, this is no database.\n" + strings.Repeat("x", 4096)), "not a history"},
		{"another program's database", change(applicationID, []byte{0, 0, 0, 7}), "not a history"},
		{"a newer version", change(userVersion, []byte{0, 0, 1, 0}), "newer"},
		{"half of it", sound[:len(sound)/2], "damaged"},
		{"all but its first page overwritten", change(4096, bytes.Repeat([]byte{0xAA}, len(sound)-4096)), "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			home := t.TempDir()
			deck := bigDeck(t, home, 5)
			path := filepath.Join(home, "recto", "history.sqlite")
			write(t, path, string(tt.file))
			for _, args := range [][]string{{"study", "--plain", deck}, {"due", deck}, {"history", "export"}, {"history", "verify"}} {
				said := fails(t, exitStorage, program(t, home, args...))
				if !strings.Contains(said, tt.want) || !strings.Contains(said, "history.sqlite") {
					t.Errorf("recto %s does not say %q and the file: %s", args[0], tt.want, said)
				}
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, tt.file) {
				t.Errorf("the file changed (%v)", err)
			}
		})
	}
}

// Damage somewhere inside is found by verify, which changes nothing.
func TestVerifyFindsDamage(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 300)
	s := begin(t, program(t, home, "study", "--plain", deck))
	s.good(200)
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(home, "recto", "history.sqlite")
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for at := page; at < len(sound); at += 5 * page {
		broken := bytes.Clone(sound)
		copy(broken[at:], bytes.Repeat([]byte{0xAA}, page))
		write(t, path, string(broken))
		cmd := program(t, home, "history", "verify")
		if out, err := cmd.CombinedOutput(); err == nil {
			t.Errorf("page %d of %d overwritten, and verify says %s", at/page, len(sound)/page, out)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, broken) {
			t.Fatalf("verify changed the file (%v)", err)
		}
	}
	write(t, path, string(sound))
	verified(t, home)
}
