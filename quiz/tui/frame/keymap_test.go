package frame

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"recto/quiz/words"
)

var names = words.English(words.Locale{}).Common.Keys

func TestParseKey(t *testing.T) {
	for _, tt := range []struct{ written, key, label, fault string }{
		{"u", "u", "u", ""},
		{"U", "U", "U", ""},
		{"é", "é", "é", ""},
		{"?", "?", "?", ""},
		{"+", "+", "+", ""},
		{" ", "space", "Space", ""},
		{"Space", "space", "Space", ""},
		{"PageDown", "pgdown", "PgDn", ""},
		{"ctrl+n", "ctrl+n", "Ctrl+N", ""},
		{"Ctrl+N", "ctrl+n", "Ctrl+N", ""},
		{"shift+ctrl+up", "ctrl+shift+up", "Ctrl+Shift+↑", ""},
		{"ctrl++", "ctrl++", "Ctrl++", ""},
		{"alt+<", "alt+<", "Alt+<", ""},
		{"shift+q", "Q", "Q", ""},
		{"shift+tab", "shift+tab", "Shift+Tab", ""},
		{"F2", "f2", "F2", ""},
		{"ctrl+i", "tab", "Tab", ""},
		{"ctrl+j", "enter", "Enter", ""},
		{"", "", "", `"" is no key`},
		{"ab", "", "", `"ab" is no key`},
		{"spacebar", "", "", "is no key"},
		{"ctrl+", "", "", "is no key"},
		{"ctrl+ctrl+a", "", "", "is no key"},
		{"super+a", "", "", "is no key"},
		{"\x1b", "", "", "is no key"},
		{"\xff", "", "", "is no key"},
		{"shift+1", "", "", "write the character that it types"},
		{"ctrl+c", "", "", "always interrupts or suspends"},
		{"Ctrl+Z", "", "", "always interrupts or suspends"},
	} {
		t.Run(tt.written, func(t *testing.T) {
			key, err := ParseKey(tt.written)
			if key != tt.key || (err == nil) != (tt.fault == "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
				t.Fatalf("%q, %v", key, err)
			}
			if label := KeyLabel(key, names); err == nil && label != tt.label {
				t.Errorf("is named %q, want %q", label, tt.label)
			}
		})
	}
}

// A key that was read once is read the same again.
func TestParseKeyLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("ctrlashif+aQ1é 日")))).Draw(t, "written")
		key, err := ParseKey(s)
		if err != nil {
			return
		}
		if again, err := ParseKey(key); again != key || err != nil {
			t.Fatalf("%q is %q, and that is %q, %v", s, key, again, err)
		}
		if KeyLabel(key, names) == "" {
			t.Fatalf("%q has no name", key)
		}
	})
}

