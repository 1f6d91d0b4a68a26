package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"

	"recto/quiz/tui"
)

// reading returns a reader of a deck, as the command makes it, and the editions
// of its files as they are saved.
func reading(t testing.TB, name string) (*deckReader, <-chan tui.Edition) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	c := cli.NewContext(newApp(strings.NewReader(""), io.Discard, io.Discard), flag.NewFlagSet("preview", flag.ContinueOnError), nil)
	c.Context = ctx
	r := newDeckReader(c, &config{}, name)
	e, err := r.first()
	if err != nil || len(e.Faults) > 0 {
		t.Fatal(err, e.Faults)
	}
	return r, r.watch(ctx)
}

// next waits for the next edition, and returns its questions, "|" between,
// and behind a "!" its first fault.
func next(t testing.TB, changes <-chan tui.Edition) string {
	t.Helper()
	select {
	case e := <-changes:
		return said(e)
	case <-time.After(20 * time.Second):
		t.Fatal("no edition comes")
		return ""
	}
}

func said(e tui.Edition) string {
	var asks []string
	for _, q := range e.Questions {
		asks = append(asks, q.Ask)
	}
	s := strings.Join(asks, "|")
	if len(e.Faults) > 0 {
		s += "!" + strings.SplitN(e.Faults[0].Text, "\n", 2)[0]
	}
	return s
}

// deckOf returns a deck of some questions.
func deckOf(asks ...string) string {
	s := "title = \"T\"\nid = \"t\"\n"
	for _, ask := range asks {
		s += "\n[[question]]\nask = \"" + ask + "\"\nanswer = \"x\"\n"
	}
	return s
}

// However a file is saved, what comes is what it says in the end, and nothing
// that it said on the way.
func TestWatchWaysOfSaving(t *testing.T) {
	put := func(t *testing.T, path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must := func(t *testing.T, err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name string
		save func(t *testing.T, path, text string)
	}{
		{"in place", put},
		{"a new file takes the name", func(t *testing.T, path, text string) {
			put(t, path+".tmp", text)
			must(t, os.Rename(path+".tmp", path))
		}},
		{"the old file is moved away, a new one written", func(t *testing.T, path, text string) { // vim, backupcopy=no
			put(t, filepath.Join(filepath.Dir(path), "4913"), "")
			must(t, os.Remove(filepath.Join(filepath.Dir(path), "4913")))
			must(t, os.Rename(path, path+"~"))
			put(t, path, text)
			must(t, os.Remove(path+"~"))
		}},
		{"a copy is made, the file written in place", func(t *testing.T, path, text string) { // nano, vim with backupcopy=yes
			old, err := os.ReadFile(path)
			must(t, err)
			put(t, path+"~", string(old))
			put(t, path, text)
		}},
		{"emptied, then written slowly", func(t *testing.T, path, text string) {
			f, err := os.Create(path)
			must(t, err)
			defer f.Close()
			for len(text) > 0 {
				n := min(40, len(text))
				time.Sleep(30 * time.Millisecond)
				_, err := f.WriteString(text[:n])
				must(t, err)
				text = text[n:]
			}
		}},
		{"removed, and written a moment later", func(t *testing.T, path, text string) {
			must(t, os.Remove(path))
			time.Sleep(50 * time.Millisecond)
			put(t, path, text)
		}},
		{"removed with its folder, and written again", func(t *testing.T, path, text string) {
			must(t, os.RemoveAll(filepath.Dir(path)))
			must(t, os.Mkdir(filepath.Dir(path), 0o755))
			put(t, path, text)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "decks")
			path := filepath.Join(folder, "deck.toml")
			write(t, path, deckOf("One?", "Two?", "Three?", "Four?"))
			_, changes := reading(t, path)
			for _, asks := range [][]string{{"One?", "Two?", "Three!", "Four?"}, {"Eins?", "Two?", "Three!", "Four?", "Five?"}} {
				tt.save(t, path, deckOf(asks...))
				if got, want := next(t, changes), strings.Join(asks, "|"); got != want {
					t.Errorf("came %q, want %q", got, want)
				}
			}
			select {
			case e := <-changes:
				if got := said(e); !strings.HasPrefix(got, "Eins?|") || strings.Contains(got, "!no") {
					t.Errorf("then came %q", got)
				}
			case <-time.After(300 * time.Millisecond):
			}
		})
	}
}

