package frame

// Rows is a body for the screen that is being laid out, line by line.
type Rows struct {
	Lines []Line
	Tight bool // no line is left free
}

// Add appends lines.
func (b *Rows) Add(lines ...Line) { b.Lines = append(b.Lines, lines...) }

// Gap leaves a line free where there is room, but not at the top and not twice.
func (b *Rows) Gap() {
	if n := len(b.Lines); !b.Tight && n > 0 && len(b.Lines[n-1]) > 0 {
		b.Add(nil)
	}
}

// Trim takes empty lines off the end: there is nothing to scroll to.
func (b *Rows) Trim() {
	for n := len(b.Lines); n > 0 && len(b.Lines[n-1]) == 0; n-- {
		b.Lines = b.Lines[:n-1]
	}
}

// Span is lines of a body: From, from 0, and To without it.
type Span struct{ From, To int }
