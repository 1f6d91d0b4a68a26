package test

import (
	"context"
	goflag "flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz/answer"
	"recto/quiz/practice"
)

var update = goflag.Bool("update", false, "write the screens of testdata anew")

// kinds is a deck with a question of every kind.
const kinds = `
title = "Kinds"
id = "kinds"
[group.words]
title = "Words"
text = "The words of a language."
[[question]]
id = "short"
ask = "What is *dog* in German?"
answer = "Hund"
group = "words"
tags = ["german"]
explain = "A noun."
[[question]]
id = "number"
ask = "How many months has a year?"
answer = 12
unit = "months"
[[question]]
id = "day"
ask = "When was the decision?"
answer = 2024-10-24
[[question]]
id = "true"
ask = "Burkina Faso has a coast."
answer = false
tags = ["africa"]
[[question]]
id = "choice"
ask = "What is the capital of Ghana?"
choices = ["Accra", "Lomé", "Kumasi"]
answer = "Accra"
tags = ["africa"]
points = 2
[[question]]
id = "several"
ask = "Which of these border Burkina Faso?"
choices = ["Mali", "Ghana", "Senegal", "Nigeria"]
answer = ["Mali", "Ghana"]
tags = ["africa"]
[[question]]
id = "list"
ask = "Name the colours."
list = ["black", "red", "gold"]
[[question]]
id = "order"
ask = "Put them in order."
order = ["one", "two", "three"]
[[question]]
id = "pairs"
ask = "Pair them."
pairs = [["Ghana", "Accra"], ["Togo", "Lomé"]]
[[question]]
id = "gaps"
cloze = "{{c1::Upper Volta}} became {{c2::Burkina Faso}}."
tags = ["africa"]
[[question]]
id = "essay"
ask = "Why is it green?"
answer = "Because of the river."
typed = false
points = 4
`

// two is a deck of two questions.
const two = `
title = "Two"
id = "two"
[[question]]
id = "one"
ask = "One?"
answer = "seven"
[[question]]
id = "two"
ask = "Two?"
choices = ["red", "green", "blue"]
answer = "green"
`

// desk is a test on a screen of which tests press the keys, with a clock that
// goes on a second whenever it is read.
type desk struct {
	t      testing.TB
	screen *Screen
	now    time.Time
	quit   bool
	stop   bool
}

func items(t testing.TB, source string) []practice.Item {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []practice.Item
	for _, q := range deck.Questions {
		all = append(all, practice.Item{Question: q})
	}
	return all
}

// sit opens a test of a deck on a screen.
func sit(t testing.TB, source string, width, height int, p practice.Options, o Options) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)}
	p.Start, p.Matcher = d.now, answer.Standard{}
	begin := func(all []practice.Item, p practice.Options) *practice.Test {
		test, err := practice.New(all, p)
		if err != nil {
			t.Fatal(err)
		}
		return test
	}
	o.Now = func() time.Time {
		d.now = d.now.Add(time.Second)
		return d.now
	}
	o.Paper = "--seed 7"
	o.Again = func(missed []*decks.Question, _ int) (*practice.Test, error) {
		var all []practice.Item
		for _, q := range missed {
			all = append(all, practice.Item{Question: q})
		}
		return practice.New(all, practice.Options{Start: d.now, Matcher: answer.Standard{}})
	}
	d.screen = New(context.Background(), begin(items(t, source), p), o)
	d.screen.wait = func(time.Duration) tea.Cmd { return nil } // tick does it
	d.do(d.screen.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func (d *desk) send(msg tea.Msg) {
	_, cmd := d.screen.Update(msg)
	d.do(cmd)
}

// tick lets time pass as the clock does.
func (d *desk) tick(after time.Duration) {
	d.now = d.now.Add(after)
	d.send(tickMsg{})
}

// do carries out a command and all that comes of it.
func (d *desk) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.InterruptMsg:
		d.stop = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	default:
		d.send(msg)
	}
}

