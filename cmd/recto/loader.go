package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/compiled"
	"recto/decks/library"
)

// loadDecks returns the decks that names stand for: paths, folders, names of
// decks, "-". None stand for the configured decks, else the default deck.
func loadDecks(c *cli.Context, cfg *config, names []string) ([]*decks.Deck, error) {
	l := newLoader(c)
	if len(names) == 0 {
		l.addConfigured(cfg)
	}
	if len(names) == 0 && len(cfg.Decks) == 0 {
		l.addLibrary(library.Default)
	}
	for _, name := range names {
		if err := l.add(name, cfg); err != nil {
			return nil, err
		}
	}
	return l.load()
}

// loadReach returns the decks that every command line may name, the configured
// ones and those of the library, and more that are named.
func loadReach(c *cli.Context, cfg *config, more []string) ([]*decks.Deck, error) {
	l := newLoader(c)
	l.addConfigured(cfg)
	for _, name := range library.Names() {
		l.addLibrary(name)
	}
	for _, name := range more {
		if err := l.add(name, cfg); err != nil {
			return nil, err
		}
	}
	return l.load()
}

// deckLimit is how much of a deck file is read, in bytes: one more than a deck
// may have, so that a longer one is told as a fault.
const deckLimit = 64<<20 + 1

// loader collects the files of decks.
type loader struct {
	stdin  io.Reader
	stderr io.Writer
	files  []decks.File
	found  []string        // those of files that were found in a folder, not named
	seen   map[string]bool // cleaned paths: the same file is loaded once
	unread bool            // a file of a folder could not be read

	left *decks.ErrorList // takes what is wrong with files, which are left out; nil: it is told, or ends the command

	cache *cache                   // where compiled decks are; nil: every deck is parsed
	kept  []keptFile               // files that need no reading, see loadCompiled
	order map[string]int           // of every file by its path: when it was taken in
	stats map[string]compiled.File // of every file that was read, by its path
}

func newLoader(c *cli.Context) *loader {
	return &loader{stdin: interruptible{c.Context, c.App.Reader}, stderr: c.App.ErrWriter, seen: map[string]bool{}}
}

// add takes in what one name stands for.
func (l *loader) add(name string, cfg *config) error {
	if name == "-" {
		src, err := io.ReadAll(io.LimitReader(l.stdin, deckLimit))
		if errors.Is(err, context.Canceled) {
			return err
		}
		if err != nil {
			return badInput("standard input: %v", err)
		}
		l.note("-")
		l.files = append(l.files, decks.File{Path: "-", Source: src})
		return nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return l.addFolder(name)
	case err == nil:
		return l.addFile(name, false)
	case strings.HasSuffix(name, ".toml") || strings.ContainsRune(name, os.PathSeparator) || strings.Contains(name, "/"):
		return badInput("%s: %v", printable(name), reason(err))
	}
	return l.addNamed(name, cfg)
}

// addConfigured takes in the decks of the configuration. One that cannot be
// read, on a disk that is not there today, is named and passed over.
func (l *loader) addConfigured(cfg *config) {
	for _, path := range cfg.Decks {
		if err := l.add(path, cfg); err != nil && !l.leaves(path, err) {
			fmt.Fprintf(l.stderr, "%s\nhint: decks in %s names it\n", describe(err), printable(cfg.origin["decks"]))
		}
	}
}

// leaves notes a path that cannot be read, where what is wrong is noted.
func (l *loader) leaves(path string, err error) bool {
	if l.left != nil {
		*l.left = append(*l.left, &decks.Error{File: path, Message: strings.TrimPrefix(err.Error(), path+": ")})
	}
	return l.left != nil
}

