package main

import (
	"sync"

	"recto/decks"
	"recto/export"
	"recto/export/grid"
)

// paper returns how questions stand on the sheet that print makes of them with
// its first seed, in characters.
func (r *deckReader) paper(questions []*decks.Question) func(*decks.Question, bool, int) (lines, warnings []string) {
	sheet := sync.OnceValues(func() (export.Version, map[*decks.Question]int) {
		exam, err := export.NewExam(questions, export.ExamOptions{Seed: 1})
		if err != nil {
			return export.Version{}, nil
		}
		v := exam.Version(1)
		place := make(map[*decks.Question]int, len(v.Items))
		for i, it := range v.Items {
			place[it.Question] = i
		}
		return v, place
	})
	type drawn struct {
		q      *decks.Question
		answer bool
		width  int
	}
	type shown struct{ lines, warnings []string }
	last := map[drawn]shown{} // a key that is pressed draws the same again
	return func(q *decks.Question, answer bool, width int) ([]string, []string) {
		at := drawn{q, answer, width}
		if s, ok := last[at]; ok {
			return s.lines, s.warnings
		}
		v, place := sheet()
		n, ok := place[q]
		if !ok {
			return nil, []string{"it is not on the sheet"}
		}
		lines, warnings := r.drawn(v, n, answer, width)
		if len(last) > 16 {
			clear(last)
		}
		last[at] = shown{lines, warnings}
		return lines, warnings
	}
}

// drawn draws one question of a sheet, or its answer in the key.
func (r *deckReader) drawn(v export.Version, n int, answer bool, width int) (lines, warnings []string) {
	fonts, err := r.fonts()
	if err != nil {
		return nil, []string{err.Error()}
	}
	m := grid.Measurer{Glyph: fonts.Has}
	part, err := (*export.Part)(nil), error(nil)
	if answer {
		part = export.LayoutAnswer(v, n, grid.Width(width), m)
	} else if part, err = export.LayoutQuestion(v, n, grid.Width(width), imagesOf, m); err != nil {
		return nil, []string{"it cannot be printed: " + err.Error()}
	}
	return grid.Paint(part.Page), warned(part.Warnings)
}
