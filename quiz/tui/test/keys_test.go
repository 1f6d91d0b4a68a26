package test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/practice"
)

// states returns what became of each question, as a letter: . open, s skipped,
// - left, a answered; ! behind a flag.
func (d *desk) states() string {
	s := ""
	for _, e := range d.screen.test.View(d.now).List {
		s += []string{".", "s", "-", "a"}[e.State]
		if e.Flag {
			s += "!"
		}
	}
	return s
}

// Each row is keys in a test, what became of the questions, and what stands on
// the screen.
func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		name, deck, keys, states string
		wants                    []string
		options                  practice.Options
	}{
		{name: "an answer goes on", deck: two, keys: "seven<enter>", states: "a.", wants: []string{"Two?", "1 answered", "2 of 2"}},
		{name: "nothing leaves open", deck: two, keys: "<enter>", states: "-.", wants: []string{"Two?"}},
		{name: "space in an empty field too", deck: two, keys: " ", states: "-.", wants: []string{"Two?"}},
		{name: "a space in a field is text", deck: two, keys: "a b", states: "..", wants: []string{"> a b"}},
		{name: "commands in a field are text", deck: two, keys: "slnpudq!?", states: "..", wants: []string{"> slnpudq!?"}},
		{name: "esc leaves the field", deck: two, keys: "a<esc>s", states: "a.", wants: []string{"Two?"}},
		{name: "skip", deck: two, keys: "<esc>s", states: "s.", wants: []string{"Two?"}},
		{name: "skipped comes again", deck: two, keys: "<esc>sb<enter>", states: "sa", wants: []string{"One?", "1 of 2"}},
		{name: "skipped with a reply comes again too, with it", deck: two, keys: "sev<esc>sb<enter>", states: "aa", wants: []string{"> sev", "1 of 2", "2 answered"}},
		{name: "and the list says so", deck: two, keys: "sev<esc>sl", states: "a.", wants: []string{"[x] 1  One?", "skipped"}},
		{name: "flag keeps what is typed", deck: two, keys: "sev<esc>!<esc>en", states: ".!.", wants: []string{"> seven", "flagged"}},
		{name: "no flag", deck: two, keys: "<esc>!!", states: "..", wants: []string{"No flag."}},
		{name: "next keeps the reply", deck: two, keys: "seven<alt+n>", states: "a.", wants: []string{"Two?"}},
		{name: "and shows it again", deck: two, keys: "seven<alt+n>p", states: "a.", wants: []string{"> seven"}},
		{name: "the question before the first is the last", deck: two, keys: "<esc>p", states: "..", wants: []string{"Two?"}},
		{name: "a choice is kept", deck: two, keys: "<esc>nbp<alt+n>", states: ".a", wants: []string{"> ● b) green"}},
		{name: "an answer taken back", deck: two, keys: "seven<enter>p<ctrl+u><enter>", states: "-.", wants: []string{"Two?", "0 answered"}},
		{name: "a choice taken back", deck: two, keys: "<esc>nbp<alt+n><backspace>p", states: ".-", wants: []string{"One?"}},
		{name: "undo", deck: two, keys: "seven<enter>u", states: "..", wants: []string{"One?", "Undone."}},
		{name: "nothing to undo", deck: two, keys: "<esc>u", states: "..", wants: []string{"There is nothing to undo."}},
		{name: "a letter of an option wins", deck: strings.Replace(two, `["red", "green", "blue"]`, `["red", "green", "blue", "d", "e"]`, 1), keys: "<esc>nd", states: "..", wants: []string{"> ● d) d"}},
		{name: "the list", deck: two, keys: "<esc>l", states: "..", wants: []string{"All questions", "> [ ] 1  One?", "Hand in, 2 questions not answered"}},
		{name: "to a question of the list", deck: two, keys: "<esc>l<down><enter>", states: "..", wants: []string{"Two?", "2 of 2"}},
		{name: "back from the list", deck: two, keys: "sev<esc>l<esc>", states: "a.", wants: []string{"> sev"}},
		{name: "handing in stands behind the list", deck: two, keys: "<esc>d", states: "..", wants: []string{"> Hand in, 2 questions not answered"}},
		{name: "and is done with Enter", deck: two, keys: "<esc>d<enter>", states: "..", wants: []string{"Score: 0 of 2 points, 0%", "2 not answered"}},
		{name: "d twice hands in", deck: two, keys: "seven<esc>dd", states: "a.", wants: []string{"Score: 1 of 2 points, 50%"}},
		{name: "ready", deck: two, keys: "seven<enter>b<enter>", states: "aa", wants: []string{"Every question was asked: 2 answered.", "> Hand in"}},
		{name: "back from ready by undo", deck: two, keys: "seven<enter>b<enter>u", states: "a.", wants: []string{"Two?"}},
		{name: "esc at ready stays", deck: two, keys: "seven<enter>b<enter><esc>", states: "aa", wants: []string{"> Hand in"}},
		{name: "review", deck: two, keys: "seven<enter>a<enter><enter><down><enter>", states: "aa", wants: []string{"Two?", "✗ ● a) red", "0 of 1 point · 2 of 2"}},
		{name: "review goes round", deck: two, keys: "seven<enter>a<enter><enter><down><enter>n", states: "aa", wants: []string{"One?", "✓ CORRECT"}},
		{name: "back from review", deck: two, keys: "seven<enter>a<enter><enter><enter><esc>", states: "aa", wants: []string{"Score: 1 of 2"}},
		{name: "an unanswered question under review", deck: two, keys: "<esc>dd<enter>", states: "..", wants: []string{"- not answered", "A: seven"}},
		{name: "again", deck: two, keys: "seven<enter>a<enter><enter>r", states: ".", wants: []string{"Again › Two", "Two?", "1 of 1"}},
		{name: "again and again", deck: two, keys: "<esc>ddrx<enter>b<enter><enter>r", states: ".", wants: []string{"Again › Two", "One?"}},
		{name: "nothing to try again", deck: two, keys: "seven<enter>b<enter><enter>r", states: "aa", wants: []string{"Everything was right."}},
		{name: "keys", deck: two, keys: "<f1>", states: "..", wants: []string{"Keys", "leave the field for the commands"}},
		{name: "and what Ctrl+C costs while the test runs", deck: two, keys: "<f1>", states: "..", wants: []string{"break off at once; nothing of the test counts"}},
		{name: "and no more when it is handed in", deck: two, keys: "<esc>dd?", states: "..", wants: []string{"leave at once; what was rated is saved"}},
		{name: "keys of choosing", deck: two, keys: "<esc>n?", states: "..", wants: []string{"Keys", "skip, it comes again"}},
		{name: "leaving asks", deck: two, keys: "seven<enter>q", states: "a.", wants: []string{"Enter hands in what is answered; leaving once more breaks off"}},
		{name: "and can be thought over", deck: two, keys: "seven<enter>q<esc>", states: "a.", wants: []string{"Two?"}},

		{name: "marking at once", deck: two, keys: "ten<enter>", states: "a.", wants: []string{"✗ WRONG", "Enter go on"}, options: practice.Options{Feedback: practice.AtOnce}},
		{name: "goes on", deck: two, keys: "ten<enter><enter>", states: "a.", wants: []string{"Two?"}, options: practice.Options{Feedback: practice.AtOnce}},
		{name: "and stands", deck: two, keys: "ten<enter><enter>p", states: "a.", wants: []string{"✗ WRONG"}, options: practice.Options{Feedback: practice.AtOnce}},
		{name: "what was not entered is no answer", deck: two, keys: "ten<alt+n>p", states: "..", wants: []string{">\n"}, options: practice.Options{Feedback: practice.AtOnce}},
		{name: "flag the marking", deck: two, keys: "ten<enter>!", states: "a!.", wants: []string{"✗ WRONG", "Flagged."}, options: practice.Options{Feedback: practice.AtOnce}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, tt.deck, 80, 24, tt.options, Options{})
			d.press(tt.keys)
			if got := d.states(); got != tt.states {
				t.Errorf("questions are %q, want %q", got, tt.states)
			}
			d.wants(tt.wants...)
			if d.quit || d.stop {
				t.Error("the screen was left")
			}
		})
	}
}

