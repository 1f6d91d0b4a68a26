package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/edit"
)

func idCommand() *cli.Command {
	return &cli.Command{
		Name:      "id",
		Usage:     "write the missing ids into a deck",
		ArgsUsage: "DECK...",
		Description: "A question with an id keeps its history whatever becomes of its text. The ids are\n" +
			"made from the questions; gaps without labels get theirs too, c1, c2 and so on.\n" +
			"Every other byte of the file stays as it is, and a file that changes meanwhile is\n" +
			"left alone (exit code 5). \"recto help authoring\" tells more.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: "show what would change, and change nothing"},
		},
		Action: writeIDs,
	}
}

// naming is a deck file that gets ids.
type naming struct {
	file        decks.File
	text        *edit.File
	changes     []edit.Change
	ids, labels int // questions that get an id, clozes that get labels
}

func writeIDs(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("id needs a deck\nhint: recto id facts.toml")
	}
	_, cfg, err := settings()
	if err != nil {
		return err
	}
	l := newLoader(c)
	for _, name := range c.Args().Slice() {
		if name == "-" {
			return usage("id changes files, and the standard input is none")
		}
		if err := l.add(name, cfg); err != nil {
			return err
		}
	}
	if err := ownFiles(l.files); err != nil {
		return err
	}
	files, loaded, err := toName(l)
	if err != nil {
		return err
	}
	for _, d := range loaded {
		if err := nameAll(d, files); err != nil {
			return err
		}
	}
	var all []*naming
	for _, d := range loaded {
		for _, p := range d.Parts {
			if n := files[p.File]; n != nil {
				all = append(all, n)
			}
		}
	}
	if c.Bool("dry-run") {
		return showIDs(c, all)
	}
	return putIDs(c, all)
}

// ownFiles refuses the decks inside the program, which no one can change.
func ownFiles(files []decks.File) error {
	for _, f := range files {
		if inLibrary(f.Path) {
			name := strings.TrimSuffix(path.Base(f.Path), ".toml")
			return usage("the deck %s is inside the program and cannot be changed\nhint: recto new %s.toml begins one of your own", name, name)
		}
	}
	return nil
}

// toName reads the files of a loader and their decks. That two questions have
// one text is what ids are for, and no fault here; neither is a missing image.
func toName(l *loader) (map[string]*naming, []*decks.Deck, error) {
	files := map[string]*naming{}
	for i := range l.files {
		l.files[i].Images = nil
		f := l.files[i]
		if text, err := edit.Open(f.Path, f.Source); err == nil { // else the loader tells
			files[f.Path] = &naming{file: f, text: text}
		}
	}
	for _, whole := range [][]decks.File{slices.Concat(l.files, besides(l.files)), l.files} {
		if loaded, err := decks.Assemble(whole); err == nil {
			return files, loaded, nil
		}
		if trial, err := provisional(whole, files); err == nil {
			if loaded, err := decks.Assemble(trial); err == nil {
				return files, loaded, nil
			}
		}
	}
	_, err := decks.Assemble(l.files)
	loaded, err := l.spare(err)
	return files, loaded, err
}

// provisional returns the files with some id at each question that has none.
func provisional(all []decks.File, files map[string]*naming) ([]decks.File, error) {
	trial := slices.Clone(all)
	for i, f := range all {
		n := files[f.Path]
		if n == nil {
			continue
		}
		var changes []edit.Change
		for q := range n.text.Questions() {
			if n.text.Has("question", q, "id") {
				continue
			}
			c, err := n.text.SetID(q+1, fmt.Sprintf("no.id.yet.%d.%d", i, q))
			if err != nil {
				return nil, err
			}
			changes = append(changes, c)
		}
		var err error
		if trial[i].Source, err = n.text.Make(changes...); err != nil {
			return nil, err
		}
	}
	return trial, nil
}

