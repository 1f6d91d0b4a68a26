package export

import (
	"slices"
	"strings"
	"testing"

	"recto/decks"
)

// divided shows questions with the titles of the groups that they stand in.
func divided(qs []*decks.Question) string {
	var out []string
	for _, q := range qs {
		var titles []string
		for _, g := range q.Group.Path() {
			titles = append(titles, g.Title)
		}
		out = append(out, strings.Join(titles, "/")+":"+q.ID)
	}
	return strings.Join(out, " ")
}

func TestDivide(t *testing.T) {
	plain := &decks.Group{Name: "p", Title: "Plain"}
	told := &decks.Group{Name: "t", Title: "Told", Text: "a text", Parent: plain}
	one, two := &decks.Deck{ID: "one", Title: "One"}, &decks.Deck{ID: "two", Title: "Two"}
	question := func(id string, d *decks.Deck, g *decks.Group, tags ...string) *decks.Question {
		return &decks.Question{ID: id, Deck: d, Group: g, Tags: append([]string{"all"}, tags...)}
	}
	qs := []*decks.Question{
		question("a", one, plain, "red-hot", "blue"),
		question("b", one, plain, "blue"),
		question("c", one, told, "red-hot"),
		question("d", one, told, "blue"),
		question("e", two, nil),
	}
	tests := []struct {
		name   string
		how    Sections
		wanted []string
		want   string
	}{
		{"as the author wrote them", ByGroup, nil, "Plain:a Plain:b Plain/Told:c Plain/Told:d :e"},
		{"by tag, a group with a text whole", ByTag, nil, "Red hot:a Red hot/Told:c Red hot/Told:d Blue:b Other questions:e"},
		{"by the tags that were asked for", ByTag, []string{"blue", "red-hot"}, "Blue:a Blue:b Red hot/Told:c Red hot/Told:d Other questions:e"},
		{"by deck", ByDeck, nil, "One/Plain:a One/Plain:b One/Plain/Told:c One/Plain/Told:d Two:e"},
		{"not at all", Undivided, nil, ":a :b Told:c Told:d :e"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Divide(qs, tt.how, tt.wanted, "en")
			if divided(got) != tt.want {
				t.Errorf("%s\nwant %s", divided(got), tt.want)
			}
		})
	}
	if got := Divide(qs, ByTag, nil, "de"); !strings.HasSuffix(divided(got), "Weitere Fragen:e") {
		t.Errorf("in German %s", divided(got))
	}
	if divided(qs) != tests[0].want {
		t.Errorf("the questions of the deck were changed: %s", divided(qs))
	}
	same := []*decks.Question{question("a", one, plain), question("b", one, plain)}
	if got := divided(Divide(same, ByTag, nil, "en")); got != ":a :b" {
		t.Errorf("a tag that all have divides nothing: %s", got)
	}
}

func TestParseSections(t *testing.T) {
	for name, want := range map[string]Sections{"group": ByGroup, "tag": ByTag, "deck": ByDeck, "none": Undivided} {
		if got, err := ParseSections(name); err != nil || got != want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if _, err := ParseSections("page"); err == nil {
		t.Error("sections by page")
	}
}

func TestParseMargins(t *testing.T) {
	for text, want := range map[string]Margins{
		"15": {15, 15, 15, 15}, "10,20": {10, 20, 10, 20}, "10, 12.5,14,16mm": {10, 12.5, 14, 16}, "4": {4, 4, 4, 4},
	} {
		if got, err := ParseMargins(text); err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "3.9", "61", "a", "10,20,30", "1e9", "NaN", "-5", "10,,20,30,40", "10;20"} {
		if got, err := ParseMargins(text); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestParseFields(t *testing.T) {
	for text, want := range map[string][]Field{"none": {}, "name": {NameField}, "Score, date": {ScoreField, DateField}} {
		if got, err := ParseFields(text); err != nil || !slices.Equal(got, want) || got == nil {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "name,", "age", "none,name"} {
		if got, err := ParseFields(text); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestSparse(t *testing.T) {
	for _, tt := range []struct {
		questions, groups int
		want              bool
	}{{10, 6, true}, {10, 4, false}, {9, 4, true}, {3, 1, false}, {1, 1, false}, {5, 0, false}} {
		qs := many(tt.questions)
		for i := range qs {
			if tt.groups > 0 {
				qs[i].Group = &decks.Group{Title: "T"}
				if i >= tt.groups {
					qs[i].Group = qs[i%tt.groups].Group
				}
			}
		}
		if got := Sparse(qs); got != tt.want {
			t.Errorf("%d questions in %d groups: %t", tt.questions, tt.groups, got)
		}
	}
}
