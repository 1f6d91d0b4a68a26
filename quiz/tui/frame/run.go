package frame

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/displaywidth"

	"recto/quiz/words"
)

// ErrInterrupted is returned when Ctrl+C, the end of the context or the end of
// the terminal ended the program.
var ErrInterrupted = errors.New("interrupted")

// framesPerSecond is how often the screen is drawn at most. A key waits half a
// frame on average, here 4 ms.
const framesPerSecond = 120

// Terminal is where screens are shown: the standard input and output where it
// names none.
type Terminal struct {
	Input, Output *os.File

	// Mouse asks the terminal to tell of clicks and the wheel. Text can be
	// selected then by pressing Shift as well.
	Mouse bool

	Colours Colours
	Words   *words.Words // what the program itself says; nil: English, as the C locale writes it

	Pictures Pictures // draws them; nil: there are none
}

// Run shows a screen, and what it pushes, until it is left. Then it ends the
// screens that are still there, the top one first, gives the terminal back as
// it was, and writes to the output the lines that the screens have left, in the
// order in which they were left. It returns what went wrong at the end of the
// screens that were still there, else ErrInterrupted when the program was
// interrupted, else an error of the terminal.
func Run(ctx context.Context, t Terminal, first Screen) error {
	if t.Input == nil {
		t.Input = os.Stdin
	}
	if t.Output == nil {
		t.Output = os.Stdout
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // what is being opened is not wanted any more
	s := newStack(ctx, first)
	s.mouse, s.pictures, s.colours = t.Mouse, t.Pictures, t.Colours
	if t.Words != nil {
		s.words = t.Words
	}
	resizes := hear()
	p := tea.NewProgram(s, append(output(t.Output),
		tea.WithContext(ctx),
		tea.WithInput(t.Input),
		tea.WithFPS(framesPerSecond),
		tea.WithoutSignalHandler(), // signals end ctx
	)...)
	off := watch(t.Output, p, resizes)
	_, err := p.Run()
	off()
	why := s.why(err)
	lines, fault := s.finish(why)
	if t.Pictures != nil {
		if kept := t.Pictures.Close(); kept != "" {
			_, _ = fmt.Fprint(t.Output, kept) // where that fails the lines will
		}
	}
	for _, l := range lines {
		if _, err := fmt.Fprintln(t.Output, l); err != nil && fault == nil && why == nil { // else the terminal may be what ended it
			fault = fmt.Errorf("write: %w", err)
		}
	}
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return err
	case fault != nil:
		return fault
	}
	return why
}

// why returns what ended the program that ended with err: nil when its last
// screen was left.
func (s *stack) why(err error) error {
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return err
	case s.caught, s.ctx.Err() != nil:
		return ErrInterrupted
	case err != nil:
		return fmt.Errorf("%w: %w", ErrInterrupted, err)
	}
	return nil
}

// finish ends the screens that are still there, and returns the lines of all
// and what went wrong first.
func (s *stack) finish(why error) (lines []string, err error) {
	add := func(l *layer, why error) error {
		l.end(why)
		if l.line != "" {
			lines = append(lines, l.line)
		}
		return l.err
	}
	for _, l := range s.gone {
		if e := add(l, nil); l == s.ending { // those of the others were told
			err = e
		}
	}
	for len(s.layers) > 0 {
		l := s.top()
		s.layers = s.layers[:len(s.layers)-1]
		if e := add(l, why); err == nil {
			err = e
		}
	}
	return lines, err
}

// withLast returns a screen whose last line says something else.
func withLast(content, said string, width int) string {
	at := strings.LastIndexByte(content, '\n') + 1
	said = Short(said, width)
	return content[:at] + strings.Repeat(" ", max(width-displaywidth.String(said), 0)/2) + said
}
