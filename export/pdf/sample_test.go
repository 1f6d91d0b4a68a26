package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"recto/decks"
	"recto/decks/library"
	"recto/export"
)

// sample returns a question of every kind, as an author would write them.
func sample() []*decks.Question {
	d := &decks.Deck{
		ID: "sample", Title: "Light and living things", Language: "en", File: "sample.toml",
		Print:  decks.Print{Instructions: "Answer every question. Write *clearly*.", Footer: "Year 8, autumn term"},
		Source: &decks.Source{Author: "A. Author", Title: "How plants eat", Publisher: "The Press", Date: "2024"},
	}
	text := func(s string) decks.Value { return decks.Value{Text: s} }
	values := func(s ...string) []decks.Value {
		var out []decks.Value
		for _, t := range s {
			out = append(out, text(t))
		}
		return out
	}
	answers := func(s ...string) []decks.Answer {
		var out []decks.Answer
		for _, v := range values(s...) {
			out = append(out, decks.Answer{Value: v})
		}
		return out
	}
	group := &decks.Group{Name: "leaf", Title: "Inside a leaf", File: "sample.toml", Image: "leaf.png", Alt: "a leaf",
		Text: "A leaf is a *solar panel* and a factory. Light falls on the upper side; gases pass through pores on the lower side, which open in the morning and close in the heat."}
	cloze := "Light is caught by {{chlorophyll}}, which sits in the {{chloroplasts}}. Water comes from the {{roots}}."
	qs := []*decks.Question{
		{Kind: decks.Short, Ask: "What is the process called by which plants make sugar from light?", Answers: answers("photosynthesis"),
			Explain: "From Greek *phos*, light, and *synthesis*, putting together.", From: []decks.Anchor{{Section: "Eating light", Paragraph: 1}}},
		{Kind: decks.Number, Ask: "How far does light travel in one second?", Unit: "km", Answers: []decks.Answer{{Value: decks.Value{Type: decks.IntegerValue, Text: "299792"}}},
			Tolerance: &decks.Tolerance{Percent: 1}, Points: 2},
		{Kind: decks.Date, Ask: "On which day did the first solar-powered aeroplane land after circling the Earth?", Answers: []decks.Answer{{Value: decks.Value{Type: decks.DayValue, Text: "2016-07-26"}}}},
		{Kind: decks.TrueFalse, Ask: "Plants breathe at night.", Answers: []decks.Answer{{Value: decks.Value{Type: decks.BoolValue, Text: "true"}}}},
		{Kind: decks.Choice, Ask: "Which gas do leaves take up from the air?", Answers: answers("carbon dioxide"), Choices: values("oxygen", "nitrogen", "carbon dioxide", "argon"), Group: group},
		{Kind: decks.Multiple, Ask: "Which of these does a plant need for photosynthesis?", Answers: answers("light", "water"), Choices: values("light", "water", "soil rich in nitrogen", "darkness for at least eight hours", "none of these"),
			Last: values("none of these"), Points: 2, Group: group},
		{Kind: decks.List, Ask: "Name three parts of a plant.", Need: 3, Answers: answers("root", "stem", "leaf", "flower"), Points: 3},
		{Kind: decks.Order, Ask: "Put the steps in order, from light to sugar.", Answers: answers("light is absorbed", "water is split", "carbon dioxide is bound", "sugar is formed"), Points: 4},
		{Kind: decks.Match, Ask: "What belongs together?", Lefts: values("root", "leaf", "stem"), Answers: answers("takes up water", "catches light", "carries water"),
			Choices: values("takes up water", "catches light", "carries water", "attracts insects"), Points: 3},
		{Kind: decks.Cloze, Text: cloze, Points: 1.5, Gaps: gaps(cloze)},
		{Kind: decks.Short, Ask: "Explain in two or three sentences why leaves look green. Use the word `wavelength`.", Answers: answers("Chlorophyll absorbs red and blue light best and throws the green part back, so green light is what reaches our eyes. In autumn it is broken down and other colours show.")},
	}
	for i, q := range qs {
		q.Deck, q.File, q.Number, q.ID, q.Pos = d, "sample.toml", i+1, string(rune('a'+i)), decks.Position{Line: 10 * (i + 1), Column: 1}
		if q.Points == 0 {
			q.Points = 1
		}
	}
	d.Questions = qs
	return qs
}

// gaps finds unlabelled gaps without braces inside.
func gaps(text string) []decks.Gap {
	var out []decks.Gap
	for at := 0; ; {
		i := bytes.Index([]byte(text[at:]), []byte("{{"))
		if i < 0 {
			return out
		}
		j := bytes.Index([]byte(text[at+i:]), []byte("}}"))
		out = append(out, decks.Gap{Label: len(out) + 1, Text: text[at+i+2 : at+i+j], Start: at + i, End: at + i + j + 2})
		at += i + j + 2
	}
}

// leaf is a small drawing: a disc on a transparent ground.
func leaf() []byte {
	m := image.NewNRGBA(image.Rect(0, 0, 240, 120))
	for y := range 120 {
		for x := range 240 {
			dx, dy := float64(x-120)/110, float64(y-60)/50
			if dx*dx+dy*dy < 1 {
				m.Set(x, y, color.NRGBA{uint8(60 + x/4), 140, 70, 255})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// images opens the folder of the sample, or that of a deck of the library.
func images(deckFile string) (fs.FS, error) {
	name := strings.TrimSuffix(strings.TrimPrefix(deckFile, "library/"), ".toml")
	if file, ok := library.Open(name); ok {
		return file.Images, nil
	}
	return fstest.MapFS{"leaf.png": {Data: leaf()}}, nil
}

// fonts returns the fonts of the program.
func fonts(t testing.TB) *Fonts {
	t.Helper()
	f, err := NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// layout lays out sheet and key of questions, on A4 unless told otherwise.
func layout(t testing.TB, qs []*decks.Question, o export.SheetOptions, f *Fonts) (sheet, key *export.Document) {
	t.Helper()
	o.Images = images
	if o.Paper.Width == 0 {
		o.Paper = export.A4
	}
	x, err := export.NewExam(qs, export.ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	v := x.Version(1)
	if sheet, err = export.LayoutSheet(v, o, f); err != nil {
		t.Fatal(err)
	}
	if key, err = export.LayoutKey(v.Key(), o, f); err != nil {
		t.Fatal(err)
	}
	return sheet, key
}

// write returns sheet and key as one PDF.
func write(t testing.TB, f *Fonts, pages ...export.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, pages, f, Options{Title: "Sample", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
