package math

import (
	"strings"
	"unicode"
)

// vulgar are the fractions that are one character.
var vulgar = map[string]string{
	"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘",
	"1/6": "⅙", "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞", "1/9": "⅑", "1/10": "⅒",
}

// fraction returns a fraction with a slash; what is above and below stands in
// brackets unless it is a product above, one factor or a differential below.
func (l *liner) fraction(n Node) item {
	above, below := l.tightly(n.Kids[0]), l.tightly(n.Kids[1])
	if v := vulgar[above.text+"/"+below.text]; v != "" {
		return item{text: v, left: Number, right: Ordinary, closed: "(" + above.text + "/" + below.text + ")", factors: 1}
	}
	top, bottom := above.text, below.text
	if above.loose || above.fraction || top == "" {
		top = "(" + top + ")"
	}
	if below.loose || below.fraction || below.factors != 1 && !differential(n.Kids[1]) || vulgarEnd(bottom) {
		bottom = "(" + bottom + ")"
	}
	text := top + "/" + bottom
	return item{text: text, closed: "(" + text + ")", fraction: true, factors: 1}
}

// vulgarEnd reports whether a text is a fraction of one character.
func vulgarEnd(s string) bool {
	for _, v := range vulgar {
		if s == v {
			return true
		}
	}
	return false
}

// differential reports whether a node is dx, ∂x² or the like.
func differential(n Node) bool {
	if n.Kind != Row || len(n.Kids) != 2 {
		return false
	}
	d, x := n.Kids[0], n.Kids[1]
	if x.Kind == Script {
		x = x.Kids[0]
	}
	return d.Kind == Symbol && (d.Text == "d" || d.Text == "∂") && x.Kind == Symbol && x.Class == Ordinary
}

// root returns a root; what is under the sign stands in brackets unless it is
// one letter or number.
func (l *liner) root(n Node) item {
	body := l.tightly(n.Kids[0])
	sign := "√"
	it := item{root: true, factors: 1}
	if len(n.Kids) > 1 {
		switch degree := l.compact(n.Kids[1]); degree {
		case "2":
		case "3":
			sign = "∛"
		case "4":
			sign = "∜"
		default:
			if up := shifted(degree, raised(), "^"); strings.HasPrefix(up, "^") {
				sign = "√[" + degree + "]"
				it.text = sign + inBrackets(body)
				return it
			} else {
				sign, it.leads = up+"√", true
			}
		}
	}
	if body.factors == 1 && !body.loose && !body.scripted && body.closed == "" && body.left != Open && single(body.text) || number(body.text) {
		it.text, it.closed = sign+body.text, sign+"("+body.text+")"
		return it
	}
	it.text = sign + inBrackets(body)
	return it
}

// inBrackets returns the text of an item in round brackets; one that has them
// already gets no more.
func inBrackets(it item) string {
	if it.left == Open && it.right == Close && !it.scripted && strings.HasPrefix(it.text, "(") && strings.HasSuffix(it.text, ")") {
		return it.text
	}
	return "(" + it.text + ")"
}

// number reports whether a text is a number.
func number(s string) bool { return s != "" && strings.Trim(s, "0123456789.,") == "" }

// single reports whether a text is one character, with its marks.
func single(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.M) {
			n++
		}
	}
	return n == 1
}
