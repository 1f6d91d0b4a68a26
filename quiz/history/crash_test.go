package history_test

import (
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"recto/quiz/history/historytest"
)

// Killed at any moment, a program loses nothing that was acknowledged, and
// leaves a history in order.
func TestKill(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 10
	}
	path := newFile()(t)
	random := rand.New(rand.NewPCG(1, 2))
	var acknowledged []string
	for i := range kills {
		cmd := self(os.Args[0], "rate", path, "lima", "1000000")
		out := start(t, cmd)
		// A third of the kills comes while the history is opened or made.
		wait, begun := time.Duration(random.IntN(40_000))*time.Microsecond, make(chan struct{})
		begin := sync.OnceFunc(func() { close(begun) })
		if i%3 == 0 {
			begin()
		}
		go func() {
			<-begun
			time.Sleep(wait)
			_ = cmd.Process.Kill()
		}()
		got := listen(cmd, out, func(string) { begin() })
		begin()
		acknowledged = append(acknowledged, got.ids...)
		if i%10 == 9 {
			holds(t, path, acknowledged)
		}
	}
	if len(acknowledged) < kills {
		t.Errorf("only %d ratings were acknowledged before %d kills", len(acknowledged), kills)
	}
	t.Logf("%d ratings acknowledged, %d kills", len(acknowledged), kills)
}

// Two programs rate the same card at once: no rating is lost, and none fails.
func TestTwoProcesses(t *testing.T) {
	const each = 60
	path := newFile()(t)
	var wait sync.WaitGroup
	var all [2]told
	for i := range all {
		cmd := self(os.Args[0], "rate", path, "lima", "60")
		out := start(t, cmd)
		wait.Go(func() { all[i] = listen(cmd, out, func(string) {}) })
	}
	wait.Wait()
	for i, got := range all {
		if len(got.ids) != each {
			t.Errorf("process %d told %q", i, got.lines[max(0, len(got.lines)-1):])
		}
	}
	holds(t, path, append(all[0].ids, all[1].ids...))
	s := historytest.Open(t, path)
	progress, err := s.Progress(t.Context(), historytest.Card("lima"))
	if err != nil {
		t.Fatal(err)
	}
	if p := progress[historytest.Card("lima")]; p.Reps != 2*each {
		t.Errorf("%d ratings of the card, want %d", p.Reps, 2*each)
	}
}
