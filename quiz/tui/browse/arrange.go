package browse

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"strings"

	"recto/quiz"
	"recto/quiz/query"
)

// order is which cards are listed, and how they are sorted.
type order struct {
	query query.Query
	by    column // cards that are equal by it stand as in their decks
	down  bool   // the largest first; cards without a value stay last
}

// perLook is how many rows are looked at, or compared, in one turn: a frame waits
// no longer than that where processors are few, nor a change for those who look,
// and neither does a search that is not wanted any more.
const perLook = 1024

// ranking is all rows as they are sorted by a column.
type ranking struct {
	rows    []int32
	by      column
	down    bool
	version int // of the table
}

// arrange returns the rows that an order lists. Within, when it is not nil, are
// the rows that may be among them, sorted as they shall be. It is called beside
// the loop.
func (t *Table) arrange(ctx context.Context, o order, now query.Now, within []int32) ([]int32, error) {
	if o.query.Needs()&(query.Text|query.Kind) != 0 || o.by.isText() {
		if err := t.readTexts(ctx); err != nil {
			return nil, err
		}
	}
	if within == nil {
		within = t.rank(o, now)
	}
	if o.query.Empty() {
		return within, ctx.Err()
	}
	var found []int32
	var it query.Item
	for from := 0; from < len(within); from += perLook {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t.mu.RLock()
		for _, i := range within[from:min(from+perLook, len(within))] {
			if t.item(i, &it); o.query.Match(&it, &now) {
				found = append(found, i)
			}
		}
		t.mu.RUnlock()
		runtime.Gosched()
	}
	return found, ctx.Err()
}

// rank returns all rows as an order sorts them. What it returns must not be
// changed.
func (t *Table) rank(o order, now query.Now) []int32 {
	t.mu.RLock()
	known, version := t.ranked, t.version
	t.mu.RUnlock()
	if known.rows != nil && known.by == o.by && known.down == o.down && (known.version == version || o.by.isText() || o.by == deckColumn) {
		return known.rows
	}
	var all []int32
	switch {
	case o.by == deckColumn && !o.down: // as they are
		all = make([]int32, len(t.rows))
		for i := range all {
			all[i] = int32(i)
		}
	case o.by.isText():
		all = sortBy(t, o.down, func(i int32) (string, bool) { return t.text(o.by, i) })
	default:
		all = sortBy(t, o.down, func(i int32) (float64, bool) { return t.number(o.by, i, now) })
	}
	t.mu.Lock()
	t.ranked = ranking{all, o.by, o.down, version}
	t.mu.Unlock()
	return all
}

// sortBy returns all rows sorted by a value; rows without one come last.
func sortBy[T cmp.Ordered](t *Table, down bool, value func(int32) (T, bool)) []int32 {
	keys, all := make([]T, len(t.rows)), make([]int32, len(t.rows))
	with, without := 0, len(all) // those with a value from the front, the others from the end
	for from := 0; from < len(all); from += perLook {
		t.mu.RLock()
		for i := int32(from); i < int32(min(from+perLook, len(all))); i++ {
			if key, has := value(i); has {
				keys[i], all[with] = key, i
				with++
			} else {
				without--
				all[without] = i
			}
		}
		t.mu.RUnlock()
		runtime.Gosched()
	}
	slices.Reverse(all[without:])
	compared := 0
	slices.SortFunc(all[:with], func(a, b int32) int {
		if compared++; compared%perLook == 0 {
			runtime.Gosched()
		}
		order := cmp.Compare(keys[a], keys[b])
		if down {
			order = -order
		}
		return cmp.Or(order, cmp.Compare(a, b))
	})
	return all
}

// text returns what a column of texts is sorted by.
func (t *Table) text(c column, i int32) (string, bool) {
	switch c {
	case questionColumn:
		return t.texts.line(i, 1), true
	case answerColumn:
		return t.texts.line(i, 2), true
	}
	tags := t.rows[i].question.Tags
	return strings.Join(tags, " "), len(tags) > 0
}

// number returns what a column of numbers is sorted by.
func (t *Table) number(c column, i int32, now query.Now) (float64, bool) {
	r := &t.rows[i]
	switch c {
	case deckColumn:
		return float64(r.deck), true
	case stateColumn:
		return float64(r.standing(now.Day)), true
	case lapsesColumn:
		return float64(r.lapses), r.lapses > 0
	case repsColumn:
		return float64(r.reps), r.reps > 0
	case flagColumn:
		return float64(r.flag), r.flag > 0
	}
	if r.reps == 0 {
		return 0, false
	}
	switch c {
	case dueColumn:
		return float64(r.due), true
	case stabilityColumn:
		return r.stability, true
	case difficultyColumn:
		return r.difficulty, true
	case recallColumn:
		p := r.progress()
		return now.Recall(t.id(i), &p), true
	}
	return math.NaN(), false
}

// standing is how a card stands, in the order in which a list is sorted.
type standing uint8

const (
	isNew standing = iota
	isLearning
	isRelearning
	isReview
	isBuried
	isSuspended
)

// standing returns how the card stands on a day.
func (r *row) standing(day quiz.Day) standing {
	p := r.progress()
	switch {
	case r.suspended:
		return isSuspended
	case p.BuriedOn(day):
		return isBuried
	case r.state == quiz.Learning:
		return isLearning
	case r.state == quiz.Relearning:
		return isRelearning
	case r.state == quiz.Review:
		return isReview
	}
	return isNew
}
