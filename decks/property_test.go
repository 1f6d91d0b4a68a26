package decks

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// quiet are lines of a question that hold no fault but much that a careless
// reader of positions stumbles over. Each has a key of its own.
func quiet() []string {
	return []string{
		"# a comment with [[question]] and \"quotes\" = [",
		"explain = \"\"\"\n[[question]]\nask = \"fake\"\n\"\"\"",
		"hint = ['''\n[[question]]\n''', \"日本 \\\" ]\"] # ]",
		"tags = [ # [[question]]\n\t\"täg\",\n  'b}',\n]",
		"from = { section = \"日本\", paragraph = 2 }",
		"x-note = { a = [[1, 2], [3]], \"b c\" = \"[[question]]\" }",
		"x-dotted.'key'.b = 1",
		"lines\t=\t3",
		"alt = \"\\u0041 = 'x' # none\"",
		"",
	}
}

// planted are faults with the mark where they are told. They stand in a short
// question.
func planted() []struct{ line, message string } {
	return []struct{ line, message string }{
		{"¦colour = 1", `unknown key "colour"`},
		{"  \t¦\"ünit\" = { a = 1 }", `unknown key "ünit"`},
		{"points = ¦\"two\"", "points must be a number, not a string"},
		{"id = ¦'日 本'", `id "日 本" is no id`},
		{"reject = [ \"日\", # ]\n\t\"x\", ¦3 ]", "an item of reject must be a string, not an integer"},
		{"reverse = { \"ask\" = '日', ¦b = \"x\" }", `unknown key "b" in reverse`},
		{"reverse.¦c = 1", `unknown key "c" in reverse`},
		{"¦unit = \"km\"", "a short question takes no unit"},
		{"accept = [\"\"\"\n[[question]]\n日\"\"\", ¦[]]", "an item of accept must be a string, a number, a boolean or a date, not an array"},
		{"typed = ¦\"\"\"\n[[question]]\"\"\"", "typed must be true or false, not a string"},
		{"¦exact.a = 1", "exact must be true or false, not a table"},
		{"¦shown = \"\"", "shown is empty"},
		{"after = [¦\"日本\"]", `after names "日本", which no question of the deck has as its id`},
	}
}

// drawQuestion draws the lines of a short question with a fault, if it shall
// have one, somewhere among them.
func drawQuestion(t *rapid.T, n int, fault string) []string {
	lines := []string{fmt.Sprintf("ask = \"日本 %d \\t?\"", n), "answer = 'b'"}
	for _, line := range quiet() {
		if rapid.Bool().Draw(t, "quiet") {
			lines = append(lines, line)
		}
	}
	if fault != "" {
		lines = append(lines, fault)
	}
	return rapid.Permutation(lines).Draw(t, "lines")
}

// drawDeck draws a deck with one planted fault in each of some questions.
func drawDeck(t *rapid.T) (deck string, want []string) {
	inline := rapid.Bool().Draw(t, "inline")
	var b strings.Builder
	if rapid.Bool().Draw(t, "mark") {
		b.WriteString("\ufeff")
	}
	b.WriteString("title = \"\"\"\n[[question]] 日本\"\"\"\n")
	if inline {
		b.WriteString("\tquestion\t= [ # [[question]]\n")
	}
	for n := range rapid.IntRange(1, 5).Draw(t, "questions") {
		line := ""
		if rapid.Bool().Draw(t, "fault") {
			fault := rapid.SampledFrom(planted()).Draw(t, "planted")
			line = fault.line
			want = append(want, fmt.Sprintf("question %d: %s", n+1, fault.message))
		}
		lines := drawQuestion(t, n, line)
		if inline {
			b.WriteString(inlineQuestion(lines))
		} else {
			b.WriteString(rapid.SampledFrom([]string{"[[question]]\n", "\t[[ question ]] # 日 \n", "\n\n[[\"question\"]]\n"}).Draw(t, "header"))
			for _, line := range lines {
				b.WriteString(rapid.SampledFrom([]string{"", "\t", "    "}).Draw(t, "indent") + line + "\n")
			}
		}
	}
	if inline {
		b.WriteString("]\n")
	}
	deck = b.String()
	if rapid.Bool().Draw(t, "CRLF") {
		deck = strings.ReplaceAll(deck, "\n", "\r\n")
	}
	return deck, want
}

// inlineQuestion writes the lines of a question as an inline table.
func inlineQuestion(lines []string) string {
	var pairs []string
	comment := ""
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "#"):
			comment = line + "\n"
		case line != "":
			if cut := strings.LastIndex(line, " # ]"); cut > 0 && cut == len(line)-len(" # ]") {
				line = line[:cut]
			}
			pairs = append(pairs, line)
		}
	}
	return "\t{ " + strings.Join(pairs, ", ") + " }, " + comment + "\n"
}

// The place of every planted fault is exact, whatever stands around it.
func TestPlantedFaults(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deck, messages := drawDeck(t)
		src, places := marked(deck)
		var want []string
		for i, message := range messages {
			want = append(want, fmt.Sprintf("%d:%d: %s", places[i].Line, places[i].Column, message))
		}
		_, err := Parse("deck.toml", []byte(src), nil)
		if got := told(err); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("%s\ngot\n\t%s\nwant\n\t%s", deck, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	})
}

// The place of every question is that of its header, or of its brace.
func TestQuestionPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deck, messages := drawDeck(t)
		if len(messages) > 0 {
			t.Skip("a deck with faults")
		}
		d, err := Parse("deck.toml", []byte(deck), nil)
		if err != nil {
			t.Fatal(err)
		}
		tree, _ := locate(d.Questions[0].source.text)
		for i, q := range d.Questions {
			if want := q.source.position(tree.at(steps{"question", i}).value); q.Pos != want {
				t.Errorf("question %d at %v, want %v", i+1, q.Pos, want)
			}
		}
	})
}
