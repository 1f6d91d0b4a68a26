package export

import (
	"fmt"
	"strings"
	"testing"

	"recto/decks"
)

// laid lays out questions and returns the sheet before its pages are handed
// out.
func laid(t *testing.T, qs []*decks.Question, o SheetOptions) *sheet {
	t.Helper()
	if o.Paper.Width == 0 {
		o.Paper = A4
	}
	x, err := NewExam(qs, ExamOptions{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	s, err := newSheet(x.Version(1), o, press{})
	if err != nil {
		t.Fatal(err)
	}
	s.answersOn()
	if err := s.lay(); err != nil {
		t.Fatal(err)
	}
	return s
}

// The table of points is by question, by section where there are many of
// them, else by ten.
func TestPointsTable(t *testing.T) {
	shares := func(qs []*decks.Question) string {
		var out []string
		for _, p := range laid(t, qs, SheetOptions{}).shares() {
			out = append(out, fmt.Sprintf("%s=%g", p.name, p.points))
		}
		return strings.Join(out, " ")
	}
	few := many(3)
	few[1].Points = 2.5
	if got := shares(few); got != "1=1 2=2.5 3=1" {
		t.Errorf("few questions: %s", got)
	}
	a, b := &decks.Group{Name: "a", Title: "First"}, &decks.Group{Name: "b", Title: "Second"}
	sections := many(40)
	for i, q := range sections {
		switch {
		case i < 15:
			q.Group = a
		case i < 30:
			q.Group = b
		}
	}
	if got := shares(sections); got != "First=15 Second=15 Other questions=10" {
		t.Errorf("sections: %s", got)
	}
	if got := shares(many(35)); got != "1–10=10 11–20=10 21–30=10 31–35=5" {
		t.Errorf("many questions: %s", got)
	}
	page := every(sheetOf(t, few, SheetOptions{PointsTable: true}, press{}).Pages[0])
	if !strings.Contains(page, "Question|1|2|3|Total|Points|1|2.5|1|4.5|Score|") {
		t.Errorf("the table is not in %q", page)
	}
}

// A bank holds the words of its section, in the order of the alphabet, each
// once; where it would be an answer, words of other sections join.
func TestWordBank(t *testing.T) {
	cloze := func(id string, g *decks.Group, words ...string) *decks.Question {
		q := &decks.Question{ID: id, Kind: decks.Cloze, Points: 1, Group: g}
		for _, w := range words {
			at := len(q.Text)
			q.Text += "{{" + w + "}} "
			q.Gaps = append(q.Gaps, decks.Gap{Label: 1, Text: w, Start: at, End: at + len(w) + 4})
		}
		return q
	}
	a, b := &decks.Group{Name: "a", Title: "First"}, &decks.Group{Name: "b", Title: "Second"}
	own := cloze("own", b, "of", "the", "author")
	own.Choices = values("of", "the", "author")
	qs := []*decks.Question{
		cloze("1", a, "root", "Äpfel", "leaf", "Zebra"), cloze("2", a, "leaf", "ölig"),
		cloze("3", b, "stem"), own,
	}
	banks := func(o SheetOptions) []string {
		var out []string
		for _, p := range laid(t, qs, o).pages {
			for _, x := range p.Texts {
				if strings.Contains(x.Text, strings.Repeat(" ", 8)) {
					out = append(out, strings.Join(strings.Fields(x.Text), " "))
				}
			}
		}
		return out
	}
	got := fmt.Sprint(banks(SheetOptions{WordBank: true}))
	if !strings.HasPrefix(got, "[Äpfel leaf ölig root Zebra Äpfel leaf ölig stem ") {
		t.Errorf("banks %s", got)
	}
	if n := len(banks(SheetOptions{WordBank: true})); n != 3 {
		t.Errorf("%d banks, want one for each section and that of the author", n)
	}
	if n := len(banks(SheetOptions{})); n != 1 {
		t.Errorf("%d banks unasked for", n)
	}
}

// Points are told when they differ from question to question, or are not one.
func TestPointsAreToldWhenTheyTell(t *testing.T) {
	qs := many(3)
	if page := every(sheetOf(t, qs, SheetOptions{}, press{}).Pages[0]); strings.Contains(page, "point") {
		t.Errorf("all are worth one, and that is told: %s", page)
	}
	qs[1].Points = 2
	page := every(sheetOf(t, qs, SheetOptions{}, press{}).Pages[0])
	if strings.Count(page, "(1 point)") != 2 || strings.Count(page, "(2 points)") != 1 {
		t.Errorf("not all points are told: %s", page)
	}
}

// The two columns of the last page are about equally long, and the questions
// keep their order.
func TestLastPageIsEven(t *testing.T) {
	for _, n := range []int{2, 3, 7, 12, 30, 41} {
		s := laid(t, many(n), SheetOptions{Columns: 2})
		page := s.pages[len(s.pages)-1]
		var low [2]float64
		for _, r := range page.Rules {
			if r.Ink == black && r.Y1 > s.start() && (len(s.pages) > 1 || r.Y1 > 40) {
				column := 0
				if r.X1 > s.paper.Width/2 {
					column = 1
				}
				low[column] = max(low[column], r.Y1)
			}
		}
		if low[1] == 0 || low[0]-low[1] > 25 || low[1]-low[0] > 1 {
			t.Errorf("%d questions: the columns end at %g and %g", n, low[0], low[1])
		}
	}
}

// A number with lines has squares to calculate on, as high as the lines would
// be; other kinds have lines.
func TestSquaredPaper(t *testing.T) {
	q := &decks.Question{ID: "q", Kind: decks.Number, Ask: "?", Points: 1, Lines: 6, Answers: wanted("5"), Unit: "kg"}
	p := sheetOf(t, []*decks.Question{q}, SheetOptions{}, press{}).Pages[0]
	across, down := map[float64]bool{}, map[float64]bool{}
	for _, r := range p.Rules {
		switch {
		case r.X1 == r.X2:
			down[r.X1] = true
		case r.Ink == faint && r.Thickness < ordinary.fine:
			across[r.Y1] = true
		}
	}
	if len(across) != 11 || len(down) != 33 { // 6 lines of 8.5 mm, 162 mm
		t.Errorf("%d lines across and %d down", len(across), len(down))
	}
}

// Answers on the sheet say what the key says, on the page of their question.
func TestAnswersOnTheSheet(t *testing.T) {
	qs := many(30)
	for i, q := range qs {
		q.Answers = wanted(fmt.Sprintf("answer%d", i))
	}
	foot := sheetOf(t, qs, SheetOptions{Answers: AnswersAtFoot}, press{})
	fold := sheetOf(t, qs, SheetOptions{Answers: AnswersBehindFold}, press{})
	if len(foot.Pages) < 2 || len(fold.Pages) < 2 {
		t.Fatal("too few pages to tell")
	}
	for i, p := range foot.Pages {
		var turned strings.Builder
		for _, x := range p.Turned {
			turned.WriteString(x.Text + " ")
		}
		for n := range qs {
			asked := strings.Contains("|"+every(p), fmt.Sprintf("|%d.|", n+1))
			if told := strings.Contains(turned.String(), fmt.Sprintf("answer%d ", n)); told != asked {
				t.Errorf("page %d: question %d is there: %t; its answer: %t", i+1, n+1, asked, told)
			}
		}
	}
	for i, p := range fold.Pages {
		for _, x := range p.Texts {
			if n := 0; strings.Contains(x.Text, "answer") {
				if _, err := fmt.Sscanf(strings.TrimSpace(strings.Trim(x.Text, "\u00a0")), "answer%d", &n); err != nil {
					t.Fatalf("%q: %v", x.Text, err)
				}
				for _, q := range p.Texts {
					if q.Text == fmt.Sprintf("%d.", n+1) && q.X < 30 && (x.Y < q.Y-3 || x.Y > q.Y+3) {
						t.Errorf("page %d: answer %d at %g, its question at %g", i+1, n+1, x.Y, q.Y)
					}
				}
			}
		}
	}
}

// Words of a number of points in languages with more than two forms.
func TestPointWords(t *testing.T) {
	for language, want := range map[string]string{
		"en": "1 point, 2 points, 5 points, 21 points, 0.5 points",
		"de": "1 Punkt, 2 Punkte, 5 Punkte, 21 Punkte, 0,5 Punkte",
		"pl": "1 punkt, 2 punkty, 5 punktów, 21 punktów, 0,5 punktu",
		"ru": "1 балл, 2 балла, 5 баллов, 21 балл, 0,5 балла",
	} {
		l := labelsFor(language)
		var got []string
		for _, n := range []float64{1, 2, 5, 21, 0.5} {
			got = append(got, l.count(n))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s, want %s", language, s, want)
		}
	}
	if ru := labelsFor("ru"); ru.count(12) != "12 баллов" || ru.count(22) != "22 балла" || ru.count(111) != "111 баллов" {
		t.Errorf("%s, %s, %s", ru.count(12), ru.count(22), ru.count(111))
	}
}

// Every language has every word.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	for _, l := range catalogue() {
		for name, word := range map[string]string{
			"name": l.name, "class": l.class, "date": l.date, "score": l.score, "points": l.points(1), "question": l.question,
			"pointsWord": l.pointsWord, "total": l.total, "given": l.given, "yes": l.yes, "no": l.no, "all": l.all, "ordering": l.ordering,
			"letter": l.letter, "bank": l.bank, "others": l.others, "key": l.key, "also": l.also, "anyOf": l.anyOf,
			"source": l.source, "paragraph": l.paragraph, "page": l.page, "inferred": l.inferred, "version": l.versionWord,
			"seed": l.seed, "pageOf": l.pageOf, "to": l.to,
		} {
			if word == "" {
				t.Errorf("%s has no word for %s", l.language, name)
			}
		}
		if l.given == l.pointsWord {
			t.Errorf("%s: two rows of the table of points are called %s", l.language, l.given)
		}
		if !strings.Contains(l.ordering, "%") || !strings.Contains(l.anyOf, "%") || !strings.Contains(l.pageOf, "%p") || !strings.Contains(l.pageOf, "%n") {
			t.Errorf("%s leaves no room for a number", l.language)
		}
	}
	if _, err := ParseLabelLanguage("de-CH"); err != nil {
		t.Error(err)
	}
	if _, err := ParseLabelLanguage("ko"); err == nil {
		t.Error("words in Korean")
	}
}

// A last page with next to nothing on it finds room on those before it.
func TestNoLonelyPage(t *testing.T) {
	spared := 0
	for n := 10; n < 45; n++ {
		x, err := NewExam(many(n), ExamOptions{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		usual, err := laidOut(x.Version(1), SheetOptions{Paper: A4}, press{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		d := sheetOf(t, many(n), SheetOptions{}, press{})
		if len(d.Pages) < len(usual.pages) {
			spared++
			if !usual.lonely() {
				t.Errorf("%d questions are closer though their last page is no lonely one", n)
			}
		}
		for i := range n {
			if got := pagesWith(d, fmt.Sprintf("ask %d", i)); len(got) == 0 {
				t.Fatalf("question %d of %d is lost", i, n)
			}
		}
	}
	if spared < 2 {
		t.Errorf("%d pages were spared", spared)
	}
}
