package compiled

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"

	"recto/decks"
)

// Index knows where the questions of a deck stand, so that one is read without
// looking at those before it. It takes 12 bytes a question. Several goroutines
// may use it at once.
type Index struct {
	deck    *Deck
	entries []uint32 // byte offsets
	texts   []int64  // byte offsets from the first question
}

// Index returns the index of the deck. Rename changes nothing any more.
func (d *Deck) Index() *Index {
	x := &Index{deck: d, entries: make([]uint32, 0, d.count), texts: make([]int64, 0, d.count)}
	c := &coder{reading: true, in: d.entries}
	at := int64(0)
	var e entry
	for len(x.entries) < d.count {
		x.entries = append(x.entries, uint32(len(d.entries)-len(c.in)))
		x.texts = append(x.texts, at)
		e.code(c)
		at += int64(e.length)
	}
	return x
}

// Len returns how many questions the deck has.
func (x *Index) Len() int { return len(x.entries) }

// Question reads the n-th question of the deck, from 0.
func (x *Index) Question(n int) (*decks.Question, error) {
	return x.deck.question(x.entry(n), x.deck.texts+x.texts[n])
}

// entry reads what the index of the deck says about a question.
func (x *Index) entry(n int) *entry {
	var e entry
	e.code(&coder{reading: true, in: x.deck.entries[x.entries[n]:]})
	return &e
}

// Questions reads all questions in the order of the deck. The error of a failed
// read comes last.
func (d *Deck) Questions() iter.Seq2[*decks.Question, error] {
	return func(yield func(*decks.Question, error) bool) {
		from := bufio.NewReaderSize(io.NewSectionReader(d.from, d.texts, maxTexts), 256<<10)
		var b []byte
		d.each(func(e *entry) bool {
			b = slices.Grow(b[:0], e.length)[:e.length]
			if _, err := io.ReadFull(from, b); err != nil {
				yield(nil, fmt.Errorf("read the compiled deck: %w", err))
				return false
			}
			q, err := d.make(e, b)
			return yield(q, err) && err == nil
		})
	}
}
