package export

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/decks/markup"
)

// setter turns markup into lines. It remembers what could not be shown.
type setter struct {
	m        Measurer
	item     *Item // whose text is set; nil outside questions
	warnings []Warning
}

// lines breaks spans into lines of width mm. A gap of a cloze becomes a blank
// of at least the given width. What stands in tail is never parted from the
// last word.
func (s *setter) lines(spans []markup.Span, f Font, width, blank float64, tail ...piece) []line {
	var out []line
	var pieces []piece
	var above float64
	fenced := false // the last span was a fence, which has ended its line
	var link strings.Builder
	flush := func() {
		set := breakLines(s.m, pieces, width)
		set[0].above += above
		out = append(out, set...)
		pieces, above = nil, 0
	}
	for i, span := range spans {
		font := styled(f, span)
		switch span.Kind {
		case markup.Break:
			if !fenced {
				flush()
			}
		case markup.Paragraph:
			if !fenced {
				flush()
			}
			above = leading(f.Size) / 2
		case markup.Fence:
			if len(pieces) > 0 {
				flush()
			}
			for l := range strings.SplitSeq(span.Text, "\n") {
				pieces = cutText(s.m, s.clean(l, font.Style), font)
				flush()
			}
		case markup.Gap:
			pieces = append(pieces, s.blankPiece(font, blank))
		case markup.Math:
			pieces = append(pieces, s.formula(span, font, width)...)
		default:
			if cut := cutText(s.m, s.clean(span.Text, font.Style), font); pieces == nil {
				pieces = cut
			} else {
				pieces = append(pieces, cut...)
			}
		}
		fenced = span.Kind == markup.Fence
		if span.URL != "" {
			link.WriteString(span.Text)
			if !linkGoesOn(spans[i:]) {
				pieces = append(pieces, s.address(span.URL, link.String(), f)...)
				link.Reset()
			}
		}
	}
	if n := len(pieces); n > 0 && len(tail) > 0 {
		pieces[n-1].stop = glued
	}
	pieces = append(pieces, tail...)
	if len(pieces) > 0 || len(out) == 0 {
		flush()
	}
	return out
}

// linkGoesOn reports whether more words of the first span's link follow it.
func linkGoesOn(spans []markup.Span) bool {
	for _, span := range spans[1:] {
		if span.Kind != markup.Break {
			return span.URL == spans[0].URL
		}
	}
	return false
}

// address is where a link leads, to stand behind its words: nobody can follow
// them on paper. Words that are the address themselves need none.
func (s *setter) address(url, words string, f Font) []piece {
	_, rest, _ := strings.Cut(url, ":")
	if words == url || words == strings.TrimPrefix(rest, "//") {
		return nil
	}
	return cutText(s.m, s.clean(" ("+url+")", f.Style), f)
}

// plain sets text without markup.
func (s *setter) plain(text string, f Font, width float64) []line {
	return breakLines(s.m, cutText(s.m, s.clean(text, f.Style), f), width)
}

// blankPiece is a blank to write in, at least width mm wide: low lines, so that
// it is there too when the text is read out or copied.
func (s *setter) blankPiece(f Font, width float64) piece {
	n := max(1, int(math.Ceil(width/s.m.Width("_", f))))
	text := strings.Repeat("_", n)
	return piece{text: text, font: f, width: s.m.Width(text, f) + 2*blankMargin, look: blank}
}

// blankMargin keeps two blanks with a space between them apart, in millimetres.
const blankMargin = 0.5

// textWidth returns the width of markup that is set on one line; that of the
// widest line where it asks for several.
func (s *setter) textWidth(text string, f Font) float64 {
	widest := 0.0
	for _, l := range s.lines(markup.Parse(text), f, math.MaxFloat64, 0) {
		widest = max(widest, l.width)
	}
	return widest
}

func styled(f Font, span markup.Span) Font {
	if span.Kind == markup.Code || span.Kind == markup.Fence {
		f.Style = Code
		return f
	}
	if span.Strong {
		f.Style |= Bold
	}
	if span.Emphasis {
		f.Style ^= Italic // emphasis inside italics is upright
	}
	return f
}

// clean makes text fit to measure and paint: valid UTF-8 in composed form,
// no control character, and the replacement character, with a warning, for
// whatever no font can draw.
func (s *setter) clean(text string, style Style) string {
	if plainASCII(text) {
		return text
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	var b strings.Builder
	b.Grow(len(text))
	skip := 0 // what is told already
	for i, r := range text {
		if i < skip {
			continue
		}
		if n := unsetRun(text[i:]); n > 0 {
			b.WriteString(placeholder(s.warn(text[i:i+n], unset(r))))
			skip = i + n
			continue
		}
		switch {
		case r == '\t' || r == '\n' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case unicode.IsControl(r) || unwritten(r):
		case classOf(r) == zeroSpace || classOf(r) == soft || strings.ContainsRune("\u2060\uFEFF", r):
			b.WriteRune(r) // for the line breaker, which takes it out
		case s.m.Has(r, style):
			b.WriteRune(r)
		case classOf(r) == glue:
			b.WriteRune('\u00A0')
		case classOf(r) == space:
			b.WriteByte(' ')
		default:
			s.warn(string(r), "")
			b.WriteRune('\uFFFD')
		}
	}
	return b.String()
}

func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// unwritten reports whether r only tells how its neighbours are shaped.
func unwritten(r rune) bool {
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF ||
		r >= 0x200C && r <= 0x200F || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// warn notes a text that cannot be shown, and returns its script.
func (s *setter) warn(text, unset string) (script string) {
	first, _ := utf8.DecodeRuneInString(text)
	w := Warning{Script: scriptOf(first), Text: text, Unset: unset}
	if s.item != nil {
		w.Number, w.Question = s.item.Number, s.item.Question
	}
	for i := len(s.warnings) - 1; i >= 0 && s.warnings[i].Question == w.Question; i-- {
		if s.warnings[i].alike(w) {
			s.warnings[i].add(text)
			return w.Script
		}
	}
	s.warnings = append(s.warnings, w)
	return w.Script
}
