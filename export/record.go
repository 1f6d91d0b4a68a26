package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"recto/decks"
)

// Record says what was printed: the questions with all their text and images,
// the arrangement of every version, and how the pages were laid out. Printing
// from it gives the same bytes as the first time, whatever became of the deck.
type Record struct {
	Versions []Version
	Seed     uint64
	About    About
	Sheet    SheetOptions // Images opens the images inside the record
	Key      string       // where the answers stand: "end", "separate", "foot", "fold" or "none"
	Duplex   string       // "long", "short", or "" for one side
	Created  time.Time    // that the document states; the zero time is none
	// Files are what was printed first: to see whether it comes out the same.
	Files []PrintedFile
}

// About is what the printed document says of itself.
type About struct {
	Title    string `json:"title"`
	Author   string `json:"author,omitempty"`
	Language string `json:"language,omitempty"`
}

// PrintedFile is a file that was printed, by its name and the SHA-256 of its
// bytes in hexadecimal.
type PrintedFile struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

// SumOf returns the PrintedFile of some bytes.
func SumOf(name string, data []byte) PrintedFile {
	sum := sha256.Sum256(data)
	return PrintedFile{name, hex.EncodeToString(sum[:])}
}

// MaxRecord bounds the size of a record in bytes: its images are inside.
const MaxRecord = 256 << 20

// recordFormat is the number of the record's format.
const recordFormat = 1

// The record as it stands in its file. Everything that the layout of a sheet
// or a key reads is there; what belongs to studying alone is not.
type (
	recordFile struct {
		V         int               `json:"v"`
		Seed      uint64            `json:"seed"`
		Key       string            `json:"key"`
		Duplex    string            `json:"duplex,omitempty"`
		Created   int64             `json:"created,omitempty"` // seconds since 1970
		Files     []PrintedFile     `json:"files"`
		About     About             `json:"about"`
		Sheet     recordSheet       `json:"sheet"`
		Decks     []recordDeck      `json:"decks"`
		Groups    []recordGroup     `json:"groups,omitempty"`
		Questions []recordQuestion  `json:"questions"`
		Versions  []recordVersion   `json:"versions"`
		Images    map[string][]byte `json:"images,omitempty"` // by the SHA-256 of their bytes
	}
	recordSheet struct {
		SheetOptions
		Images   any `json:"Images,omitempty"` // nil: neither can be written
		Pictures any `json:"Pictures,omitempty"`
	}
	recordDeck struct {
		ID             string        `json:"id"`
		Title          string        `json:"title"`
		Language       string        `json:"language"`
		AnswerLanguage string        `json:"answer_language"`
		Author         string        `json:"author,omitempty"`
		Source         *decks.Source `json:"source,omitempty"`
		Print          decks.Print   `json:"print"`
	}
	recordImage struct {
		Path string `json:"path"`
		Sum  string `json:"sha256"`
	}
	recordGroup struct {
		Name    string       `json:"name"`
		Title   string       `json:"title,omitempty"`
		Text    string       `json:"text,omitempty"`
		Image   *recordImage `json:"image,omitempty"`
		Alt     string       `json:"alt,omitempty"`
		Parent  *int         `json:"parent,omitempty"` // among the groups before it
		Shuffle bool         `json:"shuffle,omitempty"`
		File    string       `json:"file"`
	}
	recordQuestion struct {
		Deck      *int             `json:"deck,omitempty"`
		ID        string           `json:"id"`
		Kind      string           `json:"kind"`
		Ask       string           `json:"ask,omitempty"`
		Answers   []decks.Answer   `json:"answers,omitempty"`
		Choices   []decks.Value    `json:"choices,omitempty"`
		Lefts     []decks.Value    `json:"lefts,omitempty"`
		Text      string           `json:"text,omitempty"`
		Gaps      []decks.Gap      `json:"gaps,omitempty"`
		Fixed     bool             `json:"fixed,omitempty"`
		Last      []decks.Value    `json:"last,omitempty"`
		Need      int              `json:"need,omitempty"`
		Reject    []string         `json:"reject,omitempty"`
		Reverse   *decks.Reverse   `json:"reverse,omitempty"`
		Exact     bool             `json:"exact,omitempty"`
		Shown     string           `json:"shown,omitempty"`
		Unit      string           `json:"unit,omitempty"`
		Tolerance *decks.Tolerance `json:"tolerance,omitempty"`
		Hints     []string         `json:"hints,omitempty"`
		Explain   string           `json:"explain,omitempty"`
		From      []decks.Anchor   `json:"from,omitempty"`
		Image     *recordImage     `json:"image,omitempty"`
		Alt       string           `json:"alt,omitempty"`
		Group     *int             `json:"group,omitempty"`
		Tags      []string         `json:"tags,omitempty"`
		Points    float64          `json:"points"`
		Lines     int              `json:"lines,omitempty"`
		File      string           `json:"file"`
		Number    int              `json:"number"`
		Line      int              `json:"line"`
		Column    int              `json:"column"`
	}
	recordVersion struct {
		Number  int           `json:"number"`
		Letter  string        `json:"letter,omitempty"`
		Student *Student      `json:"student,omitempty"`
		Items   []recordEntry `json:"items"`
	}
	recordEntry struct {
		Question int   `json:"q"`
		Options  []int `json:"options,omitempty"` // in printed order, each its place among what the question offers
	}
)

