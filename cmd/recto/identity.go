package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/library"
	"recto/quiz"
	"recto/quiz/history"
	"recto/quiz/relink"
)

// asker asks of changes whether each is one question: which keep their history,
// which are others, and of which it did not ask. The learner decides of the rest
// later.
type asker func([]relink.Change) (keep, decline, left []relink.Change, err error)

// keepHistories carries the history of questions over that were edited, moved
// or given an id since they were studied, and says so. The learner is asked
// where it is not clear: by the asker of the workspace, else on a terminal.
func (w *workspace) keepHistories(c *cli.Context) error {
	plan, err := w.findRelinks(c)
	if err != nil {
		return err
	}
	keep, decline, left := plan.Sure, []relink.Change(nil), plan.Asked
	ask := w.ask
	if ask == nil && isTerminal(c.App.Reader) && isTerminal(c.App.Writer) {
		ask = func(changes []relink.Change) (keep, decline, left []relink.Change, err error) {
			return askChanges(c, changes)
		}
	}
	if ask != nil && len(plan.Asked) > 0 {
		var kept []relink.Change
		if kept, decline, left, err = ask(plan.Asked); err != nil {
			return err
		}
		keep = append(keep, kept...)
	}
	if err := w.commitRelinks(c.Context, keep, decline); err != nil {
		return err
	}
	tellKept(c, keep)
	tellLeft(c, len(left), ask != nil)
	return nil
}

// findRelinks compares the decks with the history. A deck that has the name of
// another one is an error when it was named; one of a folder or of the
// configuration is told and left out, as a faulty one is.
func (w *workspace) findRelinks(c *cli.Context) (relink.Plan, error) {
	for {
		wanted := relink.Wanted(w.decks, w.progress)
		if len(wanted) == 0 {
			return relink.Plan{}, nil
		}
		in, err := w.relinkInput(c.Context, wanted)
		if err != nil {
			return relink.Plan{}, err
		}
		plan, err := relink.Find(in)
		var other *relink.Stranger
		if !errors.As(err, &other) {
			return plan, err
		}
		err = strangerError(other)
		if len(w.decks) == 1 || slices.Contains(c.Args().Slice(), other.File) {
			return relink.Plan{}, err
		}
		fmt.Fprintln(c.App.ErrWriter, describe(err))
		w.decks = slices.DeleteFunc(w.decks, func(d *decks.Deck) bool { return d.ID == other.Deck })
	}
}

// relinkInput reads what relink.Find compares.
func (w *workspace) relinkInput(ctx context.Context, wanted []relink.Want) (in relink.Input, err error) {
	in = relink.Input{Decks: w.decks, Path: w.deckPath, Progress: w.progress, Where: whereIs}
	for _, want := range wanted {
		seen, err := w.lastSeen(ctx, want)
		if err != nil {
			return in, err
		}
		in.Seen = append(in.Seen, seen...)
		if !slices.ContainsFunc(w.decks, func(d *decks.Deck) bool { return d.ID == want.Deck }) {
			in.Beside = append(in.Beside, loadBeside(ctx, want.Deck, seen)...)
		}
	}
	past, err := w.store.Relinks(ctx)
	for _, p := range past {
		in.Past = append(in.Past, relink.Past{Moves: p.Event.Relink, Undone: p.Undone})
	}
	return in, err
}

// lastSeen reads what questions of a deck said last; a few one by one.
func (w *workspace) lastSeen(ctx context.Context, want relink.Want) (all []quiz.Seen, err error) {
	const few = 100
	if want.Questions == nil || len(want.Questions) > few {
		return w.store.SeenInDeck(ctx, want.Deck)
	}
	for _, id := range want.Questions {
		seen, ok, err := w.store.Seen(ctx, want.Deck, id)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, seen)
		}
	}
	return all, nil
}

// loadBeside loads a deck from where it was seen, to see what still stands in
// it. What cannot be read is left out: then nothing is sure.
func loadBeside(ctx context.Context, id string, seen []quiz.Seen) []*decks.Deck {
	l := &loader{stderr: io.Discard, seen: map[string]bool{}}
	for _, s := range seen {
		switch {
		case ctx.Err() != nil:
			return nil
		case s.Path == "":
			l.addLibrary(id)
		case !l.seen[s.Path]:
			l.seen[s.Path] = true
			if src, err := readRegular(s.Path, deckLimit); err == nil {
				l.files = append(l.files, decks.File{Path: s.Path, Source: src})
			}
		}
	}
	if len(l.files) == 0 {
		return nil
	}
	loaded, _ := decks.Salvage(l.files) // a faulty part is one that was not loaded
	return loaded
}

// whereIs tells of a deck file that was not loaded.
func whereIs(deck, path string) relink.Place {
	if path == "" {
		if slices.Contains(library.Names(), deck) {
			return relink.Present
		}
		return relink.Gone
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return relink.Present
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return relink.Away
	}
	return relink.Gone
}

