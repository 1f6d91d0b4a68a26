package query

import "strings"

// pattern is a name as it was written, perhaps with stars.
type pattern struct {
	text  string   // as written, without quotes
	stars bool     // a star stands for any characters
	parts []string // folded, what stands between the stars
}

func newPattern(text string, inQuotes bool) pattern {
	p := pattern{text: text, stars: !inQuotes && strings.Contains(text, "*")}
	if !p.stars {
		p.parts = []string{Fold(text)}
		return p
	}
	for _, part := range strings.Split(text, "*") {
		p.parts = append(p.parts, Fold(part))
	}
	return p
}

// is reports whether the pattern matches a whole name.
func (p pattern) is(name string) bool { return p.fits(Fold(name)) }

// below reports whether the pattern matches a name, or one that it stands
// below.
func (p pattern) below(name string) bool {
	name = Fold(name)
	if p.fits(name) {
		return true
	}
	for i := 1; i < len(name); i++ {
		if (name[i] == '/' || strings.HasPrefix(name[i:], "::")) && p.fits(name[:i]) {
			return true
		}
	}
	return false
}

// fits reports whether the pattern matches a whole folded name.
func (p pattern) fits(name string) bool {
	first, last := p.parts[0], p.parts[len(p.parts)-1]
	if len(p.parts) == 1 {
		return name == first
	}
	rest, ok := strings.CutPrefix(name, first)
	if !ok {
		return false
	}
	for _, part := range p.parts[1 : len(p.parts)-1] {
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return strings.HasSuffix(rest, last)
}

func (p pattern) write(b *strings.Builder) {
	if p.stars || !strings.Contains(p.text, "*") && plainValue(p.text) {
		b.WriteString(p.text)
		return
	}
	b.WriteString(quoted(p.text))
}
