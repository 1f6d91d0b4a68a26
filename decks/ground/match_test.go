package ground

import (
	"fmt"
	"strings"
	"testing"

	"recto/decks"
)

// matches says what stands in a paragraph: the answer as TOML, the keys beside
// it, the paragraph.
var matches = []struct {
	name, answer, keys, paragraph string
	language                      string // of the article; English unless stated
	want                          bool
}{
	// Words.
	{"as it is", `"the Kursk front"`, "", "They fight on the Kursk front today.", "", true},
	{"another article", `"the front"`, "", "It was a front of many.", "", true},
	{"case and quotes", `'the "petrel"'`, "", "a boat named ‘Petrel’ came", "", true},
	{"hyphen in the text", `"intercontinental missiles"`, "", "inter-continental missiles", "", true},
	{"hyphen in the answer", `"inter-continental missiles"`, "", "intercontinental missiles", "", true},
	{"space for a hyphen", `"well trained"`, "", "They are well-trained.", "", true},
	{"plural", `"a purge"`, "", "He held purges and trials.", "", true},
	{"plural in -ies", `"ally"`, "", "in need of allies", "", true},
	{"possessive", `"Korean People's Army"`, "", "brigades of the Korean People’s Army", "", true},
	{"spelling", `"defense organization"`, "", "a defence organisation", "", true},
	{"accents", `"Malmo"`, "", "the port of Malmö", "", true},
	{"another word", `"the Duma"`, "", "the parliament approved it", "", false},
	{"part of a word", `"art"`, "", "the article was read", "", false},
	{"words in one sentence", `"military hardware"`, "", "The military got planes and other hardware.", "", true},
	{"words in two sentences", `"military hardware"`, "", "The military came. Hardware was sold.", "", false},
	{"one word is missing", `"military hardware"`, "", "hardware was sold", "", false},
	{"accept", `"reunification"`, `accept = ["unification"]`, "the policy of unification", "", true},
	{"a short name", `"Kim Jong Un"`, "", "In June Kim signed it.", "", false},
	{"a country by its people", `"Russia"`, "", "The Russian army came.", "", true},
	{"two countries", `"South Korea"`, "", "North Korea and China.", "", false},
	{"markup", `"*Sputnik* 1"`, "", "In October Sputnik 1 rose.", "", true},
	{"signs only", `'\'`, "", `a \ before it`, "", true},
	{"Korean particles", `"서울"`, `id = "a"`, "그는 서울에서 태어났다.", "ko", true},
	{"Chinese has no spaces", `"北京"`, "", "他住在北京市。", "zh", true},
	{"elision", `"Italie"`, "", "la côte de l'Italie", "fr", true},
	{"German umlaut case", `"STRASSE"`, "", "in der Straße", "de", true},

	// Numbers.
	{"a word for figures", "3", "", "with three generals", "", true},
	{"figures for a word", `"three"`, "", "with 3 generals", "", true},
	{"thousands mark", "12000", "", "up to 12,000 troops", "", true},
	{"thousands in words", "12000", "", "up to twelve thousand troops", "", true},
	{"thousands by a space", "12000", "", "up to 12 000 troops", "", true},
	{"figures and a scale", "2000000", "", "some 2 million people", "", true},
	{"a scale in words", "2000000", "", "two million people", "", true},
	{"a scale with a fraction", "1500000", "", "1.5 million people", "", true},
	{"a scale behind figures", "34000000000", "", "it cost $34bn", "", true},
	{"half a million", "500000", "", "half a million people", "", true},
	{"hundreds", "250", "", "two hundred and fifty pages", "", true},
	{"a hundred", "100", "", "for a hundred years", "", true},
	{"hyphened", "41", "", "forty-one metres", "", true},
	{"and between two numbers", "5", "", "two and three", "", false},
	{"numbers in a row", "7", "", "three, four", "", false},
	{"two thirds", "0.6666666666666666", "", "two-thirds of them", "", true},
	{"a fraction in figures", "0.75", "", "3/4 of a cup", "", true},
	{"a vulgar fraction", "2.5", "", "2½ hours", "", true},
	{"twice", "2", "", "twice as big", "", true},
	{"a dozen", "12", "", "a dozen eggs", "", true},
	{"percent", "25", `unit = "%"`, "about 25 per cent of them", "", true},
	{"percent sign", "25", `unit = "percent"`, "about 25% of them", "", true},
	{"a quarter", "25", `unit = "%"`, "a quarter of them", "", true},
	{"no percent", "25", `unit = "years"`, "about 25% of them", "", false},
	{"unit spelled out", "5", `unit = "km"`, "five kilometres away", "", true},
	{"another unit", "5", `unit = "km"`, "5 miles away", "", false},
	{"a thing counted otherwise", "1500", `unit = "soldiers"`, "1500 troops left", "", true},
	{"part of a number", "15", "", "1500 troops", "", false},
	{"decimal", "2.5", "", "a factor of 2.5", "", true},
	{"not the decimal", "25", "", "a factor of 2.5", "", false},
	{"tolerance", "34259", "tolerance = 300", "about 34,000 refugees", "", true},
	{"beyond the tolerance", "34259", "tolerance = 100", "about 34,000 refugees", "", false},
	{"power of ten", "300000000.0", "", "3 × 10⁸ metres a second", "", true},
	{"minus", "-40", "", "at −40 degrees", "", true},
	{"a hyphen is no minus", "-52", "", "the B-52 flew", "", false},
	{"Roman", `"World War 2"`, "", "after World War II", "", true},
	{"first is no count", "1", "", "the first of many", "", false},
	{"ordinals", "20", "", "in the 20th century", "", true},
	{"ordinal words", `"the twentieth century"`, "", "in the 20th century", "", true},
	{"German thousands", "12000", "", "bis zu 12.000 Soldaten kamen", "de", true},
	{"German decimal", "2.5", "", "mit dem Faktor 2,5", "de", true},
	{"German words", "245", "", "es waren zweihundertfünfundvierzig", "de", true},
	{"French words", "97", "", "il y en a quatre-vingt-dix-sept", "fr", true},
	{"Spanish words", "31", "", "hay treinta y uno", "es", true},
	{"the number is missing", `"12 years in a camp"`, "", "years in a camp", "", false},

	// Days.
	{"day", "2024-10-24", "", "on October 24, 2024, it was approved", "", true},
	{"day first", "2024-10-24", "", "on 24 October 2024", "", true},
	{"ordinal day", `"October 24"`, "", "on the 24th of October", "", true},
	{"short month", `"24 October"`, "", "on Oct. 24", "", true},
	{"ISO", "2024-10-24", "", "2024-10-24: approved", "", true},
	{"figures, day first", "2024-10-24", "", "on 24.10.2024", "de", true},
	{"figures, month first", "2024-10-24", "", "on 10/24/2024", "", true},
	{"the year elsewhere", "2024-10-24", "", "In 2024 much happened; on October 24 it was approved.", "", true},
	{"no year", "2024-10-24", "", "on October 24 it was approved", "", false},
	{"another year", "2024-10-24", "", "on October 24, 2023", "", false},
	{"another day", "2024-10-24", "", "on October 25, 2024", "", false},
	{"month", `"June"`, "", "In June, Kim signed it", "", true},
	{"month and year", `"June 2024"`, "", "in June of 2024", "", true},
	{"German month", "2024-03-24", "", "am 24. März 2024", "de", true},
	{"Korean day", "2024-10-24", "", "2024년 10월 24일에", "ko", true},
	{"decade", `"the mid-1990s"`, "", "in the mid-’90s", "", true},
	{"decade in words", `"the 1990s"`, "", "in the nineties", "", true},
	{"another decade", `"the 1990s"`, "", "in the 1980s", "", false},
	{"the same years of another century", `"the 1890s"`, "", "in the 1990s", "", false},
}

