package export

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
)

func cardVersion(t fataler, source string) Version {
	d, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewExam(d.Questions, ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return x.Version(1)
}

type fataler interface{ Fatal(...any) }

// facts is the text of a deck of n short questions.
func facts(n int) string {
	var b strings.Builder
	b.WriteString("title = \"Facts\"\n")
	for i := range n {
		fmt.Fprintf(&b, "[[question]]\nask = \"What is fact %d of the many that there are?\"\nanswer = \"answer %d\"\nexplain = \"It is so.\"\n", i, i)
	}
	return b.String()
}

func allSizes(t fataler) []CardSize {
	var out []CardSize
	for _, name := range append(CardSizeNames(), "60x40", "140x100") {
		size, err := ParseCardSize(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, size)
	}
	return out
}

// Whatever the size, the paper and the way of printing both sides, the back of
// a card lies on its front, and nothing is printed outside the safe area of a
// card but the marks for cutting and folding.
func TestCardBacksFallOnFronts(t *testing.T) {
	sizes := allSizes(t)
	rapid.Check(t, func(t *rapid.T) {
		o := CardOptions{Size: rapid.SampledFrom(sizes).Draw(t, "size"), Duplex: Duplex(rapid.IntRange(0, 2).Draw(t, "duplex"))}
		o.Paper = rapid.SampledFrom([]Paper{A3, A4, A5, Letter, Legal}).Draw(t, "paper")
		if paper, ok := o.Size.Paper(); ok {
			o.Paper = paper
		} else {
			o.Fold = rapid.Bool().Draw(t, "fold")
		}
		o.OffsetX = rapid.Float64Range(-3, 3).Draw(t, "right")
		o.OffsetY = rapid.Float64Range(-3, 3).Draw(t, "down")
		n := rapid.IntRange(1, 30).Draw(t, "cards")
		cards, err := LayoutCards(cardVersion(t, facts(n)), o, press{})
		if err != nil {
			if strings.Contains(err.Error(), "does not fit") {
				return
			}
			t.Fatal(err)
		}
		if len(cards.Places) != n || len(cards.Cut) != 0 {
			t.Fatalf("%d places, cut %v", len(cards.Places), cards.Cut)
		}
		taken := map[string]bool{}
		for i, p := range cards.Places {
			if p.Number != i+1 {
				t.Fatalf("card %d has the number %d", i, p.Number)
			}
			for _, a := range []Area{p.Front, p.Back} {
				if at := fmt.Sprintf("%d %.2f %.2f", a.Page, a.X, a.Y); taken[at] {
					t.Fatalf("two cards lie at %s", at)
				} else {
					taken[at] = true
				}
			}
			behind(t, p, o, len(cards.Pages))
		}
		inside(t, cards)
	})
}

// behind checks that a back lies where its front is seen from the other side.
func behind(t fataler, p CardPlace, o CardOptions, pages int) {
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 0.01 {
			t.Fatal(fmt.Sprintf("card %d: %s is %.3f, want %.3f", p.Number, what, got, want))
		}
	}
	f, b := p.Front, p.Back
	near("width", b.W, f.W)
	near("height", b.H, f.H)
	if o.Fold { // they share an edge, which is the fold
		if b.Page != f.Page {
			t.Fatal("front and back are on two pages")
		}
		if b.Y == f.Y {
			near("the fold", b.X, f.X+f.W)
		} else {
			near("the fold", b.Y, f.Y+f.H)
			near("left", b.X, f.X)
		}
		return
	}
	wantX, wantY := o.Paper.Width-f.X-f.W, f.Y
	if o.Duplex == ShortEdge {
		wantX, wantY = f.X, o.Paper.Height-f.Y-f.H
	}
	near("left", b.X-o.OffsetX, wantX)
	near("top", b.Y-o.OffsetY, wantY)
	want := f.Page + 1
	if o.Duplex == ByHand {
		want = f.Page + pages/2
	}
	if b.Page != want {
		t.Fatal(fmt.Sprintf("card %d: its back is on page %d, its front on %d", p.Number, b.Page, f.Page))
	}
}

// inside checks that all text stands in the safe area of some card.
func inside(t fataler, cards *Cards) {
	for n, page := range cards.Pages {
		var areas []Area
		for _, p := range cards.Places {
			for _, a := range []Area{p.Front, p.Back} {
				if a.Page == n {
					areas = append(areas, a.safe())
				}
			}
		}
		for _, text := range page.Texts {
			w := press{}.Width(text.Text, text.Font)
			rise := text.Font.Size * mmPerPoint * 0.75
			if !slices.ContainsFunc(areas, func(a Area) bool {
				const e = 0.01
				return text.X >= a.X-e && text.X+w <= a.X+a.W+e && text.Y-rise >= a.Y-e && text.Y <= a.Y+a.H+e
			}) {
				t.Fatal(fmt.Sprintf("page %d: %q at %.2f,%.2f stands in no card", n, text.Text, text.X, text.Y))
			}
		}
	}
}

