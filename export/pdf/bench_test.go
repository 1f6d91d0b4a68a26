package pdf

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"testing"
	"time"

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

// BenchmarkPrint prints sheets with their keys, layout and painting. The
// metric "x-plain" is its time as a multiple of a minimal gofpdf program that
// writes the same lines in the same places, its fonts straight from their
// files: the best of each, measured in turn, as a busy machine only ever adds.
func BenchmarkPrint(b *testing.B) {
	for _, n := range []int{10, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			qs := thousand(n)
			pages := recto(b, qs)
			ours, least := time.Hour, time.Hour
			for b.Loop() {
				start := time.Now()
				recto(b, qs)
				ours = min(ours, time.Since(start))
				start = time.Now()
				plain(b, pages)
				least = min(least, time.Since(start))
			}
			b.ReportMetric(float64(ours)/float64(least), "x-plain")
			b.ReportMetric(float64(ours.Microseconds())/1000, "ms/print")
		})
	}
}

// plain is the minimal program.
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

// BenchmarkPages prints 10,000 pages and more: versions of a long exam with
// their keys. The metric "MB" is what the process took from the system for it,
// so run it alone.
func BenchmarkPages(b *testing.B) {
	pages := 0
	for b.Loop() {
		pages = printVersions(b, thousand(3000), 24)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(m.Sys)/(1<<20), "MB")
}

// BenchmarkVersions prints the sheets and keys of 26 versions of 100 questions.
func BenchmarkVersions(b *testing.B) {
	qs := thousand(100)
	for b.Loop() {
		printVersions(b, qs, 26)
	}
}

// printVersions prints the sheets and keys of versions and returns how many
// pages they have.
func printVersions(b *testing.B, qs []*decks.Question, versions int) int {
	f := fonts(b)
	x, err := export.NewExam(qs, export.ExamOptions{Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	var pages []export.Page
	for n := range versions {
		v := x.Version(n + 1)
		sheet, err := export.LayoutSheet(v, export.SheetOptions{Paper: export.A4}, f)
		if err != nil {
			b.Fatal(err)
		}
		key, err := export.LayoutKey(v.Key(), export.SheetOptions{Paper: export.A4}, f)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(append(pages, sheet.Pages...), key.Pages...)
	}
	if err := Write(io.Discard, pages, f, Options{}); err != nil {
		b.Fatal(err)
	}
	return len(pages)
}
