package decks

import (
	"errors"
	"fmt"
	"strings"

	"recto/decks/markup"
)

// maxLabel is the highest label of a gap.
const maxLabel = 99

// gapFault is what is wrong with the gaps of a cloze text.
type gapFault struct{ message, hint string }

// ParseGaps returns the gaps of a cloze text in order, unlabelled ones numbered
// from 1. What a gap accepts stands elsewhere, Accept is nil. It fails on the
// first gap that is none.
func ParseGaps(text string) ([]Gap, error) {
	gaps, fault := parseGaps(text)
	if fault != nil {
		return nil, errors.New(fault.message)
	}
	return gaps, nil
}

// parseGaps finds the gaps of a cloze text, in order, with unlabelled ones
// numbered. It fails on the first thing that is wrong.
func parseGaps(text string) ([]Gap, *gapFault) {
	var gaps []Gap
	labelled := 0
	for i := 0; i < len(text); {
		switch {
		case strings.HasPrefix(text[i:], `\{{`):
			i += len(`\{{`)
		case strings.HasPrefix(text[i:], "{{"):
			end := gapEnd(text, i)
			if end < 0 {
				return nil, &gapFault{fmt.Sprintf("the gap that begins %q is not closed", excerpt(text[i:])),
					`a gap is {{text}}, braces inside balance; \{{ is a pair of braces that is no gap`}
			}
			gap, fault := readGap(text[i+2 : end-2])
			if fault != nil {
				return nil, fault
			}
			gap.Start, gap.End = i, end
			if gap.Label > 0 {
				labelled++
			}
			gaps = append(gaps, gap)
			i = end
		default:
			i++
		}
	}
	if labelled > 0 && labelled < len(gaps) {
		return nil, &gapFault{"labelled and unlabelled gaps are mixed", "give every gap a label, as in {{c1::text}}, or none"}
	}
	if labelled == 0 && len(gaps) > maxLabel {
		return nil, &gapFault{fmt.Sprintf("%d gaps, at most %d", len(gaps), maxLabel), ""}
	}
	if labelled == 0 {
		for i := range gaps {
			gaps[i].Label = i + 1
		}
	}
	return gaps, nil
}

// gapEnd returns the offset behind the braces that close the gap which opens
// at start, -1 when nothing closes it.
func gapEnd(text string, start int) int {
	depth := 0
	for i := start + 2; i < len(text); i++ {
		switch text[i] {
		case '\\':
			if strings.HasPrefix(text[i:], `\{{`) {
				i += 2
			} else if i+1 < len(text) && (text[i+1] == '{' || text[i+1] == '}') {
				i++
			}
		case '{':
			depth++
		case '}':
			if depth > 0 {
				depth--
			} else if i+1 < len(text) && text[i+1] == '}' {
				return i + 2
			} else {
				return -1
			}
		}
	}
	return -1
}

// readGap reads the inside of a gap: text, label::text or label::text::hint.
func readGap(inside string) (Gap, *gapFault) {
	gap := Gap{Text: inside}
	if label, rest, ok := cutLabel(inside); ok {
		n := Face(label).label()
		if n == 0 {
			return gap, &gapFault{fmt.Sprintf("label %q of a gap is none of c1 to c%d", excerpt(label), maxLabel), ""}
		}
		gap.Label = n
		gap.Text, gap.Hint = cutHint(rest)
	}
	if strings.TrimSpace(gap.Text) == "" {
		return gap, &gapFault{"a gap is empty", `write the text that is asked for between the braces; \{{ is a pair of braces that is no gap`}
	}
	return gap, nil
}

// cutLabel splits "cN::rest" where N is digits, any of them.
func cutLabel(inside string) (label, rest string, ok bool) {
	label, rest, ok = strings.Cut(inside, "::")
	if !ok || len(label) < 2 || label[0] != 'c' || strings.Trim(label[1:], "0123456789") != "" {
		return "", "", false
	}
	return label, rest, true
}

// cutHint splits the text of a labelled gap from its hint at the first "::"
// and takes the backslash from colons that were kept from being one.
func cutHint(s string) (text, hint string) {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && s[i+1] == ':' {
			i++
		} else if strings.HasPrefix(s[i:], "::") {
			return unescapeColons(s[:i]), unescapeColons(s[i+2:])
		}
	}
	return unescapeColons(s), ""
}

func unescapeColons(s string) string { return strings.ReplaceAll(s, `\:`, ":") }

// fillGaps returns the text of a cloze with the gaps of one label as
// markup.GapMark and the others filled in. With label 0 all are filled in.
func fillGaps(text string, gaps []Gap, label int) string {
	return replaceGaps(text, gaps, func(g Gap) string {
		if g.Label == label {
			return string(markup.GapMark)
		}
		return g.Text
	})
}

// replaceGaps returns text with every gap replaced, and \{{ as the braces that
// it stands for.
func replaceGaps(text string, gaps []Gap, with func(Gap) string) string {
	var b strings.Builder
	at := 0
	for _, g := range gaps {
		b.WriteString(strings.ReplaceAll(text[at:g.Start], `\{{`, "{{"))
		b.WriteString(with(g))
		at = g.End
	}
	b.WriteString(strings.ReplaceAll(text[at:], `\{{`, "{{"))
	return b.String()
}

// excerpt returns the beginning of s, short enough for a message.
func excerpt(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
