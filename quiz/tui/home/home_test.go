package home

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"recto/quiz"
	"recto/quiz/tui/frame"
)

// The key table: what is pressed, what is opened, what is to be seen.
func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		opened     []string
		wants      []string
		quit       bool
	}{
		{"all decks, but not by name while a file has a fault", "<enter>", []string{"study", "french", "korea", "tokyo"}, nil, false},
		{"one deck", "<down><space>", []string{"study", "french"}, nil, false},
		{"quiz", "<down><down>t", []string{"quiz", "korea"}, nil, false},
		{"browse", "<down>b", []string{"browse", "french"}, nil, false},
		{"stats", "<down>s", []string{"stats", "french"}, nil, false},
		{"preview", "<down>p", []string{"preview", "french"}, nil, false},
		{"preview takes one deck", "p", nil, []string{"Choose one deck first."}, false},
		{"the last row", "<end>", nil, []string{"> broken.toml: 3: ask is empty", "Enter show the fault"}, false},
		{"what is wrong with a file", "<end><enter>", nil, []string{"What is wrong", "question 1: ask is empty", "recto check /decks/broken.toml names every fault."}, false},
		{"a file with a fault is not studied", "<end>t", nil, nil, false},
		{"and back from its fault", "<end><enter><esc>", nil, []string{"> broken.toml"}, false},
		{"not beyond the first", "<up><up><enter>", []string{"study", "french", "korea", "tokyo"}, nil, false},
		{"find", "/fre", nil, []string{"/ fre", "> French verbs"}, false},
		{"find and study", "/KOR<enter>", []string{"study", "korea"}, nil, false},
		{"find by id", "/tokyo<enter>", []string{"study", "tokyo"}, nil, false},
		{"find nothing", "/xyz<enter>", nil, []string{`No deck has "xyz" in its name.`}, false},
		{"find a file", "/broken", nil, []string{"> broken.toml"}, false},
		{"letters are text while finding", "/qbst", nil, []string{"/ qbst"}, false},
		{"the end of finding", "/fre<esc>", nil, []string{"All decks", "> French verbs"}, false},
		{"backspace ends it too", "/f<backspace><backspace>", nil, []string{"> French verbs", "All decks"}, false},
		{"arrows while finding", "/r<down><enter>", []string{"study", "korea"}, nil, false},
		{"undo", "u", nil, []string{"Undone: a rating."}, false},
		{"all keys", "?", nil, []string{"Keys", "take the last rating or change back"}, false},
		{"a key puts them away", "<f1>q", nil, []string{"All decks"}, false},
		{"leave", "q", nil, nil, true},
		{"leave with Esc", "<esc>", nil, nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, busy(), 80, 24)
			d.press(tt.keys)
			d.wants(tt.wants...)
			if !slices.Equal(d.opened, tt.opened) {
				t.Errorf("opened %q, want %q", d.opened, tt.opened)
			}
			if d.quit != tt.quit {
				t.Errorf("left: %v", d.quit)
			}
		})
	}
}

// Without a file with a fault all decks are those of the configuration, and
// need no names.
func TestAllDecks(t *testing.T) {
	today := busy()
	today.Faults = nil
	d := sit(t, today, 80, 24)
	if d.press("<enter>"); !slices.Equal(d.opened, []string{"study"}) {
		t.Errorf("opened %q", d.opened)
	}
	today.Decks = today.Decks[:1]
	d = sit(t, today, 80, 24)
	if s := d.seen(); strings.Contains(s, "All decks") {
		t.Errorf("one deck is all decks:\n%s", s)
	}
	if d.press("p"); !slices.Equal(d.opened, []string{"preview", "french"}) {
		t.Errorf("opened %q", d.opened)
	}
}

// What is pressed means what the learner's map says, and is told so.
func TestKeymap(t *testing.T) {
	d := sit(t, busy(), 80, 24, func(o *Options) {
		o.Keys = frame.Keymap{Preset: "emacs", Own: []frame.Own{{Command: frame.Leave, Keys: []string{"x"}}}}
	})
	d.wants("x leave")
	d.press("<ctrl+n>q")
	if d.quit {
		t.Error("q leaves")
	}
	d.wants("> French verbs")
	d.press("?")
	d.wants("Ctrl+N ↓")
	d.press("?x")
	if !d.quit {
		t.Error("x does not leave")
	}
}

// A click chooses a deck, another one studies it; a key at the bottom works,
// and the wheel scrolls.
func TestMouse(t *testing.T) {
	d := sit(t, busy(), 80, 24)
	at := func(text string) tea.Mouse {
		t.Helper()
		for y, l := range strings.Split(d.seen(), "\n") {
			if before, _, ok := strings.Cut(l, text); ok {
				return tea.Mouse{X: len([]rune(before)), Y: y, Button: tea.MouseLeft}
			}
		}
		t.Fatalf("no %q on the screen:\n%s", text, d.seen())
		return tea.Mouse{}
	}
	d.send(tea.MouseClickMsg(at("French")))
	d.wants("> French verbs")
	if len(d.opened) > 0 {
		t.Errorf("opened %q", d.opened)
	}
	d.send(tea.MouseClickMsg(at("French")))
	if !slices.Equal(d.opened, []string{"study", "french"}) {
		t.Errorf("opened %q", d.opened)
	}
	d.send(tea.MouseClickMsg(at("? keys")))
	d.wants("a scored practice test")
	d.send(tea.MouseClickMsg{X: 3, Y: 3, Button: tea.MouseLeft})
	d.wants("All decks")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 10})
	d.press("<home>")
	d.wants("cards for today")
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if s := d.seen(); strings.Contains(s, "cards for today") {
		t.Errorf("it does not scroll:\n%s", s)
	}
}

