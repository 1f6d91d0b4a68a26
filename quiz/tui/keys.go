package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// press does what a key says.
func (a *app) press(k tea.KeyPressMsg) tea.Cmd {
	name := k.String()
	if name == "ctrl+j" { // a newline, as programs type it
		name = "enter"
	}
	if a.busy {
		return a.wait(k)
	}
	if name == "ctrl+c" {
		return tea.Interrupt
	}
	a.notice = ""
	switch {
	case name == "ctrl+z":
		return frame.Suspend()
	case a.panel != nil && a.panel.Scrolls(name, a.bodyHeight()):
		return nil
	case a.panel != nil:
		a.panel = nil
		if name == "u" {
			return a.apply(quiz.Input{Action: quiz.Undo})
		}
		return nil
	case name == "f1":
		a.panel = keysPanel()
		return nil
	case a.scrolls(name):
		return nil
	}
	switch a.face.View.Phase {
	case quiz.Asked:
		return a.pressAsked(k, name)
	case quiz.Shown:
		return a.pressShown(name)
	}
	return a.pressSummary(name)
}

// wait keeps a key until the history is read or written. A rating that was
// pressed before Ctrl+C is saved before it; a second one does not wait.
func (a *app) wait(k tea.KeyPressMsg) tea.Cmd {
	const again = "ctrl+c"
	if n := len(a.waiting); k.String() == again && n > 0 && a.waiting[n-1].String() == again {
		return tea.Interrupt
	}
	if len(a.waiting) < maxWaiting || k.String() == again {
		a.waiting = append(a.waiting, k)
	}
	return nil
}

// pressAsked takes a key before the answer. A letter of an option wins over a
// command, and in the field all is text but Space and Enter while it is empty.
func (a *app) pressAsked(k tea.KeyPressMsg, name string) tea.Cmd {
	r := &a.face.Reply
	inField := r.Way == card.Typing && a.face.Focus
	isText := inField && r.Field.Text != ""
	switch {
	case name == "tab":
		return a.apply(quiz.Input{Action: quiz.Hint})
	case name == "enter", name == "space" && !isText:
		return a.submit()
	case name == "esc" && r.Way == card.Typing:
		a.face.Focus = !a.face.Focus
		a.bring, a.stale = theReply, true
		return nil
	case r.Rows() == 0 && (name == "up" || name == "down"):
		a.scrollBy(name)
		return nil
	case inField:
		if !r.Field.Key(k) && k.Text != "" {
			a.say("The field is full.")
		}
		a.bring, a.stale = theReply, true
		return nil
	case r.Way != card.Typing && r.Key(k):
		a.bring, a.stale = theReply, true
		return nil
	}
	return a.command(name)
}

// submit answers with the reply, or shows the answer when it is empty. The
// card may have been answered elsewhere while the learner was thinking.
func (a *app) submit() tea.Cmd {
	in := quiz.Input{Action: quiz.Respond, Text: a.face.Reply.Response()}
	if in.Text == "" {
		in.Action = quiz.Reveal
	}
	return a.refresh(func() tea.Cmd { return a.apply(in) })
}

// pressShown takes a key after the answer.
func (a *app) pressShown(name string) tea.Cmd {
	switch name {
	case "1", "2", "3", "4":
		a.selected = quiz.Rating(name[0] - '0')
		return a.apply(quiz.Input{Action: quiz.Rate, Rating: a.selected})
	case "space", "enter":
		return a.apply(quiz.Input{Action: quiz.Rate, Rating: a.selected})
	case "left":
		a.selected = max(a.selected-1, quiz.Again)
		return nil
	case "right":
		a.selected = min(a.selected+1, quiz.Easy)
		return nil
	case "y":
		return a.apply(quiz.Input{Action: quiz.Accept})
	case "up", "down":
		a.scrollBy(name)
		return nil
	}
	return a.command(name)
}

