package query

import (
	"fmt"
	"slices"
	"strings"
)

// Limits of a query.
const (
	maxLength = 4096 // bytes
	maxDepth  = 100  // parentheses and negations in each other
)

// Parse reads a query. Its errors are of type *Error.
func Parse(text string) (Query, error) {
	if len(text) > maxLength {
		return Query{}, &Error{Query: text, From: maxLength, To: len(text), Message: fmt.Sprintf("a query has at most %d bytes", maxLength)}
	}
	if !valid(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	tokens, err := scan(text)
	if err != nil {
		return Query{}, err
	}
	p := parser{query: text, tokens: tokens}
	if p.tokens[0].kind == end {
		return Query{}, nil
	}
	root, err := p.either()
	if err != nil {
		return Query{}, err
	}
	if t := p.tokens[0]; t.kind == closing {
		return Query{}, p.fault(t, "this parenthesis closes none", "")
	}
	return Query{root}, nil
}

// parser reads tokens; the one to read is the first.
type parser struct {
	query  string
	tokens []token
	last   token // that was taken
	depth  int
}

// take returns the token to read, and goes on. The end stays.
func (p *parser) take() token {
	t := p.tokens[0]
	if t.kind != end {
		p.tokens = p.tokens[1:]
	}
	p.last = t
	return t
}

func (p *parser) fault(t token, message, hint string) error {
	return &Error{Query: p.query, From: t.from, To: t.to, Message: message, Hint: hint}
}

// either reads terms with "or" between them.
func (p *parser) either() (node, error) {
	var parts []node
	for {
		n, err := p.every()
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
		if p.tokens[0].kind != or {
			return either(parts...), nil
		}
		p.take()
	}
}

// every reads one term or more.
func (p *parser) every() (node, error) {
	var parts []node
	for {
		n, err := p.single()
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
		switch p.tokens[0].kind {
		case and:
			p.take()
		case end, closing, or:
			return every(parts...), nil
		}
	}
}

// single reads a term, a negated one, or what stands in parentheses.
func (p *parser) single() (node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.fault(p.tokens[0], "parentheses and negations are nested too deeply", "")
	}
	defer func() { p.depth-- }()
	before := p.last
	switch t := p.take(); t.kind {
	case minus:
		return p.negated(t)
	case open:
		if p.tokens[0].kind == closing {
			return nil, p.fault(p.tokens[0], "there is nothing in the parentheses", textHint("()"))
		}
		n, err := p.either()
		if err == nil && p.take().kind != closing {
			err = p.fault(t, "this parenthesis is not closed", textHint("("))
		}
		return n, err
	case term:
		if name := strings.ToLower(before.value); before.bare() && t.bare() && signOf(t.value) != "" && slices.Contains(fields, name) {
			return nil, p.fault(t, "no space stands before the sign of a field", "for example "+examples[name])
		}
		return p.term(t)
	case closing:
		return nil, p.fault(t, "a term is missing before this parenthesis", "")
	case end:
		return nil, p.fault(t, "a term is missing at the end", "")
	default:
		word := p.query[t.from:t.to]
		return nil, p.fault(t, fmt.Sprintf("a term is missing before %q", word), textHint(word))
	}
}

// negated reads what stands behind a minus or a not.
func (p *parser) negated(t token) (node, error) {
	sign := p.query[t.from:t.to]
	next := p.tokens[0]
	if next.kind == end || next.kind == closing || sign == "-" && next.from != t.to {
		return nil, p.fault(t, fmt.Sprintf("nothing stands behind %q that a card must not match", sign), textHint(sign))
	}
	n, err := p.single()
	return not{n}, err
}

// textHint says how to search for something as text.
func textHint(text string) string { return "to search for it as text write " + quoted(visible(text)) }
