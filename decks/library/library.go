package library

import (
	"embed"
	"io/fs"
	"strings"
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

// Open returns the deck of that name: its file as faults and histories are to
// call it, such as "spaced-repetition.toml", and what stands in the file; ok
// is false when the library has no such deck. The bytes are the caller's own.
func Open(name string) (file string, src []byte, ok bool) {
	if name == "" || strings.ContainsAny(name, `/\`) {
		return "", nil, false
	}
	src, err := files.ReadFile(name + ".toml")
	if err != nil {
		return "", nil, false
	}
	return name + ".toml", src, true
}

// Images returns the folder of the library, in which the paths of a deck's
// images are looked up.
func Images() fs.FS {
	return files
}
