package export

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"recto/decks"
)

// Laws of a sheet on any paper and in any manner: every question stands on it
// once and in one piece, nothing lies outside the margins or on anything else,
// and the same input gives the same pages.
func TestSheetLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := someOptions(t)
		if err := o.Check(); err != nil {
			t.Skip(err)
		}
		v := someVersion(t)
		s, err := newSheet(v, o, press{})
		if err != nil {
			t.Fatal(err)
		}
		s.answersOn()
		closed := s.closed
		cut := cutting{pieces: map[int][]float64{}, rests: map[int]float64{}}
		s.closed = func(page int, all []placed) {
			if closed != nil {
				closed(page, all)
			}
			checkPlaces(t, s, page, all, &cut)
		}
		if err := s.lay(); err != nil {
			t.Fatal(err)
		}
		d := &Document{s.pages, s.warnings}
		checkInside(t, d, s.options.Margins)
		checkApart(t, d)
		for i := range v.Items {
			most := s.tallest()
			if o.Answers == AnswersAtFoot { // they take room
				most *= 1 - mostAnswer - 0.1
			}
			high := cut.rests[i]
			for _, h := range cut.pieces[i] {
				high += h
			}
			if pages := pagesWith(d, word(i)); len(pages) == 0 || len(cut.pieces[i]) > 1 && high <= most {
				t.Fatalf("question %d of %d stands on pages %v, in pieces of %v and %g where %g are free", i, len(v.Items), pages, cut.pieces[i], cut.rests[i], most)
			}
		}
		last := d.Pages[len(d.Pages)-1]
		if want := fmt.Sprintf("Page\u00a0%d\u00a0of\u00a0%d", len(d.Pages), len(d.Pages)); !strings.HasSuffix(every(last), want) {
			t.Fatalf("last page ends %q, want %q", every(last), want)
		}
		first, err := LayoutSheet(v, o, press{})
		if err != nil || len(first.Pages) > len(d.Pages) {
			t.Fatalf("%d pages instead of %d, error %v", len(first.Pages), len(d.Pages), err)
		}
		if again, _ := LayoutSheet(v, o, press{}); !reflect.DeepEqual(first, again) {
			t.Fatal("another sheet the second time")
		}
	})
}

// A key keeps the margins too, and nothing in it lies on anything else.
func TestKeyLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := someOptions(t)
		if err := o.Check(); err != nil {
			t.Skip(err)
		}
		d, err := LayoutKey(someVersion(t).Key(), o, press{})
		if err != nil {
			t.Fatal(err)
		}
		if o.complete() != nil {
			t.Fatal("options that were laid out are wrong")
		}
		checkInside(t, d, o.Margins)
		checkApart(t, d)
	})
}

func someOptions(t *rapid.T) SheetOptions {
	o := SheetOptions{
		Paper: rapid.SampledFrom([]Paper{A3, A4, A5, Letter, Legal, {"odd", 100, 400}, {"wide", 400, 140}}).Draw(t, "paper"),
		// Every column, manner and place of answers, each with each.
		Columns:     rapid.IntRange(1, 2).Draw(t, "columns"),
		Manner:      rapid.SampledFrom([]Manner{Ordinary, LargePrint, InkSave}).Draw(t, "manner"),
		Answers:     rapid.SampledFrom([]Answers{AnswersElsewhere, AnswersAtFoot, AnswersBehindFold}).Draw(t, "answers"),
		PointsTable: rapid.Bool().Draw(t, "points table"),
		WordBank:    rapid.Bool().Draw(t, "word bank"),
		Title:       "A title",
		Images:      func(string) (fs.FS, error) { return pictures, nil },
	}
	if rapid.Bool().Draw(t, "own margins") {
		edge := rapid.Float64Range(leastMargin, 40)
		o.Margins = Margins{edge.Draw(t, "top"), edge.Draw(t, "right"), edge.Draw(t, "bottom"), edge.Draw(t, "left")}
	}
	return o
}

// pictures are a wide, a high and a small one.
var pictures = func() fstest.MapFS {
	files := fstest.MapFS{}
	for name, size := range map[string][2]int{"wide.png": {1200, 20}, "high.png": {20, 2000}, "small.png": {20, 20}} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			panic(err)
		}
		files[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	return files
}()

func someVersion(t *rapid.T) Version {
	n := rapid.IntRange(1, 25).Draw(t, "questions")
	qs := make([]*decks.Question, n)
	groups := []*decks.Group{nil, {Name: "a", Title: "A group"}, {Name: "b", Title: "Another", Text: "With a text of its own.", Image: "wide.png"}}
	images := []string{"", "", "", "", "wide.png", "high.png", "small.png"}
	for i := range qs {
		qs[i] = someQuestion(t, i)
		qs[i].Group = groups[rapid.IntRange(0, 2).Draw(t, "group")]
		qs[i].Image = rapid.SampledFrom(images).Draw(t, "image")
		qs[i].Points = float64(rapid.IntRange(0, 4).Draw(t, "points")) / 2
		qs[i].Lines = max(0, rapid.IntRange(-20, 6).Draw(t, "lines"))
	}
	x, err := NewExam(qs, ExamOptions{Seed: rapid.Uint64().Draw(t, "seed")})
	if err != nil {
		t.Fatal(err)
	}
	return x.Version(1)
}

