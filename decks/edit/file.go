package edit

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"

	"recto/decks"
)

// File is the text of a deck file that is going to be changed.
type File struct {
	src   []byte
	part  decks.Part
	top   map[string]any // what the file says, as TOML decodes it
	crlf  bool           // its lines end as on Windows
	first style          // of the first questions that are aligned
}

// Change is one change of a file: the bytes that go in and out, and what the
// file says then. The zero Change changes nothing.
type Change struct {
	Splices []Splice
	effects []effect
}

// Empty reports whether the change leaves the file as it is.
func (c Change) Empty() bool { return len(c.Splices) == 0 }

// Open reads a file that is to be changed. The file need not be a deck without
// faults; the error is an ErrorList of the fault that it has as TOML. src must
// not change afterwards.
func Open(path string, src []byte) (*File, error) {
	part, err := decks.ReadPart(path, src)
	if err != nil {
		return nil, err
	}
	top, err := decode(src)
	if err != nil {
		return nil, err
	}
	f := &File{src: src, part: part, top: top}
	if end := bytes.IndexByte(src, '\n'); end > 0 {
		f.crlf = src[end-1] == '\r'
	}
	f.first = f.usual()
	return f, nil
}

// Make returns the file with changes made, all at once: each was worked out on
// the file as it stands. The result was decoded again: it says what the file
// said, but for what the changes are meant to do; else there is an error.
func (f *File) Make(changes ...Change) ([]byte, error) {
	var splices []Splice
	var effects []effect
	for _, c := range changes {
		splices = append(splices, c.Splices...)
		effects = append(effects, c.effects...)
	}
	out, err := Apply(f.src, splices...)
	if err != nil {
		return nil, err
	}
	if _, err := decks.ReadPart(f.part.File, out); err != nil {
		return nil, fmt.Errorf("the change would break the file: %w", err)
	}
	got, err := decode(out)
	if err != nil {
		return nil, fmt.Errorf("the change would break the file: %w", err)
	}
	want, _ := plain(f.top).(map[string]any)
	if err := perform(want, effects); err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(plain(got), any(want)) {
		return nil, errors.New("the change would do something else than it is meant to, and is not made")
	}
	return out, nil
}

// Questions returns how many questions the file holds.
func (f *File) Questions() int { return length(f.top["question"]) }

// Has reports whether something stands at a path.
func (f *File) Has(path ...any) bool { return f.value(path...) != nil }

// Text returns the string at a path, and whether there is one.
func (f *File) Text(path ...any) (string, bool) {
	s, is := f.value(path...).(string)
	return s, is
}

// value returns what stands at a path, nil for nothing.
func (f *File) value(path ...any) any {
	var v any = f.top
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[step]
		case int:
			v = item(v, step)
		}
	}
	return v
}

// eol returns what ends the lines of the file.
func (f *File) eol() string {
	if f.crlf {
		return "\r\n"
	}
	return "\n"
}

// eolAt returns what ends the line of an offset, as a line that comes below it
// should end too where the file mixes both; that of the file for its last line.
func (f *File) eolAt(at int) string {
	if end := f.lineEnd(at); end < len(f.src) {
		return string(f.src[end:f.nextLine(end)])
	}
	return f.eol()
}

// lineStart returns where the line of an offset begins, behind a byte-order mark.
func (f *File) lineStart(at int) int {
	if start := bytes.LastIndexByte(f.src[:at], '\n') + 1; start > 0 {
		return start
	}
	return len(f.src) - len(bytes.TrimPrefix(f.src, []byte("\xef\xbb\xbf")))
}

// lineEnd returns where the line of an offset ends, before its line end.
func (f *File) lineEnd(at int) int {
	end := bytes.IndexByte(f.src[at:], '\n')
	if end < 0 {
		return len(f.src)
	}
	if end += at; end > at && f.src[end-1] == '\r' {
		end--
	}
	return end
}

// nextLine returns where the next line begins, the end of the file for none.
func (f *File) nextLine(at int) int {
	end := bytes.IndexByte(f.src[at:], '\n')
	if end < 0 {
		return len(f.src)
	}
	return at + end + 1
}

// lineBelow returns the insertion of lines below the line of an offset. text
// has no line end of its own at its end.
func (f *File) lineBelow(at int, text string) Splice {
	end := f.lineEnd(at)
	return Splice{end, end, f.eolAt(end) + text}
}

// decode decodes a file, with or without a byte-order mark.
func decode(src []byte) (top map[string]any, err error) {
	text := strings.TrimPrefix(string(src), "\ufeff")
	if _, err = toml.Decode(text, &top); err != nil {
		return nil, fmt.Errorf("not TOML: %w", err)
	}
	if top == nil {
		top = map[string]any{}
	}
	return top, nil
}
