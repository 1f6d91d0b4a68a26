package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
	"recto/quiz/plain"
)

const twoQuestions = `
title = "Two"
id = "two"
[[question]]
id = "one"
ask = "One?"
answer = "1"
hint = "a hint"
[[question]]
id = "two"
ask = "Two?"
answer = "2"
`

// Each rating is in the store before the next prompt is written.
func TestSavedAtOnce(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	in, typed := io.Pipe()
	shown, out := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- plain.Run(context.Background(), tb.session, in, out, tb.options); _ = out.Close() }()
	read := func() string {
		buf := make([]byte, 1<<12)
		n, _ := shown.Read(buf)
		return string(buf[:n])
	}
	for i, step := range []struct{ prompt, line string }{
		{"One?\n> ", "1\n"},
		{"[3]: ", "4\n"},
		{"Two?\n> ", "2\n"},
	} {
		text := read()
		if i > 0 {
			for !strings.HasSuffix(text, step.prompt) {
				text += read()
			}
		}
		if !strings.HasSuffix(text, step.prompt) {
			t.Fatalf("%q does not end in %q", text, step.prompt)
		}
		if i == 2 && len(tb.store.ratings()) != 1 {
			t.Fatal("the next question is asked before the rating is saved")
		}
		fmt.Fprint(typed, step.line)
	}
	go func() { _, _ = io.Copy(io.Discard, shown) }()
	_ = typed.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// An interrupt ends a session that waits for a line, at once.
func TestInterrupt(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	ctx, cancel := context.WithCancel(context.Background())
	in, typed := io.Pipe()
	defer func() { _ = typed.Close() }()
	done := make(chan error, 1)
	go func() { done <- plain.Run(ctx, tb.session, in, io.Discard, tb.options) }()
	fmt.Fprint(typed, "1\n4\n")
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, plain.ErrInterrupted) {
			t.Errorf("got %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
	}
}

// An interrupt while a rating is saved does not lose it.
func TestInterruptWhileSaving(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	ctx, cancel := context.WithCancel(context.Background())
	tb.store.fails = func() error { cancel(); return nil }
	if _, err := tb.run(ctx, "1\n4\n2\n4\n"); !errors.Is(err, plain.ErrInterrupted) {
		t.Errorf("got %v", err)
	}
	if got := tb.store.ratings(); len(got) != 1 {
		t.Errorf("%d ratings are saved", len(got))
	}
}

func TestNotSaved(t *testing.T) {
	full := errors.New("disk full\x1b[2J")
	for _, tt := range []struct {
		name, input string
		failures    int
		want        []quiz.Rating
		fails       bool
	}{
		{"tried again", "1\n3\n3\n:q\n", 1, []quiz.Rating{quiz.Good}, false},
		{"tried with another rating", "1\n3\n4\n:q\n", 1, []quiz.Rating{quiz.Easy}, false},
		{"left", "1\n3\n:q\n", 1, nil, true},
		{"input ends", "1\n3\n", 1, nil, true},
		{"many times", "1\n3\n3\n3\n3\n2\n3\n", 3, []quiz.Rating{quiz.Good, quiz.Good}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := lay(t, twoQuestions, answer.Standard{})
			failures := tt.failures
			tb.store.fails = func() error {
				if failures--; failures >= 0 {
					return full
				}
				return nil
			}
			out, err := tb.run(context.Background(), tt.input)
			if errors.Is(err, full) != tt.fails {
				t.Errorf("returned %v", err)
			}
			if got := tb.store.ratings(); !slices.Equal(got, tt.want) {
				t.Errorf("saved %v, want %v", got, tt.want)
			}
			if n := strings.Count(out, "NOT SAVED: disk full"); n != tt.failures || strings.ContainsRune(out, '\x1b') {
				t.Errorf("told %d times of %d: %q", n, tt.failures, out)
			}
		})
	}
}

