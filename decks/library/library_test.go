package library_test

import (
	"bytes"
	"image/png"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/library"
)

// example is the deck in which every key of the format stands.
const example = "spaced-repetition"

func TestNames(t *testing.T) {
	names := library.Names()
	if want := []string{library.Default, example}; !slices.Equal(names, want) {
		t.Errorf("Names() = %q, want %q", names, want)
	}
}

func TestOpenUnknown(t *testing.T) {
	for _, name := range []string{"", "no-such-deck", "north-korea-russia.toml", "../library/" + example, "forgetting-curve.png", "."} {
		if file, ok := library.Open(name); ok || file.Source != nil {
			t.Errorf("Open(%q) = %q, %d bytes, %v; want nothing", name, file.Path, len(file.Source), ok)
		}
	}
}

func TestOpenGivesACopy(t *testing.T) {
	first := open(t, example)
	first.Source[0] = 'X'
	if second := open(t, example); second.Source[0] == 'X' {
		t.Error("a change to what Open returned is seen by the next caller")
	}
}

// open returns a deck of the library as a file.
func open(t *testing.T, name string) decks.File {
	t.Helper()
	file, ok := library.Open(name)
	if !ok {
		t.Fatalf("Open(%q) finds no deck", name)
	}
	return file
}

// parse returns a deck of the library, which must be without a fault.
func parse(t *testing.T, name string) *decks.Deck {
	t.Helper()
	all, err := decks.Assemble([]decks.File{open(t, name)})
	if err != nil {
		t.Fatalf("deck %s has faults:\n%v", name, err)
	}
	return all[0]
}

// keysOf returns the deck of that name as TOML.
func keysOf(t *testing.T, name string) map[string]any {
	t.Helper()
	var top map[string]any
	if err := toml.Unmarshal(open(t, name).Source, &top); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return top
}

func TestDecks(t *testing.T) {
	for _, name := range library.Names() {
		t.Run(name, func(t *testing.T) {
			deck := parse(t, name)
			if deck.ID != name {
				t.Errorf("the id is %q, want the name of the file", deck.ID)
			}
			if deck.Source == nil || deck.Source.Title == "" {
				t.Error("the deck does not say what it was drawn from")
			}
			kinds := map[decks.Kind]int{}
			for _, q := range deck.Questions {
				kinds[q.Kind]++
				if q.Derived {
					t.Errorf("question %d, %q, has no id", q.Number, q.Ask+q.Text)
				}
			}
			for kind := decks.Short; kind <= decks.Cloze; kind++ {
				if kinds[kind] == 0 {
					t.Errorf("no question of kind %v", kind)
				}
			}
			for group := range deck.Groups {
				if !slices.ContainsFunc(deck.Questions, func(q *decks.Question) bool {
					return slices.ContainsFunc(q.Group.Path(), func(g *decks.Group) bool { return g.Name == group })
				}) {
					t.Errorf("group %q has no question", group)
				}
			}
		})
	}
}

// TestText holds what an eye misses and a print shows.
func TestText(t *testing.T) {
	for _, name := range library.Names() {
		src := open(t, name).Source
		if !norm.NFC.IsNormal(src) {
			t.Errorf("%s: the text is not in NFC", name)
		}
		if !bytes.HasSuffix(src, []byte("\n")) || bytes.HasSuffix(src, []byte("\n\n")) {
			t.Errorf("%s: the file does not end in one newline", name)
		}
		for i, line := range strings.Split(string(src), "\n") {
			if strings.TrimRightFunc(line, unicode.IsSpace) != line {
				t.Errorf("%s:%d: space at the end of the line", name, i+1)
			}
			if strings.ContainsFunc(line, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) || unicode.IsControl(r) }) {
				t.Errorf("%s:%d: a space or control character that does not show", name, i+1)
			}
		}
		walk("", keysOf(t, name), func(key string, value any) {
			text, ok := value.(string)
			if !ok {
				return
			}
			switch {
			case text != strings.TrimSpace(text):
				t.Errorf("%s: %s: space around %q", name, key, text)
			case strings.Contains(text, "  "):
				t.Errorf("%s: %s: two spaces in %q", name, key, text)
			case strings.Contains(text, " ,"), strings.Contains(text, " ;"), strings.Contains(text, ",,"):
				t.Errorf("%s: %s: a stray space or sign in %q", name, key, text)
			}
		})
	}
}

