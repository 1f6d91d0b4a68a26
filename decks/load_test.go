package decks

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// file returns a deck file of one question.
func file(path, head, ask string) File {
	return File{Path: path, Source: []byte(head + "\n[[question]]\nask = \"" + ask + "\"\nanswer = \"A\"\n")}
}

// copied returns a part of the deck p with n questions, of which the first same
// ones are those of every such part.
func copied(path string, n, same int) File {
	var b strings.Builder
	b.WriteString("title = \"P\"\nid = \"p\"\n")
	for i := range n {
		own := ""
		if i >= same {
			own = " of " + path
		}
		fmt.Fprintf(&b, "[[question]]\nask = \"%d%s\"\nanswer = \"A\"\n", i, own)
	}
	return File{Path: path, Source: []byte(b.String())}
}

func TestAssemble(t *testing.T) {
	got, err := Assemble([]File{
		file("z.toml", "title = \"Z\"", "z"),
		file("parts/b.toml", "title = \"Second\"\nid = \"p\"\nlanguage = \"fr\"\n[defaults]\npoints = 2", "second"),
		file("parts/a.toml", "title = \"First\"\nid = \"p\"\nlanguage = \"de\"\n[group.g]", "first"),
		file("./z.toml", "title = \"Z\"", "z"),
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range got {
		fmt.Fprintf(&b, "%s %s %s %s %v\n", d.ID, d.Title, d.Language, d.File, partsOf(d))
		for _, q := range d.Questions {
			fmt.Fprintf(&b, "  %s %d %s %v %s\n", q.File, q.Number, q.Ask, q.Points, q.Cards()[0].Language())
		}
	}
	const want = `z Z en z.toml [{z.toml Z}]
  z.toml 1 z 1 en
p First de parts/a.toml [{parts/a.toml First} {parts/b.toml Second}]
  parts/a.toml 1 first 1 de
  parts/b.toml 1 second 2 de
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestAssembleFaults(t *testing.T) {
	const p = "title = \"P\"\nid = \"p\""
	for _, row := range []struct {
		name  string
		files []File
		want  []string
	}{
		{"same text in two parts", []File{file("b.toml", p, "same"), file("a.toml", p, "same")},
			[]string{"b.toml:3:1: question 1: the text is that of the question in a.toml, line 3"}},
		{"same id in two parts", []File{file("a.toml", p, "a\"\nid = \"x"), file("b.toml", p, "b\"\nid = \"x")},
			[]string{`b.toml:5:6: question 1: id "x" is that of the question in a.toml, line 3`}},
		{"a file and its copy", []File{copied("b.toml", 9, 9), copied("a.toml", 9, 9)},
			[]string{"b.toml:3:1: question 1: 9 of the 9 questions of this file are those of a.toml"}},
		{"a file and most of it", []File{copied("b.toml", 5, 4), copied("a.toml", 9, 9)},
			[]string{"b.toml:3:1: question 1: 4 of the 5 questions of this file are those of a.toml"}},
		{"a file and a little of it", []File{copied("b.toml", 5, 2), copied("a.toml", 9, 9)},
			[]string{"b.toml:3:1: question 1: the text is that of the question in a.toml, line 3", "b.toml:6:1: question 2: the text is that of the question in a.toml, line 6"}},
		{"same file name", []File{file("x/d.toml", "title = \"T\"", "a"), file("y/d.toml", "title = \"T\"", "b")},
			[]string{`x/d.toml:1:1: the id "d", from the file name, is that of y/d.toml`, `y/d.toml:1:1: the id "d", from the file name, is that of x/d.toml`}},
		{"same file name and same text", []File{file("x/d.toml", "title = \"T\"", "a"), file("y/d.toml", "title = \"T\"", "a\"\nafter = [\"none\"]\nalt = \"z")},
			[]string{`x/d.toml:1:1: the id "d", from the file name, is that of y/d.toml`, `y/d.toml:1:1: the id "d", from the file name, is that of x/d.toml`,
				`y/d.toml:4:10: question 1: after names "none", which no question of the deck has as its id`}},
		{"file name that is a stated id", []File{file("p.toml", "title = \"T\"", "a"), file("z.toml", p, "b")},
			[]string{`p.toml:1:1: the id "p", from the file name, is that of z.toml`}},
		{"after in another part", []File{file("a.toml", p, "a\"\nid = \"x"), file("b.toml", p, "b\"\nafter = [\"x\", \"y\"]\nalt=\"z")},
			[]string{`b.toml:5:15: question 1: after names "y", which no question of the deck has as its id`}},
		{"after a part that cannot be read", []File{file("a.toml", "title = ", "a"), file("b.toml", p, "b\"\nafter = [\"y\"]\nalt=\"z")},
			[]string{`a.toml:1:1: "title" has no value`}},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := Assemble(row.files)
			var got []string
			var list ErrorList
			errors.As(err, &list)
			for _, e := range list {
				line, _, _ := strings.Cut(e.Error(), "\n")
				got = append(got, line)
			}
			if strings.Join(got, "\n") != strings.Join(row.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(row.want, "\n"))
			}
		})
	}
}

func TestSalvage(t *testing.T) {
	const p = "title = \"P\"\nid = \"p\""
	got, faults := Salvage([]File{
		file("good.toml", "title = \"G\"", "a"),
		file("bad.toml", p+"\ncolour = 1", "b"),
		file("part.toml", p, "c\"\nafter = [\"in-bad\"]\nalt=\"z"),
		{Path: "pyproject.toml", Source: []byte("[project]\nname = \"x\"\n")},
		{Path: "broken.toml", Source: []byte("title =")},
		{Path: "./broken.toml", Source: []byte("title =")},
	})
	if len(got) != 2 || got[0].ID != "good" || got[1].ID != "p" {
		t.Errorf("got %v", got)
	}
	if len(faults) != 2 || faults[0].File != "bad.toml" || faults[1].File != "broken.toml" {
		t.Errorf("faults %v", faults)
	}
}

func TestNoQuestion(t *testing.T) {
	_, err := Parse("deck.toml", []byte("title = \"T\"\ncolour = 1\n"), nil)
	if !errors.Is(err, ErrNoQuestion) {
		t.Errorf("got %v", err)
	}
	_, err = Parse("deck.toml", []byte("title = \"T\"\n[[questions]]\n"), nil)
	if err == nil || errors.Is(err, ErrNoQuestion) {
		t.Errorf("got %v", err)
	}
}

func TestImages(t *testing.T) {
	folder := fstest.MapFS{
		"a.png":     {Data: []byte("png")},
		"sub/b.png": {Data: []byte("png")},
		"pipe":      {Mode: fs.ModeNamedPipe},
	}
	for _, row := range []struct{ image, want string }{
		{"a.png", ""},
		{"a.png/", ""},
		{"./a.png", ""},
		{"sub/../sub/b.png", ""},
		{"A.png", `3:9: question 1: image "A.png" is not there`},
		{"sub", `3:9: question 1: image "sub" is not a regular file`},
		{"pipe", `3:9: question 1: image "pipe" is not a regular file`},
		{"../a.png", `3:9: question 1: image "../a.png" lies outside the folder of the deck`},
	} {
		t.Run(row.image, func(t *testing.T) {
			d, err := Parse("deck.toml", []byte("title = \"T\"\n[[question]]\nimage = \""+row.image+"\"\nask = \"a\"\nanswer = \"b\"\n"), folder)
			if got := strings.Join(told(err), "\n"); got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
			if err == nil {
				if _, err := fs.Stat(folder, d.Questions[0].Image); err != nil {
					t.Error(err) // what is fine must open
				}
			}
		})
	}
}

// Behind os.Root a link out of the folder leads nowhere, and a large image is
// refused by its size.
func TestImagesInAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(os.TempDir(), filepath.Join(dir, "out")); err != nil {
		t.Skip(err)
	}
	large, err := os.Create(filepath.Join(dir, "large.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := large.Truncate(maxImage + 1<<20); err != nil {
		t.Fatal(err)
	}
	if err := large.Close(); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	src := "title = \"T\"\n[group.g]\nimage = \"out/x.png\"\n[[question]]\nimage = \"large.png\"\nask = \"a\"\nanswer = \"b\"\n"
	_, err = Parse("deck.toml", []byte(src), root.FS())
	got := told(err)
	if len(got) != 2 || !strings.HasPrefix(got[0], `3:9: image "out/x.png" cannot be read: `) || got[1] != `5:9: question 1: image "large.png" is 33 MiB, at most 32` {
		t.Errorf("got %q", got)
	}
}

// partsOf writes the parts of a deck for a comparison.
func partsOf(d *Deck) string {
	var parts []string
	for _, p := range d.Parts {
		parts = append(parts, "{"+p.File+" "+p.Title+"}")
	}
	return "[" + strings.Join(parts, " ") + "]"
}