// Another screen is gone: what it says is told, and what waits is looked at
// again.
func TestBack(t *testing.T) {
	d := sit(t, busy(), 80, 24)
	d.press("<down><down>")
	d.today.Decks[0].New = 77
	d.send(frame.BackMsg{Line: "Done: 5 answered"})
	d.wants("Done: 5 answered", "77", "> North Korea")
	d.send(frame.BackMsg{Err: errLocked})
	d.wants("It cannot be opened", "the history is locked")
	d.press("<esc>")
	d.fails = errLocked
	d.send(frame.BackMsg{})
	d.wants("The history is locked.", "77")
	if d.quit {
		t.Error("it leaves although there is something to show")
	}
}

// When there is nothing to show at all the screen is left, and says why.
func TestNothingToShow(t *testing.T) {
	d := &desk{t: t}
	d.screen = New(context.Background(), Options{Load: func(context.Context) (Today, error) { return Today{}, errLocked }})
	d.do(d.screen.Init())
	if _, err := d.screen.End(nil); !d.quit || !errors.Is(err, errLocked) {
		t.Errorf("left: %v, with %v", d.quit, err)
	}
}

// The answer to an older look is not shown in place of a newer one's.
func TestOnlyTheLastLook(t *testing.T) {
	d := sit(t, busy(), 80, 24)
	old := d.screen.number
	d.screen.load()
	d.send(loadedMsg{number: old, today: Today{Now: monday}})
	d.send(moreMsg{number: old, more: More{Streak: 99}})
	d.wants("French verbs", "12 days in a row")
}

// A look that takes long is said to.
func TestLoading(t *testing.T) {
	s := New(context.Background(), Options{Load: func(context.Context) (Today, error) { return busy(), nil }})
	s.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if text := seen(t, s.View(), 80, 24); strings.Contains(text, "Loading") {
		t.Errorf("said at once:\n%s", text)
	}
	s.Update(lateMsg{})
	if text := seen(t, s.View(), 80, 24); !strings.Contains(text, "Loading") {
		t.Errorf("not said:\n%s", text)
	}
	s.Update(s.load()())
	if text := seen(t, s.View(), 80, 24); strings.Contains(text, "Loading") || !strings.Contains(text, "French") {
		t.Errorf("nothing but:\n%s", text)
	}
}

// Keys that are pressed before there is anything to see mean what they would
// have meant.
func TestTypedAhead(t *testing.T) {
	d := sit(t, busy(), 80, 24)
	d.screen.loaded, d.screen.rows, d.screen.at = false, nil, 0
	d.press("<down><down><enter>")
	if len(d.opened) > 0 {
		t.Fatalf("opened %q before", d.opened)
	}
	d.do(d.screen.load())
	if !slices.Equal(d.opened, []string{"study", "korea"}) {
		t.Errorf("opened %q", d.opened)
	}
	d.screen.loaded = false
	if d.press("q"); !d.quit {
		t.Error("q waits")
	}
}

// The help topics are listed, read and left again.
func TestTopics(t *testing.T) {
	d := sit(t, busy(), 60, 12)
	var r *reader
	for _, cmd := range []tea.Cmd{d.screen.read()} {
		if cmd == nil {
			t.Fatal("no topics")
		}
		r = &reader{home: d.screen}
	}
	r.Update(tea.WindowSizeMsg{Width: 60, Height: 12})
	press := func(names ...string) (cmd tea.Cmd) {
		for _, n := range names {
			msg, ok := named[n]
			if !ok {
				msg = tea.KeyPressMsg{Code: rune(n[0]), Text: n}
			}
			_, cmd = r.Update(msg)
			r.View()
		}
		return cmd
	}
	wants := func(word string) {
		t.Helper()
		if s := seen(t, r.View(), 60, 12); !strings.Contains(s, word) {
			t.Errorf("no %q on the screen:\n%s", word, s)
		}
	}
	wants("> decks")
	press("enter")
	wants("All of it.")
	press("q", "down", "enter", "pgdown")
	wants("Help topics › keys")
	wants("↓ 3")
	press("end")
	wants("↑ ")
	press("q")
	wants("> keys")
	if cmd := press("q"); cmd == nil {
		t.Error("q does not leave the list")
	} else if _, ok := cmd().(tea.QuitMsg); !ok {
		t.Errorf("q does %T", cmd())
	}
}

