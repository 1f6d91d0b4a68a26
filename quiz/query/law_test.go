package query_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"recto/quiz/query"
)

// someQuery draws a query of up to so many levels.
func someQuery(t *rapid.T, levels int) string {
	if levels == 0 || rapid.IntRange(0, 2).Draw(t, "leaf") == 0 {
		return rapid.SampledFrom([]string{
			"capital", "mali", "x", `"a b"`, `"or"`, `"\"q\\"`, "é", "12:30", "a-b", `5"`,
			"tag:geo", "tag:l*", `tag:"law/civil"`, `tag:"*"`, "deck:law", "group:inner", "id:gap", "id:*ask", "kind:cloze",
			"is:new", "is:due", "is:leech", "is:buried", "rated:again", "due<7", "due>=-3", "last:3", "interval>5", "flag:0",
			"lapses!=0", "reps=5", "stability<10", "difficulty>=8", "r<80%", "r>=0.33",
		}).Draw(t, "term")
	}
	a, b := someQuery(t, levels-1), someQuery(t, levels-1)
	switch rapid.IntRange(0, 4).Draw(t, "sign") {
	case 0:
		return "(" + a + " " + b + ")"
	case 1:
		return "(" + a + " or " + b + ")"
	case 2:
		return "-(" + a + ")"
	case 3:
		return a + " and " + b
	}
	return "not (" + a + ") " + b
}

func parse(t interface{ Fatalf(string, ...any) }, text string) query.Query {
	q, err := query.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return q
}

// TestNormalForm writes what was parsed, and parses it to the same.
func TestNormalForm(t *testing.T) {
	_, items := cards(t)
	rapid.Check(t, func(t *rapid.T) {
		text := someQuery(t, 4)
		q := parse(t, text)
		again := parse(t, q.String())
		if again.String() != q.String() || again.Needs() != q.Needs() {
			t.Fatalf("%s is written %s, and that %s", text, q, again)
		}
		for id, it := range items {
			if q.Match(&it, &now) != again.Match(&it, &now) {
				t.Fatalf("%s and %s differ on %s", text, q, id)
			}
		}
	})
}

// TestDeMorgan holds the laws of logic on every card.
func TestDeMorgan(t *testing.T) {
	_, items := cards(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := someQuery(t, 3), someQuery(t, 3)
		for _, law := range [][2]string{
			{fmt.Sprintf("-((%s) (%s))", a, b), fmt.Sprintf("-(%s) or -(%s)", a, b)},
			{fmt.Sprintf("-((%s) or (%s))", a, b), fmt.Sprintf("-(%s) -(%s)", a, b)},
			{fmt.Sprintf("--(%s)", a), a},
			{fmt.Sprintf("(%s) (%s)", a, b), fmt.Sprintf("(%s) (%s)", b, a)},
		} {
			left, right := parse(t, law[0]), parse(t, law[1])
			for id, it := range items {
				if left.Match(&it, &now) != right.Match(&it, &now) {
					t.Fatalf("%s and %s differ on %s", left, right, id)
				}
			}
		}
		if both := parse(t, a).And(parse(t, b)); both.String() != parse(t, fmt.Sprintf("(%s) (%s)", a, b)).String() {
			t.Fatalf("%s and %s together are %s", a, b, both)
		}
	})
}

// TestNarrows holds that a query which narrows another matches less, and sees
// what is typed.
func TestNarrows(t *testing.T) {
	for _, row := range []struct {
		query, other string
		want         bool
	}{
		{"tort", "", true}, {"tort", "tor", true}, {"tor", "tort", false}, {"tort law", "tor", true}, {"law tag:x tort", "tag:x tor", true},
		{"tag:x", "tag:xy", false}, {"a or b", "a", false}, {"-(a b)", "-(a b)", true}, {"", "a", false}, {"due<7 a", "due<7", true},
	} {
		if got := parse(t, row.query).Narrows(parse(t, row.other)); got != row.want {
			t.Errorf("%q narrows %q: %v", row.query, row.other, got)
		}
	}
	_, items := cards(t)
	rapid.Check(t, func(t *rapid.T) {
		other := parse(t, someQuery(t, 2))
		q := parse(t, someQuery(t, 2)).And(other)
		if rapid.Bool().Draw(t, "by chance") {
			q = parse(t, someQuery(t, 2))
		}
		if !q.Narrows(other) {
			return
		}
		for id, it := range items {
			if q.Match(&it, &now) && !other.Match(&it, &now) {
				t.Fatalf("%s narrows %s, but not on %s", q, other, id)
			}
		}
	})
}

// FuzzParse parses anything: no panic, errors with a place inside of the text
// and no control character, and what is parsed has a normal form.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"tag:law due<7 lapses>3 is:leech", `(a or -"b c") not r<80%`, `"\"\\`, "id:*x*", "-", "((", "a:b", "due<1e3", "-0", "due:-0",
		`日本 "`, "is:\x1b", "a:\x1b", "\u202e:", "due <7", "due \"<7\"", "\xff", strings.Repeat("-", 200) + "a", strings.Repeat("(", 200), "a\u00a0b", "tag:*", "\u0301", "q:İ",
	} {
		f.Add(text)
	}
	_, items := cards(f)
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		q, err := query.Parse(text)
		if err != nil {
			e := err.(*query.Error)
			if e.From < 0 || e.From > e.To || e.To > len(e.Query) || e.Message == "" {
				t.Fatalf("%q: place %d to %d, message %q", text, e.From, e.To, e.Message)
			}
			if strings.ContainsAny(e.Error(), "\x1b\x00\u202e") {
				t.Fatalf("%q: the error commands a terminal: %q", text, e)
			}
			return
		}
		for _, it := range items {
			q.Match(&it, &now)
		}
		if normal := q.String(); len(normal) <= 4096 {
			if again := parse(t, normal); again.String() != normal {
				t.Fatalf("%q is written %q, and that %q", text, normal, again)
			}
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("%q took %v", text, took)
		}
	})
}
