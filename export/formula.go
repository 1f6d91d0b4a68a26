package export

// formula is mathematics that was set: what it shows, with its origin at the
// beginning of its baseline, and the room that it takes in millimetres. The
// heights are those of the ink.
type formula struct {
	Page
	width, above, below float64
}

// put sets g with its origin at x, y in f, y downwards, and makes f as high.
func (f *formula) put(g *formula, x, y float64) {
	g.shift(x, y)
	f.add(&g.Page)
	f.above, f.below = max(f.above, g.above-y), max(f.below, g.below+y)
}

// behind sets g behind f.
func (f *formula) behind(g *formula) {
	f.put(g, f.width, 0)
	f.width += g.width
}

// line draws a line of f, which reaches as far as it.
func (f *formula) line(x1, y1, x2, y2, thickness float64) {
	f.Rules = append(f.Rules, Rule{x1, y1, x2, y2, thickness, black})
	f.above, f.below = max(f.above, thickness/2-min(y1, y2)), max(f.below, thickness/2+max(y1, y2))
}

// say tells what a formula says where its letters do not: where some stand
// above others or have lines between them.
func (f *formula) say(text string, size float64) {
	flat := len(f.Rules) == 0
	for _, t := range f.Texts {
		flat = flat && t.Y == 0
	}
	if flat {
		return
	}
	font := Font{Aloud, size}
	f.Texts = append(append([]Text{{Font: font, Text: text}}, f.Texts...), Text{X: f.width, Font: font})
}

// rise is the space that a formula needs above a line of a size in points
// beyond what the line has, drop that below it.
func (f *formula) rise(size float64) float64 {
	return max(0, f.above-0.86*size*mmPerPoint)
}

func (f *formula) drop(size float64) float64 {
	return max(0, f.below-0.34*size*mmPerPoint)
}
