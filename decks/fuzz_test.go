package decks

import (
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	other "github.com/pelletier/go-toml/v2"
)

func addDecks(f *testing.F) {
	for _, row := range append(faultTable(), trapTable()...) {
		if src, _ := marked(row.deck); len(src) < 1<<12 {
			f.Add([]byte(src))
		}
	}
	f.Add(bigDeck(10))
}

// FuzzParse reads strangers' bytes: no panic, and no fault outside the file.
func FuzzParse(f *testing.F) {
	addDecks(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := Parse("deck.toml", src, nil)
		if err == nil {
			for _, q := range d.Questions {
				inside(t, q.source, q.Pos)
				for _, c := range q.Cards() {
					if id, err := ParseCardID(c.ID.String()); err != nil || id != c.ID {
						t.Errorf("card id %v: %v", c.ID, err)
					}
					if c.Ask() == "" || len(c.Answers()) == 0 {
						t.Errorf("card %v asks %q and wants %v", c.ID, c.Ask(), c.Answers())
					}
				}
			}
			return
		}
		var list ErrorList
		if !errors.As(err, &list) || len(list) == 0 {
			t.Fatalf("%v is no list of faults", err)
		}
		for i, e := range list {
			inside(t, newSource("deck.toml", src), e.Pos)
			if text := e.Error(); visible(text) != text {
				t.Errorf("%q is not for a terminal", text)
			}
			if i > 0 && (e.Pos.Line < list[i-1].Pos.Line || e.Pos.Line == list[i-1].Pos.Line && e.Pos.Column < list[i-1].Pos.Column) {
				t.Errorf("fault at %v behind the one at %v", e.Pos, list[i-1].Pos)
			}
		}
		if again := err.Error(); again != reparse(src) {
			t.Error("the same file tells other faults")
		}
	})
}

func reparse(src []byte) string {
	if _, err := Parse("deck.toml", src, nil); err != nil {
		return err.Error()
	}
	return ""
}

// inside tells when a place is not in the file: beyond the end of its line.
func inside(t *testing.T, s *source, at Position) {
	t.Helper()
	starts := s.lineStarts()
	if at.Line < 1 || at.Line > len(starts) {
		t.Fatalf("line %d of %d", at.Line, len(starts))
	}
	line := s.text[starts[at.Line-1]:]
	if at.Line < len(starts) {
		line = s.text[starts[at.Line-1]:starts[at.Line]]
	}
	if at.Column < 1 || at.Column > utf8.RuneCount(line)+1 {
		t.Fatalf("column %d of %d in line %d", at.Column, utf8.RuneCount(line), at.Line)
	}
}

// FuzzLocate finds every key and item that the TOML parser finds, at a place
// where that key stands.
func FuzzLocate(f *testing.F) {
	addDecks(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		s := newSource("deck.toml", src)
		if scan(s.text).fault != nil {
			return
		}
		var m map[string]any
		if _, err := toml.Decode(string(s.text), &m); err != nil {
			return
		}
		tree, twice := locate(s.text)
		if twice != nil {
			// The parser is not strict about dotted keys; another one is.
			if other.Unmarshal(s.text, &m) == nil {
				t.Fatalf("duplicate at %v in TOML without one", *twice)
			}
			return
		}
		sameKeys(t, s, tree, m, nil)
	})
}

func sameKeys(t *testing.T, s *source, n *node, v any, at steps) {
	switch v := v.(type) {
	case map[string]any:
		for key, below := range v {
			child := n.names[key]
			if child == nil {
				t.Fatalf("no place for %q below %v", key, at)
			}
			if got := s.keyAt(child.key); got != key {
				t.Fatalf("key %q stands at %d, not %q", got, child.key, key)
			}
			sameKeys(t, s, child, below, append(at[:len(at):len(at)], key))
		}
	case []any:
		if len(n.items) != len(v) {
			t.Fatalf("%d items of %d at %v", len(n.items), len(v), at)
		}
		for i, below := range v {
			sameKeys(t, s, n.items[i], below, append(at[:len(at):len(at)], i))
		}
	case []map[string]any:
		if len(n.items) != len(v) {
			t.Fatalf("%d tables of %d at %v", len(n.items), len(v), at)
		}
		for i, below := range v {
			sameKeys(t, s, n.items[i], below, append(at[:len(at):len(at)], i))
		}
	}
}
