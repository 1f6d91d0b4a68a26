package export

import (
	"cmp"
	"strings"
	"testing"

	"recto/decks"
)

// What each kind shows, in reading order.
func TestKindsOnPaper(t *testing.T) {
	gap := "A {{b}} c {{dddd}}."
	tests := []struct {
		name   string
		q      decks.Question
		texts  string // "|" between texts
		rules  int    // lines to write on
		shapes int    // boxes and circles
	}{
		{"short", decks.Question{Kind: decks.Short, Ask: "Who?", Answers: wanted("me")}, "1.|Who?", 1, 0},
		{"short, of several lines", decks.Question{Kind: decks.Short, Ask: "Who?", Answers: wanted(strings.Repeat("long ", 60))}, "1.|Who?", 7, 0},
		{"short, lines wanted", decks.Question{Kind: decks.Short, Ask: "Who?", Answers: wanted("me"), Lines: 3}, "1.|Who?", 3, 0},
		{"number", decks.Question{Kind: decks.Number, Ask: "How far?", Unit: "km", Answers: wanted("5")}, "1.|How far?|km", 1, 0},
		{"number with lines", decks.Question{Kind: decks.Number, Ask: "How far?", Unit: "km", Lines: 2, Answers: wanted("5")}, "1.|How far?|km", 1, 0},
		{"worth nothing", decks.Question{Kind: decks.Date, Ask: "When?", Points: -1, Answers: wanted("2024-01-01")}, "1.|When?", 1, 0},
		{"date", decks.Question{Kind: decks.Date, Ask: "When?", Answers: wanted("2024-01-01")}, "1.|When?", 1, 0},
		{"statement", decks.Question{Kind: decks.TrueFalse, Ask: "So?", Answers: wanted("true")}, "1.|So?|True|False", 0, 2},
		{"choice", decks.Question{Kind: decks.Choice, Ask: "Which?", Fixed: true, Choices: values("x", "y"), Answers: wanted("x")}, "1.|Which?|A|x|B|y", 0, 2},
		{"choice with lines", decks.Question{Kind: decks.Choice, Ask: "Which?", Fixed: true, Choices: values("x", "y"), Answers: wanted("x"), Lines: 2}, "1.|Which?|A|x|B|y", 2, 2},
		{"multiple", decks.Question{Kind: decks.Multiple, Ask: "Which?", Fixed: true, Choices: values("x", "y"), Answers: wanted("x")}, "1.|Which?|Mark all that apply.|A|x|B|y", 0, 2},
		{"list", decks.Question{Kind: decks.List, Ask: "Name.", Answers: wanted("a", "b", "c")}, "1.|Name.|1.|2.|3.", 3, 0},
		{"list, some", decks.Question{Kind: decks.List, Ask: "Name.", Need: 2, Answers: wanted("a", "b", "c")}, "1.|Name.|1.|2.", 2, 0},
		{"order", decks.Question{Kind: decks.Order, Ask: "Sort.", Answers: wanted("a", "b")}, "1.|Sort.|Number the boxes from 1 to 2 in the right order.|b|a", 0, 2},
		{"match", decks.Question{Kind: decks.Match, Ask: "Pair.", Fixed: true, Lefts: values("l", "m"), Answers: wanted("x", "y"), Choices: values("x", "y", "z")},
			"1.|Pair.|Write the letter that belongs to each.|1.|l|A|x|2.|m|B|y|C|z", 2, 0},
		{"cloze", decks.Question{Kind: decks.Cloze, Text: gap, Gaps: []decks.Gap{{Text: "b", Start: 2, End: 7}, {Text: "dddd", Start: 10, End: 18}}},
			"1.|A |_|c |_|.", 0, 0},
		{"cloze with instruction and bank", decks.Question{Kind: decks.Cloze, Ask: "Fill in.", Fixed: true, Choices: values("b", "x"), Text: "A {{b}}", Gaps: []decks.Gap{{Text: "b", Start: 2, End: 7}}},
			"1.|Fill in.|A |_|b        x", 0, 1},
		{"points before code", decks.Question{Kind: decks.Date, Ask: "When?\n\n```\nx = 1\n```", Points: 2, Answers: wanted("2024-01-01")}, "1.|When?|(2 points)|x = 1", 1, 0},
		{"code alone", decks.Question{Kind: decks.Date, Ask: "```\nx = 1\n```", Points: 2, Answers: wanted("2024-01-01")}, "1.|x = 1|(2 points)", 1, 0},
		{"half a point", decks.Question{Kind: decks.Date, Ask: "When?", Points: 0.5, Answers: wanted("2024-01-01")}, "1.|When?|(0.5 points)", 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.ID = "q"
			tt.q.Points = cmp.Or(tt.q.Points, 1)
			if tt.q.Points < 0 {
				tt.q.Points = 0
			}
			p := sheetOf(t, []*decks.Question{&tt.q}, SheetOptions{Title: "T"}, press{}).Pages[0]
			var texts []string
			for _, x := range p.Texts[6 : len(p.Texts)-3] { // between the heading and the foot
				if s := strings.TrimSpace(x.Text); strings.Trim(s, "_") == "" && s != "" {
					texts = append(texts, "_")
				} else if s != "" {
					texts = append(texts, strings.TrimSuffix(strings.TrimPrefix(x.Text, " "), "\u00a0\u00a0"))
				}
			}
			if got := strings.Join(texts, "|"); got != tt.texts {
				t.Errorf("texts %q\nwant  %q", got, tt.texts)
			}
			got := len(p.Rules) - 5 // name, class, date, score, foot
			for _, r := range p.Rules {
				if r.Ink == faint && r.Thickness < 0.2 { // of squared paper
					got--
				}
			}
			if got != tt.rules { // name, class, date, score, foot
				t.Errorf("%d lines to write on, want %d", got, tt.rules)
			}
			if len(p.Shapes) != tt.shapes {
				t.Errorf("%d boxes, want %d", len(p.Shapes), tt.shapes)
			}
		})
	}
}

