package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// minPane is the width from which on a card is shown beside the paper, and
// between what stands between the two.
const (
	minPane = 50
	between = " │ "
)

// roomForBoth reports whether card and paper fit beside each other.
func (v *viewer) roomForBoth() bool { return v.window.Width-4 >= 2*minPane+len(" | ") }

// effective is the sight that is shown.
func (v *viewer) effective() sight {
	switch {
	case v.edition.Paper == nil:
		return studied
	case v.sight == beside && !v.roomForBoth():
		return studied
	}
	return v.sight
}

// columns returns the width of what is shown.
func (v *viewer) columns() int {
	v.window.Max = 0
	if v.effective() == beside {
		v.window.Max = 2*frame.MaxColumns + len(" | ")
	}
	return v.window.Columns()
}

// compose lays out the card on screen, and below it what was found about it.
func (v *viewer) compose() {
	v.body, v.stale = card.Body{Rows: frame.Rows{Tight: v.window.Tight()}, Column: -1}, false
	if v.window.Width < frame.MinWidth || v.window.Height < frame.MinHeight {
		return
	}
	b, w := &v.body, v.columns()
	c, ok := v.card()
	if !ok {
		v.composeNothing(b, w)
		return
	}
	switch v.effective() {
	case studied:
		v.composeStudied(b, c, w)
	case printed:
		b.Add(v.paper(c, w)...)
	default:
		v.composeBoth(b, c, w)
	}
	v.composeFindings(b, c, w)
	b.Trim()
}

// composeNothing lays out why there is no card.
func (v *viewer) composeNothing(b *card.Body, w int) {
	if len(v.edition.Faults) == 0 {
		b.Add(frame.Text(v.w.Preview.NoCard, 0))
		return
	}
	b.Add(frame.Wrap(frame.Text(v.w.Preview.Mend, frame.Bold), w)...)
	for _, f := range v.edition.Faults {
		b.Gap()
		b.Add(frame.FaultLines(f.Text, w)...)
	}
}

// composeStudied lays out the card as a session shows it.
func (v *viewer) composeStudied(b *card.Body, c decks.Card, w int) {
	f := card.Face{View: quiz.Look(c, 1, v.hints, v.back), Words: v.w, Pictures: v.options.Pictures, Height: card.LinesIn(v.window.Height)}
	f.Reply = card.NewReply(f.View)
	f.Reply.Cursor = -1
	f.ComposeQuestion(b, w)
	f.ComposeRest(b, w)
	b.Trim()
}

// paper returns the question as it stands on a sheet, or its answer in the
// key, and what the paper cannot show.
func (v *viewer) paper(c decks.Card, w int) []frame.Line {
	drawn, warnings := v.edition.Paper(c.Question, v.back, w)
	lines := make([]frame.Line, len(drawn))
	for i, l := range drawn {
		lines[i] = frame.Text(markup.OneLine(l), 0)
	}
	for i, s := range warnings {
		if i == 0 {
			lines = append(lines, nil)
		}
		lines = append(lines, frame.Hang(frame.Text("! ", frame.Yellow|frame.Bold), frame.Text(markup.OneLine(s), 0), w)...)
	}
	return lines
}

// composeBoth lays out the card and the paper beside each other.
func (v *viewer) composeBoth(b *card.Body, c decks.Card, w int) {
	pane := (w - displaywidth.String(between)) / 2
	left := card.Body{Rows: frame.Rows{Tight: b.Tight}, Column: -1}
	v.composeStudied(&left, c, pane)
	right := v.paper(c, pane)
	name := v.w.Preview.OnPaper
	if v.back {
		name = v.w.Preview.InKey
	}
	row := func(l, r frame.Line) {
		l = l.Cut(pane)
		joined := append(append(frame.Line{}, l...), frame.Spaces(pane-l.Width()), frame.P(between, frame.Faint))
		b.Add(append(joined, r...))
	}
	row(frame.Text(v.w.Preview.AsStudied, frame.Faint), frame.Text(name, frame.Faint))
	row(nil, nil)
	for i := range max(len(left.Lines), len(right)) {
		var l, r frame.Line
		if i < len(left.Lines) {
			l = left.Lines[i]
		}
		if i < len(right) {
			r = right[i]
		}
		row(l, r)
	}
	const above = 2 // the names, and the line below them
	b.Hint = frame.Span{From: left.Hint.From + above, To: left.Hint.To + above}
	b.Answer = frame.Span{From: left.Answer.From + above, To: left.Answer.To + above}
}

// composeFindings lays out what could be better about a question.
func (v *viewer) composeFindings(b *card.Body, c decks.Card, w int) {
	found := v.findings[questionAt{c.Question.File, c.Question.Number}]
	if len(found) == 0 {
		return
	}
	b.Gap()
	b.Add(frame.Text(strings.Repeat("─", w), frame.Faint))
	for _, f := range found {
		b.Add(v.findingLines(f, w)...)
	}
}

// findingLines returns what could be better, and how.
func (v *viewer) findingLines(f Finding, w int) []frame.Line {
	lines := frame.Hang(frame.Text("! ", frame.Yellow|frame.Bold), frame.Line{frame.P(f.Code+": ", frame.Bold), frame.P(markup.OneLine(f.Message), 0)}, w)
	if f.Hint != "" {
		lines = append(lines, frame.Hang(frame.Text("  "+v.w.Preview.Hint, frame.Faint), frame.Text(markup.OneLine(f.Hint), frame.Faint), w)...)
	}
	return lines
}

// findingsPanel lists every fault and every finding.
func (v *viewer) findingsPanel() *frame.Panel {
	p := &frame.Panel{Title: v.w.Preview.Checks, Passing: true}
	p.Below = func(w int) []frame.Line {
		var lines []frame.Line
		for _, f := range v.edition.Faults {
			lines = append(append(lines, frame.FaultLines(f.Text, w)...), nil)
		}
		for _, f := range v.all {
			place := markup.OneLine(f.File)
			if f.Line > 0 {
				place += fmt.Sprintf(":%d", f.Line)
			}
			lines = append(append(lines, frame.Wrap(frame.Text(place, frame.Faint), w)...), append(v.findingLines(f, w), nil)...)
		}
		if len(lines) == 0 {
			lines = append(lines, frame.Text(v.w.Preview.Fine, 0))
		}
		return lines
	}
	return p
}

// View draws the screen.
func (v *viewer) View() tea.View {
	v.columns() // the window may be wider with the paper
	p := frame.Page{Status: v.status(), Body: v.body.Lines, Hints: v.hintLine()}
	p.Done, p.All, p.Label = v.progress()
	p.Above, p.Cursor = v.above()
	return v.window.Draw(p)
}
