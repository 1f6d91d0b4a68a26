package export

import (
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// Key is what is right on a version.
type Key struct {
	Version Version
	Entries []Entry
}

// Entry is the answer to one question of a version.
type Entry struct {
	Item
	// Marks is what is to be seen on the paper beside writing: the letters
	// of the right options ("B", "A, C"), the numbers in the boxes of Order
	// from top to bottom ("2 1 3"), the letters of Match from top to bottom.
	Marks []string
	// Texts is what is right in words, as markup: one text, or the items of
	// List, Order and Cloze in their order. Empty for Match and TrueFalse
	// unless the author wrote how the answer is shown.
	Texts []string
	// Also are other forms that are just as right, as markup.
	Also []string
}

// Key returns the answers to a version.
func (v Version) Key() Key {
	k := Key{Version: v, Entries: make([]Entry, len(v.Items))}
	for i, it := range v.Items {
		k.Entries[i] = entry(it)
	}
	return k
}

func entry(it Item) Entry {
	q := it.Question
	e := Entry{Item: it}
	language := answerLanguage(q)
	switch q.Kind {
	case decks.Choice, decks.Multiple:
		for i, v := range it.Options {
			if slices.ContainsFunc(q.Answers, func(a decks.Answer) bool { return a.Value == v }) {
				e.Marks = append(e.Marks, letterOf(i))
				e.Texts = append(e.Texts, v.Show(language))
			}
		}
	case decks.Match:
		for _, a := range q.Answers {
			e.Marks = append(e.Marks, letterOf(slices.Index(it.Options, a.Value)))
		}
	case decks.Order:
		e.Marks = boxNumbers(q.Answers, it.Options)
		e.Texts = texts(q.Answers, language)
	case decks.List:
		e.Texts = texts(q.Answers, language)
	case decks.Cloze:
		for _, g := range q.Gaps {
			e.Texts = append(e.Texts, g.Text)
			e.Also = append(e.Also, alsoRight(decks.Answer{Value: decks.Value{Text: g.Text}, Accept: g.Accept}, len(q.Gaps) > 1, language)...)
		}
	case decks.TrueFalse: // the two words are the sheet's, not the deck's
	default:
		e.Texts = []string{q.Cards()[0].Shown()}
	}
	if q.Shown != "" {
		e.Texts = []string{q.Shown}
	}
	for _, a := range q.Answers {
		e.Also = append(e.Also, alsoRight(a, len(q.Answers) > 1, language)...)
	}
	return e
}

// boxNumbers returns the number that belongs into the box of each option.
// Equal items take their numbers in order.
func boxNumbers(answers []decks.Answer, options []decks.Value) []string {
	taken := make([]bool, len(answers))
	var out []string
	for _, v := range options {
		for i, a := range answers {
			if !taken[i] && a.Value == v {
				taken[i] = true
				out = append(out, strconv.Itoa(i+1))
				break
			}
		}
	}
	return out
}

func texts(answers []decks.Answer, language string) []string {
	out := make([]string, len(answers))
	for i, a := range answers {
		out[i] = a.Show(language)
	}
	return out
}

// alsoRight lists the other forms of an answer; of one among several it says
// which they belong to.
func alsoRight(a decks.Answer, named bool, language string) []string {
	if len(a.Accept) == 0 {
		return nil
	}
	var forms []string
	for _, v := range a.Accept {
		forms = append(forms, v.Show(language))
	}
	if named {
		return []string{a.Show(language) + " = " + strings.Join(forms, " = ")}
	}
	return forms
}

// answerLanguage is the language that the answers of a question are in.
func answerLanguage(q *decks.Question) string {
	switch {
	case q.Deck == nil:
		return "en"
	case q.Deck.AnswerLanguage != "":
		return q.Deck.AnswerLanguage
	}
	return q.Deck.Language
}
