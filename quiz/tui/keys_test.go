package tui

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/frame"
)

const twoQuestions = `
title = "Two"
id = "two"
[[question]]
id = "one"
ask = "One?"
answer = "seven"
hint = "a hint"
[[question]]
id = "two"
ask = "Two?"
answer = "eight"
`

const oneChoice = `
title = "Choice"
id = "choice"
[[question]]
ask = "Which?"
choices = ["red", "green", "blue", "white", "black"]
answer = "red"
fixed = true
`

const oneLook = `
title = "Look"
id = "look"
[[question]]
ask = "Tell."
answer = "All of it."
typed = false
`

// The key table: what is pressed, what is recorded, what is to be seen.
func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		name, deck, keys string
		ratings          string
		wants            []string
		quit             bool
	}{
		{"space reveals, then takes Good", oneLook, "<space><space>", "3", nil, false},
		{"enter reveals, then takes Good", oneLook, "<enter><enter>", "3", nil, false},
		{"a newline is Enter too", twoQuestions, "seven<ctrl+j><ctrl+j>", "3", []string{"Two?"}, false},
		{"right suggests Good", twoQuestions, "seven<enter><space>", "3", []string{"Two?"}, false},
		{"close suggests Hard", twoQuestions, "sevem<enter><space>", "2", nil, false},
		{"wrong suggests Again", twoQuestions, "ten<enter><enter>", "1", nil, false},
		{"a space in an empty field reveals", twoQuestions, "<space>", "", []string{"A: seven", "[3 Good 10m]"}, false},
		{"enter in an empty field reveals", twoQuestions, "<enter>", "", []string{"A: seven"}, false},
		{"a space in a field is text", twoQuestions, "a b", "", []string{"> a b", "Enter answer"}, false},
		{"digits rate", twoQuestions, "<enter>4<enter>1", "41", nil, false},
		{"5 does not rate", twoQuestions, "<enter>50<enter>", "3", nil, false},
		{"digits in a field are text", twoQuestions, "1234", "", []string{"> 1234"}, false},
		{"commands in a field are text", twoQuestions, "usxie-!?q", "", []string{"> usxie-!?q"}, false},
		{"esc leaves the field", twoQuestions, "ab<esc>s", "", []string{"Two?", "Skipped."}, false},
		{"esc goes back to the field", twoQuestions, "ab<esc><esc>s", "", []string{"> abs"}, false},
		{"enter answers outside the field too", twoQuestions, "seven<esc><enter>", "", []string{"CORRECT"}, false},
		{"y accepts close", twoQuestions, "sevem<enter>y", "3", nil, false},
		{"y accepts nothing else", twoQuestions, "ten<enter>y", "", []string{"Only a close answer can be accepted."}, false},
		{"arrows move the brackets", twoQuestions, "<enter><left><enter>", "2", nil, false},
		{"and stop at the ends", twoQuestions, "<enter><right><right><right><space>", "4", nil, false},
		{"tab hints while typing", twoQuestions, "se<tab>", "", []string{"> se", "Hint 1 of 1: a hint"}, false},
		{"no further hint", twoQuestions, "<tab><tab>", "", []string{"There is no further hint."}, false},
		{"bury", twoQuestions, "<esc>-", "", []string{"Two?", "Buried until tomorrow."}, false},
		{"suspend", twoQuestions, "<esc>x", "", []string{"Two?", "Suspended."}, false},
		{"flag", twoQuestions, "<esc>!", "", []string{"One?", "flag 1 ·", "Flag 1."}, false},
		{"no flag", twoQuestions, "<esc>!!", "", []string{"No flag."}, false},
		{"undo a rating", twoQuestions, "seven<enter>3<esc>u", "", []string{"One?", "CORRECT", "Undone."}, false},
		{"undo two ratings", twoQuestions, "<enter>4<enter>4uu", "", []string{"One?", "A: seven"}, false},
		{"undo on the summary", twoQuestions, "<enter>4<enter>4u", "4", []string{"Two?", "A: eight"}, false},
		{"nothing to undo", twoQuestions, "<esc>u", "", []string{"There is nothing to undo in this session."}, false},
		{"undo in a panel", twoQuestions, "<enter>4<esc>?u", "", []string{"One?"}, false},
		{"all keys", twoQuestions, "<esc>?", "", []string{"Keys", "every rating is saved"}, false},
		{"all keys from a field", twoQuestions, "<f1>", "", []string{"Keys"}, false},
		{"a key puts the keys away", twoQuestions, "<f1><esc>", "", []string{"One?"}, false},
		{"a rating in a panel is none", twoQuestions, "<enter>?4", "", []string{"A: seven"}, false},
		{"why now", twoQuestions, "<esc>i", "", []string{"Why now", "two/one/ask", "new, it was never reviewed"}, false},
		{"editing is not available", twoQuestions, "<esc>e", "", []string{"Editing is not available here."}, false},
		{"leave", twoQuestions, "<esc>q", "", nil, true},
		{"leave the summary", twoQuestions, "<enter>4<enter>4q", "44", nil, true},
		{"enter leaves the summary", twoQuestions, "<enter>4<enter>4<enter>", "44", nil, true},
		{"a letter of an option wins", oneChoice, "e", "", []string{"> ● e) black"}, false},
		{"a capital is a letter too", oneChoice, "B", "", []string{"> ● b) green"}, false},
		{"a digit chooses", oneChoice, "3", "", []string{"> ● c) blue"}, false},
		{"no option has the digit", oneChoice, "9", "", []string{"  ○ c) blue"}, false},
		{"arrows choose", oneChoice, "<down><down><right>", "", []string{"> ● b) green"}, false},
		{"the last choice counts", oneChoice, "ab<enter>", "", []string{"✗ ● b) green", "✓ ○ a) red", "WRONG"}, false},
		{"a choice taken back", oneChoice, "a<backspace><enter>", "", []string{"A: red", "✓ ○ a) red"}, false},
		{"other commands work beside options", oneChoice, "i", "", []string{"Why now"}, false},
		{"skip beside options", oneChoice, "s", "", []string{"Done"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, tt.deck, 80, 24)
			d.press(tt.keys)
			if got := d.store.ratings(); got != tt.ratings {
				t.Errorf("ratings %q, want %q", got, tt.ratings)
			}
			d.wants(tt.wants...)
			if d.quit != tt.quit {
				t.Errorf("quit %v, want %v", d.quit, tt.quit)
			}
		})
	}
}

