package tui

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// app is the model of the program: the session, what of it is on screen, and
// what the learner is about to answer. Only the program's loop touches it.
type app struct {
	ctx     context.Context
	session *quiz.Session
	options Options
	w       quiz.Speaker
	keys    *frame.Keys

	window   frame.Window
	face     card.Face // the session's card
	now      quiz.Moment
	entered  quiz.Moment  // when the card came on screen
	selected quiz.Rating  // what Space takes once the answer is shown
	body     card.Body    // what is to be seen of the card, see compose
	stale    bool         // the body has to be composed anew
	question []frame.Line // of the body, kept while an answer is typed; nil when stale
	bring    part         // of the body, into sight with the next screen

	texts map[*decks.Group]decks.CardID // the card under which a text was shown first
	rated quiz.View                     // the card that was rated last, as it was then
	offer *quiz.Offer                   // waits for a yes or no
	week  *[7]int                       // of the summary; nil: not known
	stand *stand

	// A key that comes while the history is read or written waits.
	busy     bool
	waiting  []tea.KeyPressMsg
	settling time.Duration  // see settled
	then     func() tea.Cmd // what the learner asked for once the card is fresh
	saving   *saving        // the commit that is under way

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
	if o.Words == nil {
		o.Words = words.English(words.Locale{})
	}
	a := &app{ctx: ctx, session: s, options: o, w: quiz.Speaker{Words: o.Words}, texts: map[*decks.Group]decks.CardID{}, stand: &stand{told: o.Stands}, settling: settling}
	a.keys = o.Keymap.Of(StudyKeys(o.Words), o.Words.Common.Keys)
	a.window.Words = o.Words
	a.enter()
	return a
}

// Init makes the first card fresh.
func (a *app) Init() tea.Cmd {
	if a.options.again {
		a.window.Say(a.w.Study.Retrying)
	}
	return tea.Batch(a.refresh(nil), a.tick())
}

// tickMsg says that a second has gone by.
type tickMsg struct{}

// tick lets the timer run.
func (a *app) tick() tea.Cmd {
	if !a.options.Timer {
		return nil
	}
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} })
}

// Update does what a message says.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg)
	case tea.KeyPressMsg:
		cmd = a.press(msg)
	case tea.MouseMsg:
		cmd = a.click(msg)
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
			a.window.Say(a.w.Study.NotTold(msg.err.Error()))
		} else {
			a.window.Panel = &frame.Panel{Title: a.w.Study.Why.Title, Lines: msg.lines}
		}
	case offerMsg:
		cmd = a.offered(msg)
	case acceptedMsg:
		cmd = a.accepted(msg)
	case settledMsg:
		a.busy = false
		a.dropPasted()
	case weekMsg:
		a.week, a.stale = &msg.days, true
	case card.OpenedMsg:
		a.window.Say(msg.Say(a.w.Words))
	case printedMsg:
		a.printed(msg)
	case frame.BackMsg:
		if msg.Err != nil {
			a.window.Say(msg.Err.Error())
		}
		cmd = a.refresh(nil)
	case tickMsg:
		return a, a.tick()
	default:
		a.window.Takes(msg)
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
	return a, cmd
}

// resize takes a new size of the screen. What the learner looks at, the field
// or how the answer compares, stays in sight.
func (a *app) resize(msg tea.WindowSizeMsg) {
	s, p := a.body.Reply, theReply
	if a.face.View.Phase == quiz.Shown {
		s, p = a.body.Answer, theAnswer
	}
	if s.To > s.From && s.From >= a.window.Scroll && s.From < a.window.Scroll+a.window.Room() {
		a.bring = p
	}
	a.window.Takes(msg)
	a.question, a.stale = nil, true
}

// sayError tells the learner why the session did not take an input.
func (a *app) sayError(err error) {
	a.window.Say(a.w.Common.Sentence(a.w.Common.Engine(err.Error())))
}

// apply gives the session an input, and starts to commit what comes of it.
func (a *app) apply(in quiz.Input) tea.Cmd {
	in.Moment, in.Zone = a.options.Now()
	events, err := a.session.Apply(in)
	if err != nil {
		a.sayError(err)
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
		a.window.Say(a.w.Study.Skipped)
	case quiz.Bury:
		a.window.Say(a.w.Study.Buried)
	case quiz.Suspend:
		a.window.Say(a.w.Study.Suspended)
	case quiz.Undo:
		a.window.Say(a.w.Study.Undone)
	case quiz.Mark:
		a.window.Say(a.w.Study.Unflagged)
		if in.Flag != 0 {
			a.window.Say(a.w.Study.Flag(in.Flag))
		}
		a.look()
		return nil
	case quiz.Hint:
		a.look()
		a.bring = theHint
		return nil
	case quiz.Rate, quiz.Accept:
		if cmd := a.weigh(in); cmd != nil {
			return cmd
		}
	case quiz.Respond, quiz.Reveal:
		a.look()
		a.selected = a.face.View.Suggested
		a.bring = theAnswer
		return a.settled()
	}
	return a.refresh(nil)
}

// settling is how long keys wait behind an answer that was typed: a terminal
// hands over what it has pasted in less, and no hand types three keys in it.
const settling = 8 * time.Millisecond

