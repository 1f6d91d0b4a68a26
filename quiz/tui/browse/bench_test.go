package browse

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/decks/compiled"
	"recto/quiz"
	"recto/quiz/words"
)

// many is how many cards are browsed.
const many = 100_000

// bigDeck returns a compiled deck of many cards with texts as long as people
// write them.
func bigDeck(b *testing.B) *compiled.Deck {
	chance := rand.New(rand.NewPCG(1, 1))
	names := strings.Fields("capital river treaty war language mountain king battle article island protein enzyme vector theorem market currency " +
		"border refugee café Zürich planet comet engine bridge court appeal contract tort liability citizen election parliament")
	some := func(n int) string {
		var all []string
		for range n {
			all = append(all, names[chance.IntN(len(names))])
		}
		return strings.Join(all, " ")
	}
	d := &decks.Deck{ID: "big", Title: "Big"}
	for i := range many {
		d.Questions = append(d.Questions, &decks.Question{Deck: d, ID: fmt.Sprintf("question-%06d", i), Kind: decks.Short,
			Ask: fmt.Sprintf("Which %s, number %d?", some(9), i), Answers: []decks.Answer{{Value: decks.Value{Text: some(2)}}},
			Tags: []string{"law/" + names[i%20], fmt.Sprint("t", i%50)}})
	}
	path := filepath.Join(b.TempDir(), "big.deck")
	if err := os.WriteFile(path, compiled.Encode(d, nil, "v1"), 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	c, err := compiled.Open(f, "v1")
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// bigTable returns the table of the deck; half of the cards were reviewed.
func bigTable(b *testing.B, c *compiled.Deck) *Table {
	t, err := NewTable([]Deck{{ID: "big", Title: "Big", Cards: c.Cards(), Question: c.Index().Question, Questions: c.Questions()}})
	if err != nil {
		b.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(2, 2))
	if err := t.Fill(func(each func(decks.CardID, *quiz.Progress)) error {
		for i := range int32(t.Len()) {
			if i%2 == 0 {
				each(t.id(i), &quiz.Progress{State: quiz.Review, Reps: 5, Lapses: chance.IntN(9), Stability: 100 * chance.Float64(), Difficulty: 5, Rated: quiz.Good,
					Last: monday.Day - 10, DueDay: monday.Day + quiz.Day(chance.IntN(60)-20)})
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return t
}

// heap returns the bytes that are in use.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// BenchmarkKeyToFrame100k walks at random through 100,000 cards: keys that
// move, mark, sort and search as letters are typed, with searches under way
// beside them. It reports the time from a key to the frame that answers it, from
// a letter of a search to the frame with what it finds, and the memory above
// that of the deck.
func BenchmarkKeyToFrame100k(b *testing.B) {
	deck := bigDeck(b)
	before := heap()
	table := bigTable(b, deck)
	s := New(b.Context(), table, Options{Words: words.English(words.Locale{}), Now: func() quiz.Moment { return monday }, Store: &memory{},
		Random: rand.NewChaCha8([32]byte{1}), Recall: func(_ decks.CardID, p *quiz.Progress) float64 { return 0.9 }, Leech: 8}).(*screen)
	w := &walk{s: s, arrived: make(chan tea.Msg, 1024), asked: map[int]time.Time{}, chance: rand.New(rand.NewPCG(3, 3))}
	w.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	if err := table.readTexts(b.Context()); err != nil { // once, beside the loop, with the first search
		b.Fatal(err)
	}
	for b.Loop() {
		for range 100 {
			w.step()
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(quantile(w.keys, 0.5), "ms/key-median")
	b.ReportMetric(quantile(w.keys, 0.99), "ms/key-p99")
	b.ReportMetric(quantile(w.finds, 0.5), "ms/find-median")
	b.ReportMetric(quantile(w.finds, 0.99), "ms/find-p99")
	b.ReportMetric((heap()-before)/(1<<20), "MB")
	runtime.KeepAlive(s)
}

// walk presses keys at random and measures how long frames take.
type walk struct {
	s       *screen
	arrived chan tea.Msg
	chance  *rand.Rand
	pressed []time.Time       // when keys were pressed that are not answered yet
	typed   string            // what is still to be typed
	keys    []float64         // ms from a key to its frame
	finds   []float64         // ms from a letter to what it finds
	asked   map[int]time.Time // searches by number
}

// send gives a message to the screen and draws it.
func (w *walk) send(msg tea.Msg) {
	number, at := w.s.job.number, time.Now()
	_, cmd := w.s.Update(msg)
	w.s.View()
	if w.s.job.number != number {
		w.asked[w.s.job.number] = at
	}
	if len(w.s.waiting) == 0 {
		for _, at := range w.pressed {
			w.keys = append(w.keys, since(at))
		}
		w.pressed = nil
	}
	if cmd != nil {
		go func() {
			if msg := cmd(); msg != nil {
				w.arrived <- msg
			}
		}()
	}
}

// step takes what has arrived, then presses a key.
func (w *walk) step() {
	for len(w.arrived) > 0 {
		w.take(<-w.arrived)
	}
	k, at := w.key(), time.Now()
	w.pressed = append(w.pressed, at)
	w.send(k)
	// Keys that are typed in one go overtake what they search; now and then, and
	// where a key waits for what is found, the learner does.
	for w.s.job.runs && (len(w.s.waiting) > 0 || w.chance.IntN(3) == 0) {
		w.take(<-w.arrived)
	}
}

// take takes what has arrived.
func (w *walk) take(msg tea.Msg) {
	w.send(msg)
	if m, ok := msg.(arrangedMsg); ok && m.number == w.s.job.number {
		w.finds = append(w.finds, since(w.asked[m.number]))
	}
}

// key returns the next key: of a search that is typed, or any.
func (w *walk) key() tea.KeyPressMsg {
	if w.typed == "" && w.chance.IntN(12) == 0 {
		queries := []string{"/tort\r", "/cafe court -king\x1b", "/tag:law/king due<7\r", "/lapses>3 or is:new river\r", "/number 77\r", "\x1b"}
		w.typed = queries[w.chance.IntN(len(queries))]
	}
	if w.typed == "" {
		keys := []string{"<down>", "<down>", "<down>", "<up>", "<pgdown>", "<pgdown>", "<pgup>", "<home>", "<end>", "<space>", "s", "r", "v"}
		k := keys[w.chance.IntN(len(keys))]
		if msg, ok := named[strings.Trim(k, "<>")]; ok {
			return msg
		}
		return tea.KeyPressMsg{Code: rune(k[0]), Text: k}
	}
	c := w.typed[0]
	w.typed = w.typed[1:]
	switch c {
	case '\r':
		return named["enter"]
	case '\x1b':
		return named["esc"]
	}
	return tea.KeyPressMsg{Code: rune(c), Text: string(c)}
}

func since(at time.Time) float64 { return float64(time.Since(at).Microseconds()) / 1000 }

// quantile returns the value that a share of all are not above.
func quantile(all []float64, share float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}
