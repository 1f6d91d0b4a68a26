package main

import (
	"os"

	"recto/quiz/tui/frame"
)

// colours reports whether text may have colours, as NO_COLOR, CLICOLOR_FORCE
// and CLICOLOR ask for, the first of them first, and else by the terminal.
func colours(env func(string) string, terminal bool) bool {
	switch {
	case env("NO_COLOR") != "":
		return false
	case forced(env):
		return true
	case env("CLICOLOR") == "0", env("TERM") == "dumb":
		return false
	}
	return terminal
}

// forced reports whether colours are wanted where there is no terminal.
func forced(env func(string) string) bool {
	force := env("CLICOLOR_FORCE")
	return env("NO_COLOR") == "" && force != "" && force != "0"
}

// The values of theme.
const (
	themeTerminal = "terminal"
	themeContrast = "high-contrast"
	themeNone     = "none"
)

// looks returns how the looks of screens are shown.
func looks(cfg *config) frame.Colours {
	switch {
	case cfg.Theme == themeContrast:
		return frame.Contrast
	case cfg.Theme == themeNone, !colours(os.Getenv, true):
		return frame.NoColour
	}
	return frame.Themed
}
