package math

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Unicode returns a tree as one line: powers and indices in the characters
// that Unicode has for them, else behind ^ and _; fractions with a slash; with
// brackets where the line could be read in another way. Operators that stand
// in a fraction, a root or a power have no spaces around them.
func Unicode(n Node) string {
	if n.Kind == Raw {
		return n.Text
	}
	l := liner{}
	return strings.TrimSpace(l.one(n).text)
}

// liner writes trees as lines.
type liner struct {
	tight bool // no spaces around operators
}

// item is a node as text, and how it behaves towards its neighbours.
type item struct {
	text        string
	left, right Class  // of what it begins and ends with
	closed      string // the text in brackets, to be used beside a factor; "" when it never has to
	fraction    bool   // its text has a slash
	root        bool   // its text has a bare root sign
	scripted    bool
	leads       bool // it begins with a power
	space       bool
	raw         bool
	loose       bool // it is more than a product
	factors     int
}

// closed returns an item in brackets.
func closed(text string) item {
	return item{text: "(" + text + ")", left: Open, right: Close, factors: 1}
}

// compact returns the text of a node without spaces around operators.
func (l *liner) compact(n Node) string { return l.tightly(n).text }

func (l *liner) tightly(n Node) item {
	before := l.tight
	l.tight = true
	it := l.one(n)
	l.tight = before
	return it
}

// one returns the item of a node.
func (l *liner) one(n Node) item {
	switch n.Kind {
	case Row:
		return l.row(n.Kids)
	case Symbol:
		return symbolItem(n)
	case Fraction:
		return l.fraction(n)
	case Binomial:
		return item{text: "C(" + l.compact(n.Kids[0]) + "," + l.compact(n.Kids[1]) + ")", right: Close, factors: 2}
	case Root:
		return l.root(n)
	case Script:
		return l.scripts(n)
	case Accent:
		return item{text: accented(l.compact(n.Kids[0]), n.Text), factors: 1}
	case Fence:
		it := item{text: n.Left + l.one(n.Kids[0]).text + n.Right, left: Open, right: Close, factors: 1}
		it.loose = n.Left == "" || n.Right == ""
		return it
	case Table:
		return l.table(n)
	case Space:
		return item{text: strings.Repeat(" ", blanks(n.Em)), space: true, loose: true}
	}
	return item{text: n.Text, left: Function, right: Function, raw: true, loose: true, factors: 1}
}

// blanks returns how many spaces stand for a width in em.
func blanks(em float64) int {
	switch {
	case em <= 0:
		return 0
	case em < 1:
		return 1
	}
	return 2
}

func symbolItem(n Node) item {
	it := item{text: n.Text, left: n.Class, right: n.Class, factors: 1}
	switch n.Class {
	case Function:
		it.loose = true
		if n.Limits || limitFunctions[n.Text] {
			it.left, it.right = Big, Big
		}
	case Binary, Relation, Punctuation, Big:
		it.loose = true
	}
	if n.Text == "!" || n.Text == "" {
		it.factors = 0
	}
	if n.Text == "/" || strings.Contains(n.Text, " ") {
		it.loose = true
	}
	return it
}

// row joins the items of a sequence.
func (l *liner) row(nodes []Node) item {
	items := make([]item, 0, len(nodes))
	for _, n := range nodes {
		items = append(items, l.one(n))
	}
	if len(items) == 1 {
		return items[0]
	}
	signs(items)
	whole := item{}
	var b strings.Builder
	depth, last := 0, ' '
	for i := range items {
		before, after := neighbour(items, i-1), neighbour(items, i+1)
		it := beside(items[i], before, after)
		if before != nil && !it.space && it.text != "" && last != ' ' && !strings.HasPrefix(it.text, " ") && l.gap(*before, it) {
			b.WriteByte(' ')
		}
		b.WriteString(it.text)
		if it.text != "" {
			last = rune(it.text[len(it.text)-1])
		}
		items[i] = it
		if it.text == "" {
			continue
		}
		switch {
		case it.left == Open && it.right == Open:
			depth++
		case it.left == Close && it.right == Close:
			if depth = max(depth-1, 0); depth == 0 {
				whole.factors++
			}
		case depth == 0:
			whole.factors += it.factors
			whole.loose = whole.loose || it.loose || it.fraction
		}
	}
	whole.text = b.String()
	if n := len(items); n > 0 && whole.factors == 1 && !whole.loose && items[0].left == Open && items[n-1].right == Close {
		whole.left, whole.right = Open, Close
	}
	return whole
}

