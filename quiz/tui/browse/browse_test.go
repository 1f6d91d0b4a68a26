package browse

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/query"
	"recto/quiz/tui/frame"
)

// What keys do to which cards, as events.
func TestActions(t *testing.T) {
	for _, row := range []struct{ name, keys, want, said string }{
		{"suspend", "x", "suspend tort", "1 card suspended."},
		{"and end it", "xx", "suspend tort, unsuspend tort", "1 card not suspended any more."},
		{"bury", "<down>-", "bury cafe", "1 card buried until tomorrow."},
		{"and end it", "<down>--", "bury cafe, bury cafe", "1 card not buried any more."},
		{"flag", "!3", "flag tort", "1 card with flag 3."},
		{"the same flag again is nothing", "!3!3", "flag tort", "1 card with flag 3."},
		{"and take it away", "!3!0", "flag tort, flag tort", "1 card without a flag."},
		{"no flag", "!9", "", "Nothing is changed."},
		{"reset", "Ry", "reset tort", "1 card new again."},
		{"no reset", "Rn", "", "Nothing is changed."},
		{"a new card needs no reset", "<end>R", "", "It is new already."},
		{"marked cards", "<space><space>x", "suspend tort, suspend cafe", "2 cards suspended."},
		{"of marked cards those that are not yet", "x<space><space>x", "suspend tort, suspend cafe", "1 card suspended."},
		{"all that were found", "/capital<enter>ax", "suspend gaps, suspend gaps", "2 cards suspended."},
		{"marks stay when another search is made", "<space>/capital<enter><home>x", "suspend tort", "1 card suspended."},
		{"marks taken away", "<space><esc>x", "suspend cafe", "1 card suspended."},
		{"a mark twice is none", "<space><up><space><end>x", "suspend long", "1 card suspended."},
		{"undo", "xu", "suspend tort, undo", "Taken back: 1 card suspended."},
		{"undo of all that is left", "x<down>-uu", "suspend tort, bury cafe, undo , undo", "Taken back: 1 card suspended."},
		{"nothing to undo", "u", "", "Nothing was changed here; recto history undo takes earlier ratings and changes back."},
		{"nothing found, nothing done", "/zebra<enter>x-!Reihu", "", "Nothing was changed here; recto history undo takes earlier ratings and changes back."},
		{"while a card is read", "<enter>nx", "suspend cafe", "1 card suspended."},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := sit(t, someDeck, reviewed(t), 80, 24)
			before := len(d.store.events)
			d.press(row.keys)
			if got := d.kinds(before); got != strings.TrimSpace(row.want) {
				t.Errorf("events %q, want %q", got, row.want)
			}
			if d.s.window.Notice != row.said {
				t.Errorf("said %q, want %q", d.s.window.Notice, row.said)
			}
		})
	}
}

// What a search lists, and what stands under the cursor.
func TestSearch(t *testing.T) {
	const everything = "tort/ask cafe/ask gaps/c1 gaps/c2 seoul/ask dog/ask dog/reverse long/ask"
	for _, row := range []struct{ name, keys, want, under string }{
		{"nothing", "", everything, "tort"},
		{"as it is typed", "/cafes", "cafe/ask", "cafe"},
		{"the card under the cursor stays", "<down><down><down>/capital", "gaps/c1 gaps/c2", "gaps"},
		{"the first one, where it is not found", "<down>/is:new", "gaps/c2 seoul/ask dog/ask dog/reverse long/ask", "gaps"},
		{"kept", "/tag:geo<enter><down>", "gaps/c1 gaps/c2 seoul/ask", "gaps"},
		{"edited later", "/tag:geo<enter>/ -capital", "seoul/ask", "seoul"},
		{"what is no query leaves the list", "/tag:geo (", "gaps/c1 gaps/c2 seoul/ask", "gaps"},
		{"given up", "/tag:geo<esc>", everything, "gaps"},
		{"taken away later", "/tag:geo<enter><esc>", everything, "gaps"},
		{"moved in while it is typed", "/tag:geo<down><down>", "gaps/c1 gaps/c2 seoul/ask", "seoul"},
		{"progress", "/due<=0", "tort/ask gaps/c1", "tort"},
		{"a kind", "/kind:choice", "seoul/ask", "seoul"},
		{"retrievability", "/r<99% -rated:hard", "tort/ask cafe/ask", "tort"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := sit(t, someDeck, reviewed(t), 80, 24)
			d.press(row.keys)
			if got := d.listed(); got != row.want {
				t.Errorf("listed %s\nwant   %s", got, row.want)
			}
			if d.under() != row.under {
				t.Errorf("under the cursor is %q, want %q", d.under(), row.under)
			}
		})
	}
}

