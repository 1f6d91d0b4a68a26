// Package quiz is the study engine: what is asked today, in what order, how a
// session goes, what is recorded, and what is believed about a card after it.
//
// The package is pure. It reads no clock, file, database or terminal and has
// no chance of its own: moments, seeds and sources of randomness are handed in,
// and the same arguments give the same result. The edges touch the world:
// package history keeps events in a database, package tui runs a session on
// the full screen of a terminal, and package plain as lines of text.
//
// # What is recorded
//
// An Event is something that happened, once, for ever: a card was rated
// (ReviewEvent), suspended, buried, flagged, reset or moved; a question said
// something (SeenEvent); other events are taken back (UndoEvent). Events are
// the truth. Nothing edits or deletes them, so histories of two machines merge
// as a union by EventID, and Event.AppendJSON writes each as one line of text
// that is the same everywhere.
//
// A Progress is what is believed about a card now: its state, how well it is
// remembered, when it is due. It is a fold over the card's events: Place puts
// events into their order, Fold makes every card's progress of them. Fold reads
// no configuration, no deck and no time zone, because a ReviewBody records what
// the scheduler chose; only the memory state is computed, by a Model. A Store
// keeps both, and folds inside the transaction that writes.
//
// # Days
//
// A study Day lasts from one day start to the next, 04:00 local time unless
// configured. MomentAt decides it once, where the time is read; from there on a
// Moment carries both, and nothing computes the day again.
//
// # What is asked
//
// A Scheduler says what each Rating would make of a card. Its seed is SeedOf
// the card, so an interval is the same wherever it is shown.
//
// Queue picks the cards of a session from those of the decks under Limits:
// those in a learning step, those due, new ones. One question has one card a
// day, a question waits for those it comes after, and limits apply last: of
// cards, or of the Time that they are likely to take at the learner's Pace.
// DoneOn counts what was studied today already, Later tells when the rest comes,
// and StandingOf says of a card why it comes or does not.
//
// Load counts the cards due on each day and says which days of an interval's
// range are welcome. Room spreads cards over days: what is overdue, or what
// comes due during a pause, which is a due event of PauseCard.
//
// # How a session goes
//
// Session is a state machine. NewSession makes one of a queue; Apply gives it
// an Input and returns the events to commit; Settle tells it whether they are
// committed, and only then it goes on; View is all that a screen shows:
//
//	s := quiz.NewSession(queue, schedulers, answer.Standard{}, options)
//	for v := s.View(); v.Phase != quiz.Finished; v = s.View() {
//		events, err := s.Apply(ask(v)) // v drawn, the learner's input read
//		if err == nil && len(events) > 0 {
//			err = s.Settle(store.Commit(ctx, events...))
//		}
//		tell(err) // nothing has changed, the same input may be tried again
//	}
//
// A card is Asked, then Shown, then rated. A card whose step ends comes before
// what else there is, and up to LearnAhead early when there is nothing else.
// Undo takes back rating, skipping, burying, suspending, marking and leaving,
// one by one to the first, and brings back how the session stood. A card that
// was rated in another program gives way when Refresh is told so, and Reload
// takes decks that were edited meanwhile: an undo that reaches back beyond it
// asks the edited card anew, and passes over one that is gone.
//
// Standstill says where a session stands; SessionOptions.Resume goes on there,
// with the same card under the same number. Retry makes a session of the cards
// that were rated Again, of which nothing is recorded. OfferOf finds a response
// that the learner let count again and again, which the deck may accept.
//
// # Words
//
// A Speaker says what the engine knows, in the words and the locale of package
// words, which all screens share. Names in events and in JSON are English.
//
// # Leeches
//
// A card that lapses again and again, eight times unless configured, is a
// leech: it takes more time than ten others, and mostly the question is to
// blame, as it asks two facts at once or looks like another. The View says so
// with the rating that makes it one, and again with every further half of the
// threshold. The card is not suspended unless the learner wants that of every
// leech (LeechAction): a fact would drop out of what is learned without the
// learner's doing. Nothing else is recorded for it; IsLeech tells from the
// lapses, and Confusions from the reviews what it is confused with.
package quiz
