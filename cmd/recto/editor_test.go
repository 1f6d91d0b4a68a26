package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
)

// How each editor is called at line 12.
func TestEditorCommand(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths are written otherwise")
	}
	for _, tt := range []struct {
		name, visual, editor, file string
		want                       string // "|" between words
	}{
		{"vi", "", "vi", "deck.toml", "vi|+12|deck.toml"},
		{"VISUAL before EDITOR", "nano", "vi", "deck.toml", "nano|+12|deck.toml"},
		{"an empty VISUAL", " ", "vi", "deck.toml", "vi|+12|deck.toml"},
		{"with flags", "", "emacs -nw -Q", "deck.toml", "emacs|-nw|-Q|+12|deck.toml"},
		{"by its path", "", "/opt/bin/nvim", "deck.toml", "/opt/bin/nvim|+12|deck.toml"},
		{"quoted", "", `"/opt/my tools/vim" --cmd 'set nu'`, "deck.toml", "/opt/my tools/vim|--cmd|set nu|+12|deck.toml"},
		{"backslash", "", `/opt/my\ tools/vim -c "a \"b\" \d"`, "deck.toml", `/opt/my tools/vim|-c|a "b" \d|+12|deck.toml`},
		{"an empty word", "", `vim -c ''`, "deck.toml", "vim|-c||+12|deck.toml"},
		{"micro", "", "micro", "deck.toml", "micro|+12|deck.toml"},
		{"kakoune", "", "kak", "deck.toml", "kak|+12|deck.toml"},
		{"helix", "", "hx", "deck.toml", "hx|deck.toml:12"},
		{"code", "", "code", "deck.toml", "code|--wait|--goto|deck.toml:12"},
		{"code that waits", "", "code --wait", "deck.toml", "code|--wait|--goto|deck.toml:12"},
		{"sublime", "", "subl -n", "deck.toml", "subl|-n|--wait|deck.toml:12"},
		{"zed", "", "zed", "deck.toml", "zed|--wait|deck.toml:12"},
		{"gvim", "", "gvim", "deck.toml", "gvim|-f|+12|deck.toml"},
		{"gedit", "", "gedit", "deck.toml", "gedit|--wait|+12|deck.toml"},
		{"kate", "", "kate", "deck.toml", "kate|--block|--line|12|deck.toml"},
		{"textmate", "", "mate", "deck.toml", "mate|--wait|--line|12|deck.toml"},
		{"idea", "", "idea", "deck.toml", "idea|--wait|--line|12|deck.toml"},
		{"notepad++", "", "notepad++", "deck.toml", "notepad++|-multiInst|-nosession|-n12|deck.toml"},
		{"one that is not known", "", "write-it -x", "deck.toml", "write-it|-x|deck.toml"},
		{"a file like a flag", "", "vi", "-deck.toml", "vi|+12|./-deck.toml"},
		{"a file like a line", "", "vi", "+1.toml", "vi|+12|./+1.toml"},
		{"an open quote", "", "vi 'x", "deck.toml", "a quote is not closed"},
		{"a last backslash", "", `vi \`, "deck.toml", "nothing stands behind its last backslash"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("VISUAL", tt.visual)
			t.Setenv("EDITOR", tt.editor)
			cmd, err := editorCommand(tt.file, 12)
			if err != nil {
				if !strings.HasSuffix(err.Error(), tt.want) {
					t.Errorf("%v, want %q", err, tt.want)
				}
				return
			}
			if got := strings.Join(cmd.Args, "|"); got != tt.want {
				t.Errorf("called as %s, want %s", got, tt.want)
			}
		})
	}
}

// A program whose path has a space needs no quotes, and an editor that is there
// is taken when none is named.
func TestEditorFound(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("programs are found otherwise")
	}
	folder := filepath.Join(t.TempDir(), "my tools")
	write(t, filepath.Join(folder, "ed it"), "#!/bin/sh\n")
	write(t, filepath.Join(folder, "nano"), "#!/bin/sh\n")
	for _, name := range []string{"ed it", "nano"} {
		if err := os.Chmod(filepath.Join(folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	t.Setenv("VISUAL", filepath.Join(folder, "ed it"))
	if cmd, err := editorCommand("x.toml", 0); err != nil || len(cmd.Args) != 2 {
		t.Errorf("%v, %v", cmd, err)
	}
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "")
	if cmd, err := editorCommand("x.toml", 0); err != nil || cmd.Args[0] != "nano" || cmd.Args[1] != "+1" {
		t.Errorf("%v, %v", cmd, err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := editorCommand("x.toml", 1); err == nil {
		t.Error("an editor where there is none")
	}
}

// What a shell makes of a command is what shellWords makes of it, where nothing
// is expanded.
func FuzzShellWords(f *testing.F) {
	for _, s := range []string{`vi`, `a "b c" d`, `a\ b 'c"d'`, `"a\"b\\c\d"`, `''`, `a''b`, " \t", `"`, `\`} {
		f.Add(s)
	}
	sh, err := exec.LookPath("sh")
	if err != nil || runtime.GOOS == "windows" {
		f.Skip("no shell")
	}
	f.Fuzz(func(t *testing.T, s string) {
		words, err := shellWords(s)
		if strings.ContainsAny(s, "$`*?[#~&;|<>(){}!\n\r=") || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\t' || r > 0x7E }) {
			return // the shell would do more than split, or reads bytes otherwise
		}
		out, shellErr := exec.Command(sh, "-c", `printf '%s\0' `+s).Output()
		if err != nil {
			return // the shell would wait for more, or ends it silently
		}
		if shellErr != nil {
			t.Fatalf("%q: %q, but the shell refuses it", s, words)
		}
		want := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
		if len(words) == 0 {
			words = []string{""} // printf writes its format once
		}
		if !slices.Equal(words, want) {
			t.Errorf("%q: %q, the shell says %q", s, words, want)
		}
	})
}

