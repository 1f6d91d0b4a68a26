package relink_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/relink"
)

// syllables make words that few questions share.
var syllables = strings.Fields("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu")

func madeWord(n int) string {
	var b strings.Builder
	for n += 400; n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	return b.String()
}

// largeSource is the text of a deck of n questions, the first edited of them
// with a word more.
func largeSource(n, edited int) []byte {
	var b strings.Builder
	b.WriteString("title = \"Large\"\n")
	for i := range n {
		more := ""
		if i < edited {
			more = "exactly "
		}
		fmt.Fprintf(&b, "[[question]]\nask = \"Which of the %s lies %snear the town of %s on the %s road?\"\nanswer = \"the %s\"\n",
			madeWord(i*7), more, madeWord(i*3+1), madeWord(i%500), madeWord(i*11+5))
	}
	return []byte(b.String())
}

func largeDeck(t testing.TB, n, edited int) *decks.Deck {
	t.Helper()
	d, err := decks.Parse("large.toml", largeSource(n, edited), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// knownWorld is a deck of n questions of which all but a tenth were studied,
// and edited of them edited since.
func knownWorld(t testing.TB, n, edited int) relink.Input {
	was, now := largeDeck(t, n, 0), largeDeck(t, n, edited)
	in := relink.Input{
		Decks: []*decks.Deck{now}, Path: func(q *decks.Question) string { return "/decks/" + q.File },
		Progress: map[decks.CardID]quiz.Progress{},
		Where:    func(string, string) relink.Place { return relink.Gone },
	}
	for _, q := range was.Questions[:n*9/10] {
		in.Seen = append(in.Seen, quiz.SeenOf(q, in.Path(q)))
		in.Progress[q.Cards()[0].ID] = quiz.Progress{State: quiz.Review, Reps: 1}
	}
	return in
}

// BenchmarkUnchanged is what a study of 10,000 unchanged questions pays. The
// metric "of-loading" is its time as a share of reading the deck, in turn.
func BenchmarkUnchanged(b *testing.B) {
	in := knownWorld(b, 10_000, 0)
	src := largeSource(10_000, 0)
	var looking, loading time.Duration
	for b.Loop() {
		start := time.Now()
		if wanted := relink.Wanted(in.Decks, in.Progress); len(wanted) > 0 {
			b.Fatal(wanted)
		}
		looking += time.Since(start)
		start = time.Now()
		if _, err := decks.Parse("large.toml", src, nil); err != nil {
			b.Fatal(err)
		}
		loading += time.Since(start)
	}
	b.ReportMetric(float64(looking)/float64(loading), "of-loading")
	b.ReportMetric(float64(looking.Microseconds())/1000/float64(b.N), "ms/look")
}

// BenchmarkEdited is Find on 10,000 questions with one edited, and with 2,000.
// The metric "x-per-edit" is the time of an edit among 2,000 as a multiple of
// one among 500: 1 is linear, 4 quadratic.
func BenchmarkEdited(b *testing.B) {
	one, few, many := knownWorld(b, 10_000, 1), knownWorld(b, 10_000, 500), knownWorld(b, 10_000, 2_000)
	run := func(in relink.Input, want int) time.Duration {
		start := time.Now()
		plan, err := relink.Find(in)
		took := time.Since(start)
		if err != nil || len(plan.Sure) != want {
			b.Fatalf("%d of %d carried, %v", len(plan.Sure), want, err)
		}
		return took
	}
	var ones, fews, manys time.Duration
	for b.Loop() {
		ones += run(one, 1)
		fews += run(few, 500)
		manys += run(many, 2_000)
	}
	n := float64(b.N)
	b.ReportMetric(float64(ones.Milliseconds())/n, "ms/one")
	b.ReportMetric(float64(fews.Milliseconds())/n, "ms/500")
	b.ReportMetric(float64(manys.Milliseconds())/n, "ms/2000")
	b.ReportMetric(float64(manys-ones)/float64(fews-ones)/4, "x-per-edit")
}
