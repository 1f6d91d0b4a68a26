package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"recto/decks"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/words"
)

// sight is what of a card is shown.
type sight uint8

const (
	beside  sight = iota // both, where the screen is wide enough
	studied              // the card as a session shows it
	printed              // the question as it stands on paper
)

// viewer is the model of a preview. Only the program's loop touches it.
type viewer struct {
	ctx     context.Context
	options PreviewOptions
	w       *words.Words

	edition  Edition
	number   int // of the edition, to know what belongs to it
	cards    []decks.Card
	place    map[*decks.Question]int // of each question, from 0
	findings map[questionAt][]Finding
	all      []Finding

	at    int  // the card on screen
	back  bool // its answer is shown
	hints int  // how many are shown
	sight sight

	keys   *frame.Keys
	window frame.Window
	body   card.Body
	stale  bool // the body has to be laid out anew

	seek   *frame.Field // what is searched for, while it is typed
	sought string       // what was searched for last

	editing bool // an editor was opened, and what it left was not read yet
}

// questionAt names a question by its place; number 0 is the deck itself.
type questionAt struct {
	file   string
	number int
}

// Messages of what was done beside the loop.
type (
	editionMsg struct {
		edition Edition
		ok      bool // false at the end of the changes
	}
	lintMsg struct {
		number   int
		findings []Finding
	}
	leftMsg struct{ err error } // the editor has ended
	readMsg struct{ edition Edition }
)

func newViewer(ctx context.Context, o PreviewOptions) *viewer {
	if o.Words == nil {
		o.Words = words.English(words.Locale{})
	}
	v := &viewer{
		ctx: ctx, options: o, w: o.Words, edition: o.First,
		keys: o.Keymap.Of(PreviewKeys(o.Words), o.Words.Common.Keys), window: frame.Window{Words: o.Words},
	}
	v.index()
	v.at = v.cardOf(o.Start)
	return v
}

// Init looks for what could be better and waits for what is saved.
func (v *viewer) Init() tea.Cmd {
	return tea.Batch(v.lint(), v.watch())
}

// watch waits for the next edition.
func (v *viewer) watch() tea.Cmd {
	if v.options.Changes == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case e, ok := <-v.options.Changes:
			return editionMsg{e, ok}
		case <-v.ctx.Done():
			return nil
		}
	}
}

// lint looks for what could be better, beside the loop.
func (v *viewer) lint() tea.Cmd {
	look, number := v.edition.Lint, v.number
	if look == nil {
		return nil
	}
	return func() tea.Msg { return lintMsg{number, look()} }
}

// read reads the files, beside the loop.
func (v *viewer) read() tea.Cmd {
	if v.options.Read == nil {
		return nil
	}
	return func() tea.Msg { return readMsg{v.options.Read()} }
}

// Update does what a message says.
func (v *viewer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = v.press(msg)
	case tea.MouseMsg:
		cmd = v.mouse(msg)
	case tea.PasteMsg:
		if v.seek != nil {
			v.seek.Insert(msg.Content)
		}
	case editionMsg:
		if msg.ok {
			cmd = tea.Batch(v.take(msg.edition), v.watch())
		}
	case leftMsg:
		if msg.err != nil {
			v.say(v.w.Preview.EditorEnded(msg.err.Error()))
		}
		cmd = v.read()
	case card.OpenedMsg:
		v.say(msg.Say(v.w))
	case readMsg:
		cmd = v.take(msg.edition)
		v.editing = false
	case lintMsg:
		if msg.number == v.number {
			v.found(msg.findings)
		}
	default:
		v.stale = v.window.Takes(msg) || v.stale
	}
	if v.stale {
		v.compose()
	}
	return v, cmd
}

// say tells the author something until the next key.
func (v *viewer) say(s string) { v.window.Say(s) }

// found takes what could be better.
func (v *viewer) found(all []Finding) {
	v.all, v.findings = all, map[questionAt][]Finding{}
	for _, f := range all {
		at := questionAt{f.File, f.Number}
		v.findings[at] = append(v.findings[at], f)
	}
	v.stale = true
}

// index lists the cards of the edition.
func (v *viewer) index() {
	v.cards, v.place = nil, map[*decks.Question]int{}
	for i, q := range v.edition.Questions {
		v.place[q] = i
		v.cards = append(v.cards, q.Cards()...)
	}
	v.stale = true
}

// card returns the card on screen, false when there is none.
func (v *viewer) card() (decks.Card, bool) {
	if v.at < 0 || v.at >= len(v.cards) {
		return decks.Card{}, false
	}
	return v.cards[v.at], true
}

// cardOf returns the first card of the nth question, from 0; of the last one
// when there are not so many.
func (v *viewer) cardOf(n int) int {
	for i, c := range v.cards {
		if v.place[c.Question] >= n {
			return i
		}
	}
	return max(len(v.cards)-1, 0)
}

// show puts another card on the screen, its front.
func (v *viewer) show(at int) {
	at = max(min(at, len(v.cards)-1), 0)
	if at != v.at {
		v.back = false
	}
	v.at, v.hints, v.window.Scroll, v.stale = at, 0, 0, true
}
