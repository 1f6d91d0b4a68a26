package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recto/quiz/tui/picture"
)

func pngFile(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is opened is an image, and named as one: a deck of a stranger may name a
// program that looks like one.
func TestImageFile(t *testing.T) {
	folder, cache := t.TempDir(), t.TempDir()
	deck := filepath.Join(folder, "deck.toml")
	for name, body := range map[string][]byte{
		"map.png": pngFile(t), "evil.desktop": pngFile(t), "-flag.PNG": pngFile(t), "script.png": []byte("#!/bin/sh\n"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"map.png", "-flag.PNG"} {
		if got, err := imageFile(picture.Source{File: deck, Name: name}, cache); err != nil || got != filepath.Join(folder, name) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	got, err := imageFile(picture.Source{File: deck, Name: "evil.desktop"}, cache)
	if err != nil || filepath.Dir(filepath.Dir(got)) != cache || filepath.Ext(got) != ".png" {
		t.Errorf("evil.desktop: %q, %v", got, err)
	}
	if b, err := os.ReadFile(got); err != nil || !bytes.Equal(b, pngFile(t)) {
		t.Errorf("the copy: %v", err)
	}
	for _, s := range []picture.Source{
		{File: deck, Name: "script.png"}, {File: deck, Name: "gone.png"}, {File: deck, Name: "../map.png"}, {File: deck, Name: "."},
	} {
		if got, err := imageFile(s, cache); err == nil {
			t.Errorf("%s: %q", s.Name, got)
		}
	}
}

func TestViewer(t *testing.T) {
	const path = "/decks/a $(b) 'c'.png"
	for system, want := range map[string][]string{
		"linux": {"xdg-open", path}, "freebsd": {"xdg-open", path}, "darwin": {"open", path},
		"windows": {"rundll32", "url.dll,FileProtocolHandler", path},
	} {
		if got := viewerOf(system, path).Args; !slices.Equal(got, want) {
			t.Errorf("%s: %q", system, got)
		}
	}
}

func TestAskable(t *testing.T) {
	for _, tt := range []struct {
		env  string
		want bool
	}{
		{"TERM=xterm-256color", true}, {"TERM=xterm-kitty", true}, {"TERM=tmux-256color", false}, {"TERM=screen", false},
		{"TERM=linux", false}, {"TERM=xterm TMUX=/tmp/tmux", false}, {"TERM=xterm STY=1.pts", false}, {"TERM=xterm ZELLIJ=0", false},
	} {
		env := map[string]string{}
		for v := range strings.FieldsSeq(tt.env) {
			name, value, _ := strings.Cut(v, "=")
			env[name] = value
		}
		if got := askable(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("%s: %t", tt.env, got)
		}
	}
}