// strangerError says that a deck has the name of another one.
func strangerError(s *relink.Stranger) error {
	was := "in the library"
	if s.Path != "" {
		was = "in " + printable(s.Path)
	}
	return &failure{exitConflict, fmt.Errorf(
		"%s is another deck than the %q that you know: %d of %s studied there are in it\nhint: the known one, %q, was last seen %s; give this one an id of its own, as in id = %q",
		printable(s.File), s.Deck, s.Here, count(s.Known, "question"), printable(s.KnownTitle), was, s.Deck+"-2")}
}

// commitRelinks records in one transaction what is kept and what was declined,
// and reads the progress again. A declined relink is recorded with its undo:
// the record of a learner who took it back, and never asked about again.
func (w *workspace) commitRelinks(ctx context.Context, keep, decline []relink.Change) error {
	if len(keep)+len(decline) == 0 {
		return nil
	}
	kept, err := w.relinkEvents(keep)
	if err != nil {
		return err
	}
	declined, err := w.relinkEvents(decline)
	if err != nil {
		return err
	}
	events := append(kept, declined...)
	for _, e := range declined {
		undo, err := w.event(quiz.UndoEvent)
		if err != nil {
			return err
		}
		undo.Undo = []quiz.EventID{e.ID}
		events = append(events, undo)
	}
	said := map[*decks.Question]bool{}
	for _, ch := range keep {
		if said[ch.To] {
			continue
		}
		said[ch.To] = true
		e, err := w.event(quiz.SeenEvent)
		if err != nil {
			return err
		}
		now := quiz.SeenOf(ch.To, w.deckPath(ch.To))
		e.Seen = &now
		events = append(events, e)
	}
	if err := w.store.Commit(ctx, events...); err != nil {
		return err
	}
	w.progress, err = w.store.Progress(ctx)
	return err
}

// movesAtOnce is how many moves one relink event holds; those of one question
// stay together.
const movesAtOnce = 10_000

// relinkEvents makes as few events of changes as there can be.
func (w *workspace) relinkEvents(changes []relink.Change) (events []quiz.Event, err error) {
	for _, ch := range changes {
		last := len(events) - 1
		if last < 0 || len(events[last].Relink)+len(ch.Moves) > movesAtOnce {
			e, err := w.event(quiz.RelinkEvent)
			if err != nil {
				return nil, err
			}
			events = append(events, e)
			last++
		}
		events[last].Relink = append(events[last].Relink, ch.Moves...)
	}
	return events, nil
}

// event returns a new event of this moment.
func (w *workspace) event(kind quiz.EventKind) (quiz.Event, error) {
	id, err := quiz.NewEventID(rand.Reader)
	return quiz.Event{ID: id, At: w.clock.Now().At.UnixMilli(), Kind: kind}, err
}

// tellKept says what was carried over.
func tellKept(c *cli.Context, keep []relink.Change) {
	edited, moved := 0, 0
	for _, ch := range keep {
		if ch.From.Deck == ch.To.Deck.ID {
			edited++
		} else {
			moved++
		}
	}
	what, whose := count(edited, "edited question"), "their"
	switch {
	case len(keep) == 0:
		return
	case moved > 0 && edited > 0:
		what = fmt.Sprintf("%d edited and %s", edited, count(moved, "moved question"))
	case moved > 0:
		what = count(moved, "moved question")
	}
	if len(keep) == 1 {
		whose = "its"
	}
	w := c.App.ErrWriter
	fmt.Fprintf(w, "%s kept %s history; recto history undo takes it back\n", what, whose)
	if !c.Bool("edits") {
		fmt.Fprintln(w, "hint: after more ratings, recto history undo --relink; study --edits names them")
		return
	}
	for _, ch := range keep {
		fmt.Fprintf(w, "  was: %s\n  now: %s\n", shortly(ch.From.Text), shortly(textOf(ch.To)))
	}
}

// tellLeft says how many questions were not asked about.
func tellLeft(c *cli.Context, n int, asks bool) {
	switch {
	case n == 0:
	case asks:
		fmt.Fprintf(c.App.ErrWriter, "%s more may have been edited; the next study asks about them\n", count(n, "question"))
	default:
		fmt.Fprintf(c.App.ErrWriter, "%s may have been edited, and nothing was carried over; recto study asks on a terminal\n", count(n, "question"))
	}
}

// lastActions returns the last n actions of a history, or with --relink the
// last that carried histories over.
func lastActions(c *cli.Context, store *history.Store, n int) ([][]quiz.EventID, error) {
	if c.Bool("relink") {
		return lastRelink(c.Context, store)
	}
	return store.LastActions(c.Context, n)
}

// lastRelink returns the last action that carried histories over and still
// stands, as the ids that an undo has to name; none when there is none.
func lastRelink(ctx context.Context, store *history.Store) ([][]quiz.EventID, error) {
	all, err := store.Relinks(ctx)
	if err != nil {
		return nil, err
	}
	var ids []quiz.EventID
	var action quiz.EventID
	for _, p := range slices.Backward(all) {
		first := p.Event.With
		if first.IsZero() {
			first = p.Event.ID
		}
		if p.Undone || len(ids) > 0 && first != action {
			continue
		}
		action = first
		ids = append(ids, p.Event.ID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return [][]quiz.EventID{ids}, nil
}
