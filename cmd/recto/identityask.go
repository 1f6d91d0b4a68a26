package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz/relink"
)

// askedAtOnce is how many questions the learner is asked before a session; the
// others are asked before the next one.
const askedAtOnce = 10

// askChanges asks for each change whether it is one question. Questions that
// all moved from one deck to another are asked about at once. Left are those
// that the learner was not asked about, being too many at once.
func askChanges(c *cli.Context, changes []relink.Change) (keep, decline, left []relink.Change, err error) {
	groups := grouped(changes)
	for i, group := range groups {
		if i == askedAtOnce {
			for _, rest := range groups[i:] {
				left = append(left, rest...)
			}
			return keep, decline, left, nil
		}
		answer, err := askChange(c, group)
		if err != nil {
			return nil, nil, nil, err
		}
		switch answer {
		case 'y':
			keep = append(keep, group...)
		case 'n':
			decline = append(decline, group...)
		}
	}
	return keep, decline, left, nil
}

// grouped puts the changes between the same two decks together, in the order
// in which they come.
func grouped(changes []relink.Change) [][]relink.Change {
	var groups [][]relink.Change
	at := map[[2]string]int{}
	for _, ch := range changes {
		between := [2]string{ch.From.Deck, ch.To.Deck.ID}
		i, known := at[between]
		if !known || between[0] == between[1] {
			at[between] = len(groups)
			groups = append(groups, []relink.Change{ch})
			continue
		}
		groups[i] = append(groups[i], ch)
	}
	return groups
}

// askChange returns 'y', 'n', or 'l' for later.
func askChange(c *cli.Context, group []relink.Change) (rune, error) {
	first := group[0]
	w := c.App.Writer
	if len(group) > 1 {
		fmt.Fprintf(w, "%s of the deck %s are in the deck %s now, the first is\n  %s\n",
			count(len(group), "question"), printable(first.From.Deck), printable(first.To.Deck.ID), shortly(textOf(first.To)))
	} else {
		fmt.Fprintf(w, "Is this one question, edited?\n  was: %s%s\n  now: %s%s\n",
			shortly(first.From.Text), behind(first.From.Answers), shortly(textOf(first.To)), behind(answersOf(first.To)))
	}
	for {
		fmt.Fprint(w, "y keeps its history, n begins anew, Enter decides later: ")
		line, err := readLine(c)
		if errors.Is(err, io.EOF) {
			fmt.Fprintln(w)
			return 'l', nil
		}
		if err != nil {
			return 0, err
		}
		switch strings.ToLower(strings.TrimSpace(line)) {
		case "y", "yes":
			return 'y', nil
		case "n", "no":
			return 'n', nil
		case "":
			return 'l', nil
		}
	}
}

// readLine reads a line byte by byte: what follows it is for the session.
func readLine(c *cli.Context) (string, error) {
	in := interruptible{c.Context, c.App.Reader}
	var line []byte
	b := make([]byte, 1)
	for len(line) < 1000 {
		n, err := in.Read(b)
		if n > 0 {
			if b[0] == '\n' {
				break
			}
			line = append(line, b[0])
		}
		if errors.Is(err, io.EOF) && len(line) > 0 {
			break
		}
		if err != nil {
			return "", err
		}
	}
	return string(line), nil
}

// textOf returns what a question asks, as its history keeps it.
func textOf(q *decks.Question) string {
	if q.Kind == decks.Cloze {
		return q.Text
	}
	return q.Ask
}

func answersOf(q *decks.Question) []string {
	var all []string
	for _, a := range q.Answers {
		all = append(all, a.Text)
	}
	return all
}

// behind returns answers as they stand behind a question, "" for none.
func behind(answers []string) string {
	if len(answers) == 0 {
		return ""
	}
	return " (" + shortly(strings.Join(answers, "; ")) + ")"
}

// shortly returns a text of a deck on one line of a terminal, long ones cut.
func shortly(text string) string {
	const most = 200
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		text = string(r[:most-1]) + "…"
	}
	return printable(text)
}
