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

// The screen from top to bottom: a line of status, a rule that is the progress
// too, the body, what was said about the last key, the four ratings, a line of
// keys. All of it stands in one column in the middle.
const (
	maxColumns = 72
	minWidth   = 20 // below it there is nothing to be seen
	minHeight  = 6
	roomy      = 18 // from this height on there are empty lines between the parts
	wide       = 56 // from this width of the column on ratings take one line
)

// columns returns the width of the column.
func (a *app) columns() int { return max(min(maxColumns, a.width-4), 1) }

// bodyHeight returns how many lines there are between the top and the bottom.
func (a *app) bodyHeight() int {
	return max(a.height-len(a.top())-len(a.bottom()), 1)
}

// part is what is brought into sight.
type part uint8

const (
	nothing part = iota
	theReply
	theHint
	theAnswer
)

// reveal scrolls as little as needed to bring into sight what was asked for.
func (a *app) reveal() {
	h := a.bodyHeight()
	var s span
	switch a.bring {
	case theReply:
		s = a.body.reply
	case theHint:
		s = a.body.hint
	case theAnswer:
		s = a.body.answer
	}
	if a.panel != nil {
		return // the card is where it was when the panel is gone
	}
	a.bring = nothing
	switch {
	case s.to-s.from > h: // not all of it can be seen: what is above stays as well
		a.scroll = max(a.scroll, s.from-h/2)
	case s.to > a.scroll+h:
		a.scroll = s.to - h
	}
	if s.to > s.from && s.from < a.scroll {
		a.scroll = s.from
	}
	a.scroll = max(min(a.scroll, len(a.body.lines)-h), 0)
}

// scrolls takes the keys that turn pages.
func (a *app) scrolls(name string) bool {
	switch name {
	case "pgup":
		a.scroll -= max(a.bodyHeight()-1, 1)
	case "pgdown":
		a.scroll += max(a.bodyHeight()-1, 1)
	default:
		return false
	}
	return true
}

func (a *app) scrollBy(name string) {
	if name == "up" {
		a.scroll--
	} else {
		a.scroll++
	}
}

// View draws the screen.
func (a *app) View() tea.View {
	v := tea.View{AltScreen: true}
	if a.width == 0 || a.height == 0 {
		return v
	}
	if a.width < minWidth || a.height < minHeight {
		v.Content = short("window too small", a.width)
		return v
	}
	top, bottom := a.top(), a.bottom()
	h := max(a.height-len(top)-len(bottom), 1)
	lines, scroll := a.body.lines, a.scroll
	if a.panel != nil {
		lines = a.panel.body(a.columns())
		scroll = max(min(a.panel.scroll, len(lines)-h), 0)
	}
	top[1] = a.rule(more(len(lines)-scroll-h, scroll))
	v.Content = paint(a.width, a.columns(), h, a.light, top, lines[min(scroll, len(lines)):], bottom)
	if row := a.body.reply.from - scroll; a.panel == nil && a.body.column >= 0 && row >= 0 && row < h {
		v.Cursor = tea.NewCursor((a.width-a.columns())/2+a.body.column, len(top)+row)
	}
	return v
}

