package export

import (
	"io/fs"
	"math"
	"testing"

	"recto/decks"
)

// Behind every cross of the front lie scales whose zero is its middle.
func TestCalibration(t *testing.T) {
	for _, paper := range []Paper{A4, Letter} {
		for _, duplex := range []Duplex{LongEdge, ShortEdge, ByHand} {
			pages := LayoutCalibration(paper, duplex, press{})
			crosses := 0
			for _, r := range pages[0].Rules {
				if r.Y1 != r.Y2 { // one of the two of each cross
					continue
				}
				crosses++
				x, y := paper.Width-(r.X1+r.X2)/2, r.Y1
				if duplex == ShortEdge {
					x, y = (r.X1+r.X2)/2, paper.Height-r.Y1
				}
				if !crossAt(pages[1], x, y) {
					t.Errorf("%s, %d: nothing lies behind the cross at %.1f,%.1f", paper.Name, duplex, x, y)
				}
			}
			if crosses != 5 || len(pages) != 2 {
				t.Errorf("%d crosses on %d pages", crosses, len(pages))
			}
		}
	}
}

// crossAt reports whether a long level and a long upright rule have their
// middles at a place.
func crossAt(p Page, x, y float64) bool {
	level, upright := false, false
	for _, r := range p.Rules {
		if math.Abs((r.X1+r.X2)/2-x) > 0.01 || math.Abs((r.Y1+r.Y2)/2-y) > 0.01 {
			continue
		}
		level = level || r.X2-r.X1 > 20
		upright = upright || r.Y2-r.Y1 > 20
	}
	return level && upright
}

// A picture of several sheets is read once and is the same for all.
func TestPicturesAreShared(t *testing.T) {
	files := pictureFolder(t)
	opened := 0
	o := SheetOptions{Paper: A4, Pictures: &Pictures{}, Images: func(string) (fs.FS, error) { opened++; return files, nil }}
	q := &decks.Question{ID: "q", Kind: decks.Short, Ask: "a", Image: "picture.png", File: "d.toml", Answers: wanted("b"), Points: 1}
	x := versionsOf(t, append(many(4), q), ExamOptions{Versions: 3})
	seen := map[*Picture]bool{}
	for n := range x.Len() {
		d, err := LayoutSheet(x.Version(n+1), o, press{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Pages {
			for _, im := range p.Images {
				seen[im.Picture] = true
			}
		}
	}
	if len(seen) != 1 || opened != 1 {
		t.Errorf("%d pictures, the folder opened %d times", len(seen), opened)
	}
}
