package query_test

import (
	"testing"
	"time"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/query"
)

const today = quiz.Day(20_000)

// now is the day of the tests; a card is remembered as well as its stability
// in days goes into 100.
var now = query.Now{Day: today, Leech: 8, Recall: func(_ decks.CardID, p *quiz.Progress) float64 { return min(p.Stability/100, 1) }}

// deck is what the queries of the tests are asked about.
const deck = `
title = "Law and Land"
id = "law"
[group.numbers]
title = "The *numbers*"
[group.inner]
group = "numbers"
[[question]]
id = "q1"
ask = "What is the **capital** of Burkina Faso?"
answer = "Ouagadougou"
accept = ["Wagadugu"]
tags = ["Geo", "law/civil"]
[[question]]
id = "cafés"
ask = "Straße   der “Cafés” – where?"
choices = ["Berlin", "Paris"]
answer = "Paris"
tags = ["lawyer"]
group = "inner"
[[question]]
id = "gap"
cloze = "{{c1::Bamako}} is the capital of {{c2::Mali}}, $x^2$."
tags = ["geo::africa"]
[[question]]
id = "war"
ask = "Hund"
answer = "dog"
reverse = true
`

// cards returns the cards of the deck by the last parts of their ids, with
// progress of all sorts.
func cards(t testing.TB) (ids []string, items map[string]query.Item) {
	d, err := decks.Parse("law.toml", []byte(deck), nil)
	if err != nil {
		t.Fatal(err)
	}
	due := func(n int) quiz.Progress {
		return quiz.Progress{State: quiz.Review, Reps: 5, Last: today - 10, DueDay: today + quiz.Day(n), Stability: 20, Difficulty: 5, Rated: quiz.Good}
	}
	progress := map[string]quiz.Progress{"q1/ask": due(0), "cafés/ask": due(6), "gap/c1": due(-3), "war/ask": due(1)}
	p := progress["q1/ask"]
	p.Lapses, p.Rated, p.Flag = 9, quiz.Again, 2
	progress["q1/ask"] = p
	p = progress["gap/c1"]
	p.Suspended, p.Difficulty, p.Stability = true, 8.5, 85
	progress["gap/c1"] = p
	p = progress["war/ask"]
	p.State, p.Due, p.Last, p.Buried = quiz.Relearning, time.Unix(0, 0), today, today+1
	progress["war/ask"] = p
	items = map[string]query.Item{}
	for _, q := range d.Questions {
		for _, c := range q.Cards() {
			id := c.ID.Question + "/" + string(c.Face)
			ids = append(ids, id)
			items[id] = query.NewItem(c, progress[id])
		}
	}
	return ids, items
}

