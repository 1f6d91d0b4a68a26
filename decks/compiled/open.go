package compiled

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"strings"

	"recto/decks"
)

// ErrOther is the error of Open for what another program, or none, wrote.
var ErrOther = errors.New("no compiled deck of this program")

// errDamaged is the error for bytes that are not as they were written.
var errDamaged = errors.New("the compiled deck is damaged")

// Deck is a compiled deck: its index in memory, its questions where they were
// opened. Several goroutines may read it at once.
type Deck struct {
	from    io.ReaderAt
	stamp   string
	files   []File
	index   string // all of it but stamp and files
	shell   *shell
	shared  []*decks.Question // a question without texts for each set of traits
	entries string            // as written, see each
	count   int               // of entries
	texts   int64             // where the questions begin
	renamed map[string]string // paths of parts as they were given then and now
}

// Open reads the index of a compiled deck that Encode made with the same
// stamp. ErrOther says that it is one of another program; any error that the
// deck must be read from its files.
func Open(from io.ReaderAt, stamp string) (*Deck, error) {
	head := make([]byte, headSize)
	if _, err := from.ReadAt(head, 0); err != nil {
		return nil, errDamaged
	}
	if string(head[:16]) != magic+string(fingerprint()) {
		return nil, ErrOther
	}
	size, sum := binary.LittleEndian.Uint32(head[16:]), binary.LittleEndian.Uint32(head[20:])
	if size > maxIndex {
		return nil, errDamaged
	}
	var index strings.Builder // not bytes, so that ids need no copy
	index.Grow(int(size))
	check := crc32.New(checksums)
	if n, err := io.Copy(io.MultiWriter(&index, check), io.NewSectionReader(from, int64(headSize), int64(size))); err != nil || n != int64(size) {
		return nil, errDamaged
	}
	if check.Sum32() != sum {
		return nil, errDamaged
	}
	d := &Deck{from: from, shell: &shell{}, texts: int64(headSize) + int64(size)}
	return d, d.read(index.String(), stamp)
}

// read reads the index.
func (d *Deck) read(index, stamp string) error {
	c := &coder{reading: true, in: index}
	if c.text(&d.stamp); d.stamp != stamp {
		return ErrOther
	}
	list(c, &d.files, c.file)
	d.index = c.in
	d.shell.code(c)
	list(c, &d.shared, func(q **decks.Question) {
		var t traits
		t.code(c)
		*q = &decks.Question{Deck: &d.shell.deck, Group: d.shell.at(c, t.group), Tags: t.tags, After: t.after}
	})
	c.int(&d.count)
	d.entries = c.in
	seen := 0
	if !c.bad {
		d.each(func(*entry) bool { seen++; return true })
	}
	if c.bad || seen != d.count {
		return errDamaged
	}
	return nil
}

// each hands over the entries one after another, until false or one that makes
// no sense. The entry is the callee's until it returns.
func (d *Deck) each(do func(*entry) bool) {
	c := &coder{reading: true, in: d.entries}
	var e entry
	for len(c.in) > 0 {
		e.code(c)
		if c.bad || e.traits < 0 || e.traits >= len(d.shared) || e.length < 4 || e.length > maxText || !do(&e) {
			return
		}
	}
}

// Files returns the files that the deck was made from, as they were.
func (d *Deck) Files() []File { return d.files }

// WithFiles returns the bytes of the same deck for files that have the same
// content and are otherwise not as they were: touched, or copied.
func (d *Deck) WithFiles(files []File) ([]byte, error) {
	texts, err := io.ReadAll(io.NewSectionReader(d.from, d.texts, maxTexts))
	if err != nil {
		return nil, fmt.Errorf("read the compiled deck: %w", err)
	}
	return join(d.stamp, files, []byte(d.index), texts), nil
}

// Shell returns the deck without its questions. Cards and Full give questions
// of this deck.
func (d *Deck) Shell() *decks.Deck { return &d.shell.deck }

// Rename says under which path each part of the deck was given today, in the
// order of Files: the same files may be named otherwise than they were.
func (d *Deck) Rename(paths []string) {
	deck := &d.shell.deck
	if len(paths) != len(deck.Parts) {
		return
	}
	d.renamed = map[string]string{}
	for i := range paths {
		d.renamed[deck.Parts[i].File] = paths[i]
		deck.Parts[i].File = paths[i]
	}
	d.rename(&deck.File)
	for _, g := range d.shell.groups {
		d.rename(&g.File)
	}
}

func (d *Deck) rename(path *string) {
	if now, ok := d.renamed[*path]; ok {
		*path = now
	}
}

// Len returns how many questions the deck has.
func (d *Deck) Len() int { return d.count }

// Cards returns the cards in the order of the deck, siblings side by side.
// Their questions have deck, group, tags and after, and nothing else; questions
// that have these alike are one.
func (d *Deck) Cards() iter.Seq[decks.Card] {
	names := faces()
	return func(yield func(decks.Card) bool) {
		d.each(func(e *entry) bool {
			for j := range len(e.faces) {
				face := names[min(e.faces[j], 100)]
				id := decks.CardID{Deck: d.shell.deck.ID, Question: e.id, Face: face}
				if !yield(decks.Card{ID: id, Question: d.shared[e.traits], Face: face}) {
					return false
				}
			}
			return true
		})
	}
}

// Full returns cards of the deck with all that their questions say. What a
// compiled deck does not know are places in its files: Question.Place finds
// nothing.
func (d *Deck) Full(cards []decks.Card) ([]decks.Card, error) {
	wanted := make(map[string]*decks.Question, len(cards))
	for _, card := range cards {
		wanted[card.ID.Question] = nil
	}
	at := d.texts
	var failed error
	d.each(func(e *entry) bool {
		if _, is := wanted[e.id]; is {
			wanted[e.id], failed = d.question(e, at)
		}
		at += int64(e.length)
		return failed == nil
	})
	if failed != nil {
		return nil, failed
	}
	full := make([]decks.Card, len(cards))
	for i, card := range cards {
		q := wanted[card.ID.Question]
		if q == nil {
			return nil, fmt.Errorf("the compiled deck has no question %q", card.ID.Question)
		}
		full[i] = decks.Card{ID: card.ID, Question: q, Face: card.Face}
	}
	return full, nil
}

// question reads the question of an entry.
func (d *Deck) question(e *entry, at int64) (*decks.Question, error) {
	b := make([]byte, e.length)
	if _, err := d.from.ReadAt(b, at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the compiled deck: %w", err)
	}
	return d.make(e, b)
}

// make makes the question of an entry of its bytes, which it keeps none of.
func (d *Deck) make(e *entry, b []byte) (*decks.Question, error) {
	if crc32.Checksum(b[4:], checksums) != binary.LittleEndian.Uint32(b) {
		return nil, errDamaged
	}
	q := &decks.Question{}
	c := &coder{reading: true, in: string(b[4:])}
	c.question(q)
	if c.bad || len(c.in) > 0 || q.ID != e.id {
		return nil, errDamaged
	}
	q.Deck, q.Group = &d.shell.deck, d.shared[e.traits].Group
	d.rename(&q.File)
	return q, nil
}
