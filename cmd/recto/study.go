package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
)

func studyCommand() *cli.Command {
	return &cli.Command{
		Name:      "study",
		Usage:     "a spaced-repetition session of what is due and new",
		ArgsUsage: "[DECK...]",
		Description: "Type the answer, or press Enter to see it; then rate it with 1 to 4. Every rating is\n" +
			"saved before the next card is shown; leave at any time (q, :q with --plain) and go on later.\n" +
			"\"recto help studying\" explains a session, \"recto help scheduling\" what comes when.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "plain", Usage: "sequential lines, for pipes and screen readers"},
			&cli.IntFlag{Name: "new", Usage: "bring `N` new cards, whatever was done today", DefaultText: "what the day has left"},
			&cli.IntFlag{Name: "limit", Usage: "bring at most `N` cards", DefaultText: "no limit"},
			&cli.IntFlag{Name: "minutes", Usage: "bring no further card after `M` minutes", DefaultText: "no limit"},
			&cli.StringSliceFlag{Name: "tag", Usage: "only cards with the tag `T` (may be repeated: any of them)"},
			whereFlag("cards"),
			&cli.BoolFlag{Name: "cram", Usage: "every card in any order; no rating is recorded"},
			&cli.IntFlag{Name: "ahead", Usage: "also what is due within `DAYS`, but nothing twice a day", DefaultText: "0"},
			examFlag(),
			&cli.BoolFlag{Name: "edits", Usage: "name the edited questions that keep their history"},
			&cli.StringFlag{Name: "seed", Usage: "a number `S` that decides every order (default: the study day)"},
		},
		Action: study,
	}
}

func study(c *cli.Context) error {
	if slices.Contains(c.Args().Slice(), "-") {
		return usage("a deck from the standard input cannot be studied, the answers come from there\nhint: save it to a file")
	}
	if err := studyFlags(c); err != nil {
		return err
	}
	if _, err := readWhere(c); err != nil {
		return err
	}
	s, err := openStudy(c, c.Args().Slice(), nil)
	if err != nil {
		return err
	}
	defer s.w.Close()
	if err := runSession(c, s.w, s.session, s.weights); err != nil {
		return err
	}
	return s.exams.tellAgain(c)
}

// sitting is a session that is about to be held.
type sitting struct {
	w       *workspace
	session *quiz.Session
	weights quiz.Weights
	exams   *exams
}

// openStudy makes the session of some decks that the flags ask for. What may
// have been edited is asked about by ask, by nil in lines of text where there is a
// terminal. Close its workspace.
func openStudy(c *cli.Context, names []string, ask asker) (*sitting, error) {
	w, err := openDealtOf(c, names, false)
	if err != nil {
		return nil, err
	}
	w.ask = ask
	s := &sitting{w: w}
	if err := s.open(c); err != nil {
		w.Close()
		return nil, err
	}
	return s, nil
}

// open carries the history of edited questions over, and makes the session.
func (s *sitting) open(c *cli.Context) (err error) {
	if !c.Bool("cram") { // which records nothing
		if err := s.w.compare(c); err != nil {
			return err
		}
	}
	if s.weights, err = s.w.store.Weights(c.Context); err != nil {
		return err
	}
	s.weights = s.w.autoOptimize(c, s.weights)
	s.session, s.exams, err = s.w.session(c, s.weights)
	return err
}

// studyFlags refuses numbers that mean nothing.
func studyFlags(c *cli.Context) error {
	for _, f := range []struct {
		name     string
		low, top int
	}{{"new", 0, 200_000}, {"limit", 1, 200_000}, {"minutes", 1, 24 * 60}, {"ahead", 0, 36_500}} {
		if n := c.Int(f.name); c.IsSet(f.name) && (n < f.low || n > f.top) {
			return usage("--%s must be from %d to %d", f.name, f.low, f.top)
		}
	}
	return nil
}

