package main

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/optimizer"
)

// studiedEvents returns the history of a made-up learner: so many reviews of
// the deck before today, with a memory that keeps twice as long as the default
// parameters say.
func studiedEvents(deck string, reviews int, today quiz.Day) (events []quiz.Event) {
	w := fsrs.Defaults()
	for i := range 4 {
		w[i] *= 2
	}
	w[8] += 0.4
	truth, err := fsrs.NewModel(w[:])
	if err != nil {
		panic(err)
	}
	belief, err := fsrs.NewModel(nil)
	if err != nil {
		panic(err)
	}
	chance := rand.New(rand.NewPCG(uint64(reviews), 1))
	type card struct{ s, d, bs, bd float64 }
	cards := map[int]*card{}
	last := map[int]quiz.Day{}
	due := map[quiz.Day][]int{}
	span := max(60, reviews/20)
	for day := today - quiz.Day(span); day < today; day++ {
		for range max(1, reviews/span/5) {
			id := len(cards)
			cards[id] = &card{}
			due[day] = append(due[day], id)
		}
		for i, id := range due[day] {
			c := cards[id]
			elapsed := int(day - last[id])
			rating := quiz.Good
			switch {
			case c.s > 0 && chance.Float64() > truth.Retrievability(float64(elapsed), c.s), c.s == 0 && chance.IntN(5) == 0:
				rating = quiz.Again
			case chance.IntN(8) == 0:
				rating = quiz.Easy
			case chance.IntN(8) == 0:
				rating = quiz.Hard
			}
			c.s, c.d = truth.Next(c.s, c.d, elapsed, rating)
			c.bs, c.bd = belief.Next(c.bs, c.bd, elapsed, rating)
			last[id] = day
			wait := quiz.Day(max(1, c.bs*(0.8+0.4*chance.Float64())))
			due[day+wait] = append(due[day+wait], id)
			at := (int64(day)*24+10)*3_600_000 + int64(i)*1000
			n := len(events) + 1
			e := quiz.Event{
				Device: strings.Repeat("ab", 16), Sequence: int64(n), At: at, Kind: quiz.ReviewEvent,
				Card: decks.CardID{Deck: deck, Question: fmt.Sprintf("q%d", id), Face: decks.AskFace},
				Review: &quiz.ReviewBody{Rating: rating, Match: "correct", Taken: 4000, Day: day, State: quiz.Review,
					Due: at + int64(wait)*86_400_000, DueDay: day + wait},
			}
			binary.BigEndian.PutUint64(e.ID[:], uint64(n))
			copy(e.ID[8:], deck)
			if events = append(events, e); n == reviews {
				return events
			}
		}
	}
	return events
}

// studiedCommand writes a history to import, or by its name the same as a
// review log: studied FILE DECK REVIEWS DAY.
func studiedCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: studied FILE DECK REVIEWS DAY")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	today, err := quiz.ParseDay(args[3])
	ts.Check(err)
	events := studiedEvents(args[1], n, today)
	var out []byte
	if strings.HasSuffix(args[0], ".csv") {
		out = append(out, "card_id,review_time,review_rating,review_duration\n"...)
		for _, e := range events {
			out = fmt.Appendf(out, "%s,%d,%d,%d\n", e.Card.Question, e.At, e.Review.Rating, e.Review.Taken)
		}
	} else {
		for _, e := range events {
			out = append(e.AppendJSON(out), '\n')
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out, 0o666))
}

// TestHold: more cards than one action may move stay, those nearest to their
// days.
func TestHold(t *testing.T) {
	const today = 20_000
	places := make([]optimizer.Placing, maxMoves+500)
	for i := range places {
		places[i] = optimizer.Placing{Day: today + 10, Low: today + 11 + quiz.Day(i), High: today + 11 + quiz.Day(i)}
	}
	places = append(places, optimizer.Placing{Day: today - 5, Low: today - 9, High: today - 8}) // overdue, and stays so
	if left := hold(places, today); left != 500 {
		t.Errorf("%d are left, want 500", left)
	}
	for i, p := range places {
		if stays := p.Low == p.Day; stays != (i < 500) {
			t.Fatalf("card %d, %d days away: stays %v", i, i+1, stays)
		}
	}
	if left := hold(places, today); left != 0 {
		t.Errorf("then %d are left, want none", left)
	}
}
