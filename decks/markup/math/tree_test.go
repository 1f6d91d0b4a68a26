package math

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func letterNode(s string) Node { return Node{Kind: Symbol, Text: s, Style: Italic} }
func numberNode(s string) Node { return Node{Kind: Symbol, Text: s, Class: Number} }

func TestParse(t *testing.T) {
	x, two := letterNode("x"), numberNode("2")
	for _, tt := range []struct {
		name, source string
		want         []Node
	}{
		{"a power", `x^2`, []Node{script(x, Node{}, two)}},
		{"a fraction", `\frac{x}{2}`, []Node{{Kind: Fraction, Kids: []Node{x, two}}}},
		{"a root without a degree", `\sqrt{x}`, []Node{{Kind: Root, Kids: []Node{x}}}},
		{"a root", `\sqrt[2]{x}`, []Node{{Kind: Root, Kids: []Node{x, two}}}},
		{"an accent", `\vec{x}`, []Node{{Kind: Accent, Text: "\u20d7", Kids: []Node{x}}}},
		{"delimiters", `\left(x\right.`, []Node{{Kind: Fence, Left: "(", Kids: []Node{x}}}},
		{"a sum has its limits above and below", `\sum_x`, []Node{
			{Kind: Script, Limits: true, Kids: []Node{symbol("∑", Big), x, {}}},
		}},
		{"an integral has them behind", `\int_x`, []Node{script(symbol("∫", Big), x, Node{})}},
		{"a table", `\begin{matrix} x & 2 \\ x \end{matrix}`, []Node{
			{Kind: Table, Columns: 2, Kids: []Node{{Kind: Row, Kids: []Node{x, two}}, {Kind: Row, Kids: []Node{x}}}},
		}},
		{"bold", `\mathbf{x}`, []Node{{Kind: Symbol, Text: "x", Style: Bold}}},
		{"a word", `\mathrm{kg}`, []Node{{Kind: Symbol, Text: "kg"}}},
		{"a space", `\quad`, []Node{{Kind: Space, Em: 1}}},
		{"an unknown command", `x\foo{2}`, []Node{x, {Kind: Raw, Text: `\foo{2}`}}},
	} {
		if diff := cmp.Diff(Node{Kind: Row, Kids: tt.want}, Parse(tt.source)); diff != "" {
			t.Errorf("%s: Parse(%q):\n%s", tt.name, tt.source, diff)
		}
	}
}

func TestParseIsBounded(t *testing.T) {
	for _, source := range []string{
		strings.Repeat("x", MaxSource+1),
		strings.Repeat("{", MaxDepth+1) + strings.Repeat("}", MaxDepth+1),
		strings.Repeat(`\sqrt`, MaxDepth+1) + " x",
		strings.Repeat(`\left(`, MaxDepth+1) + strings.Repeat(`\right)`, MaxDepth+1),
		strings.Repeat("x^", MaxSource/2),
	} {
		if n := Parse(source); n.Kind != Raw || n.Text != source {
			t.Errorf("Parse(%.20q...) is no Raw of it", source)
		}
	}
	if n := Parse(strings.Repeat("{", MaxDepth) + "x" + strings.Repeat("}", MaxDepth)); n.Kind == Raw {
		t.Errorf("%d levels are too deep", MaxDepth)
	}
}

// size counts the nodes of a tree.
func size(n Node) int {
	all := 1
	for _, k := range n.Kids {
		all += size(k)
	}
	return all
}

// FuzzParse tries that the tree is no larger than promised, that the line is
// sound text, and that nothing in it can command a terminal unless it was in
// the source.
func FuzzParse(f *testing.F) {
	for _, tt := range formulas {
		f.Add(tt.source)
	}
	f.Add("\xc2 \x9d") // halves of a control character
	f.Fuzz(func(t *testing.T, source string) {
		n := Parse(source)
		if got, most := size(n), 3*len(source)+8; got > most {
			t.Errorf("%q has %d nodes, at most %d", source, got, most)
		}
		line := Unicode(n)
		if utf8.ValidString(source) && !utf8.ValidString(line) {
			t.Errorf("%q makes %q", source, line)
		}
		if len(line) > 64*(len(source)+1)*3 {
			t.Errorf("%q makes %d bytes", source, len(line))
		}
		if i := strings.IndexFunc(line, unicode.IsControl); i >= 0 && strings.IndexFunc(source, unicode.IsControl) < 0 {
			t.Errorf("%q makes %q", source, line)
		}
	})
}

func BenchmarkUnicode(b *testing.B) {
	source := `x = \frac{-b \pm \sqrt{b^2-4ac}}{2a} \text{ for } \sum_{i=1}^{n} a_i \in \mathbb{R}`
	for b.Loop() {
		Unicode(Parse(source))
	}
}

// BenchmarkWorst is the longest formula, of nothing but one sort.
func BenchmarkWorst(b *testing.B) {
	for _, part := range []string{`\`, `{`, `x^2`, `\sqrt`, `\a{`, `\text`, `&\\`, `'`, `[`, `\frac`} {
		b.Run(part, func(b *testing.B) {
			source := strings.Repeat(part, MaxSource/len(part))
			for b.Loop() {
				Unicode(Parse(source))
			}
		})
	}
}
