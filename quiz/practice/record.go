package practice

import (
	"errors"
	"io"

	"recto/decks"
	"recto/quiz"
)

// RecordOptions are what is needed to make events of ratings.
type RecordOptions struct {
	Now        quiz.Moment
	Zone       int                             // seconds east of UTC
	Random     io.Reader                       // of event ids
	Progress   map[decks.CardID]quiz.Progress  // of the cards that were rated; what is not there is new
	Schedulers func(decks.Card) quiz.Scheduler // of each card

	// Seen returns what a question said when it was last recorded; nil: nothing
	// ever was. Path returns its file as an absolute path, "" for the library;
	// nil: all are of the library.
	Seen func(deck, question string) (quiz.Seen, bool)
	Path func(*decks.Question) string

	Leech   int // lapses that make a leech; 0 knows none
	Leeches quiz.LeechAction
	Load    *quiz.Load // kept up to date with what is rated; nil: there is none
}

// Record returns the events that record ratings, to be committed together: so
// they are one action, which one undo takes back. It also returns the cards
// that they make leeches.
func Record(ratings []Rated, o RecordOptions) (events []quiz.Event, leeches []quiz.Leech, err error) {
	r := &recorder{RecordOptions: o, seen: map[[2]string]bool{}}
	for _, one := range ratings {
		r.rate(one)
	}
	return r.events, r.leeches, r.err
}

// recorder makes events of ratings; its first error ends that.
type recorder struct {
	RecordOptions
	events  []quiz.Event
	leeches []quiz.Leech
	seen    map[[2]string]bool
	err     error
}

// rate adds the events of one rating.
func (r *recorder) rate(one Rated) {
	id := one.Card.ID
	was := r.Progress[id]
	is := r.Schedulers(one.Card).Preview(was, r.Now, quiz.SeedOf(id, was))[one.Rating-1]
	r.tell(one.Card.Question)
	r.add(quiz.Event{Kind: quiz.ReviewEvent, Card: id, Review: &quiz.ReviewBody{
		Rating:   one.Rating,
		Response: one.Response,
		Match:    one.Match,
		Taken:    one.Taken.Milliseconds(),
		Zone:     r.Zone,
		Day:      r.Now.Day,
		State:    is.State,
		Step:     is.Step,
		Due:      is.Due.UnixMilli(),
		DueDay:   is.DueDay,
	}})
	if is.Lapses > was.Lapses && quiz.LeechTold(is.Lapses, r.Leech) {
		r.leeches = append(r.leeches, quiz.Leech{Card: one.Card, Lapses: is.Lapses, Action: r.Leeches})
		switch r.Leeches {
		case quiz.LeechSuspend:
			is.Suspended = true
			r.add(quiz.Event{Kind: quiz.SuspendEvent, Card: id})
		case quiz.LeechMark:
			r.add(quiz.Event{Kind: quiz.FlagEvent, Card: id, Flag: quiz.LeechFlag})
		}
	}
	if r.Load != nil {
		r.Load.Move(id, was, is)
	}
}

// tell adds what a question says, unless that is recorded already.
func (r *recorder) tell(q *decks.Question) {
	path := ""
	if r.Path != nil {
		path = r.Path(q)
	}
	now := quiz.SeenOf(q, path)
	key := [2]string{now.Deck, now.Question}
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	if r.Seen != nil {
		if last, ok := r.Seen(now.Deck, now.Question); ok && last.Equal(now) {
			return
		}
	}
	r.add(quiz.Event{Kind: quiz.SeenEvent, Seen: &now})
}

// add adds an event with an id of its own and the time.
func (r *recorder) add(e quiz.Event) {
	if r.err != nil {
		return
	}
	id, err := quiz.NewEventID(r.Random)
	if err != nil {
		r.err = errors.Join(errors.New("the result is not recorded"), err)
		return
	}
	e.ID, e.At = id, r.Now.At.UnixMilli()
	r.events = append(r.events, e.Tidy())
}
