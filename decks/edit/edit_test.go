package edit_test

import (
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/edit"
)

// open opens a deck to be changed, and reads it.
func open(t testing.TB, src string) (*edit.File, *decks.Deck) {
	t.Helper()
	f, err := edit.Open("t.toml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	d, err := decks.Parse("t.toml", []byte(src), nil)
	if err != nil {
		t.Fatal(err)
	}
	return f, d
}

// made makes a change, and reads the deck again.
func made(t testing.TB, f *edit.File, c edit.Change, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	out, err := f.Make(c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := decks.Parse("t.toml", out, nil); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

const head = "title = 'T'\n"

// TestSetID writes an id where its author would.
func TestSetID(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"first key", head + "[[question]]\nask = 'a'\nanswer = 'b'\n", head + "[[question]]\nid = \"x\"\nask = 'a'\nanswer = 'b'\n"},
		{"aligned", head + "[[question]]\nask    = 'a'\nanswer = 'b'\n", head + "[[question]]\nid     = \"x\"\nask    = 'a'\nanswer = 'b'\n"},
		{"tight", head + "[[question]]\nask='a'\nanswer='b'\n", head + "[[question]]\nid=\"x\"\nask='a'\nanswer='b'\n"},
		{"indented", head + "[[question]] # one\n\t# why\n\task = 'a'\n\tanswer = 'b'\n", head + "[[question]] # one\n\tid = \"x\"\n\t# why\n\task = 'a'\n\tanswer = 'b'\n"},
		{"CRLF and a byte-order mark", "\ufeff[[question]]\r\nask = 'a'\r\nanswer = 'b'\r\n[defaults]\r\n", ""},
		{"CRLF", "title = 'T'\r\n[[question]]\r\nask = 'a'\r\nanswer = 'b'", "title = 'T'\r\n[[question]]\r\nid = \"x\"\r\nask = 'a'\r\nanswer = 'b'"},
		{"mixed line ends", "title = 'T'\r\n[[question]]\nask = 'a'\r\nanswer = 'b'\n", "title = 'T'\r\n[[question]]\nid = \"x\"\nask = 'a'\r\nanswer = 'b'\n"},
		{"braces", head + "question = [ { ask = 'a', answer = 'b' }, ]\n", head + "question = [ { id = \"x\", ask = 'a', answer = 'b' }, ]\n"},
		{"tight braces", head + "question = [{ask='a', answer='b'}]\n", head + "question = [{id = \"x\", ask='a', answer='b'}]\n"},
		{"braces of several lines", head + "question = [\n  {\n    # the first\n    ask = 'a',\n    answer = 'b',\n  },\n]\n",
			head + "question = [\n  {\n    # the first\n    id = \"x\",\n    ask = 'a',\n    answer = 'b',\n  },\n]\n"},
		{"a header in a text", head + "description = '''\n[[question]]\n'''\n[[question]]\nask = '''\n[[question]]\nid = 'y\n'''\nanswer = 'b'\n",
			head + "description = '''\n[[question]]\n'''\n[[question]]\nid = \"x\"\nask = '''\n[[question]]\nid = 'y\n'''\nanswer = 'b'\n"},
		{"quoted keys and headers", head + "[[ \"question\" ]]\n\"ask\"    = 'a'\n'answer' = 'b'\n[question.reverse]\nask = 'b'\n",
			head + "[[ \"question\" ]]\nid       = \"x\"\n\"ask\"    = 'a'\n'answer' = 'b'\n[question.reverse]\nask = 'b'\n"},
		{"the others are aligned", head + "[[question]]\nid     = 'y'\nask    = 'a'\nanswer = 'b'\n\n[[question]]\ncloze = '{{a}}'\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.want == "" {
				f, err := edit.Open("t.toml", []byte(tt.src))
				if err != nil {
					t.Fatal(err)
				}
				c, err := f.SetID(f.Questions(), "x")
				out, failed := f.Make(c)
				if err != nil || failed != nil {
					t.Fatal(err, failed)
				}
				if !strings.Contains(string(out), "[[question]]\r\nid = \"x\"\r\n") && !strings.Contains(string(out), "\n[[question]]\nid    = \"x\"\ncloze") {
					t.Errorf("%q", out)
				}
				return
			}
			f, _ := open(t, tt.src)
			c, err := f.SetID(1, "x")
			if got := made(t, f, c, err); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
	f, _ := open(t, head+"[[question]]\nid = 'y'\nask = 'a'\nanswer = 'b'\n")
	if _, err := f.SetID(1, "x"); err == nil {
		t.Error("an id is written over")
	}
	if _, err := f.SetID(2, "x"); err == nil {
		t.Error("a question that is not there has an id")
	}
}

// TestAddAccept makes more forms right, in each way of writing accept.
func TestAddAccept(t *testing.T) {
	short := "[[question]]\nask = 'a'\nanswer = 'b' # right\n"
	list := "[[question]]\nask = 'a'\nlist = ['b', 'c']\n"
	tests := []struct {
		name, src, right string
		face             decks.Face
		want             string
	}{
		{"none", short + "hint = 'h'\n", "", "ask", short + "accept = [\"n\"]\nhint = 'h'\n"},
		{"more", short + "accept = ['m']\n", "", "ask", short + "accept = ['m', \"n\"]\n"},
		{"comma at the end", short + "accept = ['m', ]\n", "", "ask", short + "accept = ['m', \"n\", ]\n"},
		{"several lines", short + "accept = [\n  'm', # one\n]\n", "", "ask", short + "accept = [\n  'm', # one\n  \"n\",\n]\n"},
		{"several lines, no comma", short + "accept = [\n  'm' # one\n]\n", "", "ask", short + "accept = [\n  'm', # one\n  \"n\"\n]\n"},
		{"there", short + "accept = ['n']\n", "", "ask", short + "accept = ['n']\n"},
		{"list", list, "c", "ask", list + "accept = { c = [\"n\"] }\n"},
		{"list, another", list + "accept = { b = ['m'] }\n", "c", "ask", list + "accept = { b = ['m'], c = [\"n\"] }\n"},
		{"list, the same", list + "accept = { c = ['m'] }\n", "c", "ask", list + "accept = { c = ['m', \"n\"] }\n"},
		{"list, a header", list + "[question.accept]\nb = ['m']\n", "c", "ask", list + "[question.accept]\nb = ['m']\nc = [\"n\"]\n"},
		{"list, dots", list + "accept.b = ['m'] # so\nneed = 1\n", "c", "ask", list + "accept.b = ['m'] # so\naccept.c = [\"n\"]\nneed = 1\n"},
		{"braces", "question = [{ ask = 'a', answer = 'b' }]\n", "", "ask", "question = [{ ask = 'a', answer = 'b', accept = [\"n\"] }]\n"},
		{"braces and dots", "question = [{ ask = 'a', list = ['b', 'c'], accept.b = ['m'] }]\n", "c", "ask",
			"question = [{ ask = 'a', list = ['b', 'c'], accept.b = ['m'], accept.c = [\"n\"] }]\n"},
		{"gap", "[[question]]\ncloze = 'x {{b}} y'\n", "", "c1", "[[question]]\ncloze = 'x {{b}} y'\naccept = [\"n\"]\n"},
		{"gaps", "[[question]]\ncloze = 'x {{b b}} y {{c}}'\n", "", "c1", "[[question]]\ncloze = 'x {{b b}} y {{c}}'\naccept = { \"b b\" = [\"n\"] }\n"},
		{"reverse", short + "reverse = true\n", "", "reverse", short + "reverse = { accept = [\"n\"] }\n"},
		{"reverse, a table", short + "[question.reverse]\nask = 'r'\n", "", "reverse", short + "[question.reverse]\nask = 'r'\naccept = [\"n\"]\n"},
		{"reverse, dots", short + "reverse.ask = 'r'\n", "", "reverse", short + "reverse.ask = 'r'\nreverse.accept = [\"n\"]\n"},
		{"reverse, inherited", short + "[defaults]\nreverse = true\n", "", "reverse", short + "reverse = { accept = [\"n\"] }\n[defaults]\nreverse = true\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, d := open(t, head+tt.src)
			c, err := f.AddAccept(d.Questions[0], tt.face, tt.right, decks.Value{Text: "n"})
			if got := made(t, f, c, err); got != head+tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, head+tt.want)
			}
		})
	}
	f, d := open(t, head+list)
	if _, err := f.AddAccept(d.Questions[0], "ask", "z", decks.Value{Text: "n"}); err == nil {
		t.Error("what is no item has another form")
	}
	other, _ := open(t, head+short)
	if _, err := other.AddAccept(d.Questions[0], "ask", "", decks.Value{Text: "n"}); err == nil {
		t.Error("another question has another form")
	}
}

