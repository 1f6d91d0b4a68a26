package export

// block is a part of a page before its place is known: a question, a heading.
// Its origin is its upper left corner. It stands in one piece unless no page
// is tall enough; then it is cut where cuts allow.
type block struct {
	Page             // what it shows; Width and Height are unused
	design *design   // nil for the ordinary one
	height float64   //
	before float64   // space above, not at the top of a page
	cuts   []float64 // heights at which it may be cut, ascending
	answer []line    // what is said elsewhere on its page; see answersOn
	foldAt float64   // how far below its top the answer belongs
}

// block returns an empty block of the sheet.
func (d *design) block() *block { return &block{design: d} }

// looks is the design of a block.
func (b *block) looks() *design {
	if b.design == nil {
		return &ordinary
	}
	return b.design
}

// base is the distance of the first baseline from the top of a line.
func base(height, size float64) float64 {
	return height - (height-size*mmPerPoint)/2 - 0.22*size*mmPerPoint
}

// skip leaves space at the end of the block.
func (b *block) skip(h float64) { b.height += h }

// lines sets lines of a font size at the end of the block, x from its left.
func (b *block) lines(lines []line, x float64, size float64, ink Ink) {
	b.spaced(lines, x, size, b.looks().leading(size), ink)
}

// spaced is lines with a line height of its own.
func (b *block) spaced(lines []line, x, size, height float64, ink Ink) {
	for _, l := range lines {
		b.lower(l.above)
		b.height += l.above
		b.at(l, x, b.height+base(height, size), ink)
		b.height += height + l.below
		b.mayCut()
	}
}

// lower moves what stands beside the next line, as the number of a question
// does, down with it.
func (b *block) lower(by float64) {
	if by == 0 {
		return
	}
	for i := range b.Texts {
		if b.Texts[i].Y > b.height {
			b.Texts[i].Y += by
		}
	}
	for i := range b.Shapes {
		if b.Shapes[i].Y > b.height {
			b.Shapes[i].Y += by
		}
	}
}

// mayCut says that the block may be cut where it ends now.
func (b *block) mayCut() { b.cuts = append(b.cuts, b.height) }

// at sets one line with its baseline at y and leaves the height alone.
func (b *block) at(l line, x, y float64, ink Ink) {
	for _, r := range l.runs {
		if r.box != nil {
			b.formula(r.box, x+r.x, y, ink)
			continue
		}
		t := Text{X: x + r.x, Y: y, Font: r.font, Ink: ink, Text: r.text}
		switch r.look {
		case blank:
			t.X += blankMargin
		case aside:
			t.Ink = b.looks().grey
		}
		b.Texts = append(b.Texts, t)
	}
}

// formula draws mathematics with its baseline at y.
func (b *block) formula(f *formula, x, y float64, ink Ink) {
	var p Page
	p.add(&f.Page)
	p.shift(x, y)
	for i := range p.Texts {
		p.Texts[i].Ink = ink
	}
	for i := range p.Rules {
		p.Rules[i].Ink = ink
	}
	b.add(&p)
}

// rule draws a line to write on.
func (b *block) rule(x1, y, x2 float64) {
	b.Rules = append(b.Rules, Rule{x1, y, x2, y, b.looks().pen, black})
}

// hairline draws a thin line between parts.
func (b *block) hairline(x1, y, x2 float64) {
	b.Rules = append(b.Rules, Rule{x1, y, x2, y, b.looks().fine, b.looks().faint})
}

// box draws a box to mark, or a circle, around a middle height y.
func (b *block) box(x, y, size float64, round bool) {
	b.Shapes = append(b.Shapes, Shape{x, y - size/2, size, size, b.looks().pen * 1.3, black, round})
}

// append puts c below b.
func (b *block) append(c *block) {
	c.shift(0, b.height)
	b.add(&c.Page)
	for _, cut := range c.cuts {
		b.cuts = append(b.cuts, b.height+cut)
	}
	if len(c.answer) > 0 {
		b.answer, b.foldAt = c.answer, b.height+c.foldAt
	}
	b.height += c.height
}

// cut divides b at the last cut that leaves at most room above it, and two
// lines on either side where it can. Where there is none, everything stays
// above.
func (b *block) cut(room float64) (head, tail *block) {
	at := b.cutAt(room)
	if at == 0 || at >= b.height {
		return b, nil
	}
	head = &block{design: b.design, height: at, before: b.before, answer: b.answer, foldAt: b.foldAt}
	tail = &block{design: b.design, height: b.height - at}
	side := func(y float64) *block {
		if y <= at {
			return head
		}
		return tail
	}
	for _, t := range b.Texts {
		s := side(t.Y)
		s.Texts = append(s.Texts, t)
	}
	for _, r := range b.Rules {
		if r.X1 == r.X2 && r.Y1 < at && r.Y2 > at { // a bar beside text goes on
			head.Rules = append(head.Rules, Rule{r.X1, r.Y1, r.X2, at, r.Thickness, r.Ink})
			tail.Rules = append(tail.Rules, Rule{r.X1, at, r.X2, r.Y2, r.Thickness, r.Ink})
			continue
		}
		s := side(r.Y1)
		s.Rules = append(s.Rules, r)
	}
	for _, v := range b.Shapes {
		s := side(v.Y)
		s.Shapes = append(s.Shapes, v)
	}
	for _, h := range b.Headings {
		s := side(h.Y)
		s.Headings = append(s.Headings, h)
	}
	for _, im := range b.Images {
		s := side(im.Y)
		s.Images = append(s.Images, im)
	}
	for _, c := range b.cuts {
		if c > at {
			tail.cuts = append(tail.cuts, c-at)
		}
	}
	tail.shift(0, -at)
	return head, tail
}

// cutAt returns the height of the best cut with at most room above it, 0 for
// none.
func (b *block) cutAt(room float64) float64 {
	at, kept := 0.0, 0.0
	for i, c := range b.cuts {
		if c > room+slack {
			break
		}
		at = c
		if i >= 1 && len(b.cuts)-i > 2 {
			kept = c
		}
	}
	if kept > at/2 { // a lone line is better than half a page that stays empty
		return kept
	}
	return at
}
