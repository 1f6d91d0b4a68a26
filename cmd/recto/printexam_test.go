package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"recto/decks"
	"recto/export"
	"recto/export/pdf"
)

// Versions are laid out several at a time; the bytes are the same as one after
// the other, with fonts that were used before and with new ones.
func TestVersionsAtOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("title = \"T\"\n")
	for i := range 30 {
		fmt.Fprintf(&b, "[[question]]\nask = \"Question %d, Wörter и слова αβγ?\"\nchoices = [\"a\", \"b\", \"c\", \"d\"]\nanswer = \"b\"\nexplain = \"*Because* `x` is $x^2$.\"\n", i)
	}
	d, err := decks.Parse("d.toml", []byte(b.String()), nil)
	if err != nil {
		t.Fatal(err)
	}
	exam, err := export.NewExam(d.Questions, export.ExamOptions{Seed: 1, Versions: 8})
	if err != nil {
		t.Fatal(err)
	}
	print := func(processors int, fonts *pdf.Fonts) []byte {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		w := &paperwork{Record: export.Record{Sheet: export.SheetOptions{Paper: export.A4}, Key: "end"}}
		for n := range exam.Len() {
			w.Versions = append(w.Versions, exam.Version(n+1))
		}
		files, err := w.print(fonts)
		if err != nil || len(files) != 1 {
			t.Fatalf("%d files, %v", len(files), err)
		}
		return files[0].data
	}
	open := func() *pdf.Fonts {
		fonts, err := pdf.NewFonts()
		if err != nil {
			t.Fatal(err)
		}
		return fonts
	}
	used := open()
	want := print(1, used)
	for _, got := range [][]byte{print(8, used), print(8, open()), print(3, open())} {
		if !bytes.Equal(got, want) {
			t.Error("the bytes depend on what is laid out at once")
		}
	}
}