// All blanks of a cloze are equally long, whatever they hide.
func TestBlanksAreOfOneLength(t *testing.T) {
	s := "{{a}} and {{a much longer gap}} and {{b}}"
	q := &decks.Question{ID: "q", Kind: decks.Cloze, Points: 1, Text: s, Gaps: []decks.Gap{
		{Text: "a", Start: 0, End: 5}, {Text: "a much longer gap", Start: 10, End: 31}, {Text: "b", Start: 36, End: 41}}}
	p := sheetOf(t, []*decks.Question{q}, SheetOptions{}, press{}).Pages[0]
	lengths := map[string]int{}
	for _, x := range p.Texts {
		if strings.HasPrefix(x.Text, "_") {
			lengths[x.Text]++
		}
	}
	if len(lengths) != 1 {
		t.Errorf("blanks %v", lengths)
	}
	for blank, n := range lengths {
		if w := (press{}).Width(blank, ordinary.bodyFont()); n != 3 || w < 30 {
			t.Errorf("%d blanks of %g mm", n, w)
		}
	}
}

func TestColumnsOfOptions(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  int
	}{
		{"four short ones in a row", []string{"a", "b", "c", "d"}, 4},
		{"two and two rather than three and one", []string{strings.Repeat("m", 16), "b", "c", "d"}, 2},
		{"five in two columns, as three leave a gap", []string{strings.Repeat("m", 16), "b", "c", "d", "e"}, 2},
		{"six in three columns", []string{strings.Repeat("m", 16), "b", "c", "d", "e", "f"}, 3},
		{"long ones below each other", []string{strings.Repeat("m", 70), "b"}, 1},
		{"one", []string{"a"}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := &decks.Question{ID: "q", Kind: decks.Choice, Ask: "?", Fixed: true, Choices: values(tt.texts...), Answers: wanted("b")}
			p := sheetOf(t, []*decks.Question{q}, SheetOptions{}, press{}).Pages[0]
			columns := map[float64]bool{}
			for _, s := range p.Shapes {
				columns[s.X] = true
			}
			if len(columns) != tt.want {
				t.Errorf("%d columns, want %d", len(columns), tt.want)
			}
		})
	}
}
