package export

import (
	tex "recto/decks/markup/math"
)

// mathSetter sets the nodes of a formula. The rules are those of TeX (The
// TeXbook, appendix G) with one size for all places of a kind.
type mathSetter struct {
	s      *setter
	m      Inker
	around Style   // of the text around the formula
	size   float64 // of letters, in points
	tight  bool    // in a power or an index: no space around operators
}

// The proportions of formulas, in em of their letters.
const (
	fractionSize = 0.8  // of what stands in a fraction, as a share of what is around it
	scriptSize   = 0.7  // of a power or an index
	bigSize      = 1.45 // of ∑ and the like
	ruleWidth    = 0.05
	ruleGap      = 0.11 // between a line and what is above or below it
	raise        = 0.38 // of a power, at least
	lower        = 0.17 // of an index, at least
	scriptGap    = 0.14 // between a power and an index
	sideGap      = 0.06 // beside a fraction, behind a power
)

// em is a share of the size in millimetres.
func (k *mathSetter) em(share float64) float64 { return share * k.size * mmPerPoint }

// sized returns a setter for smaller letters.
func (k *mathSetter) sized(share float64, tight bool) *mathSetter {
	smaller := *k
	smaller.size = max(min(least, k.size), k.size*share)
	smaller.tight = tight
	return &smaller
}

// axis is how far the middle of a line of mathematics, where its lines of
// fractions are, stands above the baseline.
func (k *mathSetter) axis() float64 {
	above, below := k.m.Ink("+", Font{k.family(), k.size})
	return (above - below) / 2
}

// family is what the styles of letters are added to.
func (k *mathSetter) family() Style { return k.around & Legible }

// node sets a node.
func (k *mathSetter) node(n tex.Node) *formula {
	switch n.Kind {
	case tex.Row:
		return k.row(n.Kids)
	case tex.Symbol:
		return k.symbol(n)
	case tex.Fraction:
		return k.fraction(n, true)
	case tex.Binomial:
		return k.fenced("(", k.fraction(n, false), ")")
	case tex.Root:
		return k.root(n)
	case tex.Script:
		return k.script(n)
	case tex.Accent:
		return k.accent(n)
	case tex.Fence:
		return k.fenced(n.Left, k.node(n.Kids[0]), n.Right)
	case tex.Table:
		return k.fenced(n.Left, k.padded(k.table(n), 0.08), n.Right)
	case tex.Space:
		return &formula{width: k.em(n.Em)}
	}
	return k.text(n.Text, k.around)
}

func (k *mathSetter) row(nodes []tex.Node) *formula {
	f := &formula{}
	classes := classesOf(nodes)
	for i, n := range nodes {
		if i > 0 {
			f.width += k.between(classes[i-1], classes[i])
		}
		f.behind(k.node(n))
	}
	return f
}

// text sets letters.
func (k *mathSetter) text(text string, style Style) *formula {
	font := Font{style, k.size}
	text = k.s.clean(text, style)
	f := &formula{width: k.m.Width(text, font)}
	if text != "" {
		f.Texts = []Text{{Font: font, Ink: black, Text: text}}
		f.above, f.below = k.m.Ink(text, font)
	}
	return f
}

func (k *mathSetter) symbol(n tex.Node) *formula {
	style := k.family()
	switch n.Style {
	case tex.Italic:
		style |= Italic
	case tex.Bold:
		style |= Bold
	case tex.Words:
		style = k.around
	}
	if n.Class != tex.Big {
		return k.text(n.Text, style)
	}
	big := k.sized(bigSize, k.tight)
	f, g := &formula{}, big.text(n.Text, style)
	f.width = g.width
	f.put(g, 0, (g.above-g.below)/2-k.axis()) // its middle on that of the line
	return f
}

// fraction sets one part above the other, with a line between them.
func (k *mathSetter) fraction(n tex.Node, line bool) *formula {
	inner := k.sized(fractionSize, k.tight)
	above, below := inner.node(n.Kids[0]), inner.node(n.Kids[1])
	thick, gap := k.em(ruleWidth), k.em(ruleGap)
	wide := max(above.width, below.width) + 2*k.em(sideGap)
	f := &formula{width: wide + 2*k.em(sideGap)}
	middle := -k.axis()
	// Small letters stand as high above the line as large ones do.
	f.put(above, (f.width-above.width)/2, middle-thick/2-gap-max(above.below, inner.em(0.02)))
	f.put(below, (f.width-below.width)/2, middle+thick/2+gap+max(below.above, inner.em(0.6)))
	if line {
		f.line(k.em(sideGap), middle, k.em(sideGap)+wide, middle, thick)
	}
	return f
}

