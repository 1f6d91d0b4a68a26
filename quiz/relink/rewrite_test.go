package relink_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// How the texts of questions are changed; "" where a text is not one to be
// changed like that.

var wordRE = regexp.MustCompile(`\p{L}{3,}`)

// somewhere replaces one of the matches of a pattern that are no part of a gap.
func somewhere(rng *rand.Rand, re *regexp.Regexp, text string, with func(string) string) string {
	found := re.FindAllStringIndex(text, -1)
	found = slices.DeleteFunc(found, func(m []int) bool { return inGap(text, m[0]) })
	if len(found) == 0 {
		return ""
	}
	m := found[rng.IntN(len(found))]
	return text[:m[0]] + with(text[m[0]:m[1]]) + text[m[1]:]
}

func inGap(text string, at int) bool {
	return strings.Count(text[:at], "{{") > strings.Count(text[:at], "}}")
}

const rows = "qwertyuiop asdfghjkl zxcvbnm"

// typo makes, or takes back, a slip of the fingers: letters that changed
// places, one missing, one twice, the key beside it; seldom the first letter.
func typo(rng *rand.Rand, text string) string {
	return somewhere(rng, wordRE, text, func(w string) string {
		r := []rune(w)
		i := rng.IntN(len(r))
		if i == 0 && rng.IntN(10) > 0 {
			i = 1 + rng.IntN(len(r)-1)
		}
		switch p := rng.IntN(100); {
		case p < 35:
			if i+1 == len(r) {
				i--
			}
			if unicode.IsUpper(r[i]) != unicode.IsUpper(r[i+1]) {
				return string(slices.Insert(r, i+1, r[i+1]))
			}
			r[i], r[i+1] = r[i+1], r[i]
		case p < 60:
			r = slices.Delete(r, i, i+1)
		case p < 85:
			r = slices.Insert(r, i, unicode.ToLower(r[i]))
		default:
			at := strings.IndexRune(rows, unicode.ToLower(r[i]))
			if at < 1 || at+1 >= len(rows) || rows[at+1] == ' ' {
				return string(slices.Insert(r, i, unicode.ToLower(r[i])))
			}
			r[i] = rune(rows[at+1])
		}
		return string(r)
	})
}

// synonyms are words that an author puts for others while polishing.
var synonyms = [][2]string{
	{"leader", "ruler"}, {"soldiers", "troops"}, {"approve", "ratify"}, {"approved", "ratified"}, {"sent", "dispatched"},
	{"dispatched", "sent"}, {"dispatch", "send"}, {"large", "big"}, {"estimate", "reckoning"}, {"reports", "accounts"}, {"called", "named"},
	{"claim", "assert"}, {"claimed", "asserted"}, {"describe", "characterise"}, {"began", "started"}, {"famine", "starvation"},
	{"brought in", "introduced"}, {"tighten", "strengthen"}, {"reported", "said"}, {"entered", "reached"}, {"gives", "states"},
	{"drop", "abandon"}, {"dropped", "abandoned"}, {"get", "obtain"}, {"gets", "receives"}, {"severe", "grave"}, {"shock", "surprise"},
	{"entertainment", "media"}, {"trade", "commerce"}, {"ordinary", "common"}, {"country", "state"}, {"allow", "permit"},
	{"brutally", "cruelly"}, {"assassinated", "murdered"}, {"executed", "put to death"}, {"rivals", "competitors"}, {"spread", "scattered"},
	{"forgotten", "lost"}, {"remembered", "recalled"}, {"studied", "learned"}, {"shows", "demonstrates"}, {"present", "current"},
	{"adopted", "passed"}, {"lie", "sit"}, {"seat", "centre"}, {"found", "establish"}, {"met", "gathered"}, {"killed", "slain"},
	{"organise", "arrange"}, {"escapes", "flights"}, {"collapse", "downfall"}, {"enemy", "foe"}, {"words", "phrase"}, {"power", "rule"},
	{"belong", "count"}, {"dangerous", "perilous"}, {"want", "wish"}, {"fight", "do battle"}, {"path", "road"}, {"skill", "ability"},
}

