package compiled_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"recto/decks"
	"recto/decks/compiled"
	"recto/decks/library"
)

var someFiles = []compiled.File{
	{Path: "/decks/a.toml", Size: 12, Modified: 1767225600000000001, Inode: 77, Hash: [32]byte{1, 2, 255}},
	{Path: "/decks/ü b.toml", Size: 0, Modified: -1},
}

// nested is a deck with what the library has not: groups in groups of two
// parts, a shuffle, an exam, inherited ids to come after.
var nested = []decks.File{
	{Path: "a.toml", Source: []byte(`id = "n"
title = "Nested"
language = "de"
study = { new_per_day = 3, retention = 0.8, shuffle = true, exam = { date = 2027-01-02, retention = 0.95 } }
[source]
title = "S"
[group.z]
title = "outer"
text = "above"
shuffle = true
[group.b]
group = "z"
tags = ["t"]
[[question]]
id = "one"
ask = "a?"
answer = "b"
group = "b"
reverse = { ask = "c?", accept = ["d"], reject = ["e"] }
[[question]]
id = "two"
ask = "n?"
answer = 12.5
tolerance = [12, 13]
unit = "km"
after = ["one"]
x-own = 1
[[question]]
cloze = "{{c1::x::hint}} and {{c2::y}} and {{c1::z}}"
from = ["q", { section = "s", paragraph = 2, page = "3", inferred = true }]
`)},
	{Path: "b.toml", Source: []byte("id = \"n\"\ntitle = \"More\"\n[group.b]\ntitle = \"another b\"\n[[question]]\nask = \"last?\"\nanswer = 2020-02-03\ngroup = \"b\"\n")},
}

func testDecks(t testing.TB) []*decks.Deck {
	all, err := decks.Assemble(nested)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range library.Names() {
		f, _ := library.Open(name)
		loaded, err := decks.Assemble([]decks.File{f})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, loaded...)
	}
	return all
}

func open(t testing.TB, d *decks.Deck) *compiled.Deck {
	c, err := compiled.Open(bytes.NewReader(compiled.Encode(d, someFiles, "v1")), "v1")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// same compares decks and questions by what is public of them, without going
// round in circles.
var same = cmp.Options{
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreUnexported(decks.Question{}, decks.Part{}),
	cmpopts.IgnoreFields(decks.Deck{}, "Questions"),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Deck" && len(p) > 2 },
		cmp.Comparer(func(a, b *decks.Deck) bool { return a.ID == b.ID })),
}

// TestRoundTrip gives back every deck as it was parsed.
func TestRoundTrip(t *testing.T) {
	for _, d := range testDecks(t) {
		t.Run(d.ID, func(t *testing.T) {
			c := open(t, d)
			if diff := cmp.Diff(someFiles, c.Files(), same); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(d, c.Shell(), same); diff != "" {
				t.Error(diff)
			}
			var cards, skeletons []decks.Card
			for _, q := range d.Questions {
				cards = append(cards, q.Cards()...)
			}
			for card := range c.Cards() {
				skeletons = append(skeletons, card)
			}
			if len(cards) != len(skeletons) || c.Len() != len(d.Questions) {
				t.Fatalf("%d cards of %d questions, want %d of %d", len(skeletons), c.Len(), len(cards), len(d.Questions))
			}
			for i, s := range skeletons {
				want := cards[i]
				if s.ID != want.ID || s.Face != want.Face || s.Question.Deck != c.Shell() {
					t.Fatalf("card %d is %v, want %v", i, s.ID, want.ID)
				}
				if diff := cmp.Diff([]any{want.Question.Tags, want.Question.After, want.Question.Group},
					[]any{s.Question.Tags, s.Question.After, s.Question.Group}, same); diff != "" {
					t.Errorf("%v: %s", want.ID, diff)
				}
			}
			full, err := c.Full(skeletons)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(cards, full, same); diff != "" {
				t.Error(diff)
			}
			x, n := c.Index(), 0
			for q, err := range c.Questions() {
				if err != nil {
					t.Fatal(err)
				}
				one, err := x.Question(n)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff([]*decks.Question{d.Questions[n], q}, []*decks.Question{one, one}, same); diff != "" {
					t.Errorf("question %d: %s", n, diff)
				}
				n++
			}
			if n != x.Len() || n != len(d.Questions) {
				t.Errorf("%d questions of %d, want %d", n, x.Len(), len(d.Questions))
			}
			if few, err := c.Full(skeletons[len(skeletons)-1:]); err != nil || few[0].Question.Ask != cards[len(cards)-1].Question.Ask {
				t.Errorf("the last card alone: %v", err)
			}
		})
	}
}

// TestWithFiles changes what is said of the files, and nothing else.
func TestWithFiles(t *testing.T) {
	for _, d := range testDecks(t) {
		files := []compiled.File{{Path: "/elsewhere", Size: 3}}
		got, err := open(t, d).WithFiles(files)
		if err != nil || !bytes.Equal(got, compiled.Encode(d, files, "v1")) {
			t.Errorf("%s: not what it would be if it were compiled anew, %v", d.ID, err)
		}
	}
}

