//go:build !unix

package frame

import (
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
)

// file returns what another program may write to.
func file(w io.Writer) io.Writer { return w }

// output returns the options of a program that is shown on a terminal, whose
// size it watches itself.
func output(f *os.File) []tea.ProgramOption { return []tea.ProgramOption{tea.WithOutput(f)} }

// hear hears nothing.
func hear() chan os.Signal { return nil }

// watch has nothing to watch.
func watch(*os.File, *tea.Program, chan os.Signal) (off func()) { return func() {} }

// resized has nothing to do: the program looks itself.
func resized() {}
