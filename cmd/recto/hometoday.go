package main

import (
	"context"
	"path/filepath"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/home"
)

// today looks what waits: the decks of the configuration, else the one inside
// the program, as "recto study" would bring them. Nothing is written.
func (h *homeScreen) today(ctx context.Context) (home.Today, error) {
	defer uncollected()()
	c, err := h.command(ctx, dueCommand(), nil)
	if err != nil {
		return home.Today{}, err
	}
	var faults decks.ErrorList
	l := newLoader(c)
	l.left = &faults
	w, err := openDealtBy(c, l, nil, true)
	if err != nil {
		return home.Today{}, err
	}
	defer w.Close()
	d, err := w.look(c)
	if err != nil {
		return home.Today{}, err
	}
	t := home.Today{Now: d.now, Done: d.limits.Done.New + d.limits.Done.Reviews, Paused: d.limits.Paused}
	for i, n := range countByDeck(w.decks, d.queue) {
		t.Decks = append(t.Decks, home.Deck{ID: n.Deck, Title: n.Title, Names: namesOfDeck(w.decks[i]), New: n.New, Learning: n.Learning, Due: n.Due})
	}
	for _, f := range faults {
		if len(t.Faults) == 0 || t.Faults[len(t.Faults)-1].File != f.File { // the first of each file
			t.Faults = append(t.Faults, home.Fault{File: f.File, Name: filepath.Base(f.File), Line: f.Pos.Line, Said: f.Message, Text: f.Error()})
		}
	}
	nextOf(&t, d, w.config.DayStart)
	if len(d.queue) == 0 {
		held := heldBack(d.planned, d.queue, d.now, d.limits)
		t.Held = [2]int{held.New, held.Due}
	}
	t.Longer = func(ctx context.Context) (home.More, error) { return h.more(ctx, w, d) }
	return t, nil
}

// namesOfDeck names a deck on a command line.
func namesOfDeck(d *decks.Deck) (names []string) {
	if isLibrary(d) && inLibrary(d.File) {
		return []string{d.ID}
	}
	for _, p := range d.Parts {
		names = append(names, p.File)
	}
	return names
}

// nextOf says when a card waits, where none waits now.
func nextOf(t *home.Today, d *dealt, dayStart int) {
	at := func(local time.Time) { t.Clock = &home.Clock{Hour: local.Hour(), Minute: local.Minute()} }
	for i := range d.queue {
		p := &d.queue[i].Progress
		if p.Steps() && p.Due.After(d.now.At.Add(quiz.LearnAhead)) {
			if t.Soon++; t.Soon == 1 || p.Due.Before(t.Next.At) {
				t.Next = quiz.Next{At: p.Due}
			}
		}
	}
	switch {
	case t.Soon < len(d.queue):
		t.Next = quiz.Next{}
		return
	case t.Soon > 0:
		at(t.Next.At.In(time.Local))
		return
	}
	if t.Next.Day = quiz.Later(d.planned, d.queue, d.now, d.limits); t.Next.Day == d.now.Day+1 {
		t.Clock = &home.Clock{Hour: dayStart}
	}
}

// paceWindow is how far the first look into the reviews goes back; for a longer
// row of days further ones go back four times as far.
const paceWindow = paceDays

// more finds out what takes longer: the days in a row, the minutes that what
// waits is likely to take, and where the learner stands before an exam.
func (h *homeScreen) more(ctx context.Context, w *workspace, d *dealt) (home.More, error) {
	var m home.More
	store, err := openHistory(ctx, w.paths.History, true)
	if err != nil {
		return m, err
	}
	defer store.Close()
	for window := paceWindow; ; window *= 4 {
		reviews, err := store.ReviewsSince(ctx, d.now.At.AddDate(0, 0, -window).UnixMilli())
		if err != nil {
			return m, err
		}
		if window == paceWindow {
			pace, takes := quiz.PaceOf(reviews), time.Duration(0)
			for i := range d.queue {
				takes += pace.Of(d.queue[i].Progress.State)
			}
			if len(d.queue) > 0 {
				m.Minutes = max(int((takes+time.Minute/2)/time.Minute), 1)
			}
		}
		if m.Streak, m.Today = rowOfDays(reviews, d.now.Day); m.Streak < window-1 {
			break
		}
	}
	all, err := d.exams.outlooks(d.items, d.now)
	if err != nil {
		return m, err
	}
	for _, j := range all {
		m.Exams = append(m.Exams, j.line())
	}
	return m, nil
}

// rowOfDays counts the days in a row with a review, up to today or, when
// nothing was reviewed today, up to yesterday.
func rowOfDays(reviews []quiz.Event, today quiz.Day) (days int, with bool) {
	on := map[quiz.Day]bool{}
	for _, e := range reviews {
		on[e.Review.Day] = true
	}
	day := today
	if !on[today] {
		day--
	}
	for ; on[day]; day-- {
		days++
	}
	return days, on[today]
}
