package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// stemEnd is what the last word of a question says of the options that go on
// with it, and how such an option begins or ends that cannot.
type stemEnd struct {
	language, ends string
	unfit          func(option string) bool
	means          string
}

func vowel(option string) bool {
	r, _ := utf8.DecodeRuneInString(option)
	return strings.ContainsRune("aeiouáàâéèêëíîóôúûœæ", unicode.ToLower(r))
}

// letter reports whether an option begins with a small or capital letter whose
// sound its spelling tells: "hour", "unit" and "one" do not.
func sounds(option string) bool {
	word, _, _ := strings.Cut(strings.ToLower(option), " ")
	if utf8.RuneCountInString(word) < 2 || strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) >= 0 || word == strings.ToUpper(word) {
		return false
	}
	for _, silent := range []string{"h", "u", "eu", "ew", "one", "once"} {
		if strings.HasPrefix(word, silent) {
			return false
		}
	}
	return true
}

func begins(option string, with ...string) bool {
	return slices.ContainsFunc(with, func(w string) bool { return strings.HasPrefix(strings.ToLower(option), w+" ") })
}

// plural reports whether an English option is most likely several things.
func plural(option string) bool {
	option = strings.ToLower(option)
	return !strings.Contains(option, " ") && len(option) > 3 && strings.HasSuffix(option, "s") &&
		!strings.HasSuffix(option, "ss") && !strings.HasSuffix(option, "us") && !strings.HasSuffix(option, "is") && !strings.HasSuffix(option, "series") && !strings.HasSuffix(option, "species")
}

var stemEnds = []stemEnd{
	{"en", "a", func(o string) bool { return vowel(o) && sounds(o) || begins(o, "a", "an", "the") || plural(o) }, "a"},
	{"en", "an", func(o string) bool { return !vowel(o) && sounds(o) || begins(o, "a", "an", "the") || plural(o) }, "an"},
	{"en", "are", func(o string) bool { return begins(o, "a", "an") }, "are"},
	{"en", "were", func(o string) bool { return begins(o, "a", "an") }, "were"},
	{"de", "sind", func(o string) bool { return begins(o, "ein", "eine") }, "sind"},
	{"de", "waren", func(o string) bool { return begins(o, "ein", "eine") }, "waren"},
	{"fr", "le", vowel, "le"}, {"fr", "la", vowel, "la"},
	{"fr", "sont", func(o string) bool { return begins(o, "un", "une") }, "sont"},
	{"es", "son", func(o string) bool { return begins(o, "un", "una") }, "son"},
	{"pt", "são", func(o string) bool { return begins(o, "um", "uma") }, "são"},
}

// choiceGrammar tells of options that their grammar rules out.
func choiceGrammar(c *checker, q *decks.Question) {
	if !picks(q) {
		return
	}
	last := lastWord(q.Ask)
	for _, end := range stemEnds {
		if end.language != language(q) || end.ends != last {
			continue
		}
		for i, o := range q.Choices {
			if text := plain(o.Text); end.unfit(text) {
				c.found(q, optionPlace(q, i), "the option "+quoted(text)+" does not go on from "+quoted(end.means), `let each option bring its own article: "a bee", "an ant"`)
			}
		}
	}
	c.oddOption(q)
	c.oddNumber(q)
}

// oddNumber tells of an English question for several things, or for one, that
// only the right option can answer by its number.
func (c *checker) oddNumber(q *decks.Question) {
	ask := c.text(q).ask
	if language(q) != "en" || answerLanguage(q) != "en" || q.Kind != decks.Choice || len(q.Choices) < 3 || len(ask) < 2 || ask[0].text != "which" && ask[0].text != "what" {
		return
	}
	several := plural(ask[1].text) || ask[1].text == "are" || ask[1].text == "were"
	for _, o := range q.Choices {
		if strings.Contains(o.Text, " ") || o.Type != decks.TextValue || plural(o.Text) == isRight(q, o) != several {
			return
		}
	}
	if i := slices.IndexFunc(q.Choices, func(o decks.Value) bool { return isRight(q, o) }); i >= 0 && several {
		c.found(q, optionPlace(q, i), "the question asks for several things, and only "+quoted(q.Choices[i].Text)+" is that", "build all options alike")
	}
}

// lastWord returns the last word of a text in lower case, whatever blank or
// colon stands behind it.
func lastWord(s string) string {
	s = strings.TrimRight(strings.ToLower(s), " .…:_?-–—\n")
	return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
}

// looks are the ways in which options may be alike, in a few words, by
// language; "" is any.
var looks = []struct {
	language, says string
	has            func(option string) bool
}{
	{"en", `begins with "to"`, func(o string) bool { return begins(o, "to") }},
	{"en", "begins with a verb in -ing", func(o string) bool {
		word, _, _ := strings.Cut(o, " ")
		return len(word) > 5 && strings.HasSuffix(word, "ing") && unicode.IsLower(rune(word[0]))
	}},
	{"", "ends with a full stop", func(o string) bool {
		last := o[strings.LastIndexByte(o, ' ')+1:]
		return strings.HasSuffix(o, ".") && strings.Contains(o, " ") && strings.Count(last, ".") == 1 && len(last) > 4
	}},
}

// oddOption tells of the one option that is built differently from all others.
func (c *checker) oddOption(q *decks.Question) {
	free := make([]int, 0, len(q.Choices)) // those that are not kept last, as "none of these"
	for i, o := range q.Choices {
		folded := foldForm(o.Text, nil)
		names := oneOf(allOptions[answerLanguage(q)], folded) || oneOf(noOption[answerLanguage(q)], folded)
		if !names && !slices.ContainsFunc(q.Last, func(v decks.Value) bool { return sameValue(v, o) }) {
			free = append(free, i)
		}
	}
	if len(free) < 3 {
		return
	}
	for _, look := range looks {
		if look.language != "" && look.language != answerLanguage(q) {
			continue
		}
		odd, alike, only := -1, 0, -1
		for _, i := range free {
			if look.has(plain(q.Choices[i].Text)) {
				alike++
				only = i
			} else {
				odd = i
			}
		}
		if alike == 1 && !strings.Contains(look.says, "-ing") {
			c.found(q, optionPlace(q, only), "only "+quoted(q.Choices[only].Text)+" of all options "+look.says, "build all options alike")
			return
		}
		if alike >= 2 && alike == len(free)-1 && strings.Contains(plain(q.Choices[odd].Text), " ") {
			c.found(q, optionPlace(q, odd), "every option but "+quoted(q.Choices[odd].Text)+" "+look.says, "build all options alike")
			return
		}
	}
}
