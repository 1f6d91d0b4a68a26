package decks

import (
	"crypto/sha256"
	"encoding/base32"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// derivedLength is the length of a derived id: '~' and 16 base32 digits.
const derivedLength = 17

// ValidID reports whether s may be written as the id of a deck or a question:
// letters, marks and digits of any script, '-', '_' and '.', in NFC, at least
// one and at most 128 bytes of them.
func ValidID(s string) bool {
	if s == "" || len(s) > 128 {
		return false
	}
	ascii := true
	for _, r := range s {
		switch {
		case r == '-', r == '_', r == '.', r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		case r < 0x80, r == unicode.ReplacementChar:
			return false
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			ascii = false
		default:
			return false
		}
	}
	return ascii || norm.NFC.IsNormalString(s)
}

func isDerivedID(s string) bool {
	return len(s) == derivedLength && s[0] == '~' &&
		strings.Trim(s[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == ""
}

// DerivedID returns the id of a question that has none, frozen for ever: '~'
// and the first 16 digits of the base32 (RFC 4648, capitals) of the SHA-256
// over these bytes: the text in NFC with every run of white space as one
// space and none at its ends; a NUL; the question's own image as written, ""
// when it has none. The text is the cloze with each gap, braces, label and
// hint included, as "{{}}"; else the ask.
func DerivedID(text, image string) string {
	key := make([]byte, 0, 256)
	space := false
	for _, r := range norm.NFC.String(text) {
		if unicode.IsSpace(r) {
			space = len(key) > 0
			continue
		}
		if space {
			key, space = append(key, ' '), false
		}
		key = utf8.AppendRune(key, r)
	}
	key = append(append(key, 0), image...)
	sum := sha256.Sum256(key)
	return "~" + base32.StdEncoding.EncodeToString(sum[:10])
}

// identityText returns the text that a derived id is made from.
func (q *Question) identityText() string {
	if q.Kind != Cloze {
		return q.Ask
	}
	var b strings.Builder
	at := 0
	for _, g := range q.Gaps {
		b.WriteString(q.Text[at:g.Start])
		b.WriteString("{{}}")
		at = g.End
	}
	b.WriteString(q.Text[at:])
	return b.String()
}

// fileID returns the id of a deck that states none: the name of its file
// without ".toml", spaces as '-', in NFC; "stdin" for standard input. The
// result may be no valid id.
func fileID(file string) string {
	if file == "-" {
		return "stdin"
	}
	name := strings.TrimSuffix(filepath.Base(file), ".toml")
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '-'
		}
		return r
	}, name))
}
