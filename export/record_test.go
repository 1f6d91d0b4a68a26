package export

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"recto/decks"
)

const recorded = `
title = "All <kinds>"
author = "A. Author"
answer_language = "de"
[source]
title = "The article"
[print]
instructions = "Read *well*."
[group.outer]
title = "Part one"
image = "picture.png"
[group.inner]
group = "outer"
text = "A text."
[[question]]
ask = "Short?"
answer = "yes"
accept = ["yep"]
reject = ["no"]
hint = "not no"
explain = "Because."
from = { section = "Top", paragraph = 2 }
image = "picture.png"
alt = "a picture"
tags = ["t"]
points = 2.5
lines = 3
[[question]]
ask = "How many?"
answer = 12000
unit = "km"
tolerance = "5%"
[[question]]
ask = "When?"
answer = 1998-10-24
[[question]]
ask = "True?"
answer = false
group = "inner"
[[question]]
ask = "Which?"
choices = ["a", "b", 3, "none of these"]
fixed = ["none of these"]
answer = "b"
[[question]]
ask = "Which ones?"
choices = ["a", "b", "c", "d"]
answer = ["d", "a"]
[[question]]
ask = "Name two."
list = ["x", "y", "z"]
need = 2
[[question]]
ask = "In order."
order = ["1st", "2nd", "3rd", "4th"]
[[question]]
ask = "Match."
pairs = [["l1", "r1"], ["l2", "r2"], ["l3", "r1"]]
[[question]]
cloze = "The {{c1::sun}} and the {{c2::moon::a hint}}."
choices = ["sun", "moon", "star"]
`

func pictureFolder(t fataler) fstest.MapFS {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"picture.png": {Data: b.Bytes()}}
}

func aRecord(t fataler) *Record {
	files := pictureFolder(t)
	d, err := decks.Parse("all.toml", []byte(recorded), files)
	if err != nil {
		t.Fatal(err)
	}
	x, err := NewExam(d.Questions, ExamOptions{Seed: 7, Versions: 3})
	if err != nil {
		t.Fatal(err)
	}
	r := &Record{Seed: 7, About: About{"T", "A", "en"}, Key: "separate", Duplex: "long", Created: time.Unix(1_700_000_000, 0).UTC(), Files: []PrintedFile{SumOf("all.pdf", []byte("x"))}}
	r.Sheet = SheetOptions{Paper: A4, Title: "T", Images: func(string) (fs.FS, error) { return files, nil }}
	for n := range x.Len() {
		r.Versions = append(r.Versions, x.Version(n+1))
	}
	return r
}

