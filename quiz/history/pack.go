package history

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
	"time"

	"recto/decks"
	"recto/quiz"
)

// shelfSize is how many cards one row of the table progress holds: few enough
// to be written anew with every rating, many enough that a deck of 10,000
// cards is read in the time of 160 rows.
const shelfSize = 64

// packed is one card on a shelf.
type packed struct {
	id       decks.CardID
	progress quiz.Progress
}

// shelf is the cards of one row by their number.
type shelf map[int64]packed

// pack returns the bytes of a shelf: for each card in the order of numbers its
// place on the shelf, its id, and its progress. Equal shelves are equal bytes.
func (s shelf) pack() []byte {
	var b []byte
	for _, n := range slices.Sorted(maps.Keys(s)) {
		c := s[n]
		b = append(b, byte(n%shelfSize))
		for _, part := range []string{c.id.Deck, c.id.Question, string(c.id.Face)} {
			b = binary.AppendUvarint(b, uint64(len(part)))
			b = append(b, part...)
		}
		b = packProgress(b, c.progress)
	}
	return b
}

// unpack hands over the cards of shelf n. Their ids share one copy of its bytes.
func unpack(n int64, b []byte, each func(number int64, c packed)) error {
	return unpackText(n, string(b), each)
}

// unpackText is unpack for bytes that are kept as a text already.
func unpackText(n int64, b string, each func(number int64, c packed)) error {
	r := reader{b: b}
	var last packed
	for len(r.b) > 0 && !r.bad {
		number := n*shelfSize + int64(r.byte())
		var c packed
		c.id.Deck = r.text(last.id.Deck)
		c.id.Question = r.text("")
		c.id.Face = decks.Face(r.text(string(last.id.Face)))
		c.progress = r.progress()
		if !r.bad {
			each(number, c)
		}
		last = c
	}
	if r.bad {
		return errors.New("the stored progress cannot be read")
	}
	return nil
}

// Bits of the first byte of a packed progress, above the two of the state.
const (
	suspendedBit = 1 << (2 + iota)
	lastAtBit    // LastAt is set
	dueBit       // Due is set
)

func packProgress(b []byte, p quiz.Progress) []byte {
	head := byte(p.State)
	if p.Suspended {
		head |= suspendedBit
	}
	if !p.LastAt.IsZero() {
		head |= lastAtBit
	}
	if !p.Due.IsZero() {
		head |= dueBit
	}
	b = append(b, head, byte(p.Rated), byte(p.Flag))
	for _, n := range []int{p.Step, p.Reps, p.Lapses, int(p.First), int(p.Last), int(p.DueDay), int(p.Buried)} {
		b = binary.AppendVarint(b, int64(n))
	}
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.Stability))
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.Difficulty))
	if !p.LastAt.IsZero() {
		b = binary.AppendVarint(b, p.LastAt.UnixMilli())
	}
	if !p.Due.IsZero() {
		b = binary.AppendVarint(b, p.Due.UnixMilli())
	}
	return b
}

// reader takes values from packed bytes; bad is set when they end early.
type reader struct {
	b   string
	bad bool
}

func (r *reader) progress() quiz.Progress {
	head := r.byte()
	p := quiz.Progress{State: quiz.State(head & 3), Suspended: head&suspendedBit != 0}
	p.Rated = quiz.Rating(r.byte())
	p.Flag = int(r.byte())
	p.Step, p.Reps, p.Lapses = int(r.int()), int(r.int()), int(r.int())
	p.First, p.Last = quiz.Day(r.int()), quiz.Day(r.int())
	p.DueDay, p.Buried = quiz.Day(r.int()), quiz.Day(r.int())
	p.Stability, p.Difficulty = r.float(), r.float()
	if head&lastAtBit != 0 {
		p.LastAt = time.UnixMilli(r.int()).UTC()
	}
	if head&dueBit != 0 {
		p.Due = time.UnixMilli(r.int()).UTC()
	}
	return p
}

// text returns a string, and like itself when it is the same one.
func (r *reader) text(like string) string {
	n := r.uint()
	if n > uint64(len(r.b)) {
		r.fail()
		return ""
	}
	s := r.b[:n]
	if r.b = r.b[n:]; s == like {
		return like
	}
	return s
}

func (r *reader) byte() byte {
	if len(r.b) < 1 {
		r.fail()
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) int() int64 {
	u := r.uint()
	return int64(u>>1) ^ -int64(u&1)
}

func (r *reader) uint() (u uint64) {
	for i := 0; i < len(r.b) && i < binary.MaxVarintLen64; i++ {
		c := r.b[i]
		u |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.b = r.b[i+1:]
			return u
		}
	}
	r.fail()
	return 0
}

func (r *reader) float() float64 {
	if len(r.b) < 8 {
		r.fail()
		return 0
	}
	var u uint64
	for i := range 8 {
		u |= uint64(r.b[i]) << (8 * i)
	}
	r.b = r.b[8:]
	return math.Float64frombits(u)
}

func (r *reader) fail() { r.b, r.bad = "", true }
