package lint

import (
	"strings"

	"recto/decks"
)

// nestedGap tells of a gap inside a gap, which other programs know.
func nestedGap(c *checker, q *decks.Question) {
	for i, g := range q.Gaps {
		inside := q.Text[g.Start+len("{{") : g.End]
		if at := strings.Index(inside, "{{c"); at >= 0 && labelled(inside[at:]) {
			c.found(q, gapPlace(q, i), "a gap inside a gap is taken as it is written", "write two questions, or gaps beside each other")
		}
	}
}

// labelled reports whether a text begins with braces and a label, c1 to c99.
func labelled(s string) bool {
	rest, is := strings.CutPrefix(s, "{{c")
	digits := strings.TrimLeft(rest, "0123456789")
	return is && len(digits) < len(rest) && strings.HasPrefix(digits, "::")
}

// gapLabel tells of a gap whose label is misspelt and so is part of what is
// asked.
func gapLabel(c *checker, q *decks.Question) {
	for i, g := range q.Gaps {
		if labelled(q.Text[g.Start:g.End]) {
			continue
		}
		label, rest := slipLabel(g.Text)
		if label != "" {
			c.found(q, gapPlace(q, i), "the gap asks for its label too", "a label is a small c with a number and two colons: {{"+label+"::"+strings.TrimSpace(rest)+"}}")
		}
	}
}

// slipLabel reads what was meant to be a label: C1::, c1:, c1 ::, 1::, c1;;
func slipLabel(text string) (label, rest string) {
	s := strings.TrimSpace(text)
	bare := strings.TrimLeft(s, "cC")
	if len(s)-len(bare) > 1 {
		return "", ""
	}
	number := strings.TrimLeft(strings.TrimLeft(bare, " "), "0")
	behind := strings.TrimLeft(number, "0123456789")
	digits := number[:len(number)-len(behind)]
	if digits == "" || len(digits) > 2 {
		return "", ""
	}
	behind = strings.TrimLeft(behind, " ")
	for _, sign := range []string{"::", ";;", ":"} {
		if rest, is := strings.CutPrefix(behind, sign); is && strings.TrimSpace(rest) != "" {
			if bare == s && sign != "::" {
				return "", "" // "12:30" is a time
			}
			return "c" + digits, rest
		}
	}
	return "", ""
}

// unlabelledGaps tells of a question with an id whose gaps get their names
// from their order: one more gap before them, and they swap their histories.
func unlabelledGaps(c *checker, q *decks.Question) {
	if q.Derived || len(q.Gaps) < 2 || labelled(q.Text[q.Gaps[0].Start:q.Gaps[0].End]) {
		return
	}
	c.found(q, gapPlace(q, 0), "several gaps without labels are named by their order, which an edit may change", "recto id writes the labels, as in {{c1::text}}")
}

// emptyGapHint tells of a gap that ends with the sign of a hint and has none.
func emptyGapHint(c *checker, q *decks.Question) {
	for i, g := range q.Gaps {
		whole := q.Text[g.Start:g.End]
		if g.Hint != "" || !labelled(whole) || !strings.HasSuffix(whole, "::}}") || strings.HasSuffix(whole, `\::}}`) || strings.Count(whole, "::") < 2 {
			continue
		}
		at := gapPlace(q, i)
		if at.Text() != whole {
			c.found(q, at, "the hint of the gap is empty", "write it, or leave the two colons out")
			continue
		}
		c.found(q, at, "the hint of the gap is empty", "write it, or leave the two colons out", swap(at.Within(len(whole)-len("::}}"), len(whole)-len("}}")), ""))
	}
}
