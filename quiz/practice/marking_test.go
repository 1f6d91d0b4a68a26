package practice_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
	"recto/quiz/practice"
)

// only begins a test of one question of the deck of kinds.
func only(t *testing.T, id string, options ...string) *practice.Test {
	t.Helper()
	for _, it := range parse(t, kinds) {
		if it.Question.ID != id {
			continue
		}
		for _, o := range options {
			it.Options = append(it.Options, decks.Value{Text: o})
		}
		one, err := practice.New([]practice.Item{it}, practice.Options{Start: start, Matcher: answer.Standard{}})
		if err != nil {
			t.Fatal(err)
		}
		return one
	}
	t.Fatal("no question", id)
	return nil
}

// Each row is a response, what it earns, and how it rates the cards.
func TestMarking(t *testing.T) {
	for _, tt := range []struct {
		question string
		options  string
		response string
		score    string
		ratings  string
	}{
		{"short", "", "Hund", "0.1/0.1", "short/ask 3 correct Hund"},
		{"short", "", "Katze", "0/0.1", "short/ask 1 wrong Katze"},
		{"number", "", "twelve", "1/1", "number/ask 3 correct twelve"},
		{"choice", "blue green red", "c", "1/1", "choice/ask 3 correct red"},
		{"choice", "blue green red", "a", "0/1", "choice/ask 1 wrong blue"},
		{"several", "black blue green red", "b d", "3/3", "several/ask 3 correct blue; red"},
		{"several", "black blue green red", "a b d", "1.5/3", "several/ask 2 close black; blue; red"},
		{"several", "black blue green red", "a c", "0/3", "several/ask 1 wrong black; green"},
		{"list", "", "black; red", "0.6667/1", "list/ask 2 close black; red"},
		{"order", "three two one four", "c b a d", "0.3/0.3", "order/ask 3 correct one; two; three; four"},
		{"order", "three two one four", "c b d a", "0.15/0.3", "order/ask 2 close one; two; four; three"},
		{"pairs", "Abuja Lomé Accra", "1c 2b 3c", "1/1", "pairs/ask 3 correct Ghana = Accra; Togo = Lomé; Volta = Accra"},
		{"pairs", "Abuja Lomé Accra", "1c 2a 3a", "0.3333/1", "pairs/ask 1 wrong Ghana = Accra; Togo = Abuja; Volta = Abuja"},
		{"gaps", "", "Upper Volta; Burkina Faso; 1984", "2/2", "gaps/c1 3 correct Upper Volta; 1984, gaps/c2 3 correct Burkina Faso"},
		{"gaps", "", "Uper Volta; Ghana; 1984", "1.333/2", "gaps/c1 2 close Uper Volta; 1984, gaps/c2 1 wrong Ghana"},
		{"gaps", "", "; Burkina Faso; 1985", "0.6667/2", "gaps/c1 1 wrong ; 1985, gaps/c2 3 correct Burkina Faso"},
		{"essay", "", "as it is", "0/1", ""},
		{"true", "", "", "0/1", ""},
	} {
		t.Run(tt.question+" "+tt.response, func(t *testing.T) {
			test := only(t, tt.question, strings.Fields(tt.options)...)
			for _, in := range []practice.Input{{Action: practice.Answer, Text: tt.response}, {Action: practice.Leave}} {
				in.At = start
				if err := test.Apply(in); err != nil {
					t.Fatal(err)
				}
			}
			r := test.Result()
			if got := fmt.Sprintf("%.4g/%g", r.Whole.Score, r.Whole.Points); got != tt.score {
				t.Errorf("score %s, want %s", got, tt.score)
			}
			var ratings []string
			for _, one := range r.Ratings() {
				ratings = append(ratings, fmt.Sprintf("%s/%s %d %s %s", one.Card.ID.Question, one.Card.ID.Face, one.Rating, one.Match, one.Response))
			}
			if got := strings.Join(ratings, ", "); got != tt.ratings {
				t.Errorf("ratings %q, want %q", got, tt.ratings)
			}
		})
	}
}

