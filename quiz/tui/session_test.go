package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
)

const twoCapitals = `
title = "Capitals"
id = "capitals"
[[question]]
id = "one"
ask = "Burkina Faso?"
answer = "Ouagadougou"
[[question]]
id = "two"
ask = "Sweden?"
answer = "Stockholm"
`

// A response that counts for the second time is offered; y writes it into the
// deck, any other key does not, and neither is a key for the next card.
func TestOffer(t *testing.T) {
	for _, tt := range []struct {
		name, key string
		err       error
		want      string
		accepted  int
	}{
		{"yes", "y", nil, "Accepted from now on: Wagadugu", 1},
		{"no", "n", nil, "Sweden?", 0},
		{"a key of the next card", "1", nil, "Sweden?", 0},
		{"refused", "y", errors.New("the deck is inside the program"), "Not accepted: the deck is inside the program", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoCapitals, 80, 24)
			var offers []quiz.Offer
			d.app.options.Accept = func(_ context.Context, o quiz.Offer) (Find, error) {
				offers = append(offers, o)
				return nil, tt.err
			}
			d.press("Wagadugu<enter>3")
			d.wants("Sweden?")
			d.press("u")
			d.press("u")
			d.press("<esc>u")
			d.app.options.Reviews = func(ctx context.Context, id decks.CardID) ([]quiz.Event, error) { // one more, of an earlier day
				all, err := d.store.reviews(ctx, id)
				return append(all, all...), err
			}
			d.press("3")
			d.wants("Accept it from now on?", "You wrote Wagadugu for Ouagadougou 2 times and let it count.")
			d.press(tt.key)
			d.wants(tt.want)
			if len(offers) != tt.accepted || tt.accepted == 1 && (offers[0].Form != "Wagadugu" || offers[0].Right != "Ouagadougou") {
				t.Errorf("accepted: %+v", offers)
			}
			if got := d.store.ratings(); got != "3" {
				t.Errorf("ratings %q", got)
			}
		})
	}
}

// A flag that is taken back leaves what is typed.
func TestUndoKeepsWhatIsTyped(t *testing.T) {
	d := sit(t, twoCapitals, 80, 24)
	d.press("Ouaga<esc>!u")
	d.wants("Undone.", "> Ouaga")
	d.press("s")
	d.press("<esc>u")
	d.wants("Burkina Faso?")
}

const longGroup = `
title = "Long"
id = "long"
[group.g]
title = "A text"
text = "One sentence of the text.\n\nTwo sentences of the text.\n\nThree sentences of the text.\n\nFour sentences of the text."
[[question]]
id = "one"
group = "g"
ask = "First?"
answer = "1"
[[question]]
id = "two"
group = "g"
ask = "Second?"
answer = "2"
`

// A long text is shown with the first of its cards, and folded with the others
// until it is asked for.
func TestLongTextIsFolded(t *testing.T) {
	d := sit(t, longGroup, 80, 30)
	d.wants("Four sentences")
	d.press("1<enter>4")
	d.wants("Second?", "One sentence", "… 5 more lines", "F2 text")
	d.lacks("Four sentences")
	d.press("<f2>")
	d.wants("Four sentences", "Second?")
	d.press("<esc>t")
	d.lacks("Four sentences")
	d.press("u")
	d.wants("First?", "Four sentences")
}

// lacks checks that a text is not to be seen.
func (d *desk) lacks(text string) {
	d.t.Helper()
	if s := d.screen(); strings.Contains(s, text) {
		d.t.Errorf("%q is on the screen:\n%s", text, s)
	}
}

// The explanation is there with the answer, and goes and comes on demand.
func TestExplanationOnDemand(t *testing.T) {
	d := sit(t, `
title = "T"
id = "t"
source = { title = "A book" }
[[question]]
ask = "What?"
answer = "this"
explain = "Because."
from = { section = "S", paragraph = 2 }
`, 80, 24)
	d.press("this<enter>")
	d.wants("Why: Because.", "From: S, paragraph 2")
	d.press("w")
	d.lacks("Because.")
	d.press("w")
	d.wants("Because.")
}