// phrases are turns of a sentence that say the same.
var phrases = [][2]string{
	{`^What is the`, "Name the"}, {`^What is`, "What's"}, {`^Which ([a-z]+)`, "What $1"}, {`^In which year`, "In what year"},
	{`^In which year was`, "When was"}, {`^How much is`, "What is"}, {`^On which day of 2024`, "On what day in 2024"},
	{`by Won Youngsu's account`, "according to Won Youngsu"}, {`in Won Youngsu's account`, "as Won Youngsu tells it"},
	{`according to Won Youngsu`, "by Won Youngsu's account"}, {`, by estimate,`, ", as is estimated,"}, {`as Won Youngsu sees it`, "in Won Youngsu's view"},
	{`by the end of 2024`, "at the end of 2024"}, {`^How many`, "What number of"}, {`^About how many`, "Roughly how many"},
	{`^What is it called that`, "How is it called that"}, {`^On which continent does (.*) lie`, "Which continent does $1 belong to"},
	{`^What is the capital of`, "Which city is the capital of"}, {`is a member of`, "is one of the members of"}, {`^Put (.*) in order, (.*)\.$`, "Put in order $1: $2."},
	{`^Match each`, "Pair each"}, {`the year of`, "that year of"}, {`did not`, "didn't"}, {`cannot`, "can't"}, {`One North Korean law`, "One law of North Korea"},
	{`North Korea's ([a-z]+)`, "the $1 of North Korea"}, {`^(.*) in (\d{4})\?$`, "In $2, $1?"}, {`^The number of`, "The count of"}, {`in order, the`, "in their order, the"},
	{`^Who, according to Won Youngsu, (.*)\?$`, "According to Won Youngsu, who $1?"}, {`^What does`, "What, precisely, does"}, {`^For what`, "What ... for: for what"},
}

// reword puts one or two words or turns in the place of others.
func reword(rng *rand.Rand, text string) string {
	was := text
	type way struct {
		re   *regexp.Regexp
		with string
	}
	var ways []way
	for _, s := range synonyms {
		if re := regexp.MustCompile(`\b` + s[0] + `\b`); re.MatchString(text) {
			ways = append(ways, way{re, s[1]})
		}
	}
	for _, p := range phrases {
		if re := regexp.MustCompile(p[0]); re.MatchString(text) {
			ways = append(ways, way{re, p[1]})
		}
	}
	if len(ways) == 0 {
		return ""
	}
	rng.Shuffle(len(ways), func(i, j int) { ways[i], ways[j] = ways[j], ways[i] })
	for _, way := range ways[:min(len(ways), 1+rng.IntN(2))] {
		m := way.re.FindStringSubmatchIndex(text)
		if m == nil || inGap(text, m[0]) || strings.Contains(text[m[0]:m[1]], "{{") {
			continue
		}
		text = text[:m[0]] + string(way.re.ExpandString(nil, way.with, text, m)) + text[m[1]:]
	}
	if text == was {
		return ""
	}
	return text
}

// addWord adds a word or two, as authors do to be understood.
func addWord(rng *rand.Rand, text string) string {
	word := []string{"exactly", "present-day", "famous", "officially", "(in English)", "well-known", "in fact", "at that time", "main", "probably",
		"according to the article", "usually", "in the text"}[rng.IntN(13)]
	return somewhere(rng, regexp.MustCompile(` `), text, func(string) string { return " " + word + " " })
}

// punctuate changes marks, spaces or capitals.
func punctuate(rng *rand.Rand, text string) string {
	switch rng.IntN(6) {
	case 0:
		return strings.TrimRight(text, ".?!")
	case 1:
		return strings.TrimRight(text, ".?!") + "?!"
	case 2:
		return strings.ReplaceAll(strings.ReplaceAll(text, "'", "’"), " - ", " – ")
	case 3:
		return strings.ReplaceAll(text, ",", "")
	case 4:
		return somewhere(rng, regexp.MustCompile(` `), text, func(string) string { return ", " })
	}
	return "  *" + strings.TrimSpace(text) + "*"
}

