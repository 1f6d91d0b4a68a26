package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// paperDeck is a deck of which every question and option is a word of its own:
// q1, and o1a to o1e.
func paperDeck() string {
	var b strings.Builder
	b.WriteString("title = \"Paper\"\nid = \"paper\"\n[group.g]\nshuffle = true\n")
	options := func(n int) string {
		return fmt.Sprintf(`"o%[1]da", "o%[1]db", "o%[1]dc", "o%[1]dd", "o%[1]de"`, n)
	}
	for n := 1; n <= 24; n++ {
		fmt.Fprintf(&b, "[[question]]\nid = \"x%[1]d\"\nask = \"q%[1]d\"\n", n)
		switch n % 6 {
		case 0:
			b.WriteString("answer = \"short\"\n")
		case 1:
			fmt.Fprintf(&b, "choices = [%s]\nanswer = \"o%db\"\n", options(n), n)
		case 2:
			fmt.Fprintf(&b, "choices = [%s]\nanswer = [\"o%da\", \"o%dd\"]\nfixed = [\"o%dc\"]\n", options(n), n, n, n)
		case 3:
			fmt.Fprintf(&b, "order = [%s]\n", options(n))
		case 4:
			fmt.Fprintf(&b, "pairs = [[\"left\", \"o%[1]da\"], [\"right\", \"o%[1]db\"], [\"middle\", \"o%[1]dc\"]]\nchoices = [%[2]s]\n", n, options(n))
		case 5:
			fmt.Fprintf(&b, "choices = [%s]\nanswer = \"o%da\"\ngroup = \"g\"\n", options(n), n)
		}
		if n%2 == 0 {
			b.WriteString("tags = [\"even\"]\n")
		}
	}
	return b.String()
}

// The same seed, count and tags give the same questions with the same options
// in the same order on paper and on the screen.
func TestQuizIsThePaper(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext, which reads the paper")
	}
	home := t.TempDir()
	write(t, filepath.Join(home, "paper.toml"), paperDeck())
	word := regexp.MustCompile(`\b[qo]\d+[a-e]?\b`)
	for _, row := range []struct {
		name    string
		print   []string // flags of print alone
		letters []string // of the versions that it prints
		flags   []string
	}{
		{"all", nil, []string{""}, []string{"--seed", "1"}},
		{"some", nil, []string{""}, []string{"--seed", "2", "--count", "9"}},
		{"a large seed", nil, []string{""}, []string{"--seed", "18446744073709551615", "--count", "5", "--tag", "even"}},
		{"a tag", nil, []string{""}, []string{"--seed", "20780", "--tag", "even"}},
		{"a query", nil, []string{""}, []string{"--seed", "7", "--where", "kind:choice", "--count", "4"}},
		{"versions", []string{"--versions", "3"}, []string{"A", "b", "C"}, []string{"--seed", "3", "--count", "12"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			flags := append([]string{"paper.toml"}, row.flags...)
			output(t, home, append(append([]string{"print", "-o", "paper.pdf", "--key", "none"}, row.print...), flags...)...)
			text, err := exec.Command("pdftotext", "-layout", filepath.Join(home, "paper.pdf"), "-").Output()
			if err != nil {
				t.Fatal(err)
			}
			paper := word.FindAllString(string(text), -1)
			var quiz []string
			for _, letter := range row.letters {
				args := append([]string{"quiz", "--plain"}, flags...)
				if letter != "" {
					args = append(args, "--letter", letter)
				}
				cmd := program(t, home, args...)
				cmd.Stdin = strings.NewReader(strings.Repeat("\n", 30))
				out, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				asked, _, _ := strings.Cut(string(out), "\nEvery question was asked")
				quiz = append(quiz, word.FindAllString(asked, -1)...)
			}
			if !slices.Equal(quiz, paper) || len(quiz) < 8 {
				t.Errorf("the test asks\n%v\nand the paper\n%v", quiz, paper)
			}
		})
	}
}
