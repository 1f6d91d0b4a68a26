package answer_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz/answer"
)

// short returns a task that wants one text.
func short(language, wanted string, exact bool) answer.Task {
	deck := &decks.Deck{ID: "d", Language: language}
	q := &decks.Question{Deck: deck, ID: "q", Kind: decks.Short, Ask: "Which?", Typed: true, Exact: exact,
		Answers: []decks.Answer{{Value: decks.Value{Text: wanted}}}}
	return answer.Task{Card: q.Cards()[0]}
}

func verdict(t rapid.TB, task answer.Task, response string) answer.Verdict {
	t.Helper()
	match, err := answer.Standard{}.Match(task, response)
	if err != nil {
		t.Fatalf("%q: %v", response, err)
	}
	return match.Verdict
}

// consonants make words that are no article, negation, number or month of any
// language, and no spelling that two sides of the Atlantic share.
var consonants = rapid.StringOfN(rapid.SampledFrom([]rune("bfgjkqvwx")), 6, 12, -1)

func TestOneEditInALongWordIsClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(consonants, 1, 4).Draw(t, "words")
		language := rapid.SampledFrom([]string{"en", "de", "fr", "es", "pt", "ko", "xx"}).Draw(t, "language")
		given := append([]string{}, words...)
		for i := range given {
			given[i] = slip(t, given[i])
		}
		if strings.Join(given, " ") == strings.Join(words, " ") {
			t.Skip("two equal letters changed places")
		}
		task := short(language, strings.Join(words, " "), false)
		if v := verdict(t, task, strings.Join(given, " ")); v != answer.Close {
			t.Fatalf("%q for %q is %v", given, words, v)
		}
	})
}

// slip makes one edit inside a word; the first letter stays, so no negation
// is gained.
func slip(t *rapid.T, word string) string {
	rs := []rune(word)
	at := rapid.IntRange(1, len(rs)-2).Draw(t, "at")
	switch rapid.IntRange(0, 3).Draw(t, "edit") {
	case 0:
		return string(rs[:at]) + string(rs[at+1:])
	case 1:
		return string(rs[:at]) + "h" + string(rs[at:])
	case 2:
		rs[at] = 'h'
	default:
		rs[at], rs[at+1] = rs[at+1], rs[at]
	}
	return string(rs)
}

func TestTwoEditsInAWordAreWrong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := consonants.Draw(t, "word")
		rs := []rune(word)
		at := rapid.IntRange(1, len(rs)-4).Draw(t, "at")
		rs[at], rs[at+3] = 'h', 'r'
		if v := verdict(t, short("en", word, false), string(rs)); v != answer.Wrong {
			t.Fatalf("%q for %q is %v", string(rs), word, v)
		}
	})
}

func TestADigitIsNeverASlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wanted := rapid.StringMatching(`[a-z]{3,8}[1-9]{1,4}[a-z]{0,4}`).Draw(t, "wanted")
		rs := []rune(wanted)
		for i, r := range rs {
			if r >= '1' && r <= '9' {
				rs[i] = '1' + (r-'1'+rune(rapid.IntRange(1, 8).Draw(t, "by")))%9
				break
			}
		}
		if v := verdict(t, short("en", wanted, false), string(rs)); v != answer.Wrong {
			t.Fatalf("%q for %q is %v", string(rs), wanted, v)
		}
	})
}

func TestCaseAndOuterSignsNeverChangeAVerdict(t *testing.T) {
	rows := readMarking(t)
	rapid.Check(t, func(rt *rapid.T) {
		r := rows[rapid.IntRange(0, len(rows)-1).Draw(rt, "row")]
		if strings.Contains(r.block.keys, "exact") || strings.Contains(r.block.keys, "reject") {
			rt.Skip("case counts")
		}
		task := r.block.task(t)
		switch task.Card.Kind() {
		case decks.Short, decks.Date:
		default:
			rt.Skip("units and letters have a case")
		}
		before, err := answer.Standard{}.Match(task, r.response)
		if err != nil {
			rt.Skip("unread")
		}
		given := rapid.SampledFrom([]string{strings.ToUpper(r.response), "  " + r.response + " ", "“" + r.response + "”"}).Draw(rt, "given")
		if !strings.ContainsFunc(r.response, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) || !strings.EqualFold(strings.ToUpper(r.response), r.response) {
			rt.Skip("signs alone, or a letter without a capital")
		}
		if v := verdict(rt, task, given); v != before.Verdict {
			rt.Fatalf("%q is %v, %q is %v", r.response, before.Verdict, given, v)
		}
	})
}

func TestExactIsAllOrNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wanted := rapid.StringMatching(`[A-Za-z0-9.,;-]{1,12}`).Draw(t, "wanted")
		given := rapid.StringMatching(`[A-Za-z0-9.,;-]{1,12}`).Draw(t, "given")
		want := answer.Wrong
		if given == wanted {
			want = answer.Correct
		}
		if v := verdict(t, short("en", wanted, true), given); v != want {
			t.Fatalf("%q for %q is %v", given, wanted, v)
		}
	})
}

func TestTheOrderOfListItemsNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wanted := rapid.SliceOfNDistinct(consonants, 2, 6, rapid.ID[string]).Draw(t, "wanted")
		given := rapid.SliceOfN(rapid.SampledFrom(append(wanted, "other", "another")), 1, 8).Draw(t, "given")
		q := &decks.Question{Deck: &decks.Deck{Language: "en"}, Kind: decks.List, Typed: true}
		for _, w := range wanted {
			q.Answers = append(q.Answers, decks.Answer{Value: decks.Value{Text: w}})
		}
		task := answer.Task{Card: decks.Card{Question: q, Face: decks.AskFace}}
		shuffled := rapid.Permutation(given).Draw(t, "shuffled")
		if a, b := verdict(t, task, strings.Join(given, ";")), verdict(t, task, strings.Join(shuffled, ";")); a != b {
			t.Fatalf("%q is %v, %q is %v", given, a, shuffled, b)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	var rows []row
	var tasks []answer.Task
	for _, r := range readMarking(b) {
		rows = append(rows, r)
		tasks = append(tasks, r.block.task(b))
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := (answer.Standard{}).Match(tasks[i%len(tasks)], rows[i%len(rows)].response); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
