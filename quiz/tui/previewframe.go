package tui

import (
	"fmt"

	"recto/decks"
	"recto/quiz/tui/frame"
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
		return frame.Text("recto preview", frame.Faint)
	}
	what := c.Kind().String()
	switch {
	case c.Face == decks.ReverseFace:
		what = c.Question.Kind.String() + ", reverse"
	case c.Question.Kind == decks.Cloze:
		what += " " + string(c.Face)
	}
	side := "front"
	if v.back {
		side = "back"
	}
	if v.effective() == printed {
		side += " on paper"
	}
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
		label = fmt.Sprintf("%d of %d", at+1, n)
		done = at + 1
		if cards := c.Question.Cards(); len(cards) > 1 {
			for i := range cards {
				if cards[i].Face == c.Face {
					label += fmt.Sprintf(", card %d of %d", i+1, len(cards))
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
	said := "FAULT: cards as they were"
	if n := len(faults); n > 1 {
		said = fmt.Sprintf("%d FAULTS: cards as they were", n)
	}
	lines := frame.Hang(frame.Text(frame.WrongSign, frame.Red|frame.Bold), frame.Text(said, frame.Red|frame.Bold), w)
	lines = append(lines, frame.FaultLines(faults[0].Text, w)...)
	return frame.AtMost(max(v.height/3, 2), lines, w)
}

// keys returns the keys that matter now, the most useful ones first.
func (v *viewer) keys() []frame.Hint {
	switch {
	case v.panel != nil:
		return []frame.Hint{frame.K("Esc", "back"), frame.K("↑↓", "scroll")}
	case v.seek != nil:
		return []frame.Hint{frame.K("Enter", "find"), frame.K("Esc", "back")}
	}
	c, ok := v.card()
	if !ok {
		return []frame.Hint{frame.K("e", "edit"), frame.K("r", "read again"), frame.K("?", "keys"), frame.K("q", "leave")}
	}
	h := []frame.Hint{frame.K("Space", "answer"), frame.K("←→", "card"), frame.K("?", "keys")}
	if v.back {
		h[0].Does = "next"
	} else if v.hints < len(c.Hints()) {
		h = append(h, frame.K("Tab", "hint"))
	}
	if v.edition.Paper != nil {
		h = append(h, frame.K("v", [...]string{beside: "card", studied: "paper", printed: "card"}[v.effective()]))
	}
	if len(v.edition.Faults)+len(v.all) > 0 {
		h = append(h, frame.K("c", "check"))
	}
	return append(h, frame.K("e", "edit"), frame.K("/", "find"), frame.K("q", "leave"))
}

// previewKeys lists all keys of a preview.
func previewKeys() *frame.Panel {
	p := &frame.Panel{Title: "Keys"}
	for _, h := range []frame.Hint{
		frame.K("Space Enter", "show the answer, then the next card"),
		frame.K("→ ←, n p", "next card, the one before"),
		frame.K("] [", "next question, the one before"),
		frame.K("PgDn PgUp", "scroll, at the end the next question"),
		frame.K("↑ ↓", "scroll"),
		frame.K("Home End", "first card, last card"),
		frame.K("f", "turn the card over"),
		frame.K("Tab", "next hint"),
		frame.K("v", "the card as studied, on paper, or both in a wide window"),
		frame.K("/", "search; again with / and Enter"),
		frame.K("1 to 9", "go to the question of a number"),
		frame.K("c", "every fault, and all that could be better"),
		frame.K("e", "edit the question, or the fault"),
		frame.K("r", "read the files now; a saved file is read by itself"),
		frame.K("q Esc", "leave"),
		frame.K("Ctrl+Z", "to the shell, fg comes back"),
		frame.K("? F1", "these keys"),
	} {
		p.Lines = append(p.Lines, frame.Line{frame.P(h.Key, frame.Bold), frame.P(h.Does, 0)})
	}
	return p
}
