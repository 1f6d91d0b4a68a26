package export

import (
	"math"
	"strconv"
	"strings"

	"recto/decks"
)

// letterOf names the nth option, from 0: A to Z.
func letterOf(n int) string { return string(rune('A' + n)) }

// optionLine is the height of an option of one line on an ordinary sheet.
const optionLine = 5.7

// optionColumns are options and the columns that they stand in.
type optionColumns struct {
	values  []decks.Value
	indent  float64 // of a value from the left of its column
	gap     float64 // between two columns
	columns int
	width   float64 // of a column
	rows    int     // of the type, with all broken lines; 0 when they do not suit
	long    int     // how many options are broken
}

// choices sets lettered options with a circle (one answer) or a box (any
// number) each, in columns, row by row: programs that read the text of a PDF
// do so too.
func (s *sheet) choices(b *block, values []decks.Value, one bool) {
	o := s.arranged(values)
	height := max(s.mm(optionLine), s.leading(s.bodySize))
	for i := 0; i < len(values); i += o.columns {
		var cells []cell
		for c := range min(o.columns, len(values)-i) {
			x := s.gutter + float64(c)*(o.width+o.gap)
			cells = append(cells, cell{s.valueLines(values[i+c], o.width-o.indent), x + o.indent, func(y float64) {
				b.box(x, y-s.mm(1.25), s.marker, one)
				b.Texts = append(b.Texts, Text{x + s.marker + s.mm(2), y, s.bodyFont(), black, letterOf(i + c)})
			}})
		}
		s.row(b, height, 0, cells...)
	}
}

// arranged finds the columns that take the least height: as many as fit and
// fill the last row. Two need not fill it. (Programs that read the text of a
// PDF take a gap in the last row for two blocks.) A long option may take two
// lines in a column when nearly all others need one and much room is won, so
// that it does not force all of them below each other.
func (s *sheet) arranged(values []decks.Value) optionColumns {
	o := optionColumns{values: values, indent: s.marker + s.mm(2) + s.widestLetter(len(values)) + s.mm(2.6), gap: s.mm(5)}
	widths := make([]float64, len(values))
	for i, v := range values {
		widths[i] = s.textWidth(s.show(v), s.bodyFont())
	}
	best := s.columnsOf(o, widths, 1)
	for c := 2; c <= min(len(values), maxOptionColumns); c++ {
		if len(values)%c != 0 && c != 2 {
			continue
		}
		if now := s.columnsOf(o, widths, c); now.rows > 0 && now.rows < best.rows && (now.long == 0 || 10*now.rows <= 7*best.rows) {
			best = now
		}
	}
	return best
}

// maxOptionColumns keeps the letters of a row in view; a column is so wide
// beside its letter at least.
const (
	maxOptionColumns = 6
	leastOption      = 8.0
)

// columnsOf tries a number of columns.
func (s *sheet) columnsOf(o optionColumns, widths []float64, columns int) optionColumns {
	o.columns = columns
	o.width = (s.room() - o.gap*float64(columns-1)) / float64(columns)
	if columns > 1 && o.width-o.indent < s.mm(leastOption) {
		return optionColumns{}
	}
	for i := 0; i < len(widths); i += columns {
		most := 1
		for _, w := range widths[i:min(i+columns, len(widths))] {
			n := int(math.Ceil(w/(o.width-o.indent) - slack))
			if n > 1 {
				o.long++
			}
			if n > 2 && columns > 1 {
				return optionColumns{}
			}
			most = max(most, n)
		}
		o.rows += most
	}
	if columns > 1 && 4*o.long > len(widths) || columns > 3 && o.long > 0 {
		return optionColumns{}
	}
	return s.drawnTogether(o, widths)
}

// drawnTogether makes the columns of short options narrower, to a part of the
// room that many questions share, so that their letters stand in line from
// question to question and near each other.
func (s *sheet) drawnTogether(o optionColumns, widths []float64) optionColumns {
	widest := 0.0
	for _, w := range widths {
		widest = max(widest, w)
	}
	for _, parts := range []int{6, 4, 3} {
		if w := (s.room() - o.gap*float64(parts-1)) / float64(parts); o.columns < parts && o.columns > 1 && o.indent+widest <= w {
			o.width = w
			return o
		}
	}
	return o
}

func (s *sheet) widestLetter(n int) float64 {
	w := 0.0
	for i := range n {
		w = max(w, s.m.Width(letterOf(i), s.bodyFont()))
	}
	return w
}

// order sets shuffled items with a box for the number of each.
func (s *sheet) order(b *block, it Item) {
	s.instruct(b, strings.Replace(s.ordering, "%", strconv.Itoa(len(it.Options)), 1))
	box, apart := s.mm(5.6), s.mm(3)
	columns, width := 1, s.room()
	half := (s.room() - s.mm(columnGap)) / 2
	if len(it.Options) >= manyItems && s.widest(it.Options) <= half-box-apart {
		columns, width = 2, half
	}
	for i := 0; i < len(it.Options); i += columns {
		var cells []cell
		for c, v := range it.Options[i:min(i+columns, len(it.Options))] {
			x := s.gutter + float64(c)*(half+s.mm(columnGap))
			cells = append(cells, cell{s.valueLines(v, width-box-apart), x + box + apart, func(y float64) {
				b.box(x, y-s.mm(1.25), box, false)
			}})
		}
		s.row(b, s.mm(7.4), s.mm(0.5), cells...)
	}
}

// manyItems are so many that short ones stand in two columns.
const manyItems = 6

// widest is the width of the widest of some values.
func (s *sheet) widest(values []decks.Value) float64 {
	w := 0.0
	for _, v := range values {
		w = max(w, s.textWidth(s.show(v), s.bodyFont()))
	}
	return w
}

// show is a value as the sheet displays it, in markup.
func (s *sheet) show(v decks.Value) string {
	if v.Type == decks.BoolValue {
		return s.truth(v)
	}
	return v.Show(answerLanguage(s.item.Question))
}