func TestMatch(t *testing.T) {
	const everything = "q1/ask cafés/ask gap/c1 gap/c2 war/ask war/reverse "
	for _, row := range []struct{ name, query, want string }{
		{"nothing asked", "  ", everything},
		{"a word", "capital", "q1/ask gap/c1 gap/c2 "},
		{"case", "CAPITAL burkina", "q1/ask "},
		{"inside a word", "gadou", "q1/ask "},
		{"an accepted answer", "wagadugu", "q1/ask "},
		{"accents", "CAFES", "cafés/ask "},
		{"accents asked for", "cafés", "cafés/ask "},
		{"sharp s", "strasse", "cafés/ask "},
		{"quotes and dashes and spaces", `"strasse der \"cafés\" - where?"`, "cafés/ask "},
		{"a choice", "berlin", "cafés/ask "},
		{"the text of a tag", "africa", "gap/c1 gap/c2 "},
		{"the id", "law/war/", "war/ask war/reverse "},
		{"a phrase", `"capital of"`, "q1/ask gap/c1 gap/c2 "},
		{"a phrase without markup", `"the capital"`, "q1/ask gap/c1 gap/c2 "},
		{"not across texts", `"Faso? Ouagadougou"`, ""},
		{"a gap is not in its own text, but its answer is", "bamako", "gap/c1 gap/c2 "},
		{"both", "capital mali", "gap/c1 gap/c2 "},
		{"and", "capital AND mali", "gap/c1 gap/c2 "},
		{"or", "mali or paris", "cafés/ask gap/c1 gap/c2 "},
		{"or is weaker", "capital mali or paris", "cafés/ask gap/c1 gap/c2 "},
		{"parentheses", "capital (mali or faso) -kind:cloze", "q1/ask "},
		{"minus", "-capital", "cafés/ask war/ask war/reverse "},
		{"not", "not capital", "cafés/ask war/ask war/reverse "},
		{"not not", "not -capital", "q1/ask gap/c1 gap/c2 "},
		{"minus of parentheses", "-(capital or hund)", "cafés/ask "},
		{"keywords in quotes", `"or"`, ""},
		{"mathematics as it is written", "x^2", "gap/c1 gap/c2 "},
		{"mathematics as it is shown", "x²", "gap/c1 gap/c2 "},
		{"tag", "tag:geo", "q1/ask gap/c1 gap/c2 "},
		{"tag below", "tag:law", "q1/ask "},
		{"tag with stars", "tag:law*", "q1/ask cafés/ask "},
		{"tag with stars inside", "tag:l*w*r", "cafés/ask "},
		{"tag with a star in quotes", `tag:"law*"`, ""},
		{"deck", "DECK:Law", everything},
		{"another deck", "deck:la", ""},
		{"kind", "kind:cloze", "gap/c1 gap/c2 "},
		{"kind of a reverse", "kind:short", "q1/ask war/ask war/reverse "},
		{"group", "group:inner", "cafés/ask "},
		{"group above", `group:"the *numbers*"`, "cafés/ask "},
		{"question id", "id:gap", "gap/c1 gap/c2 "},
		{"card id", "id:law/gap/c2", "gap/c2 "},
		{"id with deck", "id:law/cafes", "cafés/ask "},
		{"id with a star", "id:*/reverse", "war/reverse "},
		{"new", "is:new", "gap/c2 war/reverse "},
		{"learning", "is:learning", "war/ask "},
		{"relearning", "is:relearning", "war/ask "},
		{"review", "is:review", "q1/ask cafés/ask gap/c1 "},
		{"due", "is:due", "q1/ask "},
		{"suspended", "is:suspended", "gap/c1 "},
		{"buried", "is:buried", "war/ask "},
		{"leech", "is:leech", "q1/ask "},
		{"flagged", "is:flagged", "q1/ask "},
		{"rated", "rated:again", "q1/ask "},
		{"rated by number", "rated:3", "cafés/ask gap/c1 war/ask "},
		{"due within", "due<7", "q1/ask cafés/ask gap/c1 war/ask "},
		{"due today or before", "due<=0", "q1/ask gap/c1 "},
		{"overdue", "due<-2", "gap/c1 "},
		{"due on a day", "due:1", "war/ask "},
		{"not due within takes the new ones", "-due<7", "gap/c2 war/reverse "},
		{"answered today", "last:1", "war/ask "},
		{"answered within", "last:11", "q1/ask cafés/ask gap/c1 war/ask "},
		{"not answered for", "last>=10", "q1/ask cafés/ask gap/c1 "},
		{"interval", "interval>15", "cafés/ask "},
		{"lapses", "lapses>3", "q1/ask "},
		{"no lapses", "lapses=0 -is:new", "cafés/ask gap/c1 war/ask "},
		{"reps", "reps>=5", "q1/ask cafés/ask gap/c1 war/ask "},
		{"stability", "stability>20", "gap/c1 "},
		{"difficulty", "difficulty>=8", "gap/c1 "},
		{"retrievability", "retrievability<0.5", "q1/ask cafés/ask war/ask "},
		{"retrievability in percent", "r>=85%", "gap/c1 "},
		{"flag", "flag:2", "q1/ask "},
		{"another flag", "flag!=2 reps>0", "cafés/ask gap/c1 war/ask "},
		{"everything together", "geo lapses>3 (is:leech or is:new) -tag:law*", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			q, err := query.Parse(row.query)
			if err != nil {
				t.Fatal(err)
			}
			ids, items := cards(t)
			got := ""
			for _, id := range ids {
				it := items[id]
				if q.Match(&it, &now) {
					got += id + " "
				}
			}
			if got != row.want {
				t.Errorf("%s\n got %s\nwant %s", row.query, got, row.want)
			}
		})
	}
}

