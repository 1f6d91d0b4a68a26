package plot

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/words"
)

// Style says how lines are written.
type Style struct {
	Width int          // cells of a line, MinWidth to MaxWidth; others are brought into them
	Words *words.Words // nil: English, as the C locale writes it
	Plain bool         // ASCII for everything that is no text of a deck, and numbers instead of charts where they say more
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

// Section is a part of a page with a title.
type Section struct {
	Page  Page
	Title string
	Lines []string
}

// Sections writes a report, page by page.
func Sections(r *stats.Report, s Style) []Section {
	s.Width = min(max(s.Width, MinWidth), MaxWidth)
	p := painter{Style: s, Speaker: In(s.Words), r: r}
	title := p.Stats.Titles
	var all []Section
	add := func(page Page, title string, lines []string) {
		if len(lines) > 0 {
			for i := range lines {
				lines[i] = p.fit(lines[i])
			}
			all = append(all, Section{page, title, lines})
		}
	}
	add(Overview, title.Overview, p.overview())
	if r.Total.Reviews > 0 {
		add(Overview, title.AnswerTime, p.answerTimes())
		add(Retention, title.TrueRetention, p.periods())
		add(Retention, title.ByDay, p.series(r.Days, 14, true))
		add(Retention, title.ByWeek, p.series(r.Weeks, 12, false))
		add(Retention, title.ByMonth, p.series(r.Months, 12, false))
		add(Retention, title.Ratings, p.ratings())
	}
	if r.Total.Reviews > 0 || Sum(r.Retrievability) > 0 {
		add(Forecast, title.DueIn(stats.ForecastDays), p.forecast())
		add(Calendar, title.LastYear, p.calendar())
	}
	if r.Total.Reviews > 0 {
		add(Calendar, title.Hours, p.hours())
	}
	add(Cards, title.Cards, p.cards())
	add(Cards, title.Retrievability, p.bins(r.Retrievability, p.share))
	add(Cards, title.Stability, p.bins(r.Stability, p.StabilityName))
	add(Cards, title.Difficulty, p.bins(r.Difficulty, grade))
	add(Cards, title.Hardest, p.hardest())
	add(Cards, title.Decks, p.groups(r.Decks))
	add(Cards, title.Tags, p.groups(r.Tags))
	add(Confusions, title.WrongAnswers, p.confusions())
	add(Confusions, title.MixedUp, p.mixups())
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
	Speaker
	r *stats.Report
}

// fit cuts a line to the width.
func (p painter) fit(s string) string {
	if p.Plain {
		s = toASCII.Replace(s)
	}
	return closed(p.short(s, p.Width))
}

// given returns a text of a deck or a history as a line holds it. It may come
// from a stranger: nothing in it commands a terminal, nor moves what stands beside
// it. No line has such a text in another way.
func given(s string) string { return markup.Isolate(markup.OneLine(s)) }

// givenIn is given, cut to a number of cells.
func (p painter) givenIn(s string, width int) string {
	return markup.Isolate(p.short(markup.OneLine(s), width))
}

// open reports whether a line ends within a text that is isolated.
func open(line string) bool {
	return strings.LastIndex(line, markup.FSI) > strings.LastIndex(line, markup.PDI)
}

// closed ends what is isolated at the end of a line.
func closed(line string) string {
	if open(line) {
		line += markup.PDI
	}
	return line
}

// toASCII writes the marks between thousands of some locales in ASCII.
var toASCII = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "’", "'")

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

// Speaker says the figures of a report in the words of a catalogue.
type Speaker struct{ *words.Words }

// In returns the speaker of a catalogue; nil is English, as the C locale writes
// it.
func In(w *words.Words) Speaker {
	if w == nil {
		w = words.English(words.Locale{})
	}
	return Speaker{w}
}

// Thousands writes a number with marks between the thousands: 12,485.
func (s Speaker) Thousands(n int) string { return s.Locale.Grouped(n) }

// Day writes a day as the locale does.
func (s Speaker) Day(d stats.Date) string {
	year, month, day := quiz.Day(d).Date()
	return s.Locale.Date(year, month, day)
}

// Percent writes the retention of some reviews: "91.4 %", "-" for none.
func (s Speaker) Percent(r stats.Recall) string {
	share, ok := r.Retention()
	if !ok {
		return "-"
	}
	return s.Stats.Percent(share, 1)
}

// Time writes a time in seconds for people: "45 s", "12 min", "3.5 h".
func (s Speaker) Time(seconds int64) string {
	switch {
	case seconds < 60:
		return s.Stats.Seconds(float64(seconds), 0)
	case seconds < 2*3600:
		return s.Stats.Minutes(int((seconds + 30) / 60))
	case seconds >= 100*3600:
		return s.Stats.Hours(float64((seconds+1800)/3600), 0)
	}
	return s.Stats.Hours(float64(seconds)/3600, 1)
}
