package tui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/txtar"

	"recto/decks"
	"recto/quiz"
)

// allKinds returns the cards of all decks of testdata.
func allKinds(t testing.TB) (items []quiz.Item) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, parse(t, string(a.Files[0].Data))...)
	}
	return items
}

// 100,000 random keys with resizes, pastes, a history that fails now and then
// and commits that take a while: no panic, nothing that a terminal would obey
// or that does not fit, and each rating that the session took is recorded, none
// twice. Under the race detector, which slows each of them, fewer do.
func TestRandomKeys(t *testing.T) {
	const hands = 4
	keys := 100_000 / hands
	if raceEnabled {
		keys = 10_000 / hands
	}
	items := allKinds(t)
	for hand := range uint64(hands) {
		t.Run(fmt.Sprint("hand ", hand+1), func(t *testing.T) {
			t.Parallel()
			sessions, rated := pressAtRandom(t, items, keys, hand+1)
			t.Logf("%d sessions, %d ratings", sessions, rated)
			if rated < keys/100 {
				t.Errorf("only %d ratings: the keys do not reach enough", rated)
			}
		})
	}
}

// pressAtRandom presses keys that a seed chooses, in one session after the
// other, and returns how many those were and what was rated in them.
func pressAtRandom(t *testing.T, items []quiz.Item, keys int, seed uint64) (sessions, rated int) {
	r := rand.New(rand.NewPCG(seed, 2))
	var d *desk
	for range keys {
		if d == nil || d.quit {
			if d != nil {
				rated += checkRatings(t, d)
			}
			sessions++
			d = seat(t, items, 80, 24, quiz.SessionOptions{})
			fails := rand.New(rand.NewPCG(uint64(sessions), seed))
			d.store.fails = func() error {
				if fails.IntN(20) == 0 {
					return errors.New("disk full")
				}
				return nil
			}
		}
		_, cmd := d.app.Update(anyMessage(r))
		for d.app.busy && r.IntN(2) == 0 { // the history takes a while, keys come meanwhile
			d.app.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
		d.do(cmd)
		d.screen()
	}
	return sessions, rated + checkRatings(t, d)
}

// anyMessage is a key mostly, now and then a paste, a click, another size.
func anyMessage(r *rand.Rand) tea.Msg {
	names := [...]string{"enter", "enter", "space", "space", "esc", "tab", "backspace", "up", "down", "left", "right", "pgup", "pgdown",
		"home", "end", "delete", "f1", "f2", "shift+up", "shift+down", "ctrl+w", "ctrl+u", "ctrl+k", "alt+b"}
	characters := []rune("123412341234abcdtfuuu-x!sieyq?;;wtrp, é日e\u0301\u200d\U0001F468\u202e")
	switch c := r.IntN(100); {
	case c < 45:
		return named[names[r.IntN(len(names))]]
	case c < 93:
		k := characters[r.IntN(len(characters))]
		return tea.KeyPressMsg{Code: k, Text: string(k)}
	case c < 94:
		return tea.PasteMsg{Content: strings.Repeat("word 漢字\x1b[31m", r.IntN(200))}
	case c < 97:
		return tea.MouseClickMsg{X: r.IntN(90), Y: r.IntN(30), Button: tea.MouseLeft}
	}
	return tea.WindowSizeMsg{Width: 1 + r.IntN(140), Height: 1 + r.IntN(50)}
}

// checkRatings compares the ratings that stand in the history with those that
// the session knows of.
func checkRatings(t *testing.T, d *desk) int {
	t.Helper()
	d.store.fails = nil
	now, _ := d.app.options.Now()
	s := d.app.session
	if v := s.View(); v.Phase != quiz.Finished {
		if _, err := s.Apply(quiz.Input{Action: quiz.Leave, Moment: now}); err != nil {
			t.Fatal(err)
		}
	}
	want, got := s.View().Summary.Ratings, [4]int{}
	for _, digit := range d.store.ratings() {
		got[digit-'1']++
	}
	if got != want {
		t.Fatalf("the history has the ratings %v, the session %v", got, want)
	}
	return s.View().Summary.Answered
}

// A deck that never went through the parser's checks cannot command the
// terminal either.
func TestHostileDeck(t *testing.T) {
	const evil = "\x1b]0;x\x07\u202e\u009b2J\r\n\x1b[?1049l" + "\xff"
	deck := &decks.Deck{ID: "evil" + evil, Title: evil, Language: "en"}
	g := &decks.Group{Name: "g", Title: evil, Text: evil, Image: evil, Alt: evil}
	var items []quiz.Item
	for kind := decks.Short; kind <= decks.Cloze; kind++ {
		q := &decks.Question{Deck: deck, ID: fmt.Sprint("q", kind), Kind: kind, Group: g, Typed: true, Ask: evil, Shown: evil, Hints: []string{evil},
			Explain: evil, Image: evil, Alt: evil, File: evil, From: []decks.Anchor{{Section: evil, Page: evil, Quote: evil}}}
		v := decks.Value{Text: evil}
		q.Answers, q.Lefts, q.Text = []decks.Answer{{Value: v}, {Value: v}}, []decks.Value{v, v}, "{{c1::"+evil+"}}"
		if kind != decks.Short {
			q.Choices = []decks.Value{v, v}
		}
		if kind == decks.Cloze {
			q.Gaps = []decks.Gap{{Label: 1, Text: evil, Hint: evil, End: len(q.Text)}}
		}
		items = append(items, quiz.Item{Card: q.Cards()[0], Progress: quiz.Progress{Flag: 3}})
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}, {21, 7}} {
		d := seat(t, items, size[0], size[1], quiz.SessionOptions{})
		for range items {
			for _, keys := range []string{"<tab>", "a", "<esc>", "i", "<esc>", "<enter>", "i", "<esc>", "<pgdown>", "4"} {
				d.press(keys)
				d.screen()
			}
		}
	}
}

// Every screen of the default texts at every size down to one cell.
func TestEverySize(t *testing.T) {
	items := allKinds(t)
	d := seat(t, items, 80, 24, quiz.SessionOptions{})
	for range items {
		for _, keys := range []string{"<tab>", "a", "<enter>"} {
			d.press(keys)
			for width := 1; width < 90; width += 7 {
				d.resize(width, 1+width/3)
				d.screen()
			}
		}
		d.resize(80, 24)
		d.press("3")
	}
}
