package pdf

import (
	"fmt"
	"image"
	"testing"

	"recto/decks"
	"recto/export"
)

// fewCards are the cards of n questions, and the document of their pages.
func fewCards(t *testing.T, n int, o export.CardOptions) (*export.Cards, []byte) {
	t.Helper()
	d := &decks.Deck{ID: "d", Title: "Deck", Language: "en"}
	var qs []*decks.Question
	for i := range n {
		qs = append(qs, &decks.Question{Deck: d, ID: fmt.Sprint(i), Kind: decks.Short, Ask: fmt.Sprintf("Question %d of a few", i+1), Points: 1,
			Answers: []decks.Answer{{Value: decks.Value{Text: fmt.Sprintf("Answer %d", i+1)}}}})
	}
	x, err := export.NewExam(qs, export.ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	f := fonts(t)
	cards, err := export.LayoutCards(x.Version(1), o, f)
	if err != nil {
		t.Fatal(err)
	}
	return cards, write(t, f, cards.Pages...)
}

// flipped is a page as it is seen through the paper from the front.
func flipped(m *image.Gray, duplex export.Duplex) *image.Gray {
	out := image.NewGray(m.Rect)
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			fromX, fromY := m.Rect.Dx()-1-x, y
			if duplex == export.ShortEdge {
				fromX, fromY = x, m.Rect.Dy()-1-y
			}
			out.SetGray(x, y, m.GrayAt(fromX, fromY))
		}
	}
	return out
}

// inkIn counts the dark pixels of an area given in millimetres.
func inkIn(m *image.Gray, a export.Area, paper export.Paper) int {
	scale := float64(m.Rect.Dx()) / paper.Width
	r := image.Rect(int(a.X*scale), int(a.Y*scale), int((a.X+a.W)*scale), int((a.Y+a.H)*scale))
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if m.GrayAt(x, y).Y < 160 {
				n++
			}
		}
	}
	return n
}

// In the pictures of front and back, the back turned as the printer turns the
// paper, ink lies in the same cards, and in no others. So few cards that a
// column or a row stays empty show whether the turn is the right one.
func TestBacksLieBehindFronts(t *testing.T) {
	for _, tt := range []struct {
		size   string
		paper  export.Paper
		duplex export.Duplex
		cards  int
	}{
		{"business", export.A4, export.LongEdge, 3},
		{"business", export.A4, export.ShortEdge, 3},
		{"business", export.Letter, export.ByHand, 5},
		{"a7", export.A4, export.ShortEdge, 1},
		{"5371", export.Letter, export.LongEdge, 1},
		{"c32015", export.A4, export.LongEdge, 3},
		{"index", export.Letter, export.ShortEdge, 1},
	} {
		t.Run(fmt.Sprint(tt.size, tt.duplex), func(t *testing.T) {
			size, err := export.ParseCardSize(tt.size)
			if err != nil {
				t.Fatal(err)
			}
			o := export.CardOptions{Paper: tt.paper, Size: size, Duplex: tt.duplex}
			cards, file := fewCards(t, tt.cards, o)
			full, _ := fewCards(t, 40, o)
			front, back := pixels(t, file, 1, 40), flipped(pixels(t, file, 2, 40), tt.duplex)
			taken := map[export.Area]bool{}
			for _, p := range cards.Places {
				taken[p.Front] = true
			}
			slots := map[export.Area]bool{}
			for _, p := range full.Places { // of which some are taken
				a := p.Front
				a.Page = 0
				slots[a] = true
			}
			for a := range slots {
				middle := export.Area{X: a.X + 3, Y: a.Y + 3, W: a.W - 6, H: a.H - 6} // without the marks
				if got := inkIn(front, middle, tt.paper) > 0; got != taken[a] {
					t.Errorf("the front at %.0f,%.0f has ink: %v", a.X, a.Y, got)
				}
				if got := inkIn(back, middle, tt.paper) > 0; got != taken[a] {
					t.Errorf("the back behind %.0f,%.0f has ink: %v", a.X, a.Y, got)
				}
			}
			checked(t, file)
			mupdf(t, file)
		})
	}
}
