package quiz_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
)

// id returns the event id of a small number.
func id(n int) quiz.EventID { return quiz.EventID{0: 0xe0, 14: byte(n >> 8), 15: byte(n)} }

// card returns a card of the deck "geo".
func card(question string) decks.CardID {
	return decks.CardID{Deck: "geo", Question: question, Face: decks.AskFace}
}

const (
	laptop = "0123456789abcdef0123456789abcdef"
	phone  = "fedcba9876543210fedcba9876543210"
)

// eventTable is every kind of event, and the line it is written as.
var eventTable = []struct {
	name  string
	event quiz.Event
	line  string
}{
	{"a review", quiz.Event{ID: id(1), Device: laptop, Sequence: 1, At: 1700000000000, Kind: quiz.ReviewEvent, Card: card("lima"),
		Review: &quiz.ReviewBody{Rating: quiz.Good, Response: "Líma \"x\"\x1b[2J\u202e", Match: "close", Taken: 2500, Zone: -18000, Day: 19675,
			State: quiz.Learning, Step: 1, Due: 1700000600000, DueDay: 19675}},
		`{"id":"e0000000000000000000000000000001","device":"0123456789abcdef0123456789abcdef","sequence":1,"at":1700000000000,"kind":"review","card":"geo/lima/ask","review":{"rating":3,"response":"Líma \"x\"\u001b[2J\u202e","match":"close","taken":2500,"zone":-18000,"day":19675,"state":"learning","step":1,"due":1700000600000,"due_day":19675}}`},
	{"seen", quiz.Event{ID: id(2), Device: laptop, Sequence: 2, At: 1, Kind: quiz.SeenEvent,
		Seen: &quiz.Seen{Deck: "geo", Question: "lima", Path: "/d/geo.toml", Title: "Geo", Text: "a\nb\tc", Answers: []string{"Lima"}, Gaps: []string{}, Faces: []decks.Face{"ask", "reverse"}}},
		`{"id":"e0000000000000000000000000000002","device":"0123456789abcdef0123456789abcdef","sequence":2,"at":1,"kind":"seen","seen":{"deck":"geo","question":"lima","path":"/d/geo.toml","title":"Geo","text":"a\nb\tc","answers":["Lima"],"gaps":[],"faces":["ask","reverse"]}}`},
	{"undo of an action", quiz.Event{ID: id(3), Device: laptop, Sequence: 3, At: 1, Kind: quiz.UndoEvent, Undo: []quiz.EventID{id(1), id(2)}},
		`{"id":"e0000000000000000000000000000003","device":"0123456789abcdef0123456789abcdef","sequence":3,"at":1,"kind":"undo","undo":["e0000000000000000000000000000001","e0000000000000000000000000000002"]}`},
	{"relink", quiz.Event{ID: id(4), Device: laptop, Sequence: 4, At: 1, Kind: quiz.RelinkEvent, Relink: []quiz.Relink{{From: card("~a"), To: card("b")}}},
		`{"id":"e0000000000000000000000000000004","device":"0123456789abcdef0123456789abcdef","sequence":4,"at":1,"kind":"relink","relink":[["geo/~a/ask","geo/b/ask"]]}`},
	{"suspend with its review", quiz.Event{ID: id(5), Device: laptop, Sequence: 5, At: 1, Kind: quiz.SuspendEvent, With: id(1), Card: card("lima")},
		`{"id":"e0000000000000000000000000000005","device":"0123456789abcdef0123456789abcdef","sequence":5,"at":1,"kind":"suspend","with":"e0000000000000000000000000000001","card":"geo/lima/ask"}`},
	{"unsuspend", quiz.Event{ID: id(6), Device: laptop, Sequence: 6, At: 1, Kind: quiz.UnsuspendEvent, Card: card("lima")},
		`{"id":"e0000000000000000000000000000006","device":"0123456789abcdef0123456789abcdef","sequence":6,"at":1,"kind":"unsuspend","card":"geo/lima/ask"}`},
	{"bury", quiz.Event{ID: id(7), Device: laptop, Sequence: 7, At: 1, Kind: quiz.BuryEvent, Card: card("lima"), Bury: 19676},
		`{"id":"e0000000000000000000000000000007","device":"0123456789abcdef0123456789abcdef","sequence":7,"at":1,"kind":"bury","card":"geo/lima/ask","bury":19676}`},
	{"no flag", quiz.Event{ID: id(8), Device: laptop, Sequence: 8, At: 1, Kind: quiz.FlagEvent, Card: card("lima")},
		`{"id":"e0000000000000000000000000000008","device":"0123456789abcdef0123456789abcdef","sequence":8,"at":1,"kind":"flag","card":"geo/lima/ask","flag":0}`},
	{"reset", quiz.Event{ID: id(9), Device: laptop, Sequence: 9, At: 1, Kind: quiz.ResetEvent, Card: card("lima")},
		`{"id":"e0000000000000000000000000000009","device":"0123456789abcdef0123456789abcdef","sequence":9,"at":1,"kind":"reset","card":"geo/lima/ask"}`},
	{"settings", quiz.Event{ID: id(10), Device: laptop, Sequence: 10, At: 1, Kind: quiz.SettingsEvent, Settings: &quiz.Settings{Deck: "", Weights: []float64{0.1, 1e-9, -3}}},
		`{"id":"e000000000000000000000000000000a","device":"0123456789abcdef0123456789abcdef","sequence":10,"at":1,"kind":"settings","settings":{"deck":"","weights":[0.1,1e-09,-3]}}`},
	{"due", quiz.Event{ID: id(11), Device: laptop, Sequence: 11, At: 1, Kind: quiz.DueEvent, Card: card("lima"), Due: &quiz.Due{Due: 5, DueDay: -1}},
		`{"id":"e000000000000000000000000000000b","device":"0123456789abcdef0123456789abcdef","sequence":11,"at":1,"kind":"due","card":"geo/lima/ask","due":{"due":5,"due_day":-1}}`},
}

