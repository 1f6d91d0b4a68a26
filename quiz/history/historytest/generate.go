package historytest

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// Shape says how large a history Generate makes. The zero Shape is one event
// of one card in one deck on one device.
type Shape struct {
	Cards   int
	Events  int
	Decks   int
	Devices int
	Seed    uint64
}

// Large is the largest history that recto promises to be quick with: 100,000
// cards and 2,000,000 events.
func Large() Shape {
	return Shape{Cards: 100_000, Events: 2_000_000, Decks: 20, Devices: 3, Seed: 1}
}

// Generate makes the history of a learner up, one event after the other as
// they happened, Shape.Events of them; the same ones for the same Shape. It
// keeps only what is believed about the cards, so its memory does not grow with
// the events.
//
// The learner studies every day: cards that are due, and new ones, so many that
// all of Shape.Cards have come by the last day. Recall is a matter of chance,
// by the memory model; what is forgotten is asked again on the same day. Now and
// then a rating is taken back and given anew, an undo is undone, a card buried,
// suspended, flagged, reset or re-scheduled; a question is edited and moves its
// history; parameters change. The devices take turns and their clocks differ by
// minutes; one goes two hours ahead for a week and is set back.
func Generate(s Shape) iter.Seq[quiz.Event] {
	s.Cards, s.Events, s.Decks, s.Devices = max(s.Cards, 1), max(s.Events, 1), max(s.Decks, 1), max(s.Devices, 1)
	return func(yield func(quiz.Event) bool) {
		l := newLearner(s, yield)
		for !l.done {
			l.studyDay()
		}
	}
}

// firstDay is when the made-up learner begins: 1 January 2015.
const firstDay quiz.Day = 16436

// learner is the made-up one.
type learner struct {
	shape     Shape
	yield     func(quiz.Event) bool
	done      bool
	random    *rand.Rand
	model     *fsrs.Model
	scheduler *fsrs.Scheduler

	day     quiz.Day
	clock   int64 // unix ms, the true time
	device  int   // in use today
	written int   // events yielded
	devices []string
	counted []int64 // last sequence of each device

	cards []fake
	due   map[quiz.Day][]int32
	back  map[quiz.Day][]int32 // suspended cards that come back
	given quiz.EventID         // the event yielded last
}

// fake is a card of the learner.
type fake struct {
	progress quiz.Progress
	version  uint8 // of its question; each has an id of its own
}

func newLearner(s Shape, yield func(quiz.Event) bool) *learner {
	o := fsrs.DefaultOptions()
	scheduler, err := fsrs.New(o)
	if err != nil {
		panic(err) // the defaults are valid
	}
	l := &learner{shape: s, yield: yield, random: rand.New(rand.NewPCG(s.Seed, 0x9e3779b97f4a7c15)),
		model: scheduler.Model(), scheduler: scheduler, day: firstDay,
		due: map[quiz.Day][]int32{}, back: map[quiz.Day][]int32{}, counted: make([]int64, s.Devices)}
	for range s.Devices {
		l.devices = append(l.devices, l.id().String())
	}
	return l
}

// studyDay lets one day pass.
func (l *learner) studyDay() {
	l.clock = int64(l.day)*86_400_000 + 8*3_600_000 + l.random.Int64N(4*3_600_000)
	l.device = l.random.IntN(l.shape.Devices)
	l.rareEvents()
	for _, i := range l.back[l.day] {
		l.about(i, quiz.UnsuspendEvent, quiz.Event{})
		l.cards[i].progress.Suspended = false
		l.wait(i)
	}
	today := append(l.due[l.day], l.newCards()...)
	delete(l.due, l.day)
	delete(l.back, l.day)
	for len(today) > 0 && !l.done {
		if l.random.IntN(200) == 0 {
			l.device = l.random.IntN(l.shape.Devices)
		}
		i := today[0]
		today = today[1:]
		if l.ask(i) {
			today = append(today, i)
		}
	}
	l.day++
}

// newCards returns cards that begin today: as many as keep pace with the events.
func (l *learner) newCards() (began []int32) {
	share := float64(l.written)/float64(l.shape.Events) + 1.0/200
	for len(l.cards) < l.shape.Cards && len(began) < 1+l.shape.Cards/200 && float64(len(l.cards)) <= share*float64(l.shape.Cards) {
		began = append(began, int32(len(l.cards)))
		l.cards = append(l.cards, fake{})
	}
	return began
}

// ask has a card rated, and reports whether it comes back today.
func (l *learner) ask(i int32) (again bool) {
	c := &l.cards[i]
	if l.random.IntN(50) == 0 && l.mark(i) {
		return false
	}
	if c.progress.Reps == 0 {
		l.see(i)
	}
	before := c.progress
	rating := l.rating(before)
	l.rate(i, rating)
	if l.random.IntN(100) == 0 { // the wrong button
		l.takeBack()
		c.progress = before
		l.rate(i, quiz.Rating(1+l.random.IntN(4)))
		if l.random.IntN(100) == 0 { // taken back, and then the undo is
			after := l.cards[i].progress
			l.takeBack()
			l.takeBack()
			c.progress = after
		}
	}
	if c.progress.Steps() {
		return true
	}
	l.wait(i)
	return false
}

// rate records a rating of a card.
func (l *learner) rate(i int32, r quiz.Rating) {
	c := &l.cards[i]
	taken := 1500 + l.random.Int64N(9000)
	l.clock += taken + 700
	now := quiz.Moment{At: time.UnixMilli(l.clock), Day: l.day}
	c.progress = l.scheduler.Preview(c.progress, now, l.random.Uint64())[r-1]
	body := &quiz.ReviewBody{Rating: r, Match: "correct", Taken: taken, Zone: 3600, Day: l.day, State: c.progress.State,
		Step: c.progress.Step, Due: c.progress.Due.UnixMilli(), DueDay: c.progress.DueDay}
	if r == quiz.Again {
		body.Match, body.Response = "wrong", "Reykjavík, or \"the bay\""
	} else if i%3 == 0 {
		body.Response = fmt.Sprintf("answer %d", i)
	}
	l.about(i, quiz.ReviewEvent, quiz.Event{Review: body})
}

