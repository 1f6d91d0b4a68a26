package compiled

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"reflect"
	"slices"
	"strings"

	"recto/decks"
)

const (
	magic    = "rectodk\n"
	layout   = 3 // of this package, beside the types of package decks
	headSize = len(magic) + 8 + 8
	// maxIndex is the longest index that is read, in bytes: 200,000 questions
	// with ids as long as they may be are less.
	maxIndex = 128 << 20
	maxText  = 256 << 20 // the longest question; more than a whole deck file
	maxTexts = 1 << 40   // all of them
)

var checksums = crc32.MakeTable(crc32.Castagnoli)

// Encode returns a deck in its compiled form. Files are those of its parts, in
// that order. Stamp names the program: Open believes no other one's. The same arguments give the
// same bytes.
func Encode(d *decks.Deck, files []File, stamp string) []byte {
	index := &coder{}
	s := newShell(d)
	s.code(index)

	entries, shared, texts := entriesOf(d, s)
	list(index, &shared, func(t *traits) { t.code(index) })
	count := len(entries)
	index.int(&count)
	for i := range entries {
		entries[i].code(index)
	}

	return join(stamp, files, index.out, texts)
}

// join returns the bytes of a compiled deck: index is all of the index but
// stamp and files.
func join(stamp string, files []File, index, texts []byte) []byte {
	c := &coder{}
	c.text(&stamp)
	list(c, &files, c.file)
	size := len(c.out) + len(index)
	sum := crc32.Update(crc32.Checksum(c.out, checksums), checksums, index)

	out := make([]byte, 0, headSize+size+len(texts))
	out = append(append(out, magic...), fingerprint()...)
	out = binary.LittleEndian.AppendUint32(out, uint32(size))
	out = binary.LittleEndian.AppendUint32(out, sum)
	return append(append(append(out, c.out...), index...), texts...)
}

// entry is a question in the index.
type entry struct {
	id     string
	traits int    // which of the shared ones are its
	faces  string // a byte each, see faceByte
	length int    // of its text with the checksum, in bytes
}

func (e *entry) code(c *coder) {
	c.text(&e.id)
	c.int(&e.traits)
	c.text(&e.faces)
	c.int(&e.length)
}

// traits are what decides when a card comes, beside its progress: many
// questions of a deck share them.
type traits struct {
	group       uint64 // number of the group, 0 for none
	tags, after []string
}

func (t *traits) code(c *coder) {
	c.uint(&t.group)
	c.texts(&t.tags)
	c.texts(&t.after)
}

// entriesOf returns the index of the questions of a deck and their texts.
func entriesOf(d *decks.Deck, s *shell) (entries []entry, shared []traits, texts []byte) {
	known := map[string]int{}
	for _, q := range d.Questions {
		t := traits{group: s.number(q.Group), tags: q.Tags, after: q.After}
		c := &coder{}
		t.code(c)
		n, ok := known[string(c.out)]
		if !ok {
			n = len(shared)
			known[string(c.out)] = n
			shared = append(shared, t)
		}
		e := entry{id: q.ID, traits: n}
		for _, card := range q.Cards() {
			e.faces += string(faceByte(card.Face))
		}
		at := len(texts)
		texts = append(texts, 0, 0, 0, 0)
		body := &coder{out: texts}
		body.question(q)
		texts = body.out
		binary.LittleEndian.PutUint32(texts[at:], crc32.Checksum(texts[at+4:], checksums))
		e.length = len(texts) - at
		entries = append(entries, e)
	}
	return entries, shared, texts
}

// faceByte returns the byte of a face: 0 ask, 100 reverse, 1 to 99 a label.
func faceByte(f decks.Face) []byte {
	switch f {
	case decks.AskFace:
		return []byte{0}
	case decks.ReverseFace:
		return []byte{100}
	}
	for label := 1; label < 100; label++ {
		if decks.ClozeFace(label) == f {
			return []byte{byte(label)}
		}
	}
	return nil
}

// faces returns the face of each byte.
func faces() (all [101]decks.Face) {
	all[0], all[100] = decks.AskFace, decks.ReverseFace
	for label := 1; label < 100; label++ {
		all[label] = decks.ClozeFace(label)
	}
	return all
}

// fingerprint returns eight bytes that differ when a type that is stored, or
// the layout, has changed: what an earlier program wrote is then not read.
func fingerprint() []byte {
	var b strings.Builder
	fmt.Fprintln(&b, layout)
	shape(&b, reflect.TypeFor[decks.Deck](), nil)
	sum := sha256.Sum256([]byte(b.String()))
	return sum[:8]
}

// shape writes a type down to its basic parts; one that is met again by its name.
func shape(b *strings.Builder, t reflect.Type, seen []reflect.Type) {
	fmt.Fprint(b, t.String(), " ", t.Kind(), " ")
	if slices.Contains(seen, t) {
		return
	}
	seen = append(seen, t)
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				fmt.Fprint(b, f.Name, " ")
				shape(b, f.Type, seen)
			}
		}
	case reflect.Map:
		shape(b, t.Key(), seen)
		shape(b, t.Elem(), seen)
	case reflect.Pointer, reflect.Slice, reflect.Array:
		shape(b, t.Elem(), seen)
	}
}
