package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A full disk leaves the old sheet, key and record as they were, all three.
func TestPrintOnFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=96k"); err != nil {
		t.Skipf("a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	old := map[string]string{"quiz.pdf": "old sheet", "quiz-key.pdf": "old key", "quiz.exam.json": "old record"}
	for name, text := range old {
		write(t, filepath.Join(disk, name), text)
	}
	home := t.TempDir()
	deck := bigDeck(t, home, 300)
	said := fails(t, exitStorage, program(t, home, "print", deck, "--versions", "4", "--key", "separate", "-o", filepath.Join(disk, "quiz.pdf")))
	if !strings.Contains(said, "no space left") {
		t.Errorf("a full disk is told as %q", said)
	}
	only(t, disk, old)
}

// A print that is interrupted ends at once and leaves nothing behind.
func TestPrintInterrupted(t *testing.T) {
	home := t.TempDir()
	deck := bigDeck(t, home, 20_000)
	folder := t.TempDir()
	cmd := program(t, home, "print", deck, "--versions", "26", "-o", filepath.Join(folder, "quiz.pdf"))
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	within(t, time.Minute, func() {
		time.Sleep(700 * time.Millisecond)
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	})
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || said.Len() > 0 {
		t.Errorf("exit code %d, want %d; it said %q", code, exitInterrupted, said.String())
	}
	only(t, folder, nil)
}
