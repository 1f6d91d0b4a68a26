package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/history"
	"recto/quiz/tui/browse"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// browseCards shows the cards on the full screen.
func browseCards(c *cli.Context, in, out *os.File) (err error) {
	if _, err := readWhere(c); err != nil {
		return err
	}
	screen, done, err := openBrowser(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	err = frame.Run(c.Context, terminal(c, cfg, in, out), screen)
	if errors.Is(err, frame.ErrInterrupted) {
		return silent(exitInterrupted)
	}
	return err
}

// collectFrom is at how many percent of garbage memory is collected while cards
// are browsed: what is read of each card to be searched is thrown away at once.
const collectFrom = 10

// openBrowser returns the screen of the cards of the decks that a command line
// names, and what closes them when it is gone.
func openBrowser(c *cli.Context) (screen frame.Screen, done func() error, err error) {
	before := debug.SetGCPercent(collectFrom)
	defer func() {
		if err != nil {
			debug.SetGCPercent(before)
		}
	}()
	w, err := openDealt(c, true)
	if err != nil {
		return nil, nil, err
	}
	b := &browser{w: w, c: c, loaded: w.loaded, store: &lateStore{path: w.paths.History, store: w.store}}
	table, err := b.table(c.Context)
	if err != nil {
		w.Close()
		return nil, nil, err
	}
	weights, err := w.store.Weights(c.Context)
	if err != nil {
		w.Close()
		return nil, nil, err
	}
	recall, err := w.recallOn(w.clock.Now().Day, weights)
	if err != nil {
		w.Close()
		return nil, nil, err
	}
	screen = browse.New(c.Context, table, browse.Options{
		Words: words.English(words.LocaleOf(os.Getenv)), Now: w.clock.Now, Store: b.store, Random: rand.Reader,
		Recall: recall, Leech: w.config.Leech, Query: searchOf(c), Why: b.why, Edit: b.edit, Keys: w.config.Keys,
		Pictures: pictures(c, w.config),
	})
	return screen, func() error {
		debug.SetGCPercent(before)
		return b.store.Close()
	}, nil
}

// searchOf returns the search that a command line asks for.
func searchOf(c *cli.Context) string {
	var terms []string
	if where := c.String("where"); where != "" {
		terms = append(terms, where)
		if len(c.StringSlice("search")) > 0 {
			terms[0] = "(" + where + ")"
		}
	}
	for _, word := range strings.Fields(strings.Join(c.StringSlice("search"), " ")) {
		terms = append(terms, `"`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(word)+`"`)
	}
	return strings.Join(terms, " ")
}

// browser is what the screen of cards reaches of the commands. Its functions
// are called one at a time.
type browser struct {
	w      *workspace
	c      *cli.Context
	loaded []loadedDeck // as they are shown
	store  *lateStore
}

// table returns the cards of the decks and what is believed about them.
func (b *browser) table(ctx context.Context) (*browse.Table, error) {
	all := make([]browse.Deck, len(b.loaded))
	for i, d := range b.loaded {
		all[i] = browsed(d)
	}
	table, err := browse.NewTable(all)
	if err != nil {
		return nil, err
	}
	return table, table.Fill(func(each func(decks.CardID, *quiz.Progress)) error {
		return b.store.read(func(s *history.Store) error {
			return s.Each(ctx, func(cards []history.Believed) {
				for i := range cards {
					each(cards[i].Card, &cards[i].Progress)
				}
			})
		})
	})
}

// browsed returns a deck as the screen reads it.
func browsed(d loadedDeck) browse.Deck {
	out := browse.Deck{ID: d.ID, Title: d.Title, Cards: d.cards()}
	if d.compiled != nil {
		out.Question, out.Questions = d.compiled.Index().Question, d.compiled.Questions()
		return out
	}
	out.Question = func(n int) (*decks.Question, error) { return d.Questions[n], nil }
	out.Questions = func(yield func(*decks.Question, error) bool) {
		for _, q := range d.Questions {
			if !yield(q, nil) {
				return
			}
		}
	}
	return out
}

// why returns what is known of a card, a label and what it says each.
func (b *browser) why(ctx context.Context, card decks.Card) (facts [][2]string, err error) {
	err = b.store.read(func(store *history.Store) error {
		w := *b.w
		w.loaded, w.store = b.loaded, store
		c := *b.c
		c.Context = ctx
		x, err := w.explainer(&c, quiz.Speaker{Words: speech()})
		if err != nil {
			return err
		}
		why, err := x.explain(&c, card.ID)
		if err == nil {
			facts = why.facts()
		}
		return err
	})
	debug.FreeOSMemory() // all cards were looked at
	return facts, err
}

// edit returns the editor of a card's question, and what reads the decks again.
func (b *browser) edit(card decks.Card) (*exec.Cmd, func(context.Context) (*browse.Table, error), error) {
	cmd, err := b.w.editorOf(card)
	return cmd, func(ctx context.Context) (*browse.Table, error) { return b.reload(ctx, card.ID.Deck) }, err
}

// reload reads the decks again after a deck was edited. The cards of questions
// that were edited and have no id written go on under the id that they had, as
// in a session, so that what is done to them now is done to their history.
func (b *browser) reload(ctx context.Context, edited string) (*browse.Table, error) {
	was := slices.IndexFunc(b.loaded, func(d loadedDeck) bool { return d.ID == edited })
	before, err := b.loaded[was].whole()
	if err != nil {
		return nil, err
	}
	now, err := loadCompiled(b.c, b.w.config, b.c.Args().Slice(), newCache(b.w.paths.Cache, false))
	if err != nil {
		return nil, err
	}
	if is := slices.IndexFunc(now, func(d loadedDeck) bool { return d.ID == edited }); is >= 0 {
		after, err := now[is].whole()
		if err != nil {
			return nil, err
		}
		session := newCarrier([]*decks.Deck{before})
		session.carry([]*decks.Deck{after})
		now[is] = loadedDeck{Deck: session.decks[0]}
	}
	b.loaded = now
	return b.table(ctx)
}

// whole returns the deck with its questions.
func (d loadedDeck) whole() (*decks.Deck, error) {
	if d.compiled == nil {
		return d.Deck, nil
	}
	whole := *d.Deck
	for q, err := range d.compiled.Questions() {
		if err != nil {
			return nil, err
		}
		whole.Questions = append(whole.Questions, q)
	}
	return &whole, nil
}

// lateStore is a history that is read until the first change, so that looking
// at cards makes none. Who reads it holds it open meanwhile.
type lateStore struct {
	turn     sync.RWMutex // of the store: who uses it, and who opens another
	path     string
	store    *history.Store
	writable bool
}

// read reads the history that is open.
func (l *lateStore) read(read func(*history.Store) error) error {
	l.turn.RLock()
	defer l.turn.RUnlock()
	return read(l.store)
}

// Progress returns what is believed about cards.
func (l *lateStore) Progress(ctx context.Context, ids ...decks.CardID) (believed map[decks.CardID]quiz.Progress, err error) {
	err = l.read(func(s *history.Store) error {
		believed, err = s.Progress(ctx, ids...)
		return err
	})
	return believed, err
}

// Life returns all that happened to a card.
func (l *lateStore) Life(ctx context.Context, id decks.CardID) (life []quiz.Placed, err error) {
	err = l.read(func(s *history.Store) error {
		life, err = s.Life(ctx, id)
		return err
	})
	return life, err
}

// Commit writes events; before the first ones the history is opened to write.
func (l *lateStore) Commit(ctx context.Context, events ...quiz.Event) error {
	l.turn.Lock()
	defer l.turn.Unlock()
	if !l.writable {
		store, err := openHistory(ctx, l.path, false)
		if err != nil {
			return err
		}
		if err := l.store.Close(); err != nil {
			return errors.Join(fmt.Errorf("close the history: %w", err), store.Close())
		}
		l.store, l.writable = store, true
	}
	return l.store.Commit(ctx, events...)
}

// Close closes the history.
func (l *lateStore) Close() error {
	l.turn.Lock()
	defer l.turn.Unlock()
	return l.store.Close()
}
