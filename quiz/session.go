package quiz

import (
	"io"
	"slices"
	"time"

	"recto/decks"
	"recto/quiz/answer"
)

// LearnAhead is how long before the end of its step a card may come when
// nothing else is left.
const LearnAhead = 20 * time.Minute

// cramStep is when a card that was not known comes back while cramming.
const cramStep = time.Minute

// Session is a study session as a pure state machine. Apply gives it what the
// learner does and returns the events to commit; Settle tells it how the commit
// went; View is everything a screen shows. It reads no clock, no file and no
// chance but what it is given, so the full screen, the plain mode and tests
// drive the same session.
//
// An input that makes events takes effect when they are committed:
//
//	events, err := s.Apply(in)
//	if err == nil && len(events) > 0 {
//		err = s.Settle(store.Commit(ctx, events...))
//	}
//
// Until Settle the session stands still and refuses inputs, and after a failed
// commit the card is still there: the same input again commits the very same
// events. A Session is for one goroutine.
type Session struct {
	schedulers func(decks.Card) Scheduler
	matcher    answer.Matcher
	options    SessionOptions

	items  []Item
	number []int          // of each item: the how many-th card of the session it was, see enter
	gone   []bool         // of each item: it is no longer in its deck, see Reload
	before []decks.CardID // the cards of the session that this one goes on with, by their numbers
	state  state
	log    []rated  // the ratings of this session; the first state.rated of them stand
	done   []action // what Undo takes back, latest last
	seen   map[questionID]Seen

	pending *action // waits for Settle
	failed  *action // was not saved
	fault   error   // why
}

// SessionOptions are what a session needs beside its cards. Start and Random
// are required.
type SessionOptions struct {
	Start  Moment
	Seed   uint64    // decides the order of options
	Random io.Reader // of event ids

	// Seen returns what a question said when it was last recorded; nil: nothing
	// ever was. Path returns its file as an absolute path, "" for the library;
	// nil: all are of the library.
	Seen func(deck, question string) (Seen, bool)
	Path func(*decks.Question) string

	Cram    bool        // reviews are not recorded, and a card not known comes again
	Reveal  bool        // nothing is typed that a learner can judge: type_answers = false
	Leech   int         // lapses that make a leech; 0 knows none
	Leeches LeechAction // what becomes of one
	Until   time.Time   // no further card from here on; zero: no end
	Later   Day         // when a card outside the session waits, see Later; the day of Start: now

	Resume *Standstill // where another session stood that this one goes on with; nil: none, nor while cramming

	Load *Load // kept up to date with what the session does; nil: there is none
}

// state is where a session stands. It is copied, never changed behind a copy:
// steps is replaced as a whole.
type state struct {
	next    int    // items[next:] were not shown yet
	steps   []wait // cards that wait for a step to end, by time
	current int    // the card on screen, -1 for none
	phase   Phase
	asked   time.Time // when the current card came up
	task    answer.Task
	hints   int // how many hints were shown
	match   *answer.Match
	text    string      // the response
	shown   Moment      // when the answer was shown
	preview [4]Progress // what each rating makes of the card
	entered int         // cards that came up so far
	rated   int         // ratings that stand
	leech   *Leech      // what the last rating made of its card
	ended   bool        // left, or out of time: what waits does not come
	over    Moment      // when the session was over
}

// wait is a card that waits for a step to end.
type wait struct {
	item int
	due  time.Time
}

// rated is one rating, for the summary.
type rated struct {
	item   int
	rating Rating
	taken  time.Duration
}

// action is something that can be undone: what it was, what is committed for
// it, and how the session stands before and after.
type action struct {
	input   Input
	events  []Event
	item    int
	before  state
	after   *state   // nil once the session is there
	was, is Progress // of the item
	rated   *rated
	seen    *Seen
	undo    bool // it takes the latest action back
}

// NewSession returns a session of the cards of a queue, in that order.
// Schedulers gives the scheduler of a card: decks and tags may want another
// retention.
func NewSession(queue []Item, schedulers func(decks.Card) Scheduler, m answer.Matcher, o SessionOptions) *Session {
	s := &Session{
		schedulers: schedulers,
		matcher:    m,
		options:    o,
		items:      slices.Clone(queue),
		number:     make([]int, len(queue)),
		gone:       make([]bool, len(queue)),
		seen:       map[questionID]Seen{},
	}
	switch {
	case o.Resume != nil && !o.Cram:
		s.resume(*o.Resume)
	case !o.Cram:
		s.takeSteps()
		fallthrough
	default:
		s.state = s.advance(s.state, o.Start)
	}
	s.enter()
	return s
}

