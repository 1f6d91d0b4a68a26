package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"recto/decks"
)

// configTable is a kind of table of config.toml, one for each deck or tag that
// the learner writes: [deck.ID]. The list below is the whole truth, as that of
// the keys.
type configTable struct {
	name, of, help string
	keys           []tableKey
	all            func(c *config) map[string]override
}

// tableKey is a key of such a table; it has no default.
type tableKey struct {
	name, help string
	schema     string // JSON Schema of the value: it takes everything that set takes
	set        func(o *override, v any) error
	show       func(o override) string // as TOML; "" when it was not written
}

func configTables() []configTable {
	retention := tableKey{"retention", "as retention, for these cards",
		`{"type": "number", "minimum": 0.7, "maximum": 0.99, "examples": [0.95]}`,
		func(o *override, v any) error { f, err := number(v, 0.70, 0.99); o.Retention = &f; return err },
		func(o override) string {
			if o.Retention == nil {
				return ""
			}
			return strconv.FormatFloat(*o.Retention, 'g', -1, 64)
		}}
	perDay := func(name, help string, field func(o *override) **int) tableKey {
		return tableKey{name, help, `{"type": "integer", "minimum": 0, "maximum": 100000, "examples": [5]}`,
			func(o *override, v any) error { n, err := whole(v, 0, 100000); *field(o) = &n; return err },
			func(o override) string {
				if n := *field(&o); n != nil {
					return strconv.Itoa(*n)
				}
				return ""
			}}
	}
	return []configTable{
		{"deck", "ID", "what holds for one deck, before what its author suggests; where they are written, new_per_day and reviews_per_day above still cap the sum", []tableKey{
			retention,
			perDay("new_per_day", "new cards of the deck a day", func(o *override) **int { return &o.NewPerDay }),
			perDay("reviews_per_day", "reviews of the deck a day", func(o *override) **int { return &o.ReviewsPerDay }),
		}, func(c *config) map[string]override { return c.Deck }},
		{"tag", "NAME", "what holds for cards with a tag, before what holds for their deck; of several tags the highest retention", []tableKey{
			retention,
		}, func(c *config) map[string]override { return c.Tag }},
	}
}

func findTable(name string) *configTable {
	for _, t := range configTables() {
		if t.name == name {
			return &t
		}
	}
	return nil
}

// mergeTable applies what a file says in the tables of one kind.
func (c *config) mergeTable(path string, t *configTable, written any, places []keyPlace) (faults decks.ErrorList) {
	hint := fmt.Sprintf("write it as [%s.%s] and the keys below it; recto help config lists them", t.name, t.of)
	wrong := func(at keyPlace, text string) {
		faults = append(faults, &decks.Error{File: path, Pos: at.value, Message: text, Hint: hint})
	}
	all, isTable := written.(map[string]any)
	for _, at := range places {
		switch {
		case at.path[0] != t.name || len(at.path) > 3:
		case len(at.path) == 1 && !isTable:
			wrong(at, t.name+" must be a table")
		case len(at.path) == 2:
			if _, ok := all[at.path[1]].(map[string]any); !ok {
				wrong(at, printable(at.dotted())+" must be a table")
			}
		case len(at.path) == 3:
			if keys, ok := all[at.path[1]].(map[string]any); ok {
				if fault := c.override(path, t, at, keys[at.path[2]]); fault != nil {
					faults = append(faults, fault)
				}
			}
		}
	}
	return faults
}

// override applies one key of a table.
func (c *config) override(path string, t *configTable, at keyPlace, v any) *decks.Error {
	var names []string
	for _, key := range t.keys {
		names = append(names, key.name)
		if key.name != at.name() {
			continue
		}
		of := t.all(c)
		o := of[at.path[1]]
		if err := key.set(&o, v); err != nil {
			return &decks.Error{File: path, Pos: at.value, Message: printable(at.dotted()) + " " + err.Error()}
		}
		of[at.path[1]] = o
		c.origin[at.dotted()] = fmt.Sprintf("%s:%d", path, at.key.Line)
		return nil
	}
	fault := &decks.Error{File: path, Pos: at.key, Message: fmt.Sprintf("unknown key %q of [%s.%s]", printable(at.name()), t.name, printable(bareKey(at.path[1]))),
		Hint: fmt.Sprintf("the keys of [%s.%s] are: %s", t.name, t.of, strings.Join(names, ", "))}
	if findKey(configKeys(), at.name()) != nil {
		fault.Hint = at.name() + " is a key of the whole configuration: it stands before the first [table]"
	} else if near := decks.Nearest(at.name(), names); near != "" {
		fault.Message += fmt.Sprintf(", did you mean %q?", near)
	}
	return fault
}

// tableSetting is what was written in a table, and where.
type tableSetting struct {
	table, key string // the table as its header has it: deck.french
	text       string // the value as TOML
	origin     string
}

// tableSettings returns what was written in tables, sorted.
func (c *config) tableSettings() (all []tableSetting) {
	for _, t := range configTables() {
		of := t.all(c)
		for _, id := range sortedKeys(of) {
			for _, key := range t.keys {
				if text := key.show(of[id]); text != "" {
					name := t.name + "." + bareKey(id)
					all = append(all, tableSetting{name, key.name, text, c.origin[name+"."+key.name]})
				}
			}
		}
	}
	return all
}

// tableSchema writes the JSON Schema of the tables of one kind.
func (t configTable) tableSchema() (map[string]any, error) {
	properties := map[string]any{}
	for _, key := range t.keys {
		property := map[string]any{}
		if err := json.Unmarshal([]byte(key.schema), &property); err != nil {
			return nil, fmt.Errorf("schema of %s.%s: %w", t.name, key.name, err)
		}
		property["title"], property["description"] = key.name, key.help
		properties[key.name] = property
	}
	return map[string]any{
		"title": t.name, "description": t.help, "type": "object",
		"additionalProperties": map[string]any{"type": "object", "properties": properties, "additionalProperties": false},
	}, nil
}

// retention returns the wanted retention of a card: that of its tags, else of
// its deck, else of the configuration where it was written, else the author's,
// else the default.
func (c *config) retention(card decks.Card) float64 {
	var tagged *float64
	for _, tag := range card.Question.Tags {
		if r := c.Tag[tag].Retention; r != nil && (tagged == nil || *r > *tagged) {
			tagged = r
		}
	}
	if tagged != nil {
		return *tagged
	}
	return c.deckRetention(card.ID.Deck, card.Question.Deck)
}

// deckRetention returns the wanted retention of the cards of a deck that have
// none of their own; d may be nil when the deck is not at hand.
func (c *config) deckRetention(id string, d *decks.Deck) float64 {
	if r := c.Deck[id].Retention; r != nil {
		return *r
	}
	if d != nil && d.Study.Retention != nil && !c.wrote("retention") {
		return *d.Study.Retention
	}
	return c.Retention
}
