package quiz_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
)

// tally is a memory model whose numbers show what was folded: stability counts
// up by the first weight (1) for each elapsed day and rating, difficulty
// remembers the order of the ratings.
type tally struct{ weight float64 }

func (m tally) Next(s, d float64, elapsed int, r quiz.Rating) (float64, float64) {
	return s + m.weight*float64(elapsed) + float64(r), math.Mod(d*5+float64(r), 1e9)
}

func tallies(weights []float64) (quiz.Model, error) {
	switch {
	case len(weights) == 0:
		return tally{1}, nil
	case weights[0] < 0:
		return nil, errors.New("a weight below 0")
	}
	return tally{weights[0]}, nil
}

// diary writes events as they happen; its clock goes on by a second each.
type diary struct {
	events []quiz.Event
	clock  map[string]int64
	n      int
}

func (d *diary) add(device string, e quiz.Event) quiz.EventID {
	if d.clock == nil {
		d.clock = map[string]int64{}
	}
	d.n++
	e.ID, e.Device = id(d.n), device
	if e.At == 0 {
		e.At = 1_000_000 + int64(d.n)*1000
	}
	e.Sequence = d.clock[device] + 1
	d.clock[device] = e.Sequence
	d.events = append(d.events, e)
	return e.ID
}

func (d *diary) rate(device, question string, day quiz.Day, r quiz.Rating) quiz.EventID {
	return d.add(device, rating(question, day, r))
}

func rating(question string, day quiz.Day, r quiz.Rating) quiz.Event {
	return quiz.Event{Kind: quiz.ReviewEvent, Card: card(question), Review: &quiz.ReviewBody{
		Rating: r, Day: day, State: quiz.Review, Due: int64(day+1) * 86_400_000, DueDay: day + 1}}
}

func (d *diary) undo(device string, ids ...quiz.EventID) quiz.EventID {
	return d.add(device, quiz.Event{Kind: quiz.UndoEvent, Undo: ids})
}

func (d *diary) relink(device string, pairs ...string) quiz.EventID {
	e := quiz.Event{Kind: quiz.RelinkEvent}
	for i := 0; i < len(pairs); i += 2 {
		e.Relink = append(e.Relink, quiz.Relink{From: card(pairs[i]), To: card(pairs[i+1])})
	}
	return d.add(device, e)
}

