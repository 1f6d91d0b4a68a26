//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// stages are the windows in which every story is played: one of old terminals,
// the smallest that is usable, a large one.
var stages = [][2]int{{80, 24}, {40, 12}, {120, 40}}

// Each file of testdata/stories is a story: what somebody does at a terminal, a
// line for each thing, and the files that there are. It is played in windows of
// three sizes, and in the first without colours as well, where the screens have
// to say the same. A line is one of
//
//	$ COMMAND        types it at the shell's prompt, and Enter
//	type TEXT        types text
//	press KEY...     presses keys, by the names of tmux: Space, Enter, BTab, C-c, M-x
//	paste TEXT       pastes text
//	see TEXT         waits until it stands on the screen
//	gone TEXT        waits until it does not
//	size WxH         makes the window so large
//	screen NAME      compares the screen with the part NAME WxH of the file
//	looks NAME       the same with the sequences that colour it
//	mask REGEXP      what matches is a row of # on the screens that follow
//	kill             ends the program with signal 9
//	restored         the shell is back, and the terminal as it was
//
// "at 80x24 LINE" is done in a window of this size only.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: a.Comment}
			screens := map[string]string{}
			for _, f := range a.Files {
				if isScreen(f.Name) {
					screens[f.Name] = string(f.Data)
				} else {
					got.Files = append(got.Files, f)
				}
			}
			for _, size := range stages {
				s := &story{t: t, archive: a, got: got, width: size[0], height: size[1]}
				s.play()
			}
			plain := &story{t: t, archive: a, got: &txtar.Archive{}, width: stages[0][0], height: stages[0][1], colourless: true}
			plain.play()
			for _, f := range plain.got.Files {
				if strings.Contains(f.Name, " plain ") {
					got.Files = append(got.Files, f)
				}
				for _, with := range got.Files {
					if with.Name == f.Name && string(with.Data) != string(f.Data) {
						t.Errorf("without colours %s is another one: %s", f.Name, cmp.Diff(string(with.Data), string(f.Data)))
					}
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

// story is a story that is played in a window of one size.
type story struct {
	t             *testing.T
	archive       *txtar.Archive
	got           *txtar.Archive // the screens are added to it
	width, height int
	colourless    bool
	theatre       *theatre
	masks         []*regexp.Regexp // of what is never the same twice
}

var (
	screenName = regexp.MustCompile(` \d+x\d+$`)
	onlyAt     = regexp.MustCompile(`^at (\d+)x(\d+) (.*)$`)
	// colour is a sequence that chooses a colour.
	colour = regexp.MustCompile(`\x1b\[(?:[\d:;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][\d;:]*)?m`)
)

// isScreen reports whether a part of a story's file is a screen.
func isScreen(name string) bool { return screenName.MatchString(name) }

func (s *story) play() {
	s.t.Helper()
	folder := s.t.TempDir()
	for _, f := range s.archive.Files {
		if isScreen(f.Name) {
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			s.t.Fatal(err)
		}
	}
	var env []string
	if s.colourless {
		env = append(env, "NO_COLOR=1")
	}
	s.theatre = newTheatre(s.t, folder, s.width, s.height, env...)
	for n, line := range strings.Split(string(s.archive.Comment), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if m := onlyAt.FindStringSubmatch(line); m != nil {
			if m[1] != fmt.Sprint(s.width) || m[2] != fmt.Sprint(s.height) {
				continue
			}
			line = m[3]
		}
		s.t.Logf("%dx%d, line %d: %s", s.width, s.height, n+1, line)
		s.act(line)
		if s.t.Failed() {
			return
		}
	}
}

// act does what a line says.
func (s *story) act(line string) {
	s.t.Helper()
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "$":
		s.theatre.types(rest)
		s.theatre.presses("Enter")
	case "type":
		s.theatre.types(rest)
	case "press":
		for _, key := range strings.Fields(rest) {
			s.theatre.presses(key)
			if key == "Escape" { // with the next key at once it would be another one
				time.Sleep(150 * time.Millisecond)
			}
		}
	case "paste":
		s.theatre.pastes(rest)
	case "see":
		s.theatre.see(rest)
	case "gone":
		s.theatre.gone(rest)
	case "size":
		var width, height int
		if _, err := fmt.Sscanf(rest, "%dx%d", &width, &height); err != nil {
			s.t.Fatalf("size %s: %v", rest, err)
		}
		s.theatre.resize(width, height)
	case "mask":
		mask, err := regexp.Compile(rest)
		if err != nil {
			s.t.Fatal(err)
		}
		s.masks = append(s.masks, mask)
	case "screen":
		s.keep(rest, s.theatre.still())
		if m := colour.FindString(s.theatre.coloured()); s.colourless && m != "" {
			s.t.Errorf("screen %s has colours although none are wanted: %q", rest, m)
		}
	case "kill":
		s.theatre.kill()
	case "restored":
		s.theatre.see(strings.TrimSpace(prompt))
		s.theatre.restored()
	case "looks":
		if s.colourless {
			rest += " plain"
		}
		s.theatre.still()
		s.keep(rest, strings.ReplaceAll(strings.TrimRight(s.theatre.coloured(), "\n")+"\n", "\x1b", "ESC"))
	default:
		s.t.Fatalf("%q is nothing that happens in a story", line)
	}
}

// keep adds a screen to what was seen.
func (s *story) keep(name, screen string) {
	for _, mask := range s.masks {
		screen = mask.ReplaceAllStringFunc(screen, func(found string) string { return strings.Repeat("#", len(found)) })
	}
	s.got.Files = append(s.got.Files, txtar.File{Name: fmt.Sprintf("%s %dx%d", name, s.width, s.height), Data: []byte(screen)})
}
