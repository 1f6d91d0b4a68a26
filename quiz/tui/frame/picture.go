package frame

import tea "charm.land/bubbletea/v2"

// Pictures draws what no text is: where a screen left room for a picture, in
// characters that only it understands.
type Pictures interface {
	// Init returns the command that it waits with.
	Init() tea.Cmd
	// Update hears every message of the program first, and reports whether it
	// alone was meant.
	Update(tea.Msg) (cmd tea.Cmd, taken bool)
	// Paint returns the content of the window with its pictures. It is the last
	// that is done to it.
	Paint(content string) string
	// Close returns the sequences after which the terminal keeps nothing of the
	// pictures, for the end of the program.
	Close() string
}
