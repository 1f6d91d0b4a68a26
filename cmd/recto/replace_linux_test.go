package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The owner of a deck stays its owner when another user, here root, writes ids.
func TestReplaceKeepsOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root may give files away")
	}
	path := filepath.Join(t.TempDir(), "a.toml")
	write(t, path, "old")
	if err := os.Chown(path, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(path, []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if stat := info.Sys().(*syscall.Stat_t); stat.Uid != nobody || stat.Gid != nobody {
		t.Errorf("the file belongs to %d:%d", stat.Uid, stat.Gid)
	}
}

// A full disk leaves the old file, and no other.
func TestReplaceOnFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	path := filepath.Join(disk, "a.toml")
	write(t, path, "old")
	for _, was := range [][]byte{[]byte("old"), nil} {
		name := path
		if was == nil {
			name = filepath.Join(disk, "b.toml")
		}
		err := replaceFile(name, was, bytes.Repeat([]byte("x"), 1<<20))
		var known *failure
		if !errors.As(err, &known) || known.code != exitStorage || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("a full disk is told as %v", err)
		}
		only(t, disk, map[string]string{"a.toml": "old"})
	}
}

// A read-only folder and a read-only file are refused, the file whole.
func TestIDReadOnly(t *testing.T) {
	home := t.TempDir()
	deck := "title = \"T\"\n[[question]]\nask = \"a\"\nanswer = \"b\"\n"
	write(t, filepath.Join(home, "folder", "a.toml"), deck)
	write(t, filepath.Join(home, "file", "a.toml"), deck)
	makeReadOnly(t, filepath.Join(home, "folder"))
	open(t, filepath.Join(home, "file"))
	if err := os.Chmod(filepath.Join(home, "file", "a.toml"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(home, "file"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"folder", "file"} {
		path := filepath.Join(home, folder, "a.toml")
		cmd := program(t, home, "id", path)
		asNobody(t, cmd)
		said := fails(t, exitStorage, cmd)
		if !strings.Contains(said, "permission denied") || !strings.Contains(said, "a.toml") {
			t.Errorf("the reason is missing in %q", said)
		}
		only(t, filepath.Dir(path), map[string]string{"a.toml": deck})
	}
}
