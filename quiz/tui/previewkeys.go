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
	"recto/quiz/words"
)

// The commands that only a preview has.
const (
	nextQuestion     frame.Command = "next-question"
	previousQuestion frame.Command = "previous-question"
	flip             frame.Command = "flip"
	view             frame.Command = "view"
	check            frame.Command = "check"
	readAgain        frame.Command = "read"
)

// PreviewKeys returns the keys of a preview.
func PreviewKeys(w *words.Words) frame.Table {
	t := frame.Table{Screen: "preview"}
	for _, b := range []struct {
		command frame.Command
		keys    []string
	}{
		{answers, []string{"space", "enter"}},
		{frame.Next, []string{"right", "n"}},
		{frame.Previous, []string{"left", "p"}},
		{nextQuestion, []string{"]"}},
		{previousQuestion, []string{"["}},
		{frame.PageDown, []string{"pgdown"}},
		{frame.PageUp, []string{"pgup"}},
		{frame.Up, []string{"up"}},
		{frame.Down, []string{"down"}},
		{frame.Top, []string{"home"}},
		{frame.Bottom, []string{"end"}},
		{flip, []string{"f"}},
		{hint, []string{"tab"}},
		{view, []string{"v"}},
		{frame.Search, []string{"/"}},
		{check, []string{"c"}},
		{frame.Edit, []string{"e"}},
		{readAgain, []string{"r"}},
		{card.OpenImage, []string{"o"}},
		{frame.Help, []string{"?", "f1"}},
		{frame.Leave, []string{"q", "esc"}},
	} {
		t.Bindings = append(t.Bindings, frame.Bind(b.command, w.Preview.Keys[string(b.command)], b.keys...))
	}
	return t
}

// press does what a key says. A digit begins the number of a question.
func (v *viewer) press(k tea.KeyPressMsg) tea.Cmd {
	v.stale = true
	panel := v.window.Panel != nil
	c, cmd, done := v.window.Press(k, v.keys)
	if done {
		return cmd
	}
	if v.seek != nil && !panel {
		v.search(k, frame.KeyName(k))
		return nil
	}
	if r := []rune(k.Text); c == "" && len(r) == 1 && unicode.IsDigit(r[0]) {
		v.seek = &frame.Field{}
		v.seek.Insert(k.Text)
	}
	return v.do(c)
}

// mouse does what the mouse says.
func (v *viewer) mouse(msg tea.MouseMsg) tea.Cmd {
	v.stale = true
	click := v.window.Mouse(msg)
	v.window.Scroll += click.Wheel
	return v.do(click.Command)
}

// do carries a command out.
func (v *viewer) do(c frame.Command) tea.Cmd {
	if v.moves(c) {
		return nil
	}
	switch c {
	case flip:
		v.flip()
	case hint:
		v.hint()
	case view:
		v.turn()
	case frame.Search:
		v.seek = &frame.Field{}
	case check:
		v.window.Panel = v.findingsPanel()
	case frame.Edit:
		return v.edit()
	case readAgain:
		return v.read()
	case card.OpenImage:
		if c, ok := v.card(); ok {
			return card.OpenImages(v.options.Pictures, quiz.Look(c, 1, 0, false))
		}
	case frame.Help:
		v.window.Help(v.keys, v.works()...)
		v.window.Panel.Lines = append(v.window.Panel.Lines, frame.Line{frame.P("1 - 9", frame.Bold), frame.P(v.w.Preview.ByNumber, 0)})
	case frame.Leave:
		return tea.Quit
	}
	return nil
}

// works returns the commands that do something now.
func (v *viewer) works() []frame.Command {
	all := []frame.Command{frame.Search, readAgain, frame.Help, frame.Leave}
	c, ok := v.card()
	if v.options.Edit != nil && (ok || len(v.edition.Faults) > 0) {
		all = append(all, frame.Edit)
	}
	if len(v.edition.Faults)+len(v.all) > 0 {
		all = append(all, check)
	}
	if !ok {
		return all
	}
	all = append(all, answers, flip, frame.Next, frame.Previous, nextQuestion, previousQuestion,
		frame.PageDown, frame.PageUp, frame.Up, frame.Down, frame.Top, frame.Bottom)
	if v.hints < len(c.Hints()) {
		all = append(all, hint)
	}
	if v.edition.Paper != nil {
		all = append(all, view)
	}
	if len(card.Images(quiz.Look(c, 1, 0, false))) > 0 {
		all = append(all, card.OpenImage)
	}
	return all
}

// moves carries out the commands that go from card to card.
func (v *viewer) moves(does frame.Command) bool {
	c, _ := v.card()
	n := v.place[c.Question]
	page, scroll := max(v.window.Room()-1, 1), &v.window.Scroll
	switch does {
	case frame.Next:
		v.show(v.at + 1)
	case frame.Previous:
		v.show(v.at - 1)
	case answers:
		if v.back {
			v.show(v.at + 1)
		} else {
			v.flip()
		}
	case frame.Top:
		v.show(0)
	case frame.Bottom:
		v.show(len(v.cards) - 1)
	case nextQuestion:
		v.show(v.cardOf(n + 1))
	case previousQuestion:
		v.show(v.cardOf(n - 1))
	case frame.PageDown:
		if *scroll >= len(v.body.Lines)-v.window.Room() {
			v.show(v.cardOf(n + 1))
		} else {
			*scroll += page
		}
	case frame.PageUp:
		if *scroll == 0 {
			v.show(v.cardOf(n - 1))
		} else {
			*scroll -= page
		}
	case frame.Up:
		*scroll = max(*scroll-1, 0)
	case frame.Down:
		*scroll++
	default:
		return false
	}
	return true
}

// flip turns the card over. What is new of it comes into sight.
func (v *viewer) flip() {
	v.back = !v.back
	v.compose()
	room := v.window.Room()
	if v.window.Scroll = 0; v.back && v.body.Answer.To > room {
		v.window.Scroll = min(v.body.Answer.To-room, v.body.Answer.From)
	}
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
	if b, room := v.body.Hint, v.window.Room(); b.To > v.window.Scroll+room {
		v.window.Scroll = b.To - room
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
	v.window.Scroll = 0
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
	return frame.Outside(editor, func(err error) tea.Msg { return leftMsg{err} })
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