func TestString(t *testing.T) {
	for _, row := range []struct{ query, want string }{
		{"", ""},
		{"  a   AND\tb ", "a b"},
		{"((a)) (b c)", "a b c"},
		{"a or (b or c)", "a or b or c"},
		{"(a or b) not (c d)", "(a or b) -(c d)"},
		{"NOT tag:x", "-tag:x"},
		{`"a b" "c" "or" "-x" "tag:y" "a(b"`, `"a b" c "or" "-x" "tag:y" "a(b"`},
		{`5" c:`, ``},
		{`tag:"a b" tag:"a*" tag:a* deck="x"`, `tag:"a b" tag:"a*" tag:a* deck:x`},
		{"r<80% last:7 due:3 FLAG:2 rated:1", "retrievability<0.8 last<7 due=3 flag=2 rated:again"},
	} {
		q, err := query.Parse(row.query)
		if (err != nil) != (row.want == "" && row.query != "") {
			t.Fatalf("%s: %v", row.query, err)
		}
		if got := q.String(); got != row.want {
			t.Errorf("%s is written %s, want %s", row.query, got, row.want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, row := range []struct{ name, query, want string }{
		{"a state", "tag:x is:lech y", "column 10: is: knows no \"lech\"\n    tag:x is:lech y\n             ^^^^\nhint: did you mean is:leech?"},
		{"a far state", "is:xyzzy", "column 4: is: knows no \"xyzzy\"\n    is:xyzzy\n       ^^^^^\nhint: is: takes new, learning, relearning, review, due, suspended, buried, leech and flagged"},
		{"a field", "lapse>3", "column 1: unknown field \"lapse\"\n    lapse>3\n    ^^^^^\nhint: did you mean lapses>? to search for it as text write \"lapse>3\""},
		{"an address", "https://x", "column 1: unknown field \"https\"\n    https://x\n    ^^^^^\nhint: to search for it as text write \"https://x\""},
		{"no value", "a tag: b", "column 3: tag: has no value\n    a tag: b\n      ^^^^\nhint: for example tag:law"},
		{"a space before the sign", "tag:law due <7", "column 13: no space stands before the sign of a field\n    tag:law due <7\n                ^^\nhint: for example due<7"},
		{"spaces around it", "DUE >= 7", "column 5: no space stands before the sign of a field\n    DUE >= 7\n        ^^\nhint: for example due<7"},
		{"a space before a colon", "tag :law", "column 5: no space stands before the sign of a field\n    tag :law\n        ^^^^\nhint: for example tag:law"},
		{"an empty value", `tag:""`, "column 1: tag: has no value\n    tag:\"\"\n    ^^^^^^\nhint: for example tag:law"},
		{"an empty phrase", `a ""`, "column 3: there is nothing to search for in it\n    a \"\"\n      ^^"},
		{"no number", "due<soon", "column 5: \"soon\" is no number\n    due<soon\n        ^^^^\nhint: for example due<7"},
		{"not a number", "due<nan", "column 5: \"nan\" is no number\n    due<nan\n        ^^^\nhint: for example due<7"},
		{"a huge number", "due<1e12", "column 5: \"1e12\" is too large\n    due<1e12\n        ^^^^"},
		{"a share", "due<7%", "column 5: due is no share and takes no %\n    due<7%\n        ^^\nhint: for example due<7"},
		{"too much", "r<80", "column 3: retrievability is from 0 to 1, or to 100%\n    r<80\n      ^^\nhint: for example r<80%"},
		{"a flag", "flag:8", "column 6: a flag is from 0 to 7\n    flag:8\n         ^\nhint: flag:0 is none"},
		{"no order", "tag<law", "column 1: tag is no number and takes no <\n    tag<law\n    ^^^^^^^\nhint: for example tag:law"},
		{"a kind", "kind:clozes", "column 6: kind: knows no \"clozes\"\n    kind:clozes\n         ^^^^^^\nhint: did you mean kind:cloze?"},
		{"a rating", "rated:5", "column 7: rated: knows no \"5\"\n    rated:5\n          ^\nhint: rated: takes again, hard, good and easy"},
		{"an open quote", `日本 "b c`, "column 4: this quote is not closed\n    日本 \"b c\n         ^\nhint: write a second \" behind the words"},
		{"an open parenthesis", "a (b or c", "column 3: this parenthesis is not closed\n    a (b or c\n      ^\nhint: to search for it as text write \"(\""},
		{"a closed parenthesis", "a) b", "column 2: this parenthesis closes none\n    a) b\n     ^"},
		{"nothing in parentheses", "a ()", "column 4: there is nothing in the parentheses\n    a ()\n       ^\nhint: to search for it as text write \"()\""},
		{"or at the end", "a or", "column 5: a term is missing at the end\n    a or\n        ^"},
		{"or at the beginning", "or a", "column 1: a term is missing before \"or\"\n    or a\n    ^^\nhint: to search for it as text write \"or\""},
		{"a lone minus", "a - b", "column 3: nothing stands behind \"-\" that a card must not match\n    a - b\n      ^\nhint: to search for it as text write \"-\""},
		{"a not at the end", "a not", "column 3: nothing stands behind \"not\" that a card must not match\n    a not\n      ^^^\nhint: to search for it as text write \"not\""},
		{"what could command a terminal", "is:\x1b[31m", "column 4: is: knows no \"\ufffd[31m\"\n    is:\ufffd[31m\n       ^^^^^\nhint: is: takes new, learning, relearning, review, due, suspended, buried, leech and flagged"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := query.Parse(row.query)
			if err == nil || err.Error() != row.want {
				t.Errorf("%s\ngot:\n%v\nwant:\n%s", row.query, err, row.want)
			}
		})
	}
}

func TestNeeds(t *testing.T) {
	for _, row := range []struct {
		query string
		want  query.Needs
	}{
		{"", 0},
		{"tag:a deck:b group:c id:d", 0},
		{"word", query.Text},
		{"kind:cloze", query.Kind},
		{"-(tag:a or is:due)", query.History},
		{"due<3 rated:good last:2", query.History},
		{"r<0.3", query.History | query.Recall},
		{"a (kind:order or r<0.3)", query.Text | query.Kind | query.History | query.Recall},
	} {
		q, err := query.Parse(row.query)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Needs(); got != row.want {
			t.Errorf("%s needs %b, want %b", row.query, got, row.want)
		}
	}
}
