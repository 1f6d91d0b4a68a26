package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/markup"
)

// text is what a question says, in words; each is worked out once.
type text struct {
	ask     []word   // of the question; of a cloze its instruction and what stands around the gaps
	answer  []word   // of all that is wanted
	answers [][]word // the same, of each answer or gap
}

// word is one word of a text: as it stands in lower case, and its root, which
// words of one family share.
type word struct {
	text, root string
}

// same reports whether two words are one, or of one family: a root of three
// letters is too short to tell.
func (w word) same(o word) bool {
	return w.text == o.text || w.root == o.root && len(w.root) > 3
}

// text returns the words of a question. Those of its answers are in their own
// language.
func (c *checker) text(q *decks.Question) *text {
	t := c.texts[q]
	if t != nil {
		return t
	}
	t = &text{}
	if q.Kind == decks.Cloze {
		t.ask = c.words(aroundGaps(q), language(q))
	} else {
		t.ask = c.words(q.Ask, language(q))
	}
	size := 0
	for _, a := range q.Answers {
		size += len(a.Text) + len("30. September ")
	}
	for _, g := range q.Gaps {
		size += len(g.Text)
	}
	c.room(size)
	start := len(c.pool)
	ends := make([]int, 0, len(q.Answers)+len(q.Gaps))
	for _, a := range q.Answers {
		c.take(shown(a.Value, q), answerLanguage(q))
		ends = append(ends, len(c.pool))
	}
	for _, g := range q.Gaps {
		c.take(g.Text, answerLanguage(q))
		ends = append(ends, len(c.pool))
	}
	t.answer = c.pool[start:len(c.pool):len(c.pool)]
	t.answers = make([][]word, len(ends))
	for i, end := range ends {
		t.answers[i] = c.pool[start:end:end]
		start = end
	}
	c.texts[q] = t
	return t
}

// shown returns a value as the words of a question would name it: a day in the
// long form of the language.
func shown(v decks.Value, q *decks.Question) string {
	if v.Type == decks.DayValue {
		return v.Show(q.Deck.AnswerLanguage)
	}
	return v.Text
}

// aroundGaps returns the instruction of a cloze and its text without the gaps.
func aroundGaps(q *decks.Question) string {
	var b strings.Builder
	b.WriteString(q.Ask + "\n")
	at := 0
	for _, g := range q.Gaps {
		b.WriteString(q.Text[at:g.Start] + " _ ")
		at = g.End
	}
	b.WriteString(q.Text[at:])
	return b.String()
}

// language returns the language that a question is asked in, without region.
func language(q *decks.Question) string { return primary(q.Deck.Language) }

// answerLanguage returns the language of its answers, without region.
func answerLanguage(q *decks.Question) string { return primary(q.Deck.AnswerLanguage) }

func primary(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}

// plain returns markup as a reader sees it.
func plain(s string) string {
	if strings.ContainsAny(s, "*[`$\\\n") {
		s = markup.Plain(markup.Parse(s))
	}
	return s
}

// words returns the words of a text of markup: runs of letters, marks and
// digits in lower case.
func (c *checker) words(s, language string) []word {
	c.room(len(s))
	start := len(c.pool)
	c.take(s, language)
	return c.pool[start:len(c.pool):len(c.pool)]
}

// pieceSize is how many words are kept in one piece of memory at least.
const pieceSize = 8192

// room makes room for the words of a text of so many bytes, so that the pool
// need not move.
func (c *checker) room(size int) {
	if need := size/2 + 1; cap(c.pool)-len(c.pool) < need {
		c.pool = make([]word, 0, max(pieceSize, need))
	}
}

// take appends the words of a text to the pool.
func (c *checker) take(s, language string) {
	s = norm.NFC.String(strings.ToLower(plain(s)))
	start := -1
	for i := 0; i <= len(s); {
		inside, size := false, 1
		switch {
		case i == len(s):
		case s[i] < utf8.RuneSelf:
			inside = s[i] >= 'a' && s[i] <= 'z' || s[i] >= '0' && s[i] <= '9'
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			inside = unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		}
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			if language != "en" || !clipped(s, start, i) {
				c.pool = append(c.pool, word{s[start:i], root(s[start:i], language)})
			}
			start = -1
		}
		i += size
	}
}

// clipped reports whether a word is what an apostrophe leaves of another one,
// as in "Korea's" and "isn't".
func clipped(s string, start, end int) bool {
	if !strings.HasSuffix(s[:start], "'") && !strings.HasSuffix(s[:start], "’") || start < 2 {
		return false
	}
	switch s[start:end] {
	case "s", "t", "d", "ll", "re", "ve":
		return true
	}
	return false
}

// content returns the words that say something: without articles and other
// small words of the language, but always with the last one, as that of
// "vitamin A".
func (t *lexicon) content(words []word) []word {
	kept := words[:0:0]
	for i, w := range words {
		if !t.small[w.text] || i == len(words)-1 && len(words) > 1 {
			kept = append(kept, w)
		}
	}
	return kept
}

// has reports whether one of the words is w or of its family.
func has(words []word, w word) bool {
	for i := range words {
		if words[i].same(w) {
			return true
		}
	}
	return false
}

// quoted returns a text of a deck for a message: one line, short, in quotes.
func quoted(s string) string {
	const most = 40
	s = markup.OneLine(s)
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return `"` + s + `"`
}
