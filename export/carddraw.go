package export

import (
	"slices"
	"strconv"
)

// leastCardSize is the smallest type on a card, in points.
const leastCardSize = 8.0

// cornerSize is the type of deck and number in the corner of a card, in
// points: a help to sort cards, not to be read while learning.
const cornerSize = 6.5

// cornerRoom is the height of the line in the corner, with the space above it.
const cornerRoom = 3.6

// largestCardSize is the type that fitting begins with: of a size that goes
// with the card.
func largestCardSize(a Area) float64 {
	return max(10, min(18, 8+a.H*0.085, 6+a.W*0.075))
}

// drawCard draws both sides of a card and tells what did not fit.
func (s *sheet) drawCard(pages []Page, p CardPlace, c cardContent) (cut []CutCard, err error) {
	s.item = &c.item
	defer func() {
		if err == nil {
			s.item = nil
		}
	}()
	for _, side := range []struct {
		name  string
		area  Area
		parts []cardPart
	}{{"front", p.Front, c.front}, {"back", p.Back, c.back}} {
		b, left, err := s.fit(side.area.safe(), side.name, side.parts)
		if err != nil {
			return nil, err
		}
		safe := side.area.safe()
		b.shift(safe.X, safe.Y+max(0, (safe.H-cornerRoom-b.height)/2))
		page := &pages[side.area.Page]
		page.add(&b.Page)
		s.corner(page, safe, p.Number, side.name == "front", c)
		for _, what := range left {
			cut = append(cut, CutCard{p.Number, c.item.Question, what})
		}
	}
	return cut, nil
}

// leastPicture is how small pictures become, as a share of a card's height,
// before text is left out.
const leastPicture = 0.25

// fit sets a side as large as it fits. At the smallest size pictures become
// smaller; then the parts that may be left out are, from the last one, and the
// others are set as large as they fit; and then the end of the text is left out.
func (s *sheet) fit(safe Area, side string, parts []cardPart) (b *block, left []string, err error) {
	room := safe.H - cornerRoom
	for size := largestCardSize(safe); ; size = max(leastCardSize, size-0.5) {
		if b, err = s.cardSide(safe, room, room*0.5, parts, size); err != nil || b.height <= room {
			return b, nil, err
		}
		if size == leastCardSize {
			break
		}
	}
	picture := room * 0.5
	for slices.ContainsFunc(parts, func(p cardPart) bool { return p.image != "" }) && picture > room*leastPicture {
		picture *= 0.8
		if b, err = s.cardSide(safe, room, picture, parts, leastCardSize); err != nil || b.height <= room {
			return b, nil, err
		}
	}
	for n := len(parts) - 1; n > 0 && b.height > room; n-- {
		if parts[n].what == "" {
			break
		}
		left = append(left, parts[n].what)
		parts = parts[:n]
		if b, err = s.cardSide(safe, room, picture, parts, leastCardSize); err != nil {
			return nil, nil, err
		}
		if b.height <= room { // and perhaps at a larger size
			b, _, err = s.fit(safe, side, parts)
			return b, left, err
		}
	}
	if b.height > room {
		left = append(left, "the end of its "+side)
		b, _ = b.cut(room)
		b.height = min(b.height, room)
	}
	return b, left, nil
}

// cardSide sets the parts of a side below each other at a size in points, their
// pictures no higher than picture. Where that is higher than room and the
// options or items stand in two columns is not, it sets those so.
func (s *sheet) cardSide(safe Area, room, picture float64, parts []cardPart, size float64) (*block, error) {
	set := cardSet{s, safe.W, picture, size, slices.ContainsFunc(parts, func(p cardPart) bool { return p.left })}
	b := &block{}
	widest, err := set.parts(b, parts)
	if from, second, to := listOf(parts); err == nil && b.height > room && second > 0 {
		two := &block{}
		var w float64
		if w, err = set.columns(two, parts, from, second, to); two.height <= room {
			b, widest = two, w
		}
	}
	if set.left { // as a whole in the middle, not at the edge
		dx := (safe.W - widest) / 2
		for i := range b.Texts {
			b.Texts[i].X += dx
		}
		for i := range b.Rules {
			b.Rules[i].X1 += dx
			b.Rules[i].X2 += dx
		}
	}
	return b, err
}

// corner sets the number of a card in its lower right corner, and on the front
// its deck in the lower left one.
func (s *sheet) corner(page *Page, safe Area, number int, front bool, c cardContent) {
	f := Font{Regular, cornerSize}
	y := safe.Y + safe.H - 0.6
	n := strconv.Itoa(number)
	width := s.m.Width(n, f)
	page.Texts = append(page.Texts, Text{safe.X + safe.W - width, y, f, grey, n})
	d := c.item.Question.Deck
	if !front || d == nil || d.Title == "" {
		return
	}
	b := &block{}
	b.at(s.shortened(d.Title, f, safe.W-width-4), safe.X, y, grey)
	page.add(&b.Page)
}
