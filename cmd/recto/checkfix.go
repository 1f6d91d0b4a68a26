package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/edit"
	"recto/decks/lint"
)

// maxRounds is how often a repaired file is checked and repaired again.
const maxRounds = 10

// fix repairs what has one right repair, in the files without a fault, and
// writes them, or shows what it would do. What is left is found again.
func (r *checked) fix(c *cli.Context) error {
	if err := ownFiles(r.loader.files); err != nil {
		return err
	}
	was, faults := slices.Clone(r.loader.files), len(r.faults)
	made := make([]int, len(was))
	for range maxRounds {
		some := false
		for i := range r.loader.files {
			f := &r.loader.files[i]
			out, n := lint.Fix(f.Source, ofFile(r.findings, f.Path), func(src []byte) bool { return sound(*f, src) })
			if n > 0 {
				f.Source, some = out, true
				made[i] += n
			}
		}
		if !some {
			break
		}
		if err := r.read(); err != nil {
			return err
		}
	}
	if len(r.faults) > faults {
		return fmt.Errorf("nothing is written, after the repairs there would be a fault\n%w", r.faults)
	}
	if c.Bool("dry-run") {
		return r.showFixes(c, was)
	}
	for i, f := range r.loader.files {
		if made[i] == 0 {
			continue
		}
		if err := replaceFile(f.Path, was[i].Source, f.Source); err != nil {
			return err
		}
		r.fixed += made[i]
		fmt.Fprintf(c.App.ErrWriter, "%s: %s\n", printable(f.Path), count(made[i], "repair"))
	}
	return nil
}

// ofFile returns the findings of a file.
func ofFile(findings []lint.Finding, path string) []lint.Finding {
	var own []lint.Finding
	for _, f := range findings {
		if f.File == path {
			own = append(own, f)
		}
	}
	return own
}

// sound reports whether a file with another text has no fault that it had not
// before, and every question of it the kind and the id that it had.
func sound(f decks.File, src []byte) bool {
	before, faults := decks.Salvage([]decks.File{f})
	f.Source = src
	after, more := decks.Salvage([]decks.File{f})
	return len(more) <= len(faults) && slices.EqualFunc(before, after, func(a, b *decks.Deck) bool {
		return a.ID == b.ID && slices.EqualFunc(a.Questions, b.Questions, func(p, q *decks.Question) bool {
			return p.ID == q.ID && p.Kind == q.Kind
		})
	})
}

// showFixes prints what would change.
func (r *checked) showFixes(c *cli.Context, was []decks.File) error {
	some := false
	for i, f := range r.loader.files {
		if bytes.Equal(f.Source, was[i].Source) {
			continue
		}
		text, err := edit.Open(f.Path, was[i].Source)
		if err != nil {
			return err
		}
		diff, err := text.Diff(edit.Change{Splices: lineSplices(string(was[i].Source), string(f.Source))})
		if err != nil {
			return err
		}
		some = true
		if err := printDiff(c, diff); err != nil {
			return err
		}
	}
	if !some {
		fmt.Fprintln(c.App.ErrWriter, "nothing to repair")
	}
	switch {
	case r.unread:
		return silent(exitInput)
	case len(r.faults) > 0:
		fmt.Fprintln(c.App.ErrWriter, count(len(r.faults), "fault"))
		return silent(exitFindings)
	}
	return nil
}

// lineSplices returns the splices, of whole lines, that make one text of
// another. Repairs change lines and take some out, and never put one in or move
// one: each line that stays is the next one that is equal.
func lineSplices(was, now string) []edit.Splice {
	old, next := slices.Collect(strings.Lines(was)), slices.Collect(strings.Lines(now))
	var splices []edit.Splice
	at := 0
	for i, j := 0, 0; i < len(old) || j < len(next); {
		if i < len(old) && j < len(next) && old[i] == next[j] {
			at += len(old[i])
			i, j = i+1, j+1
			continue
		}
		a, b := nextEqual(old[i:], next[j:])
		start := at
		for _, line := range old[i : i+a] {
			at += len(line)
		}
		splices = append(splices, edit.Splice{Start: start, End: at, Text: strings.Join(next[j:j+b], "")})
		i, j = i+a, j+b
	}
	return splices
}

// farLine is how many lines ahead an equal one is looked for. Where none is near,
// as many lines are shown as changed, and the search goes on behind them.
const farLine = 100

// nextEqual returns how many lines of both texts stand before the nearest pair
// of equal ones.
func nextEqual(old, next []string) (int, int) {
	for sum := 1; sum <= farLine; sum++ {
		for b := 0; b <= sum; b++ {
			if a := sum - b; a < len(old) && b < len(next) && old[a] == next[b] {
				return a, b
			}
		}
	}
	return min(len(old), farLine), min(len(next), farLine)
}
