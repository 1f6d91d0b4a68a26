package export

import (
	"fmt"
	"math"
	"strconv"
)

// LayoutCalibration lays out a sheet that tells how far a printer's second side
// is off: a cross on the front and, behind it, scales in millimetres. Held
// against the light, the cross shows on the scales what offset to give.
func LayoutCalibration(paper Paper, duplex Duplex, m Measurer) []Page {
	front := Page{Width: paper.Width, Height: paper.Height}
	back := front
	spots := [][2]float64{{0.5, 0.5}, {0.2, 0.15}, {0.8, 0.15}, {0.2, 0.85}, {0.8, 0.85}}
	for i, spot := range spots {
		x, y := spot[0]*paper.Width, spot[1]*paper.Height
		cross(&front, x, y)
		if duplex == ShortEdge {
			y = paper.Height - y
		} else {
			x = paper.Width - x
		}
		scales(&back, m, x, y, i == 0)
	}
	say(&front, m, paper, "Front. Print this sheet on both sides, in its own size (100 %), as the cards will be printed.")
	say(&back, m, paper,
		"Back. Hold the sheet against the light with this side towards you.",
		"Where the cross of the front shows, read how far it is right (left: minus) and down (up: minus):",
		"1 mm to the right and half a millimetre up is --offset 1,-0.5")
	return []Page{front, back}
}

// cross is what shines through.
func cross(p *Page, x, y float64) {
	const arm = 6.0
	p.Rules = append(p.Rules,
		Rule{x - arm, y, x + arm, y, 0.25, black}, Rule{x, y - arm, x, y + arm, 0.25, black})
}

// scales are two rulers that cross at their zero.
func scales(p *Page, m Measurer, x, y float64, numbered bool) {
	const reach = 12
	f := Font{Regular, 7}
	for mm := -reach; mm <= reach; mm++ {
		long, ink := 1.2, faint
		if mm%5 == 0 {
			long, ink = 2.6, black
		}
		at := float64(mm)
		p.Rules = append(p.Rules,
			Rule{x + at, y - long, x + at, y + long, 0.12, ink}, Rule{x - long, y + at, x + long, y + at, 0.12, ink})
		if !numbered || mm == 0 || mm%5 != 0 {
			continue
		}
		n := strconv.Itoa(int(math.Abs(at)))
		if mm < 0 {
			n = fmt.Sprintf("\u2212%s", n)
		}
		p.Texts = append(p.Texts,
			Text{x + at - m.Width(n, f)/2, y - 3.4, f, grey, n}, Text{x + 3.4, y + at + 0.9, f, grey, n})
	}
	p.Rules = append(p.Rules,
		Rule{x - reach, y, x + reach, y, 0.12, black}, Rule{x, y - reach, x, y + reach, 0.12, black})
}

// say sets lines in the middle of a page, a third of the way down.
func say(p *Page, m Measurer, paper Paper, lines ...string) {
	f := Font{Regular, 10}
	s := setter{m: m}
	y := paper.Height * 0.3
	for _, text := range lines {
		for _, l := range s.plain(text, f, paper.Width-40) {
			b := &block{}
			b.at(l, (paper.Width-l.width)/2, y, black)
			p.add(&b.Page)
			y += cardLeading(f.Size)
		}
		y += 1.5
	}
}
