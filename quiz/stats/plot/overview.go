package plot

import (
	"fmt"

	"recto/quiz/stats"
)

// facts writes labels and what they say beside each other.
func (p painter) facts(list [][2]string) []string {
	label := 0
	for _, f := range list {
		label = max(label, len(f[0])+2)
	}
	var lines []string
	for _, f := range list {
		for i, part := range wrap(f[1], p.Width-label) {
			name := ""
			if i == 0 {
				name = f[0]
			}
			lines = append(lines, pad(name, label)+part)
		}
	}
	return lines
}

// overview says the most important in words.
func (p painter) overview() []string {
	r := p.r
	if r.Total.Reviews == 0 {
		return append(wrap(Nothing(r), p.Width), p.facts([][2]string{{"cards", p.cardWords()}})...)
	}
	return p.facts(Facts(r))
}

// Nothing says that nothing was reviewed.
func Nothing(r *stats.Report) string {
	if r.Since != nil {
		return fmt.Sprintf("Nothing was reviewed since %s.", r.Since)
	}
	return "Nothing was reviewed yet; recto study begins."
}

// Facts returns the most important of a report that has reviews: labels, and
// what they say.
func Facts(r *stats.Report) [][2]string {
	today, month := r.Retention[0], r.Retention[3]
	f := [][2]string{
		{"reviews", fmt.Sprintf("%s from %s to %s, in %s", Thousands(r.Total.Reviews), from(r), r.Today, Minutes(r.Total.Taken/1000))},
	}
	return append(f, [][2]string{
		{"today", fmt.Sprintf("%s in %s", Count(today.Reviews, "review"), Minutes(today.Taken/1000))},
		{"waiting", waiting(r)},
		{"retention", fmt.Sprintf("%s in the last 30 days, %s in all", Percent(month.True()), Percent(r.Total.True()))},
		{"known now", known(r)},
		{"streak", streak(r.Streak)},
		{"study days", fmt.Sprintf("%s of %s", Thousands(r.Streak.StudyDays), Thousands(r.Streak.Days))},
		{"cards", cardWords(r.Cards)},
	}...)
}

func waiting(r *stats.Report) string {
	text := fmt.Sprintf("%s due today", Count(r.Forecast.Days[0], "card"))
	if n := r.Forecast.Overdue; n > 0 {
		text += fmt.Sprintf(", %s overdue", Thousands(n))
	}
	if s := r.Forecast.Seconds[0]; s > 0 {
		text += ", about " + Minutes(int64(s))
	}
	return text
}

func known(r *stats.Report) string {
	n := Sum(r.Retrievability)
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("about %s of %s (%.0f %%)", Thousands(int(r.Remembered+0.5)), Count(n, "reviewed card"), 100*r.Remembered/float64(n))
}

// Sum returns how many cards a histogram counts.
func Sum(bins []stats.Bin) (n int) {
	for _, b := range bins {
		n += b.Cards
	}
	return n
}

func streak(s stats.Streak) string {
	text := fmt.Sprintf("%s in a row", Count(s.Current, "day"))
	if s.LongestFrom != nil {
		text += fmt.Sprintf("; the longest was %s from %s", Thousands(s.Longest), s.LongestFrom)
	}
	return text
}

func (p painter) cardWords() string { return cardWords(p.r.Cards) }

func cardWords(n stats.CardCounts) string {
	text := fmt.Sprintf("%s new, %s learning, %s young, %s mature", Thousands(n.New), Thousands(n.Learning), Thousands(n.Young), Thousands(n.Mature))
	for _, more := range []struct {
		n    int
		name string
	}{{n.Suspended, "suspended"}, {n.Buried, "buried"}, {n.Gone, "no longer in a deck"}} {
		if more.n > 0 {
			text += fmt.Sprintf(", %s %s", Thousands(more.n), more.name)
		}
	}
	return text
}

// answerTimes is a table of how long answers took.
func (p painter) answerTimes() []string {
	lines := []string{fmt.Sprintf("%-9s%9s%8s%9s", "", "median", "mean", "9 of 10")}
	for _, t := range p.r.AnswerTimes {
		if t.Answers > 0 {
			lines = append(lines, fmt.Sprintf("%-9s%7.1f s%6.1f s%7.1f s", t.Of, t.Median, t.Mean, t.P90))
		}
	}
	if len(lines) == 1 {
		return nil
	}
	return lines
}

// from returns the first day that counts.
func from(r *stats.Report) stats.Date {
	if r.Since != nil && (r.First == nil || *r.Since > *r.First) {
		return *r.Since
	}
	return min(*r.First, r.Today)
}