// TestFold shows the rules by what the model saw: per card its ratings in
// order, as difficulty in base 5, and the days that passed.
func TestFold(t *testing.T) {
	type seen struct{ ratings, stability float64 }
	for _, row := range []struct {
		name string
		do   func(d *diary)
		want map[string]seen
	}{
		{"ratings of one card, three days between", func(d *diary) {
			d.rate(laptop, "a", 10, quiz.Again)
			d.rate(laptop, "a", 13, quiz.Easy)
		}, map[string]seen{"a": {1*5 + 4, 1 + 3 + 4}}},
		{"a day number that goes back counts as none", func(d *diary) {
			d.rate(laptop, "a", 10, quiz.Good)
			d.rate(laptop, "a", 5, quiz.Good)
			d.rate(laptop, "a", 7, quiz.Good)
		}, map[string]seen{"a": {3*25 + 3*5 + 3, 9 + 0 + 2}}},
		{"the device with the earlier clock comes first", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Easy)
			d.events[0].At = 5_000_000
			d.rate(phone, "a", 1, quiz.Again)
		}, map[string]seen{"a": {1*5 + 4, 5}}},
		{"a clock set back reorders nothing on its device", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Easy)
			d.events[0].At = 5_000_000
			d.rate(laptop, "a", 1, quiz.Again)
		}, map[string]seen{"a": {4*5 + 1, 5}}},
		{"a reset begins anew", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Easy)
			d.add(laptop, quiz.Event{Kind: quiz.ResetEvent, Card: card("a")})
			d.rate(laptop, "a", 9, quiz.Good)
		}, map[string]seen{"a": {3, 3}}},
		{"an undo drops the review", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.undo(laptop, d.rate(laptop, "a", 2, quiz.Again))
		}, map[string]seen{"a": {3, 3}}},
		{"an undo of the only review leaves a new card", func(d *diary) {
			d.undo(laptop, d.rate(laptop, "a", 1, quiz.Good))
		}, nil},
		{"an undo of an undo brings it back", func(d *diary) {
			d.undo(laptop, d.undo(laptop, d.rate(laptop, "a", 1, quiz.Good)))
		}, map[string]seen{"a": {3, 3}}},
		{"an undo of an undo of an undo drops it", func(d *diary) {
			d.undo(laptop, d.undo(laptop, d.undo(laptop, d.rate(laptop, "a", 1, quiz.Good))))
		}, nil},
		{"two devices undo the same review, one takes that back", func(d *diary) {
			r := d.rate(laptop, "a", 1, quiz.Good)
			d.undo(phone, r)
			d.undo(laptop, d.undo(laptop, r))
		}, nil},
		{"undos in a circle do nothing", func(d *diary) {
			r := d.rate(laptop, "a", 1, quiz.Good)
			d.undo(laptop, r, id(3))
			d.undo(laptop, id(2))
		}, map[string]seen{"a": {3, 3}}},
		{"an undo of what is not there does nothing", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.undo(laptop, id(99))
		}, map[string]seen{"a": {3, 3}}},
		{"a relink takes the history along", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.relink(laptop, "a", "b")
			d.rate(laptop, "b", 3, quiz.Again)
		}, map[string]seen{"b": {3*5 + 1, 3 + 2 + 1}}},
		{"what comes after a relink stays", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.relink(laptop, "a", "b")
			d.rate(laptop, "a", 1, quiz.Easy)
		}, map[string]seen{"a": {4, 4}, "b": {3, 3}}},
		{"there and back again", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.relink(laptop, "a", "b")
			d.relink(laptop, "b", "a")
		}, map[string]seen{"a": {3, 3}}},
		{"a chain", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.relink(laptop, "a", "b")
			d.rate(laptop, "b", 1, quiz.Hard)
			d.relink(laptop, "b", "c")
		}, map[string]seen{"c": {3*5 + 2, 5}}},
		{"two cards change places", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "b", 1, quiz.Hard)
			d.relink(laptop, "a", "b", "b", "a")
		}, map[string]seen{"a": {2, 2}, "b": {3, 3}}},
		{"two cards become one, in the order of their ratings", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "b", 1, quiz.Hard)
			d.rate(laptop, "a", 1, quiz.Easy)
			d.relink(laptop, "a", "b")
		}, map[string]seen{"b": {3*25 + 2*5 + 4, 9}}},
		{"an undone relink moved nothing", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.undo(laptop, d.relink(laptop, "a", "b"))
		}, map[string]seen{"a": {3, 3}}},
		{"a rating that arrives late but was before the relink moves too", func(d *diary) {
			d.relink(laptop, "a", "b")
			d.events[0].At = 9_000_000
			d.rate(phone, "a", 1, quiz.Good)
		}, map[string]seen{"b": {3, 3}}},
		{"new weights are a new reading of all reviews", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "a", 3, quiz.Good)
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{100}}})
		}, map[string]seen{"a": {3*5 + 3, 3 + 200 + 3}}},
		{"a deck's own weights win over later ones for all", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "a", 3, quiz.Good)
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: "geo", Weights: []float64{100}}})
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{1000}}})
		}, map[string]seen{"a": {3*5 + 3, 3 + 200 + 3}}},
		{"a deck without its own weights goes by those for all", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "a", 3, quiz.Good)
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: "geo", Weights: []float64{100}}})
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: "geo"}})
			d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{1000}}})
		}, map[string]seen{"a": {3*5 + 3, 3 + 2000 + 3}}},
		{"undone weights never were", func(d *diary) {
			d.rate(laptop, "a", 1, quiz.Good)
			d.rate(laptop, "a", 3, quiz.Good)
			d.undo(laptop, d.add(laptop, quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{-1}}}))
		}, map[string]seen{"a": {3*5 + 3, 3 + 2 + 3}}},
	} {
		t.Run(row.name, func(t *testing.T) {
			var d diary
			row.do(&d)
			all, err := quiz.Fold(d.events, tallies)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]seen{}
			for id, p := range all {
				got[id.Question] = seen{p.Difficulty, p.Stability}
			}
			if want := row.want; !cmp.Equal(got, want, cmp.AllowUnexported(seen{})) && len(got)+len(want) > 0 {
				t.Errorf("folded to %v, want %v", got, want)
			}
		})
	}
}

