package browse

import "math/bits"

// marks are the rows that the learner has marked, a bit each.
type marks struct {
	bits  []uint64
	count int
}

func newMarks(rows int) marks { return marks{bits: make([]uint64, (rows+63)/64)} }

// has reports whether a row is marked.
func (m *marks) has(i int32) bool { return m.bits[i/64]&(1<<(i%64)) != 0 }

// set marks a row, or takes its mark away.
func (m *marks) set(i int32, marked bool) {
	if m.has(i) == marked {
		return
	}
	m.bits[i/64] ^= 1 << (i % 64)
	if marked {
		m.count++
	} else {
		m.count--
	}
}

// clear takes all marks away.
func (m *marks) clear() {
	clear(m.bits)
	m.count = 0
}

// rows returns the rows that are marked, in the order of the table.
func (m *marks) rows() []int32 {
	rows := make([]int32, 0, m.count)
	for n, word := range m.bits {
		for ; word != 0; word &= word - 1 {
			rows = append(rows, int32(n*64+bits.TrailingZeros64(word)))
		}
	}
	return rows
}