// TestAppend writes a question in the way of the others.
func TestAppend(t *testing.T) {
	one := "[[question]]\nask    = 'a'\nanswer = 'b'\n"
	two := "[[question]]\nask    = 'c'\nanswer = 'd'\n"
	added := "[[question]]\nask    = \"n\"\nanswer = 3\n"
	tests := []struct{ name, src, want string }{
		{"none", head, head + "\n" + added},
		{"none, no line end", "title = 'T'", "title = 'T'\n\n" + strings.TrimSuffix(added, "\n")},
		{"one", head + "\n" + one, head + "\n" + one + "\n" + added},
		{"empty lines at the end", head + "\n" + one + "\n\n", head + "\n" + one + "\n\n" + added},
		{"no empty lines", head + one + two, head + one + two + added},
		{"two empty lines", head + one + "\n\n" + two, head + one + "\n\n" + two + "\n\n" + added},
		{"comments at the end", head + "\n" + one + "# so\n\n# vim: tw=80\n", head + "\n" + one + "# so\n\n# vim: tw=80\n\n" + added},
		{"tables behind", head + "\n" + one + "# so\n\n[study]\nshuffle = true\n", head + "\n" + one + "# so\n\n" + added + "\n[study]\nshuffle = true\n"},
		{"a sub-table", head + "\n" + one + "[question.reverse]\nask = 'r'\n[study]\n", head + "\n" + one + "[question.reverse]\nask = 'r'\n\n" + added + "[study]\n"},
		{"not aligned", head + "[[question]]\n  ask = 'a'\n  answer = 'b'", head + "[[question]]\n  ask = 'a'\n  answer = 'b'\n\n[[question]]\n  ask = \"n\"\n  answer = 3"},
		{"CRLF", "title = 'T'\r\n\r\n[[question]]\r\nask='a'\r\nanswer='b'\r\n", "title = 'T'\r\n\r\n[[question]]\r\nask='a'\r\nanswer='b'\r\n\r\n[[question]]\r\nask=\"n\"\r\nanswer=3\r\n"},
		{"braces", head + "question = [{ask = 'a', answer = 'b'}]\n", head + "question = [{ask = 'a', answer = 'b'}, {ask = \"n\", answer = 3}]\n"},
		{"braces, a line each", head + "question = [\n\t{ ask = 'a', answer = 'b' }, # one\n]\n[study]\n", head + "question = [\n\t{ ask = 'a', answer = 'b' }, # one\n\t{ ask = \"n\", answer = 3 },\n]\n[study]\n"},
		{"braces, no comma", head + "question = [\n\t{ ask = 'a', answer = 'b' } # one\n]\n", head + "question = [\n\t{ ask = 'a', answer = 'b' }, # one\n\t{ ask = \"n\", answer = 3 }\n]\n"},
		{"none in braces", head + "question = []\n", head + "question = [\n  { ask = \"n\", answer = 3 },\n]\n"},
		{"none in braces but a comment", head + "question = [\n # soon\n]\n", head + "question = [\n # soon\n{ ask = \"n\", answer = 3 }\n]\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := edit.Open("t.toml", []byte(tt.src))
			if err != nil {
				t.Fatal(err)
			}
			c, err := f.Append(edit.Table{{Key: "ask", Value: "n"}, {Key: "answer", Value: 3}})
			if got := made(t, f, c, err); got != tt.want {
				t.Errorf("got\n%q\nwant\n%q", got, tt.want)
			}
		})
	}
	f, err := edit.Open("t.toml", []byte("title = 'T'\n[question]\nask = 'a'\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Append(edit.Table{{Key: "ask", Value: "n"}}); err == nil {
		t.Error("a question was appended to a table that is none")
	}
}

