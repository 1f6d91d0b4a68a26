package decks

import (
	"bytes"
	"errors"
	"fmt"
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
		return fault{place: onOffset, offset: at, message: fmt.Sprintf("a control character U+%04X", s.text[min(at, len(s.text)-1)])}
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
	switch line := strings.TrimSpace(string(s.lineAt(d.second))); {
	case strings.HasPrefix(line, "[question]"):
		f.hint = "every question begins with [[question]], two brackets"
	case strings.HasPrefix(line, "[[question]]"):
		f.hint = "questions stand either in question = [...] or below [[question]] each"
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

// explain gives a syntax fault the message and the hint of the trap that the
// text shows.
func (s *source) explain(f *fault) {
	if s.explainText(f) {
		return
	}
	line := s.lineAt(f.offset)
	if len(line) > 1<<12 {
		line = nil
	}
	for _, t := range lineTraps {
		if t.sign.Match(line) {
			f.offset, f.message, f.hint = s.firstOnLine(f.offset), t.message, t.hint
			return
		}
	}
	if s.explainOpen(f) {
		return
	}
	if strings.Contains(f.message, "is out of range for") {
		f.message, f.hint = "the number is too large", "write it in quotes, or a whole number with an exponent: 1e20"
		return
	}
	start, value, whole := s.valueAround(f.offset)
	if value == "" {
		if key := s.keyOfLine(f.offset); key >= 0 && strings.Contains(f.message, "expected value") {
			f.offset, f.message = key, fmt.Sprintf("%s has no value", quote(s.keyAt(key)))
			return
		}
	}
	if whole || strings.Contains(f.message, "expected value") || strings.IndexByte("+-0123456789", (value + "x")[0]) >= 0 {
		if explainValue(f, start, value) {
			return
		}
	}
	switch {
	case strings.Contains(f.message, "top-level item"):
		f.message = "nothing but a comment may stand behind a value or a header"
		k := scanner{src: s.text, i: min(f.offset, len(s.text))}
		k.skipSpace()
		f.offset = k.i
		f.hint = behindHint(value, s.text[k.i:])
	case strings.Contains(f.message, "expected '.' or '='"):
		f.hint = `write key = value, as in ask = "..."`
	case strings.Contains(f.message, "expected a comma"):
		f.hint = `a comma stands between items; a quote inside a text is written \"`
	}
}

// explainValue does so for a value, and reports whether it is a known trap.
func explainValue(f *fault, start int, value string) bool {
	if len(value) > maxMessage {
		return false
	}
	for _, t := range valueTraps {
		if !t.sign.MatchString(value) {
			continue
		}
		if t.message == "" {
			return false
		}
		f.offset, f.message, f.hint = start, t.message, t.hint
		if strings.Contains(t.message, "%s") {
			f.message = fmt.Sprintf(t.message, quote(value))
		}
		return true
	}
	return false
}

// explainOpen does so where a key or a header shows that an array or an inline
// table above was not closed, and reports whether that is so.
func (s *source) explainOpen(f *fault) bool {
	if f.offset != s.firstOnLine(f.offset) || f.offset >= len(s.text) {
		return false
	}
	k := scanner{src: s.text, i: f.offset}
	k.keyPart()
	k.skipSpace()
	if s.text[f.offset] != '[' && (k.i >= len(s.text) || s.text[k.i] != '=') {
		return false
	}
	m := f.message
	if !strings.Contains(m, "array terminator") && !strings.Contains(m, "expected value") && !strings.Contains(m, "table terminator") {
		return false
	}
	k = scanner{src: s.text[:f.offset]}
	k.run()
	if len(k.depth) == 0 {
		return false
	}
	open := k.depth[len(k.depth)-1]
	what, closing := "array", "]"
	if s.text[open] == '{' {
		what, closing = "inline table", "}"
	}
	f.message = fmt.Sprintf("the %s that begins on line %d is not closed", what, s.position(open).Line)
	f.hint = fmt.Sprintf("write %s at its end", closing)
	return true
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
		if line := strings.TrimRight(string(s.lineAt(f.offset)), " \t,]}"); strings.HasSuffix(line, "”") || strings.HasSuffix(line, "“") || strings.HasSuffix(line, "»") {
			f.hint = typographicHint
		}
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

// firstOnLine returns the offset of the first sign of the line that holds an
// offset.
func (s *source) firstOnLine(offset int) int {
	k := scanner{src: s.text, i: s.lineStart(offset)}
	k.skipSpace()
	return k.i
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

// valueAround returns the value that a parser stopped in, and its offset: the
// whole value of the line, or where that is a text, an array or a table, the
// bare item of it.
func (s *source) valueAround(offset int) (start int, value string, whole bool) {
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
		if value == "" || strings.IndexByte("[{", value[0]) < 0 {
			if cut := strings.IndexByte(value, '#'); cut >= 0 {
				value = value[:cut]
			}
			return start, strings.TrimSpace(value), true
		}
	}
	const ends = " \t,[]{}=#\"'"
	in := max(0, min(offset-lineStart, len(line)))
	from := strings.LastIndexAny(line[:in], ends) + 1
	to := len(line)
	if end := strings.IndexAny(line[in:], ends); end >= 0 {
		to = in + end
	}
	return lineStart + from, line[from:to], false
}