func TestImages(t *testing.T) {
	used := map[string]bool{}
	for _, name := range library.Names() {
		images := open(t, name).Images
		walk("", keysOf(t, name), func(key string, value any) {
			if path.Base(key) != "image" {
				return
			}
			file := value.(string)
			used[file] = true
			data, err := fs.ReadFile(images, file)
			if err != nil {
				t.Errorf("%s: %s: %v", name, key, err)
				return
			}
			if len(data) > 20_000 {
				t.Errorf("%s: %d bytes, want 20,000 at most", file, len(data))
			}
			picture, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil {
				t.Errorf("%s: %v", file, err)
			} else if picture.Width < 1000 {
				t.Errorf("%s: %d pixels across are too few for print", file, picture.Width)
			}
		})
	}
	all, err := fs.Glob(open(t, example).Images, "*.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range all {
		if !used[file] {
			t.Errorf("no deck shows %s", file)
		}
	}
}

// keys is every key of the deck format, as a path in the example. A key that
// takes several forms stands once for each: with the TOML type it has there.
var keys = strings.Fields(`
	title id recto description author license language answer_language x-subject
	source source/title source/author source/publisher source/date source/url
	defaults defaults/tags defaults/points
	study study/new_per_day study/retention study/shuffle study/exam study/exam/date study/exam/retention
	print print/heading print/instructions print/footer
	group group/title group/text group/image group/alt group/group group/shuffle group/reverse group/tags
	question question/ask
	question/answer:string question/answer:integer question/answer:float
	question/answer:boolean question/answer:date question/answer:array
	question/accept:array question/accept:table question/reject
	question/choices question/fixed:boolean question/fixed:array
	question/cloze question/list question/need question/order question/pairs
	question/reverse:boolean question/reverse:table
	question/reverse/ask question/reverse/answer question/reverse/accept question/reverse/reject
	question/exact question/typed question/shown question/unit
	question/tolerance:integer question/tolerance:string question/tolerance:array
	question/hint:string question/hint:array question/explain
	question/from:string question/from:table question/from:array
	question/from/section question/from/paragraph question/from/page question/from/inferred
	question/image question/alt question/group question/id question/tags
	question/points question/lines question/after question/allow question/x-cite
`)

func TestExampleHasEveryKey(t *testing.T) {
	// Names of groups are their author's, not the format's.
	found := map[string]bool{}
	walk("", keysOf(t, example), func(key string, value any) {
		if parts := strings.SplitN(key, "/", 3); parts[0] == "group" && len(parts) == 3 {
			key = "group/" + parts[2]
		}
		found[key] = true
		found[key+":"+kindOf(value)] = true
	})
	for _, key := range keys {
		if !found[key] {
			t.Errorf("no key %s", key)
		}
	}
}

// TestExampleHasEveryForm holds what is written inside the strings.
func TestExampleHasEveryForm(t *testing.T) {
	src := open(t, example).Source
	forms := []struct{ name, text string }{
		{"labelled gap", "{{c1::"},
		{"gap with a hint", "::how well it is anchored}}"},
		{"gap without a label", "{{spacing effect}}"},
		{"two labels", "{{c2::"},
		{"escaped braces", `\{{`},
		{"mathematics", "$R(S, S) = 0.9$"},
		{"code", "`cloze`"},
		{"block of code", "\n```\n"},
		{"emphasis", "*when*"},
		{"strong emphasis", "**1.3**"},
		{"link", "](https://"},
		{"string of several lines", `"""`},
		{"string of several lines in which a backslash is a sign", "'''"},
		{"the other spelling of the questions", "#   question = ["},
	}
	for _, form := range forms {
		if !bytes.Contains(src, []byte(form.text)) {
			t.Errorf("no %s: nowhere %q", form.name, form.text)
		}
	}
	same := false // one card that asks two gaps at once
	for _, q := range parse(t, example).Questions {
		for i := range q.Gaps {
			same = same || i > 0 && q.Gaps[i].Label == q.Gaps[i-1].Label
		}
	}
	if !same {
		t.Error("no cloze asks for two gaps of one label")
	}
}

// walk calls visit for every key below a value, "" for the deck itself. Items
// of an array share the key of the array.
func walk(key string, value any, visit func(key string, value any)) {
	if key != "" {
		visit(key, value)
	}
	switch v := value.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			walk(path.Join(key, name), v[name], visit)
		}
	case []map[string]any:
		for _, child := range v {
			walk(key, child, visit)
		}
	case []any:
		for _, child := range v {
			walk(key, child, visit)
		}
	}
}

func kindOf(value any) string {
	switch value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case int64:
		return "integer"
	case float64:
		return "float"
	case map[string]any:
		return "table"
	case []any, []map[string]any:
		return "array"
	default:
		return "date"
	}
}
