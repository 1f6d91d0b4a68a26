package main

import "testing"

// A terminal that says that it is dumb cannot be drawn on, nor can one that does
// not say what it is, but on Windows, where none does.
func TestDrawable(t *testing.T) {
	for _, tt := range []struct {
		term, system string
		want         bool
	}{
		{"xterm-256color", "linux", true}, {"xterm-256color", "windows", true},
		{"dumb", "linux", false}, {"dumb", "windows", false},
		{"", "linux", false}, {"", "darwin", false}, {"", "windows", true},
	} {
		if got := drawable(tt.term, tt.system); got != tt.want {
			t.Errorf("TERM=%q on %s: %v", tt.term, tt.system, got)
		}
	}
}

func TestColours(t *testing.T) {
	for _, tt := range []struct {
		name          string
		env           map[string]string
		screen, piped bool
	}{
		{"nothing said", nil, true, false},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, false, false},
		{"NO_COLOR empty", map[string]string{"NO_COLOR": ""}, true, false},
		{"CLICOLOR=0", map[string]string{"CLICOLOR": "0"}, false, false},
		{"CLICOLOR=1", map[string]string{"CLICOLOR": "1"}, true, false},
		{"CLICOLOR_FORCE", map[string]string{"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, true, true},
		{"CLICOLOR_FORCE=0", map[string]string{"CLICOLOR_FORCE": "0"}, true, false},
		{"NO_COLOR wins", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, false, false},
		{"a dumb terminal", map[string]string{"TERM": "dumb"}, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env := func(name string) string { return tt.env[name] }
			if got := colours(env, true); got != tt.screen {
				t.Errorf("on a terminal: %v", got)
			}
			if got := colours(env, false); got != tt.piped {
				t.Errorf("in a pipe: %v", got)
			}
		})
	}
}
