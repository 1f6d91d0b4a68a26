package quiz

import (
	"time"

	"recto/decks"
	"recto/quiz/answer"
)

// Phase is what a session waits for.
type Phase uint8

// The phases of a session.
const (
	Finished Phase = iota // nothing: the summary is shown
	Asked                 // an answer, or a look at it
	Shown                 // a rating
)

// View is everything that a screen shows of a session. Card and what follows
// is set unless Phase is Finished, and Summary is set when it is. Texts are
// those of the deck; draw them as markup, never raw.
type View struct {
	Phase  Phase
	Number int    // the how many-th card of the session this is; a card that comes again keeps its number
	Total  int    // cards of the session
	Left   Counts // what is left, the card on screen included
	Undo   bool   // there is something to undo
	Saving bool   // the last input waits for Settle
	Fault  error  // why the last input was not saved; nil when all is saved
	Leech  *Leech // the card rated last is forgotten again and again; nil when it is not

	Card     decks.Card
	Progress Progress       // before this review
	Task     answer.Task    // with the order of the options
	Options  []string       // the options in the order of their letters, as markup
	Groups   []*decks.Group // what the card stands under, outermost first
	Typed    bool           // a response is asked for; false: any answer just reveals
	Hints    []string       // those shown so far, as markup
	MoreHint int            // how many there are still

	Response  string        // what was answered; "" when the answer was only revealed
	Match     *answer.Match // how it compares; nil until Shown, and when the answer was only revealed
	Suggested Rating        // 0 until Shown
	Ratings   [4]Choice     // Again, Hard, Good, Easy; zero until Shown

	Summary Summary
}

// Counts are cards by what they wait for.
type Counts struct {
	New, Learning, Due int
}

// Sum returns how many cards these are.
func (c Counts) Sum() int { return c.New + c.Learning + c.Due }

// Choice is one of the four ratings.
type Choice struct {
	Rating   Rating
	Progress Progress      // what the card becomes
	Wait     time.Duration // until it comes again; 0 while cramming
	Interval string        // the same as FormatInterval writes it; "" while cramming
}

// Leech is a card that is forgotten again and again, see LeechTold.
type Leech struct {
	Card   decks.Card
	Lapses int
	Action LeechAction // what was done about it
}

// View returns what the session looks like now.
func (s *Session) View() View {
	st := s.state
	v := View{
		Phase:  st.phase,
		Number: st.entered,
		Total:  s.total(),
		Left:   s.left(),
		Undo:   len(s.done) > 0,
		Saving: s.pending != nil,
		Fault:  s.fault,
		Leech:  st.leech,
	}
	if st.phase == Finished {
		v.Summary = s.summary(v.Left)
		return v
	}
	it := s.items[st.current]
	v.Number = s.number[st.current]
	v.Card, v.Progress, v.Task = it.Card, it.Progress, st.task
	v.Options = Options(st.task)
	v.Groups = it.Card.Question.Group.Path()
	v.Typed = s.typed(it.Card)
	hints := it.Card.Hints()
	v.Hints = hints[:min(st.hints, len(hints))]
	v.MoreHint = len(hints) - len(v.Hints)
	v.Response, v.Match = st.text, st.match
	if st.phase == Shown {
		v.Suggested = suggest(st.match)
		v.Ratings = s.choices()
	}
	return v
}

// total counts the cards of the session, and those of the one that it goes on
// with.
func (s *Session) total() int {
	n := len(s.before)
	for i := range s.items {
		if s.number[i] == 0 || s.number[i] > len(s.before) {
			n++
		}
	}
	return n
}

// Waits names what the card on screen is: "new", "learning", "relearning", or
// "due"; "review" for one that is not due yet. words.Waits has them for people.
func (v View) Waits(now Moment) string {
	if v.Progress.State == Review && v.Progress.DueOn(now.Day) {
		return "due"
	}
	return v.Progress.State.String()
}

// choices returns the four ratings of the card on screen.
func (s *Session) choices() [4]Choice {
	var cs [4]Choice
	for i, p := range s.state.preview {
		cs[i] = Choice{Rating: Again + Rating(i), Progress: p}
		if !s.options.Cram {
			cs[i].Wait = p.Wait(s.state.shown)
			cs[i].Interval = FormatInterval(cs[i].Wait)
		}
	}
	return cs
}

// suggest returns the rating that a match suggests; Good for a mere look.
func suggest(m *answer.Match) Rating {
	if m == nil {
		return Good
	}
	switch m.Verdict {
	case answer.Wrong:
		return Again
	case answer.Close:
		return Hard
	}
	return Good
}

// left counts the cards that this session still has, the current one included.
func (s *Session) left() Counts {
	var c Counts
	count := func(i int) {
		switch p := s.items[i].Progress; {
		case s.gone[i]:
		case p.Steps():
			c.Learning++
		case p.State == New:
			c.New++
		default:
			c.Due++
		}
	}
	if s.state.current >= 0 {
		count(s.state.current)
	}
	for _, w := range s.state.steps {
		count(w.item)
	}
	for i := s.state.next; i < len(s.items); i++ {
		count(i)
	}
	return c
}
