package page

import (
	"fmt"

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
	rows := [][]string{{"", "reviews", "young", "of", "mature", "of", "both", "of"}}
	for _, p := range w.r.Retention {
		row := []string{p.Name, english.Thousands(p.Reviews)}
		for _, r := range []stats.Recall{p.Young, p.Mature, p.True()} {
			row = append(row, english.Percent(r), english.Thousands(r.N()))
		}
		rows = append(rows, row)
	}
	w.section("True retention", func() { w.table("", rows) })
}

// answerTimes is the table of how long answers took.
func (w *writer) answerTimes() {
	rows := [][]string{{"cards", "answers", "median", "mean", "nine of ten within"}}
	for _, t := range w.r.AnswerTimes {
		if t.Answers > 0 {
			rows = append(rows, []string{t.Of, english.Thousands(t.Answers), fmt.Sprintf("%.1f s", t.Median), fmt.Sprintf("%.1f s", t.Mean), fmt.Sprintf("%.1f s", t.P90)})
		}
	}
	if len(rows) > 1 {
		w.section("Answer time", func() { w.table("", rows) })
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

// words writes a table whose cells hold texts of decks, escaped already.
func (w *writer) words(head []string, rows [][]string) {
	w.put("<table class=\"words\"><thead><tr>")
	for _, cell := range head {
		w.put("<th scope=\"col\"", said(cell), ">", cell, "</th>")
	}
	w.put("</tr></thead><tbody>\n")
	for _, row := range rows {
		w.put("<tr>")
		for i, cell := range row {
			w.put("<td", said(head[i]), ">", cell, "</td>")
		}
		w.put("</tr>\n")
	}
	w.put("</tbody></table>\n")
}

// said returns the class of a column that holds texts.
func said(head string) string {
	if saidColumns[head] {
		return ` class="said"`
	}
	return ""
}

// saidColumns are those that hold texts.
var saidColumns = map[string]bool{"answer": true, "you wrote": true, "which is the answer of": true, "and": true}

func (w *writer) hardest() {
	if len(w.r.Hardest) == 0 {
		return
	}
	var rows [][]string
	for _, h := range w.r.Hardest[:min(len(w.r.Hardest), told)] {
		difficulty := fmt.Sprintf("%.1f", h.Difficulty)
		if h.Suspended {
			difficulty += ", suspended"
		}
		rows = append(rows, []string{subject(h.Subject), bdi(h.Answer), english.Thousands(h.Again), english.Thousands(h.Reviews), difficulty})
	}
	w.section("Hardest cards", func() {
		w.words([]string{"card", "answer", "forgotten", "reviews", "difficulty"}, rows)
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
			now = fmt.Sprintf("%.1f %%", 100**g.Recall)
		}
		rows = append(rows, []string{name, english.Thousands(g.Reviews), english.Percent(g.Young), english.Percent(g.Mature), english.Percent(g.True()), now,
			english.Thousands(g.Cards.Cards), english.Thousands(g.Cards.New), english.Thousands(g.Due)})
	}
	w.section(title, func() {
		w.words([]string{what, "reviews", "young", "mature", "both", "known now", "cards", "new", "due"}, rows)
	})
}

func (w *writer) confusions() {
	w.section("Wrong answers", func() {
		if len(w.r.Confusions) == 0 {
			w.put("<p>None was recorded.</p>\n")
			return
		}
		var rows [][]string
		for _, c := range w.r.Confusions[:min(len(w.r.Confusions), told)] {
			other := ""
			if c.AnswerOf != nil {
				other = subject(*c.AnswerOf)
			}
			rows = append(rows, []string{subject(c.Card), bdi(c.Card.Answer), bdi(c.Response), english.Thousands(c.Times), c.Last.String(), other})
		}
		w.words([]string{"card", "answer", "you wrote", "times", "last", "which is the answer of"}, rows)
	})
}

func (w *writer) mixups() {
	if len(w.r.Mixups) == 0 {
		return
	}
	var rows [][]string
	for _, m := range w.r.Mixups[:min(len(w.r.Mixups), told)] {
		rows = append(rows, []string{bdi(plot.Wanted(m.A)) + "<span class=\"id\">" + bdi(m.A.Name()) + "</span>",
			bdi(plot.Wanted(m.B)) + "<span class=\"id\">" + bdi(m.B.Name()) + "</span>", english.Thousands(m.Times)})
	}
	w.section("Mixed up", func() { w.words([]string{"one", "and", "times"}, rows) })
}
