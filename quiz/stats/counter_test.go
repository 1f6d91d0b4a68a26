package stats_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/stats"
)

const today quiz.Day = 20514 // Monday, 2 March 2026

// card returns a card of the deck d.
func card(question string) decks.CardID {
	return decks.CardID{Deck: "d", Question: question, Face: decks.AskFace}
}

// review is a review at noon UTC after which the card waits some days.
func review(question string, day quiz.Day, r quiz.Rating, s quiz.State, wait quiz.Day) quiz.Event {
	at := int64(day)*86_400_000 + 12*3_600_000
	return quiz.Event{Kind: quiz.ReviewEvent, Card: card(question), At: at,
		Review: &quiz.ReviewBody{Rating: r, Taken: 5000, Day: day, State: s, DueDay: day + wait}}
}

// report counts events without decks.
func report(o stats.Options, events ...quiz.Event) *stats.Report {
	if o.Today == 0 {
		o.Today = today
	}
	c := stats.NewCounter(o)
	for _, e := range events {
		c.Add(e)
	}
	return c.Report(stats.Input{Recall: func(decks.CardID, quiz.Progress) float64 { return 0.5 }})
}

func TestTrueRetention(t *testing.T) {
	const Review, Learning, Relearning = quiz.Review, quiz.Learning, quiz.Relearning
	for _, row := range []struct {
		name          string
		events        []quiz.Event
		young, mature stats.Recall
	}{
		{"nothing", nil, stats.Recall{}, stats.Recall{}},
		{"a first review is none", []quiz.Event{review("a", today, quiz.Good, Review, 3)}, stats.Recall{}, stats.Recall{}},
		{"a review after an interval", []quiz.Event{review("a", today-3, quiz.Good, Review, 3), review("a", today, quiz.Hard, Review, 5)}, stats.Recall{Passed: 1}, stats.Recall{}},
		{"forgotten", []quiz.Event{review("a", today-3, quiz.Good, Review, 3), review("a", today, quiz.Again, Relearning, 0)}, stats.Recall{Failed: 1}, stats.Recall{}},
		{"20 days are young", []quiz.Event{review("a", today-20, quiz.Good, Review, 20), review("a", today, quiz.Good, Review, 5)}, stats.Recall{Passed: 1}, stats.Recall{}},
		{"21 days are mature", []quiz.Event{review("a", today-21, quiz.Good, Review, 21), review("a", today, quiz.Easy, Review, 5)}, stats.Recall{}, stats.Recall{Passed: 1}},
		{"late, the interval counts and not the wait", []quiz.Event{review("a", today-90, quiz.Good, Review, 5), review("a", today, quiz.Again, Review, 5)}, stats.Recall{Failed: 1}, stats.Recall{}},
		{"a learning step is none", []quiz.Event{review("a", today-1, quiz.Good, Learning, 0), review("a", today, quiz.Good, Review, 1)}, stats.Recall{}, stats.Recall{}},
		{"a relearning step is none", []quiz.Event{review("a", today-3, quiz.Good, Relearning, 0), review("a", today, quiz.Good, Review, 1)}, stats.Recall{}, stats.Recall{}},
		{"the first review of a day alone", []quiz.Event{review("a", today-3, quiz.Good, Review, 3), review("a", today, quiz.Again, Review, 1), review("a", today, quiz.Good, Review, 1)}, stats.Recall{Failed: 1}, stats.Recall{}},
		{"after a reset it is new", []quiz.Event{review("a", today-3, quiz.Good, Review, 3), {Kind: quiz.ResetEvent, Card: card("a")}, review("a", today, quiz.Again, Learning, 0)}, stats.Recall{}, stats.Recall{}},
		{"a clock that goes back counts by its days", []quiz.Event{review("a", today-1, quiz.Good, Review, 3), review("a", today-4, quiz.Good, Review, 5)}, stats.Recall{Passed: 1}, stats.Recall{}},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := report(stats.Options{}, row.events...)
			if r.Total.Young != row.young || r.Total.Mature != row.mature {
				t.Errorf("young %+v mature %+v", r.Total.Young, r.Total.Mature)
			}
		})
	}
}

