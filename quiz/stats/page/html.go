package page

import (
	"fmt"
	"regexp"
	"strings"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
)

// HTML returns a report as a page for a browser and for paper. It is also
// well-formed XML, in UTF-8.
func HTML(r *stats.Report) []byte {
	w := &writer{r: r}
	w.put(`<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="recto"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>`, escape(title(r)), `</title>
<style>`, style, sheet, `</style>
</head>
<body class="recto">
<header><h1>What you remember</h1><p>`, escape(subtitle(r)), `</p></header>
<main>
`)
	w.facts()
	w.put("<div class=\"charts\">\n")
	for _, c := range charts(r) {
		w.chart(c)
	}
	w.put("</div>\n")
	w.periods()
	w.answerTimes()
	w.hardest()
	w.groups("Decks", "deck", r.Decks)
	w.groups("Tags", "tag", r.Tags)
	w.confusions()
	w.mixups()
	w.put("</main>\n<footer><p>True retention is made of the first review of a day of each card that stands in review; mature cards have an interval of ",
		fmt.Sprint(stats.Mature), " days or more. <kbd>recto help statistics</kbd> says what every figure counts.</p></footer>\n</body>\n</html>\n")
	return []byte(w.String())
}

func title(r *stats.Report) string { return "Recto statistics, " + r.Today.String() }

func subtitle(r *stats.Report) string {
	text := "Statistics on " + r.Today.String()
	if r.Since != nil {
		text += ", of reviews since " + r.Since.String()
	}
	return text
}

// sheet is the style of what is no drawing.
const sheet = `
html{background:#fff}
@media screen and (prefers-color-scheme:dark){html{background:#12161c}}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:66rem;line-height:1.45;background:var(--ground)}
h1{font-size:1.9rem;margin:0;letter-spacing:-.01em}header p,footer p{color:var(--soft);margin:.2rem 0 1.4rem}
h2{font-size:1.05rem;margin:0 0 .5rem;font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:.1rem 2rem;margin:0 0 1.6rem}
.facts div{display:flex;gap:.8rem;padding:.4rem 0;border-top:1px solid var(--line)}
.facts dt{flex:0 0 6rem;color:var(--soft)}.facts dd{margin:0}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:1rem;align-items:start}
figure,section{margin:0;padding:1rem;border:1px solid var(--line);border-radius:10px;background:var(--card);break-inside:avoid}
section{margin-top:1rem;overflow-x:auto}
.wide{grid-column:1/-1}.wide .scroll{overflow-x:auto;direction:rtl}.wide svg{min-width:40rem;direction:ltr}.date{white-space:nowrap}
details{margin-top:.5rem;font-size:.85rem}summary{color:var(--soft);cursor:pointer}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
details table{width:auto}
th,td{text-align:right;padding:.28rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}
th{font-weight:500;color:var(--soft)}
th:first-child,td:first-child{text-align:left;padding-left:0}
.words td:first-child,.words th:first-child,.words .said{text-align:left;white-space:normal;overflow-wrap:anywhere;min-width:6.5rem}
.id{display:block;color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}
kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
footer{margin-top:1.5rem;font-size:.85rem}
@media print{body{max-width:none;padding:0;font-size:10pt}.charts{grid-template-columns:1fr 1fr;gap:.6rem}details{display:none}
figure,section{border-color:#ccc;padding:.6rem}.wide svg{min-width:0}thead{display:table-header-group}tr,h2{break-inside:avoid}h2{break-after:avoid}section:has(.words){break-inside:auto}
section{overflow:visible}th,td{padding:.2rem .35rem}.words td:first-child,.words .said{min-width:4.6rem}}
`

// writer writes the page.
type writer struct {
	strings.Builder
	r *stats.Report
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// facts says the most important in words.
func (w *writer) facts() {
	if w.r.Total.Reviews == 0 {
		w.put("<p>", escape(english.Nothing(w.r)), "</p>\n")
		return
	}
	w.put("<dl class=\"facts\">\n")
	for _, f := range english.Facts(w.r) {
		w.put("<div><dt>", escape(f[0]), "</dt><dd>", dates(f[1]), "</dd></div>\n")
	}
	w.put("</dl>\n")
}

// date is a day as it is written.
var date = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// dates escapes a text and keeps its dates on one line.
func dates(s string) string { return date.ReplaceAllString(escape(s), `<span class="date">$0</span>`) }

// chart writes a drawing and its numbers.
func (w *writer) chart(c chart) {
	class := ""
	if c.wide {
		class = ` class="wide"`
	}
	w.put("<figure", class, "><h2 id=\"h-", c.id, "\">", escape(c.title), "</h2>\n<div class=\"scroll\">",
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, number(c.w), " ", number(c.h), `" role="img" aria-labelledby="t-`, c.id, ` d-`, c.id, `">`,
		`<title id="t-`, c.id, `">`, escape(c.title), `</title><desc id="d-`, c.id, `">`, escape(c.desc), "</desc>", c.body, "</svg></div>\n",
		"<details><summary>The numbers of ", escape(strings.ToLower(c.title[:1])+c.title[1:]), "</summary>\n")
	w.table("", c.table)
	w.put("</details></figure>\n")
}

// table writes a table whose cells are plain texts, the head first.
func (w *writer) table(class string, rows [][]string) {
	w.put("<table")
	if class != "" {
		w.put(" class=\"", class, "\"")
	}
	w.put("><thead><tr>")
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

// english speaks as the C locale does: a page is a document in English.
var english = plot.In(nil)
