package home

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// Plain writes what the screen shows as lines of text, in the order in which
// they are to be heard: what waits, what there is to know, each deck, each file
// with a fault. More may be nil. Nil words are English.
func Plain(to io.Writer, t Today, more *More, w *words.Words) error {
	if w == nil {
		w = words.English(words.Locale{})
	}
	out := bufio.NewWriter(to)
	say := func(text string) {
		if text != "" {
			_, _ = out.WriteString(markup.OneLine(text) + "\n") // Flush tells
		}
	}
	s := &Screen{words: w, today: t, more: more, loaded: true}
	for _, line := range s.told() {
		say(line)
	}
	if more != nil {
		say(w.Home.Streak(more.Streak, more.Today))
		for _, x := range more.Exams {
			say(w.Common.Sentence(x))
		}
	}
	h := &w.Home
	count := func(name string, d Deck) {
		say(name + ": " + h.New + " " + strconv.Itoa(d.New) + ", " + h.Learning + " " + strconv.Itoa(d.Learning) + ", " + h.Due + " " + strconv.Itoa(d.Due))
	}
	if len(t.Decks) == 0 {
		say(h.NoDeck)
	}
	if len(t.Decks) > 1 {
		count(h.AllDecks, s.all())
	}
	for _, d := range t.Decks {
		count(d.name(), d)
	}
	if len(t.Faults) > 0 {
		say(h.Faulty(len(t.Faults)))
	}
	for _, f := range t.Faults {
		say(f.line())
	}
	return out.Flush()
}

// name returns the title of a deck, else its id.
func (d *Deck) name() string {
	if name := frame.Inline(d.Title); name != "" {
		return name
	}
	return markup.OneLine(d.ID)
}

// line says which file has a fault, and which.
func (f *Fault) line() string {
	said := f.Said
	if f.Line > 0 {
		said = strconv.Itoa(f.Line) + ": " + said
	}
	return f.Name + ": " + said
}

// told says what waits, or when something does again, and what holds it back: a
// line each, the most important first.
func (s *Screen) told() (lines []string) {
	h, t := &s.words.Home, &s.today
	if n := s.waiting(); n > t.Soon {
		minutes := 0
		if s.more != nil {
			minutes = s.more.Minutes
		}
		lines = append(lines, h.Waiting(n, minutes))
	} else {
		if len(t.Decks) > 0 || t.Done > 0 {
			lines = append(lines, h.Nothing(t.Done))
		}
		if t.Held[0]+t.Held[1] > 0 {
			lines = append(lines, h.Held(t.Held[0], t.Held[1]))
		}
		if t.Next != (quiz.Next{}) {
			next := quiz.Speaker{Words: s.words}.Next(t.Next, t.Now)
			if t.Clock != nil {
				lines = append(lines, h.NextAt(next, t.Clock.Hour, t.Clock.Minute))
			} else {
				lines = append(lines, h.Next(next))
			}
		}
	}
	if t.Paused != 0 {
		lines = append(lines, h.Paused(quiz.Speaker{Words: s.words}.Day(t.Paused)))
	}
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return lines
}
