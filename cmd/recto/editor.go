package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

// editor returns how a session lets the learner edit a question: the program
// of VISUAL or EDITOR opens the deck at its line, and the decks are loaded
// again. nil without a terminal.
func editor(c *cli.Context, w *workspace) func(context.Context, decks.Card) (func(decks.CardID) (decks.Card, bool), error) {
	if !isTerminal(c.App.Reader) || !isTerminal(c.App.Writer) {
		return nil
	}
	return func(_ context.Context, card decks.Card) (func(decks.CardID) (decks.Card, bool), error) {
		if w.deckPath(card.Question) == "" {
			return nil, fmt.Errorf("the deck %s is inside the program and cannot be edited", card.ID.Deck)
		}
		cmd := editorCommand(card.Question.File, card.Question.Pos.Line)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("editor %s: %w", cmd.Args[0], err)
		}
		loaded, err := loadDecks(c, w.config, c.Args().Slice())
		if err != nil {
			return nil, fmt.Errorf("the deck is as it was for this session\n%w", err)
		}
		return cardIn(loaded), nil
	}
}

// cardIn returns a function that finds cards in decks.
func cardIn(loaded []*decks.Deck) func(decks.CardID) (decks.Card, bool) {
	cards := map[decks.CardID]decks.Card{}
	for _, d := range loaded {
		for _, q := range d.Questions {
			for _, card := range q.Cards() {
				cards[card.ID] = card
			}
		}
	}
	return func(id decks.CardID) (decks.Card, bool) {
		card, ok := cards[id]
		return card, ok
	}
}

// editorCommand returns the learner's editor at a line of a file.
func editorCommand(file string, line int) *exec.Cmd {
	words := strings.Fields(os.Getenv("VISUAL"))
	if len(words) == 0 {
		words = strings.Fields(os.Getenv("EDITOR"))
	}
	if len(words) == 0 {
		words = []string{"vi"}
	}
	if strings.HasPrefix(file, "-") {
		file = "./" + file
	}
	switch name := strings.TrimSuffix(filepath.Base(words[0]), ".exe"); name {
	case "hx", "helix", "subl", "zed", "micro":
		words = append(words, file+":"+strconv.Itoa(line))
	case "code", "codium", "code-insiders":
		words = append(words, "--wait", "--goto", file+":"+strconv.Itoa(line))
	case "vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "mg", "joe", "ne", "jed", "ex":
		words = append(words, "+"+strconv.Itoa(line), file)
	default:
		words = append(words, file)
	}
	return exec.Command(words[0], words[1:]...)
}
