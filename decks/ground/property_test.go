package ground

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// inWords writes a number from 1 to 999,999,999 in English words.
func inWords(n int, and bool) string {
	small := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	join := func(n, by int, word string) string {
		s := inWords(n/by, and) + " " + word
		switch rest := n % by; {
		case rest == 0:
			return s
		case and && rest < 100:
			return s + " and " + inWords(rest, and)
		default:
			return s + " " + inWords(rest, and)
		}
	}
	switch {
	case n >= 1_000_000:
		return join(n, 1_000_000, "million")
	case n >= 1000:
		return join(n, 1000, "thousand")
	case n >= 100:
		return join(n, 100, "hundred")
	case n >= 20 && n%10 == 0:
		return tens[n/10]
	case n >= 20:
		return tens[n/10] + "-" + small[n%10]
	}
	return small[n]
}

// TestNumbersInWords reads every number as its words and as its figures.
func TestNumbersInWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(1, 2000), rapid.IntRange(1, 999_999_999)).Draw(t, "n")
		plain := fmt.Sprint(n)
		grouped := plain
		for i := len(plain) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + "," + grouped[i:]
		}
		want := tokenize(plain, english)
		for _, form := range []string{inWords(n, true), inWords(n, false), grouped, strings.ReplaceAll(grouped, ",", "\u202f")} {
			got := tokenize("so "+form+" of them", english)
			if len(got) != 4 || !shareValue(&got[1], &want[0]) {
				t.Fatalf("%d as %q: %+v", n, form, got)
			}
		}
	})
}

// TestGermanNumbersInOneWord reads what German writes in one word.
func TestGermanNumbersInOneWord(t *testing.T) {
	units := strings.Fields("- ein zwei drei vier fünf sechs sieben acht neun")
	tens := strings.Fields("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
	rapid.Check(t, func(t *rapid.T) {
		h, d, u := rapid.IntRange(1, 9).Draw(t, "hundreds"), rapid.IntRange(2, 9).Draw(t, "tens"), rapid.IntRange(1, 9).Draw(t, "units")
		word := units[h] + "hundert" + units[u] + "und" + tens[d]
		got := tokenize(word, german)
		if len(got) != 1 || len(got[0].values) != 1 || got[0].values[0] != float64(100*h+10*d+u) {
			t.Fatalf("%s: %+v", word, got)
		}
	})
}

// TestQuotedWordsAreFound quotes any run of words of an article, in other
// case and with other signs between, and finds it where it stands.
func TestQuotedWordsAreFound(t *testing.T) {
	a := read(t, "a.txt", lighthousePlain)
	x := newIndex(a, english)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, len(x.passages)-1).Draw(t, "passage")
		p := &x.passages[n]
		from := rapid.IntRange(0, len(p.tokens)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(p.tokens)-1).Draw(t, "to")
		text := a.Sections[p.ref.Section].Paragraphs[p.ref.Paragraph].Text
		quote := strings.ToUpper(strings.ReplaceAll(text[p.tokens[from].start:p.tokens[to].end], " ", "  "))
		found, _ := x.quoted(quote)
		for _, at := range found {
			if at == int32(n) {
				return
			}
		}
		t.Fatalf("%q was found in %v, not in %d", quote, found, n)
	})
}

// A text without a space in a script of syllables takes no more room than its
// length.
func TestLongWord(t *testing.T) {
	a, err := Read("a.txt", []byte(strings.Repeat("가", 100_000)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(newIndex(a, languageOf("ko")).postings); n > 30 {
		t.Errorf("one word is looked up by %d keys", n)
	}
}
