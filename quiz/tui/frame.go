package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// columns returns the width of the column.
func (a *app) columns() int { return max(min(frame.MaxColumns, a.width-4), 1) }

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
	var s frame.Span
	switch a.bring {
	case theReply:
		s = a.body.Reply
	case theHint:
		s = a.body.Hint
	case theAnswer:
		s = a.body.Answer
	}
	if a.panel != nil {
		return // the card is where it was when the panel is gone
	}
	a.bring = nothing
	switch {
	case s.To-s.From > h: // not all of it can be seen: what is above stays as well
		a.scroll = max(a.scroll, s.From-h/2)
	case s.To > a.scroll+h:
		a.scroll = s.To - h
	}
	if s.To > s.From && s.From < a.scroll {
		a.scroll = s.From
	}
	a.scroll = max(min(a.scroll, len(a.body.Lines)-h), 0)
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
	if v.Content = frame.TooSmall(a.width, a.height); v.Content != "" {
		return v
	}
	top, bottom := a.top(), a.bottom()
	h := max(a.height-len(top)-len(bottom), 1)
	lines, scroll := a.body.Lines, a.scroll
	if a.panel != nil {
		lines = a.panel.Body(a.columns())
		scroll = max(min(a.panel.Scroll, len(lines)-h), 0)
	}
	top[1] = a.rule(frame.More(len(lines)-scroll-h, scroll))
	v.Content = frame.Paint(a.width, a.columns(), h, a.light, top, lines[min(scroll, len(lines)):], bottom)
	if row := a.body.Reply.From - scroll; a.panel == nil && a.body.Column >= 0 && row >= 0 && row < h {
		v.Cursor = tea.NewCursor((a.width-a.columns())/2+a.body.Column, len(top)+row)
	}
	return v
}

// top returns the line of status and the rule below it.
func (a *app) top() []frame.Line {
	lines := []frame.Line{a.status(), a.rule("")}
	if a.height >= frame.Roomy {
		lines = append(lines, nil)
	}
	return lines
}

// status names the deck and where in it the card stands, and counts what is
// left.
func (a *app) status() frame.Line {
	v, w := a.face.View, a.columns()
	counts := []struct {
		name string
		n    int
		is   bool
	}{
		{"new", v.Left.New, v.Progress.State == quiz.New},
		{"learning", v.Left.Learning, v.Progress.Steps()},
		{"due", v.Left.Due, v.Progress.State == quiz.Review},
	}
	var right frame.Line
	for i, c := range counts {
		if i > 0 {
			right = append(right, frame.P("  ", 0))
		}
		look := frame.Faint
		if c.is && v.Phase != quiz.Finished {
			look = frame.Bold
		}
		right = append(right, frame.P(fmt.Sprintf("%s %d", c.name, c.n), look))
	}
	left := "recto"
	if v.Phase != quiz.Finished {
		left = deckPlace(v.Card, w-right.Width()-2)
	}
	return frame.Status(left, right, w)
}

// deckPlace names a card's deck and, in a wide column, the groups that it stands
// in. Where there is no room for all, the deck leaves half of it to the groups.
func deckPlace(c decks.Card, width int) string {
	deck, groups := markup.OneLine(c.ID.Deck), ""
	if d := c.Question.Deck; d != nil && d.Title != "" {
		deck = frame.Inline(d.Title)
	}
	for _, g := range c.Question.Group.Path() {
		if g.Title != "" && width > frame.Wide/2 {
			groups += " › " + frame.Inline(g.Title)
		}
	}
	room := max(width-displaywidth.String(groups), width/2)
	return frame.Short(frame.Short(deck, room)+groups, width)
}

// rule returns a rule whose heavy part is how much of the session is done, and
// what is said at its end.
func (a *app) rule(said string) frame.Line {
	v, w := a.face.View, a.columns()
	label := ""
	if v.Phase != quiz.Finished {
		label = fmt.Sprintf("%d of %d", v.Number, v.Total)
		if f := v.Progress.Flag; f != 0 {
			label = fmt.Sprintf("flag %d · %s", f, label)
		}
	}
	return frame.Rule(v.Total-v.Left.Sum(), v.Total, said, label, w)
}

// bottom returns what was said, the ratings, and the keys.
func (a *app) bottom() []frame.Line {
	w := a.columns()
	var lines []frame.Line
	if a.panel == nil {
		lines = a.said(w)
	}
	if len(lines) == 0 && a.height >= frame.Roomy {
		lines = append(lines, nil)
	}
	if a.panel == nil && a.face.View.Phase == quiz.Shown {
		lines = append(lines, a.buttons(w)...)
		if a.height >= frame.Roomy {
			lines = append(lines, nil)
		}
	}
	return append(lines, frame.KeyLine(a.hints(), w))
}

// maxSaid is how many lines at the bottom tell about the last key.
const maxSaid = 3

// said returns what the learner has to be told: that an answer is not saved,
// that a card is a leech, what became of the last key.
func (a *app) said(w int) []frame.Line {
	var lines []frame.Line
	if f := a.face.View.Fault; f != nil {
		lines = frame.AtMost(maxSaid-1, frame.Hang(frame.Text("NOT SAVED: ", frame.Red|frame.Bold), frame.Text(markup.OneLine(f.Error())+".", 0), w), w)
		lines = append(lines, frame.Text("The same key tries again.", 0))
	}
	if l := a.face.View.Leech; l != nil {
		card := "the last card"
		if w >= frame.Wide {
			card = markup.OneLine(l.Card.ID.String())
		}
		lines = append(lines, frame.Hang(frame.Text("LEECH: ", frame.Yellow|frame.Bold), frame.Text(card+" "+l.Advice(), 0), w)...)
	}
	if a.notice != "" {
		lines = append(lines, frame.Wrap(frame.Text(a.notice, 0), w)...)
	}
	return frame.AtMost(min(maxSaid, max(a.height-frame.MinHeight, 0)), lines, w) // the rest is for the card and the keys
}

// buttons returns the four ratings with their intervals, the one that Space
// takes in brackets; in a narrow column the intervals stand below.
func (a *app) buttons(w int) []frame.Line {
	slot := w / 4
	var names, below frame.Line
	cram := a.face.View.Ratings[0].Interval == ""
	for _, c := range a.face.View.Ratings {
		name := fmt.Sprintf("%d %s", c.Rating, c.Rating)
		if w >= frame.Wide && !cram {
			name += " " + c.Interval
		}
		look := frame.Look(0)
		if c.Rating == a.selected {
			name, look = "["+name+"]", frame.Bold|frame.Reverse
		} else {
			name = " " + name + " "
		}
		names = append(names, frame.P(name, look), frame.Spaces(slot-displaywidth.String(name)))
		interval := "   " + c.Interval
		below = append(below, frame.P(interval, frame.Faint), frame.Spaces(slot-displaywidth.String(interval)))
	}
	if w >= frame.Wide || cram {
		return []frame.Line{names}
	}
	return []frame.Line{names, below}
}
