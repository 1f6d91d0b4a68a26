package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// cached is a home with a deck large enough to be kept compiled, which was read
// once, and where it is kept.
func cached(t *testing.T) (home, deck, entry string) {
	t.Helper()
	home = t.TempDir()
	deck = filepath.Join(home, "large.toml")
	write(t, deck, largeDeck(1500))
	wantTitle(t, home, deck, "Large")
	entries, err := filepath.Glob(filepath.Join(home, "recto", "cache", "*.deck"))
	if err != nil || len(entries) != 1 {
		t.Fatalf("kept are %v, %v", entries, err)
	}
	return home, deck, entries[0]
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wantTitle wants recto due to know the deck under a title.
func wantTitle(t *testing.T, home, deck, title string) {
	t.Helper()
	got := output(t, home, "due", "--json", deck)
	if !strings.Contains(got, `"title": "`+title+`"`) || !strings.Contains(got, `"new": 20`) {
		t.Errorf("due says %s, want the title %s", got, title)
	}
}

// retitle changes the title of the deck to one of the same length.
func retitle(t *testing.T, deck string) {
	t.Helper()
	write(t, deck, strings.Replace(content(t, deck), `"Large"`, `"Small"`, 1))
}

// settle sets the times of a file and of what is kept of it to long ago, the
// latter a minute later.
func settle(t *testing.T, deck, entry string) {
	t.Helper()
	long := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for path, at := range map[string]time.Time{deck: long, entry: long.Add(time.Minute)} {
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCacheUsed does not read a deck that is as it was long before it was
// kept: what neither size nor time tell is not seen.
func TestCacheUsed(t *testing.T) {
	home, deck, entry := cached(t)
	settle(t, deck, entry)
	wantTitle(t, home, deck, "Large") // of another time, and of the same content
	settle(t, deck, entry)
	retitle(t, deck)
	settle(t, deck, entry)
	wantTitle(t, home, deck, "Large")
	if err := os.Chtimes(deck, time.Now(), time.Now()); err != nil {
		t.Fatal(err)
	}
	wantTitle(t, home, deck, "Small")
}

// TestCacheDistrust reads a deck anew whenever what was kept may not be it.
func TestCacheDistrust(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(t *testing.T, deck, entry string)
		want   string
	}{
		{"edited", func(t *testing.T, deck, entry string) { retitle(t, deck) }, "Small"},
		{"edited, of the same time, at once", func(t *testing.T, deck, entry string) {
			info, err := os.Stat(deck)
			if err != nil {
				t.Fatal(err)
			}
			retitle(t, deck)
			if err := os.Chtimes(deck, info.ModTime(), info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}, "Small"},
		{"replaced by another file", func(t *testing.T, deck, entry string) {
			write(t, deck+".new", strings.Replace(content(t, deck), `"Large"`, `"Small"`, 1))
			if err := os.Rename(deck+".new", deck); err != nil {
				t.Fatal(err)
			}
			settle(t, deck, entry)
		}, "Small"},
		{"damaged in the index", func(t *testing.T, deck, entry string) {
			b := []byte(content(t, entry))
			b[100] ^= 1
			write(t, entry, string(b))
		}, "Large"},
		{"cut short", func(t *testing.T, deck, entry string) { write(t, entry, content(t, entry)[:200]) }, "Large"},
		{"emptied", func(t *testing.T, deck, entry string) { write(t, entry, "") }, "Large"},
		{"of another program", func(t *testing.T, deck, entry string) {
			b := []byte(content(t, entry))
			b[9] ^= 1
			write(t, entry, string(b))
		}, "Large"},
		{"a folder in its place", func(t *testing.T, deck, entry string) {
			if err := os.Remove(entry); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(entry, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "Large"},
		{"deleted with its folder", func(t *testing.T, deck, entry string) {
			if err := os.RemoveAll(filepath.Dir(entry)); err != nil {
				t.Fatal(err)
			}
		}, "Large"},
		{"a file where the folder should be", func(t *testing.T, deck, entry string) {
			if err := os.RemoveAll(filepath.Dir(entry)); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Dir(entry), "")
		}, "Large"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			home, deck, entry := cached(t)
			tt.change(t, deck, entry)
			wantTitle(t, home, deck, tt.want)
			wantTitle(t, home, deck, tt.want)
		})
	}
}

// TestCacheParts keeps a deck in parts as one, and believes it only when all
// parts are named and no other has its id.
func TestCacheParts(t *testing.T) {
	home := t.TempDir()
	part := func(name, title, question string) {
		text := strings.ReplaceAll(largeDeck(800), "question-", question)
		write(t, filepath.Join(home, name), strings.Replace("id = \"parts\"\n"+text, `"Large"`, `"`+title+`"`, 1))
	}
	part("a.toml", "First", "a-")
	part("b.toml", "Second", "b-")
	count := func(want string, args ...string) {
		t.Helper()
		if got := output(t, home, append([]string{"due", "--json"}, args...)...); !strings.Contains(got, want) {
			t.Errorf("due %v says %s, want %s", args, got, want)
		}
	}
	for range 2 {
		count(`"new": 1580`, "a.toml", "b.toml")      // held back beside the 20 of today
		count(`"title": "First"`, "b.toml", "a.toml") // the other way round
		count(`"new": 780`, "b.toml")                 // alone it is another deck
		count(`"title": "Second"`, "./b.toml")        // named otherwise
		count(`"title": "First"`, "a.toml", "b.toml") //
		count(`"title": "First"`, ".")                // found in the folder
		count(`"title": "First"`, home, "a.toml")     // named twice
	}
	part("c.toml", "Third", "c-")
	count(`"new": 2380`, ".")
	count(`"new": 1580`, "a.toml", "b.toml")
}

// TestCacheElsewhere finds the file of a question under the path of today.
func TestCacheElsewhere(t *testing.T) {
	home, deck, _ := cached(t)
	cmd := program(t, home, "due", "--json", "../"+filepath.Base(home)+"/large.toml")
	cmd.Dir = filepath.Join(home, "recto")
	cmd.Args[len(cmd.Args)-1] = "../large.toml"
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), `"title": "Large"`) {
		t.Errorf("%v\n%s", err, out)
	}
	if err := os.Remove(deck); err != nil {
		t.Fatal(err)
	}
	fails(t, exitInput, program(t, home, "due", deck))
}

// TestCacheSmall keeps nothing of a small deck: a look makes no files.
func TestCacheSmall(t *testing.T) {
	home := t.TempDir()
	deck := filepath.Join(home, "small.toml")
	write(t, deck, largeDeck(10))
	output(t, home, "due", deck)
	if _, err := os.Stat(filepath.Join(home, "recto")); !os.IsNotExist(err) {
		t.Errorf("a look at a small deck made files: %v", err)
	}
}