// TestAdd writes items into arrays that have none.
func TestAdd(t *testing.T) {
	for src, want := range map[string]string{
		"a = []":             "a = [\"n\"]",
		"a = [ # none\n]\n":  "a = [ # none\n\"n\"\n]\n",
		"a = [1, 2]":         "a = [1, 2, \"n\"]",
		"b = 1":              "b = 1\na = [\"n\"]",
		"a = ['n']":          "a = ['n']",
		"a = [[1],\n [2]\n]": "a = [[1],\n [2],\n \"n\"\n]",
	} {
		f, err := edit.Open("t.toml", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		c, err := f.Add("n", "a")
		if err != nil {
			t.Fatal(err)
		}
		if out, err := f.Make(c); err != nil || string(out) != want {
			t.Errorf("got %q, want %q (%v)", out, want, err)
		}
	}
}

// TestRemove takes items out and leaves the comments.
func TestRemove(t *testing.T) {
	tests := []struct {
		name, array string
		gone        []int
		want        string
	}{
		{"first", "['a', 'b', 'c']", []int{0}, "['b', 'c']"},
		{"last", "['a', 'b', 'c']", []int{2}, "['a', 'b']"},
		{"last two", "['a', 'b', 'c']", []int{2, 1}, "['a']"},
		{"last, comma behind", "['a', 'b', ]", []int{1}, "['a',]"},
		{"middle", "[ 'a' , 'b' , 'c' ]", []int{1}, "[ 'a' , 'c' ]"},
		{"all", "['a', 'b']", []int{0, 1}, "[]"},
		{"a line", "[\n  'a', # one\n  'b',\n  'c',\n]", []int{1}, "[\n  'a', # one\n  'c',\n]"},
		{"a line with a comment", "[\n  'a', # one\n  'b',\n]", []int{0}, "[\n  # one\n  'b',\n]"},
		{"the last line", "[\n  'a',\n  'b'\n]", []int{1}, "[\n  'a'\n]"},
		{"all lines", "[\n  'a',\n  'b'\n]", []int{0, 1}, "[\n]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := "x-list = " + tt.array + "\n"
			f, err := edit.Open("t.toml", []byte(src))
			if err != nil {
				t.Fatal(err)
			}
			c, err := f.Remove(tt.gone, "x-list")
			if err != nil {
				t.Fatal(err)
			}
			out, err := f.Make(c)
			if want := "x-list = " + tt.want + "\n"; err != nil || string(out) != want {
				t.Errorf("got %q, want %q (%v)", out, want, err)
			}
		})
	}
}

