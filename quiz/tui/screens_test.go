package tui

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// sizes are the screens that are drawn: one of old terminals, the smallest that
// is usable, a large one.
var sizes = [][2]int{{80, 24}, {40, 12}, {120, 40}}

// Each file of testdata is a deck, the keys of a learner, a line for each screen
// to look at, and those screens at three sizes.
func TestScreens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no screens", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) < 2 || a.Files[0].Name != "deck.toml" || a.Files[1].Name != "keys" {
				t.Fatalf("%d parts, %v", len(a.Files), err)
			}
			got := &txtar.Archive{Comment: a.Comment, Files: a.Files[:2:2]}
			for _, size := range sizes {
				d := sit(t, string(a.Files[0].Data), size[0], size[1])
				for i, keys := range strings.Split(strings.TrimSuffix(string(a.Files[1].Data), "\n"), "\n") {
					d.press(keys)
					name := fmt.Sprintf("%dx%d %d", size[0], size[1], i+1)
					got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(d.screen() + "\n")})
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(got))); diff != "" && !*update {
				t.Error(diff)
			}
		})
	}
}

// The looks of one screen, sequence by sequence, on a dark and a light ground.
func TestLooks(t *testing.T) {
	d := sit(t, `
title = "Looks"
id = "looks"
[[question]]
ask = "A *slanted*, a **strong**, a `+"`code`"+` word?"
answer = "answer"
`, 40, 12)
	d.press("anser<enter>")
	const file = "testdata/looks.golden"
	got := ""
	for _, ground := range []color.Color{color.Black, color.White} {
		d.send(tea.BackgroundColorMsg{Color: ground})
		got += strings.ReplaceAll(d.app.View().Content, "\x1b", "ESC") + "\n"
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}
