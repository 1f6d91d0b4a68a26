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
	if a.busy {
		return a.wait(k)
	}
	if a.offer != nil && frame.KeyName(k) != "ctrl+c" && frame.KeyName(k) != "ctrl+z" {
		return a.decide(a.keys.Means(k) == accept)
	}
	if a.window.Panel != nil && a.keys.Means(k) == frame.Undo {
		a.window.Panel = nil
		return a.obey(frame.Undo)
	}
	c, cmd, done := a.window.Press(k, a.keys)
	switch {
	case done:
		return cmd
	case a.face.View.Phase == quiz.Asked:
		return a.pressAsked(k, c)
	}
	return a.obey(c)
}

// wait keeps a key until the history is read or written. A rating that was
// pressed before Ctrl+C is saved before it; a second one does not wait.
func (a *app) wait(k tea.KeyPressMsg) tea.Cmd {
	const stop = "ctrl+c"
	if n := len(a.waiting); k.String() == stop && n > 0 && a.waiting[n-1].String() == stop {
		return tea.Interrupt
	}
	if len(a.waiting) < maxWaiting || k.String() == stop {
		a.waiting = append(a.waiting, k)
	}
	return nil
}

// pressAsked takes a key before the answer. A letter of an option wins over a
// command, and in the field all is text but Space and Enter while it is empty.
func (a *app) pressAsked(k tea.KeyPressMsg, c frame.Command) tea.Cmd {
	r := &a.face.Reply
	inField := r.Way == card.Typing && a.face.Focus
	isText := inField && k.Text != "" && (frame.KeyName(k) != "space" || r.Field.Text != "")
	if r.Way != card.Typing && c != hint && r.Key(k) {
		a.bring, a.stale = theReply, true
		return nil
	}
	switch {
	case isText, inField && c != answers && c != field && c != hint:
		switch {
		case r.Type(k):
			a.bring, a.stale = theReply, true
			return nil
		case isText:
			a.window.Say(a.w.Study.FieldFull)
			return nil
		}
	case frame.KeyName(k) == "space" && c == "": // whatever the keys are
		c = answers
	}
	return a.obey(c)
}

// click does what the mouse says.
func (a *app) click(msg tea.MouseMsg) tea.Cmd {
	click := a.window.Mouse(msg)
	a.window.Scroll += click.Wheel
	if a.busy || a.offer != nil {
		return nil
	}
	v, r := a.face.View, &a.face.Reply
	switch rating := quiz.Rating(click.Zone - card.Zones); {
	case click.Command != "":
		return a.obey(click.Command)
	case card.Unfolds(click.Zone):
		return a.obey(longText)
	case v.Phase == quiz.Shown && click.Zone >= card.Zones && rating.Valid():
		return a.rate(rating)
	case v.Phase == quiz.Asked && r.Click(click.Zone):
		a.face.Focus = r.Way == card.Typing
		a.bring, a.stale = theReply, true
	}
	return nil
}

// obey does what a command says in this phase.
func (a *app) obey(c frame.Command) tea.Cmd {
	switch c {
	case frame.Up:
		a.window.Scroll--
		return nil
	case frame.Down:
		a.window.Scroll++
		return nil
	case frame.PageUp:
		a.window.Scroll -= max(a.window.Room()-1, 1)
		return nil
	case frame.PageDown:
		a.window.Scroll += max(a.window.Room()-1, 1)
		return nil
	case frame.Help:
		a.help()
		return nil
	case frame.Undo:
		return a.apply(quiz.Input{Action: quiz.Undo})
	case frame.Leave:
		return tea.Quit
	}
	switch a.face.View.Phase {
	case quiz.Asked:
		return a.obeyAsked(c)
	case quiz.Shown:
		return a.obeyShown(c)
	}
	return a.obeyFinished(c)
}

