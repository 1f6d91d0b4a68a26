package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/optimizer"
)

// scope is whose parameters are fitted: those of one deck, or with "" those of
// every deck without parameters of its own.
type scope struct {
	deck    string
	weights quiz.Weights // that hold now
}

func (s scope) holds(deck string) bool {
	if s.deck != "" {
		return deck == s.deck
	}
	return len(s.weights[deck]) == 0
}

// others returns the decks with parameters of their own, when they are left out.
func (s scope) others() []string {
	var own []string
	for deck, w := range s.weights {
		if s.deck == "" && deck != "" && len(w) > 0 {
			own = append(own, deck)
		}
	}
	slices.Sort(own)
	return own
}

// options returns how parameters of the scope are fitted.
func (s scope) options(cfg *config) (optimizer.Options, error) {
	old, err := fsrs.Fill(s.weights.For(s.deck))
	return optimizer.Options{Old: old.Clip(0), RelearningSteps: len(cfg.RelearningSteps)}, err
}

// studied is what the history holds of a scope.
type studied struct {
	reviews []optimizer.Review
	cards   map[decks.CardID]int32 // numbers of the cards in reviews, since their last reset
	decks   map[string]bool        // of all cards, in the scope or not
	after   int                    // of reviews, those after a time that was asked for
}

// readStudied reads the reviews of a scope. A card that was reset begins anew
// as another card.
func readStudied(ctx context.Context, store *history.Store, s scope, since int64) (studied, error) {
	all := studied{cards: map[decks.CardID]int32{}, decks: map[string]bool{}}
	next := int32(0)
	err := store.Held(ctx, func(e quiz.Event) error {
		all.decks[e.Card.Deck] = true
		if !s.holds(e.Card.Deck) {
			return nil
		}
		if e.Kind == quiz.ResetEvent {
			delete(all.cards, e.Card)
			return nil
		}
		n, ok := all.cards[e.Card]
		if !ok {
			n = next
			next++
			all.cards[e.Card] = n
		}
		all.reviews = append(all.reviews, optimizer.Review{Card: n, Day: int32(e.Review.Day), Rating: e.Review.Rating})
		if e.At > since {
			all.after++
		}
		return nil
	})
	return all, err
}

// openStudied opens the history for reading and reads what the scope of the
// flags holds. Close the workspace.
func openStudied(c *cli.Context) (*workspace, scope, studied, error) {
	s := scope{deck: c.String("deck")}
	w, err := newWorkspace()
	if err != nil {
		return nil, s, studied{}, err
	}
	if err := w.open(c, true); err != nil {
		return nil, s, studied{}, err
	}
	all, err := func() (studied, error) {
		if s.weights, err = w.store.Weights(c.Context); err != nil {
			return studied{}, err
		}
		all, err := readStudied(c.Context, w.store, s, 0)
		if err == nil && c.IsSet("deck") && !all.decks[s.deck] {
			err = unknownDeck(s.deck, all.decks)
		}
		return all, err
	}()
	if err != nil {
		w.Close()
	}
	return w, s, all, err
}

func unknownDeck(name string, known map[string]bool) error {
	var names []string
	for deck := range known {
		names = append(names, deck)
	}
	slices.Sort(names)
	text := fmt.Sprintf("no review of a deck %q", printable(name))
	if near := decks.Nearest(name, names); near != "" {
		text += fmt.Sprintf(", did you mean %q?", printable(near))
	}
	return badInput("%s\nhint: --deck takes the id of a deck that was studied, see recto decks", text)
}

func optimizeOwn(c *cli.Context) error {
	w, s, all, err := openStudied(c)
	if err != nil {
		return err
	}
	defer func() { w.Close() }()
	o, err := s.options(w.config)
	if err != nil {
		return err
	}
	f := runFit(optimizer.NewDataset(all.reviews), o)
	change := optimization{scope: s, settings: f.New}
	if f.New {
		change.weights = f.Weights
	} else {
		change.weights = o.Old
	}
	if c.Bool("reschedule") {
		if change.moves, err = planMoves(c, w, s, all, change.weights); err != nil {
			return err
		}
	}
	if !c.Bool("json") {
		if err := showChange(c, w, f, change); err != nil {
			return err
		}
	}
	written, err := change.decide(c, w)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		j := f.json()
		j.Deck, j.Written = s.deck, &written
		if c.Bool("reschedule") {
			j.Reschedule = change.moves.json()
		}
		return writeJSON(c.App.Writer, j)
	}
	return nil
}

// optimization is what the learner is asked to agree to.
type optimization struct {
	scope    scope
	settings bool // the parameters change
	weights  fsrs.Weights
	moves    moves
}

