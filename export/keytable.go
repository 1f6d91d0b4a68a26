package export

import (
	"errors"
	"math"
	"strconv"

	"recto/decks/markup"
)

// The columns of the table of all keys, in millimetres: no narrower than a
// letter needs, and no wider than a few words.
const (
	leastKeyColumn = 6.0
	wordsKeyColumn = 26.0 // enough for two lines of a few words
	mostKeyColumn  = 44.0
	keyCellGap     = 2.0
	keyCellLines   = 2 // of a long answer; the whole of it stands in the version's own key
)

// LayoutKeyTable lays out the answers of several versions side by side: a row
// for every number, a column for every version, as letters or short answers.
// Versions that do not fit beside each other get tables of their own.
func LayoutKeyTable(keys []Key, o SheetOptions, m Measurer) (*Document, error) {
	if len(keys) == 0 {
		return nil, errors.New("there is no version to print")
	}
	all := keys[0].Version
	all.Letter, all.Student = "", nil
	o.Columns = 1
	s, err := newSheet(all, o, m)
	if err != nil {
		return nil, err
	}
	s.head(s.keyTableHeading())
	per, width := s.keyColumns(keys)
	for at := 0; at < len(keys); at += per {
		if at > 0 {
			gap := s.block()
			gap.skip(s.mm(6))
			s.place(gap)
		}
		s.keyTable(keys[at:min(at+per, len(keys))], width)
	}
	s.item = nil
	s.feet(keyWordsFor(s.labels.language).table + ": " + s.title())
	return &Document{s.pages, s.warnings}, nil
}

func (s *sheet) keyTableHeading() *block {
	b := s.block()
	word := keyWordsFor(s.labels.language).table
	b.Headings = append(b.Headings, Heading{Text: word})
	b.lines(s.plain(word, s.font(Bold, s.titleSize), s.full()), 0, s.titleSize, black)
	b.lines(s.lines(markup.Parse(s.title()), s.bodyFont(), s.full(), 0), 0, s.bodySize, s.grey)
	b.skip(s.mm(4))
	return b
}

// keyColumns returns how many versions stand beside each other, and how wide
// the column of each is.
func (s *sheet) keyColumns(keys []Key) (per int, width float64) {
	need := s.mm(leastKeyColumn)
	for _, k := range keys {
		for _, l := range s.keyHead(k, s.mm(mostKeyColumn)) {
			need = max(need, min(l.width, s.mm(22))+s.mm(keyCellGap))
		}
		for _, e := range k.Entries {
			for _, l := range s.lines(s.cellSpans(e), s.cellFont(), s.mm(mostKeyColumn)-s.mm(keyCellGap), 0) {
				need = max(need, l.width+s.mm(keyCellGap))
			}
		}
	}
	room := s.full() - s.gutter
	per = max(1, min(len(keys), int(math.Floor(room/min(need, s.mm(wordsKeyColumn))))))
	tables := (len(keys) + per - 1) / per
	per = (len(keys) + tables - 1) / tables
	return per, min(room/float64(per), max(need*1.5, s.mm(18)))
}

func (s *sheet) cellFont() Font { return s.font(Regular, s.smallSize) }

// keyHead is what stands above the column of a version.
func (s *sheet) keyHead(k Key, width float64) []line {
	return s.plain(k.Version.Title(), s.font(Bold, s.smallSize), width)
}

// cellSpans is the answer to a question in as few words as there are.
func (s *sheet) cellSpans(e Entry) []markup.Span {
	s.item = &e.Item
	if marks := s.marks(e); marks != "" {
		return []markup.Span{{Text: marks, Strong: true}}
	}
	return markup.Parse(s.answerText(e))
}

// keyTable sets one table; its heads come again on every page.
func (s *sheet) keyTable(keys []Key, width float64) {
	rows := 0
	for _, k := range keys {
		rows = max(rows, len(k.Entries))
	}
	head := func() *block {
		b := s.block()
		low := 0.0
		for i, k := range keys {
			c := s.block()
			c.lines(s.keyHead(k, width-s.mm(keyCellGap)), s.gutter+float64(i)*width, s.smallSize, black)
			b.add(&c.Page)
			low = max(low, c.height)
		}
		b.skip(low + s.mm(0.8))
		b.Rules = append(b.Rules, Rule{0, b.height, s.gutter + float64(len(keys))*width, b.height, s.fine, black})
		b.skip(s.mm(0.6))
		return b
	}
	for n := range rows {
		row := s.keyRow(keys, n, width)
		if n == 0 {
			first := head()
			first.append(row)
			row = first
		} else if s.open(); s.rest(row) < row.height {
			s.next()
			s.place(head())
		}
		s.place(row)
	}
}

// keyRow is what is right for one number on each version.
func (s *sheet) keyRow(keys []Key, n int, width float64) *block {
	b := s.block()
	f := s.font(Bold, s.smallSize)
	number := strconv.Itoa(n+1) + "."
	b.Texts = append(b.Texts, Text{s.gutter - numberGap - s.m.Width(number, f), base(s.leading(s.smallSize), s.smallSize), f, s.grey, number})
	low := s.leading(s.smallSize)
	for i, k := range keys {
		if n >= len(k.Entries) {
			continue
		}
		c := s.block()
		c.lines(s.clipped(s.cellSpans(k.Entries[n]), width-s.mm(keyCellGap)), s.gutter+float64(i)*width, s.smallSize, black)
		b.add(&c.Page)
		low = max(low, c.height)
	}
	b.skip(low + s.mm(0.5))
	b.hairline(s.gutter-numberGap, b.height, s.gutter+float64(len(keys))*width)
	b.skip(s.mm(0.5))
	return b
}

// clipped is the first lines of a cell, with an ellipsis where there is more.
func (s *sheet) clipped(spans []markup.Span, width float64) []line {
	f := s.cellFont()
	lines := s.lines(spans, f, width, 0)
	if len(lines) <= keyCellLines {
		return lines
	}
	w := s.m.Width("…", f)
	lines = s.lines(spans, f, width-w, 0)[:keyCellLines]
	l := &lines[keyCellLines-1]
	l.runs = append(l.runs, run{text: "…", font: f, x: l.width, width: w})
	l.width += w
	return lines
}
