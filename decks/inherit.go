package decks

import (
	"fmt"
	"path"
	"strconv"
	"strings"
)

// inherited is what a question may take from its groups and the defaults of
// its file, and what it may state itself in their place.
type inherited struct {
	set       keySet // what was written
	exact     bool
	typed     bool
	reverse   bool
	fixed     bool
	last      []Value // with fixed: just these
	unit      string
	tolerance *Tolerance
	hints     []string
	explain   string
	from      []Anchor
	image     string
	alt       string
	tags      []string // add up
	points    float64
	lines     int
	after     []string
	allow     []string
}

// read reads the keys of a set from a table, over what is there already.
func (s *inherited) read(t table, keys keySet) {
	if have := keys & (keyExact | keyTyped | keyUnit | keyTolerance | keyFixed); have != 0 {
		s.set |= s.readMarking(t, have)
	}
	if have := keys & (keyHint | keyExplain | keyFrom | keyImage | keyAlt); have != 0 {
		s.set |= s.readTexts(t, have)
	}
	if have := keys & (keyTags | keyPoints | keyLines | keyAfter | keyAllow); have != 0 {
		s.set |= s.readStudying(t, have)
	}
}

// readMarking reads what bears on the marking, and returns what was fine.
func (s *inherited) readMarking(t table, keys keySet) (fine keySet) {
	if keys&keyExact != 0 {
		if b, ok := t.boolean("exact"); ok {
			s.exact, fine = b, fine|keyExact
		}
	}
	if keys&keyTyped != 0 {
		if b, ok := t.boolean("typed"); ok {
			s.typed, fine = b, fine|keyTyped
		}
	}
	if keys&keyUnit != 0 {
		if u, ok := t.text("unit"); ok {
			s.unit, fine = u, fine|keyUnit
		}
	}
	if keys&keyTolerance != 0 {
		if tolerance := t.tolerance(); tolerance != nil {
			s.tolerance, fine = tolerance, fine|keyTolerance
		}
	}
	if keys&keyFixed != 0 {
		if b, is := t.m["fixed"].(bool); is {
			s.fixed, s.last, fine = b, nil, fine|keyFixed
		} else if _, is := t.m["fixed"].([]any); !is {
			t.wrongType("fixed", "true, false or an array of options", t.m["fixed"])
		} else if last, ok := t.values("fixed", maxChoices); ok {
			s.fixed, s.last, fine = false, last, fine|keyFixed
		}
	}
	return fine
}

// readTexts reads what stands beside the question, and returns what was fine.
func (s *inherited) readTexts(t table, keys keySet) (fine keySet) {
	if keys&keyHint != 0 {
		if hints, ok := t.texts("hint", true); ok {
			s.hints, fine = hints, fine|keyHint
		}
	}
	if keys&keyExplain != 0 {
		if text, ok := t.text("explain"); ok {
			s.explain, fine = text, fine|keyExplain
		}
	}
	if keys&keyFrom != 0 {
		if from, ok := t.anchors(); ok {
			s.from, fine = from, fine|keyFrom
		}
	}
	if keys&keyImage != 0 {
		if image, ok := t.image(); ok {
			s.image, fine = image, fine|keyImage
		}
	}
	if keys&keyAlt != 0 {
		if alt, ok := t.text("alt"); ok {
			s.alt, fine = alt, fine|keyAlt
		}
	}
	return fine
}

// readStudying reads what bears on studying and printing, and returns what was
// fine.
func (s *inherited) readStudying(t table, keys keySet) (fine keySet) {
	if keys&keyTags != 0 {
		if tags, ok := t.texts("tags", false); ok {
			s.tags, fine = addTags(s.tags, tags), fine|keyTags
		}
	}
	if keys&keyPoints != 0 {
		if points, ok := t.number("points", 0, 10_000, ""); ok {
			s.points, fine = points, fine|keyPoints
		}
	}
	if keys&keyLines != 0 {
		if lines, ok := t.integer("lines", 1, 200); ok {
			s.lines, fine = lines, fine|keyLines
		}
	}
	if keys&keyAfter != 0 {
		if after, ok := t.texts("after", false); ok {
			s.after, fine = after, fine|keyAfter
		}
	}
	if keys&keyAllow != 0 {
		if allow, ok := t.texts("allow", false); ok {
			s.allow, fine = allow, fine|keyAllow
		}
	}
	return fine
}

// addTags returns the tags with more behind them, none twice; have is left as
// it is.
func addTags(have, more []string) []string {
	all := append(make([]string, 0, len(have)+len(more)), have...)
	for _, tag := range more {
		if !contains(all, tag) {
			all = append(all, tag)
		}
	}
	return all
}

