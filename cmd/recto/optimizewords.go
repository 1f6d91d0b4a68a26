package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/quiz"
	"recto/quiz/fsrs"
)

// printChange says what other parameters would do to the intervals of cards,
// at the configured retention.
func printChange(c *cli.Context, old, new fsrs.Weights, retention float64) error {
	was, err := fsrs.NewModel(old[:])
	if err != nil {
		return err
	}
	is, err := fsrs.NewModel(new[:])
	if err != nil {
		return err
	}
	w := c.App.Writer
	fmt.Fprintf(w, "What would change, at a retention of %.0f %%:\n\n", 100*retention)
	fmt.Fprintf(w, "  %-44s%-16s%s\n", "a card that was rated", "waits now", "then")
	for _, life := range []struct {
		said    string
		ratings []quiz.Rating
	}{
		{"Again at first", []quiz.Rating{quiz.Again}},
		{"Hard at first", []quiz.Rating{quiz.Hard}},
		{"Good at first", []quiz.Rating{quiz.Good}},
		{"Easy at first", []quiz.Rating{quiz.Easy}},
		{"Good twice", []quiz.Rating{quiz.Good, quiz.Good}},
		{"Good three times", []quiz.Rating{quiz.Good, quiz.Good, quiz.Good}},
		{"Good four times", []quiz.Rating{quiz.Good, quiz.Good, quiz.Good, quiz.Good}},
		{"Good three times, then Hard", []quiz.Rating{quiz.Good, quiz.Good, quiz.Good, quiz.Hard}},
		{"Good three times, then Again", []quiz.Rating{quiz.Good, quiz.Good, quiz.Good, quiz.Again}},
	} {
		fmt.Fprintf(w, "  %-44s%-16s%s\n", life.said, waits(was, retention, life.ratings), waits(is, retention, life.ratings))
	}
	fmt.Fprintln(w)
	return nil
}

// waits writes the interval after ratings, each given when the card is due.
func waits(m *fsrs.Model, retention float64, ratings []quiz.Rating) string {
	var s, d float64
	elapsed := 0
	for _, r := range ratings {
		s, d = m.Next(s, d, elapsed, r)
		elapsed = wholeDays(m.Interval(s, retention), fsrs.MaxStability)
	}
	return quiz.FormatInterval(time.Duration(elapsed) * day)
}

// wholeDays rounds an interval to whole days, 1 to most.
func wholeDays(interval float64, most int) int {
	return int(min(max(math.Round(interval), 1), float64(most)))
}

// thousands writes a number with commas: 12,485.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// counted is count for large numbers: "12,485 reviews".
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return thousands(n) + " " + thing
}

// wrapped breaks text into lines of at most 78 columns.
func wrapped(text string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
		case width+1+len(word) > 78:
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String()
}
