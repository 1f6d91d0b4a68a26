package export

import (
	"fmt"
	"strconv"
	"strings"

	"recto/decks/markup"
)

// title is what the sheet is called.
func (s *sheet) title() string {
	if s.options.Title != "" {
		return s.options.Title
	}
	var titles []string
	for _, d := range s.decks {
		if d.Print.Heading != "" && len(s.decks) == 1 {
			return d.Print.Heading
		}
		titles = append(titles, d.Title)
	}
	return strings.Join(titles, ", ")
}

// entitled is a title with the version or the student that it belongs to.
func (s *sheet) entitled(title string) string {
	switch {
	case s.version.Letter != "":
		return title + " · " + s.versionWord + " " + s.version.Letter
	case s.version.Student != nil:
		return title + " · " + literal.Replace(s.version.Title())
	}
	return title
}

// literal makes markup of a text that has none.
var literal = strings.NewReplacer("\\", "\\\\", "*", "\\*", "[", "\\[", "]", "\\]", "{", "\\{", "}", "\\}", "$", "\\$", "`", "\\`")

// heading is the title with the letter of the version, what is to be filled
// in, the instructions and the table of points.
func (s *sheet) heading() *block {
	b := s.block()
	b.Headings = append(b.Headings, Heading{Text: s.entitled(s.title())})
	bold := s.font(Bold, s.titleSize)
	width := s.full()
	if s.version.Letter != "" {
		w := s.m.Width(s.version.Letter, bold)
		b.Texts = append(b.Texts, Text{width - w, base(s.leading(s.titleSize), s.titleSize), bold, black, s.version.Letter})
		width -= w + s.mm(8)
	}
	b.lines(s.lines(markup.Parse(s.title()), bold, width, 0), 0, s.titleSize, black)
	if fields := s.fields(); fields != nil {
		b.skip(s.mm(4))
		b.append(fields)
	}
	if len(s.decks) == 1 && s.decks[0].Print.Instructions != "" {
		b.skip(s.mm(4.5))
		b.lines(s.lines(markup.Parse(s.decks[0].Print.Instructions), s.font(Italic, s.bodySize), s.full(), 0), 0, s.bodySize, black)
	}
	if s.options.PointsTable {
		b.skip(s.mm(4.5))
		b.append(s.pointsTable())
	}
	b.skip(s.mm(7))
	return b
}

// foot says what stands at the bottom of every page, before the first is laid
// out: it takes room.
func (s *sheet) foot(text string) {
	s.footer = text
	s.footRoom = s.footHeight(len(s.footLines(999, 999))) + s.tiny(5.5)
}

// tiny is a distance that goes with the size of what stands at head and foot.
func (s *sheet) tiny(ordinarily float64) float64 { return ordinarily * s.tinySize / ordinary.tinySize }

// footHeight is that of so many lines and the rule above them.
func (s *sheet) footHeight(lines int) float64 {
	return s.tiny(1.5) + float64(lines)*s.leading(s.tinySize)
}

// feet ends the last page. It writes the title on top of every page but the
// first, and at the bottom of each what foot said and "page n of N". The
// number of pages is known here, so it is written as it is.
func (s *sheet) feet(title string) {
	s.finish()
	f := s.font(Regular, s.tinySize)
	room := s.full() + s.aside
	for i := range s.pages {
		head, b := s.block(), s.block()
		if i > 0 {
			head.at(s.shortened(title, f, room), s.left(), s.margins.Top+s.tiny(2.4), s.grey)
		}
		lines := s.footLines(i+1, len(s.pages))
		y := s.paper.Height - s.margins.Bottom - s.footHeight(len(lines))
		b.hairline(s.left(), y, s.left()+room)
		y += s.tiny(1.5) + base(s.leading(s.tinySize), s.tinySize)
		for n, l := range lines {
			b.at(l, s.left()+room-l.width, y+float64(n)*s.leading(s.tinySize), s.grey)
		}
		s.pages[i].Texts = append(head.Texts, s.pages[i].Texts...)
		s.pages[i].add(&b.Page)
	}
}

// footLines is what the author wants in the foot, else the title, and what
// tells sheets and pages apart, in one place, flush right. (Apart, programs
// that read the text of a PDF take them for two columns.)
func (s *sheet) footLines(page, of int) []line {
	f := s.font(Regular, s.tinySize)
	room := s.full() + s.aside
	var parts []string
	switch {
	case s.version.Letter != "":
		parts = append(parts, s.versionWord+" "+s.version.Letter)
	case s.version.Student != nil: // a lost page finds its sheet again
		parts = append(parts, s.version.Title())
	}
	if s.options.Seed != nil {
		parts = append(parts, s.seed+" "+strconv.FormatUint(*s.options.Seed, 10))
	}
	parts = append(parts, strings.NewReplacer("%p", strconv.Itoa(page), "%n", strconv.Itoa(of)).Replace(s.pageOf))
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, " ", "\u00A0")
	}
	const apart = "\u00A0\u00A0·  "
	told := strings.Join(parts, apart)
	if s.footer != "" {
		return s.lines(append(markup.Parse(s.footer), markup.Span{Text: apart + told}), f, room, 0)
	}
	rest := s.plain(told, f, room)
	between := run{text: apart, font: f, width: s.m.Width(apart, f)}
	beside := room - rest[0].width - between.width
	if len(rest) > 1 || beside < s.tiny(25) || s.title() == "" {
		return rest
	}
	l := s.shortened(s.title(), f, beside)
	for _, r := range append([]run{between}, rest[0].runs...) {
		r.x = l.width
		l.runs, l.width = append(l.runs, r), l.width+r.width
	}
	return []line{l}
}

// shortened is the first line of markup, with an ellipsis where there is more.
func (s *sheet) shortened(text string, f Font, width float64) line {
	spans := markup.Parse(text)
	if all := s.lines(spans, f, width, 0); len(all) == 1 {
		return all[0]
	}
	w := s.m.Width("…", f)
	l := s.lines(spans, f, width-w, 0)[0]
	l.runs = append(l.runs, run{text: "…", font: f, x: l.width, width: w})
	l.width += w
	return l
}

// Field is something to fill in at the top of a sheet.
type Field uint8

// The fields of a sheet.
const (
	NameField Field = iota
	ClassField
	DateField
	ScoreField
)

// ParseFields reads the names of fields with commas between; "none" is none.
func ParseFields(text string) ([]Field, error) {
	fields := []Field{}
	if strings.EqualFold(strings.TrimSpace(text), "none") {
		return fields, nil
	}
	names := map[string]Field{"name": NameField, "class": ClassField, "date": DateField, "score": ScoreField}
	for word := range strings.SplitSeq(text, ",") {
		f, ok := names[strings.ToLower(strings.TrimSpace(word))]
		if !ok {
			return nil, fmt.Errorf("unknown field %q: choose among name, class, date and score, or none", strings.TrimSpace(word))
		}
		fields = append(fields, f)
	}
	return fields, nil
}
