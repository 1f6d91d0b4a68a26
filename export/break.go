package export

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The lines of a text end where the Unicode line breaking algorithm (UAX #14)
// allows it, as nextBreak says. A word that fits no line is divided, behind a
// hyphen or slash where it has one. Every code point of the text is on some
// line; only spaces at the end of a line are not.

// piece is a part of a text that is never broken inside: a word with the
// spaces after it, an ideograph, a blank to write in, a formula.
type piece struct {
	text  string   // without its trailing spaces
	space string   // the trailing spaces
	font  Font     //
	width float64  // of text, mm
	gap   float64  // of space, mm
	look  look     //
	stop  stop     // what may happen after the piece
	box   *formula // in place of a text; nil: none
}

// look says how a part of a text stands out from the rest.
type look uint8

const (
	running look = iota
	blank        // low lines to write on
	aside        // smaller, behind the text
	drawing      // a formula
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
	below float64 // and below
}

// run is a part of a line in one font, x millimetres from its beginning.
type run struct {
	text     string
	font     Font
	x, width float64
	look     look
	box      *formula // in place of a text; nil: none
}

// cutText divides a text without line breaks into pieces.
func cutText(m Measurer, text string, f Font) []piece {
	out := make([]piece, 0, strings.Count(text, " ")+1)
	for text != "" {
		n := nextBreak(text)
		out = append(out, newPiece(m, text[:n], f, n < len(text)))
		text = text[n:]
	}
	return out
}

// newPiece measures a part of a text. What follows the last one may belong to
// the same word unless a space ends it.
func newPiece(m Measurer, text string, f Font, inside bool) piece {
	p := piece{text: strings.TrimRight(text, " "), font: f}
	if p.space = text[len(p.text):]; !plainASCII(p.text) {
		p.text = strings.TrimRightFunc(p.text, func(r rune) bool { return classOf(r) == space })
		p.space = text[len(p.text):]
		last, _ := utf8.DecodeLastRuneInString(p.text)
		switch c := classOf(last); {
		case c == soft && p.space == "":
			p.stop = hyphen
		case c == zeroSpace || inside:
			p.stop = maybe
		}
		p.text = invisible.Replace(p.text)
	}
	if p.space != "" || inside && p.stop == glued {
		p.stop = maybe
	}
	p.width = m.Width(p.text, f)
	if p.space != "" {
		p.gap = m.Width(p.space, f)
	}
	return p
}

// invisible takes out what only tells where a line may or may not end.
var invisible = strings.NewReplacer("\u200B", "", "\u00AD", "", "\u2060", "", "\uFEFF", "")

// chunk is a word: pieces that stay together.
type chunk struct {
	pieces []piece
	width  float64 // mm, without the spaces behind it
	kern   float64 // between it and the next word on the same line, mm
	shown  float64 // width of the hyphen that it shows at the end of a line
}

// gap is the space behind the word, stop what may happen there.
func (w chunk) gap() float64 { return w.pieces[len(w.pieces)-1].gap }
func (w chunk) stop() stop   { return w.pieces[len(w.pieces)-1].stop }

// blank reports whether there is nothing to see of the word.
func (w chunk) blank() bool {
	return !slices.ContainsFunc(w.pieces, func(p piece) bool { return p.text != "" || p.box != nil })
}

// words puts pieces together that nothing may part.
func words(m Measurer, pieces []piece) []chunk {
	out := make([]chunk, 0, len(pieces))
	for i := 0; i < len(pieces); {
		j := i
		w := chunk{width: pieces[i].width}
		for ; j < len(pieces)-1 && pieces[j].stop == glued; j++ {
			w.width += pieces[j].gap + kernBetween(m, pieces[j], pieces[j+1]) + pieces[j+1].width
		}
		w.pieces = pieces[i : j+1]
		if w.stop() == hyphen && j+1 < len(pieces) {
			w.shown = m.Width("-", pieces[j].font)
		}
		if j+1 < len(pieces) {
			w.kern = kernBetween(m, pieces[j], pieces[j+1])
		}
		out = append(out, w)
		i = j + 1
	}
	return out
}

// kernBetween is what is added between two pieces that become one run.
func kernBetween(m Measurer, a, b piece) float64 {
	if a.space != "" || a.text == "" || b.text == "" || a.font != b.font || a.look != b.look || a.box != nil {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(b.text)
	return m.Kern(last, first, a.font)
}

// breakLines sets pieces on lines of the given width, about equally full.
func breakLines(m Measurer, pieces []piece, width float64) []line {
	for n := len(pieces); n > 1 && pieces[n-1].text == "" && pieces[n-1].box == nil; n-- {
		pieces = pieces[:n-1] // nothing to see
	}
	all := words(m, pieces)
	ends, ok := bestEnds(all, width)
	if !ok {
		return fillLines(m, pieces, width)
	}
	b := breaker{m: m, room: width}
	from := 0
	if ends[0] == 1 && all[0].blank() { // spaces with no room before the first word
		from, ends = 1, ends[1:]
	}
	for _, end := range ends {
		for _, w := range all[from:end] {
			b.set(w)
		}
		b.end(end < len(all))
		from = end
	}
	return b.lines
}

// fillLines fills each line before the next, as a list of words wants it.
func fillLines(m Measurer, pieces []piece, width float64) []line {
	b := breaker{m: m, room: width}
	for _, w := range words(m, pieces) {
		b.word(w)
	}
	b.end(false)
	return b.lines
}

// breaker sets words on lines.
type breaker struct {
	m      Measurer
	room   float64 // of a line
	lines  []line
	now    line
	text   []byte // of the last run of this line
	last   piece  // of this line; its spaces are not set yet
	hyphen bool   // the last word shows a hyphen if the line ends here
}

// word puts a word on the line or, where it does not fit, on a new one.
func (b *breaker) word(w chunk) {
	kern := 0.0
	if len(b.now.runs) > 0 {
		kern = kernBetween(b.m, b.last, w.pieces[0])
	}
	if b.now.width+b.last.gap+kern+w.width+w.shown > b.room+slack {
		if len(b.now.runs) > 0 {
			b.end(true)
		}
		b.last = piece{}
	}
	if w.width > b.room+slack {
		b.divide(w.pieces)
		b.hyphen = w.stop() == hyphen
	} else {
		b.set(w)
	}
}

// set puts a word on the line, whether it fits or not.
func (b *breaker) set(w chunk) {
	for _, p := range w.pieces {
		b.put(p)
	}
	b.hyphen = w.stop() == hyphen
}

// slack forgives the rounding of added widths, in millimetres.
const slack = 1e-6

// put sets a piece at the end of the line.
func (b *breaker) put(p piece) {
	kern := kernBetween(b.m, b.last, p)
	if b.last.space != "" && (len(b.now.runs) > 0 || len(b.lines) == 0) {
		b.extend(run{text: b.last.space, font: b.last.font, width: b.last.gap, look: spaceLook(b.last.look)}, 0)
	}
	if p.text != "" || p.box != nil {
		b.extend(run{text: p.text, font: p.font, width: p.width, look: p.look, box: p.box}, kern)
	}
	b.last = p
}

// spaceLook is how the spaces behind a piece look: those in a formula are not
// as wide as those of its font.
func spaceLook(l look) look {
	if l == drawing {
		return drawing
	}
	return running
}

// extend adds a part to the line: to its last run where that looks the same.
func (b *breaker) extend(r run, kern float64) {
	n := len(b.now.runs)
	if n > 0 && b.now.runs[n-1].font == r.font && b.now.runs[n-1].look == r.look && r.box == nil {
		b.now.width += kern
		b.now.runs[n-1].width += kern + r.width
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
func (b *breaker) divide(pieces []piece) {
	for _, p := range pieces {
		for p.text != "" && b.now.width+b.last.gap+kernBetween(b.m, b.last, p)+p.width > b.room+slack {
			head := b.fitting(p)
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

// fitting returns the longest beginning of a piece that fits on the line, whole
// clusters, at least one of them on an empty line; up to its last hyphen or
// slash if there is one.
func (b *breaker) fitting(p piece) string {
	end, good := 0, 0
	used := b.now.width + b.last.gap + kernBetween(b.m, b.last, p)
	for end < len(p.text) {
		next := end + cluster(p.text[end:])
		if end > 0 {
			before, _ := utf8.DecodeLastRuneInString(p.text[:end])
			first, _ := utf8.DecodeRuneInString(p.text[end:])
			used += b.m.Kern(before, first, p.font)
		}
		used += b.m.Width(p.text[end:next], p.font)
		if used > b.room+slack && (end > 0 || len(b.now.runs) > 0) {
			break
		}
		if c := p.text[end:next]; end > 0 && (c == "-" || c == "\u2010" || c == "/") {
			good = next
		}
		end = next
	}
	if good > 0 {
		return p.text[:good]
	}
	return p.text[:end]
}

// end finishes the line; the spaces at its end are dropped.
func (b *breaker) end(hyphenate bool) {
	if len(b.now.runs) == 0 && len(b.lines) > 0 {
		return
	}
	if b.hyphen && hyphenate {
		f := b.now.runs[len(b.now.runs)-1].font
		if w := b.m.Width("-", f); b.now.width+w <= b.room+slack {
			last, _ := utf8.DecodeLastRune(b.text)
			b.extend(run{text: "-", font: f, width: w, look: b.last.look}, b.m.Kern(last, '-', f))
		}
	}
	b.closeRun()
	for _, r := range b.now.runs {
		if r.box != nil {
			b.now.above, b.now.below = max(b.now.above, r.box.rise(r.font.Size)), max(b.now.below, r.box.drop(r.font.Size))
		}
	}
	b.lines = append(b.lines, b.now)
	b.now, b.last, b.hyphen = line{}, piece{}, false
}