// root draws its sign with lines: up, steeply down, steeply up, and along.
func (k *mathSetter) root(n tex.Node) *formula {
	body := k.node(n.Kids[0])
	thick := k.em(ruleWidth)
	top := -max(body.above, k.em(0.5)) - k.em(ruleGap) - thick/2
	bottom := max(body.below, 0) + k.em(0.04)
	sign, middle := k.em(0.55), bottom-(bottom-top)*0.42
	f, x := &formula{}, 0.0
	if len(n.Kids) > 1 && !n.Kids[1].Empty() {
		degree := k.sized(scriptSize*0.8, true).node(n.Kids[1])
		x = max(0, degree.width-k.em(0.18))
		f.put(degree, x+k.em(0.18)-degree.width, middle-k.em(0.14)-degree.below)
	}
	f.line(x, middle+k.em(0.06), x+k.em(0.13), middle, thick*0.8)
	f.line(x+k.em(0.12), middle, x+k.em(0.29), bottom, thick*1.5)
	f.line(x+k.em(0.28), bottom+thick*0.3, x+sign-k.em(0.1), top, thick*0.8)
	f.line(x+sign-k.em(0.12), top, x+sign+body.width+k.em(0.05), top, thick)
	f.put(body, x+sign, 0)
	f.width = x + sign + body.width + k.em(0.1)
	f.above += k.em(0.04)
	return f
}

// script sets a base with its power and index, behind it or above and below.
func (k *mathSetter) script(n tex.Node) *formula {
	base, small := k.node(n.Kids[0]), k.sized(scriptSize, true)
	if primes := primesOf(n.Kids[2]); primes != "" && n.Kids[1].Empty() { // they are raised as they are
		base.width += k.em(0.09)
		base.behind(k.text(primes, k.family()))
		return base
	}
	below, above := small.node(n.Kids[1]), small.node(n.Kids[2])
	f := &formula{}
	if n.Limits {
		f.width = max(base.width, below.width, above.width)
		up, down := base.above+k.em(ruleGap), base.below+k.em(ruleGap)
		f.put(base, (f.width-base.width)/2, 0)
		if above.width > 0 {
			f.put(above, (f.width-above.width)/2, -up-above.below)
		}
		if below.width > 0 {
			f.put(below, (f.width-below.width)/2, down+below.above)
		}
		return f
	}
	up, down := k.em(raise), k.em(lower)
	if n.Kids[0].Kind != tex.Symbol || n.Kids[0].Class == tex.Big { // high bases carry them at their corners
		up, down = max(up, base.above-small.em(0.45)), max(down, base.below+small.em(0.1))
	}
	up = max(up, above.below+k.em(0.12))
	if above.width > 0 && below.width > 0 {
		down = max(down, k.em(0.24), above.below-up+below.above+k.em(scriptGap))
	}
	lean := 0.0
	if n.Kids[0].Style == tex.Italic {
		lean = k.em(0.06) // slanted letters reach to the right at their top
	}
	f.behind(base)
	x := f.width
	f.put(above, x+lean+k.em(0.02), -up)
	f.put(below, x+k.em(0.02), down)
	f.width = x + max(above.width+lean, below.width) + k.em(sideGap)
	return f
}

// primesOf returns a power that is nothing but primes, "" for any other.
func primesOf(n tex.Node) (primes string) {
	kids := n.Kids
	if n.Kind == tex.Symbol {
		kids = []tex.Node{n}
	}
	for _, kid := range kids {
		if kid.Text != "′" {
			return ""
		}
		primes += kid.Text
	}
	return primes
}

// table sets rows of cells, the whole of it around the middle of a line.
func (k *mathSetter) table(n tex.Node) *formula {
	columns := make([]float64, n.Columns)
	cells := make([][]*formula, len(n.Kids))
	for r, row := range n.Kids {
		for c, cell := range row.Kids {
			cells[r] = append(cells[r], k.node(cell))
			columns[c] = max(columns[c], cells[r][c].width)
		}
	}
	gap := k.em(0.8)
	if n.Left == "" && n.Right == "" {
		gap = k.em(0.28) // equations below each other
	}
	f, y := &formula{}, 0.0
	for r, row := range cells {
		above, below := k.em(0.7), k.em(0.25)
		for _, cell := range row {
			above, below = max(above, cell.above), max(below, cell.below)
		}
		if r > 0 {
			y += k.em(0.3)
		}
		y += above
		x := 0.0
		for c, cell := range row {
			f.put(cell, x+(columns[c]-cell.width)*k.side(n, c), y)
			x += columns[c] + gap
		}
		y += below
	}
	f.width = -gap
	for _, w := range columns {
		f.width += w + gap
	}
	f.width = max(0, f.width)
	centred := &formula{width: f.width}
	centred.put(f, 0, -y/2-k.axis())
	return centred
}

// padded gives a formula space at both sides, in em.
func (k *mathSetter) padded(f *formula, em float64) *formula {
	out := &formula{width: f.width + 2*k.em(em)}
	out.put(f, k.em(em), 0)
	return out
}

// side says where cells stand in their column, 0 at its left to 1: those of
// equations meet at their relations, those of cases stand left.
func (k *mathSetter) side(n tex.Node, column int) float64 {
	switch {
	case n.Left == "" && n.Right == "":
		return float64((column + 1) % 2)
	case n.Right == "":
		return 0
	}
	return 0.5
}
