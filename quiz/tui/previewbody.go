package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
)

// minPane is the width from which on a card is shown beside the paper, and
// between what stands between the two.
const (
	minPane = 50
	between = " │ "
)

// roomForBoth reports whether card and paper fit beside each other.
func (v *viewer) roomForBoth() bool { return v.width-4 >= 2*minPane+len(" | ") }

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
	if v.effective() == beside {
		return min(2*maxColumns+len(" | "), v.width-4)
	}
	return max(min(maxColumns, v.width-4), 1)
}

// compose lays out the card on screen, and below it what was found about it.
func (v *viewer) compose() {
	v.body, v.stale = body{column: -1, tight: v.height < roomy}, false
	if v.width < minWidth || v.height < minHeight {
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
		b.add(v.paper(c, w)...)
	default:
		v.composeBoth(b, c, w)
	}
	v.composeFindings(b, c, w)
	b.trim()
}

// composeNothing lays out why there is no card.
func (v *viewer) composeNothing(b *body, w int) {
	if len(v.edition.Faults) == 0 {
		b.add(text("There is no question.", 0))
		return
	}
	b.add(wrap(text("No question can be shown before this is mended:", bold), w)...)
	for _, f := range v.edition.Faults {
		b.gap()
		b.add(faultLines(f.Text, w)...)
	}
}

// composeStudied lays out the card as a session shows it.
func (v *viewer) composeStudied(b *body, c decks.Card, w int) {
	f := face{view: quiz.Look(c, 1, v.hints, v.back)}
	f.reply = newReply(f.view)
	f.reply.cursor = -1
	f.composeQuestion(b, w)
	f.composeRest(b, w)
	b.trim()
}

// paper returns the question as it stands on a sheet, or its answer in the
// key, and what the paper cannot show.
func (v *viewer) paper(c decks.Card, w int) []line {
	drawn, warnings := v.edition.Paper(c.Question, v.back, w)
	lines := make([]line, len(drawn))
	for i, l := range drawn {
		lines[i] = text(markup.OneLine(l), 0)
	}
	for i, s := range warnings {
		if i == 0 {
			lines = append(lines, nil)
		}
		lines = append(lines, hang(text("! ", yellow|bold), text(markup.OneLine(s), 0), w)...)
	}
	return lines
}

// composeBoth lays out the card and the paper beside each other.
func (v *viewer) composeBoth(b *body, c decks.Card, w int) {
	pane := (w - displaywidth.String(between)) / 2
	left := body{column: -1, tight: b.tight}
	v.composeStudied(&left, c, pane)
	right := v.paper(c, pane)
	name := "On paper"
	if v.back {
		name = "In the key"
	}
	row := func(l, r line) {
		l = l.cut(pane)
		joined := append(append(line{}, l...), spaces(pane-l.width()), piece{between, faint})
		b.add(append(joined, r...))
	}
	row(text("As studied", faint), text(name, faint))
	row(nil, nil)
	for i := range max(len(left.lines), len(right)) {
		var l, r line
		if i < len(left.lines) {
			l = left.lines[i]
		}
		if i < len(right) {
			r = right[i]
		}
		row(l, r)
	}
	const above = 2 // the names, and the line below them
	b.hint = span{left.hint.from + above, left.hint.to + above}
	b.answer = span{left.answer.from + above, left.answer.to + above}
}

// composeFindings lays out what could be better about a question.
func (v *viewer) composeFindings(b *body, c decks.Card, w int) {
	found := v.findings[questionAt{c.Question.File, c.Question.Number}]
	if len(found) == 0 {
		return
	}
	b.gap()
	b.add(text(strings.Repeat("─", w), faint))
	for _, f := range found {
		b.add(findingLines(f, w)...)
	}
}

// findingLines returns what could be better, and how.
func findingLines(f Finding, w int) []line {
	lines := hang(text("! ", yellow|bold), line{{f.Code + ": ", bold}, {markup.OneLine(f.Message), 0}}, w)
	if f.Hint != "" {
		lines = append(lines, hang(text("  hint: ", faint), text(markup.OneLine(f.Hint), faint), w)...)
	}
	return lines
}

// faultLines returns a fault as it is printed, its excerpt moved so that the
// place is in sight.
func faultLines(s string, w int) []line {
	const excerpt = "    "
	var lines []line
	all := strings.Split(s, "\n")
	for i := 0; i < len(all); i++ {
		l := markup.OneLine(all[i])
		if i+1 < len(all) && strings.HasPrefix(l, excerpt) && strings.TrimSpace(all[i+1]) == "^" {
			lines = append(lines, excerptLines(l[len(excerpt):], displaywidth.String(markup.OneLine(all[i+1]))-len(excerpt)-1, w)...)
			i++
			continue
		}
		look := look(0)
		if i == 0 {
			look = bold
		}
		lines = append(lines, wrap(text(l, look), w)...)
	}
	return lines
}

// excerptLines returns a line of a file and the sign below one of its cells.
func excerptLines(s string, at, w int) []line {
	room := max(w-2, 1)
	row := cells(s)
	for at >= room && len(row) > 0 { // what is left of the place goes
		at -= row[0].width
		row = row[1:]
	}
	return []line{append(text("  ", 0), join(row)...).cut(w), append(text("  ", 0), spaces(at), piece{"^", red | bold})}
}

// findingsPanel lists every fault and every finding.
func (v *viewer) findingsPanel() *panel {
	p := &panel{title: "What check says", passing: true}
	p.below = func(w int) []line {
		var lines []line
		for _, f := range v.edition.Faults {
			lines = append(append(lines, faultLines(f.Text, w)...), nil)
		}
		for _, f := range v.all {
			place := markup.OneLine(f.File)
			if f.Line > 0 {
				place += fmt.Sprintf(":%d", f.Line)
			}
			lines = append(append(lines, wrap(text(place, faint), w)...), append(findingLines(f, w), nil)...)
		}
		if len(lines) == 0 {
			lines = append(lines, text("Nothing.", 0))
		}
		return lines
	}
	return p
}

// View draws the screen.
func (v *viewer) View() tea.View {
	view := tea.View{AltScreen: true}
	if v.width == 0 || v.height == 0 {
		return view
	}
	if v.width < minWidth || v.height < minHeight {
		view.Content = short("window too small", v.width)
		return view
	}
	top, bottom, w := v.top(), v.bottom(), v.columns()
	h := max(v.height-len(top)-len(bottom), 1)
	lines, scroll := v.body.lines, v.scroll
	if v.panel != nil {
		lines = v.panel.body(w)
		v.panel.scroll = max(min(v.panel.scroll, len(lines)-h), 0)
		scroll = v.panel.scroll
	}
	top[1] = v.rule(more(len(lines)-scroll-h, scroll))
	view.Content = paint(v.width, w, h, v.light, top, lines[min(scroll, len(lines)):], bottom)
	if v.seek != nil && v.panel == nil {
		_, _, column := v.seek.lines(w - len(prompt))
		view.Cursor = tea.NewCursor((v.width-w)/2+len(prompt)+column, v.height-2)
	}
	return view
}
