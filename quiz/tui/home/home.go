package home

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/quiz"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// Deck is a line of the screen.
type Deck struct {
	ID    string
	Title string   // markup, "" for none
	Names []string // what names it on a command line

	// The cards that a session of all decks would bring now.
	New, Learning, Due int
}

// waits returns how many cards wait.
func (d *Deck) waits() int { return d.New + d.Learning + d.Due }

// Fault is what is wrong with a file that is no deck because of it.
type Fault struct {
	File string
	Name string // of the file, short
	Line int    // 0 for the whole file
	Said string // in a line
	Text string // as check prints it: lines with the place, an excerpt, a hint
}

// Today is what waits.
type Today struct {
	Now    quiz.Moment
	Decks  []Deck // in the order in which they are studied
	Faults []Fault
	Done   int        // cards that were studied today, of any deck
	Soon   int        // of the cards that wait, those whose step has not ended yet
	Next   quiz.Next  // when a card waits that does not wait now
	Paused quiz.Day   // until when new cards pause; 0 for no pause
	Held   [2]int     // new cards and reviews that the limits of the day keep back
	Clock  *Clock     // the time of day of Next; nil: it is another day
	Longer LongerLook // what takes longer to find out; nil: nothing
}

// Clock is a time of day where the learner is.
type Clock struct{ Hour, Minute int }

// LongerLook finds out what is not known at once.
type LongerLook func(context.Context) (More, error)

// More is what takes longer to find out.
type More struct {
	Streak  int  // days in a row with a review, up to today or yesterday
	Today   bool // today is one of them
	Minutes int  // that what waits is likely to take; 0 for nothing
	Exams   []string
}

// Door opens a screen for some decks, for no named ones all that there are; nil
// where there is none.
type Door func([]Deck) frame.Opener

// Options are what the screen needs. Load is required. Its functions are called
// beside the loop.
type Options struct {
	Load func(context.Context) (Today, error)

	Study, Quiz, Browse, Stats, Preview Door

	// Undo takes the last action back and says what it was; nil: not available.
	Undo func(context.Context) (said string, err error)
	// Topics are the help topics; nil: none.
	Topics []Topic

	Keys  frame.Keymap
	Words *words.Words // nil: English
}

// Screen is the model of the screen. Only the program's loop touches it.
type Screen struct {
	ctx     context.Context
	options Options
	words   *words.Words
	keys    *frame.Keys
	window  frame.Window

	loaded bool
	late   bool // it takes long
	today  Today
	more   *More // nil: not known yet
	number int   // of the load, to know what belongs to it
	err    error // of the first load, which ends the screen

	rows   []row // that the filter leaves
	at     int   // the row that is chosen
	filter *frame.Field
	lines  frame.Span // of the body, that the chosen row takes
	moved  bool       // the chosen row has to come into sight
	busy   bool       // something is being undone

	ahead []tea.KeyPressMsg // keys that were pressed before there was anything to see
}

// row is a line that can be chosen.
type row struct {
	deck  *Deck  // nil: all of them, or
	fault *Fault // a file with faults
}

// Messages of what was done beside the loop.
type (
	loadedMsg struct {
		number int
		today  Today
		err    error
	}
	moreMsg struct {
		number int
		more   More
		err    error
	}
	lateMsg   struct{}
	undoneMsg struct {
		said string
		err  error
	}
)

// New returns the screen. It works until ctx is over.
func New(ctx context.Context, o Options) *Screen {
	if o.Words == nil {
		o.Words = words.English(words.Locale{})
	}
	return &Screen{
		ctx: ctx, options: o, words: o.Words, keys: o.Keys.Of(Keys(o.Words), o.Words.Common.Keys),
		window: frame.Window{Words: o.Words},
	}
}

// Init looks what waits.
func (s *Screen) Init() tea.Cmd {
	return tea.Batch(s.load(), tea.Tick(frame.Calm, func(time.Time) tea.Msg { return lateMsg{} }))
}

// End returns why there was nothing to show.
func (s *Screen) End(error) (string, error) { return "", s.err }

// load looks what waits, beside the loop.
func (s *Screen) load() tea.Cmd {
	s.number++
	n := s.number
	return func() tea.Msg {
		today, err := s.options.Load(s.ctx)
		return loadedMsg{n, today, err}
	}
}

// Update does what a message says.
func (s *Screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s, s.press(msg)
	case tea.PasteMsg:
		if s.filter != nil && s.window.Panel == nil {
			s.filter.Insert(msg.Content)
			s.arrange()
		}
	case tea.MouseMsg:
		return s, s.mouse(msg)
	case frame.BackMsg:
		return s, s.back(msg)
	case loadedMsg:
		return s, s.show(msg)
	case moreMsg:
		if msg.number == s.number {
			s.take(msg)
		}
	case lateMsg:
		s.late = true
	case undoneMsg:
		s.busy = false
		if msg.err != nil {
			s.window.Say(s.words.Common.Sentence(msg.err.Error()))
			return s, nil
		}
		s.window.Say(msg.said)
		return s, s.load()
	default:
		s.window.Takes(msg)
		s.moved = true
	}
	return s, nil
}

// show shows what waits. When nothing can be shown at all the screen is left.
func (s *Screen) show(msg loadedMsg) tea.Cmd {
	if msg.number != s.number {
		return nil
	}
	if msg.err != nil {
		if !s.loaded {
			s.err = msg.err
			return tea.Quit
		}
		s.window.Say(s.words.Common.Sentence(msg.err.Error()))
		return nil
	}
	s.loaded, s.today = true, msg.today
	s.arrange()
	var cmd tea.Cmd
	if longer, n := s.today.Longer, s.number; longer != nil {
		cmd = func() tea.Msg {
			more, err := longer(s.ctx)
			return moreMsg{n, more, err}
		}
	}
	for _, k := range s.ahead {
		cmd = tea.Batch(cmd, s.press(k))
	}
	s.ahead = nil
	return cmd
}

// take takes what took longer to find out.
func (s *Screen) take(msg moreMsg) {
	if msg.err != nil {
		s.window.Say(s.words.Common.Sentence(msg.err.Error()))
		return
	}
	s.more = &msg.more
}

// back says what became of another screen, and looks again what waits.
func (s *Screen) back(msg frame.BackMsg) tea.Cmd {
	switch {
	case msg.Err != nil:
		text := msg.Err.Error()
		s.window.Panel = &frame.Panel{Title: s.words.Home.NotThere, Below: func(w int) []frame.Line { return frame.FaultLines(text, w) }}
	case msg.Line != "":
		s.window.Say(msg.Line)
	}
	return s.load()
}
