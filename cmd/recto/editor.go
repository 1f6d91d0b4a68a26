package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

// editor returns how a session in lines of text lets the learner edit a
// question: the program of VISUAL or EDITOR opens the deck at its line, and the
// decks are loaded again. nil without a terminal.
func editor(c *cli.Context, w *workspace) func(context.Context, decks.Card) (func(decks.CardID) (decks.Card, bool), error) {
	if !isTerminal(c.App.Reader) || !isTerminal(c.App.Writer) {
		return nil
	}
	return func(_ context.Context, card decks.Card) (func(decks.CardID) (decks.Card, bool), error) {
		cmd, err := w.editorOf(card)
		if err == nil {
			err = w.carry(c)
		}
		if err != nil {
			return nil, err
		}
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("editor %s: %w", cmd.Args[0], err)
		}
		return w.edited(c)
	}
}

// editorOf returns the learner's editor at a card's question.
func (w *workspace) editorOf(card decks.Card) (*exec.Cmd, error) {
	if w.deckPath(card.Question) == "" {
		return nil, fmt.Errorf("the deck %s is inside the program and cannot be edited", card.ID.Deck)
	}
	return editorCommand(card.Question.File, card.Question.Pos.Line)
}

// carry sees to it that the cards of the session are found in edited decks: the
// decks are read as they are before the first edit.
func (w *workspace) carry(c *cli.Context) error {
	if w.carried != nil {
		return nil
	}
	if err := w.parse(c); err != nil {
		return err
	}
	w.carried = newCarrier(w.decks)
	return nil
}

// edited loads the decks of a session again, and returns how to find its cards
// in them. With a fault in a deck the session goes on with what it has.
func (w *workspace) edited(c *cli.Context) (func(decks.CardID) (decks.Card, bool), error) {
	loaded, err := loadDecks(c, w.config, c.Args().Slice())
	if err != nil {
		return nil, err
	}
	return w.carried.carry(loaded), nil
}

// editors are those that take the line in a way of their own, or would not wait
// for the end of the editing.
var editors = map[string]editorSyntax{
	"code": {wait: "--wait", line: gotoLine}, "code-insiders": {wait: "--wait", line: gotoLine},
	"codium": {wait: "--wait", line: gotoLine}, "vscodium": {wait: "--wait", line: gotoLine},
	"cursor": {wait: "--wait", line: gotoLine}, "windsurf": {wait: "--wait", line: gotoLine},
	"subl": {wait: "--wait", line: colonLine}, "sublime_text": {wait: "--wait", line: colonLine},
	"zed": {wait: "--wait", line: colonLine}, "zeditor": {wait: "--wait", line: colonLine},
	"hx": {line: colonLine}, "helix": {line: colonLine},
	"gvim": {wait: "-f", line: plusLine}, "mvim": {wait: "-f", line: plusLine},
	"gedit": {wait: "--wait", line: plusLine}, "xed": {wait: "--wait", line: plusLine}, "pluma": {wait: "--wait", line: plusLine},
	"bbedit": {wait: "--wait", line: plusLine},
	"kate":   {wait: "--block", line: flagLine("--line")}, "kwrite": {line: flagLine("--line")},
	"geany": {wait: "--new-instance", line: flagLine("--line")},
	"mate":  {wait: "--wait", line: flagLine("--line")},
	"idea":  {wait: "--wait", line: flagLine("--line")}, "goland": {wait: "--wait", line: flagLine("--line")},
	"pycharm": {wait: "--wait", line: flagLine("--line")}, "webstorm": {wait: "--wait", line: flagLine("--line")},
	"notepad++": {wait: "-multiInst", line: func(n, file string) []string { return []string{"-nosession", "-n" + n, file} }},
}

// plusEditors take the line as vi does: +12 file.
var plusEditors = []string{"vi", "vim", "nvim", "view", "ex", "nvi", "vile", "elvis", "vis", "nano", "pico", "emacs", "emacsclient",
	"kak", "micro", "joe", "jmacs", "jstar", "jpico", "ne", "mg", "zile", "jove", "jed", "dte"}

// editorSyntax is how an editor is called.
type editorSyntax struct {
	wait string // the flag that makes it wait until the file is closed; "" when it does anyhow
	line func(n, file string) []string
}

func plusLine(n, file string) []string  { return []string{"+" + n, file} }
func colonLine(n, file string) []string { return []string{file + ":" + n} }
func gotoLine(n, file string) []string  { return []string{"--goto", file + ":" + n} }

func flagLine(flag string) func(n, file string) []string {
	return func(n, file string) []string { return []string{flag, n, file} }
}

// syntaxOf returns how the editor of a program is called; one that is not known
// is given the file alone.
func syntaxOf(program string) editorSyntax {
	name := filepath.Base(program)
	if runtime.GOOS == "windows" {
		name = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(name, ".exe"), ".cmd"))
	}
	if slices.Contains(plusEditors, name) {
		return editorSyntax{line: plusLine}
	}
	if s, ok := editors[name]; ok {
		return s
	}
	return editorSyntax{line: func(_, file string) []string { return []string{file} }}
}

// editorCommand returns the learner's editor at a line of a file.
func editorCommand(file string, line int) (*exec.Cmd, error) {
	words, err := editorWords()
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(file, "-") || strings.HasPrefix(file, "+") {
		file = "." + string(filepath.Separator) + file // no flag
	}
	s := syntaxOf(words[0])
	if s.wait != "" && !slices.Contains(words, s.wait) {
		words = append(words, s.wait)
	}
	words = append(words, s.line(strconv.Itoa(max(line, 1)), file)...)
	return exec.Command(words[0], words[1:]...), nil
}

// editorWords returns the program of VISUAL or EDITOR and its arguments; where
// neither is set, an editor that is there.
func editorWords() ([]string, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		value := strings.TrimSpace(os.Getenv(name))
		if value == "" {
			continue
		}
		if _, err := exec.LookPath(value); err == nil { // a path with spaces in it
			return []string{value}, nil
		}
		words, err := shellWords(value)
		if err != nil {
			return nil, fmt.Errorf("%s is %q: %w", name, printable(value), err)
		}
		if len(words) > 0 {
			return words, nil
		}
	}
	usual := []string{"vi", "nano"}
	if runtime.GOOS == "windows" {
		usual = []string{"notepad"}
	}
	for _, program := range usual {
		if _, err := exec.LookPath(program); err == nil {
			return []string{program}, nil
		}
	}
	return nil, errors.New("no editor is known: set EDITOR to the one you use")
}

// shellWords splits a command as a shell does: at spaces that are neither
// quoted nor behind a backslash. Nothing is expanded. On Windows, whose paths
// hold them, backslashes are characters like others.
func shellWords(s string) ([]string, error) {
	var words []string
	var word strings.Builder
	started, quote := false, rune(0)
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case r == '\\' && quote != '\'' && runtime.GOOS != "windows":
			if i++; i == len(runes) {
				return nil, errors.New("nothing stands behind its last backslash")
			}
			if quote == '"' && !strings.ContainsRune("\"\\$`", runes[i]) {
				word.WriteRune('\\')
			}
			word.WriteRune(runes[i])
			started = true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, started = r, true
		case r == ' ' || r == '\t' || r == '\n':
			if started {
				words = append(words, word.String())
				word.Reset()
				started = false
			}
		default:
			word.WriteRune(r)
			started = true
		}
	}
	if quote != 0 {
		return nil, errors.New("a quote is not closed")
	}
	if started {
		words = append(words, word.String())
	}
	return words, nil
}