// checkOne returns the report on a deck and an article, both as text.
func checkOne(t testing.TB, deck, file, article string) *Report {
	t.Helper()
	d, err := decks.Parse("deck.toml", []byte(deck), nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, deck)
	}
	a, err := Read(file, []byte(article))
	if err != nil {
		t.Fatal(err)
	}
	return Check(a, file, []*decks.Deck{d})
}

func TestAnswersAreFound(t *testing.T) {
	for _, m := range matches {
		t.Run(m.name, func(t *testing.T) {
			deck := fmt.Sprintf("title = \"T\"\nlanguage = %q\n[[question]]\nask = \"Which?\"\nanswer = %s\n%s\nfrom = { section = \"\", paragraph = 1 }\n",
				language0(m.language), m.answer, m.keys)
			d, err := decks.Parse("deck.toml", []byte(deck), nil)
			if err != nil {
				t.Fatalf("%v\n%s", err, deck)
			}
			a := &Article{Language: language0(m.language), Sections: []Section{{Paragraphs: []Paragraph{{Text: m.paragraph}}}}}
			got := Check(a, "a.txt", []*decks.Deck{d}).Results[0]
			if (got.Verdict == Grounded) != m.want {
				t.Errorf("%s in %q: %s", m.answer, m.paragraph, got.Verdict)
			}
		})
	}
}

