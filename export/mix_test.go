package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
)

// The questions of a version move within their section and nowhere else.
func TestVersionsMixWithinSections(t *testing.T) {
	law := &decks.Group{Name: "law", Title: "Law"}
	text := &decks.Group{Name: "text", Text: "Read this."}
	mixed := &decks.Group{Name: "mixed", Text: "Read that.", Shuffle: true}
	inner := &decks.Group{Name: "inner", Text: "A case.", Parent: law}
	qs := many(30)
	for i, g := range map[int]*decks.Group{8: law, 9: law, 10: law, 11: law, 12: inner, 13: inner, 14: inner, 15: law, 16: law,
		20: text, 21: text, 22: text, 24: mixed, 25: mixed, 26: mixed, 27: mixed} {
		qs[i].Group = g
	}
	orders := map[string]bool{}
	moved := map[string]bool{}
	for seed := range uint64(40) {
		x := versionsOf(t, qs, ExamOptions{Seed: seed, Versions: 3})
		for n := range x.Len() {
			var order []string
			for _, it := range x.Version(n + 1).Items {
				order = append(order, it.Question.ID)
			}
			all := strings.Join(order, " ")
			orders[all] = true
			if got := slices.Sorted(slices.Values(order[:8])); !slices.Equal(got, strings.Fields("0 1 2 3 4 5 6 7")) {
				t.Fatalf("before the section: %v", got)
			}
			if got := slices.Sorted(slices.Values(order[8:17])); !slices.Equal(got, strings.Fields("10 11 12 13 14 15 16 8 9")) {
				t.Fatalf("the section: %v", got)
			}
			for _, together := range []string{"12 13 14", "20 21 22"} {
				if !strings.Contains(all, together) {
					t.Fatalf("%s stand no longer in this order: %s", together, all)
				}
			}
			for _, apart := range []string{"0 1 2 3 4 5 6 7", "8 9 10 11", "24 25 26 27"} {
				if !strings.Contains(all, apart) {
					moved[apart] = true
				}
			}
		}
	}
	if len(orders) != 120 || len(moved) != 3 {
		t.Errorf("%d orders in 120 versions, moved %v", len(orders), moved)
	}
}

// Versions hold the same questions and options, no two are alike, and a
// version does not depend on how many there are.
func TestVersionsAreUnlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 30).Draw(t, "questions")
		seed := rapid.Uint64().Draw(t, "seed")
		few := rapid.IntRange(1, 5).Draw(t, "versions")
		qs := append(multipleChoice(n, rapid.IntRange(2, 5).Draw(t, "options")), many(n)...)
		x, err := NewExam(qs, ExamOptions{Seed: seed, Versions: MaxVersions})
		if err != nil {
			t.Fatal(err)
		}
		y, err := NewExam(qs, ExamOptions{Seed: seed, Versions: few})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for i := range x.Len() {
			v := x.Version(i + 1)
			print := fmt.Sprintf("%x", v.fingerprint())
			if seen[print] {
				t.Fatalf("version %s is like one before", v.Letter)
			}
			seen[print] = true
			if i < few && y.Version(i+1).fingerprint() != v.fingerprint() {
				t.Fatalf("version %s depends on how many there are", v.Letter)
			}
			var held []*decks.Question
			for _, it := range v.Items {
				held = append(held, it.Question)
				want := it.Question.Choices
				if len(it.Options) != len(want) || slices.ContainsFunc(want, func(o decks.Value) bool { return !slices.Contains(it.Options, o) }) {
					t.Fatalf("options %v of %v", it.Options, want)
				}
			}
			if len(held) != len(qs) || len(slices.Compact(slices.SortedFunc(slices.Values(held), func(a, b *decks.Question) int { return strings.Compare(a.ID+a.Kind.String(), b.ID+b.Kind.String()) }))) != len(qs) {
				t.Fatalf("%d of %d questions", len(held), len(qs))
			}
		}
	})
}

// Where there are too few arrangements, versions are refused; students may
// share one.
func TestTooFewArrangements(t *testing.T) {
	qs := multipleChoice(1, 2)
	if _, err := NewExam(qs, ExamOptions{Versions: 2}); err != nil {
		t.Errorf("two versions: %v", err)
	}
	_, err := NewExam(qs, ExamOptions{Versions: 4})
	if want := "these questions have only 2 different arrangements, and 4 versions are asked for"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = NewExam(many(1), ExamOptions{Versions: 2})
	if want := "these questions have only one arrangement, and 2 versions are asked for"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	x := versionsOf(t, qs, ExamOptions{Students: make([]Student, 9)})
	if x.Len() != 9 || x.Version(9).Student != &x.Students[8] || x.Version(9).Letter != "" {
		t.Errorf("%d sheets, the last %+v", x.Len(), x.Version(9))
	}
	for _, o := range []ExamOptions{{Versions: -1}, {Versions: 27}, {Versions: 1, Students: make([]Student, 1)}} {
		if _, err := NewExam(many(3), o); err == nil {
			t.Errorf("%+v was taken", o)
		}
	}
}