// Each column sorts, and cards without a value come last both ways round.
func TestSort(t *testing.T) {
	for _, row := range []struct {
		by         column
		down       bool
		first, end string
	}{
		{deckColumn, false, "tort/ask", "long/ask"},
		{deckColumn, true, "tort/ask", "long/ask"},
		{questionColumn, false, "gaps/c1", "seoul/ask"},
		{questionColumn, true, "seoul/ask", "gaps/c1"},
		{answerColumn, false, "cafe/ask", "seoul/ask"},
		{stateColumn, false, "gaps/c2", "gaps/c1"},
		{dueColumn, false, "tort/ask", "long/ask"},
		{dueColumn, true, "cafe/ask", "long/ask"},
		{stabilityColumn, true, "cafe/ask", "long/ask"},
		{difficultyColumn, true, "tort/ask", "long/ask"},
		{recallColumn, false, "tort/ask", "long/ask"},
		{lapsesColumn, false, "tort/ask", "long/ask"},
		{repsColumn, true, "tort/ask", "long/ask"},
		{flagColumn, false, "dog/ask", "long/ask"},
		{tagsColumn, false, "gaps/c1", "long/ask"},
	} {
		t.Run(fmt.Sprint(row.by, row.down), func(t *testing.T) {
			d := sit(t, someDeck, reviewed(t), 80, 24)
			if row.by == flagColumn {
				d.press("<end><up><up>!2<home>")
			}
			d.s.order.by, d.s.order.down = row.by, row.down
			d.do(d.s.arrange(nil))
			ids := strings.Fields(d.listed())
			if len(ids) != 8 || ids[0] != row.first || ids[7] != row.end {
				t.Errorf("from %s to %s, want from %s to %s", ids[0], ids[7], row.first, row.end)
			}
		})
	}
}

// What was not saved is not shown, and can be tried again; nothing is there to
// be undone.
func TestNotSaved(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	d.store.fails = errors.New("the disk is full")
	d.press("x")
	if d.s.window.Notice != "NOT SAVED: The disk is full." || d.s.table.rows[0].suspended || len(d.s.changes) != 0 {
		t.Fatalf("said %q, %d changes", d.s.window.Notice, len(d.s.changes))
	}
	d.store.fails = nil
	d.press("x")
	if !d.s.table.rows[0].suspended || len(d.s.changes) != 1 {
		t.Fatal("it cannot be tried again")
	}
}

// Keys wait while the history is written, and are taken in their order.
func TestKeysWait(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	before := len(d.store.events)
	d.holds = true
	d.press("x<down>-u")
	if !d.s.busy || d.under() != "tort" {
		t.Fatal("a key went before the one that is being saved")
	}
	d.release()
	if got, want := d.kinds(before), "suspend tort, bury cafe, undo"; got != want {
		t.Errorf("events %q, want %q", got, want)
	}
}

// Of keys that waited, one that moves beyond the last card leaves the next one a
// card to be about.
func TestKeysWaitAtTheEnd(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	d.press("<end>")
	last := d.under()
	d.holds = true
	d.press("x<space>e")
	d.release()
	if d.under() != last || !strings.Contains(d.s.window.Notice, "o editor in tests") {
		t.Errorf("under the cursor %q, not %q; said %q", d.under(), last, d.s.window.Notice)
	}
}

// Keys that follow a search wait for what it finds.
func TestKeysWaitForSearch(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	before := len(d.store.events)
	d.holds = true
	d.press("/capital<enter>x")
	d.release()
	if got := d.kinds(before); got != "suspend gaps" {
		t.Errorf("events %q", got)
	}
}

// A change that is on its way is saved when the screen is left.
func TestEndSaves(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	before := len(d.store.events)
	d.holds = true
	d.press("x")
	if _, err := d.s.End(nil); err != nil || d.kinds(before) != "suspend tort" {
		t.Fatalf("%v, events %q", err, d.kinds(before))
	}
	d.release()
	if got := d.kinds(before); got != "suspend tort" {
		t.Errorf("saved again: %q", got)
	}
}

