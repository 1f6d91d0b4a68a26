package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
)

// placeFile is where a session stands, kept beside what recto caches: it is
// only needed to go on where the learner was, and always safe to delete.
const placeFile = "session.json"

// placeLimit is how much of it is read, in bytes.
const placeLimit = 32 << 20

// keptPlace is what the file holds.
type keptPlace struct {
	V   int             `json:"v"`
	Of  string          `json:"of"` // what the session was asked for, see placeOf
	Day quiz.Day        `json:"day"`
	At  quiz.Standstill `json:"at"`
}

// placePath returns the file, "" when there is no place for it.
func (w *workspace) placePath() string {
	if w.paths.Cache == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(w.paths.Cache), placeFile)
}

// placeOf names what a session is asked for: another one does not go on where
// this one stood.
func (w *workspace) placeOf(c *cli.Context) string {
	asked := []string{w.paths.History}
	folder, err := os.Getwd()
	if err == nil {
		asked = append(asked, folder)
	}
	asked = append(asked, c.Args().Slice()...)
	for _, name := range []string{"tag", "where", "new", "limit", "ahead", "exam", "seed"} {
		if c.IsSet(name) {
			asked = append(asked, "--"+name, c.String(name), strings.Join(c.StringSlice(name), "\x00"))
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(asked, "\x01")))
	return hex.EncodeToString(sum[:])
}

// resume returns where a session with the same flags stood that was left or
// interrupted on this study day, nil when there is none.
func (w *workspace) resume(c *cli.Context, now quiz.Moment) *quiz.Standstill {
	path := w.placePath()
	if path == "" || c.Bool("cram") {
		return nil
	}
	src, err := readRegular(path, placeLimit)
	if err != nil {
		return nil
	}
	var kept keptPlace
	if json.Unmarshal(src, &kept) != nil || kept.V != 1 || kept.Day != now.Day || kept.Of != w.placeOf(c) {
		return nil
	}
	return &kept.At
}

// stands returns what keeps the place of a session; nil when there is nothing
// to go on with.
func (w *workspace) stands(c *cli.Context) func(quiz.Standstill, bool) {
	path := w.placePath()
	if path == "" || c.Bool("cram") {
		return nil
	}
	of := w.placeOf(c)
	return func(at quiz.Standstill, ok bool) {
		if !ok {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return // the next session looks whether its cards still wait
			}
			return
		}
		src, err := json.Marshal(keptPlace{1, of, w.clock.Now().Day, at})
		if err == nil {
			writeBeside(path, src)
		}
	}
}

// writeBeside puts a file in its place in one step. It is not worth waiting for
// the disk, nor an error: without it a session begins at its first card.
func writeBeside(path string, data []byte) {
	if os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	temp := path + ".tmp"
	if os.WriteFile(temp, data, 0o644) == nil && os.Rename(temp, path) != nil {
		os.Remove(temp)
	}
}

// onlyOf returns the cards of a queue that a session had which this one goes on
// with, where flags say how many it has.
func onlyOf(c *cli.Context, queue []quiz.Item, at *quiz.Standstill) []quiz.Item {
	if at == nil || !c.IsSet("limit") && !c.IsSet("new") {
		return queue
	}
	had := make(map[decks.CardID]bool, len(at.Cards))
	for _, id := range at.Cards {
		had[id] = true
	}
	return slices.DeleteFunc(slices.Clone(queue), func(it quiz.Item) bool { return !had[it.Card.ID] })
}