func TestFoldKeepsWhatWasChosen(t *testing.T) {
	var d diary
	d.rate(laptop, "a", 10, quiz.Good)
	d.add(laptop, quiz.Event{Kind: quiz.FlagEvent, Card: card("a"), Flag: 3})
	d.add(laptop, quiz.Event{Kind: quiz.BuryEvent, Card: card("a"), Bury: 12})
	d.add(laptop, quiz.Event{At: 2_000_000, Kind: quiz.ReviewEvent, Card: card("a"), Review: &quiz.ReviewBody{
		Rating: quiz.Again, Day: 12, State: quiz.Relearning, Step: 1, Due: 2_600_000, DueDay: 12}})
	d.add(laptop, quiz.Event{Kind: quiz.SuspendEvent, Card: card("a")})
	d.add(laptop, quiz.Event{Kind: quiz.DueEvent, Card: card("a"), Due: &quiz.Due{Due: 7_000_000, DueDay: 20}})
	want := quiz.Progress{State: quiz.Relearning, Step: 1, Stability: 3 + 2 + 1, Difficulty: 3*5 + 1, Reps: 2, Lapses: 1,
		First: 10, Last: 12, LastAt: time.UnixMilli(2_000_000).UTC(), Due: time.UnixMilli(7_000_000).UTC(), DueDay: 20,
		Rated: quiz.Again, Suspended: true, Buried: 12, Flag: 3}
	check := func(want quiz.Progress) {
		t.Helper()
		all, err := quiz.Fold(d.events, tallies)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, all[card("a")]); diff != "" {
			t.Error(diff)
		}
	}
	check(want)
	d.add(laptop, quiz.Event{Kind: quiz.UnsuspendEvent, Card: card("a")})
	want.Suspended = false
	check(want)
	d.add(laptop, quiz.Event{Kind: quiz.ResetEvent, Card: card("a")})
	check(quiz.Progress{Buried: 12, Flag: 3})
}

// Weights that no model takes are refused whatever they are for: accepted, they
// would stand in the way of the first review of that deck for ever.
func TestFoldRefusesWeightsItCannotUse(t *testing.T) {
	settings := func(deck string, weight float64) quiz.Event {
		return quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: deck, Weights: []float64{weight}}}
	}
	for _, row := range []struct {
		name   string
		events []quiz.Event
		refuse bool
	}{
		{"of a deck with reviews", []quiz.Event{rating("a", 1, quiz.Good), settings("geo", -1)}, true},
		{"of every deck", []quiz.Event{rating("a", 1, quiz.Good), settings("", -1)}, true},
		{"of a deck without reviews", []quiz.Event{rating("a", 1, quiz.Good), settings("bio", -1)}, true},
		{"of every deck, and no reviews", []quiz.Event{settings("", -1)}, true},
		{"before good ones", []quiz.Event{settings("geo", -1), settings("geo", 2)}, true},
		{"good ones", []quiz.Event{rating("a", 1, quiz.Good), settings("", 2)}, false},
		{"taken back", []quiz.Event{settings("geo", -1), {Kind: quiz.UndoEvent, Undo: []quiz.EventID{id(1)}}}, false},
	} {
		var d diary
		for _, e := range row.events {
			d.add(laptop, e)
		}
		if all, err := quiz.Fold(d.events, tallies); (err != nil) != row.refuse {
			t.Errorf("%s: folded to %v, %v", row.name, all, err)
		}
	}
}

