package edit

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// style is how the lines of a table are written.
type style struct {
	indent string // before a key
	column int    // of the '=' from the start of the key; 0: not aligned
	tight  bool   // no space around '='
	keys   int    // of different lengths that were looked at
	width  int    // where the '=' of the last of them is
}

// line returns the line of a key in the style.
func (s style) line(key, value string) string {
	if s.tight {
		return s.indent + key + "=" + value
	}
	pad := max(1, s.column-utf8.RuneCountInString(key))
	return s.indent + key + strings.Repeat(" ", pad) + "= " + value
}

// form is how a table is written in a file.
type form uint8

const (
	absent  form = iota
	headed       // below a header, and the top of a file
	braced       // in braces
	dotted       // by keys with dots
	implied      // by the headers of tables in it alone
)

// formOf returns how the table at a path is written.
func (f *File) formOf(path ...any) form {
	if len(path) == 0 {
		return headed
	}
	if _, is := f.value(path...).(map[string]any); !is {
		return absent
	}
	switch text := f.part.Place(path...).Text(); {
	case text == "" && len(f.body(path...)) == 0:
		return implied
	case text == "":
		return dotted
	case text[0] == '{':
		return braced
	}
	return headed
}

// body returns the keys of a table that no header gives it, in the order of the
// file.
func (f *File) body(path ...any) []string {
	return slices.DeleteFunc(f.keysOf(path...), func(key string) bool {
		at := below(path, key)
		form := f.formOf(at...)
		return form == headed || form == implied || f.listOfTables(at...)
	})
}

// bodyEnd returns where a value ends, without the tables below headers that
// keys with dots may have as well.
func (f *File) bodyEnd(path ...any) int {
	if f.formOf(path...) != dotted {
		return f.part.Block(path...).End
	}
	end := 0
	for _, key := range f.body(path...) {
		end = max(end, f.bodyEnd(below(path, key)...))
	}
	return end
}

// styleOf returns how the lines of a table below a header are written: most of
// them, where they differ. Where its own keys do not show, it is the style of
// the other questions.
func (f *File) styleOf(path ...any) style {
	s := f.ownStyle(path...)
	switch {
	case s.keys == 0:
		s.column, s.tight, s.indent = f.first.column, f.first.tight, f.indentOf(path...)
	case s.keys == 1 && s.column == 0 && f.first.column > 0:
		s.column = s.width
	}
	return s
}

// indentOf returns what stands before the header of a table.
func (f *File) indentOf(path ...any) string {
	p := f.part.Place(path...)
	if !p.Found() {
		return ""
	}
	return blank(string(f.src[f.lineStart(p.Start):p.Start]))
}

// blank returns a text of spaces and tabs, "" for any other.
func blank(s string) string {
	if strings.Trim(s, " \t") != "" {
		return ""
	}
	return s
}

// ownStyle is styleOf by the keys of the table alone.
func (f *File) ownStyle(path ...any) style {
	var s style
	columns, lengths := map[int]int{}, map[int]bool{}
	tight, padded := 0, map[int]bool{}
	for _, key := range f.body(path...) {
		at := below(path, key)
		k := f.part.KeyPlace(at...)
		if f.formOf(at...) == dotted {
			continue
		}
		gap := 0
		for k.End+gap < len(f.src) && f.src[k.End+gap] == ' ' {
			gap++
		}
		if k.End+gap >= len(f.src) || f.src[k.End+gap] != '=' {
			continue
		}
		if len(lengths) == 0 {
			s.indent = blank(string(f.src[f.lineStart(k.Start):k.Start]))
		}
		length := utf8.RuneCountInString(k.Text())
		lengths[length] = true
		if gap == 0 {
			tight++
			continue
		}
		s.width = length + gap
		columns[length+gap]++
		padded[length+gap] = padded[length+gap] || gap > 1
	}
	most := 0
	for column, n := range columns {
		if padded[column] && (n > most || n == most && column < s.column) {
			s.column, most = column, n
		}
	}
	s.tight = tight > 0 && len(columns) == 0
	s.keys = len(lengths)
	return s
}

// usual returns the style of the first questions that show one.
func (f *File) usual() style {
	var s style
	for i := range min(f.Questions(), 20) {
		if f.formOf("question", i) != headed {
			break
		}
		if own := f.ownStyle("question", i); i == 0 || own.column > 0 {
			s = own
		}
		if s.column > 0 {
			break
		}
	}
	return s
}

// below returns a path with more steps, in memory of its own.
func below(path []any, more ...any) []any {
	return append(append(make([]any, 0, len(path)+len(more)), path...), more...)
}
