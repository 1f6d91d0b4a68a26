package picture

import (
	"errors"
	"image"
	"io"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"recto/quiz/tui/frame"
)

// Source names an image: a path in the folder of the deck file.
type Source struct{ File, Name string }

// Options say how a Gallery shows pictures.
type Options struct {
	// Open opens an image to read it once. It is called beside the loop too.
	Open func(Source) (io.ReadCloser, error)
	// Show opens an image in the program that the system has for it, and does
	// not wait for that; nil: nothing can.
	Show func(Source) error
	// Cell returns the size of a cell in points as the system knows it, false
	// where it does not; nil: it never does.
	Cell func() (Size, bool)
	// Off has no pictures drawn at all.
	Off bool
	// Blocks has pictures drawn in cells, without asking the terminal for more:
	// the learner wants it, or the terminal stands within another one.
	Blocks bool
}

// Gallery shows the pictures of a program. The zero value is not usable, New
// makes one; a nil Gallery shows none.
type Gallery struct {
	options Options
	wake    chan struct{} // there is something for Update to do; holds one

	mu      sync.Mutex // over what follows, for images are decoded beside the loop
	means   means
	profile colorprofile.Profile
	cell    Size // points of a cell
	sized   bool // the terminal or the system said so
	known   map[Source]*known
	rooms   [maxRooms]*room
	next    int          // the room that is given away next
	seen    []place      // in the last frame
	drawn   map[int]bool // rooms whose kitty image may be on the screen
	fresh   bool         // the screen holds nothing of ours: it was cleared
	stamp   int          // of the drawing that is under way
	loading chan struct{}
}

// known is what the header of an image told.
type known struct {
	size Size
	err  error
}

// room is a picture in a certain size.
type room struct {
	source        Source
	columns, rows int
	img           *image.RGBA // once it is, scaled to the room
	err           error
	blocks        []row
	sent          bool // the terminal has it
}

// New returns a Gallery.
func New(o Options) *Gallery {
	g := &Gallery{
		options: o, wake: make(chan struct{}, 1), loading: make(chan struct{}, 1),
		profile: colorprofile.TrueColor, cell: Size{10, 20}, known: map[Source]*known{}, drawn: map[int]bool{},
	}
	if o.Blocks {
		g.means = cells
	}
	return g
}

// errNoViewer is why an image cannot be opened.
var errNoViewer = errors.New("no program is known that shows images")

// errNone is why there is no room for a picture that cannot be drawn.
var errNone = errors.New("the terminal shows no pictures")

// Room returns the lines that a picture takes, in at most so many cells across
// and down, and nil where none is shown: the terminal cannot, or the image
// cannot be read, which Why tells.
func (g *Gallery) Room(s Source, columns, rows int) []frame.Line {
	if g == nil || s.Name == "" {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	k := g.look(s)
	if k.err != nil || g.none() {
		return nil
	}
	if rows = min(rows, rowsOfRoom); rows < 1 || columns < 1 {
		return nil
	}
	if g.means == unasked {
		g.stir()
	}
	columns, rows = fit(k.size, g.cell, columns, rows)
	n := g.roomFor(s, columns, rows)
	if g.rooms[n].err != nil {
		return nil
	}
	lines := make([]frame.Line, rows)
	for y := range lines {
		lines[y] = frame.Text(placeholders(n, y, columns), 0)
	}
	return lines
}

// Why returns why a picture is not shown, nil when it is or will be.
func (g *Gallery) Why(s Source) error {
	if g == nil {
		return errNone
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.none() {
		return errNone
	}
	k := g.look(s)
	for _, r := range g.rooms {
		if k.err == nil && r != nil && r.source == s {
			return r.err
		}
	}
	return k.err
}

// none reports whether nothing can be drawn.
func (g *Gallery) none() bool { return g.options.Off || g.profile <= colorprofile.ASCII }

// Show opens an image in the program that the system has for it.
func (g *Gallery) Show(s Source) error {
	if g == nil || g.options.Show == nil {
		return errNoViewer
	}
	return g.options.Show(s)
}

// look returns what the header of an image tells, read when it is first asked
// for.
func (g *Gallery) look(s Source) *known {
	if k := g.known[s]; k != nil {
		return k
	}
	k := &known{}
	g.known[s] = k
	f, err := g.options.Open(s)
	if err != nil {
		k.err = err
		return k
	}
	defer f.Close()
	k.size, _, k.err = measure(f)
	return k
}

// fit returns how many cells a picture takes: no more than there are, no more
// than it has points for, and as wide for its height as it is.
func fit(s, cell Size, columns, rows int) (c, r int) {
	columns, rows = max(columns, 1), max(rows, 1)
	c = min(columns, (s.Width+cell.Width-1)/cell.Width)
	high := func(c int) int { return (c*cell.Width*s.Height + s.Width*cell.Height/2) / (s.Width * cell.Height) }
	if r = high(c); r > rows {
		r = rows
		c = min(columns, max(r*cell.Height*s.Width/(s.Height*cell.Width), 1))
	}
	return max(c, 1), max(r, 1)
}

// roomFor returns the number of the room of a picture in a size, and has it
// filled.
func (g *Gallery) roomFor(s Source, columns, rows int) int {
	for n, r := range g.rooms {
		if r != nil && r.source == s && r.columns == columns && r.rows == rows {
			return n
		}
	}
	n := g.next
	g.next = (g.next + 1) % maxRooms
	r := &room{source: s, columns: columns, rows: rows}
	g.rooms[n] = r
	go g.fill(r, Size{columns * g.cell.Width, rows * g.cell.Height})
	return n
}

// fill decodes the picture of a room, one at a time: they may be large.
func (g *Gallery) fill(r *room, points Size) {
	g.loading <- struct{}{}
	defer func() { <-g.loading }()
	var img *image.RGBA
	f, err := g.options.Open(r.source)
	if err == nil {
		img, err = decode(f, points)
		f.Close()
	}
	var inCells []row
	if err == nil {
		inCells = blocks(scale(img, Size{r.columns, 2 * r.rows}))
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	r.img, r.err, r.blocks = img, err, inCells
	g.stir()
}

// stir has Update called.
func (g *Gallery) stir() {
	select {
	case g.wake <- struct{}{}:
	default:
	}
}