// The summary says what the last days were like, prints the wrong ones, and
// tries them again without schedule.
func TestAfterTheSession(t *testing.T) {
	d := sit(t, twoCapitals, 80, 30)
	var printed []string
	d.app.options.Print = func(_ context.Context, cards []decks.Card) (string, error) {
		for _, c := range cards {
			printed = append(printed, c.ID.Question)
		}
		return "wrote capitals.pdf", nil
	}
	d.app.options.Week = func(context.Context) ([7]int, error) { return [7]int{0, 3, 0, 12, 0, 0, 2}, nil }
	d.press("x<enter>1Stockholm<enter>4")
	d.now.At = d.now.At.Add(time.Minute)
	d.press("Ouagadougou<enter>4")
	d.wants("Done", "3 answered, 50% of 2 cards right at first", "forgotten once", "The last 7 days", "12", "Sun")
	d.press("p")
	d.wants("wrote capitals.pdf")
	if strings.Join(printed, " ") != "one" {
		t.Errorf("printed %v", printed)
	}
	d.press("r")
	again := &desk{t: t, app: d.app.wrongAgain(), store: d.store, now: d.now}
	again.do(again.app.Init())
	again.resize(80, 24)
	again.wants("The wrong ones again", "Burkina Faso?", "nothing is recorded")
	committed := len(d.store.events)
	again.press("x<enter>3")
	again.wants("Done")
	if len(d.store.events) != committed {
		t.Error("a rating without schedule was recorded")
	}
	if line, err := again.app.End(nil); line != "" || err != nil {
		t.Errorf("it leaves %q, %v", line, err)
	}
	d.press("u")
	d.wants("Burkina Faso?", "Undone.")
}

// Where the session stands is told with each card, and at the end.
func TestStands(t *testing.T) {
	d := sit(t, twoCapitals, 80, 24)
	var at []string
	d.app.stand.told = func(s quiz.Standstill, ok bool) {
		if !ok {
			at = append(at, "over")
			return
		}
		at = append(at, s.Current.Question)
	}
	d.press("x<enter>4")
	d.press("<enter>4")
	if _, err := d.app.End(nil); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(at, " "); got != "two over over" {
		t.Errorf("stood at %q", got)
	}
}

// The mouse chooses, rates and obeys the line of keys.
func TestMouse(t *testing.T) {
	d := sit(t, `
title = "T"
id = "t"
[[question]]
id = "one"
ask = "Which?"
choices = ["red", "green"]
answer = "green"
[[question]]
id = "two"
ask = "Next?"
answer = "yes"
`, 80, 24)
	d.click(") green")
	d.wants("● ")
	d.click("Enter answer")
	d.wants("CORRECT")
	d.click("4 Easy")
	d.wants("Next?")
	if got := d.store.ratings(); got != "4" {
		t.Errorf("ratings %q", got)
	}
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.wants("Next?")
}

// click clicks on a text of the screen.
func (d *desk) click(text string) {
	d.t.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			d.send(tea.MouseClickMsg{X: len([]rune(before)) + 1, Y: y, Button: tea.MouseLeft})
			return
		}
	}
	d.t.Fatalf("no %q to click on", text)
}

// Gaps are typed where they stand, and a click goes to one.
func TestGapsInPlace(t *testing.T) {
	d := sit(t, `
title = "T"
id = "t"
[[question]]
ask = "Fill in."
cloze = "Water is {{c1::hydrogen}} and {{c1::oxygen}}, not more."
`, 80, 24)
	d.press("hydro")
	d.wants("Water is [hydro] and [...], not more.")
	c := d.app.View().Cursor
	line := strings.Split(d.screen(), "\n")[c.Y]
	if got := string([]rune(line)[:c.X]); !strings.HasSuffix(got, "[hydro") {
		t.Errorf("the cursor stands behind %q", got)
	}
	d.press("gen;oxygn;;")
	d.wants("[hydrogen] and [oxygn]")
	d.press("<up><backspace>n<enter>")
	d.wants("[hydrogen] and [oxygn]") // Enter went on to the second
	d.press("<enter>")
	d.wants("CLOSE", "Water is hydrogen and oxygen, not more.")
}

// With a timer the rule says how long the card has been on screen.
func TestTimer(t *testing.T) {
	d := sit(t, twoCapitals, 80, 24)
	d.app.options.Timer = true
	d.now.At = d.now.At.Add(75 * time.Second)
	d.wants("1:1", " · 1 of 2")
	d.press("<enter>4")
	d.wants("0:0", " · 2 of 2")
}

// Text that comes in one piece without being marked as pasted answers with its
// first line, and the letters of the others are no commands; a rating that was
// typed ahead is one.
func TestUnmarkedPaste(t *testing.T) {
	for _, tt := range []struct{ name, behind, want, ratings string }{
		{"a second line", "sxx and more", "Pasted text with several lines", ""},
		{"a rating typed ahead", "4Stockholm", "> Stockholm", "4"},
		{"a command typed ahead", "s", "Skipped.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoCapitals, 80, 24)
			d.press("Ouagadougou")
			_, shown := d.app.Update(named["enter"])
			for _, r := range tt.behind { // before the history has answered
				d.app.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			d.do(shown)
			d.wants(tt.want)
			if got := d.store.ratings(); got != tt.ratings {
				t.Errorf("ratings %q, want %q", got, tt.ratings)
			}
		})
	}
}
