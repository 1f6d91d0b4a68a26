package test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
)

// Options are what the screen needs beside the test. Now is required.
type Options struct {
	Now   func() time.Time // the learner's clock
	Words *words.Words     // nil: English, as the C locale writes it
	Keys  frame.Keymap

	Pictures *picture.Gallery // shows images; nil: they are told in words

	Paper string // the flags that make the same paper, told with the result

	// Record records a result once the test is handed in; nil: nothing is
	// recorded. It is called beside the loop, as what it returns is.
	Record func(context.Context, practice.Result) (practice.Recorded, error)
	// Again returns a test of questions that were missed; round is how often it
	// was asked for one. Nil: they cannot be tried again.
	Again func(questions []*decks.Question, round int) (*practice.Test, error)
}

// place is what of a test is on screen.
type place uint8

const (
	onQuestion place = iota // and its marking
	onList
	onResult
	onReview // of a question
)

// Screen is the model of the screen. Only the program's loop touches it.
type Screen struct {
	ctx     context.Context
	options Options
	w       quiz.Speaker
	keys    *frame.Keys
	window  frame.Window

	test    *practice.Test
	view    practice.View
	place   place
	face    card.Face // of the question on screen, or under review
	body    card.Body
	stale   bool      // the body has to be laid out anew
	bring   bool      // the reply, the marking or the chosen row has to come into sight
	pressed time.Time // when the reply changed last
	at      int       // the row of a list that is chosen, or the question under review, from 0
	rows    rows
	leaving bool // the learner wants to leave, and was told what that does
	ticking bool
	wait    func(time.Duration) tea.Cmd // until a tickMsg

	result practice.Result  // of the test on screen, when it is over
	first  *practice.Result // of the first test, when it is over
	rounds int              // of trying again

	job      *job // under way
	recorded practice.Recorded
	saved    bool  // the result was recorded, and not taken back
	fault    error // why it is not saved
}

// job is something that is done beside the loop, once: by the command for it,
// or by End when the program is over before.
type job struct {
	work func() error
	once sync.Once
	err  error
}

func (j *job) do() error {
	j.once.Do(func() {
		j.err = errors.New("saving it did not come to an end") // when the work panics
		j.err = j.work()
	})
	return j.err
}

// Messages of what was done beside the loop, and of the clock.
type (
	savedMsg  struct{}
	undoneMsg struct{}
	tickMsg   struct{}
)

// New returns the screen of a test that has begun. It works until ctx is over.
func New(ctx context.Context, t *practice.Test, o Options) *Screen {
	if o.Words == nil {
		o.Words = words.English(words.Locale{})
	}
	s := &Screen{ctx: ctx, options: o, w: quiz.Speaker{Words: o.Words}, keys: o.Keys.Of(Keys(o.Words), o.Words.Common.Keys), test: t, wait: wait}
	s.window.Words = o.Words
	s.look()
	return s
}

// Init starts the clock.
func (s *Screen) Init() tea.Cmd { return s.tick() }

// tick waits until the clock shows another second.
func (s *Screen) tick() tea.Cmd {
	if s.ticking || !s.view.Limited || s.view.Ending != practice.Running {
		return nil
	}
	s.ticking = true
	return s.wait(s.view.Left%time.Second + time.Millisecond)
}

// wait lets a time pass.
func wait(d time.Duration) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return tickMsg{} })
}

// Update does what a message says.
func (s *Screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = s.press(msg)
	case tea.PasteMsg:
		s.paste(msg.Content)
	case tea.MouseMsg:
		cmd = s.mouse(msg)
	case tickMsg:
		s.ticking = false
		cmd = s.passed()
	case savedMsg:
		s.settled()
	case card.OpenedMsg:
		s.window.Say(msg.Say(s.w.Words))
	case undoneMsg:
		s.takenBack()
	default:
		if s.window.Takes(msg) {
			s.face.Height = card.LinesIn(s.window.Height)
			s.stale, s.bring = true, true
		}
	}
	return s, tea.Batch(cmd, s.tick())
}

// passed lets time pass. What was replied before the time was over counts.
func (s *Screen) passed() tea.Cmd {
	now := s.options.Now()
	if v := s.test.View(now); v.Limited && v.Left == 0 && v.Phase == practice.Asked && !s.pressed.IsZero() {
		if text := s.face.Reply.Response(); text != "" && text != s.view.Face.Response {
			_ = s.test.Apply(practice.Input{Action: practice.Answer, Text: text, At: s.pressed}) // what cannot be read is no answer
		}
	}
	_ = s.test.Apply(practice.Input{Action: practice.Tick, At: now}) // which is always taken
	v := s.test.View(now)
	if v.Ending == s.view.Ending {
		s.view.Left = v.Left
		return nil
	}
	cmd := s.follow()
	s.window.Panel = nil
	s.window.Say(s.w.Test.TimeOver)
	return cmd
}

