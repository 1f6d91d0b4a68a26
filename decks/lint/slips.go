package lint

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortestSlip is the length in characters from which one other character in a
// word is taken for a slip: shorter words are too often neighbours.
const shortestSlip = 5

// longestSlip is the length in bytes up to which words are compared so.
const longestSlip = 200

// slips returns the pairs of words, by their numbers, that are one slip apart:
// a character missing, surplus or replaced, or two neighbours swapped. Words
// that are short or hold something else than letters have none.
func slips(words []string) [][2]uint32 {
	var pairs [][2]uint32
	neighbours(words, maySlip, func(a, b uint32) {
		if words[a] != words[b] && oneSlip(words[a], words[b]) {
			pairs = append(pairs, [2]uint32{a, b})
		}
	})
	slices.SortFunc(pairs, func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(pairs)
}

// neighbours calls f, perhaps more than once, with the words that agree as they
// are or after the loss of one character in either: all that can be one slip
// apart, and some more. Words that are not fit are left out. Of more than
// maxNeighbours that agree, each is compared with as many behind it.
func neighbours(words []string, fit func(string) bool, f func(a, b uint32)) {
	var losses []loss
	for n, w := range words {
		if fit(w) {
			losses = addLosses(losses, w, uint32(n))
		}
	}
	slices.SortFunc(losses, func(a, b loss) int {
		return cmp.Or(cmp.Compare(a.rest, b.rest), cmp.Compare(a.word, b.word))
	})
	for i := range losses {
		for j := i + 1; j < len(losses) && j <= i+maxNeighbours && losses[j].rest == losses[i].rest; j++ {
			if a, b := losses[i].word, losses[j].word; a != b {
				f(a, b)
			}
		}
	}
}

// maxNeighbours bounds the work for words that were made to agree.
const maxNeighbours = 64

// loss is a word with no character or one left out, as a hash of 64 bits: who
// is told of two words with the same compares them.
type loss struct {
	rest uint64
	word uint32
}

// addLosses appends what is left of a word.
func addLosses(losses []loss, w string, n uint32) []loss {
	losses = append(losses, loss{hashRest(w, len(w), 0), n})
	if len(w) > longestSlip {
		return losses
	}
	for i, c := range w {
		if c != utf8.RuneError {
			losses = append(losses, loss{hashRest(w, i, utf8.RuneLen(c)), n})
		}
	}
	return losses
}

// hashRest returns the FNV-1a hash of a word without some bytes.
func hashRest(w string, at, size int) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		if i < at || i >= at+size {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
	}
	return h
}

// maySlip reports whether a word is long enough and made of letters.
func maySlip(w string) bool {
	return utf8.ValidString(w) && utf8.RuneCountInString(w) >= shortestSlip &&
		strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) < 0
}

// oneSlip reports whether a and b, which differ, are one edit apart.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y) > len(x)+1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	return i < len(x) && (slices.Equal(x[i+1:], y[i+1:]) ||
		i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:]))
}
