package math

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// MaxSource is the length of a formula in bytes; a longer one is Raw.
	MaxSource = 8 << 10

	// MaxDepth is how deep groups and arguments may stand in each other.
	MaxDepth = 32
)

// Parse reads a formula, what stands between two dollar signs. What it cannot
// read is Raw in the tree, or the whole tree is; the package comment says when.
// Bytes that are no UTF-8 are U+FFFD.
func Parse(source string) Node {
	if !utf8.ValidString(source) { // two halves of a character would become one where a space between them goes
		source = strings.ToValidUTF8(source, "\uFFFD")
	}
	if len(source) > MaxSource {
		return Node{Kind: Raw, Text: source}
	}
	p := parser{src: source}
	n := Node{Kind: Row, Kids: p.row(0)}
	if p.bad || p.pos < len(source) {
		return Node{Kind: Raw, Text: source}
	}
	return n
}

// parser reads a formula from the left to the right.
type parser struct {
	src   string
	pos   int
	depth int
	bad   bool // the formula cannot be read; pos stands at its end
}

// fail gives the formula up.
func (p *parser) fail() Node {
	p.bad, p.pos = true, len(p.src)
	return Node{}
}

// deeper counts a level and reports whether it may be entered; shallower ends it.
func (p *parser) deeper() bool {
	p.depth++
	if p.depth > MaxDepth {
		p.fail()
	}
	return !p.bad
}

func (p *parser) shallower() { p.depth-- }

// row reads nodes to the end of what they stand in: a closing brace, a cell, a
// line, an environment, a right delimiter, or the byte until (0 for none). What
// ends it is left for the caller.
func (p *parser) row(until byte) []Node {
	var nodes []Node
	for {
		p.spaces()
		if p.pos >= len(p.src) || p.src[p.pos] == until || p.atEnd() {
			return nodes
		}
		n, shown := p.node()
		if p.bad {
			return nil
		}
		if shown {
			nodes = append(nodes, n)
		}
	}
}

// ends are the commands that end a row.
var ends = set("right", "middle", "end", "cr")

// atEnd reports whether what comes next ends a row.
func (p *parser) atEnd() bool {
	rest := p.src[p.pos:]
	return rest[0] == '}' || rest[0] == '&' || strings.HasPrefix(rest, `\\`) ||
		ends[p.command()]
}

// node reads an atom with its index and its power. Not shown is what only
// changes the look, \displaystyle.
func (p *parser) node() (n Node, shown bool) {
	base := Node{}
	if c := p.src[p.pos]; c != '^' && c != '_' && c != '\'' {
		if unseen[p.command()] {
			p.pos += 1 + len(p.command())
			return Node{}, false
		}
		base = p.atom()
	}
	return p.scripts(base), true
}

// scripts reads what is raised or lowered behind a base.
func (p *parser) scripts(base Node) Node {
	var below, above []Node
	limits, hasBelow, hasAbove := hasLimits(base), false, false
	for !p.bad {
		before := p.pos
		p.spaces()
		if p.pos >= len(p.src) {
			break
		}
		c := p.src[p.pos]
		switch {
		case c == '\'' && !hasAbove:
			above = append(above, symbol("′", Ordinary))
			p.pos++
			continue
		case c == '^' && !hasAbove:
			p.pos++
			above, hasAbove = append(above, kidsOf(p.argument())...), true
			continue
		case c == '_' && !hasBelow:
			p.pos++
			below, hasBelow = kidsOf(p.argument()), true
			continue
		case c == '^', c == '_', c == '\'':
			return p.fail()
		}
		if name := p.command(); name == "limits" || name == "nolimits" {
			limits = name == "limits"
			p.pos += 1 + len(name)
			continue
		}
		p.pos = before
		break
	}
	if !hasBelow && above == nil {
		return base
	}
	n := script(base, row(below), row(above))
	n.Limits = limits
	return n
}

// hasLimits reports whether what is raised and lowered at a base stands above
// and below it.
func hasLimits(n Node) bool {
	return n.Limits || n.Kind == Symbol && (n.Class == Big && !strings.ContainsAny(n.Text, "∫∬∭∮") || limitFunctions[n.Text])
}

// kidsOf returns what a node adds to a row that it is put into.
func kidsOf(n Node) []Node {
	if n.Kind == Row {
		return n.Kids
	}
	return []Node{n}
}

// atom reads a group, a command, a number or a sign.
func (p *parser) atom() Node {
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	switch {
	case r == '{':
		return p.group()
	case r == '\\':
		return p.escape()
	case r >= '0' && r <= '9':
		return p.number()
	}
	start := p.pos
	p.pos += size
	p.marks()
	return p.sign(r, start)
}

