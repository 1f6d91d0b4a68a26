package quiz

import (
	"bytes"
	"cmp"
	"slices"

	"recto/decks"
)

// Placed is an event and what all the others make of it.
type Placed struct {
	Event  Event
	Time   int64        // effective time, unix ms: the running maximum of its device's times
	Undone bool         // taken back by an undo that stands
	Holder decks.CardID // the card that holds the event now; for seen its question, with no face
}

// Place puts events into their order: by effective time, then device,
// sequence and id. The effective time is the running maximum of a device's
// times, so a clock that was set back reorders nothing on its own device. It
// counts undone events too, so that an undo changes no order.
//
// Two events of one device and sequence come from a copied history file; their
// ids decide, for every reader alike.
func Place(events []Event) []Placed {
	placed := make([]Placed, len(events))
	for i, e := range events {
		placed[i] = Placed{Event: e, Time: e.At, Holder: subject(e)}
	}
	slices.SortFunc(placed, func(a, b Placed) int { return byDevice(a.Event, b.Event) })
	for i := 1; i < len(placed); i++ {
		if before := placed[i-1]; before.Event.Device == placed[i].Event.Device {
			placed[i].Time = max(placed[i].Time, before.Time)
		}
	}
	slices.SortStableFunc(placed, func(a, b Placed) int { return cmp.Compare(a.Time, b.Time) })
	gone := Undone(events)
	for i := range placed {
		placed[i].Undone = placed[i].Event.Kind != SeenEvent && gone[placed[i].Event.ID]
	}
	relink(placed)
	return placed
}

// byDevice compares device, sequence and id.
func byDevice(a, b Event) int {
	return cmp.Or(
		cmp.Compare(a.Device, b.Device),
		cmp.Compare(a.Sequence, b.Sequence),
		bytes.Compare(a.ID[:], b.ID[:]))
}

// subject returns the card of an event as recorded; for a seen event its
// question, with no face; else the zero id.
func subject(e Event) decks.CardID {
	if e.Kind == SeenEvent {
		return decks.CardID{Deck: e.Seen.Deck, Question: e.Seen.Question}
	}
	return e.Card
}

// Undone returns the ids that the undos among events take back. An undo that
// nobody takes back stands; what a standing undo names is taken back; an undo
// all of whose takers are taken back stands again. Undos that name each other
// in a circle cannot come about by themselves; they have no effect. The id of a
// seen event may be among them, but it is a record of what a question said, and
// stays.
func Undone(events []Event) map[EventID]bool {
	undos := map[EventID][]EventID{} // undo -> what it names
	takers := map[EventID]int{}      // undo -> how many undecided undos name it
	for _, e := range events {
		if e.Kind == UndoEvent {
			undos[e.ID] = e.Undo
		}
	}
	for _, named := range undos {
		for _, id := range named {
			if _, ok := undos[id]; ok {
				takers[id]++
			}
		}
	}
	var standing []EventID
	for id := range undos {
		if takers[id] == 0 {
			standing = append(standing, id)
		}
	}
	gone := map[EventID]bool{}
	for len(standing) > 0 {
		u := standing[len(standing)-1]
		standing = standing[:len(standing)-1]
		for _, id := range undos[u] {
			named, isUndo := undos[id]
			if gone[id] {
				continue
			}
			gone[id] = true
			if !isUndo {
				continue
			}
			for _, freed := range named {
				if _, ok := undos[freed]; !ok {
					continue
				}
				if takers[freed]--; takers[freed] == 0 && !gone[freed] {
					standing = append(standing, freed)
				}
			}
		}
	}
	return gone
}

// relink gives events to the card that holds them after every relink that
// stands. A relink moves what its card holds at that place in the order, so
// A to B to A ends at A, chains follow, and two cards may become one. What is
// undone moves along, so that an undo changes no holder.
func relink(placed []Placed) {
	held := map[decks.CardID][]int{}
	for i, p := range placed {
		switch {
		case p.Event.Kind == RelinkEvent && !p.Undone:
			moved := map[decks.CardID][]int{}
			for _, r := range p.Event.Relink {
				moved[r.To] = append(moved[r.To], held[r.From]...)
			}
			for _, r := range p.Event.Relink {
				delete(held, r.From)
			}
			for to, events := range moved {
				held[to] = append(held[to], events...)
			}
		case p.Holder.Face != "":
			held[p.Holder] = append(held[p.Holder], i)
		}
	}
	for id, events := range held {
		for _, i := range events {
			placed[i].Holder = id
		}
	}
}
