package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"recto/decks"
)

// ReadRecord reads what Encode wrote. Records come from anywhere: whatever is
// in the bytes, what is returned can be laid out, or the error names the file,
// the line and the column of what is wrong.
func ReadRecord(file string, src []byte) (*Record, error) {
	if len(src) > MaxRecord {
		return nil, fmt.Errorf("%s: is larger than %d MiB, too large for a record", file, MaxRecord>>20)
	}
	var f recordFile
	if err := decodeRecord(file, src, &f); err != nil {
		return nil, err
	}
	r := recordReader{file: &f}
	record, err := r.record()
	if err != nil {
		line, column := placeIn(src, r.path)
		return nil, fmt.Errorf("%s:%d:%d: %w", file, line, column, err)
	}
	return record, nil
}

// decodeRecord reads JSON strictly and says where it is none.
func decodeRecord(file string, src []byte, f *recordFile) error {
	fail := func(at int64, err error) error {
		line, column := lineOf(src, int(at))
		return fmt.Errorf("%s:%d:%d: %w", file, line, column, err)
	}
	var head struct {
		V json.RawMessage `json:"v"`
	}
	d := json.NewDecoder(bytes.NewReader(src))
	err := d.Decode(&head)
	if err == nil {
		var version int
		switch {
		case head.V == nil || json.Unmarshal(head.V, &version) != nil:
			return fail(0, errors.New("is no record of an exam\nhint: recto print DECK --versions 4 writes one"))
		case version > recordFormat:
			return fail(0, fmt.Errorf("is a record of format %d, which needs a newer recto", version))
		}
		d = json.NewDecoder(bytes.NewReader(src))
		d.DisallowUnknownFields()
		err = d.Decode(f)
	}
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fail(syntax.Offset-1, fmt.Errorf("is no JSON: %w", err))
	case errors.As(err, &typed):
		return fail(typed.Offset-1, fmt.Errorf("%s must not be a %s", typed.Field, typed.Value))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fail(int64(len(src)), errors.New("ends too early"))
	case err != nil:
		return fail(d.InputOffset(), err)
	}
	if rest := bytes.TrimSpace(src[d.InputOffset():]); len(rest) > 0 {
		return fail(int64(len(src)-len(rest)), errors.New("goes on behind its end"))
	}
	return nil
}

// recordReader turns the record's file into what is laid out.
type recordReader struct {
	file      *recordFile
	path      []any // of what is looked at: keys and indices
	decks     []*decks.Deck
	groups    []*decks.Group
	questions []*decks.Question
	images    map[string]imageFiles // by deck file
}

// fault is an error at a path inside the record.
func (r *recordReader) fault(path []any, format string, a ...any) error {
	r.path = path
	return fmt.Errorf(format, a...)
}

func (r *recordReader) record() (*Record, error) {
	f := r.file
	if !slices.Contains([]string{"end", "separate", "foot", "fold", "none"}, f.Key) {
		return nil, r.fault([]any{"key"}, "key must be end, separate, foot, fold or none, not %q", f.Key)
	}
	if !slices.Contains([]string{"", "long", "short"}, f.Duplex) {
		return nil, r.fault([]any{"duplex"}, "duplex must be long or short, not %q", f.Duplex)
	}
	if f.Created < 0 || f.Created > 1<<36 {
		return nil, r.fault([]any{"created"}, "%d is no time that a document can have", f.Created)
	}
	for _, check := range []func() error{r.checkFiles, r.checkSheet, r.readDecks, r.readImages, r.readGroups, r.readQuestions} {
		if err := check(); err != nil {
			return nil, err
		}
	}
	out := &Record{Seed: f.Seed, About: f.About, Sheet: f.Sheet.SheetOptions, Key: f.Key, Duplex: f.Duplex, Files: f.Files}
	if f.Created != 0 {
		out.Created = time.Unix(f.Created, 0).UTC()
	}
	out.Sheet.Images = func(deckFile string) (fs.FS, error) { return r.images[deckFile], nil }
	if len(f.Versions) == 0 || len(f.Versions) > MaxStudents {
		return nil, r.fault([]any{"versions"}, "%d versions: 1 to %d can be printed", len(f.Versions), MaxStudents)
	}
	for i := range f.Versions {
		v, err := r.version(i)
		if err != nil {
			return nil, err
		}
		out.Versions = append(out.Versions, v)
	}
	return out, nil
}

// checkFiles refuses names that lead out of a folder.
func (r *recordReader) checkFiles() error {
	for i, f := range r.file.Files {
		if !plainName(f.Name) || len(f.Sum) != 64 {
			return r.fault([]any{"files", i}, "%q is no file that a record can name", f.Name)
		}
	}
	return nil
}

// plainName reports whether a name stays in its folder.
func plainName(name string) bool {
	return name != "" && name != "." && name != ".." && !strings.ContainsAny(name, "/\\:\x00")
}

