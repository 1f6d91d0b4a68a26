package tui

import (
	"fmt"
	"strings"
	"time"

	"recto/quiz"
)

// composeSummary lays out what the session came to.
func (a *app) composeSummary(b *body, w int) {
	v, sum := a.view, a.view.Summary
	if v.Total == 0 {
		b.add(wrap(text("Nothing to study now", bold), w)...)
		b.gap()
		b.add(wrap(text(sentence(sum.Next.Words(a.now)), 0), w)...)
		return
	}
	b.add(text("Done", bold))
	b.gap()
	said := fmt.Sprintf("%d answered", sum.Answered)
	if sum.Answered > 0 {
		said += fmt.Sprintf(", %d%% right", sum.Right)
		if sum.Time >= time.Second {
			said += ", in " + sum.Time.Round(time.Second).String()
		}
	}
	b.add(wrap(text(said, 0), w)...)
	if sum.Answered > 0 {
		b.gap()
		composeBars(b, sum, w)
	}
	if len(sum.Hardest) > 0 {
		b.gap()
		b.add(text("Hardest", faint))
		for _, h := range sum.Hardest {
			times := "forgotten once"
			if h.Again > 1 {
				times = fmt.Sprintf("forgotten %d times", h.Again)
			}
			ask := text("  "+short(inline(h.Card.Ask()), w-len("  ")-len(" ")-len(times)), 0)
			b.add(append(ask, spaces(w-ask.width()-len(times)), piece{times, faint}))
		}
	}
	b.gap()
	left := "nothing left"
	if n := sum.Left.Sum(); n > 0 {
		left = fmt.Sprintf("%d left", n)
	}
	b.add(wrap(text(sentence(left+"; "+sum.Next.Words(a.now)), 0), w)...)
}

// composeBars lays out how often each rating was given.
func composeBars(b *body, sum quiz.Summary, w int) {
	looks := [4]look{red, yellow, green, accent}
	for i, n := range sum.Ratings {
		length := 0
		if n > 0 {
			length = max(n*max(w-14, 1)/sum.Answered, 1)
		}
		b.add(line{{fmt.Sprintf("  %-5s %4d ", quiz.Again+quiz.Rating(i), n), 0}, {strings.Repeat("━", length), looks[i]}})
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