// checkPlaces looks at the blocks of a page: within the columns, below each
// other, and cut only when no page holds them.
func checkPlaces(t *rapid.T, s *sheet, page int, all []placed, cut *cutting) {
	for i, p := range all {
		if p.y < s.start()-slack || p.y+p.height > s.bottom()+slack && len(p.cuts) > 1 {
			t.Fatalf("page %d: a block from %g to %g, of %g to %g", page+1, p.y, p.y+p.height, s.start(), s.bottom())
		}
		for _, q := range all[:i] {
			if p.x == q.x && p.y < q.y+q.height-slack {
				t.Fatalf("page %d: a block at %g on one that ends at %g", page+1, p.y, q.y+q.height)
			}
		}
		cut.note(p.block, len(s.version.Items))
	}
}

// cutting is what became of the questions of a sheet.
type cutting struct {
	pieces map[int][]float64 // the heights of the pieces that have words of a question
	rests  map[int]float64   // and of those behind them that have none: writing lines
	last   int               // the question met last
}

// note looks at a block of a sheet of so many questions.
func (c *cutting) note(b *block, questions int) {
	found := false
	for n := range questions {
		if slices.ContainsFunc(b.Texts, func(x Text) bool { return strings.Contains(x.Text, word(n)) }) {
			c.pieces[n] = append(c.pieces[n], b.height)
			c.last, found = n, true
		}
	}
	if !found {
		c.rests[c.last] += b.height
	}
}

// box is what something covers.
type box struct{ x1, y1, x2, y2 float64 }

func textBox(x Text) box {
	height := x.Font.Size * mmPerPoint
	return box{x.X, x.Y - 0.7*height, x.X + (press{}).Width(x.Text, x.Font), x.Y + 0.2*height}
}

// turnedBox is that of a text that stands on its head.
func turnedBox(x Text) box {
	height := x.Font.Size * mmPerPoint
	return box{x.X - (press{}).Width(x.Text, x.Font), x.Y - 0.2*height, x.X, x.Y + 0.7*height}
}

func checkInside(t *rapid.T, d *Document, m Margins) {
	for i, p := range d.Pages {
		area := box{m.Left - 0.1, m.Top - 0.1, p.Width - m.Right + 0.1, p.Height - m.Bottom + 0.1}
		check := func(what any, b box) {
			if b.x1 < area.x1 || b.x2 > area.x2 || b.y1 < area.y1 || b.y2 > area.y2 {
				t.Fatalf("page %d: %+v at %+v outside of %+v", i+1, what, b, area)
			}
		}
		for _, x := range p.Texts {
			check(x, textBox(x))
		}
		for _, x := range p.Turned {
			check(x, turnedBox(x))
		}
		for _, r := range p.Rules {
			check(r, box{min(r.X1, r.X2), min(r.Y1, r.Y2), max(r.X1, r.X2), max(r.Y1, r.Y2)})
		}
		for _, s := range p.Shapes {
			check(s, box{s.X, s.Y, s.X + s.W, s.Y + s.H})
		}
		for _, im := range p.Images {
			check(im, box{im.X, im.Y, im.X + im.W, im.Y + im.H})
		}
	}
}

// checkApart sees to it that no text stands on another, or on a box to mark.
func checkApart(t *rapid.T, d *Document) {
	for i, p := range d.Pages {
		type part struct {
			what any
			box
		}
		var parts []part
		for _, x := range p.Texts {
			if strings.TrimSpace(x.Text) != "" {
				parts = append(parts, part{x, textBox(x)})
			}
		}
		for _, x := range p.Turned {
			parts = append(parts, part{x, turnedBox(x)})
		}
		for _, s := range p.Shapes {
			if s.W < 15 { // a frame has texts in it
				parts = append(parts, part{s, box{s.X, s.Y, s.X + s.W, s.Y + s.H}})
			}
		}
		for _, im := range p.Images {
			parts = append(parts, part{im.Picture.Path, box{im.X, im.Y, im.X + im.W, im.Y + im.H}})
		}
		for n, a := range parts {
			for _, b := range parts[:n] {
				const touch = 0.05
				if a.x1 < b.x2-touch && b.x1 < a.x2-touch && a.y1 < b.y2-touch && b.y1 < a.y2-touch {
					t.Fatalf("page %d: %+v lies on %+v", i+1, a.what, b.what)
				}
			}
		}
	}
}
