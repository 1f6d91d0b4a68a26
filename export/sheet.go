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
	Columns int // 1 or 2; 0 means 1, and 2 where one would be too wide to read. Large print has one
	// Margins of zero are those that the manner has.
	Margins Margins
	Manner  Manner
	// Language is that of the words that no deck writes, BCP 47; "" means
	// that of the first deck.
	Language string
	// Title stands at the top. "" means the deck's print heading, else its
	// title; of several decks all their titles.
	Title string
	// Fields are what a learner and a teacher fill in at the top, in this
	// order; nil means all there are, an empty slice none.
	Fields []Field
	// PointsTable puts a table of the points below the instructions.
	PointsTable bool
	// WordBank puts what the gaps of a section want, in the order of the
	// alphabet, above its first question, unless their authors wrote banks.
	WordBank bool
	// Answers say where on the sheet itself the answers stand.
	Answers Answers
	// Seed is told in the foot; nil leaves it out.
	Seed *uint64
	// Images opens the folder that a deck file's images are relative to.
	// It may be nil when no question has an image.
	Images func(deckFile string) (fs.FS, error)
	// Pictures are shared with other sheets; nil: this one has its own.
	Pictures *Pictures
}

// Document is a laid out sheet or key.
type Document struct {
	Pages    []Page
	Warnings []Warning // what could not be shown, in the order of the sheet
}

// sheet lays out a version.
type sheet struct {
	setter
	flow
	labels
	design
	options  SheetOptions
	version  Version
	decks    []*decks.Deck
	gutter   float64 // left of a question's text, for its number
	worths   bool    // questions say what they are worth
	footer   string  // markup
	banks    map[*decks.Group][]string
	pictures map[string]*Picture
}

// LayoutSheet lays out a version for writing on. It fails when an image
// cannot be read or the options make no sense.
func LayoutSheet(v Version, o SheetOptions, m Measurer) (*Document, error) {
	s, err := laidOut(v, o, m, 1)
	if err != nil {
		return nil, err
	}
	if s.lonely() {
		for _, closer := range []float64{0.8, 0.6} {
			t, err := laidOut(v, o, m, closer)
			if err != nil {
				return nil, err
			}
			if len(t.pages) < len(s.pages) {
				s = t
				break
			}
		}
	}
	return &Document{s.pages, s.warnings}, nil
}

// laidOut lays out a version with the distances between its questions closer
// than usual.
func laidOut(v Version, o SheetOptions, m Measurer, closer float64) (*sheet, error) {
	s, err := newSheet(v, o, m)
	if err != nil {
		return nil, err
	}
	s.betweenQuestions *= closer
	s.betweenSections *= closer
	s.answersOn()
	return s, s.lay()
}

// lonely reports whether so little stands on the last of a few pages that the
// others may find room for it.
func (s *sheet) lonely() bool {
	n := len(s.pages)
	return n > 1 && n <= 8 && s.reached < s.tallest()*0.2
}

// lay puts the heading and all questions on pages.
func (s *sheet) lay() error {
	if len(s.decks) == 1 {
		s.foot(s.decks[0].Print.Footer)
	}
	s.head(s.heading())
	s.collectBanks()
	printed := map[*decks.Group]bool{}
	for i := range s.version.Items {
		s.item = &s.version.Items[i]
		b, err := s.question(*s.item)
		if err != nil {
			return s.fault(err)
		}
		s.answered(b, *s.item)
		intro, err := s.groups(s.item.Question.Group, printed)
		if err != nil {
			return s.fault(err)
		}
		s.placeWith(s.withBank(intro), b)
	}
	s.item = nil
	s.feet(s.title())
	return nil
}

func newSheet(v Version, o SheetOptions, m Measurer) (*sheet, error) {
	if len(v.Items) == 0 {
		return nil, errors.New("there is no question to print")
	}
	if err := o.Check(); err != nil {
		return nil, err
	}
	if err := o.complete(); err != nil {
		return nil, err
	}
	s := &sheet{setter: setter{m: m}, design: designOf(o.Manner), options: o, version: v, pictures: map[string]*Picture{}}
	s.flow = flow{paper: o.Paper, margins: o.Margins, columns: o.Columns, gap: s.mm(columnGap), headRoom: s.tiny(8)}
	seen := map[*decks.Deck]bool{}
	for _, it := range v.Items {
		if d := it.Question.Deck; d != nil && !seen[d] {
			seen[d] = true
			s.decks = append(s.decks, d)
		}
	}
	s.prepare()
	s.foot("")
	return s, nil
}

// widest is the width of paper on which one column is still read with ease.
const widest = 240.0

