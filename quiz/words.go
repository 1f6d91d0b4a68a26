package quiz

import (
	"strings"
	"time"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz/answer"
	"recto/quiz/words"
)

// Speaker says in the words of a catalogue what the engine knows: why a card
// comes, when the next one does, what became of a card.
type Speaker struct{ *words.Words }

// Where returns where a fact stands in the source, for people, on one line:
// "A regime in crisis, paragraph 2"; "" when nothing is known.
func (w Speaker) Where(from []decks.Anchor) string {
	var all []string
	for _, a := range from {
		var s []string
		if a.Quote != "" {
			s = append(s, `"`+oneLine(a.Quote)+`"`)
		}
		if a.Section != "" {
			s = append(s, oneLine(a.Section))
		}
		if a.Paragraph > 0 {
			s = append(s, w.Schedule.Paragraph(w.Locale.Int(a.Paragraph)))
		}
		if a.Page != "" {
			s = append(s, w.Schedule.Page(oneLine(a.Page)))
		}
		if a.Inferred {
			s = append(s, w.Schedule.Inferred)
		}
		if len(s) > 0 {
			all = append(all, strings.Join(s, ", "))
		}
	}
	return strings.Join(all, "; ")
}

// oneLine returns markup as one line without looks.
func oneLine(source string) string {
	return markup.Line(source)
}

// Reason says why a card comes now: "due since yesterday".
func (w Speaker) Reason(p Progress, now Moment) string {
	late := int(now.Day - p.DueDay)
	switch {
	case p.State == New:
		return w.Schedule.New
	case p.State == Learning:
		return w.Schedule.Learning(p.Step + 1)
	case p.State == Relearning:
		return w.Schedule.Relearning(p.Step + 1)
	case late == 0:
		return w.Schedule.DueToday
	case late == 1:
		return w.Schedule.DueYesterday
	case late > 1:
		return w.Schedule.Overdue(late, w.Day(p.DueDay))
	}
	return w.Schedule.DueOn(w.Day(p.DueDay))
}

// Day writes a day as the learner's locale does.
func (w Speaker) Day(d Day) string {
	year, month, day := d.Date()
	return w.Locale.Date(year, month, day)
}

// Next says when the next card is due: "next due in 9m".
func (w Speaker) Next(n Next, now Moment) string {
	const day = 24 * time.Hour
	switch {
	case n == Next{}:
		return w.Schedule.NothingNext
	case n.Now || n.At.IsZero() && n.Day <= now.Day:
		return w.Schedule.NextNow
	case n.At.IsZero() && n.Day == now.Day+1:
		return w.Schedule.NextTomorrow
	case n.At.IsZero():
		return w.Schedule.NextIn(w.Interval(time.Duration(n.Day-now.Day) * day))
	case n.At.Sub(now.At) <= 0:
		return w.Schedule.NextNow
	}
	return w.Schedule.NextIn(w.Interval(n.At.Sub(now.At)))
}

// Choice returns when a choice brings a card back, "" where that is not known.
func (w Speaker) Choice(c Choice) string {
	if c.Interval == "" {
		return ""
	}
	return w.Interval(c.Wait)
}

// Note says why a response is what its verdict says, "" where that is plain.
func (w Speaker) Note(m answer.Match) string {
	return markup.OneLine(w.Common.Note(w.Common.Engine(m.Note), m.Form))
}
