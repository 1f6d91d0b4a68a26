package quiz

import (
	"fmt"
	"strings"
	"time"

	"recto/decks"
	"recto/decks/markup"
)

// Where returns where a fact stands in the source, for people, on one line:
// "A regime in crisis, paragraph 2"; "" when nothing is known.
func Where(from []decks.Anchor) string {
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
			s = append(s, fmt.Sprint("paragraph ", a.Paragraph))
		}
		if a.Page != "" {
			s = append(s, "page "+oneLine(a.Page))
		}
		if a.Inferred {
			s = append(s, "a conclusion")
		}
		if len(s) > 0 {
			all = append(all, strings.Join(s, ", "))
		}
	}
	return strings.Join(all, "; ")
}

// oneLine returns markup as one line without looks.
func oneLine(source string) string {
	return markup.OneLine(strings.Join(strings.Fields(markup.Plain(markup.Parse(source))), " "))
}

// Reason says in words why a card comes now: "due since yesterday".
func (p Progress) Reason(now Moment) string {
	late := int(now.Day - p.DueDay)
	switch {
	case p.State == New:
		return "new, it was never reviewed"
	case p.State == Learning:
		return fmt.Sprintf("learning, step %d", p.Step+1)
	case p.State == Relearning:
		return fmt.Sprintf("forgotten and relearned, step %d", p.Step+1)
	case late == 0:
		return "due today"
	case late == 1:
		return "due since yesterday"
	case late > 1:
		return fmt.Sprintf("due for %d days, since %s", late, p.DueDay)
	}
	return fmt.Sprintf("in review, due on %s", p.DueDay)
}

// Words says when the next card is due: "next due in 9m".
func (n Next) Words(now Moment) string {
	const day = 24 * time.Hour
	switch {
	case n == Next{}:
		return "nothing more is due"
	case n.Now || n.At.IsZero() && n.Day <= now.Day:
		return "next due now"
	case n.At.IsZero() && n.Day == now.Day+1:
		return "next due tomorrow"
	case n.At.IsZero():
		return "next due in " + FormatInterval(time.Duration(n.Day-now.Day)*day)
	case n.At.Sub(now.At) <= 0:
		return "next due now"
	}
	return "next due in " + FormatInterval(n.At.Sub(now.At))
}