// pressSummary takes a key at the end of the session, where a card may have
// become due meanwhile.
func (a *app) pressSummary(name string) tea.Cmd {
	switch name {
	case "u":
		return a.apply(quiz.Input{Action: quiz.Undo})
	case "?":
		a.panel = keysPanel()
		return nil
	case "up", "down":
		a.scrollBy(name)
		return nil
	case "space", "enter":
		now, zone := a.options.Now()
		if _, err := a.session.Apply(quiz.Input{Action: quiz.Tick, Moment: now, Zone: zone}); err != nil {
			a.say(frame.Sentence(err.Error()))
			return nil
		}
		if a.session.View().Phase != quiz.Finished {
			return a.refresh(nil)
		}
		return tea.Quit
	case "q", "esc":
		return tea.Quit
	}
	return nil
}

// command does what a key says that means the same before and after the
// answer.
func (a *app) command(name string) tea.Cmd {
	switch name {
	case "u":
		return a.apply(quiz.Input{Action: quiz.Undo})
	case "s":
		return a.apply(quiz.Input{Action: quiz.Skip})
	case "-":
		return a.apply(quiz.Input{Action: quiz.Bury})
	case "x":
		return a.apply(quiz.Input{Action: quiz.Suspend})
	case "!":
		flag := 1
		if a.face.View.Progress.Flag != 0 {
			flag = 0
		}
		return a.apply(quiz.Input{Action: quiz.Mark, Flag: flag})
	case "e":
		return a.edit()
	case "i":
		return a.why()
	case "?":
		a.panel = keysPanel()
	case "q":
		return tea.Quit
	}
	return nil
}

// paste types what the terminal pasted.
func (a *app) paste(s string) {
	if a.busy || a.face.View.Phase != quiz.Asked || a.face.Reply.Way != card.Typing || a.panel != nil {
		return
	}
	a.face.Focus = true
	if !a.face.Reply.Field.Insert(s) {
		a.say("That is too long to be an answer.")
	}
	a.bring, a.stale = theReply, true
}

// close reports whether y takes the answer as Good.
func (a *app) close() bool {
	return a.face.View.Phase == quiz.Shown && a.face.View.Match != nil && a.face.View.Match.Verdict == answer.Close
}

// hints returns the keys that matter now, the most useful ones first.
func (a *app) hints() []frame.Hint {
	v := a.face.View
	commands := []frame.Hint{frame.K("u", "undo"), frame.K("s", "skip"), frame.K("e", "edit"), frame.K("i", "why"), frame.K("q", "leave")}
	if !v.Undo {
		commands = commands[1:]
	}
	if v.Phase == quiz.Asked { // the letter of an option is no command
		chosen := func(h frame.Hint) bool { return strings.Contains(a.face.Reply.Letters, h.Key) }
		if commands = slices.DeleteFunc(commands, chosen); strings.Contains(a.face.Reply.Letters, "q") {
			commands = append(commands, frame.K("Ctrl+C", "leave"))
		}
	}
	var h []frame.Hint
	switch {
	case a.panel != nil:
		return []frame.Hint{frame.K("Esc", "back"), frame.K("↑↓", "scroll")}
	case v.Phase == quiz.Finished:
		if v.Undo {
			h = append(h, frame.K("u", "undo"))
		}
		return append(h, frame.K("Enter", "leave"))
	case v.Phase == quiz.Shown:
		if a.close() {
			h = append(h, frame.K("y", "accept as Good"))
		}
		h = append(h, frame.K("Space", "take "+a.selected.String()))
	case a.face.Reply.Response() != "":
		h = append(h, frame.K("Enter", "answer"))
	default:
		h = append(h, frame.K("Enter", "show answer"))
	}
	if v.Phase == quiz.Asked && v.MoreHint > 0 {
		h = append(h, frame.K("Tab", "hint"))
	}
	if v.Phase == quiz.Asked && a.face.Reply.Way == card.Typing {
		if a.face.Focus {
			return append(h, frame.K("Esc", "commands"), frame.K("F1", "keys"))
		}
		h = append(h, frame.K("Esc", "type"))
	}
	return append(append(h, frame.K("?", "keys")), commands...)
}
