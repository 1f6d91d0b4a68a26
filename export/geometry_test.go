package export

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"recto/decks"
)

var updateGeometry = flag.Bool("update", false, "write the golden files anew")

// Where everything stands on a sheet of every kind, in each manner.
func TestGeometry(t *testing.T) {
	source, err := os.ReadFile("testdata/kinds.toml")
	if err != nil {
		t.Fatal(err)
	}
	deck, err := decks.Parse("kinds.toml", source, nil)
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(1)
	for name, o := range map[string]SheetOptions{
		"ordinary": {Paper: A4, Seed: &seed, PointsTable: true},
		"columns":  {Paper: Letter, Columns: 2, WordBank: true, Answers: AnswersAtFoot},
		"large":    {Paper: A5, Manner: LargePrint, Fields: []Field{NameField}},
		"fold":     {Paper: A4, Manner: InkSave, Answers: AnswersBehindFold, Language: "fr"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for i, p := range sheetOf(t, deck.Questions, o, press{}).Pages {
				fmt.Fprintf(&b, "page %d, %g by %g mm\n", i+1, p.Width, p.Height)
				geometry(&b, p)
			}
			file := "testdata/" + name + ".golden"
			if *updateGeometry {
				if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(string(want), b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// geometry writes what stands on a page, from top to bottom, to a tenth of a
// millimetre. Lines that go on below each other are told in one line.
func geometry(b *strings.Builder, p Page) {
	type part struct {
		y    float64
		text string
	}
	at := func(f float64) string { return fmt.Sprintf("%.1f", math.Round(f*10)/10) }
	var parts []part
	for _, x := range p.Texts {
		parts = append(parts, part{x.Y, fmt.Sprintf("%s %q %g", at(x.X), x.Text, x.Font.Size)})
	}
	for _, x := range p.Turned {
		parts = append(parts, part{x.Y, fmt.Sprintf("%s turned %q %g", at(x.X), x.Text, x.Font.Size)})
	}
	for _, s := range p.Shapes {
		parts = append(parts, part{s.Y, fmt.Sprintf("%s box %s by %s", at(s.X), at(s.W), at(s.H))})
	}
	upright := 0
	for _, r := range p.Rules {
		if r.X1 == r.X2 {
			upright++
			continue
		}
		parts = append(parts, part{r.Y1, fmt.Sprintf("%s line to %s", at(r.X1), at(r.X2))})
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(math.Round(a.y*10), math.Round(b.y*10)) })
	for _, x := range parts {
		fmt.Fprintf(b, "%6s  %s\n", at(x.y), x.text)
	}
	if upright > 0 {
		fmt.Fprintf(b, "        %d upright lines\n", upright)
	}
}
