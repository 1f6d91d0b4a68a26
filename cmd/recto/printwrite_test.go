package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Several files are written, or none of them: whatever is in the way of one,
// and when the learner interrupts.
func TestWriteFilesAllOrNone(t *testing.T) {
	files := []outFile{{".pdf", []byte("new sheet")}, {"-key.pdf", []byte("new key")}, {".exam.json", []byte("new record")}}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		name string
		ctx  context.Context
		// prepare puts something in the way.
		prepare func(t *testing.T, folder string)
		paths   []string
		written bool
	}{
		{"all well", t.Context(), nil, []string{"a.pdf", "a-key.pdf", "a.exam.json"}, true},
		{"a folder in the place of the last", t.Context(), func(t *testing.T, folder string) {
			if err := os.Mkdir(filepath.Join(folder, "b.json"), 0o777); err != nil {
				t.Fatal(err)
			}
		}, []string{"a.pdf", "a-key.pdf", "b.json"}, false},
		{"no folder for the second", t.Context(), nil, []string{"a.pdf", "no/a-key.pdf", "a.exam.json"}, false},
		{"interrupted", cancelled, nil, []string{"a.pdf", "a-key.pdf", "a.exam.json"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			want := map[string]string{"a.pdf": "old sheet", "a-key.pdf": "old key"}
			for name, text := range want {
				write(t, filepath.Join(folder, name), text)
			}
			if tt.prepare != nil {
				tt.prepare(t, folder)
			}
			var paths []string
			for _, p := range tt.paths {
				paths = append(paths, filepath.Join(folder, p))
			}
			err := writeFiles(tt.ctx, paths, files)
			if tt.written {
				want = map[string]string{"a.pdf": "new sheet", "a-key.pdf": "new key", "a.exam.json": "new record"}
			}
			if (err == nil) != tt.written || tt.ctx.Err() != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			only(t, folder, want)
		})
	}
}
