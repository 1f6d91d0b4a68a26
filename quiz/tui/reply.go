package tui

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

// way is how a card is answered on the screen.
type way uint8

const (
	looking way = iota // the answer is only shown
	typing             // in one field
	one                // one option is chosen
	several            // options are switched on and off
	order              // lines are moved
	pairs              // each line of the left gets one of the right
)

// reply is what the learner is about to answer.
type reply struct {
	way     way
	field   frame.Field // typing
	letters string      // of the options, in their order on the screen
	cursor  int         // the line that the arrows have reached, -1 before the first
	on      []bool      // one, several: the options chosen
	line    []int       // order: the options from top to bottom
	placed  int         // order: how many of line the learner has placed
	pair    []int       // pairs: the option of each left side, -1 for none
}

// newReply returns the empty reply to the card of a view; once its answer is
// shown, the one that was given.
func newReply(v quiz.View) reply {
	r := reply{cursor: -1}
	if v.Phase == quiz.Finished || !v.Typed {
		return r
	}
	n := len(v.Options)
	for i := range n {
		r.letters += string(rune('a' + i))
	}
	switch v.Card.Kind() {
	case decks.TrueFalse:
		r.way, r.letters, r.on = one, "tf", make([]bool, 2)
	case decks.Choice:
		r.way, r.on = one, make([]bool, n)
	case decks.Multiple:
		r.way, r.on = several, make([]bool, n)
	case decks.Order:
		r.way, r.line = order, make([]int, n)
		for i := range r.line {
			r.line[i] = i
		}
	case decks.Match:
		r.way, r.cursor, r.pair = pairs, 0, make([]int, len(v.Card.Question.Lefts))
		for i := range r.pair {
			r.pair[i] = -1
		}
	default:
		r.way, r.letters = typing, ""
	}
	r.restore(v.Response)
	return r
}

// restore reads what response wrote.
func (r *reply) restore(s string) {
	switch r.way {
	case typing:
		r.field.Insert(s)
	case one, several, order:
		for _, name := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ' ' }) {
			if i := strings.Index(r.letters, name); i >= 0 {
				r.choose(i)
			}
		}
	case pairs:
		for _, p := range strings.Fields(s) {
			left, err := strconv.Atoi(strings.TrimRightFunc(p, unicode.IsLetter))
			i := strings.Index(r.letters, p[len(p)-1:])
			if err == nil && left > 0 && left <= len(r.pair) && i >= 0 {
				r.cursor = left - 1
				r.choose(i)
			}
		}
	}
}

// response returns the reply as quiz.Respond takes it, "" for none.
func (r *reply) response() string {
	var s []string
	switch r.way {
	case typing:
		return r.field.Text
	case one, several:
		for i, on := range r.on {
			if on {
				s = append(s, r.letters[i:i+1])
			}
		}
		return strings.Join(s, ",")
	case order:
		for _, i := range r.line[:r.placed] {
			s = append(s, r.letters[i:i+1])
		}
	case pairs:
		for left, i := range r.pair {
			if i >= 0 {
				s = append(s, strconv.Itoa(left+1)+r.letters[i:i+1])
			}
		}
	}
	return strings.Join(s, " ")
}

// key takes a key that chooses, and reports whether it means anything here.
func (r *reply) key(k tea.KeyPressMsg) bool {
	n := r.rows()
	if n == 0 {
		return false
	}
	switch k.Keystroke() {
	case "up":
		r.cursor = max(r.cursor-1, 0)
	case "down":
		r.cursor = min(r.cursor+1, n-1)
	case "shift+up", "ctrl+up", "alt+up":
		return r.move(-1)
	case "shift+down", "ctrl+down", "alt+down":
		return r.move(1)
	case "right":
		if r.cursor < 0 || r.way == pairs || r.way == order {
			return false
		}
		r.choose(r.cursor)
	case "backspace":
		r.takeBack()
	default:
		return r.letter(k.Text)
	}
	return true
}

// rows returns how many lines the arrows move over.
func (r *reply) rows() int { return max(len(r.on), len(r.line), len(r.pair)) }

// letter takes the letter or the digit of an option. Where pairs are made the
// digit names the left side.
func (r *reply) letter(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	if size == 0 || size != len(s) {
		return false
	}
	if c >= '1' && c <= '9' {
		i := int(c - '1')
		if r.way == pairs && i < len(r.pair) {
			r.cursor = i
			return true
		}
		if r.way == pairs || i >= len(r.letters) {
			return false
		}
		r.choose(i)
		return true
	}
	i := strings.IndexRune(r.letters, unicode.ToLower(c))
	if i < 0 {
		return false
	}
	r.choose(i)
	return true
}

// choose takes an option: the one and only, one more or one less, the next of
// an order, or the partner of the left side at the cursor.
func (r *reply) choose(i int) {
	switch r.way {
	case one:
		for j := range r.on {
			r.on[j] = j == i
		}
		r.cursor = i
	case several:
		r.on[i] = !r.on[i]
		r.cursor = i
	case order:
		at := slices.Index(r.line, i)
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
		r.cursor = r.placed - 1
	case pairs:
		r.pair[r.cursor] = i
		for step := range r.pair {
			if next := (r.cursor + step) % len(r.pair); r.pair[next] < 0 {
				r.cursor = next
				break
			}
		}
	}
}

// move moves the line at the cursor of an order.
func (r *reply) move(by int) bool {
	to := r.cursor + by
	if r.way != order || r.cursor < 0 || to < 0 || to >= len(r.line) {
		return r.way == order
	}
	r.line[r.cursor], r.line[to] = r.line[to], r.line[r.cursor]
	r.cursor, r.placed = to, len(r.line)
	return true
}

// takeBack takes the last choice back.
func (r *reply) takeBack() {
	switch r.way {
	case one, several:
		clear(r.on)
	case order:
		r.placed = max(r.placed-1, 0)
		if r.placed == len(r.line)-1 {
			r.placed = max(r.placed-1, 0) // the last one had placed itself
		}
	case pairs:
		if r.pair[r.cursor] < 0 {
			r.cursor = (r.cursor + len(r.pair) - 1) % len(r.pair)
		}
		r.pair[r.cursor] = -1
	}
}
