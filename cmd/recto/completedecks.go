package main

import (
	"cmp"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/library"
	"recto/decks/markup"
)

// loader returns a loader that says nothing, keeps nothing and reads no input,
// and the configuration, or the defaults where that is broken.
func (l *commandLine) loader() (*loader, *config) {
	_, cfg, err := settings()
	if err != nil || cfg == nil {
		cfg = &config{origin: map[string]string{}}
	}
	quiet := newLoader(l.c)
	quiet.stdin, quiet.stderr = strings.NewReader(""), io.Discard
	return quiet, cfg
}

// named returns the decks that stand on the command line, else those that a
// command without a deck works on. Faulty files are passed over.
func (l *commandLine) named() []*decks.Deck {
	from, cfg := l.loader()
	for _, name := range slices.Concat(l.arguments, l.values["deck"]) {
		_ = from.add(expandHome(name), cfg) // what cannot be read has no tags
	}
	if len(from.files) == 0 {
		from.addConfigured(cfg)
	}
	if len(from.files) == 0 {
		from.addLibrary(library.Default)
	}
	loaded, _ := decks.Salvage(from.files)
	return loaded
}

// reach returns the decks that every command line may name, and those that
// this one does.
func (l *commandLine) reach() []*decks.Deck {
	from, cfg := l.loader()
	from.addConfigured(cfg)
	for _, name := range library.Names() {
		from.addLibrary(name)
	}
	for _, name := range l.values["deck"] {
		_ = from.add(expandHome(name), cfg) // as above
	}
	loaded, _ := decks.Salvage(from.files)
	return loaded
}

// decks returns the names of the decks in reach and the files that may be
// decks, without those that stand there already.
func (l *commandLine) decks() []offer {
	current := l.current[len(l.before):]
	var found []offer
	if !strings.Contains(current, "/") { // no name has one
		for _, d := range l.reach() {
			found = append(found, offer{d.ID, d.Title})
		}
	}
	found = append(found, files(current, ".toml")...)
	return slices.DeleteFunc(found, func(f offer) bool {
		return f.value != current && slices.Contains(l.arguments, f.value)
	})
}

// tags returns the tags of the decks of the command line.
func (l *commandLine) tags() []offer {
	counts := map[string]int{}
	for _, d := range l.named() {
		for _, q := range d.Questions {
			for _, tag := range q.Tags {
				counts[tag]++
			}
		}
	}
	var found []offer
	for _, tag := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(l.values["tag"], tag) {
			found = append(found, offer{tag, count(counts[tag], "question")})
		}
	}
	return found
}

// cardIDs returns the ids of questions and cards, part by part: first the
// decks, then the questions of one, then the faces of one with several.
func (l *commandLine) cardIDs() []offer {
	parts := strings.SplitN(l.current, "/", 3)
	var found []offer
	for _, d := range l.reach() {
		if len(parts) == 1 {
			found = append(found, offer{d.ID + "/", d.Title})
			continue
		}
		if d.ID != parts[0] {
			continue
		}
		for _, q := range d.Questions {
			id := d.ID + "/" + q.ID
			if len(parts) == 2 {
				found = append(found, offer{id, questionText(q)})
			} else if q.ID == parts[1] {
				for _, card := range q.Cards() {
					found = append(found, offer{card.ID.String(), markup.OneLine(card.Ask())})
				}
			}
		}
	}
	return slices.DeleteFunc(found, func(f offer) bool { return slices.Contains(l.arguments, f.value) })
}

// questionIDs returns the ids of the questions of the deck that is named.
func (l *commandLine) questionIDs() []offer {
	var found []offer
	for _, d := range l.named() {
		for _, q := range d.Questions {
			found = append(found, offer{q.ID, questionText(q)})
		}
	}
	return found
}

// questionText returns a line that shows which question it is.
func questionText(q *decks.Question) string {
	return markup.OneLine(cmp.Or(q.Ask, q.Text))
}

// files returns the folders and the files of an ending that begin as the word
// that is typed; hidden ones when it begins so.
func files(current, ending string) []offer {
	folder, begin := "", current
	if slash := strings.LastIndex(current, "/"); slash >= 0 {
		folder, begin = current[:slash+1], current[slash+1:]
	}
	entries, err := os.ReadDir(cmp.Or(expandHome(folder), "."))
	if err != nil {
		return nil
	}
	var found []offer
	for _, e := range entries { // sorted by name
		name := e.Name()
		if !strings.HasPrefix(name, begin) || strings.HasPrefix(name, ".") && !strings.HasPrefix(begin, ".") || folder == "" && strings.HasPrefix(name, "-") {
			continue
		}
		switch {
		case isFolder(expandHome(folder), e):
			found = append(found, offer{value: folder + name + "/"})
		case strings.HasSuffix(name, ending):
			found = append(found, offer{value: folder + name})
		}
	}
	return found
}

// isFolder follows a link.
func isFolder(folder string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(folder, e.Name()))
	return err == nil && info.IsDir()
}

// expandHome returns a path as a shell would hand it over.
func expandHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return home + "/" + rest
		}
	}
	return path
}
