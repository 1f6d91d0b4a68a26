package math

import "unicode/utf8"

// fence reads what stands between \left and \right.
func (p *parser) fence() Node {
	if !p.deeper() {
		return Node{}
	}
	defer p.shallower()
	n := Node{Kind: Fence}
	var ok bool
	if n.Left, ok = p.delimiter(); !ok {
		return p.fail()
	}
	kids := p.row(0)
	for p.command() == "middle" {
		p.pos += len(`\middle`)
		sign, ok := p.delimiter()
		if !ok {
			return p.fail()
		}
		kids = append(append(kids, symbol(sign, Relation)), p.row(0)...)
	}
	if p.command() != "right" {
		return p.fail()
	}
	p.pos += len(`\right`)
	if n.Right, ok = p.delimiter(); !ok {
		return p.fail()
	}
	n.Kids = []Node{row(kids)}
	return n
}

// delimiter reads a delimiter; a point stands for none.
func (p *parser) delimiter() (text string, ok bool) {
	p.spaces()
	if p.pos >= len(p.src) {
		return "", false
	}
	if p.src[p.pos] == '\\' {
		name := p.command()
		if name == "" && p.pos+1 < len(p.src) {
			name = p.src[p.pos+1 : p.pos+2]
		}
		p.pos += 1 + len(name)
		text, ok = look().delimiters[name]
		return text, ok
	}
	r, size := utf8.DecodeRuneInString(p.src[p.pos:])
	p.pos += size
	switch r {
	case '.':
		return "", true
	case '<':
		return "⟨", true
	case '>':
		return "⟩", true
	case '(', ')', '[', ']', '|', '/', '⟨', '⟩', '⌊', '⌋', '⌈', '⌉', '‖':
		return string(r), true
	}
	return "", false
}

// delimiterSign reads the delimiter behind \big.
func (p *parser) delimiterSign() Node {
	text, ok := p.delimiter()
	if !ok {
		return p.fail()
	}
	return symbol(text, look().classes[text])
}

// environment reads what stands between \begin and \end.
func (p *parser) environment() Node {
	if !p.deeper() {
		return Node{}
	}
	defer p.shallower()
	name := p.verbatim()
	around, ok := environments[name]
	if !ok {
		return p.fail()
	}
	if name == "array" {
		p.verbatim() // how the columns are set
	}
	rows := p.rows()
	if p.command() != "end" {
		return p.fail()
	}
	p.pos += len(`\end`)
	if p.verbatim() != name {
		return p.fail()
	}
	return table(rows, around)
}

// rows reads the cells of a table.
func (p *parser) rows() [][]Node {
	rows := [][]Node{nil}
	for {
		cell := row(p.row(0))
		last := len(rows) - 1
		rows[last] = append(rows[last], cell)
		if p.bad || p.pos >= len(p.src) {
			return rows
		}
		switch {
		case p.src[p.pos] == '&':
			p.pos++
		case p.command() == "cr":
			p.pos += len(`\cr`)
			rows = append(rows, nil)
		case p.src[p.pos] == '\\' && p.command() == "":
			p.pos += len(`\\`)
			rows = append(rows, nil)
		default:
			return rows
		}
	}
}

// table makes a node of rows; an empty last one is left out.
func table(rows [][]Node, around [2]string) Node {
	if last := rows[len(rows)-1]; len(rows) > 1 && len(last) == 1 && last[0].Empty() {
		rows = rows[:len(rows)-1]
	}
	n := Node{Kind: Table, Left: around[0], Right: around[1]}
	for _, cells := range rows {
		n.Columns = max(n.Columns, len(cells))
		n.Kids = append(n.Kids, Node{Kind: Row, Kids: cells})
	}
	return n
}

// environments are the tables, with what stands around them.
var environments = map[string][2]string{
	"matrix": {}, "pmatrix": {"(", ")"}, "bmatrix": {"[", "]"}, "Bmatrix": {"{", "}"},
	"vmatrix": {"|", "|"}, "Vmatrix": {"‖", "‖"}, "smallmatrix": {}, "array": {},
	"cases": {"{", ""}, "aligned": {}, "align": {}, "align*": {}, "gathered": {}, "split": {},
}