// TestLabelGaps writes labels in every kind of quotes.
func TestLabelGaps(t *testing.T) {
	tests := []struct{ name, cloze, want string }{
		{"double", `"{{a}} and {{b}}"`, `"{{c1::a}} and {{c2::b}}"`},
		{"single", `'{{a}} and {{b}}'`, `'{{c1::a}} and {{c2::b}}'`},
		{"escapes", `"\u007b{a\\:}}\t{{b}}"`, `"\u007b{c1::a\\\\:}}\t{{c2::b}}"`},
		{"colons", `'{{std::vector}} {{a:b}} {{::}} {{\:}}'`, `'{{c1::std\::vector}} {{c2::a:b}} {{c3::\::}} {{c4::\\:}}'`},
		{"colons in double", `"{{std::vector}} {{b}}"`, `"{{c1::std\\::vector}} {{c2::b}}"`},
		{"lines", "'''\n{{a\nb}}\n{{c}}'''", "'''\n{{c1::a\nb}}\n{{c2::c}}'''"},
		{"joined lines", "\"\"\"\\\n  {{a \\\n  b}} {{c}}\"\"\"", "\"\"\"\\\n  {{c1::a \\\n  b}} {{c2::c}}\"\"\""},
		{"one gap", `'{{a}}'`, `'{{a}}'`},
		{"labels", `'{{c2::a}} {{c1::b}}'`, `'{{c2::a}} {{c1::b}}'`},
		{"no gap beside", `'\{{ {{a}} {{b}}'`, `'\{{ {{c1::a}} {{c2::b}}'`},
	}
	for _, tt := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(tt.name, func(t *testing.T) {
				lines := func(s string) string {
					return strings.ReplaceAll(head+"[[question]]\ncloze = "+s+" # so\n", "\n", eol)
				}
				f, d := open(t, lines(tt.cloze))
				c, err := f.LabelGaps(d.Questions[0])
				got := made(t, f, c, err)
				if got != lines(tt.want) {
					t.Errorf("got\n%q\nwant\n%q", got, lines(tt.want))
				}
				_, after := open(t, got)
				for i, g := range after.Questions[0].Gaps {
					if was := d.Questions[0].Gaps[i]; g.Text != was.Text || g.Label != was.Label || g.Hint != "" {
						t.Errorf("gap %d was %+v and is %+v", i, was, g)
					}
				}
			})
		}
	}
}