// Cut all pages at once and put the piles on each other: the cards are in
// order.
func TestCutStackStaysSorted(t *testing.T) {
	size, _ := ParseCardSize("business")
	for _, n := range []int{1, 9, 10, 11, 47} {
		cards, err := LayoutCards(cardVersion(t, facts(n)), CardOptions{Paper: A4, Size: size}, press{})
		if err != nil {
			t.Fatal(err)
		}
		piles := map[[2]float64][]CardPlace{}
		var slots [][2]float64
		for _, p := range cards.Places {
			at := [2]float64{p.Front.Y, p.Front.X}
			if piles[at] == nil {
				slots = append(slots, at)
			}
			piles[at] = append(piles[at], p)
		}
		if !slices.IsSortedFunc(slots, func(a, b [2]float64) int { return slices.Compare(a[:], b[:]) }) {
			t.Errorf("%d cards: the piles are not row by row: %v", n, slots)
		}
		next := 1
		for _, at := range slots {
			for i, p := range piles[at] {
				if p.Number != next || p.Front.Page != 2*i {
					t.Fatalf("%d cards: card %d lies on page %d, want card %d on page %d", n, p.Number, p.Front.Page, next, 2*i)
				}
				next++
			}
		}
	}
}

const manyFaces = `
title = "Faces"
[[question]]
ask = "Hund"
answer = "dog"
reverse = true
[[question]]
ask = "Katze"
answer = "cat"
reverse = { ask = "cat, in German" }
[[question]]
cloze = "The {{c1::sun}} shines on the {{c2::moon}} by {{c1::day}}."
[[question]]
ask = "Which is a fish?"
choices = ["a whale", "a trout", "a seal"]
answer = "a trout"
[[question]]
ask = "Water boils at 100 °C at sea level."
answer = true
[[question]]
ask = "From small to large"
order = ["ant", "mouse", "cow"]
[[question]]
ask = "Name two seas."
list = ["North Sea", "Red Sea", "Black Sea"]
need = 2
[[question]]
ask = "Who eats what?"
pairs = [["cow", "grass"], ["cat", "mice"]]
[[question]]
ask = "How far is it?"
answer = 12000
unit = "km"
tolerance = "5%"
`

// What stands on the two sides of each kind, from top to bottom.
func TestCardFaces(t *testing.T) {
	size, _ := ParseCardSize("index")
	cards, err := LayoutCards(cardVersion(t, manyFaces), CardOptions{Paper: A4, Size: size, Fold: true}, press{})
	if err != nil {
		t.Fatal(err)
	}
	said := func(a Area) string {
		var lines []string
		y := math.Inf(-1)
		texts := slices.Clone(cards.Pages[a.Page].Texts)
		slices.SortStableFunc(texts, func(p, q Text) int {
			if math.Abs(p.Y-q.Y) > 0.01 {
				return int(math.Copysign(1, p.Y-q.Y))
			}
			return int(math.Copysign(1, p.X-q.X))
		})
		for _, text := range texts {
			if text.X < a.X || text.X > a.X+a.W || text.Y < a.Y || text.Y > a.Y+a.H || text.Font.Size == cornerSize {
				continue
			}
			if math.Abs(text.Y-y) > 0.01 {
				lines = append(lines, "")
			}
			y = text.Y
			lines[len(lines)-1] += text.Text + " "
		}
		for i := range lines {
			lines[i] = strings.Join(strings.Fields(lines[i]), " ")
		}
		return strings.Join(lines, " | ")
	}
	want := [][2]string{
		{"Hund", "dog"},
		{"Katze", "cat"},
		{"cat, in German", "Katze"},
		{"The ______ shines on the moon by ______ .", "sun; day"},
		{"The sun shines on the ______ by day.", "moon"},
		{"Which is a fish? | A a trout | B a whale | C a seal", "A a trout"},
		{"Water boils at 100 °C at sea level. | True / False", "True"},
		{"From small to large | A ant | B cow | C mouse", "1. ant | 2. mouse | 3. cow"},
		{"Name two seas.", "any 2 of: | – North Sea | – Red Sea | – Black Sea"},
		{"Who eats what? | 1. cow | 2. cat | A mice | B grass", "1. cow – grass | 2. cat – mice"},
		{"How far is it?", "12,000 km | also right: ± 5%"},
	}
	if len(cards.Places) != len(want) {
		t.Fatalf("%d cards, want %d", len(cards.Places), len(want))
	}
	for i, p := range cards.Places {
		if got := [2]string{said(p.Front), said(p.Back)}; got != want[i] {
			t.Errorf("card %d:\n got %q\nwant %q", i+1, got, want[i])
		}
	}
}

