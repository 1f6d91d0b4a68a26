package plot

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
	"recto/quiz/stats"
)

// Style says how lines are written.
type Style struct {
	Width int  // cells of a line, MinWidth to MaxWidth; others are brought into them
	Plain bool // ASCII for everything that is no text of a deck, and numbers instead of charts where they say more
}

// The widths that lines are written for.
const (
	MinWidth = 36
	MaxWidth = 100
)

// Page is what stands together on a screen.
type Page uint8

// The pages, in their order.
const (
	Overview Page = iota
	Retention
	Forecast
	Calendar
	Cards
	Confusions
)

// Pages returns the pages in their order.
func Pages() []Page { return []Page{Overview, Retention, Forecast, Calendar, Cards, Confusions} }

// String returns the title of a page.
func (p Page) String() string {
	return [...]string{"Overview", "Retention", "Forecast", "Calendar", "Cards", "Confusions"}[p]
}

// Section is a part of a page with a title.
type Section struct {
	Page  Page
	Title string
	Lines []string
}

// Sections writes a report, page by page.
func Sections(r *stats.Report, s Style) []Section {
	s.Width = min(max(s.Width, MinWidth), MaxWidth)
	p := painter{Style: s, r: r}
	var all []Section
	add := func(page Page, title string, lines []string) {
		if len(lines) > 0 {
			for i := range lines {
				lines[i] = p.fit(lines[i])
			}
			all = append(all, Section{page, title, lines})
		}
	}
	add(Overview, "Overview", p.overview())
	if r.Total.Reviews > 0 {
		add(Overview, "Answer time", p.answerTimes())
		add(Retention, "True retention", p.periods())
		add(Retention, "By day", p.series(r.Days, 14))
		add(Retention, "By week", p.series(r.Weeks, 12))
		add(Retention, "By month", p.series(r.Months, 12))
		add(Retention, "Ratings", p.ratings())
	}
	if r.Total.Reviews > 0 || Sum(r.Retrievability) > 0 {
		add(Forecast, fmt.Sprintf("Due in the next %d days", stats.ForecastDays), p.forecast())
		add(Calendar, "The last year", p.calendar())
	}
	if r.Total.Reviews > 0 {
		add(Calendar, "Hours of the day", p.hours())
	}
	add(Cards, "Cards", p.cards())
	add(Cards, "Retrievability now", p.bins(r.Retrievability, share))
	add(Cards, "Stability", p.bins(r.Stability, days))
	add(Cards, "Difficulty", p.bins(r.Difficulty, grade))
	add(Cards, "Hardest cards", p.hardest())
	add(Cards, "Decks", p.groups(r.Decks))
	add(Cards, "Tags", p.groups(r.Tags))
	add(Confusions, "Wrong answers", p.confusions())
	add(Confusions, "Mixed up", p.mixups())
	return all
}

// Text writes all pages one below the other, each section under its title.
func Text(r *stats.Report, s Style) string {
	var b strings.Builder
	for i, section := range Sections(r, s) {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(section.Title + "\n")
		for _, line := range section.Lines {
			if line = strings.TrimRight(line, " "); line != "" {
				b.WriteString("  " + line)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// painter writes the parts of a report.
type painter struct {
	Style
	r *stats.Report
}

// fit cuts a line to the width. Ids may come from a stranger's history: nothing
// in them commands a terminal.
func (p painter) fit(s string) string { return p.short(markup.OneLine(s), p.Width) }

// short returns s cut to a number of cells, with an ellipsis where it was cut.
func (p painter) short(s string, width int) string {
	dots := "…"
	if p.Plain {
		dots = "..."
	}
	if width <= len(dots) && p.Plain {
		dots = ""
	}
	return displaywidth.TruncateString(s, max(width, 0), dots)
}

// pad fills s up to a number of cells.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-displaywidth.String(s), 0))
}

// eighths are the ends of a bar.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// bar returns a bar of at most width cells for a share of the longest; what is
// not nothing is seen.
func (p painter) bar(share float64, width int) string {
	if share <= 0 || width <= 0 {
		return ""
	}
	share = min(share, 1)
	if p.Plain {
		return strings.Repeat("#", max(1, int(share*float64(width)+0.5)))
	}
	n := max(1, int(share*float64(width)*8+0.5))
	return strings.Repeat("█", n/8) + eighths[n%8]
}

// wrap breaks a text into lines of at most width cells.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case displaywidth.String(line)+1+displaywidth.String(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Thousands writes a number with commas: 12,485.
func Thousands(n int) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// Count writes a number of things: "1 card", "12,485 cards".
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Thousands(n) + " " + thing
}

// Percent writes the retention of some reviews: "91.4 %", "-" for none.
func Percent(r stats.Recall) string {
	share, ok := r.Retention()
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*share)
}

// Minutes writes a time in seconds for people: "45 s", "12 min", "3.5 h".
func Minutes(seconds int64) string {
	switch {
	case seconds < 60:
		return fmt.Sprintf("%d s", seconds)
	case seconds < 2*3600:
		return fmt.Sprintf("%d min", (seconds+30)/60)
	}
	if seconds >= 100*3600 {
		return Thousands(int((seconds+1800)/3600)) + " h"
	}
	return fmt.Sprintf("%.1f h", float64(seconds)/3600)
}
