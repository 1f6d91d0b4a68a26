package export

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The limits of a list of students.
const (
	MaxStudents     = 2000
	MaxStudentsFile = 1 << 20 // bytes
	maxStudentField = 100     // characters
)

// ReadStudents reads a list of students as a spreadsheet saves it: UTF-8, or
// UTF-16 behind a byte-order mark, its columns parted by commas, semicolons or tabs, fields in quotes where they
// need them. The first row names the columns: "name", or "first name" and
// "last name", and perhaps "class" and "number", in English, German, French or
// Spanish; other columns are left out. A list of a single column may do
// without. The file's name is for the errors, which begin with file:line.
func ReadStudents(file string, src []byte) ([]Student, error) {
	if len(src) > MaxStudentsFile {
		return nil, fmt.Errorf("%s: is larger than %d KiB, too large for a list of students", file, MaxStudentsFile>>10)
	}
	src = linesOf(src)
	if line := firstInvalid(src); line > 0 {
		return nil, fmt.Errorf("%s:%d: is not UTF-8\nhint: save it as CSV UTF-8", file, line)
	}
	rows, err := readRows(file, src)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no student is on the list", file)
	}
	columns, header, err := columnsOf(rows[0].fields)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, rows[0].line, err)
	}
	if header {
		rows = rows[1:]
	}
	return studentsOf(file, rows, columns)
}

// linesOf returns a file as UTF-8 without a byte-order mark, its lines ended by
// a newline: spreadsheets save "Unicode text" as UTF-16, and lists for old
// machines with a carriage return alone.
func linesOf(src []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	}
	if order != nil && len(src)%2 == 0 {
		units := make([]uint16, 0, len(src)/2)
		for ; len(src) > 0; src = src[2:] {
			units = append(units, order.Uint16(src))
		}
		src = []byte(string(utf16.Decode(units)))
	}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// firstInvalid is the first line that is not UTF-8, or holds what no text
// does; 0 when there is none.
func firstInvalid(src []byte) int {
	for at := 0; at < len(src); {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 || r == 0 {
			return 1 + bytes.Count(src[:at], []byte("\n"))
		}
		at += size
	}
	return 0
}

type studentRow struct {
	line   int
	fields []string
}

// readRows parses CSV into its rows that are not empty.
func readRows(file string, src []byte) ([]studentRow, error) {
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = separatorOf(src)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = r.Comma != '\t'
	var rows []studentRow
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			return nil, fmt.Errorf("%s:%d: %w\nhint: a quote inside a quoted field is written twice", file, fault.Line, fault.Err)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		for i := range fields {
			fields[i] = strings.Join(strings.Fields(norm.NFC.String(fields[i])), " ")
		}
		if slices.ContainsFunc(fields, func(f string) bool { return f != "" }) {
			rows = append(rows, studentRow{line, fields})
		}
	}
}

// separatorOf returns which of the three separators the first line has most
// of, outside quotes.
func separatorOf(src []byte) rune {
	line, _, _ := bytes.Cut(bytes.TrimLeft(src, "\r\n"), []byte("\n"))
	counts := map[byte]int{}
	quoted := false
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
}

// studentColumns are the places of the columns, -1 for none.
type studentColumns struct{ name, first, last, class, number int }

// The names of columns, in small letters.
var columnWords = map[string][]string{
	"name":   {"name", "student", "student name", "full name", "pupil", "learner", "schüler", "schülerin", "schüler/in", "élève", "nom", "nom complet", "nombre", "nombre completo", "alumno", "alumna", "estudiante"},
	"first":  {"first name", "firstname", "given name", "forename", "vorname", "prénom", "prenom"},
	"last":   {"last name", "lastname", "surname", "family name", "nachname", "familienname", "nom de famille", "apellido", "apellidos"},
	"class":  {"class", "group", "course", "form", "klasse", "gruppe", "kurs", "classe", "groupe", "clase", "grupo", "curso"},
	"number": {"number", "no", "no.", "nr", "nr.", "#", "id", "student id", "student number", "nummer", "matrikelnummer", "numéro", "numero", "n°", "nº", "número"},
}

// columnsOf reads the first row. Where it names no column the list must have
// only one. "Name" beside a first name is the last name, and "nombre" beside
// "apellidos" the first.
func columnsOf(row []string) (c studentColumns, header bool, err error) {
	c = studentColumns{-1, -1, -1, -1, -1}
	places := map[string]*int{"name": &c.name, "first": &c.first, "last": &c.last, "class": &c.class, "number": &c.number}
	for i, field := range row {
		for kind, words := range columnWords {
			if !slices.Contains(words, strings.ToLower(field)) {
				continue
			}
			if *places[kind] >= 0 {
				return c, true, fmt.Errorf("%q and %q name the same column", row[*places[kind]], field)
			}
			*places[kind], header = i, true
		}
	}
	if !header && len(row) > 1 {
		return c, false, errors.New("the first row names no column\nhint: let it say which columns are which: name,class,number")
	}
	if !header {
		c.name = 0
		return c, false, nil
	}
	switch {
	case c.first >= 0 && c.last < 0 && c.name >= 0:
		c.last, c.name = c.name, -1
	case c.last >= 0 && c.first < 0 && c.name >= 0:
		c.first, c.name = c.name, -1
	}
	if c.name < 0 && c.first < 0 && c.last < 0 {
		return c, true, errors.New("no column is called \"name\"")
	}
	return c, true, nil
}

// studentsOf turns rows into students. A row that stands twice is a slip;
// students of one name are told apart by class or number.
func studentsOf(file string, rows []studentRow, c studentColumns) ([]Student, error) {
	var students []Student
	lines := map[Student]int{}
	for _, r := range rows {
		at := func(column int) string {
			if column < 0 || column >= len(r.fields) {
				return ""
			}
			return r.fields[column]
		}
		s := Student{Name: at(c.name), Class: at(c.class), Number: at(c.number)}
		if s.Name == "" {
			s.Name = strings.TrimSpace(at(c.first) + " " + at(c.last))
		}
		for _, f := range []string{s.Name, s.Class, s.Number} {
			if strings.ContainsFunc(f, unicode.IsControl) {
				return nil, fmt.Errorf("%s:%d: a control character stands in %q", file, r.line, f)
			}
			if utf8.RuneCountInString(f) > maxStudentField {
				return nil, fmt.Errorf("%s:%d: a field has more than %d characters", file, r.line, maxStudentField)
			}
		}
		switch before, twice := lines[s]; {
		case s.Name == "":
			return nil, fmt.Errorf("%s:%d: the name is empty", file, r.line)
		case twice:
			return nil, fmt.Errorf("%s:%d: %q is on line %d already\nhint: tell students of one name apart by a column \"number\"", file, r.line, s.Name, before)
		case len(students) == MaxStudents:
			return nil, fmt.Errorf("%s:%d: more than %d students", file, r.line, MaxStudents)
		}
		lines[s] = r.line
		students = append(students, s)
	}
	if len(students) == 0 {
		return nil, fmt.Errorf("%s: no student is on the list", file)
	}
	return students, nil
}
