package pdf

import (
	"strings"
	"testing"

	"recto/decks"
	"recto/export"
)

// Mathematics is set with fractions and roots and read as a line.
func TestMathematics(t *testing.T) {
	d := &decks.Deck{ID: "m", Title: "M", Language: "en", File: "m.toml"}
	var qs []*decks.Question
	asks := []string{
		`Solve $x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}$ for $a = 1$.`,
		`Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ and $f(x) = \begin{cases} x^2 & x \ge 0 \\ -x & x < 0 \end{cases}$.`,
		`What is $\sum_{i=1}^{n} i^2$, $\int_0^\infty e^{-x^2}\,dx$, $\lim_{x\to 0} f''(x)$, $\overline{AB} \perp \vec{v}$, $\binom{n}{k}$ or $\sqrt[3]{\frac{a}{b}}$?`,
		`Which is ${}^{238}_{92}\mathrm{U}$, $\left[\frac{1}{1+\frac{1}{x}}\right]$, $\lfloor x \rfloor$, **bold $y_1$**?`,
	}
	for i, ask := range asks {
		qs = append(qs, &decks.Question{Deck: d, ID: string(rune('a' + i)), Kind: decks.TrueFalse, Ask: ask, Number: i + 1, Points: 1,
			Answers: []decks.Answer{{Value: decks.Value{Type: decks.BoolValue, Text: "true"}}}})
	}
	f := fonts(t)
	sheet, _ := layout(t, qs, export.SheetOptions{}, f)
	if len(sheet.Warnings) != 0 {
		t.Errorf("warnings %v", sheet.Warnings)
	}
	page := sheet.Pages[0]
	page.Height = 130 // nothing stands below
	file := write(t, f, page)
	checked(t, file)
	read := strings.Join(strings.Fields(textOf(t, file)), "")
	for _, want := range []string{"(−b±√(b²−4ac))/(2a)", "a=1", "∑ᵢ₌₁ⁿi²", "₉₂²³⁸U", "∛(a/b)", "⌊x⌋", "y₁"} {
		if !strings.Contains(read, strings.Join(strings.Fields(want), "")) {
			t.Errorf("%s is not read in\n%s", want, read)
		}
	}
	golden(t, "mathematics", pixels(t, file, 1, 60))
}
