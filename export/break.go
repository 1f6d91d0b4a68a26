package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lines of a text are broken by a part of the Unicode line breaking
// algorithm (UAX #14): at spaces, after dashes and slashes between letters,
// between ideographs and kana but not before closing or after opening
// punctuation, never before a mark, never beside a no-break space. Hangul
// breaks at its spaces. A word that fits no line is divided, after a hyphen
// where it has one; other words are not, since programs that read the text of
// a PDF drop a hyphen at the end of a line.
// Every code point of the text is on some line; only spaces at the end of a
// line are not.

// piece is a part of a text that is never broken inside: a word with the
// spaces after it, an ideograph, a blank to write in.
type piece struct {
	text  string  // without its trailing spaces
	space string  // the trailing spaces
	font  Font    //
	width float64 // of text, mm
	gap   float64 // of space, mm
	look  look    //
	stop  stop    // what may happen after the piece
}

// look says how a part of a text stands out from the rest.
type look uint8

const (
	running look = iota
	blank        // low lines to write on
	aside        // smaller, behind the text
)

// stop says what may happen after a piece.
type stop uint8

const (
	glued  stop = iota // the next piece belongs to the same word
	maybe              // a line may end here
	hyphen             // a line may end here, with a hyphen that is shown then
)

// line is one line of a broken text.
type line struct {
	runs  []run
	width float64
	above float64 // extra space above, mm
}

// run is a part of a line in one font, x millimetres from its beginning.
type run struct {
	text     string
	font     Font
	x, width float64
	look     look
}

// class is what a code point means for breaking.
type class uint8

const (
	letter    class = iota // and everything without a rule
	digit                  //
	space                  // breaks after
	glue                   // never breaks beside it
	zeroSpace              // invisible, breaks
	soft                   // soft hyphen
	dash                   // dashes and slashes: break after, between letters
	opening                // no break after
	closing                // no break before
	ideograph              // breaks on both sides
	mark                   // belongs to what is before it
)

func classOf(r rune) class {
	switch {
	case r == ' ':
		return space
	case r < 0x80:
		return classOfASCII(r)
	case r == 0xA0 || r == 0x202F || r == 0x2007 || r == 0x2060 || r == 0xFEFF:
		return glue
	case r == 0x200B:
		return zeroSpace
	case r == 0xAD:
		return soft
	case r >= 0x2012 && r <= 0x2014:
		return dash
	case r == 0x3000 || unicode.Is(unicode.Zs, r):
		return space
	case r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r >= 0x1F3FB && r <= 0x1F3FF:
		return mark
	case unicode.In(r, unicode.Ps, unicode.Pi):
		return opening
	case unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("、。，．：；？！…‥・ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻％", r):
		return closing
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x1F300 && r <= 0x1FAFF:
		return ideograph
	}
	return letter
}

func classOfASCII(r rune) class {
	switch {
	case '0' <= r && r <= '9':
		return digit
	case r == '/':
		return dash
	case strings.ContainsRune("([{", r):
		return opening
	case strings.ContainsRune(")]}.,;:!?%", r):
		return closing
	}
	return letter
}

// mayBreak reports whether a line may end between two code points of the
// classes a and b, where before is the class of the code point before a.
func mayBreak(before, a, b class) bool {
	switch {
	case b == mark || a == glue || b == glue || b == space || b == zeroSpace:
		return false
	case a == space || a == zeroSpace || a == soft:
		return true
	case b == closing || a == opening:
		return false
	case a == dash:
		return before == letter && (b == letter || b == opening)
	case a == ideograph || b == ideograph:
		return b != dash && b != soft
	}
	return a == closing && before == ideograph && b != digit && b != letter && b != dash
}

// cutText divides a text without line breaks into pieces.
func cutText(m Measurer, text string, f Font) []piece {
	var out []piece
	start := 0 // of the piece
	before, a := letter, glue
	for i, r := range text {
		b := classOf(r)
		if i > start && mayBreak(before, a, b) {
			out = append(out, newPiece(m, text[start:i], f, breakAfter(a)))
			start = i
		}
		if b != mark {
			before, a = a, b
		}
	}
	if start < len(text) {
		end := glued
		if a == space || a == zeroSpace || a == soft {
			end = breakAfter(a)
		}
		out = append(out, newPiece(m, text[start:], f, end))
	}
	return out
}

func breakAfter(a class) stop {
	if a == soft {
		return hyphen
	}
	return maybe
}

func newPiece(m Measurer, text string, f Font, s stop) piece {
	word := strings.TrimRightFunc(text, func(r rune) bool { return classOf(r) == space })
	p := piece{text: word, space: text[len(word):], font: f, stop: s}
	if !plainASCII(word) {
		p.text = invisible.Replace(word)
	}
	p.width = m.Width(p.text, f)
	if p.space != "" {
		p.gap = m.Width(p.space, f)
	}
	return p
}

