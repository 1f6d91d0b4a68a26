package export

import "math"

// blankField is a field with its place on the sheet.
type blankField struct {
	label, filled, after string  // filled is printed on the line, after behind it
	least                float64 // of the line, mm
	weight               float64 // its share of the room that is left
	most                 float64 // that the room adds to it at most, mm
}

// fields are the lines that a learner and a teacher fill in, in as many rows
// as they need; nil when there are none.
func (s *sheet) fields() *block {
	if len(s.options.Fields) == 0 {
		return nil
	}
	f := s.font(Regular, s.smallSize)
	apart := s.mm(6)
	var all []blankField
	for _, kind := range s.options.Fields {
		all = append(all, s.field(kind))
	}
	width := func(row []blankField) float64 {
		w := -apart
		for _, field := range row {
			w += s.fieldWidth(field, f) + apart
		}
		return w
	}
	b := s.block()
	for len(all) > 0 {
		n := len(all)
		for n > 1 && width(all[:n]) > s.full()+slack {
			n--
		}
		if half := (len(all) + 1) / 2; n > half && n < len(all) {
			n = half // two rows are equally long
		}
		s.fieldRow(b, all[:n], s.full()-width(all[:n]), f)
		all = all[n:]
	}
	return b
}

func (s *sheet) field(kind Field) blankField {
	var who Student
	if s.version.Student != nil {
		who = *s.version.Student
	}
	switch kind {
	case NameField:
		name := who.Name
		if who.Number != "" {
			name += " (" + who.Number + ")"
		}
		return blankField{s.name, name, "", s.mm(40), 5, s.full()}
	case ClassField:
		return blankField{s.class, who.Class, "", s.mm(15), 1, s.mm(30)}
	case DateField:
		return blankField{s.date, "", "", s.mm(22), 1, s.mm(30)}
	}
	return blankField{s.score, "", "/ " + s.figure(s.version.Points()), s.mm(13), 0, 0}
}

// fieldWidth is the least width of a field.
func (s *sheet) fieldWidth(b blankField, f Font) float64 {
	w := s.m.Width(b.label, f) + s.mm(2) + max(b.least, min(s.written(b.filled)+s.mm(2), s.full()*0.75))
	if b.after != "" {
		w += s.mm(1.5) + s.m.Width(b.after, f)
	}
	return min(w, s.full())
}

// written is the width of what is printed on a field.
func (s *sheet) written(text string) float64 {
	if text == "" {
		return 0
	}
	return s.plain(text, s.bodyFont(), math.MaxFloat64)[0].width
}

// fieldRow sets fields beside each other; what is left of the row lengthens
// their lines.
func (s *sheet) fieldRow(b *block, row []blankField, left float64, f Font) {
	var weights float64
	for _, field := range row {
		weights += field.weight
	}
	y, x, low := b.height+s.mm(6), 0.0, 0.0
	for _, field := range row {
		width := s.fieldWidth(field, f)
		if weights > 0 && left > 0 {
			width += min(left*field.weight/weights, field.most)
		}
		b.Texts = append(b.Texts, Text{x, y, f, s.grey, field.label})
		from, to := x+s.m.Width(field.label, f)+s.mm(2), x+width
		if field.after != "" {
			to -= s.m.Width(field.after, f) + s.mm(1.5)
			b.Texts = append(b.Texts, Text{to + s.mm(1.5), y, f, s.grey, field.after})
		}
		if field.filled != "" {
			for n, l := range s.plain(field.filled, s.bodyFont(), to-from-s.mm(1)) {
				b.at(l, from+s.mm(1), y-s.mm(0.2)+float64(n)*s.leading(s.bodySize), black)
				low = max(low, float64(n)*s.leading(s.bodySize))
			}
		}
		b.rule(from, y+s.mm(0.6), to)
		x += width + s.mm(6)
	}
	b.skip(s.mm(7) + low)
	b.mayCut()
}
