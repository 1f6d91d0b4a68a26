package history_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// small mounts a file system of its own with so many KiB.
func small(t *testing.T, kib int) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk,mode=755", kib)); err != nil {
		t.Skipf("no small file system can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill writes a file until the file system is full, but for some KiB.
func fill(t *testing.T, path string, leave int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	page := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(page)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(info.Size()-int64(leave)<<10), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// On a full disk the rating that does not fit is refused, all before it stay,
// and it can be committed again once there is space.
func TestFullDisk(t *testing.T) {
	for _, leave := range []int{0, 4, 40, 100, 300} {
		t.Run(fmt.Sprintf("%d KiB left", leave), func(t *testing.T) {
			dir := small(t, 4096)
			path, ballast := filepath.Join(dir, "history.db"), filepath.Join(dir, "ballast")
			s := historytest.Open(t, path)
			var acknowledged []string
			rate := func(i int) (quiz.Event, error) {
				e := historytest.Review(fmt.Sprintf("q%d", i%50), 20000+quiz.Day(i), quiz.Good)
				err := s.Commit(t.Context(), e)
				if err == nil {
					acknowledged = append(acknowledged, e.ID.String())
				}
				return e, err
			}
			if _, err := rate(0); err != nil {
				t.Fatal(err)
			}
			fill(t, ballast, leave)
			var refused quiz.Event
			var err error
			for i := 1; err == nil; i++ {
				refused, err = rate(i)
			}
			if !errors.Is(err, history.ErrFull) {
				t.Fatalf("error %v is of kind %s", err, kind(err))
			}
			if err := s.Commit(t.Context(), refused); !errors.Is(err, history.ErrFull) {
				t.Errorf("once more: %v", err)
			}
			if text := historytest.Exported(t, s); strings.Count(text, "\n") != len(acknowledged) {
				t.Errorf("%d events of %d acknowledged", strings.Count(text, "\n"), len(acknowledged))
			}
			got := listenAll(t, self(os.Args[0], "look", path))
			if !slices.Equal(got.ids, acknowledged) {
				t.Errorf("another program on the full disk reads %d events of %d, and tells %q", len(got.ids), len(acknowledged), got.lines[len(got.lines)-1])
			}
			if err := os.Remove(ballast); err != nil {
				t.Fatal(err)
			}
			if err := s.Commit(t.Context(), refused); err != nil {
				t.Fatalf("with space again: %v", err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			holds(t, path, append(acknowledged, refused.ID.String()))
		})
	}
}

// A session that ends on a full disk, or is killed there, loses nothing.
func TestKilledOnFullDisk(t *testing.T) {
	dir := small(t, 1024)
	path := filepath.Join(dir, "history.db")
	got := listenAll(t, self(os.Args[0], "rate", path, "lima", "100000"))
	if last := got.lines[len(got.lines)-1]; !strings.HasPrefix(last, "error full") {
		t.Fatalf("the disk was never full: %q", last)
	}
	if err := os.WriteFile(filepath.Join(dir, "more"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if again := listenAll(t, self(os.Args[0], "rate", path, "lima", "100000")); len(again.ids) > 0 {
		got.ids = append(got.ids, again.ids...)
	}
	if err := syscall.Mount("", dir, "tmpfs", syscall.MS_REMOUNT, "size=8m"); err != nil {
		t.Fatal(err)
	}
	holds(t, path, got.ids)
}

func TestNewHistoryOnFullDisk(t *testing.T) {
	dir := small(t, 256)
	fill(t, filepath.Join(dir, "ballast"), 20)
	if _, err := history.Open(t.Context(), filepath.Join(dir, "recto", "history.db"), fsrs.Models); !errors.Is(err, history.ErrFull) {
		t.Errorf("error %v is of kind %s", err, kind(err))
	}
	if got := names(t, filepath.Join(dir, "recto")); got != "" {
		t.Errorf("left behind: %s", got)
	}
}

func listenAll(t *testing.T, cmd *exec.Cmd) told {
	t.Helper()
	return listen(cmd, start(t, cmd), func(string) {})
}

// nobody makes a folder that others may enter with this test binary in it, and
// returns the folder and a way to start it as a user who owns nothing.
func nobody(t *testing.T) (dir string, child func(part ...string) told) {
	t.Helper()
	dir, err := os.MkdirTemp("", "history")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() != 0 {
		return dir, func(part ...string) told { return listenAll(t, self(os.Args[0], part...)) }
	}
	binary := filepath.Join(dir, "test")
	from, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	to, err := os.OpenFile(binary, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close(), from.Close()); err != nil {
		t.Fatal(err)
	}
	return dir, func(part ...string) told {
		cmd := self(binary, part...)
		cmd.Dir = "/"
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		return listenAll(t, cmd)
	}
}

// Where nothing can be written, readers read all that was acknowledged, and
// writers say so at once. Nothing is left behind.
func TestReadOnlyHome(t *testing.T) {
	for _, row := range []struct {
		name string
		make func(t *testing.T, path string) (ids []string)
		look string
		rate string
	}{
		{"a closed history", func(t *testing.T, path string) []string {
			return listenAll(t, self(os.Args[0], "rate", path, "lima", "3")).ids
		}, "cards 1", "error read-only"},
		{"a history whose program was killed", func(t *testing.T, path string) []string {
			cmd := self(os.Args[0], "rate", path, "lima", "1000000")
			told := 0
			return listen(cmd, start(t, cmd), func(string) {
				if told++; told == 20 {
					_ = cmd.Process.Kill()
				}
			}).ids
		}, "cards 1", "error read-only"},
		{"no history", func(*testing.T, string) []string { return nil }, "cards 0", "error read-only"},
	} {
		t.Run(row.name, func(t *testing.T) {
			top, child := nobody(t)
			dir := filepath.Join(top, "home")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, "history.db")
			ids := row.make(t, path)
			for _, name := range strings.Fields(names(t, dir)) {
				if err := os.Chmod(filepath.Join(dir, name), 0o444); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(dir, 0o555); err != nil {
				t.Fatal(err)
			}
			before := names(t, dir)
			got := child("look", path)
			if last := got.lines[len(got.lines)-1]; last != row.look || len(got.ids) < len(ids) || !slices.Equal(got.ids[:len(ids)], ids) {
				t.Errorf("a reader read %d of %d events and told %q", len(got.ids), len(ids), last)
			}
			got = child("rate", path, "lima", "1")
			if last := got.lines[len(got.lines)-1]; !strings.HasPrefix(last, row.rate) || !strings.Contains(last, "writable") {
				t.Errorf("a writer told %q", got.lines)
			}
			if after := names(t, dir); after != before {
				t.Errorf("there is now %q, before %q", after, before)
			}
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if len(ids) > 0 {
				if err := os.Chmod(path, 0o600); err != nil {
					t.Fatal(err)
				}
				holds(t, path, ids)
			}
		})
	}
}

// A file system that is mounted for reading refuses root as well.
func TestReadOnlyMount(t *testing.T) {
	dir := small(t, 4096)
	path := filepath.Join(dir, "history.db")
	ids := listenAll(t, self(os.Args[0], "rate", path, "lima", "3")).ids
	if err := syscall.Mount("", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if got := listenAll(t, self(os.Args[0], "look", path)); !slices.Equal(got.ids, ids) {
		t.Errorf("a reader told %q", got.lines)
	}
	for _, at := range []string{path, filepath.Join(dir, "other", "history.db")} {
		got := listenAll(t, self(os.Args[0], "rate", at, "lima", "1"))
		if last := got.lines[len(got.lines)-1]; !strings.HasPrefix(last, "error read-only") {
			t.Errorf("a writer told %q", last)
		}
	}
}
