package export

import "slices"

// flow puts blocks on pages, down one column and then the next.
type flow struct {
	paper     Paper
	margins   Margins
	columns   int
	gap       float64 // between two columns
	headRoom  float64 // at the head of every page, within the margins
	footRoom  float64 // at the foot of every page
	aside     float64 // what is left free at the right, for answers behind a fold
	answering func(placed []*block) float64

	pages   []Page
	column  int
	top, y  float64  // of the columns on this page, of the next block
	lowest  float64  // how far the columns before this one reach
	now     []placed // what stands in the columns of this page
	reached float64  // how far the columns of the page before reach below their top
	closed  func(page int, all []placed)
}

// placed is a block with its upper left corner on the page.
type placed struct {
	*block
	x, y float64
}

// left is where what is printed begins, full its width, width that of a column.
func (f *flow) left() float64 { return f.margins.Left }

func (f *flow) full() float64 {
	return f.paper.Width - f.margins.Left - f.margins.Right - f.aside
}

func (f *flow) width() float64 {
	return (f.full() - f.gap*float64(f.columns-1)) / float64(f.columns)
}

func (f *flow) start() float64  { return f.margins.Top + f.headRoom }
func (f *flow) bottom() float64 { return f.paper.Height - f.margins.Bottom - f.footRoom }

// tallest is the height of a column on a page without a heading, and without
// answers.
func (f *flow) tallest() float64 { return f.bottom() - f.start() }

func (f *flow) columnLeft(n int) float64 { return f.left() + float64(n)*(f.width()+f.gap) }

// head puts a block across the page above its columns.
func (f *flow) head(b *block) {
	f.open()
	for b.height > f.tallest() {
		above, rest := b.cut(f.tallest())
		if rest == nil {
			break
		}
		f.across(above)
		f.turn()
		b = rest
	}
	f.across(b)
	f.top = f.y
}

func (f *flow) across(b *block) {
	b.shift(f.left(), f.y)
	f.pages[len(f.pages)-1].add(&b.Page)
	f.y += b.height
}

// place puts a block where there is room for the whole of it. One that is
// taller than a page is cut; it begins where half a page is left for it.
func (f *flow) place(b *block) {
	f.open()
	for {
		room := f.rest(b)
		if b.height <= room+slack {
			f.put(b)
			return
		}
		free := f.tallest() - f.answers(b)
		if b.height <= free+slack || f.y > f.top && room < f.tallest()/2 {
			f.next()
			continue
		}
		head, tail := b.cut(room)
		if room < free-slack && (tail == nil || head.height < room/2) { // hardly its beginning fits here
			f.next()
			continue
		}
		f.put(head)
		if tail == nil {
			return
		}
		f.next()
		b = tail
	}
}

// rest is the height that this column has left for a block, with the answers
// of the page below it.
func (f *flow) rest(b *block) float64 {
	below := f.answers(append(f.blocks(), b)...)
	if f.column+1 < f.columns && len(f.now) > 0 {
		below *= float64(f.columns) // for those of the columns to come
	}
	bottom := f.bottom() - below
	if f.lowest > bottom+slack {
		return -1
	}
	return bottom - f.y - f.above(b)
}

// answers is the height of the answers of blocks at the foot of a page.
func (f *flow) answers(blocks ...*block) float64 {
	if f.answering == nil {
		return 0
	}
	return f.answering(blocks)
}

func (f *flow) blocks() []*block {
	out := make([]*block, len(f.now))
	for i, p := range f.now {
		out[i] = p.block
	}
	return out
}

// above is the space above a block: none at the top of a column.
func (f *flow) above(b *block) float64 {
	if f.y == f.top {
		return 0
	}
	return b.before
}

func (f *flow) put(b *block) {
	f.y += f.above(b)
	f.now = append(f.now, placed{b, f.columnLeft(f.column), f.y})
	f.y += b.height
}

// next goes to the next column, or page.
func (f *flow) next() {
	f.lowest = max(f.lowest, f.y)
	f.column++
	f.y = f.top
	if f.column >= f.columns {
		f.turn()
	}
}

// open begins the first page, unless there is one.
func (f *flow) open() {
	if len(f.pages) == 0 {
		f.begin()
	}
}

// turn ends this page and begins another.
func (f *flow) turn() {
	f.close()
	f.begin()
}

func (f *flow) begin() {
	f.pages = append(f.pages, Page{Width: f.paper.Width, Height: f.paper.Height})
	f.column, f.top, f.y, f.lowest = 0, f.start(), f.start(), 0
}

// close puts what stands in the columns on the page.
func (f *flow) close() {
	if len(f.now) == 0 {
		return
	}
	page := &f.pages[len(f.pages)-1]
	f.reached = 0
	for _, p := range f.now {
		f.reached = max(f.reached, p.y+p.height-f.top)
		p.shift(p.x, p.y)
		page.add(&p.Page)
	}
	if f.closed != nil {
		f.closed(len(f.pages)-1, f.now)
	}
	f.now = nil
}

// finish ends the last page. Its columns become as even as its blocks allow.
func (f *flow) finish() {
	if f.columns == 2 && len(f.now) > 1 {
		f.balance()
	}
	f.close()
}

// balance divides the blocks of this page between its two columns so that the
// taller one is as short as can be, the first one where both would be.
func (f *flow) balance() {
	height := func(blocks []placed) float64 {
		h := 0.0
		for i, p := range blocks {
			if i > 0 {
				h += p.before
			}
			h += p.height
		}
		return h
	}
	best, least := 0, 0.0
	for n := len(f.now); n >= 1; n-- {
		if tall := max(height(f.now[:n]), height(f.now[n:])); best == 0 || tall < least-slack {
			best, least = n, tall
		}
	}
	all := slices.Clone(f.now)
	f.now, f.lowest = nil, 0
	for i, column := range [][]placed{all[:best], all[best:]} {
		f.column, f.y = i, f.top
		for _, p := range column {
			f.put(p.block)
		}
	}
}
