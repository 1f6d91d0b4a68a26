package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/quiz/answer"
)

const (
	colours = "list = [\"red\", \"green\", \"blue\", \"yellow\"]\n"
	primes  = "choices = [2, 3, 4, 5, 6]\nanswer = [2, 3, 5]\n"
	seasons = "order = [\"spring\", \"summer\", \"autumn\", \"winter\"]\n"
	towns   = "pairs = [[\"France\", \"Paris\"], [\"Italy\", \"Rome\"]]\n"
)

func TestMatchForPeople(t *testing.T) {
	for _, test := range []struct {
		name, keys, response string
		want                 answer.Match
	}{
		{"right", "answer = 34259\nunit = \"refugees\"\n", "34259",
			answer.Match{Verdict: answer.Correct, Given: "34259", Wanted: "34,259 refugees", Points: 1}},
		{"plainly wrong", "answer = \"Seoul\"\n", "Busan",
			answer.Match{Verdict: answer.Wrong, Given: "Busan", Wanted: "Seoul"}},
		{"a slip", "answer = \"Pyongyang\"\n", "Pyongyng",
			answer.Match{Verdict: answer.Close, Given: "Pyongyng", Wanted: "Pyongyang", Points: 0.5, Note: "one letter is missing"}},
		{"a slip in what is accepted", "answer = \"Ouagadougou\"\naccept = [\"Wagadugu\"]\n", "Wagadug",
			answer.Match{Verdict: answer.Close, Given: "Wagadug", Wanted: "Ouagadougou", Points: 0.5, Note: "one letter is missing", Form: "Wagadugu"}},
		{"an accent", "answer = \"café\"\n", "cafe",
			answer.Match{Verdict: answer.Close, Given: "cafe", Wanted: "café", Points: 0.5, Note: "an accent is missing"}},
		{"the year", "answer = 2024-06-19\n", "19 June",
			answer.Match{Verdict: answer.Close, Given: "19 June", Wanted: "June 19, 2024", Points: 0.5, Note: "the year is missing"}},
		{"two days", "answer = 2024-07-06\n", "7/6/2024",
			answer.Match{Verdict: answer.Close, Given: "7/6/2024", Wanted: "July 6, 2024", Points: 0.5, Note: "this could be two days"}},
		{"mathematics as it is shown", "answer = '$x^2$'\n", "x²",
			answer.Match{Verdict: answer.Correct, Given: "x²", Wanted: "x²", Points: 1}},
		{"mathematics as it is typed", "answer = '$x^2$'\n", "x^2",
			answer.Match{Verdict: answer.Correct, Given: "x^2", Wanted: "x²", Points: 1}},
		{"another formula", "answer = '$x^2$'\n", "x³",
			answer.Match{Verdict: answer.Wrong, Given: "x³", Wanted: "x²"}},
		{"a letter for false", "answer = true\n", "f", answer.Match{Verdict: answer.Wrong, Given: "false", Wanted: "true"}},
		{"a word for true", "answer = true\n", " Yes.", answer.Match{Verdict: answer.Correct, Given: "true", Wanted: "true", Points: 1}},
		{"both", "answer = true\n", "t or f", answer.Match{Verdict: answer.Wrong, Given: "t or f", Wanted: "true", Note: "two different answers"}},
		{"a unit", "answer = 5\nunit = \"km\"\n", "5 miles",
			answer.Match{Verdict: answer.Wrong, Given: "5 miles", Wanted: "5 km", Note: "a different unit"}},
		{"two answers", "answer = \"Iran\"\n", "Iran or Iraq",
			answer.Match{Verdict: answer.Wrong, Given: "Iran or Iraq", Wanted: "Iran", Note: "two different answers"}},
		{"no escape sequence", "answer = \"red\"\n", "\x1b[31mred\u202e",
			answer.Match{Verdict: answer.Wrong, Given: "[31mred", Wanted: "red"}},
		{"items", colours, "green; gren; black",
			answer.Match{Verdict: answer.Wrong, Given: "green; gren; black", Wanted: "red, green, blue, yellow", Points: 0.25, Note: "1 of 4",
				Items: []answer.Item{{Wanted: "red", Verdict: answer.Wrong}, {Wanted: "green", Given: "green", Verdict: answer.Correct},
					{Wanted: "blue", Verdict: answer.Wrong}, {Wanted: "yellow", Verdict: answer.Wrong}}, Extra: []string{"black"}}},
		{"multiple", primes, "a c",
			answer.Match{Verdict: answer.Wrong, Given: "2; 4", Wanted: "2, 3, 5", Note: "1 of 3", Extra: []string{"4"},
				Items: []answer.Item{{Wanted: "2", Given: "2", Verdict: answer.Correct}, {Wanted: "3", Verdict: answer.Wrong}, {Wanted: "5", Verdict: answer.Wrong}}}},
		{"match", towns, "1b",
			answer.Match{Verdict: answer.Wrong, Given: "France = Rome", Wanted: "France = Paris; Italy = Rome", Note: "0 of 2",
				Items: []answer.Item{{Wanted: "France = Paris", Given: "France = Rome", Verdict: answer.Wrong}, {Wanted: "Italy = Rome", Verdict: answer.Wrong}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := block{language: "en", face: "ask", keys: test.keys}
			got, err := answer.Standard{}.Match(b.task(t), test.response)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPoints(t *testing.T) {
	for _, test := range []struct {
		name, keys, response string
		want                 float64
	}{
		{"list, all", colours, "red, green, blue, yellow", 1},
		{"list, half", colours, "red, green", 0.5},
		{"list, a Close item counts as right", colours, "red, grean, blue, yellow", 1},
		{"list, a wrong item costs nothing", colours, "red, green, blue, yellow, black", 1},
		{"list, enough of need", colours + "need = 2\n", "red, green, blue", 1},
		{"multiple, right minus wrong", primes, "a b c", 1.0 / 3},
		{"multiple, never below none", primes, "a c e", 0},
		{"multiple, everything ticked", primes, "abcde", 1.0 / 3},
		{"order, items in their place", seasons, "a b d c", 0.5},
		{"order, none in its place", seasons, "b a d c", 0},
		{"match, one of two", towns, "1a 2a", 0.5},
		{"gaps, one of two", "cloze = \"{{c1::a}} and {{c1::b}}\"\n", "a; c", 0.5},
		{"one answer, Close", "answer = \"Pyongyang\"\n", "Pyongyng", 0.5},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := block{language: "en", face: "ask", keys: test.keys}
			got, err := answer.Standard{}.Match(b.task(t), test.response)
			if err != nil || got.Points != test.want {
				t.Errorf("%q gives %v points, want %v; %v", test.response, got.Points, test.want, err)
			}
		})
	}
}

func TestUnreadResponses(t *testing.T) {
	for _, test := range []struct{ name, keys, response, want string }{
		{"a letter beyond the options", "choices = [\"x\", \"y\"]\nanswer = \"x\"\n", "c", `no option has the letter "c"; answer with a to b`},
		{"a text that no option has", "choices = [\"x\", \"y\"]\nanswer = \"x\"\n", "zebra", `no option reads "zebra"; answer with letters from a to b`},
		{"a letter beyond, among others", primes, "a;f", `no option has the letter "f"; answer with a to e`},
		{"an item twice", seasons, "a a b c", `"spring" stands twice; name each item once`},
		{"a number twice", towns, "1a 1b", `1 is paired twice; name each number once`},
		{"a number beyond", towns, "3a", `there is no item 3 on the left; number the pairs 1 to 2`},
		{"no pair", towns, "a b", `"a b" is no pair; write pairs such as 1c 2a`},
		{"neither", "answer = true\n", "maybe", `"maybe" is neither true nor false; answer with t or f`},
		{"far too long", "answer = \"x\"\n", strings.Repeat("x", 5000), `the response has 5000 bytes; at most 4096 are read here`},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := block{language: "en", face: "ask", keys: test.keys}
			_, err := answer.Standard{}.Match(b.task(t), test.response)
			if err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestVerdictStrings(t *testing.T) {
	for v, want := range map[answer.Verdict]string{0: "", answer.Correct: "correct", answer.Close: "close", answer.Wrong: "wrong"} {
		if v.String() != want {
			t.Errorf("%d is %q, want %q", v, v, want)
		}
	}
}

// A long response must cost a blink, whatever it is made of.
// A stranger's list of a hundred items with a hundred accepted forms each is
// marked without weighing slips, and its exact items count.
func TestHugeList(t *testing.T) {
	var list, accept strings.Builder
	for i := range 100 {
		name := fmt.Sprintf("a wanted item of number %d", i)
		fmt.Fprintf(&list, "%q, ", name)
		fmt.Fprintf(&accept, "%q = [", name)
		for k := range 99 {
			fmt.Fprintf(&accept, "\"form %d of item number %d\", ", k, i)
		}
		accept.WriteString("], ")
	}
	bl := block{language: "en", face: "ask", keys: "list = [" + list.String() + "]\naccept = { " + strings.TrimSuffix(accept.String(), ", ") + " }\ntyped = true\n"}
	var response []string
	for i := range 60 {
		response = append(response, fmt.Sprintf("form 7 of item number %d", i))
	}
	response = append(response, "a wantd item of number 99")
	got, err := (answer.Standard{}).Match(bl.task(t), strings.Join(response, "; "))
	if err != nil || got.Verdict != answer.Close || got.Items[59].Verdict != answer.Correct || got.Items[99].Verdict != answer.Wrong {
		t.Errorf("%v, %v, items 59 and 99: %v, %v", got.Verdict, err, got.Items[59], got.Items[99])
	}
}

func BenchmarkLongList(b *testing.B) {
	keys := "list = ["
	for i := range 100 {
		keys += "\"a wanted item of number " + strings.Repeat("i", i+1) + "\", "
	}
	bl := block{language: "en", face: "ask", keys: keys + "]\ntyped = true\n"}
	task := bl.task(b)
	response := strings.Repeat("a wanted itm of number iii and more; ", 290)
	for b.Loop() {
		if _, err := (answer.Standard{}).Match(task, response); err != nil {
			b.Fatal(err)
		}
	}
}
