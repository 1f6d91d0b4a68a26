package decks

import (
	"errors"
	"fmt"
	"io/fs"
)

// maxImage is the largest image in bytes.
const maxImage = 32 << 20

// checkImage returns what is wrong with the image at a path, "" for nothing.
// Without a folder to look in nothing is.
func (r *reader) checkImage(name string) (message, hint string) {
	if r.images == nil {
		return "", ""
	}
	if !fs.ValidPath(name) {
		return "is no path", ""
	}
	info, err := fs.Stat(r.images, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "is not there", "the path is relative to the deck; capital letters count"
	case err != nil:
		return "cannot be read: " + visible(reason(err)), ""
	case !info.Mode().IsRegular():
		return "is not a regular file", ""
	case info.Size() > maxImage:
		return fmt.Sprintf("is %d MiB, at most %d", info.Size()>>20, maxImage>>20), ""
	}
	return "", ""
}

// reason returns what went wrong with a file without its path, which the
// message names already.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
