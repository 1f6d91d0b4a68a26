package ground

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"recto/decks"
)

// longArticle returns an article of many paragraphs from a vocabulary whose
// words are as unevenly common as those of a language, and a deck about it: a
// question in three points to the wrong paragraph, one in ten asks what is
// not there.
func longArticle(tb testing.TB, paragraphs, questions int) (*Article, *decks.Deck) {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 3, 19999)
	words := make([]string, 20000)
	for i := range words {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteByte("bcdfglmnprstv"[r.IntN(13)])
			b.WriteByte("aeiou"[r.IntN(5)])
		}
		words[i] = b.String()
	}
	var text strings.Builder
	var all [][]string
	for p := range paragraphs {
		if p%20 == 0 {
			fmt.Fprintf(&text, "## Section %c%c\n\n", 'A'+p/20%26, 'a'+p/520)
		}
		var one []string
		for w := range 100 {
			word := words[zipf.Uint64()]
			switch {
			case w%17 == 5:
				word = fmt.Sprint(r.IntN(100000))
			case w%10 == 9:
				word += "."
			}
			one = append(one, word)
		}
		all = append(all, one)
		text.WriteString(strings.Join(one, " ") + ".\n\n")
	}
	article, err := Read("long.md", []byte(text.String()))
	if err != nil {
		tb.Fatal(err)
	}
	var deck strings.Builder
	deck.WriteString("title = \"Long\"\n")
	for q := range questions {
		p := r.IntN(paragraphs)
		at := r.IntN(90)
		answer := strings.Trim(strings.Join(all[p][at:at+2], " "), ".")
		if q%10 == 0 {
			answer = fmt.Sprintf("missing%d", q)
		}
		named := p
		if q%3 == 0 {
			named = r.IntN(paragraphs)
		}
		fmt.Fprintf(&deck, "[[question]]\nid = \"q%d\"\nask = \"What is %s number %d?\"\nanswer = %q\nfrom = { section = \"Section %c%c\", paragraph = %d }\n",
			q, strings.Join(all[p][at+3:at+9], " "), q, answer, 'A'+named/20%26, 'a'+named/520, named%20+1)
	}
	d, err := decks.Parse("long.toml", []byte(deck.String()), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return article, d
}

// BenchmarkCheck looks 10,000 questions up in an article of 2,000 paragraphs
// and 200,000 words, the length of two novels.
func BenchmarkCheck(b *testing.B) {
	article, deck := longArticle(b, 2000, 10000)
	b.ResetTimer()
	for b.Loop() {
		report := Check(article, "long.md", []*decks.Deck{deck})
		b.ReportMetric(float64(report.Count(Grounded)), "grounded")
		b.ReportMetric(float64(report.Count(Elsewhere)), "elsewhere")
		b.ReportMetric(float64(report.Count(NotFound)), "not-found")
	}
}

// BenchmarkRead reads the same article.
func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"long.txt", "long.md", "long.html"} {
		src := []byte(strings.Repeat("<p>Some words of a text, with 12,000 numbers in it for a reader to count.</p>\n\n", 20000))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, err := Read(name, src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
