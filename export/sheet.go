package export

import (
	"errors"
	"fmt"
	"io/fs"

	"recto/decks"
	"recto/decks/markup"
)

// SheetOptions say how an exam is laid out.
type SheetOptions struct {
	Paper   Paper
	Columns int // 1 or 2; 0 means 1
	// Title stands at the top. "" means the deck's print heading, else its
	// title; of several decks all their titles.
	Title string
	// Images opens the folder that a deck file's images are relative to.
	// It may be nil when no question has an image.
	Images func(deckFile string) (fs.FS, error)
}

// Document is a laid out sheet or key.
type Document struct {
	Pages    []Page
	Warnings []Warning // what could not be shown, in the order of the sheet
}

// The sizes of type in points.
const (
	titleSize   = 17.0
	sectionSize = 12.5
	bodySize    = 10.5
	smallSize   = 9.0
	tinySize    = 8.5
)

// The distances between parts in millimetres.
const (
	betweenQuestions = 6.0
	betweenSections  = 8.5
	belowIntro       = 4.0 // from what stands above a group to its first question
	writingLine      = 8.5 // from one ruled line to the next
)

// sheet lays out a version.
type sheet struct {
	setter
	flow
	labels
	options  SheetOptions
	decks    []*decks.Deck
	gutter   float64 // left of a question's text, for its number
	footer   string  // markup
	pictures map[string]*Picture
}

// LayoutSheet lays out a version for writing on. It fails when an image
// cannot be read or the options make no sense.
func LayoutSheet(v Version, o SheetOptions, m Measurer) (*Document, error) {
	s, err := newSheet(v, o, m)
	if err != nil {
		return nil, err
	}
	if len(s.decks) == 1 {
		s.foot(s.decks[0].Print.Footer)
	}
	s.head(s.heading(v))
	printed := map[*decks.Group]bool{}
	for i := range v.Items {
		s.item = &v.Items[i]
		b, err := s.question(v.Items[i])
		if err != nil {
			return nil, s.fault(err)
		}
		intro, err := s.groups(v.Items[i].Question.Group, printed)
		if err != nil {
			return nil, s.fault(err)
		}
		s.placeWith(intro, b)
	}
	s.item = nil
	s.feet(s.title())
	return &Document{s.pages, s.warnings}, nil
}

func newSheet(v Version, o SheetOptions, m Measurer) (*sheet, error) {
	if len(v.Items) == 0 {
		return nil, errors.New("there is no question to print")
	}
	if o.Columns == 0 {
		o.Columns = 1
	}
	if o.Columns < 0 || o.Columns > 2 {
		return nil, fmt.Errorf("%d columns: choose 1 or 2", o.Columns)
	}
	if o.Columns > o.Paper.Columns() {
		return nil, fmt.Errorf("%s paper is too narrow for 2 columns", o.Paper.Name)
	}
	if o.Paper.Width < 100 || o.Paper.Height < 140 {
		return nil, fmt.Errorf("paper of %g by %g mm is too small for a sheet", o.Paper.Width, o.Paper.Height)
	}
	s := &sheet{setter: setter{m: m}, flow: flow{paper: o.Paper, columns: o.Columns}, options: o, pictures: map[string]*Picture{}}
	seen := map[*decks.Deck]bool{}
	for _, it := range v.Items {
		if d := it.Question.Deck; d != nil && !seen[d] {
			seen[d] = true
			s.decks = append(s.decks, d)
		}
	}
	s.labels = labelsFor(s.language())
	s.gutter = s.gutterFor(len(v.Items))
	return s, nil
}

// fault names the question that an error belongs to.
func (s *sheet) fault(err error) error {
	q := s.item.Question
	return fmt.Errorf("%s:%d:%d: question %d: %w", q.File, q.Pos.Line, q.Pos.Column, q.Number, err)
}

func (s *sheet) language() string {
	if len(s.decks) == 0 {
		return "en"
	}
	return s.decks[0].Language
}

// groups is what stands above a question for the groups that begin with it;
// nil when none does.
func (s *sheet) groups(g *decks.Group, printed map[*decks.Group]bool) (*block, error) {
	b := &block{before: betweenSections}
	for _, g := range g.Path() {
		if printed[g] {
			continue
		}
		printed[g] = true
		if err := s.group(b, g); err != nil {
			return nil, err
		}
	}
	if b.height == 0 {
		return nil, nil
	}
	return b, nil
}

func (s *sheet) group(b *block, g *decks.Group) error {
	if b.height > 0 && (g.Title != "" || g.Text != "" || g.Image != "") {
		b.skip(3)
	}
	if g.Title != "" {
		f := Font{Bold, sectionSize}
		b.lines(s.lines(markup.Parse(g.Title), f, s.width(), 0), 0, sectionSize, black)
		b.skip(1.5)
	}
	const inset = 4.0
	if g.Text != "" {
		top := b.height
		f := Font{Regular, bodySize}
		b.lines(s.lines(markup.Parse(g.Text), f, s.width()-inset, 0), inset, bodySize, black)
		b.Rules = append(b.Rules, Rule{0.4, top + 0.6, 0.4, b.height - 0.4, 0.6, faint})
		b.skip(1)
	}
	if g.Image != "" {
		b.skip(1)
		if err := s.picture(b, g.File, g.Image, inset, s.width()-inset, s.tallest()*0.45); err != nil {
			return err
		}
		b.skip(1)
	}
	return nil
}

// placeWith places a question below the introduction of its groups, on one
// page with it where that is possible. A long text begins on this page all the
// same when half of the page or more would stay empty otherwise.
func (s *sheet) placeWith(intro, b *block) {
	b.before = betweenQuestions
	if intro == nil {
		s.place(b)
		return
	}
	if len(s.pages) == 0 {
		s.flow.page()
	}
	whole := intro.height + belowIntro + b.height
	if room := s.rest(intro); whole > room+slack && room >= s.tallest()/2 {
		head, tail := intro, (*block)(nil)
		if intro.height > room {
			head, tail = intro.cut(min(room, intro.height-2*leading(bodySize))) // two lines at least go on
		}
		if head.height >= room/2 && head.height <= room+slack {
			s.place(head)
			if tail == nil {
				s.place(b)
				return
			}
			s.next()
			s.placeWith(tail, b)
			return
		}
	}
	if whole > s.tallest() {
		s.place(intro)
		s.place(b)
		return
	}
	intro.skip(belowIntro)
	intro.append(b)
	s.place(intro)
}