func TestEventAsLine(t *testing.T) {
	for _, row := range eventTable {
		t.Run(row.name, func(t *testing.T) {
			if err := row.event.Validate(); err != nil {
				t.Fatalf("the event is invalid: %v", err)
			}
			if got := string(row.event.AppendJSON(nil)); got != row.line {
				t.Errorf("written as\n%s, want\n%s", got, row.line)
			}
			e, err := quiz.DecodeEvent([]byte(row.line))
			if err != nil {
				t.Fatalf("reading it back: %v", err)
			}
			if got := string(e.AppendJSON(nil)); got != row.line {
				t.Errorf("read back as\n%s, want\n%s", got, row.line)
			}
		})
	}
}

func TestDecodeEventRefuses(t *testing.T) {
	line := func(name string) string {
		for _, row := range eventTable {
			if row.name == name {
				return row.line
			}
		}
		t.Fatalf("no event %q in the table", name)
		return ""
	}
	review, undo := line("a review"), line("undo of an action")
	for _, row := range []struct{ name, line, want string }{
		{"nothing", "", "EOF"},
		{"no JSON", "hello", "invalid"},
		{"cut", review[:len(review)-1], "unexpected EOF"},
		{"two values", review + review, "more than one"},
		{"not UTF-8", strings.Replace(review, "Líma", "L\xffma", 1), "UTF-8"},
		{"unknown key", strings.Replace(review, `"kind"`, `"colour":1,"kind"`, 1), "colour"},
		{"unknown key in the body", strings.Replace(review, `"rating"`, `"colour":1,"rating"`, 1), "colour"},
		{"key in other case", strings.Replace(review, `"kind"`, `"Kind"`, 1), "Kind"},
		{"key twice", strings.Replace(review, `"at":1700000000000`, `"at":1,"at":2`, 1), "twice"},
		{"null", strings.Replace(review, `"rating":3`, `"rating":null`, 1), "null"},
		{"unknown kind", strings.Replace(undo, `"kind":"undo"`, `"kind":"dance"`, 1), `"undo" is not for`},
		{"unknown kind without a body", strings.Replace(line("reset"), `"kind":"reset"`, `"kind":"dance"`, 1), "dance"},
		{"no body", strings.Replace(line("bury"), `,"bury":19676`, ``, 1), "bury"},
		{"body of another kind", strings.Replace(line("reset"), `"card"`, `"flag":1,"card"`, 1), "flag"},
		{"id in upper case", strings.Replace(review, `"e0`, `"E0`, 1), "hexadecimal"},
		{"zero id", strings.Replace(review, id(1).String(), quiz.EventID{}.String(), 1), "without id"},
		{"device", strings.Replace(review, laptop, "laptop", 1), "device"},
		{"sequence 0", strings.Replace(review, `"sequence":1`, `"sequence":0`, 1), "sequence"},
		{"time 0", strings.Replace(review, `"at":1700000000000`, `"at":0`, 1), "time"},
		{"time beyond all", strings.Replace(review, `"at":1700000000000`, `"at":99999999999999999`, 1), "time"},
		{"rating 5", strings.Replace(review, `"rating":3`, `"rating":5`, 1), "rating"},
		{"rating missing", strings.Replace(review, `"rating":3,`, ``, 1), "rating"},
		{"day missing", strings.Replace(review, `"day":19675,`, ``, 1), "day"},
		{"state of no review", strings.Replace(review, `"learning"`, `"new"`, 1), "state"},
		{"unknown state", strings.Replace(review, `"learning"`, `"asleep"`, 1), "asleep"},
		{"unknown match", strings.Replace(review, `"close"`, `"near"`, 1), "near"},
		{"card without face", strings.Replace(review, `geo/lima/ask`, `geo/lima`, 1), "deck/question/face"},
		{"card with an empty part", strings.Replace(review, `geo/lima/ask`, `geo//ask`, 1), "empty"},
		{"card with a space", strings.Replace(review, `geo/lima/ask`, `geo/li ma/ask`, 1), "space"},
		{"no card", strings.Replace(review, `"card":"geo/lima/ask",`, ``, 1), "empty"},
		{"a card where none belongs", strings.Replace(undo, `"kind":"undo"`, `"kind":"undo","card":"geo/a/ask"`, 1), "no card"},
		{"undo of nothing", undo[:strings.Index(undo, `"undo":[`)] + `"undo":[]}`, "without its body"},
		{"undo of itself", strings.Replace(undo, id(1).String(), id(3).String(), 2), "named"},
		{"undo of one twice", strings.Replace(undo, id(1).String(), id(2).String(), 1), "named"},
		{"relink to itself", strings.Replace(line("relink"), "geo/b/ask", "geo/~a/ask", 1), "itself"},
		{"relink of three", strings.Replace(line("relink"), `"geo/b/ask"`, `"geo/b/ask","geo/c/ask"`, 1), "3 cards"},
		{"flag 8", strings.Replace(line("no flag"), `"flag":0`, `"flag":8`, 1), "flag"},
		{"bury for a million years", strings.Replace(line("bury"), `19676`, `365000000`, 1), "day"},
		{"settings without weights", strings.Replace(line("settings"), `,"weights":[0.1,1e-09,-3]`, ``, 1), "weights"},
		{"too many weights", strings.Replace(line("settings"), `[0.1,`, `[`+strings.Repeat("1,", 64), 1), "weights"},
		{"a belonging to itself", strings.Replace(line("suspend with its review"), id(1).String(), id(5).String(), 1), "itself"},
		{"too long", strings.Replace(review, `"Líma`, `"`+strings.Repeat("a", 17<<20), 1), "longer"},
		{"text too long", strings.Replace(review, `"Líma`, `"`+strings.Repeat("a", 65<<10), 1), "bytes"},
		{"deep nesting", strings.Repeat("[", 1<<20), "nested"},
		{"deep nesting of objects", strings.Repeat(`{"a":`, 1<<20), "nested"},
	} {
		t.Run(row.name, func(t *testing.T) {
			e, err := quiz.DecodeEvent([]byte(row.line))
			if err == nil {
				t.Fatalf("read as %s, want an error", e.AppendJSON(nil))
			}
			if !strings.Contains(err.Error(), row.want) {
				t.Errorf("error %q does not tell of %q", err, row.want)
			}
			if len(err.Error()) > 600 {
				t.Errorf("an error of %d bytes", len(err.Error()))
			}
		})
	}
}

