package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// part is what is brought into sight.
type part uint8

const (
	nothing part = iota
	theReply
	theHint
	theAnswer
)

// View draws the screen, and again when what was asked for is out of sight.
func (a *app) View() tea.View {
	p := a.page()
	v := a.window.Draw(p)
	if a.bring != nothing && a.window.Panel == nil && a.window.Width > 0 {
		a.reveal()
		v = a.window.Draw(p)
	}
	return v
}

// reveal scrolls as little as needed to bring into sight what was asked for.
func (a *app) reveal() {
	h, scroll := a.window.Room(), &a.window.Scroll
	var s frame.Span
	switch a.bring {
	case theReply:
		s = a.body.Reply
	case theHint:
		s = a.body.Hint
	case theAnswer:
		s = a.body.Answer
	}
	a.bring = nothing
	switch {
	case s.To-s.From > h: // not all of it can be seen: what is above stays as well
		*scroll = max(*scroll, s.From-h/2)
	case s.To > *scroll+h:
		*scroll = s.To - h
	}
	if s.To > s.From && s.From < *scroll {
		*scroll = s.From
	}
}

// page returns what is on screen.
func (a *app) page() frame.Page {
	v := a.face.View
	p := frame.Page{Status: a.status(), Done: v.Total - v.Left.Sum(), All: v.Total, Label: a.label(), Body: a.body.Lines, Hints: a.hints()}
	w := a.window.Columns()
	p.Above = a.said(w)
	if v.Phase == quiz.Shown {
		p.Above = append(p.Above, a.buttons(w)...)
	}
	if a.body.Column >= 0 {
		p.Cursor = frame.Cursor{Place: frame.InBody, Row: a.body.Reply.From, Column: a.body.Column}
	}
	return p
}

// status names the deck and where in it the card stands, and counts what is
// left.
func (a *app) status() frame.Line {
	v, w := a.face.View, a.window.Columns()
	waits := &a.w.Study.Waits
	var right frame.Line
	for i, c := range []struct {
		name string
		n    int
		is   bool
	}{
		{waits.New, v.Left.New, v.Progress.State == quiz.New},
		{waits.Learning, v.Left.Learning, v.Progress.Steps()},
		{waits.Due, v.Left.Due, v.Progress.State == quiz.Review},
	} {
		if i > 0 {
			right = append(right, frame.P("  ", 0))
		}
		look := frame.Faint
		if c.is && v.Phase != quiz.Finished {
			look = frame.Bold
		}
		right = append(right, frame.P(fmt.Sprintf("%s %s", c.name, a.w.Locale.Int(c.n)), look))
	}
	left := a.w.Home.Name
	switch {
	case a.options.again:
		left = a.w.Study.Again
	case v.Phase != quiz.Finished:
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

// label says which card of the session this is, its flag, and with a timer how
// long it has been on screen.
func (a *app) label() string {
	v := a.face.View
	if v.Phase == quiz.Finished {
		return ""
	}
	label := a.w.Study.Place(v.Number, v.Total)
	if f := v.Progress.Flag; f != 0 {
		label = a.w.Study.Flagged(f) + " · " + label
	}
	if a.options.Timer {
		now, _ := a.options.Now()
		s := int(max(now.At.Sub(a.entered.At), 0) / time.Second)
		label = fmt.Sprintf("%d:%02d", s/60, s%60) + " · " + label
	}
	return label
}

// maxSaid is how many lines at the bottom tell that something is wrong.
const maxSaid = 3

// said returns what the learner has to be told beside what became of the last
// key: that an answer is not saved, that a card is a leech.
func (a *app) said(w int) []frame.Line {
	var lines []frame.Line
	if f := a.face.View.Fault; f != nil {
		lines = frame.AtMost(maxSaid-1, frame.Hang(frame.Text(a.w.Study.NotSaved, frame.Red|frame.Bold), frame.Text(markup.OneLine(f.Error())+".", 0), w), w)
		lines = append(lines, frame.Text(a.w.Study.SameKey, 0))
	}
	if l := a.face.View.Leech; l != nil {
		name := a.w.Study.LastCard
		if w >= frame.Wide {
			name = markup.OneLine(l.Card.ID.String())
		}
		lines = append(lines, frame.Hang(frame.Text(a.w.Study.Leech, frame.Yellow|frame.Bold), frame.Text(name+" "+a.w.Advice(*l), 0), w)...)
	}
	return frame.AtMost(min(maxSaid, max(a.window.Height-frame.MinHeight, 0)), lines, w) // the rest is for the card and the keys
}

// buttons returns the four ratings with their intervals, the one that Space
// takes in brackets; in a narrow column the intervals stand below.
func (a *app) buttons(w int) []frame.Line {
	slot := w / 4
	var names, below frame.Line
	cram := a.face.View.Ratings[0].Interval == ""
	for _, c := range a.face.View.Ratings {
		name, wait := fmt.Sprintf("%d %s", c.Rating, a.w.Common.Rating(int(c.Rating))), a.w.Choice(c)
		if w >= frame.Wide && !cram {
			name += " " + wait
		}
		look := frame.Zone(card.Zones + int(c.Rating))
		if c.Rating == a.selected {
			name, look = "["+name+"]", look|frame.Bold|frame.Reverse
		} else {
			name = " " + name + " "
		}
		names = append(names, frame.P(name, look), frame.Spaces(slot-displaywidth.String(name)))
		interval := "   " + wait
		below = append(below, frame.P(interval, frame.Faint), frame.Spaces(slot-displaywidth.String(interval)))
	}
	if w >= frame.Wide || cram {
		return []frame.Line{names}
	}
	return []frame.Line{names, below}
}