// A search that is overtaken by another one says nothing any more.
func TestOvertaken(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	d.holds = true
	d.press("/cafe")
	d.release()
	if got := d.listed(); got != "cafe/ask" || d.s.window.Notice != "" {
		t.Errorf("listed %s, said %q", got, d.s.window.Notice)
	}
}

// After the editor the decks are as they are now; the search, the marks and the
// card under the cursor stay. With a fault in them all stays.
func TestEdit(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	now, fault := someDeck, error(nil)
	d.s.options.Edit = func(decks.Card) (*exec.Cmd, func(context.Context) (*Table, error), error) {
		return exec.Command("true"), nil, nil
	}
	edit := func() {
		d.s.busy = true // as long as the editor is open
		d.send(editedMsg{nil, func(context.Context) (*Table, error) {
			if fault != nil {
				return nil, fault
			}
			return tableOf(t, now, d.store), nil
		}})
	}
	d.press("/law<enter><space><down><down>")
	now = strings.Replace(someDeck, "[[question]]\nid = \"tort\"", "[[question]]\nid = \"delict\"\nask = \"A delict?\"\nanswer = \"in Scots law\"\n[[question]]\nid = \"tort\"", 1)
	under := d.under()
	edit()
	if d.s.table.Len() != 9 || d.under() != under || d.s.marks.count != 1 || !strings.HasPrefix(d.listed(), "delict/ask tort/ask") {
		t.Errorf("%d cards, under the cursor %q and not %q, %d marked, listed %s", d.s.table.Len(), d.under(), under, d.s.marks.count, d.listed())
	}
	fault = errors.New("law.toml:3:1: ask is empty")
	edit()
	if d.s.table.Len() != 9 || !strings.Contains(d.s.window.Notice, "ask is empty") {
		t.Errorf("said %q", d.s.window.Notice)
	}
}

// Clicks: a card, the card again, a head, a key; the wheel.
func TestMouse(t *testing.T) {
	d := sit(t, someDeck, reviewed(t), 80, 24)
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(20, 7)
	if d.under() != "gaps" {
		t.Errorf("under the cursor is %q", d.under())
	}
	click(20, 7)
	if !d.s.view.alone {
		t.Error("the card under the cursor is not opened")
	}
	d.press("<esc>")
	click(6, 3)
	if d.s.order.by != questionColumn {
		t.Errorf("sorted by %d", d.s.order.by)
	}
	click(3, 23)
	if !d.s.searching {
		t.Error("a click on the key of the search does not begin one")
	}
	d.press("<esc><home>")
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if d.s.cursor == 0 {
		t.Error("the wheel does nothing")
	}
}

// Whatever is done, u takes it back, one action after the other, to the first.
func TestUndoAll(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := sit(t, someDeck, reviewed(t), 80, 24)
		first := d.progress()
		for range rapid.IntRange(1, 12).Draw(rt, "keys") {
			d.press(rapid.SampledFrom([]string{"x", "-", "!1", "!5", "!0", "Ry", "<space>", "a", "<down>", "<down>", "<home>", "<esc>", "/is:new<enter>", "u"}).Draw(rt, "key"))
		}
		for len(d.s.changes) > 0 {
			d.press("<esc>u")
		}
		if got := d.progress(); got != first {
			rt.Fatalf("after undoing all:\n%s\nwant:\n%s", got, first)
		}
		for i := range d.s.table.rows {
			id := d.s.table.id(int32(i))
			all, _ := d.store.Progress(t.Context())
			p := all[id]
			var want row
			want.believe(&p)
			got := d.s.table.rows[i]
			got.question, got.id, got.number, got.deck, got.face = nil, "", 0, 0, 0
			if got != want {
				rt.Fatalf("the row of %v is %+v, want %+v", id, got, want)
			}
		}
	})
}

// The rows of a table match what the cards match.
func TestRowsMatch(t *testing.T) {
	store := reviewed(t)
	table := tableOf(t, someDeck, store)
	progress, _ := store.Progress(t.Context())
	now := query.Now{Day: monday.Day, Leech: 1, Recall: func(_ decks.CardID, p *quiz.Progress) float64 { return p.Difficulty / 10 }}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"capital", "-mali", "tag:law", "or tag:geo", "kind:short", "-kind:cloze", "id:dog",
			"is:new", "is:leech", "due<3", "last:15", "reps>0", "stability<5", "difficulty>6", "r<0.7", "interval>3", "rated:again", "서울"}), 1, 4).Draw(rt, "terms"), " ")
		q, err := query.Parse(strings.TrimPrefix(text, "or "))
		if err != nil {
			rt.Fatal(err)
		}
		list, err := table.arrange(t.Context(), order{query: q}, now, nil)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range int32(table.Len()) {
			card, err := table.card(i)
			if err != nil {
				rt.Fatal(err)
			}
			it := query.NewItem(card, progress[card.ID])
			if want := q.Match(&it, &now); want != slices.Contains(list, i) {
				rt.Fatalf("%s and %v: %v", q, card.ID, want)
			}
		}
	})
}

