package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/edit"
	"recto/decks/lint"
)

// target is the deck file that questions are added to.
type target struct {
	path   string
	begins []byte       // of a deck that is not there yet: what stands above its questions
	others []decks.File // other parts of the deck that stand beside it, as they were last
}

// addition is a file with one more question, not written yet.
type addition struct {
	was, now []byte
	question *decks.Question
	total    int // questions of the deck
	findings []lint.Finding
}

// findTarget returns the file that a deck name stands for. Of a deck in parts
// it is the first one, or the one that file names.
func findTarget(l *loader, cfg *config, name, file string) (*target, error) {
	info, err := os.Stat(name)
	switch {
	case name == "-":
		return nil, usage("add changes a file, and the standard input is none")
	case err == nil && info.IsDir():
		return nil, usage("%s is a folder\nhint: name the file that the question goes to", printable(name))
	case err == nil:
		return &target{path: name}, nil
	case filepath.Ext(name) == ".toml" || strings.ContainsAny(name, `/\`):
		return &target{path: name}, nil // to be created
	}
	if err := l.addNamed(name, cfg); err != nil {
		return nil, err
	}
	if err := ownFiles(l.files); err != nil {
		return nil, err
	}
	var paths []string
	for _, f := range l.files {
		paths = append(paths, f.Path)
	}
	slices.Sort(paths)
	if file == "" {
		return &target{path: paths[0]}, nil
	}
	for _, path := range paths {
		if path == file || sameFile(path, file) || filepath.Base(path) == file {
			return &target{path: path}, nil
		}
	}
	return nil, usage("%s is no part of the deck %s\nhint: its files are %s", printable(file), printable(name), printable(strings.Join(paths, ", ")))
}

// missing reports whether the file is not there.
func (t *target) missing() bool {
	_, err := os.Stat(t.path)
	return errors.Is(err, fs.ErrNotExist)
}

// read returns the file as it is now: nil was for one that is to be created.
func (t *target) read() (was []byte, f *edit.File, err error) {
	src := t.begins
	if src == nil || !t.missing() {
		if src, err = readRegular(t.path, deckLimit); err != nil {
			return nil, nil, badInput("%s: %v", printable(t.path), reason(err))
		}
		was = src
	}
	f, err = edit.Open(t.path, src)
	return was, f, err
}

// deck reads the file as a deck, together with other parts of it. A deck
// without a question is nil and no fault.
func (t *target) deck(src []byte, others []decks.File) (*decks.Deck, error) {
	file := decks.File{Path: t.path, Source: src}
	if root, err := os.OpenRoot(filepath.Dir(t.path)); err == nil {
		defer func() { _ = root.Close() }()
		file.Images = root.FS()
	}
	loaded, err := decks.Assemble(append([]decks.File{file}, others...))
	var faults decks.ErrorList
	if errors.As(err, &faults) && len(faults) == 1 && errors.Is(err, decks.ErrNoQuestion) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return loaded[0], nil
}

// now returns the file as it is now: its bytes, nil for one that is to be
// created, and its deck, nil for one without a question.
func (t *target) now() (was []byte, f *edit.File, deck *decks.Deck, err error) {
	was, f, err = t.read()
	if err != nil {
		return nil, nil, nil, err
	}
	src := was
	if was == nil {
		src = t.begins
	}
	t.others = besides([]decks.File{{Path: t.path, Source: src}})
	if deck, err = t.deck(src, t.others); err != nil {
		t.others = nil // another part's fault is another's
		deck, err = t.deck(src, nil)
	}
	return was, f, deck, err
}

// with returns the file, as it is now, with one more question. It fails with
// the faults of the file, or with a badQuestion.
func (t *target) with(d draft) (*addition, error) {
	if err := d.check(); err != nil {
		return nil, badQuestion{err}
	}
	was, f, before, err := t.now()
	if err != nil {
		return nil, err
	}
	language := answerLanguage(before, f)
	c := &addition{was: was}
	if err := c.append(t, f, d, language); err != nil {
		return nil, err
	}
	if d.id != "" || !namesQuestions(f) {
		return c, nil
	}
	taken := takenIDs{}
	if before != nil {
		for _, q := range before.Questions {
			taken.take(q.ID)
		}
	}
	d.id = taken.free(edit.Slug(c.question))
	return c, c.append(t, f, d, language)
}

// answerLanguage returns the language of the answers of a deck, nil for one
// that has no question yet.
func answerLanguage(d *decks.Deck, f *edit.File) string {
	if d != nil {
		return d.AnswerLanguage
	}
	for _, key := range []string{"answer_language", "language"} {
		if language, ok := f.Text(key); ok {
			return language
		}
	}
	return "en"
}

// badQuestion is what is wrong with a question that was to be added.
type badQuestion struct{ error }

// append works the file with the question out, and what is to be said of it.
func (c *addition) append(t *target, f *edit.File, d draft, language string) error {
	table, err := d.table(language)
	if err != nil {
		return badQuestion{err}
	}
	change, err := f.Append(table)
	if err != nil {
		return badQuestion{err}
	}
	if c.now, err = f.Make(change); err != nil {
		return badQuestion{err}
	}
	number := f.Questions() + 1
	deck, err := t.deck(c.now, t.others)
	if err != nil {
		return badQuestion{withoutPlaces(err)}
	}
	find := func() {
		at := slices.IndexFunc(deck.Questions, func(q *decks.Question) bool { return q.File == t.path && q.Number == number })
		c.question, c.total = deck.Questions[at], len(deck.Questions)
	}
	find()
	if d.id != "" && c.question.Kind == decks.Cloze { // an id and labels go together
		labelled, err := edit.Open(t.path, c.now)
		if err != nil {
			return err
		}
		if change, err = labelled.LabelGaps(c.question); err != nil {
			return badQuestion{err}
		}
		if c.now, err = labelled.Make(change); err != nil {
			return badQuestion{err}
		}
		if deck, err = t.deck(c.now, t.others); err != nil {
			return badQuestion{withoutPlaces(err)}
		}
		find()
	}
	c.findings = slices.DeleteFunc(lint.Check([]*decks.Deck{deck}, lint.Options{Codes: sourceCodes()}), func(found lint.Finding) bool {
		return found.File != t.path || found.Question != number
	})
	return nil
}

// withoutPlaces returns faults of a question that stands in no file yet.
func withoutPlaces(err error) error {
	var faults decks.ErrorList
	if !errors.As(err, &faults) {
		return err
	}
	var texts []string
	for _, f := range faults {
		text := f.Message
		if f.Hint != "" {
			text += "\nhint: " + f.Hint
		}
		texts = append(texts, text)
	}
	return errors.New(strings.Join(texts, "\n"))
}

// put writes the question into the file as it is now, and returns what was
// written. Who is beaten to it by another program tries again on its result.
func (t *target) put(d draft) (c *addition, err error) {
	for range 50 {
		if c, err = t.with(d); err != nil {
			return nil, err
		}
		if err = replaceFile(t.path, c.was, c.now); err == nil || exitCode(err) != exitConflict {
			break
		}
	}
	return c, err
}

// namesQuestions reports whether the questions of a file have ids: most of
// them, and those of a new deck.
func namesQuestions(f *edit.File) bool {
	ids := 0
	for i := range f.Questions() {
		if f.Has("question", i, "id") {
			ids++
		}
	}
	return 2*ids >= f.Questions()
}

// besides returns the parts of the decks in files that were not named and stand
// in the folder of one that was: files that state the same id.
func besides(files []decks.File) []decks.File {
	var more []decks.File
	looked := map[string]bool{}
	for _, f := range files {
		looked[filepath.Clean(f.Path)] = true
	}
	for _, f := range files {
		id := statedID(f)
		if id == "" {
			continue
		}
		entries, err := os.ReadDir(filepath.Dir(f.Path))
		if err != nil {
			continue // who reads the folder tells
		}
		for _, e := range entries {
			path := filepath.Join(filepath.Dir(f.Path), e.Name())
			if looked[path] || e.IsDir() || filepath.Ext(path) != ".toml" || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			src, err := readRegular(path, deckLimit)
			if err != nil || !bytes.Contains(src, []byte(id)) {
				continue
			}
			if part := (decks.File{Path: path, Source: src}); statedID(part) == id {
				looked[path] = true
				more = append(more, part)
			}
		}
	}
	return more
}

// statedID returns the id that a deck file states, "" for none.
func statedID(f decks.File) string {
	text, err := edit.Open(f.Path, f.Source)
	if err != nil {
		return ""
	}
	id, _ := text.Text("id")
	return id
}
