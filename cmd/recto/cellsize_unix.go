//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"

	"recto/quiz/tui/picture"
)

// cellSize returns the size in points of a cell of a terminal that has told the
// system how large its window is.
func cellSize(f *os.File) (picture.Size, bool) {
	w, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil || w.Col == 0 || w.Row == 0 || w.Xpixel == 0 || w.Ypixel == 0 {
		return picture.Size{}, false
	}
	return picture.Size{Width: int(w.Xpixel / w.Col), Height: int(w.Ypixel / w.Row)}, true
}
