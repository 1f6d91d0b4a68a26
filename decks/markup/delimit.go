package markup

import "unicode"

// ticks finds the run of backticks that closes another one, in constant time
// for each: the starts of all runs by their length, with a cursor that only
// moves forward.
type ticks struct{ starts map[int][]int }

func newTicks(text string) *ticks {
	t := &ticks{starts: map[int][]int{}}
	for i := 0; i < len(text); i++ {
		if text[i] == '`' {
			n := runLength(text, i)
			t.starts[n] = append(t.starts[n], i)
			i += n - 1
		}
	}
	return t
}

// closing returns the offset of the next run of n backticks behind i, -1 when
// there is none. Calls come with rising i.
func (t *ticks) closing(i, n int) int {
	starts := t.starts[n]
	for len(starts) > 0 && starts[0] <= i {
		starts = starts[1:]
	}
	t.starts[n] = starts
	if len(starts) == 0 {
		return -1
	}
	return starts[0]
}

// dollars finds the sign that closes mathematics.
type dollars struct {
	text string
	next []int32 // for each byte the next closing sign at or behind it, 0 for none
}

func newDollars(text string) *dollars {
	first := -1
	for i := 0; i < len(text) && first < 0; i++ {
		if text[i] == '$' {
			first = i
		}
	}
	if first < 0 {
		return &dollars{}
	}
	d := &dollars{text: text, next: make([]int32, len(text)+1)}
	for i := len(text) - 1; i > 0; i-- {
		d.next[i] = d.next[i+1]
		digitAfter := i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
		if text[i] == '$' && !unicode.IsSpace(rune(text[i-1])) && text[i-1] != '\\' && !digitAfter {
			d.next[i] = int32(i)
		}
	}
	return d
}

// closing returns the offset of the sign that closes the one at i, 0 when the
// one at i opens nothing.
func (d *dollars) closing(i int) int {
	if i+2 >= len(d.next) || unicode.IsSpace(rune(d.text[i+1])) {
		return 0
	}
	return int(d.next[i+2])
}

// emphasis turns pairs of runs of stars into emphasis (one star) and strong
// (two). The nearest run that may open belongs to the one that closes it.
func emphasis(tokens []token) {
	var open []int
	marks := newMarks(len(tokens))
	for i := range tokens {
		t := &tokens[i]
		if t.ends {
			for len(open) > 0 && t.stars > 0 {
				o := &tokens[open[len(open)-1]]
				n := 1
				if o.stars >= 2 && t.stars >= 2 {
					n = 2
				} else if o.stars != t.stars && (o.stars == 2 || t.stars == 2) {
					if o.stars < t.stars { // *a**: the opening star stays a star
						open = open[:len(open)-1]
						continue
					}
					break
				}
				marks.add(open[len(open)-1], i, n)
				o.stars -= n
				t.stars -= n
				if o.stars == 0 {
					open = open[:len(open)-1]
				}
			}
		}
		if t.opens && t.stars > 0 {
			open = append(open, i)
		}
	}
	marks.apply(tokens)
}

// marks counts where emphasis begins and ends.
type marks struct{ single, double []int }

func newMarks(n int) marks { return marks{make([]int, n+1), make([]int, n+1)} }

func (m marks) add(from, to, stars int) {
	which := m.single
	if stars == 2 {
		which = m.double
	}
	which[from]++
	which[to]--
}

func (m marks) apply(tokens []token) {
	single, double := 0, 0
	for i := range tokens {
		single += m.single[i]
		double += m.double[i]
		if tokens[i].stars == 0 {
			tokens[i].span.Emphasis = single > 0
			tokens[i].span.Strong = double > 0
		}
	}
}
