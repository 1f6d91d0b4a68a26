package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"recto/quiz/tui"
)

// How long a preview waits after the last sign of a save. Editors write in
// several steps: in place, or a new file that takes the old one's name, with a
// copy made before.
const (
	quiet    = 15 * time.Millisecond  // before the files are read
	settling = 120 * time.Millisecond // before a fault, or a deck that has lost questions, is believed
	patient  = 600 * time.Millisecond // at most, while signs go on
	firm     = 2 * time.Second        // at most, until even those are believed
	slow     = time.Second            // between looks at files whose changes the system may not tell
)

// watch returns the editions of a deck whose files were saved, each when the
// files have settled; nil for a deck of the library. Only the latest one waits
// to be taken.
func (r *deckReader) watch(ctx context.Context) <-chan tui.Edition {
	files, folder := r.watched()
	if len(files) == 0 && folder == "" {
		return nil
	}
	w := &watcher{reader: r, out: make(chan tui.Edition, 1)}
	w.notify, _ = fsnotify.NewWatcher() // without one the slow looks are left
	w.follow()
	w.size, w.faults = len(r.good.Questions), r.faults
	go w.run(ctx)
	return w.out
}

// watched returns the files that made the last edition, and the folder that
// was given as the deck.
func (r *deckReader) watched() (files []string, folder string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if info, err := os.Stat(r.name); err == nil && info.IsDir() {
		folder = r.name
	}
	return slices.Clone(r.files), folder
}

// watcher reads a deck when its files change.
type watcher struct {
	reader *deckReader
	notify *fsnotify.Watcher // nil where the system has none to give
	out    chan tui.Edition

	files  []string
	folder string
	stamps map[string]stamp
	size   int         // how many questions the edition has that was sent last
	faults []tui.Fault // of that edition
}

// stamp tells one state of a file from another.
type stamp struct {
	size     int64
	modified time.Time
	mode     os.FileMode
}

func stampOf(file string) stamp {
	info, err := os.Stat(file)
	if err != nil {
		return stamp{size: -1}
	}
	return stamp{info.Size(), info.ModTime(), info.Mode()}
}

// run waits for signs of a save until the context ends.
func (w *watcher) run(ctx context.Context) {
	var events chan fsnotify.Event
	var troubles chan error
	if w.notify != nil {
		defer func() { _ = w.notify.Close() }()
		events, troubles = w.notify.Events, w.notify.Errors
	}
	look := time.NewTicker(slow)
	defer look.Stop()
	read := time.NewTimer(slow)
	read.Stop()
	var first, latest time.Time // of the signs that were not read yet
	sign := func() {
		latest = time.Now()
		if first.IsZero() {
			first = latest
		}
		read.Reset(min(quiet, max(patient-latest.Sub(first), 0)))
	}
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			if w.concerns(e) {
				sign()
			}
		case _, ok := <-troubles:
			if ok { // signs were lost
				sign()
			}
		case <-look.C:
			w.follow()
			if first.IsZero() && (w.changed() || w.mended()) {
				sign()
			}
		case <-read.C:
			if wait := w.take(first, latest); wait > 0 {
				read.Reset(wait)
				continue
			}
			first = time.Time{}
		}
	}
}

// take reads the files and sends the edition, or returns how long to wait
// before it can be believed.
func (w *watcher) take(first, latest time.Time) time.Duration {
	w.mark()
	e := w.reader.read()
	if len(e.Faults) > 0 || len(e.Questions) < w.size {
		if wait := settling - time.Since(latest); wait > 0 && time.Since(first) < firm {
			return wait
		}
	}
	w.size, w.faults = len(e.Questions), e.Faults
	w.follow()
	select {
	case <-w.out: // nobody has taken the one before
	default:
	}
	w.out <- e
	return 0
}

// concerns reports whether an event is one of the files of the deck, or may be.
func (w *watcher) concerns(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	if len(w.faults) > 0 { // a picture that was missing is no file of the deck yet
		return true
	}
	name := filepath.Base(e.Name)
	if w.folder != "" && filepath.Ext(name) == ".toml" && !strings.HasPrefix(name, ".") {
		return true
	}
	return slices.ContainsFunc(w.files, func(f string) bool { return filepath.Base(f) == name })
}

// follow watches the folders of the files that the deck has now. A file is
// watched by its folder: editors give its name to another file.
func (w *watcher) follow() {
	w.files, w.folder = w.reader.watched()
	for _, f := range w.files {
		if real, err := filepath.EvalSymlinks(f); err == nil && real != f {
			w.files = append(w.files, real)
		}
	}
	if w.stamps == nil {
		w.mark()
	}
	if w.notify == nil {
		return
	}
	folders := []string{}
	if w.folder != "" {
		folders = append(folders, w.folder)
	}
	for _, f := range w.files {
		folders = append(folders, filepath.Dir(f))
	}
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		_ = w.notify.Add(folder) // a folder that is gone may come back; the slow looks see to the rest
	}
}

// mark remembers what the files are now, and changed reports whether they are
// something else.
func (w *watcher) mark() { w.stamps = w.state() }

func (w *watcher) changed() bool {
	now := w.state()
	if len(now) != len(w.stamps) {
		return true
	}
	for f, s := range now {
		if was, ok := w.stamps[f]; !ok || was != s {
			return true
		}
	}
	return false
}

// mended reports whether a fault is gone although no file of the deck has
// changed.
func (w *watcher) mended() bool {
	return len(w.faults) > 0 && !slices.Equal(w.faults, w.reader.read().Faults)
}

func (w *watcher) state() map[string]stamp {
	stamps := make(map[string]stamp, len(w.files))
	for _, f := range w.files {
		stamps[f] = stampOf(f)
	}
	if w.folder != "" {
		entries, _ := os.ReadDir(w.folder)
		for _, e := range entries {
			if filepath.Ext(e.Name()) == ".toml" && !strings.HasPrefix(e.Name(), ".") {
				f := filepath.Join(w.folder, e.Name())
				stamps[f] = stampOf(f)
			}
		}
	}
	return stamps
}