// Encode returns the record as a file: JSON, in an order that never changes.
// Images are read through Sheet.Images.
func (r *Record) Encode() ([]byte, error) {
	w := recordWriter{record: r, images: map[string][]byte{}, decks: map[*decks.Deck]int{}, groups: map[*decks.Group]int{}, questions: map[*decks.Question]int{}}
	f := &w.file
	f.V, f.Seed, f.Key, f.Duplex, f.Files, f.About, f.Images = recordFormat, r.Seed, r.Key, r.Duplex, r.Files, r.About, w.images
	if !r.Created.IsZero() {
		f.Created = r.Created.Unix()
	}
	f.Sheet.SheetOptions = r.Sheet
	f.Sheet.SheetOptions.Images, f.Sheet.SheetOptions.Pictures = nil, nil
	for _, v := range r.Versions {
		entry := recordVersion{Number: v.Number, Letter: v.Letter, Student: v.Student}
		for _, it := range v.Items {
			n, err := w.question(it.Question)
			if err != nil {
				return nil, err
			}
			entry.Items = append(entry.Items, recordEntry{n, places(it.Options, offered(it.Question))})
		}
		f.Versions = append(f.Versions, entry)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(f); err != nil {
		return nil, fmt.Errorf("cannot write the record: %w", err)
	}
	if b.Len() > MaxRecord {
		return nil, fmt.Errorf("the record would have %d MiB with its images, more than %d", b.Len()>>20, MaxRecord>>20)
	}
	return b.Bytes(), nil
}

// recordWriter numbers what versions refer to.
type recordWriter struct {
	record    *Record
	file      recordFile
	images    map[string][]byte
	decks     map[*decks.Deck]int
	groups    map[*decks.Group]int
	questions map[*decks.Question]int
}

func (w *recordWriter) question(q *decks.Question) (int, error) {
	if n, ok := w.questions[q]; ok {
		return n, nil
	}
	group, err := w.group(q.Group)
	if err != nil {
		return 0, err
	}
	image, err := w.image(q.File, q.Image)
	if err != nil {
		return 0, fmt.Errorf("%s:%d:%d: question %d: %w", q.File, q.Pos.Line, q.Pos.Column, q.Number, err)
	}
	n := len(w.file.Questions)
	w.questions[q] = n
	w.file.Questions = append(w.file.Questions, recordQuestion{
		Deck: w.deck(q.Deck), ID: q.ID, Kind: q.Kind.String(), Ask: q.Ask, Answers: q.Answers, Choices: q.Choices, Lefts: q.Lefts,
		Text: q.Text, Gaps: q.Gaps, Fixed: q.Fixed, Last: q.Last, Need: q.Need, Reject: q.Reject, Reverse: q.Reverse, Exact: q.Exact,
		Shown: q.Shown, Unit: q.Unit, Tolerance: q.Tolerance, Hints: q.Hints, Explain: q.Explain, From: q.From, Image: image, Alt: q.Alt,
		Group: group, Tags: q.Tags, Points: q.Points, Lines: q.Lines, File: q.File, Number: q.Number, Line: q.Pos.Line, Column: q.Pos.Column,
	})
	return n, nil
}

func (w *recordWriter) deck(d *decks.Deck) *int {
	if d == nil {
		return nil
	}
	n, ok := w.decks[d]
	if !ok {
		n = len(w.file.Decks)
		w.decks[d] = n
		w.file.Decks = append(w.file.Decks, recordDeck{d.ID, d.Title, d.Language, d.AnswerLanguage, d.Author, d.Source, d.Print})
	}
	return &n
}

// group numbers a group after its parents.
func (w *recordWriter) group(g *decks.Group) (*int, error) {
	if g == nil {
		return nil, nil
	}
	if n, ok := w.groups[g]; ok {
		return &n, nil
	}
	parent, err := w.group(g.Parent)
	if err != nil {
		return nil, err
	}
	image, err := w.image(g.File, g.Image)
	if err != nil {
		return nil, fmt.Errorf("%s: group %q: %w", g.File, g.Name, err)
	}
	n := len(w.file.Groups)
	w.groups[g] = n
	w.file.Groups = append(w.file.Groups, recordGroup{g.Name, g.Title, g.Text, image, g.Alt, parent, g.Shuffle, g.File})
	return &n, nil
}

func (w *recordWriter) image(file, path string) (*recordImage, error) {
	if path == "" {
		return nil, nil
	}
	if w.record.Sheet.Images == nil {
		return nil, errors.New("no folder to read images from")
	}
	files, err := w.record.Sheet.Images(file)
	if err != nil {
		return nil, err
	}
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	sum := SumOf(path, data).Sum
	w.images[sum] = data
	return &recordImage{path, sum}, nil
}

// offered is what a question prints to choose from, in the order of its
// author.
func offered(q *decks.Question) []decks.Value {
	switch q.Kind {
	case decks.Choice, decks.Multiple, decks.Cloze:
		return q.Choices
	case decks.Match:
		return unique(q.Choices)
	case decks.Order:
		items := make([]decks.Value, len(q.Answers))
		for i, a := range q.Answers {
			items[i] = a.Value
		}
		return items
	}
	return nil
}

// places returns where each option stands among what is offered; of equal ones
// the first that is not taken yet.
func places(options, offered []decks.Value) []int {
	taken := make([]bool, len(offered))
	var out []int
	for _, v := range options {
		for i, o := range offered {
			if !taken[i] && o == v {
				taken[i] = true
				out = append(out, i)
				break
			}
		}
	}
	return out
}