// Options and items that are too many for one column stand in two, those of a
// matching question beside each other.
func TestCardColumns(t *testing.T) {
	var options, pairs []string
	for i := range 9 {
		options = append(options, fmt.Sprintf("\"option %d\"", i))
		pairs = append(pairs, fmt.Sprintf("[\"left %d\", \"right %d\"]", i, i))
	}
	source := fmt.Sprintf("title = \"Many\"\n[[question]]\nask = \"Which?\"\nchoices = [%s]\nanswer = \"option 3\"\n[[question]]\nask = \"Match.\"\npairs = [%s]\n",
		strings.Join(options, ", "), strings.Join(pairs, ", "))
	size, _ := ParseCardSize("business")
	cards, err := LayoutCards(cardVersion(t, source), CardOptions{Paper: A4, Size: size, Fold: true}, press{})
	if err != nil {
		t.Fatal(err)
	}
	if len(cards.Cut) != 0 {
		t.Fatalf("%v", cards.Cut)
	}
	inside(t, cards)
	for i, beside := range [][2]string{{"A", "F"}, {"1.", "A"}} {
		front := cards.Places[i].Front
		at := map[string]float64{}
		for _, text := range cards.Pages[front.Page].Texts {
			if text.X < front.X+front.W && text.Y > front.Y && text.Y < front.Y+front.H {
				at[text.Text] = text.Y
			}
		}
		if a, b := at[beside[0]], at[beside[1]]; a == 0 || a != b {
			t.Errorf("card %d: %s stands at %.1f, %s at %.1f", i+1, beside[0], a, beside[1], b)
		}
	}
}

// What does not fit at the smallest type is left out and told: first the
// explanation, then the end of the text.
func TestCardsThatDoNotFit(t *testing.T) {
	long := strings.Repeat("one word after the other ", 60)
	source := fmt.Sprintf("title = \"Long\"\n[[question]]\nask = \"What?\"\nanswer = \"short\"\nexplain = %q\n[[question]]\nask = %q\nanswer = \"a\"\n", long, long)
	size, _ := ParseCardSize("business")
	cards, err := LayoutCards(cardVersion(t, source), CardOptions{Paper: A4, Size: size}, press{})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, c := range cards.Cut {
		told = append(told, c.String())
	}
	want := []string{
		"card 1 (deck.toml:2): its explanation does not fit at 8 points and is left out",
		"card 2 (deck.toml:6): the end of its front does not fit at 8 points and is left out",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	for _, text := range cards.Pages[1].Texts {
		if text.Text == "short" && text.Font.Size <= 10 {
			t.Errorf("beside an explanation that is left out the answer has %g points", text.Font.Size)
		}
	}
	inside(t, cards)
}

func TestParseCardSize(t *testing.T) {
	tests := []struct {
		text          string
		width, height float64
		paper         string
	}{
		{"business", 85, 55, ""},
		{"A7", 105, 74, ""},
		{"us-business", 88.9, 50.8, ""},
		{"index", 127, 76.2, ""},
		{"Avery-8371", 88.9, 50.8, "letter"},
		{"avery 5388", 127, 76.2, "letter"},
		{"L7414", 90, 52, "a4"},
		{"c32015", 85, 54, "a4"},
		{"90x60", 90, 60, ""},
		{"90.5x60mm", 90.5, 60, ""},
	}
	for _, tt := range tests {
		got, err := ParseCardSize(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		paper, _ := got.Paper()
		if math.Abs(got.Width-tt.width) > 1e-9 || math.Abs(got.Height-tt.height) > 1e-9 || paper.Name != tt.paper {
			t.Errorf("%s: %+v on %q", tt.text, got, paper.Name)
		}
	}
	for _, bad := range []string{"", "huge", "90", "90x", "NaNxNaN", "10x10", "90x300", "avery-1"} {
		if got, err := ParseCardSize(bad); err == nil {
			t.Errorf("%q was read as %+v", bad, got)
		}
	}
}

// Every ready-made sheet is symmetric: its backs lie on cards too.
func TestReadySheets(t *testing.T) {
	for _, s := range cardSizes {
		r := s.size.ready
		if r == nil {
			continue
		}
		right := r.paper.Width - r.left - float64(r.columns-1)*r.dx - s.size.Width
		bottom := r.paper.Height - r.top - float64(r.rows-1)*r.dy - s.size.Height
		if math.Abs(right-r.left) > 0.01 || math.Abs(bottom-r.top) > 0.01 {
			t.Errorf("%v: margins %.2f and %.2f, %.2f and %.2f", s.names, r.left, right, r.top, bottom)
		}
	}
}

func TestLayoutCardsRefuses(t *testing.T) {
	ready, _ := ParseCardSize("5371")
	large, _ := ParseCardSize("200x100")
	for _, tt := range []struct {
		o    CardOptions
		want string
	}{
		{CardOptions{Paper: A4, Size: ready}, "sheets of 5371 cards are letter paper, not a4"},
		{CardOptions{Paper: Letter, Size: ready, Fold: true}, "sheets of 5371 cards are cut already: they cannot be folded"},
		{CardOptions{Paper: A5, Size: large}, "a card of 200 by 100 mm does not fit on a5 paper"},
		{CardOptions{Paper: A4, Size: large, OffsetX: 20}, "an offset of 20,0 mm: at most 15 are possible"},
	} {
		if _, err := LayoutCards(cardVersion(t, facts(2)), tt.o, press{}); err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}
