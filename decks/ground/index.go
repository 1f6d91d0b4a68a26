package ground

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Ref names a paragraph of an article.
type Ref struct {
	Section   int // index in Article.Sections
	Paragraph int // index in Section.Paragraphs
}

// passage is a paragraph, read.
type passage struct {
	ref    Ref
	tokens []token
	dates  []day
}

// index is an article read once, so that many questions can be looked up.
type index struct {
	article  *Article
	language *language
	passages []passage
	postings map[string][]int32 // from what a word is looked up by to its passages, ascending
	headings map[string][]int32 // from a folded heading to its passages
	lower    map[string]bool    // stems of words that stand without a capital somewhere
	inside   map[string]bool    // stems of words that stand with a capital inside a sentence
}

// newIndex reads the paragraphs of an article in a language.
func newIndex(a *Article, l *language) *index {
	x := &index{article: a, language: l, postings: map[string][]int32{}, headings: map[string][]int32{}, lower: map[string]bool{}, inside: map[string]bool{}}
	for s, section := range a.Sections {
		heading := fold(section.Heading)
		if _, known := x.headings[heading]; !known {
			x.headings[heading] = nil // a section may be empty
		}
		for p, paragraph := range section.Paragraphs {
			tokens := tokenize(paragraph.Text, l)
			x.passages = append(x.passages, passage{Ref{s, p}, tokens, l.datesOf(tokens)})
			n := int32(len(x.passages) - 1)
			x.headings[heading] = append(x.headings[heading], n)
			x.post(n, tokens)
		}
	}
	return x
}

// post enters the words of a passage.
func (x *index) post(n int32, tokens []token) {
	enter := func(key string) {
		list := x.postings[key]
		if len(list) == 0 || list[len(list)-1] != n {
			x.postings[key] = append(list, n)
		}
	}
	for i := range tokens {
		t := &tokens[i]
		eachKey(t, enter)
		if isHangul(t.text) { // particles stand behind a word
			for at := range t.text[:min(len(t.text), longestStem)] {
				if at > 3 {
					enter(t.text[:at])
				}
			}
		}
		if t.glued && i > 0 {
			enter(tokens[i-1].text + t.text)
		}
		switch {
		case !t.capital:
			x.lower[t.stem] = true
		case !t.opens:
			x.inside[t.stem] = true
		}
	}
}

// longestStem bounds what a Korean word is looked up by, in bytes: 20
// syllables. Of longer ones only the whole is, as text without a space is
// no word.
const longestStem = 60

// eachKey calls visit with everything that a token is looked up by.
func eachKey(t *token, visit func(string)) {
	visit(t.stem)
	if t.text != t.stem {
		visit(t.text)
	}
	if t.root != "" {
		visit("\x00root" + t.root)
	}
	for _, v := range t.values {
		visit(valueKey(v))
	}
	if t.decade != 0 {
		visit("\x00decade" + strconv.Itoa(t.decade%100))
	}
}

// valueKey returns what a number is looked up by: values that sameNumber calls
// the same have the same key, but for such on the edge of a rounding.
func valueKey(v float64) string { return "\x00" + strconv.FormatFloat(v, 'e', 7, 64) }

func isHangul(word string) bool {
	if word == "" || word[0] < 0xe1 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Hangul, r)
}

// has reports whether a passage holds a word or its value.
func (x *index) has(n int32, t *token) bool {
	found := false
	eachKey(t, func(key string) {
		if !found && x.in(key, n) {
			found = t.decade == 0 && len(t.values) == 0 || x.really(n, t)
		}
	})
	return found
}

// really looks at the passage itself, for words of which a key says too little.
func (x *index) really(n int32, t *token) bool {
	return slices.ContainsFunc(x.passages[n].tokens, func(other token) bool { return sameToken(&other, t) })
}

func (x *index) in(key string, n int32) bool {
	_, ok := slices.BinarySearch(x.postings[key], n)
	return ok
}

// anywhere reports whether the article holds a word.
func (x *index) anywhere(t *token) bool {
	found := false
	eachKey(t, func(key string) { found = found || len(x.postings[key]) > 0 })
	return found
}

// isName reports whether a word of the article is part of a proper name: it
// has a capital inside a sentence, or opens one and never goes without.
func (x *index) isName(t *token) bool {
	if !t.capital || x.language.name == "de" && !x.inside[t.stem] {
		return false
	}
	if x.language.common[t.text] {
		return !t.opens
	}
	return !t.opens || x.inside[t.stem] && !x.lower[t.stem]
}

// sameToken reports whether a word of the article is a word that is looked for.
func sameToken(have, want *token) bool {
	switch {
	case sameDecade(have, want):
		return true
	case have.values != nil && want.values != nil && shareValue(have, want):
		return have.ordinal == want.ordinal || have.values[0] >= 3 && (have.figures || want.figures)
	case have.root != "" && have.root == want.root:
		return true
	case have.stem != want.stem && have.text != want.text:
		return isHangul(want.text) && len(want.text) > 3 && len(have.text) > len(want.text) && have.text[:len(want.text)] == want.text
	}
	return true
}

// run returns the index behind the words that are looked for, when they stand
// in a row in tokens from i on, -1 when they do not. Words may be joined on
// one side and parted on the other.
func run(tokens []token, i int, want []token, same func(have, want *token) bool) int {
	for w := 0; w < len(want); {
		switch {
		case i >= len(tokens):
			return -1
		case same(&tokens[i], &want[w]):
			i, w = i+1, w+1
		case i+1 < len(tokens) && joined(tokens[i].text, tokens[i+1].text, want[w].text):
			i, w = i+2, w+1
		case w+1 < len(want) && joined(want[w].text, want[w+1].text, tokens[i].text):
			i, w = i+1, w+2
		default:
			return -1
		}
	}
	return i
}

// joined reports whether two words make up a third.
func joined(a, b, whole string) bool {
	return len(a)+len(b) == len(whole) && whole[:len(a)] == a && whole[len(a):] == b
}

// hasRun reports whether words stand in a row in a passage.
func (p *passage) hasRun(want []token, same func(have, want *token) bool) bool {
	for i := range p.tokens {
		if run(p.tokens, i, want, same) >= 0 {
			return true
		}
	}
	return false
}
