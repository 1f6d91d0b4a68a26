//go:build unix

package frame

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// stopWait is how long the program waits to be stopped. Where no shell could
// wake it again the system lets it go on.
const stopWait = 100 * time.Millisecond

// Suspend returns the command that gives the terminal back to the shell until
// the shell brings the program to the front again.
func Suspend() tea.Cmd {
	return tea.Exec(suspension{}, func(error) tea.Msg { return nil })
}

// suspension stops the process and its group, as Ctrl+Z does elsewhere.
type suspension struct{}

func (suspension) Run() error {
	defer resized()
	stopped := time.After(shortest)
	awake := make(chan os.Signal, 1)
	signal.Notify(awake, syscall.SIGCONT)
	defer signal.Stop(awake)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	select {
	case <-awake:
	case <-time.After(stopWait):
	}
	<-stopped
	return nil
}

func (suspension) SetStdin(io.Reader)  {}
func (suspension) SetStdout(io.Writer) {}
func (suspension) SetStderr(io.Writer) {}