func language0(tag string) string {
	if tag == "" {
		return "en"
	}
	return tag
}

// kinds are questions of every kind about one article, with their verdict.
var kinds = []struct {
	name, question string
	want           Verdict
	code           string // of the finding, "" for none
}{
	{"choice", `ask = "What did they burn first?"
choices = ["oil for the lamp", "town gas"]
answer = "oil for the lamp"
from = { section = "A slow end", paragraph = 1 }`, Grounded, ""},
	{"choice in other words", `ask = "Why did they stay?"
choices = ["the sea was too rough", "the boat had sunk"]
answer = "the sea was too rough"
from = { section = "The keepers", paragraph = 1 }`, Grounded, ""},
	{"choice elsewhere", `ask = "Why did they stay?"
choices = ["the sea was too rough", "the boat had sunk"]
answer = "the sea was too rough"
from = { section = "The keepers", paragraph = 2 }`, Elsewhere, "elsewhere"},
	{"choice with a wrong number", `ask = "How long did two men stay?"
choices = ["nearly five months", "nearly six months"]
answer = "nearly six months"
from = { section = "The keepers", paragraph = 1 }`, NotFound, "not-grounded"},
	{"choice with a wrong name", `ask = "Who kept the light longest?"
choices = ["the keeper Jonas Brandt", "the keeper Jonas Vey"]
answer = "the keeper Jonas Brandt"
from = { section = "The keepers", paragraph = 2 }`, NotFound, "not-grounded"},
	{"multiple", `ask = "What did it burn?"
choices = ["oil", "gas", "wood"]
answer = ["oil", "gas"]
from = { section = "A slow end" }`, Grounded, ""},
	{"multiple with a wrong one", `ask = "What did it burn?"
choices = ["oil", "gas", "wood"]
answer = ["oil", "wood"]
from = { section = "A slow end" }`, NotFound, "not-grounded"},
	{"list over two paragraphs", `ask = "Who?"
list = ["Ada Quill", "Jonas Vey"]
from = [{ section = "", paragraph = 1 }, { section = "The keepers", paragraph = 2 }]`, Grounded, ""},
	{"list of which one is elsewhere", `ask = "Who?"
list = ["Ada Quill", "Jonas Vey"]
from = { section = "", paragraph = 1 }`, Elsewhere, "elsewhere"},
	{"order", `ask = "In order?"
order = ["oil is burnt", "gas is burnt", "the light is automated"]
from = { section = "A slow end" }`, NotFound, "not-grounded"},
	{"order in its words", `ask = "In order?"
order = ["oil", "gas", "the light is automated"]
from = { section = "A slow end" }`, Grounded, ""},
	{"pairs", `ask = "Who did what?"
pairs = [["Ada Quill", "built the tower"], ["Jonas Vey", "kept the light for thirty-three years"]]
from = [{ section = "", paragraph = 1 }, { section = "The keepers", paragraph = 2 }]`, Grounded, ""},
	{"pairs crossed", `ask = "Who did what?"
pairs = [["Ada Quill", "kept the light for thirty-three years"], ["Jonas Vey", "built the tower"]]
from = [{ section = "", paragraph = 1 }, { section = "The keepers", paragraph = 2 }]`, NotFound, "not-grounded"},
	{"cloze", `cloze = "{{c1::Ada Quill}} built the tower from {{c2::12400}} blocks."
from = { section = "", paragraph = 1 }`, Grounded, ""},
	{"cloze with a wrong gap", `cloze = "{{c1::Ada Quill}} built the tower from {{c2::12500}} blocks."
from = { section = "", paragraph = 1 }`, NotFound, "not-grounded"},
	{"cloze about something else", `cloze = "Sourdough bread rises when yeast makes {{1872}} bubbles."
from = { section = "", paragraph = 1 }`, NotFound, "not-grounded"},
	{"true", `ask = "Jonas Vey left the light after 33 years."
answer = true
from = { section = "The keepers", paragraph = 2 }`, Grounded, ""},
	{"true with a wrong number", `ask = "Jonas Vey left the light after 34 years."
answer = true
from = { section = "The keepers", paragraph = 2 }`, NotFound, "not-grounded"},
	{"true elsewhere", `ask = "Jonas Vey left the light after 33 years."
answer = true
from = { section = "A slow end", paragraph = 2 }`, Elsewhere, "elsewhere"},
	{"false", `ask = "Jonas Vey left the light after 90 years."
answer = false
from = { section = "The keepers", paragraph = 2 }`, Grounded, ""},
	{"false by its explanation", `ask = "Everybody was dismissed at once."
answer = false
explain = "A share of the staff found work in the harbour."
from = { section = "A slow end", paragraph = 2 }`, Grounded, ""},
	{"false about something else", `ask = "Whales sing to their young."
answer = false
from = { section = "A slow end", paragraph = 2 }`, NotFound, "not-grounded"},
	{"reverse", `ask = "Who built it?"
answer = "Ada Quill"
reverse = { ask = "What did Ada Quill build?", answer = "the castle" }
from = { section = "", paragraph = 1 }`, NotFound, "not-grounded"},
	{"inferred", `ask = "Which century?"
answer = "the nineteenth"
from = { section = "", paragraph = 1, inferred = true }`, Inferred, ""},
	{"inferred from nowhere", `ask = "Which century?"
answer = "the nineteenth"
from = { section = "", paragraph = 4, inferred = true }`, NotFound, "anchor-missing"},
	{"no anchor", `ask = "Who built it?"
answer = "Ada Quill"`, Grounded, "anchor-found"},
	{"no anchor and nowhere", `ask = "Who built it?"
answer = "Ada Wren"`, NotFound, "not-grounded"},
	{"a section with a slip", `ask = "Who kept it?"
answer = "Jonas Vey"
from = { section = "The kepers", paragraph = 2 }`, Elsewhere, "anchor-missing"},
	{"a section in other signs", `ask = "Who kept it?"
answer = "Jonas Vey"
from = { section = "THE  KEEPERS", paragraph = 2 }`, Grounded, ""},
	{"quoted", `ask = "Who kept it?"
answer = "Jonas Vey"
from = "kept the light longest"`, Grounded, ""},
	{"quoted with a gap", `ask = "When did he come?"
answer = "the mid-1880s"
from = "Jonas Vey kept … in spite of a half blind eye"`, Grounded, ""},
	{"quoted wrongly", `ask = "Who kept it?"
answer = "Jonas Vey"
from = "kept the light the longest"`, Elsewhere, "quote-not-found"},
	{"quoted from another paragraph", `ask = "Who built it?"
answer = "Ada Quill"
from = "kept the light longest"`, Elsewhere, "elsewhere"},
	{"a page", `ask = "Who built it?"
answer = "Ada Quill"
from = { page = "12" }`, Grounded, ""},
	{"copied", `ask = "When was the sea often too rough for the boat in those days?"
answer = "in winter"
from = { section = "The keepers", paragraph = 1 }`, Grounded, ""},
	{"copied too much", `ask = "When was the sea often too rough for the boat, so in 1899 two men stayed?"
answer = "in winter"
from = { section = "The keepers", paragraph = 1 }`, Grounded, "copied-words"},
	{"switched off", `ask = "Who built it?"
answer = "Ada Wren"
allow = ["not-grounded"]
from = { section = "", paragraph = 1 }`, NotFound, ""},
	{"the number of a day", `ask = "How many towers were lit?"
answer = 4
from = { section = "", paragraph = 1 }`, NotFound, "not-grounded"},
	{"the day itself", `ask = "On which day of March was it lit?"
answer = 4
from = { section = "", paragraph = 1 }`, Grounded, ""},
	{"the year itself", `ask = "When was it lit for the first time?"
answer = 1872
from = { section = "", paragraph = 1 }`, Grounded, ""},
	{"the year is missing", `ask = "On which day of 1872?"
answer = 1899-03-04
from = { section = "", paragraph = 1 }`, NotFound, "not-grounded"},
}