// Before the answer no digit rates, whatever the kind.
func TestNoRatingBeforeTheAnswer(t *testing.T) {
	for _, deck := range []string{twoQuestions, oneChoice, oneLook} {
		d := sit(t, deck, 80, 24)
		d.press("<esc>1234y")
		if got := d.store.events; len(got) > 0 || d.app.face.View.Phase != quiz.Asked {
			t.Errorf("%d events, phase %d", len(got), d.app.face.View.Phase)
		}
	}
}

// The question stands in the same line before and after the answer, and while
// it is answered.
func TestQuestionStays(t *testing.T) {
	for question, deck := range map[string]string{"One?": twoQuestions, "Which?": oneChoice, "Tell.": oneLook} {
		d := sit(t, deck, 80, 24)
		line := func() int { return strings.Count(strings.Split(d.screen(), question)[0], "\n") }
		at := line()
		for _, keys := range []string{"<tab>", "a", "<enter>", "<right>"} {
			d.press(keys)
			if got := line(); got != at {
				t.Errorf("after %s the question is in line %d, not %d:\n%s", keys, got, at, d.screen())
			}
		}
	}
}

// An answer longer than the screen begins below the question, which stays.
func TestQuestionStaysAboveALongAnswer(t *testing.T) {
	long := strings.Repeat("A long answer. ", 40)
	d := sit(t, strings.Replace(oneLook, "All of it.", long, 1), 40, 12)
	d.press("<enter>")
	d.wants("Tell.", "A: A long answer.", "↓")
	d = sit(t, strings.Replace(strings.Replace(oneLook, "All of it.", long, 1), "Tell.", strings.Repeat("Much to tell. ", 12), 1), 40, 12)
	d.press("<enter>")
	d.wants("Much to tell.", "A: A long answer.", "↓")
}

