package quiz

import (
	"fmt"
	"time"

	"recto/decks"
)

// Models makes the memory model for parameters; none are the defaults. It
// fails when they are not the parameters of a model it knows.
type Models func(weights []float64) (Model, error)

// Fold returns what is believed about every card after events, which may come
// in any order: the same set of events always folds to the same progress. A
// card without an entry is new. It fails only when models refuses the weights
// of a settings event that stands.
func Fold(events []Event, models Models) (map[decks.CardID]Progress, error) {
	return FoldPlaced(Place(events), models)
}

// FoldPlaced is Fold of events that Place has put into their order.
func FoldPlaced(placed []Placed, models Models) (map[decks.CardID]Progress, error) {
	if err := CheckWeights(placed, models); err != nil {
		return nil, err
	}
	weights := PlacedWeights(placed)
	held := map[decks.CardID][]Event{}
	for _, p := range placed {
		if !p.Undone && p.Holder.Face != "" {
			held[p.Holder] = append(held[p.Holder], p.Event)
		}
	}
	all := make(map[decks.CardID]Progress, len(held))
	made := map[string]Model{}
	for id, es := range held {
		m, ok := made[id.Deck]
		if !ok {
			var err error
			if m, err = models(weights.For(id.Deck)); err != nil {
				return nil, fmt.Errorf("settings of deck %q: %w", id.Deck, err)
			}
			made[id.Deck] = m
		}
		if p := FoldCard(es, m); p != (Progress{}) {
			all[id] = p
		}
	}
	return all, nil
}

// CheckWeights asks models about the weights of every settings event that
// stands, and returns its first refusal: those of decks without a review too: a history that took them in
// could not be studied once there is one.
func CheckWeights(placed []Placed, models Models) error {
	for _, p := range placed {
		if p.Event.Kind != SettingsEvent || p.Undone {
			continue
		}
		if _, err := models(p.Event.Settings.Weights); err != nil {
			return fmt.Errorf("settings of deck %q: %w", p.Event.Settings.Deck, err)
		}
	}
	return nil
}

// FoldCard folds the standing events of one card, in their order, under one
// memory model.
func FoldCard(events []Event, m Model) Progress {
	var p Progress
	for _, e := range events {
		switch e.Kind {
		case ReviewEvent:
			p = reviewed(p, e, m)
		case SuspendEvent:
			p.Suspended = true
		case UnsuspendEvent:
			p.Suspended = false
		case BuryEvent:
			p.Buried = e.Bury
		case FlagEvent:
			p.Flag = e.Flag
		case ResetEvent:
			p = Progress{Suspended: p.Suspended, Buried: p.Buried, Flag: p.Flag}
		case DueEvent:
			p.Due, p.DueDay = time.UnixMilli(e.Due.Due).UTC(), e.Due.DueDay
		}
	}
	return p
}

// reviewed returns p after a review: the memory state by the model, everything
// else as the review recorded it.
func reviewed(p Progress, e Event, m Model) Progress {
	r := e.Review
	elapsed := 0
	if p.Reps > 0 {
		elapsed = max(0, int(r.Day-p.Last))
	} else {
		p.First = r.Day
	}
	if p.State == Review && r.Rating == Again {
		p.Lapses++
	}
	p.Stability, p.Difficulty = m.Next(p.Stability, p.Difficulty, elapsed, r.Rating)
	p.Reps++
	p.Rated = r.Rating
	p.State, p.Step = r.State, r.Step
	p.Last, p.LastAt = r.Day, time.UnixMilli(e.At).UTC()
	p.Due, p.DueDay = time.UnixMilli(r.Due).UTC(), r.DueDay
	return p
}

// Weights are the parameters that hold for each deck; "" is every other deck.
type Weights map[string][]float64

// For returns the weights of a deck; none are the defaults.
func (w Weights) For(deck string) []float64 {
	if own := w[deck]; len(own) > 0 {
		return own
	}
	return w[""]
}

// PlacedWeights returns the weights after events in their order.
func PlacedWeights(placed []Placed) Weights {
	w := Weights{}
	for _, p := range placed {
		if p.Event.Kind == SettingsEvent && !p.Undone {
			w[p.Event.Settings.Deck] = p.Event.Settings.Weights
		}
	}
	return w
}
