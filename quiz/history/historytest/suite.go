package historytest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

// Run runs the suite. Where returns a place at which there is no history yet.
func Run(t *testing.T, where func(t testing.TB) string) {
	for _, test := range []struct {
		name string
		run  func(t *testing.T, where func(t testing.TB) string)
	}{
		{"an empty history", empty},
		{"a rating is there after opening again", keeps},
		{"the same event twice is one", idempotent},
		{"one id with two contents is a conflict", conflict},
		{"nothing of a refused commit stays", allOrNothing},
		{"the events of a commit are one action", actions},
		{"undo at any depth, and back", undo},
		{"what a question said last", seen},
		{"what the questions of a deck said last", seenInDeck},
		{"relinks, and which of them stand", relinks},
		{"the reviews of a card that was relinked", reviews},
		{"the weights that hold", weights},
		{"two programs at one history", together},
		{"an import is all or nothing and names the line", badImport},
		{"an import holds nobody up while its lines come", slowImport},
		{"a backup, and a restore of it", restore},
		{"three machines, every order of merging", union},
		{"two machines, any events, any order of merging", merge},
		{"lines in any order, in pieces and twice", shuffle},
		{"what fails at its end leaves nothing", aborted},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, where) })
	}
}

// Open opens a history for a test and closes it at its end.
func Open(t testing.TB, where string) *history.Store {
	t.Helper()
	s, err := history.Open(t.Context(), where, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// Card returns a card of the deck "geo".
func Card(question string) decks.CardID {
	return decks.CardID{Deck: "geo", Question: question, Face: decks.AskFace}
}

// Review returns a review that no store has seen.
func Review(question string, day quiz.Day, r quiz.Rating) quiz.Event {
	return quiz.Event{ID: NewID(), At: int64(day) * 86_400_000, Kind: quiz.ReviewEvent, Card: Card(question),
		Review: &quiz.ReviewBody{Rating: r, Response: "Lima", Match: "correct", Taken: 1500, Day: day,
			State: quiz.Review, Due: int64(day+3) * 86_400_000, DueDay: day + 3}}
}

// Sound fails the test when a history is not in order.
func Sound(t testing.TB, s *history.Store) {
	t.Helper()
	report, err := s.Verify(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !report.Sound() {
		t.Fatalf("the history is not in order: %q %q", report.Problems, report.Stale)
	}
}

// Exported returns what a history exports.
func Exported(t testing.TB, s *history.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// must returns a value, and fails the test on an error.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func commit(t testing.TB, s *history.Store, events ...quiz.Event) {
	t.Helper()
	if err := s.Commit(context.Background(), events...); err != nil {
		t.Fatal(err)
	}
}

// stored returns all events of a history.
func stored(t testing.TB, s *history.Store) (events []quiz.Event) {
	t.Helper()
	for e, err := range s.Events(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}

// folded fails the test when the progress of a history is not what its events
// fold to.
func folded(t testing.TB, s *history.Store) map[decks.CardID]quiz.Progress {
	t.Helper()
	want, err := quiz.Fold(stored(t, s), fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	got := must[map[decks.CardID]quiz.Progress](t)(s.Progress(context.Background()))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("the progress is not what the events fold to:\n%s", diff)
	}
	return got
}

func empty(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	if n := len(folded(t, s)); n != 0 {
		t.Errorf("%d cards", n)
	}
	if ms := must[int64](t)(s.LastTime(ctx)); ms != 0 {
		t.Errorf("last time %d", ms)
	}
	if a := must[[][]quiz.EventID](t)(s.LastActions(ctx, 5)); len(a) != 0 {
		t.Errorf("actions %v", a)
	}
	if _, ok, err := s.Seen(ctx, "geo", "lima"); ok || err != nil {
		t.Errorf("seen %v, %v", ok, err)
	}
	if err := s.Commit(ctx); err != nil {
		t.Errorf("committing nothing: %v", err)
	}
	Sound(t, s)
}

func keeps(t *testing.T, where func(testing.TB) string) {
	at := where(t)
	s := Open(t, at)
	e := Review("lima", 20000, quiz.Good)
	commit(t, s, e)
	before := folded(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = Open(t, at)
	after := must[map[decks.CardID]quiz.Progress](t)(s.Progress(t.Context(), Card("lima"), Card("quito")))
	if diff := cmp.Diff(before, after); diff != "" || len(after) != 1 {
		t.Errorf("after opening again:\n%s", diff)
	}
	got := stored(t, s)
	if len(got) != 1 || got[0].ID != e.ID || got[0].Sequence != 1 || got[0].Device != must[string](t)(s.Device(t.Context())) {
		t.Errorf("stored %+v", got)
	}
	if ms := must[int64](t)(s.LastTime(t.Context())); ms != e.At {
		t.Errorf("last time %d, want %d", ms, e.At)
	}
	Sound(t, s)
}

func idempotent(t *testing.T, where func(testing.TB) string) {
	s := Open(t, where(t))
	e, leech := Review("lima", 20000, quiz.Again), quiz.Event{ID: NewID(), At: 5, Kind: quiz.SuspendEvent, Card: Card("lima")}
	commit(t, s, e, leech)
	commit(t, s, e, leech)
	commit(t, s, stored(t, s)...)
	if n := len(stored(t, s)); n != 2 {
		t.Errorf("%d events", n)
	}
	if p := folded(t, s)[Card("lima")]; p.Reps != 1 || !p.Suspended {
		t.Errorf("progress %+v", p)
	}
}

func conflict(t *testing.T, where func(testing.TB) string) {
	s := Open(t, where(t))
	e := Review("lima", 20000, quiz.Good)
	commit(t, s, e)
	other := Review("lima", 20000, quiz.Again)
	other.ID = e.ID
	if err := s.Commit(t.Context(), Review("quito", 20000, quiz.Good), other); !errors.Is(err, history.ErrConflict) {
		t.Errorf("error %v, want a conflict", err)
	}
	if n := len(stored(t, s)); n != 1 {
		t.Errorf("%d events", n)
	}
}

func allOrNothing(t *testing.T, where func(testing.TB) string) {
	s := Open(t, where(t))
	bad := Review("lima", 20000, 7)
	for _, events := range [][]quiz.Event{
		{Review("lima", 20000, quiz.Good), bad},
		{Review("lima", 20000, quiz.Good), {ID: NewID(), At: 5, Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Weights: []float64{1}}}},
	} {
		if err := s.Commit(t.Context(), events...); err == nil {
			t.Fatal("committed")
		}
		if n := len(stored(t, s)) + len(folded(t, s)); n != 0 {
			t.Errorf("%d events and cards stayed", n)
		}
	}
	commit(t, s, Review("lima", 20000, quiz.Good))
	if e := stored(t, s)[0]; e.Sequence != 1 {
		t.Errorf("sequence %d after a refused commit", e.Sequence)
	}
}

func actions(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	said := quiz.Event{ID: NewID(), At: 1000, Kind: quiz.SeenEvent, Seen: &quiz.Seen{Deck: "geo", Question: "lima"}}
	rated := Review("lima", 20000, quiz.Again)
	leech := quiz.Event{ID: NewID(), At: 5, Kind: quiz.SuspendEvent, Card: Card("lima")}
	flag := quiz.Event{ID: NewID(), At: 6, Kind: quiz.FlagEvent, Card: Card("quito"), Flag: 1}
	commit(t, s, said, rated, leech)
	commit(t, s, flag)
	want := [][]quiz.EventID{{flag.ID}, {rated.ID, leech.ID}}
	if diff := cmp.Diff(want, must[[][]quiz.EventID](t)(s.LastActions(ctx, 9))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want[:1], must[[][]quiz.EventID](t)(s.LastActions(ctx, 1))); diff != "" {
		t.Error(diff)
	}
	commit(t, s, quiz.Event{ID: NewID(), At: 7, Kind: quiz.UndoEvent, Undo: want[0]})
	if diff := cmp.Diff(want[1:], must[[][]quiz.EventID](t)(s.LastActions(ctx, 9))); diff != "" {
		t.Error(diff)
	}
	of := must[[]quiz.Event](t)(s.EventsOf(ctx, flag.ID, NewID(), said.ID))
	if len(of) != 2 || of[0].ID != said.ID || of[1].ID != flag.ID || of[1].Flag != 1 {
		t.Errorf("events of two ids %+v", of)
	}
	folded(t, s)
	Sound(t, s)
}

func undo(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	var states []map[decks.CardID]quiz.Progress
	for i := range 5 {
		states = append(states, folded(t, s))
		commit(t, s, Review([]string{"lima", "quito"}[i%2], 20000+quiz.Day(i), quiz.Good))
	}
	last := folded(t, s)
	var undos []quiz.EventID
	for i := 4; i >= 0; i-- {
		action := must[[][]quiz.EventID](t)(s.LastActions(ctx, 1))[0]
		e := quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: action}
		undos = append(undos, e.ID)
		commit(t, s, e)
		if diff := cmp.Diff(states[i], folded(t, s)); diff != "" {
			t.Errorf("after undo of review %d:\n%s", i, diff)
		}
		Sound(t, s)
	}
	if a := must[[][]quiz.EventID](t)(s.LastActions(ctx, 1)); len(a) != 0 {
		t.Errorf("actions left: %v", a)
	}
	commit(t, s, quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: undos})
	if diff := cmp.Diff(last, folded(t, s)); diff != "" {
		t.Errorf("after taking all undos back:\n%s", diff)
	}
	Sound(t, s)
}

func seen(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	say := func(question, text string, at int64) {
		commit(t, s, quiz.Event{ID: NewID(), At: at, Kind: quiz.SeenEvent,
			Seen: &quiz.Seen{Deck: "geo", Question: question, Text: text, Answers: []string{"x"}, Gaps: []string{}, Faces: []decks.Face{"ask"}}})
	}
	say("lima", "first", 1000)
	say("quito", "other", 1000)
	say("lima", "second", 1000)
	if got, ok, err := s.Seen(ctx, "geo", "lima"); !ok || err != nil || got.Text != "second" || got.Answers[0] != "x" {
		t.Errorf("seen %+v, %v, %v", got, ok, err)
	}
	if _, ok, err := s.Seen(ctx, "geo", "oslo"); ok || err != nil {
		t.Errorf("seen %v, %v", ok, err)
	}
	if n := len(folded(t, s)); n != 0 {
		t.Errorf("%d cards have progress of being seen", n)
	}
	Sound(t, s)
}

func reviews(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	first, second, third := Review("lima", 20000, quiz.Good), Review("quito", 20001, quiz.Hard), Review("quito", 20002, quiz.Again)
	commit(t, s, first)
	commit(t, s, second, quiz.Event{ID: NewID(), At: 5, Kind: quiz.FlagEvent, Card: Card("quito"), Flag: 1})
	commit(t, s, quiz.Event{ID: NewID(), At: 5, Kind: quiz.RelinkEvent, Relink: []quiz.Relink{{From: Card("lima"), To: Card("quito")}}})
	commit(t, s, third)
	commit(t, s, quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: []quiz.EventID{third.ID}})
	for question, want := range map[string][]quiz.EventID{"quito": {first.ID, second.ID}, "lima": nil, "oslo": nil} {
		var got []quiz.EventID
		for _, e := range must[[]quiz.Event](t)(s.Reviews(ctx, Card(question))) {
			got = append(got, e.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("reviews of %s:\n%s", question, diff)
		}
	}
	life := ""
	for _, p := range must[[]quiz.Placed](t)(s.Life(ctx, Card("quito"))) {
		life += string(p.Event.Kind)
		if p.Undone {
			life += " undone"
		}
		life += ", "
	}
	if want := "review, review, flag, review undone, "; life != want {
		t.Errorf("the life of quito is %s, want %s", life, want)
	}
	if got := must[[]quiz.Placed](t)(s.Life(ctx, Card("oslo"))); len(got) > 0 {
		t.Errorf("the life of a card that never was: %v", got)
	}
	folded(t, s)
	Sound(t, s)
}

func weights(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	commit(t, s, Review("lima", 20000, quiz.Good))
	set := func(deck string, w []float64, want float64) quiz.EventID {
		t.Helper()
		e := quiz.Event{ID: NewID(), At: 5, Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: deck, Weights: w}}
		commit(t, s, e)
		holds(t, s, want)
		return e.ID
	}
	before := fsrs.Defaults()[2]
	holds(t, s, before)
	all := set("", Weights(1.5), 1.5)
	own := set("geo", Weights(3), 3)
	set("", Weights(2), 3)
	set("bio", Weights(4), 3)
	if got := must[quiz.Weights](t)(s.Weights(ctx)); got.For("bio")[2] != 4 || got.For("geo")[2] != 3 || got.For("art")[2] != 2 {
		t.Errorf("weights %v", got)
	}
	commit(t, s, quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: []quiz.EventID{own}})
	holds(t, s, 2)
	set("", nil, before)
	commit(t, s, Review("quito", 20001, quiz.Good))
	commit(t, s, quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: []quiz.EventID{all}})
	holds(t, s, before)
	Sound(t, s)
}

