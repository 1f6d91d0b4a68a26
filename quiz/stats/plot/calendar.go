package plot

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/quiz/stats"
)

// calendar draws a year of days, a column a week; in a narrow window in two
// halves, one below the other.
func (p painter) calendar() []string {
	k := p.r.Calendar
	weeks := (len(k.Reviews) + 6) / 7
	room := p.Width - weekdayWidth
	var lines []string
	switch {
	case room >= weeks:
		lines = p.weeks(0, weeks)
	default:
		half := (weeks + 1) / 2
		lines = append(append(p.weeks(0, half), ""), p.weeks(half, weeks)...)
	}
	return append(append(lines, ""), p.legend()...)
}

const weekdayWidth = 4

// shades are the five levels of a day.
func (p painter) shades() [5]string {
	if p.Plain {
		return [5]string{".", "-", "+", "*", "#"}
	}
	return [5]string{"·", "░", "▒", "▓", "█"}
}

// weeks draws the weeks from one number to before another.
func (p painter) weeks(from, to int) []string {
	k, shades := p.r.Calendar, p.shades()
	lines := []string{strings.Repeat(" ", weekdayWidth) + monthLine(k, from, to)}
	for day, name := range []string{"Mon", "", "Wed", "", "Fri", "", "Sun"} {
		line := pad(name, weekdayWidth)
		for week := from; week < to; week++ {
			if i := week*7 + day; i < len(k.Reviews) {
				line += shades[k.Level(i)]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// monthLine names the months above the weeks in which they begin.
func monthLine(k stats.Calendar, from, to int) string {
	line := ""
	for week := from; week < to; week++ {
		for i := week * 7; i < week*7+7; i++ {
			date := (k.From + stats.Date(i)).String()
			if at := week - from; date[8:] == "01" && len(line) <= at && at+3 <= to-from {
				line += strings.Repeat(" ", at-len(line)) + monthNames[date[5:7]] + " "
			}
		}
	}
	return line
}

var monthNames = map[string]string{
	"01": "Jan", "02": "Feb", "03": "Mar", "04": "Apr", "05": "May", "06": "Jun",
	"07": "Jul", "08": "Aug", "09": "Sep", "10": "Oct", "11": "Nov", "12": "Dec",
}

// legend says what the shades mean, in reviews a day, in as many lines as it
// takes.
func (p painter) legend() []string {
	s, steps := p.shades(), p.r.Calendar.Steps
	parts := []string{"reviews a day:", s[0] + " none"}
	for i, least := range []int{1, steps[0], steps[1]} {
		part := fmt.Sprintf("%s %d", s[i+1], least)
		if most := steps[i] - 1; most > least {
			part += fmt.Sprintf("-%d", most)
		}
		parts = append(parts, part)
	}
	parts = append(parts, fmt.Sprintf("%s %d or more", s[4], steps[2]))
	lines := []string{parts[0]}
	for _, part := range parts[1:] {
		if last := &lines[len(lines)-1]; displaywidth.String(*last+"  "+part) <= p.Width {
			*last += "  " + part
		} else {
			lines = append(lines, "  "+part)
		}
	}
	return lines
}
