package browse

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"recto/decks"
	"recto/quiz/query"
)

// texts are what is searched of every card, side by side in few large pieces
// of memory. They are read when they are needed first.
type texts struct {
	done   bool
	pieces []string // the texts of perPiece cards each
	ends   []uint32 // of each card in its piece
	kinds  []decks.Kind
}

// perPiece is how many cards' texts are a piece: a piece grows, and what it
// grew out of is thrown away.
const perPiece = 1024

// of returns the searched text of a row, lines of id, question, answer, and
// more.
func (x *texts) of(i int32) string {
	from := uint32(0)
	if i%perPiece > 0 {
		from = x.ends[i-1]
	}
	return x.pieces[i/perPiece][from:x.ends[i]]
}

// line returns a line of the searched text of a row, folded.
func (x *texts) line(i int32, n int) string {
	text := x.of(i)
	for ; n > 0; n-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// loading is the reading of all texts, which happens once, when they are needed
// first: a search that is not wanted any more does not stop it.
type loading struct {
	once sync.Once
	stop chan struct{} // closed when nobody wants the texts any more
	done chan struct{} // closed at the end
	err  error
}

// errClosed is the error of who waits for the texts of a table that was closed.
var errClosed = errors.New("the cards are not shown any more")

// readTexts waits until the texts of all cards are there.
func (t *Table) readTexts(ctx context.Context) error {
	t.load.once.Do(func() {
		go func() {
			defer close(t.load.done)
			t.load.err = t.gather()
		}()
	})
	select {
	case <-t.load.done:
		return t.load.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close ends what the table does beside the loop. It may be called once.
func (t *Table) Close() { close(t.load.stop) }

// gather reads the texts of all cards.
func (t *Table) gather() error {
	x := texts{done: true, ends: make([]uint32, 0, len(t.rows)), kinds: make([]decks.Kind, 0, len(t.rows))}
	piece := make([]byte, 0, 128<<10)
	for _, d := range t.decks {
		for q, err := range d.Questions {
			if err != nil {
				return err
			}
			select {
			case <-t.load.stop:
				return errClosed
			default:
			}
			for _, c := range q.Cards() {
				piece = query.AppendText(piece, c)
				x.ends, x.kinds = append(x.ends, uint32(len(piece))), append(x.kinds, c.Kind())
				if len(x.ends)%perPiece == 0 {
					x.pieces = append(x.pieces, string(piece))
					piece = piece[:0]
					runtime.Gosched()
				}
			}
		}
	}
	x.pieces = append(x.pieces, string(piece))
	if len(x.ends) != len(t.rows) {
		return fmt.Errorf("the decks have %d cards now, and had %d", len(x.ends), len(t.rows))
	}
	t.mu.Lock()
	t.texts = x
	t.mu.Unlock()
	debug.FreeOSMemory() // the questions were read and thrown away
	return nil
}
