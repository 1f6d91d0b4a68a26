package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"recto/decks"
	"recto/decks/compiled"
)

// cache keeps large decks compiled in a folder. Deleting the folder is always
// safe: a deck that is not there, is stale or damaged is read from its files.
//
// A deck is noted as unseen until study has compared it with the history: only
// a deck that was seen as it is needs no second look for what was edited in it.
type cache struct {
	folder string // "" keeps nothing
	stamp  string // names this very program
	seen   bool   // only decks that study has seen are used
	opened map[string]*compiled.Deck
}

const (
	// cacheFrom is the size of a deck, in bytes, from which it is kept: smaller
	// ones are parsed in no time.
	cacheFrom = 128 << 10
	// cacheDays is after how many days without use a deck is dropped.
	cacheDays = 60
	// settled is how long a file must have been left alone before its time and
	// size prove that it was not changed since: clocks of disks are coarse.
	settled = 2 * time.Second
	// spare is how much of a disk is left to others, in bytes: no copy of a
	// deck may take the room that the next rating needs.
	spare = 64 << 20
)

func newCache(folder string, seen bool) *cache {
	return &cache{folder: folder, seen: seen, stamp: programStamp(), opened: map[string]*compiled.Deck{}}
}

// programStamp names the program and its file: another build reads decks anew.
func programStamp() string {
	stamp := fmt.Sprint(version, " ", runtime.Version())
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			stamp += fmt.Sprint(" ", info.Size(), " ", info.ModTime().UnixNano())
		}
	}
	return stamp
}

// name returns where the deck whose first part is path is kept; of the other
// parts a note stands there that names the first.
func (c *cache) name(path, ending string) string {
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(c.folder, hex.EncodeToString(sum[:16])+ending)
}

// find returns the compiled deck that a file is part of, nil when there is
// none or the file, whose absolute path is given, is not as it was then.
func (c *cache) find(path string, info os.FileInfo) *compiled.Deck {
	if c == nil || c.folder == "" {
		return nil
	}
	first := path
	if note, err := readRegular(c.name(path, ".part"), 1<<16); err == nil {
		first = string(note)
	}
	if _, err := os.Lstat(c.name(first, ".unseen")); err == nil && c.seen {
		return nil
	}
	d := c.open(first)
	if d == nil || !c.unchanged(d, path, info, c.name(first, ".deck")) {
		return nil
	}
	return d
}

// open opens the compiled deck of a first part.
func (c *cache) open(first string) *compiled.Deck {
	if d, ok := c.opened[first]; ok {
		return d
	}
	c.opened[first] = nil
	f, err := os.Open(c.name(first, ".deck"))
	if err != nil {
		return nil
	}
	d, err := compiled.Open(f, c.stamp)
	if err != nil {
		f.Close()
		return nil
	}
	c.opened[first] = d // its file is open until the program ends
	return d
}

// unchanged reports whether a file of a deck is what it was: by size, time and
// inode, and when these say too little by its content.
func (c *cache) unchanged(d *compiled.Deck, path string, info os.FileInfo, entry string) bool {
	files := slices.Clone(d.Files())
	at := slices.IndexFunc(files, func(f compiled.File) bool { return f.Path == path })
	if at < 0 || !info.Mode().IsRegular() || info.Size() != files[at].Size {
		return false
	}
	kept, err := os.Stat(entry)
	if err != nil {
		return false
	}
	is := files[at]
	is.Modified, is.Inode = info.ModTime().UnixNano(), inode(info)
	if is == files[at] && kept.ModTime().Sub(info.ModTime()) > settled {
		if now := time.Now(); now.Sub(kept.ModTime()) > day {
			_ = os.Chtimes(entry, now, now) // it is in use
		}
		return true
	}
	if hash, err := hashFile(path); err != nil || hash != is.Hash {
		return false
	}
	if files[at] = is; time.Since(info.ModTime()) > settled {
		if b, err := d.WithFiles(files); err == nil {
			c.write(entry, b) // from now on size and time are proof enough
		}
	}
	return true
}

func hashFile(path string) (sum [32]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, io.LimitReader(f, deckLimit)); err != nil {
		return sum, err
	}
	return [32]byte(h.Sum(nil)), nil
}

// keep compiles a deck that was read from files, the file of each part by its
// path as given. That it cannot be kept is no error.
func (c *cache) keep(d *decks.Deck, files map[string]compiled.File) {
	if c == nil || c.folder == "" {
		return
	}
	var parts []compiled.File
	size := int64(0)
	for _, p := range d.Parts {
		f, ok := files[p.File]
		if !ok {
			return
		}
		parts = append(parts, f)
		size += f.Size
	}
	if size < cacheFrom {
		return
	}
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return
	}
	c.drop()
	if free, known := freeSpace(c.folder); known && free < spare+4*uint64(size) {
		return
	}
	for i, p := range parts {
		os.Remove(c.name(p.Path, ".part"))
		if i > 0 {
			c.write(c.name(p.Path, ".part"), []byte(parts[0].Path))
		}
	}
	if c.write(c.name(parts[0].Path, ".unseen"), nil) {
		c.write(c.name(parts[0].Path, ".deck"), compiled.Encode(d, parts, c.stamp))
	}
}

// saw notes that study has seen a deck as it is kept.
func (c *cache) saw(d *decks.Deck, files map[string]compiled.File) {
	if c != nil && c.folder != "" && len(d.Parts) > 0 {
		if f, ok := files[d.Parts[0].File]; ok {
			os.Remove(c.name(f.Path, ".unseen"))
		}
	}
}

// write puts a file into the folder as a whole or not at all, and reports
// which.
func (c *cache) write(path string, b []byte) bool {
	f, err := os.CreateTemp(c.folder, "new-*")
	if err != nil {
		return false
	}
	_, err = f.Write(b)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err == nil
}

// drop removes what was not used for long.
func (c *cache) drop() {
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > cacheDays*day {
			os.Remove(filepath.Join(c.folder, e.Name()))
		}
	}
}
