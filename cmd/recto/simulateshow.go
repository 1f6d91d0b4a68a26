package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/quiz/simulate"
)

// simulationJSON is a simulation for programs. Means have the standard
// deviation of the runs beside them.
type simulationJSON struct {
	V         int         `json:"v"`
	Start     string      `json:"start"`
	Days      int         `json:"days"`
	Cards     int         `json:"cards"`
	New       int         `json:"new"`
	Now       float64     `json:"memorised_now"`
	NewADay   int         `json:"new_per_day"`
	Reviews   int         `json:"reviews_per_day"`
	Minutes   float64     `json:"minutes_per_day"` // 0: no limit
	Runs      int         `json:"runs"`
	Seed      uint64      `json:"seed"`
	Learner   learnerJSON `json:"learner"`
	Trials    []trialJSON `json:"retentions"`
	Advice    *float64    `json:"advised_retention"`
	Words     string      `json:"advice"`
	OneMinute minute      `json:"one_more_minute"`
}

// trialJSON is what came of a retention.
type trialJSON struct {
	Retention          float64 `json:"retention"`
	Current            bool    `json:"current,omitempty"`
	Memorised          float64 `json:"memorised"`
	MemorisedDeviation float64 `json:"memorised_deviation"`
	Reviews            float64 `json:"reviews_per_day"`
	ReviewsDeviation   float64 `json:"reviews_deviation"`
	Minutes            float64 `json:"minutes_per_day"`
	MinutesDeviation   float64 `json:"minutes_deviation"`
	Busiest            float64 `json:"busiest_minutes"`
	Recalled           float64 `json:"recalled"`
	Seen               float64 `json:"seen"`
	Waiting            float64 `json:"waiting"`
}

// learnerJSON is how the learner answers, and by how many reviews that is known.
type learnerJSON struct {
	First      [4]float64    `json:"first_ratings"`
	Passed     [3]float64    `json:"passed_ratings"`
	Learning   [3][4]float64 `json:"learning_steps"`
	Relearning [3][4]float64 `json:"relearning_steps"`
	Seconds    [3][4]float64 `json:"seconds"`
	From       []answersJSON `json:"from"`
}

type answersJSON struct {
	Part    string `json:"part"`
	From    string `json:"from"` // "decks", "all" or "standard"
	Reviews int    `json:"reviews"`
}

// sources names the parts of a learner with where they are from.
func sources(l *simulate.Learner) []answersJSON {
	var all []answersJSON
	for _, part := range []struct {
		name string
		s    simulate.Source
	}{
		{"first ratings", l.Sources.First}, {"ratings of what was recalled", l.Sources.Passed},
		{"learning steps", l.Sources.Learning}, {"relearning steps", l.Sources.Relearning}, {"answer times", l.Sources.Seconds},
	} {
		all = append(all, answersJSON{part.name, string(part.s.From), part.s.Reviews})
	}
	return all
}

func (s *simulation) json() simulationJSON {
	l := &s.options.Learner
	out := simulationJSON{
		V: 1, Start: s.options.Start.Day.String(), Days: s.options.Days, Cards: len(s.cards), New: s.unseen, Now: s.now,
		NewADay: s.limits.New, Reviews: s.limits.Reviews, Minutes: s.limits.Minutes, Runs: s.options.Runs, Seed: s.options.Seed,
		Learner: learnerJSON{l.First, l.Passed, l.Learning, l.Relearning, l.Seconds, sources(l)},
		Trials:  []trialJSON{}, Words: s.advice(), OneMinute: s.minute,
	}
	for i, r := range s.results {
		out.Trials = append(out.Trials, trialJSON{
			Retention: s.retentions[i], Current: s.current(i),
			Memorised: r.Memorised.Mean, MemorisedDeviation: r.Memorised.Deviation,
			Reviews: r.Reviews.Mean, ReviewsDeviation: r.Reviews.Deviation,
			Minutes: r.Minutes.Mean, MinutesDeviation: r.Minutes.Deviation,
			Busiest: r.Busiest.Mean, Recalled: r.Recalled.Mean, Seen: r.Seen.Mean, Waiting: r.Waiting.Mean,
		})
	}
	out.Advice = &s.retentions[s.advised]
	return out
}

