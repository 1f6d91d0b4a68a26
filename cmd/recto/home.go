package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/urfave/cli/v2"

	"recto/quiz/tui"
	"recto/quiz/tui/edited"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/home"
	"recto/quiz/words"
)

// showHome opens the home screen, from which the other screens are reached.
func showHome(c *cli.Context, in, out *os.File) error {
	w, err := newWorkspace() // a faulty configuration is told as ever
	if err != nil {
		return err
	}
	h := &homeScreen{c: c, config: w.config, words: speech()}
	err = frame.Run(c.Context, terminal(c, w.config, in, out), home.New(c.Context, h.options()))
	h.talk.flush(c.App.ErrWriter)
	if errors.Is(err, frame.ErrInterrupted) {
		fmt.Fprintln(c.App.ErrWriter, "recto: stopped; everything that was rated is saved")
		return silent(exitInterrupted)
	}
	return err
}

// writeHome writes what the home screen shows as lines of text.
func writeHome(c *cli.Context) error {
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	h := &homeScreen{c: c, config: w.config, words: speech()}
	today, err := h.today(c.Context)
	if err != nil {
		return err
	}
	more, err := today.Longer(c.Context)
	if err != nil {
		return err
	}
	return home.Plain(c.App.Writer, today, &more, h.words)
}

// homeScreen is what the home screen leads to. Its functions are called beside
// the screen.
type homeScreen struct {
	c      *cli.Context
	config *config // as it was at the start
	words  *words.Words
	talk   talk // what the commands behind the screens have said
}

// options wires the screens: each door opens what the command of its name
// shows.
func (h *homeScreen) options() home.Options {
	return home.Options{
		Load:    h.today,
		Study:   h.study,
		Quiz:    h.quiz,
		Browse:  h.browse,
		Stats:   h.stats,
		Preview: h.preview,
		Undo:    h.undo,
		Topics:  h.topics(),
		Keys:    h.config.Keys,
		Words:   h.words,
	}
}

// study opens the session that "recto study" would hold; before it, the screen
// that asks about questions which may have been edited.
func (h *homeScreen) study(chosen []home.Deck) frame.Opener {
	return func(ctx context.Context) (frame.Screen, error) {
		screen, err := h.session(ctx, chosen, askFirst)
		var open *undecided
		if !errors.As(err, &open) {
			return screen, err
		}
		return edited.New(edited.Options{Changes: open.shown(), Keys: h.config.Keys, Words: h.words, Next: func(said []edited.Decision) frame.Opener {
			return func(ctx context.Context) (frame.Screen, error) { return h.session(ctx, chosen, open.answers(said)) }
		}}), nil
	}
}

// session opens the session, given who is asked about edited questions.
func (h *homeScreen) session(ctx context.Context, chosen []home.Deck, ask asker) (frame.Screen, error) {
	c, err := h.command(ctx, studyCommand(), namesOf(chosen))
	if err != nil {
		return nil, err
	}
	s, err := openStudy(c, c.Args().Slice(), ask)
	if err != nil {
		return nil, err
	}
	screen := tui.Study(ctx, s.session, screenOptions(c, s.w, s.weights))
	return &closing{screen, func() error {
		return errors.Join(s.exams.tellAgain(c), s.w.Close())
	}}, nil
}

// browse opens the cards of "recto cards".
func (h *homeScreen) browse(chosen []home.Deck) frame.Opener {
	return func(ctx context.Context) (frame.Screen, error) {
		c, err := h.command(ctx, cardsCommand(), namesOf(chosen))
		if err != nil {
			return nil, err
		}
		screen, done, err := openBrowser(c)
		if err != nil {
			return nil, err
		}
		return &closing{screen, done}, nil
	}
}

// stats opens the pages of "recto stats".
func (h *homeScreen) stats(chosen []home.Deck) frame.Opener {
	return func(ctx context.Context) (frame.Screen, error) {
		c, err := h.command(ctx, statsCommand(), namesOf(chosen))
		if err != nil {
			return nil, err
		}
		r, err := readStatistics(c, statsOptions{})
		if err != nil {
			return nil, err
		}
		return tui.StatsPages(statsScreen(r, h.config)), nil
	}
}

// preview opens the cards of "recto preview". It takes one deck.
func (h *homeScreen) preview(chosen []home.Deck) frame.Opener {
	return func(ctx context.Context) (frame.Screen, error) {
		name := chosen[0].ID
		if len(chosen[0].Names) == 1 {
			name = chosen[0].Names[0]
		}
		c, err := h.command(ctx, previewCommand(), []string{name})
		if err != nil {
			return nil, err
		}
		ctx, stop := context.WithCancel(ctx)
		o, err := previewOptions(c, h.config, ctx)
		if err != nil {
			stop()
			return nil, err
		}
		return &closing{tui.Cards(ctx, o), func() error { stop(); return nil }}, nil
	}
}

// undo takes the last action back, as "recto history undo" does.
func (h *homeScreen) undo(ctx context.Context) (string, error) {
	c, err := h.command(ctx, historyCommand(), nil)
	if err != nil {
		return "", err
	}
	undone, err := undoLast(c, 1)
	if err != nil {
		return "", err
	}
	return h.words.Common.Sentence("undone: " + strings.Join(undoLines(undone), ", ")), nil
}

// topics returns the help topics.
func (h *homeScreen) topics() (all []home.Topic) {
	for _, name := range topicNames() {
		all = append(all, home.Topic{Name: name, Text: func() string { text, _ := topic([]string{name}); return text }})
	}
	return all
}

// namesOf names decks on a command line; all of them are named by nothing.
func namesOf(chosen []home.Deck) (names []string) {
	for _, d := range chosen {
		names = append(names, d.Names...)
	}
	return names
}

// command returns the context of a command line. Nobody is asked anything and
// what is said is kept until the screen is gone.
func (h *homeScreen) command(ctx context.Context, command *cli.Command, args []string) (*cli.Context, error) {
	set := flag.NewFlagSet(command.Name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	for _, f := range command.Flags {
		if err := f.Apply(set); err != nil {
			return nil, err
		}
	}
	if err := set.Parse(append([]string{"--"}, args...)); err != nil {
		return nil, err
	}
	app := *h.c.App
	app.Reader, app.Writer, app.ErrWriter = strings.NewReader(""), io.Discard, &h.talk
	c := cli.NewContext(&app, set, nil)
	c.Context, c.Command = ctx, command
	return c, nil
}

// talk is what is said while a screen covers the terminal, each line once.
type talk struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (t *talk) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.Write(p)
}

// flush writes what was said.
func (t *talk) flush(to io.Writer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	known := map[string]bool{}
	for line := range strings.Lines(t.said.String()) {
		if !known[line] {
			known[line] = true
			fmt.Fprint(to, line)
		}
	}
}

// closing is a screen with something to close behind it.
type closing struct {
	tea.Model
	close func() error
}

// Update gives a message to the screen.
func (s *closing) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := s.Model.Update(msg)
	s.Model = next
	return s, cmd
}

// End ends the screen, and closes what is behind it.
func (s *closing) End(why error) (line string, err error) {
	if e, ok := s.Model.(frame.Ender); ok {
		line, err = e.End(why)
	}
	if closed := s.close(); err == nil {
		err = closed
	}
	return line, err
}