// A text longer than the screen scrolls while an answer is typed; the next
// letter brings the field back.
func TestScroll(t *testing.T) {
	d := sit(t, strings.Replace(twoQuestions, "One?", strings.Repeat("A long text. ", 60)+"One?", 1), 40, 12)
	d.wants("A long text.", "↓ 15 more")
	d.press("x")
	d.wants("One?", "> x", "↑ 15 more")
	d.press("<up>")
	d.wants("↓ 1 more")
	d.press("<pgup><pgup><pgup>")
	d.wants("↓ 15 more")
	d.press("<down><pgdown>")
	d.wants("↓ 6 more")
	d.press("y")
	d.wants("> xy", "↑ 15 more")
	d.press("<f1><pgdown><space><up><esc>")
	d.wants("> xy")
}

// Nothing but what is there is said to be below.
func TestNothingBelow(t *testing.T) {
	d := sit(t, twoQuestions, 40, 20)
	d.press(strings.Repeat("word ", 100))
	if s := d.screen(); strings.Contains(s, "↓") || !strings.Contains(s, "↑") {
		t.Errorf("there is nothing below:\n%s", s)
	}
}

// A rating that was not saved is told, the card stays, and the same key tries
// again; another does what it says.
func TestNotSaved(t *testing.T) {
	full := errors.New("disk full\x1b[2J")
	for _, tt := range []struct{ name, keys, ratings string }{
		{"again", "3", "3"},
		{"another rating", "4", "4"},
		{"undone", "u", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 60, 20)
			d.store.fails = func() error { return full }
			d.press("<enter>3")
			d.wants("One?", "NOT SAVED: disk full", "A: seven")
			d.store.fails = nil
			d.press(tt.keys)
			if got := d.store.ratings(); got != tt.ratings {
				t.Errorf("ratings %q, want %q", got, tt.ratings)
			}
		})
	}
}

// What to do about a rating that was not saved is told below any reason.
func TestNotSavedForALongReason(t *testing.T) {
	d := sit(t, twoQuestions, 40, 12)
	d.store.fails = func() error { return errors.New(strings.Repeat("a long reason ", 20)) }
	d.press("<enter>3")
	d.wants("NOT SAVED: a long reason", " …", "The same key tries again.", "One?")
}

// Keys that come while a rating is saved wait for it; after a fault they are
// forgotten.
func TestKeysWait(t *testing.T) {
	for _, tt := range []struct {
		name  string
		fault error
		wants []string
	}{
		{"saved", nil, []string{"Two?", "> eig"}},
		{"not saved", errors.New("disk full"), []string{"One?", "NOT SAVED"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 80, 24)
			d.store.fails = func() error { return tt.fault }
			d.press("<enter>")
			_, cmd := d.app.Update(tea.KeyPressMsg{Code: '3', Text: "3"})
			d.press("eig")
			d.wants("One?")
			d.do(cmd)
			d.wants(tt.wants...)
		})
	}
}

// What another window did meanwhile is seen before an answer is taken.
func TestChangedElsewhere(t *testing.T) {
	d, other := sit(t, twoQuestions, 80, 24), sit(t, twoQuestions, 80, 24)
	other.press("<enter>4")
	d.store.events = other.store.events
	d.press("seven<enter>")
	d.wants("Two?", "This card was changed elsewhere meanwhile.")
	if got := d.store.ratings(); got != "4" {
		t.Errorf("ratings %q", got)
	}
}

