package plain_test

import (
	"bytes"
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
	"recto/quiz/plain"
)

var update = flag.Bool("update", false, "write the transcripts of testdata anew")

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

func (m *memory) Progress(_ context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error) {
	return quiz.Fold(m.events, fsrs.Models)
}

func (m *memory) reviews(_ context.Context, id decks.CardID) (reviews []quiz.Event, err error) {
	for _, p := range quiz.Place(m.events) {
		if p.Event.Kind == quiz.ReviewEvent && p.Holder == id && !p.Undone {
			reviews = append(reviews, p.Event)
		}
	}
	return reviews, nil
}

// ratings returns the ratings that were recorded, in order.
func (m *memory) ratings() (r []quiz.Rating) {
	for _, e := range m.events {
		if e.Kind == quiz.ReviewEvent {
			r = append(r, e.Review.Rating)
		}
	}
	return r
}

// table is a session with its history and a clock that goes on a second
// whenever it is read.
type table struct {
	session *quiz.Session
	store   *memory
	options plain.Options
	now     quiz.Moment
}

func lay(t testing.TB, source string, m answer.Matcher) *table {
	t.Helper()
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	o := fsrs.DefaultOptions()
	o.Fuzz = false
	scheduler, err := fsrs.New(o)
	if err != nil {
		t.Fatal(err)
	}
	tb := &table{store: &memory{}, now: quiz.MomentAt(time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC), time.UTC, 4)}
	var items []quiz.Item
	for _, q := range deck.Questions {
		for _, c := range q.Cards() {
			items = append(items, quiz.Item{Card: c})
		}
	}
	l := quiz.DefaultLimits()
	queue := quiz.Queue(items, tb.now, l, 1)
	tb.session = quiz.NewSession(queue, func(decks.Card) quiz.Scheduler { return scheduler }, m, quiz.SessionOptions{
		Start:  tb.now,
		Seed:   1,
		Random: rand.NewChaCha8([32]byte{1}),
		Leech:  8,
		Later:  quiz.Later(items, queue, tb.now, l),
	})
	tb.options = plain.Options{
		Now: func() (quiz.Moment, int) {
			tb.now.At = tb.now.At.Add(time.Second)
			return tb.now, 0
		},
		Store: tb.store,
		Echo:  true,
		Recall: func(_ decks.Card, p quiz.Progress, now quiz.Moment) float64 {
			return scheduler.Model().Recall(p, now.Day)
		},
		Reviews: tb.store.reviews,
	}
	return tb
}

// run runs the session on some input.
func (tb *table) run(ctx context.Context, input string) (string, error) {
	var out bytes.Buffer
	err := plain.Run(ctx, tb.session, strings.NewReader(input), &out, tb.options)
	return out.String(), err
}

// Each file of testdata is a deck, what the learner typed, and the transcript.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 3 {
				t.Fatalf("%d parts, %v", len(a.Files), err)
			}
			got, err := lay(t, string(a.Files[0].Data), answer.Standard{}).run(context.Background(), string(a.Files[1].Data))
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				a.Files[2].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[2].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