// A key that is pressed is named as the configuration names it.
func TestKeyName(t *testing.T) {
	for want, k := range map[string]tea.KeyPressMsg{
		"u": {Code: 'u', Text: "u"}, "U": {Code: 'u', Text: "U", Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"enter": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+n": {Code: 'n', Mod: tea.ModCtrl}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
		"pgdown": {Code: tea.KeyPgDown}, "alt+v": {Code: 'v', Mod: tea.ModAlt}, "f2": {Code: tea.KeyF2},
	} {
		if got := KeyName(k); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if key, err := ParseKey(want); key != want || err != nil {
			t.Errorf("%q is read as %q, %v", want, key, err)
		}
	}
}

var table = Table{Screen: "study", Bindings: []Binding{
	{Undo, []string{"u"}, "undo", "undo it"},
	{"skip", []string{"s", "n"}, "skip", "skip it"},
	{Down, []string{"down"}, "down", "go down"},
	{"bare", nil, "bare", "has no key"},
}}

// What a key means: by default, under a preset, and with keys of one's own, of
// which those for a screen go before those for all, and a later before an
// earlier.
func TestKeymap(t *testing.T) {
	for _, tt := range []struct {
		name  string
		m     Keymap
		means map[string]Command
	}{
		{"default", Keymap{}, map[string]Command{"u": Undo, "s": "skip", "n": "skip", "down": Down, "j": "", "x": ""}},
		{"preset", Keymap{Preset: "vim"}, map[string]Command{"u": Undo, "j": Down, "down": Down}},
		{"own", Keymap{Own: []Own{{"", Undo, []string{"x"}}}}, map[string]Command{"u": "", "x": Undo}},
		{"own before preset", Keymap{Preset: "vim", Own: []Own{{"", Down, []string{"x"}}}}, map[string]Command{"j": "", "x": Down}},
		{"screen before all", Keymap{Own: []Own{{"study", Undo, []string{"x"}}, {"", Undo, []string{"y"}}}}, map[string]Command{"x": Undo, "y": ""}},
		{"another screen", Keymap{Own: []Own{{"home", Undo, []string{"x"}}}}, map[string]Command{"u": Undo, "x": ""}},
		{"later before earlier", Keymap{Own: []Own{{"", Undo, []string{"x"}}, {"", Undo, []string{"y"}}}}, map[string]Command{"x": "", "y": Undo}},
		{"none", Keymap{Own: []Own{{"", Undo, nil}}}, map[string]Command{"u": ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if c := tt.m.Clash([]Table{table}); c != nil {
				t.Fatal(c)
			}
			keys := tt.m.Of(table, names)
			for key, want := range tt.means {
				k := tea.KeyPressMsg{Code: rune(key[0]), Text: key}
				if key == "down" {
					k = tea.KeyPressMsg{Code: tea.KeyDown}
				}
				if got := keys.Means(k); got != want {
					t.Errorf("%s means %q, want %q", key, got, want)
				}
			}
		})
	}
	if len(table.Bindings[0].Keys) != 1 || table.Bindings[0].Keys[0] != "u" {
		t.Error("a map has changed the table")
	}
}

func TestClash(t *testing.T) {
	for _, tt := range []struct {
		m    Keymap
		want string
	}{
		{Keymap{}, ""},
		{Keymap{Own: []Own{{"", Undo, []string{"s"}}}}, `"s" would mean both undo and skip on the screen study`},
		{Keymap{Own: []Own{{"study", "skip", []string{"x", "u"}}}}, `"u" would mean both undo and skip on the screen study`},
		{Keymap{Preset: "vim", Own: []Own{{"", "bare", []string{"j"}}}}, `"j" would mean both down and bare on the screen study`},
		{Keymap{Own: []Own{{"", Undo, []string{"s"}}, {"", "skip", []string{"u"}}}}, ""},
		{Keymap{Own: []Own{{"", Undo, []string{"x", "x"}}}}, ""},
	} {
		got := ""
		if c := tt.m.Clash([]Table{table}); c != nil {
			got = c.Error()
		}
		if got != tt.want {
			t.Errorf("%v: %q, want %q", tt.m.Own, got, tt.want)
		}
	}
}

// Keys are named as they are under the map.
func TestKeysSay(t *testing.T) {
	keys := Keymap{Own: []Own{{"", "skip", []string{"ctrl+x", "n"}}}}.Of(table, names)
	if h := keys.Hint("skip", ""); h != (Hint{"Ctrl+X", "skip", "skip"}) {
		t.Errorf("%+v", h)
	}
	if h := keys.Hint(Undo, "take back"); h != (Hint{"u", "take back", Undo}) {
		t.Errorf("%+v", h)
	}
	if keys.Label("bare") != "" || keys.Label("nothing") != "" {
		t.Error("a command without a key has a name")
	}
	all := strings.Join(texts(keys.Panel("Keys").Body(40)), "|")
	if want := "Keys||u         undo it|Ctrl+X n  skip it|↓         go down"; all != want {
		t.Errorf("%q", all)
	}
	some := strings.Join(texts(keys.Panel("Keys", Down, Undo).Body(40)), "|")
	if want := "Keys||u  undo it|↓  go down"; some != want {
		t.Errorf("%q", some)
	}
}
