package decks

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// syntaxFault returns the fault that tells why a text is no TOML. It stands at
// the place that the parser names, but at the start of the value where that
// shows a known trap.
func (s *source) syntaxFault(err error) fault {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return fault{place: onOffset, message: visible(err.Error())}
	}
	at := max(0, min(parse.Position.Start, len(s.text)))
	if strings.Contains(parse.Message, "already") {
		if _, twice := locate(s.text); twice != nil {
			return s.duplicateFault(twice)
		}
	}
	if strings.Contains(parse.Message, "control characters") {
		at = rawControl(s.text, at)
	}
	f := fault{place: onOffset, offset: at, message: syntaxMessage(parse)}
	s.explain(&f)
	return f
}

// rawControl returns the offset of the first control character at or behind
// from, from itself when there is none.
func rawControl(text []byte, from int) int {
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\t', c == '\n', c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c < 0x20, c == 0x7f:
			return i
		}
	}
	return from
}

// duplicateFault tells of a key that stands twice.
func (s *source) duplicateFault(d *duplicate) fault {
	name := s.keyAt(d.second)
	f := fault{place: onOffset, offset: d.second,
		message: fmt.Sprintf("key %s stands twice, first on line %d", quote(name), s.position(d.first).Line)}
	line := strings.TrimSpace(string(s.lineAt(d.second)))
	if strings.HasPrefix(line, "[question]") {
		f.hint = "every question begins with [[question]], two brackets"
	}
	return f
}

// keyAt returns the key that stands at an offset.
func (s *source) keyAt(offset int) string {
	k := scanner{src: s.text, i: offset}
	return keyText(k.keyPart())
}

// maxMessage is how many bytes of what the parser says are told; it may quote
// the file at any length.
const maxMessage = 200

// syntaxMessage returns what the parser says, in the manner of the house.
func syntaxMessage(e toml.ParseError) string {
	m := visible(e.Message)
	if len(m) < 2 {
		return "not TOML"
	}
	if len(m) > maxMessage {
		m = strings.ToValidUTF8(m[:maxMessage], "") + "..."
	}
	if second, _ := utf8.DecodeRuneInString(m[1:]); second < 'A' || second > 'Z' {
		m = strings.ToLower(m[:1]) + m[1:]
	}
	return strings.ReplaceAll(strings.TrimSuffix(m, "."), "\n", " ")
}

// trap is a mistake that TOML makes easy: what it looks like and what to write.
type trap struct {
	sign    *regexp.Regexp
	message string // "" keeps the parser's; %s is the value
	hint    string
}

// lineTraps are known by the line that the parser stops at.
var lineTraps = []trap{
	{regexp.MustCompile(`^(<{7}|={7}|>{7}|\|{7})( |$)`), "a mark of a merge conflict", "settle the conflict and remove the lines that begin <<<<<<<, ======= and >>>>>>>"},
}

// valueTraps are known by the value that the parser stops in.
var valueTraps = []trap{
	{regexp.MustCompile(`^[“”„«»‘’‚]`), "a typographic quote is no quote of TOML", `put straight quotes around a text: "text"`},
	{regexp.MustCompile(`^(True|TRUE|False|FALSE|yes|no|Yes|No)$`), "%s is no value", "write true or false, in small letters"},
	{regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$`), "%s is no number", "write a number without separators: 1500 or 1_500"},
	{regexp.MustCompile(`^[+-]?\d+,\d+$`), "%s is no number", "a decimal number has a point: 3.5"},
	{regexp.MustCompile(`^[+-]?\d[\d.]*\s*%$`), "%s is no number", `write the number alone and the sign as its unit: answer = 25 and unit = "%"; elsewhere in quotes: "25%"`},
	{regexp.MustCompile(`^[+-]?\d+\s*/\s*\d+$`), "%s is no number", `write a fraction in quotes, "3/4", or as a decimal number, 0.75`},
	{regexp.MustCompile(`^\d{4}-\d{2}$`), "%s is no whole date", `a date has a day, 2024-10-24; write a month in quotes: "October 2024"`},
	{regexp.MustCompile(`^[+-]?0\d+$`), "%s begins with a zero", `write the number without it, or in quotes where the zeros count: "007"`},
	{regexp.MustCompile(`^[+-]?\d[\d_.]*\s*[\pL°€$£µ]`), "%s is no number", `write the number alone and what follows as its unit: answer = 25 and unit = "km"`},
	{regexp.MustCompile(`^\pL`), "%s is no value", `put quotes around a text: "text"`},
}

// explain gives a syntax fault the message and the hint of the trap that the
// text shows.
func (s *source) explain(f *fault) {
	for _, t := range lineTraps {
		if t.sign.Match(s.lineAt(f.offset)) {
			f.offset, f.message, f.hint = s.lineStart(f.offset), t.message, t.hint
			return
		}
	}
	if s.explainText(f) {
		return
	}
	start, value := s.valueAround(f.offset)
	if len(value) > maxMessage {
		return
	}
	if value == "" {
		if key := s.keyOfLine(f.offset); key >= 0 && strings.Contains(f.message, "expected value") {
			f.offset, f.message = key, fmt.Sprintf("%s has no value", quote(s.keyAt(key)))
		}
		return
	}
	for _, t := range valueTraps {
		if t.sign.MatchString(value) {
			f.offset, f.hint = start, t.hint
			f.message = t.message
			if strings.Contains(t.message, "%s") {
				f.message = fmt.Sprintf(t.message, quote(value))
			}
			return
		}
	}
}

// explainText does so for a fault inside a string, and reports whether it is
// one.
func (s *source) explainText(f *fault) bool {
	switch m := strings.ToLower(f.message); {
	case strings.Contains(m, "escape"), strings.Contains(m, "hexadecimal digits after"):
		f.offset = badEscape(s.text, f.offset)
		f.hint = `in double quotes a backslash begins an escape: use single quotes, 'C:\dir', or write \\`
	case strings.Contains(m, "strings cannot contain newlines"):
		f.hint = `close the quote on its line; a text of several lines stands between """ and """`
	case strings.Contains(m, "unexpected eof; expected '\"") || strings.Contains(m, `unexpected eof; expected "'`):
		k := scanner{src: s.text}
		k.run()
		f.offset = k.opened
		f.message = "the text that begins here is not closed"
	default:
		return false
	}
	return true
}

