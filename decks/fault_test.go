package decks

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// faultRow is a deck with a mark before each fault, and the faults in order.
type faultRow struct {
	name   string
	deck   string // "¦" marks the places
	faults []string
	hint   string // of the first fault; "" is not compared, "-" is none
}

// marked returns a deck without its marks, and the places of them.
func marked(deck string) (src string, places []Position) {
	at := Position{1, 1}
	var b strings.Builder
	for i, r := range deck {
		switch r {
		case '¦':
			places = append(places, at)
			continue
		case '\ufeff': // no column
		case '\n':
			at = Position{at.Line + 1, 1}
		default:
			at.Column++
		}
		_, size := utf8.DecodeRuneInString(deck[i:])
		b.WriteString(deck[i : i+size])
	}
	return b.String(), places
}

// q is the beginning of a deck with one question.
const q = "title = \"T\"\n[[question]]\n"

func faultTable() []faultRow {
	return []faultRow{
		// The deck.
		{"no title", "¦id = \"x\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"title is missing"}, ""},
		{"empty title", "¦title = \"\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"title is empty"}, ""},
		{"title of another type", "title = ¦3\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"title must be a string, not an integer"}, ""},
		{"no question", "¦title = \"T\"\n", []string{"the deck has no question"}, "a question begins with [[question]] on a line of its own"},
		{"empty array of questions", "¦title = \"T\"\nquestion = []\n", []string{"the deck has no question"}, ""},
		{"empty file", "¦", []string{"the deck has no question", "title is missing"}, ""},
		{"unknown key", "¦titel = \"T\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`unknown key "titel"`}, "did you mean title?"},
		{"unknown key without a likeness", "¦zzz = 1\n" + q + "ask = \"a\"\nanswer = \"b\"\n", []string{`unknown key "zzz"`}, ""},
		{"reserved key", "¦table = 1\n" + q + "ask = \"a\"\nanswer = \"b\"\n¦pattern = \"x\"\n",
			[]string{`key "table" is reserved for a later version of the format`, `question 1: key "pattern" is reserved for a later version of the format`}, "a key of your own begins with x-"},
		{"newer version alone", "recto = ¦2\nnew-key = 1\n", []string{"format version 2 needs a newer recto"}, ""},
		{"version of no meaning", "recto = ¦0\n" + q + "ask = \"a\"\nanswer = \"b\"\n", []string{"recto is 0, want 1"}, ""},
		{"deck id", "id = ¦\"a b\"\n" + q + "ask = \"a\"\nanswer = \"b\"\n", []string{`id "a b" is no id`}, ""},
		{"language by name", "language = ¦\"german\"\nanswer_language = ¦\"de_DE\"\n" + q + "ask = \"a\"\nanswer = \"b\"\n",
			[]string{`language "german" is no language tag`, `answer_language "de_DE" is no language tag`}, `a tag is as "en", "de-CH" or "pt-BR"`},
		{"source", "title = \"T\"\nsource = { title = \"S\", date = ¦12, ¦urll = \"x\" }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"date must be a string, not an integer", `unknown key "urll" in source`}, ""},
		{"source of another type", "source = ¦\"x\"\n" + q + "ask = \"a\"\nanswer = \"b\"\n", []string{"source must be a table, not a string"}, ""},
		{"study", "title = \"T\"\n[study]\nnew_per_day = ¦-1\nretention = ¦1.2\nshuffle = ¦1\n¦exam = { retention = 0.9 }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"new_per_day is -1, want 0 to 1000000", "retention is 1.2, want 0.7 to 0.99", "shuffle must be true or false, not an integer", "exam has no date"}, ""},
		{"every fault of an exam", "title = \"T\"\nstudy = { ¦exam = { retention = ¦2, ¦foo = 1 } }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"exam has no date", "retention is 2, want 0.7 to 0.99", `unknown key "foo" in exam`}, ""},
		{"exam of a wrong date and retention", "title = \"T\"\nstudy.exam = { date = ¦\"2027-01-01\", retention = ¦\"x\" }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"date must be a date as 2024-06-30, not a string", "retention must be a number, not a string"}, ""},
		{"exam", "title = \"T\"\nstudy.exam = { date = ¦\"2027-01-01\" }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"date must be a date as 2024-06-30, not a string"}, ""},
		{"print", "title = \"T\"\nprint.¦headline = \"x\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`unknown key "headline" in print`}, "did you mean heading?"},
		{"question key before a question", "title = \"T\"\n¦ask = \"a\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{`key "ask" stands before the first question`}, "a question begins with [[question]] on a line of its own"},
		{"question in one pair of brackets", "title = \"T\"\n¦[question]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"question stands in one pair of brackets"}, "every question begins with [[question]], two brackets"},
		{"two of them", "title = \"T\"\n[question]\nask = \"a\"\nanswer = \"b\"\n[¦question]\nask = \"c\"\nanswer = \"d\"\n",
			[]string{`key "question" stands twice, first on line 2`}, "every question begins with [[question]], two brackets"},
		{"question of another type", "title = \"T\"\nquestion = ¦3\n", []string{"question must be an array of tables, not an integer"}, ""},
		{"item of another type", "title = \"T\"\nquestion = [¦3]\n", []string{"an item of question must be a table, not an integer"}, ""},

		{"title caught by the last question", "[[question]]\nask = \"a\"\nanswer = \"b\"\n¦title = \"T\"\n", []string{`question 1: key "title" belongs to the deck, not to a question`}, ""},
		{"share of a retention", "title = \"T\"\nstudy = { retention = ¦90, exam = { date = 2027-01-01, retention = ¦\"95%\" } }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"retention is 90, want 0.7 to 0.99", "retention must be a number, not a string"}, "write 0.9"},
		{"retention in a string", "title = \"T\"\nstudy.retention = ¦\"90%\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"retention must be a number, not a string"}, "write 0.9"},
		{"exam that is a date", "title = \"T\"\nstudy.exam = ¦2027-01-01\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"exam must be a table, not a date"}, "write exam = { date = 2027-01-01 }"},
		{"year of a source", "title = \"T\"\nsource.date = ¦1913\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"date must be a string, not an integer"}, `write date = "1913"`},
		{"array of groups", "title = \"T\"\n¦[[group]]\nname = \"g\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"group must be a table, not an array"}, "a group is made by [group.NAME]"},
		{"words of other programs", "title = \"T\"\nprint.¦header = \"x\"\n[[question]]\n¦front = \"a\"\n¦back = \"b\"\n¦explanation = \"c\"\n",
			[]string{`unknown key "header" in print`, `question 1: unknown key "front"`, `question 1: unknown key "back"`, `question 1: unknown key "explanation"`}, "did you mean heading?"},
		{"cards of other programs", "title = \"T\"\n[[¦card]]\nfront = \"a\"\n", []string{`unknown key "card"`}, "did you mean question?"},
		{"options of other programs", q + "ask = \"a\"\nanswer = \"b\"\n¦options = [\"b\"]\n", []string{`question 1: unknown key "options"`}, "did you mean choices?"},
		{"short word with a wide sign", q + "ask = \"a\"\nanswer = \"b\"\n¦\"f\u202eoo\" = 1\n", []string{"question 1: unknown key \"f\ufffdoo\""}, ""},
		{"question in a question", q + "¦question = \"a\"\nanswer = \"b\"\n", []string{`question 1: key "question" belongs to the deck, not to a question`}, "did you mean ask?"},

		// Defaults and groups.
		{"what no default may be", "title = \"T\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n[defaults]\n¦ask = \"x\"\n¦shown = \"y\"\n¦pints = 2\nreverse = ¦{ ask = \"x\" }\n",
			[]string{`key "ask" cannot stand in defaults`, `key "shown" cannot stand in defaults`, `unknown key "pints" in defaults`, "reverse must be true or false where it is inherited, not a table"}, "it belongs to a question"},
		{"group keys", "title = \"T\"\n[group.g]\ntitle = ¦1\nshuffle = ¦\"x\"\n¦answer = 3\n¦titel = \"x\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{"title must be a string, not an integer", "shuffle must be true or false, not a string", `key "answer" cannot stand in a group`, `unknown key "titel" in a group`}, ""},
		{"unknown parent", "title = \"T\"\n[group.first]\ngroup = ¦\"secnd\"\n[group.second]\n[[question]]\nask = \"a\"\nanswer = \"b\"\n",
			[]string{`group "secnd" is not in this file`}, "did you mean second?"},
		{"circle of groups", "title = \"T\"\n[group.a]\ngroup = \"b\"\n[group.b]\ngroup = ¦\"a\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`group "b" stands in a circle of groups`}, ""},
		{"group without a name", "title = \"T\"\n[group.¦\"\"]\ntitle = \"a\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"a group has an empty name"}, ""},
		{"group in itself", "title = \"T\"\n[group.a]\ngroup = ¦\"a\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`group "a" stands in a circle of groups`}, ""},
		{"group that is left alone", "title = \"T\"\n[group.x-a]\n[[question]]\nask = \"a\"\nanswer = \"b\"\ngroup = ¦\"x-a\"\n", []string{`question 1: group "x-a" is not in this file`}, "names that begin with x- are left alone: take another one"},
		{"group that is no table", "title = \"T\"\ngroup.a = ¦1\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`group "a" must be a table, not an integer`}, ""},
		{"unknown group of a question", q + "ask = \"a\"\nanswer = \"b\"\ngroup = ¦\"x\"\n", []string{`question 1: group "x" is not in this file`}, "a group is made by [group.x]"},

		// What a question has.
		{"no ask", "title = \"T\"\n¦[[question]]\nanswer = \"b\"\n", []string{"question 1: ask is missing"}, ""},
		{"empty ask", q + "¦ask = \" \"\nanswer = \"b\"\n", []string{"question 1: ask is empty"}, ""},
		{"empty answer", q + "ask = \"a\"\n¦answer = \"\"\n", []string{"question 1: answer is empty"}, ""},
		{"no answer", "title = \"T\"\n¦[[question]]\nask = \"a\"\n", []string{"question 1: answer is missing"}, "a question has answer, cloze, list, order or pairs"},
		{"choices alone", "title = \"T\"\n  ¦[[question]]\nask = \"a\"\nchoices = [\"b\"]\n", []string{"question 1: answer is missing"}, "name the right one of the choices: answer = \"...\""},
		{"nothing at all", "title = \"T\"\n¦[[question]]\n", []string{"question 1: answer is missing", "question 1: ask is missing"}, ""},
		{"in an inline question", "title = \"T\"\nquestion = [\n  { ask = \"a\", answer = \"b\" },\n  ¦{ ask = \"c\" },\n]\n", []string{"question 2: answer is missing"}, ""},
		{"one mistake, one fault", q + "ask = \"a\"\n¦anser = \"b\"\n", []string{`question 1: unknown key "anser"`}, "did you mean answer?"},
		{"two kinds", q + "ask = \"a\"\nlist = [\"c\"]\n¦answer = \"b\"\n", []string{"question 1: answer and list do not stand together"}, ""},
		{"three kinds", q + "order = [1]\nask = \"a\"\nlist = [\"c\"]\n¦answer = \"b\"\n", []string{"question 1: answer, list and order do not stand together"}, ""},
		{"array without choices", q + "ask = \"a\"\nanswer = ¦[\"colour\", \"color\"]\n", []string{"question 1: answer is an array, which needs choices"},
			"other right answers: accept; all of these: list; these in order: order; several of the options: choices"},
		{"deck key in a question", q + "ask = \"a\"\nanswer = \"b\"\n¦language = \"en\"\n", []string{`question 1: key "language" belongs to the deck, not to a question`}, "keys of the deck stand above the first [[question]]"},
		{"key of another kind", q + "ask = \"a\"\nanswer = \"b\"\n¦unit = \"km\"\n", []string{"question 1: a short question takes no unit"}, "a number stands without quotes: answer = 12"},
		{"accept for a choice", q + "ask = \"a\"\nanswer = \"b\"\nchoices = [\"b\", \"c\"]\n¦accept = [\"c\"]\n", []string{"question 1: a choice question takes no accept"}, "right options belong in answer"},
		{"reverse of a list", q + "ask = \"a\"\nlist = [\"b\"]\n¦reverse = true\n", []string{"question 1: a list question takes no reverse"}, ""},
		{"shown with cloze", q + "cloze = \"a {{b}}\"\n¦shown = \"c\"\n", []string{"question 1: a cloze question takes no shown"}, "shown is for short, number, date, truefalse, choice, multiple, list and order"},

		// Answers.
		{"not a number", q + "ask = \"a\"\nanswer = ¦nan\n", []string{"question 1: answer is NaN, want a number"}, ""},
		{"infinity", q + "ask = \"a\"\nanswer = ¦-inf\n", []string{"question 1: answer is -Inf, want a number"}, ""},
		{"a time", q + "ask = \"a\"\nanswer = ¦07:30:00\n", []string{"question 1: answer is a time, want a date"}, ""},
		{"a local date-time", q + "ask = \"a\"\nanswer = ¦2024-01-02T07:30:00\n", []string{"question 1: answer is a date-time, want a date"}, ""},
		{"a date-time with a zone", q + "ask = \"a\"\nanswer = ¦2024-01-02T07:30:00Z\n", []string{"question 1: answer is a date-time, want a date"}, ""},
		{"a table", q + "ask = \"a\"\nanswer = ¦{ a = 1 }\n", []string{"question 1: answer must be a string, a number, true, false or a date, not a table"}, ""},
		{"accept as a string", q + "ask = \"a\"\nanswer = \"b\"\naccept = ¦\"c\"\n", []string{"question 1: accept must be an array, not a string"}, `write accept = ["c"]`},
		{"accept items", q + "ask = \"a\"\nanswer = \"b\"\naccept = [\"c\", ¦[1], ¦\"\"]\n",
			[]string{"question 1: an item of accept must be a string, a number, a boolean or a date, not an array", "question 1: an item of accept is empty"}, ""},
		{"table for one answer", q + "ask = \"a\"\nanswer = \"b\"\naccept = ¦{ b = [\"c\"] }\n", []string{"question 1: accept must be an array, not a table"}, "write accept = [...]"},
		{"empty accept", q + "ask = \"a\"\nanswer = \"b\"\n¦accept = []\n", []string{"question 1: accept is empty"}, ""},
		{"reject that is right", q + "ask = \"a\"\nanswer = \"b\"\naccept = [\"c\"]\nreject = [¦\"b\", \"d\", ¦\"c\"]\n", []string{`question 1: reject "b" is a right answer`, `question 1: reject "c" is a right answer`}, ""},
		{"reject items", q + "ask = \"a\"\nanswer = \"b\"\nreject = [¦1]\n", []string{"question 1: an item of reject must be a string, not an integer"}, ""},
		{"unit", q + "ask = \"a\"\nanswer = 1\n¦unit = \"\"\n", []string{"question 1: unit is empty"}, ""},
		{"negative tolerance", q + "ask = \"a\"\nanswer = 1\ntolerance = ¦-1\n", []string{"question 1: tolerance is -1, want 0 or more"}, ""},
		{"tolerance in words", q + "ask = \"a\"\nanswer = 1\ntolerance = ¦\"ten\"\n", []string{`question 1: tolerance "ten" is no share`}, `a share is as "10%"; a number stands without quotes`},
		{"range the wrong way round", q + "ask = \"a\"\nanswer = 1\ntolerance = ¦[2, 1]\n", []string{"question 1: tolerance must be [low, high], two numbers, the smaller one first"}, ""},
		{"range without the answer", q + "ask = \"a\"\nanswer = 5\ntolerance = ¦[1, 2.5]\n", []string{"question 1: tolerance [1, 2.5] does not hold the answer 5"}, ""},
		{"tolerance of another type", q + "ask = \"a\"\nanswer = 5\ntolerance = ¦true\n", []string{`question 1: tolerance must be a number, a share as "10%" or [low, high], not a boolean`}, ""},
		{"number in quotes", q + "ask = \"a\"\nanswer = \"b\"\nlines = ¦\"3\"\n", []string{"question 1: lines must be an integer, not a string"}, "write lines = 3, without quotes"},
		{"leading zeros in quotes", q + "ask = \"a\"\nanswer = \"b\"\nlines = ¦\"03\"\n", []string{"question 1: lines must be an integer, not a string"}, "-"},
		{"boolean in quotes", q + "ask = \"a\"\nanswer = \"b\"\ntyped = ¦\"false\"\n", []string{"question 1: typed must be true or false, not a string"}, "write typed = false, without quotes"},
		{"day in quotes", "title = \"T\"\nstudy.exam.date = ¦\"2027-01-01\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{"date must be a date as 2024-06-30, not a string"}, "write date = 2027-01-01, without quotes"},
		{"text without quotes", q + "ask = ¦2024\nanswer = \"b\"\nid = ¦7\ntags = [¦1]\n", []string{"question 1: ask must be a string, not an integer", "question 1: id must be a string, not an integer", "question 1: an item of tags must be a string, not an integer"}, `write ask = "2024"`},
		{"exact and typed", q + "ask = \"a\"\nanswer = \"b\"\nexact = ¦1\ntyped = ¦\"no\"\n", []string{"question 1: exact must be true or false, not an integer", "question 1: typed must be true or false, not a string"}, ""},
		{"reverse of another type", q + "ask = \"a\"\nanswer = \"b\"\nreverse = ¦1\n", []string{"question 1: reverse must be true, false or a table, not an integer"}, ""},
		{"reverse keys", q + "ask = \"a\"\nanswer = \"b\"\nreverse = { ask = ¦1, ¦hint = \"x\", accept = [\"z\"], reject = [¦\"a\", ¦\"z\"] }\n",
			[]string{"question 1: ask must be a string, not an integer", `question 1: unknown key "hint" in reverse`, `question 1: reject "a" is a right answer`, `question 1: reject "z" is a right answer`}, ""},

		// Options, items and pairs.
		{"answer that is no choice", q + "ask = \"a\"\nchoices = [\"Bern\", \"c\"]\nanswer = ¦\"bern\"\n", []string{`question 1: answer "bern" is none of the choices`}, `did you mean "Bern"?`},
		{"answer of another type", q + "ask = \"a\"\nchoices = [\"1\", \"2\"]\nanswer = ¦1\n", []string{`question 1: answer "1" is none of the choices`}, ""},
		{"choice that is a number", q + "ask = \"a\"\nchoices = [1, 2]\nanswer = ¦\"1\"\n", []string{`question 1: answer "1" is none of the choices`}, "the choice is an integer: write 1 without quotes"},
		{"choice that is a text", q + "ask = \"a\"\nchoices = [\"2024-01-02\", 2]\nanswer = [2, ¦2024-01-02]\n", []string{`question 1: answer "2024-01-02" is none of the choices`}, `the choice is a string: write "2024-01-02" in quotes`},
		{"choice that is a boolean", q + "ask = \"a\"\nchoices = [true, 2]\nanswer = ¦\"True\"\n", []string{`question 1: answer "True" is none of the choices`}, "the choice is a boolean: write true without quotes"},
		{"option of another type that stays last", q + "ask = \"a\"\nchoices = [1, 2]\nanswer = 1\nfixed = [¦\"2\"]\n", []string{`question 1: option "2" is none of the choices`}, "the choice is an integer: write 2 without quotes"},
		{"right side of another type", q + "ask = \"a\"\npairs = [[\"b\", ¦\"1\"]]\nchoices = [1]\n", []string{`question 1: "1" is none of the choices`}, "the choice is an integer: write 1 without quotes"},
		{"nearly a choice", q + "ask = \"a\"\nchoices = [1500, 20]\nanswer = ¦1501\n", []string{`question 1: answer "1501" is none of the choices`}, "did you mean 1500?"},
		{"answers that are no choices", q + "ask = \"a\"\nchoices = [\"b\", \"c\"]\nanswer = [\"b\", ¦\"x\", ¦\"b\"]\n", []string{`question 1: answer "x" is none of the choices`, `question 1: answer "b" stands twice`}, ""},
		{"no right option", q + "ask = \"a\"\nchoices = [\"b\", \"c\"]\n¦answer = []\n", []string{"question 1: answer is empty"}, ""},
		{"twin choices", q + "ask = \"a\"\nchoices = [\"b\", 1, ¦1.0, ¦\"b\"]\nanswer = \"b\"\n", []string{`question 1: choice "1" stands twice`, `question 1: choice "b" stands twice`}, ""},
		{"no choices", q + "ask = \"a\"\n¦choices = []\nanswer = \"b\"\n", []string{"question 1: choices is empty"}, ""},
		{"27 choices", q + "ask = \"a\"\nchoices = ¦[" + numbers(27) + "]\nanswer = 1\n", []string{"question 1: choices has 27 items, at most 26"}, ""},
		{"fixed", q + "ask = \"a\"\nchoices = [\"b\", \"c\"]\nanswer = \"b\"\nfixed = [\"c\", ¦\"d\", ¦\"c\"]\n", []string{`question 1: option "d" is none of the choices`, `question 1: option "c" stands twice`}, ""},
		{"fixed of another type", q + "ask = \"a\"\nchoices = [\"b\", \"c\"]\nanswer = \"b\"\nfixed = ¦\"c\"\n", []string{"question 1: fixed must be true, false or an array of options, not a string"}, ""},
		{"empty list", q + "ask = \"a\"\n¦list = []\n", []string{"question 1: list is empty"}, ""},
		{"101 items", q + "ask = \"a\"\nlist = ¦[" + numbers(101) + "]\n", []string{"question 1: list has 101 items, at most 100"}, ""},
		{"twin items", q + "ask = \"a\"\nlist = [\"b\", ¦\"b\"]\n", []string{`question 1: item "b" stands twice`}, ""},
		{"need", q + "ask = \"a\"\nlist = [\"b\", \"c\"]\nneed = ¦3\n", []string{"question 1: need is 3, want 1 to 2"}, ""},
		{"accept of a list", q + "ask = \"a\"\nlist = [\"b\", \"c\"]\naccept = ¦[\"d\"]\n", []string{"question 1: accept must be a table from an item to an array, not an array"}, ""},
		{"accept of no item", q + "ask = \"a\"\nlist = [\"bread\"]\naccept = { ¦braed = [\"d\"], bread = ¦\"e\" }\n",
			[]string{`question 1: accept names "braed", which is no item`, `question 1: what accept gives for "bread" must be an array, not a string`}, "did you mean bread?"},
		{"accept of an item twice", q + "ask = \"a\"\nlist = [1.5, \"2.5\"]\naccept = { \"1.5\" = [\"d\"], ¦\"1.50\" = [\"e\"], ¦\"2.50\" = [\"f\"] }\n",
			[]string{`question 1: accept names "1.5" twice`, `question 1: accept names "2.50", which is no item`}, ""},
		{"accept of an item in capitals", q + "ask = \"a\"\nlist = [true, 2]\naccept = { ¦True = [\"d\"] }\n", []string{`question 1: accept names "True", which is no item`}, `did you mean "true"?`},
		{"27 in order", q + "ask = \"a\"\norder = ¦[" + numbers(27) + "]\n", []string{"question 1: order has 27 items, at most 26"}, ""},
		{"pair of one", q + "ask = \"a\"\npairs = [[\"b\", \"c\"], ¦[\"d\"]]\n", []string{"question 1: a pair is an array of two"}, `write ["left", "right"]`},
		{"twin lefts", q + "ask = \"a\"\npairs = [[\"b\", \"c\"], [¦\"b\", \"d\"]]\n", []string{`question 1: "b" stands twice on the left`}, ""},
		{"right that is no choice", q + "ask = \"a\"\npairs = [[\"b\", ¦\"c\"]]\nchoices = [\"d\"]\n", []string{`question 1: "c" is none of the choices`}, ""},
		{"empty pairs", q + "ask = \"a\"\n¦pairs = []\n", []string{"question 1: pairs is empty"}, ""},

		// Gaps.
		{"no gap", q + "cloze = ¦\"a b\"\n", []string{"question 1: cloze has no gap"}, "put double braces around what is asked for: {{text}}"},
		{"gap that is open", q + "cloze = ¦\"a {{b\"\n", []string{`question 1: the gap that begins "{{b" is not closed`}, ""},
		{"gap with one brace too many", q + "cloze = ¦\"a {{b}c}}\"\n", []string{`question 1: the gap that begins "{{b}c}}" is not closed`}, ""},
		{"empty gap", q + "cloze = ¦\"a {{c1::}}\"\n", []string{"question 1: a gap is empty"}, ""},
		{"label 0", q + "cloze = ¦\"a {{c0::b}}\"\n", []string{`question 1: label "c0" of a gap is none of c1 to c99`}, ""},
		{"label 100", q + "cloze = ¦\"a {{c100::b}}\"\n", []string{`question 1: label "c100" of a gap is none of c1 to c99`}, ""},
		{"label with a zero", q + "cloze = ¦\"a {{c01::b}}\"\n", []string{`question 1: label "c01" of a gap is none of c1 to c99`}, ""},
		{"labelled and not", q + "cloze = ¦\"a {{c1::b}} {{c}}\"\n", []string{"question 1: labelled and unlabelled gaps are mixed"}, "give every gap a label, as in {{c1::text}}, or none"},
		{"accept of two gaps", q + "cloze = \"a {{b}} {{c}}\"\naccept = ¦[\"d\"]\n", []string{"question 1: accept must be a table where a text has several gaps"}, "write accept = { b = [...] }"},
		{"accept of no gap", q + "cloze = \"a {{b}}\"\naccept = { ¦x = [\"d\"] }\n", []string{`question 1: accept names "x", which is no gap`}, ""},
		{"word bank without a gap", q + "cloze = \"a {{b}}\"\nchoices = ¦[\"c\"]\n", []string{`question 1: the gap "b" is none of the choices`}, ""},
		{"reject that is a gap", q + "cloze = \"a {{b}}\"\nreject = [¦\"b\"]\n", []string{`question 1: reject "b" is a right answer`}, ""},

		// What every kind takes.
		{"hint", q + "ask = \"a\"\nanswer = \"b\"\nhint = ¦3\n", []string{"question 1: hint must be a string or an array of strings, not an integer"}, ""},
		{"explain and alt", q + "ask = \"a\"\nanswer = \"b\"\nexplain = ¦3\n¦alt = \"\"\n", []string{"question 1: explain must be a string, not an integer", "question 1: alt is empty"}, ""},
		{"from", q + "ask = \"a\"\nanswer = \"b\"\nfrom = [{ section = \"S\", paragraph = ¦0 }, ¦1, { ¦chapter = 1, page = ¦true, inferred = ¦1 }]\n",
			[]string{"question 1: paragraph is 0, want 1 to 1000000", "question 1: an item of from must be a string or a table, not an integer",
				`question 1: unknown key "chapter" in from`, "question 1: page must be an integer or a string, not a boolean", "question 1: inferred must be true or false, not an integer"}, ""},
		{"from as a table of its own", q + "ask = \"a\"\nanswer = \"b\"\n[question.from]\nsection = ¦1\n", []string{"question 1: section must be a string, not an integer"}, ""},
		{"absolute image", q + "ask = \"a\"\nanswer = \"b\"\nimage = ¦\"/etc/passwd\"\n", []string{`question 1: image "/etc/passwd" is no path relative to the deck`}, ""},
		{"image outside", q + "ask = \"a\"\nanswer = \"b\"\nimage = ¦\"x/../../y.png\"\n", []string{`question 1: image "x/../../y.png" lies outside the folder of the deck`}, ""},
		{"image with a backslash", q + "ask = \"a\"\nanswer = \"b\"\nimage = ¦'img\\y.png'\n", []string{`question 1: image "img\y.png" holds a backslash`}, ""},
		{"image that is an address", q + "ask = \"a\"\nanswer = \"b\"\nimage = ¦\"https://x.org/y.png\"\n", []string{`question 1: image "https://x.org/y.png" is no path relative to the deck`}, ""},
		{"id", q + "ask = \"a\"\nanswer = \"b\"\nid = ¦\"a/b\"\n", []string{`question 1: id "a/b" is no id`}, ""},
		{"derived id", q + "ask = \"a\"\nanswer = \"b\"\nid = ¦\"~ABCDEFGHIJKLMNOP\"\n", []string{`question 1: id "~ABCDEFGHIJKLMNOP" is no id`}, "an id that begins with ~ is derived from a text and cannot be written"},
		{"id that is not NFC", q + "ask = \"a\"\nanswer = \"b\"\nid = ¦\"e\u0301\"\n", []string{"question 1: id \"e\u0301\" is no id"}, ""},
		{"same id", q + "ask = \"a\"\nanswer = \"b\"\nid = \"x\"\n[[question]]\nask = \"c\"\nanswer = \"d\"\nid = ¦\"x\"\n", []string{`question 2: id "x" is that of the question on line 2`}, ""},
		{"two texts with a fault", q + "ask = ¦\"a\\u001b\"\nanswer = \"b\"\n[[question]]\nask = ¦\"c\\u009b\"\nanswer = \"d\"\n", []string{"question 1: ask holds the control character U+001B", "question 2: ask holds the control character U+009B"}, ""},
		{"same text", q + "ask = \"a  b\"\nanswer = \"b\"\n¦[[question]]\nask = \" a b\"\nanswer = \"d\"\n", []string{"question 2: the text is that of the question on line 2"}, `give one of them an id: id = "..."`},
		{"tags", q + "ask = \"a\"\nanswer = \"b\"\ntags = ¦\"x\"\n", []string{"question 1: tags must be an array, not a string"}, `write tags = ["x"]`},
		{"points and lines", q + "ask = \"a\"\nanswer = \"b\"\npoints = ¦-1\nlines = ¦1.5\n", []string{"question 1: points is -1, want 0 to 10000", "question 1: lines must be an integer, not a float"}, ""},
		{"after", q + "ask = \"a\"\nanswer = \"b\"\nid = \"first\"\n[[question]]\nask = \"c\"\nanswer = \"d\"\nafter = [\"first\", ¦\"frist\"]\n",
			[]string{`question 2: after names "frist", which no question of the deck has as its id`}, "did you mean first?"},
		{"after in a deck that may have parts", "id = \"d\"\n" + q + "ask = \"a\"\nanswer = \"b\"\nafter = [¦\"elsewhere\"]\n",
			[]string{`question 1: after names "elsewhere", which no question of the deck has as its id`}, "if it is in another part of the deck, name that file too"},
		{"after in defaults", "title = \"T\"\ndefaults = { after = [¦\"x\"] }\n[[question]]\nask = \"a\"\nanswer = \"b\"\n", []string{`after names "x", which no question of the deck has as its id`}, ""},
		{"after itself", q + "ask = \"a\"\nanswer = \"b\"\nid = \"x\"\n¦after = [\"x\"]\n", []string{"question 1: after makes a circle: the question waits for itself"}, ""},
		{"after in a circle", q + "ask = \"a\"\nanswer = \"b\"\nid = \"x\"\nafter = [\"y\"]\n[[question]]\nask = \"c\"\nanswer = \"d\"\nid = \"y\"\n¦after = [\"x\"]\n",
			[]string{"question 2: after makes a circle: the question waits for itself"}, ""},
		{"allow", q + "ask = \"a\"\nanswer = \"b\"\nallow = [¦1]\n", []string{"question 1: an item of allow must be a string, not an integer"}, ""},

		// What no text may hold.
		{"control character", q + "ask = ¦\"a\\u0007\"\nanswer = \"b\"\n", []string{"question 1: ask holds the control character U+0007"}, ""},
		{"escape character", q + "ask = ¦\"\\e[31m\"\nanswer = \"b\"\n", []string{"question 1: ask holds the control character U+001B"}, ""},
		{"carriage return", q + "ask = ¦\"a\\rb\"\nanswer = \"b\"\n", []string{"question 1: ask holds the control character U+000D"}, ""},
		{"C1", q + "ask = ¦\"a\u0085\"\nanswer = \"b\"\n", []string{"question 1: ask holds the control character U+0085"}, ""},
		{"right to left", q + "ask = ¦\"a\u202eb\"\nanswer = [¦\"b\u2066\"]\nchoices = [\"b\"]\n", []string{"question 1: ask holds the control character U+202E", "question 1: answer holds the control character U+2066"}, ""},
		{"in a key", q + "cloze = \"a {{b}}\"\naccept = { ¦\"\u202e\" = [\"c\"] }\n", []string{"question 1: accept names \"\ufffd\", which is no gap"}, ""},
		{"long text", q + "ask = ¦\"" + strings.Repeat("x", maxText+1) + "\"\nanswer = \"b\"\n", []string{"question 1: ask is 65537 bytes, at most 65536"}, ""},
	}
}

func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d, ", i+1)
	}
	return b.String()
}

// told returns the faults as a table writes them, with their places.
func told(err error) []string {
	var list ErrorList
	if !errors.As(err, &list) {
		return nil
	}
	var lines []string
	for _, e := range list {
		line := fmt.Sprintf("%d:%d: ", e.Pos.Line, e.Pos.Column)
		if e.Question > 0 {
			line += fmt.Sprintf("question %d: ", e.Question)
		}
		lines = append(lines, line+e.Message)
	}
	return lines
}

func checkFaults(t *testing.T, row faultRow) {
	t.Helper()
	src, places := marked(row.deck)
	_, err := Parse("deck.toml", []byte(src), nil)
	var want []string
	for i, message := range row.faults {
		at := places[min(i, len(places)-1)]
		want = append(want, fmt.Sprintf("%d:%d: %s", at.Line, at.Column, message))
	}
	got := told(err)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if hint := err.(ErrorList)[0].Hint; row.hint != "" && hint != strings.TrimPrefix(row.hint, "-") {
		t.Errorf("hint %q, want %q", hint, row.hint)
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		if !utf8.ValidString(line) || visible(line) != line {
			t.Errorf("%q is not for a terminal", line)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, row := range faultTable() {
		t.Run(row.name, func(t *testing.T) { checkFaults(t, row) })
	}
}
