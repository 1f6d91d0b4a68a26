//go:build linux || darwin || freebsd

package main

import "golang.org/x/sys/unix"

// freeSpace returns how many bytes the disk of a folder has left for this
// user, and whether that is known.
func freeSpace(folder string) (uint64, bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil || int64(s.Bavail) < 0 { // FreeBSD counts below nothing
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true
}