func (a *app) obeyAsked(c frame.Command) tea.Cmd {
	switch r := &a.face.Reply; c {
	case hint:
		return a.apply(quiz.Input{Action: quiz.Hint})
	case answers:
		if r.More() {
			r.Advance()
			a.bring, a.stale = theReply, true
			return nil
		}
		r.Settle()
		return a.submit()
	case field:
		if r.Way == card.Typing {
			a.face.Focus = !a.face.Focus
			a.bring, a.stale = theReply, true
		}
		return nil
	}
	return a.command(c)
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

func (a *app) obeyShown(c frame.Command) tea.Cmd {
	if r, ok := rates[c]; ok {
		return a.rate(r)
	}
	switch c {
	case answers:
		return a.rate(a.selected)
	case frame.Left:
		a.selected = max(a.selected-1, quiz.Again)
		return nil
	case frame.Right:
		a.selected = min(a.selected+1, quiz.Easy)
		return nil
	case accept:
		a.rated = a.face.View
		return a.apply(quiz.Input{Action: quiz.Accept})
	case explain:
		a.face.Brief = !a.face.Brief
		a.question, a.stale = nil, true
		return nil
	}
	return a.command(c)
}

// rate rates the card on screen.
func (a *app) rate(r quiz.Rating) tea.Cmd {
	a.selected, a.rated = r, a.face.View
	return a.apply(quiz.Input{Action: quiz.Rate, Rating: r})
}

// obeyFinished does what a command says at the end of the session, where a card
// may have become due meanwhile.
func (a *app) obeyFinished(c frame.Command) tea.Cmd {
	switch c {
	case answers:
		now, zone := a.options.Now()
		if _, err := a.session.Apply(quiz.Input{Action: quiz.Tick, Moment: now, Zone: zone}); err != nil {
			a.sayError(err)
			return nil
		}
		if a.session.View().Phase != quiz.Finished {
			return a.refresh(nil)
		}
		return tea.Quit
	case field:
		return tea.Quit
	case retry:
		return a.retry()
	case printing:
		return a.print()
	}
	return nil
}

// command does what means the same before and after the answer.
func (a *app) command(c frame.Command) tea.Cmd {
	switch c {
	case skip:
		return a.apply(quiz.Input{Action: quiz.Skip})
	case bury:
		return a.apply(quiz.Input{Action: quiz.Bury})
	case suspend:
		return a.apply(quiz.Input{Action: quiz.Suspend})
	case mark:
		flag := 1
		if a.face.View.Progress.Flag != 0 {
			flag = 0
		}
		return a.apply(quiz.Input{Action: quiz.Mark, Flag: flag})
	case frame.Edit:
		return a.edit()
	case why:
		return a.why()
	case card.OpenImage:
		return card.OpenImages(a.options.Pictures, a.face.View)
	case longText:
		a.face.Folded = !a.face.Folded
		a.question, a.stale = nil, true
	}
	return nil
}

// paste types what the terminal pasted.
func (a *app) paste(s string) {
	if a.busy || a.face.View.Phase != quiz.Asked || a.face.Reply.Way != card.Typing || a.window.Panel != nil {
		return
	}
	a.face.Focus = true
	if !a.face.Reply.Field.Insert(s) {
		a.window.Say(a.w.Study.TooLong)
	}
	a.bring, a.stale = theReply, true
}

// close reports whether the answer can be accepted as Good.
func (a *app) close() bool {
	return a.face.View.Phase == quiz.Shown && a.face.View.Match != nil && a.face.View.Match.Verdict == answer.Close
}

// hints returns the keys that matter now, the most useful ones first.
func (a *app) hints() []frame.Hint {
	v, k, say := a.face.View, a.keys, &a.w.Study
	if a.window.Panel != nil {
		return []frame.Hint{frame.K(a.w.Common.Keys.Esc, a.w.Frame.Back), frame.K("↑↓", a.w.Frame.Scroll)}
	}
	var h []frame.Hint
	switch {
	case v.Phase == quiz.Finished:
		if v.Undo {
			h = append(h, k.Hint(frame.Undo, ""))
		}
		if len(v.Summary.Wrong) > 0 {
			h = append(h, k.Hint(retry, ""))
			if a.options.Print != nil {
				h = append(h, k.Hint(printing, ""))
			}
		}
		return append(h, k.Hint(answers, k.Hint(frame.Leave, "").Does))
	case v.Phase == quiz.Shown:
		if a.close() {
			h = append(h, k.Hint(accept, ""))
		}
		take := k.Hint(answers, say.Take(a.w.Common.Rating(int(a.selected))))
		take.Key = k.LastLabel(answers)
		h = append(h, take)
	case a.face.Reply.More():
		h = append(h, k.Hint(answers, say.NextItem))
	case a.face.Reply.Ready():
		h = append(h, k.Hint(answers, say.Answer))
	default:
		h = append(h, k.Hint(answers, say.ShowAnswer))
	}
	if v.Phase == quiz.Asked && v.MoreHint > 0 {
		h = append(h, k.Hint(hint, ""))
	}
	if v.Phase == quiz.Asked && a.face.Reply.Way == card.Typing {
		if a.face.Focus {
			keys := k.Hint(frame.Help, "")
			keys.Key = k.LastLabel(frame.Help) // the first one is text here
			h = append(h, k.Hint(field, ""), keys)
			if unfold := k.Hint(longText, ""); a.body.Long {
				unfold.Key = k.LastLabel(longText)
				h = append(h, unfold)
			}
			return h
		}
		h = append(h, k.Hint(field, say.Type))
	}
	return append(append(h, k.Hint(frame.Help, "")), a.commandHints()...)
}

// commandHints returns the keys of the commands that mean the same before and
// after the answer. The letter of an option is no command.
func (a *app) commandHints() []frame.Hint {
	v, k := a.face.View, a.keys
	commands := []frame.Hint{k.Hint(frame.Undo, ""), k.Hint(skip, ""), k.Hint(frame.Edit, ""), k.Hint(why, ""), k.Hint(frame.Leave, "")}
	if !v.Undo {
		commands = commands[1:]
	}
	if a.body.Long {
		commands = slices.Insert(commands, 0, k.Hint(longText, ""))
	}
	if len(card.Images(a.face.View)) > 0 {
		commands = slices.Insert(commands, len(commands)-1, k.Hint(card.OpenImage, ""))
	}
	if v.Phase != quiz.Asked {
		return commands
	}
	leave := k.Hint(frame.Leave, "")
	chosen := func(h frame.Hint) bool { return strings.Contains(a.face.Reply.Letters, h.Key) }
	if commands = slices.DeleteFunc(commands, chosen); chosen(leave) {
		commands = append(commands, frame.K(a.w.Common.Keys.Ctrl+"+C", leave.Does))
	}
	return commands
}
