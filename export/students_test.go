package export

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var studentLists = []struct {
	name, src string
	want      []Student
	err       string
}{
	{"names alone", "Anna Berg\nBo Chen\n", []Student{{Name: "Anna Berg"}, {Name: "Bo Chen"}}, ""},
	{"a header", "name,class,number\nAnna Berg,7b,12\nBo Chen,7b,3\n", []Student{{"Anna Berg", "7b", "12"}, {"Bo Chen", "7b", "3"}}, ""},
	{"a byte-order mark, semicolons, CRLF", "\uFEFFNr.;Name;Klasse\r\n1;Anna Berg;7b\r\n", []Student{{"Anna Berg", "7b", "1"}}, ""},
	{"UTF-16", "\xff\xfen\x00a\x00m\x00e\x00\r\x00\n\x00Z\x00o\x00\xeb\x00\r\x00\n\x00", []Student{{Name: "Zoë"}}, ""},
	{"UTF-16, the other way", "\xfe\xff\x00Z\x00o\x00\xeb", []Student{{Name: "Zoë"}}, ""},
	{"carriage returns", "name\rAnna\rBo\r", []Student{{Name: "Anna"}, {Name: "Bo"}}, ""},
	{"tabs", "Name\tClass\nAnna\t7\n", []Student{{Name: "Anna", Class: "7"}}, ""},
	{"quotes and a comma inside", "name\n\"Berg, \"\"Annie\"\" Anna\"\n", []Student{{Name: `Berg, "Annie" Anna`}}, ""},
	{"first and last name", "last name,first name\nBerg,Anna\n", []Student{{Name: "Anna Berg"}}, ""},
	{"German", "Name;Vorname;Matrikelnummer\nBerg;Anna;4711\n", []Student{{Name: "Anna Berg", Number: "4711"}}, ""},
	{"French", "Nom,Prénom,Classe\nDupont,Zoé,3e\n", []Student{{Name: "Zoé Dupont", Class: "3e"}}, ""},
	{"Spanish", "Nombre,Apellidos\nAna,García Ruiz\n", []Student{{Name: "Ana García Ruiz"}}, ""},
	{"other columns and empty rows", "email,name\na@b,Anna\n,\n\nc@d,Bo\n", []Student{{Name: "Anna"}, {Name: "Bo"}}, ""},
	{"spaces", "name , class\n  Anna   Berg , 7b \n", []Student{{Name: "Anna Berg", Class: "7b"}}, ""},
	{"composed", "name\nZoe\u0301\n", []Student{{Name: "Zoé"}}, ""},
	{"one name twice, another number", "name,number\nAnna,1\nAnna,2\n", []Student{{Name: "Anna", Number: "1"}, {Name: "Anna", Number: "2"}}, ""},

	{"nothing", "", nil, "list.csv: no student is on the list"},
	{"a header alone", "name,class\n", nil, "list.csv: no student is on the list"},
	{"no header", "Anna,7b\n", nil, "list.csv:1: the first row names no column\nhint: let it say which columns are which: name,class,number"},
	{"no name", "class,number\n7b,1\n", nil, `list.csv:1: no column is called "name"`},
	{"an empty name", "name,class\nAnna,7b\n,7b\n", nil, "list.csv:3: the name is empty"},
	{"twice", "name\nAnna\nBo\nAnna\n", nil, "list.csv:4: \"Anna\" is on line 2 already\nhint: tell students of one name apart by a column \"number\""},
	{"an open quote", "name\nAnna\n\"Bo\n", nil, "list.csv:3: extraneous or missing \" in quoted-field\nhint: a quote inside a quoted field is written twice"},
	{"two columns alike", "name,student\na,b\n", nil, `list.csv:1: "name" and "student" name the same column`},
	{"Latin-1", "name\nAnna\nZo\xe9\n", nil, "list.csv:3: is not UTF-8\nhint: save it as CSV UTF-8"},
	{"UTF-16 without a mark", "n\x00a\x00m\x00e\x00", nil, "list.csv:1: is not UTF-8\nhint: save it as CSV UTF-8"},
	{"half of UTF-16", "\xff\xfen\x00a", nil, "list.csv:1: is not UTF-8\nhint: save it as CSV UTF-8"},
	{"a control character", "name\nAn\x1b[31mna\n", nil, `list.csv:2: a control character stands in "An\x1b[31mna"`},
	{"too long", "name\n" + strings.Repeat("x", 101) + "\n", nil, "list.csv:2: a field has more than 100 characters"},
	{"too large", strings.Repeat("x", MaxStudentsFile+1), nil, "list.csv: is larger than 1024 KiB, too large for a list of students"},
}

func TestReadStudents(t *testing.T) {
	for _, tt := range studentLists {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadStudents("list.csv", []byte(tt.src))
			said := ""
			if err != nil {
				said = err.Error()
			}
			if said != tt.err {
				t.Errorf("error %q, want %q", said, tt.err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTooManyStudents(t *testing.T) {
	var list strings.Builder
	list.WriteString("name,number\n")
	for i := range MaxStudents + 1 {
		fmt.Fprintf(&list, "Anna,%d\n", i)
	}
	_, err := ReadStudents("list.csv", []byte(list.String()))
	if want := "list.csv:2002: more than 2000 students"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Whatever a file holds, what is read of it can be printed, or the error names
// the file.
func FuzzReadStudents(f *testing.F) {
	for _, tt := range studentLists {
		f.Add([]byte(tt.src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		students, err := ReadStudents("list.csv", src)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "list.csv:") {
				t.Fatalf("no file in %q", err)
			}
			return
		}
		if len(students) == 0 || len(students) > MaxStudents {
			t.Fatalf("%d students", len(students))
		}
		for _, s := range students {
			for _, field := range []string{s.Name, s.Class, s.Number} {
				if !utf8.ValidString(field) || strings.ContainsFunc(field, unicode.IsControl) || utf8.RuneCountInString(field) > maxStudentField {
					t.Fatalf("a field is %q", field)
				}
			}
			if s.Name == "" {
				t.Fatal("a student without a name")
			}
		}
	})
}
