package export

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// lineOf returns the line and the column of a byte, both from 1; columns count
// code points.
func lineOf(src []byte, at int) (line, column int) {
	at = max(0, min(at, len(src)))
	before := src[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}

// placeIn returns the line and the column of the value at a path of keys and
// indices, as far as the path leads.
func placeIn(src []byte, path []any) (line, column int) {
	d := json.NewDecoder(bytes.NewReader(src))
	at := 0
	for {
		at = valueAt(src, int(d.InputOffset()))
		if len(path) == 0 || !enter(d, path[0]) {
			return lineOf(src, at)
		}
		path = path[1:]
	}
}

// valueAt skips what stands between values.
func valueAt(src []byte, at int) int {
	for at < len(src) && bytes.IndexByte([]byte(" \t\r\n:,"), src[at]) >= 0 {
		at++
	}
	return at
}

// enter goes to the value of a key or index inside the next value, and reports
// whether there is one.
func enter(d *json.Decoder, step any) bool {
	if _, err := d.Token(); err != nil {
		return false
	}
	for n := 0; d.More(); n++ {
		var at any = n
		if _, named := step.(string); named {
			key, err := d.Token()
			if err != nil {
				return false
			}
			at = key
		}
		if at == step {
			return true
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return false
		}
	}
	return false
}
