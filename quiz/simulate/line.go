package simulate

// line is what waits on a day. A day has room for few of many, so only those
// that come are put into their order: a heap, the first to come on top.
type line struct {
	cards  []int32
	before func(a, b int32) bool // nil: they come as they stand
}

// newLine makes a line of cards, whose place it takes.
func newLine(cards []int32, before func(a, b int32) bool) line {
	l := line{cards, before}
	for at := len(cards)/2 - 1; at >= 0; at-- {
		l.sink(at)
	}
	return l
}

// pop takes the next card out of a line that has one.
func (l *line) pop() int32 {
	first := l.cards[0]
	if l.before == nil {
		l.cards = l.cards[1:]
		return first
	}
	last := len(l.cards) - 1
	l.cards[0] = l.cards[last]
	l.cards = l.cards[:last]
	l.sink(0)
	return first
}

// sink moves a card down until none below comes before it.
func (l *line) sink(at int) {
	for {
		next := 2*at + 1
		if next >= len(l.cards) {
			return
		}
		if right := next + 1; right < len(l.cards) && l.before(l.cards[right], l.cards[next]) {
			next = right
		}
		if !l.before(l.cards[next], l.cards[at]) {
			return
		}
		l.cards[at], l.cards[next] = l.cards[next], l.cards[at]
		at = next
	}
}
