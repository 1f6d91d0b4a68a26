package tui

import (
	"fmt"
	"strings"
	"time"

	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// composeSummary lays out what the session came to.
func (a *app) composeSummary(b *card.Body, w int) {
	v, sum := a.face.View, a.face.View.Summary
	if v.Total == 0 {
		b.Add(frame.Wrap(frame.Text("Nothing to study now", frame.Bold), w)...)
		b.Gap()
		b.Add(frame.Wrap(frame.Text(frame.Sentence(sum.Next.Words(a.now)), 0), w)...)
		return
	}
	b.Add(frame.Text("Done", frame.Bold))
	b.Gap()
	said := fmt.Sprintf("%d answered", sum.Answered)
	if sum.Answered > 0 {
		said += fmt.Sprintf(", %d%% right", sum.Right)
		if sum.Time >= time.Second {
			said += ", in " + sum.Time.Round(time.Second).String()
		}
	}
	b.Add(frame.Wrap(frame.Text(said, 0), w)...)
	if sum.Answered > 0 {
		b.Gap()
		composeBars(b, sum, w)
	}
	if len(sum.Hardest) > 0 {
		b.Gap()
		b.Add(frame.Text("Hardest", frame.Faint))
		for _, h := range sum.Hardest {
			times := "forgotten once"
			if h.Again > 1 {
				times = fmt.Sprintf("forgotten %d times", h.Again)
			}
			ask := frame.Text("  "+frame.Short(frame.Inline(h.Card.Ask()), w-len("  ")-len(" ")-len(times)), 0)
			b.Add(append(ask, frame.Spaces(w-ask.Width()-len(times)), frame.P(times, frame.Faint)))
		}
	}
	b.Gap()
	left := "nothing left"
	if n := sum.Left.Sum(); n > 0 {
		left = fmt.Sprintf("%d left", n)
	}
	b.Add(frame.Wrap(frame.Text(frame.Sentence(left+"; "+sum.Next.Words(a.now)), 0), w)...)
}

// composeBars lays out how often each rating was given.
func composeBars(b *card.Body, sum quiz.Summary, w int) {
	looks := [4]frame.Look{frame.Red, frame.Yellow, frame.Green, frame.Accent}
	for i, n := range sum.Ratings {
		length := 0
		if n > 0 {
			length = max(n*max(w-14, 1)/sum.Answered, 1)
		}
		b.Add(frame.Line{frame.P(fmt.Sprintf("  %-5s %4d ", quiz.Again+quiz.Rating(i), n), 0), frame.P(strings.Repeat("━", length), looks[i])})
	}
}

// summaryLine returns what the session came to as one line.
func summaryLine(v quiz.View, now quiz.Moment) string {
	sum := v.Summary
	if v.Total == 0 {
		return "Nothing to study now; " + sum.Next.Words(now)
	}
	s := fmt.Sprintf("Done: %d answered", sum.Answered)
	if sum.Answered > 0 {
		s += fmt.Sprintf(", %d%% right", sum.Right)
	}
	if n := sum.Left.Sum(); n > 0 {
		s += fmt.Sprintf(", %d left", n)
	}
	return s + "; " + sum.Next.Words(now)
}
