package tui

import (
	"recto/decks"
	"recto/quiz/tui/frame"
)

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

// progress returns how many questions of all were gone through, and says so.
func (v *viewer) progress() (done, all int, label string) {
	all = len(v.edition.Questions)
	if c, ok := v.card(); ok {
		at := v.place[c.Question]
		label = v.w.Preview.Place(at+1, all)
		done = at + 1
		if cards := c.Question.Cards(); len(cards) > 1 {
			for i := range cards {
				if cards[i].Face == c.Face {
					label += v.w.Preview.Card(i+1, len(cards))
				}
			}
		}
	}
	return done, all, label
}

// prompt stands before what is searched for.
const prompt = "/ "

// above returns what is wrong, and what is searched for, with the text cursor.
func (v *viewer) above() (lines []frame.Line, at frame.Cursor) {
	w, room := v.columns(), max(v.window.Height-frame.MinHeight, 0) // the rest is for the card and the keys
	if v.seek != nil {
		room = min(room, 3)
	}
	lines = frame.AtMost(room, v.faulty(w), w)
	if v.seek == nil {
		return lines, at
	}
	typed, row, column := v.seek.Lines(w - len(prompt))
	lines = append(lines, append(frame.Text(prompt, frame.Accent), typed[row]...))
	return lines, frame.Cursor{Place: frame.InAbove, Row: len(lines) - 1, Column: len(prompt) + column}
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
	return frame.AtMost(max(v.window.Height/3, 2), lines, w)
}

// hintLine returns the keys that matter now, the most useful ones first.
func (v *viewer) hintLine() []frame.Hint {
	say, keys := &v.w.Preview, &v.w.Common.Keys
	switch {
	case v.window.Panel != nil:
		return []frame.Hint{frame.K(keys.Esc, v.w.Frame.Back), frame.K("↑↓", v.w.Frame.Scroll)}
	case v.seek != nil:
		return []frame.Hint{frame.K(keys.Enter, v.w.Preview.Keys[string(frame.Search)].Short), frame.K(keys.Esc, v.w.Frame.Back)}
	}
	c, ok := v.card()
	if !ok {
		return v.hintsOf(frame.Edit, readAgain, frame.Help, frame.Leave)
	}
	h := []frame.Hint{v.keys.Hint(answers, "")}
	if v.back {
		h[0].Does = say.Next
	}
	h = append(h, v.hintsOf(frame.Next, frame.Help, frame.Leave)...)
	if !v.back && v.hints < len(c.Hints()) {
		h = append(h, v.keys.Hint(hint, ""))
	}
	if v.edition.Paper != nil {
		h = append(h, v.keys.Hint(view, [...]string{beside: say.Turn, studied: say.Paper, printed: say.Turn}[v.effective()]))
	}
	if len(v.edition.Faults)+len(v.all) > 0 {
		h = append(h, v.keys.Hint(check, ""))
	}
	return append(h, v.hintsOf(frame.Edit, frame.Search)...)
}

// hintsOf returns hints as the table has them.
func (v *viewer) hintsOf(commands ...frame.Command) (hints []frame.Hint) {
	for _, c := range commands {
		hints = append(hints, v.keys.Hint(c, ""))
	}
	return hints
}