// rating is what becomes of an attempt to recall.
func (l *learner) rating(p quiz.Progress) quiz.Rating {
	recall := 0.6 // of what is new
	if p.Reps > 0 {
		recall = 0.97 * l.model.Recall(p, l.day)
	}
	switch x := l.random.Float64() / recall; {
	case x > 1:
		return quiz.Again
	case x > 0.92:
		return quiz.Hard
	case x > 0.08:
		return quiz.Good
	}
	return quiz.Easy
}

// wait puts a card where it is found on the day it is due.
func (l *learner) wait(i int32) {
	on := max(l.cards[i].progress.DueDay, l.day+1)
	l.due[on] = append(l.due[on], i)
}

// mark does something else with a card, and reports whether it is put off.
func (l *learner) mark(i int32) bool {
	p := &l.cards[i].progress
	switch l.random.IntN(20) {
	case 0, 1, 2:
		l.about(i, quiz.BuryEvent, quiz.Event{Bury: l.day + 1})
		l.due[l.day+1] = append(l.due[l.day+1], i)
		return true
	case 3:
		l.about(i, quiz.SuspendEvent, quiz.Event{})
		p.Suspended = true
		on := l.day + 5 + quiz.Day(l.random.IntN(40))
		l.back[on] = append(l.back[on], i)
		return true
	case 4:
		l.about(i, quiz.ResetEvent, quiz.Event{})
		*p = quiz.Progress{}
	case 5:
		on := l.day + 1 + quiz.Day(l.random.IntN(5))
		l.about(i, quiz.DueEvent, quiz.Event{Due: &quiz.Due{Due: int64(on) * 86_400_000, DueDay: on}})
		p.DueDay = on
		l.wait(i)
		return true
	case 6, 7, 8, 9:
		l.about(i, quiz.FlagEvent, quiz.Event{Flag: l.random.IntN(8)})
	}
	return false
}

// rareEvents are what happens every few days or months.
func (l *learner) rareEvents() {
	n := int32(len(l.cards))
	if n > 0 && l.random.IntN(4) == 0 {
		l.edit(l.random.Int32N(n))
	}
	if l.day%90 == 50 {
		w := fsrs.Defaults()
		w[2] *= 0.9 + 0.2*l.random.Float64()
		deck := ""
		if l.random.IntN(2) == 0 {
			deck = l.card(l.random.Int32N(int32(l.shape.Cards))).Deck
		}
		l.give(quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: deck, Weights: w[:]}})
		if l.random.IntN(4) == 0 {
			l.takeBack()
		}
	}
}

// edit gives the question of a card a new id, to which its history moves.
func (l *learner) edit(i int32) {
	from := l.card(i)
	l.cards[i].version++
	l.give(quiz.Event{Kind: quiz.RelinkEvent, Relink: []quiz.Relink{{From: from, To: l.card(i)}}})
	if l.random.IntN(10) == 0 {
		l.takeBack()
		l.cards[i].version--
	}
}

// see records what the question of a card says.
func (l *learner) see(i int32) {
	id := l.card(i)
	l.give(quiz.Event{Kind: quiz.SeenEvent, Seen: &quiz.Seen{Deck: id.Deck, Question: id.Question,
		Path: "/home/learner/decks/" + id.Deck + ".toml", Title: "Places of the world",
		Text: fmt.Sprintf("What is the name of place number %d on the long list?", i), Answers: []string{fmt.Sprint("Place ", i)},
		Gaps: []string{}, Faces: []decks.Face{id.Face}}})
}

// about records an event of a card.
func (l *learner) about(i int32, k quiz.EventKind, e quiz.Event) {
	e.Kind, e.Card = k, l.card(i)
	l.give(e)
}

// card returns the id of a card of the learner.
func (l *learner) card(i int32) decks.CardID {
	var version uint8
	if int(i) < len(l.cards) {
		version = l.cards[i].version
	}
	h := uint64(i)*0x9e3779b97f4a7c15 + uint64(version)*0xbf58476d1ce4e5b9
	return decks.CardID{Deck: fmt.Sprintf("places-%d", int(i)%l.shape.Decks), Question: fmt.Sprintf("~%016x", h), Face: decks.AskFace}
}

// takeBack takes the last event back.
func (l *learner) takeBack() {
	l.give(quiz.Event{Kind: quiz.UndoEvent, Undo: []quiz.EventID{l.given}})
}

// give yields an event of the device in use.
func (l *learner) give(e quiz.Event) {
	if l.done {
		return
	}
	l.counted[l.device]++
	l.clock += 300
	e.ID, e.Device, e.Sequence, e.At = l.id(), l.devices[l.device], l.counted[l.device], l.clock+l.astray()
	l.given = e.ID
	l.written++
	l.done = !l.yield(e) || l.written == l.shape.Events
}

// astray returns by how many ms the clock of the device in use is wrong.
func (l *learner) astray() int64 {
	if l.device == 1 && l.day%300 >= 293 {
		return 2 * 3_600_000
	}
	return int64(l.device) * 97_000
}

// id returns the id of a new event.
func (l *learner) id() (id quiz.EventID) {
	binary.LittleEndian.PutUint64(id[:8], l.random.Uint64())
	binary.LittleEndian.PutUint64(id[8:], l.random.Uint64())
	return id
}
