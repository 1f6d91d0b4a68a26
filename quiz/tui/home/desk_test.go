package home

import (
	"context"
	"errors"
	"flag"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/quiz"
	"recto/quiz/tui/frame"
)

var update = flag.Bool("update", false, "write the screens of testdata anew")

// desk is the screen, of which tests press the keys.
type desk struct {
	t      testing.TB
	screen *Screen
	today  Today // what Load returns
	fails  error // of Load
	opened []string
	quit   bool
	stop   bool
}

var monday = quiz.MomentAt(time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC), time.UTC, 4)

// busy is a day with something of everything.
func busy() Today {
	return Today{
		Now: monday,
		Decks: []Deck{
			{ID: "french", Title: "French *verbs*", Names: []string{"french.toml"}, New: 5, Due: 4},
			{ID: "korea", Title: "North Korea and Russia's war: what the dynamics mean", Names: []string{"korea.toml"}, Learning: 2, Due: 10},
			{ID: "tokyo", Title: "東京の地理", Names: []string{"tokyo.toml"}},
		},
		Faults: []Fault{{File: "/decks/broken.toml", Name: "broken.toml", Line: 3, Said: "ask is empty",
			Text: "/decks/broken.toml:3:7: question 1: ask is empty\n    ask = \"\"\n          ^\nhint: write the question"}},
		Done:   17,
		Paused: monday.Day + 3,
		Longer: func(context.Context) (More, error) {
			return More{Streak: 12, Today: true, Minutes: 6, Exams: []string{"exam 2026-12-12, in 19 days: 40 % known"}}, nil
		},
	}
}

// sit opens the screen on a day.
func sit(t testing.TB, today Today, width, height int, change ...func(*Options)) *desk {
	t.Helper()
	d := &desk{t: t, today: today}
	door := func(name string) Door {
		return func(chosen []Deck) frame.Opener {
			d.opened = append(d.opened, name)
			for _, one := range chosen {
				d.opened = append(d.opened, one.ID)
			}
			return func(context.Context) (frame.Screen, error) { return nil, nil }
		}
	}
	o := Options{
		Load:  func(context.Context) (Today, error) { return d.today, d.fails },
		Study: door("study"), Quiz: door("quiz"), Browse: door("browse"), Stats: door("stats"), Preview: door("preview"),
		Undo:   func(context.Context) (string, error) { return "Undone: a rating.", nil },
		Topics: []Topic{{"decks", func() string { return "DECKS\n\nAll of it.\n" }}, {"keys", func() string { return strings.Repeat("A line.\n", 50) }}},
	}
	for _, c := range change {
		c(&o)
	}
	d.screen = New(context.Background(), o)
	d.do(d.screen.load()) // Init waits a moment as well
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func (d *desk) send(msg tea.Msg) {
	_, cmd := d.screen.Update(msg)
	d.do(cmd)
	d.screen.View() // as the program does, so that it is known what is where
}

// do carries out a command and all that comes of it.
func (d *desk) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case tea.InterruptMsg:
		d.stop = true
	default:
		d.send(msg)
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace}, "space": {Code: tea.KeySpace, Text: " "},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome},
	"end": {Code: tea.KeyEnd}, "f1": {Code: tea.KeyF1}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+n": {Code: 'n', Mod: tea.ModCtrl},
}

var keyNames = regexp.MustCompile(`<[a-z0-9+]+>|(?s:.)`)

// press presses keys: names in angle brackets, such as <enter>, and characters.
func (d *desk) press(keys string) {
	d.t.Helper()
	for _, k := range keyNames.FindAllString(keys, -1) {
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

// seen returns what is to be seen of a screen, without looks and spaces at the
// end of lines, and checks that a terminal of that size can show it.
func seen(t testing.TB, v tea.View, width, height int) string {
	t.Helper()
	plain := sequences.ReplaceAllString(v.Content, "")
	lines := strings.Split(plain, "\n")
	if len(lines) > max(height, 1) {
		t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), height, plain)
	}
	for i, l := range lines {
		if w := displaywidth.String(l); w > width {
			t.Fatalf("line %d takes %d of %d cells: %q", i+1, w, width, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	if i := strings.IndexFunc(plain, func(c rune) bool { return c != '\n' && unicode.IsControl(c) }); i >= 0 {
		t.Fatalf("%q is written", plain[i:])
	}
	return strings.Join(lines, "\n")
}

func (d *desk) seen() string {
	d.t.Helper()
	return seen(d.t, d.screen.View(), d.screen.window.Width, d.screen.window.Height)
}

func (d *desk) wants(words ...string) {
	d.t.Helper()
	s := d.seen()
	for _, w := range words {
		if !strings.Contains(s, w) {
			d.t.Errorf("no %q on the screen:\n%s", w, s)
		}
	}
}

var errLocked = errors.New("the history is locked")
