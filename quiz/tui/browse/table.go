package browse

import (
	"fmt"
	"hash/maphash"
	"iter"
	"math"
	"sync"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/query"
)

// Deck is a deck whose cards are browsed. Question and Questions are called
// beside the loop and in it, by several goroutines at once.
type Deck struct {
	ID, Title string
	// Cards yields all cards, siblings side by side. Their questions need no
	// texts: deck, group and tags are enough.
	Cards iter.Seq[decks.Card]
	// Question returns the n-th question, from 0 in the order of Cards, with
	// all that it says.
	Question func(n int) (*decks.Question, error)
	// Questions yields all questions with all that they say; the error of a
	// failed read comes last.
	Questions iter.Seq2[*decks.Question, error]
}

// Table is the cards of decks and what is believed about them, in some 80
// bytes a card beside what the decks take. Only the loop of the program changes it once
// it is filled; what reads it elsewhere locks it.
type Table struct {
	decks []Deck
	rows  []row
	faces []decks.Face
	find  func(decks.CardID) (row int, ok bool)
	load  loading

	mu      sync.RWMutex // of rows and what follows
	texts   texts
	ranked  ranking
	version int // of what is believed about the cards
}

// row is a card.
type row struct {
	question              *decks.Question // deck, group and tags; maybe no more
	id                    string          // of the question
	stability, difficulty float64
	number                uint32 // of the question in its deck
	due, last, buried     int32  // study days
	reps, lapses          uint16
	deck                  uint16
	face                  uint8
	state                 quiz.State
	rated                 quiz.Rating
	flag                  uint8
	suspended             bool
}

// NewTable returns the table of the cards of decks, all of them new.
func NewTable(all []Deck) (*Table, error) {
	if len(all) > math.MaxUint16 {
		return nil, fmt.Errorf("%d decks are more than can be shown at once", len(all))
	}
	n := 0
	for _, d := range all {
		for range d.Cards {
			n++
		}
	}
	t := &Table{rows: make([]row, 0, n), decks: all, load: loading{stop: make(chan struct{}), done: make(chan struct{})}}
	known := map[decks.Face]uint8{}
	for n, d := range all {
		number, last := -1, ""
		for c := range d.Cards {
			if number < 0 || c.ID.Question != last {
				number, last = number+1, c.ID.Question
			}
			face, ok := known[c.Face]
			if !ok {
				face = uint8(len(t.faces)) // a face is one of 101
				known[c.Face] = face
				t.faces = append(t.faces, c.Face)
			}
			t.rows = append(t.rows, row{question: c.Question, id: c.ID.Question, number: uint32(number), deck: uint16(n), face: face})
		}
	}
	t.find = t.finder()
	return t, nil
}

// Fill gives the cards what is believed about them: read hands over each card
// that has any progress, maybe several at once.
func (t *Table) Fill(read func(each func(decks.CardID, *quiz.Progress)) error) error {
	return read(func(id decks.CardID, p *quiz.Progress) {
		if i, ok := t.find(id); ok {
			t.rows[i].believe(p)
		}
	})
}

// finder returns what finds the row of a card.
func (t *Table) finder() func(decks.CardID) (int, bool) {
	size := 16
	for size < 2*len(t.rows) {
		size *= 2
	}
	seed, slots := maphash.MakeSeed(), make([]uint32, size) // rows from 1, 0 is free
	for i := range t.rows {
		at := int(maphash.String(seed, t.rows[i].id)) & (size - 1)
		for slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		slots[at] = uint32(i + 1)
	}
	return func(id decks.CardID) (int, bool) {
		at := int(maphash.String(seed, id.Question)) & (size - 1)
		for ; slots[at] != 0; at = (at + 1) & (size - 1) {
			i := int(slots[at] - 1)
			if r := &t.rows[i]; r.id == id.Question && t.faces[r.face] == id.Face && t.decks[r.deck].ID == id.Deck {
				return i, true
			}
		}
		return 0, false
	}
}

// Len returns how many cards there are.
func (t *Table) Len() int { return len(t.rows) }

// id returns the id of the card of a row.
func (t *Table) id(i int32) decks.CardID {
	r := &t.rows[i]
	return decks.CardID{Deck: t.decks[r.deck].ID, Question: r.id, Face: t.faces[r.face]}
}

// card returns the card of a row with all that its question says.
func (t *Table) card(i int32) (decks.Card, error) {
	r, id := &t.rows[i], t.id(i)
	q, err := t.decks[r.deck].Question(int(r.number))
	if err != nil {
		return decks.Card{}, err
	}
	if q.ID != r.id {
		return decks.Card{}, fmt.Errorf("question %s is not where it was", id.Question)
	}
	return decks.Card{ID: id, Question: q, Face: id.Face}, nil
}

// believe takes what is believed about a card.
func (r *row) believe(p *quiz.Progress) {
	r.state, r.rated, r.suspended, r.flag = p.State, p.Rated, p.Suspended, uint8(p.Flag)
	r.stability, r.difficulty = p.Stability, p.Difficulty
	r.due, r.last, r.buried = int32(p.DueDay), int32(p.Last), int32(p.Buried)
	r.reps, r.lapses = uint16(min(p.Reps, math.MaxUint16)), uint16(min(p.Lapses, math.MaxUint16))
}

// progress returns what is believed about a card, as far as it is kept: the
// times of a day are not.
func (r *row) progress() quiz.Progress {
	return quiz.Progress{
		State: r.state, Rated: r.rated, Suspended: r.suspended, Flag: int(r.flag),
		Stability: r.stability, Difficulty: r.difficulty,
		DueDay: quiz.Day(r.due), Last: quiz.Day(r.last), Buried: quiz.Day(r.buried),
		Reps: int(r.reps), Lapses: int(r.lapses),
	}
}

// item returns the card of a row as a query is asked about it.
func (t *Table) item(i int32, it *query.Item) {
	r := &t.rows[i]
	it.Card.ID, it.Card.Question, it.Card.Face = t.id(i), r.question, t.faces[r.face]
	it.Progress = r.progress()
	if t.texts.done {
		it.Kind, it.Folded = t.texts.kinds[i], t.texts.of(i)
	}
}