// named are the keys that are no characters.
var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace},
	"space": {Code: tea.KeySpace, Text: " "}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"f1": {Code: tea.KeyF1}, "alt+n": {Code: 'n', Mod: tea.ModAlt}, "alt+p": {Code: 'p', Mod: tea.ModAlt},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl},
}

var keyNames = regexp.MustCompile(`<[a-z0-9+]+>|(?s:.)`)

// press presses keys: names in angle brackets, such as <enter>, and characters.
func (d *desk) press(keys string) {
	d.t.Helper()
	for _, k := range keyNames.FindAllString(keys, -1) {
		if k == " " {
			k = "<space>"
		}
		if len(k) > 1 && k[0] == '<' {
			msg, ok := named[strings.Trim(k, "<>")]
			if !ok {
				d.t.Fatalf("no key %s", k)
			}
			d.send(msg)
			continue
		}
		d.send(tea.KeyPressMsg{Code: []rune(k)[0], Text: k})
	}
}

var sequences = regexp.MustCompile("\x1b\\[[0-9;]*m")

// looks returns what is to be seen, without looks and spaces at the end of
// lines, and checks that a terminal can show it.
func (d *desk) looks() string {
	d.t.Helper()
	v := d.screen.View()
	plain := sequences.ReplaceAllString(v.Content, "")
	lines := strings.Split(plain, "\n")
	w, h := d.screen.window.Width, d.screen.window.Height
	if len(lines) > max(h, 1) {
		d.t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), h, plain)
	}
	for i, l := range lines {
		if n := displaywidth.String(l); n > w {
			d.t.Fatalf("line %d takes %d of %d cells: %q", i+1, n, w, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	if i := strings.IndexFunc(plain, func(c rune) bool { return c != '\n' && unicode.IsControl(c) }); i >= 0 {
		d.t.Fatalf("%q is written", plain[i:])
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		d.t.Fatalf("the cursor is at %d, %d of a screen of %d, %d", c.X, c.Y, w, h)
	}
	return strings.Join(lines, "\n")
}

func (d *desk) wants(words ...string) {
	d.t.Helper()
	s := d.looks()
	for _, w := range words {
		if !strings.Contains(s, w) {
			d.t.Errorf("no %q on the screen:\n%s", w, s)
		}
	}
}

// story is a course through the deck of kinds: the keys, and a name for the
// screen that they lead to.
var story = []struct{ keys, screen string }{
	{"", "short"},
	{"Hundd", "short-typed"},
	{"<enter>13 months<enter>24 October 2024<enter>", "truefalse"},
	{"t", "truefalse-chosen"},
	{"<enter>", "choice"},
	{"b<esc>!", "choice-flagged"},
	{"n", "several"},
	{"ab<enter>black<enter>red<enter>yellow", "list-typed"},
	{"<enter>", "order"},
	{"s", "pairs"},
	{"1a2b<enter>Upper Volta<enter>Ghana", "gaps-typed"},
	{"<enter>the rain<enter>", "skipped-again"},
	{"l", "list"},
	{"<esc>a<enter>", "ready"},
	{"<enter>", "judging"},
	{"2", "result"},
	{"<pgdown><pgdown><pgdown>", "result-end"},
	{"<home><enter>", "review"},
	{"p", "review-judged"},
	{"<esc>?", "keys"},
	{"<esc>r", "again"},
}

// Each screen of the story at three sizes stands in testdata.
func TestScreens(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int
	}{{"80x24", 80, 24}, {"40x12", 40, 12}, {"120x40", 120, 40}} {
		t.Run(size.name, func(t *testing.T) {
			d := sit(t, kinds, size.width, size.height, practice.Options{Limit: time.Hour}, Options{})
			var b strings.Builder
			for _, step := range story {
				d.press(step.keys)
				b.WriteString("== " + step.screen + "\n" + strings.TrimRight(d.looks(), "\n") + "\n")
			}
			file := filepath.Join("testdata", size.name+".txt")
			if *update {
				if err := os.MkdirAll("testdata", 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
