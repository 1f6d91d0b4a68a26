//go:build !unix

package frame

import tea "charm.land/bubbletea/v2"

// Suspend returns no command: the system knows no stopped programs.
func Suspend() tea.Cmd { return nil }
