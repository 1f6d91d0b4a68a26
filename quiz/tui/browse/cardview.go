package browse

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
)

// none is no row.
const none = -1

// cardView is a card as it is shown beside the list, or instead of it: question
// and answer, and what is known of it.
type cardView struct {
	row   int32 // none: it has to be composed anew
	width int
	tight bool
	lines []frame.Line
	alone bool // instead of the list
}

// compose lays out the card under the cursor for a width.
func (s *screen) compose(width int) {
	row, ok := s.row()
	tight, v := s.window.Tight(), &s.view
	if !ok {
		v.row, v.lines = none, nil
		return
	}
	if v.row == row && v.width == width && v.tight == tight {
		return
	}
	if v.row != row {
		s.window.Scroll = 0
	}
	v.row, v.width, v.tight = row, width, tight
	b := card.Body{Rows: frame.Rows{Tight: tight}, Column: -1}
	c, err := s.table.card(row)
	if err != nil {
		b.Add(frame.Wrap(frame.Text(s.words.Browse.NotRead(markup.OneLine(err.Error())), 0), width)...)
		v.lines = b.Lines
		return
	}
	f := card.Face{View: quiz.Look(c, 1, len(c.Hints()), true), Words: s.words, Pictures: s.options.Pictures, Height: s.window.Room() / 2}
	f.Reply = card.NewReply(f.View)
	f.Reply.Cursor = -1
	f.ComposeQuestion(&b, width)
	f.ComposeRest(&b, width)
	b.Gap()
	b.Add(frame.Text(strings.Repeat("─", width), frame.Faint))
	s.composeFacts(&b, c, row, width)
	v.lines = b.Lines
}

// openImage opens the image of the card under the cursor.
func (s *screen) openImage() tea.Cmd {
	row, ok := s.row()
	if !ok {
		return nil
	}
	c, err := s.table.card(row)
	if err != nil {
		s.window.Say(s.words.Browse.NotRead(markup.OneLine(err.Error())))
		return nil
	}
	return card.OpenImages(s.options.Pictures, quiz.Look(c, 1, 0, false))
}

// composeFacts lays out what is known of a card, a label and what it says each.
func (s *screen) composeFacts(b *card.Body, c decks.Card, row int32, width int) {
	w, r := &s.words.Browse.Facts, &s.table.rows[row]
	say := quiz.Speaker{Words: s.words}
	p := r.progress()
	facts := [][2]string{{w.Card, c.ID.String()}, {w.Now, s.standing(row)}}
	if p.Reps > 0 {
		facts = append(facts,
			[2]string{w.Memory, w.Remembered(s.words.Locale.Fixed(p.Stability, 1), s.words.Locale.Fixed(p.Difficulty, 1),
				s.words.Browse.Percent(int(100*s.recall(c.ID, &p)+0.5)))},
			[2]string{w.Reviews, w.Seen(p.Reps, p.Lapses, say.Day(p.Last))})
	}
	if p.Flag > 0 {
		facts = append(facts, [2]string{w.Flag, s.words.Locale.Int(p.Flag)})
	}
	if tags := strings.Join(c.Question.Tags, " "); tags != "" {
		facts = append(facts, [2]string{w.Tags, tags})
	}
	if file := c.Question.File; file != "" {
		facts = append(facts, [2]string{w.File, place(file, c.Question.Pos.Line)})
	}
	b.Add((&frame.Panel{Lines: labelled(facts)}).Body(width)[2:]...)
}

// standing says in words how a card stands.
func (s *screen) standing(i int32) string {
	r := &s.table.rows[i]
	p := r.progress()
	said := s.words.Browse.States[r.standing(s.today)]
	reason := quiz.Speaker{Words: s.words}.Reason(p, quiz.Moment{Day: s.today})
	switch how := r.standing(s.today); {
	case r.reps == 0, p.Suspended:
		return said
	case how == isLearning, how == isRelearning:
		return reason // which says so
	}
	return said + ", " + reason
}

// place names a line of a file.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}

// labelled returns labels and what they say as the lines of a panel.
func labelled(facts [][2]string) (lines []frame.Line) {
	for _, f := range facts {
		lines = append(lines, frame.Line{frame.P(f[0], frame.Faint), frame.P(markup.OneLine(f[1]), 0)})
	}
	return lines
}
