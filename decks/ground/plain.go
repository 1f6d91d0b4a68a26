package ground

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths of lines, in characters, by which a plain text shows its layout.
const (
	longLine    = 120 // a line beyond this was not broken by hand: it is a paragraph
	longHeading = 90
)

// bullet is what a line of a list begins with in a plain text.
var bullet = regexp.MustCompile(`^\s*(?:[-*•‣◦–]|\d{1,3}[.)]|[a-z]\))\s+`)

// underline is what may stand below a heading.
var underline = regexp.MustCompile(`^\s*(?:={3,}|-{3,}|~{3,})\s*$`)

// block is lines of a text without a blank one between.
type block struct {
	lines []string
	line  int // number of the first one, from 1
}

// readPlain reads a text without marks.
func readPlain(text string) *Article {
	blocks := textBlocks(text)
	if linesAreParagraphs(blocks) {
		blocks = splitLines(blocks)
	} else {
		blocks = splitHeadings(blocks)
	}
	b := &builder{}
	for i, block := range blocks {
		switch {
		case i+1 < len(blocks) && block.isHeading():
			if i == 0 {
				b.article.Title = tidy(block.lines[0])
			} else {
				b.heading(block.lines[0])
			}
		case block.isList():
			for i, line := range block.lines {
				block.lines[i] = bullet.ReplaceAllString(line, "")
			}
			b.paragraph(strings.Join(block.lines, "\n"), block.line)
		default:
			b.paragraph(strings.Join(block.lines, " "), block.line)
		}
	}
	return b.done()
}

// textBlocks parts a text at its blank lines.
func textBlocks(text string) []block {
	var blocks []block
	open := false
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		if strings.TrimSpace(line) == "" || line == "\f" {
			open = false
			continue
		}
		if !open {
			blocks = append(blocks, block{line: number})
			open = true
		}
		last := &blocks[len(blocks)-1]
		last.lines = append(last.lines, line)
	}
	return blocks
}

// linesAreParagraphs reports whether each line of the blocks is a paragraph of
// its own: one is too long to be broken by hand, or most end like sentences.
func linesAreParagraphs(blocks []block) bool {
	inner, ended := 0, 0
	for _, b := range blocks {
		if len(b.lines) < 2 || b.isList() {
			continue
		}
		for _, line := range b.lines {
			if utf8.RuneCountInString(line) > longLine {
				return true
			}
		}
		for _, line := range b.lines[:len(b.lines)-1] {
			inner++
			if endsSentence(line) {
				ended++
			}
		}
	}
	return 2*ended > inner
}

// splitLines makes a block of each line, but keeps lists together.
func splitLines(blocks []block) []block {
	var split []block
	for _, b := range blocks {
		listed := false
		for i, line := range b.lines {
			item := bullet.MatchString(line)
			switch {
			case underline.MatchString(line):
				continue
			case item && listed:
				last := &split[len(split)-1]
				last.lines = append(last.lines, line)
			default:
				split = append(split, block{[]string{line}, b.line + i})
			}
			listed = item
		}
	}
	return split
}

// splitHeadings parts a heading from the lines right below it: an underlined
// one, or a first line that is short although the next word had room in it.
func splitHeadings(blocks []block) []block {
	var split []block
	for _, b := range blocks {
		for len(b.lines) > 1 {
			cut := 0
			if underline.MatchString(b.lines[1]) {
				cut = 2
			} else if (block{lines: b.lines[:1]}).isHeading() && brokenEarly(b.lines) {
				cut = 1
			}
			if cut == 0 {
				break
			}
			split = append(split, block{b.lines[:1], b.line})
			b.lines, b.line = b.lines[cut:], b.line+cut
		}
		if len(b.lines) > 0 {
			split = append(split, b)
		}
	}
	return split
}

// brokenEarly reports whether the first line ended before it was full.
func brokenEarly(lines []string) bool {
	width := 0
	for _, line := range lines {
		width = max(width, utf8.RuneCountInString(line))
	}
	next, _, _ := strings.Cut(strings.TrimSpace(lines[1]), " ")
	first := utf8.RuneCountInString(lines[0])
	return first+1+utf8.RuneCountInString(next) <= width && 3*first <= 2*width
}

// isHeading reports whether a block could be a heading: one short line that
// begins like a sentence and does not end like one.
func (b block) isHeading() bool {
	line := tidy(b.lines[0])
	if len(b.lines) != 1 || utf8.RuneCountInString(line) > longHeading || bullet.MatchString(line) && !startsNumbered(line) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	if unicode.IsLower(first) || !strings.ContainsFunc(line, unicode.IsLetter) {
		return false
	}
	return last == '?' && !strings.ContainsAny(line, ".;:!") || !endsSentence(line) && !strings.ContainsRune(",;:-", last)
}

// startsNumbered reports whether a line begins as a numbered heading does: "2. The treaty".
func startsNumbered(line string) bool {
	number, rest, _ := strings.Cut(line, " ")
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.Trim(number, "0123456789.") == "" && unicode.IsUpper(first) && !endsSentence(line)
}

// isList reports whether every line of a block is an item of a list.
func (b block) isList() bool {
	for _, line := range b.lines {
		if !bullet.MatchString(line) {
			return false
		}
	}
	return true
}

// endsSentence reports whether a line ends with the end of a sentence, a
// closing quote or bracket behind it passed over.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, " \t\"'”’»)]*_")
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…。！？।", last)
}