// nameAll works out what a deck lacks.
func nameAll(d *decks.Deck, files map[string]*naming) error {
	taken := takenIDs{}
	for _, q := range d.Questions {
		if n := files[q.File]; n == nil || n.text.Has("question", q.Number-1, "id") {
			taken.take(q.ID)
		}
	}
	for _, q := range d.Questions {
		n := files[q.File]
		if n == nil {
			continue // a part that was not named
		}
		if !n.text.Has("question", q.Number-1, "id") {
			change, err := n.text.SetID(q.Number, taken.free(edit.Slug(q)))
			if err != nil {
				return fmt.Errorf("%s: question %d: %w", printable(q.File), q.Number, err)
			}
			n.changes = append(n.changes, change)
			n.ids++
		}
		change, err := n.text.LabelGaps(q)
		if err != nil {
			return fmt.Errorf("%s: question %d: %w", printable(q.File), q.Number, err)
		}
		if !change.Empty() {
			n.changes = append(n.changes, change)
			n.labels++
		}
	}
	return nil
}

// takenIDs holds the ids of a deck in lower case, as no two may differ by case
// alone, each with the number to try next behind it.
type takenIDs map[string]int

func (t takenIDs) take(id string) { t[strings.ToLower(id)] = 2 }

// free returns an id that is not taken yet, and takes it: id, id-2, id-3 ...
func (t takenIDs) free(id string) string {
	key := strings.ToLower(id)
	free := id
	for t[strings.ToLower(free)] > 0 {
		free = fmt.Sprintf("%s-%d", id, t[key])
		t[key]++
	}
	t.take(free)
	return free
}

// showIDs prints what would change.
func showIDs(c *cli.Context, files []*naming) error {
	some := false
	for _, n := range files {
		diff, err := n.text.Diff(n.changes...)
		if err != nil {
			return fmt.Errorf("%s: %w", printable(n.file.Path), err)
		}
		some = some || diff != ""
		if err := printDiff(c, diff); err != nil {
			return err
		}
	}
	if !some {
		fmt.Fprintln(c.App.ErrWriter, "every question has an id")
	}
	return nil
}

// putIDs writes the files that change. Before the first one all are read as
// decks again.
func putIDs(c *cli.Context, files []*naming) error {
	now := make([]decks.File, len(files))
	some := false
	for i, n := range files {
		out, err := n.text.Make(n.changes...)
		if err != nil {
			return fmt.Errorf("%s: %w", printable(n.file.Path), err)
		}
		now[i] = decks.File{Path: n.file.Path, Source: out}
		some = some || len(n.changes) > 0
	}
	if !some {
		fmt.Fprintln(c.App.ErrWriter, "every question has an id")
		return nil
	}
	if err := stillDecks(now); err != nil {
		return fmt.Errorf("nothing is written, with ids there would be a fault\n%w", err)
	}
	ids := 0
	for i, n := range files {
		if len(n.changes) == 0 {
			continue
		}
		if err := replaceFile(n.file.Path, n.file.Source, now[i].Source); err != nil {
			return err
		}
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", printable(n.file.Path), n.done())
		ids += n.ids
	}
	if ids > 0 {
		fmt.Fprintln(c.App.ErrWriter, "hint: the next recto study carries over what was learnt without them")
	}
	return nil
}

// stillDecks reads files as decks once more, with the parts beside them, and returns
// the faults that they have.
func stillDecks(files []decks.File) error {
	_, faults := decks.Salvage(slices.Concat(files, besides(files)))
	faults = slices.DeleteFunc(faults, func(f *decks.Error) bool {
		return !slices.ContainsFunc(files, func(mine decks.File) bool { return mine.Path == f.File })
	})
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// done says what was written.
func (n *naming) done() string {
	labels := "the labels of " + count(n.labels, "cloze")
	switch {
	case n.ids == 0:
		return "wrote " + labels
	case n.labels == 0:
		return "wrote " + count(n.ids, "id")
	}
	return "wrote " + count(n.ids, "id") + " and " + labels
}
