package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
)

// text returns a short question with a text answer.
func text(id, ask, answer string) *decks.Question {
	return &decks.Question{ID: id, Kind: decks.Short, Ask: ask, Points: 1, Answers: wanted(answer)}
}

func wanted(texts ...string) []decks.Answer {
	var out []decks.Answer
	for _, v := range values(texts...) {
		out = append(out, decks.Answer{Value: v})
	}
	return out
}

func values(texts ...string) []decks.Value {
	var out []decks.Value
	for _, t := range texts {
		out = append(out, decks.Value{Text: t})
	}
	return out
}

// many returns questions with the ids "0", "1", ...
func many(n int) []*decks.Question {
	out := make([]*decks.Question, n)
	for i := range out {
		id := fmt.Sprint(i)
		out[i] = text(id, "ask "+id, "answer "+id)
	}
	return out
}

func ids(qs []*decks.Question) string {
	var out []string
	for _, q := range qs {
		out = append(out, q.ID)
	}
	return strings.Join(out, " ")
}

func TestNewExam(t *testing.T) {
	a := &decks.Group{Name: "a"}
	b := &decks.Group{Name: "b"}
	inner := &decks.Group{Name: "inner", Parent: a}
	grouped := func(g *decks.Group, id string, tags ...string) *decks.Question {
		q := text(id, id, id)
		q.Group, q.Tags = g, tags
		return q
	}
	qs := []*decks.Question{
		grouped(nil, "1", "x"), grouped(a, "2"), grouped(nil, "3", "y"), grouped(b, "4", "x", "y"),
		grouped(inner, "5"), grouped(a, "6"), grouped(inner, "7"), grouped(b, "8"),
	}
	tests := []struct {
		name string
		o    ExamOptions
		want string
	}{
		{"groups come together where they begin", ExamOptions{}, "1 2 5 7 6 3 4 8"},
		{"a tag", ExamOptions{Tags: []string{"x"}}, "1 4"},
		{"any of the tags", ExamOptions{Tags: []string{"y", "x"}}, "1 3 4"},
		{"more than there are", ExamOptions{Count: 100}, "1 2 5 7 6 3 4 8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, err := NewExam(qs, tt.o)
			if err != nil {
				t.Fatal(err)
			}
			if got := ids(x.Questions); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	if got := ids(qs); got != "1 2 3 4 5 6 7 8" {
		t.Errorf("the deck was reordered: %s", got)
	}
}

func TestNewExamRefuses(t *testing.T) {
	tests := []struct {
		name string
		qs   []*decks.Question
		o    ExamOptions
		want string
	}{
		{"no questions", nil, ExamOptions{}, "there is no question to print"},
		{"an unknown tag", many(3), ExamOptions{Tags: []string{"x", "y"}}, "none of these questions has the tag x or y"},
		{"a negative count", many(3), ExamOptions{Count: -1}, "count is -1: give the number of questions, or 0 for all"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewExam(tt.qs, tt.o)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// One question more in the deck changes at most one on the sheet, and what is
// drawn keeps the order of the deck.
func TestDrawIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 60).Draw(t, "questions")
		count := rapid.IntRange(1, n-1).Draw(t, "count")
		seed := rapid.Uint64().Draw(t, "seed")
		qs := many(n + 1)
		small := draw(qs[:n], count, seed)
		large := draw(qs, count, seed)
		if len(small) != count || len(large) != count {
			t.Fatalf("drew %d and %d of %d", len(small), len(large), count)
		}
		lost := 0
		for i, q := range small {
			if !slices.Contains(large, q) {
				lost++
			}
			if i > 0 && slices.Index(qs, small[i-1]) > slices.Index(qs, q) {
				t.Fatalf("out of order: %s", ids(small))
			}
		}
		if lost > 1 {
			t.Fatalf("%d questions changed", lost)
		}
	})
}

func TestShuffledGroupStaysTogether(t *testing.T) {
	g := &decks.Group{Name: "g", Shuffle: true}
	qs := many(12)
	for _, q := range qs[2:10] {
		q.Group = g
	}
	x, err := NewExam(qs, ExamOptions{Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(ids(x.Questions))
	if strings.Join(got[:2], " ") != "0 1" || strings.Join(got[10:], " ") != "10 11" {
		t.Errorf("questions outside the group moved: %v", got)
	}
	if slices.IsSorted(got[2:10]) {
		t.Errorf("the group is not shuffled: %v", got)
	}
}

func TestOptions(t *testing.T) {
	choice := func(change func(*decks.Question)) *decks.Question {
		q := &decks.Question{ID: "q", Kind: decks.Choice, Choices: values("a", "b", "c", "d", "e", "f"), Answers: wanted("a")}
		change(q)
		return q
	}
	shown := func(q *decks.Question, seed uint64, version int) string {
		var out []string
		for _, v := range options(q, seed, strconv.Itoa(version)) {
			out = append(out, v.Text)
		}
		return strings.Join(out, "")
	}
	free := choice(func(*decks.Question) {})
	first := shown(free, 1, 1)
	if again := shown(free, 1, 1); again != first {
		t.Errorf("the same seed and version give %s and %s", first, again)
	}
	if first == shown(free, 2, 1) && first == shown(free, 1, 2) {
		t.Error("neither seed nor version matters")
	}
	for seed := range uint64(50) {
		if got := shown(choice(func(q *decks.Question) { q.Fixed = true }), seed, 1); got != "abcdef" {
			t.Errorf("fixed options were shuffled: %s", got)
		}
		if got := shown(choice(func(q *decks.Question) { q.Last = values("b", "a") }), seed, 1); !strings.HasSuffix(got, "ba") || len(got) != 6 {
			t.Errorf("b and a are not last: %s", got)
		}
	}
	match := &decks.Question{ID: "m", Kind: decks.Match, Choices: values("x", "y", "x", "z")}
	if got := shown(match, 1, 1); len(got) != 3 {
		t.Errorf("a value stands twice in the right column: %s", got)
	}
}

// Every order is possible, except the right one.
func TestOrderIsNeverRight(t *testing.T) {
	q := &decks.Question{ID: "o", Kind: decks.Order, Answers: wanted("1", "2", "3")}
	seen := map[string]bool{}
	for seed := range uint64(300) {
		var got string
		for _, v := range options(q, seed, "1") {
			got += v.Text
		}
		seen[got] = true
	}
	if seen["123"] || len(seen) != 5 {
		t.Errorf("seen %v", seen)
	}
	same := &decks.Question{ID: "s", Kind: decks.Order, Answers: wanted("1", "1")}
	if got := options(same, 1, "1"); len(got) != 2 {
		t.Errorf("equal items: %v", got)
	}
}

// The shuffle is part of what a seed promises: these lines may never change.
func TestSeedIsForEver(t *testing.T) {
	q := &decks.Question{ID: "q", Deck: &decks.Deck{ID: "deck"}, Kind: decks.Choice, Choices: values("a", "b", "c", "d", "e"), Answers: wanted("a")}
	for seed, want := range map[uint64]string{1: "cdaeb", 2: "dceab"} {
		var got string
		for _, v := range options(q, seed, "1") {
			got += v.Text
		}
		if got != want {
			t.Errorf("seed %d: got %s, want %s", seed, got, want)
		}
	}
}
