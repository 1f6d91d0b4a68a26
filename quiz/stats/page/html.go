package page

import (
	_ "embed"
	"regexp"
	"strings"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/words"
)

// HTML returns a report as a page for a browser and for paper, in the words of a
// catalogue; nil is English, as the C locale writes it. It is also well-formed
// XML, in UTF-8.
func HTML(r *stats.Report, in *words.Words) []byte {
	w := &writer{painter: painter{plot.In(in), r}}
	w.put(`<!DOCTYPE html>
<html lang="`, escape(w.Page.Language), `" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="recto"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>`, escape(w.title()), `</title>
<style>`, style, sheet, `</style>
</head>
<body class="recto">
<header><h1>`, escape(w.Page.Heading), `</h1><p>`, escape(w.subtitle()), `</p></header>
<main>
`)
	w.facts()
	w.put("<div class=\"charts\">\n")
	for _, c := range w.charts() {
		w.figure(c)
	}
	w.put("</div>\n")
	w.periods()
	w.answerTimes()
	w.hardest()
	w.groups(w.Stats.Titles.Decks, w.Page.Columns.Deck, r.Decks)
	w.groups(w.Stats.Titles.Tags, w.Page.Columns.Tag, r.Tags)
	w.confusions()
	w.mixups()
	help := escape(w.Page.Help)
	footer := strings.Replace(escape(w.Page.Footer(stats.Mature)), help, "<kbd>"+help+"</kbd>", 1)
	w.put("</main>\n<footer><p>", footer, "</p></footer>\n</body>\n</html>\n")
	return []byte(w.String())
}

func (p painter) title() string { return p.Page.Title(p.Day(p.r.Today)) }

func (p painter) subtitle() string {
	since := ""
	if p.r.Since != nil {
		since = p.Day(*p.r.Since)
	}
	return p.Page.Subtitle(p.Day(p.r.Today), since)
}

// sheet is the style of what is no drawing.
//
//go:embed sheet.css
var sheet string

// writer writes the page.
type writer struct {
	strings.Builder
	painter
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// facts says the most important in words.
func (w *writer) facts() {
	if w.r.Total.Reviews == 0 {
		w.put("<p>", escape(w.Nothing(w.r)), "</p>\n")
		return
	}
	w.put("<dl class=\"facts\">\n")
	for _, f := range w.Facts(w.r) {
		w.put("<div><dt>", escape(f[0]), "</dt><dd>", dates(f[1]), "</dd></div>\n")
	}
	w.put("</dl>\n")
}

// date is a day as locales write it.
var date = regexp.MustCompile(`\d{4}[-/.] ?\d{2}[-/.] ?\d{2}|\d{2}[-/.] ?\d{2}[-/.] ?\d{4}`)

// dates escapes a text and keeps its dates on one line.
func dates(s string) string { return date.ReplaceAllString(escape(s), `<span class="date">$0</span>`) }

// figure writes a drawing and its numbers.
func (w *writer) figure(c chart) {
	class := ""
	if c.wide {
		class = ` class="wide"`
	}
	w.put("<figure", class, "><h2 id=\"h-", string(c.id), "\">", escape(c.title), "</h2>\n<div class=\"scroll\">",
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, number(c.w), " ", number(c.h), `" role="img" aria-labelledby="t-`, string(c.id), ` d-`, string(c.id), `">`,
		`<title id="t-`, string(c.id), `">`, escape(c.title), `</title><desc id="d-`, string(c.id), `">`, escape(c.desc), "</desc>", c.body, "</svg></div>\n",
		"<details><summary>", escape(w.Page.Numbers(c.title)), "</summary>\n")
	w.table(c.table)
	w.put("</details></figure>\n")
}

// table writes a table whose cells are plain texts, the head first.
func (w *writer) table(rows [][]string) {
	w.put("<table><thead><tr>")
	for _, cell := range rows[0] {
		w.put("<th scope=\"col\">", escape(cell), "</th>")
	}
	w.put("</tr></thead><tbody>\n")
	for _, row := range rows[1:] {
		w.put("<tr>")
		for _, cell := range row {
			w.put("<td>", escape(cell), "</td>")
		}
		w.put("</tr>\n")
	}
	w.put("</tbody></table>\n")
}
