package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz/answer"
	"recto/quiz/plain"
	"recto/quiz/practice"
)

// paper is a practice test with a clock that stands, unless a test moves it.
type paper struct {
	test    *practice.Test
	options plain.TestOptions
	now     time.Time
}

func deal(t testing.TB, source string, o practice.Options) *paper {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &paper{now: time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)}
	begin := func(questions []*decks.Question, o practice.Options) (*practice.Test, error) {
		var items []practice.Item
		for _, q := range questions {
			items = append(items, practice.Item{Question: q})
		}
		o.Start, o.Matcher = p.now, answer.Standard{}
		return practice.New(items, o)
	}
	if p.test, err = begin(deck.Questions, o); err != nil {
		t.Fatal(err)
	}
	p.options = plain.TestOptions{Now: func() time.Time { return p.now }, Echo: true, Paper: "--seed 7", Limit: o.Limit}
	p.options.Again = func(questions []*decks.Question, _ int) (*practice.Test, error) {
		return begin(questions, practice.Options{})
	}
	return p
}

func (p *paper) run(input string) (string, practice.Result, error) {
	var out bytes.Buffer
	r, err := plain.Test(context.Background(), p.test, strings.NewReader(input), &out, p.options)
	return out.String(), r, err
}

// What was not right can be tried again, as often as wanted, and the result is
// that of the first time.
func TestAgain(t *testing.T) {
	p := deal(t, twoQuestions, practice.Options{})
	out, r, err := p.run("1\n3\n\ny\n4\n\ny\n2\n\n")
	if err != nil || r.Whole.Right != 1 || r.Whole.Answered != 2 {
		t.Errorf("%+v, %v", r.Whole, err)
	}
	if n := strings.Count(out, "Again: 1 question; nothing is recorded"); n != 2 {
		t.Errorf("tried again %d times:\n%s", n, out)
	}
	if n := strings.Count(out, "Try the 1 question again"); n != 2 { // and not when all is right
		t.Errorf("asked %d times:\n%s", n, out)
	}
	if !strings.HasSuffix(out, "Score: 1 of 1 point, 100%; 1 right, 0 close, 0 wrong; in 0:00\n") {
		t.Errorf("the end is missing:\n%s", out)
	}
}

// What is answered is always told, whatever there is to tell.
func TestTestList(t *testing.T) {
	for _, tt := range []struct{ name, input, want string }{
		{"nothing yet", ":l\n", "> :l\n0 of 2 answered.\nNot answered: 1, 2\n"},
		{"all of it", "1\n2\n:l\n", "> :l\n2 of 2 answered.\n"},
		{"flags", ":f\n1\n2\n:l\n", "> :l\n2 of 2 answered.\nFlagged: 1\n"},
		{"skipped, with an answer and without", "1\n:g 1\n:s\n:s\n:l\n", "> :l\n1 of 2 answered.\nNot answered: 2\nSkipped: 1, 2\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, _, err := deal(t, twoQuestions, practice.Options{}).run(tt.input)
			if err != nil || !strings.Contains(out, tt.want) {
				t.Errorf("%v, no %q in\n%s", err, tt.want, out)
			}
		})
	}
}

// A result is recorded once, before it is asked whether to try again; what
// cannot be saved is told and returned.
func TestTestRecord(t *testing.T) {
	p := deal(t, twoQuestions, practice.Options{})
	calls := 0
	p.options.Record = func(_ context.Context, r practice.Result) (practice.Recorded, error) {
		calls++
		return practice.Recorded{Cards: r.Whole.Answered}, nil
	}
	out, _, err := p.run("1\n3\n\ny\n4\n\nn\n")
	if err != nil || calls != 1 || strings.Count(out, "Recorded: 2 cards rated\n") != 1 {
		t.Errorf("recorded %d times, %v:\n%s", calls, err, out)
	}
	p = deal(t, twoQuestions, practice.Options{})
	full := errors.New("the disk is full\x1b[2J")
	p.options.Record = func(context.Context, practice.Result) (practice.Recorded, error) { return practice.Recorded{}, full }
	out, _, err = p.run("1\n2\n\n")
	if !errors.Is(err, full) || !strings.Contains(out, "NOT SAVED: the disk is full") || strings.ContainsRune(out, '\x1b') {
		t.Errorf("%v:\n%q", err, out)
	}
}

