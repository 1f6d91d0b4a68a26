package export

import (
	"recto/decks/markup"
	tex "recto/decks/markup/math"
)

// formula returns mathematics as pieces of a line, width millimetres wide:
// built of two dimensions where the fonts say how far letters reach, else as
// one line of text. What cannot be read stays as it was written.
func (s *setter) formula(span markup.Span, f Font, width float64) []piece {
	tree := tex.Parse(span.Text)
	ink, known := s.m.(Inker)
	if tree.Kind == tex.Raw {
		return cutText(s.m, s.clean(span.Text, f.Style), f)
	}
	if !known {
		f.Style |= Italic
		return cutText(s.m, s.clean(tex.Unicode(tree), f.Style), f)
	}
	k := &mathSetter{s: s, m: ink, around: f.Style, size: f.Size}
	pieces := k.pieces(tree, f)
	for i, p := range pieces {
		if p.width <= width { // where it can be, it is set as it is
			continue
		}
		smaller := *k
		smaller.size = max(f.Size*width/p.width, least)
		all := smaller.pieces(tree, f)
		pieces[i] = all[i]
	}
	return pieces
}

// least is the smallest size of mathematics, in points.
const least = 5.0

// pieces sets a formula, in parts: a line may end after a relation or an
// operator that stands in no brackets.
func (k *mathSetter) pieces(tree tex.Node, f Font) []piece {
	if tree.Kind != tex.Row {
		tree = tex.Node{Kind: tex.Row, Kids: []tex.Node{tree}}
	}
	var out []piece
	now, from := &formula{}, 0
	end := func(to int, gap float64, stop stop) {
		now.say(tex.Unicode(tex.Node{Kind: tex.Row, Kids: tree.Kids[from:to]}), f.Size)
		p := piece{font: f, width: now.width, box: now, look: drawing, stop: stop}
		if gap > 0 {
			p.space, p.gap = " ", gap
		}
		out = append(out, p)
		now, from = &formula{}, to
	}
	classes := classesOf(tree.Kids)
	for i, n := range tree.Kids {
		now.behind(k.node(n))
		if i+1 == len(tree.Kids) {
			break
		}
		gap := k.between(classes[i], classes[i+1])
		if (classes[i] == relationAtom || classes[i] == binaryAtom) && gap > 0 {
			end(i+1, gap, maybe)
			continue
		}
		now.width += gap
	}
	end(len(tree.Kids), 0, glued)
	return out
}
