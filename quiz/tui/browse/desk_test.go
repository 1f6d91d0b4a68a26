package browse

import (
	"context"
	flags "flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/words"
)

var update = flags.Bool("update", false, "write the screens of testdata anew")

// someDeck is what is browsed: a card of several kinds, with texts that would
// harm a terminal or are wider than they are long.
const someDeck = `
title = "Law and *Land*"
id = "law"
[[question]]
id = "tort"
ask = "What is a **tort**?"
answer = "a civil wrong"
tags = ["law/civil"]
hint = "not a crime"
explain = "From Latin *tortum*, twisted."
[[question]]
id = "cafe"
ask = "How many Cafés may a street have by law?"
answer = 12
tags = ["law"]
[[question]]
id = "gaps"
cloze = "{{c1::Bamako}} is the capital of {{c2::Mali}}."
tags = ["geo"]
[[question]]
id = "seoul"
ask = "대한민국의 수도는 어디입니까?"
choices = ["부산", "서울", "인천"]
answer = "서울"
tags = ["geo"]
[[question]]
id = "dog"
ask = "Hund"
answer = "dog"
reverse = true
[[question]]
id = "long"
ask = "Which of the many things that a court may weigh before it grants an appeal against the judgment of a lower court counts most, by the article, and which least?"
answer = "the merits"
`

var monday = quiz.MomentAt(time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC), time.UTC, 4)

// memory is a history in memory.
type memory struct {
	events []quiz.Event
	fails  error
}