// addNamed takes in the deck of an id: a configured one, else one of the library.
func (l *loader) addNamed(name string, cfg *config) error {
	known := library.Names()
	mine := &loader{stderr: l.stderr, seen: map[string]bool{}}
	mine.addConfigured(cfg)
	if len(mine.files) > 0 {
		loaded, _ := decks.Salvage(mine.files) // faulty files have no name to be called by
		for _, d := range loaded {
			known = append(known, d.ID)
			if d.ID == name {
				for _, part := range d.Parts {
					if err := l.addFile(part.File, false); err != nil {
						return err
					}
				}
				return nil
			}
		}
	}
	if slices.Contains(library.Names(), name) {
		l.addLibrary(name)
		return nil
	}
	text := fmt.Sprintf("no deck, file or folder is named %q", printable(name))
	if near := decks.Nearest(name, known); near != "" {
		text += fmt.Sprintf(", did you mean %q?", near)
	}
	return badInput("%s\nhint: recto decks lists the decks in reach", text)
}

func (l *loader) addLibrary(name string) {
	if f, ok := library.Open(name); ok && !l.seen[f.Path] {
		l.seen[f.Path] = true
		l.note(f.Path)
		l.files = append(l.files, f)
	}
}

// addFolder takes in the *.toml files of a folder, hidden ones aside.
func (l *loader) addFolder(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return badInput("%s: %v", printable(folder), reason(err))
	}
	some := false
	for _, e := range entries { // sorted by name
		if e.IsDir() || filepath.Ext(e.Name()) != ".toml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		some = true
		path := filepath.Join(folder, e.Name())
		if err := l.addFile(path, true); err != nil && !l.leaves(path, err) {
			fmt.Fprintln(l.stderr, describe(err))
			l.unread = true
		}
	}
	if !some {
		return badInput("%s: the folder holds no .toml file", printable(folder))
	}
	return nil
}

// addFile takes in one file, once however it is spelled.
func (l *loader) addFile(path string, found bool) error {
	same, err := filepath.Abs(path)
	if err == nil {
		if real, err := filepath.EvalSymlinks(same); err == nil {
			same = real
		}
	}
	if l.seen[same] {
		return nil
	}
	l.note(path)
	if l.keeps(path, same, found) {
		l.seen[same] = true
		return nil
	}
	src, err := l.read(path, same)
	if err != nil {
		return badInput("%s: %v", printable(path), reason(err))
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return badInput("%s: %v", printable(path), reason(err))
	}
	l.seen[same] = true
	l.files = append(l.files, decks.File{Path: path, Source: src, Images: root.FS()})
	if found {
		l.found = append(l.found, path)
	}
	return nil
}

// load reads the files that were taken in.
func (l *loader) load() ([]*decks.Deck, error) {
	loaded, err := decks.Assemble(l.files)
	if err != nil {
		if loaded, err = l.spare(err); err != nil {
			return nil, err
		}
	}
	if len(loaded) == 0 && l.left == nil {
		return nil, badInput("no deck is left to work on")
	}
	return loaded, nil
}

// spare decides what faults mean: those of files that were found in a folder
// are told and the other files are used, all others end the command.
func (l *loader) spare(err error) ([]*decks.Deck, error) {
	var faults decks.ErrorList
	if errors.As(err, &faults) && l.left != nil {
		loaded, told := decks.Salvage(l.files)
		*l.left = append(*l.left, l.decksOnly(told)...)
		return loaded, nil
	}
	if !errors.As(err, &faults) || len(l.found) == 0 {
		return nil, err
	}
	named := slices.DeleteFunc(slices.Clone(faults), func(f *decks.Error) bool { return slices.Contains(l.found, f.File) })
	if len(named) > 0 {
		return nil, named
	}
	loaded, told := decks.Salvage(l.files)
	for _, fault := range told {
		fmt.Fprintln(l.stderr, fault)
	}
	return loaded, nil
}

// decksOnly leaves out the faults of files of a folder that hold no question
// at all: they are no decks.
func (l *loader) decksOnly(faults decks.ErrorList) decks.ErrorList {
	var none []string
	for _, f := range faults {
		if errors.Is(f, decks.ErrNoQuestion) && slices.Contains(l.found, f.File) {
			none = append(none, f.File)
		}
	}
	return slices.DeleteFunc(slices.Clone(faults), func(f *decks.Error) bool { return slices.Contains(none, f.File) })
}
