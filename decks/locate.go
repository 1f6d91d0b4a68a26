package decks

import (
	"bytes"
	"strconv"
	"strings"
)

// node is where a key and its value stand in a file that is TOML.
type node struct {
	key   int // offset of the key; of a table in an array: of its header or '{'
	value int // offset of the value; of a table with a header: of that
	past  int // offset behind the key; of a table in an array: behind its header
	end   int // offset behind the value; of a table with a header: behind that
	names map[string]*node
	items []*node
	used  bool // a value or a header was given to it, not just keys below it
	whole bool // its value stands behind a '=': nothing can be added to it
}

// steps lead from the top of a file to a value: names of keys and, for items
// of arrays, their numbers from 0.
type steps []any

// at returns the node at the end of a path, or the nearest one above it that
// stands in the file.
func (n *node) at(p steps) *node {
	for _, step := range p {
		var next *node
		switch step := step.(type) {
		case string:
			next = n.names[step]
		case int:
			if step >= 0 && step < len(n.items) {
				next = n.items[step]
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

// locator builds the nodes of a file. The file has passed the scan, so its
// nesting is bounded.
type locator struct {
	scanner
	level     int // of nested values
	past      int // offset behind the part of a key that was read last
	duplicate *duplicate
}

// duplicate is the first key or table that stands twice.
type duplicate struct{ first, second int }

// locate returns the tree of the text, and its first duplicate or nil. Of a
// text that is no TOML it is the tree up to where that shows.
func locate(text []byte) (*node, *duplicate) {
	l := &locator{scanner: scanner{src: text}}
	root := &node{names: map[string]*node{}}
	l.file(root)
	return root, l.duplicate
}

func (l *locator) file(root *node) {
	current := root
	for {
		l.skipBlank()
		if l.i >= len(l.src) {
			return
		}
		if l.src[l.i] == '[' {
			current = l.table(root)
		} else {
			l.keyValue(current)
		}
		l.skipLine()
	}
}

// table reads a header and returns the node of the table that it opens.
func (l *locator) table(root *node) *node {
	start := l.i
	l.i++
	array := l.i < len(l.src) && l.src[l.i] == '['
	if array {
		l.i++
	}
	parent, name, at := l.keyPath(root)
	child := parent.child(name, at)
	end := l.i
	for end < len(l.src) && l.src[end] == ']' && end < l.i+2 {
		end++
	}
	if array {
		if child.used && (child.items == nil || child.whole) {
			l.twice(child.key, at)
		}
		child.used = true
		item := &node{key: start, value: start, past: end, end: end, names: map[string]*node{}, used: true}
		child.value, child.past, child.end = start, end, end
		child.items = append(child.items, item)
		return item
	}
	if child.used {
		l.twice(child.key, at)
	}
	child.used = true
	child.value, child.past, child.end = start, end, end
	return child
}

// keyValue reads key = value into a table.
func (l *locator) keyValue(table *node) {
	parent, name, at := l.keyPath(table)
	child, there := parent.names[name]
	if there {
		l.twice(child.key, at)
		child = &node{key: at}
	} else {
		child = parent.child(name, at)
	}
	child.used, child.whole, child.past = true, true, l.past
	l.skipSpace()
	if l.i >= len(l.src) || l.src[l.i] != '=' {
		return
	}
	l.i++
	l.skipSpace()
	l.valueOf(child)
}

// keyPath reads a key and returns the table that its last part belongs to,
// that part and its offset.
func (l *locator) keyPath(table *node) (parent *node, name string, at int) {
	for {
		l.skipSpace()
		at = l.i
		name = keyText(l.keyPart())
		l.past = l.i
		l.skipSpace()
		if l.i >= len(l.src) || l.src[l.i] != '.' {
			return table, name, at
		}
		l.i++
		table = table.child(name, at)
		if table.whole {
			l.twice(table.key, at)
		}
		if len(table.items) > 0 {
			table = table.items[len(table.items)-1]
		}
	}
}

// child returns the node of a name below n, a new one that stands at the
// offset at when there is none.
func (n *node) child(name string, at int) *node {
	if n.names == nil {
		n.names = map[string]*node{}
	}
	child := n.names[name]
	if child == nil {
		child = &node{key: at, value: at}
		n.names[name] = child
	}
	return child
}

func (l *locator) twice(first, second int) {
	if l.duplicate == nil {
		l.duplicate = &duplicate{first, second}
	}
}

// valueOf reads a value into its node.
func (l *locator) valueOf(n *node) {
	n.value = l.i
	if l.i >= len(l.src) || l.level > maxNesting { // deeper only where it is no TOML
		return
	}
	l.level++
	defer func() {
		l.level--
		n.end = n.value + len(bytes.TrimRight(l.src[n.value:l.i], " \t\r"))
	}()
	switch l.src[l.i] {
	case '"', '\'':
		l.text()
	case '[':
		l.array(n)
	case '{':
		l.inlineTable(n)
	default:
		for l.i < len(l.src) && !strings.ContainsRune(",]}#\n", rune(l.src[l.i])) {
			l.i++
		}
	}
}

func (l *locator) array(n *node) {
	for l.i++; ; {
		l.skipBlank()
		if l.i >= len(l.src) {
			return
		}
		switch l.src[l.i] {
		case ']':
			l.i++
			return
		case ',':
			l.i++
		case '}':
			return
		default:
			item := &node{key: l.i, used: true}
			n.items = append(n.items, item)
			l.valueOf(item)
			item.past = item.end
		}
	}
}

func (l *locator) inlineTable(n *node) {
	if n.names == nil {
		n.names = map[string]*node{}
	}
	for l.i++; ; {
		l.skipBlank()
		if l.i >= len(l.src) {
			return
		}
		switch c := l.src[l.i]; {
		case c == '}':
			l.i++
			return
		case c == ',':
			l.i++
		case isBare(c), c == '"', c == '\'':
			l.keyValue(n)
		default:
			return
		}
	}
}

// keyText returns what the bytes of one part of a key say.
func keyText(part []byte) string {
	if len(part) < 2 || part[0] != '"' && part[0] != '\'' {
		return string(part)
	}
	inside := part[1 : len(part)-1]
	if part[0] == '\'' || bytes.IndexByte(inside, '\\') < 0 {
		return string(inside)
	}
	return unescape(inside)
}

// unescape decodes the escapes of a basic string that is TOML.
func unescape(s []byte) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 >= len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		digits := 0
		switch s[i] {
		case 'b':
			b.WriteByte('\b')
		case 't':
			b.WriteByte('\t')
		case 'n':
			b.WriteByte('\n')
		case 'f':
			b.WriteByte('\f')
		case 'r':
			b.WriteByte('\r')
		case 'e':
			b.WriteByte('\x1b')
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		default:
			b.WriteByte(s[i])
		}
		if digits > 0 && i+digits < len(s) {
			b.WriteRune(hexRune(s[i+1 : i+1+digits]))
			i += digits
		}
	}
	return b.String()
}

// hexRune returns the character of hexadecimal digits, -1 when they are none.
func hexRune(digits []byte) rune {
	code, err := strconv.ParseUint(string(digits), 16, 31)
	if err != nil {
		return -1
	}
	return rune(code)
}