// A question without an id that was edited in a session goes on under its id,
// as often as it is edited; one that gave way to another is gone.
func TestCarrier(t *testing.T) {
	const first = "title = \"T\"\nid = \"t\"\n" +
		"[[question]]\nask = \"How many legs has a spider?\"\nanswer = 8\n" +
		"[[question]]\nask = \"How many legs has an insect?\"\nanswer = 6\n" +
		"[[question]]\nid = \"own\"\nask = \"How many have we?\"\nanswer = 2\n"
	load := func(source string) []*decks.Deck {
		d, err := decks.Parse("deck.toml", []byte(source), nil)
		if err != nil {
			t.Fatal(err)
		}
		return []*decks.Deck{d}
	}
	for _, tt := range []struct {
		name  string
		edits []string // pairs: a text and what it becomes, one after the other
		want  string   // what the cards ask then, "|" between, "-" for one that is gone
	}{
		{"nothing", nil, "How many legs has a spider?|How many legs has an insect?|How many have we?"},
		{"a word", []string{"a spider", "any spider"}, "How many legs has any spider?|How many legs has an insect?|How many have we?"},
		{"twice", []string{"a spider", "any spider", "How many legs", "How many limbs"}, "How many limbs has any spider?|How many limbs has an insect?|How many have we?"},
		{"and back", []string{"a spider", "any spider", "any spider", "a spider"}, "How many legs has a spider?|How many legs has an insect?|How many have we?"},
		{"an id more", []string{"ask = \"How many legs has a ", "id = \"s\"\nask = \"How many legs has a "}, "How many legs has a spider?|How many legs has an insect?|How many have we?"},
		{"said otherwise, the same answer", []string{"How many legs has a spider?", "Count the feet of this animal: arachnid"}, "Count the feet of this animal: arachnid|How many legs has an insect?|How many have we?"},
		{"replaced by another", []string{"ask = \"How many legs has a spider?\"\nanswer = 8", "ask = \"When did the war end?\"\nanswer = 1945"}, "-|How many legs has an insect?|How many have we?"},
		{"a written id is another question", []string{"\"own\"", "\"other\""}, "How many legs has a spider?|How many legs has an insect?|-"},
		{"taken out", []string{"[[question]]\nask = \"How many legs has a spider?\"\nanswer = 8\n", ""}, "-|How many legs has an insect?|How many have we?"},
		{"one more", []string{"[[question]]\nask = \"How many legs has a spider?\"", "[[question]]\nask = \"New?\"\nanswer = \"x\"\n[[question]]\nask = \"How many legs has a spider?\""}, "How many legs has a spider?|How many legs has an insect?|How many have we?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			source := first
			before := load(source)
			c := newCarrier(before)
			find := c.carry(before)
			for i := 0; i < len(tt.edits); i += 2 {
				source = strings.ReplaceAll(source, tt.edits[i], tt.edits[i+1])
				find = c.carry(load(source))
			}
			var asks []string
			for _, q := range before[0].Questions {
				card, ok := find(q.Cards()[0].ID)
				if !ok {
					asks = append(asks, "-")
					continue
				}
				if card.ID != q.Cards()[0].ID || card.Question.ID != q.ID {
					t.Errorf("%s goes on as %s", q.ID, card.ID)
				}
				asks = append(asks, card.Ask())
			}
			if diff := cmp.Diff(tt.want, strings.Join(asks, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
