package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"recto/decks"
	"recto/decks/lint"
)

// templates are questions as decks have them by the thousand: one frame, many
// subjects, few answers.
var templates = []string{
	"ask = \"What is the capital of %[1]s?\"\nanswer = \"%[2]s\"",
	"ask = \"How many people live in the old town of %[1]s, by the census of %[3]d?\"\nanswer = %[3]d",
	"ask = \"Which gender has the German noun %[1]s?\"\nanswer = \"%[4]s\"",
	"ask = \"In which year did the city council of %[1]s build its second bridge?\"\nanswer = %[3]d",
	"ask = \"What does %[1]s mean?\"\nanswer = \"%[2]s\"",
	"ask = \"Which of these towns lies on the river %[1]s?\"\nchoices = [\"%[2]s\", \"%[4]s-upon-river\", \"Old %[1]sville\"]\nanswer = \"%[2]s\"",
	"cloze = \"The treaty of %[1]s was signed by the duke of {{c1::%[2]s}} in {{c2::%[3]d}}.\"",
	"ask = \"The river %[1]s flows through %[2]s.\"\nanswer = true",
	"ask = \"Name the animal which lives mostly in the green hills around %[1]s.\"\nanswer = \"%[5]s\"",
	"ask = \"Why was the bridge of %[1]s closed for several years?\"\nanswer = \"because of the %[5]s\"",
}

// syllables names a number, so that names are told apart by letters alone.
func syllables(n int) string {
	parts := strings.Fields("ba ko mi ru te la so vi ne du po ra zu fe gi hol mar ken tis wen")
	name := ""
	for {
		name += parts[n%len(parts)]
		if n /= len(parts); n == 0 {
			return strings.ToUpper(name[:1]) + name[1:]
		}
	}
}

// bigDeck returns a deck of n questions from templates; one of a hundred asks
// again what an earlier one asked.
func bigDeck(n int) []byte {
	var b strings.Builder
	b.WriteString("title = \"A big deck\"\n")
	genders, animals := strings.Fields("masculine feminine neuter"), strings.Fields("fox hare owl newt deer")
	for i := range n {
		subject := i
		if i%101 == 100 {
			subject = i - 5*len(templates)
		}
		fmt.Fprintf(&b, "\n[[question]]\nid = \"q%d\"\n", i)
		fmt.Fprintf(&b, templates[i%len(templates)]+"\n", syllables(subject*7919%1_000_003), syllables(subject), 1000+subject%900,
			genders[subject%3], animals[subject%5])
	}
	return []byte(b.String())
}

// benchmarkCheck checks a deck of n questions. It reports how long that takes
// beside a bare decode of its TOML, and how many seconds the search for twins
// is of it: the best of each, as a busy machine only ever adds.
func benchmarkCheck(b *testing.B, n int) {
	src := bigDeck(n)
	full := parse(b, string(src))
	without := parse(b, string(src)+"\n[defaults]\nallow = [\"same-question\", \"near-question\", \"same-answer\", \"mirror-question\"]\n")
	bare, check, rest := time.Hour, time.Hour, time.Hour
	for b.Loop() {
		var m map[string]any
		bare = min(bare, took(func() { _, _ = toml.Decode(string(src), &m) }))
		rest = min(rest, took(func() { lint.Check(without, lint.Options{}) }))
		check = min(check, took(func() {
			if len(lint.Check(full, lint.Options{})) == 0 {
				b.Fatal("the doubles are not found")
			}
		}))
	}
	b.ReportMetric(float64(rest)/float64(bare), "rest/decode")
	b.ReportMetric((check - rest).Seconds(), "s/search")
}

func parse(t testing.TB, src string) []*decks.Deck {
	d, err := decks.Parse("big.toml", []byte(src), nil)
	if err != nil {
		t.Fatal(err)
	}
	return []*decks.Deck{d}
}

func took(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func BenchmarkCheck10k(b *testing.B)  { benchmarkCheck(b, 10_000) }
func BenchmarkCheck100k(b *testing.B) { benchmarkCheck(b, 100_000) }

// BenchmarkLongOptions checks a choice of 26 options and a match of 26 pairs of
// 500 and 5,000 words each. The time for each word must not grow with them.
func BenchmarkLongOptions(b *testing.B) {
	for _, n := range []int{500, 5_000} {
		var options, pairs []string
		for i := range 26 {
			long := strings.TrimSpace(strings.Repeat(fmt.Sprintf("word%d ", i), n))
			options = append(options, `"`+long+`"`)
			pairs = append(pairs, `["`+long+` left", "`+long+`"]`)
		}
		src := "title = \"T\"\n[[question]]\nask = \"Which?\"\nchoices = [" + strings.Join(options, ",") + "]\nanswer = " + options[3] +
			"\n[[question]]\nask = \"Match\"\npairs = [" + strings.Join(pairs, ",") + "]\n"
		d, err := decks.Parse("t.toml", []byte(src), nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				lint.Check([]*decks.Deck{d}, lint.Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*78), "ns/word")
		})
	}
}
