package frame

import (
	"io"
	"os"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"
)

// Outside returns the command that gives the terminal to another program until
// it ends, and the message that done makes of how it did.
func Outside(c *exec.Cmd, done func(error) tea.Msg) tea.Cmd {
	return tea.Exec(outside{c}, done)
}

// outside is a program that has the terminal for itself.
type outside struct{ *exec.Cmd }

// shortest is how long the terminal is away at least. The program stops its
// clock of frames beside the loop when it gives the terminal away: were that
// later than the clock is started again, the screen would stand still.
const shortest = 50 * time.Millisecond

// Run runs the program, and gives the terminal back as it was before: one that
// was killed leaves it as it needed it.
func (o outside) Run() error {
	defer resized()
	stopped := time.After(shortest)
	if f, ok := o.Stdin.(*os.File); ok {
		if state, err := term.GetState(int(f.Fd())); err == nil {
			defer func() { _ = term.Restore(int(f.Fd()), state) }()
		}
	}
	err := o.Cmd.Run()
	<-stopped
	return err
}

func (o outside) SetStdin(r io.Reader)  { o.Stdin = r }
func (o outside) SetStdout(w io.Writer) { o.Stdout = file(w) }
func (o outside) SetStderr(w io.Writer) { o.Stderr = w }
