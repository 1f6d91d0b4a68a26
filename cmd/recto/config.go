package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"recto/decks"
)

// config is what a learner chose, once, for every deck.
type config struct {
	Decks           []string // paths, absolute
	NewPerDay       int
	ReviewsPerDay   int
	Retention       float64
	LearningSteps   []time.Duration
	RelearningSteps []time.Duration
	DayStart        int // hour, 0 to 23
	Fuzz            bool
	MaxInterval     int // days
	Leech           int // lapses, 0 for never
	TypeAnswers     bool
	Paper           string

	origin map[string]string // by key: "file:line" where it was written, absent for a default
}

// wrote reports whether the learner wrote the key: only then it goes before
// what a deck suggests.
func (c *config) wrote(key string) bool { return c.origin[key] != "" }

// configKey is one key of config.toml. The list below is the whole truth:
// reading, "recto config" and "recto help config" follow it.
type configKey struct {
	name, value, help string // value is the default, as TOML
	set               func(c *config, v any) error
	show              func(c *config) string // as TOML
}

func configKeys() []configKey {
	return []configKey{
		{"decks", "[]", "files and folders studied when no deck is named; relative to config.toml, ~ is your home folder",
			func(c *config, v any) (err error) { c.Decks, err = texts(v); return err },
			func(c *config) string { return list(c.Decks, strconv.Quote) }},
		{"new_per_day", "20", "new cards a day, over all decks",
			func(c *config, v any) (err error) { c.NewPerDay, err = whole(v, 0, 100000); return err },
			func(c *config) string { return strconv.Itoa(c.NewPerDay) }},
		{"reviews_per_day", "200", "reviews a day, over all decks",
			func(c *config, v any) (err error) { c.ReviewsPerDay, err = whole(v, 0, 100000); return err },
			func(c *config) string { return strconv.Itoa(c.ReviewsPerDay) }},
		{"retention", "0.9", "the chance of remembering at which a card comes back, 0.70 to 0.99",
			func(c *config, v any) (err error) { c.Retention, err = number(v, 0.70, 0.99); return err },
			func(c *config) string { return strconv.FormatFloat(c.Retention, 'g', -1, 64) }},
		{"learning_steps", `["1m", "10m"]`, "waits between the first reviews of a new card (s, m, h, d)",
			func(c *config, v any) (err error) { c.LearningSteps, err = steps(v); return err },
			func(c *config) string { return list(c.LearningSteps, quoteStep) }},
		{"relearning_steps", `["10m"]`, "waits after a lapse",
			func(c *config, v any) (err error) { c.RelearningSteps, err = steps(v); return err },
			func(c *config) string { return list(c.RelearningSteps, quoteStep) }},
		{"day_start", "4", "hour at which a study day begins, 0 to 23",
			func(c *config, v any) (err error) { c.DayStart, err = whole(v, 0, 23); return err },
			func(c *config) string { return strconv.Itoa(c.DayStart) }},
		{"fuzz", "true", "spread due days a little, so that cards learned together do not stay together",
			func(c *config, v any) (err error) { c.Fuzz, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.Fuzz) }},
		{"max_interval", `"100y"`, "the longest wait between two reviews (d, y)",
			func(c *config, v any) (err error) { c.MaxInterval, err = days(v); return err },
			func(c *config) string { return strconv.Quote(showDays(c.MaxInterval)) }},
		{"leech", "8", "lapses after which a card is pointed out as a leech, again every half as many; 0 for never",
			func(c *config, v any) (err error) { c.Leech, err = whole(v, 0, 1000); return err },
			func(c *config) string { return strconv.Itoa(c.Leech) }},
		{"type_answers", "true", "type the answers; false: reveal and judge yourself wherever that is possible",
			func(c *config, v any) (err error) { c.TypeAnswers, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.TypeAnswers) }},
		{"paper", `"a4"`, "the paper of printed sheets: a4, a5, letter or legal",
			func(c *config, v any) (err error) { c.Paper, err = paperName(v); return err },
			func(c *config) string { return strconv.Quote(c.Paper) }},
	}
}

// configLimit is how much of config.toml is read, in bytes.
const configLimit = 1 << 20

// readConfig returns the defaults with what the file at path says; a file that
// is not there says nothing.
func readConfig(path string) (*config, error) {
	c := &config{origin: map[string]string{}}
	for _, key := range configKeys() {
		var v struct{ V any }
		if _, err := toml.Decode("V = "+key.value, &v); err != nil {
			return nil, fmt.Errorf("default of %s: %w", key.name, err)
		}
		if err := key.set(c, v.V); err != nil {
			return nil, fmt.Errorf("default of %s: %w", key.name, err)
		}
	}
	src, err := readRegular(path, configLimit)
	if errors.Is(err, fs.ErrNotExist) || path == "" {
		return c, nil
	}
	if err != nil {
		return nil, badInput("%s: %v\nhint: the configuration is one TOML file, see recto help config", printable(path), reason(err))
	}
	return c, c.merge(path, src)
}

// merge applies what a file says.
func (c *config) merge(path string, src []byte) error {
	written := map[string]any{}
	if _, err := toml.Decode(string(src), &written); err != nil {
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			return badInput("%s:%d: %s", printable(path), syntax.Position.Line, printable(syntax.Message))
		}
		return badInput("%s: %s", printable(path), printable(err.Error()))
	}
	keys := configKeys()
	for _, at := range topKeys(src) {
		where := fmt.Sprintf("%s:%d:%d", printable(path), at.line, at.column)
		key := findKey(keys, at.name)
		if key == nil {
			text := fmt.Sprintf("unknown key %q", printable(at.name))
			if near := decks.Nearest(at.name, keyNames(keys)); near != "" {
				text += fmt.Sprintf(", did you mean %q?", near)
			}
			return badInput("%s: %s\nhint: recto help config lists the keys", where, text)
		}
		if err := key.set(c, written[at.name]); err != nil {
			return badInput("%s: %s %w\nhint: the default is %s = %s", where, key.name, err, key.name, key.value)
		}
		c.origin[key.name] = fmt.Sprintf("%s:%d", path, at.line)
	}
	for i, deck := range c.Decks {
		c.Decks[i] = configPath(filepath.Dir(path), deck)
	}
	return nil
}

// keyPlace is a key of the top level of a TOML file and where it stands,
// 1-based, columns in code points.
type keyPlace struct {
	name         string
	line, column int
}

// topKeys returns the keys of the top level in file order; src parses.
func topKeys(src []byte) []keyPlace {
	var places []keyPlace
	seen := map[string]bool{}
	var p unstable.Parser
	p.Reset(src)
	table := false
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.KeyValue && table {
			continue
		}
		table = table || e.Kind != unstable.KeyValue
		it := e.Key()
		it.Next()
		node := it.Node()
		name := string(node.Data)
		if seen[name] {
			continue
		}
		seen[name] = true
		before := src[:node.Raw.Offset]
		line := strings.Count(string(before), "\n") + 1
		start := strings.LastIndexByte(string(before), '\n') + 1
		places = append(places, keyPlace{name, line, utf8.RuneCount(before[start:]) + 1})
	}
	return places
}

func findKey(keys []configKey, name string) *configKey {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func keyNames(keys []configKey) []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return names
}

// configPath makes a path of the configuration absolute.
func configPath(folder, path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}
