package edit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/decks/edit"
)

// anyDeck returns the text of a sound deck, written in any of the ways in
// which people write them.
func anyDeck(t *rapid.T) string {
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	var b strings.Builder
	b.WriteString(pick("mark", "", "\ufeff"))
	b.WriteString(pick("top", "", "# [[question]]\n\n", "description = '''\n[[question]]\nid = 'x'\n'''\n"))
	b.WriteString("title = 'T'" + pick("behind the title", "", " # the title") + "\n")
	n := rapid.IntRange(1, 6).Draw(t, "questions")
	inline := rapid.Bool().Draw(t, "inline")
	if inline {
		b.WriteString("question = [" + pick("open", "", "\n", " # [[question]]\n"))
	}
	for i := range n {
		id := ""
		if rapid.Bool().Draw(t, "named") {
			id = fmt.Sprintf("q-%d", i)
		}
		keys := [][2]string{{"ask", fmt.Sprintf(pick("ask", `"Ask %d?"`, `'Wie groß ist "%d"?'`, "'''\n[[question]]\n%d'''", `"\u0041\"%d\""`), i)}, {"answer", "'b'"}}
		if rapid.Bool().Draw(t, "cloze") {
			keys = [][2]string{{"cloze", fmt.Sprintf(pick("text", `"%d {{a}} {{b}}"`, `'%d {{std::a}} {{\:b}}'`, `"%d {{c1::a}} {{c1::b::h}}"`, "\"\"\"\\\n  %d \\u007b{a}} {{b\n}}\"\"\""), i)}}
		}
		if id != "" {
			keys = slices.Insert(keys, rapid.IntRange(0, len(keys)).Draw(t, "place"), [2]string{pick("id key", "id", `"id"`, "'id'"), "'" + id + "'"})
		}
		eq := pick("equals", " = ", "=", "  =\t", "      = ")
		if inline {
			var pairs []string
			for _, k := range keys {
				pairs = append(pairs, k[0]+eq+k[1])
			}
			b.WriteString(pick("before", "", " ", "\n  ") + "{" + pick("in", "", " ", "\n   # in\n ") + strings.Join(pairs, pick("comma", ",", ", ", ",\n  ")) + pick("out", "", " ", ",\n") + "}")
			if i < n-1 || rapid.Bool().Draw(t, "trailing") {
				b.WriteString(pick("item end", ",", " ,", ", # next\n"))
			}
			continue
		}
		b.WriteString(pick("gap", "", "\n", "\n# so\n\n") + pick("header", "[[question]]", "[[ question ]] # one", "[['question']]", "  [[question]]") + "\n")
		indent := pick("indent", "", "  ", "\t")
		for _, k := range keys {
			b.WriteString(pick("between", "", "", "\n", "  # why\n") + indent + k[0] + eq + k[1] + pick("behind", "", "  # so") + "\n")
		}
		if keys[len(keys)-1][0] == "answer" && rapid.Bool().Draw(t, "reverse") {
			b.WriteString(pick("reverse", "reverse.ask = 'r'\n", "[question.reverse]\nask = 'r'\n"))
		}
		if rapid.Bool().Draw(t, "table") {
			fmt.Fprintf(&b, "[group.g%d]\ntitle = 'G'\n", i)
		}
	}
	if inline {
		b.WriteString(pick("close", "]", "\n]", " # end\n]"))
	}
	text := b.String()
	if rapid.Bool().Draw(t, "no newline") {
		text = strings.TrimRight(text, "\n")
	}
	if rapid.Bool().Draw(t, "crlf") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// said returns what a deck says, but for its ids: kinds, texts without the
// labels of gaps, answers, gaps.
func said(d *decks.Deck) string {
	var b strings.Builder
	for _, q := range d.Questions {
		fmt.Fprintf(&b, "%v %q %v %v %v\n", q.Kind, q.Ask, q.Answers, q.Tags, q.Reverse)
		for _, g := range q.Gaps {
			fmt.Fprintf(&b, "  %d %q %q\n", g.Label, g.Text, g.Hint)
		}
	}
	return b.String()
}

// allIDs gives every question an id, and every gap a label.
func allIDs(t *rapid.T, src string) (out string, splices []edit.Splice) {
	f, err := edit.Open("t.toml", []byte(src))
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	d, err := decks.Parse("t.toml", []byte(src), nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	var changes []edit.Change
	for i, q := range d.Questions {
		if q.Derived {
			c, err := f.SetID(q.Number, fmt.Sprintf("%s-%d", edit.Slug(q), i))
			if err != nil {
				t.Fatalf("%v\n%s", err, src)
			}
			changes = append(changes, c)
		}
		c, err := f.LabelGaps(q)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		changes = append(changes, c)
	}
	now, err := f.Make(changes...)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	for _, c := range changes {
		splices = append(splices, c.Splices...)
	}
	return string(now), splices
}

// Ids go into any deck by insertions alone: without them every byte is what it
// was, the deck says the same, and a second time there is nothing to do.
func TestIDsLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anyDeck(t)
		out, splices := allIDs(t, src)
		back := out
		slices.SortStableFunc(splices, func(a, b edit.Splice) int { return a.Start - b.Start })
		for _, s := range splices {
			if s.Start != s.End {
				t.Fatalf("bytes %d to %d are replaced\n%s", s.Start, s.End, src)
			}
			start := s.Start
			if back[start:start+len(s.Text)] != s.Text {
				t.Fatalf("the insertion at %d is not there\n%s", s.Start, out)
			}
			back = back[:start] + back[start+len(s.Text):]
		}
		if back != src {
			t.Fatalf("without the insertions the deck is\n%q\nand was\n%q", back, src)
		}
		before, _ := decks.Parse("t.toml", []byte(src), nil)
		after, err := decks.Parse("t.toml", []byte(out), nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if said(before) != said(after) {
			t.Fatalf("the deck said\n%s\nand says\n%s", said(before), said(after))
		}
		if again, more := allIDs(t, out); len(more) > 0 || again != out {
			t.Fatalf("there is more to do\n%s", again)
		}
		if crlf := strings.Count(out, "\r\n"); crlf > 0 && crlf != strings.Count(out, "\n") {
			t.Fatalf("line ends are mixed\n%q", out)
		}
	})
}

