package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const nobody = 65534

// asNobody lets cmd run as a user without rights when the test runs as root,
// whom permissions do not stop.
func asNobody(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if os.Getuid() != 0 {
		return
	}
	exe := filepath.Join(t.TempDir(), "recto") // where nobody may run it
	open(t, filepath.Dir(exe))
	program, err := os.ReadFile(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(exe, program, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Path = exe
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

// open lets everybody enter a folder of a test and those above it.
func open(t *testing.T, folder string) {
	t.Helper()
	for ; strings.HasPrefix(folder, os.TempDir()+"/"); folder = filepath.Dir(folder) {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// makeReadOnly takes the right to write from a folder and all below it, and
// lets everybody read it.
func makeReadOnly(t *testing.T, folder string) {
	t.Helper()
	open(t, folder)
	mode := func(dir, file os.FileMode) {
		err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
			if err != nil {
				return err
			}
			if info.IsDir() {
				return os.Chmod(path, dir)
			}
			return os.Chmod(path, file)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	mode(0o555, 0o444)
	t.Cleanup(func() { mode(0o755, 0o644) })
}

// A home that cannot be written is said at once, before anything is answered;
// what only reads still works.
func TestReadOnlyHome(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 5)
	s := begin(t, program(t, home, "study", "--plain", deck))
	s.good(2)
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(home, "recto")
	before := snapshot(t, store)
	makeReadOnly(t, home)

	cmd := program(t, home, "study", "--plain", deck)
	asNobody(t, cmd)
	said := fails(t, exitStorage, cmd)
	if !strings.Contains(said, "writable") {
		t.Errorf("the reason is missing in %q", said)
	}
	due := program(t, home, "due", deck)
	asNobody(t, due)
	if out, err := due.CombinedOutput(); err != nil {
		t.Errorf("due in a read-only home: %v\n%s", err, out)
	}
	if after := snapshot(t, store); after != before {
		t.Errorf("files changed\nbefore %s\nafter  %s", before, after)
	}
}

// A full disk stops the session with a clear error; everything rated before is
// there, and when there is space again the next run goes on.
func TestFullDisk(t *testing.T) {
	home := t.TempDir()
	disk := filepath.Join(home, "recto")
	if err := os.Mkdir(disk, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	deck := bigDeck(t, home, 3000)

	s := begin(t, program(t, home, "study", "--plain", deck))
	s.good(20)
	fill := filepath.Join(disk, "fill")
	f, err := os.Create(fill)
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{1 << 16, 1 << 12, 1 << 8, 1} { // to the last byte
		for block := make([]byte, size); ; {
			if n, err := f.Write(block); err != nil || n < size {
				break
			}
		}
	}
	f.Close()
	s.good(1 << 30)
	if err := s.quit(); err == nil || s.cmd.ProcessState.ExitCode() != exitStorage {
		t.Fatalf("a full disk ended in %v, want exit code %d\n%s", err, exitStorage, s.stderr.String())
	}
	if !strings.Contains(s.stderr.String(), "no space left") {
		t.Errorf("the reason is missing in %q", s.stderr.String())
	}
	if err := os.Remove(fill); err != nil {
		t.Fatal(err)
	}
	verified(t, home)
	if stored := len(reviews(t, home)); stored < s.rated {
		t.Errorf("%d ratings are stored, %d were answered with the next card", stored, s.rated)
	}
	again := begin(t, program(t, home, "study", "--plain", deck))
	again.good(3)
	if err := again.quit(); err != nil || again.rated != 3 {
		t.Errorf("after there was space again: %d ratings, %v\n%s", again.rated, err, again.stderr.String())
	}
	verified(t, home)
}
