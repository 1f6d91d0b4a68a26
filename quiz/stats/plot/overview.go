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
		return append(wrap(p.Nothing(r), p.Width), p.facts([][2]string{{p.Stats.Facts.Cards, p.cardWords(r.Cards)}})...)
	}
	return p.facts(p.Facts(r))
}

// Nothing says that nothing was reviewed.
func (s Speaker) Nothing(r *stats.Report) string {
	if r.Since != nil {
		return s.Stats.NothingSince(s.Day(*r.Since))
	}
	return s.Stats.NothingYet
}

// Facts returns the most important of a report that has reviews: labels, and
// what they say.
func (s Speaker) Facts(r *stats.Report) [][2]string {
	today, month, say := r.Retention[0], r.Retention[3], &s.Stats.Facts
	return [][2]string{
		{say.Reviews, say.ReviewsOf(s.Thousands(r.Total.Reviews), s.Day(from(r)), s.Day(r.Today), s.Time(r.Total.Taken/1000))},
		{say.Today, say.TodayOf(today.Reviews, s.Time(today.Taken/1000))},
		{say.Waiting, s.waiting(r)},
		{say.Retention, say.RetentionOf(s.Percent(month.True()), s.Percent(r.Total.True()))},
		{say.Known, s.known(r)},
		{say.Streak, s.streak(r.Streak)},
		{say.StudyDays, say.DaysOf(s.Thousands(r.Streak.StudyDays), s.Thousands(r.Streak.Days))},
		{say.Cards, s.cardWords(r.Cards)},
	}
}

func (s Speaker) waiting(r *stats.Report) string {
	about := ""
	if seconds := r.Forecast.Seconds[0]; seconds > 0 {
		about = s.Time(int64(seconds))
	}
	return s.Stats.Facts.WaitingOf(r.Forecast.Days[0], r.Forecast.Overdue, about)
}

func (s Speaker) known(r *stats.Report) string {
	n := Sum(r.Retrievability)
	if n == 0 {
		return "-"
	}
	return s.Stats.Facts.KnownOf(s.Thousands(int(r.Remembered+0.5)), n, s.Stats.Percent(r.Remembered/float64(n), 0))
}

// Sum returns how many cards a histogram counts.
func Sum(bins []stats.Bin) (n int) {
	for _, b := range bins {
		n += b.Cards
	}
	return n
}

func (s Speaker) streak(k stats.Streak) string {
	from := ""
	if k.LongestFrom != nil {
		from = s.Day(*k.LongestFrom)
	}
	return s.Stats.Facts.StreakOf(k.Current, s.Thousands(k.Longest), from)
}

func (s Speaker) cardWords(n stats.CardCounts) string {
	return s.Stats.Facts.CardsOf(n.New, n.Learning, n.Young, n.Mature, n.Suspended, n.Buried, n.Gone)
}

// answerTimes is a table of how long answers took.
func (p painter) answerTimes() []string {
	lines := []string{fmt.Sprintf("%-9s%9s%8s%9s", "", p.Stats.Columns.Median, p.Stats.Columns.Mean, p.Stats.Columns.NineOfTen)}
	for _, t := range p.r.AnswerTimes {
		if t.Answers > 0 {
			lines = append(lines, fmt.Sprintf("%-9s%9s%8s%9s", p.Common.Engine(t.Of), p.Stats.Seconds(t.Median, 1), p.Stats.Seconds(t.Mean, 1), p.Stats.Seconds(t.P90, 1)))
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