// A question that is appended stands last and changes no other, in any deck.
func TestAppendLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anyDeck(t)
		f, err := edit.Open("t.toml", []byte(src))
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		text := rapid.SampledFrom([]string{"new", "it's \"new\"", "\\new", "two\nlines", "'''\n\"\"\"", "ends in '"}).Draw(t, "text")
		c, err := f.Append(edit.Table{{Key: "ask", Value: "New?"}, {Key: "answer", Value: text}, {Key: "tags", Value: []string{text}}})
		if err != nil {
			t.Fatal(err)
		}
		out, err := f.Make(c)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		before, _ := decks.Parse("t.toml", []byte(src), nil)
		after, err := decks.Parse("t.toml", out, nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		last := len(after.Questions) - 1
		q := after.Questions[last]
		if q.Ask != "New?" || q.Answers[0].Text != text || q.Tags[0] != text {
			t.Fatalf("the last question is %q\n%s", q.Ask, out)
		}
		after.Questions = after.Questions[:last]
		if said(before) != said(after) {
			t.Fatalf("the deck said\n%s\nand says\n%s", said(before), said(after))
		}
	})
}

// BenchmarkIDs writes the ids of a large deck, compared with reading it twice.
func BenchmarkIDs(b *testing.B) {
	var src strings.Builder
	src.WriteString(head)
	for i := range 10_000 {
		fmt.Fprintf(&src, "\n[[question]]\nask    = \"What is number %d called?\"\nanswer = \"number %d\"\n", i, i)
	}
	text := []byte(src.String())
	var writing, reading int64
	for b.Loop() {
		start := time.Now().UnixNano()
		f, err := edit.Open("t.toml", text)
		if err != nil {
			b.Fatal(err)
		}
		changes := make([]edit.Change, f.Questions())
		for i := range changes {
			if changes[i], err = f.SetID(i+1, fmt.Sprintf("q-%d", i)); err != nil {
				b.Fatal(err)
			}
		}
		if _, err = f.Make(changes...); err != nil {
			b.Fatal(err)
		}
		middle := time.Now().UnixNano()
		for range 2 {
			if _, err := decks.Parse("t.toml", text, nil); err != nil {
				b.Fatal(err)
			}
		}
		writing, reading = writing+middle-start, reading+time.Now().UnixNano()-middle
	}
	b.ReportMetric(float64(writing)/float64(reading), "x-reading-twice")
}
