//go:build unix

package frame

import (
	"io"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"
)

// written is a terminal that the program only writes to. What it had to ask it
// is told: bubbletea keeps a terminal that it knows as one in a field that it
// sets when another program has ended, and reads when the window gets another
// size, both at once where both happen.
type written struct{ file *os.File }

func (w written) Write(p []byte) (int, error) { return w.file.Write(p) }

// file returns what another program may write to.
func file(w io.Writer) io.Writer {
	if w, ok := w.(written); ok {
		return w.file
	}
	return w
}

// output returns the options of a program that is shown on a terminal.
func output(f *os.File) []tea.ProgramOption {
	size, err := window(f)
	if err != nil { // no terminal
		return []tea.ProgramOption{tea.WithOutput(f)}
	}
	return []tea.ProgramOption{
		tea.WithOutput(written{f}),
		tea.WithColorProfile(colorprofile.Detect(f, os.Environ())),
		tea.WithWindowSize(size.Width, size.Height),
	}
}

// hear begins to hear that the window has got another size.
func hear() chan os.Signal {
	resizes := make(chan os.Signal, 1)
	signal.Notify(resizes, syscall.SIGWINCH)
	return resizes
}

// watch tells a program the size of the window whenever that changes, until it
// is called off.
func watch(f *os.File, p *tea.Program, resizes chan os.Signal) (off func()) {
	over, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for {
			select {
			case <-over:
				return
			case <-resizes:
			}
			if size, err := window(f); err == nil {
				p.Send(size)
			}
		}
	}()
	return func() {
		signal.Stop(resizes)
		close(over)
		<-gone
	}
}

// window returns the size of the window of a terminal.
func window(f *os.File) (tea.WindowSizeMsg, error) {
	width, height, err := term.GetSize(int(f.Fd()))
	return tea.WindowSizeMsg{Width: known(width, "COLUMNS", 80), Height: known(height, "LINES", 24)}, err
}

// known returns a measure of the window, of a line that does not know it what
// the environment says, else what windows mostly have.
func known(n int, variable string, most int) int {
	if n > 0 {
		return n
	}
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil && n > 0 {
		return n
	}
	return most
}

// resized has the program look at the size of the window: it may have changed
// while another program had the terminal.
func resized() { _ = syscall.Kill(syscall.Getpid(), syscall.SIGWINCH) }
