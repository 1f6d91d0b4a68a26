package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of a paragraph: a finished span, or a run of stars that may
// become emphasis, or a bracket that may become a link.
type token struct {
	span        Span
	stars       int  // how many of a run of stars are still stars
	opens, ends bool // what the run may do
	bracket     byte // '[' or ']', 0 for the others
	url         string
}

// escapable are the signs that a backslash makes ordinary.
const escapable = "*[]{}$:`"

// maxURL is the length in bytes from which an address is no link. It keeps the
// search for the end of one short.
const maxURL = 2048

// paragraph appends the spans of lines that belong together.
func (p *parser) paragraph(text string) {
	tokens := tokenize(text)
	links(tokens)
	emphasis(tokens)
	p.flatten(tokens)
}

// tokenize cuts a paragraph into tokens.
func tokenize(text string) []token {
	var tokens []token
	var plain strings.Builder
	flush := func() {
		if plain.Len() > 0 {
			tokens = append(tokens, token{span: Span{Kind: Text, Text: plain.String()}})
			plain.Reset()
		}
	}
	add := func(t token) { flush(); tokens = append(tokens, t) }
	ticks, dollars := newTicks(text), newDollars(text)
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\\' && i+1 < len(text) && strings.IndexByte(escapable, text[i+1]) >= 0:
			plain.WriteByte(text[i+1])
			i += 2
		case c == '`':
			n := runLength(text, i)
			if end := ticks.closing(i, n); end >= 0 {
				add(token{span: Span{Kind: Code, Text: codeText(text[i+n : end])}})
				i = end + n
			} else {
				plain.WriteString(text[i : i+n])
				i += n
			}
		case c == '$' && dollars.closing(i) > 0:
			end := dollars.closing(i)
			add(token{span: Span{Kind: Math, Text: text[i+1 : end]}})
			i = end + 1
		case c == '*':
			n := runLength(text, i)
			add(starRun(text, i, n))
			i += n
		case c == '!' && i+1 < len(text) && text[i+1] == '[': // reserved
			plain.WriteString("![")
			i += 2
		case c == '[':
			add(token{bracket: '['})
			i++
		case c == ']':
			url, length := linkTarget(text[i+1:])
			add(token{bracket: ']', url: url, span: Span{Text: text[i+1 : i+1+length]}})
			i += 1 + length
		case c == '\n':
			add(token{span: Span{Kind: Break}})
			i++
		case c == GapMark:
			add(token{span: Span{Kind: Gap}})
			i++
		case c == '\t':
			plain.WriteByte(' ')
			i++
		default:
			plain.WriteByte(c)
			i++
		}
	}
	flush()
	return tokens
}

func runLength(text string, i int) int {
	n := 1
	for i+n < len(text) && text[i+n] == text[i] {
		n++
	}
	return n
}

// codeText takes one space from both ends, which lets code begin or end with
// a backtick, and reads a newline as a space.
func codeText(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if len(s) > 2 && s[0] == ' ' && s[len(s)-1] == ' ' && strings.Trim(s, " ") != "" {
		return s[1 : len(s)-1]
	}
	return s
}

// starRun says what a run of stars may do: open before a character, close
// behind one, neither inside a word.
func starRun(text string, i, n int) token {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	spaceBefore := i == 0 || unicode.IsSpace(before)
	spaceAfter := i+n == len(text) || unicode.IsSpace(after)
	wordBefore := i > 0 && wordRune(before)
	wordAfter := i+n < len(text) && wordRune(after)
	return token{
		stars: n,
		opens: !spaceAfter && !wordBefore,
		ends:  !spaceBefore && !wordAfter,
	}
}

// linkTarget reads "(url)" at the start of s and returns the url and the bytes
// that it takes; 0 when there is none.
func linkTarget(s string) (url string, length int) {
	if !strings.HasPrefix(s, "(") {
		return "", 0
	}
	depth := 0
	for i := 0; i < len(s) && i < maxURL; i++ {
		switch c := s[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
			if depth == 0 {
				if i == 1 {
					return "", 0
				}
				return s[1:i], i + 1
			}
		case c <= ' ', c == GapMark:
			return "", 0
		}
	}
	return "", 0
}

// links gives the tokens between the brackets of a link its url and turns
// every other bracket into text.
func links(tokens []token) {
	var open []int
	for i := range tokens {
		t := &tokens[i]
		switch t.bracket {
		case '[':
			open = append(open, i)
		case ']':
			if t.url != "" && len(open) > 0 {
				start := open[len(open)-1]
				if i > start+1 {
					for k := start + 1; k < i; k++ {
						tokens[k].span.URL = t.url
					}
					tokens[start] = token{}
					*t = token{}
					open = open[:0] // a link holds no link
					continue
				}
			}
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
	}
	for i := range tokens {
		if t := &tokens[i]; t.bracket != 0 {
			*t = token{span: Span{Kind: Text, Text: string(t.bracket) + expandTabs(t.span.Text), URL: t.span.URL}}
		}
	}
}

// flatten appends the tokens as spans; neighbours of one look become one.
func (p *parser) flatten(tokens []token) {
	for _, t := range tokens {
		s := t.span
		if t.stars > 0 {
			s.Kind, s.Text = Text, strings.Repeat("*", t.stars)
		}
		switch s.Kind {
		case Code, Math:
			for i, part := range strings.Split(s.Text, string(GapMark)) {
				if i > 0 {
					p.add(Span{Kind: Gap, Emphasis: s.Emphasis, Strong: s.Strong})
				}
				piece := s
				piece.Text = expandTabs(strings.ReplaceAll(part, "\n", " "))
				p.add(piece)
			}
		case Break:
			p.add(Span{Kind: Break})
		default:
			p.add(s)
		}
	}
	p.join()
}

// add appends a span; a text of the look of the last one is kept for join.
func (p *parser) add(s Span) {
	switch s.Kind {
	case Text, Code, Math:
		if s.Text == "" {
			return
		}
	}
	if n := len(p.spans); n > 0 && s.Kind == Text {
		last := &p.spans[n-1]
		if last.Kind == Text && last.Emphasis == s.Emphasis && last.Strong == s.Strong && last.URL == s.URL {
			p.more = append(p.more, s.Text)
			return
		}
	}
	p.join()
	p.spans = append(p.spans, s)
}

// join appends the texts that add kept to the last span.
func (p *parser) join() {
	if len(p.more) > 0 {
		last := &p.spans[len(p.spans)-1]
		last.Text += strings.Join(p.more, "")
		p.more = p.more[:0]
	}
}
