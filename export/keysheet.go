package export

import (
	"fmt"
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// LayoutKey lays out the answers to a version, with explanations and where
// each fact stands, on pages of its own.
func LayoutKey(k Key, o SheetOptions, m Measurer) (*Document, error) {
	s, err := newSheet(k.Version, o, m)
	if err != nil {
		return nil, err
	}
	s.head(s.keyHeading())
	for i := range k.Entries {
		s.item = &k.Entries[i].Item
		b := s.entry(k.Entries[i])
		b.before = s.mm(2.6)
		s.place(b)
	}
	s.item = nil
	for _, d := range s.decks {
		if b := s.citation(d); b != nil {
			s.place(b)
		}
	}
	s.feet(s.entitled(s.key) + ": " + s.title())
	return &Document{s.pages, s.warnings}, nil
}

func (s *sheet) keyHeading() *block {
	b := s.block()
	b.Headings = append(b.Headings, Heading{Text: s.entitled(s.key)})
	b.lines(s.lines(markup.Parse(s.entitled(s.key)), s.font(Bold, s.titleSize), s.full(), 0), 0, s.titleSize, black)
	b.lines(s.lines(markup.Parse(s.title()), s.bodyFont(), s.full(), 0), 0, s.bodySize, s.grey)
	b.skip(s.mm(2))
	b.hairline(0, b.height, s.full())
	b.skip(s.mm(4))
	return b
}

// entry is the answer to one question: what is right, what else is right,
// why, and where it stands.
func (s *sheet) entry(e Entry) *block {
	b := s.block()
	q := e.Question
	s.numbered(b, e.Number)
	b.lines(s.worth(s.answerSpans(e), q, 0), s.gutter, s.bodySize, black)
	if also := s.alsoText(e); also != "" {
		s.note(b, also, Regular, s.grey)
	}
	if note := s.gradeNote(e); note != "" {
		s.note(b, note, Regular, s.grey)
	}
	if q.Explain != "" {
		s.note(b, q.Explain, Regular, black)
	}
	if from := s.from(q.From); from != "" {
		s.note(b, from, Italic, s.grey)
	}
	return b
}

// note sets small text below an answer.
func (s *sheet) note(b *block, text string, style Style, ink Ink) {
	b.lines(s.lines(markup.Parse(text), s.font(style, s.smallSize), s.room(), 0), s.gutter, s.smallSize, ink)
}

// answerSpans is what is right: marks in bold and texts behind them.
func (s *sheet) answerSpans(e Entry) []markup.Span {
	var spans []markup.Span
	if marks := s.marks(e); marks != "" {
		spans = append(spans, markup.Span{Text: marks, Strong: true})
	}
	if text := s.answerText(e); text != "" {
		if len(spans) > 0 {
			spans = append(spans, markup.Span{Text: "  "})
		}
		spans = append(spans, markup.Parse(text)...)
	}
	return spans
}

// marks is what stands on the paper, in a line.
func (s *sheet) marks(e Entry) string {
	switch e.Question.Kind {
	case decks.TrueFalse:
		if e.Question.Shown != "" {
			return "" // the author says it all
		}
		return s.truth(e.Question.Answers[0].Value)
	case decks.Match:
		pairs := make([]string, len(e.Marks))
		for i, m := range e.Marks {
			pairs[i] = strconv.Itoa(i+1) + "\u00A0" + m
		}
		return strings.Join(pairs, ",  ")
	case decks.Order:
		return strings.Join(e.Marks, " ")
	}
	return strings.Join(e.Marks, ", ")
}

func (s *sheet) answerText(e Entry) string {
	q := e.Question
	switch {
	case q.Shown != "":
		return q.Shown
	case q.Kind == decks.Order:
		return strings.Join(e.Texts, " → ")
	case q.Kind == decks.List && q.Need > 0 && q.Need < len(q.Answers):
		return strings.Replace(s.anyOf, "%", strconv.Itoa(q.Need), 1) + ": " + strings.Join(e.Texts, "; ")
	}
	return strings.Join(e.Texts, "; ")
}

// alsoText is "also right: ..." with other forms and numbers; "" for none.
func (s *sheet) alsoText(e Entry) string {
	also := e.Also
	if t := e.Question.Tolerance; t != nil {
		also = append([]string{s.tolerated(t, e.Question)}, also...)
	}
	if len(also) == 0 {
		return ""
	}
	return s.also + ": " + strings.Join(also, "; ")
}

func (s *sheet) tolerated(t *decks.Tolerance, q *decks.Question) string {
	switch {
	case t.Range:
		return fmt.Sprintf("%s %s %s", s.figure(t.Low), s.to, s.figure(t.High))
	case t.Percent != 0:
		return "±\u00A0" + s.figure(t.Percent) + "%"
	}
	return strings.TrimSpace("±\u00A0" + s.figure(t.Absolute) + " " + q.Unit)
}

// from says where a fact stands in the source.
func (s *sheet) from(anchors []decks.Anchor) string {
	var out []string
	for _, a := range anchors {
		var parts []string
		if a.Quote != "" {
			parts = append(parts, "“"+a.Quote+"”")
		}
		if a.Section != "" {
			parts = append(parts, a.Section)
		}
		if a.Paragraph > 0 {
			parts = append(parts, s.paragraph+"\u00A0"+strconv.Itoa(a.Paragraph))
		}
		if a.Page != "" {
			parts = append(parts, s.page+"\u00A0"+a.Page)
		}
		if a.Inferred {
			parts = append(parts, s.inferred)
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, ", "))
		}
	}
	return strings.Join(out, "; ")
}

// citation names the article or book that a deck was drawn from.
func (s *sheet) citation(d *decks.Deck) *block {
	if d.Source == nil {
		return nil
	}
	var parts []string
	for _, p := range []string{d.Source.Author, d.Source.Title, d.Source.Publisher, d.Source.Date, d.Source.URL} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	b := s.block()
	b.before = s.mm(6)
	f := s.font(Regular, s.smallSize)
	b.lines(s.plain(s.source+": "+strings.Join(parts, ", "), f, s.width()), 0, s.smallSize, s.grey)
	return b
}