// invisible takes out what only tells where a line may or may not end.
var invisible = strings.NewReplacer("\u200B", "", "\u00AD", "", "\u2060", "", "\uFEFF", "")

// breakLines fills lines of the given width with pieces.
func breakLines(m Measurer, pieces []piece, width float64) []line {
	b := breaker{m: m, room: width}
	for i := 0; i < len(pieces); {
		j := i // the word: pieces that stay together
		for j < len(pieces)-1 && pieces[j].stop == glued {
			j++
		}
		b.word(pieces[i : j+1])
		i = j + 1
	}
	b.end(false)
	return b.lines
}

type breaker struct {
	m         Measurer
	room      float64 // of a line
	lines     []line
	now       line
	text      []byte  // of the last run of this line
	gap       float64 // of the spaces after the last word on this line
	space     string
	spaceFont Font
	hyphen    bool // the last word shows a hyphen if the line ends here
}

func (b *breaker) word(w []piece) {
	var width float64
	for i, p := range w {
		width += p.width
		if i < len(w)-1 {
			width += p.gap
		}
	}
	tail := w[len(w)-1]
	need := width
	if tail.stop == hyphen {
		need += b.m.Width("-", tail.font)
	}
	if b.now.width+b.gap+need > b.room+slack {
		if len(b.now.runs) > 0 {
			b.end(true)
		}
		b.gap, b.space = 0, ""
	}
	if width > b.room+slack {
		b.divide(w)
	} else {
		for _, p := range w {
			b.put(p)
		}
	}
	b.hyphen = tail.stop == hyphen
}

// slack forgives the rounding of added widths, in millimetres.
const slack = 1e-6

// put sets a piece at the end of the line.
func (b *breaker) put(p piece) {
	if b.space != "" {
		b.extend(run{text: b.space, font: b.spaceFont, width: b.gap})
	}
	if p.text != "" {
		b.extend(run{text: p.text, font: p.font, width: p.width, look: p.look})
	}
	b.gap, b.space, b.spaceFont = p.gap, p.space, p.font
}

// extend adds a part to the line: to its last run where that looks the same.
func (b *breaker) extend(r run) {
	n := len(b.now.runs)
	if n > 0 && b.now.runs[n-1].font == r.font && b.now.runs[n-1].look == r.look {
		b.now.runs[n-1].width += r.width
	} else {
		b.closeRun()
		r.x = b.now.width
		b.now.runs = append(b.now.runs, r)
	}
	b.text = append(b.text, r.text...)
	b.now.width += r.width
}

// closeRun gives the last run its whole text.
func (b *breaker) closeRun() {
	if n := len(b.now.runs); n > 0 {
		b.now.runs[n-1].text = string(b.text)
	}
	b.text = b.text[:0]
}

// divide sets a word that is wider than a line, between clusters.
func (b *breaker) divide(w []piece) {
	for _, p := range w {
		for p.text != "" && b.now.width+b.gap+p.width > b.room+slack {
			head := b.fitting(p.text, p.font)
			if head == "" {
				b.end(false)
				continue
			}
			rest := p.text[len(head):]
			b.put(piece{text: head, font: p.font, width: b.m.Width(head, p.font), look: p.look})
			p.text, p.width = rest, b.m.Width(rest, p.font)
			if rest != "" {
				b.end(false)
			}
		}
		b.put(p)
	}
}

// fitting returns the longest beginning of text that fits on the line, whole
// clusters, at least one of them on an empty line; up to its last hyphen if
// there is one.
func (b *breaker) fitting(text string, f Font) string {
	end, hyphen := 0, 0
	used := b.now.width + b.gap
	for end < len(text) {
		next := end + cluster(text[end:])
		used += b.m.Width(text[end:next], f)
		if used > b.room+slack && (end > 0 || len(b.now.runs) > 0) {
			break
		}
		if c := text[end:next]; end > 0 && (c == "-" || c == "\u2010") {
			hyphen = next
		}
		end = next
	}
	if hyphen > 0 {
		return text[:hyphen]
	}
	return text[:end]
}

// cluster returns the length in bytes of a code point and the marks on it.
func cluster(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if classOf(r) != mark {
			break
		}
		n += size
	}
	return n
}

// end finishes the line; the spaces at its end are dropped.
func (b *breaker) end(hyphenate bool) {
	if len(b.now.runs) == 0 && len(b.lines) > 0 {
		return
	}
	if b.hyphen && hyphenate {
		f := b.now.runs[len(b.now.runs)-1].font
		if w := b.m.Width("-", f); b.now.width+w <= b.room+slack {
			b.extend(run{text: "-", font: f, width: w})
		}
	}
	b.closeRun()
	b.lines = append(b.lines, b.now)
	b.now, b.gap, b.space, b.hyphen = line{}, 0, "", false
}
