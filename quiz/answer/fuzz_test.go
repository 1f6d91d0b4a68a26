package answer_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz/answer"
)

// FuzzMatch looks for a response that panics, takes for ever or gets no
// verdict, and holds the laws that no response may break.
func FuzzMatch(f *testing.F) {
	for _, r := range append(readMarking(f), readRows(f, "testdata/forms.txt")...) {
		f.Add(r.block.language, r.block.keys, r.response)
	}
	f.Fuzz(func(t *testing.T, language, keys, response string) {
		b := block{language: language, keys: keys}
		deck, err := decks.Parse("fuzz.toml", []byte(b.source()), nil)
		if err != nil || len(deck.Questions) == 0 {
			return
		}
		for _, card := range deck.Questions[0].Cards() {
			task := answer.Task{Card: card, Quiz: true}
			match, err := answer.Standard{}.Match(task, response)
			if err != nil {
				continue
			}
			if match.Verdict > answer.Wrong || match.Verdict == 0 && card.Typed() {
				t.Errorf("verdict %v", match.Verdict)
			}
			if match.Points < 0 || match.Points > 1 || match.Verdict == answer.Correct && match.Points != 1 {
				t.Errorf("points %v of a %v", match.Points, match.Verdict)
			}
			if strings.ContainsFunc(match.Given+match.Note, func(r rune) bool { return r < 0x20 || r == 0x7f }) {
				t.Errorf("a control character in %q", match.Given+match.Note)
			}
			again, _ := answer.Standard{}.Match(task, response)
			if again.Verdict != match.Verdict || again.Note != match.Note {
				t.Errorf("first %v (%s), then %v (%s)", match.Verdict, match.Note, again.Verdict, again.Note)
			}
			checkAnswers(t, task)
		}
	})
}

// checkAnswers holds that what the deck says is right is Correct as written
// and as displayed, and that a reject is Wrong.
func checkAnswers(t *testing.T, task answer.Task) {
	t.Helper()
	card := task.Card
	if !card.Typed() || len(card.Answers()) != 1 {
		return
	}
	for _, reject := range card.Reject() {
		if !utf8.ValidString(reject) {
			continue
		}
		if match, err := (answer.Standard{}).Match(task, reject); err != nil || match.Verdict != answer.Wrong {
			t.Errorf("the reject %q is %v", reject, match.Verdict)
		}
	}
	switch card.Kind() {
	case decks.Short, decks.Number, decks.Date, decks.Cloze:
	default:
		return
	}
	a := card.Answers()[0]
	for _, v := range append([]decks.Value{a.Value}, a.Accept...) {
		forms := []string{v.Show(card.Language()), markup.Plain(markup.Parse(v.Show(card.Language())))}
		if v.Type == decks.TextValue {
			forms = append(forms, v.Text)
		}
		for _, right := range forms {
			if isRejected(card, right) || strings.TrimSpace(right) == "" {
				continue
			}
			if match, err := (answer.Standard{}).Match(task, right); err != nil || match.Verdict != answer.Correct {
				t.Errorf("the answer %q is %v (%s), %v", right, match.Verdict, match.Note, err)
			}
		}
	}
}

func isRejected(card decks.Card, text string) bool {
	trimmed := strings.TrimSpace(norm.NFC.String(text))
	for _, r := range card.Reject() {
		for _, form := range []string{r, markup.Plain(markup.Parse(r))} {
			if strings.TrimSpace(norm.NFC.String(form)) == trimmed {
				return true
			}
		}
	}
	return false
}
