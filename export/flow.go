package export

// flow puts blocks on pages, down one column and then the next.
type flow struct {
	paper   Paper
	columns int
	pages   []Page
	column  int
	top, y  float64 // of the column on this page, of the next block

	footRoom float64 // what the foot needs beyond one line, mm
}

// The margins of a page in millimetres; on paper narrower than 160 mm the
// sides are smaller.
const (
	topMargin    = 17.0
	bottomMargin = 21.0
	sideMargin   = 20.0
	narrowMargin = 13.0
	columnGap    = 9.0
)

func (f *flow) side() float64 {
	if f.paper.Width < 160 {
		return narrowMargin
	}
	return sideMargin
}

// full is the width between the margins, width that of a column.
func (f *flow) full() float64 { return f.paper.Width - 2*f.side() }

func (f *flow) width() float64 {
	return (f.full() - columnGap*float64(f.columns-1)) / float64(f.columns)
}

// tallest is the height of a column on a page without a heading.
func (f *flow) tallest() float64 { return f.bottom() - topMargin }

func (f *flow) bottom() float64 { return f.paper.Height - bottomMargin - f.footRoom }

func (f *flow) left() float64 {
	return f.side() + float64(f.column)*(f.width()+columnGap)
}

// head puts a block across the page above its columns.
func (f *flow) head(b *block) {
	f.page()
	for b.height > f.tallest()/2 {
		above, rest := b.cut(f.tallest() / 2)
		if rest == nil {
			break
		}
		f.put(above, f.side())
		f.page()
		b = rest
	}
	f.put(b, f.side())
	f.top = f.y
}

// place puts a block where there is room for the whole of it. One that is
// taller than a page is cut.
func (f *flow) place(b *block) {
	if len(f.pages) == 0 {
		f.page()
	}
	for {
		room := f.rest(b)
		if b.height <= room+slack {
			f.y = f.bottom() - room
			f.put(b, f.left())
			return
		}
		if f.y > f.top || f.top > topMargin && b.height <= f.tallest()+slack {
			f.next()
			continue
		}
		head, tail := b.cut(room)
		if tail == nil && f.top > topMargin { // not even its beginning fits below the heading
			f.next()
			continue
		}
		f.put(head, f.left())
		if tail == nil {
			return
		}
		f.next()
		b = tail
	}
}

// rest is the height that this column has left for a block.
func (f *flow) rest(b *block) float64 {
	if f.y == f.top {
		return f.bottom() - f.y
	}
	return f.bottom() - f.y - b.before
}

func (f *flow) put(b *block, x float64) {
	b.shift(x, f.y)
	f.pages[len(f.pages)-1].add(&b.Page)
	f.y += b.height
}

// next goes to the next column, or page.
func (f *flow) next() {
	f.column++
	f.y = f.top
	if f.column >= f.columns {
		f.page()
	}
}

func (f *flow) page() {
	f.pages = append(f.pages, Page{Width: f.paper.Width, Height: f.paper.Height})
	f.column, f.top, f.y = 0, topMargin, topMargin
}
