package export

import (
	"slices"
	"strings"
	"testing"

	"recto/decks"
)

func TestKey(t *testing.T) {
	day := decks.Value{Type: decks.DayValue, Text: "1998-10-24"}
	cloze := "The {{c1::sun}} and the {{c2::moon}}."
	tests := []struct {
		name  string
		q     decks.Question
		marks string // joined by " "
		texts string // joined by "|"
		also  string // joined by "|"
	}{
		{"short", decks.Question{Kind: decks.Short, Answers: []decks.Answer{{Value: decks.Value{Text: "Iraq"}, Accept: values("Republic of Iraq")}}}, "", "Iraq", "Republic of Iraq"},
		{"number with unit", decks.Question{Kind: decks.Number, Unit: "km", Answers: []decks.Answer{{Value: decks.Value{Type: decks.IntegerValue, Text: "34259"}}}}, "", "34,259 km", ""},
		{"date", decks.Question{Kind: decks.Date, Answers: []decks.Answer{{Value: day}}}, "", "October 24, 1998", ""},
		{"statement", decks.Question{Kind: decks.TrueFalse, Answers: []decks.Answer{{Value: decks.Value{Type: decks.BoolValue, Text: "false"}}}}, "", "", ""},
		{"choice", decks.Question{Kind: decks.Choice, Fixed: true, Choices: values("x", "y", "z"), Answers: wanted("y")}, "B", "y", ""},
		{"choice with its answer shown otherwise", decks.Question{Kind: decks.Choice, Fixed: true, Choices: values("x", "y"), Answers: wanted("y"), Shown: "y, of course"}, "B", "y, of course", ""},
		{"multiple", decks.Question{Kind: decks.Multiple, Fixed: true, Choices: values("x", "y", "z"), Answers: wanted("z", "x")}, "A C", "x|z", ""},
		{"list", decks.Question{Kind: decks.List, Need: 1, Answers: []decks.Answer{{Value: decks.Value{Text: "a"}, Accept: values("A1", "A2")}, {Value: decks.Value{Text: "b"}}}}, "", "a|b", "a = A1 = A2"},
		{"match", decks.Question{Kind: decks.Match, Fixed: true, Lefts: values("1", "2", "3"), Answers: wanted("b", "a", "b"), Choices: values("a", "b", "c")}, "B A B", "", ""},
		{"cloze", decks.Question{Kind: decks.Cloze, Text: cloze, Gaps: []decks.Gap{{Label: 1, Text: "sun", Start: 4, End: 15, Accept: values("star")}, {Label: 2, Text: "moon", Start: 24, End: 36}}}, "", "sun|moon", "sun = star"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.ID, tt.q.Points = "q", 1
			tt.q.Deck = &decks.Deck{ID: "d", Language: "en", AnswerLanguage: "en"}
			x, err := NewExam([]*decks.Question{&tt.q}, ExamOptions{Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			e := x.Version(1).Key().Entries[0]
			if got := strings.Join(e.Marks, " "); got != tt.marks {
				t.Errorf("marks %q, want %q", got, tt.marks)
			}
			if got := strings.Join(e.Texts, "|"); got != tt.texts {
				t.Errorf("texts %q, want %q", got, tt.texts)
			}
			if got := strings.Join(e.Also, "|"); got != tt.also {
				t.Errorf("also %q, want %q", got, tt.also)
			}
		})
	}
}

// Whatever the seed and the version, the key's marks lead back to what the
// author called right.
func TestKeyFollowsTheShuffle(t *testing.T) {
	qs := []*decks.Question{
		{ID: "choice", Kind: decks.Choice, Choices: values("a", "b", "c", "d"), Answers: wanted("c")},
		{ID: "multiple", Kind: decks.Multiple, Choices: values("a", "b", "c", "d"), Answers: wanted("d", "a")},
		{ID: "match", Kind: decks.Match, Lefts: values("1", "2", "3"), Choices: values("x", "y", "z", "w"), Answers: wanted("z", "x", "y")},
		{ID: "order", Kind: decks.Order, Answers: wanted("i", "j", "k", "i")},
	}
	for seed := range uint64(40) {
		x, err := NewExam(qs, ExamOptions{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range x.Version(int(seed%3) + 1).Key().Entries {
			got := marked(e)
			var want []string
			for _, a := range e.Question.Answers {
				want = append(want, a.Text)
			}
			if e.Question.Kind == decks.Multiple {
				slices.Sort(got)
				slices.Sort(want)
			}
			if !slices.Equal(got, want) {
				t.Errorf("seed %d, %s: marks %v mean %v, want %v", seed, e.Question.ID, e.Marks, got, want)
			}
		}
	}
}

// marked returns the options that the marks of an entry mean, of Order in the
// order of the numbers.
func marked(e Entry) []string {
	out := make([]string, len(e.Marks))
	for i, m := range e.Marks {
		if e.Question.Kind == decks.Order {
			out[int(m[0]-'1')] = e.Options[i].Text
			continue
		}
		out[i] = e.Options[int(m[0]-'A')].Text
	}
	return out
}