// How the screen is left, and what it says to the shell then.
func TestLeave(t *testing.T) {
	for _, tt := range []struct {
		name, keys, line string
		stop             bool
	}{
		{"at once when nothing is answered", "<esc>q", "", false},
		{"asked for twice", "seven<enter>qq", "Broken off; so far: Score: 1 of 2 points, 50%; 1 right, 0 close, 0 wrong, 1 not answered", false},
		{"interrupted", "seven<enter><ctrl+c>", "Broken off; so far: Score: 1 of 2 points, 50%; 1 right, 0 close, 0 wrong, 1 not answered", true},
		{"interrupted with nothing answered", "<ctrl+c>", "", true},
		{"behind the result", "seven<enter>b<enter><enter>q", "Score: 2 of 2 points, 100%; 2 right, 0 close, 0 wrong", false},
		{"Esc behind the result", "seven<enter>b<enter><enter><esc>", "Score: 2 of 2 points, 100%; 2 right, 0 close, 0 wrong", false},
		{"while trying again", "seven<enter>a<enter><enter>rq", "Score: 1 of 2 points, 50%; 1 right, 0 close, 1 wrong", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, two, 80, 24, practice.Options{}, Options{})
			d.press(tt.keys)
			if d.quit == tt.stop || d.stop != tt.stop {
				t.Errorf("left %v, interrupted %v", d.quit, d.stop)
			}
			line, err := d.screen.End(nil)
			if line != tt.line || err != nil {
				t.Errorf("says %q, %v; want %q", line, err, tt.line)
			}
		})
	}
}