// apply gives the test an input, and shows what comes of it; it reports whether
// the test took it. What it did not take it tells the learner.
func (s *Screen) apply(in practice.Input) (taken bool, cmd tea.Cmd) {
	in.At = s.options.Now()
	if v := s.test.View(in.At); v.Limited && v.Ending == practice.Running && v.Left == 0 {
		return false, s.passed()
	}
	if err := s.test.Apply(in); err != nil {
		s.window.Say(s.w.Common.Sentence(s.w.Common.Engine(err.Error())))
		return false, nil
	}
	return true, s.follow()
}

// follow goes where the test has gone. When it is over its result is recorded.
func (s *Screen) follow() tea.Cmd {
	over := s.view.Phase == practice.Finished
	s.look()
	if s.view.Phase != practice.Finished || over {
		return nil
	}
	s.result = s.test.Result()
	if s.first != nil {
		return nil
	}
	first := s.result
	s.first = &first
	return s.record()
}

// look shows what the test looks like now.
func (s *Screen) look() {
	s.view = s.test.View(s.options.Now())
	s.leaving = false
	s.window.Scroll, s.stale, s.bring = 0, true, true
	switch v := s.view; v.Phase {
	case practice.Finished:
		s.place, s.at = onResult, 0
	case practice.Ready:
		s.place, s.at = onList, v.Total
	default:
		s.place = onQuestion
		s.show(v.Face)
		s.face.Focus = s.face.Reply.Way == card.Typing && v.Phase == practice.Asked
		s.pressed = time.Time{}
	}
}

// show puts a question on screen.
func (s *Screen) show(face quiz.View) {
	s.face = card.Face{View: face, Reply: card.NewReply(face), Words: s.w.Words, Pictures: s.options.Pictures, Height: card.LinesIn(s.window.Height)}
}

// record records the result of the first test, beside the loop.
func (s *Screen) record() tea.Cmd {
	if s.options.Record == nil || s.job != nil {
		return nil
	}
	s.fault = nil
	// An interrupt ends the program, not the saving of the result.
	s.job = &job{work: func() (err error) {
		s.recorded, err = s.options.Record(context.WithoutCancel(s.ctx), *s.first)
		return err
	}}
	j := s.job
	return func() tea.Msg { _ = j.do(); return savedMsg{} }
}

// settled says what became of recording.
func (s *Screen) settled() {
	s.fault = s.job.do()
	s.job, s.saved, s.stale = nil, s.fault == nil, true
}

// unrecord takes back what was recorded, beside the loop.
func (s *Screen) unrecord() tea.Cmd {
	if s.job != nil || !s.saved || s.recorded.Undo == nil {
		s.window.Say(s.w.Common.Sentence(s.w.Common.Engine(practice.ErrNoUndo.Error())))
		return nil
	}
	s.job = &job{work: func() error { return s.recorded.Undo(context.WithoutCancel(s.ctx)) }}
	j := s.job
	return func() tea.Msg { _ = j.do(); return undoneMsg{} }
}

// takenBack says what became of taking back.
func (s *Screen) takenBack() {
	err := s.job.do()
	s.job, s.stale = nil, true
	if err != nil {
		s.window.Say(s.w.Plain.NotSaved + err.Error())
		return
	}
	s.saved = false
	s.window.Say(s.w.Test.TakenBack)
}

// again tries again what was not right in the test on screen.
func (s *Screen) again() tea.Cmd {
	missed := s.result.Missed()
	if s.options.Again == nil || len(missed) == 0 {
		s.window.Say(s.w.Test.NothingMissed)
		return nil
	}
	t, err := s.options.Again(missed, s.rounds+1)
	if err != nil {
		s.window.Say(s.w.Common.Sentence(err.Error()))
		return nil
	}
	s.rounds++
	s.test = t
	s.look()
	s.window.Say(s.w.Test.Again(len(missed)))
	return nil
}

// End waits for what is being saved, breaks the test off when it is not over,
// and returns what it came to as a line.
func (s *Screen) End(error) (string, error) {
	if s.job != nil {
		if err := s.job.do(); err != nil {
			s.fault = err
		}
	}
	r := s.first
	if r == nil {
		_ = s.test.Apply(practice.Input{Action: practice.Interrupt, At: s.options.Now()}) // which is always taken
		result := s.test.Result()
		if r = &result; r.Whole.Answered == 0 {
			return "", nil
		}
	}
	line := s.score(*r)
	if r.Ending == practice.Interrupted {
		line = s.w.Test.Stopped + " " + line
	}
	if s.fault != nil {
		return line, fmt.Errorf("the result is not saved: %w", s.fault)
	}
	return line, nil
}

// Result returns what the first test came to, or has come to so far.
func (s *Screen) Result() practice.Result {
	if s.first == nil {
		return s.test.Result()
	}
	return *s.first
}

// score returns what a test came to, as a line.
func (s *Screen) score(r practice.Result) string {
	w, say := r.Whole, &s.w.Test
	return say.Score(w.Score, w.Points, w.Percent()) + "; " + say.Counts(w.Right, w.Close, w.Wrong, w.Questions-w.Answered)
}
