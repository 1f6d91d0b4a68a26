package card

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

// Way is how a card is answered on the screen.
type Way uint8

// The ways of answering.
const (
	Looking Way = iota // the answer is only shown
	Typing             // in one field
	One                // one option is chosen
	Several            // options are switched on and off
	Order              // lines are moved
	Pairs              // each line of the left gets one of the right
)

// Reply is what the learner is about to answer.
type Reply struct {
	Way     Way
	Field   frame.Field // typing
	wanted  int         // typing: how many items or gaps; those from 2 on have separators between them
	inGaps  bool        // typing: in the gaps of the question
	Letters string      // of the options, in their order on the screen
	Cursor  int         // the line that the arrows have reached, -1 before the first
	on      []bool      // one, several: the options chosen
	line    []int       // order: the options from top to bottom
	placed  int         // order: how many of line the learner has placed
	pair    []int       // pairs: the option of each left side, -1 for none
}

// NewReply returns the empty reply to the card of a view; once its answer is
// shown, the one that was given.
func NewReply(v quiz.View) Reply {
	r := Reply{Cursor: -1}
	if v.Phase == quiz.Finished || !v.Typed {
		return r
	}
	n := len(v.Options)
	for i := range n {
		r.Letters += string(rune('a' + i))
	}
	switch v.Card.Kind() {
	case decks.TrueFalse:
		r.Way, r.Letters, r.on = One, "tf", make([]bool, 2)
	case decks.Choice:
		r.Way, r.on = One, make([]bool, n)
	case decks.Multiple:
		r.Way, r.on = Several, make([]bool, n)
	case decks.Order:
		r.Way, r.line = Order, make([]int, n)
		for i := range r.line {
			r.line[i] = i
		}
	case decks.Match:
		r.Way, r.Cursor, r.pair = Pairs, 0, make([]int, len(v.Card.Question.Lefts))
		for i := range r.pair {
			r.pair[i] = -1
		}
	default:
		r.Way, r.Letters = Typing, ""
		r.inGaps = v.Card.Kind() == decks.Cloze
		if r.wanted = len(v.Card.Answers()); v.Card.Kind() == decks.List && v.Card.Question.Need > 0 {
			r.wanted = min(r.wanted, v.Card.Question.Need)
		}
	}
	r.restore(v.Response)
	return r
}

// restore reads what response wrote.
func (r *Reply) restore(s string) {
	switch r.Way {
	case Typing:
		r.Field.Insert(s)
	case One, Several, Order:
		given := 0
		for _, name := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ' ' }) {
			if i := strings.Index(r.Letters, name); i >= 0 {
				r.choose(i)
				given++
			}
		}
		r.placed = min(r.placed, given) // the last one places itself only while it is chosen
	case Pairs:
		for _, p := range strings.Fields(s) {
			left, err := strconv.Atoi(strings.TrimRightFunc(p, unicode.IsLetter))
			i := strings.Index(r.Letters, p[len(p)-1:])
			if err == nil && left > 0 && left <= len(r.pair) && i >= 0 {
				r.Cursor = left - 1
				r.choose(i)
			}
		}
	}
}

// Response returns the reply as quiz.Respond takes it, "" for none.
func (r *Reply) Response() string {
	var s []string
	switch r.Way {
	case Typing:
		return r.typed()
	case One, Several:
		for i, on := range r.on {
			if on {
				s = append(s, r.Letters[i:i+1])
			}
		}
		return strings.Join(s, ",")
	case Order:
		for _, i := range r.line[:r.placed] {
			s = append(s, r.Letters[i:i+1])
		}
	case Pairs:
		for left, i := range r.pair {
			if i >= 0 {
				s = append(s, strconv.Itoa(left+1)+r.Letters[i:i+1])
			}
		}
	}
	return strings.Join(s, " ")
}

// Key takes a key that chooses, and reports whether it means anything here.
func (r *Reply) Key(k tea.KeyPressMsg) bool {
	n := r.Rows()
	if n == 0 {
		return false
	}
	switch k.Keystroke() {
	case "up":
		r.Cursor = max(r.Cursor-1, 0)
	case "down":
		r.Cursor = min(r.Cursor+1, n-1)
	case "shift+up", "ctrl+up", "alt+up":
		return r.move(-1)
	case "shift+down", "ctrl+down", "alt+down":
		return r.move(1)
	case "right", "left":
		return r.sideways(k.Keystroke() == "right")
	case "space":
		if r.Cursor < 0 || r.Way == Pairs {
			return false
		}
		if i := r.Cursor; r.Way == Order {
			r.choose(r.line[i])
		} else {
			r.choose(i)
		}
	case "backspace":
		r.takeBack()
	default:
		return r.letter(k.Text)
	}
	return true
}

// Ready reports whether there is a response.
func (r *Reply) Ready() bool { return r.Response() != "" || r.Way == One && r.Cursor >= 0 }