// TestRename gives parts, groups and questions the paths of today.
func TestRename(t *testing.T) {
	c := open(t, testDecks(t)[0])
	c.Rename([]string{"/x/a.toml", "/y/b.toml"})
	var cards []decks.Card
	for card := range c.Cards() {
		cards = append(cards, card)
	}
	full, err := c.Full(cards)
	if err != nil {
		t.Fatal(err)
	}
	first, last := full[0].Question, full[len(full)-1].Question
	for _, row := range []struct{ got, want string }{
		{c.Shell().File, "/x/a.toml"}, {c.Shell().Parts[1].File, "/y/b.toml"},
		{first.File, "/x/a.toml"}, {first.Group.File, "/x/a.toml"}, {first.Group.Parent.File, "/x/a.toml"},
		{last.File, "/y/b.toml"}, {last.Group.File, "/y/b.toml"},
	} {
		if row.got != row.want {
			t.Errorf("path %q, want %q", row.got, row.want)
		}
	}
}

// TestEveryField sets every public field of a question and its parts to
// something, so that a field that is added and not coded is found.
func TestEveryField(t *testing.T) {
	d := &decks.Deck{ID: "d"}
	q := &decks.Question{}
	fill(reflect.ValueOf(q).Elem(), 1)
	q.Deck, q.Group, q.Kind = d, nil, decks.Short
	q.Reverse.Ask = "r"
	d.Questions = []*decks.Question{q}
	full, err := open(t, d).Full([]decks.Card{{ID: decks.CardID{Deck: "d", Question: q.ID, Face: decks.AskFace}}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(q, full[0].Question, same); diff != "" {
		t.Error(diff)
	}
}

// fill gives every public field below v a value of its own.
func fill(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Deck" && f.Name != "Group" {
				fill(v.Field(i), n+i)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n+50)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.String:
		v.SetString(fmt.Sprint("text ", n))
	case reflect.Int:
		v.SetInt(int64(n))
	case reflect.Uint8:
		v.SetUint(uint64(n % 4))
	case reflect.Float64:
		v.SetFloat(float64(n) / 3)
	case reflect.Bool:
		v.SetBool(true)
	}
}

// TestDistrust refuses what another program wrote and what is damaged: any
// byte of the index, and each question by itself.
func TestDistrust(t *testing.T) {
	d := testDecks(t)[0]
	b := compiled.Encode(d, someFiles, "v1")
	if _, err := compiled.Open(bytes.NewReader(b), "v2"); !errors.Is(err, compiled.ErrOther) {
		t.Errorf("another stamp: %v", err)
	}
	for i := range b {
		bad := bytes.Clone(b)
		bad[i] ^= 0x41
		c, err := compiled.Open(bytes.NewReader(bad), "v1")
		if err != nil {
			continue
		}
		var cards []decks.Card
		for card := range c.Cards() {
			cards = append(cards, card)
		}
		if _, err := c.Full(cards); err == nil {
			t.Fatalf("byte %d of %d was changed and nothing is said", i, len(b))
		}
	}
	for n := range b {
		c, err := compiled.Open(bytes.NewReader(b[:n]), "v1")
		if err != nil {
			continue
		}
		var cards []decks.Card
		for card := range c.Cards() {
			cards = append(cards, card)
		}
		for q, err := range c.Questions() {
			if q == nil && err == nil {
				t.Fatal("neither a question nor an error")
			}
		}
		if _, err := c.Full(cards); err == nil {
			t.Fatalf("%d of %d bytes are there and nothing is said", n, len(b))
		}
	}
}

// FuzzOpen opens anything: no panic, and no deck that makes one later.
func FuzzOpen(f *testing.F) {
	for _, d := range testDecks(f)[:1] {
		f.Add(compiled.Encode(d, someFiles, "v1"))
	}
	f.Add([]byte("rectodk\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := compiled.Open(bytes.NewReader(compiled.Resum(b)), "v1")
		if err != nil {
			return
		}
		var cards []decks.Card
		for card := range c.Cards() {
			card.Question.Group.Path()
			cards = append(cards, card)
		}
		c.Full(cards)
		for n := range c.Index().Len() {
			c.Index().Question(n)
		}
	})
}

// BenchmarkOpen reads the index of 100,000 questions, and of two hundred what
// they say, from a file.
func BenchmarkOpen(b *testing.B) {
	d := &decks.Deck{ID: "big"}
	for i := range 100_000 {
		d.Questions = append(d.Questions, &decks.Question{Deck: d, ID: fmt.Sprint("question-", i), Kind: decks.Short,
			Ask: fmt.Sprintf("What is the answer to question %d?", i), Answers: []decks.Answer{{Value: decks.Value{Text: fmt.Sprint(i)}}},
			Tags: []string{fmt.Sprint("t", i%20)}})
	}
	path := filepath.Join(b.TempDir(), "big")
	if err := os.WriteFile(path, compiled.Encode(d, someFiles, "v1"), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			read(b, path, 0)
		}
	})
	b.Run("index and 200 questions", func(b *testing.B) {
		for b.Loop() {
			read(b, path, 200)
		}
	})
}

func read(b *testing.B, path string, n int) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	c, err := compiled.Open(f, "v1")
	if err != nil {
		b.Fatal(err)
	}
	count := 0
	var some []decks.Card
	for card := range c.Cards() {
		if count++; len(some) < n {
			some = append(some, card)
		}
	}
	if full, err := c.Full(some); err != nil || len(full) != n || count != 100_000 {
		b.Fatal(err, count)
	}
}
