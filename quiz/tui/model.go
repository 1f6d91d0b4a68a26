package tui

import (
	"context"
	"errors"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// app is the model of the program: the session, what of it is on screen, and
// what the learner is about to answer. Only the program's loop touches it.
type app struct {
	ctx     context.Context
	session *quiz.Session
	options Options

	width, height int
	light         bool      // the ground of the terminal
	face          card.Face // the session's card
	now           quiz.Moment
	selected      quiz.Rating  // what Space takes once the answer is shown
	panel         *frame.Panel // covers the card, nil when nothing does
	notice        string       // about the last key
	scroll        int          // lines of the body above the screen
	body          card.Body    // what is to be seen of the card, see compose
	stale         bool         // the body has to be composed anew
	question      []frame.Line // of the body, kept while an answer is typed; nil when stale
	bring         part         // of the body, into sight with the next screen

	// A key that comes while the history is read or written waits.
	busy    bool
	waiting []tea.KeyPressMsg
	then    func() tea.Cmd // what the learner asked for once the card is fresh
	saving  *saving        // the commit that is under way

	err error // ended the session
}

// maxWaiting is how many keys are kept while the history is busy.
const maxWaiting = 256

// saving is a commit that is carried out once, by whoever comes first: the
// command for it, or Run when the program ended before.
type saving struct {
	input  quiz.Input
	commit func() error
	once   sync.Once
	err    error
}

var errUnfinished = errors.New("saving it did not come to an end")

func (s *saving) do() error {
	s.once.Do(func() {
		s.err = errUnfinished // when the commit panics
		s.err = s.commit()
	})
	return s.err
}

// Messages of what was done beside the loop.
type (
	savedMsg struct{}
	freshMsg struct {
		id  decks.CardID
		p   quiz.Progress
		err error
	}
	editedMsg struct {
		err    error
		reload func() (Find, error)
	}
	loadedMsg struct {
		find Find
		err  error
	}
	whyMsg struct {
		lines []frame.Line
		err   error
	}
)

func newApp(ctx context.Context, s *quiz.Session, o Options) *app {
	a := &app{ctx: ctx, session: s, options: o}
	a.enter()
	return a
}

// Init makes the first card fresh.
func (a *app) Init() tea.Cmd { return a.refresh(nil) }

// Update does what a message says.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		a.light = !msg.IsDark()
	case tea.KeyPressMsg:
		cmd = a.press(msg)
	case tea.PasteMsg:
		a.paste(msg.Content)
	case savedMsg:
		cmd = a.saved()
	case freshMsg:
		cmd = a.fresh(msg)
	case editedMsg:
		cmd = a.edited(msg)
	case loadedMsg:
		cmd = a.loaded(msg)
	case whyMsg:
		a.busy = false
		if msg.err != nil {
			a.say("Not told: " + msg.err.Error())
		} else {
			a.panel = &frame.Panel{Title: "Why now", Lines: msg.lines}
		}
	default:
		return a, nil
	}
	for !a.busy && len(a.waiting) > 0 {
		k := a.waiting[0]
		a.waiting = a.waiting[1:]
		cmd = tea.Batch(cmd, a.press(k))
	}
	if a.stale {
		a.compose()
	}
	a.reveal()
	return a, cmd
}

// resize takes a new size of the screen. What the learner looks at, the field
// or how the answer compares, stays in sight.
func (a *app) resize(width, height int) {
	s, p := a.body.Reply, theReply
	if a.face.View.Phase == quiz.Shown {
		s, p = a.body.Answer, theAnswer
	}
	if s.To > s.From && s.From >= a.scroll && s.From < a.scroll+a.bodyHeight() {
		a.bring = p
	}
	a.width, a.height = width, height
	a.question, a.stale = nil, true
}

// say tells the learner something until the next key.
func (a *app) say(s string) { a.notice = markup.OneLine(s) }

// apply gives the session an input, and starts to commit what comes of it.
func (a *app) apply(in quiz.Input) tea.Cmd {
	in.Moment, in.Zone = a.options.Now()
	events, err := a.session.Apply(in)
	if err != nil {
		a.say(frame.Sentence(err.Error()))
		a.forget()
		return nil
	}
	if len(events) == 0 {
		return a.done(in)
	}
	// An interrupt ends the session, not the saving of its last answer.
	s := &saving{input: in, commit: func() error {
		return a.options.Store.Commit(context.WithoutCancel(a.ctx), events...)
	}}
	a.saving, a.busy = s, true
	return func() tea.Msg {
		_ = s.do()
		return savedMsg{}
	}
}