// histories generates what two devices with unsteady clocks may record.
func histories() *rapid.Generator[[]quiz.Event] {
	return rapid.Custom(func(t *rapid.T) []quiz.Event {
		var d diary
		questions := rapid.SampledFrom([]string{"a", "b", "c"})
		for range rapid.IntRange(0, 25).Draw(t, "events") {
			device := rapid.SampledFrom([]string{laptop, phone}).Draw(t, "device")
			q := questions.Draw(t, "question")
			e := quiz.Event{Card: card(q)}
			switch e.Kind = rapid.SampledFrom([]quiz.EventKind{quiz.ReviewEvent, quiz.ReviewEvent, quiz.ReviewEvent, quiz.UndoEvent,
				quiz.RelinkEvent, quiz.SuspendEvent, quiz.UnsuspendEvent, quiz.BuryEvent, quiz.FlagEvent, quiz.ResetEvent,
				quiz.SettingsEvent, quiz.DueEvent, quiz.SeenEvent}).Draw(t, "kind"); e.Kind {
			case quiz.ReviewEvent:
				e = rating(q, quiz.Day(rapid.IntRange(0, 30).Draw(t, "day")), quiz.Rating(rapid.IntRange(1, 4).Draw(t, "rating")))
			case quiz.UndoEvent:
				e.Card = decks.CardID{}
				for range rapid.IntRange(1, 3).Draw(t, "named") {
					named := id(rapid.IntRange(1, d.n+3).Draw(t, "id"))
					if named != id(d.n+1) && !slices.Contains(e.Undo, named) {
						e.Undo = append(e.Undo, named)
					}
				}
				if len(e.Undo) == 0 {
					continue
				}
			case quiz.RelinkEvent:
				to := questions.Draw(t, "to")
				if to == q {
					continue
				}
				e.Card, e.Relink = decks.CardID{}, []quiz.Relink{{From: card(q), To: card(to)}}
			case quiz.BuryEvent:
				e.Bury = quiz.Day(rapid.IntRange(0, 30).Draw(t, "bury"))
			case quiz.FlagEvent:
				e.Flag = rapid.IntRange(0, 7).Draw(t, "flag")
			case quiz.SettingsEvent:
				deck := rapid.SampledFrom([]string{"", "geo"}).Draw(t, "deck")
				e.Card, e.Settings = decks.CardID{}, &quiz.Settings{Deck: deck, Weights: []float64{float64(d.n)}}
			case quiz.DueEvent:
				e.Due = &quiz.Due{Due: 5, DueDay: 6}
			case quiz.SeenEvent:
				e.Card, e.Seen = decks.CardID{}, &quiz.Seen{Deck: "geo", Question: q}
			}
			e.At = 1_000_000 + int64(rapid.IntRange(0, 20).Draw(t, "at"))
			d.add(device, e)
		}
		return d.events
	})
}

// The fold knows no order of arrival.
func TestFoldOfAnyArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := histories().Draw(t, "history")
		want, err := quiz.Fold(events, tallies)
		if err != nil {
			t.Fatal(err)
		}
		got, err := quiz.Fold(rapid.Permutation(events).Draw(t, "arrival"), tallies)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Taking an undo back is as if neither had been.
func TestUndoOfUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := histories().Draw(t, "history")
		if len(events) == 0 {
			t.Skip("nothing to undo")
		}
		want, err := quiz.Fold(events, tallies)
		if err != nil {
			t.Fatal(err)
		}
		d := diary{events: events, n: 1000, clock: map[string]int64{laptop: 1000}}
		victim := rapid.SampledFrom(events).Draw(t, "victim")
		d.undo(laptop, d.undo(laptop, victim.ID))
		got, err := quiz.Fold(d.events, tallies)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Events of one device and sequence, from a copied history file, have one
// order all the same.
func TestOrderOfCopiedDevice(t *testing.T) {
	a, b := rating("a", 1, quiz.Good), rating("a", 1, quiz.Hard)
	a.ID, b.ID = id(1), id(2)
	for _, e := range []*quiz.Event{&a, &b} {
		e.Device, e.Sequence, e.At = laptop, 7, 1_000_000
	}
	for _, events := range [][]quiz.Event{{a, b}, {b, a}} {
		all, err := quiz.Fold(events, tallies)
		if err != nil {
			t.Fatal(err)
		}
		if got := all[card("a")].Difficulty; got != 3*5+2 {
			t.Errorf("folded to %v, want the one of the lower id first", got)
		}
	}
}
