package frame

import (
	"context"
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"recto/quiz/words"
)

// Screen fills the window. tea.Quit leaves it for the one below, the last one
// for the shell; tea.Interrupt leaves all of them. A command's message comes
// back to the screen that issued it, also while another one covers it, and to
// nobody once it was left.
type Screen = tea.Model

// Ender is a screen that has to bring something to an end.
type Ender interface {
	// End is called once, after the screen was left, beside the loop: why is
	// nil when the learner left it, else what ended the program. It returns a
	// line for the shell, "" for none, which is written when the terminal is
	// as it was, and what went wrong.
	End(why error) (line string, err error)
}

// Opener returns a screen. It is called beside the loop, for it may take a while;
// ctx is over when the learner does not want the screen any more.
type Opener func(ctx context.Context) (Screen, error)

// BackMsg tells a screen that the one above it is gone, or could not be opened.
type BackMsg struct {
	Line string // what it says to the shell
	Err  error  // why it could not be opened, or what went wrong at its end
}

// Push returns the command that puts a screen above the one that issues it.
// Keys that come until it is there are kept for it.
func Push(open Opener) tea.Cmd { return func() tea.Msg { return pushMsg{open, false} } }

// Replace is Push of a screen that takes the place of the one that issues it,
// which is ended.
func Replace(open Opener) tea.Cmd { return func() tea.Msg { return pushMsg{open, true} } }

// Calm is how long a screen may take to open, or to show something, before that
// is said.
const Calm = 150 * time.Millisecond

// Messages of the stack.
type (
	pushMsg struct {
		open    Opener
		instead bool
	}
	quitMsg  struct{}
	stopMsg  struct{} // an interrupt
	ownedMsg struct { // a message, and the screen whose command it comes from
		owner *layer
		msg   tea.Msg
	}
	openedMsg struct {
		number int
		screen Screen
		err    error
	}
	lateMsg  struct{ number int }
	endedMsg struct{ layer *layer }
)

// layer is a screen of the stack.
type layer struct {
	screen Screen
	once   sync.Once
	line   string
	err    error
}

// end ends the screen, once.
func (l *layer) end(why error) {
	l.once.Do(func() {
		if e, ok := l.screen.(Ender); ok {
			l.line, l.err = e.End(why)
		}
	})
}

// stack is the model of the program: the screens, the top one last. Only the
// program's loop touches it.
type stack struct {
	ctx     context.Context
	layers  []*layer
	gone    []*layer   // were left, in the order in which they were
	around  [2]tea.Msg // the size of the window and its ground, as they came last
	whole   bool       // the terminal draws a cluster of characters as one
	number  int        // of the last push
	cancel  func()     // ends the opening of a screen; nil: none is opened
	instead bool       // it takes the place of the one on top
	late    bool       // it takes long
	ending  *layer     // was left and is being ended
	held    []tea.Msg  // what was pressed meanwhile
	caught  bool       // it was interrupted
	mouse   bool       // the terminal tells of it
	colours Colours
	words   *words.Words

	pictures Pictures // nil: there are none
}

// maxHeld is how many keys are kept while no screen can take them.
const maxHeld = 256

func newStack(ctx context.Context, s Screen) *stack {
	return &stack{ctx: ctx, words: words.English(words.Locale{}), layers: []*layer{{screen: s}}}
}

// top returns the screen that is to be seen.
func (s *stack) top() *layer { return s.layers[len(s.layers)-1] }

// Init starts the first screen, and asks the terminal for its ground.
func (s *stack) Init() tea.Cmd {
	var wait tea.Cmd
	if s.pictures != nil {
		wait = s.pictures.Init()
	}
	return tea.Batch(wait, tea.RequestBackgroundColor, s.owned(s.top(), s.top().screen.Init()))
}

// View draws the screen on top.
func (s *stack) View() tea.View {
	v := s.top().screen.View()
	v.AltScreen = true
	if s.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	size, _ := s.around[0].(tea.WindowSizeMsg)
	if s.late && size.Width > 0 {
		v.Content = withLast(v.Content, s.words.Frame.Loading, size.Width)
		v.Cursor = nil
	}
	v.Content = settle(s.colours.dress(v.Content), size.Width, s.whole)
	if s.pictures != nil {
		v.Content = s.pictures.Paint(v.Content)
	}
	return v
}

// Update gives a message to the pictures, and to the screen that it is for.
func (s *stack) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s.pictures == nil {
		return s.update(msg)
	}
	drawn, taken := s.pictures.Update(msg)
	if taken {
		return s, drawn
	}
	_, cmd := s.update(msg)
	return s, tea.Batch(drawn, cmd)
}

func (s *stack) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case ownedMsg:
		return s, s.own(msg.owner, msg.msg)
	case openedMsg:
		return s, s.opened(msg)
	case lateMsg:
		s.late = s.late || msg.number == s.number && s.cancel != nil
		return s, nil
	case endedMsg:
		return s, s.ended(msg.layer)
	case tea.WindowSizeMsg:
		s.around[0] = msg
	case tea.BackgroundColorMsg:
		s.around[1] = msg
	case tea.ModeReportMsg:
		s.whole = s.whole || msg.Mode == ansi.ModeUnicodeCore && (msg.Value == ansi.ModeReset || msg.Value.IsSet()) // as the program reads it
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseMsg:
		if s.cancel != nil || s.ending != nil {
			return s, s.hold(msg)
		}
	}
	return s, s.give(s.top(), msg)
}

