package simulate

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
)

// answer returns the event of an answer.
func answer(card string, day quiz.Day, rating quiz.Rating, chosen quiz.State, ms int64) quiz.Event {
	return quiz.Event{Kind: quiz.ReviewEvent, Card: decks.CardID{Deck: "d", Question: card, Face: decks.AskFace},
		Review: &quiz.ReviewBody{Rating: rating, Day: day, State: chosen, Taken: ms}}
}

func TestLog(t *testing.T) {
	l := NewLog()
	for _, e := range []quiz.Event{
		answer("a", 10, quiz.Again, quiz.Learning, 5_000),
		answer("a", 10, quiz.Good, quiz.Learning, 3_000),
		answer("a", 10, quiz.Hard, quiz.Review, 90_000), // counts as a minute
		answer("b", 10, quiz.Easy, quiz.Review, 0),      // nobody took the time
		answer("a", 12, quiz.Hard, quiz.Review, 4_000),
		answer("a", 15, quiz.Again, quiz.Relearning, 8_000),
		answer("a", 15, quiz.Good, quiz.Review, 2_000),
		answer("b", 15, quiz.Good, quiz.Review, 1_000),
		{Kind: quiz.SuspendEvent, Card: decks.CardID{Deck: "d", Question: "a", Face: decks.AskFace}},
		{Kind: quiz.ResetEvent, Card: decks.CardID{Deck: "d", Question: "a", Face: decks.AskFace}},
		answer("a", 16, quiz.Good, quiz.Learning, 2_000),
		answer("a", 17, quiz.Good, quiz.Review, 2_000), // a step that ended the day after
		answer("c", 17, 9, quiz.Review, 2_000),
	} {
		l.Add(e)
	}
	if diff := cmp.Diff([4]int{1, 0, 1, 1}, l.first); diff != "" {
		t.Error("first", diff)
	}
	if diff := cmp.Diff([3]int{1, 2, 0}, l.passed); diff != "" {
		t.Error("passed", diff)
	}
	if diff := cmp.Diff([3][4]int{{0, 0, 1, 0}, {}, {0, 1, 0, 0}}, l.learning); diff != "" {
		t.Error("learning", diff)
	}
	if diff := cmp.Diff([3][4]int{{0, 0, 1, 0}}, l.relearning); diff != "" {
		t.Error("relearning", diff)
	}
	if diff := cmp.Diff([3][4]float64{{5, 60, 7, 0}, {8, 4, 1, 0}, {0, 0, 2, 0}}, l.seconds); diff != "" {
		t.Error("seconds", diff)
	}
}

func TestLearnerOf(t *testing.T) {
	if diff := cmp.Diff(Standard(), LearnerOf(NewLog(), nil)); diff != "" {
		t.Error("nothing to go by:", diff)
	}
	quick := NewLog() // 200 cards: two good answers of two seconds on two days each
	for i := range 200 {
		card := string(rune('A' + i))
		quick.Add(answer(card, 10, quiz.Good, quiz.Review, 2_000))
		quick.Add(answer(card, 13, quiz.Good, quiz.Review, 2_000))
	}
	few := NewLog()
	for i := range enough - 1 {
		few.Add(answer(string(rune('A'+i)), 10, quiz.Again, quiz.Review, 50_000))
	}
	own := LearnerOf(quick, few)
	if own.Sources.First != (Source{FromDecks, 200}) || own.Sources.Seconds != (Source{FromDecks, 400}) || own.Sources.Learning != (Source{From: FromStandard}) {
		t.Errorf("%+v", own.Sources)
	}
	if own.First[2] < 0.85 || own.Passed[1] < 0.9 || own.Seconds[1][2] > 2.2 {
		t.Errorf("%+v", own)
	}
	// What was never timed goes at the learner's pace.
	if again := own.Seconds[2][0]; again > 4 || again < 1.5 {
		t.Errorf("Again in a step takes %v seconds", again)
	}
	all := LearnerOf(few, quick)
	if all.Sources.First != (Source{FromAll, 200}) || all.First != own.First {
		t.Errorf("%+v", all.Sources)
	}
	for _, l := range []Learner{own, all, Standard()} {
		for _, shares := range [][]float64{l.First[:], l.Passed[:], l.Learning[0][:], l.Learning[1][:], l.Learning[2][:], l.Relearning[0][:], l.Relearning[1][:], l.Relearning[2][:]} {
			sum := 0.0
			for _, s := range shares {
				sum += s
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("shares %v sum to %v", shares, sum)
			}
		}
	}
}
