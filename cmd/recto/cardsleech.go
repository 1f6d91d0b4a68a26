package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/quiz"
)

// listLeeches lists the cards that are leeches, those with most lapses first,
// and what each was confused with.
func listLeeches(c *cli.Context) error {
	q, err := readWhere(c)
	if err != nil {
		return err
	}
	w, err := openDealt(c, true)
	if err != nil {
		return err
	}
	defer w.Close()
	x, err := w.explainer(c, commandSpeech())
	if err != nil {
		return err
	}
	matches, err := w.where(c.Context, q, x.items)
	if err != nil {
		return err
	}
	var leeches []quiz.Item
	for _, it := range x.items {
		if quiz.IsLeech(it.Progress.Lapses, w.config.Leech) && (matches == nil || matches(it)) {
			leeches = append(leeches, it)
		}
	}
	slices.SortStableFunc(leeches, func(a, b quiz.Item) int { return cmp.Compare(b.Progress.Lapses, a.Progress.Lapses) })
	words := searchWords(c.StringSlice("search"))
	list := []cardLine{}
	for _, it := range leeches {
		why, err := x.explain(c, it.Card.ID)
		if err != nil {
			return err
		}
		if why.holds(words) {
			list = append(list, why.cardLine)
		}
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V     int        `json:"v"`
			Cards []cardLine `json:"cards"`
		}{1, list})
	}
	for _, l := range list {
		fmt.Fprintf(c.App.Writer, "%s\t%s\t%s\t%d\t%s\n", printable(l.ID), l.stateWords(), l.Due, l.Lapses, l.Text)
		for _, confusion := range l.Confused {
			fmt.Fprintf(c.App.Writer, "\t%s\n", printable(commandSpeech().Confusion(confusion.Confusion)))
		}
	}
	return nil
}