// holds fails the test unless the stability of a card after its first review,
// rated Good, is w: under FSRS that is the weight w2.
func holds(t testing.TB, s *history.Store, w float64) {
	t.Helper()
	if got := folded(t, s)[Card("lima")].Stability; got != w {
		t.Errorf("stability %v, want %v", got, w)
	}
}

func together(t *testing.T, where func(testing.TB) string) {
	at := where(t)
	a, b := Open(t, at), Open(t, at)
	commit(t, a, Review("lima", 20000, quiz.Good))
	commit(t, b, Review("lima", 20000, quiz.Again)) // b never read a's rating
	commit(t, a, Review("lima", 20001, quiz.Easy))
	for _, s := range []*history.Store{a, b} {
		if p := folded(t, s)[Card("lima")]; p.Reps != 3 || p.Rated != quiz.Easy || p.Lapses != 1 {
			t.Errorf("progress %+v", p)
		}
	}
	if es := stored(t, b); es[0].Sequence != 1 || es[1].Sequence != 2 || es[2].Sequence != 3 {
		t.Errorf("sequences of %+v", es)
	}
	Sound(t, a)
}

func badImport(t *testing.T, where func(testing.TB) string) {
	ctx, from, s := t.Context(), Open(t, where(t)), Open(t, where(t))
	commit(t, from, Review("lima", 20000, quiz.Good), Review("quito", 20000, quiz.Good))
	text := Exported(t, from)
	first, second, _ := strings.Cut(text, "\n")
	for _, row := range []struct {
		name, text string
		line       int
	}{
		{"a cut line", first + "\n" + second[:40] + "\n", 2},
		{"an unknown kind", strings.Replace(text, `"review"`, `"dance"`, 1), 1},
		{"the same id, another rating", text + strings.Replace(first, `"rating":3`, `"rating":1`, 1), 3},
		{"a line that never ends", first + "\n\n" + strings.Repeat("x", quiz.MaxLine+3), 3},
	} {
		n, err := s.Import(ctx, strings.NewReader(row.text))
		var line *history.LineError
		if !errors.As(err, &line) || line.Line != row.line || n != (history.Imported{}) {
			t.Errorf("%s: %+v, error %v, want line %d", row.name, n, err, row.line)
		}
		if row.line == 3 && strings.Contains(row.name, "same") && !errors.Is(err, history.ErrConflict) {
			t.Errorf("%s: error %v is no conflict", row.name, err)
		}
		if k := len(stored(t, s)); k != 0 {
			t.Errorf("%s: %d events stayed", row.name, k)
		}
	}
	for i, want := range []history.Imported{{Added: 2}, {Known: 2}} {
		n, err := s.Import(ctx, strings.NewReader("\n"+text+"\n"))
		if n != want || err != nil {
			t.Errorf("import %d: %+v, %v", i+1, n, err)
		}
	}
	if got := Exported(t, s); got != text {
		t.Errorf("exported\n%s, want\n%s", got, text)
	}
	folded(t, s)
	Sound(t, s)
}