func (s *simulation) current(i int) bool { return s.retentions[i] == s.w.config.Retention }

// print writes the table, the chart and the advice.
func (s *simulation) print(c *cli.Context) {
	w := c.App.Writer
	fmt.Fprintln(w, wrapped(s.heading()))
	fmt.Fprintln(w, wrapped(howAnswered(&s.options.Learner)))
	fmt.Fprintln(w)
	late := false
	for _, r := range s.results {
		late = late || r.Waiting.Mean >= 0.5
	}
	fmt.Fprintf(w, "%-12s%-17s%-16s%-16s%-10s%s\n", "retention", "remembered", "reviews a day", "minutes a day", "busiest", "recalled")
	for i, r := range s.results {
		mark := "  "
		if s.current(i) {
			mark = "* "
		}
		row := fmt.Sprintf("%s%-10s%-17s%-16s%-16s%-10s%.0f %%", mark, percent(s.retentions[i]),
			plusMinus(r.Memorised, 0), plusMinus(r.Reviews, 1), plusMinus(r.Minutes, 1), fmt.Sprintf("%.0f min", r.Busiest.Mean), 100*r.Recalled.Mean)
		if late && r.Waiting.Mean >= 0.5 {
			row += fmt.Sprintf("  %.0f late", r.Waiting.Mean)
		}
		fmt.Fprintln(w, row)
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, wrapped(s.legend(late)))
	fmt.Fprintln(w)
	s.chart(c)
	fmt.Fprintln(w)
	fmt.Fprintln(w, wrapped(s.advice()))
}

func (s *simulation) heading() string {
	limits := fmt.Sprintf("%s and %s a day at most", count(s.limits.New, "new card"), count(s.limits.Reviews, "review"))
	if s.limits.Minutes > 0 {
		limits += fmt.Sprintf(", %s", count(int(s.limits.Minutes), "minute"))
	}
	return fmt.Sprintf("%s from %s: %s, %s of them new, %s remembered now. %s.",
		count(s.options.Days, "day"), s.options.Start.Day, counted(len(s.cards), "card"), thousands(s.unseen), thousands(int(s.now+0.5)), limits)
}

func (s *simulation) legend(late bool) string {
	said := []string{fmt.Sprintf("Remembered: the chances of all cards on the day after, summed. ± is the spread of %d runs.", s.options.Runs)}
	for i := range s.retentions {
		if s.current(i) {
			said = append(said, "* is the retention that you have.")
		}
	}
	if late {
		said = append(said, "Late: due at the end, but beyond the limits of the days.")
	}
	return strings.Join(said, " ")
}

// howAnswered says whose answers the simulation goes by.
func howAnswered(l *simulate.Learner) string {
	var own, standard []string
	reviews := 0
	for _, part := range sources(l) {
		if part.From == string(simulate.FromStandard) {
			standard = append(standard, part.Part)
			continue
		}
		own = append(own, part.Part)
		reviews = max(reviews, part.Reviews)
	}
	switch {
	case len(own) == 0:
		return "Ratings and answer times are those of many learners: you have too few reviews of your own so far."
	case len(standard) == 0:
		return fmt.Sprintf("Ratings and answer times are yours, by %s.", counted(reviews, "review"))
	}
	return fmt.Sprintf("Yours, by %s: %s. Those of many learners, as yours are too few: %s.",
		counted(reviews, "review"), strings.Join(own, ", "), strings.Join(standard, ", "))
}