// A fault comes when it has stood for a while, with the questions of before,
// and goes when it is mended.
func TestWatchFault(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deck.toml")
	write(t, path, deckOf("One?", "Two?"))
	_, changes := reading(t, path)
	for _, step := range []struct{ text, want string }{
		{strings.Replace(deckOf("One?", "Two?"), "answer", "anser", 1), `One?|Two?!` + path + `:6:1: question 1: unknown key "anser"`},
		{"", `One?|Two?!` + path + `:1:1: `},
		{deckOf("One?", "Zwei?"), "One?|Zwei?"},
		{deckOf("One?"), "One?"},
		{strings.Repeat("x", 1<<10), `One?!` + path},
	} {
		write(t, path, step.text)
		if got := next(t, changes); !strings.HasPrefix(got, step.want) {
			t.Errorf("came %q, want %q", got, step.want)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := next(t, changes); !strings.HasPrefix(got, "One?!") || !strings.Contains(got, "deck.toml: ") {
		t.Errorf("without the file came %q", got)
	}
	write(t, path, deckOf("Back?"))
	if got := next(t, changes); got != "Back?" {
		t.Errorf("with the file came %q", got)
	}
}

// The files of a folder are read together; a new one, and a picture, belong to
// them. Where one has a fault the others are read on.
func TestWatchFolder(t *testing.T) {
	folder := t.TempDir()
	part := func(id, ask string) string { return strings.Replace(deckOf(ask), `"t"`, `"`+id+`"`, 1) }
	write(t, filepath.Join(folder, "a.toml"), part("a", "One?"))
	write(t, filepath.Join(folder, "b.toml"), part("b", "Two?"))
	_, changes := reading(t, folder)
	step := func(name, text, want string) {
		t.Helper()
		write(t, filepath.Join(folder, name), text)
		if got := next(t, changes); !strings.HasPrefix(got, want) {
			t.Errorf("after %s came %q, want %q", name, got, want)
		}
	}
	step("c.toml", part("c", "Three?"), "One?|Two?|Three?")
	step("b.toml", "title = \"T\"\nid = \"b\"\n[[question]]\nask = \"Two?\"\n", "One?|Two?|Three?!"+filepath.Join(folder, "b.toml")+":3:1: ")
	step("b.toml", part("b", "Zwei?"), "One?|Zwei?|Three?")
	step("a.toml", part("a", "One?")+"image = \"pictures/a.png\"\n", "One?|Zwei?|Three?!")
	if err := os.Mkdir(filepath.Join(folder, "pictures"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "pictures", "a.png"), "a file is there")
	if got := next(t, changes); got != "One?|Zwei?|Three?" {
		t.Errorf("with the picture came %q", got)
	}
}

// A file that is reached by a link is watched where it is.
func TestWatchLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	real, link := filepath.Join(t.TempDir(), "real.toml"), filepath.Join(t.TempDir(), "deck.toml")
	write(t, real, deckOf("One?"))
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	_, changes := reading(t, link)
	write(t, real, deckOf("Two?"))
	if got := next(t, changes); got != "Two?" {
		t.Errorf("came %q", got)
	}
}

// A deck of the library does not change.
func TestWatchLibrary(t *testing.T) {
	if _, changes := reading(t, "spaced-repetition"); changes != nil {
		t.Error("it is watched")
	}
}

// The time from a save to the edition that is read of it, of a deck of 140
// questions and of one of 10,000: 200 ms are the bound, to the frame.
func BenchmarkSaveToEdition(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"140", 140}, {"10000", 10_000}} {
		b.Run(size.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "deck.toml")
			asks := make([]string, size.n)
			for i := range asks {
				asks[i] = "Question " + itoa(i) + "?"
			}
			put := func(last string) {
				asks[len(asks)-1] = last
				if err := os.WriteFile(path+".new", []byte(deckOf(asks...)), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			put("Last?")
			if err := os.Rename(path+".new", path); err != nil {
				b.Fatal(err)
			}
			_, changes := reading(b, path)
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				put("Last " + itoa(i) + "?")
				time.Sleep(time.Duration(20+i%9) * time.Millisecond)
				begun := time.Now()
				if err := os.Rename(path+".new", path); err != nil {
					b.Fatal(err)
				}
				next(b, changes)
				times = append(times, time.Since(begun))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "ms-median")
			b.ReportMetric(float64(times[min(len(times)*99/100, len(times)-1)].Microseconds())/1000, "ms-p99")
			b.ReportMetric(0, "ns/op")
		})
	}
}