// readDefaults reads the table that all questions of the file inherit from.
func (r *reader) readDefaults(top table) {
	if _, there := top.m["defaults"]; !there {
		return
	}
	if t, ok := top.table("defaults"); ok {
		r.defaults.read(t, t.inheritedKeys("defaults", nil))
		r.defaults.readReverse(t)
	}
}

// inheritedKeys returns the keys of a table that may be inherited from it, and
// tells the ones that may not stand there; own are those that are the table's.
func (t table) inheritedKeys(where string, own []string) keySet {
	set := keySet(0)
	for _, key := range sortedKeys(t.m) {
		bit := keyBits[key]
		switch {
		case contains(own, key), foreign(key), t.r.full():
		case bit&inheritedKeys != 0:
			set |= bit
		case bit != 0:
			t.badKey(fmt.Sprintf("key %q cannot stand in %s", key, where), "it belongs to a question", key)
		default:
			t.unknownKey(key, " in "+where, append(inheritedKeys.names(), own...))
		}
	}
	return set
}

// readReverse reads the switch that defaults and groups may hold.
func (s *inherited) readReverse(t table) {
	if _, there := t.m["reverse"]; !there {
		return
	}
	if b, is := t.m["reverse"].(bool); is {
		s.reverse, s.set = b, s.set|keyReverse
		return
	}
	t.wrongType("reverse", "true or false where it is inherited", t.m["reverse"])
}

// image reads the path of an image, which must stay in the folder of the deck,
// and returns it without "./" and the like.
func (t table) image() (string, bool) {
	name, ok := t.text("image")
	if !ok {
		return "", false
	}
	clean := path.Clean(name)
	switch {
	case strings.HasPrefix(name, "/"), len(name) > 1 && name[1] == ':', strings.Contains(name, "://"):
		t.bad(fmt.Sprintf("image %s is no path relative to the deck", quote(name)), "put the image beside the deck and write its name", "image")
		return "", false
	case strings.Contains(name, `\`):
		t.bad(fmt.Sprintf("image %s holds a backslash", quote(name)), "folders are separated by / on every system", "image")
		return "", false
	case clean == "..", strings.HasPrefix(clean, "../"), clean == ".":
		t.bad(fmt.Sprintf("image %s lies outside the folder of the deck", quote(name)), "put the image beside the deck or in a folder there", "image")
		return "", false
	}
	if message, hint := t.r.checkImage(clean); message != "" {
		t.bad(fmt.Sprintf("image %s %s", quote(name), message), hint, "image")
		return "", false
	}
	return clean, true
}

// anchors reads from: a string, a table, or an array of either.
func (t table) anchors() ([]Anchor, bool) {
	switch v := t.m["from"].(type) {
	case string, map[string]any:
		a, ok := t.anchor(v)
		return []Anchor{a}, ok
	case []any, []map[string]any:
		items, ok := t.array("from", maxItems)
		anchors := make([]Anchor, len(items))
		for i, item := range items {
			var fine bool
			anchors[i], fine = t.anchor(item, i)
			ok = ok && fine
		}
		return anchors, ok
	}
	t.wrongType("from", "a string, a table or an array of them", t.m["from"])
	return nil, false
}

func (t table) anchor(v any, items ...any) (Anchor, bool) {
	switch v := v.(type) {
	case string:
		quote, ok := t.value(v, "from", items...)
		return Anchor{Quote: quote.Text}, ok
	case map[string]any:
		return table{t.r, t.to(append([]any{"from"}, items...)...), v}.place()
	}
	t.wrongType("from", "a string or a table", v, items...)
	return Anchor{}, false
}

// place reads the table of an anchor.
func (t table) place() (Anchor, bool) {
	keys := [...]string{"section", "paragraph", "page", "inferred"}
	t.unknown(" in from", keys[:])
	a, ok := Anchor{}, true
	for _, key := range keys {
		fine := true
		if _, there := t.m[key]; !there {
			continue
		}
		switch key {
		case "section":
			var s string
			if s, fine = t.m[key].(string); !fine {
				t.wrongType(key, "a string", t.m[key])
			} else {
				a.Section, fine = t.clean(s, key)
			}
		case "paragraph":
			a.Paragraph, fine = t.integer(key, 1, 1_000_000)
		case "page":
			a.Page, fine = t.page()
		case "inferred":
			a.Inferred, fine = t.boolean(key)
		}
		ok = ok && fine
	}
	return a, ok
}

// page reads the page of a book: a number, or a text such as "xii".
func (t table) page() (string, bool) {
	switch t.m["page"].(type) {
	case string:
		return t.text("page")
	case int64:
		n, ok := t.integer("page", 1, 1_000_000)
		return strconv.Itoa(n), ok
	}
	t.wrongType("page", "an integer or a string", t.m["page"])
	return "", false
}
