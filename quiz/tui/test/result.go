package test

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
	"recto/quiz/answer"
	"recto/quiz/practice"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// composeResult lays out what the test came to.
func (s *Screen) composeResult(b *card.Body, w int) {
	r, say := s.result, &s.w.Test
	b.Add(frame.Wrap(frame.Text(say.Score(r.Whole.Score, r.Whole.Points, r.Whole.Percent()), frame.Bold), w)...)
	b.Add(bar(r.Whole, w))
	counts := say.Counts(r.Whole.Right, r.Whole.Close, r.Whole.Wrong, r.Whole.Questions-r.Whole.Answered) + "; " + say.Took(r.Time)
	b.Add(frame.Wrap(frame.Text(counts, 0), w)...)
	if r.Ending == practice.TimeOver {
		b.Add(frame.Wrap(frame.Text(say.TimeOver, 0), w)...)
	}
	if s.rounds == 0 {
		b.Add(frame.Wrap(frame.Text(say.Seed(s.options.Paper), frame.Faint), w)...)
	}
	s.composeRecorded(b, w)
	s.composeTallies(b, say.Sections, r.Sections, w)
	s.composeTallies(b, say.Tags, r.Tags, w)
	if len(r.Confusions) > 0 {
		b.Gap()
		b.Add(frame.Wrap(frame.Text(say.Confusions, frame.Faint), w)...)
		for _, c := range r.Confusions {
			b.Add(frame.Hang(frame.Text(frame.BlankSign, 0), frame.Text(s.confused(c), 0), w)...)
		}
	}
	b.Gap()
	b.Add(frame.Wrap(frame.Text(say.Questions, frame.Faint), w)...)
	s.addRows(b, len(r.Questions), s.resultRow)
}

// resultRow lays out a question with its marking, from 0.
func (s *Screen) resultRow(i, w int) frame.Line {
	m, say := s.result.Questions[i], &s.w.Test
	label := frame.Line{sign(m), frame.P(fmt.Sprintf("%*d  ", len(fmt.Sprint(len(s.result.Questions))), m.Number), frame.Bold)}
	end := say.Part(m.Score, m.Points)
	if w >= frame.Wide {
		end = say.Earned(m.Score, m.Points)
		if m.Flag {
			end = say.Flagged + ", " + end
		}
	}
	return s.row(i, label, frame.Inline(m.Task.Card.Ask()), end, w)
}

// composeRecorded says what became of recording.
func (s *Screen) composeRecorded(b *card.Body, w int) {
	say := &s.w.Test
	switch {
	case s.rounds > 0 || s.options.Record == nil:
		return
	case s.fault != nil:
		b.Gap()
		b.Add(frame.Hang(frame.Text(s.w.Plain.NotSaved, frame.Red|frame.Bold), frame.Text(markup.OneLine(s.fault.Error()), 0), w)...)
	case s.saved:
		b.Add(frame.Wrap(frame.Text(say.Recorded(s.recorded.Cards), 0), w)...)
		for _, l := range s.recorded.Leeches {
			b.Add(frame.Hang(frame.Text(s.w.Plain.Leech, frame.Yellow|frame.Bold), frame.Text(markup.OneLine(l.Card.ID.String())+" "+s.w.Advice(l), 0), w)...)
		}
	}
}

// composeTallies lays out what the questions of each tag or section came to: a
// bar, and the same in numbers; in a narrow column these stand below the name.
func (s *Screen) composeTallies(b *card.Body, heading string, tallies []practice.Tally, w int) {
	if len(tallies) == 0 {
		return
	}
	b.Gap()
	b.Add(frame.Wrap(frame.Text(heading, frame.Faint), w)...)
	name := 0
	for _, t := range tallies {
		name = max(name, displaywidth.String(s.tallyName(t)))
	}
	name = min(name, w/3)
	for _, t := range tallies {
		said := fmt.Sprintf("%4s ", s.w.Locale.Int(t.Percent())+"%") + " " + s.w.Test.Earned(t.Score, t.Points)
		if w < frame.Wide {
			said = fmt.Sprintf("%4s ", s.w.Locale.Int(t.Percent())+"%") + " " + s.w.Test.Part(t.Score, t.Points)
			b.Add(frame.Text(frame.BlankSign+frame.Short(s.tallyName(t), w-len(frame.BlankSign)), 0))
			b.Add(append(append(frame.Text(frame.BlankSign, 0), bar(t, max(w-2-displaywidth.String(said)-1, 1))...), frame.P(" "+said, 0)))
			continue
		}
		short := frame.Short(s.tallyName(t), name)
		l := frame.Line{frame.P(frame.BlankSign+short, 0), frame.Spaces(name - displaywidth.String(short) + 2)}
		const numbers = 24 // cells, so that the bars are alike
		l = append(l, bar(t, max(w-l.Width()-numbers, 1))...)
		b.Add(append(l, frame.P(" "+said, 0)))
	}
}

func (s *Screen) tallyName(t practice.Tally) string {
	if t.Name == "" {
		return s.w.Test.NoSection
	}
	return frame.Inline(t.Name)
}

// confused says what was taken for what.
func (s *Screen) confused(c practice.Confusion) string {
	said := s.w.Test.Confused(c.Number, short(c.Wanted), short(c.Given))
	if c.AnswerOf > 0 {
		said += s.w.Test.AnswerOf(c.AnswerOf)
	}
	if c.Times > 1 {
		said += s.w.Test.Times(c.Times)
	}
	return said
}

// short returns a text of the learner or of the deck on one line, of at most
// 200 cells.
func short(s string) string { return frame.Short(markup.OneLine(s), 200) }

// bar returns how much of the points was earned, in a width: what was earned
// is darker than the rest.
func bar(t practice.Tally, width int) frame.Line {
	full := width * t.Percent() / 100
	if t.Percent() > 0 {
		full = max(full, 1)
	}
	return frame.Line{frame.P(strings.Repeat("█", full), frame.Accent), frame.P(strings.Repeat("░", width-full), frame.Faint)}
}

// sign returns how a question was marked, two cells wide.
func sign(m practice.Marked) frame.Piece {
	if m.State == practice.Answered {
		switch m.Match.Verdict {
		case answer.Correct:
			return frame.P(frame.RightSign, frame.Green|frame.Bold)
		case answer.Close:
			return frame.P("≈ ", frame.Yellow|frame.Bold)
		case answer.Wrong:
			return frame.P(frame.WrongSign, frame.Red|frame.Bold)
		}
	}
	return frame.P("- ", frame.Faint)
}
