package edited

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// desk is the screen, of which tests press the keys.
type desk struct {
	s    tea.Model
	last tea.Cmd
	said []Decision // what the screen was left with
}

func sit(changes ...Change) *desk {
	d := &desk{}
	d.s = New(Options{Words: words.English(words.Locale{}), Changes: changes, Next: func(said []Decision) frame.Opener {
		d.said = said
		return func(context.Context) (frame.Screen, error) { return nil, errors.New("no deck") }
	}})
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.press("y n l q") // ahead of the first question
	d.send(seenMsg{})
	return d
}

func (d *desk) send(msg tea.Msg) { d.s, d.last = d.s.Update(msg) }

func (d *desk) press(keys string) {
	for _, k := range strings.Fields(keys) {
		switch k {
		case "esc":
			d.send(tea.KeyPressMsg{Code: tea.KeyEscape})
		case "enter":
			d.send(tea.KeyPressMsg{Code: tea.KeyEnter})
		default:
			d.send(tea.KeyPressMsg{Code: rune(k[0]), Text: k})
		}
	}
}

func (d *desk) text() string { return ansi.Strip(d.s.View().Content) }

// leaves reports whether the last key left the screen.
func (d *desk) leaves() bool {
	if d.last == nil {
		return false
	}
	_, is := d.last().(tea.QuitMsg)
	return is
}

func three() []Change {
	one := func(n string) Change {
		return Change{Was: Side{"The " + n + " pumps.", []string{"true"}}, Now: Side{"The " + n + " moves.", []string{"true", "yes"}}, Questions: 1}
	}
	return []Change{one("heart"), one("lung"), {Now: Side{Text: "Which *sea*?"}, Questions: 12, From: "law", To: "land"}}
}

// Keys decide, one change after the other.
func TestDecisions(t *testing.T) {
	for _, row := range []struct {
		keys string
		want []Decision
	}{
		{"y n l", []Decision{Keep, Anew, Later}},
		{"y n enter", nil},
		{"y n", nil},
		{"y u n n n", []Decision{Anew, Anew, Anew}},
		{"u y y u u n n n", []Decision{Anew, Anew, Anew}},
		{"? esc y y y", []Decision{Keep, Keep, Keep}},
		{"y y y y n u q", []Decision{Keep, Keep, Keep}}, // what comes is being opened
		{"x 1 y y y", []Decision{Keep, Keep, Keep}},
	} {
		d := sit(three()...)
		d.press(row.keys)
		if !slices.Equal(d.said, row.want) {
			t.Errorf("%s: %v, want %v", row.keys, d.said, row.want)
		}
	}
	d := sit(three()...)
	if d.press("y q"); !d.leaves() || d.said != nil {
		t.Errorf("q does not leave, or decides %v", d.said)
	}
}

// The screen tells what the questions said and say, or how many moved where.
func TestText(t *testing.T) {
	d := sit(three()...)
	for _, want := range []string{"1 of 3", "Is this one question, edited?", "was  The heart pumps.", "now  The heart moves.", "true; yes"} {
		if !strings.Contains(d.text(), want) {
			t.Errorf("%q is not in\n%s", want, d.text())
		}
	}
	d.press("y y")
	for _, want := range []string{"3 of 3", "12 questions of the deck law are in the deck land now.", "the first  Which sea?"} {
		if !strings.Contains(d.text(), want) {
			t.Errorf("%q is not in\n%s", want, d.text())
		}
	}
}

// Where the session cannot be opened, or is called off, the screen is left, and
// tells why to the one below.
func TestBack(t *testing.T) {
	for _, fault := range []error{errors.New("heart.toml:3:1: a fault"), nil} {
		d := sit(three()...)
		d.press("y n l u")
		d.send(frame.BackMsg{Err: fault})
		if !d.leaves() {
			t.Error("the screen stays")
		}
		if line, err := d.s.(frame.Ender).End(nil); line != "" || err != fault {
			t.Errorf("it ends with %q, %v", line, err)
		}
	}
}

// What decks and histories say commands no terminal.
func TestHarmless(t *testing.T) {
	hostile := "a\x1b]0;x\a\u202eb\x9b2J\n\rc"
	for _, c := range []Change{
		{Was: Side{hostile, []string{hostile}}, Now: Side{hostile, []string{hostile}}, Questions: 1},
		{Now: Side{hostile, []string{hostile}}, Questions: 2, From: hostile, To: hostile},
	} {
		content := sit(c).s.View().Content
		for _, bad := range []string{"\x1b]", "\u202e", "\a", "\r", "\u009b"} {
			if strings.Contains(content, bad) {
				t.Errorf("%q reaches the terminal: %q", bad, content)
			}
		}
	}
}