// signs makes an operator that stands between no two things a sign.
func signs(items []item) {
	for i := range items {
		if items[i].left != Binary {
			continue
		}
		before, after := neighbour(items, i-1), neighbour(items, i+1)
		if before == nil || after == nil || !thing(before.right) && before.right != Close && !before.raw ||
			after.left == Relation || after.left == Close || after.left == Punctuation {
			items[i].left, items[i].right = Ordinary, Ordinary
			items[i].loose, items[i].factors = false, 0
		}
	}
}

// neighbour returns an item, nil when there is none.
func neighbour(items []item, i int) *item {
	if i < 0 || i >= len(items) {
		return nil
	}
	return &items[i]
}

// beside returns an item as it has to be written between two others.
func beside(it item, before, after *item) item {
	multiplied := before != nil && !before.space && (thing(before.right) || before.right == Close || before.right == Function)
	multiplies := after != nil && !after.space && after.left != Binary && after.left != Relation && after.left != Close && after.left != Punctuation
	plain := false
	switch {
	case it.closed == "":
		plain = true
	case it.fraction:
		plain = !multiplies && (!multiplied || mixed(it, before))
	case it.root:
		plain = !multiplies
	default: // one of the fractions that are a character
		plain = (!multiplied || before.right == Number || before.right == Function) && (!multiplies || after.left != Number)
	}
	if plain {
		return it
	}
	c := item{text: it.closed, left: Open, right: Close, factors: 1}
	if it.root {
		c.left, c.leads = Ordinary, it.leads
	}
	return c
}

// thing reports whether something of a class is what an operator stands between.
func thing(c Class) bool { return c == Ordinary || c == Number }

// mixed reports whether a fraction is the second part of a mixed number.
func mixed(it item, before *item) bool {
	return before != nil && before.right == Number && !before.scripted && !before.space &&
		strings.Trim(it.text, "0123456789/") == ""
}

// gap reports whether a space stands between two items.
func (l *liner) gap(a, b item) bool {
	if a.space || b.space {
		return false
	}
	if !l.tight {
		switch {
		case a.right == Relation && b.left == Relation:
			return false
		case a.right == Relation, b.left == Relation:
			return true
		case a.right == Binary, b.left == Binary, a.right == Punctuation:
			return true
		}
	}
	switch {
	case b.leads && (thing(a.right) || a.right == Close):
		return true
	case a.right == Number && b.fraction && mixed(b, &a):
		return true
	case a.right == Big:
		return thing(b.left) || b.left == Function
	case a.right == Function:
		return thing(b.left) || b.left == Function || b.left == Big
	case b.left == Function, b.left == Big:
		return thing(a.right) || a.right == Close
	}
	return false
}

// accented puts a combining character on each character of a text.
func accented(s, mark string) string {
	var b strings.Builder
	pending := false
	for _, r := range s {
		if pending && !unicode.In(r, unicode.M) {
			b.WriteString(mark)
		}
		b.WriteRune(r)
		pending = r != ' ' && (pending || !unicode.In(r, unicode.M))
	}
	if pending {
		b.WriteString(mark)
	}
	return norm.NFC.String(b.String())
}

// table returns the cells of a table, rows behind each other.
func (l *liner) table(n Node) item {
	before := l.tight
	l.tight = l.tight || n.Left != "" && n.Right != ""
	var b strings.Builder
	b.WriteString(n.Left)
	for i, r := range n.Kids {
		if i > 0 {
			b.WriteString("; ")
		}
		for j, cell := range r.Kids {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strings.TrimSpace(l.one(cell).text))
		}
	}
	b.WriteString(n.Right)
	l.tight = before
	it := item{text: b.String(), factors: 1, loose: n.Left == "" || n.Right == ""}
	if !it.loose {
		it.left, it.right = Open, Close
	}
	return it
}
