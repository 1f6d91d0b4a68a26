package tui

import (
	"context"
	"flag"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
)

var update = flag.Bool("update", false, "write the screens of testdata anew")

// memory is a history in memory.
type memory struct {
	events []quiz.Event
	fails  func() error
}

func (m *memory) Commit(ctx context.Context, events ...quiz.Event) error {
	if m.fails != nil {
		if err := m.fails(); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, e := range events {
		e.Device, e.Sequence = strings.Repeat("0", 32), int64(len(m.events)+1)
		if err := e.Validate(); err != nil {
			return err
		}
		m.events = append(m.events, e)
	}
	return nil
}

func (m *memory) Progress(context.Context, ...decks.CardID) (map[decks.CardID]quiz.Progress, error) {
	return quiz.Fold(m.events, fsrs.Models)
}

// reviews returns the reviews of a card that stand, those of all cards for the
// zero id.
func (m *memory) reviews(_ context.Context, id decks.CardID) (reviews []quiz.Event, err error) {
	for _, p := range quiz.Place(m.events) {
		if p.Event.Kind == quiz.ReviewEvent && (p.Holder == id || id == decks.CardID{}) && !p.Undone {
			reviews = append(reviews, p.Event)
		}
	}
	return reviews, nil
}

// ratings returns the ratings that stand, as digits in order.
func (m *memory) ratings() string {
	var b strings.Builder
	all, _ := m.reviews(context.Background(), decks.CardID{})
	for _, e := range all {
		b.WriteByte('0' + byte(e.Review.Rating))
	}
	return b.String()
}

// desk is a session on a screen of which tests press the keys, with a clock
// that goes on a second whenever it is read.
type desk struct {
	t     testing.TB
	app   *app
	store *memory
	now   quiz.Moment
	quit  bool
	stop  bool // interrupted
}

// parse returns the cards of a deck.
func parse(t testing.TB, source string) []quiz.Item {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	var items []quiz.Item
	for _, q := range deck.Questions {
		for _, c := range q.Cards() {
			items = append(items, quiz.Item{Card: c})
		}
	}
	return items
}

// sit opens a session of a deck on a screen.
func sit(t testing.TB, source string, width, height int) *desk {
	t.Helper()
	return seat(t, parse(t, source), width, height, quiz.SessionOptions{})
}

// seat opens a session of some cards, all of them, with options beside those
// that every test has.
func seat(t testing.TB, items []quiz.Item, width, height int, so quiz.SessionOptions) *desk {
	t.Helper()
	o := fsrs.DefaultOptions()
	o.Fuzz = false
	scheduler, err := fsrs.New(o)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, store: &memory{}, now: quiz.MomentAt(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), time.UTC, 4)}
	so.Start, so.Seed, so.Random, so.Leech = d.now, 1, rand.NewChaCha8([32]byte{1}), 8
	session := quiz.NewSession(items, func(decks.Card) quiz.Scheduler { return scheduler }, answer.Standard{}, so)
	d.app = newApp(context.Background(), session, Options{
		Now: func() (quiz.Moment, int) {
			d.now.At = d.now.At.Add(time.Second)
			return d.now, 0
		},
		Store: d.store,
		Recall: func(_ decks.Card, p quiz.Progress, now quiz.Moment) float64 {
			return scheduler.Model().Recall(p, now.Day)
		},
		Reviews: d.store.reviews,
	})
	d.app.settling = 0 // tests paste all that they press
	d.do(d.app.Init())
	d.resize(width, height)
	return d
}

func (d *desk) resize(width, height int) { d.send(tea.WindowSizeMsg{Width: width, Height: height}) }

func (d *desk) send(msg tea.Msg) {
	_, cmd := d.app.Update(msg)
	d.app.View()
	d.do(cmd)
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
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "backspace": {Code: tea.KeyBackspace},
	"space": {Code: tea.KeySpace, Text: " "}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft},
	"right": {Code: tea.KeyRight}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome},
	"end": {Code: tea.KeyEnd}, "delete": {Code: tea.KeyDelete}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "shift+up": {Code: tea.KeyUp, Mod: tea.ModShift},
	"shift+down": {Code: tea.KeyDown, Mod: tea.ModShift}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
	"ctrl+j": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl}, "alt+b": {Code: 'b', Mod: tea.ModAlt},
}

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

var keyNames = regexp.MustCompile(`<[a-z0-9+]+>|(?s:.)`)

// sequences are what colours text and nothing else.
var sequences = regexp.MustCompile("\x1b\\[[0-9;]*m")

// isolates are what stands around text that runs from right to left.
var isolates = strings.NewReplacer(markup.FSI, "", markup.PDI, "")

// screen returns what is to be seen, without looks and spaces at the end of
// lines, and checks that a terminal can show it.
func (d *desk) screen() string {
	d.t.Helper()
	v := d.app.View()
	plain := isolates.Replace(sequences.ReplaceAllString(v.Content, ""))
	lines := strings.Split(plain, "\n")
	if len(lines) > max(d.app.window.Height, 1) {
		d.t.Fatalf("%d lines on a screen of %d:\n%s", len(lines), d.app.window.Height, plain)
	}
	for i, l := range lines {
		if w := displaywidth.String(l); w > d.app.window.Width {
			d.t.Fatalf("line %d takes %d of %d cells: %q", i+1, w, d.app.window.Width, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	if i := strings.IndexFunc(plain, commands); i >= 0 {
		d.t.Fatalf("%q is written", plain[i:])
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= d.app.window.Width || c.Y >= d.app.window.Height) {
		d.t.Fatalf("the cursor is at %d, %d of a screen of %d, %d", c.X, c.Y, d.app.window.Width, d.app.window.Height)
	}
	return strings.Join(lines, "\n")
}

// commands reports whether a terminal would obey a character.
func commands(c rune) bool {
	return c != '\n' && unicode.IsControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
}

// wants fails when the screen does not show some text.
func (d *desk) wants(words ...string) {
	d.t.Helper()
	s := d.screen()
	for _, w := range words {
		if !strings.Contains(s, w) {
			d.t.Errorf("no %q on the screen:\n%s", w, s)
		}
	}
}