// Reviews before --since tell how a card stood, and count for nothing.
func TestSince(t *testing.T) {
	r := report(stats.Options{Since: today - 1},
		review("a", today-30, quiz.Again, quiz.Review, 29), review("a", today-1, quiz.Good, quiz.Review, 60))
	if r.Total.Reviews != 1 || r.Total.Mature.Passed != 1 || r.Total.New != 0 || len(r.Days) != 1 || r.Streak.StudyDays != 1 {
		t.Errorf("%+v", r.Total)
	}
	if r.Since == nil || r.First == nil || *r.First != stats.Date(today-1) {
		t.Errorf("since %v, first %v", r.Since, r.First)
	}
}

func TestOnly(t *testing.T) {
	asked := 0
	r := report(stats.Options{Only: func(id decks.CardID) bool { asked++; return id.Question == "a" }},
		review("a", today, quiz.Good, quiz.Review, 3), review("b", today, quiz.Good, quiz.Review, 3), review("b", today, quiz.Good, quiz.Review, 3))
	if r.Total.Reviews != 1 || asked != 2 {
		t.Errorf("%d reviews, asked %d times", r.Total.Reviews, asked)
	}
}

func TestStreak(t *testing.T) {
	for _, row := range []struct {
		name string
		days []quiz.Day
		want stats.Streak // without LongestFrom
	}{
		{"never", nil, stats.Streak{}},
		{"today alone", []quiz.Day{today}, stats.Streak{Current: 1, Longest: 1, StudyDays: 1, Days: 1}},
		{"until yesterday", []quiz.Day{today - 2, today - 1}, stats.Streak{Current: 2, Longest: 2, StudyDays: 2, Days: 3}},
		{"broken the day before", []quiz.Day{today - 3, today - 2}, stats.Streak{Longest: 2, StudyDays: 2, Days: 4}},
		{"the longest is earlier", []quiz.Day{today - 9, today - 8, today - 7, today}, stats.Streak{Current: 1, Longest: 3, StudyDays: 4, Days: 10}},
		{"days of a clock that went ahead are none", []quiz.Day{today, today + 1, today + 400}, stats.Streak{Current: 1, Longest: 1, StudyDays: 1, Days: 1}},
		{"over the end of a year and a leap day", []quiz.Day{19722, 19723}, stats.Streak{Longest: 2, StudyDays: 2, Days: int(today) - 19721}},
	} {
		t.Run(row.name, func(t *testing.T) {
			var events []quiz.Event
			for _, d := range row.days {
				events = append(events, review("a", d, quiz.Good, quiz.Review, 1))
			}
			got := report(stats.Options{}, events...).Streak
			got.LongestFrom = nil
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The hour is that of the clock where the learner was, on both sides of a
// change to summer time and before 1970 too.
func TestHours(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Skip("the system knows no time zones")
	}
	for _, row := range []struct {
		at   time.Time
		want int
	}{
		{time.Date(2026, 3, 29, 1, 30, 0, 0, paris), 1},
		{time.Date(2026, 3, 29, 3, 30, 0, 0, paris), 3},
		{time.Date(2026, 10, 25, 2, 30, 0, 0, paris), 2},
		{time.Date(2026, 10, 25, 3, 30, 0, 0, paris), 3},
		{time.Date(2026, 1, 1, 23, 59, 0, 0, time.FixedZone("", 14*3600)), 23},
		{time.Date(2026, 1, 1, 0, 1, 0, 0, time.FixedZone("", -12*3600)), 0},
		{time.Date(1969, 12, 31, 22, 30, 0, 5e6, time.UTC), 22},
	} {
		e := review("a", today, quiz.Good, quiz.Review, 3)
		_, e.Review.Zone = row.at.Zone()
		e.At = row.at.UnixMilli()
		if r := report(stats.Options{}, e); r.Hours[row.want].Reviews != 1 {
			t.Errorf("%v is not counted at %d", row.at, row.want)
		}
	}
}

func TestSeries(t *testing.T) {
	day := func(s string) quiz.Day {
		d, err := quiz.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	var events []quiz.Event
	for _, d := range []string{"2020-02-29", "2020-03-01", "2024-12-29", "2024-12-30", "2025-01-01", "2027-01-03", "9999-12-31"} {
		events = append(events, review("a", day(d), quiz.Good, quiz.Review, 1))
	}
	r := report(stats.Options{}, events...)
	names := func(list []stats.Period) (names []string) {
		for _, p := range list {
			names = append(names, p.Name+" "+p.From.String()+" "+p.To.String())
		}
		return names
	}
	if diff := cmp.Diff([]string{
		"2020-W09 2020-02-24 2020-03-01", "2024-W52 2024-12-23 2024-12-29", "2025-W01 2024-12-30 2025-01-05",
		"2026-W53 2026-12-28 2027-01-03", "9999-W52 9999-12-27 10000-01-02",
	}, names(r.Weeks)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		"2020-02 2020-02-01 2020-02-29", "2020-03 2020-03-01 2020-03-31", "2024-12 2024-12-01 2024-12-31",
		"2025-01 2025-01-01 2025-01-31", "2027-01 2027-01-01 2027-01-31", "9999-12 9999-12-01 9999-12-31",
	}, names(r.Months)); diff != "" {
		t.Error(diff)
	}
}

func TestCalendar(t *testing.T) {
	var events []quiz.Event
	for n := range 20 { // the nth day before today has n reviews more
		for range n + 1 {
			events = append(events, review("a", today-quiz.Day(n), quiz.Good, quiz.Review, 1))
		}
	}
	k := report(stats.Options{}, events...).Calendar
	if k.From.Weekday() != 0 || k.To != stats.Date(today) || len(k.Reviews) != int(k.To-k.From)+1 || len(k.Reviews) != 52*7+1 {
		t.Fatalf("from %v to %v: %d days", k.From, k.To, len(k.Reviews))
	}
	if k.Steps != [3]int{5, 10, 15} {
		t.Errorf("steps %v", k.Steps)
	}
	last := len(k.Reviews) - 1
	for ago, level := range map[int]int{0: 1, 3: 1, 4: 2, 9: 3, 14: 4, 19: 4, 20: 0} {
		if got := k.Level(last - ago); got != level {
			t.Errorf("%d days ago: %d reviews are of level %d, want %d", ago, k.Reviews[last-ago], got, level)
		}
	}
}

func TestAnswerTimes(t *testing.T) {
	var events []quiz.Event
	for _, ms := range []int64{0, 1000, 2000, 3000, 3_600_000} {
		e := review("a", today, quiz.Good, quiz.Review, 1)
		e.Review.Taken = ms
		events = append(events, e)
	}
	got := report(stats.Options{}, events...).AnswerTimes
	want := stats.AnswerTime{Of: "all", Answers: 4, Mean: 16.5, Median: 2, P90: 60}
	if diff := cmp.Diff(want, got[3]); diff != "" {
		t.Error(diff)
	}
	if got[0].Answers != 0 || got[2].Answers != 4 { // the first took no time
		t.Errorf("%+v", got)
	}
}

// Whatever was reviewed: the parts sum up to the whole.
func TestSumsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := stats.NewCounter(stats.Options{Today: today})
		known := map[decks.CardID]quiz.Progress{}
		for range rapid.IntRange(0, 60).Draw(t, "reviews") {
			id := decks.CardID{Deck: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "deck"), Question: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "question"), Face: "ask"}
			day := today + quiz.Day(rapid.IntRange(-800, 3).Draw(t, "day"))
			e := quiz.Event{Kind: quiz.ReviewEvent, Card: id, At: int64(day)*86_400_000 + rapid.Int64Range(-1e8, 1e8).Draw(t, "time"), Review: &quiz.ReviewBody{
				Rating: quiz.Rating(rapid.IntRange(1, 4).Draw(t, "rating")), Zone: rapid.IntRange(-86400, 86400).Draw(t, "zone"), Day: day,
				Taken: rapid.Int64Range(0, 1e6).Draw(t, "taken"), State: quiz.State(rapid.IntRange(1, 3).Draw(t, "state")), DueDay: day + quiz.Day(rapid.IntRange(0, 60).Draw(t, "wait")),
				Match: rapid.SampledFrom([]string{"", "wrong", "correct"}).Draw(t, "match"), Response: rapid.SampledFrom([]string{"", "Po", "po!", "Ö"}).Draw(t, "response")}}
			if rapid.IntRange(0, 9).Draw(t, "reset") == 0 {
				e = quiz.Event{Kind: quiz.ResetEvent, Card: id, At: e.At}
			}
			c.Add(e)
			known[id] = quiz.Progress{State: quiz.Review, Reps: 1, Stability: 3, Difficulty: 5, Last: day, DueDay: day + 3}
		}
		r := c.Report(stats.Input{Known: known, Recall: func(decks.CardID, quiz.Progress) float64 { return 0.75 }})
		sum := func(name string, n int, counts func(int) stats.Counts) {
			var all stats.Counts
			for i := range n {
				one := counts(i)
				all.Reviews += one.Reviews
				all.New += one.New
				all.Taken += one.Taken
				for j := range all.Ratings {
					all.Ratings[j] += one.Ratings[j]
				}
				for _, of := range []struct {
					to  *stats.Recall
					one stats.Recall
				}{{&all.Young, one.Young}, {&all.Mature, one.Mature}} {
					of.to.Passed += of.one.Passed
					of.to.Failed += of.one.Failed
				}
			}
			if diff := cmp.Diff(r.Total, all); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
		sum("days", len(r.Days), func(i int) stats.Counts { return r.Days[i].Counts })
		sum("weeks", len(r.Weeks), func(i int) stats.Counts { return r.Weeks[i].Counts })
		sum("months", len(r.Months), func(i int) stats.Counts { return r.Months[i].Counts })
		sum("hours", 24, func(i int) stats.Counts { return r.Hours[i] })
		sum("decks", len(r.Decks), func(i int) stats.Counts { return r.Decks[i].Counts })
		ratings := 0
		for _, n := range r.Total.Ratings {
			ratings += n
		}
		if ratings != r.Total.Reviews || r.Total.True().N() != r.Total.Young.N()+r.Total.Mature.N() || r.Total.True().N() > r.Total.Reviews {
			t.Fatalf("%+v", r.Total)
		}
		cards := 0
		for _, n := range append([]int{r.Forecast.Overdue, r.Forecast.Later}, r.Forecast.Days...) {
			cards += n
		}
		if cards != len(known) || r.Cards.Cards != len(known) {
			t.Fatalf("%d cards are due some day, %d stand somewhere, of %d", cards, r.Cards.Cards, len(known))
		}
		if !slices.IsSortedFunc(r.Confusions, func(a, b stats.Confusion) int { return b.Times - a.Times }) {
			t.Fatal("the confusions are in no order")
		}
	})
}

// BenchmarkCount counts a million reviews of 60,000 cards.
func BenchmarkCount(b *testing.B) {
	events := make([]quiz.Event, 1_000_000)
	for i := range events {
		day := today - 900 + quiz.Day(i/1111)
		q := i * 7919 % 60_000
		events[i] = review("", day, quiz.Rating(1+(i*31%10+2)/3), quiz.Review, quiz.Day(1+i%60))
		events[i].Card = decks.CardID{Deck: "geo", Question: questions[q%len(questions)], Face: decks.Face("ask")}
		if i%10 == 0 {
			events[i].Review.Match, events[i].Review.Response = "wrong", questions[i%500]
		}
	}
	for b.Loop() {
		report(stats.Options{}, events...)
	}
	b.ReportMetric(float64(b.N)*float64(len(events))/b.Elapsed().Seconds()/1e6, "Mreviews/s")
}

// questions are ids of questions.
var questions = func() []string {
	list := make([]string, 60_000)
	for i := range list {
		list[i] = "q" + time.Duration(i).String()
	}
	return list
}()