// forget drops the keys that wait, for what they were meant for did not come;
// an interrupt is meant in any case.
func (a *app) forget() {
	if n := len(a.waiting); n > 0 && a.waiting[n-1].String() == "ctrl+c" {
		a.waiting = a.waiting[n-1:]
		return
	}
	a.waiting = nil
}

// saved goes on after a commit, or stays at the card when it failed.
func (a *app) saved() tea.Cmd {
	s := a.saving
	a.saving, a.busy = nil, false
	if s == nil {
		return nil
	}
	if err := a.session.Settle(s.do()); err != nil {
		a.forget()
		a.look()
		return nil
	}
	return a.done(s.input)
}

// done shows what an input has led to.
func (a *app) done(in quiz.Input) tea.Cmd {
	switch in.Action {
	case quiz.Skip:
		a.say("Skipped.")
	case quiz.Bury:
		a.say("Buried until tomorrow.")
	case quiz.Suspend:
		a.say("Suspended.")
	case quiz.Undo:
		a.say("Undone.")
	case quiz.Mark:
		a.say("No flag.")
		if in.Flag != 0 {
			a.say("Flag " + string(rune('0'+in.Flag)) + ".")
		}
		a.look()
		return nil
	case quiz.Hint:
		a.look()
		a.bring = theHint
		return nil
	case quiz.Respond, quiz.Reveal:
		a.look()
		a.selected = a.face.View.Suggested
		a.bring = theAnswer
		return nil
	}
	return a.refresh(nil)
}

// look takes over what the session looks like now, the same card on screen.
func (a *app) look() {
	a.face.View = a.session.View()
	a.now, _ = a.options.Now()
	a.question, a.stale = nil, true
}

// enter puts the card of the session on screen.
func (a *app) enter() {
	a.face.View = a.session.View()
	a.now, _ = a.options.Now()
	a.face.Reply = card.NewReply(a.face.View)
	a.face.Focus = a.face.Reply.Way == card.Typing
	a.selected = a.face.View.Suggested
	a.panel, a.scroll = nil, 0
	a.question, a.stale = nil, true
	a.bring = nothing
	if a.face.View.Phase == quiz.Shown {
		a.bring = theAnswer
	}
}

// refresh asks the history what it says about the card of the session, then
// puts it on screen, or does what then says when it is there already.
func (a *app) refresh(then func() tea.Cmd) tea.Cmd {
	v := a.session.View()
	a.then = then
	if v.Phase == quiz.Finished {
		a.enter()
		return nil
	}
	a.busy = true
	id := v.Card.ID
	return func() tea.Msg {
		all, err := a.options.Store.Progress(a.ctx, id)
		return freshMsg{id, all[id], err}
	}
}

// fresh goes on once the history was asked.
func (a *app) fresh(msg freshMsg) tea.Cmd {
	a.busy = false
	then := a.then
	a.then = nil
	if msg.err != nil {
		a.err = msg.err
		return tea.Quit
	}
	now, _ := a.options.Now()
	if a.session.Refresh(now, msg.p) {
		if then != nil {
			a.say("This card was changed elsewhere meanwhile.")
		}
		a.forget()
		return a.refresh(nil)
	}
	if then == nil {
		a.enter()
		return nil
	}
	if !slices.Equal(a.session.View().Task.Order, a.face.View.Task.Order) {
		a.say("This card was changed elsewhere meanwhile.")
		a.enter()
		return nil
	}
	return then()
}

// edit opens the editor at the question on screen.
func (a *app) edit() tea.Cmd {
	if a.options.Edit == nil {
		a.say("Editing is not available here.")
		return nil
	}
	editor, reload, err := a.options.Edit(a.face.View.Card)
	if err != nil {
		a.say("Not edited: " + err.Error())
		return nil
	}
	a.busy = true
	return tea.ExecProcess(editor, func(err error) tea.Msg { return editedMsg{err, reload} })
}

// edited loads the decks again after the editor.
func (a *app) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		a.busy = false
		a.say("Not edited: the editor ended with: " + msg.err.Error())
		return nil
	}
	return func() tea.Msg {
		find, err := msg.reload()
		return loadedMsg{find, err}
	}
}

// loaded asks the question anew as it is now.
func (a *app) loaded(msg loadedMsg) tea.Cmd {
	a.busy = false
	if msg.err != nil {
		said := msg.err.Error()
		a.panel = &frame.Panel{Title: "Not read again, the card is as it was", Below: func(w int) []frame.Line { return frame.FaultLines(said, w) }}
		return nil
	}
	now, _ := a.options.Now()
	edited := a.face.View.Card.ID
	a.session.Reload(now, msg.find)
	if _, there := msg.find(edited); !there {
		a.say("Another question now, or taken out: its history stays where it was.")
	}
	return a.refresh(nil)
}
