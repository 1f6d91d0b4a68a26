package markup

import (
	"strings"

	"recto/decks/markup/math"
)

// Shown returns the text of the spans as a screen without looks shows it, in
// lines: as Plain does, but mathematics in Unicode, and the address of a link
// behind its words.
func Shown(spans []Span) string {
	var b strings.Builder
	for i, s := range spans {
		b.WriteString(s.Shown())
		if url := Address(spans, i); url != "" {
			b.WriteString(" (" + url + ")")
		}
	}
	return b.String()
}

// Shown returns what a screen shows of the span alone: its text, mathematics
// in Unicode, a gap as "[...]".
func (s Span) Shown() string {
	if s.Kind != Math {
		return Plain([]Span{s})
	}
	line := math.Unicode(math.Parse(s.Text))
	if strings.HasPrefix(s.Text, " ") { // behind a gap
		line = " " + line
	}
	if strings.HasSuffix(s.Text, " ") { // before one
		line += " "
	}
	return line
}

// Address returns where a link leads that the span at i is the end of, for
// those who cannot follow its words. Words that are the address themselves need
// none: "" then, and for all other spans.
func Address(spans []Span, i int) string {
	url := spans[i].URL
	if url == "" {
		return ""
	}
	for _, next := range spans[i+1:] {
		if next.Kind != Break {
			if next.URL == url {
				return ""
			}
			break
		}
	}
	words := ""
	for ; i >= 0 && (spans[i].URL == url || spans[i].Kind == Break); i-- {
		words = spans[i].Text + words
	}
	_, rest, _ := strings.Cut(url, ":")
	if words == url || words == strings.TrimPrefix(rest, "//") {
		return ""
	}
	return url
}

// Line returns markup as one line for lists and titles: what Shown returns,
// without addresses, runs of space as one, made safe by OneLine.
func Line(source string) string {
	var b strings.Builder
	for _, s := range Parse(source) {
		b.WriteString(s.Shown())
	}
	return strings.Join(strings.Fields(OneLine(b.String())), " ")
}