// brokenPipe fails after some bytes.
type brokenPipe struct{ left int }

func (w *brokenPipe) Write(p []byte) (int, error) {
	if len(p) > w.left {
		return w.left, errors.New("broken pipe")
	}
	w.left -= len(p)
	return len(p), nil
}

// When nobody reads any more no line is taken for a rating that nobody saw
// asked for, and what was taken is saved.
func TestBrokenOutput(t *testing.T) {
	whole, err := lay(t, twoQuestions, answer.Standard{}).run(context.Background(), "1\n4\n2\n4\n")
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		tb := lay(t, twoQuestions, answer.Standard{})
		err := plain.Run(context.Background(), tb.session, strings.NewReader("1\n4\n2\n4\n"), &brokenPipe{n}, tb.options)
		if err == nil {
			t.Fatalf("after %d bytes: no error", n)
		}
		if prompts := strings.Count(whole[:n], "[3]: "); len(tb.store.ratings()) > prompts {
			t.Fatalf("after %d bytes: %d prompts and %d ratings", n, prompts, len(tb.store.ratings()))
		}
	}
}

// brokenInput fails after a line.
func TestBrokenInput(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	broken := errors.New("input/output error")
	in := io.MultiReader(strings.NewReader("1\n4\n"), readerFunc(func([]byte) (int, error) { return 0, broken }))
	if err := plain.Run(context.Background(), tb.session, in, io.Discard, tb.options); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if len(tb.store.ratings()) != 1 {
		t.Error("the rating is lost")
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 64<<10)
	for _, tt := range []struct{ name, input, want string }{
		{"no end of the last line", "1", "CORRECT: 1"},
		{"carriage returns", "1\r\n", "CORRECT: 1"},
		{"a long line", long[:4000] + "\n", "WRONG: wanted 1, you wrote " + long[:500] + "...\n"},
		{"the longest line is the matcher's to refuse", long + "\n", "The response has 65536 bytes"},
		{"one byte more", long + "x\n1\n", "longer than 65536 bytes.\n> 1\nCORRECT: 1"},
		{"much longer, without end", strings.Repeat(long, 5), "longer than 65536 bytes.\n> \n"},
		{"not UTF-8", "\xff\n", "you wrote \uFFFD"},
		{"an escape sequence", "\x1b[31mred\x07\n", "> \uFFFD[31mred\uFFFD\nWRONG: wanted 1, you wrote [31mred\n"},
		{"a change of direction", "\u202Eabc\u2066\n", "> \uFFFDabc\uFFFD\nWRONG: wanted 1, you wrote abc\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := lay(t, twoQuestions, answer.Standard{}).run(context.Background(), tt.input)
			if err != nil || !strings.Contains(out, tt.want) {
				t.Errorf("%q not in %.300q, %v", tt.want, out, err)
			}
			if len(out) > 3000 {
				t.Errorf("%d bytes written", len(out))
			}
		})
	}
}

// Without echo the transcript holds nothing that was typed by itself.
func TestNoEcho(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	tb.options.Echo = false
	out, err := tb.run(context.Background(), ":f 5\n:q\n")
	if err != nil || strings.Contains(out, ":f 5") || !strings.Contains(out, "> Flag 5.\n") {
		t.Errorf("%q, %v", out, err)
	}
}

// A card that was rated elsewhere before it comes up does not come up; one
// rated while the learner thinks is not answered twice.
func TestRatedElsewhere(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	elsewhere := lay(t, twoQuestions, answer.Standard{})
	if _, err := elsewhere.run(context.Background(), "\n4\n"); err != nil {
		t.Fatal(err)
	}
	tb.store.events = elsewhere.store.events
	out, err := tb.run(context.Background(), "2\n4\n")
	if err != nil || strings.Contains(out, "One?") || !strings.Contains(out, "CORRECT: 2") {
		t.Errorf("%q, %v", out, err)
	}

	tb = lay(t, twoQuestions, answer.Standard{})
	first := true
	in := io.MultiReader(readerFunc(func(p []byte) (int, error) {
		if !first {
			return 0, io.EOF
		}
		first = false
		tb.store.events = elsewhere.store.events
		return copy(p, "1\n"), nil
	}), strings.NewReader("2\n4\n"))
	var b bytes.Buffer
	if err := plain.Run(context.Background(), tb.session, in, &b, tb.options); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "> 1\nThis card was changed elsewhere meanwhile.\n\n[2 of 2]") || len(tb.store.ratings()) != 2 {
		t.Errorf("%q", b.String())
	}
}