// Whatever is read is written as one line that reads back as the same, and
// holds nothing that a terminal would obey.
func FuzzDecodeEvent(f *testing.F) {
	for _, row := range eventTable {
		f.Add([]byte(row.line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		e, err := quiz.DecodeEvent(line)
		// With a space before it no line is read the quick way.
		slow, slowErr := quiz.DecodeEvent(append([]byte(" "), line...))
		if (err == nil) != (slowErr == nil) {
			t.Fatalf("%q is read with %v, or the long way with %v", line, err, slowErr)
		}
		if err != nil {
			return
		}
		if diff := cmp.Diff(slow, e); diff != "" {
			t.Fatalf("%q is read as something else the quick way:\n%s", line, diff)
		}
		once := e.AppendJSON(nil)
		for _, r := range string(once) {
			if r < ' ' || 0x7f <= r && r <= 0x9f {
				t.Fatalf("control character %U in %q", r, once)
			}
		}
		again, err := quiz.DecodeEvent(once)
		if err != nil {
			t.Fatalf("%q is not read back: %v", once, err)
		}
		if twice := again.AppendJSON(nil); !bytes.Equal(once, twice) {
			t.Fatalf("written as %q, then as %q", once, twice)
		}
	})
}

// The quick way to read a body gives what the long one gives, or leaves it.
func FuzzDecodeBody(f *testing.F) {
	for _, row := range eventTable {
		f.Add(string(row.event.Kind), row.event.AppendBody(nil))
	}
	for _, response := range []string{`\\`, `\"`, `\\\"`, `\n\t`, `\u0041`, "\xff", "ü", "\x01", `\/`, `\`} {
		f.Add("review", []byte(`{"rating":3,"response":"`+response+`","match":"close","taken":0,"zone":-1,"day":1,"state":"review","step":1,"due":17,"due_day":19675}`))
	}
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		quick, slow := quiz.Event{Kind: quiz.EventKind(kind)}, quiz.Event{Kind: quiz.EventKind(kind)}
		err, slowErr := quick.DecodeBody(body), slow.DecodeBody(append([]byte(" "), body...))
		if (err == nil) != (slowErr == nil) {
			t.Fatalf("%q is read with %v, or the long way with %v", body, err, slowErr)
		}
		if diff := cmp.Diff(slow, quick); err == nil && diff != "" {
			t.Fatalf("%q is read as something else the quick way:\n%s", body, diff)
		}
	})
}

// BenchmarkDecodeEvent reads a review, the quick way and the long one.
func BenchmarkDecodeEvent(b *testing.B) {
	line := eventTable[0].event.AppendJSON(nil)
	line = bytes.Replace(line, []byte(`\u001b[2J\u202e`), nil, 1)
	for _, row := range []struct {
		name string
		line []byte
	}{{"quick", line}, {"long", append([]byte(" "), line...)}} {
		b.Run(row.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := quiz.DecodeEvent(row.line); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestTidyKeepsEveryRating(t *testing.T) {
	e := eventTable[0].event
	for _, row := range []struct {
		name, response, want string
		taken, wantTaken     int64
	}{
		{"what is fine", "Lima", "Lima", 10, 10},
		{"bytes that are no text", "L\xff\xfema", "L\uFFFDma", 10, 10},
		{"a clock set back", "Lima", "Lima", -5, 0},
		{"a clock set forward", "Lima", "Lima", 1 << 60, 366 * 24 * 3600 * 1000},
		{"too long, cut between characters", strings.Repeat("ü", 40_000), strings.Repeat("ü", 32<<10), 10, 10},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := *e.Review
			r.Response, r.Taken = row.response, row.taken
			raw := e
			raw.Review = &r
			got := raw.Tidy()
			if got.Review.Response != row.want || got.Review.Taken != row.wantTaken {
				t.Errorf("got %.20q, %d ms", got.Review.Response, got.Review.Taken)
			}
			if err := got.Validate(); err != nil {
				t.Error(err)
			}
			if r.Response != row.response {
				t.Error("the event it was made from has changed")
			}
		})
	}
}

func TestEventID(t *testing.T) {
	got, err := quiz.NewEventID(strings.NewReader("0123456789abcdef"))
	if err != nil || got.String() != "30313233343536373839616263646566" {
		t.Errorf("got %s, %v", got, err)
	}
	if back, err := quiz.ParseEventID(got.String()); err != nil || back != got {
		t.Errorf("read back as %s, %v", back, err)
	}
	if _, err := quiz.NewEventID(strings.NewReader("short")); err == nil {
		t.Error("an id was made of 5 bytes")
	}
}