// Settle takes the one option that the arrows have reached, when none is taken.
func (r *Reply) Settle() {
	if r.Way == One && r.Cursor >= 0 && !slices.Contains(r.on, true) {
		r.choose(r.Cursor)
	}
}

// sideways takes the option at the cursor, or gives the left side there the
// next partner that is free, or the one before.
func (r *Reply) sideways(right bool) bool {
	switch {
	case r.Cursor < 0 || r.Way == Order || !right && r.Way != Pairs:
		return false
	case r.Way != Pairs:
		r.choose(r.Cursor)
		return true
	}
	step, n := 1, len(r.Letters)
	if !right {
		step = n - 1
	}
	i := r.pair[r.Cursor]
	if i < 0 && !right {
		i = 0
	}
	for range n {
		if i = (i + step + n) % n; !slices.Contains(r.pair, i) {
			r.pair[r.Cursor] = i
			break
		}
	}
	return true
}

// The zones of a card: from 0 on those of its rows, which are options, lines of
// an order, left sides or gaps; then the partners of left sides, and the line
// that stands for the rest of a folded text.
const (
	partnerZone = 1000
	foldZone    = 2000
	Zones       = 3000 // those of the screen itself are from here on
)

// Unfolds reports whether a click on a zone asks for the rest of a folded text.
func Unfolds(zone int) bool { return zone == foldZone }

// Click takes a click on a zone of the card, and reports whether it means
// anything here.
func (r *Reply) Click(zone int) bool {
	switch n := r.Rows(); {
	case r.inGaps && zone >= 0 && zone < r.wanted:
		for len(r.parts()) <= zone {
			r.Field.Text += string(separator) + " "
		}
		return r.goTo(zone)
	case r.Way == Pairs && zone >= partnerZone && zone < partnerZone+len(r.Letters):
		r.choose(zone - partnerZone)
	case zone < 0 || zone >= n:
		return false
	case r.Way == Pairs:
		r.Cursor = zone
	case r.Way == Order:
		r.choose(r.line[zone])
	default:
		r.choose(zone)
	}
	return true
}

// Rows returns how many lines the arrows move over.
func (r *Reply) Rows() int { return max(len(r.on), len(r.line), len(r.pair)) }

// letter takes the letter or the digit of an option. Where pairs are made the
// digit names the left side.
func (r *Reply) letter(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	if size == 0 || size != len(s) {
		return false
	}
	if c >= '1' && c <= '9' {
		i := int(c - '1')
		if r.Way == Pairs && i < len(r.pair) {
			r.Cursor = i
			return true
		}
		if r.Way == Pairs || i >= len(r.Letters) {
			return false
		}
		r.choose(i)
		return true
	}
	i := strings.IndexRune(r.Letters, unicode.ToLower(c))
	if i < 0 {
		return false
	}
	r.choose(i)
	return true
}

// choose takes an option: the one and only, one more or one less, the next of
// an order, or the partner of the left side at the cursor.
func (r *Reply) choose(i int) {
	switch r.Way {
	case One:
		for j := range r.on {
			r.on[j] = j == i
		}
		r.Cursor = i
	case Several:
		r.on[i] = !r.on[i]
		r.Cursor = i
	case Order:
		at := slices.Index(r.line, i)
		if at == len(r.line)-1 && at < r.placed { // it has placed itself, and has no other place
			r.Cursor = at
			return
		}
		if at < r.placed { // a letter again takes its line out
			r.line = slices.Insert(slices.Delete(r.line, at, at+1), r.placed-1, i)
			r.placed--
			return
		}
		r.line = slices.Insert(slices.Delete(r.line, at, at+1), r.placed, i)
		r.placed++
		if r.placed == len(r.line)-1 {
			r.placed++ // the last one has only one place
		}
		r.Cursor = r.placed - 1
	case Pairs:
		r.pair[r.Cursor] = i
		for step := range r.pair {
			if next := (r.Cursor + step) % len(r.pair); r.pair[next] < 0 {
				r.Cursor = next
				break
			}
		}
	}
}

// move moves the line at the cursor of an order.
func (r *Reply) move(by int) bool {
	to := r.Cursor + by
	if r.Way != Order || r.Cursor < 0 || to < 0 || to >= len(r.line) {
		return r.Way == Order
	}
	r.line[r.Cursor], r.line[to] = r.line[to], r.line[r.Cursor]
	r.Cursor, r.placed = to, len(r.line)
	return true
}

// takeBack takes the last choice back.
func (r *Reply) takeBack() {
	switch r.Way {
	case One, Several:
		clear(r.on)
		if r.Way == One {
			r.Cursor = -1 // which Enter would take
		}
	case Order:
		r.placed = max(r.placed-1, 0)
		if r.placed == len(r.line)-1 {
			r.placed = max(r.placed-1, 0) // the last one had placed itself
		}
	case Pairs:
		if r.pair[r.Cursor] < 0 {
			r.Cursor = (r.Cursor + len(r.pair) - 1) % len(r.pair)
		}
		r.pair[r.Cursor] = -1
	}
}
