package tui

import (
	"strconv"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// press does what a key says.
func (v *viewer) press(k tea.KeyPressMsg) tea.Cmd {
	name := k.String()
	if name == "ctrl+j" { // a newline, as programs type it
		name = "enter"
	}
	v.stale = true
	switch name {
	case "ctrl+c":
		return tea.Interrupt
	case "ctrl+z":
		return frame.Suspend()
	}
	v.notice = ""
	switch {
	case v.panel != nil && v.panel.Scrolls(name, v.bodyHeight()):
		return nil
	case v.panel != nil:
		v.panel = nil
		return nil
	case v.seek != nil:
		v.search(k, name)
		return nil
	}
	if v.moves(name) {
		return nil
	}
	return v.command(k, name)
}

// moves takes the keys that go from card to card.
func (v *viewer) moves(name string) bool {
	c, _ := v.card()
	n := v.place[c.Question]
	switch name {
	case "right", "n":
		v.show(v.at + 1)
	case "left", "p":
		v.show(v.at - 1)
	case "space", "enter":
		if v.back {
			v.show(v.at + 1)
		} else {
			v.flip()
		}
	case "home":
		v.show(0)
	case "end":
		v.show(len(v.cards) - 1)
	case "]":
		v.show(v.cardOf(n + 1))
	case "[":
		v.show(v.cardOf(n - 1))
	case "pgdown":
		if v.scroll >= len(v.body.Lines)-v.bodyHeight() {
			v.show(v.cardOf(n + 1))
		} else {
			v.scroll += max(v.bodyHeight()-1, 1)
		}
	case "pgup":
		if v.scroll == 0 {
			v.show(v.cardOf(n - 1))
		} else {
			v.scroll -= max(v.bodyHeight()-1, 1)
		}
	case "up":
		v.scroll--
	case "down":
		v.scroll++
	default:
		return false
	}
	return true
}

// flip turns the card over. What is new of it comes into sight.
func (v *viewer) flip() {
	v.back = !v.back
	v.compose()
	if v.scroll = 0; v.back && v.body.Answer.To > v.bodyHeight() {
		v.scroll = min(v.body.Answer.To-v.bodyHeight(), v.body.Answer.From)
	}
}

// command does what the other keys say.
func (v *viewer) command(k tea.KeyPressMsg, name string) tea.Cmd {
	switch name {
	case "f":
		v.flip()
	case "tab":
		v.hint()
	case "v":
		v.turn()
	case "/":
		v.seek = &frame.Field{}
	case "c":
		v.panel = v.findingsPanel()
	case "e":
		return v.edit()
	case "r":
		return v.read()
	case "o":
		if c, ok := v.card(); ok {
			return card.OpenImages(v.options.Pictures, quiz.Look(c, 1, 0, false))
		}
	case "?", "f1":
		v.panel = allKeys(v.w, v.w.Preview.All)
	case "q", "esc":
		return tea.Quit
	default:
		if r := []rune(k.Text); len(r) == 1 && unicode.IsDigit(r[0]) {
			v.seek = &frame.Field{}
			v.seek.Insert(k.Text)
		}
	}
	return nil
}

// hint shows the next hint of the front.
func (v *viewer) hint() {
	c, ok := v.card()
	switch {
	case !ok || v.hints >= len(c.Hints()):
		v.say(v.w.Preview.NoHint)
		return
	case v.effective() == printed:
		v.sight = studied // paper has none
	}
	v.hints++
	v.compose()
	if b := v.body.Hint; b.To > v.scroll+v.bodyHeight() {
		v.scroll = b.To - v.bodyHeight()
	}
}

// turn goes to the next sight that the screen has room for.
func (v *viewer) turn() {
	switch v.effective() {
	case studied:
		v.sight = printed
	case printed:
		if v.sight = studied; v.roomForBoth() {
			v.sight = beside
		}
	default:
		v.sight = studied
	}
	v.scroll = 0
}

// edit opens the editor at the first fault, else at the question on screen.
func (v *viewer) edit() tea.Cmd {
	if v.options.Edit == nil {
		v.say(v.w.Preview.NoEditor)
		return nil
	}
	file, line := "", 0
	if c, ok := v.card(); ok {
		file, line = c.Question.File, c.Question.Pos.Line
	}
	if len(v.edition.Faults) > 0 && v.edition.Faults[0].File != "" {
		file, line = v.edition.Faults[0].File, max(v.edition.Faults[0].Line, 1)
	}
	if file == "" {
		v.say(v.w.Preview.NoQuestion)
		return nil
	}
	editor, err := v.options.Edit(file, line)
	if err != nil {
		v.say(v.w.Preview.NotEdited(err.Error()))
		return nil
	}
	v.editing = true
	return tea.ExecProcess(editor, func(err error) tea.Msg { return leftMsg{err} })
}

// search takes a key while something to search for is typed.
func (v *viewer) search(k tea.KeyPressMsg, name string) {
	switch name {
	case "esc":
		v.seek = nil
	case "enter":
		if s := strings.TrimSpace(v.seek.Text); s != "" {
			v.sought = s
		}
		v.seek = nil
		v.find(v.sought)
	case "backspace":
		if v.seek.Text == "" {
			v.seek = nil
			return
		}
		v.seek.Key(k)
	default:
		v.seek.Key(k)
	}
}

// find goes to the question of a number, or to the next card whose question
// says something.
func (v *viewer) find(s string) {
	if s == "" {
		return
	}
	if n, err := strconv.Atoi(s); err == nil {
		if n < 1 || n > len(v.edition.Questions) {
			v.say(v.w.Preview.Questions(len(v.edition.Questions)))
			return
		}
		v.show(v.cardOf(n - 1))
		return
	}
	s = strings.ToLower(s)
	c, _ := v.card()
	from := v.place[c.Question]
	for i := range v.edition.Questions {
		n := (from + 1 + i) % len(v.edition.Questions)
		if !says(v.edition.Questions[n], s) {
			continue
		}
		switch {
		case n == from:
			v.say(v.w.Preview.NoOther)
		case n < from:
			v.say(v.w.Preview.FromBeginning)
		}
		v.show(v.cardOf(n))
		return
	}
	v.say(v.w.Preview.NotFound(s))
}

// says reports whether a question holds a text in small letters.
func says(q *decks.Question, s string) bool {
	texts := append([]string{q.Ask, q.Text, q.Shown, q.Explain, q.ID, q.Alt}, q.Tags...)
	texts = append(texts, q.Hints...)
	for _, values := range [][]decks.Value{q.Choices, q.Lefts} {
		for _, value := range values {
			texts = append(texts, value.Text)
		}
	}
	for _, a := range q.Answers {
		texts = append(texts, a.Text)
	}
	for _, t := range texts {
		if strings.Contains(strings.ToLower(t), s) || strings.Contains(strings.ToLower(frame.Inline(t)), s) {
			return true
		}
	}
	return false
}
