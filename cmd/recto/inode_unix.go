//go:build unix

package main

import (
	"os"
	"syscall"
)

// inode returns the number of a file on its disk.
func inode(info os.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Ino)
	}
	return 0
}
