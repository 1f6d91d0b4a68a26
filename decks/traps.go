package decks

import (
	"bytes"
	"regexp"
	"strings"
)

// trap is a mistake that TOML makes easy: what it looks like and what to write.
type trap struct {
	sign    *regexp.Regexp
	message string // "" keeps the parser's; %s is the value
	hint    string
}

// lineTraps are known by the line that the parser stops in. They are told at
// its start.
var lineTraps = []trap{
	{regexp.MustCompile(`^(<{7}|={7}|>{7}|\|{7})( |\r?$)`), "a mark of a merge conflict", "settle the conflict and remove the lines that begin <<<<<<<, ======= and >>>>>>>"},
	{regexp.MustCompile(`^\s*(\[\[[^\[\],]*\]|\[[^\[\],]*\]\]|\[{3,}[^\[\],]*\]*)\s*(#.*)?$`), "the brackets of a header do not match", "every question begins with [[question]], two brackets on both sides"},
	{regexp.MustCompile(`^\s*//`), "a comment begins with #", ""},
	{regexp.MustCompile(`^\s*(- +)?[A-Za-z_]+:(\s|$)`), "a colon stands behind a key", `write key = value, as in ask = "..."`},
	{regexp.MustCompile(`^\s*[\w-]*[^\x00-\x7f]\S*\s*=`), "a key of other letters than a to z has no quotes", `write "größe" = ...; keys of your own begin with x-`},
}

const typographicHint = `put straight quotes around a text: "text"`

// valueTraps are known by the value that the parser stops in. They are told at
// its start.
var valueTraps = []trap{
	{regexp.MustCompile(`^[“”„«»‘’‚]`), "a typographic quote is no quote of TOML", typographicHint},
	{regexp.MustCompile(`^(True|TRUE|False|FALSE|yes|no|Yes|No)$`), "%s is no value", "write true or false, in small letters"},
	{regexp.MustCompile(`^(?i:none|null|nil|undefined)$`), "%s is no value", "a key without a value is left out"},
	{regexp.MustCompile(`^[+-]?\d{1,3}([, '’]\d{3})+(\.\d+)?$|^[+-]?\d{1,3}(\.\d{3}){2,}$`), "%s is no number", "write a number without separators: 1500 or 1_500"},
	{regexp.MustCompile(`^[+-]?\d[\d.]*,\d+$`), "%s is no number", "a decimal number has a point: 3.5"},
	{regexp.MustCompile(`^[+-]?(\.\d+|\d+\.)$`), "%s is no number", "digits stand on both sides of the point: 0.5"},
	{regexp.MustCompile(`^[+-]?\d[\d.,]*\s*%$`), "%s is no number", `write the number alone and the sign as its unit: answer = 25 and unit = "%"; elsewhere in quotes: "25%"`},
	{regexp.MustCompile(`^[+-]?\d+\s*/\s*\d+$|^[+-]?\d*\s*\p{No}$`), "%s is no number", `write a fraction in quotes, "3/4", or as a decimal number, 0.75`},
	{regexp.MustCompile(`^\d{4}-\d{2}$`), "%s is no whole date", `a date has a day, 2024-10-24; write a month in quotes: "October 2024"`},
	{regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`), "", ""},
	{regexp.MustCompile(`^\d{4}[./-]\d{1,2}[./-]\d{1,2}$`), "%s is no date", "write a date as 2024-10-24"},
	{regexp.MustCompile(`^\d{1,2}([./-])\d{1,2}[./-]\d{2,4}$|^\d{1,2}\.? \pL+ \d{4}$`), "%s is no date", "write a date as 2024-10-24"},
	{regexp.MustCompile(`^\d+\s*[-–]\s*\d+$`), "%s is no number", `write a range in quotes, "5-6", or as what is right: answer = 5 and tolerance = [5, 6]`},
	{regexp.MustCompile(`^[+-]?0\d+$`), "%s begins with a zero", `write the number without it, or in quotes where the zeros count: "007"`},
	{regexp.MustCompile(`^[−–]\s*\d`), "%s is no number", "a minus is the sign of the keyboard: -5"},
	{regexp.MustCompile(`^[+-]?\d[\d_.,]*\s*[*^×·+]`), "%s is no number", "write the number out, 1000 or 1e3, or a text in quotes"},
	{regexp.MustCompile(`^\d+s$`), "%s is no number", `put quotes around a text: "1990s"`},
	{regexp.MustCompile(`^[+-]?\d[\d_.]*\s*[\pL°€$£µ]`), "%s is no number", `write the number alone and what follows as its unit: answer = 25 and unit = "km"`},
	{regexp.MustCompile(`^[\p{Sc}~≈<>≤≥]\s*\d`), "%s is no number", `write the number alone, answer = 5 and unit = "€", or a text in quotes`},
	{regexp.MustCompile("^[\\pL(`*<]"), "%s is no value", `put quotes around a text: "text"`},
}

// keyFirst and moreFirst are what may stand behind a value where a line was
// not ended, or brackets are missing.
var (
	keyFirst  = regexp.MustCompile(`^([a-z_]+)[ \t]*=`)
	moreFirst = regexp.MustCompile(`^,[ \t]*[^ \t\r\n#]`)
)

// behindHint tells how rest came to stand behind a value.
func behindHint(value string, rest []byte) string {
	key := keyFirst.FindSubmatch(rest)
	switch {
	case key != nil && (keyBits[string(key[1])] != 0 || contains(deckKeys, string(key[1]))):
		return "every key begins on a line of its own"
	case moreFirst.Match(rest):
		return "several values stand in an array: [..., ...]"
	case bytes.HasPrefix(rest, []byte(",")), bytes.HasPrefix(rest, []byte(";")):
		return "nothing stands at the end of a line, no comma and no semicolon"
	case bytes.HasPrefix(rest, []byte("//")):
		return "a comment begins with #"
	case strings.HasPrefix(value, "'"):
		return "the text ends before this; a text that holds ' stands between double quotes"
	case strings.HasPrefix(value, `"`):
		return `the text ends before this; a quote inside a text is written \" between double quotes`
	}
	return ""
}
