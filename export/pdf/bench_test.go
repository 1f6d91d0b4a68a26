package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"recto/decks"
	"recto/export"
)

// thousand returns n questions: two thirds short answers, a third choices.
func thousand(n int) []*decks.Question {
	d := &decks.Deck{ID: "big", Title: "A long sheet", Language: "en"}
	out := make([]*decks.Question, n)
	for i := range out {
		q := &decks.Question{Deck: d, ID: fmt.Sprint(i), Kind: decks.Short, Points: 1, Number: i + 1,
			Ask:     fmt.Sprintf("Question %d: in which year was the treaty signed that ended the war between the two kingdoms?", i),
			Answers: []decks.Answer{{Value: decks.Value{Text: fmt.Sprintf("in the year %d", 1000+i)}}},
			Explain: "It was signed in autumn.",
		}
		if i%3 == 2 {
			q.Kind = decks.Choice
			for c := range 4 {
				q.Choices = append(q.Choices, decks.Value{Text: fmt.Sprintf("the year %d", 1000+i+c)})
			}
			q.Answers = []decks.Answer{{Value: q.Choices[1]}}
		}
		out[i] = q
	}
	return out
}

// recto prints sheet and key as the command does.
func recto(t testing.TB, qs []*decks.Question) []export.Page {
	f, err := NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	sheet, key := layout(t, qs, export.SheetOptions{}, f)
	pages := slices.Concat(sheet.Pages, key.Pages)
	if err := Write(io.Discard, pages, f, Options{Title: "A long sheet"}); err != nil {
		t.Fatal(err)
	}
	return pages
}

func BenchmarkPrint(b *testing.B) {
	for _, n := range []int{10, 1000} {
		qs := thousand(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				recto(b, qs)
			}
		})
	}
}

// BenchmarkPlain is the measure of BenchmarkPrint: a minimal gofpdf program
// that writes the same lines in the same places, its fonts straight from
// their files.
func BenchmarkPlain(b *testing.B) {
	for _, n := range []int{10, 1000} {
		pages := recto(b, thousand(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				plain(b, pages)
			}
		})
	}
}

func plain(t testing.TB, pages []export.Page) {
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.SetAutoPageBreak(false, 0)
	for style, data := range map[string][]byte{"": serifRegular, "B": serifBold, "I": serifItalic} {
		doc.AddUTF8FontFromBytes("serif", style, bytes.Clone(data))
	}
	names := map[export.Style]string{export.Bold: "B", export.Italic: "I"}
	for _, page := range pages {
		doc.AddPage()
		for _, r := range page.Rules {
			doc.Line(r.X1, r.Y1, r.X2, r.Y2)
		}
		for _, s := range page.Shapes {
			doc.Circle(s.X, s.Y, s.W/2, "D")
		}
		for _, t := range page.Texts {
			doc.SetFont("serif", names[t.Font.Style], t.Font.Size)
			doc.Text(t.X, t.Y, t.Text)
		}
	}
	if err := doc.Output(io.Discard); err != nil {
		t.Fatal(err)
	}
}
