package query

import "strings"

// node is a part of a query.
type node interface {
	match(it *Item, now *Now) bool
	needs() Needs
	write(b *strings.Builder)
}

// all matches what each of its parts matches: two or more, none of them an all.
type all []node

// some matches what one of its parts matches: two or more, none of them a some.
type some []node

// not matches what its part does not.
type not struct{ of node }

// every returns the conjunction of parts.
func every(parts ...node) node {
	var flat all
	for _, p := range parts {
		if inner, ok := p.(all); ok {
			flat = append(flat, inner...)
		} else {
			flat = append(flat, p)
		}
	}
	if len(flat) == 1 {
		return flat[0]
	}
	return flat
}

// either returns the disjunction of parts.
func either(parts ...node) node {
	var flat some
	for _, p := range parts {
		if inner, ok := p.(some); ok {
			flat = append(flat, inner...)
		} else {
			flat = append(flat, p)
		}
	}
	if len(flat) == 1 {
		return flat[0]
	}
	return flat
}

func (a all) match(it *Item, now *Now) bool {
	for _, n := range a {
		if !n.match(it, now) {
			return false
		}
	}
	return true
}

func (s some) match(it *Item, now *Now) bool {
	for _, n := range s {
		if n.match(it, now) {
			return true
		}
	}
	return false
}

func (n not) match(it *Item, now *Now) bool { return !n.of.match(it, now) }

func (a all) needs() Needs  { return needsOf(a) }
func (s some) needs() Needs { return needsOf(s) }
func (n not) needs() Needs  { return n.of.needs() }

func needsOf(nodes []node) (all Needs) {
	for _, n := range nodes {
		all |= n.needs()
	}
	return all
}

func (a all) write(b *strings.Builder) {
	for i, n := range a {
		if i > 0 {
			b.WriteByte(' ')
		}
		_, weak := n.(some)
		enclosed(b, n, weak)
	}
}

func (s some) write(b *strings.Builder) {
	for i, n := range s {
		if i > 0 {
			b.WriteString(" or ")
		}
		n.write(b)
	}
}

func (n not) write(b *strings.Builder) {
	b.WriteByte('-')
	switch n.of.(type) {
	case all, some:
		enclosed(b, n.of, true)
	default:
		n.of.write(b)
	}
}

// enclosed writes a node, in parentheses if they are needed.
func enclosed(b *strings.Builder, n node, parentheses bool) {
	if !parentheses {
		n.write(b)
		return
	}
	b.WriteByte('(')
	n.write(b)
	b.WriteByte(')')
}