func otherCountry(rng *rand.Rand, text string) string {
	for _, i := range rng.Perm(len(countries)) {
		if name := countries[i][0]; regexp.MustCompile(`\b`+name+`\b`).MatchString(text) && !inGap(text, strings.Index(text, name)) {
			other := countries[rng.IntN(len(countries))][0]
			if rng.IntN(2) == 0 {
				other = countries[i^1][0] // the one that looks like it
			}
			return regexp.MustCompile(`\b`+name+`\b`).ReplaceAllString(text, other)
		}
	}
	for _, pair := range [][2]string{{"North Korea", "South Korea"}, {"China", "Japan"}, {"Russia", "Prussia"}, {"Ukraine", "Belarus"}, {"South Korea", "North Korea"}} {
		if i := strings.Index(text, pair[0]); i >= 0 && !inGap(text, i) {
			return strings.Replace(text, pair[0], pair[1], 1)
		}
	}
	return ""
}

var numberRE = regexp.MustCompile(`\d+|\b(one|two|three|four|five|ten|first|second|third)\b`)

func otherNumber(rng *rand.Rand, text string) string {
	return somewhere(rng, numberRE, text, func(n string) string {
		if other, ok := map[string]string{"one": "two", "two": "three", "three": "two", "four": "six", "five": "four", "ten": "twelve",
			"first": "second", "second": "third", "third": "second"}[n]; ok {
			return other
		}
		b := []byte(n)
		i := rng.IntN(len(b))
		b[i] = '1' + (b[i]-'0'+byte(rng.IntN(8)))%9
		return string(b)
	})
}

// otherName puts another person, place or thing in the place of one.
func otherName(rng *rand.Rand, text string) string {
	names := []string{"Kim Jong Un", "Won Youngsu", "Putin", "Zelensky", "Ebbinghaus", "Duma", "BBC Korea", "Bjork", "FSRS", "SM-2", "Hund", "Haus", "Karpicke",
		"Korea", "Senate", "Leitner", "Ukraine", "United Nations", "China", "Dunlosky"}
	for _, i := range rng.Perm(len(names)) {
		if at := strings.Index(text, names[i]); at >= 0 && !inGap(text, at) {
			other := []string{"Kim Jong Il", "Hermann", "Medvedev", "Poroshenko", "Wozniak", "Anki", "Maus", "Laos", "Bundestag", "Mongolia", "Vietnam"}[rng.IntN(11)]
			return text[:at] + other + text[at+len(names[i]):]
		}
	}
	return ""
}

func negate(rng *rand.Rand, text string) string {
	return somewhere(rng, regexp.MustCompile(` (is|are|was|were|did|does|has|have) `), text, func(v string) string { return v + "not " })
}

func oppose(rng *rand.Rand, text string) string {
	pairs := [][2]string{{"first", "last"}, {"earliest", "latest"}, {"smallest", "largest"}, {"more", "less"}, {"before", "after"}, {"most", "least"},
		{"larger", "smaller"}, {"South", "North"}, {"North", "South"}, {"second", "first"}, {"end", "start"}, {"father", "mother"}, {"brother", "sister"}}
	for _, i := range rng.Perm(len(pairs)) {
		re := regexp.MustCompile(`\b` + pairs[i][0] + `\b`)
		if m := re.FindStringIndex(text); m != nil && !inGap(text, m[0]) {
			return text[:m[0]] + pairs[i][1] + text[m[1]:]
		}
	}
	return ""
}

// askOther asks something else about the same thing.
func askOther(rng *rand.Rand, text string) string {
	pairs := [][2]string{{`^How many (\w+)`, "Which $1"}, {`^Which (\w+)`, "How many ${1}s"}, {`^Who `, "Why "}, {`^What `, "When "}, {`^In which year`, "By whom"},
		{`capital`, "currency"}, {`generals`, "officers"}, {`officers`, "generals"}, {`continent`, "hemisphere"}, {`^For what`, "Since when"}, {`^On which day`, "In which city"},
		{`month`, "town"}, {`constitution`, "anthem"}, {`^Where`, "When"}, {`treaty`, "loan"}}
	for _, i := range rng.Perm(len(pairs)) {
		if re := regexp.MustCompile(pairs[i][0]); re.MatchString(text) {
			return re.ReplaceAllString(text, pairs[i][1])
		}
	}
	return ""
}
