package tui

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks"
)

// bodyHeight returns how many lines there are between the top and the bottom.
func (v *viewer) bodyHeight() int {
	return max(v.height-len(v.top())-len(v.bottom()), 1)
}

// top returns the line of status and the rule below it.
func (v *viewer) top() []line {
	lines := []line{v.status(), v.rule("")}
	if v.height >= roomy {
		lines = append(lines, nil)
	}
	return lines
}

// status names the deck and where in it the question stands, and what card of
// it is shown.
func (v *viewer) status() line {
	c, ok := v.card()
	w := v.columns()
	if !ok {
		return text("recto preview", faint)
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
	right := line{{what + ", ", faint}, {side, bold}}
	left := deckPlace(c, w-right.width()-2)
	return append(line{{left, faint}, spaces(w - right.width() - displaywidth.String(left))}, right...)
}

// rule returns a rule whose heavy part is how far the deck was gone through,
// and what is said at its end.
func (v *viewer) rule(said string) line {
	w, n := v.columns(), len(v.edition.Questions)
	label, done := "", 0
	if c, ok := v.card(); ok {
		at := v.place[c.Question]
		label = fmt.Sprintf(" %d of %d", at+1, n)
		done = at + 1
		if cards := c.Question.Cards(); len(cards) > 1 {
			for i := range cards {
				if cards[i].Face == c.Face {
					label += fmt.Sprintf(", card %d of %d", i+1, len(cards))
				}
			}
		}
	}
	if said != "" {
		label = strings.TrimSuffix(" "+said+" ·"+label, " ·")
	}
	length := max(w-displaywidth.String(label), 0)
	heavy := 0
	if n > 0 {
		heavy = length * done / n
	}
	return line{{strings.Repeat("━", heavy), accent}, {strings.Repeat("─", length-heavy), faint}, {label, faint}}
}

// prompt stands before what is searched for.
const prompt = "/ "

// bottom returns what is wrong, what was said, what is searched for, and the
// keys.
func (v *viewer) bottom() []line {
	w := v.columns()
	var lines []line
	if v.panel == nil {
		room := max(v.height-minHeight, 0) // the rest is for the card and the keys
		if v.seek != nil {
			room = min(room, 3)
		}
		lines = v.faulty(w)
		if v.notice != "" {
			lines = append(lines, atMost(2, wrap(text(v.notice, 0), w), w)...)
		}
		lines = atMost(room, lines, w)
		if v.seek != nil {
			typed, row, _ := v.seek.lines(w - len(prompt))
			lines = append(lines, append(text(prompt, accent), typed[row]...))
		}
	}
	if len(lines) == 0 && v.height >= roomy {
		lines = append(lines, nil)
	}
	return append(lines, keyLine(v.keys(), w))
}

// faulty says that the files have a fault, the first one as far as there is
// room: a third of the screen.
func (v *viewer) faulty(w int) []line {
	faults := v.edition.Faults
	if len(faults) == 0 || len(v.cards) == 0 { // the body says it
		return nil
	}
	said := "FAULT: cards as they were"
	if n := len(faults); n > 1 {
		said = fmt.Sprintf("%d FAULTS: cards as they were", n)
	}
	lines := hang(text(wrongSign, red|bold), text(said, red|bold), w)
	lines = append(lines, faultLines(faults[0].Text, w)...)
	return atMost(max(v.height/3, 2), lines, w)
}

// keys returns the keys that matter now, the most useful ones first.
func (v *viewer) keys() []hint {
	switch {
	case v.panel != nil:
		return []hint{{"Esc", "back"}, {"↑↓", "scroll"}}
	case v.seek != nil:
		return []hint{{"Enter", "find"}, {"Esc", "back"}}
	}
	c, ok := v.card()
	if !ok {
		return []hint{{"e", "edit"}, {"r", "read again"}, {"?", "keys"}, {"q", "leave"}}
	}
	h := []hint{{"Space", "answer"}, {"←→", "card"}, {"?", "keys"}}
	if v.back {
		h[0].does = "next"
	} else if v.hints < len(c.Hints()) {
		h = append(h, hint{"Tab", "hint"})
	}
	if v.edition.Paper != nil {
		h = append(h, hint{"v", [...]string{beside: "card", studied: "paper", printed: "card"}[v.effective()]})
	}
	if len(v.edition.Faults)+len(v.all) > 0 {
		h = append(h, hint{"c", "check"})
	}
	return append(h, hint{"e", "edit"}, hint{"/", "find"}, hint{"q", "leave"})
}

// previewKeys lists all keys of a preview.
func previewKeys() *panel {
	p := &panel{title: "Keys"}
	for _, h := range []hint{
		{"Space Enter", "show the answer, then the next card"},
		{"→ ←, n p", "next card, the one before"},
		{"] [", "next question, the one before"},
		{"PgDn PgUp", "scroll, at the end the next question"},
		{"↑ ↓", "scroll"},
		{"Home End", "first card, last card"},
		{"f", "turn the card over"},
		{"Tab", "next hint"},
		{"v", "the card as studied, on paper, or both in a wide window"},
		{"/", "search; again with / and Enter"},
		{"1 to 9", "go to the question of a number"},
		{"c", "every fault, and all that could be better"},
		{"e", "edit the question, or the fault"},
		{"r", "read the files now; a saved file is read by itself"},
		{"q Esc", "leave"},
		{"Ctrl+Z", "to the shell, fg comes back"},
		{"? F1", "these keys"},
	} {
		p.lines = append(p.lines, line{{h.key, bold}, {h.does, 0}})
	}
	return p
}
