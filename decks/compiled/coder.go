package compiled

import (
	"encoding/binary"
	"math"
)

// coder writes values, or reads them in the same order: one function for both
// directions cannot say two different things.
type coder struct {
	reading bool
	out     []byte // what was written
	in      string // what is left to read
	bad     bool   // what was read ended early or made no sense
}

func (c *coder) fail() { c.in, c.bad = "", true }

func (c *coder) uint(n *uint64) {
	if !c.reading {
		c.out = binary.AppendUvarint(c.out, *n)
		return
	}
	if len(c.in) > 0 && c.in[0] < 0x80 {
		*n, c.in = uint64(c.in[0]), c.in[1:]
		return
	}
	var x uint64
	for i := 0; i < len(c.in) && i < binary.MaxVarintLen64; i++ {
		b := c.in[i]
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			*n, c.in = x, c.in[i+1:]
			return
		}
	}
	c.fail()
}

func (c *coder) int(n *int) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	c.uint(&u)
	if c.reading {
		*n = int(u>>1) ^ -int(u&1)
	}
}

func (c *coder) int64(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63)
	c.uint(&u)
	if c.reading {
		*n = int64(u>>1) ^ -int64(u&1)
	}
}

func (c *coder) bool(b *bool) {
	var n uint64
	if *b {
		n = 1
	}
	c.uint(&n)
	if c.reading {
		*b = n == 1
	}
}

func (c *coder) float(f *float64) {
	n := math.Float64bits(*f)
	c.uint(&n)
	if c.reading {
		*f = math.Float64frombits(n)
	}
}

// text codes a string. What is read shares the memory of what it is read from.
func (c *coder) text(s *string) {
	n := uint64(len(*s))
	c.uint(&n)
	if !c.reading {
		c.out = append(c.out, *s...)
		return
	}
	if n > uint64(len(c.in)) {
		c.fail()
		return
	}
	*s, c.in = c.in[:n], c.in[n:]
}

func (c *coder) texts(all *[]string) {
	list(c, all, func(s *string) { c.text(s) })
}

// list codes a slice; an empty one is read as nil. Each item takes a byte or
// more.
func list[T any](c *coder, all *[]T, each func(*T)) {
	n := uint64(len(*all))
	c.uint(&n)
	if c.reading {
		*all = nil
		if n > uint64(len(c.in)) {
			c.fail()
			return
		}
		if n > 0 {
			*all = make([]T, n)
		}
	}
	for i := range *all {
		each(&(*all)[i])
	}
}

// pointer codes what may be absent.
func pointer[T any](c *coder, p **T, value func(*T)) {
	there := *p != nil
	c.bool(&there)
	if c.reading && there {
		*p = new(T)
	}
	if there {
		value(*p)
	}
}