// give gives a message to a screen.
func (s *stack) give(l *layer, msg tea.Msg) tea.Cmd {
	next, cmd := l.screen.Update(msg)
	l.screen = next
	return s.owned(l, cmd)
}

// own takes what a command of a screen came to.
func (s *stack) own(l *layer, msg tea.Msg) tea.Cmd {
	there := false
	for _, one := range s.layers {
		there = there || one == l
	}
	switch msg := msg.(type) {
	case stopMsg:
		s.caught = true
		return tea.Quit
	case quitMsg:
		if l == s.top() && s.ending == nil {
			return s.leave()
		}
		return nil
	case pushMsg:
		if l == s.top() && s.cancel == nil && s.ending == nil {
			s.instead = msg.instead
			return s.push(msg.open)
		}
		return nil
	}
	if !there {
		return nil
	}
	return s.give(l, msg)
}

// owned returns a command whose message comes back to a screen.
func (s *stack) owned(l *layer, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.QuitMsg:
			return ownedMsg{l, quitMsg{}}
		case tea.InterruptMsg:
			return ownedMsg{l, stopMsg{}}
		case tea.BatchMsg:
			all := make(tea.BatchMsg, len(msg))
			for i, c := range msg {
				all[i] = s.owned(l, c)
			}
			return all
		default:
			if reflect.TypeOf(msg).PkgPath() == program {
				return msg // the program obeys it
			}
			return ownedMsg{l, msg}
		}
	}
}

// program is the package of messages that the program obeys itself.
var program = reflect.TypeFor[tea.QuitMsg]().PkgPath()

// push opens a screen beside the loop.
func (s *stack) push(open Opener) tea.Cmd {
	ctx, cancel := context.WithCancel(s.ctx)
	s.number++
	n := s.number
	s.cancel, s.late = cancel, false
	return tea.Batch(
		func() tea.Msg {
			screen, err := open(ctx)
			return openedMsg{n, screen, err}
		},
		tea.Tick(Calm, func(time.Time) tea.Msg { return lateMsg{n} }))
}

// opened puts a screen that was opened on top.
func (s *stack) opened(msg openedMsg) tea.Cmd {
	if msg.number != s.number || s.cancel == nil { // nobody waits for it any more
		if msg.screen == nil {
			return nil
		}
		l := &layer{screen: msg.screen}
		s.gone = append(s.gone, l)
		return func() tea.Msg { l.end(nil); return nil }
	}
	s.cancel, s.late = nil, false
	if msg.err != nil {
		s.held = nil
		return s.give(s.top(), BackMsg{Err: msg.err})
	}
	l := &layer{screen: msg.screen}
	var end tea.Cmd
	if s.instead {
		old := s.top()
		s.layers = s.layers[:len(s.layers)-1]
		s.gone = append(s.gone, old)
		end = func() tea.Msg { old.end(nil); return nil }
	}
	s.layers = append(s.layers, l)
	return tea.Batch(end, s.owned(l, l.screen.Init()), s.welcome(), s.release())
}

// welcome tells the screen on top what the window is like.
func (s *stack) welcome() (cmd tea.Cmd) {
	for _, msg := range s.around {
		if msg != nil {
			cmd = tea.Batch(cmd, s.give(s.top(), msg))
		}
	}
	return cmd
}

// hold keeps what is pressed while no screen can take it. Esc calls a screen
// off that is being opened; Ctrl+C does not wait.
func (s *stack) hold(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "ctrl+c":
			s.caught = true
			return tea.Quit
		case "ctrl+z":
			return Suspend()
		case "esc":
			if s.cancel != nil {
				s.cancel()
				s.cancel, s.late, s.held = nil, false, nil
				return s.give(s.top(), BackMsg{})
			}
		}
	}
	if _, ok := msg.(tea.MouseMsg); !ok && len(s.held) < maxHeld {
		s.held = append(s.held, msg)
	}
	return nil
}

// release gives what was held to the screen on top, as long as it takes it.
func (s *stack) release() (cmd tea.Cmd) {
	for len(s.held) > 0 && s.cancel == nil && s.ending == nil {
		msg := s.held[0]
		s.held = s.held[1:]
		cmd = tea.Batch(cmd, s.give(s.top(), msg))
	}
	return cmd
}

// leave takes the screen on top away and ends it beside the loop. What it was
// opening is not wanted any more.
func (s *stack) leave() tea.Cmd {
	if s.cancel != nil {
		s.cancel()
		s.cancel, s.late, s.held = nil, false, nil
	}
	if len(s.layers) == 1 {
		return tea.Quit // it is ended when the program is
	}
	l := s.top()
	s.layers = s.layers[:len(s.layers)-1]
	s.gone, s.ending = append(s.gone, l), l
	return tea.Batch(s.welcome(), func() tea.Msg {
		l.end(nil)
		return endedMsg{l}
	})
}

// ended tells the screen on top that the one above it is gone.
func (s *stack) ended(l *layer) tea.Cmd {
	if s.ending == l {
		s.ending = nil
	}
	return tea.Batch(s.give(s.top(), BackMsg{Line: l.line, Err: l.err}), s.release())
}
