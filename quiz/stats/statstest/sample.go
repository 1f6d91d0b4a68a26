// Package statstest makes up statistics to test with: a small history in which
// everything that a report can tell is told, the same every time.
package statstest

import (
	"fmt"
	"math/rand/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/stats"
)

// Today is the study day of the sample, 2 March 2026.
const Today quiz.Day = 20514

// Deck is the deck of the sample. Hostile is put into its texts.
func Deck(hostile string) (*decks.Deck, error) {
	quoted := fmt.Sprintf("%q", hostile)
	source := `
title = "Rivers and *capitals*"
id = "geo"
[[question]]
id = "iraq"
ask = "The capital of Iraq?"
answer = "Baghdad"
tags = ["asia"]
[[question]]
id = "iran"
ask = "The capital of Iran?"
answer = "Tehran"
tags = ["asia", "hard"]
[[question]]
id = "tiber"
ask = "Which river flows through Rome?"
choices = ["Tiber", "Po", "Arno"]
answer = "Tiber"
tags = ["europe"]
[[question]]
id = "upper"
cloze = "Burkina Faso was {{c1::Upper Volta}} until {{c2::1984}}."
[[question]]
id = "new"
ask = "The 首都 of Japan, a question so long that it does not fit into a line of a narrow window?"
answer = "東京"
tags = ["asia"]
[[question]]
id = "hostile"
ask = ` + quoted + `
answer = ` + quoted + `
tags = ["europe"]
`
	return decks.Parse("geo.toml", []byte(source), nil)
}

// wrongs are what the learner takes for the answers.
var wrongs = map[string]string{"iraq": "Tehran", "iran": "baghdad", "tiber": "Po", "upper": "Lower Volta", "gone": "x"}

// Reviews are the reviews of the sample, in order: of the cards of the deck but
// the new one, of one that the deck has no more, and of one of another deck.
func Reviews(hostile string) []quiz.Event {
	chance := rand.New(rand.NewPCG(1, 2))
	cards := []decks.CardID{
		{Deck: "geo", Question: "iraq", Face: "ask"}, {Deck: "geo", Question: "iran", Face: "ask"},
		{Deck: "geo", Question: "tiber", Face: "ask"}, {Deck: "geo", Question: "upper", Face: "c1"},
		{Deck: "geo", Question: "upper", Face: "c2"}, {Deck: "geo", Question: "hostile", Face: "ask"},
		{Deck: "geo", Question: "gone", Face: "ask"}, {Deck: "away", Question: "lost", Face: "ask"},
	}
	due := map[decks.CardID]quiz.Day{}
	wait := map[decks.CardID]quiz.Day{}
	var events []quiz.Event
	for day := Today - 400; day <= Today; day++ {
		if day%13 == 0 || day > Today-30 && day < Today-25 {
			continue
		}
		for i, id := range cards {
			if day < Today-400+quiz.Day(20*i) || day < due[id] {
				continue
			}
			r := &quiz.ReviewBody{Rating: quiz.Good, Match: "correct", Taken: 2000 + chance.Int64N(9000), Zone: 3600, Day: day, State: quiz.Review}
			wait[id] = min(wait[id]*2+1, 40)
			switch n := chance.IntN(10); {
			case n < 3:
				r.Rating, r.Match, r.Response, wait[id] = quiz.Again, "wrong", wrongs[id.Question], 1
				if id.Question == "hostile" {
					r.Response = hostile + "?"
				}
			case n == 4:
				r.Rating = quiz.Hard
			case n == 5:
				r.Rating = quiz.Easy
			}
			due[id] = day + wait[id]
			r.DueDay, r.Due = due[id], int64(due[id])*86_400_000
			at := int64(day)*86_400_000 + int64(7+3*(i%5))*3_600_000 + int64(i)*10_000
			events = append(events, quiz.Event{Kind: quiz.ReviewEvent, At: at, Card: id, Review: r})
		}
	}
	return events
}

// Report is the report of the sample. Hostile is put into every text that comes
// from elsewhere; "" leaves them harmless.
func Report(hostile string) (*stats.Report, error) {
	if hostile == "" {
		hostile = "harmless"
	}
	deck, err := Deck(hostile)
	if err != nil {
		return nil, err
	}
	c := stats.NewCounter(stats.Options{Today: Today})
	model, err := fsrs.NewModel(nil)
	if err != nil {
		return nil, err
	}
	held := map[decks.CardID][]quiz.Event{}
	for _, e := range Reviews(hostile) {
		c.Add(e)
		held[e.Card] = append(held[e.Card], e)
	}
	in := stats.Input{Decks: []*decks.Deck{deck}, Known: map[decks.CardID]quiz.Progress{}}
	for id, events := range held {
		in.Known[id] = quiz.FoldCard(events, model)
	}
	for _, q := range deck.Questions {
		for _, card := range q.Cards() {
			in.Items = append(in.Items, quiz.Item{Card: card, Progress: in.Known[card.ID]})
		}
	}
	in.Seen = func(d, q string) (quiz.Seen, bool) {
		return quiz.Seen{Deck: d, Question: q, Title: hostile, Text: hostile, Answers: []string{hostile}}, d == "away"
	}
	in.Recall = func(_ decks.CardID, p quiz.Progress) float64 { return model.Recall(p, Today) }
	return c.Report(in), nil
}
