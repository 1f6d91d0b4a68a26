package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz/tui/frame"
)

// table is a preview on a screen of which tests press the keys.
type table struct {
	t      testing.TB
	view   *viewer
	quit   bool
	caught bool   // interrupted
	editor func() // what somebody does in the editor
	last   Edition
}

// edition reads a deck; with a fault it holds the questions of the last one.
func edition(t testing.TB, source string, last Edition) Edition {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	var faults decks.ErrorList
	switch {
	case errors.As(err, &faults):
		last.Faults, last.Lint = nil, nil
		for _, f := range faults {
			last.Faults = append(last.Faults, Fault{f.File, f.Pos.Line, f.Error()})
		}
		return last
	case err != nil:
		t.Fatal(err)
	}
	return Edition{Questions: deck.Questions, Paper: paper, Lint: func() []Finding {
		var all []Finding
		for _, q := range deck.Questions {
			for _, tag := range q.Tags {
				if tag == "weak" {
					all = append(all, Finding{q.File, q.Number, q.Pos.Line, "warning", "answer-in-question", "the question holds its answer", "leave the word out of the question"})
				}
			}
		}
		return all
	}}
}

// paper is a sheet with the text of a question and a line to write on.
func paper(q *decks.Question, answer bool, width int) (lines, warnings []string) {
	if answer {
		return []string{"1. " + q.Cards()[0].Shown()}, nil
	}
	for _, l := range frame.Wrap(frame.Text("1. "+frame.Inline(q.Ask+q.Text), 0), width) {
		lines = append(lines, l[0].Text)
	}
	if strings.Contains(q.Ask, "首都") {
		warnings = []string{"no font has '首' (U+9996); � is printed in its place"}
	}
	return append(lines, "", "   "+strings.Repeat("_", width/2)), warnings
}

func lay(t testing.TB, source string, width, height int) *table {
	t.Helper()
	d := &table{t: t, last: edition(t, source, Edition{})}
	d.view = newViewer(context.Background(), PreviewOptions{First: d.last, Read: func() Edition { return d.last }})
	d.do(d.view.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func (d *table) send(msg tea.Msg) {
	_, cmd := d.view.Update(msg)
	d.view.View() // as the program does, so that it is known what is where
	d.do(cmd)
}

func (d *table) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.InterruptMsg:
		d.quit, d.caught = true, true
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	default:
		if strings.HasSuffix(fmt.Sprintf("%T", msg), "execMsg") {
			d.editor()
			d.send(leftMsg{})
			return
		}
		d.send(msg)
	}
}

// saves is a file that was saved, and has settled.
func (d *table) saves(source string) {
	d.t.Helper()
	d.last = edition(d.t, source, d.last)
	d.send(editionMsg{d.last, true})
}

// press presses keys, see desk.press; <save> is a file that was saved.
func (d *table) press(keys, saved string) {
	d.t.Helper()
	for _, k := range keyNames.FindAllString(keys, -1) {
		if k == " " {
			k = "<space>"
		}
		switch msg, ok := named[strings.Trim(k, "<>")]; {
		case k == "<save>":
			d.saves(saved)
		case len(k) > 1 && ok:
			d.send(msg)
		case len(k) > 1 && k[0] == '<':
			d.t.Fatalf("no key %s", k)
		default:
			d.send(tea.KeyPressMsg{Code: []rune(k)[0], Text: k})
		}
	}
}

