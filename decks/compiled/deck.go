package compiled

import (
	"maps"
	"slices"

	"recto/decks"
)

// File is a file that a deck was made from, as it was then.
type File struct {
	Path     string // absolute
	Size     int64
	Modified int64    // unix ns
	Inode    uint64   // 0 where the system has none
	Hash     [32]byte // SHA-256 of its bytes
}

func (c *coder) file(f *File) {
	c.text(&f.Path)
	c.int64(&f.Size)
	c.int64(&f.Modified)
	c.uint(&f.Inode)
	hash := string(f.Hash[:])
	c.text(&hash)
	copy(f.Hash[:], hash)
}

// shell is a deck without its questions, and its groups by number.
type shell struct {
	deck   decks.Deck
	groups []*decks.Group
}

// newShell numbers the groups of a deck, parents before those in them.
func newShell(d *decks.Deck) *shell {
	s := &shell{deck: *d}
	s.deck.Questions = nil
	known := map[*decks.Group]bool{}
	add := func(g *decks.Group) {
		for _, g := range g.Path() {
			if !known[g] {
				known[g] = true
				s.groups = append(s.groups, g)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.Groups)) {
		add(d.Groups[name])
	}
	for _, q := range d.Questions {
		add(q.Group)
	}
	return s
}

// number returns the number of a group from 1, 0 for nil.
func (s *shell) number(g *decks.Group) uint64 {
	return uint64(slices.Index(s.groups, g) + 1)
}

// code codes the deck.
func (s *shell) code(c *coder) {
	d := &s.deck
	for _, text := range []*string{&d.ID, &d.Title, &d.Language, &d.AnswerLanguage, &d.Description, &d.Author, &d.License, &d.File,
		&d.Print.Heading, &d.Print.Instructions, &d.Print.Footer} {
		c.text(text)
	}
	pointer(c, &d.Source, func(s *decks.Source) {
		for _, text := range []*string{&s.Title, &s.Author, &s.Publisher, &s.Date, &s.URL} {
			c.text(text)
		}
	})
	pointer(c, &d.Study.NewPerDay, c.int)
	pointer(c, &d.Study.Retention, c.float)
	pointer(c, &d.Study.Shuffle, c.bool)
	pointer(c, &d.Study.Exam, func(e *decks.Exam) {
		c.int(&e.Date.Year)
		c.int(&e.Date.Month)
		c.int(&e.Date.Day)
		c.float(&e.Retention)
	})
	list(c, &d.Parts, func(p *decks.Part) {
		c.text(&p.File)
		c.text(&p.Title)
	})
	list(c, &s.groups, func(g **decks.Group) { s.group(c, g) })
	s.names(c)
}

// group codes a group; its parent was coded before.
func (s *shell) group(c *coder, p **decks.Group) {
	if c.reading {
		*p = new(decks.Group)
	}
	g := *p
	for _, text := range []*string{&g.Name, &g.Title, &g.Text, &g.Image, &g.Alt, &g.File} {
		c.text(text)
	}
	c.bool(&g.Shuffle)
	parent := s.number(g.Parent)
	c.uint(&parent)
	if !c.reading {
		return
	}
	if parent >= s.number(g) {
		c.fail() // a circle has no end
		return
	}
	g.Parent = s.at(c, parent)
}

// at returns the group of a number, nil for 0.
func (s *shell) at(c *coder, number uint64) *decks.Group {
	if number > uint64(len(s.groups)) {
		c.fail()
		return nil
	}
	if number == 0 {
		return nil
	}
	return s.groups[number-1]
}

// names codes which groups the deck knows by name.
func (s *shell) names(c *coder) {
	var numbers []uint64
	for _, name := range slices.Sorted(maps.Keys(s.deck.Groups)) {
		numbers = append(numbers, s.number(s.deck.Groups[name]))
	}
	list(c, &numbers, c.uint)
	if !c.reading {
		return
	}
	s.deck.Groups = map[string]*decks.Group{}
	for _, n := range numbers {
		if g := s.at(c, n); g != nil {
			s.deck.Groups[g.Name] = g
		}
	}
}
