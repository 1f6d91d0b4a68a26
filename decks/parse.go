package decks

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/BurntSushi/toml"
)

// reader reads one file and collects its faults.
type reader struct {
	src      *source
	images   fs.FS
	deck     *Deck // what the file states; its groups and questions
	explicit bool  // the file states its id
	titled   bool  // a title stands where none belongs
	number   int   // of the question at hand, from 1; 0 outside questions
	faults   []fault

	questions []*Question // of this file
	groups    map[string]*groupRead
	defaults  inherited
}

// read reads a file. The reader holds its deck and its faults; after a fault
// of the TOML there is no deck.
func read(f File) *reader {
	r := &reader{src: newSource(f.Path, f.Source), images: f.Images}
	outline := scan(r.src.text)
	if outline.fault != nil {
		r.refused(outline.fault)
		return r
	}
	top, err := decode(r.src.text)
	if err != nil {
		r.add(r.src.syntaxFault(err))
		return r
	}
	if outline.dotted {
		// The parser lets a key and a dotted one above or below it pass, and
		// drops one of them.
		if _, twice := locate(r.src.text); twice != nil {
			r.add(r.src.duplicateFault(twice))
			return r
		}
	}
	r.readDeck(table{r: r, m: top}, outline.questions)
	return r
}

// Bounded returns the fault of a TOML file that a parser should not be given:
// one that nests deeper, has longer keys or more of them than any file of
// recto needs, or is not UTF-8. The error is an ErrorList.
func Bounded(file string, text []byte) error {
	s := newSource(file, text)
	if f := scan(s.text).fault; f != nil {
		return ErrorList{s.err(&fault{offset: f.at, end: s.behind(f.at), message: f.message, hint: f.hint})}
	}
	return nil
}

// refused adds the fault of a scan, or the syntax fault that stands before it.
func (r *reader) refused(f *scanFault) {
	if f.syntax {
		_, err := decode(r.src.text[:f.at])
		var parse toml.ParseError
		if errors.As(err, &parse) && parse.Position.Start < len(bytes.TrimRight(r.src.text[:f.at], " \t\r\n"))-1 {
			if earlier := r.src.syntaxFault(err); earlier.offset < f.at {
				r.add(earlier)
				return
			}
		}
	}
	r.add(fault{place: onOffset, offset: f.at, message: f.message, hint: f.hint})
}

// decode decodes TOML. What would be a panic in the parser is an error.
func decode(text []byte) (top map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("not TOML: %v", p)
		}
	}()
	_, err = toml.NewDecoder(bytes.NewReader(text)).Decode(&top)
	return top, err
}