// The clock is to be seen; when the time is over what is answered counts, and
// what was replied until then.
func TestTime(t *testing.T) {
	for _, tt := range []struct {
		name, keys string
		wants      []string
	}{
		{"an answer", "seven<enter>", []string{"Score: 1 of 2", "The time is over"}},
		{"what stood in the field", "seven", []string{"Score: 1 of 2"}},
		{"what was chosen", "<esc>nb", []string{"Score: 1 of 2"}},
		{"nothing", "", []string{"Score: 0 of 2"}},
		{"a list", "seven<enter>l", []string{"Score: 1 of 2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, two, 80, 24, practice.Options{Limit: time.Minute}, Options{})
			d.wants("0:5")
			d.press(tt.keys)
			d.tick(20 * time.Second)
			d.wants(" left")
			d.tick(time.Minute)
			d.wants(tt.wants...)
		})
	}
	d := sit(t, two, 80, 24, practice.Options{Limit: time.Minute}, Options{})
	d.press("seven")
	d.now = d.now.Add(time.Hour)
	d.press("<enter>") // too late, before the clock has ticked
	d.wants("Score: 1 of 2", "The time is over")
}

// A result is recorded once, can be taken back, and is tried again when it
// could not be saved.
func TestRecord(t *testing.T) {
	calls, undone := 0, 0
	fails := errors.New("the disk is full\x1b[2J")
	var fault error
	record := func(ctx context.Context, r practice.Result) (practice.Recorded, error) {
		calls++
		return practice.Recorded{Cards: r.Whole.Answered, Undo: func(context.Context) error { undone++; return nil }}, fault
	}
	d := sit(t, two, 80, 24, practice.Options{}, Options{Record: record})
	d.press("seven<enter>a<enter><enter>")
	d.wants("Recorded: 2 cards rated", "u undo")
	d.press("u")
	d.wants("Taken back")
	d.press("ur<esc>ddu")
	if calls != 1 || undone != 1 {
		t.Errorf("recorded %d times, taken back %d times", calls, undone)
	}

	fault = fails
	d = sit(t, two, 80, 24, practice.Options{}, Options{Record: record})
	d.press("seven<enter>a<enter><enter>")
	d.wants("NOT SAVED: the disk is full", "w save")
	if _, err := d.screen.End(nil); !errors.Is(err, fails) {
		t.Errorf("left with %v", err)
	}
	fault = nil
	d.press("w")
	d.wants("Recorded: 2 cards rated")
	if _, err := d.screen.End(nil); err != nil {
		t.Errorf("left with %v", err)
	}

	d = sit(t, two, 80, 24, practice.Options{}, Options{Record: record})
	calls = 0
	d.press("seven<enter><ctrl+c>")
	if _, err := d.screen.End(nil); err != nil || calls != 0 {
		t.Errorf("a test that was broken off was recorded %d times, %v", calls, err)
	}
}

