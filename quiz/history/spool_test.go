package history

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A spool hands its lines back as they came, those in memory and those in its
// file, as often as they are asked for, and leaves no file behind.
func TestSpool(t *testing.T) {
	dir := t.TempDir()
	s := newSpool(filepath.Join(dir, "history.sqlite"))
	long := bytes.Repeat([]byte("x"), spoolRoom/8)
	for i := range 20 {
		if err := s.add(i*3+1, append([]byte{byte('a' + i)}, long[:len(long)-i]...)); err != nil {
			t.Fatal(err)
		}
	}
	if s.file == nil {
		t.Fatal("all of it stayed in memory")
	}
	for range 2 {
		n := 0
		if err := s.each(func(number int, line []byte) error {
			if number != n*3+1 || len(line) != len(long)-n+1 || line[0] != byte('a'+n) || line[len(line)-1] != 'x' {
				t.Errorf("line %d came back as %d with %d bytes", n, number, len(line))
			}
			n++
			return nil
		}); err != nil || n != 20 {
			t.Fatalf("%d lines, %v", n, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
