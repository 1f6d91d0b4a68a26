package export

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recto/decks"
)

// A question that no page holds begins where half a page is left for it, and
// else on the next page.
func TestTallQuestionBeginsOnHalfAPage(t *testing.T) {
	tests := []struct {
		before, lines int
		columns       int
		want          int // the page it begins on
	}{
		{1, 100, 1, 1},
		{1, 30, 1, 1},
		{8, 100, 1, 2},
		{1, 100, 2, 1},
		{1, 20, 1, 1}, // it fits
		{3, 24, 1, 2}, // it would fit on a page of its own
	}
	for _, tt := range tests {
		qs := many(tt.before + 1)
		qs[tt.before].Ask, qs[tt.before].Lines = "the tall one", tt.lines
		d := sheetOf(t, qs, SheetOptions{Columns: tt.columns}, press{})
		if got := pagesWith(d, "the tall one"); !slices.Equal(got, []int{tt.want}) {
			t.Errorf("%d lines below %d questions begin on pages %v, want %d", tt.lines, tt.before, got, tt.want)
		}
	}
}

// The picture of a group stands on the page of its first question, also where
// half of the page before stays empty.
func TestPictureStaysWithItsQuestion(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 300, 380))); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"map.png": {Data: file.Bytes()}}
	qs := many(5)
	qs[4].Ask = "the question" + strings.Repeat("\nline", 10)
	qs[4].Group = &decks.Group{Name: "g", Text: "Look at the map.", Image: "map.png"}
	d := sheetOf(t, qs, SheetOptions{Images: func(string) (fs.FS, error) { return files, nil }}, press{})
	question := pagesWith(d, "the question")
	if !slices.Equal(question, []int{2}) || len(d.Pages[1].Images) != 1 || !slices.Equal(pagesWith(d, "Look at"), question) {
		t.Errorf("the question is on pages %v, its text on %v, %d pictures on the first page", question, pagesWith(d, "Look at"), len(d.Pages[0].Images))
	}
}
