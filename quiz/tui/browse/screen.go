package browse

import (
	"context"
	"io"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/tui/card"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
)

// Store is what the screen needs of a history. It is used by one goroutine at
// a time, beside the loop.
type Store interface {
	Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error)
	Commit(ctx context.Context, events ...quiz.Event) error
	Life(ctx context.Context, id decks.CardID) ([]quiz.Placed, error)
}

// Options are what the screen needs beside the cards. Words, Now, Store, Random
// and Recall are required.
type Options struct {
	Words  *words.Words
	Now    func() quiz.Moment // the learner's clock
	Store  Store
	Random io.Reader // ids of events are read from it
	// Recall returns the probability that a card with reviews is remembered
	// now, 0 to 1.
	Recall func(decks.CardID, *quiz.Progress) float64
	Leech  int // lapses from which on a card is a leech; 0: none is

	Query string // what is searched at the beginning
	Keys  frame.Keymap

	Pictures *picture.Gallery // shows images; nil: they are told in words

	// Why returns all that is known of a card, a label and what it says each;
	// nil: there is nothing to tell. It is called as Store is.
	Why func(context.Context, decks.Card) ([][2]string, error)
	// Edit returns the editor that opens a card's question, and what reads the
	// decks again when it has ended; nil: not available. What it returns is
	// called as Store is.
	Edit func(decks.Card) (editor *exec.Cmd, reload func(context.Context) (*Table, error), err error)
}

// screen is the model: the cards, which of them are listed, and what is to be
// seen of them. Only the program's loop touches it.
type screen struct {
	ctx     context.Context
	cancel  func()
	options Options
	words   *words.Words
	table   *Table
	titles  []string // of the decks
	today   quiz.Day

	window               frame.Window
	keys                 *frame.Keys
	stateWidth, dueWidth int

	field     frame.Field // the search
	searching bool        // keys go to it
	order     order
	job       job     // the search that runs
	list      []int32 // rows that were found; it is never changed
	listed    int     // the version of the table that it was found in
	cursor    int     // in list
	top       int     // of list, the first on screen
	marks     marks
	chosen    *[columns]bool // columns that the learner chose; nil: by the width
	folded    bool           // no card beside the list

	known    map[int32]said
	view     cardView // the card beside the list, or instead of it
	choosing bool     // columns are chosen
	choice   column

	ask     func(key string) (cmd tea.Cmd, ok bool) // answers what was asked; nil: nothing is
	busy    bool                                    // the history is read or written: keys wait
	waiting []tea.KeyPressMsg
	saving  *saving
	changes []change // of this screen, the last one last: what u takes back
}

// New returns the screen of a table that is filled. It closes the table at its
// end.
func New(ctx context.Context, t *Table, o Options) frame.Screen {
	ctx, cancel := context.WithCancel(ctx)
	s := &screen{ctx: ctx, cancel: cancel, options: o, words: o.Words, known: map[int32]said{}}
	s.window.Max, s.window.Words = maxColumns, o.Words
	s.keys = o.Keys.Of(Keys(o.Words), o.Words.Common.Keys)
	s.stateWidth = displaywidth.String(s.heading(stateColumn))
	for _, state := range s.words.Browse.States {
		s.stateWidth = max(s.stateWidth, displaywidth.String(state))
	}
	s.dueWidth = displaywidth.String(s.heading(dueColumn))
	for _, days := range []int{0, 1, -1, 999, -999} {
		s.dueWidth = max(s.dueWidth, displaywidth.String(s.words.Browse.Due(days)))
	}
	s.show(t)
	s.field.Insert(o.Query)
	return s
}

// show takes a table, and lists all its cards.
func (s *screen) show(t *Table) {
	if s.table != nil {
		s.table.Close()
	}
	s.table, s.today = t, s.options.Now().Day
	s.titles = nil
	for _, d := range t.decks {
		title := frame.Inline(d.Title)
		if title == "" {
			title = frame.Inline(d.ID)
		}
		s.titles = append(s.titles, title)
	}
	s.list = make([]int32, t.Len())
	for i := range s.list {
		s.list[i] = int32(i)
	}
	s.marks = newMarks(t.Len())
	clear(s.known)
	s.view = cardView{row: none}
	s.cursor, s.top = 0, 0
}

// Init begins the first search.
func (s *screen) Init() tea.Cmd { return s.search() }

// Update does what a message says.
func (s *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = s.press(msg)
	case tea.PasteMsg:
		cmd = s.paste(msg.Content)
	case tea.MouseMsg:
		cmd = s.mouse(msg)
	case arrangedMsg:
		s.arranged(msg)
	case savedMsg:
		s.saved(msg)
	case toldMsg:
		s.told(msg)
	case editedMsg:
		cmd = s.edited(msg)
	case card.OpenedMsg:
		s.window.Say(msg.Say(s.words))
	case reloadedMsg:
		cmd = s.reloaded(msg)
	default:
		s.window.Takes(msg)
	}
	for !s.waits() && len(s.waiting) > 0 {
		k := s.waiting[0]
		s.waiting = s.waiting[1:]
		s.settle() // what the key before it moved
		cmd = tea.Batch(cmd, s.press(k))
	}
	s.settle()
	return s, cmd
}

// settle keeps cursor and list within their bounds and the cursor in sight.
func (s *screen) settle() {
	s.cursor = max(min(s.cursor, len(s.list)-1), 0)
	h := s.listHeight()
	s.top = max(min(s.top, s.cursor, len(s.list)-h), 0)
	if s.cursor >= s.top+h {
		s.top = s.cursor - h + 1
	}
}

// row returns the row under the cursor.
func (s *screen) row() (int32, bool) {
	if len(s.list) == 0 {
		return 0, false
	}
	return s.list[s.cursor], true
}

// heading returns the head of a column.
func (s *screen) heading(c column) string { return s.words.Browse.Columns[c] }

func (s *screen) recall(id decks.CardID, p *quiz.Progress) float64 { return s.options.Recall(id, p) }

// say says something about the last key.
func (s *screen) say(text string) { s.window.Say(text) }

// failed says what did not work, and why.
func (s *screen) failed(say func(string) string, err error) { s.say(say(err.Error())) }

// End waits until the change that is on its way is saved.
func (s *screen) End(error) (string, error) {
	defer s.table.Close()
	defer s.cancel()
	if s.saving != nil {
		return "", s.saving.do().err
	}
	return "", nil
}