// screen returns what is to be seen, and checks that a terminal can show it.
func (d *table) screen() string {
	d.t.Helper()
	v := d.view.View()
	plain := isolates.Replace(sequences.ReplaceAllString(v.Content, ""))
	lines := strings.Split(plain, "\n")
	if len(lines) > d.view.window.Height {
		d.t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), d.view.window.Height, plain)
	}
	for i, l := range lines {
		if w := displaywidth.String(l); w > d.view.window.Width {
			d.t.Fatalf("line %d takes %d of %d cells: %q", i+1, w, d.view.window.Width, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	if i := strings.IndexFunc(plain, commands); i >= 0 {
		d.t.Fatalf("%q is written", plain[i:])
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= d.view.window.Width || c.Y >= d.view.window.Height) {
		d.t.Fatalf("the cursor is at %d, %d", c.X, c.Y)
	}
	return strings.Join(lines, "\n")
}

func (d *table) wants(words ...string) {
	d.t.Helper()
	s := d.screen()
	for _, w := range words {
		if !strings.Contains(s, w) {
			d.t.Errorf("no %q on the screen:\n%s", w, s)
		}
	}
}

// Each file of testdata/preview is a deck, the deck that is saved at <save>,
// the keys for each screen, and those screens at three sizes.
func TestPreviewScreens(t *testing.T) {
	files, err := filepath.Glob("testdata/preview/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no screens", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) < 3 || a.Files[2].Name != "keys" {
				t.Fatalf("%d parts, %v", len(a.Files), err)
			}
			got := &txtar.Archive{Comment: a.Comment, Files: a.Files[:3:3]}
			for _, size := range sizes {
				d := lay(t, string(a.Files[0].Data), size[0], size[1])
				for i, keys := range strings.Split(strings.TrimSuffix(string(a.Files[2].Data), "\n"), "\n") {
					d.press(keys, string(a.Files[1].Data))
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

const three = `title = "Three"
id = "three"
[[question]]
ask = "Alpha?"
answer = "one"
hint = ["first hint", "second hint"]
[[question]]
id = "cloze"
cloze = "The {{c1::beta}} and the {{c2::gamma}}."
[[question]]
ask = "Delta?"
answer = "four"
`

// What each key leads to.
func TestPreviewKeys(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		wants      string // "|" between words
	}{
		{"at first", "", "Alpha?|1 of 3|short, front|As studied|On paper"},
		{"answer", " ", "A: one|back|In the key"},
		{"answer, then next", "  ", "2 of 3, card 1 of 2|cloze c1, front"},
		{"Enter is Space", "<enter><enter>", "2 of 3, card 1 of 2"},
		{"next", "n", "2 of 3, card 1 of 2"},
		{"right twice", "<right><right>", "2 of 3, card 2 of 2"},
		{"back to the first", "nnp<left>", "1 of 3"},
		{"before the first", "p", "1 of 3"},
		{"behind the last", "<end>n", "3 of 3"},
		{"home", "<end><home>", "1 of 3"},
		{"next question", "n]", "3 of 3"},
		{"question before", "<end>[", "2 of 3, card 1 of 2"},
		{"page down at the end", "<pgdown><pgdown>", "3 of 3"},
		{"page up at the top", "<end><pgup>", "2 of 3, card 1 of 2"},
		{"flip", "f", "A: one"},
		{"flip twice", "ff", "front"},
		{"a new card shows its front", "f]", "front"},
		{"hint", "<tab>", "Hint 1 of 2: first hint"},
		{"hints", "<tab><tab>", "Hint 2 of 2: second hint"},
		{"no further hint", "<tab><tab><tab>", "There is no further hint."},
		{"paper alone", "vv", "front on paper|____"},
		{"card alone", "v", "short, front|v paper"},
		{"both again", "vvv", "As studied|On paper"},
		{"number", "3<enter>", "3 of 3|Delta?"},
		{"no such number", "12<enter>", "1 of 3|There are questions 1 to 3."},
		{"search", "/delta<enter>", "3 of 3"},
		{"search in a cloze", "/GAMMA<enter>", "2 of 3"},
		{"search around the end", "<end>/alpha<enter>", "1 of 3|Found behind the end"},
		{"search again", "/a<enter>/<enter>", "3 of 3"},
		{"only this", "/alpha<enter>", "1 of 3|No other question says that."},
		{"nothing", "/zeta<enter>", `1 of 3|No question says "zeta".`},
		{"search is typed", "/del", "/ del|Enter find"},
		{"search given up", "/del<esc>n", "2 of 3"},
		{"search deleted", "/d<backspace><backspace>n", "2 of 3"},
		{"keys", "?", "Keys|go to the question of a number"},
		{"keys away", "?<esc>n", "2 of 3"},
		{"F1", "<f1>", "Keys"},
		{"check", "c", "What check says|Nothing."},
		{"read", "r", "1 of 3"},
		{"edit", "e", "Editing is not available here."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := lay(t, three, 120, 40)
			d.press(tt.keys, "")
			d.wants(strings.Split(tt.wants, "|")...)
			if d.quit {
				t.Error("it was left")
			}
		})
	}
	for _, keys := range []string{"q", "<esc>", "<ctrl+c>", "?<ctrl+c>", "/a<ctrl+c>"} {
		d := lay(t, three, 80, 24)
		if d.press(keys, ""); !d.quit || d.caught != strings.Contains(keys, "ctrl") {
			t.Errorf("%s: left %v, interrupted %v", keys, d.quit, d.caught)
		}
	}
}

// What a file that was saved leads to.
func TestPreviewSaved(t *testing.T) {
	for _, tt := range []struct {
		name, before, now string
		keys              string
		wants             string
	}{
		{"the answer of the card on screen", "one", "uno", " ", "A: uno|1 of 3|back|Question 1 has changed."},
		{"the text of the card on screen, and so its id", "Alpha?", "Aleph?", " ", "Aleph?|1 of 3|back|Question 1 has changed."},
		{"another question", "Delta?", "Dalet?", "", "Dalet?|3 of 3|Question 3 has changed."},
		{"a gap", "gamma", "gimel", "<end>", "2 of 3|gimel|Question 2 has changed."},
		{"the face that is shown", "beta", "bet", "nn", "2 of 3, card 2 of 2|bet"},
		{"a question before", "[[question]]\nask = \"Alpha?\"", "[[question]]\nask = \"New?\"\nanswer = \"n\"\n[[question]]\nask = \"Alpha?\"", "", "New?|1 of 4"},
		{"only a comment", "id = \"three\"", "id = \"three\"\n# a comment", "<end>", "3 of 3|Delta?"},
		{"a question less, which is shown", "[[question]]\nask = \"Delta?\"\nanswer = \"four\"\n", "", "<end>", "2 of 2, card 2 of 2|That question is gone."},
		{"a question less", "[[question]]\nask = \"Delta?\"\nanswer = \"four\"\n", "", "", "1 of 2|Read again."},
		{"an id more", "ask = \"Delta?\"", "id = \"d\"\nask = \"Delta?\"", "<end> ", "3 of 3|A: four"},
		{"two questions", "answer", "explain = \"because\"\nanswer", "", "1 of 3|2 questions have changed, the first is number 1."},
		{"a fault", "answer = \"one\"", "anser = \"one\"", "<end>", "3 of 3|Delta?|FAULT|deck.toml:5:1|anser"},
		{"no question at all", three, "title = \"x\"", "n", "2 of 3|FAULT"},
		{"nothing at all", three, "", "n", "2 of 3|FAULT"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := lay(t, three, 120, 40)
			d.press(tt.keys, "")
			d.saves(strings.ReplaceAll(three, tt.before, tt.now))
			d.wants(strings.Split(tt.wants, "|")...)
		})
	}
}

// A fault stays on the screen, can be listed, and goes when it is mended.
func TestPreviewFault(t *testing.T) {
	d := lay(t, three, 80, 24)
	d.saves(strings.ReplaceAll(three, "answer", "anser"))
	d.wants("2 FAULTS", "deck.toml:5:1", "Alpha?")
	d.press("n?", "")
	d.press("<esc>c", "")
	d.wants("deck.toml:5:1", "deck.toml:12:1")
	d.saves(three)
	if s := d.screen(); strings.Contains(s, "FAULT") || strings.Contains(s, "What check says") {
		t.Errorf("the fault is still there:\n%s", s)
	}
	d.wants("2 of 3, card 1 of 2")
}

// A deck that has a fault from the beginning is shown when it is mended.
func TestPreviewFaultFirst(t *testing.T) {
	d := lay(t, "title = 1", 80, 24)
	d.wants("before this is mended", "deck.toml:1:")
	d.press("n p<tab>f]v", "")
	d.wants("before this is mended")
	d.saves(three)
	d.wants("1 of 3", "Alpha?")
}

// The editor opens at the question, or at the fault; what it saved is there
// when it ends, and the card is the same.
func TestPreviewEdit(t *testing.T) {
	d := lay(t, three, 80, 24)
	var at []string
	d.view.options.Edit = func(file string, line int) (*exec.Cmd, error) {
		at = append(at, fmt.Sprint(file, ":", line))
		return exec.Command("true"), nil
	}
	d.editor = func() { d.last = edition(t, strings.ReplaceAll(three, "Delta", "Dalet"), d.last) }
	d.press("n e", "")
	d.wants("2 of 3, card 1 of 2", "back", "Question 3 has changed.")
	d.editor = func() { d.last = edition(t, strings.ReplaceAll(three, "answer", "anser"), d.last) }
	d.press("e", "")
	d.wants("FAULTS", "2 of 3, card 1 of 2")
	d.editor = func() { d.last = edition(t, three, d.last) }
	d.press("e", "")
	if diff := cmp.Diff([]string{"deck.toml:7", "deck.toml:7", "deck.toml:5"}, at); diff != "" {
		t.Error(diff)
	}
	d.view.options.Edit = func(string, int) (*exec.Cmd, error) { return nil, errors.New("it is inside the program") }
	d.press("e", "")
	d.wants("Not edited: it is inside the program")
}

// Whatever is pressed and saved, at any size, a screen can be drawn.
func TestPreviewRandom(t *testing.T) {
	keys := []string{"<space>", "n", "p", "]", "[", "<home>", "<end>", "<pgup>", "<pgdown>", "<up>", "<down>", "f", "<tab>", "v", "/", "a", "1", "<enter>", "<esc>", "c", "r", "?", "<save>"}
	sources := []string{three, "", "title = 2", strings.ReplaceAll(three, "gamma", "\u6771\u4eac "+strings.Repeat("long ", 300)), three[:len(three)-60]}
	rapid.Check(t, func(rt *rapid.T) {
		d := lay(t, three, rapid.IntRange(1, 130).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height"))
		for range rapid.IntRange(0, 25).Draw(rt, "presses") {
			d.press(rapid.SampledFrom(keys).Draw(rt, "key"), rapid.SampledFrom(sources).Draw(rt, "saved"))
			d.screen()
		}
	})
}

// The keys at the bottom can be clicked, and keys mean what the learner's map
// says.
func TestPreviewMouseAndKeymap(t *testing.T) {
	const deck = "title = \"T\"\n[[question]]\nask = \"One?\"\nanswer = \"1\"\n[[question]]\nask = \"Two?\"\nanswer = \"2\"\n"
	d := lay(t, deck, 80, 24)
	lines := strings.Split(d.screen(), "\n")
	at := strings.Index(lines[23], "card")
	d.send(tea.MouseClickMsg{X: len([]rune(lines[23][:at])), Y: 23, Button: tea.MouseLeft})
	d.wants("2 of 2")
	d.view.keys = frame.Keymap{Preset: "vim"}.Of(PreviewKeys(d.view.w), d.view.w.Common.Keys)
	d.press("h", "")
	d.wants("1 of 2", "l card")
}
