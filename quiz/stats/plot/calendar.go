package plot

import (
	"fmt"
	"strings"
	"time"

	"github.com/clipperhouse/displaywidth"

	"recto/quiz"
	"recto/quiz/stats"
)

// calendar draws a year of days, a column a week; in a narrow window in two
// halves, one below the other.
func (p painter) calendar() []string {
	k := p.r.Calendar
	weeks := (len(k.Reviews) + p.Shift() + 6) / 7
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
	lines := []string{strings.Repeat(" ", weekdayWidth) + p.monthLine(from, to)}
	for day, name := range p.Weekdays() {
		line := pad(name, weekdayWidth)
		for week := from; week < to; week++ {
			switch i := week*7 + day - p.Shift(); {
			case i < 0:
				line += " "
			case i < len(k.Reviews):
				line += shades[k.Level(i)]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// monthLine names the months above the weeks in which they begin.
func (p painter) monthLine(from, to int) string {
	line, k := "", p.r.Calendar
	for week := from; week < to; week++ {
		for i := max(week*7-p.Shift(), 0); i < week*7+7-p.Shift(); i++ {
			_, month, day := quiz.Day(k.From + stats.Date(i)).Date()
			name := p.Common.Months[month-1]
			taken := displaywidth.String(line)
			if at := week - from; day == 1 && taken <= at && at+displaywidth.String(name) <= to-from {
				line += strings.Repeat(" ", at-taken) + name + " "
			}
		}
	}
	return line
}

// Shift returns how many days before a Monday, with which the calendar of a
// report begins, the weeks of the locale do.
func (s Speaker) Shift() int { return (int(time.Monday) - int(s.Locale.FirstDay()) + 7) % 7 }

// Weekdays names every other day of a week, from the first; the others are "".
func (s Speaker) Weekdays() (names [7]string) {
	for i := 0; i < 7; i += 2 {
		names[i] = s.Common.Weekdays[(int(s.Locale.FirstDay())+i)%7]
	}
	return names
}

// legend says what the shades mean, in reviews a day, in as many lines as it
// takes.
func (p painter) legend() []string {
	s, steps := p.shades(), p.r.Calendar.Steps
	parts := []string{p.Stats.ADay, s[0] + " " + p.Stats.None}
	for i, least := range []int{1, steps[0], steps[1]} {
		part := fmt.Sprintf("%s %d", s[i+1], least)
		if most := steps[i] - 1; most > least {
			part += fmt.Sprintf("-%d", most)
		}
		parts = append(parts, part)
	}
	parts = append(parts, s[4]+" "+p.Stats.OrMore(p.Locale.Int(steps[2])))
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
