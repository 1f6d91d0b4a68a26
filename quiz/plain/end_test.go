package plain_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/words"
)

// wants checks that a transcript has texts, in their order.
func wants(t *testing.T, out string, texts ...string) {
	t.Helper()
	rest := out
	for _, text := range texts {
		_, after, ok := strings.Cut(rest, text)
		if !ok {
			t.Fatalf("no %q, or not in its place, in:\n%s", text, out)
		}
		rest = after
	}
}

// At the end a learner at a terminal may undo, try the wrong ones again and
// print them; an empty line leaves.
func TestAfterTheSession(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	var printed []string
	tb.options.Stay = true
	tb.options.Week = func(context.Context) ([7]int, error) { return [7]int{6: 4}, nil }
	tb.options.Print = func(_ context.Context, cards []decks.Card) (string, error) {
		for _, c := range cards {
			printed = append(printed, c.ID.Question)
		}
		return "wrote two.pdf", nil
	}
	out, err := tb.run(context.Background(), "x\n1\n2\n4\n1\n4\nwhat\np\nr\nx\n4\nu\n4\n\n")
	if err != nil {
		t.Fatal(err)
	}
	wants(t, out,
		"Hardest: One?, forgotten once\n", "The last 7 days: Mon 0, Tue 0, Wed 0, Thu 0, Fri 0, Sat 0, Sun 4\n",
		"Done: 3 answered, 50% right; ", "Enter leaves: what\n", "u, r, p, or an empty line.\n",
		"Enter leaves: p\nwrote two.pdf\n",
		"Enter leaves: r\nThe wrong ones again. Each until it is known; nothing is recorded.\n[1 of 1] two - ", "Q: One?\n", "Done: 1 answered, 100% right",
		"Enter leaves: u\nUndone.\n", "Q: One?\n", "Done: 3 answered")
	if strings.Join(printed, " ") != "one" {
		t.Errorf("printed %v", printed)
	}
	if n := len(tb.store.events); n < 5 {
		t.Errorf("%d events", n)
	}
}

// In a pipe a session ends with its last line; the wrong ones come again on
// demand in its middle, and nothing of it is recorded.
func TestRetryInAPipe(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	out, err := tb.run(context.Background(), ":r\n:p\nx\n1\n:r\n1\n4\n2\n4\n1\n4\n")
	if err != nil {
		t.Fatal(err)
	}
	wants(t, out, "> :r\nNothing was wrong.\n", "> :p\nNothing was wrong.\n", "[2 of 2] two - new\n", "> :r\nThe wrong ones again.", "[1 of 1] two - ", "Q: One?", "Done: 1 answered, 100% right",
		"[2 of 2] two - new\nQ: Two?", "Done: 3 answered, 50% right")
	if !strings.HasSuffix(out, "next due tomorrow\n") && !strings.Contains(out[strings.LastIndex(out, "Done:"):], "next due in") {
		t.Errorf("ends with %q", out[len(out)-60:])
	}
}

// A response that counts again is offered; :a writes it into the deck.
func TestOffer(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{{"accepted", nil, "Accepted from now on: Uno\n"}, {"refused", errors.New("the deck is inside the program"), "Not accepted: the deck is inside the program\n"}} {
		t.Run(tt.name, func(t *testing.T) {
			tb := lay(t, twoQuestions, answer.Standard{})
			reviews := tb.options.Reviews
			tb.options.Reviews = func(ctx context.Context, id decks.CardID) ([]quiz.Event, error) { // one more, of an earlier day
				all, err := reviews(ctx, id)
				return append(all, all...), err
			}
			var offers []quiz.Offer
			tb.options.Accept = func(_ context.Context, o quiz.Offer) (func(decks.CardID) (decks.Card, bool), error) {
				offers = append(offers, o)
				return nil, tt.err
			}
			out, err := tb.run(context.Background(), "Uno\n3\n:a\n:a\n:q\n")
			if err != nil {
				t.Fatal(err)
			}
			wants(t, out, "WRONG", "OFFER: you wrote Uno for 1 2 times and let it count; :a accepts it from now on\n", tt.want, "> :a\nNothing is offered.\n")
			if len(offers) != 1 || offers[0].Form != "Uno" || offers[0].Right != "1" {
				t.Errorf("offers: %+v", offers)
			}
		})
	}
}

// A command whose answer is nothing says so.
func TestNoText(t *testing.T) {
	out, err := lay(t, twoQuestions, answer.Standard{}).run(context.Background(), ":t\n:q\n")
	if err != nil {
		t.Fatal(err)
	}
	wants(t, out, "> :t\nNothing stands above the question.\n> ")
}

// A long text is written whole with the first of its cards; :t writes it again.
func TestLongTextOnce(t *testing.T) {
	text := strings.Repeat("A sentence of the text. ", 20)
	out, err := lay(t, `
title = "T"
id = "t"
[group.g]
text = "`+text+`"
[[question]]
id = "one"
group = "g"
ask = "One?"
answer = "1"
[[question]]
id = "two"
group = "g"
ask = "Two?"
answer = "2"
`, answer.Standard{}).run(context.Background(), "1\n4\n:t\n:q\n")
	if err != nil {
		t.Fatal(err)
	}
	whole := "Text: " + strings.TrimSpace(text)
	wants(t, out, whole, "One?", "Text: A sentence of the text.", "... (:t for all of it)\nQ: Two?\n> :t\n", whole)
	if n := strings.Count(out, whole); n != 2 {
		t.Errorf("written %d times", n)
	}
}

// Days and figures follow the locale of the words.
func TestLocale(t *testing.T) {
	tb := lay(t, twoQuestions, answer.Standard{})
	tb.options.Words = words.English(words.LocaleOf(func(string) string { return "de_DE.UTF-8" }))
	out, err := tb.run(context.Background(), "1\n1\n:s\n:w\n:q\n")
	if err != nil {
		t.Fatal(err)
	}
	wants(t, out, "Memory: stability 0,", "Reviews: 1 since 22.11.2026, 0 lapses", "22.11.2026: Again, correct")
}
