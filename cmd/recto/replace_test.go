package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// only checks that a folder holds these files and nothing else.
func only(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := files[e.Name()]; !ok && !e.IsDir() {
			t.Errorf("a stray file: %s", e.Name())
		}
	}
	for name, want := range files {
		if have, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(have) != want {
			t.Errorf("%s holds %q, want %q (%v)", name, have, want, err)
		}
	}
}

// A file is replaced whole and keeps its mode; a link to it stays a link, and
// another name of it keeps the old text.
func TestReplaceFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.toml")
	write(t, path, "old")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"a.toml": "new"}
	link, backup := filepath.Join(folder, "link.toml"), filepath.Join(folder, "backup.toml")
	named := path
	if err := os.Symlink("a.toml", link); err == nil {
		named, files["link.toml"] = link, "new"
	}
	if err := os.Link(path, backup); err == nil {
		files["backup.toml"] = "old"
	}
	if err := replaceFile(named, []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	only(t, folder, files)
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, want 0640", info.Mode())
	}
	if named == link {
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the link is no link: %v %v", info, err)
		}
	}
}

// What is not to be replaced stays, and nothing stays beside it.
func TestReplaceFileRefused(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.toml")
	write(t, path, "changed meanwhile")
	tests := []struct {
		name, path string
		was        []byte
		code       int
	}{
		{"changed", path, []byte("old"), exitConflict},
		{"there already", path, nil, exitConflict},
		{"gone", filepath.Join(folder, "b.toml"), []byte("old"), exitStorage},
		{"no folder", filepath.Join(folder, "no", "b.toml"), nil, exitStorage},
		{"a folder", folder, []byte("old"), exitStorage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var known *failure
			if err := replaceFile(tt.path, tt.was, []byte("new")); !errors.As(err, &known) || known.code != tt.code {
				t.Errorf("%v, want exit code %d", err, tt.code)
			}
			only(t, folder, map[string]string{"a.toml": "changed meanwhile"})
		})
	}
}

// Questions that are added at the same moment are all there, in a new deck too.
func TestAddAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("without locks the last of two replacements wins")
	}
	home := t.TempDir()
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			cmd := program(t, home, "add", "t.toml", "--create", "--ask", "What is number "+itoa(i)+"?", "--answer", "n"+itoa(i))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	all.Wait()
	text, err := os.ReadFile(filepath.Join(home, "t.toml"))
	if err != nil || strings.Count(string(text), "[[question]]") != 12 {
		t.Errorf("the deck is\n%s(%v)", text, err)
	}
	only(t, home, map[string]string{"t.toml": string(text)})
	output(t, home, "check", "t.toml")
}