// badEscape returns the offset of the first backslash at or behind from that
// begins no escape of TOML, from itself when there is none.
func badEscape(text []byte, from int) int {
	for i := from; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		i++
		digits := 0
		switch text[i] {
		case 'b', 't', 'n', 'f', 'r', 'e', '"', '\\', '\n', '\r':
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		case ' ', '\t':
			if rest := bytes.TrimLeft(text[i:], " \t\r"); len(rest) == 0 || rest[0] != '\n' {
				return i - 1
			}
		default:
			return i - 1
		}
		if digits > 0 && (i+digits >= len(text) || !utf8.ValidRune(hexRune(text[i+1:i+1+digits]))) {
			return i - 1
		}
	}
	return from
}

// keyOfLine returns the offset of the key of the line that holds an offset, -1
// when it has none.
func (s *source) keyOfLine(offset int) int {
	k := scanner{src: s.text, i: s.lineStart(offset)}
	k.skipSpace()
	start := k.i
	if len(k.keyPart()) == 0 {
		return -1
	}
	return start
}

// valueAround returns the bare value that a parser stopped in, and its offset;
// "" when it is none: the whole value of the line, or one item of an array.
func (s *source) valueAround(offset int) (start int, value string) {
	lineStart := s.lineStart(offset)
	line := string(s.lineAt(offset))
	k := scanner{src: s.text, i: lineStart}
	k.key()
	k.skipSpace()
	if k.i < len(k.src) && k.src[k.i] == '=' && k.i <= offset {
		k.i++
		k.skipSpace()
		start = k.i
		value = line[min(len(line), start-lineStart):]
		if cut := strings.IndexByte(value, '#'); cut >= 0 {
			value = value[:cut]
		}
		value = strings.TrimSpace(value)
		if value == "" || !strings.ContainsRune("[{\"'", rune(value[0])) {
			return start, value
		}
	}
	const ends = " \t,[]{}=#\"'"
	in := max(0, min(offset-lineStart, len(line)))
	from := strings.LastIndexAny(line[:in], ends) + 1
	to := len(line)
	if end := strings.IndexAny(line[in:], ends); end >= 0 {
		to = in + end
	}
	return lineStart + from, line[from:to]
}

// escapeHint tells how a text that begins with a control character came about
// when it looks like a backslash in double quotes.
func escapeHint(s string) string {
	if c := s[0]; strings.IndexByte("\a\b\f\r\t\v\x1b", c) >= 0 && len(s) > 1 && isLetter(s[1]) {
		return `in double quotes a backslash begins an escape, and \t is a tab: use single quotes, or write \\`
	}
	return ""
}

// texTail reports whether s, which follows a tab, is the rest of a command of
// mathematics whose name begins with t.
func texTail(s string) bool {
	switch firstWord(s) {
	case "imes", "heta", "au", "ilde", "riangle", "frac", "herefore":
		return true
	}
	return strings.HasPrefix(s, "ext{")
}