// Each day at three sizes, with and without looks, behind -update.
func TestScreens(t *testing.T) {
	idle := busy()
	idle.Decks = idle.Decks[2:]
	idle.Faults, idle.Paused, idle.Held = nil, 0, [2]int{12, 3}
	idle.Next, idle.Clock = quiz.Next{At: monday.At.Add(5 * 3600 * 1e9)}, &Clock{15, 0}
	idle.Longer = func(context.Context) (More, error) { return More{Streak: 3}, nil }
	free := Today{Now: monday, Decks: idle.Decks, Next: quiz.Next{Day: monday.Day + 1}, Clock: &Clock{4, 0}}
	for _, day := range []struct {
		name  string
		today Today
		keys  []string
	}{
		{"busy", busy(), []string{"", "<down>", "/ko", "<esc><end>", "<enter>", "<esc>?"}},
		{"idle", idle, []string{""}},
		{"free", free, []string{""}},
		{"empty", Today{Now: monday}, []string{""}},
	} {
		t.Run(day.name, func(t *testing.T) {
			file := "testdata/" + day.name + ".txtar"
			got := &txtar.Archive{}
			for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
				d := sit(t, day.today, size[0], size[1])
				for _, keys := range day.keys {
					d.press(keys)
					name := strings.TrimSpace(sizeName(size) + " " + keys)
					got.Files = append(got.Files,
						txtar.File{Name: name, Data: []byte(d.seen() + "\n")},
						txtar.File{Name: name + " in colour", Data: []byte(strings.ReplaceAll(d.screen.View().Content, "\x1b", "ESC") + "\n")})
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func sizeName(size [2]int) string {
	return map[[2]int]string{{80, 24}: "80x24", {40, 12}: "40x12", {120, 40}: "120x40"}[size]
}

// Any keys and clicks at any size: what is drawn fits.
func TestRandomKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := slices.Sorted(func(yield func(string) bool) {
		for n := range named {
			if !yield(n) {
				return
			}
		}
	})
	var d *desk
	for range 5000 {
		if d == nil || d.quit || d.stop {
			d = sit(t, busy(), 80, 24)
		}
		switch c := r.IntN(100); {
		case c < 40:
			d.send(named[names[r.IntN(len(names))]])
		case c < 80:
			k := []rune("jktbsp/u?hfre東q\u0301\x1b\u202e")[r.IntN(17)]
			d.send(tea.KeyPressMsg{Code: k, Text: string(k)})
		case c < 85:
			d.send(tea.PasteMsg{Content: "a\x1b[31m漢\n"})
		case c < 92:
			d.send(tea.MouseClickMsg{X: r.IntN(90), Y: r.IntN(30), Button: tea.MouseLeft})
		case c < 95:
			d.send(tea.MouseWheelMsg{Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[r.IntN(2)]})
		default:
			d.send(tea.WindowSizeMsg{Width: 1 + r.IntN(130), Height: 1 + r.IntN(45)})
		}
		d.seen()
	}
}

// A deck, a file and an exam that command the terminal do not.
func TestHostile(t *testing.T) {
	const evil = "\x1b]0;x\x07\u202e\u009b2J\r\n\x1b[?1049l\xff"
	today := busy()
	today.Decks[0].Title, today.Decks[1].Title, today.Decks[1].ID = evil, "", evil
	today.Faults[0] = Fault{File: evil, Name: evil, Said: evil, Text: evil}
	today.Longer = func(context.Context) (More, error) { return More{Exams: []string{evil}}, nil }
	for _, size := range [][2]int{{80, 24}, {40, 12}, {21, 7}} {
		d := sit(t, today, size[0], size[1])
		for _, keys := range []string{"<down>", "<down>", "<end>", "<enter>", "<esc>", "/x", "<esc>"} {
			d.press(keys)
			d.seen()
		}
	}
}

// The same as lines of text, in the order in which they are to be heard.
func TestPlain(t *testing.T) {
	more, err := busy().Longer(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Plain(&out, busy(), &more, nil); err != nil {
		t.Fatal(err)
	}
	const want = `21 cards for today, about 6 minutes
Paused until 2026-11-26; recto pause --end ends it.
12 days in a row
Exam 2026-12-12, in 19 days: 40 % known.
All decks: new 5, learning 2, due 14
French verbs: new 5, learning 0, due 4
North Korea and Russia's war: what the dynamics mean: new 0, learning 2, due 10
東京の地理: new 0, learning 0, due 0
A file has a fault and is left out:
broken.toml: 3: ask is empty
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	out.Reset()
	if err := Plain(&out, Today{Now: monday, Done: 3, Held: [2]int{1, 2}, Next: quiz.Next{Day: monday.Day + 1}, Clock: &Clock{4, 0}}, nil, nil); err != nil {
		t.Fatal(err)
	}
	const free = `All done for today: 3 cards. Well done!
The limits of the day hold 1 new card and 2 reviews back.
Next due tomorrow, at 04:00.
There is no deck. recto new FILE begins one.
`
	if diff := cmp.Diff(free, out.String()); diff != "" {
		t.Error(diff)
	}
}