// showChange says what was found and what it would do.
func showChange(c *cli.Context, w *workspace, f fitted, o optimization) error {
	name := "all decks"
	if o.scope.deck != "" {
		name = "deck " + printable(o.scope.deck)
	} else if own := o.scope.others(); len(own) > 0 {
		name = fmt.Sprintf("all decks but %s (--deck fits these)", printable(strings.Join(own, ", ")))
	}
	fmt.Fprintln(c.App.Writer, wrapped(name)+":")
	f.print(c, "the parameters in use")
	if f.New {
		fmt.Fprintln(c.App.Writer)
		retention, err := w.retentionOf(c, o.scope.deck)
		if err != nil {
			return err
		}
		if err := printChange(c, f.Old, f.Weights, retention); err != nil {
			return err
		}
	}
	if c.Bool("reschedule") {
		o.moves.print(c)
	} else if f.New {
		fmt.Fprintln(c.App.Writer, "Cards stay due when they are, until each is reviewed; --reschedule moves them.")
	}
	return nil
}

// retentionOf returns the wanted retention of a deck, "" for all of them.
func (w *workspace) retentionOf(c *cli.Context, id string) (float64, error) {
	if id == "" {
		return w.config.Retention, nil
	}
	reach, err := loadReach(c, w.config, nil)
	if err != nil {
		return 0, err
	}
	if i := slices.IndexFunc(reach, func(d *decks.Deck) bool { return d.ID == id }); i >= 0 {
		return w.config.deckRetention(id, reach[i]), nil
	}
	return w.config.deckRetention(id, nil), nil
}

// decide writes the change when the learner agrees, and reports whether.
func (o optimization) decide(c *cli.Context, w *workspace) (bool, error) {
	if !o.settings && len(o.moves.moved) == 0 || c.Bool("preview") {
		return false, nil
	}
	if !c.Bool("yes") {
		if c.Bool("json") || !isTerminal(c.App.Reader) || !isTerminal(c.App.Writer) {
			fmt.Fprintln(c.App.ErrWriter, "nothing was changed\nhint: recto optimize --yes takes it over")
			return false, nil
		}
		if agreed, err := ask(c, o.question()); err != nil || !agreed {
			return false, err
		}
	}
	if err := o.write(c, w); err != nil {
		return false, err
	}
	fmt.Fprintf(c.App.ErrWriter, "%s; recto history undo takes it back\n", o.done())
	return true, nil
}

func (o optimization) question() string {
	switch {
	case !o.settings:
		return fmt.Sprintf("Move %s?", count(len(o.moves.moved), "due day"))
	case len(o.moves.moved) > 0:
		return fmt.Sprintf("Use the new parameters and move %s?", count(len(o.moves.moved), "due day"))
	}
	return "Use the new parameters?"
}

func (o optimization) done() string {
	var said []string
	if o.settings {
		said = append(said, "the new parameters hold from now on")
	}
	if n := len(o.moves.moved); n > 0 {
		said = append(said, count(n, "due day")+" moved")
	}
	return strings.Join(said, ", ")
}

// ask asks a question at the terminal; anything but a yes is a no.
func ask(c *cli.Context, question string) (bool, error) {
	fmt.Fprintf(c.App.ErrWriter, "%s [y/N] ", question)
	line, err := bufio.NewReader(interruptible{c.Context, c.App.Reader}).ReadString('\n')
	if err != nil { // the end of the input is a no
		fmt.Fprintln(c.App.ErrWriter)
	}
	if c.Err() != nil {
		return false, c.Err()
	}
	word := strings.ToLower(strings.TrimSpace(line))
	if word == "y" || word == "yes" {
		return true, nil
	}
	fmt.Fprintln(c.App.ErrWriter, "nothing was changed")
	return false, nil
}

// write commits the change as one action: a single undo takes all of it back.
func (o optimization) write(c *cli.Context, w *workspace) error {
	w.Close()
	if err := w.open(c, false); err != nil {
		return err
	}
	return o.commit(c, w)
}

// commit is write for a history that is open for it.
func (o optimization) commit(c *cli.Context, w *workspace) error {
	now := w.clock.Now().At.UnixMilli()
	var events []quiz.Event
	add := func(e quiz.Event) (err error) {
		e.ID, err = quiz.NewEventID(rand.Reader)
		e.At = now
		events = append(events, e)
		return err
	}
	if o.settings {
		if err := add(quiz.Event{Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: o.scope.deck, Weights: o.weights[:]}}); err != nil {
			return err
		}
	}
	for _, m := range o.moves.moved {
		if p := w.progress[m.card]; !p.LastAt.Equal(m.progress.LastAt) || p.DueDay != m.progress.DueDay || p.Suspended {
			continue // another program was faster
		}
		if err := add(quiz.Event{Kind: quiz.DueEvent, Card: m.card, Due: m.due()}); err != nil {
			return err
		}
	}
	return w.store.Commit(c.Context, events...)
}
