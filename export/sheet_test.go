package export

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"recto/decks"
)

// press is a measurer with about the proportions of a text face.
type press struct{ lacks string }

func (press) Width(text string, f Font) float64 {
	return (grid{}).Width(text, f) * 0.5 * f.Size * mmPerPoint
}

func (press) Kern(_, _ rune, _ Font) float64 { return 0 }

func (p press) Has(r rune, s Style) bool { return grid(p).Has(r, s) }

func sheetOf(t testing.TB, qs []*decks.Question, o SheetOptions, m Measurer) *Document {
	t.Helper()
	if o.Paper.Width == 0 {
		o.Paper = A4
	}
	x, err := NewExam(qs, ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	d, err := LayoutSheet(x.Version(1), o, m)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pagesWith returns the numbers of the pages, from 1, whose text holds a word.
func pagesWith(d *Document, word string) []int {
	var out []int
	for i, p := range d.Pages {
		for _, t := range p.Texts {
			if strings.Contains(t.Text, word) {
				out = append(out, i+1)
				break
			}
		}
	}
	return out
}

// every returns the texts of a page in reading order.
func every(p Page) string {
	var out []string
	for _, t := range p.Texts {
		out = append(out, t.Text)
	}
	return strings.Join(out, "|")
}

// word is a word that only question i has, in all its parts.
func word(i int) string { return fmt.Sprintf("#%d#", i) }

// someQuestion draws a question of any kind that fits on a page.
func someQuestion(t *rapid.T, i int) *decks.Question {
	own := word(i)
	filler := func(name string, most int) string {
		return own + strings.Repeat(" words", rapid.IntRange(0, most).Draw(t, name))
	}
	several := func() []decks.Value {
		var out []decks.Value
		for k := range rapid.IntRange(2, 6).Draw(t, "items") {
			out = append(out, decks.Value{Text: fmt.Sprint(k, " ", filler("item", 12))})
		}
		return out
	}
	q := &decks.Question{ID: fmt.Sprint(i), Kind: decks.Kind(rapid.IntRange(1, 10).Draw(t, "kind")), Ask: filler("ask", 40), Points: 1,
		Answers: wanted(filler("answer", 60))}
	switch q.Kind {
	case decks.Choice, decks.Multiple:
		q.Choices = several()
		q.Answers = []decks.Answer{{Value: q.Choices[0]}}
	case decks.List, decks.Order:
		q.Answers = nil
		for _, v := range several() {
			q.Answers = append(q.Answers, decks.Answer{Value: v})
		}
	case decks.Match:
		q.Choices, q.Lefts, q.Answers = several(), nil, nil
		for _, v := range q.Choices {
			q.Lefts = append(q.Lefts, decks.Value{Text: "left " + v.Text})
			q.Answers = append(q.Answers, decks.Answer{Value: v})
		}
	case decks.TrueFalse:
		q.Answers = []decks.Answer{{Value: decks.Value{Type: decks.BoolValue, Text: "true"}}}
	case decks.Cloze:
		q.Text = filler("before", 20) + " {{gap}} " + filler("after", 20)
		at := strings.Index(q.Text, "{{")
		q.Answers, q.Gaps = nil, []decks.Gap{{Label: 1, Text: "gap", Start: at, End: at + 7}}
	}
	return q
}

// A question that no page holds is cut between lines, and nothing of it is lost.
func TestTallQuestionIsCut(t *testing.T) {
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	d := sheetOf(t, []*decks.Question{text("tall", strings.Join(words, " "), "answer"), text("next", "the next question", "x")}, SheetOptions{}, press{})
	if len(d.Pages) < 4 {
		t.Fatalf("%d pages", len(d.Pages))
	}
	var all strings.Builder
	for _, p := range d.Pages {
		for _, x := range p.Texts {
			all.WriteString(x.Text + " ")
		}
	}
	got := strings.Fields(all.String())
	next := 0
	for _, w := range got {
		if next < len(words) && w == words[next] {
			next++
		}
	}
	if next != len(words) {
		t.Errorf("%q is missing or out of order", words[next])
	}
}

// What no page can hold below the heading goes to the next one.
func TestTallBelowAHeading(t *testing.T) {
	title := strings.Repeat("A very long title ", 40)
	q := text("q", strings.Repeat("ask\n", 90), "answer")
	d := sheetOf(t, []*decks.Question{q}, SheetOptions{Title: title, Columns: 2}, press{})
	for i, p := range d.Pages {
		for _, x := range p.Texts {
			if x.Y > p.Height-8 {
				t.Errorf("page %d: %q at %g", i+1, x.Text, x.Y)
			}
		}
	}
	if n := strings.Count(every(d.Pages[0])+every(d.Pages[1]), "ask"); n != 90 {
		t.Errorf("%d of 90 lines", n)
	}
}

// A stimulus that no page holds is cut as well, its bar goes on beside it, and
// its question follows.
func TestTallGroup(t *testing.T) {
	g := &decks.Group{Name: "g", Title: "A long story", Text: strings.Repeat("story\n", 200) + "end"}
	q := text("q", "the question", "answer")
	q.Group = g
	d := sheetOf(t, []*decks.Question{q}, SheetOptions{}, press{})
	stories, bars := 0, 0
	for _, p := range d.Pages {
		stories += strings.Count(every(p), "story") - strings.Count(every(p), "long story")
		for _, r := range p.Rules {
			if r.X1 == r.X2 {
				bars++
				if r.Y2 > p.Height-20.9 || r.Y1 < 17 {
					t.Errorf("a bar from %g to %g", r.Y1, r.Y2)
				}
			}
		}
	}
	if stories != 200 || bars != len(d.Pages) || bars < 3 {
		t.Errorf("%d of 200 lines and %d bars on %d pages", stories, bars, len(d.Pages))
	}
	if pages := pagesWith(d, "the question"); len(pages) != 1 || pages[0] != len(d.Pages) {
		t.Errorf("the question is on pages %v of %d", pages, len(d.Pages))
	}
}

// A long text begins on the page where it finds half of it free, and goes on
// on the next with its question; one that leaves less than that empty moves as
// a whole, and so does a title.
func TestGroupBreaksRatherThanLeaveAPageEmpty(t *testing.T) {
	story := func(n int) string { return strings.Repeat("story\n", n-1) + "end" }
	tests := []struct {
		name          string
		before, lines int    // questions above the group; lines of its text
		ask           string //
		columns       int    //
		on            [2]int // lines of the story on the first two pages
		question      []int  // page of its question
	}{
		{"all fits", 0, 20, "the question", 1, [2]int{20, 0}, []int{1}},
		{"longer than the first page", 0, 47, "the question", 1, [2]int{44, 3}, []int{2}},
		{"a widow takes a line along", 0, 45, "the question", 1, [2]int{43, 2}, []int{2}},
		{"the text fits, its question does not", 0, 43, "the question" + strings.Repeat("\nline", 20), 1, [2]int{43, 0}, []int{2}},
		{"little is left of the page", 12, 40, "the question", 1, [2]int{0, 40}, []int{2}},
		{"a short text stays with its question", 0, 3, "the question" + strings.Repeat("\nline", 39), 1, [2]int{0, 3}, []int{2}},
		{"longer than two pages", 0, 110, "the question", 1, [2]int{44, 51}, []int{3}},
		{"on in the next column", 0, 47, "the question", 2, [2]int{47, 0}, []int{1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			qs := many(tt.before + 1)
			q := qs[tt.before]
			q.Ask = tt.ask
			q.Group = &decks.Group{Name: "g", Title: "The title", Text: story(tt.lines)}
			d := sheetOf(t, qs, SheetOptions{Columns: tt.columns}, press{})
			for i, want := range tt.on {
				got := 0
				if i < len(d.Pages) {
					got = strings.Count(every(d.Pages[i]), "story") + strings.Count(every(d.Pages[i]), "|end|")
				}
				if got != want {
					t.Errorf("%d lines on page %d, want %d", got, i+1, want)
				}
			}
			if got := pagesWith(d, "the question"); !slices.Equal(got, tt.question) {
				t.Errorf("the question is on pages %v, want %v", got, tt.question)
			}
			if title := pagesWith(d, "The title"); tt.on[title[0]-1] == 0 {
				t.Errorf("the title stands without its text on page %v", title)
			}
		})
	}
}

// Numbers on a sheet are written as its language does; sums do not show the
// rounding of binary fractions.
func TestLanguages(t *testing.T) {
	for language, want := range map[string]string{
		"en": "Name|Class|Date|Score|/ 0.3", "de": "Name|Klasse|Datum|Punkte|/ 0,3", "fr-CA": "Nom|Classe|Date|Note|/ 0,3", "es": "Nombre|Clase|Fecha|Puntos|/ 0,3", "ko": "Name|Class|Date|Score|/ 0.3",
		"it": "Nome|Classe|Data|Punti|/ 0,3", "pt": "Nome|Turma|Data|Pontos|/ 0,3", "nl": "Naam|Klas|Datum|Punten|/ 0,3", "pl": "Imię i nazwisko|Klasa|Data|Punkty|/ 0,3", "ru": "Имя|Класс|Дата|Баллы|/ 0,3",
	} {
		d := &decks.Deck{ID: "d", Title: "T", Language: language}
		var qs []*decks.Question
		for i := range 3 {
			q := text(fmt.Sprint(i), "a", "b")
			q.Deck, q.Points = d, 0.1
			qs = append(qs, q)
		}
		if got := every(sheetOf(t, qs, SheetOptions{}, press{}).Pages[0]); !strings.Contains(got, want) {
			t.Errorf("%s: %q is not in %q", language, want, got)
		}
	}
}

// A footer takes the lines that it needs and the page gives way.
func TestLongFooter(t *testing.T) {
	d := &decks.Deck{ID: "d", Title: "T", Print: decks.Print{Footer: strings.Repeat("footer ", 60) + "end"}}
	qs := many(40)
	for _, q := range qs {
		q.Deck = d
	}
	sheet := sheetOf(t, qs, SheetOptions{}, press{})
	for i, p := range sheet.Pages {
		if n := strings.Count(every(p), "footer"); n != 60 || !strings.Contains(every(p), "end") {
			t.Errorf("page %d: %d of 60 words", i+1, n)
		}
		line := 0.0
		for _, r := range p.Rules {
			line = max(line, r.Y1)
		}
		for _, x := range p.Texts {
			if strings.HasPrefix(x.Text, "ask") && x.Y > line-3 {
				t.Errorf("page %d: %q stands in the foot", i+1, x.Text)
			}
		}
	}
}

func FuzzSheet(f *testing.F) {
	f.Add("ask *it* `now`", "option", "unit")
	f.Add("a\n\n```\ncode\n  more\n```\nend \x01 gap", "[x](y)", "\xff\xfe")
	f.Add("", "", "")
	f.Add("$x$ **", "\u202e\u0301", "\u00ad\u200b")
	f.Fuzz(func(t *testing.T, ask, option, unit string) {
		if len(ask)+len(option)+len(unit) > 4000 {
			return
		}
		qs := []*decks.Question{
			{ID: "n", Kind: decks.Number, Ask: ask, Unit: unit, Points: 1, Answers: wanted(option), Explain: ask},
			{ID: "c", Kind: decks.Multiple, Ask: option, Points: 1, Choices: values(option, ask), Answers: wanted(ask)},
			{ID: "m", Kind: decks.Match, Ask: option, Points: 1, Lefts: values(ask, unit), Choices: values(option, ask), Answers: wanted(option, ask)},
			{ID: "o", Kind: decks.Order, Ask: ask, Points: 1, Answers: wanted(option, unit)},
			{ID: "z", Kind: decks.Cloze, Points: 1, Text: ask, Choices: values(unit, option)},
		}
		d := sheetOf(t, qs, SheetOptions{Paper: Letter, Columns: 2, Title: unit}, press{})
		for _, p := range d.Pages {
			for _, x := range p.Texts {
				if !utf8.ValidString(x.Text) || strings.ContainsFunc(x.Text, unicode.IsControl) {
					t.Fatalf("text %q", x.Text)
				}
			}
		}
	})
}

func TestGroupStandsOnceWithItsFirstQuestion(t *testing.T) {
	outer := &decks.Group{Name: "outer", Title: "Outer title", Text: "outer text"}
	inner := &decks.Group{Name: "inner", Title: "Inner title", Text: "inner text", Parent: outer}
	qs := many(40)
	for i, q := range qs {
		q.Ask = word(i)
		if i >= 7 && i < 30 {
			q.Group = outer
		}
		if i >= 20 && i < 30 {
			q.Group = inner
		}
	}
	d := sheetOf(t, qs, SheetOptions{}, press{})
	for _, tt := range []struct {
		text  string
		first int
	}{{"Outer title", 7}, {"outer text", 7}, {"Inner title", 20}, {"inner text", 20}} {
		pages, question := pagesWith(d, tt.text), pagesWith(d, word(tt.first))
		if len(pages) != 1 || pages[0] != question[0] {
			t.Errorf("%s on pages %v, its first question on %v", tt.text, pages, question)
		}
		if n := strings.Count(every(d.Pages[pages[0]-1]), tt.text); n != 1 {
			t.Errorf("%s stands %d times", tt.text, n)
		}
	}
}

func TestLayoutRefuses(t *testing.T) {
	picture := func(name string) *decks.Question {
		q := text("q", "ask", "answer")
		q.File, q.Number, q.Pos, q.Image = "deck.toml", 3, decks.Position{Line: 8, Column: 1}, name
		return q
	}
	var whole bytes.Buffer
	if err := png.Encode(&whole, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	huge := bytes.Clone(whole.Bytes())
	copy(huge[16:], []byte{0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0}) // claims 100,000 by 100,000
	chunk := bytes.Clone(whole.Bytes())
	copy(chunk[33:], []byte{0xFF, 0xFF, 0xFF, 0xFF}) // a chunk of 4 GiB
	files := fstest.MapFS{
		"whole.png": {Data: whole.Bytes()},
		"cut.png":   {Data: whole.Bytes()[:whole.Len()-20]},
		"chunk.png": {Data: chunk},
		"huge.png":  {Data: huge},
		"text.png":  {Data: []byte("no image")},
		"empty.png": {},
	}
	folder := func(string) (fs.FS, error) { return files, nil }
	tests := []struct {
		name string
		q    *decks.Question
		o    SheetOptions
		want string // the error begins so; "" for none
	}{
		{"a whole image", picture("whole.png"), SheetOptions{Images: folder}, ""},
		{"a truncated image", picture("cut.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: image "cut.png" is damaged: `},
		{"a chunk that is too long", picture("chunk.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: image "chunk.png" `},
		{"a huge image", picture("huge.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: image "huge.png" `},
		{"no image", picture("text.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: image "text.png" cannot be read as PNG, JPEG or GIF`},
		{"an empty file", picture("empty.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: image "empty.png" cannot be read as PNG, JPEG or GIF`},
		{"a missing image", picture("none.png"), SheetOptions{Images: folder}, `deck.toml:8:1: question 3: open none.png: file does not exist`},
		{"nowhere to look", picture("whole.png"), SheetOptions{}, `deck.toml:8:1: question 3: image "whole.png": no folder to read images from`},
		{"three columns", picture(""), SheetOptions{Columns: 3}, "3 columns: choose 1 or 2"},
		{"two columns on narrow paper", picture(""), SheetOptions{Columns: 2, Paper: A5}, "a5 paper is too narrow for 2 columns"},
		{"a stamp", picture(""), SheetOptions{Paper: Paper{"stamp", 20, 30}}, "paper of 20 by 30 mm is too small for a sheet"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.o.Paper.Width == 0 {
				tt.o.Paper = A4
			}
			x, err := NewExam([]*decks.Question{tt.q}, ExamOptions{})
			if err != nil {
				t.Fatal(err)
			}
			_, err = LayoutSheet(x.Version(1), tt.o, press{})
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}