// studied is a reader during which another program rates a card.
type studied struct {
	io.Reader
	meanwhile func()
}

func (r studied) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if errors.Is(err, io.EOF) {
		r.meanwhile()
	}
	return n, err
}

func slowImport(t *testing.T, where func(testing.TB) string) {
	from, at := Open(t, where(t)), where(t)
	commit(t, from, Review("lima", 20000, quiz.Good))
	s, other := Open(t, at), Open(t, at)
	n, err := s.Import(t.Context(), studied{strings.NewReader(Exported(t, from)), func() {
		commit(t, other, Review("quito", 20000, quiz.Good))
	}})
	if n != (history.Imported{Added: 1}) || err != nil {
		t.Errorf("imported %+v, %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Import(ctx, strings.NewReader(Exported(t, from))); !errors.Is(err, context.Canceled) {
		t.Errorf("an import that was ended: %v", err)
	}
	folded(t, s)
	Sound(t, s)
}

func restore(t *testing.T, where func(testing.TB) string) {
	ctx, at := t.Context(), where(t)
	s := Open(t, at)
	commit(t, s, Review("lima", 20000, quiz.Good))
	backup := where(t)
	if err := s.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(ctx, backup); err == nil {
		t.Error("a backup was overwritten")
	}
	then := Exported(t, s)
	commit(t, s, Review("lima", 20001, quiz.Again))
	now, device := Exported(t, s), must[string](t)(s.Device(ctx))
	done, err := history.Restore(ctx, at, backup, fsrs.Models)
	if err != nil || done.Events != 1 || done.Aside == "" {
		t.Fatalf("restored %+v, %v", done, err)
	}
	if got := Exported(t, s); got != then {
		t.Errorf("a program that has it open sees\n%s", got)
	}
	if must[string](t)(s.Device(ctx)) == device {
		t.Error("the restored history goes on as the old device")
	}
	commit(t, s, Review("quito", 20002, quiz.Good))
	Sound(t, s)
	if got := Exported(t, Open(t, done.Aside)); got != now {
		t.Errorf("kept aside\n%s, want\n%s", got, now)
	}
	n, err := s.Import(ctx, strings.NewReader(now))
	if n != (history.Imported{Added: 1, Known: 1}) || err != nil {
		t.Errorf("importing what came after the backup: %+v, %v", n, err)
	}
	folded(t, s)
	Sound(t, s)
}