// The mouse chooses and answers as the keys do.
func TestMouse(t *testing.T) {
	d := sit(t, two, 80, 24, practice.Options{}, Options{})
	click := func(text string) {
		t.Helper()
		for y, line := range strings.Split(d.looks(), "\n") {
			if x := strings.Index(line, text); x >= 0 {
				d.send(tea.MouseClickMsg{X: len([]rune(line[:x])), Y: y, Button: tea.MouseLeft})
				return
			}
		}
		t.Fatalf("no %q on the screen:\n%s", text, d.looks())
	}
	d.press("seven<enter>")
	click("b) green")
	d.wants("> ● b) green")
	click("Enter answer")
	d.wants("> Hand in")
	click("1  One?")
	d.wants("> [x] 1  One?")
	click("1  One?")
	d.wants("> seven")
	d.press("<esc>d")
	click("Hand in")
	d.wants("Score: 2 of 2")
	click("2  Two?")
	click("2  Two?")
	d.wants("✓ ● b) green")
}

// Whatever is pressed and however the window changes, the screen can be drawn
// and the score adds up.
func TestRandomKeys(t *testing.T) {
	keys := []string{"a", "b", "1", "2", "3", "x", " ", ";", "s", "!", "l", "d", "n", "p", "u", "r", "w", "?", "<enter>", "<enter>", "<enter>", "<esc>", "<backspace>",
		"<up>", "<down>", "<pgup>", "<pgdown>", "<home>", "<end>", "<alt+n>", "<alt+p>", "<f1>", "<right>", "Hund"}
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := practice.Options{Feedback: practice.Feedback(seed % 2)}
		if seed%3 == 0 {
			p.Limit = 10 * time.Minute
		}
		d := sit(t, kinds, 80, 24, p, Options{Record: func(context.Context, practice.Result) (practice.Recorded, error) {
			return practice.Recorded{Cards: 1, Undo: func(context.Context) error { return nil }}, nil
		}})
		pressed := ""
		for range 200 {
			k := keys[r.IntN(len(keys))]
			pressed += k
			d.press(k)
			switch r.IntN(20) {
			case 0:
				d.send(tea.WindowSizeMsg{Width: 10 + r.IntN(120), Height: 3 + r.IntN(40)})
			case 1:
				d.tick(time.Duration(r.IntN(20)) * time.Second)
			case 2:
				d.send(tea.MouseClickMsg{X: r.IntN(80), Y: r.IntN(24), Button: tea.MouseLeft})
			}
			d.looks()
			if t.Failed() {
				t.Fatal(pressed)
			}
		}
		w := d.screen.Result().Whole
		if w.Score > w.Points || w.Right+w.Close+w.Wrong > w.Answered {
			t.Fatal(fmt.Sprintf("%+v", w), pressed)
		}
		if _, err := d.screen.End(nil); err != nil {
			t.Fatal(err)
		}
	}
}
