//go:build !unix

package tui

import tea "charm.land/bubbletea/v2"

// suspend returns no command: the system knows no stopped programs.
func suspend() tea.Cmd { return nil }
