package quiz

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// maxDepth is how deep the objects and arrays of an event may be nested: more
// than any kind needs, and little enough to cost no memory.
const maxDepth = 8

// strictJSON refuses what encoding/json lets pass in silence: bytes that are
// no UTF-8, a key twice in one object, a key in other case, null, and deep
// nesting.
func strictJSON(text []byte) error {
	if !utf8.Valid(text) {
		return errors.New("not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	type level struct {
		keys map[string]bool // nil in an array
		want bool            // an object: the next token is a key
	}
	var open []level
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		case t == nil:
			return errors.New("null is no value here")
		}
		top := len(open) - 1
		if s, ok := t.(string); ok && top >= 0 && open[top].want {
			if err := checkKey(s, open[top].keys); err != nil {
				return err
			}
			open[top].want = false
			continue
		}
		if opens := t == json.Delim('{') || t == json.Delim('['); opens && len(open) == maxDepth {
			return fmt.Errorf("nested deeper than %d", maxDepth)
		}
		switch t {
		case json.Delim('{'):
			open = append(open, level{keys: map[string]bool{}, want: true})
			continue
		case json.Delim('['):
			open = append(open, level{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:top]
			top--
		}
		if top < 0 {
			return nil
		}
		open[top].want = open[top].keys != nil
	}
}

// checkKey refuses a key that is not in lower case or stands there already.
func checkKey(key string, seen map[string]bool) error {
	for _, r := range key {
		if (r < 'a' || r > 'z') && r != '_' {
			return fmt.Errorf("unknown key %.40q", key)
		}
	}
	if seen[key] {
		return fmt.Errorf("key %.40q twice", key)
	}
	seen[key] = true
	return nil
}

// decodeStrict reads one JSON value into a struct that knows all its keys.
func decodeStrict(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value on the line")
	}
	return nil
}

// appendString appends s as a JSON string. Its bytes never depend on a library.
// Control characters and those that turn the direction of text are escaped, so
// that an exported line may be shown on a terminal.
func appendString[S ~string](b []byte, s S) []byte {
	b = append(b, '"')
	plain := 0 // bytes of s that stand for themselves
	for plain < len(s) && ' ' <= s[plain] && s[plain] < 0x7f && s[plain] != '"' && s[plain] != '\\' {
		plain++
	}
	b = append(b, s[:plain]...)
	for _, r := range string(s[plain:]) {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ', 0x7f <= r && r <= 0x9f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

// appendList appends a JSON array; nil is the empty one.
func appendList[T any](b []byte, list []T, item func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, v)
	}
	return append(b, ']')
}
