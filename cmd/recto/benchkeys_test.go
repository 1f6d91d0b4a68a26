//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkKeyOnTerminal100k walks through 100,000 cards, of which 60,000 were
// reviewed, with recto cards on a terminal: keys that move, mark and sort, and
// searches that are typed, each pressed when the screen stands still. It reports
// the time in ms from a key to what the terminal is sent for it, 8 at most at the
// median and 20 at the 99th percentile, and of the letters of a search to the last
// that is sent, with what was found. "peak-MB" is the most memory that was held.
func BenchmarkKeyOnTerminal100k(b *testing.B) {
	home, deck := largeHome(b, 100_000, 60_000)
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Args, cmd.Dir = []string{"recto", "cards", deck}, home
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		b.Fatal(err)
	}
	defer terminal.Close()
	sent := make(chan time.Time, 1<<16) // when anything came
	go func() {
		defer close(sent)
		buffer := make([]byte, 256<<10)
		for {
			n, err := terminal.Read(buffer)
			if err != nil {
				return
			}
			if n > 0 {
				sent <- time.Now()
			}
		}
	}()
	// still waits until nothing has come for a while, and returns when the first
	// and the last came, zero for nothing.
	still := func(while time.Duration) (first, last time.Time) {
		for {
			select {
			case at, more := <-sent:
				if !more {
					b.Fatal("it ended")
				}
				if first.IsZero() {
					first = at
				}
				last = at
			case <-time.After(while):
				return first, last
			}
		}
	}
	if first, _ := still(3 * time.Second); first.IsZero() {
		b.Fatal("nothing is shown")
	}
	chance := rand.New(rand.NewPCG(5, 5))
	var keys, finds []float64
	typed := ""
	press := func() {
		key, search := "", typed != ""
		switch {
		case search:
			if key, typed = typed[:1], typed[1:]; key == "\x1b" {
				key = escKey
			}
		case chance.IntN(15) == 0:
			queries := []string{"place\r", "number 77\r", "due<7 lapses>1\x1b", "is:new place -number\r", "tag:x or is:review\x1b"}
			key, typed = "/", queries[chance.IntN(len(queries))]
		default:
			moves := []string{"\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[6~", "\x1b[5~", "\x1b[F", "\x1b[H", " ", "s", "r", "v"}
			key = moves[chance.IntN(len(moves))]
		}
		time.Sleep(time.Duration(chance.IntN(9_000)) * time.Microsecond) // anywhere between two frames
		start := time.Now()
		if _, err := terminal.WriteString(key); err != nil {
			b.Fatal(err)
		}
		first, last := still(100 * time.Millisecond)
		if first.IsZero() {
			return // at the end of the cards nothing moves
		}
		keys = append(keys, float64(first.Sub(start).Microseconds())/1000)
		if search {
			finds = append(finds, float64(last.Sub(start).Microseconds())/1000)
		}
	}
	for b.Loop() {
		for range 50 {
			press()
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(len(keys)), "keys")
	for name, all := range map[string][]float64{"key": keys, "find": finds} {
		if len(all) == 0 {
			continue
		}
		slices.Sort(all)
		b.ReportMetric(all[len(all)/2], "ms/"+name+"-median")
		b.ReportMetric(all[min(len(all)*99/100, len(all)-1)], "ms/"+name+"-p99")
		b.ReportMetric(all[len(all)-1], "ms/"+name+"-max")
	}
	b.ReportMetric(float64(peakOf(cmd.Process.Pid))/1e6, "peak-MB")
	b.ReportMetric(sleeperLate(), "ms/sleeper-p99")
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	for range sent {
	}
}

// escKey is the key Esc of the keyboard protocol that tells all keys apart.
const escKey = "\x1b[27u"

// sleeperLate returns the 99th percentile of the ms that a thread wakes too late
// which sleeps for a frame at a time, beside one that works 20 ms of 100.
func sleeperLate() float64 {
	const frame = time.Second / 120
	over := make(chan struct{})
	defer close(over)
	go func() {
		for {
			select {
			case <-over:
				return
			case <-time.After(80 * time.Millisecond):
			}
			for began := time.Now(); time.Since(began) < 20*time.Millisecond; {
				runtime.Gosched()
			}
		}
	}()
	var late []float64
	for range 400 {
		began := time.Now()
		time.Sleep(frame)
		late = append(late, float64((time.Since(began)-frame).Microseconds())/1000)
	}
	slices.Sort(late)
	return late[len(late)*99/100]
}
