package math

import (
	"strings"
	"unicode/utf8"
)

// unseen are the commands that change nothing but a size or a place.
var unseen = set("displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "nonumber", "notag", "centering")

// sizes are the commands that make the delimiter behind them larger.
var sizes = set("big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr", "bigm", "Bigm", "biggm", "Biggm")

// limitFunctions are the functions that have what is lowered below them.
var limitFunctions = set("lim", "lim sup", "lim inf", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// escape reads what a backslash begins.
func (p *parser) escape() Node {
	start := p.pos
	name := p.command()
	if name == "" {
		return p.escapedSign()
	}
	p.pos += 1 + len(name)
	t := look()
	if s, ok := t.symbols[name]; ok {
		return Node{Kind: Symbol, Text: s.text, Class: s.class, Style: s.style}
	}
	if text, ok := t.functions[name]; ok {
		return symbol(text, Function)
	}
	if mark, ok := t.accents[name]; ok {
		return Node{Kind: Accent, Text: mark, Kids: []Node{p.argument()}}
	}
	if em, ok := spaces[name]; ok {
		return Node{Kind: Space, Em: em}
	}
	if a, ok := t.alphabets[name]; ok {
		return p.alphabet(a)
	}
	if sizes[name] {
		return p.delimiterSign()
	}
	if n, ok := p.structure(name); ok {
		return n
	}
	return p.unknown(start)
}

// structure reads the commands that take arguments.
func (p *parser) structure(name string) (Node, bool) {
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		return p.two(Fraction), true
	case "binom", "dbinom", "tbinom":
		return p.two(Binomial), true
	case "sqrt":
		return p.root(), true
	case "text", "textrm", "textnormal", "textup", "textsf", "texttt", "mbox", "hbox":
		return Node{Kind: Symbol, Text: words(p.verbatim()), Style: Words}, true
	case "textit", "emph":
		return Node{Kind: Symbol, Text: words(p.verbatim()), Style: Italic}, true
	case "textbf":
		return Node{Kind: Symbol, Text: words(p.verbatim()), Style: Bold}, true
	case "operatorname":
		return p.operator(), true
	case "left":
		return p.fence(), true
	case "begin":
		return p.environment(), true
	case "not":
		return p.negated(), true
	case "pmod", "mod", "bmod":
		return p.modulo(name), true
	case "overset", "stackrel":
		above, base := p.pair()
		return Node{Kind: Script, Limits: true, Kids: []Node{base, {}, above}}, true
	case "underset":
		below, base := p.pair()
		return Node{Kind: Script, Limits: true, Kids: []Node{base, below, {}}}, true
	case "xrightarrow", "xleftarrow":
		return p.arrow(name), true
	case "underbrace", "overbrace":
		n := p.argument()
		return Node{Kind: Row, Kids: kidsOf(n), Limits: true}, true
	}
	return Node{}, false
}

// pair reads two arguments.
func (p *parser) pair() (first, second Node) {
	first = p.argument()
	return first, p.argument()
}

// two reads the two arguments of a fraction or a binomial coefficient.
func (p *parser) two(k Kind) Node {
	above, below := p.pair()
	return Node{Kind: k, Kids: []Node{above, below}}
}

// root reads a root behind its command.
func (p *parser) root() Node {
	degree, ok := p.option()
	n := Node{Kind: Root, Kids: []Node{p.argument()}}
	if ok && !degree.Empty() {
		n.Kids = append(n.Kids, degree)
	}
	return n
}

// operator reads the name of a function.
func (p *parser) operator() Node {
	n := symbol("", Function)
	starred := strings.HasPrefix(p.src[p.pos:], "*")
	if starred {
		p.pos++
	}
	n.Text = strings.TrimSpace(words(p.verbatim()))
	n.Limits = starred
	return n
}

// negated reads the relation behind \not.
func (p *parser) negated() Node {
	n := p.argument()
	if n.Kind != Symbol || n.Text == "" {
		return p.fail()
	}
	if negated := look().negations[n.Text]; negated != "" {
		n.Text = negated
	} else {
		n.Text += "\u0338"
	}
	return n
}

// modulo reads what is behind \pmod, \mod and \bmod.
func (p *parser) modulo(name string) Node {
	mod := symbol("mod", Binary)
	if name == "bmod" {
		return mod
	}
	mod.Class = Function
	if name == "mod" {
		return mod
	}
	inside := append([]Node{mod}, kidsOf(p.argument())...)
	fence := Node{Kind: Fence, Left: "(", Right: ")", Kids: []Node{{Kind: Row, Kids: inside}}}
	return Node{Kind: Row, Kids: []Node{{Kind: Space, Em: 1}, fence}}
}

// arrow reads an arrow that something stands on.
func (p *parser) arrow(name string) Node {
	sign := "→"
	if name == "xleftarrow" {
		sign = "←"
	}
	below, _ := p.option()
	return Node{Kind: Script, Limits: true, Kids: []Node{symbol(sign, Relation), below, p.argument()}}
}

// escapedSign reads a backslash before a sign.
func (p *parser) escapedSign() Node {
	if p.pos+1 >= len(p.src) {
		return p.fail()
	}
	r, size := utf8.DecodeRuneInString(p.src[p.pos+1:])
	p.pos += 1 + size
	if em, ok := spaces[string(r)]; ok {
		return Node{Kind: Space, Em: em}
	}
	switch r {
	case '{':
		return symbol("{", Open)
	case '}':
		return symbol("}", Close)
	case '|':
		return symbol("‖", Ordinary)
	case '%', '$', '#', '&', '_', '*', ':':
		return symbol(string(r), Ordinary)
	}
	return Node{Kind: Raw, Text: p.src[p.pos-1-size : p.pos]}
}

// unknown returns a command as written, with the groups behind it.
func (p *parser) unknown(start int) Node {
	for p.pos < len(p.src) {
		end := p.groupEnd(p.pos, '{', '}')
		if end < 0 {
			end = p.groupEnd(p.pos, '[', ']')
		}
		if end < 0 {
			break
		}
		p.pos = end
	}
	return Node{Kind: Raw, Text: p.src[start:p.pos]}
}

// words returns the text of \text: a backslash before a sign is taken away,
// and so are braces.
func words(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && !letter(s[i+1]) && s[i+1] < utf8.RuneSelf:
			i++
			b.WriteByte(s[i])
		case c == '{', c == '}':
		case c == '~':
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