func TestEdit(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	edited, err := decks.Parse("deck.toml", []byte(strings.Replace(twoQuestions, "One?", "How many is one?", 1)), nil)
	if err != nil {
		t.Fatal(err)
	}
	tb.options.Edit = func(_ context.Context, c decks.Card) (func(decks.CardID) (decks.Card, bool), error) {
		if c.ID.Question == "two" {
			return nil, errors.New("deck.toml:3:1: question 1: ask is empty")
		}
		return func(id decks.CardID) (decks.Card, bool) {
			for _, q := range edited.Questions {
				if c := q.Cards()[0]; c.ID == id {
					return c, true
				}
			}
			return decks.Card{}, false
		}, nil
	}
	out, err := tb.run(context.Background(), ":e\n1\n4\n:e\n")
	if err != nil || !strings.Contains(out, "\n\n[1 of 2] two - new\nQ: How many is one?\n") ||
		!strings.Contains(out, "Not edited: deck.toml:3:1: question 1: ask is empty\n") {
		t.Errorf("%q, %v", out, err)
	}
}

func TestCram(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	var items []quiz.Item
	v := tb.session.View()
	items = append(items, quiz.Item{Card: v.Card})
	tb.session = quiz.NewSession(items, nil, answer.Standard{}, quiz.SessionOptions{Start: tb.now, Cram: true})
	out, err := tb.run(context.Background(), "1\n\n")
	if err != nil || !strings.Contains(out, "\n1 Again  2 Hard  3 Good  4 Easy  [3]: \n") || len(tb.store.events) > 0 {
		t.Errorf("%q, %v, %v", out, err, tb.store.events)
	}
}

