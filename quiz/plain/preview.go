package plain

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/words"
)

// PreviewOptions are what is previewed, and what else is written about it.
type PreviewOptions struct {
	Questions []*decks.Question
	First     int          // the number of the first of them, from 1
	Total     int          // how many questions the deck has
	Words     *words.Words // nil: English, as the C locale writes it

	// Measure is as in Options.
	Measure func(file, image string) (width, height int, ok bool)
	// Paper returns how a question stands on a sheet, or its answer in the key,
	// in lines, and what the paper cannot show; nil: not written.
	Paper func(q *decks.Question, answer bool) (lines, warnings []string)
	// Findings returns what could be better about a question, each a line or
	// several; nil: not written.
	Findings func(q *decks.Question) []string
}

// Preview writes every card of some questions, front and back, for their
// author. It fails as out does.
func Preview(out io.Writer, o PreviewOptions) error {
	r := &runner{out: bufio.NewWriter(out), w: speaker(o.Words), options: Options{Measure: o.Measure}}
	for i, q := range o.Questions {
		if i > 0 {
			r.line("")
		}
		r.writeCards(q, o.First+i, o.Total)
		if o.Paper != nil {
			r.writePaper(q, o.Paper)
		}
		if o.Findings != nil {
			for _, f := range o.Findings(q) {
				for n, l := range strings.Split(f, "\n") {
					r.say([]string{"! ", "   "}[min(n, 1)] + l)
				}
			}
		}
	}
	if err := r.out.Flush(); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// writeCards writes the cards of a question as a session shows them.
func (r *runner) writeCards(q *decks.Question, number, total int) {
	for i, c := range q.Cards() {
		if i > 0 {
			r.line("")
		}
		what := c.Kind().String()
		switch {
		case c.Face == decks.ReverseFace:
			what = r.w.Preview.Reverse(q.Kind.String())
		case q.Kind == decks.Cloze:
			what += " " + string(c.Face)
		}
		r.say(r.w.Plain.Head(number, total, c.ID.Deck, what))
		front := quiz.Look(c, 1, len(c.Hints()), false)
		r.writeFront(front)
		for i := range front.Hints {
			r.writeHint(front, i)
		}
		r.writeAnswer(quiz.Look(c, 1, 0, true))
	}
}

// writePaper writes how a question and its answer will be printed.
func (r *runner) writePaper(q *decks.Question, paper func(*decks.Question, bool) (lines, warnings []string)) {
	for _, answer := range []bool{false, true} {
		lines, warnings := paper(q, answer)
		if len(lines) > 0 {
			r.line(map[bool]string{false: r.w.Plain.OnPaper, true: r.w.Plain.InKey}[answer])
		}
		for _, l := range lines {
			if l == "" {
				r.line("")
			} else {
				r.line("   " + markup.OneLine(l))
			}
		}
		for _, w := range warnings {
			r.say("! " + w)
		}
	}
}
