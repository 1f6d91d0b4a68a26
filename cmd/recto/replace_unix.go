//go:build unix

package main

import (
	"os"
	"syscall"
)

// keepOwner gives a file the owner and group of another one where that may be:
// else it is the learner's, who was allowed to write the other one.
func keepOwner(f *os.File, of os.FileInfo) {
	was, ok := of.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	if err := f.Chown(int(was.Uid), int(was.Gid)); err != nil {
		_ = f.Chown(-1, int(was.Gid))
	}
}

// syncFolder makes the names in a folder durable. Some file systems cannot,
// and then a name is as durable as they make it.
func syncFolder(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return // a folder may be written and not read
	}
	_ = folder.Sync()
	folder.Close()
}
