package lint

import (
	"strings"
	"testing"

	"recto/decks/edit"
)

func TestRepaired(t *testing.T) {
	const was = `
title = "T"
[[question]]
ask = " Who said \u201Ca\"? "
answer = "\"b\""
accept = ["B", "c", "C"]
points = 2
[[question]]
cloze = "d {{c1::e::}}"
accept = { "e" = ["f", "g"] }
`
	const now = `
title = "T"
[[question]]
ask = "Who said “a”?"
answer = "b"
accept = ["c"]
points = 2
[[question]]
cloze = "d {{c1::e}}"
accept = { "e" = ["g"] }
`
	for _, tt := range []struct {
		name, old, with string // of now
		want            bool
	}{
		{"everything at once", "", "", true},
		{"a word", "said", "says", false},
		{"a number", "points = 2", "points = 3", false},
		{"a form more", `["c"]`, `["c", "d"]`, false},
		{"forms in another order", `["c"]`, `["C", "c"]`, false},
		{"a key less", "points = 2\n", "", false},
		{"several forms with their key", "accept = [\"c\"]\n", "", false},
		{"a key more", "points = 2", "points = 2\nlines = 1", false},
		{"a gap", "{{c1::e}}", "{{c2::e}}", false},
		{"a question less", "[[question]]\ncloze = \"d {{c1::e}}\"\naccept = { \"e\" = [\"g\"] }\n", "", false},
		{"no TOML", "points = 2", "points = ", false},
	} {
		if got := repaired([]byte(was), []byte(strings.Replace(now, tt.old, tt.with, 1))); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Fix leaves out what overlaps, what is not sound and what changes more.
func TestFixLeavesOut(t *testing.T) {
	const src = "a = [\" b \", \" c \"]\n"
	fix := func(s ...edit.Splice) Finding { return Finding{Fix: s} }
	left, right, word := edit.Splice{Start: 6, End: 7}, edit.Splice{Start: 8, End: 9}, edit.Splice{Start: 7, End: 8, Text: "x"}
	sound := func([]byte) bool { return true }
	for _, tt := range []struct {
		name     string
		findings []Finding
		sound    func([]byte) bool
		want     string
		made     int
	}{
		{"two repairs", []Finding{fix(left), fix(right)}, sound, "a = [\"b\", \" c \"]\n", 2},
		{"one of several splices", []Finding{fix(left, right)}, sound, "a = [\"b\", \" c \"]\n", 1},
		{"the same splice twice", []Finding{fix(left), fix(left)}, sound, "a = [\"b \", \" c \"]\n", 2},
		{"an overlap", []Finding{fix(left), fix(edit.Splice{Start: 5, End: 8})}, sound, "a = [\"b \", \" c \"]\n", 1},
		{"a change of a word", []Finding{fix(left), fix(word)}, sound, "a = [\"b \", \" c \"]\n", 1},
		{"beyond the file", []Finding{fix(left), fix(edit.Splice{Start: 90, End: 91})}, sound, "a = [\"b \", \" c \"]\n", 1},
		{"nothing is sound", []Finding{fix(left)}, func([]byte) bool { return false }, src, 0},
		{"no repair", []Finding{{}}, sound, src, 0},
	} {
		out, made := Fix([]byte(src), tt.findings, tt.sound)
		if string(out) != tt.want || made != tt.made {
			t.Errorf("%s: %d repairs and %q, want %d and %q", tt.name, made, out, tt.made, tt.want)
		}
	}
}
