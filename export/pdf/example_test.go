package pdf_test

import (
	"bytes"
	"fmt"
	"log"
	"slices"

	"recto/decks"
	"recto/export"
	"recto/export/pdf"
)

const capitals = `
title = "Capitals"

[[question]]
ask    = "What is the capital of Burkina Faso?"
answer = "Ouagadougou"

[[question]]
ask     = "Which of these is a capital?"
choices = ["Bonn", "Bern", "Basel"]
answer  = "Bern"
`

// A deck becomes a sheet with its key at the end.
func Example() {
	deck, err := decks.Parse("capitals.toml", []byte(capitals), nil)
	if err != nil {
		log.Fatal(err)
	}
	exam, err := export.NewExam(deck.Questions, export.ExamOptions{Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	fonts, err := pdf.NewFonts()
	if err != nil {
		log.Fatal(err)
	}
	version, options := exam.Version(1), export.SheetOptions{Paper: export.A4}
	sheet, err := export.LayoutSheet(version, options, fonts)
	if err != nil {
		log.Fatal(err)
	}
	key, err := export.LayoutKey(version.Key(), options, fonts)
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range slices.Concat(sheet.Warnings, key.Warnings) {
		fmt.Println(w)
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, slices.Concat(sheet.Pages, key.Pages), fonts, pdf.Options{Title: deck.Title}); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d pages, %.5s\n", len(sheet.Pages)+len(key.Pages), file.Bytes())
	for _, e := range version.Key().Entries {
		fmt.Println(e.Number, e.Marks, e.Texts)
	}
	// Output:
	// 2 pages, %PDF-
	// 1 [] [Ouagadougou]
	// 2 [C] [Bern]
}
