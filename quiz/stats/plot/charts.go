package plot

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/quiz"
	"recto/quiz/stats"
)

// roomy is the width from which tables say more than the least.
const roomy = 60

// periods is the table of true retention.
func (p painter) periods() []string {
	counts := p.Width >= 74
	say := &p.Stats.Columns
	head := fmt.Sprintf("%-13s%8s%8s%8s", "", say.Young, say.Mature, say.Both)
	if counts {
		head = fmt.Sprintf("%-14s%8s%-12s%8s%-12s%8s", "", say.Young, "", say.Mature, "", say.Both)
	}
	lines := []string{head}
	for _, t := range p.r.Retention {
		if !counts {
			lines = append(lines, fmt.Sprintf("%-13s%8s%8s%8s", p.Common.Engine(t.Name), p.Percent(t.Young), p.Percent(t.Mature), p.Percent(t.True())))
			continue
		}
		line := fmt.Sprintf("%-14s", p.Common.Engine(t.Name))
		for _, r := range []stats.Recall{t.Young, t.Mature, t.True()} {
			of := ""
			if r.N() > 0 {
				of = say.Of(p.Thousands(r.N()))
			}
			line += fmt.Sprintf("%8s%-12s", p.Percent(r), of)
		}
		lines = append(lines, line)
	}
	return lines
}

// series draws the true retention of the last spans with a review, a line each.
func (p painter) series(list []stats.Period, most int, days bool) []string {
	list = list[max(len(list)-most, 0):]
	var lines []string
	for _, t := range list {
		share, ok := t.True().Retention()
		name := t.Name
		if days {
			name = p.Day(t.From)
		}
		lines = append(lines, p.row(name, 10, p.Percent(t.True()), 8, share, ok, p.Stats.Count.Reviews(t.Reviews)))
	}
	return lines
}

// row is a line of a chart: a label, a value, a bar, and a remark where there
// is room.
func (p painter) row(label string, labelWidth int, value string, valueWidth int, share float64, bar bool, remark string) string {
	line := pad(label, labelWidth) + fmt.Sprintf("%*s  ", valueWidth, value)
	room := p.Width - labelWidth - valueWidth - 2
	if p.Width >= roomy && remark != "" {
		room -= 17
	}
	if !bar {
		share = 0
	}
	line += pad(p.bar(share, room), room)
	if p.Width >= roomy && remark != "" {
		line += fmt.Sprintf("%17s", remark)
	}
	return line
}

// ratings draws how often each rating was given.
func (p painter) ratings() []string {
	var lines []string
	for i, name := range p.Common.Ratings {
		n := p.r.Total.Ratings[i]
		share := float64(n) / float64(p.r.Total.Reviews)
		lines = append(lines, p.row(name, 8, p.Stats.Percent(share, 1), 8, share, true, p.Thousands(n)))
	}
	return lines
}

// hours draws when reviews were made, and how well.
func (p painter) hours() []string {
	most := 0
	for _, h := range p.r.Hours {
		most = max(most, h.Reviews)
	}
	var lines []string
	for hour, h := range p.r.Hours {
		if h.Reviews == 0 {
			continue
		}
		remark := ""
		if share, ok := h.True().Retention(); ok {
			remark = p.Stats.Retention(p.Stats.Percent(share, 0))
		}
		lines = append(lines, p.row(fmt.Sprintf("%02d:00", hour), 6, p.Thousands(h.Reviews), 9, float64(h.Reviews)/float64(most), true, remark))
	}
	return lines
}

// columnHeight is how many lines a chart of columns is high.
const columnHeight = 8

// forecast draws what comes due, in columns; plain, a line a day.
func (p painter) forecast() []string {
	f := p.r.Forecast
	sum, most := 0, 0
	for _, n := range f.Days {
		sum, most = sum+n, max(most, n)
	}
	said := p.Stats.Forecast(p.Thousands(f.Overdue), p.Thousands(f.Days[0]), p.Thousands(sum-f.Days[0]), p.Thousands(f.Later))
	lines := wrap(said, p.Width)
	if most == 0 {
		return lines
	}
	lines = append(lines, "")
	if p.Plain {
		for i, n := range f.Days {
			lines = append(lines, p.row(p.Day(p.r.Today+stats.Date(i)), 10, p.Thousands(n), 8, float64(n)/float64(most), true, p.minutes(f.Seconds[i])))
		}
		return lines
	}
	return append(lines, p.columns(f.Days, most)...)
}

func (p painter) minutes(seconds int) string {
	if seconds == 0 {
		return ""
	}
	return p.Time(int64(seconds))
}

// parts are the tops of a column.
var parts = [...]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// columns draws a column a day, with the scale on the left and dates below.
func (p painter) columns(values []int, most int) []string {
	axis := max(displaywidth.String(p.Thousands(most)), 2) + 1
	each := min(max((p.Width-axis)/len(values), 1), 3)
	var lines []string
	for row := columnHeight; row > 0; row-- {
		label := ""
		if row == columnHeight {
			label = p.Thousands(most)
		}
		line := fmt.Sprintf("%*s ", axis-1, label)
		for _, n := range values {
			eights := (n*columnHeight*8 + most - 1) / most // what is not nothing is seen
			cell := parts[min(max(eights-(row-1)*8, 0), 8)]
			line += strings.Repeat(cell, max(each-1, 1)) + strings.Repeat(" ", min(each-1, 1))
		}
		lines = append(lines, line)
	}
	line, next := strings.Repeat(" ", axis), 0
	for i := 0; i < len(values); i += 7 {
		_, month, day := quiz.Day(p.r.Today + stats.Date(i)).Date()
		label := p.Locale.DayMonth(month, day)
		if i == 0 {
			label = p.Stats.Today
		}
		if at := i * each; at >= next && axis+at+len(label) <= p.Width {
			line += strings.Repeat(" ", max(at-(len(line)-axis), 0)) + label
			next = at + len(label) + 1
		}
	}
	return append(lines, line)
}
