package lint

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

const (
	maxListed  = 2000 // names that are looked at in one folder
	maxOrphans = 5    // pictures that are named for one folder
)

// orphanImage tells of pictures beside those of a deck that no question and no
// group shows. It looks only where the decks have pictures, and not where a
// deck lies that is not in the check: the picture may be its own. A folder with
// the name of a deck is that deck's alone.
func orphanImage(c *checker, loaded []*decks.Deck) {
	if c.options.Folder == nil {
		return
	}
	shown, known := map[string]bool{}, map[string]bool{}
	folders := map[string]decks.Part{}
	var order []string
	for _, d := range loaded {
		for _, part := range d.Parts {
			known[filepath.Clean(part.File)] = true
		}
		for _, q := range d.Questions {
			for _, image := range imagesOf(q) {
				base := filepath.Dir(filepath.Clean(q.File))
				shown[filepath.Join(base, filepath.FromSlash(image))] = true
				at := filepath.Join(base, filepath.FromSlash(path.Dir(image)))
				if _, there := folders[at]; !there {
					folders[at] = partOf(d, q.File)
					order = append(order, at)
				}
			}
		}
	}
	slices.Sort(order)
	for _, at := range order {
		c.orphansIn(at, folders[at], shown, known)
	}
}

// imagesOf returns the pictures that a question shows, by their paths.
func imagesOf(q *decks.Question) []string {
	var images []string
	if q.Image != "" {
		images = append(images, q.Image)
	}
	for _, g := range q.Group.Path() {
		if g.Image != "" {
			images = append(images, g.Image)
		}
	}
	return images
}

// partOf returns the part of a deck that a file is.
func partOf(d *decks.Deck, file string) decks.Part {
	for _, part := range d.Parts {
		if part.File == file {
			return part
		}
	}
	return d.Parts[0]
}

// orphansIn tells of the pictures in a folder, in or below that of a part,
// that nothing shows.
func (c *checker) orphansIn(at string, part decks.Part, shown, known map[string]bool) {
	folder := c.options.Folder(part)
	if folder == nil {
		return
	}
	base := filepath.Dir(filepath.Clean(part.File))
	relative, err := filepath.Rel(base, at)
	if err != nil {
		return
	}
	inside := names(folder, filepath.ToSlash(relative))
	own := relative == strings.TrimSuffix(filepath.Base(part.File), filepath.Ext(part.File))
	if strange(inside, at, known) || !own && strange(names(folder, "."), base, known) {
		return
	}
	var orphans []string
	for _, name := range inside {
		if isPicture(name) && !shown[filepath.Join(at, name)] {
			orphans = append(orphans, path.Join(filepath.ToSlash(relative), name))
		}
	}
	if len(orphans) == 0 {
		return
	}
	message := "no question shows the picture " + quotedPath(orphans[0])
	if len(orphans) > 1 {
		message = fmt.Sprintf("no question shows %d pictures here: %s", len(orphans), listed(orphans))
	}
	c.foundIn(part.Place("title"), message, "remove what is not used, or write image = "+quotedPath(orphans[0]))
}

// names returns the names of what a folder holds, sorted; none of a folder
// that cannot be read or holds too much to be one of a deck.
func names(folder fs.FS, name string) []string {
	entries, err := fs.ReadDir(folder, name)
	if err != nil || len(entries) > maxListed {
		return nil
	}
	var all []string
	for _, e := range entries {
		if !e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
}

// strange reports whether a folder holds a deck that is not in the check.
func strange(inside []string, at string, known map[string]bool) bool {
	return slices.ContainsFunc(inside, func(name string) bool {
		return strings.EqualFold(path.Ext(name), ".toml") && !known[filepath.Join(at, name)]
	})
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff":
		return !strings.HasPrefix(name, ".")
	}
	return false
}

// listed names the first of some paths.
func listed(paths []string) string {
	var shown []string
	for _, p := range paths[:min(maxOrphans, len(paths))] {
		shown = append(shown, quotedPath(p))
	}
	if len(paths) > maxOrphans {
		shown = append(shown, "…")
	}
	return strings.Join(shown, ", ")
}

func quotedPath(p string) string { return `"` + markup.OneLine(p) + `"` }
