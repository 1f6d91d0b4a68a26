package frame

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"recto/quiz/words"
)

// KeyName names a key that was pressed: a character that it types, or a name
// with its modifiers, such as "space", "ctrl+n", "shift+tab", "pgdown".
func KeyName(k tea.KeyPressMsg) string {
	name := k.String()
	if same, ok := sameKeys[name]; ok {
		return same
	}
	return name
}

// sameKeys are keys that terminals cannot tell from others.
var sameKeys = map[string]string{
	"ctrl+j": "enter", "ctrl+m": "enter", "ctrl+i": "tab", "ctrl+[": "esc",
}

// namedKeys are the keys that are no characters, and other names for them.
var namedKeys = map[string]string{
	"space": "space", "enter": "enter", "return": "enter", "esc": "esc", "escape": "esc", "tab": "tab", "backspace": "backspace",
	"delete": "delete", "del": "delete", "insert": "insert", "home": "home", "end": "end", "up": "up", "down": "down", "left": "left", "right": "right",
	"pgup": "pgup", "pageup": "pgup", "page-up": "pgup", "pgdown": "pgdown", "pgdn": "pgdown", "pagedown": "pgdown", "page-down": "pgdown",
	"plus": "+", "f1": "f1", "f2": "f2", "f3": "f3", "f4": "f4", "f5": "f5", "f6": "f6", "f7": "f7", "f8": "f8", "f9": "f9", "f10": "f10", "f11": "f11", "f12": "f12",
}

// reserved are the keys that mean the same everywhere.
var reserved = []string{"ctrl+c", "ctrl+z"}

// ParseKey returns a key as KeyName names it. It takes a character, or a name
// of a key in any case, with "ctrl+", "alt+" and "shift+" before it.
func ParseKey(s string) (string, error) {
	bad := func() (string, error) {
		return "", fmt.Errorf("%q is no key: write a character, or a name such as \"space\", \"pgdown\", \"f2\", with \"ctrl+\", \"alt+\" or \"shift+\" before it", s)
	}
	if s == " " {
		return "space", nil
	}
	rest, mods := s, [3]bool{}
	modifiers := []string{"ctrl", "alt", "shift"}
	for {
		before, after, ok := strings.Cut(rest, "+")
		at := slices.Index(modifiers, strings.ToLower(before))
		if !ok || at < 0 || mods[at] || after == "" {
			break
		}
		rest, mods[at] = after, true
	}
	name, isNamed := namedKeys[strings.ToLower(rest)]
	if !isNamed {
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || size != len(rest) || r == utf8.RuneError || !unicode.IsPrint(r) {
			return bad()
		}
		if name = rest; mods[0] || mods[1] {
			name = string(unicode.ToLower(r))
		} else if mods[2] {
			if !unicode.IsLetter(r) {
				return "", fmt.Errorf("%q is no key: write the character that it types", s)
			}
			name, mods[2] = string(unicode.ToUpper(r)), false
		}
	}
	for i := len(modifiers) - 1; i >= 0; i-- {
		if mods[i] {
			name = modifiers[i] + "+" + name
		}
	}
	if same, ok := sameKeys[name]; ok {
		name = same
	}
	if slices.Contains(reserved, name) {
		return "", fmt.Errorf("%q always interrupts or suspends and cannot mean anything else", s)
	}
	return name, nil
}

// KeyLabel names a key to the learner: "Space", "Ctrl+N", "↑".
func KeyLabel(name string, names words.KeyNames) string {
	label := ""
	for {
		before, after, ok := strings.Cut(name, "+")
		if !ok || after == "" {
			break
		}
		switch before {
		case "ctrl":
			label += names.Ctrl + "+"
		case "alt":
			label += names.Alt + "+"
		case "shift":
			label += names.Shift + "+"
		}
		name = after
	}
	if said, ok := map[string]string{
		"space": names.Space, "enter": names.Enter, "esc": names.Esc, "tab": names.Tab, "backspace": names.Backspace, "delete": names.Delete,
		"home": names.Home, "end": names.End, "pgup": names.PgUp, "pgdown": names.PgDn, "up": "↑", "down": "↓", "left": "←", "right": "→",
	}[name]; ok {
		return label + said
	}
	if label != "" || len(name) > 1 && name[0] == 'f' {
		name = strings.ToUpper(name)
	}
	return label + name
}