// After the editor the card is asked anew as it is now, or gives way when it is
// gone, or stays when the deck has a fault.
func TestEdit(t *testing.T) {
	for _, tt := range []struct {
		name, now string
		err       error
		wants     []string
	}{
		{"reloaded", strings.Replace(twoQuestions, "One?", "How many are one and six?", 1), nil, []string{"How many are one and six?", "1 of 2"}},
		{"gone", strings.Replace(twoQuestions, `"one"`, `"other"`, 1), nil, []string{"Two?", "Another question now, or taken out"}},
		{"faulty", twoQuestions, errors.New("deck.toml:3:1: question 1: ask is empty"), []string{"Not read again, the card is as it was", "deck.toml:3:1: question 1: ask is empty"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, twoQuestions, 80, 24)
			edited := ""
			d.app.options.Edit = func(c decks.Card) (*exec.Cmd, func() (Find, error), error) {
				edited = c.ID.String()
				return exec.Command("true"), nil, nil
			}
			find := func(id decks.CardID) (decks.Card, bool) {
				for _, it := range parse(t, tt.now) {
					if it.Card.ID == id {
						return it.Card, true
					}
				}
				return decks.Card{}, false
			}
			d.press("<enter>")
			_, cmd := d.app.Update(tea.KeyPressMsg{Code: 'e', Text: "e"})
			if cmd == nil || edited != "two/one/ask" {
				t.Fatalf("%q is edited", edited)
			}
			d.send(editedMsg{reload: func() (Find, error) { return find, tt.err }})
			d.wants(tt.wants...)
			if tt.err != nil {
				d.press("<esc>")
				d.wants("One?", "1 of 2", "A: seven")
			}
		})
	}
	d := sit(t, twoQuestions, 80, 24)
	d.app.busy = true
	d.send(editedMsg{err: errors.New("exit status 1")})
	d.wants("Not edited: the editor ended with: exit status 1")
}

func TestPaste(t *testing.T) {
	d := sit(t, twoQuestions, 80, 24)
	d.send(tea.PasteMsg{Content: "se\x1b[2Jv\nen\u202e"})
	d.wants("> se�[2Jv en�")
	d.send(tea.PasteMsg{Content: strings.Repeat("x", frame.MaxField)})
	d.wants("That is too long to be an answer.")
}

// The line of keys names no command whose letter chooses an option.
func TestOptionsHideCommands(t *testing.T) {
	options := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%q, ", fmt.Sprint("option ", i))
		}
		return "title = \"T\"\nid = \"t\"\n[[question]]\nask = \"Which?\"\nanswer = \"option 0\"\nchoices = [" + b.String() + "]\n"
	}
	for n, want := range map[int]string{
		4:  "Enter show answer   ? keys   s skip   e edit   i why   q leave",
		5:  "Enter show answer   ? keys   s skip   i why   q leave",
		18: "Enter show answer   ? keys   s skip   Ctrl+C leave",
		26: "Enter show answer   ? keys   Ctrl+C leave",
	} {
		d := sit(t, options(n), 80, 24)
		d.wants(want)
		d.press("<enter>")
		d.wants("s skip   e edit   i why   q leave")
	}
}

// A new size keeps in sight what the learner was looking at.
func TestResizeKeepsTheAnswerInSight(t *testing.T) {
	d := sit(t, strings.Replace(twoQuestions, "One?", strings.Repeat("A long text. ", 30)+"One?", 1), 80, 24)
	d.press("x<enter>")
	d.wants("WRONG", "wanted     seven")
	d.resize(40, 12)
	d.wants("WRONG", "wanted     seven")
	d.press("<pgup><pgup><pgup>")
	d.resize(44, 12)
	d.wants("↓", "A long text. A")
}

// Of a list that asks for two items of three, the third is not missing.
func TestListOfSome(t *testing.T) {
	const deck = `
title = "T"
id = "t"
[[question]]
ask = "Two?"
list = ["red", "green", "yellow"]
need = 2
`
	d := sit(t, deck, 80, 24)
	d.press("red; yelow<enter>")
	d.wants("✓ right: red", "≈ close: yellow, you wrote yelow", "    also right: green")
	d = sit(t, deck, 80, 24)
	d.press("red<enter><enter>")
	d.wants("✓ right: red", "✗ missing: green", "✗ missing: yellow")
}
