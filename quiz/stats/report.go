package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// Input is what a report needs beside the reviews that were counted. Items and
// Known hold only cards that Options.Only lets pass.
type Input struct {
	Decks []*decks.Deck // those at hand: a card that they lack is gone
	Items []quiz.Item   // their cards
	// Known is the progress of every card that has any, also of those whose
	// deck is not at hand.
	Known map[decks.CardID]quiz.Progress
	// Seen returns what a question said last, for cards that are in no deck at
	// hand; nil: nothing is known of them.
	Seen func(deck, question string) (quiz.Seen, bool)
	// Recall returns the probability that a card is remembered now, 0 to 1.
	Recall func(decks.CardID, quiz.Progress) float64
}

// Report is everything that is told of a history. Its lists are never nil, and
// the same history gives the same report.
type Report struct {
	Today Date  `json:"today"`
	Since *Date `json:"since"` // the first day that was asked for; null when all were
	First *Date `json:"first"` // the first day with a review; null when there is none

	Total       Counts       `json:"total"`
	Retention   []Period     `json:"retention"` // today, yesterday, the last 7, 30 and 365 days, all time
	Days        []Period     `json:"days"`
	Weeks       []Period     `json:"weeks"`
	Months      []Period     `json:"months"`
	Hours       [24]Counts   `json:"hours"` // of the clock where the learner was
	AnswerTimes []AnswerTime `json:"answer_times"`
	Streak      Streak       `json:"streak"`
	Calendar    Calendar     `json:"calendar"`

	Cards          CardCounts `json:"cards"`
	Forecast       Forecast   `json:"forecast"`
	Stability      []Bin      `json:"stability"`      // in days
	Difficulty     []Bin      `json:"difficulty"`     // 1 to 10
	Retrievability []Bin      `json:"retrievability"` // 0 to 1
	Remembered     float64    `json:"remembered"`     // how many of the reviewed cards are remembered now, as a sum of chances
	Hardest        []HardCard `json:"hardest"`

	Decks      []Group     `json:"decks"`
	Tags       []Group     `json:"tags"`
	Confusions []Confusion `json:"confusions"`
	Mixups     []Mixup     `json:"mixups"`
}

// Subject is a card as it is named in a report, its texts on one line without
// markup. They are those of a stranger's deck: escape them for where they go.
type Subject struct {
	ID     decks.CardID `json:"id"`
	Text   string       `json:"text"`   // what it asks; "" when nothing is known of it
	Answer string       `json:"answer"` // "" when nothing is known of it
}

// Name returns the text of a card, or its id where none is known.
func (s Subject) Name() string {
	if s.Text == "" {
		return s.ID.String()
	}
	return s.Text
}

// Report tells what was counted and what is believed now. Since is told only
// when reviews were left out by it.
func (c *Counter) Report(in Input) *Report {
	b := newBook(c, in)
	r := &Report{
		Today: Date(c.options.Today), Total: c.total, Retention: c.periods(),
		Hours: c.hours, AnswerTimes: c.answerTimes(), Streak: c.streak(), Calendar: c.calendar(),
		Cards: b.count(), Forecast: b.forecast(), Hardest: b.hardest(),
		Decks: b.byDeck(), Tags: b.byTag(),
	}
	r.Days, r.Weeks, r.Months = c.series()
	if c.total.Reviews > 0 {
		first := Date(c.first)
		r.First = &first
	}
	if c.options.Since > 0 {
		since := Date(c.options.Since)
		r.Since = &since
	}
	b.memory(r)
	r.Confusions, r.Mixups = b.confusions()
	return r
}

// entry is a card of a report.
type entry struct {
	id       decks.CardID
	card     *decks.Card // nil when its deck is not at hand, or it is gone
	gone     bool        // its deck is at hand and has it no more
	progress quiz.Progress
	interval quiz.Day // that its last review gave
	counts   Counts
}

// book is what a report is written from.
type book struct {
	counter *Counter
	in      Input
	entries []entry // in the order of the decks, those of no deck by id
	index   map[decks.CardID]int
	seen    map[[2]string]*quiz.Seen
	fold    folder
}

func newBook(c *Counter, in Input) *book {
	b := &book{counter: c, in: in, index: map[decks.CardID]int{}, seen: map[[2]string]*quiz.Seen{}, fold: newFolder()}
	atHand := map[string]bool{}
	for _, d := range in.Decks {
		atHand[d.ID] = true
	}
	for i := range in.Items {
		it := &in.Items[i]
		b.add(entry{id: it.Card.ID, card: &it.Card, progress: it.Progress})
	}
	others := slices.Collect(maps.Keys(in.Known))
	for i := range c.cards { // an undone reset can leave a card without progress
		if t := &c.cards[i]; !t.out && t.Reviews > 0 {
			others = append(others, t.id)
		}
	}
	slices.SortFunc(others, compareIDs)
	for _, id := range others {
		if id == quiz.PauseCard() {
			continue // it stands for a pause, nobody studies it
		}
		b.add(entry{id: id, gone: atHand[id.Deck], progress: in.Known[id]})
	}
	return b
}

// add takes a card in, once.
func (b *book) add(e entry) {
	if _, ok := b.index[e.id]; ok {
		return
	}
	e.counts, e.interval = b.counter.counts(e.id), b.counter.interval(e.id, e.progress)
	b.index[e.id] = len(b.entries)
	b.entries = append(b.entries, e)
}

func compareIDs(a, b decks.CardID) int {
	return cmp.Or(cmp.Compare(a.Deck, b.Deck), cmp.Compare(a.Question, b.Question), cmp.Compare(a.Face, b.Face))
}

// lastSeen returns what the question of a card said last, nil when nothing is
// known of it.
func (b *book) lastSeen(id decks.CardID) *quiz.Seen {
	key := [2]string{id.Deck, id.Question}
	s, ok := b.seen[key]
	if !ok && b.in.Seen != nil {
		if found, known := b.in.Seen(id.Deck, id.Question); known {
			s = &found
		}
		b.seen[key] = s
	}
	return s
}

// subject names a card by its deck, or else by what it said last.
func (b *book) subject(e *entry) Subject {
	s := Subject{ID: e.id}
	if e.card != nil {
		s.Text, s.Answer = plain(e.card.Ask()), plain(e.card.Shown())
		return s
	}
	said := b.lastSeen(e.id)
	if said == nil {
		return s
	}
	text, answers := said.Text, slices.Clone(said.Answers)
	if len(said.Gaps) > 0 {
		text, answers = gapped(said.Text, e.id.Face)
	}
	s.Text = plain(text)
	for i, a := range answers {
		answers[i] = plain(a)
	}
	s.Answer = clip(strings.Join(answers, "; "))
	if e.id.Face == decks.ReverseFace {
		s.Text, s.Answer = s.Answer, s.Text
	}
	return s
}