// settledMsg says that what came in one piece with an answer has come.
type settledMsg struct{}

// settled takes the keys behind an answer. The answer is on screen meanwhile.
func (a *app) settled() tea.Cmd {
	if a.face.Reply.Way != card.Typing {
		return nil
	}
	if a.settling == 0 {
		a.dropPasted()
		return nil
	}
	a.busy = true
	return tea.Tick(a.settling, func(time.Time) tea.Msg { return settledMsg{} })
}

// pastedKeys is how many characters behind an Enter no hand has typed by then.
const pastedKeys = 3

// dropPasted drops the keys that wait behind an answer when they are text that
// a terminal without bracketed paste has pasted: its end of a line was Enter,
// and each of its letters would be a command. A rating that was typed ahead is
// a digit, a space or another Enter.
func (a *app) dropPasted() {
	if len(a.waiting) < pastedKeys || a.rates(a.waiting[0]) {
		return
	}
	for _, k := range a.waiting[:pastedKeys] {
		if k.Text == "" {
			return
		}
	}
	a.waiting = nil
	a.window.Say(a.w.Study.Pasted)
}

// rates reports whether a key rates a card whose answer is shown.
func (a *app) rates(k tea.KeyPressMsg) bool {
	c := a.keys.Means(k)
	_, is := rates[c]
	return is || c == answers || c == accept
}

// look takes over what the session looks like now, the same card on screen.
func (a *app) look() {
	a.face.View = a.session.View()
	a.now, _ = a.options.Now()
	a.question, a.stale = nil, true
}

// enter puts the card of the session on screen. Where it is there already and
// only a flag or so was undone, what is typed stays.
func (a *app) enter() {
	was := a.face.View
	a.face.View = a.session.View()
	a.now, _ = a.options.Now()
	if asksSame(was, a.face.View) {
		a.question, a.stale = nil, true
		return
	}
	a.entered, a.face.Words, a.face.Pictures = a.now, a.options.Words, a.options.Pictures
	a.fold()
	a.face.Reply = card.NewReply(a.face.View)
	a.face.Focus = a.face.Reply.Way == card.Typing
	a.selected = a.face.View.Suggested
	a.window.Panel, a.window.Scroll = nil, 0
	a.question, a.stale = nil, true
	a.bring = nothing
	if a.face.View.Phase == quiz.Shown {
		a.bring = theAnswer
	}
}

// asksSame reports whether a view asks what another one asked, with nothing rated
// between them.
func asksSame(was, is quiz.View) bool {
	return was.Phase == quiz.Asked && is.Phase == quiz.Asked && was.Number == is.Number && was.Card.ID == is.Card.ID &&
		was.Card.Question == is.Card.Question && was.Progress.Reps == is.Progress.Reps && slices.Equal(was.Task.Order, is.Task.Order)
}

// fold folds the texts above the question when they were shown with another
// card before.
func (a *app) fold() {
	a.face.Folded = false
	if a.face.View.Phase == quiz.Finished {
		return
	}
	id := a.face.View.Card.ID
	for _, g := range a.face.View.Groups {
		if first, shown := a.texts[g]; !shown {
			a.texts[g] = id
		} else if first != id {
			a.face.Folded = true
		}
	}
}

// refresh asks the history what it says about the card of the session, then
// puts it on screen, or does what then says when it is there already.
func (a *app) refresh(then func() tea.Cmd) tea.Cmd {
	v := a.session.View()
	a.then = then
	if v.Phase == quiz.Finished {
		a.enter()
		return tea.Batch(a.standing(), a.lookBack())
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
			a.window.Say(a.w.Study.ChangedElsewhere)
		}
		a.forget()
		return a.refresh(nil)
	}
	if then == nil {
		a.enter()
		return a.standing()
	}
	if !slices.Equal(a.session.View().Task.Order, a.face.View.Task.Order) {
		a.window.Say(a.w.Study.ChangedElsewhere)
		a.enter()
		return a.standing()
	}
	return then()
}

// edit opens the editor at the question on screen.
func (a *app) edit() tea.Cmd {
	if a.options.Edit == nil {
		a.window.Say(a.w.Study.NoEditor)
		return nil
	}
	editor, reload, err := a.options.Edit(a.face.View.Card)
	if err != nil {
		a.window.Say(a.w.Study.NotEdited(err.Error()))
		return nil
	}
	a.busy = true
	return frame.Outside(editor, func(err error) tea.Msg { return editedMsg{err, reload} })
}

// edited loads the decks again after the editor.
func (a *app) edited(msg editedMsg) tea.Cmd {
	if msg.err != nil {
		a.busy = false
		a.window.Say(a.w.Study.EditorEnded(msg.err.Error()))
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
		a.window.Panel = &frame.Panel{Title: a.w.Study.NotRead, Below: func(w int) []frame.Line { return frame.FaultLines(said, w) }}
		return nil
	}
	now, _ := a.options.Now()
	edited := a.face.View.Card.ID
	a.session.Reload(now, msg.find)
	if _, there := msg.find(edited); !there {
		a.window.Say(a.w.Study.Gone)
	}
	return a.refresh(nil)
}