// TestSet writes values where a key stands and where none does.
func TestSet(t *testing.T) {
	tests := []struct {
		name, src string
		value     any
		path      []any
		want      string
	}{
		{"replaces", "a = 1 # one\n", "x", []any{"a"}, "a = \"x\" # one\n"},
		{"an item", "a = [1, 2]\n", 3, []any{"a", 1}, "a = [1, 3]\n"},
		{"behind the title", "title = 'T' # so\nx = 1\n", "i", []any{"id"}, "title = 'T' # so\nid = \"i\"\nx = 1\n"},
		{"an empty file", "", "i", []any{"id"}, "id = \"i\"\n"},
		{"above the first header", "# so\n\n[a]\n", "i", []any{"id"}, "# so\n\nid = \"i\"\n[a]\n"},
		{"an empty array", "a = []\n", []string{"x", "y"}, []any{"a"}, "a = [\"x\", \"y\"]\n"},
		{"a table", "[a]\nb = 1\n", true, []any{"a", "c"}, "[a]\nb = 1\nc = true\n"},
		{"a new table", "title = 'T'\n", "S", []any{"source", "title"}, "title = 'T'\nsource = { title = \"S\" }\n"},
		{"empty braces", "a = {}\n", 1.0, []any{"a", "b c"}, "a = { \"b c\" = 1.0 }\n"},
		{"braces", "a = { b = 1 }\n", decks.Value{Type: decks.DayValue, Text: "2024-10-24"}, []any{"a", "c"}, "a = { b = 1, c = 2024-10-24 }\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := edit.Open("t.toml", []byte(tt.src))
			if err != nil {
				t.Fatal(err)
			}
			c, err := f.Set(tt.value, tt.path...)
			if err != nil {
				t.Fatal(err)
			}
			if out, err := f.Make(c); err != nil || string(out) != tt.want {
				t.Errorf("got %q, want %q (%v)", out, tt.want, err)
			}
		})
	}
	f, err := edit.Open("t.toml", []byte("[a]\nb = 1\n[[q]]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range [][]any{{"a"}, {"q"}, {"q", 0}, {"a", "b", "c"}, {"q", 1}} {
		if c, err := f.Set("x", path...); err == nil {
			if out, err := f.Make(c); err == nil {
				t.Errorf("%v was set: %q", path, out)
			}
		}
	}
}

// TestQuote picks quotes that need no escapes.
func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"plain":       `"plain"`,
		"":            `""`,
		"it's":        `"it's"`,
		`say "so"`:    `'say "so"'`,
		`\times`:      `'\times'`,
		`it's "so"`:   `'''it's "so"'''`,
		`"so" it's'`:  `"\"so\" it's'"`,
		"a\nb":        "\"\"\"\na\nb\"\"\"",
		"a\r\n\\b":    "'''\na\n\\b'''",
		"'''\n\"\"\"": `"'''\n\"\"\""`,
		"a\tb":        "\"a\tb\"",
	} {
		if got, err := edit.Quote(text); err != nil || got != want {
			t.Errorf("%q is %s, want %s (%v)", text, got, want, err)
		}
	}
	for _, text := range []string{"\x1b[2J", "a\rb", "\u202e", "\xff", "\x00", "\u0085"} {
		if got, err := edit.Quote(text); err == nil {
			t.Errorf("%q is %s, want an error", text, got)
		}
	}
}