// An interrupt writes what the test has come to, and records nothing.
func TestTestInterrupt(t *testing.T) {
	p := deal(t, twoQuestions, practice.Options{})
	p.options.Record = func(context.Context, practice.Result) (practice.Recorded, error) {
		t.Error("recorded")
		return practice.Recorded{}, nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	in, typed := io.Pipe()
	defer func() { _ = typed.Close() }()
	var out bytes.Buffer
	done := make(chan error, 1)
	go func() {
		_, err := plain.Test(ctx, p.test, in, &out, p.options)
		done <- err
	}()
	fmt.Fprint(typed, "1\n")
	fmt.Fprint(typed, ":f\n") // read when the answer was taken
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, plain.ErrInterrupted) {
			t.Errorf("got %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
	}
	if s := out.String(); !strings.Contains(s, "Broken off; so far:\nScore: 1 of 2 points, 50%; 1 right, 0 close, 0 wrong, 1 not answered") {
		t.Errorf("wrote:\n%s", s)
	}
}

// The time ends a test that waits for a line, and what was being typed is no
// answer to what is asked then.
func TestTestTime(t *testing.T) {
	const essay = twoQuestions + `
[[question]]
id = "three"
ask = "Three?"
answer = "3"
typed = false
`
	p := deal(t, essay, practice.Options{Limit: 200 * time.Millisecond})
	start := time.Now()
	p.options.Now = func() time.Time { return p.now.Add(time.Since(start)) }
	p.options.Again = nil
	in, typed := io.Pipe()
	shown, out := io.Pipe()
	done := make(chan practice.Result, 1)
	go func() {
		r, err := plain.Test(context.Background(), p.test, in, out, p.options)
		if err != nil {
			t.Error(err)
		}
		_ = out.Close()
		done <- r
	}()
	go func() {
		var text strings.Builder
		buf := make([]byte, 1<<12)
		for late := false; ; {
			n, err := shown.Read(buf)
			text.Write(buf[:n])
			if !late && strings.Contains(text.String(), "(r, p, w)") {
				late = true
				go func() { fmt.Fprint(typed, "\np\n") }()
			}
			if err != nil {
				return
			}
		}
	}()
	fmt.Fprint(typed, ":g 3\nmine\nr") // the end of the last line comes too late
	select {
	case r := <-done:
		if r.Ending != practice.TimeOver || r.Whole.Score != 0.5 || r.Time != 200*time.Millisecond {
			t.Errorf("%v, %+v after %v", r.Ending, r.Whole, r.Time)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
	}
}

// When nobody reads any more the test ends with an error.
func TestTestBrokenOutput(t *testing.T) {
	whole, _, err := deal(t, twoQuestions, practice.Options{}).run("1\n2\n\n")
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 7 {
		p := deal(t, twoQuestions, practice.Options{})
		if _, err := plain.Test(context.Background(), p.test, strings.NewReader("1\n2\n\n"), &brokenPipe{n}, p.options); err == nil {
			t.Fatalf("after %d bytes: no error", n)
		}
	}
}

// Whatever is typed, a test ends, and nothing that a terminal obeys is written.
func FuzzTest(f *testing.F) {
	for _, s := range []string{"1\n2\n\n", ":s\n:g 2\n:f\n:u\n:c\n:l\n:d\n:d\n", ":q\n", "\n\n\n", "::x\n:?\n", ":g\n:g 99\n:g -1\n", "\x1b[2J\n\x00\n\xff\n", "y\n\ny\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, input string) {
		p := deal(t, twoQuestions, practice.Options{Feedback: practice.Feedback(len(input) % 2)})
		out, r, err := p.run(input)
		if err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexFunc(out, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f || c >= 0x80 && c < 0xa0 }); i >= 0 {
			t.Errorf("%q is written", out[i:])
		}
		if r.Ending != practice.HandedIn || r.Whole.Score > r.Whole.Points {
			t.Errorf("%v, %+v", r.Ending, r.Whole)
		}
	})
}
