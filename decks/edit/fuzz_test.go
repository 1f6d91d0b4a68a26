package edit_test

import (
	"bytes"
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/edit"
)

// nasty are decks in which a splice goes wrong when it is not looked at closely.
var nasty = []string{
	head + "[[question]]\nask = 'a'\nanswer = 'b'",
	"\ufefftitle = 'T'\r\n\r\n[[question]] # one\r\n  ask    = 'a' # two\r\n  answer = 'b'\r\n\r\n# three\r\n\r\n[study]\r\nshuffle = true\r\n",
	"\ufeffquestion = [{ask='a',answer='b'}]\ntitle = 'T'",
	head + "description = '''\n[[question]]\nid = 'x'\n'''\n[[question]]\nask = \"\"\"\n[[question]] \\\n  # not a comment\n\"\"\"\nanswer = '''b''''\n",
	head + "[['question']]\n\"ask\" = 'a'\nlist = ['b', \"c\"]\n\"acc\\u0065pt\".b = ['m']\n[question.\"x-y\"]\n[question.x-z.'a.b']\n",
	head + "question = [\n  { ask = 'a', answer = 'b' }, # one\n  # { ask = 'c' },\n  {\n    ask = 'd', # in braces\n    list = ['e', 'f'],\n    accept = { e = ['g'], },\n  }\n  , { cloze = 'x {{y}} {{z}}' } ]\n",
	head + "[[question]]\nask = 'a'\nlist = ['b', 'c']\n[study]\nshuffle = true\n[question.accept]\nb = ['m', # so\n]\n",
	head + "[[question]]\n\n\tcloze\t= 'x {{y::z}} {{\\:}}'\n[group.g]\ntitle = 'G'\n[[question]]\nask = 'a'\ngroup = 'g'\nanswer = 'b'\nreverse.ask = 'c'\n",
	head + "[[question]]\nask = 'Ä'\nanswer = 1979-05-27\naccept = [\n  'a' # one\n  , 'b'\n]\nreject = [[ ]]\n",
	head + "x-nan = nan\nx-time = 07:32:00\nquestion = []\n",
	head + "[[question]]\nask = 'a'\nanswer = 3\ntolerance = [2, 4]\nreverse = true\n[[question]] # last",
	head + "[[question]]\ncloze = \"{{a}} \\\"{{b}}\\\" \\u007b{c}}\\n\"\n[defaults]\nreverse = true\ntags = [ ]",
	head + "question = [ { } ]",
	"",
	"# nothing\n",
}

// spliced checks what every change must keep: the file is TOML, the splices are
// all that differs, and taking them out gives the file back.
func spliced(t *testing.T, src string, f *edit.File, c edit.Change) []byte {
	t.Helper()
	out, err := f.Make(c)
	if err != nil {
		t.Fatalf("%v\n%q\n%+v", err, src, c.Splices)
	}
	if _, err := edit.Open("t.toml", out); err != nil {
		t.Fatalf("%v\n%q", err, out)
	}
	kept := len(src)
	for _, s := range c.Splices {
		kept -= s.End - s.Start
	}
	added := 0
	for _, s := range c.Splices {
		added += len(s.Text)
	}
	if len(out) != kept+added {
		t.Fatalf("%d bytes, want %d\n%q\n%q", len(out), kept+added, src, out)
	}
	if comments(out) < comments([]byte(src)) {
		t.Fatalf("a comment was lost\n%q\n%q", src, out)
	}
	return out
}

func comments(src []byte) int { return bytes.Count(src, []byte("#")) }

// seeds adds the nasty decks, with line ends of both kinds.
func seeds(f *testing.F, values ...any) {
	for _, src := range nasty {
		f.Add(append([]any{src}, values...)...)
		f.Add(append([]any{strings.ReplaceAll(src, "\n", "\r\n")}, values...)...)
	}
}

// opened opens a file that a fuzzer made, nil when it is no TOML. Long ones
// take time and show nothing.
func opened(src string) *edit.File {
	if len(src) > 4096 {
		return nil
	}
	f, err := edit.Open("t.toml", []byte(src))
	if err != nil {
		return nil
	}
	return f
}

func FuzzSetID(f *testing.F) {
	seeds(f, uint8(0), "x-1")
	f.Fuzz(func(t *testing.T, src string, n uint8, id string) {
		file := opened(src)
		if file == nil {
			return
		}
		c, err := file.SetID(int(n)%4+1, id)
		if err != nil {
			return
		}
		out := spliced(t, src, file, c)
		again, err := edit.Open("t.toml", out)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := again.SetID(int(n)%4+1, id); err == nil {
			t.Fatalf("an id is written twice\n%q", out)
		}
	})
}

