package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/lint"
	"recto/export/pdf"
	"recto/quiz/tui"
)

// deckReader reads the deck of a preview again and again.
type deckReader struct {
	c      *cli.Context
	config *config
	name   string // a path, a folder, or the name of a deck
	fonts  func() (*pdf.Fonts, error)

	linting sync.Mutex // held by a look for what could be better

	mu     sync.Mutex  // of what follows
	paths  []string    // the files of a deck that was given by its name
	good   tui.Edition // the last one without a fault, or what could be used of one
	count  int
	files  []string    // that made the last edition, and its images
	faults []tui.Fault // of the last edition
}

func newDeckReader(c *cli.Context, cfg *config, name string) *deckReader {
	return &deckReader{c: c, config: cfg, name: name, fonts: sync.OnceValues(func() (*pdf.Fonts, error) { return cfg.fonts() })}
}

// first reads the deck for the first time. It fails when there is nothing to
// wait for: the deck is not there or cannot be read.
func (r *deckReader) first() (tui.Edition, error) {
	l := newLoader(r.c)
	if err := l.add(r.name, r.config); err != nil {
		return tui.Edition{}, err
	}
	if _, err := os.Stat(r.name); err != nil { // a name; its files may be renamed inside
		for _, f := range l.files {
			if !inLibrary(f.Path) {
				r.paths = append(r.paths, f.Path)
			}
		}
	}
	return r.read(), nil
}

// read reads the deck as it is now. With a fault in it the questions are those
// of the last edition, or what can be used where there was none.
func (r *deckReader) read() tui.Edition {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.count++
	var said bytes.Buffer // which files of a folder cannot be read
	l := newLoader(r.c)
	l.stderr = &said
	names := r.paths
	if len(names) == 0 {
		names = []string{r.name}
	}
	var faults []tui.Fault
	for _, name := range names {
		if err := l.add(name, r.config); err != nil {
			faults = append(faults, tui.Fault{File: fileFault(name), Text: lines(err.Error())})
		}
	}
	for _, text := range strings.Split(strings.TrimSpace(said.String()), "\n") {
		if text != "" {
			faults = append(faults, tui.Fault{Text: text})
		}
	}
	loaded, found := r.assemble(l)
	for _, f := range found {
		faults = append(faults, tui.Fault{File: f.File, Line: f.Pos.Line, Text: f.Error()})
	}
	for _, f := range l.files {
		if !slices.Contains(r.files, f.Path) && !inLibrary(f.Path) {
			r.files = append(r.files, f.Path)
		}
	}
	r.faults = faults
	if len(faults) > 0 && (len(loaded) == 0 || !covers(loaded, r.good.Questions)) {
		e := r.good
		e.Faults, e.Lint, e.Number = faults, nil, r.count
		return e
	}
	e := r.edition(loaded)
	e.Faults = faults
	r.good = e
	r.files = filesOf(l, e.Questions)
	return e
}

// assemble returns the decks of the files that were taken in, and the faults of
// those that cannot be used.
func (r *deckReader) assemble(l *loader) ([]*decks.Deck, decks.ErrorList) {
	loaded, err := decks.Assemble(l.files)
	var faults decks.ErrorList
	if err == nil || !errors.As(err, &faults) {
		return loaded, nil
	}
	loaded, _ = decks.Salvage(l.files)
	return loaded, l.decksOnly(faults)
}

// fileFault returns the file that a fault names, to be edited; a folder is none.
func fileFault(name string) string {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return name
	}
	return ""
}

// covers reports whether decks have questions of every file that some are of.
func covers(loaded []*decks.Deck, questions []*decks.Question) bool {
	have := map[string]bool{}
	for _, d := range loaded {
		for _, q := range d.Questions {
			have[q.File] = true
		}
	}
	return !slices.ContainsFunc(questions, func(q *decks.Question) bool { return !have[q.File] })
}

// filesOf returns the files that made an edition: the parts of its decks and
// the images of their questions.
func filesOf(l *loader, questions []*decks.Question) []string {
	var files []string
	for _, f := range l.files {
		files = append(files, f.Path)
	}
	image := func(file, path string) {
		if path != "" {
			files = append(files, filepath.Join(filepath.Dir(file), filepath.FromSlash(path)))
		}
	}
	for _, q := range questions {
		image(q.File, q.Image)
		for _, g := range q.Group.Path() {
			image(g.File, g.Image)
		}
	}
	slices.Sort(files)
	return slices.DeleteFunc(slices.Compact(files), inLibrary)
}

// inLibrary reports whether a file is one inside the program.
func inLibrary(file string) bool {
	if !strings.HasPrefix(file, "library/") {
		return false
	}
	_, err := os.Stat(file)
	return err != nil
}

// A look at a large deck for what could be better takes longer than to read it,
// and waits for a pause of its author.
const (
	manyQuestions = 1000 // questions
	pause         = 400 * time.Millisecond
)

func countQuestions(loaded []*decks.Deck) (n int) {
	for _, d := range loaded {
		n += len(d.Questions)
	}
	return n
}

// edition returns what a preview shows of decks.
func (r *deckReader) edition(loaded []*decks.Deck) tui.Edition {
	e := tui.Edition{Number: r.count}
	number := r.count
	large := countQuestions(loaded) > manyQuestions
	e.Lint = func() []tui.Finding {
		r.linting.Lock() // one at a time
		defer r.linting.Unlock()
		if large && number > 1 { // it would be in the way of the next save
			time.Sleep(pause)
		}
		if r.outdated(number) {
			return nil
		}
		return weaknesses(loaded)
	}
	for _, d := range loaded {
		e.Questions = append(e.Questions, d.Questions...)
	}
	e.Paper = r.paper(e.Questions)
	return e
}

// outdated reports whether files were read since an edition was made.
func (r *deckReader) outdated(number int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.good.Number > number
}

// weaknesses returns what could be better in decks.
func weaknesses(loaded []*decks.Deck) []tui.Finding {
	var all []tui.Finding
	for _, f := range lint.Check(loaded, lint.Options{Codes: sourceCodes(), Folder: func(p decks.Part) fs.FS {
		files, err := imagesOf(p.File)
		if err != nil {
			return nil
		}
		return files
	}}) {
		all = append(all, tui.Finding{
			File: f.File, Number: f.Question, Line: f.Pos.Line,
			Severity: string(f.Severity), Code: f.Code, Message: f.Message, Hint: f.Hint,
		})
	}
	return all
}

// foundAt is what could be better, by file and number of the question; number 0
// is the deck as a whole.
type foundAt map[string]map[int][]tui.Finding

func byPlace(all []tui.Finding) foundAt {
	found := foundAt{}
	for _, f := range all {
		if found[f.File] == nil {
			found[f.File] = map[int][]tui.Finding{}
		}
		found[f.File][f.Number] = append(found[f.File][f.Number], f)
	}
	return found
}
