package export

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
)

// leastBank is how many words a bank on request has at least, where the sheet
// has as many: one word alone would be an answer.
const leastBank = 4

// collectBanks finds what the gaps of each section want, when word banks are
// asked for. A section is an outermost group; questions without one are a
// section together. Gaps with a bank of their author are left out.
func (s *sheet) collectBanks() {
	if !s.options.WordBank {
		return
	}
	s.banks = map[*decks.Group][]string{}
	var all []string
	for _, it := range s.version.Items {
		if it.Question.Kind != decks.Cloze || len(it.Options) > 0 {
			continue
		}
		section := sectionOf(it.Question)
		for _, g := range it.Question.Gaps {
			s.banks[section] = append(s.banks[section], g.Text)
			all = append(all, g.Text)
		}
	}
	for section, words := range s.banks {
		words = alphabetical(words)
		for _, w := range alphabetical(all) { // words of other sections mislead
			if len(words) < leastBank && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		s.banks[section] = alphabetical(words)
	}
}

func sectionOf(q *decks.Question) *decks.Group {
	if path := q.Group.Path(); len(path) > 0 {
		return path[0]
	}
	return nil
}

// alphabetical sorts words as a dictionary does, without regard to case and
// accents, each once.
func alphabetical(words []string) []string {
	letters := func(w string) string {
		return strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFD.String(w))
	}
	out := slices.Clone(words)
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(letters(a), letters(b)), cmp.Compare(a, b))
	})
	return slices.Compact(out)
}

// withBank puts the bank of the section of this question below what stands
// above it, with the first question of the section.
func (s *sheet) withBank(intro *block) *block {
	section := sectionOf(s.item.Question)
	words := s.banks[section]
	if len(words) == 0 {
		return intro
	}
	delete(s.banks, section)
	if intro == nil {
		intro = s.block()
		intro.before = s.betweenSections
	}
	intro.skip(s.mm(1))
	intro.lines(s.plain(s.bank, s.font(Italic, s.smallSize), s.width()), 0, s.smallSize, s.grey)
	s.framed(intro, words, 0, s.width())
	intro.skip(s.mm(1))
	return intro
}

// bankOf sets the words that the blanks of a cloze are chosen from, framed.
func (s *sheet) bankOf(b *block, words []decks.Value) {
	if len(words) == 0 {
		return
	}
	b.skip(s.mm(2))
	texts := make([]string, len(words))
	for i, v := range words {
		texts[i] = s.show(v)
	}
	s.framed(b, texts, s.gutter, s.room())
}

// framed sets texts in markup beside each other in a frame.
func (s *sheet) framed(b *block, texts []string, x, width float64) {
	inset := s.mm(2.5)
	top := b.height
	b.skip(inset * 0.6)
	var pieces []piece
	between := strings.Repeat(" ", 8)
	apart := s.m.Width(between, s.bodyFont())
	for _, t := range texts {
		for _, l := range s.lines(markup.Parse(t), s.bodyFont(), width-2*inset, 0) {
			for _, r := range l.runs {
				pieces = append(pieces, piece{text: r.text, font: r.font, width: r.width, look: r.look, box: r.box})
			}
		}
		if len(pieces) > 0 {
			last := &pieces[len(pieces)-1]
			last.space, last.gap, last.stop = between, apart, maybe
		}
	}
	height := max(s.mm(optionLine), s.leading(s.bodySize))
	b.spaced(fillLines(s.m, pieces, width-2*inset), x+inset, s.bodySize, height, black)
	b.skip(inset * 0.6)
	b.Shapes = append(b.Shapes, Shape{X: x, Y: top, W: width, H: b.height - top, Thickness: s.fine, Ink: s.faint})
}
