package tui

import (
	"context"
	"os"
	"os/exec"

	"recto/decks"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
)

// Edition is what the files of a preview said when they were read.
type Edition struct {
	Number int // one that was read later has a higher one; an older one is not shown any more

	// Questions are those of all decks, in order. Where there are faults they
	// are those of the last edition that had none, or what can be used of this.
	Questions []*decks.Question
	Faults    []Fault // why there are no newer ones; none when all is well

	// Paper returns how a question stands on a sheet, or its answer in the
	// key, in lines of at most width cells, and what the paper cannot show;
	// nil: not available.
	Paper func(q *decks.Question, answer bool, width int) (lines, warnings []string)
	// Lint returns what could be better. It is called once, beside the screen;
	// nil: nothing is looked for.
	Lint func() []Finding
}

// Fault is what is wrong with a file.
type Fault struct {
	File string // "" when it has no place
	Line int    // from 1; 0 for the whole file
	Text string // as check prints it: lines with the place, an excerpt, a hint
}

// Finding is what could be better about a question, or about a deck.
type Finding struct {
	File     string
	Number   int // of the question in its file, from 1; 0 for the deck
	Line     int
	Severity string
	Code     string
	Message  string
	Hint     string // "" when none is known
}

// PreviewOptions are what a preview needs.
type PreviewOptions struct {
	First   Edition
	Start   int            // the question to begin with, from 0
	Changes <-chan Edition // what is read after a file was saved; nil: nothing is
	Read    func() Edition // reads the files now

	// Edit returns the editor that opens a file at a line; nil: not available.
	Edit func(file string, line int) (*exec.Cmd, error)

	Pictures *picture.Gallery // shows images; nil: they are told in words

	Words  *words.Words // what the screen says; nil: English, as the C locale writes it
	Keymap frame.Keymap

	Input, Output *os.File // the terminal; nil: the standard input and output
}

// Preview shows card after card, front and back, as a session shows it and as
// it stands on paper, and again whenever an edition comes. It returns
// ErrInterrupted when it was interrupted, and an error of the terminal when
// that could not be used. Whatever it returns, the terminal is as it was.
func Preview(ctx context.Context, o PreviewOptions) error {
	return frame.Run(ctx, frame.Terminal{Input: o.Input, Output: o.Output}, Cards(ctx, o))
}

// Cards returns the screen of a preview. It needs no terminal in its options.
// It waits for changes until ctx is over.
func Cards(ctx context.Context, o PreviewOptions) frame.Screen { return newViewer(ctx, o) }