// takeSteps puts the cards in a step where they wait for its end.
func (s *Session) takeSteps() {
	slices.SortStableFunc(s.items, stepsFirst)
	for s.state.next < len(s.items) && s.items[s.state.next].Progress.Steps() {
		s.state.steps = append(s.state.steps, wait{s.state.next, s.items[s.state.next].Progress.Due})
		s.state.next++
	}
}

// stepsFirst puts cards in a step before the others, by the time at which it
// ends, wherever the queue has them: they come by the clock.
func stepsFirst(a, b Item) int {
	switch x, y := a.Progress, b.Progress; {
	case x.Steps() && y.Steps():
		return x.Due.Compare(y.Due)
	case x.Steps():
		return -1
	case y.Steps():
		return 1
	}
	return 0
}

// Apply does what an input says. It returns the events that have to be
// committed for it, with no device and sequence; none when there is nothing to
// commit, and then the session has gone on already. After an error, whose text
// is for the learner, nothing has changed. An error of the matcher says why a
// response cannot be read; it counts for nothing.
func (s *Session) Apply(in Input) ([]Event, error) {
	if s.pending != nil {
		return nil, ErrUnsaved
	}
	if s.failed != nil && in.same(s.failed.input) {
		s.pending, s.failed = s.failed, nil
		return s.pending.events, nil
	}
	switch in.Action {
	case Tick:
		s.tick(in.Moment)
		return nil, nil
	case Respond, Reveal, Hint:
		s.failed, s.fault = nil, nil
		return nil, s.look(in)
	}
	a, err := s.action(in)
	if err != nil {
		return nil, err
	}
	s.failed, s.fault = nil, nil
	if len(a.events) == 0 {
		s.adopt(a)
		return nil, nil
	}
	s.pending = &a
	return a.events, nil
}

// Settle says how committing the events of the last Apply went, and returns
// err. With nil the session goes on; else it stands where it stood, and its
// view tells the learner that the answer is not saved.
func (s *Session) Settle(err error) error {
	a := s.pending
	if a == nil {
		return err
	}
	s.pending = nil
	if err != nil {
		s.failed, s.fault = a, err
		return err
	}
	s.adopt(*a)
	return nil
}

// adopt goes on to where an action leads.
func (s *Session) adopt(a action) {
	s.failed, s.fault = nil, nil
	s.believe(a.item, a.is)
	if a.rated != nil {
		s.log = append(s.log[:s.state.rated], *a.rated)
	}
	if a.seen != nil {
		s.seen[questionID{a.seen.Deck, a.seen.Question}] = *a.seen
	}
	s.state = *a.after
	a.after = nil
	if a.undo {
		s.done = s.done[:len(s.done)-1]
	} else {
		s.done = append(s.done, a)
	}
	s.enter()
}

// believe notes what is believed of an item now.
func (s *Session) believe(item int, p Progress) {
	it := &s.items[item]
	if s.options.Load != nil && p != it.Progress {
		s.options.Load.Move(it.Card.ID, it.Progress, p)
	}
	it.Progress = p
}

// enter puts the current card to the learner, and numbers it when it comes up
// for the first time. After an undo the numbers beyond the cards that came up
// are given anew.
func (s *Session) enter() {
	i := s.state.current
	if i < 0 {
		return
	}
	if s.number[i] == 0 || s.number[i] > s.state.entered {
		s.state.entered++
		s.number[i] = s.state.entered
	}
	if s.state.phase == Asked {
		s.state.task = s.task(i)
	}
}

// task returns an item as it is put to the learner. While cramming the number
// of reviews stands still, so the ratings so far take its place.
func (s *Session) task(item int) answer.Task {
	it, seed := s.items[item], s.options.Seed
	if s.options.Cram {
		seed = mix(seed+uint64(s.state.rated), "cram")
	}
	return TaskOf(it.Card, it.Progress, seed)
}

// tick lets time pass: a session that is over because every card waits for a
// step goes on when one is due.
func (s *Session) tick(now Moment) {
	if s.state.phase == Finished && !s.state.ended && len(s.state.steps) > 0 {
		s.state = s.advance(s.state, now)
		s.enter()
	}
}