func (m *memory) Commit(_ context.Context, events ...quiz.Event) error {
	if m.fails != nil {
		return m.fails
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

func (m *memory) Life(_ context.Context, id decks.CardID) (life []quiz.Placed, err error) {
	for _, p := range quiz.Place(m.events) {
		if p.Holder == id {
			life = append(life, p)
		}
	}
	return life, nil
}

// reviewed is a history of the deck: the tort was forgotten, the others are
// due before, on and after the day.
func reviewed(t testing.TB) *memory {
	m := &memory{}
	ids := rand.NewChaCha8([32]byte{2})
	review := func(question, face string, daysAgo, due int, r quiz.Rating) {
		id, err := quiz.NewEventID(ids)
		if err != nil {
			t.Fatal(err)
		}
		at := monday.At.AddDate(0, 0, -daysAgo).UnixMilli()
		e := quiz.Event{ID: id, At: at, Kind: quiz.ReviewEvent, Card: decks.CardID{Deck: "law", Question: question, Face: decks.Face(face)},
			Review: &quiz.ReviewBody{Rating: r, Response: "a crime", Match: "wrong", Taken: 4000, Day: monday.Day - quiz.Day(daysAgo), State: quiz.Review,
				Due: at + int64(due+daysAgo)*86_400_000, DueDay: monday.Day + quiz.Day(due)}}
		if err := m.Commit(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	review("tort", "ask", 40, -10, quiz.Good)
	review("cafe", "ask", 20, 5, quiz.Easy)
	review("gaps", "c1", 12, 0, quiz.Hard)
	review("tort", "ask", 9, -2, quiz.Again)
	return m
}

// desk is the screen, of which tests press the keys.
type desk struct {
	t     testing.TB
	s     *screen
	store *memory
	quit  bool
	held  []tea.Cmd // commands that wait until a test lets them go; nil: none waits
	holds bool
}

// tableOf returns the table of a deck and a history.
func tableOf(t testing.TB, source string, store *memory) *Table {
	t.Helper()
	d, err := decks.Parse("law.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	table, err := NewTable([]Deck{deckOf(d)})
	if err != nil {
		t.Fatal(err)
	}
	progress, err := store.Progress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Fill(func(each func(decks.CardID, *quiz.Progress)) error {
		for id, p := range progress {
			each(id, &p)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return table
}

// deckOf returns a deck as the screen reads it; its cards have no texts.
func deckOf(d *decks.Deck) Deck {
	return Deck{
		ID: d.ID, Title: d.Title,
		Cards: func(yield func(decks.Card) bool) {
			for _, q := range d.Questions {
				bare := &decks.Question{Deck: d, ID: q.ID, Tags: q.Tags, Group: q.Group}
				for _, c := range q.Cards() {
					if !yield(decks.Card{ID: c.ID, Question: bare, Face: c.Face}) {
						return
					}
				}
			}
		},
		Question: func(n int) (*decks.Question, error) { return d.Questions[n], nil },
		Questions: func(yield func(*decks.Question, error) bool) {
			for _, q := range d.Questions {
				if !yield(q, nil) {
					return
				}
			}
		},
	}
}

// sit opens the screen of a deck.
func sit(t testing.TB, source string, store *memory, width, height int) *desk {
	t.Helper()
	d := &desk{t: t, store: store}
	model, err := fsrs.NewModel(nil)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{
		Words: words.English(words.Locale{}), Now: func() quiz.Moment { return monday }, Store: store, Random: rand.NewChaCha8([32]byte{1}),
		Recall: func(_ decks.CardID, p *quiz.Progress) float64 { return model.Recall(*p, monday.Day) }, Leech: 8,
		Why: func(_ context.Context, c decks.Card) ([][2]string, error) {
			return [][2]string{{"now", "because"}, {"asks", c.Ask()}}, nil
		},
		Edit: func(decks.Card) (*exec.Cmd, func(context.Context) (*Table, error), error) {
			return nil, nil, fmt.Errorf("no editor in tests")
		},
	}
	d.s = New(t.Context(), tableOf(t, source, store), o).(*screen)
	d.do(d.s.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func (d *desk) send(msg tea.Msg) {
	_, cmd := d.s.Update(msg)
	d.do(cmd)
	d.s.View()
}

// do carries out a command, unless commands are held.
func (d *desk) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.holds {
		d.held = append(d.held, cmd)
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	default:
		d.send(msg)
	}
}

// release carries out the commands that were held.
func (d *desk) release() {
	d.holds = false
	held := d.held
	d.held = nil
	for _, cmd := range held {
		d.do(cmd)
	}
}

var named = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "space": {Code: tea.KeySpace, Text: " "}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "backspace": {Code: tea.KeyBackspace},
}

var keyPattern = regexp.MustCompile(`<[a-z]+>|(?s:.)`)

// press presses keys: characters, and names in angle brackets.
func (d *desk) press(keys string) {
	for _, k := range keyPattern.FindAllString(keys, -1) {
		if msg, ok := named[strings.Trim(k, "<>")]; ok && len(k) > 1 {
			d.send(msg)
			continue
		}
		d.send(tea.KeyPressMsg{Code: []rune(k)[0], Text: k})
	}
}

var sequences = regexp.MustCompile("\x1b\\[[0-9;]*m")

// screen returns what is to be seen, without looks and without spaces at the
// ends of lines.
func (d *desk) screen() string {
	rows := strings.Split(sequences.ReplaceAllString(d.s.View().Content, ""), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n")
}

// listed returns the cards of the list, questions and faces.
func (d *desk) listed() string {
	var ids []string
	for _, i := range d.s.list {
		id := d.s.table.id(i)
		ids = append(ids, id.Question+"/"+string(id.Face))
	}
	return strings.Join(ids, " ")
}

// kinds returns what happened on this desk, in order.
func (d *desk) kinds(since int) string {
	var all []string
	for _, e := range d.store.events[since:] {
		all = append(all, string(e.Kind)+" "+e.Card.Question)
	}
	return strings.TrimSpace(strings.Join(all, ", "))
}

// under returns the question under the cursor.
func (d *desk) under() string {
	row, ok := d.s.row()
	if !ok {
		return ""
	}
	return d.s.table.id(row).Question
}

// progress returns what is believed of every card, sorted.
func (d *desk) progress() string {
	all, err := d.store.Progress(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	var lines []string
	for id, p := range all {
		if p != (quiz.Progress{}) {
			lines = append(lines, fmt.Sprint(id, p))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
