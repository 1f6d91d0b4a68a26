package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

func configCommand() *cli.Command {
	return &cli.Command{
		Name:      "config",
		Usage:     "print the effective configuration and where each value comes from",
		ArgsUsage: "[DECK...]",
		Description: "Prints TOML that config.toml may hold, and behind each value where it comes from: the\n" +
			"default, or file:line. As comments: the paths, the environment that bears on recto,\n" +
			"and what the decks suggest where config.toml has no word of its own.\n" +
			"\"recto help config\" explains each key.",
		Flags:  []cli.Flag{jsonFlag()},
		Action: showConfig,
	}
}

// effective is the configuration as it holds, with where it comes from.
type effective struct {
	V           int          `json:"v"`
	Config      string       `json:"config"`
	History     string       `json:"history"` // without its password
	Values      []setting    `json:"values"`
	Paths       []setting    `json:"paths"` // origins of Config and History
	Environment []setting    `json:"environment"`
	Decks       []suggestion `json:"decks"`
}

// setting is one value and its origin: "default", file:line, or the name of an
// environment variable.
type setting struct {
	Key    string `json:"key"`
	Value  any    `json:"value"`
	Origin string `json:"origin"`

	text        string // the value as TOML
	table, name string // of a key in a table: its header and the key there
}

// suggestion is what a deck says where the configuration says nothing.
type suggestion struct {
	Deck   string `json:"deck"`
	Key    string `json:"key"`
	Value  any    `json:"value"`
	Origin string `json:"origin"` // the file of the deck
}

func showConfig(c *cli.Context) error {
	where, cfg, err := settings()
	if err != nil {
		return err
	}
	loaded, err := loadDecks(c, cfg, c.Args().Slice())
	var faults decks.ErrorList
	switch {
	case err == nil:
	case c.NArg() == 0 && errors.As(err, &faults): // the configuration is fine all the same
		fmt.Fprintf(c.App.ErrWriter, "recto: %s: %s, so nothing is said of the decks\nhint: recto check names them\n",
			printable(faults[0].File), count(len(faults), "fault"))
	case c.NArg() == 0:
		fmt.Fprintln(c.App.ErrWriter, describe(err))
	default:
		return err
	}
	out, err := gather(where, cfg, loaded)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, out)
	}
	return out.print(c)
}

// gather collects what holds.
func gather(where paths, cfg *config, loaded []*decks.Deck) (*effective, error) {
	out := &effective{V: 1, Config: where.Config, History: withoutPassword(where.History), Environment: environment(), Decks: suggestions(cfg, loaded)}
	for _, key := range configKeys() {
		s := setting{Key: key.name, Origin: "default", text: key.show(cfg)}
		if cfg.wrote(key.name) {
			s.Origin = cfg.origin[key.name]
		}
		var err error
		if s.Value, err = decodeValue(s.text); err != nil {
			return nil, err
		}
		out.Values = append(out.Values, s)
	}
	for _, t := range cfg.tableSettings() {
		value, err := decodeValue(t.text)
		if err != nil {
			return nil, err
		}
		out.Values = append(out.Values, setting{Key: t.table + "." + t.key, Value: value, Origin: t.origin, text: t.text, table: t.table, name: t.key})
	}
	out.Paths = []setting{
		{Key: "config", Value: out.Config, Origin: pathOrigin("XDG_CONFIG_HOME", "")},
		{Key: "history", Value: out.History, Origin: pathOrigin("XDG_DATA_HOME", "RECTO_HISTORY")},
	}
	return out, nil
}

// pathOrigin names what a path follows, as findPaths does.
func pathOrigin(xdg, own string) string {
	switch {
	case own != "" && os.Getenv(own) != "":
		return own
	case os.Getenv("RECTO_HOME") != "":
		return "RECTO_HOME"
	case filepath.IsAbs(os.Getenv(xdg)) && runtime.GOOS != "windows": // others are passed over
		return xdg
	}
	return "default"
}

// environment returns the variables that are set and bear on recto.
func environment() []setting {
	set := []setting{}
	for _, name := range []string{"RECTO_HOME", "RECTO_HISTORY", "RECTO_NOW", "NO_COLOR", "VISUAL", "EDITOR", "PAGER", "SOURCE_DATE_EPOCH"} {
		if value := os.Getenv(name); value != "" {
			set = append(set, setting{Key: name, Value: withoutPassword(value), Origin: "environment"})
		}
	}
	return set
}

// withoutPassword hides the password of an address.
func withoutPassword(text string) string {
	if !strings.Contains(text, "://") {
		return text
	}
	address, err := url.Parse(text)
	if err != nil { // it may hold one all the same
		scheme, _, _ := strings.Cut(text, "://")
		return scheme + "://..."
	}
	query := address.Query()
	if query.Has("password") {
		query.Set("password", "xxxxx")
		address.RawQuery = query.Encode()
	}
	return address.Redacted()
}

// suggestions returns what holds for decks because their authors say so.
func suggestions(cfg *config, loaded []*decks.Deck) []suggestion {
	out := []suggestion{}
	for _, d := range loaded {
		add := func(key string, value any) {
			out = append(out, suggestion{Deck: d.ID, Key: key, Value: value, Origin: d.File})
		}
		own := cfg.Deck[d.ID]
		if n := d.Study.NewPerDay; n != nil && own.NewPerDay == nil && !cfg.wrote("new_per_day") {
			add("new_per_day", *n)
		}
		if r := d.Study.Retention; r != nil && own.Retention == nil && !cfg.wrote("retention") {
			add("retention", *r)
		}
		if x := d.Study.Exam; x != nil && !cfg.wrote("exam") {
			exam := map[string]any{"date": studyDay(x.Date).String()}
			if x.Retention != 0 {
				exam["retention"] = x.Retention
			}
			add("exam", exam)
		}
	}
	return out
}

// print writes TOML, with everything that is no value of it as comments.
func (e *effective) print(c *cli.Context) error {
	var b strings.Builder
	there := ""
	if _, err := os.Stat(e.Config); errors.Is(err, fs.ErrNotExist) {
		there = ", not there yet"
	}
	fmt.Fprintf(&b, "# configuration: %s (%s%s)\n# history:       %s (%s)\n",
		printable(e.Config), e.Paths[0].Origin, there, printable(e.History), e.Paths[1].Origin)
	table := ""
	for _, s := range e.Values {
		name := s.Key
		if s.table != "" {
			name = s.name
		}
		if s.table != table {
			table = s.table
			fmt.Fprintf(&b, "\n[%s]\n", table)
		}
		fmt.Fprintf(&b, "%-42s # %s\n", name+" = "+s.text, printable(s.Origin))
	}
	for _, s := range e.Environment {
		fmt.Fprintf(&b, "# environment: %s = %s\n", s.Key, printable(fmt.Sprint(s.Value)))
	}
	for _, s := range e.Decks {
		value, err := json.Marshal(s.Value)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "# deck %s: %s = %s, from %s\n", printable(s.Deck), s.Key, value, printable(s.Origin))
	}
	_, err := fmt.Fprint(c.App.Writer, b.String())
	return err
}