func TestNothingToStudy(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	tb.session = quiz.NewSession(nil, nil, answer.Standard{}, quiz.SessionOptions{Start: tb.now, Later: tb.now.Day + 3})
	out, err := tb.run(context.Background(), "")
	if err != nil || out != "Nothing to study now; next due in 3d\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// A deck that never went through the parser's checks cannot command the
// terminal either, nor write a line of the protocol.
func TestHostileDeck(t *testing.T) {
	const evil = "\x1b]0;x\x07\u202e\u009b2J\r\n[9 of 9] fake - new\nCORRECT: fake\n> "
	d := &decks.Deck{ID: "evil", Title: evil, Language: "en"}
	g := &decks.Group{Name: "g", Title: evil, Text: evil, Image: evil, Alt: evil}
	for i, kind := range []decks.Kind{decks.Short, decks.TrueFalse, decks.Choice, decks.Match, decks.List, decks.Cloze} {
		q := &decks.Question{Deck: d, ID: fmt.Sprint("q", i), Kind: kind, Group: g, Typed: true, Ask: evil, Shown: evil, Hints: []string{evil},
			Explain: evil, Image: evil, Alt: evil, File: evil, From: []decks.Anchor{{Section: evil, Page: evil, Quote: evil}}}
		v := decks.Value{Text: evil}
		q.Answers, q.Lefts, q.Text = []decks.Answer{{Value: v}, {Value: v}}, []decks.Value{v, v}, "{{c1::"+evil+"}}"
		if kind != decks.Short {
			q.Choices = []decks.Value{v, v}
		}
		if kind == decks.Cloze {
			q.Gaps = []decks.Gap{{Label: 1, Text: evil, Hint: evil, End: len(q.Text)}}
		}
		d.Questions = append(d.Questions, q)
	}
	tb := lay(t, twoQuestions, answer.Standard{})
	var queue []quiz.Item
	for _, q := range d.Questions {
		queue = append(queue, quiz.Item{Card: q.Cards()[0], Progress: quiz.Progress{Flag: 3}})
	}
	scheduler, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	tb.session = quiz.NewSession(queue, func(decks.Card) quiz.Scheduler { return scheduler }, answer.Standard{},
		quiz.SessionOptions{Start: tb.now, Random: rand.NewChaCha8([32]byte{1})})
	out, err := tb.run(context.Background(), strings.Repeat(":h\n:w\na\n\n:w\n4\n", len(queue)))
	if err != nil {
		t.Fatal(err)
	}
	hostile(t, out)
	for _, l := range strings.Split(out, "\n") {
		if strings.HasPrefix(l, "[9 of 9]") || strings.HasPrefix(l, "CORRECT: fake") {
			t.Errorf("a text of the deck wrote %q", l)
		}
	}
	if !strings.Contains(out, "[6 of 6]") {
		t.Errorf("not every kind came: %s", out)
	}
}

// hostile fails when a terminal would obey something in out. What isolates
// text that runs from the right ends in its line.
func hostile(t *testing.T, out string) {
	t.Helper()
	for _, line := range strings.Split(out, "\n") {
		open := 0
		for _, c := range line {
			switch string(c) {
			case markup.FSI:
				open++
			case markup.PDI:
				if open--; open < 0 {
					t.Fatalf("%q closes what is not open", line)
				}
			}
		}
		if open != 0 {
			t.Fatalf("%q leaves an isolate open", line)
		}
	}
	out = strings.NewReplacer(markup.FSI, "", markup.PDI, "").Replace(out)
	if i := strings.IndexFunc(out, func(c rune) bool {
		return c != '\n' && unicode.IsControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
	}); i >= 0 {
		t.Fatalf("%q is written", out[i:])
	}
}

// Whatever is typed: no panic, no end before the input's, nothing for the
// terminal to obey, and each rating that was taken saved.
func FuzzRun(f *testing.F) {
	f.Add("1\n4\n2\n\n")
	f.Add(":h\n:s\n:b\n:x\n:f 3\n:u\n:e\n:w\n:y\n:?\n:zap\n::\n\n")
	f.Add(":u\n\n2\n:u\n:u\n:w\n\x1b]0;x\x07\n\u202e\n:f 99999999999999999999\n")
	f.Add("\xff\xfe\n:\n: \n:h \n:hh\n")
	f.Add(":שלום\n:p\u0655\n")
	f.Fuzz(func(t *testing.T, input string) {
		tb := lay(t, twoQuestions, answer.Standard{})
		out, err := tb.run(context.Background(), input)
		if err != nil {
			t.Fatal(err)
		}
		hostile(t, out)
		if !strings.Contains(out, "\nDone: ") {
			t.Fatalf("no summary in %q", out)
		}
	})
}

// Of a list that asks for some of its items only, none is missing once these
// are given.
func TestNeedIsEnough(t *testing.T) {
	const deck = `title = "Colours"
[[question]]
id = "colours"
ask = "Name two colours of the flag."
list = ["red", "green", "blue"]
need = 2
`
	for _, tt := range []struct{ response, wants, not string }{
		{"red; green; purple", "   also right: blue\n", "missing"},
		{"red; purple", "   missing: blue\n", "also right"},
	} {
		out, err := lay(t, deck, answer.Standard{}).run(context.Background(), tt.response+"\n")
		if err != nil || !strings.Contains(out, tt.wants) || strings.Contains(out, tt.not) {
			t.Errorf("%s: %q, %v", tt.response, out, err)
		}
	}
}
