package tui

import (
	"recto/decks"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// bodyHeight returns how many lines there are between the top and the bottom.
func (v *viewer) bodyHeight() int {
	return max(v.height-len(v.top())-len(v.bottom()), 1)
}

// top returns the line of status and the rule below it.
func (v *viewer) top() []frame.Line {
	lines := []frame.Line{v.status(), v.rule("")}
	if v.height >= frame.Roomy {
		lines = append(lines, nil)
	}
	return lines
}

// status names the deck and where in it the question stands, and what card of
// it is shown.
func (v *viewer) status() frame.Line {
	c, ok := v.card()
	w := v.columns()
	if !ok {
		return frame.Text(v.w.Preview.Name, frame.Faint)
	}
	what := c.Kind().String()
	switch {
	case c.Face == decks.ReverseFace:
		what = v.w.Preview.Reverse(c.Question.Kind.String())
	case c.Question.Kind == decks.Cloze:
		what += " " + string(c.Face)
	}
	side := v.w.Preview.Side(v.back, v.effective() == printed)
	right := frame.Line{frame.P(what+", ", frame.Faint), frame.P(side, frame.Bold)}
	return frame.Status(deckPlace(c, w-right.Width()-2), right, w)
}

// rule returns a rule whose heavy part is how far the deck was gone through,
// and what is said at its end.
func (v *viewer) rule(said string) frame.Line {
	w, n := v.columns(), len(v.edition.Questions)
	label, done := "", 0
	if c, ok := v.card(); ok {
		at := v.place[c.Question]
		label = v.w.Preview.Place(at+1, n)
		done = at + 1
		if cards := c.Question.Cards(); len(cards) > 1 {
			for i := range cards {
				if cards[i].Face == c.Face {
					label += v.w.Preview.Card(i+1, len(cards))
				}
			}
		}
	}
	return frame.Rule(done, n, said, label, w)
}

// prompt stands before what is searched for.
const prompt = "/ "

// bottom returns what is wrong, what was said, what is searched for, and the
// keys.
func (v *viewer) bottom() []frame.Line {
	w := v.columns()
	var lines []frame.Line
	if v.panel == nil {
		room := max(v.height-frame.MinHeight, 0) // the rest is for the card and the keys
		if v.seek != nil {
			room = min(room, 3)
		}
		lines = v.faulty(w)
		if v.notice != "" {
			lines = append(lines, frame.AtMost(2, frame.Wrap(frame.Text(v.notice, 0), w), w)...)
		}
		lines = frame.AtMost(room, lines, w)
		if v.seek != nil {
			typed, row, _ := v.seek.Lines(w - len(prompt))
			lines = append(lines, append(frame.Text(prompt, frame.Accent), typed[row]...))
		}
	}
	if len(lines) == 0 && v.height >= frame.Roomy {
		lines = append(lines, nil)
	}
	return append(lines, frame.KeyLine(v.keys(), w))
}

// faulty says that the files have a fault, the first one as far as there is
// room: a third of the screen.
func (v *viewer) faulty(w int) []frame.Line {
	faults := v.edition.Faults
	if len(faults) == 0 || len(v.cards) == 0 { // the body says it
		return nil
	}
	said := v.w.Preview.Fault(len(faults))
	lines := frame.Hang(frame.Text(frame.WrongSign, frame.Red|frame.Bold), frame.Text(said, frame.Red|frame.Bold), w)
	lines = append(lines, frame.FaultLines(faults[0].Text, w)...)
	return frame.AtMost(max(v.height/3, 2), lines, w)
}

// keys returns the keys that matter now, the most useful ones first.
func (v *viewer) keys() []frame.Hint {
	say, keys := &v.w.Preview, &v.w.Common.Keys
	switch {
	case v.panel != nil:
		return []frame.Hint{frame.K(keys.Esc, v.w.Frame.Back), frame.K("↑↓", v.w.Frame.Scroll)}
	case v.seek != nil:
		return []frame.Hint{frame.K(keys.Enter, say.Find), frame.K(keys.Esc, v.w.Frame.Back)}
	}
	c, ok := v.card()
	if !ok {
		return []frame.Hint{frame.K("e", say.Edit), frame.K("r", say.ReadAgain), frame.K("?", say.Keys), frame.K("q", say.Leave)}
	}
	h := []frame.Hint{frame.K(keys.Space, say.Answer), frame.K("←→", say.Turn), frame.K("?", say.Keys)}
	if v.back {
		h[0].Does = say.Next
	} else if v.hints < len(c.Hints()) {
		h = append(h, frame.K(keys.Tab, say.NextHint))
	}
	if v.edition.Paper != nil {
		h = append(h, frame.K("v", [...]string{beside: say.Turn, studied: say.Paper, printed: say.Turn}[v.effective()]))
	}
	if len(v.edition.Faults)+len(v.all) > 0 {
		h = append(h, frame.K("c", say.Check))
	}
	return append(h, frame.K("e", say.Edit), frame.K("/", say.Find), frame.K("q", say.Leave))
}

// allKeys lists keys and what they do.
func allKeys(w *words.Words, all []words.Pressed) *frame.Panel {
	p := &frame.Panel{Title: w.Frame.Keys}
	for _, h := range all {
		p.Lines = append(p.Lines, frame.Line{frame.P(h.Keys, frame.Bold), frame.P(h.Does, 0)})
	}
	return p
}