// session returns the session that the flags ask for, and the exams that it
// plans for.
func (w *workspace) session(c *cli.Context, weights quiz.Weights) (*quiz.Session, *exams, error) {
	now := w.clock.Now()
	seed, err := seedFlag(c, now)
	if err != nil {
		return nil, nil, err
	}
	w.days = w.newLoad()
	schedulers, err := w.schedulers(weights)
	if err != nil {
		return nil, nil, err
	}
	exams, err := w.exams(c, weights, now.Day)
	if err != nil {
		return nil, nil, err
	}
	items, done, err := w.deal(c, now)
	if err != nil {
		return nil, nil, err
	}
	limits, err := w.dayLimits(c.Context, done, now, weights)
	if err != nil {
		return nil, nil, err
	}
	limits.Ahead, limits.Cram = c.Int("ahead"), c.Bool("cram")
	if c.IsSet("limit") {
		limits.Session = c.Int("limit")
	}
	if n := c.Int("new"); c.IsSet("new") {
		limits.NewNow = &n
	}
	if limits.Only, err = tagged(items, c.StringSlice("tag")); err != nil {
		return nil, nil, err
	}
	if err := w.narrow(c, items, &limits); err != nil {
		return nil, nil, err
	}
	planned := exams.prepare(items, now, &limits)
	queue := quiz.Queue(planned, now, limits, seed)
	tellPause(c.App.ErrWriter, limits.Paused)
	if len(queue) == 0 {
		heldBack(planned, queue, now, limits).tell(c.App.ErrWriter)
	}
	w.days.Know(items, queue)
	later := quiz.Later(planned, queue, now, limits)
	if c.IsSet("limit") && !limits.Cram {
		day := limits
		day.Session = -1
		if len(quiz.Queue(planned, now, day, seed)) > len(queue) {
			later = now.Day // --limit ends a session, not the day
		}
	}
	queue = exams.restored(queue, items)
	stood := w.resume(c, now)
	if queue, err = w.full(onlyOf(c, queue, stood)); err != nil {
		return nil, nil, err
	}
	o := quiz.SessionOptions{
		Start: now, Seed: seed, Random: rand.Reader,
		Seen: w.seen(c.Context), Path: w.deckPath,
		Cram: limits.Cram, Reveal: !w.config.TypeAnswers, Leech: w.config.Leech, Leeches: w.config.LeechAction,
		Later: later, Load: w.days, Resume: stood,
	}
	if c.IsSet("minutes") {
		o.Until = now.At.Add(time.Duration(c.Int("minutes")) * time.Minute)
	}
	if !limits.Cram {
		if err := exams.tell(c, items, now, ""); err != nil {
			return nil, nil, err
		}
	}
	return quiz.NewSession(queue, exams.schedulers(schedulers), answer.Standard{}, o), exams, nil
}

// tagged returns what selects the cards with one of the tags, nil for all
// cards. A tag that no card has is an error, it would look like a day's end.
func tagged(items []quiz.Item, tags []string) (func(quiz.Item) bool, error) {
	if len(tags) == 0 {
		return nil, nil
	}
	var known []string
	for _, it := range items {
		known = append(known, it.Card.Question.Tags...)
	}
	if err := knownTags(tags, known, "card"); err != nil {
		return nil, err
	}
	return func(it quiz.Item) bool {
		return slices.ContainsFunc(it.Card.Question.Tags, func(t string) bool { return slices.Contains(tags, t) })
	}, nil
}

// knownTags refuses a tag that is none of those known, of things such as a
// card.
func knownTags(tags, known []string, thing string) error {
	slices.Sort(known)
	known = slices.Compact(known)
	for _, tag := range tags {
		if slices.Contains(known, tag) {
			continue
		}
		text := fmt.Sprintf("no %s has the tag %q", thing, printable(tag))
		if near := decks.Nearest(tag, known); near != "" {
			text += fmt.Sprintf(", did you mean %q?", printable(near))
		}
		return usage("%s", text)
	}
	return nil
}

// seedFlag returns the seed that was given, else the study day: the order of a
// day stays the same when its session is interrupted.
func seedFlag(c *cli.Context, now quiz.Moment) (uint64, error) {
	if !c.IsSet("seed") {
		return uint64(now.Day), nil
	}
	seed, err := strconv.ParseUint(c.String("seed"), 10, 64)
	if err != nil {
		return 0, usage("--seed must be a whole number from 0, not %q", printable(c.String("seed")))
	}
	return seed, nil
}

// now is the clock with the seconds east of UTC, as a session records them.
func (w *workspace) now() (quiz.Moment, int) {
	now := w.clock.Now()
	_, zone := now.At.In(time.Local).Zone()
	return now, zone
}

// recall returns a function that gives the probability of remembering a card.
func recall(weights quiz.Weights) func(decks.Card, quiz.Progress, quiz.Moment) float64 {
	return func(card decks.Card, p quiz.Progress, now quiz.Moment) float64 {
		m, err := fsrs.NewModel(weights.For(card.ID.Deck))
		if err != nil {
			return 0 // the same weights made the deck's scheduler
		}
		return m.Recall(p, now.Day)
	}
}

// seen returns what a question said last, as the history has it.
func (w *workspace) seen(ctx context.Context) func(deck, question string) (quiz.Seen, bool) {
	return func(deck, question string) (quiz.Seen, bool) {
		s, ok, err := w.store.Seen(ctx, deck, question)
		return s, ok && err == nil
	}
}

// deckPath returns the file of a question as an absolute path, "" for a deck
// of the library.
func (w *workspace) deckPath(q *decks.Question) string {
	if strings.HasPrefix(q.File, "library/") {
		if _, err := os.Stat(q.File); err != nil {
			return ""
		}
	}
	path, err := filepath.Abs(q.File)
	if err != nil {
		return q.File
	}
	return path
}