func TestKinds(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			r := checkOne(t, "title = \"T\"\n[[question]]\n"+k.question+"\n", "a.md", lighthouseMarkdown)
			if got := r.Results[0].Verdict; got != k.want {
				t.Errorf("%s, want %s; missing %q, found %v", got, k.want, r.Results[0].Missing, r.Results[0].Found)
			}
			var codes []string
			for _, f := range r.Findings {
				if f.Code != "uncovered-paragraph" {
					codes = append(codes, f.Code)
				}
			}
			if got := strings.Join(codes, " "); got != k.code {
				t.Errorf("findings %q, want %q", got, k.code)
			}
		})
	}
}

// TestHints tells what is near to an answer that stands nowhere.
func TestHints(t *testing.T) {
	for _, c := range []struct{ name, answer, place, hint string }{
		{"spelling", `answer = "the Pettrel"`, "4:10", `did you mean "petrel"?`},
		{"another year", "answer = 1873-03-04", "4:10", `section "", paragraph 1 has that day in 1872`},
		{"another unit", "answer = 41\nunit = \"ft\"", "4:10", `section "", paragraph 1 has the number in another unit`},
		{"an item", `list = ["Ada Quill", "submarines"]`, "4:22", "from = { ..., inferred = true } says that it is a conclusion"},
		{"a pair", `pairs = [["Ada Quill", "built it of granite"], ["Jonas Vey", "sank three submarines"]]`, "4:48", "from = { ..., inferred = true } says that it is a conclusion"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := checkOne(t, "title = \"T\"\n[[question]]\nask = \"Which?\"\n"+c.answer+"\n", "a.md", lighthouseMarkdown)
			f := r.Findings[0]
			if place := fmt.Sprintf("%d:%d", f.Pos.Line, f.Pos.Column); f.Code != "not-grounded" || place != c.place || f.Hint != c.hint {
				t.Errorf("%s at %s, hint %q; want %s, %q", f.Code, place, f.Hint, c.place, c.hint)
			}
		})
	}
}

// TestDifferentLanguage compares what every language has: numbers, days, names.
func TestDifferentLanguage(t *testing.T) {
	deck := `title = "Leuchtturm"
language = "de"
[[question]]
ask = "Wie viele Blöcke?"
answer = 12400
from = { section = "", paragraph = 1 }
[[question]]
ask = "Wie viele Blöcke sind es?"
answer = 12500
from = { section = "", paragraph = 1 }
[[question]]
ask = "Wer baute ihn?"
answer = "Ada Quill"
from = { section = "The keepers", paragraph = 2 }
[[question]]
ask = "Woraus?"
answer = "aus grauem Granit"
from = { section = "", paragraph = 1 }
[[question]]
ask = "Wann zum ersten Mal?"
answer = "4. März 1872"
from = { section = "", paragraph = 1 }
`
	r := checkOne(t, deck, "a.md", lighthouseMarkdown)
	want := []Verdict{Grounded, NotFound, Elsewhere, Skipped, Grounded}
	for i, v := range want {
		if got := r.Results[i].Verdict; got != v {
			t.Errorf("question %d: %s, want %s", i+1, got, v)
		}
	}
}