// number reads digits, with a point or a comma between two of them.
func (p *parser) number() Node {
	start := p.pos
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		if c == '.' || c == ',' {
			if p.pos+1 == len(p.src) || !digit(p.src[p.pos+1]) {
				break
			}
		} else if !digit(c) {
			break
		}
		p.pos++
	}
	return symbol(p.src[start:p.pos], Number)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// marks takes what belongs to the character before it: combining marks,
// joiners and what they join.
func (p *parser) marks() {
	joined := false
	for p.pos < len(p.src) {
		r, size := utf8.DecodeRuneInString(p.src[p.pos:])
		if !unicode.In(r, unicode.M) && r != '\u200d' && !joined {
			return
		}
		joined = r == '\u200d'
		p.pos += size
	}
}

// sign returns the node of a character that was read from start on.
func (p *parser) sign(r rune, start int) Node {
	text := p.src[start:p.pos]
	switch {
	case r == '~':
		return Node{Kind: Space, Em: 0.33}
	case r == '|' && p.spaced(start):
		return symbol("|", Relation)
	case r == ':':
		if p.pos < len(p.src) && p.src[p.pos] == ' ' {
			return symbol(":", Punctuation)
		}
		return symbol(":", Ordinary)
	}
	if s, ok := plainSigns[text]; ok {
		return symbol(s.text, s.class)
	}
	n := symbol(text, look().classes[text])
	if unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek) {
		n.Style = Italic
	}
	return n
}

// spaced reports whether there is space on both sides of a sign.
func (p *parser) spaced(start int) bool {
	return start > 0 && p.src[start-1] == ' ' && p.pos < len(p.src) && p.src[p.pos] == ' '
}

// group reads what stands in braces.
func (p *parser) group() Node {
	if !p.deeper() {
		return Node{}
	}
	defer p.shallower()
	p.pos++
	kids := p.row(0)
	if p.bad || p.pos >= len(p.src) || p.src[p.pos] != '}' {
		return p.fail()
	}
	p.pos++
	n := row(kids)
	if n.Kind == Symbol && (n.Class == Binary || n.Class == Relation || n.Class == Punctuation) {
		n.Class = Ordinary // as the comma of 3{,}14
	}
	return n
}

// argument reads what a command or a power applies to: a group, a command, or
// one character.
func (p *parser) argument() Node {
	p.spaces()
	if p.pos >= len(p.src) || !p.deeper() {
		return p.fail()
	}
	defer p.shallower()
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	switch r {
	case '}', '&', '^', '_', '\'':
		return p.fail()
	case '{', '\\':
		if p.atEnd() {
			return p.fail()
		}
		return p.atom()
	}
	start := p.pos
	p.pos += size
	p.marks()
	if r >= '0' && r <= '9' {
		return symbol(p.src[start:p.pos], Number)
	}
	return p.sign(r, start)
}

// option reads what stands in square brackets; there may be none.
func (p *parser) option() (n Node, ok bool) {
	p.spaces()
	if p.pos >= len(p.src) || p.src[p.pos] != '[' || !p.deeper() {
		return Node{}, false
	}
	defer p.shallower()
	p.pos++
	kids := p.row(']')
	if p.bad || p.pos >= len(p.src) || p.src[p.pos] != ']' {
		return p.fail(), false
	}
	p.pos++
	return row(kids), true
}

// verbatim reads what stands in braces as it is written, without the braces.
func (p *parser) verbatim() string {
	p.spaces()
	end := p.groupEnd(p.pos, '{', '}')
	if end < 0 {
		p.fail()
		return ""
	}
	text := p.src[p.pos+1 : end-1]
	p.pos = end
	return text
}

// groupEnd returns where a group that opens at i is over, -1 when none does or
// it never is.
func (p *parser) groupEnd(i int, open, closed byte) int {
	if i >= len(p.src) || p.src[i] != open {
		return -1
	}
	depth := 0
	for ; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case open:
			depth++
		case closed:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// spaces skips what means nothing.
func (p *parser) spaces() {
	for p.pos < len(p.src) && strings.IndexByte(" \t\n\r", p.src[p.pos]) >= 0 {
		p.pos++
	}
}

// command returns the name of the command that comes next, a run of letters
// without its backslash; "" when none does.
func (p *parser) command() string {
	if p.pos >= len(p.src) || p.src[p.pos] != '\\' {
		return ""
	}
	end := p.pos + 1
	for end < len(p.src) && letter(p.src[end]) {
		end++
	}
	return p.src[p.pos+1 : end]
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
