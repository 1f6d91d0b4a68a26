package export

import (
	"math"
	"slices"

	tex "recto/decks/markup/math"
)

// atom says which space a part of a formula wants beside others.
type atom uint8

const (
	plainAtom atom = iota
	binaryAtom
	relationAtom
	openingAtom
	closingAtom
	commaAtom
	operatorAtom // ∑, sin
	innerAtom    // a fraction
	emptyAtom
)

// classesOf returns the atoms of a sequence. An operator with nothing before it
// is a sign, as that of a negative number.
func classesOf(nodes []tex.Node) []atom {
	out := make([]atom, len(nodes))
	before := openingAtom
	for i, n := range nodes {
		out[i] = atomOf(n)
		if out[i] == binaryAtom && (before == openingAtom || before == binaryAtom || before == relationAtom || before == commaAtom || before == operatorAtom || i+1 == len(nodes)) {
			out[i] = plainAtom
		}
		if out[i] != emptyAtom {
			before = out[i]
		}
	}
	return out
}

func atomOf(n tex.Node) atom {
	switch n.Kind {
	case tex.Script:
		if n.Kids[0].Empty() {
			return plainAtom
		}
		return atomOf(n.Kids[0])
	case tex.Row:
		if len(n.Kids) == 1 {
			return atomOf(n.Kids[0])
		}
	case tex.Fraction, tex.Fence, tex.Table:
		return innerAtom
	case tex.Space:
		return emptyAtom
	case tex.Symbol:
		return atoms[n.Class]
	}
	return plainAtom
}

var atoms = map[tex.Class]atom{
	tex.Binary: binaryAtom, tex.Relation: relationAtom, tex.Open: openingAtom, tex.Close: closingAtom,
	tex.Punctuation: commaAtom, tex.Big: operatorAtom, tex.Function: operatorAtom,
}

// between is the space between two parts, in millimetres: The TeXbook, chapter
// 18, in eighteenths of an em.
func (k *mathSetter) between(a, b atom) float64 {
	const thin, medium, thick = 3.0 / 18, 4.0 / 18, 5.0 / 18
	switch {
	case a == emptyAtom || b == emptyAtom:
		return 0
	case a == operatorAtom && (b == plainAtom || b == operatorAtom) || b == operatorAtom && (a == plainAtom || a == closingAtom || a == innerAtom):
		return k.em(thin)
	case k.tight:
		return 0
	case a == relationAtom && b == relationAtom || a == openingAtom || b == closingAtom || b == commaAtom:
		return 0
	case a == relationAtom || b == relationAtom:
		return k.em(thick)
	case a == binaryAtom || b == binaryAtom:
		return k.em(medium)
	case a == commaAtom, a == innerAtom && b != openingAtom, b == innerAtom && a != operatorAtom:
		return k.em(thin)
	}
	return 0
}

// fenced sets a formula between delimiters that are as high as it.
func (k *mathSetter) fenced(left string, body *formula, right string) *formula {
	axis := k.axis()
	half := max(body.above-axis, body.below+axis)
	f := &formula{}
	if left != "" {
		f.behind(k.delimiter(left, half))
	}
	f.behind(body)
	if right != "" {
		f.behind(k.delimiter(right, half))
	}
	return f
}

// delimiter sets a sign that reaches half its height above and below the
// middle of the line: square ones and high ones are drawn, others are larger
// letters.
func (k *mathSetter) delimiter(sign string, half float64) *formula {
	plain := k.text(sign, k.family())
	high := (plain.above + plain.below) / 2
	f := &formula{}
	if slices.Contains([]string{"[", "]", "⌊", "⌋", "⌈", "⌉", "|", "‖"}, sign) {
		k.square(f, sign, max(high, half))
		return f
	}
	if bend := bends[sign]; bend != nil && half > 1.15*high {
		k.curve(f, bend, half)
		return f
	}
	if half > high && high > 0 {
		larger := *k
		larger.size *= min(half/high, 6)
		plain = larger.text(sign, k.family())
	}
	f.width = plain.width
	f.put(plain, 0, (plain.above-plain.below)/2-k.axis())
	return f
}

