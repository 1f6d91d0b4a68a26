package decks

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// bigDeck returns a deck of n questions of all kinds, as authors write them.
func bigDeck(n int) []byte {
	var b strings.Builder
	b.WriteString("title = \"A big deck\"\nlanguage = \"en\"\n\n[defaults]\npoints = 1\n\n[group.first]\ntitle = \"First\"\n")
	kinds := []string{
		"ask = \"What is the capital of country %d?\"\nanswer = \"City %d\"\nhint = \"It begins with C\"\ntags = [\"geography\", \"capitals\"]\n",
		"ask = \"How many people live in city %d?\"\nanswer = %d\nunit = \"people\"\ntolerance = \"5%%\"\n",
		"ask = \"Which of these is number %d?\"\nchoices = [\"one\", \"two\", \"three %d\", \"four\"]\nanswer = \"two\"\nexplain = \"Because two is *not* one.\"\n",
		"cloze = \"The treaty %d was {{c1::signed}} in {{c2::June %d}}.\"\ngroup = \"first\"\n",
		"ask = \"\"\"\nName the parts of machine %d.\nAll of them.\"\"\"\nlist = [\"a wheel\", \"an axle\", \"a frame %d\"]\nfrom = { section = \"Machines\", paragraph = 3 }\n",
	}
	for i := 0; i < n; i++ {
		b.WriteString("\n[[question]]\n")
		fmt.Fprintf(&b, kinds[i%len(kinds)], i, i)
	}
	return []byte(b.String())
}

// BenchmarkParse10k reads a deck of 10,000 questions and reports how many
// times the time of a bare decode into a map that takes: the best of each, as
// a busy machine only ever adds.
func BenchmarkParse10k(b *testing.B) {
	src := bigDeck(10_000)
	b.SetBytes(int64(len(src)))
	bare, parse := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		var m map[string]any
		if _, err := toml.Decode(string(src), &m); err != nil {
			b.Fatal(err)
		}
		bare = min(bare, time.Since(start))
		start = time.Now()
		if _, err := Parse("big.toml", src, nil); err != nil {
			b.Fatal(err)
		}
		parse = min(parse, time.Since(start))
	}
	b.ReportMetric(float64(parse)/float64(bare), "parse/decode")
}

// BenchmarkFaults10k reads the same deck with a fault at its end.
func BenchmarkFaults10k(b *testing.B) {
	src := append(bigDeck(10_000), "colour = 1\n"...)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Parse("big.toml", src, nil); err == nil {
			b.Fatal("no fault")
		}
	}
}

// BenchmarkPlacesOnOneLine looks up a key of each of 2,000 and 20,000 questions
// that stand on a single line. The time for each must not grow with the line.
func BenchmarkPlacesOnOneLine(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		var src strings.Builder
		src.WriteString("title = \"T\"\nquestion = [")
		for i := range n {
			fmt.Fprintf(&src, `{ ask = "wie groß?", answer = "so groß", id = "%d" },`, i)
		}
		src.WriteString("]\n")
		d, err := Parse("t.toml", []byte(src.String()), nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				for i := range d.Questions {
					if p := d.Questions[(i*7919)%n].Place("answer"); p.Pos.Line != 2 {
						b.Fatal(p.Pos)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/place")
		})
	}
}

// BenchmarkParseOneLine reads 2,000 and 20,000 questions that stand on a single
// line. The time for each must not grow with the line.
func BenchmarkParseOneLine(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		var src strings.Builder
		src.WriteString("title = \"T\"\nquestion = [")
		for i := range n {
			fmt.Fprintf(&src, `{ ask = "wie groß?", answer = "so groß", id = "%d" },`, i)
		}
		src.WriteString("]\n")
		text := []byte(src.String())
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Parse("t.toml", text, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/question")
		})
	}
}