// Random keys and sizes: no panic, and what is drawn fits into the window.
func TestRandomKeys(t *testing.T) {
	for seed := range uint64(4) {
		chance := rand.New(rand.NewPCG(seed, 7))
		d := sit(t, someDeck, reviewed(t), 80, 24)
		keys := []string{"<up>", "<down>", "<pgup>", "<pgdown>", "<home>", "<end>", "<enter>", "<esc>", "<space>", "<backspace>", "<left>", "<right>"}
		for _, k := range "/axx--!012Ryeuihsrcv?qnp tag:law(\"is:due<é서\u0301\u202e" {
			keys = append(keys, string(k))
		}
		for n := range 1500 {
			switch {
			case n%50 == 49:
				d.send(tea.WindowSizeMsg{Width: 1 + chance.IntN(160), Height: 1 + chance.IntN(50)})
			case n%31 == 30:
				d.send(tea.MouseClickMsg{X: chance.IntN(80), Y: chance.IntN(24), Button: tea.MouseLeft})
			default:
				d.press(keys[chance.IntN(len(keys))])
			}
			rows := strings.Split(d.screen(), "\n")
			if len(rows) > d.s.window.Height {
				t.Fatalf("seed %d, key %d: %d lines in a window of %d", seed, n, len(rows), d.s.window.Height)
			}
			for _, r := range rows {
				if w := frame.Width(r); w > d.s.window.Width {
					t.Fatalf("seed %d, key %d: a line of %d cells in a window of %d: %q", seed, n, w, d.s.window.Width, r)
				}
			}
		}
	}
}

// The panel of keys has those that do something now, and no others.
func TestHelpIsOfNow(t *testing.T) {
	for _, row := range []struct{ name, keys, with, without string }{
		{"a card", "", "x Space R i s /", "u Esc o"},
		{"a new card", "<end>", "x", "R"},
		{"after a change", "x", "u", "Esc"},
		{"a search", "/tort<enter>", "Esc x", "u"},
		{"nothing found", "/zebra<enter>", "/ Esc q", "x - ! Space i h e R a"},
		{"a card alone", "<enter>", "n Esc x", "s r c v a Space"},
		{"marks", "<space>", "Esc", "u"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d := sit(t, someDeck, reviewed(t), 80, 24)
			d.press(row.keys + "?")
			if d.s.window.Panel == nil {
				t.Fatal("no panel")
			}
			there := map[string]bool{}
			for _, l := range d.s.window.Panel.Lines {
				for _, key := range strings.Fields(l[0].Text) {
					there[key] = true
				}
			}
			for _, key := range strings.Fields(row.with) {
				if !there[key] {
					t.Errorf("%s is not told: %v", key, there)
				}
			}
			for _, key := range strings.Fields(row.without) {
				if there[key] {
					t.Errorf("%s is told", key)
				}
			}
		})
	}
}

// A card says once that it is learned.
func TestStandingOfLearning(t *testing.T) {
	store := reviewed(t)
	last := store.events[len(store.events)-1]
	id, err := quiz.NewEventID(rand.NewChaCha8([32]byte{3}))
	if err != nil {
		t.Fatal(err)
	}
	body := *last.Review
	body.State, body.Step, body.DueDay = quiz.Learning, 1, monday.Day
	if err := store.Commit(t.Context(), quiz.Event{ID: id, At: monday.At.UnixMilli() - 1, Kind: quiz.ReviewEvent, Card: last.Card, Review: &body}); err != nil {
		t.Fatal(err)
	}
	d := sit(t, someDeck, store, 80, 24)
	at, ok := d.s.table.find(last.Card)
	if !ok {
		t.Fatal("no such card")
	}
	if got := d.s.standing(int32(at)); strings.Count(got, "learning") != 1 {
		t.Errorf("it stands as %q", got)
	}
}