func FuzzAppend(f *testing.F) {
	seeds(f, "a", "it's \"b\"\n\\c")
	f.Fuzz(func(t *testing.T, src, key, text string) {
		file := opened(src)
		if file == nil || key == "ask" || len(key)+len(text) > 100 {
			return
		}
		c, err := file.Append(edit.Table{{Key: "ask", Value: text}, {Key: key, Value: []string{text, "x"}}})
		if err != nil {
			return
		}
		out := spliced(t, src, file, c)
		again, err := edit.Open("t.toml", out)
		if err != nil || again.Questions() != file.Questions()+1 {
			t.Fatalf("%v\n%q", err, out)
		}
	})
}

func FuzzAddAccept(f *testing.F) {
	seeds(f, uint8(0), uint8(0), "n")
	f.Fuzz(func(t *testing.T, src string, n, card uint8, form string) {
		file := opened(src)
		if file == nil {
			return
		}
		d, err := decks.Parse("t.toml", []byte(src), nil)
		if err != nil {
			return
		}
		q := d.Questions[int(n)%len(d.Questions)]
		cards := q.Cards()
		of := cards[int(card)%len(cards)]
		right := ""
		if answers := of.Answers(); len(answers) > 0 {
			right = answers[int(card)%len(answers)].Text
		}
		c, err := file.AddAccept(q, of.Face, right, decks.Value{Text: form})
		if err == nil {
			spliced(t, src, file, c)
		}
	})
}

func FuzzLabelGaps(f *testing.F) {
	seeds(f, uint8(0))
	f.Fuzz(func(t *testing.T, src string, n uint8) {
		file := opened(src)
		if file == nil {
			return
		}
		d, err := decks.Parse("t.toml", []byte(src), nil)
		if err != nil {
			return
		}
		q := d.Questions[int(n)%len(d.Questions)]
		c, err := file.LabelGaps(q)
		if err != nil {
			t.Fatalf("%v\n%q", err, src)
		}
		out := spliced(t, src, file, c)
		after, err := decks.Parse("t.toml", out, nil)
		if err != nil {
			if len(q.Text) > 60_000 { // the labels made it too long
				return
			}
			t.Fatalf("%v\n%q", err, out)
		}
		for i, g := range after.Questions[int(n)%len(d.Questions)].Gaps {
			if was := q.Gaps[i]; g.Text != was.Text || g.Label != was.Label || g.Hint != was.Hint {
				t.Fatalf("gap %d was %+v and is %+v", i, was, g)
			}
		}
	})
}

func FuzzSet(f *testing.F) {
	for i, key := range []string{"answer", "accept", "title", "reverse", "x-new"} {
		seeds(f, key, uint8(i), "v")
	}
	f.Fuzz(func(t *testing.T, src, key string, n uint8, text string) {
		file := opened(src)
		if file == nil {
			return
		}
		for _, path := range [][]any{{key}, {"question", int(n) % 4, key}, {"question", int(n) % 4, key, "b"}, {key, key}, {"question", 0, key, int(n) % 3}} {
			if c, err := file.Set(text, path...); err == nil {
				out, err := file.Make(c)
				if err != nil {
					t.Fatalf("%v: %v\n%q\n%+v", path, err, src, c.Splices)
				}
				again, err := edit.Open("t.toml", out)
				if err != nil {
					t.Fatalf("%v\n%q", err, out)
				}
				if same, err := again.Set(text, path...); err != nil || len(same.Splices) != 1 {
					t.Fatalf("%v cannot be set twice: %v\n%q", path, err, out)
				}
			}
		}
	})
}

func FuzzItems(f *testing.F) {
	for _, key := range []string{"choices", "accept", "tags", "list", "tolerance"} {
		seeds(f, key, uint8(3), "v")
	}
	f.Fuzz(func(t *testing.T, src, key string, gone uint8, text string) {
		file := opened(src)
		if file == nil {
			return
		}
		for _, path := range [][]any{{key}, {"question", 0, key}, {"question", 1, key}, {"question", 1, key, "b"}} {
			if c, err := file.Add(text, path...); err == nil {
				spliced(t, src, file, c)
			}
			var numbers []int
			for i := range 8 {
				if gone&(1<<i) != 0 {
					numbers = append(numbers, i)
				}
			}
			if c, err := file.Remove(numbers, path...); err == nil {
				if _, err := file.Make(c); err != nil {
					t.Fatalf("%v\n%q\n%+v", err, src, c.Splices)
				}
			}
		}
	})
}

func FuzzQuote(f *testing.F) {
	for _, text := range []string{"", "a", "it's", `"`, `\`, "\n", "'''", `"""`, "\r\n'", "\t", `'"`, "\n\n\"'"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := edit.Open("t.toml", nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []any{text, []string{text, text}, edit.Table{{Key: text, Value: text}}} {
			if c, err := file.Set(v, "x"); err == nil {
				spliced(t, "", file, c)
			}
		}
	})
}