func (r *recordReader) checkSheet() error {
	o := &r.file.Sheet.SheetOptions
	at := func(key string) []any { return []any{"sheet", key} }
	if paper, err := ParsePaper(o.Paper.Name); err != nil || paper != o.Paper {
		return r.fault(at("Paper"), "no paper is called %q and has %g by %g mm", o.Paper.Name, o.Paper.Width, o.Paper.Height)
	}
	for _, m := range []float64{o.Margins.Top, o.Margins.Right, o.Margins.Bottom, o.Margins.Left} {
		if m != 0 && (m < leastMargin || m > mostMargin) {
			return r.fault(at("Margins"), "a margin of %g mm is not between %g and %g", m, leastMargin, mostMargin)
		}
	}
	if o.Manner > InkSave {
		return r.fault(at("Manner"), "there is no manner %d", o.Manner)
	}
	if o.Answers > AnswersBehindFold {
		return r.fault(at("Answers"), "there is no place %d for answers", o.Answers)
	}
	if len(o.Fields) > 8 {
		return r.fault(at("Fields"), "%d fields are more than a sheet has", len(o.Fields))
	}
	complete := *o
	if err := complete.complete(); err != nil {
		return r.fault(at("Columns"), "%w", err)
	}
	return nil
}

func (r *recordReader) readDecks() error {
	for _, d := range r.file.Decks {
		r.decks = append(r.decks, &decks.Deck{ID: d.ID, Title: d.Title, Language: d.Language, AnswerLanguage: d.AnswerLanguage, Author: d.Author, Source: d.Source, Print: d.Print})
	}
	return nil
}

// readImages checks that the images are those that their names say.
func (r *recordReader) readImages() error {
	r.images = map[string]imageFiles{}
	for sum, data := range r.file.Images {
		if SumOf("", data).Sum != sum {
			return r.fault([]any{"images", sum}, "the bytes of an image are damaged")
		}
	}
	return nil
}

func (r *recordReader) image(path []any, file string, im *recordImage) (string, error) {
	if im == nil {
		return "", nil
	}
	data, ok := r.file.Images[im.Sum]
	if !ok || !fs.ValidPath(im.Path) {
		return "", r.fault(path, "the image %q is not in the record", im.Path)
	}
	if r.images[file] == nil {
		r.images[file] = imageFiles{}
	}
	r.images[file][im.Path] = data
	return im.Path, nil
}

// imageFiles are images by their paths.
type imageFiles map[string][]byte

// ReadFile returns the bytes of an image.
func (f imageFiles) ReadFile(name string) ([]byte, error) {
	data, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return data, nil
}

// Open is there for fs.FS; images are read whole.
func (f imageFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
}

func (r *recordReader) readGroups() error {
	for i, g := range r.file.Groups {
		at := []any{"groups", i}
		group := &decks.Group{Name: g.Name, Title: g.Title, Text: g.Text, Alt: g.Alt, Shuffle: g.Shuffle, File: g.File}
		if g.Parent != nil {
			if *g.Parent < 0 || *g.Parent >= i {
				return r.fault(append(at, "parent"), "a group's parent must stand before it")
			}
			group.Parent = r.groups[*g.Parent]
		}
		if len(group.Path()) > maxGroups {
			return r.fault(at, "groups are nested more than %d deep", maxGroups)
		}
		var err error
		if group.Image, err = r.image(append(at, "image"), g.File, g.Image); err != nil {
			return err
		}
		r.groups = append(r.groups, group)
	}
	return nil
}

// maxGroups bounds how deep groups of a record are nested.
const maxGroups = 32

func (r *recordReader) version(i int) (Version, error) {
	w := r.file.Versions[i]
	at := []any{"versions", i}
	if w.Number != i+1 {
		return Version{}, r.fault(append(at, "number"), "version %d has the number %d", i+1, w.Number)
	}
	if w.Letter != "" && (i >= MaxVersions || w.Letter != letterOf(i)) {
		return Version{}, r.fault(append(at, "letter"), "version %d has the letter %q", i+1, w.Letter)
	}
	if s := w.Student; s != nil && (s.Name == "" || max(len(s.Name), len(s.Class), len(s.Number)) > 4*maxStudentField) {
		return Version{}, r.fault(append(at, "student"), "the student has no name, or too long a one")
	}
	if len(w.Items) == 0 {
		return Version{}, r.fault(at, "version %d has no question", i+1)
	}
	v := Version{Number: w.Number, Letter: w.Letter, Student: w.Student}
	for n, e := range w.Items {
		if e.Question < 0 || e.Question >= len(r.questions) {
			return Version{}, r.fault(append(at, "items", n, "q"), "there is no question %d", e.Question)
		}
		q := r.questions[e.Question]
		options, err := arranged(offered(q), e.Options)
		if err != nil {
			return Version{}, r.fault(append(at, "items", n, "options"), "%w", err)
		}
		v.Items = append(v.Items, Item{n + 1, q, options})
	}
	return v, nil
}

// arranged puts what is offered in the order of its places.
func arranged(offered []decks.Value, places []int) ([]decks.Value, error) {
	if len(places) != len(offered) {
		return nil, fmt.Errorf("%d options are in order, of %d", len(places), len(offered))
	}
	if len(places) == 0 {
		return nil, nil
	}
	out := make([]decks.Value, len(places))
	taken := make([]bool, len(places))
	for i, p := range places {
		if p < 0 || p >= len(offered) || taken[p] {
			return nil, fmt.Errorf("%d is no place of an option, or comes twice", p)
		}
		taken[p] = true
		out[i] = offered[p]
	}
	return out, nil
}
