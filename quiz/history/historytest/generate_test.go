package historytest_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"testing"

	"recto/quiz"
	"recto/quiz/history/historytest"
)

// What is made up is what a history takes, the same each time, of the asked
// number, and has every kind of event.
func TestGenerate(t *testing.T) {
	shape := historytest.Shape{Cards: 1000, Events: 30_000, Decks: 3, Devices: 2, Seed: 7}
	var first []byte
	kinds, cards := map[quiz.EventKind]int{}, map[string]bool{}
	n := 0
	for e := range historytest.Generate(shape) {
		if err := e.Validate(); err != nil {
			t.Fatalf("event %d: %v", n, err)
		}
		if n == 5000 {
			first = e.AppendJSON(nil)
		}
		n++
		kinds[e.Kind]++
		if e.Kind == quiz.SeenEvent {
			cards[e.Seen.Question] = true
		}
	}
	if n != shape.Events || len(cards) < shape.Cards*9/10 {
		t.Errorf("%d events of %d cards", n, len(cards))
	}
	for _, k := range []quiz.EventKind{quiz.SeenEvent, quiz.ReviewEvent, quiz.UndoEvent, quiz.RelinkEvent, quiz.SuspendEvent,
		quiz.UnsuspendEvent, quiz.BuryEvent, quiz.FlagEvent, quiz.ResetEvent, quiz.SettingsEvent, quiz.DueEvent} {
		if kinds[k] == 0 {
			t.Errorf("no event of kind %q in %v", k, kinds)
		}
	}
	t.Log(kinds)
	n = 0
	for e := range historytest.Generate(shape) {
		if n == 5000 {
			if got := string(e.AppendJSON(nil)); got != string(first) {
				t.Errorf("the second time\n%s, the first\n%s", got, first)
			}
			break
		}
		n++
	}
}

// A history is written as recto history import reads it.
func ExampleGenerate() {
	for e := range historytest.Generate(historytest.Shape{Events: 2}) {
		fmt.Printf("%.135s\n", e.AppendJSON(nil))
	}
	// Output:
	// {"id":"a316078b4f59c6c01a6756a225b613b6","device":"24f69e915cd15576b7c8edb410427ab8","sequence":1,"at":1420113455137,"kind":"seen","see
	// {"id":"7c20c04af2f1fd99febc36a4ccbda371","device":"24f69e915cd15576b7c8edb410427ab8","sequence":2,"at":1420113458373,"kind":"review","c
}

// TestWriteLarge writes a history to a file, line by line, that reads as it
// was made. With RECTO_LARGE_FILE set it is the large one, in that file.
func TestWriteLarge(t *testing.T) {
	name, shape := os.Getenv("RECTO_LARGE_FILE"), historytest.Large()
	if name == "" {
		name, shape = t.TempDir()+"/large.jsonl", historytest.Shape{Cards: 50, Events: 1000, Decks: 2, Devices: 2, Seed: 1}
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriter(f)
	written := 0
	for e := range historytest.Generate(shape) {
		line := e.AppendJSON(nil)
		if again, err := quiz.DecodeEvent(line); err != nil || !bytes.Equal(again.AppendJSON(nil), line) {
			t.Fatalf("%s is read as %v, %v", line, again, err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			t.Fatal(err)
		}
		written++
	}
	if err := errors.Join(out.Flush(), f.Close()); err != nil || written != shape.Events {
		t.Fatalf("%d events were written, %v", written, err)
	}
}