func encoded(t fataler, r *Record) []byte {
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A record that is read says what was written, gives the same bytes again, and
// lays out the same pages.
func TestRecordRoundTrip(t *testing.T) {
	want := aRecord(t)
	data := encoded(t, want)
	got, err := ReadRecord("all.exam.json", data)
	if err != nil {
		t.Fatal(err)
	}
	studying := []string{"Typed", "After", "Allow", "Derived"}
	equal := cmp.Options{
		cmpopts.IgnoreFields(decks.Question{}, studying...),
		cmpopts.IgnoreUnexported(decks.Question{}, decks.Deck{}),
		cmpopts.IgnoreFields(decks.Deck{}, "Questions", "Groups", "Parts", "File", "Study", "Description", "License"),
		cmpopts.IgnoreFields(SheetOptions{}, "Images"), cmpopts.EquateEmpty(),
	}
	if diff := cmp.Diff(want, got, equal); diff != "" {
		t.Error(diff)
	}
	if again := encoded(t, got); !bytes.Equal(again, data) {
		t.Error("written again it is different")
	}
	for i, v := range want.Versions {
		for _, layout := range []func(Version, *Record) (*Document, error){
			func(v Version, r *Record) (*Document, error) { return LayoutSheet(v, r.Sheet, press{}) },
			func(v Version, r *Record) (*Document, error) { return LayoutKey(v.Key(), r.Sheet, press{}) },
		} {
			first, err := layout(v, want)
			if err != nil {
				t.Fatal(err)
			}
			second, err := layout(got.Versions[i], got)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(first.Pages, second.Pages); diff != "" {
				t.Errorf("version %s is laid out otherwise: %s", v.Letter, diff)
			}
		}
	}
}

// What is added to a question must be recorded, or named here as something
// that is never printed.
func TestRecordForgetsNothing(t *testing.T) {
	unprinted := []string{"Deck", "Derived", "Typed", "After", "Allow", "Pos"}
	question := reflect.TypeFor[decks.Question]()
	record := reflect.TypeFor[recordQuestion]()
	for i := range question.NumField() {
		f := question.Field(i)
		if _, ok := record.FieldByName(f.Name); f.IsExported() && !ok && !slices.Contains(unprinted, f.Name) {
			t.Errorf("%s of a question is not recorded", f.Name)
		}
	}
	group := reflect.TypeFor[decks.Group]()
	record = reflect.TypeFor[recordGroup]()
	for i := range group.NumField() {
		if _, ok := record.FieldByName(group.Field(i).Name); !ok {
			t.Errorf("%s of a group is not recorded", group.Field(i).Name)
		}
	}
}

var damagedRecords = []struct {
	name, old, new string
	want           string // behind the file's name
}{
	{"empty", "", "", ":1:1: ends too early"},
	{"another file", "", `{"title": 1}`, ":1:1: is no record of an exam\nhint: recto print DECK --versions 4 writes one"},
	{"an array", "", `[1]`, ":1:1: "},
	{"cut off", "", "{\"v\": 1,\n \"seed\": 7,", ":2:12: ends too early"},
	{"a newer one", `"v": 1,`, `"v": 2,`, ":1:1: is a record of format 2, which needs a newer recto"},
	{"no JSON", `"seed": 7,`, `"seed": 7,,`, ":3:12: is no JSON: invalid character ',' looking for beginning of object key string"},
	{"an unknown key", `"seed": 7,`, `"seed": 7, "x": 1,`, `unknown field "x"`},
	{"a text for a number", `"seed": 7,`, `"seed": "7",`, ":3:12: seed must not be a string"},
	{"more behind it", "", "+{}", "goes on behind its end"},
	{"the key", `"key": "separate"`, `"key": "inside"`, `:4:9: key must be end, separate, foot, fold or none, not "inside"`},
	{"a path", `"name": "all.pdf"`, `"name": "../all.pdf"`, `"../all.pdf" is no file that a record can name`},
	{"the paper", `"Width": 210`, `"Width": 1e9`, `no paper is called "a4" and has 1e+09 by 297 mm`},
	{"a kind", `"kind": "short"`, `"kind": "long"`, `there is no kind "long"`},
	{"points", `"points": 2.5`, `"points": -1`, ": -1 points"},
	{"a group", `"parent": 0`, `"parent": 1`, "a group's parent must stand before it"},
	{"a number of a question", `"q": 3`, `"q": 99`, "there is no question 99"},
	{"the letter", `"letter": "B"`, `"letter": "C"`, `version 2 has the letter "C"`},
	{"an image", `"path": "picture.png"`, `"path": "../picture.png"`, `the image "../picture.png" is not in the record`},
}

// A damaged record is refused with the place of the damage.
func TestRecordDamaged(t *testing.T) {
	good := string(encoded(t, aRecord(t)))
	for _, tt := range damagedRecords {
		t.Run(tt.name, func(t *testing.T) {
			src := tt.new
			switch {
			case tt.old != "":
				if src = strings.Replace(good, tt.old, tt.new, 1); src == good {
					t.Fatalf("%s does not stand in the record", tt.old)
				}
			case strings.HasPrefix(tt.new, "+"):
				src = good + tt.new[1:]
			}
			_, err := ReadRecord("x.exam.json", []byte(src))
			if err == nil || !strings.HasPrefix(err.Error(), "x.exam.json:") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	if _, err := ReadRecord("x.exam.json", bytes.Replace([]byte(good), []byte(`"options": [`), []byte(`"options": [ 0, 0,`), 1)); err == nil {
		t.Error("too many options were taken")
	}
	at := strings.Index(good, "iVBORw0KGgo") + 40
	if _, err := ReadRecord("x.exam.json", []byte(good[:at]+"AAAA"+good[at+4:])); err == nil || !strings.Contains(err.Error(), "the bytes of an image are damaged") {
		t.Errorf("an image that was changed gives %v", err)
	}
}

// Whatever a record holds, what is read of it can be laid out, or the error
// names a place.
func FuzzReadRecord(f *testing.F) {
	good := string(encoded(f, aRecord(f)))
	f.Add([]byte(good))
	for _, tt := range damagedRecords {
		f.Add([]byte(strings.Replace(good, tt.old, tt.new, 1)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := ReadRecord("x.exam.json", src)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x.exam.json:") {
				t.Fatalf("no file in %q", err)
			}
			return
		}
		v := r.Versions[0]
		if _, err := LayoutSheet(v, r.Sheet, press{}); err != nil && !strings.Contains(err.Error(), "image") && !strings.Contains(err.Error(), "too small") {
			t.Fatalf("the sheet: %v", err)
		}
		if _, err := LayoutKey(v.Key(), r.Sheet, press{}); err != nil && !strings.Contains(err.Error(), "too small") {
			t.Fatalf("the key: %v", err)
		}
		if _, err := r.Encode(); err != nil {
			t.Fatalf("it cannot be written again: %v", err)
		}
	})
}

// Whatever a sheet can be asked for is recorded.
func TestRecordKeepsTheSheet(t *testing.T) {
	var o SheetOptions
	v := reflect.ValueOf(&o).Elem()
	for i := range v.NumField() {
		fill(v.Field(i))
	}
	o.Images, o.Pictures = nil, nil
	data, err := json.Marshal(recordSheet{SheetOptions: o})
	if err != nil {
		t.Fatal(err)
	}
	var got recordSheet
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(o, got.SheetOptions, cmpopts.IgnoreFields(SheetOptions{}, "Images", "Pictures")); diff != "" {
		t.Error(diff)
	}
}

// fill sets a value, and all that is in it, to something that is not zero.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(1)
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(1)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	}
}
