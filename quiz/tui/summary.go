package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// Messages of the end of a session.
type (
	weekMsg    struct{ days [7]int }
	printedMsg struct {
		said string
		err  error
	}
)

// lookBack asks what the last seven days were like.
func (a *app) lookBack() tea.Cmd {
	if a.options.Week == nil {
		return nil
	}
	return func() tea.Msg {
		days, err := a.options.Week(a.ctx)
		if err != nil {
			return nil // the summary stands without it
		}
		return weekMsg{days}
	}
}

// retry asks the wrong ones again, without schedule, above this screen.
func (a *app) retry() tea.Cmd {
	next := a.wrongAgain()
	if next == nil {
		a.window.Say(a.w.Study.NothingWrong)
		return nil
	}
	return frame.Push(func(context.Context) (frame.Screen, error) { return next, nil })
}

// wrongAgain returns the screen of the wrong ones, nil when there are none.
func (a *app) wrongAgain() *app {
	now, _ := a.options.Now()
	s, ok := a.session.Retry(now, uint64(now.At.UnixNano()))
	if !ok {
		return nil
	}
	o := a.options
	o.again, o.Stands, o.Accept, o.Print = true, nil, nil, nil
	return newApp(a.ctx, s, o)
}

// print prints the wrong ones.
func (a *app) print() tea.Cmd {
	wrong := slices.Clone(a.face.View.Summary.Wrong)
	switch {
	case len(wrong) == 0:
		a.window.Say(a.w.Study.NothingWrong)
		return nil
	case a.options.Print == nil:
		a.window.Say(a.w.Study.NoPrinter)
		return nil
	}
	a.busy = true
	a.window.Say(a.w.Frame.Loading)
	return func() tea.Msg {
		said, err := a.options.Print(a.ctx, wrong)
		return printedMsg{said, err}
	}
}

// printed says where the wrong ones are on paper.
func (a *app) printed(msg printedMsg) {
	a.busy = false
	if msg.err != nil {
		a.window.Say(a.w.Study.NotPrinted(msg.err.Error()))
		return
	}
	a.window.Say(msg.said)
}

// composeSummary lays out what the session came to.
func (a *app) composeSummary(b *card.Body, w int) {
	v, sum, say := a.face.View, a.face.View.Summary, &a.w.Summary
	if v.Total == 0 {
		b.Add(frame.Wrap(frame.Text(say.NothingTitle, frame.Bold), w)...)
		b.Gap()
		b.Add(frame.Wrap(frame.Text(a.w.Common.Sentence(a.w.Next(sum.Next, a.now)), 0), w)...)
		a.composeWeek(b, w)
		return
	}
	b.Add(frame.Text(say.Title, frame.Bold))
	b.Gap()
	taken := ""
	if sum.Time >= time.Second {
		taken = sum.Time.Round(time.Second).String()
	}
	b.Add(frame.Wrap(frame.Text(say.Answered(sum.Answered, sum.Cards, sum.Right, taken), 0), w)...)
	if sum.Answered > 0 {
		b.Gap()
		a.composeBars(b, sum, w)
	}
	a.composeHardest(b, sum.Hardest, w)
	b.Gap()
	b.Add(frame.Wrap(frame.Text(say.Left(sum.Left.Sum(), a.w.Next(sum.Next, a.now)), 0), w)...)
	a.composeWeek(b, w)
}

// composeBars lays out how often each rating was given.
func (a *app) composeBars(b *card.Body, sum quiz.Summary, w int) {
	looks := [4]frame.Look{frame.Red, frame.Yellow, frame.Green, frame.Accent}
	for i, n := range sum.Ratings {
		length := 0
		if n > 0 {
			length = max(n*max(w-14, 1)/sum.Answered, 1)
		}
		b.Add(frame.Line{frame.P(fmt.Sprintf("  %-5s %4d ", a.w.Common.Rating(i+1), n), 0), frame.P(strings.Repeat("━", length), looks[i])})
	}
}

// composeHardest lists the cards that were forgotten most.
func (a *app) composeHardest(b *card.Body, hardest []quiz.HardCard, w int) {
	if len(hardest) == 0 {
		return
	}
	b.Gap()
	b.Add(frame.Text(a.w.Summary.Hardest, frame.Faint))
	for _, h := range hardest {
		times := frame.Text(a.w.Summary.Forgotten(h.Again), frame.Faint)
		ask := frame.Text("  "+frame.Short(frame.Inline(h.Card.Ask()), w-len("  ")-len(" ")-times.Width()), 0)
		b.Add(append(append(ask, frame.Spaces(w-ask.Width()-times.Width())), times...))
	}
}

// heights are the bars of the week, from nothing to most.
var heights = []rune(" ▁▂▃▄▅▆▇█")

// dayCells is how many cells a day of the week takes.
const dayCells = 5

// composeWeek lays out the last seven days: a bar, how many cards, the day.
func (a *app) composeWeek(b *card.Body, w int) {
	if a.week == nil || w < 7*dayCells {
		return
	}
	most := max(slices.Max(a.week[:]), 1)
	var bars, counts, names strings.Builder
	for i, n := range a.week {
		day := a.now.Day + quiz.Day(i-6)
		year, month, date := day.Date()
		name := a.w.Common.Weekdays[time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Weekday()]
		height := heights[(n*(len(heights)-1)+most-1)/most]
		fmt.Fprintf(&bars, "%*s", dayCells, strings.Repeat(string(height), 3))
		fmt.Fprintf(&counts, "%*s", dayCells, a.w.Locale.Int(n))
		fmt.Fprintf(&names, "%*s", dayCells, name)
	}
	b.Gap()
	b.Add(frame.Text(a.w.Summary.Week, frame.Faint))
	b.Add(frame.Text(bars.String(), frame.Accent), frame.Text(counts.String(), 0), frame.Text(names.String(), frame.Faint))
}

// summaryLine returns what the session came to as one line.
func (a *app) summaryLine(v quiz.View, now quiz.Moment) string {
	sum := v.Summary
	if v.Total == 0 {
		return a.w.Summary.Nothing(a.w.Next(sum.Next, now))
	}
	return a.w.Summary.Done(sum.Answered, sum.Right, sum.Left.Sum(), a.w.Next(sum.Next, now))
}
