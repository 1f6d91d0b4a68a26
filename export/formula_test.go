package export

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks/markup"
)

// inked is a grid whose letters reach 0.7 of their size up, some down too.
type inked struct{ grid }

func (i inked) Width(text string, f Font) float64 { return i.grid.Width(text, f) * f.Size / 10 }

func (inked) Ink(text string, f Font) (above, below float64) {
	if strings.ContainsAny(text, "gjpqy()[]{}∑∫") {
		below = 0.2 * f.Size
	}
	return 0.7 * f.Size * mmPerPoint, below * mmPerPoint
}

// formulaOf sets a formula 10 points large in a line so wide.
func formulaOf(text string, width float64) []piece {
	s := setter{m: inked{}}
	return s.formula(markup.Span{Kind: markup.Math, Text: text}, Font{Size: 10}, width)
}

// A line may end after a relation or an operator, and nowhere else.
func TestFormulaParts(t *testing.T) {
	for text, want := range map[string]string{
		`x`:                          "x",
		`E = mc^2`:                   "E=|mc2",
		`a+b-c`:                      "a+|b−|c",
		`-b`:                         "−b",
		`a=-b`:                       "a=|−b",
		`(a+b)^2`:                    "(a+|b)2",
		`\left(a+b\right)`:           "(a+b)",
		`\frac{a+b}{c} \le d`:        "a+bc≤|d",
		`f(x,y)`:                     "f(x,y)",
		`\sqrt{x+1}`:                 "x+1",
		`\text{if } n > 0`:           "if n>|0",
		`\unknown{x} = y`:            `\unknown{x}=|y`,
		`\frac{1`:                    `\frac{1`,
		`x \in \mathbb{R}, y \neq 0`: "x∈|ℝ,y≠|0",
		`f''(x)`:                     "f′′(x)",
	} {
		var got []string
		for _, p := range formulaOf(text, 100) {
			shown := p.text
			if p.box != nil {
				for _, t := range p.box.Texts {
					if t.Font.Style != Aloud {
						shown += t.Text
					}
				}
			}
			got = append(got, shown)
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s: got %q, want %q", text, g, want)
		}
	}
}

// What its letters do not say by their order, a formula says besides.
func TestFormulaSays(t *testing.T) {
	for text, want := range map[string]string{
		`\frac{a}{b}`:  "a/b",
		`x^2`:          "x²",
		`x + y`:        "",
		`\sqrt[3]{2}`:  "∛2",
		`\overline{z}`: "z̅",
	} {
		var said strings.Builder
		for _, p := range formulaOf(text, 100) {
			open := false
			for _, t := range p.box.Texts {
				if t.Font.Style == Aloud {
					said.WriteString(t.Text)
					open = t.Text != ""
				}
			}
			if open {
				t.Errorf("%s: what it says does not end", text)
			}
		}
		if said.String() != want {
			t.Errorf("%s says %q, want %q", text, said.String(), want)
		}
	}
}

// A line with a high formula is higher.
func TestFormulaHeight(t *testing.T) {
	s := setter{m: inked{}}
	plain := s.lines(markup.Parse("so $x$ is"), Font{Size: 10}, 100, 0)[0]
	high := s.lines(markup.Parse(`so $\frac{\frac{a}{b}}{\frac{c}{d}}$ is`), Font{Size: 10}, 100, 0)[0]
	if plain.above != 0 || plain.below != 0 || high.above < 1 || high.below < 1 {
		t.Errorf("%g above and %g below, and %g and %g with fractions", plain.above, plain.below, high.above, high.below)
	}
}

// checkFormula asserts that all of a formula stands in the room that it says it
// takes, and that this is no wider than the line as far as it can be read.
func checkFormula(t interface{ Fatalf(string, ...any) }, text string, width float64) {
	for _, p := range formulaOf(text, width) {
		f := p.box
		if f == nil {
			continue
		}
		if math.IsNaN(f.width) || f.width < -1e-9 || f.width > 1e6 {
			t.Fatalf("%q is %g wide", text, f.width)
		}
		for _, r := range f.Rules {
			if min(r.Y1, r.Y2) < -f.above-1e-6 || max(r.Y1, r.Y2) > f.below+1e-6 || math.IsNaN(r.X1+r.X2+r.Y1+r.Y2) {
				t.Fatalf("%q: a line from %g to %g, the room from %g to %g", text, r.Y1, r.Y2, -f.above, f.below)
			}
		}
		for _, l := range f.Texts {
			above, below := inked{}.Ink(l.Text, l.Font)
			if l.Font.Style != Aloud && (l.Y-above < -f.above-1e-6 || l.Y+below > f.below+1e-6 || l.Font.Size < least-1e-9 || l.Font.Size > 100) {
				t.Fatalf("%q: %q of %g points at %g, the room from %g to %g", text, l.Text, l.Font.Size, l.Y, -f.above, f.below)
			}
		}
	}
}

func TestFormulaKeepsToItsRoom(t *testing.T) {
	parts := []string{"x", "y^2", "_1", `\frac{a}{b}`, `\sqrt{`, "}", "{", `\sum_{i}^{n}`, `\left(`, `\right)`, `\begin{pmatrix}1&2\\3\end{pmatrix}`, "=", "+", `\vec{v}`, `\overline{AB}`, `\binom{n}{k}`, `\text{if }`, `\int_0^1`, "'", `\hat`, " "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "parts"), "")
		checkFormula(t, text, rapid.Float64Range(3, 100).Draw(t, "width"))
	})
}

func FuzzFormula(f *testing.F) {
	for _, text := range []string{`\frac{-b \pm \sqrt{b^2-4ac}}{2a}`, `\begin{cases}a&b\\c\end{cases}`, `x_{i_j}^{2^k}`, `\left\{ \right.`, "\\sqrt[", "α≤漢\u0301"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 500 {
			checkFormula(t, text, 40)
		}
	})
}
