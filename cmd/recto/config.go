package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"recto/quiz"
	"recto/quiz/tui/frame"
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
	Exam            examSetting
	Optimize        string // optimizeOff or optimizeAuto
	Paper           string
	Fonts           []string // paths, absolute
	SystemFonts     bool
	Keys            frame.Keymap // what the keys of the screens mean
	Mouse           bool
	Theme           string // one of the themes
	Timer           bool   // how long a card takes is on screen
	Images          string // picturesAuto, picturesBlocks or picturesOff

	MinutesPerDay int // 0 for no limit
	NewOrder      quiz.NewOrder
	NewMix        quiz.NewMix
	ReviewOrder   quiz.ReviewOrder
	BurySiblings  bool
	LoadBalance   bool
	EasyDays      quiz.Week
	LeechAction   quiz.LeechAction

	Deck map[string]override // by id
	Tag  map[string]override // by name

	// By key, of tables as deck.ID.key: "file:line" where it was written,
	// absent for a default.
	origin map[string]string
}

// override is what a learner wrote for one deck or for the cards with a tag;
// nil where nothing was.
type override struct {
	Retention     *float64
	NewPerDay     *int
	ReviewsPerDay *int
}

// wrote reports whether the learner wrote the key: only then it goes before
// what a deck suggests.
func (c *config) wrote(key string) bool { return c.origin[key] != "" }

// configLimit is how much of config.toml is read, in bytes.
const configLimit = 256 << 10

// readConfig returns the defaults with what the file at path says; a file that
// is not there says nothing.
func readConfig(path string) (*config, error) {
	c := &config{origin: map[string]string{}, Deck: map[string]override{}, Tag: map[string]override{}}
	for _, key := range configKeys() {
		v, err := key.standard()
		if err == nil {
			err = key.set(c, v)
		}
		if err != nil {
			return nil, fmt.Errorf("default of %s: %w", key.name, err)
		}
	}
	src, err := readRegular(path, configLimit+1)
	if errors.Is(err, fs.ErrNotExist) || path == "" {
		return c, nil
	}
	if err != nil {
		return nil, badInput("%s: %v\nhint: the configuration is one TOML file, see recto help config", printable(path), reason(err))
	}
	if len(src) > configLimit {
		return nil, badInput("%s: the file is over %d bytes\nhint: is it the right one? see recto help config", printable(path), configLimit)
	}
	return c, c.merge(path, src)
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