// paint draws a screen: what stands on top, h lines of a body, and what stands
// at the bottom, in a column in the middle.
func paint(width, column, h int, light bool, top, body, bottom []line) string {
	margin := strings.Repeat(" ", (width-column)/2)
	var b strings.Builder
	draw := func(l line) {
		if len(l) > 0 {
			b.WriteString(margin)
			l.cut(column).paint(&b, light)
		}
		b.WriteByte('\n')
	}
	for _, l := range top {
		draw(l)
	}
	for i := range h {
		if i < len(body) {
			draw(body[i])
		} else {
			draw(nil)
		}
	}
	for _, l := range bottom {
		draw(l)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// more says how many lines there are below, or else above, what is to be seen.
func more(below, above int) string {
	switch {
	case below > 0:
		return fmt.Sprintf("↓ %d more", below)
	case above > 0:
		return fmt.Sprintf("↑ %d more", above)
	}
	return ""
}

// top returns the line of status and the rule below it.
func (a *app) top() []line {
	lines := []line{a.status(), a.rule("")}
	if a.height >= roomy {
		lines = append(lines, nil)
	}
	return lines
}

// status names the deck and where in it the card stands, and counts what is
// left.
func (a *app) status() line {
	v, w := a.view, a.columns()
	counts := []struct {
		name string
		n    int
		is   bool
	}{
		{"new", v.Left.New, v.Progress.State == quiz.New},
		{"learning", v.Left.Learning, v.Progress.Steps()},
		{"due", v.Left.Due, v.Progress.State == quiz.Review},
	}
	var right line
	for i, c := range counts {
		if i > 0 {
			right = append(right, piece{"  ", 0})
		}
		look := faint
		if c.is && v.Phase != quiz.Finished {
			look = bold
		}
		right = append(right, piece{fmt.Sprintf("%s %d", c.name, c.n), look})
	}
	left := "recto"
	if v.Phase != quiz.Finished {
		left = deckPlace(v.Card, w-right.width()-2)
	}
	space := max(w-right.width()-displaywidth.String(left), 0)
	return append(line{{left, faint}, {strings.Repeat(" ", space), 0}}, right...)
}

// deckPlace names a card's deck and, in a wide column, the groups that it stands
// in. Where there is no room for all, the deck leaves half of it to the groups.
func deckPlace(c decks.Card, width int) string {
	deck, groups := markup.OneLine(c.ID.Deck), ""
	if d := c.Question.Deck; d != nil && d.Title != "" {
		deck = inline(d.Title)
	}
	for _, g := range c.Question.Group.Path() {
		if g.Title != "" && width > wide/2 {
			groups += " › " + inline(g.Title)
		}
	}
	room := max(width-displaywidth.String(groups), width/2)
	return short(short(deck, room)+groups, width)
}

// rule returns a rule whose heavy part is how much of the session is done, and
// what is said at its end.
func (a *app) rule(said string) line {
	v, w := a.view, a.columns()
	label := ""
	if v.Phase != quiz.Finished {
		label = fmt.Sprintf(" %d of %d", v.Number, v.Total)
		if f := v.Progress.Flag; f != 0 {
			label = fmt.Sprintf(" flag %d ·%s", f, label)
		}
	}
	if said != "" {
		label = strings.TrimSuffix(" "+said+" ·"+label, " ·")
	}
	length := max(w-displaywidth.String(label), 0)
	done := 0
	if v.Total > 0 {
		done = length * max(v.Total-v.Left.Sum(), 0) / v.Total
	}
	return line{{strings.Repeat("━", done), accent}, {strings.Repeat("─", length-done), faint}, {label, faint}}
}

// bottom returns what was said, the ratings, and the keys.
func (a *app) bottom() []line {
	w := a.columns()
	var lines []line
	if a.panel == nil {
		lines = a.said(w)
	}
	if len(lines) == 0 && a.height >= roomy {
		lines = append(lines, nil)
	}
	if a.panel == nil && a.view.Phase == quiz.Shown {
		lines = append(lines, a.buttons(w)...)
		if a.height >= roomy {
			lines = append(lines, nil)
		}
	}
	return append(lines, keyLine(a.hints(), w))
}

// maxSaid is how many lines at the bottom tell about the last key.
const maxSaid = 3

// said returns what the learner has to be told: that an answer is not saved,
// that a card is a leech, what became of the last key.
func (a *app) said(w int) []line {
	var lines []line
	if f := a.view.Fault; f != nil {
		lines = atMost(maxSaid-1, hang(text("NOT SAVED: ", red|bold), text(markup.OneLine(f.Error())+".", 0), w), w)
		lines = append(lines, text("The same key tries again.", 0))
	}
	if l := a.view.Leech; l != nil {
		card := "the last card"
		if w >= wide {
			card = markup.OneLine(l.Card.ID.String())
		}
		lines = append(lines, hang(text("LEECH: ", yellow|bold), text(card+" "+l.Advice(), 0), w)...)
	}
	if a.notice != "" {
		lines = append(lines, wrap(text(a.notice, 0), w)...)
	}
	return atMost(min(maxSaid, max(a.height-minHeight, 0)), lines, w) // the rest is for the card and the keys
}

// atMost returns the first n lines, with an ellipsis where more follow.
func atMost(n int, lines []line, w int) []line {
	if len(lines) <= n {
		return lines
	}
	if n > 0 {
		lines[n-1] = append(lines[n-1].cut(w-2), piece{" …", 0})
	}
	return lines[:n]
}

// buttons returns the four ratings with their intervals, the one that Space
// takes in brackets; in a narrow column the intervals stand below.
func (a *app) buttons(w int) []line {
	slot := w / 4
	var names, below line
	cram := a.view.Ratings[0].Interval == ""
	for _, c := range a.view.Ratings {
		name := fmt.Sprintf("%d %s", c.Rating, c.Rating)
		if w >= wide && !cram {
			name += " " + c.Interval
		}
		look := look(0)
		if c.Rating == a.selected {
			name, look = "["+name+"]", bold|reverse
		} else {
			name = " " + name + " "
		}
		names = append(names, piece{name, look}, spaces(slot-displaywidth.String(name)))
		interval := "   " + c.Interval
		below = append(below, piece{interval, faint}, spaces(slot-displaywidth.String(interval)))
	}
	if w >= wide || cram {
		return []line{names}
	}
	return []line{names, below}
}

func spaces(n int) piece { return piece{strings.Repeat(" ", max(n, 0)), 0} }

// keyLine returns as many keys as fit.
func keyLine(hints []hint, w int) line {
	var l line
	used := 0
	for _, h := range hints {
		n := displaywidth.String(h.key + " " + h.does)
		if used > 0 {
			n += 3
		}
		if used+n > w {
			break
		}
		if used > 0 {
			l = append(l, spaces(3))
		}
		l = append(l, piece{h.key, bold}, piece{" " + h.does, faint})
		used += n
	}
	return l
}
