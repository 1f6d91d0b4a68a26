package page

import (
	"strings"

	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/words"
)

// The layout of the picture.
const (
	pictureWidth = 1040.0
	margin       = 28.0
	between      = 24.0
)

// SVG returns a report as one picture: the charts of the page and the first of
// its lists, in the words of a catalogue; nil is English, as the C locale writes
// it.
func SVG(r *stats.Report, in *words.Words) []byte {
	p := painter{plot.In(in), r}
	var c canvas
	c.text(margin, 46, "", name("big"), p.Page.Heading)
	c.text(margin, 68, "", name("soft"), p.subtitle())
	y := p.facts(&c, 100)
	x, row := margin, 0.0
	const column = (pictureWidth - 2*margin - between) / 2
	for _, ch := range p.charts() {
		w := column
		if ch.wide {
			w = pictureWidth - 2*margin
		}
		h := ch.h * w / ch.w
		if x > margin && (ch.wide || x+w > pictureWidth-margin+1) {
			x, y, row = margin, y+row, 0
		}
		place(&c, ch, x, y, w, h)
		row = max(row, h+58)
		if x += w + between; x > pictureWidth-margin {
			x, y, row = margin, y+row, 0
		}
	}
	y = p.lists(&c, y+row)
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<svg xmlns="http://www.w3.org/2000/svg" class="recto" lang="` + escape(p.Page.Language) + `" role="img" aria-labelledby="title desc" width="` + number(pictureWidth) + `" height="` + number(y) +
		`" viewBox="0 0 ` + number(pictureWidth) + " " + number(y) + `">` +
		`<title id="title">` + escape(p.title()) + `</title><desc id="desc">` + escape(p.told()) + "</desc>\n<style>" + style + "</style>\n" +
		`<rect width="100%" height="100%" class="ground"/>` + "\n" + c.String() + "\n</svg>\n")
	return []byte(b.String())
}

// told is what the picture shows, in words.
func (p painter) told() string {
	r := p.r
	if r.Total.Reviews == 0 {
		return p.Nothing(r)
	}
	var parts []string
	for _, f := range p.Facts(r) {
		parts = append(parts, f[0]+": "+f[1])
	}
	return strings.Join(parts, ". ") + "."
}

// facts writes the most important in words and returns where it ends.
func (p painter) facts(c *canvas, y float64) float64 {
	r := p.r
	if r.Total.Reviews == 0 {
		c.text(margin, y, "", "", p.Nothing(r))
		return y + 30
	}
	for i, f := range p.Facts(r) {
		x := margin + float64(i%2)*(pictureWidth-margin)/2
		at := y + float64(i/2)*22
		c.text(x, at, "", name("soft"), f[0])
		c.text(x+78, at, "", "", short(f[1], 66))
	}
	return y + float64((len(p.Facts(r))+1)/2)*22 + 20
}

// place puts a chart with its title at a place of the picture.
func place(c *canvas, ch chart, x, y, w, h float64) {
	c.text(x, y+16, "", name("head"), ch.title)
	c.WriteString(`<svg x="` + number(x) + `" y="` + number(y+28) + `" width="` + number(w) + `" height="` + number(h) + `" viewBox="0 0 ` + number(ch.w) + " " + number(ch.h) +
		`" style="width:auto"><title>` + escape(ch.title) + "</title><desc>" + escape(ch.desc) + "</desc>" + ch.body + "</svg>\n")
}

// lists writes the first of the hardest cards and of the wrong answers beside
// each other, and returns where the picture ends.
func (p painter) lists(c *canvas, y float64) float64 {
	r := p.r
	const most, cells = 10, 66
	column := margin + (pictureWidth-margin)/2
	end := y
	line := func(x, at float64, class name, s string) {
		c.text(x, at, "", class, short(s, cells))
		end = max(end, at)
	}
	if len(r.Hardest) > 0 {
		c.text(margin, y+16, "", name("head"), p.Stats.Titles.Hardest)
	}
	for i, h := range r.Hardest[:min(len(r.Hardest), most)] {
		at := y + 40 + float64(i)*38
		line(margin, at, "", h.Name())
		line(margin, at+15, name("small"), p.Stats.Forgotten(h.Again, h.Reviews, p.Locale.Fixed(h.Difficulty, 1)))
	}
	if len(r.Confusions) > 0 {
		c.text(column, y+16, "", name("head"), p.Stats.Titles.WrongAnswers)
	}
	for i, wrong := range r.Confusions[:min(len(r.Confusions), most)] {
		at := y + 40 + float64(i)*38
		line(column, at, "", p.Sentence(wrong))
		about := wrong.Card.Name()
		if wrong.AnswerOf != nil {
			about = p.Page.AnswerOf(wrong.AnswerOf.Name())
		}
		line(column, at+15, name("small"), about)
	}
	return end + margin
}
