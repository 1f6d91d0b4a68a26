package library

import (
	"embed"
	"io/fs"
	"strings"

	"recto/decks"
)

// Default is the name of the deck for a learner who has named none.
const Default = "north-korea-russia"

//go:embed *.toml *.png
var files embed.FS

// Names returns the names of the decks, sorted.
func Names() []string {
	// A pattern without a fault and a folder inside the program cannot fail.
	paths, _ := fs.Glob(files, "*.toml")
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.TrimSuffix(path, ".toml")
	}
	return names
}

// Open returns the deck of that name, ready to be parsed; ok is false when the
// library has none. Its path is "library/NAME.toml", which is where faults and
// histories place it and no file on the disk. The bytes are the caller's own.
func Open(name string) (file decks.File, ok bool) {
	if name == "" || strings.ContainsAny(name, `/\`) {
		return decks.File{}, false
	}
	src, err := files.ReadFile(name + ".toml")
	if err != nil {
		return decks.File{}, false
	}
	return decks.File{Path: "library/" + name + ".toml", Source: src, Images: files}, true
}
