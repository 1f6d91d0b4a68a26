package export

import "slices"

// What a line costs that is not full, beside the square of the share of it
// that stays empty.
const (
	loneWord   = 1.0  // a short word alone on the last line, or less: as bad as an empty line
	hyphenated = 0.2  // a hyphen at the end of a line
	parted     = 0.5  // a formula that goes on on the next line
	dangling   = 0.02 // a word of one letter there
)

// mostWords bounds the texts whose ends of lines are weighed against each
// other; longer ones are rare, and their lines are filled one after the other.
const mostWords = 2000

// bestEnds returns with how many words each line of a text ends, so that there
// are as few lines as possible and these about equally full: the sum of what
// they cost is the least. It reports false when a word fits no line, or when
// there is nothing to choose.
func bestEnds(words []chunk, room float64) ([]int, bool) {
	if len(words) < 3 || len(words) > mostWords || fitsOneLine(words, room) {
		return nil, false
	}
	type best struct {
		lines int
		cost  float64
		from  int // the words before its last line
	}
	known := make([]best, len(words)+1)
	for end := 1; end <= len(words); end++ {
		known[end].lines = -1
		width := 0.0
		for from := end - 1; from >= 0; from-- {
			w := words[from]
			if from == end-1 {
				width = w.width + w.shown
			} else {
				width += w.width + w.gap() + w.kern
			}
			if width > room+slack {
				break
			}
			if known[from].lines < 0 {
				continue
			}
			b := best{known[from].lines + 1, known[from].cost + lineCost(words[from:end], width, room, end == len(words)), from}
			if k := known[end]; k.lines < 0 || b.lines < k.lines || b.lines == k.lines && b.cost < k.cost {
				known[end] = b
			}
		}
		if known[end].lines < 0 {
			return nil, false // a word that fits no line
		}
	}
	var ends []int
	for end := len(words); end > 0; end = known[end].from {
		ends = append(ends, end)
	}
	slices.Reverse(ends)
	return ends, true
}

func fitsOneLine(words []chunk, room float64) bool {
	width := 0.0
	for i, w := range words {
		if width += w.width; width > room {
			return false
		}
		if i < len(words)-1 {
			width += w.gap() + w.kern
		}
	}
	return true
}

// lineCost is what a line of words costs that is so wide.
func lineCost(words []chunk, width, room float64, last bool) float64 {
	if last {
		if len(words) == 1 && width < room/6 || width < room/12 {
			return loneWord
		}
		return 0
	}
	empty := (room - width) / room
	cost := empty * empty
	switch w := words[len(words)-1]; {
	case w.stop() == hyphen:
		cost += hyphenated
	case w.pieces[len(w.pieces)-1].box != nil:
		cost += parted
	case len(words) > 1 && len(w.pieces) == 1 && len(w.pieces[0].text) == 1:
		cost += dangling
	}
	return cost
}