// Tags come with the weakest first, sections in the order of the paper, and
// what was taken for another question's answer is named.
func TestResult(t *testing.T) {
	test := sit(t, capitals, practice.Options{})
	for i, text := range []string{"ouagadougou", "b", "Accra", "river"} {
		if err := test.Apply(practice.Input{Action: practice.Answer, Text: text, At: start.Add(time.Duration(i) * time.Second)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range []practice.Action{practice.Submit, practice.Leave} {
		if err := test.Apply(practice.Input{Action: a, At: start.Add(time.Minute)}); err != nil {
			t.Fatal(err)
		}
	}
	r := test.Result()
	tally := func(all []practice.Tally) (s []string) {
		for _, t := range all {
			s = append(s, fmt.Sprintf("%s %d of %d: %g of %g, %d%%", t.Name, t.Right, t.Questions, t.Score, t.Points, t.Percent()))
		}
		return s
	}
	if diff := cmp.Diff([]string{"capital 1 of 2: 1 of 3, 33%", "west 1 of 1: 1 of 1, 100%"}, tally(r.Tags)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Africa 1 of 1: 1 of 1, 100%", " 0 of 3: 0 of 7, 0%"}, tally(r.Sections)); diff != "" {
		t.Error(diff)
	}
	want := []practice.Confusion{{Number: 2, Wanted: "Accra", Given: "Lomé", AnswerOf: 3, Times: 1}, {Number: 3, Wanted: "Lomé", Given: "Accra", AnswerOf: 2, Times: 1}}
	if diff := cmp.Diff(want, r.Confusions); diff != "" {
		t.Error(diff)
	}
	var missed []string
	for _, q := range r.Missed() {
		missed = append(missed, q.ID)
	}
	if got := strings.Join(missed, " "); got != "two three essay" {
		t.Errorf("missed %s", got)
	}
}

// What is recorded is one action: each question said once, each card rated
// once, and it folds to what the scheduler chose.
func TestRecord(t *testing.T) {
	test := only(t, "gaps")
	for _, in := range []practice.Input{{Action: practice.Answer, Text: "Upper Volta; x; 1984", At: start.Add(4 * time.Second)}, {Action: practice.Submit, At: start}} {
		if err := test.Apply(in); err != nil {
			t.Fatal(err)
		}
	}
	o := fsrs.DefaultOptions()
	o.Fuzz = false
	scheduler, err := fsrs.New(o)
	if err != nil {
		t.Fatal(err)
	}
	now := quiz.MomentAt(start.Add(time.Minute), time.UTC, 4)
	options := practice.RecordOptions{
		Now: now, Random: rand.NewChaCha8([32]byte{1}), Leech: 1, Leeches: quiz.LeechSuspend,
		Schedulers: func(decks.Card) quiz.Scheduler { return scheduler },
	}
	ratings := test.Result().Ratings()
	events, leeches, err := practice.Record(ratings, options)
	if err != nil || len(leeches) > 0 {
		t.Fatal(err, leeches)
	}
	var got []string
	for i := range events {
		e := &events[i]
		e.Device, e.Sequence = strings.Repeat("0", 32), int64(i+1)
		if err := e.Validate(); err != nil {
			t.Error(err)
		}
		got = append(got, string(e.Kind))
	}
	if want := "[seen review review]"; fmt.Sprint(got) != want {
		t.Errorf("events %v, want %s", got, want)
	}
	progress, err := quiz.Fold(events, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range ratings {
		want := scheduler.Preview(quiz.Progress{}, now, quiz.SeedOf(one.Card.ID, quiz.Progress{}))[one.Rating-1]
		if p := progress[one.Card.ID]; p.Reps != 1 || !p.Due.Equal(want.Due) || p.State != want.State {
			t.Errorf("%s: %+v, want %+v", one.Card.ID, p, want)
		}
	}

	known := quiz.Progress{State: quiz.Review, Reps: 5, Stability: 30, Difficulty: 5, Last: now.Day - 30, LastAt: start.AddDate(0, 0, -30), DueDay: now.Day}
	options.Progress = map[decks.CardID]quiz.Progress{ratings[1].Card.ID: known}
	options.Seen = func(string, string) (quiz.Seen, bool) { return quiz.SeenOf(ratings[0].Card.Question, ""), true }
	events, leeches, err = practice.Record(ratings, options)
	if err != nil || len(leeches) != 1 || leeches[0].Card.ID != ratings[1].Card.ID {
		t.Fatal(err, leeches)
	}
	got = nil
	for _, e := range events {
		got = append(got, string(e.Kind))
	}
	if want := "[review review suspend]"; fmt.Sprint(got) != want {
		t.Errorf("events %v, want %s", got, want)
	}
	options.Random = strings.NewReader("")
	if _, _, err := practice.Record(ratings, options); err == nil {
		t.Error("an event has no id")
	}
}
