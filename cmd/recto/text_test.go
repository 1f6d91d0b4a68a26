package main

import (
	"regexp"
	"strings"
	"testing"

	"recto/decks/markup"
)

// What "recto help text" says of mathematics is so.
func TestHelpText(t *testing.T) {
	text, ok := topic([]string{"text"})
	if !ok {
		t.Fatal("there is no such topic")
	}
	formulas := regexp.MustCompile(`\$[^$]+\$`)
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(line, "  $") {
			continue
		}
		var got []string
		for _, f := range formulas.FindAllString(line, -1) {
			got = append(got, markup.Line(f))
		}
		_, want, _ := strings.Cut(line[strings.LastIndexByte(line, '$'):], "$")
		if s := strings.Join(got, "  "); s != strings.TrimSpace(want) {
			t.Errorf("%s\nis shown as %s", line, s)
		}
		n++
	}
	if n < 5 {
		t.Errorf("%d lines with formulas", n)
	}
}

func TestPrintable(t *testing.T) {
	for _, tt := range [][2]string{
		{"plain é 東京", "plain é 東京"},
		{"a\x1b[2Jb", "a\uFFFD[2Jb"},
		{"a\tb\r\n", "a b  "},
		{"\u202eoverride", "\uFFFDoverride"},
		{"👩\u200d🏫", "👩\u200d🏫"},
		{"no-break\u00a0space", "no-break\u00a0space"},
		{"\xff", "\uFFFD"},
	} {
		if got := printable(tt[0]); got != tt[1] {
			t.Errorf("printable(%q) is %q, want %q", tt[0], got, tt[1])
		}
	}
}
