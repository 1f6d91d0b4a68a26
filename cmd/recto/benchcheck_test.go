package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// soundDeck returns a deck of n questions as people write them, in which no lint
// but the search for twins finds anything; that is switched off.
func soundDeck(n int) string {
	var b strings.Builder
	b.WriteString("title = \"Sound\"\n\n[defaults]\nallow = [\"same-question\", \"near-question\", \"same-answer\", \"mirror-question\", \"confusable-answer\"]\n")
	kinds := []string{
		"ask     = \"How many people lived at place number %[1]d on the long list of the year?\"\nanswer  = 1%[1]d\nunit    = \"people\"\n",
		"ask     = \"Which of these stands on page %[1]d of the guide to the old town?\"\nchoices = [\"the church\", \"the town hall\", \"the market\"]\nanswer  = \"the market\"\n",
		"ask     = \"What does the guide praise most about house %[1]d in the street by the river?\"\nanswer  = \"its doors of oak\"\naccept  = [\"doors\", \"oak doors\"]\nhint    = \"One goes through them.\"\n",
		"cloze   = \"House number %[1]d was built of {{c1::brick}} in the years of {{c2::the great fire}}.\"\nexplain = \"It stands there.\"\n",
	}
	for i := range n {
		fmt.Fprintf(&b, "\n[[question]]\nid      = \"question-%d\"\ntags    = [\"houses\", \"guide\"]\n", i)
		fmt.Fprintf(&b, kinds[i%len(kinds)], i)
	}
	return b.String()
}

// BenchmarkCheck10k is recto check on a deck of 10,000 questions without the
// search for twins. The metric "x-decode" is its time as a multiple of a bare
// toml.Decode of the same file into a map, the best of each, measured in turn.
func BenchmarkCheck10k(b *testing.B) {
	home := b.TempDir()
	b.Setenv("RECTO_HOME", filepath.Join(home, "recto"))
	path := filepath.Join(home, "large.toml")
	text := soundDeck(10_000)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
	var talk strings.Builder
	if run(context.Background(), []string{"recto", "check", path}, strings.NewReader(""), &talk, io.Discard); talk.Len() > 0 {
		b.Fatalf("the deck is weak: %.500s", talk.String())
	}
	check, decode := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		if code := run(context.Background(), []string{"recto", "check", path}, strings.NewReader(""), io.Discard, io.Discard); code != 0 {
			b.Fatalf("check ended with %d", code)
		}
		check = min(check, time.Since(start))
		start = time.Now()
		var m map[string]any
		if _, err := toml.Decode(text, &m); err != nil {
			b.Fatal(err)
		}
		decode = min(decode, time.Since(start))
	}
	b.ReportMetric(float64(check)/float64(decode), "x-decode")
	b.ReportMetric(float64(check.Microseconds())/1000, "ms/check")
}
