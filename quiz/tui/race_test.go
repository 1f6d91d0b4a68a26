//go:build race

package tui

// raceEnabled says that the race detector watches.
const raceEnabled = true
