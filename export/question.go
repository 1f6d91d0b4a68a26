package export

import (
	"io/fs"
	"strconv"

	"recto/decks"
)

// Part is a question of a version by itself, or its answer, laid out as on the
// sheet or in the key.
type Part struct {
	Page     // as large as what it shows
	Warnings []Warning
}

// LayoutQuestion lays out the nth question of a version, from 0, in a column
// of a width in millimetres: the very block that LayoutSheet puts on a page.
// What stands above the questions of a group comes with the first of them.
// Images are those of SheetOptions. It fails when an image cannot be read.
func LayoutQuestion(v Version, n int, width float64, images func(string) (fs.FS, error), m Measurer) (*Part, error) {
	s := newPart(v, width, images, m)
	printed := map[*decks.Group]bool{}
	for _, it := range v.Items[:n] {
		for _, g := range it.Question.Group.Path() {
			printed[g] = true
		}
	}
	s.item = &v.Items[n]
	b, err := s.question(v.Items[n])
	if err != nil {
		return nil, err
	}
	intro, err := s.groups(v.Items[n].Question.Group, printed)
	if err != nil {
		return nil, err
	}
	if intro != nil {
		intro.skip(s.belowIntro)
		intro.append(b)
		b = intro
	}
	return s.part(b), nil
}

// LayoutAnswer lays out what LayoutKey says about the nth question of a
// version, from 0, in a column of a width in millimetres.
func LayoutAnswer(v Version, n int, width float64, m Measurer) *Part {
	s := newPart(v, width, nil, m)
	s.item = &v.Items[n]
	return s.part(s.entry(entry(v.Items[n])))
}

// newPart returns a sheet whose only column has a width.
func newPart(v Version, width float64, images func(string) (fs.FS, error), m Measurer) *sheet {
	s := &sheet{setter: setter{m: m}, design: ordinary, version: v, pictures: map[string]*Picture{}}
	s.options.Images = images
	s.flow = flow{columns: 1, paper: Paper{Width: width, Height: A4.Height}, margins: Margins{Top: 17, Bottom: 21}}
	if d := v.Items[0].Question.Deck; d != nil {
		s.decks = []*decks.Deck{d}
	}
	s.prepare()
	return s
}

// gutterFor is the room for the numbers of n questions.
func (s *sheet) gutterFor(n int) float64 {
	return max(s.mm(8), s.m.Width(strconv.Itoa(n)+".", s.font(Bold, s.bodySize))+s.mm(numberGap))
}

func (s *sheet) part(b *block) *Part {
	b.Width, b.Height = s.width(), b.height
	return &Part{b.Page, s.warnings}
}
