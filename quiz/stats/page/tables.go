package page

import (
	"recto/quiz/stats"
	"recto/quiz/stats/plot"
)

// section writes a part with a title.
func (w *writer) section(title string, inside func()) {
	w.put("<section><h2>", escape(title), "</h2>\n")
	inside()
	w.put("</section>\n")
}

// periods is the table of true retention.
func (w *writer) periods() {
	if w.r.Total.Reviews == 0 {
		return
	}
	head, of := &w.Stats.Columns, w.Page.Columns.Of
	rows := [][]string{{"", head.Reviews, head.Young, of, head.Mature, of, head.Both, of}}
	for _, p := range w.r.Retention {
		row := []string{w.Common.Engine(p.Name), w.Thousands(p.Reviews)}
		for _, r := range []stats.Recall{p.Young, p.Mature, p.True()} {
			row = append(row, w.Percent(r), w.Thousands(r.N()))
		}
		rows = append(rows, row)
	}
	w.section(w.Stats.Titles.TrueRetention, func() { w.table(rows) })
}

// answerTimes is the table of how long answers took.
func (w *writer) answerTimes() {
	head := &w.Page.Columns
	rows := [][]string{{head.Cards, head.Answers, w.Stats.Columns.Median, w.Stats.Columns.Mean, head.NineOfTen}}
	for _, t := range w.r.AnswerTimes {
		if t.Answers > 0 {
			rows = append(rows, []string{w.Common.Engine(t.Of), w.Thousands(t.Answers), w.Stats.Seconds(t.Median, 1), w.Stats.Seconds(t.Mean, 1), w.Stats.Seconds(t.P90, 1)})
		}
	}
	if len(rows) > 1 {
		w.section(w.Stats.Titles.AnswerTime, func() { w.table(rows) })
	}
}

// told is how many of a long list are told; the rest is in the JSON.
const told = 25

// subject names a card. Its text has a direction of its own.
func subject(s stats.Subject) string {
	text := "<bdi>" + escape(s.Name()) + "</bdi>"
	if s.Text != "" {
		text += "<span class=\"id\"><bdi>" + escape(s.ID.String()) + "</bdi></span>"
	}
	return text
}

// column is the head of a column, and whether it holds what people say: the
// first one always does.
type column struct {
	head string
	said bool
}

// words writes a table whose cells hold texts of decks, escaped already.
func (w *writer) words(head []column, rows [][]string) {
	w.put("<table class=\"words\"><thead><tr>")
	for _, cell := range head {
		w.put("<th scope=\"col\"", cell.class(), ">", escape(cell.head), "</th>")
	}
	w.put("</tr></thead><tbody>\n")
	for _, row := range rows {
		w.put("<tr>")
		for i, cell := range row {
			w.put("<td", head[i].class(), ">", cell, "</td>")
		}
		w.put("</tr>\n")
	}
	w.put("</tbody></table>\n")
}

// class returns the class of a column that holds texts.
func (c column) class() string {
	if c.said {
		return ` class="said"`
	}
	return ""
}

func (w *writer) hardest() {
	if len(w.r.Hardest) == 0 {
		return
	}
	var rows [][]string
	for _, h := range w.r.Hardest[:min(len(w.r.Hardest), told)] {
		difficulty := w.Locale.Fixed(h.Difficulty, 1)
		if h.Suspended {
			difficulty += w.Stats.Suspended
		}
		rows = append(rows, []string{subject(h.Subject), bdi(h.Answer), w.Thousands(h.Again), w.Thousands(h.Reviews), difficulty})
	}
	head := &w.Page.Columns
	w.section(w.Stats.Titles.Hardest, func() {
		w.words([]column{{head: head.Card}, {head.Answer, true}, {head: head.Forgotten}, {head: w.Stats.Columns.Reviews}, {head: head.Difficulty}}, rows)
	})
}

func bdi(s string) string {
	if s == "" {
		return ""
	}
	return "<bdi>" + escape(s) + "</bdi>"
}

func (w *writer) groups(title, what string, list []stats.Group) {
	if len(list) == 0 {
		return
	}
	var rows [][]string
	for _, g := range list {
		name := bdi(g.Name)
		if g.Title != "" {
			name = bdi(g.Title) + "<span class=\"id\">" + bdi(g.Name) + "</span>"
		}
		now := "-"
		if g.Recall != nil {
			now = w.Stats.Percent(*g.Recall, 1)
		}
		rows = append(rows, []string{name, w.Thousands(g.Reviews), w.Percent(g.Young), w.Percent(g.Mature), w.Percent(g.True()), now,
			w.Thousands(g.Cards.Cards), w.Thousands(g.Cards.New), w.Thousands(g.Due)})
	}
	head, own := &w.Stats.Columns, &w.Page.Columns
	w.section(title, func() {
		w.words([]column{{head: what}, {head: head.Reviews}, {head: head.Young}, {head: head.Mature}, {head: head.Both}, {head: own.Known},
			{head: own.Cards}, {head: head.New}, {head: head.Due}}, rows)
	})
}

func (w *writer) confusions() {
	head := &w.Page.Columns
	w.section(w.Stats.Titles.WrongAnswers, func() {
		if len(w.r.Confusions) == 0 {
			w.put("<p>", escape(w.Stats.NoConfusion), "</p>\n")
			return
		}
		var rows [][]string
		for _, c := range w.r.Confusions[:min(len(w.r.Confusions), told)] {
			other := ""
			if c.AnswerOf != nil {
				other = subject(*c.AnswerOf)
			}
			rows = append(rows, []string{subject(c.Card), bdi(c.Card.Answer), bdi(c.Response), w.Thousands(c.Times), w.Day(c.Last), other})
		}
		w.words([]column{{head: head.Card}, {head.Answer, true}, {head.Wrote, true}, {head: head.Times}, {head: head.Last}, {head.WhoseAnswer, true}}, rows)
	})
}

func (w *writer) mixups() {
	if len(w.r.Mixups) == 0 {
		return
	}
	var rows [][]string
	for _, m := range w.r.Mixups[:min(len(w.r.Mixups), told)] {
		rows = append(rows, []string{bdi(plot.Wanted(m.A)) + "<span class=\"id\">" + bdi(m.A.Name()) + "</span>",
			bdi(plot.Wanted(m.B)) + "<span class=\"id\">" + bdi(m.B.Name()) + "</span>", w.Thousands(m.Times)})
	}
	head := &w.Page.Columns
	w.section(w.Stats.Titles.MixedUp, func() { w.words([]column{{head: head.One}, {head.And, true}, {head: head.Times}}, rows) })
}
