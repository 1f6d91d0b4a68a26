package export

import (
	"slices"
	"testing"

	"recto/decks"
)

func TestGradeNote(t *testing.T) {
	tests := []struct {
		name string
		q    decks.Question
		want string
	}{
		{"one answer", decks.Question{Kind: decks.Short, Points: 2, Answers: wanted("a")}, ""},
		{"near answers", decks.Question{Kind: decks.Short, Points: 1, Answers: wanted("Iran"), Reject: []string{"Iraq", "Irak"}}, "not right: Iraq; Irak"},
		{"spelling counts", decks.Question{Kind: decks.Short, Points: 1, Answers: wanted("fmt"), Exact: true}, "exactly as written"},
		{"letters", decks.Question{Kind: decks.Multiple, Points: 1, Choices: values("a", "b", "c"), Answers: wanted("a", "b")}, "0.5 points for each right letter, as much off for each wrong one, never below 0"},
		{"thirds", decks.Question{Kind: decks.Order, Points: 1, Answers: wanted("a", "b", "c")}, "1/3 point for each in its place"},
		{"more than one each", decks.Question{Kind: decks.Order, Points: 4, Answers: wanted("a", "b", "c")}, "1\u00A01/3 points for each in its place"},
		{"as many as are needed", decks.Question{Kind: decks.List, Points: 3, Need: 3, Answers: wanted("a", "b", "c", "d")}, "1 point for each"},
		{"pairs", decks.Question{Kind: decks.Match, Points: 2, Lefts: values("1", "2"), Choices: values("a", "b"), Answers: wanted("a", "b")}, "1 point for each"},
		{"worth nothing", decks.Question{Kind: decks.Order, Answers: wanted("a", "b")}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			it := Item{Number: 1, Question: &tt.q, Options: offered(&tt.q)}
			s, err := newSheet(Version{Items: []Item{it}}, SheetOptions{Paper: A4}, press{})
			if err != nil {
				t.Fatal(err)
			}
			if got := s.gradeNote(entry(it)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The words of a key are there in every language of a sheet, all of them.
func TestKeyWords(t *testing.T) {
	for _, language := range LabelLanguages() {
		w := keyWordsFor(language)
		if w.language != language {
			t.Errorf("%s has no words for its key", language)
		}
		if slices.Contains([]string{w.table, w.each, w.letters, w.inPlace, w.never, w.exactly}, "") {
			t.Errorf("%s lacks words: %+v", language, w)
		}
	}
}
