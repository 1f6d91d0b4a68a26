package quiz

import (
	"io"
	"slices"
)

// UndoOf returns the events that take others back, to be committed together:
// one, or as many as it takes where one may not name them all. At is the time in
// unix ms; ids are read from random.
func UndoOf(events []EventID, at int64, random io.Reader) (undo []Event, err error) {
	for named := range slices.Chunk(events, maxNamed) {
		id, err := NewEventID(random)
		if err != nil {
			return nil, err
		}
		undo = append(undo, Event{ID: id, At: at, Kind: UndoEvent, Undo: named})
	}
	return undo, nil
}
