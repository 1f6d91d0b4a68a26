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
	"recto/decks/markup"
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
		"[[question]]\nask = \"Which city lies on the Bosphorus?\"\nanswer = \"Istanbul\"\n" +
		"[[question]]\nask = \"Who wrote the novel Emma?\"\nanswer = \"Jane Austen\"\n" +
		"[[question]]\nid = \"own\"\nask = \"How many have we?\"\nanswer = 2\n" +
		"[[question]]\nid = \"gaps\"\ncloze = \"{{Hugo}} met {{Rosa}}.\"\n"
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
		{"nothing", nil, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"a word", []string{"city lies on", "town lies on"}, "Which town lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"twice", []string{"city lies on", "town lies on", "town lies on", "town stands on"}, "Which town stands on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"and back", []string{"city lies", "town lies", "town lies", "city lies"}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"an id more", []string{"ask = \"Which city", "id = \"s\"\nask = \"Which city"}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"another name", []string{"the Bosphorus?\"\nanswer = \"Istanbul", "the Bosporus of Kerch?\"\nanswer = \"Kerch"}, "-|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"another name, the same answer", []string{"novel Emma", "novel Persuasion"}, "Which city lies on the Bosphorus?|-|How many have we?|[...] met Rosa."},
		{"replaced by another", []string{"ask = \"Which city lies on the Bosphorus?\"\nanswer = \"Istanbul\"", "ask = \"When did the war end?\"\nanswer = 1945"}, "-|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"replaced by one with the same answer", []string{"How many have we?\"\nanswer = 2", "How many wings has a bird?\"\nanswer = 2", "id = \"own\"\n", ""}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|-|[...] met Rosa."},
		{"a small answer that many have", []string{"id = \"own\"\n", "", "How many have we", "How many have they"}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|-|[...] met Rosa."},
		{"a written id is another question", []string{"\"own\"", "\"other\""}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|-|[...] met Rosa."},
		{"taken out", []string{"[[question]]\nask = \"Which city lies on the Bosphorus?\"\nanswer = \"Istanbul\"\n", ""}, "-|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"one more", []string{"[[question]]\nask = \"Who", "[[question]]\nask = \"New?\"\nanswer = \"x\"\n[[question]]\nask = \"Who"}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa."},
		{"a gap before the others", []string{"\"{{Hugo}} met {{Rosa}}.", "\"In {{May}} {{Hugo}} met {{Rosa}}."}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|-"},
		{"a gap behind the others", []string{"{{Rosa}}.", "{{Rosa}} in {{May}}."}, "Which city lies on the Bosphorus?|Who wrote the novel Emma?|How many have we?|[...] met Rosa in May."},
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
				asks = append(asks, strings.ReplaceAll(card.Ask(), string(markup.GapMark), "[...]"))
			}
			if diff := cmp.Diff(tt.want, strings.Join(asks, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