// advice says in words what follows.
func (s *simulation) advice() string {
	best := s.results[s.advised]
	said := []string{fmt.Sprintf("Advice: a retention of %s. It takes %.1f minutes a day.", percent(s.retentions[s.advised]), best.Minutes.Mean)}
	switch {
	case s.alike:
		said = []string{fmt.Sprintf("Advice: none. All these retentions take %.1f minutes a day and come to the same: with so few cards or days, or under such limits, they hardly matter.", best.Minutes.Mean)}
	case len(s.results) > 2:
		said = append(said, "Up to there a further minute buys more cards than on average over these retentions, beyond it fewer.")
	}
	for i, r := range s.results {
		if s.current(i) && i != s.advised && !s.alike {
			said = append(said, fmt.Sprintf("Yours, %s, remembers %s and takes %s.", percent(s.retentions[i]),
				moreOrLess(r.Memorised.Mean-best.Memorised.Mean, 0, "card"), moreOrLess(r.Minutes.Mean-best.Minutes.Mean, 1, "minute")))
		}
	}
	if m := s.minute.words(s.limits.Minutes); m != "" {
		said = append(said, m)
	}
	return strings.Join(said, " ")
}

// words says what one more minute a day buys, where limit is the one that there
// is, 0 for none.
func (m minute) words(limit float64) string {
	var ways []string
	if m.Retention != nil {
		ways = append(ways, fmt.Sprintf("%.0f by a higher retention", *m.Retention))
	}
	if m.New != nil {
		ways = append(ways, fmt.Sprintf("%.0f by %s a day", *m.New, count(m.More, "more new card")))
	}
	if m.Limit != nil {
		ways = append(ways, fmt.Sprintf("%.0f by a limit of %.0f minutes", *m.Limit, limit+1))
	}
	if len(ways) == 0 {
		return ""
	}
	return "One more minute a day buys this many more cards at the end: " + strings.Join(ways, ", ") + "."
}

// moreOrLess writes a difference: "12 cards more", "0.1 minutes less".
func moreOrLess(off float64, digits int, thing string) string {
	way := "more"
	if off < 0 {
		way, off = "less", -off
	}
	amount := fmt.Sprintf("%.*f", digits, off)
	if amount != "1" {
		thing += "s"
	}
	return fmt.Sprintf("%s %s %s", amount, thing, way)
}

func percent(share float64) string {
	text := fmt.Sprintf("%.1f", 100*share)
	return strings.TrimSuffix(text, ".0") + " %"
}

// plusMinus writes a mean with its spread.
func plusMinus(s simulate.Spread, digits int) string {
	return fmt.Sprintf("%.*f ±%.*f", digits, s.Mean, digits, s.Deviation)
}

// barWidth is how many columns the bars of a chart have.
const barWidth = 26

// chart draws what is remembered and how long it takes, side by side.
func (s *simulation) chart(c *cli.Context) {
	most, longest := 0.0, 0.0
	for _, r := range s.results {
		most, longest = max(most, r.Memorised.Mean), max(longest, r.Minutes.Mean)
	}
	plain := os.Getenv("TERM") == "dumb" || !utf8Locale()
	fmt.Fprintf(c.App.Writer, "%-12s%-*s%s\n", "", barWidth+8, "remembered at the end", "minutes a day")
	for i, r := range s.results {
		left := bar(r.Memorised.Mean/max(most, 1e-9), barWidth, plain) + fmt.Sprintf(" %.0f", r.Memorised.Mean)
		right := bar(r.Minutes.Mean/max(longest, 1e-9), barWidth-4, plain) + fmt.Sprintf(" %.1f", r.Minutes.Mean)
		fmt.Fprintf(c.App.Writer, "  %-10s%-*s%s\n", percent(s.retentions[i]), barWidth+8, left, right)
	}
}

// bar draws a share of width columns: in eighths of a block, or in ASCII.
func bar(share float64, width int, plain bool) string {
	eighths := int(share*float64(width)*8 + 0.5)
	if plain {
		return strings.Repeat("#", (eighths+4)/8)
	}
	b := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		b += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return b
}