// leastColumn is the width that the column of an ordinary sheet has at least,
// and its height; columnGap parts two of them.
const (
	leastColumn = 50.0
	columnGap   = 9.0
)

// Check tells whether a sheet can be laid out so, whatever it asks.
func (o SheetOptions) Check() error {
	if err := o.complete(); err != nil {
		return err
	}
	d := designOf(o.Manner)
	wide := o.Paper.Width - o.Margins.Left - o.Margins.Right
	if o.Answers == AnswersBehindFold {
		wide -= d.mm(foldStrip)
	}
	wide = (wide - d.mm(columnGap)*float64(o.Columns-1)) / float64(o.Columns)
	if high := o.Paper.Height - o.Margins.Top - o.Margins.Bottom - d.mm(25); wide < d.mm(leastColumn) || high < d.mm(leastColumn) {
		return fmt.Errorf("%s paper leaves too little room between its margins: take less of them, larger paper or smaller type", o.Paper.Name)
	}
	return nil
}

// complete gives what is left out its meaning.
func (o *SheetOptions) complete() error {
	if o.Columns == 0 {
		o.Columns = 1
		if o.Paper.Width > widest && o.Manner != LargePrint && o.Answers != AnswersBehindFold {
			o.Columns = 2
		}
	}
	switch {
	case o.Columns < 0 || o.Columns > 2:
		return fmt.Errorf("%d columns: choose 1 or 2", o.Columns)
	case o.Columns > 1 && o.Manner == LargePrint:
		return errors.New("large print has no room for 2 columns")
	case o.Columns > 1 && o.Answers == AnswersBehindFold:
		return errors.New("answers behind a fold leave no room for 2 columns")
	case o.Columns > o.Paper.Columns():
		return fmt.Errorf("%s paper is too narrow for 2 columns", o.Paper.Name)
	case o.Paper.Width < 100 || o.Paper.Height < 140:
		return fmt.Errorf("paper of %g by %g mm is too small for a sheet", o.Paper.Width, o.Paper.Height)
	}
	if o.Margins == (Margins{}) {
		d := designOf(o.Manner)
		o.Margins = d.edges
		if o.Paper.Width < 160 {
			o.Margins.Left, o.Margins.Right = d.narrow, d.narrow
		}
	}
	if o.Fields == nil {
		o.Fields = []Field{NameField, ClassField, DateField, ScoreField}
	}
	return nil
}

// prepare works out what follows from the questions and their decks.
func (s *sheet) prepare() {
	words := s.options.Language
	if words == "" {
		words = s.language()
	}
	s.labels = labelsFor(words)
	s.gutter = s.gutterFor(len(s.version.Items))
	for _, it := range s.version.Items {
		s.worths = s.worths || it.Question.Points != 1
	}
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
	b := s.block()
	b.before = s.betweenSections
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
		b.skip(s.mm(3))
	}
	if g.Title != "" {
		b.Headings = append(b.Headings, Heading{b.height, 1, g.Title})
		f := s.font(Bold, s.sectionSize)
		b.lines(s.lines(markup.Parse(g.Title), f, s.width(), 0), 0, s.sectionSize, black)
		b.skip(s.mm(1.5))
	}
	inset := s.mm(4)
	if g.Text != "" {
		top := b.height
		b.lines(s.lines(markup.Parse(g.Text), s.bodyFont(), s.width()-inset, 0), inset, s.bodySize, black)
		if s.bar > 0 {
			b.Rules = append(b.Rules, Rule{s.bar / 2, top + 0.6, s.bar / 2, b.height - 0.4, s.bar, s.faint})
		}
		b.skip(s.mm(1))
	}
	if g.Image != "" {
		b.skip(s.mm(1))
		if err := s.picture(b, g.File, g.Image, inset, s.width()-inset, s.tallest()*0.45); err != nil {
			return err
		}
		b.skip(s.mm(1))
	}
	return nil
}

// placeWith places a question below the introduction of its groups, on one
// page with it where that is possible. A long text without a picture begins on
// this page all the same when half of the page or more would stay empty otherwise.
func (s *sheet) placeWith(intro, b *block) {
	b.before = s.betweenQuestions
	if intro == nil {
		s.place(b)
		return
	}
	s.open()
	whole := intro.height + s.belowIntro + b.height
	tall := whole > s.tallest()-s.answers(b)
	if room := s.rest(intro); whole > room+slack && room >= s.tallest()/2 && (tall || len(intro.Images) == 0) {
		head, tail := intro, (*block)(nil)
		if intro.height > room {
			head, tail = intro.cut(room)
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
	if tall {
		s.place(intro)
		s.place(b)
		return
	}
	intro.skip(s.belowIntro)
	intro.append(b)
	s.place(intro)
}
