package browse

import (
	"strings"

	"recto/decks/markup"
	"recto/quiz/tui/frame"
)

// column is something that is listed of each card.
type column uint8

// The columns, in the order in which they stand.
const (
	deckColumn column = iota
	questionColumn
	answerColumn
	stateColumn
	dueColumn
	recallColumn
	stabilityColumn
	difficultyColumn
	repsColumn
	lapsesColumn
	flagColumn
	tagsColumn
	columns // how many there are
)

// isText reports whether a column is sorted by what the question says.
func (c column) isText() bool {
	return c == questionColumn || c == answerColumn || c == tagsColumn
}

// isNumber reports whether the cells of a column stand to the right.
func (c column) isNumber() bool { return c >= recallColumn && c <= flagColumn }

// byUse are the columns in the order in which they get a place: as many as the
// width has room for, unless the learner chose.
var byUse = [...]column{questionColumn, stateColumn, dueColumn, answerColumn, lapsesColumn, deckColumn, stabilityColumn, tagsColumn, flagColumn}

// The widths of columns in cells.
const (
	leastText  = 30 // of the question
	leastReply = 18 // of the answer
	namesWidth = 14 // of deck and tags, at most
	figures    = 6
	gapWidth   = 2 // between columns
)

// placed is a column and how wide it is.
type placed struct {
	column column
	width  int
}

// least returns how many cells a column takes at least.
func (s *screen) least(c column) int {
	switch c {
	case questionColumn:
		return max(min(leastText, s.listWidth()-s.stateWidth-gapWidth), 1)
	case answerColumn:
		return leastReply
	case deckColumn, tagsColumn:
		return namesWidth
	case stateColumn:
		return s.stateWidth
	case dueColumn:
		return s.dueWidth
	}
	return max(figures, frame.Width(s.heading(c)))
}

// layout returns the columns of a list of w cells, and how wide each is.
func (s *screen) layout(w int) []placed {
	var shown [columns]bool
	used := -gapWidth
	take := func(c column) bool {
		if n := s.least(c) + gapWidth; used+n <= w || used < 0 {
			shown[c], used = true, used+n
			return true
		}
		return false
	}
	if s.chosen != nil {
		for c := range columns {
			if s.chosen[c] {
				take(c)
			}
		}
	} else {
		for _, c := range byUse {
			if !take(c) {
				break
			}
		}
	}
	var all []placed
	for c := range columns {
		if shown[c] {
			all = append(all, placed{c, s.least(c)})
		}
	}
	widen(all, w-used)
	return all
}

// widen gives what is left of a line to question and answer, two parts of
// three to the question.
func widen(all []placed, left int) {
	question, answer := -1, -1
	for i, p := range all {
		switch p.column {
		case questionColumn:
			question = i
		case answerColumn:
			answer = i
		}
	}
	switch {
	case question >= 0 && answer >= 0:
		all[answer].width += left / 3
		all[question].width += left - left/3
	case question >= 0:
		all[question].width += left
	case answer >= 0:
		all[answer].width += left
	case len(all) > 0:
		all[len(all)-1].width += left
	}
}

// cell returns what a column says of a row.
func (s *screen) cell(c column, i int32) string {
	r, w := &s.table.rows[i], &s.words.Browse
	switch c {
	case deckColumn:
		return s.titles[r.deck]
	case questionColumn:
		return s.said(i).question
	case answerColumn:
		return s.said(i).answer
	case stateColumn:
		return w.States[r.standing(s.today)]
	case tagsColumn:
		return markup.OneLine(strings.Join(r.question.Tags, " "))
	case lapsesColumn:
		return s.figure(int(r.lapses))
	case repsColumn:
		return s.figure(int(r.reps))
	case flagColumn:
		return s.figure(int(r.flag))
	}
	if r.reps == 0 {
		return ""
	}
	switch c {
	case dueColumn:
		return w.Due(int(r.due) - int(s.today))
	case stabilityColumn:
		return s.words.Locale.Fixed(r.stability, 1)
	case difficultyColumn:
		return s.words.Locale.Fixed(r.difficulty, 1)
	}
	p := r.progress()
	return w.Percent(int(100*s.recall(s.table.id(i), &p) + 0.5))
}

// figure writes a count; none is left out, so that the others stand out.
func (s *screen) figure(n int) string {
	if n == 0 {
		return ""
	}
	return s.words.Locale.Int(n)
}

// said is what a row says on one line each.
type said struct{ question, answer string }

// maxSaid bounds how many rows' texts are kept beside those on screen.
const maxSaid = 2000

// said returns the texts of a row, which are read when it is first seen.
func (s *screen) said(i int32) said {
	if one, ok := s.known[i]; ok {
		return one
	}
	if len(s.known) >= maxSaid {
		clear(s.known)
	}
	var one said
	if c, err := s.table.card(i); err != nil {
		one.question = markup.OneLine(err.Error())
	} else {
		one = said{frame.Inline(c.Ask()), frame.Inline(c.Shown())}
	}
	s.known[i] = one
	return one
}