// square draws a delimiter with lines.
func (k *mathSetter) square(f *formula, sign string, half float64) {
	thick, arm := k.em(ruleWidth)*1.2, k.em(0.17)
	top, bottom := -k.axis()-half, -k.axis()+half
	f.width = k.em(0.33)
	x := k.em(0.12)
	if sign == "]" || sign == "⌋" || sign == "⌉" {
		x, arm = f.width-x, -arm
	}
	if sign == "|" || sign == "‖" {
		x = f.width / 2
	}
	f.line(x, top, x, bottom, thick)
	if sign == "‖" {
		f.line(x+k.em(0.14), top, x+k.em(0.14), bottom, thick)
		f.width += k.em(0.14)
	}
	edge := x
	if arm > 0 {
		edge -= thick / 2
	} else {
		edge += thick / 2
	}
	if slices.Contains([]string{"[", "]", "⌈", "⌉"}, sign) {
		f.line(edge, top+thick/2, x+arm, top+thick/2, thick)
	}
	if slices.Contains([]string{"[", "]", "⌊", "⌋"}, sign) {
		f.line(edge, bottom-thick/2, x+arm, bottom-thick/2, thick)
	}
}

// bend is the shape of a high delimiter: how far from its left it stands, in em,
// at a height from -1 at its top to 1, and how thick it is there, 0 to 1.
type bend func(y float64) (x, thick float64)

// bends are the delimiters that are drawn as curves: letters of that size would
// be far too dark.
var bends = map[string]bend{
	"(": round,
	")": mirrored(round),
	"{": brace,
	"}": mirrored(brace),
	"⟨": angle,
	"⟩": mirrored(angle),
}

// bendWidth is the width of such a delimiter, in em.
const bendWidth = 0.3

func round(y float64) (x, thick float64) { return bendWidth * y * y, 1 - y*y }

func angle(y float64) (x, thick float64) { return bendWidth * max(y, -y), 0.3 }

func brace(y float64) (x, thick float64) {
	u := max(y, -y) // 0 at its point, 1 at its ends
	const middle = bendWidth * 0.5
	return middle + middle*math.Pow(u, 8) - middle*math.Pow(1-u, 8), 0.9 - 0.6*max(u, 1-u)
}

func mirrored(b bend) bend {
	return func(y float64) (x, thick float64) {
		x, thick = b(y)
		return bendWidth - x, thick
	}
}

// curve draws a delimiter in short lines.
func (k *mathSetter) curve(f *formula, b bend, half float64) {
	const steps = 32
	thin, thick := k.em(ruleWidth)*0.7, k.em(ruleWidth)*1.1
	f.width = k.em(bendWidth + 0.14)
	at := func(i int) (x, y, weight float64) {
		y = float64(2*i)/steps - 1
		x, weight = b(y)
		return k.em(x + 0.07), y*half - k.axis(), thin + weight*thick
	}
	for i := range steps {
		x1, y1, w1 := at(i)
		x2, y2, w2 := at(i + 1)
		over := 0.08 * (y2 - y1) // so that no gap shows between two lines
		f.line(x1, y1-over, x2, y2+over, (w1+w2)/2)
	}
}

// standing are the signs that look like combining characters and stand alone,
// so that they can be put above any letter.
var standing = map[string]string{
	"\u0300": "`", "\u0301": "´", "\u0302": "ˆ", "\u0303": "˜", "\u0306": "˘", "\u0307": "˙", "\u0308": "¨", "\u030a": "˚", "\u030c": "ˇ",
}

// accent puts a sign or a line over (one: under) a formula.
func (k *mathSetter) accent(n tex.Node) *formula {
	f := k.node(n.Kids[0])
	lean := 0.0
	if n.Kids[0].Style == tex.Italic {
		lean = k.em(0.07)
	}
	thick := k.em(ruleWidth)
	y := -f.above - k.em(0.1)
	left, right := k.em(0.04)+lean, f.width-k.em(0.02)+lean
	switch n.Text {
	case "\u0304", "\u0305":
		f.line(left, y, right, y, thick)
	case "\u0332":
		y = f.below + k.em(0.1)
		f.line(left-lean, y, right-lean, y, thick)
	case "\u20d7", "\u20e1":
		y -= k.em(0.05)
		right = max(right, left+k.em(0.45))
		f.line(left, y, right, y, thick)
		head := k.em(0.11)
		f.line(right-head, y-head*0.7, right+thick*0.3, y, thick)
		f.line(right-head, y+head*0.7, right+thick*0.3, y, thick)
		if n.Text == "\u20e1" {
			f.line(left+head, y-head*0.7, left-thick*0.3, y, thick)
			f.line(left+head, y+head*0.7, left-thick*0.3, y, thick)
		}
	default:
		sign, known := standing[n.Text]
		if !known {
			sign = n.Text
		}
		g := k.text(sign, k.family())
		f.put(g, (f.width-g.width)/2+lean, -f.above-k.em(0.06)-g.below)
	}
	return f
}
