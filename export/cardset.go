package export

// cardSet is how the parts of a card's side are set.
type cardSet struct {
	*sheet
	width   float64 // millimetres
	picture float64 // the greatest height of a picture
	size    float64 // of the type, points
	left    bool    // flush left instead of in the middle
}

// parts sets parts below each other at the end of a block and returns how wide
// the widest line is.
func (c cardSet) parts(b *block, parts []cardPart) (widest float64, err error) {
	indent := 0.0
	for _, p := range parts {
		if p.label != "" {
			f := Font{p.style | Bold, partSize(p, c.size)}
			indent = max(indent, c.m.Width(p.label, f)+1.8)
		}
	}
	for i, p := range parts {
		at := partSize(p, c.size)
		if i > 0 {
			b.skip(p.above * cardLeading(at))
		}
		if p.image != "" {
			if err := c.cardPicture(b, p, c.width, c.picture); err != nil {
				return 0, err
			}
			continue
		}
		x, f := 0.0, Font{p.style, at}
		if p.label != "" {
			x = indent
			b.Texts = append(b.Texts, Text{0, b.height + base(cardLeading(at), at), Font{p.style | Bold, at}, p.ink, p.label})
		}
		for _, l := range c.lines(p.spans, f, c.width-x, 14) {
			shift := x
			if !c.left {
				shift = (c.width - l.width) / 2
			}
			widest = max(widest, x+l.width)
			height := cardLeading(at)
			if p.spaced {
				height *= 1.1
			}
			b.spaced([]line{l}, shift, at, height, p.ink)
		}
	}
	return widest, nil
}

// betweenColumns is the distance of two columns of a card, in millimetres.
const betweenColumns = 4.0

// columns is parts with those from one index to another in two columns, the
// second of which begins with a part.
func (c cardSet) columns(b *block, parts []cardPart, from, second, to int) (widest float64, err error) {
	if widest, err = c.parts(b, parts[:from]); err != nil {
		return 0, err
	}
	above := func(p cardPart) { b.skip(p.above * cardLeading(partSize(p, c.size))) }
	if from > 0 {
		above(parts[from])
	}
	half := c
	half.width = (c.width - betweenColumns) / 2
	top, x := b.height, 0.0
	for _, column := range [][]cardPart{parts[from:second], parts[second:to]} {
		side := &block{}
		w, err := half.parts(side, column)
		if err != nil {
			return 0, err
		}
		widest = max(widest, x+w)
		b.height = max(b.height, top+side.height)
		side.shift(x, top)
		b.add(&side.Page)
		x = half.width + betweenColumns
	}
	if to == len(parts) {
		return widest, nil
	}
	above(parts[to])
	w, err := c.parts(b, parts[to:])
	return max(widest, w), err
}

// listOf returns which parts can stand in two columns, and where the second
// one begins: the other sides of a matching question, or the second half of
// four or more options or items. second is 0 where there are none.
func listOf(parts []cardPart) (from, second, to int) {
	for from < len(parts) && parts[from].label == "" {
		from++
	}
	for to = from; to < len(parts) && parts[to].label != ""; to++ {
		if parts[to].second {
			second = to
		}
	}
	if second == 0 && to-from >= 4 {
		second = (from + to + 1) / 2
	}
	return from, second, to
}

// partSize is the type of a part; none is smaller than the smallest.
func partSize(p cardPart, size float64) float64 { return max(leastCardSize, size*p.scale) }

// cardLeading is the distance of two baselines on a card.
func cardLeading(size float64) float64 { return size * 1.28 * mmPerPoint }

// cardPicture sets a picture in the middle of a card.
func (s *sheet) cardPicture(b *block, p cardPart, width, height float64) error {
	if err := s.picture(b, p.file, p.image, 0, width, height); err != nil {
		return err
	}
	im := &b.Images[len(b.Images)-1]
	im.X = (width - im.W) / 2
	return nil
}
