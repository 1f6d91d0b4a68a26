package export

// Page is one finished page: what to paint and where. Lengths are
// millimetres from the upper left corner. Texts stand in reading order.
type Page struct {
	Width, Height float64
	Texts         []Text
	Turned        []Text // upside down: they begin at X, Y and go on to the left
	Rules         []Rule
	Shapes        []Shape
	Images        []Image
	Headings      []Heading
}

// Ink is a shade of grey: 0 black to 255 white.
type Ink uint8

// The inks of a sheet. What is written on or marked is thin and black: a
// printer makes dots of thin grey lines, and a copier loses them.
const (
	black Ink = 0
	grey  Ink = 90  // text that steps back
	faint Ink = 170 // bars and lines that only part
)

// Text is a piece of one line in one font. Y is its baseline.
type Text struct {
	X, Y float64
	Font Font
	Ink  Ink
	Text string
}

// Rule is a straight line of the given thickness.
type Rule struct {
	X1, Y1, X2, Y2 float64
	Thickness      float64
	Ink            Ink
}

// Shape is the outline of a box or, when Round, of the ellipse inside it.
type Shape struct {
	X, Y, W, H float64
	Thickness  float64
	Ink        Ink
	Round      bool
}

// Image is a picture scaled into a rectangle.
type Image struct {
	X, Y, W, H float64
	Picture    *Picture
}

// Heading is what a reader finds in the outline of a document.
type Heading struct {
	Y     float64
	Level int    // 0 for a whole sheet or key, 1 for a section, ...
	Text  string // markup
}

// shift moves everything on the page by dx, dy.
func (p *Page) shift(dx, dy float64) {
	for i := range p.Texts {
		p.Texts[i].X += dx
		p.Texts[i].Y += dy
	}
	for i := range p.Turned {
		p.Turned[i].X += dx
		p.Turned[i].Y += dy
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		r.X1, r.X2, r.Y1, r.Y2 = r.X1+dx, r.X2+dx, r.Y1+dy, r.Y2+dy
	}
	for i := range p.Shapes {
		p.Shapes[i].X += dx
		p.Shapes[i].Y += dy
	}
	for i := range p.Images {
		p.Images[i].X += dx
		p.Images[i].Y += dy
	}
	for i := range p.Headings {
		p.Headings[i].Y += dy
	}
}

// add puts everything of q on p.
func (p *Page) add(q *Page) {
	p.Texts = append(p.Texts, q.Texts...)
	p.Turned = append(p.Turned, q.Turned...)
	p.Rules = append(p.Rules, q.Rules...)
	p.Shapes = append(p.Shapes, q.Shapes...)
	p.Images = append(p.Images, q.Images...)
	p.Headings = append(p.Headings, q.Headings...)
}
