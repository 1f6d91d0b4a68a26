package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse returns the spans of a text, in order. Blocks of code stand on their
// own: a Break or a Paragraph separates them from what is beside them. A text
// without anything to show has no spans.
func Parse(text string) []Span {
	p := parser{}
	lines := strings.Split(strings.Trim(clean(text), "\n"), "\n")
	for i := 0; i < len(lines); {
		if fence := fenceOf(lines[i]); fence > 0 {
			body, next := fenceBody(lines, i, fence)
			p.block()
			p.code(Fence, strings.Join(body, "\n"))
			i = next
			continue
		}
		end := i
		for end < len(lines) && fenceOf(lines[end]) == 0 && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		if end == i { // a blank line
			p.blank = true
			i++
			continue
		}
		p.block()
		p.paragraph(trimLineEnds(lines[i:end]))
		i = end
	}
	return p.spans
}

// parser collects spans.
type parser struct {
	spans []Span
	more  []string // texts that belong to the last span
	blank bool     // a blank line stands before what comes next
}

// block separates what comes next from what stands before it.
func (p *parser) block() {
	switch {
	case len(p.spans) == 0:
	case p.blank:
		p.spans = append(p.spans, Span{Kind: Paragraph})
	default:
		p.spans = append(p.spans, Span{Kind: Break})
	}
	p.blank = false
}

// code appends the text of a Code, Fence or Math span, split at its gaps.
func (p *parser) code(kind Kind, text string) {
	for i, part := range strings.Split(text, string(GapMark)) {
		if i > 0 {
			p.spans = append(p.spans, Span{Kind: Gap})
		}
		if part != "" {
			p.spans = append(p.spans, Span{Kind: kind, Text: expandTabs(part)})
		}
	}
}

// fenceOf returns the number of backticks when a line opens or closes a block
// of code, else 0. A line with more backticks behind the first ones is text.
func fenceOf(line string) int {
	rest := strings.TrimLeft(line, "`")
	if n := len(line) - len(rest); n >= 3 && !strings.Contains(rest, "`") {
		return n
	}
	return 0
}

// fenceBody returns the lines of the block that opens at line i and the number
// of the line behind it.
func fenceBody(lines []string, i, fence int) ([]string, int) {
	for end := i + 1; end < len(lines); end++ {
		if n := fenceOf(lines[end]); n >= fence && strings.TrimSpace(lines[end][n:]) == "" {
			return lines[i+1 : end], end + 1
		}
	}
	return lines[i+1:], len(lines)
}

func trimLineEnds(lines []string) string {
	trimmed := make([]string, len(lines))
	for i, line := range lines {
		trimmed[i] = strings.TrimRight(line, " \t")
	}
	return strings.Join(trimmed, "\n")
}

// clean returns text without what no span may hold, but newlines, tabs and the
// gap mark; CRLF reads as a newline.
func clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if Forbidden(r) && r != GapMark {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
}

// Forbidden reports whether a character may not stand in a text: a control
// character other than tab and newline, or one that turns the direction of
// writing for what follows it.
func Forbidden(r rune) bool {
	switch {
	case r == '\t', r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	}
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func expandTabs(s string) string { return strings.ReplaceAll(s, "\t", "    ") }

// wordRune reports whether a star beside r stands inside a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
