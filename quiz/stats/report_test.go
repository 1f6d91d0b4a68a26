package stats_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/stats/statstest"
)

// wrong is a wrong answer.
func wrong(question, response string) quiz.Event {
	e := review(question, today, quiz.Again, quiz.Review, 1)
	e.Card.Deck, e.Review.Match, e.Review.Response = "geo", "wrong", response
	return e
}

// of reports on events with a deck at hand.
func of(t *testing.T, source string, events ...quiz.Event) *stats.Report {
	t.Helper()
	deck, err := decks.Parse("geo.toml", []byte("title = \"Geo\"\nid = \"geo\"\n"+source), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := stats.NewCounter(stats.Options{Today: today})
	in := stats.Input{Decks: []*decks.Deck{deck}, Known: map[decks.CardID]quiz.Progress{}, Recall: func(decks.CardID, quiz.Progress) float64 { return 0.9 }}
	for _, e := range events {
		c.Add(e)
		in.Known[e.Card] = quiz.Progress{State: quiz.Review, Reps: 1, Stability: 2, Difficulty: 5, Last: today, DueDay: today + 1}
	}
	for _, q := range deck.Questions {
		for _, card := range q.Cards() {
			in.Items = append(in.Items, quiz.Item{Card: card, Progress: in.Known[card.ID]})
		}
	}
	return c.Report(in)
}

func TestConfusions(t *testing.T) {
	const capitals = `
[[question]]
id = "iraq"
ask = "Capital of Iraq?"
answer = "Baghdad"
[[question]]
id = "iran"
ask = "Capital of Iran?"
answer = "Tehran"
accept = ["Teheran"]
`
	overruled := wrong("iraq", "Tehran")
	overruled.Review.Rating = quiz.Good
	for _, row := range []struct {
		name, deck string
		events     []quiz.Event
		want       []string // "times response (question of answer_of)"
	}{
		{"none", capitals, nil, nil},
		{"counted, looks folded", capitals, []quiz.Event{wrong("iraq", "Tehran"), wrong("iraq", " TEHRÁN!"), wrong("iraq", "tehran")}, []string{"3 tehran iran"}},
		{"an accepted form", capitals, []quiz.Event{wrong("iraq", "teheran")}, []string{"1 teheran iran"}},
		{"the answer of none", capitals, []quiz.Event{wrong("iraq", "Kabul")}, []string{"1 Kabul"}},
		{"most often first", capitals, []quiz.Event{wrong("iran", "a1"), wrong("iraq", "b"), wrong("iraq", "b")}, []string{"2 b", "1 a1"}},
		{"overruled by the learner", capitals, []quiz.Event{overruled}, nil},
		{"signs alone say nothing", capitals, []quiz.Event{wrong("iraq", "???")}, nil},
		{"not knowing is no mistake", capitals, []quiz.Event{wrong("iraq", "I don't know"), wrong("iraq", "no idea.")}, nil},
		{"of a card that is gone", capitals, []quiz.Event{wrong("kuwait", "Tehran")}, nil},
		{"the option that was picked", `
[[question]]
id = "rome"
ask = "River of Rome?"
choices = ["Tiber", "Po"]
answer = "Tiber"
`, []quiz.Event{wrong("rome", "Po"), wrong("rome", "b"), wrong("rome", "Po")}, []string{"2 Po"}},
		{"the option that was wrong", `
[[question]]
id = "asia"
ask = "Which are in Asia?"
choices = ["Indus", "Rhine", "Ganges"]
answer = ["Indus", "Ganges"]
`, []quiz.Event{wrong("asia", "Indus; Rhine"), wrong("asia", "Rhine"), wrong("asia", "Ganges")}, []string{"2 Rhine"}},
		{"the item that was wrong", `
[[question]]
id = "baltic"
ask = "The Baltic states?"
list = ["Estonia", "Latvia", "Lithuania"]
`, []quiz.Event{wrong("baltic", "Poland, latvia"), wrong("baltic", "Poland; Estonia")}, []string{"2 Poland"}},
		{"a statement", `
[[question]]
id = "sea"
ask = "Bolivia has a coast."
answer = false
`, []quiz.Event{wrong("sea", "t"), wrong("sea", "yes")}, []string{"2 true"}},
		{"small numbers are the answer to anything", `
[[question]]
id = "a"
ask = "How many?"
answer = 12
[[question]]
id = "b"
ask = "How much?"
answer = 34259
`, []quiz.Event{wrong("b", "12"), wrong("a", "34,259")}, []string{"1 34,259 b", "1 12"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			var got []string
			for _, c := range of(t, row.deck, row.events...).Confusions {
				text := fmt.Sprint(c.Times, " ", c.Response)
				if c.AnswerOf != nil {
					text += " " + c.AnswerOf.ID.Question
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	r := of(t, capitals, wrong("iraq", "Tehran"), wrong("iran", "Baghdad"), wrong("iran", "baghdad"))
	if len(r.Mixups) != 1 || r.Mixups[0].Times != 3 || r.Mixups[0].A.Answer != "Tehran" || r.Mixups[0].BForA != 2 || r.Mixups[0].AForB != 1 {
		t.Errorf("%+v", r.Mixups)
	}
}

// Memory is bounded: of more than so many different wrong answers the known
// ones are counted on.
// A card whose due day was moved, by a pause or a catch-up, stays what its last
// review made of it.
func TestMovedCards(t *testing.T) {
	for _, row := range []struct {
		name          string
		given, moved  quiz.Day // days after the review
		young, mature int
	}{
		{"as given, young", 20, 20, 1, 0},
		{"as given, mature", 21, 21, 0, 1},
		{"young, moved behind a pause", 5, 40, 1, 0},
		{"mature, moved nearer", 40, 5, 0, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			e := review("iraq", today, quiz.Good, quiz.Review, row.given)
			c := stats.NewCounter(stats.Options{Today: today})
			c.Add(e)
			r := c.Report(stats.Input{
				Known:  map[decks.CardID]quiz.Progress{e.Card: {State: quiz.Review, Reps: 1, Last: today, DueDay: today + row.moved}},
				Recall: func(decks.CardID, quiz.Progress) float64 { return 0.9 },
			})
			if r.Cards.Young != row.young || r.Cards.Mature != row.mature {
				t.Errorf("%d young, %d mature; want %d and %d", r.Cards.Young, r.Cards.Mature, row.young, row.mature)
			}
		})
	}
}

// The card that stands for a pause is counted nowhere.
func TestPauseCard(t *testing.T) {
	r := stats.NewCounter(stats.Options{Today: today}).Report(stats.Input{
		Known: map[decks.CardID]quiz.Progress{quiz.PauseCard(): {DueDay: today + 9}},
	})
	if r.Cards.Cards != 0 || len(r.Decks) != 0 {
		t.Errorf("%d cards in %+v", r.Cards.Cards, r.Decks)
	}
}

func TestManyWrongAnswers(t *testing.T) {
	c := stats.NewCounter(stats.Options{Today: today})
	for n := range 200_100 {
		c.Add(wrong("iraq", fmt.Sprint("city ", n)))
	}
	c.Add(wrong("iraq", "city 7"))
	r := c.Report(stats.Input{Recall: func(decks.CardID, quiz.Progress) float64 { return 1 }})
	if r.Total.Reviews != 200_101 || len(r.Confusions) != 100 || r.Confusions[0].Response != "city 7" || r.Confusions[0].Times != 2 {
		t.Errorf("%d reviews, %d confusions, first %+v", r.Total.Reviews, len(r.Confusions), r.Confusions[0])
	}
}

func TestSample(t *testing.T) {
	r, err := statstest.Report("")
	if err != nil {
		t.Fatal(err)
	}
	if r.Cards.Gone != 1 || r.Cards.New != 1 || r.Cards.Cards != 8 {
		t.Errorf("cards %+v", r.Cards)
	}
	if len(r.Decks) != 2 || r.Decks[0].Title != "Rivers and capitals" || r.Decks[1].Title != "harmless" || r.Decks[1].Cards.Cards != 1 {
		t.Errorf("decks %+v", r.Decks)
	}
	if len(r.Tags) != 3 || r.Tags[0].Name != "asia" || r.Tags[0].Cards.Cards != 3 {
		t.Errorf("tags %+v", r.Tags)
	}
	for _, h := range r.Hardest {
		if h.ID.Question == "gone" {
			t.Error("a card that is gone is among the hardest")
		}
		if h.ID.Face == "c1" && (h.Text != "Burkina Faso was [...] until 1984." || h.Answer != "Upper Volta") {
			t.Errorf("%+v", h)
		}
	}
	one, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := statstest.Report("")
	if err != nil {
		t.Fatal(err)
	}
	two, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if string(one) != string(two) {
		t.Error("the same history gives two reports")
	}
}

// What a cloze of a lost deck asked is told with its gap open.
func TestLostCards(t *testing.T) {
	c := stats.NewCounter(stats.Options{Today: today})
	known := map[decks.CardID]quiz.Progress{}
	for _, id := range []decks.CardID{
		{Deck: "lost", Question: "cloze", Face: "c2"}, {Deck: "lost", Question: "pair", Face: decks.ReverseFace}, {Deck: "lost", Question: "unseen", Face: "ask"},
	} {
		e := review("", today, quiz.Again, quiz.Review, 1)
		e.Card = id
		c.Add(e)
		known[id] = quiz.Progress{State: quiz.Review, Reps: 1, Stability: 1, Difficulty: 5, DueDay: today}
	}
	seen := map[string]quiz.Seen{
		"cloze": {Title: "Lost", Text: "Volta until {{c2::1984::a year}}, then {{c1::Faso}}.", Gaps: []string{"1984", "Faso"}},
		"pair":  {Title: "Lost", Text: "le *chat*", Answers: []string{"the cat"}},
	}
	r := c.Report(stats.Input{Known: known, Recall: func(decks.CardID, quiz.Progress) float64 { return 0.9 },
		Seen: func(_, q string) (quiz.Seen, bool) { s, ok := seen[q]; return s, ok }})
	var got []string
	for _, h := range r.Hardest {
		got = append(got, h.Name()+" = "+h.Answer)
	}
	want := []string{"Volta until [...], then Faso. = 1984", "the cat = le chat", "lost/unseen/ask = "}
	if diff := cmp.Diff(want, got); diff != "" || r.Decks[0].Title != "Lost" || r.Forecast.Days[0] != 3 {
		t.Error(diff, r.Decks, r.Forecast)
	}
}
