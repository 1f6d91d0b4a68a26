package answer

import (
	"slices"
	"strings"
	"unicode"

	"recto/decks"
	"recto/decks/markup"
)

// level says how much of a text counts when it is compared.
type level uint8

const (
	folded level = iota // words only
	signed              // signs and articles count too, case does not
	asIs                // everything but NFC and the outer trim
)

// text is one reading of a text in every level.
type text struct {
	raw    string // as is
	sign   string // signed
	words  phrase // folded
	spelt  []byte // words, spelt
	core   []byte // without fillers and articles, spelt
	shapes []shape
}

func (t tongue) newText(s string) *text {
	words := t.fold(s)
	return &text{raw: written(s), sign: lower(s), words: words, spelt: spell(words), core: spell(t.stripped(words))}
}

// read returns the text of a response or of a deck, folded once.
func (m *marker) read(s string) *text {
	if found := m.texts[s]; found != nil {
		return found
	}
	read := m.tongue.newText(s)
	m.texts[s] = read
	return read
}

// shapesOf returns the shapes of a text, made when they are first needed.
func (t tongue) shapesOf(x *text) []shape {
	if x.shapes == nil {
		x.shapes = t.shapes(x.words)
	}
	return x.shapes
}

// reads reports whether two texts are one at a level.
func (a *text) reads(b *text, at level) bool {
	switch {
	case at == asIs:
		return a.raw == b.raw
	case a.sign == b.sign:
		return true
	case at == signed || len(a.words) == 0 || len(b.words) == 0:
		return false
	}
	return same(a.spelt, b.spelt) || same(a.core, b.core)
}

// form is one right form of an answer: its text with and without what is
// optional, and what it reads as beside a text.
type form struct {
	texts  []*text
	level  level
	number *quantity
	date   *date
	answer bool // the answer itself, not what is accepted beside it
}

// textsOf returns a deck's text as written, as rendered, and as a screen shows
// its mathematics, each with its optional parts and without them.
func (m *marker) textsOf(s string) []*text {
	if found := m.wholes[s]; found != nil {
		return slices.Clone(found)
	}
	var out []*text
	sources := []string{s, plain(s)}
	if strings.Contains(s, "$") {
		sources = append(sources, markup.Line(s))
	}
	for _, source := range sources {
		for _, option := range optional(source) {
			if t := m.read(option); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	m.wholes[s] = slices.Clone(out)
	return out
}

// plain returns markup as a plain terminal shows it.
func plain(s string) string { return markup.Plain(markup.Parse(s)) }

// maxOptional bounds the parts in brackets of which each may be left out.
const maxOptional = 4

// optional returns s, and s without the parts in brackets that stand by
// themselves: in every combination of up to maxOptional of them.
func optional(s string) []string {
	out := []string{s}
	for _, bracket := range brackets(s) {
		for _, one := range out {
			if i := strings.Index(one, bracket); i >= 0 {
				out = append(out, one[:i]+one[i+len(bracket):])
			}
		}
		if len(out) >= 1<<maxOptional {
			break
		}
	}
	kept := out[:1]
	for _, one := range out[1:] {
		if strings.ContainsFunc(one, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			kept = append(kept, one)
		}
	}
	return kept
}

// brackets returns the bracketed parts of s that are set off by a space or
// the end on both sides.
func brackets(s string) []string {
	var found []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '(':
			if depth == 0 {
				start = i
			}
			depth++
		case s[i] == ')' && depth > 0:
			depth--
			before := start == 0 || isSpace(s[start-1])
			after := i+1 == len(s) || isSpace(s[i+1]) || strings.ContainsRune(".,;:!?", rune(s[i+1]))
			if depth == 0 && before && after {
				found = append(found, s[start:i+1])
			}
		}
	}
	return found
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// forms returns the right forms of an answer.
func (m *marker) forms(a decks.Answer, unit string) []form {
	out := []form{m.newForm(a.Value, unit)}
	out[0].answer = true
	for _, v := range a.Accept {
		out = append(out, m.newForm(v, unit))
	}
	return out
}

func (m *marker) newForm(v decks.Value, unit string) form {
	f := form{texts: m.textsOf(v.Text)}
	if shown := v.Show(m.language); shown != v.Text {
		f.texts = append(f.texts, m.read(shown))
	}
	if m.exact {
		f.level = asIs
		return f
	}
	f.number = m.numberOf(v, unit)
	f.date = m.dateOf(v)
	return f
}

// sharpen raises the level of f until none of the others reads like it: beside
// "C" the signs of "C++" count.
func (f *form) sharpen(others []*text) {
	for f.level < asIs && f.readsLikeAny(others) {
		f.level++
	}
}

func (f *form) readsLikeAny(others []*text) bool {
	for _, t := range f.texts {
		for _, o := range others {
			if t.raw != o.raw && t.reads(o, f.level) {
				return true
			}
		}
	}
	return false
}
