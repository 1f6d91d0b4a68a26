package frame

import (
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

var looksOf = regexp.MustCompile("\x1b\\[[0-9;]*m")

// rowsOf returns the lines of a view without looks.
func rowsOf(v tea.View) []string {
	return strings.Split(looksOf.ReplaceAllString(v.Content, ""), "\n")
}

func body(n int) (lines []Line) {
	for i := range n {
		lines = append(lines, Text("line "+string(rune('a'+i)), 0))
	}
	return lines
}

// A page is as large as the window, with its parts in their places, and the
// rule says what is above and below.
func TestDraw(t *testing.T) {
	w := Window{Width: 40, Height: 10, Notice: "Done."}
	p := Page{
		Status: Status("left", Text("right", 0), 36), Done: 1, All: 2, Label: "1 of 2", Body: body(9),
		Above: []Line{Text("> typed", 0)}, Hints: []Hint{K("x", "does")}, Cursor: Cursor{Place: InAbove, Column: 3},
	}
	v := w.Draw(p)
	rows := rowsOf(v)
	if len(rows) != 10 || !strings.HasPrefix(rows[0], "  left") || !strings.HasSuffix(rows[0], "right") ||
		!strings.HasSuffix(rows[1], "↓ 4 more · 1 of 2") || rows[2] != "  line a" || rows[7] != "  Done." || rows[8] != "  > typed" || rows[9] != "  x does" {
		t.Errorf("drawn:\n%s", strings.Join(rows, "\n"))
	}
	if v.Cursor == nil || v.Cursor.X != 5 || v.Cursor.Y != 8 {
		t.Errorf("the cursor is at %+v", v.Cursor)
	}
	w.Scroll = 100
	if rows := rowsOf(w.Draw(p)); rows[6] != "  line i" || !strings.Contains(rows[1], "↑ 4 more") || w.Scroll != 4 {
		t.Errorf("scrolled to %d:\n%s", w.Scroll, strings.Join(rows, "\n"))
	}
	p.Cursor = Cursor{Place: InBody, Row: 2}
	if v := w.Draw(p); v.Cursor != nil {
		t.Errorf("a cursor that is scrolled away is at %+v", v.Cursor)
	}
	w.Panel = &Panel{Title: "Panel"}
	if v := w.Draw(p); v.Cursor != nil || rowsOf(v)[2] != "  Panel" || strings.Contains(v.Content, "typed") {
		t.Errorf("drawn:\n%s", strings.Join(rowsOf(v), "\n"))
	}
	w = Window{Width: 19, Height: 10}
	if v := w.Draw(p); v.Content != "window too small" {
		t.Errorf("%q", v.Content)
	}
}

// Whatever a page holds and however large the window is: what is drawn fits.
func TestDrawFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Window{Width: rapid.IntRange(0, 120).Draw(t, "width"), Height: rapid.IntRange(0, 50).Draw(t, "height"), Max: rapid.IntRange(0, 200).Draw(t, "max"),
			Notice: rapid.StringMatching("[a-z ]{0,200}").Draw(t, "notice"), Scroll: rapid.IntRange(-5, 60).Draw(t, "scroll")}
		if rapid.Bool().Draw(t, "panel") {
			w.Panel = &Panel{Title: "P", Scroll: rapid.IntRange(0, 60).Draw(t, "panel scroll")}
		}
		p := Page{Status: Text(strings.Repeat("s", 200), 0), Body: body(rapid.IntRange(0, 20).Draw(t, "body")), Above: body(rapid.IntRange(0, 3).Draw(t, "above")),
			Hints: []Hint{K("a", "b"), K("c", "d")}, Cursor: Cursor{Place: InBody, Row: rapid.IntRange(0, 30).Draw(t, "row"), Column: rapid.IntRange(0, 150).Draw(t, "column")}}
		v := w.Draw(p)
		rows := rowsOf(v)
		if w.Width >= MinWidth && w.Height >= MinHeight && len(rows) != w.Height {
			t.Fatalf("%d lines in a window of %dx%d", len(rows), w.Width, w.Height)
		}
		for _, row := range rows {
			if n := (Text(row, 0)).Width(); n > w.Width {
				t.Fatalf("%d cells in a window of %d: %q", n, w.Width, row)
			}
		}
		if c := v.Cursor; c != nil && (c.X < 0 || c.X >= w.Width || c.Y < 0 || c.Y >= w.Height) {
			t.Fatalf("the cursor is at %d, %d of %d, %d", c.X, c.Y, w.Width, w.Height)
		}
	})
}

// What is clicked is the zone of the text at that cell, however it was laid
// out, or the key of a hint.
func TestMouse(t *testing.T) {
	w := Window{Width: 40, Height: 12}
	long := Wrap([]Piece{{"one ", 0}, {"two words of a zone that is wrapped, to be sure", Zone(7) | Bold}}, 36)
	whole := []Line{Text("whole", 0)}
	ZoneLines(whole, 3, 36)
	p := Page{Body: append(append([]Line{}, long...), whole...), Hints: []Hint{{"u", "undo", Undo}, K("x", "no click")}}
	w.Draw(p)
	click := func(x, y int) Click { return w.Mouse(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	for _, tt := range []struct {
		name string
		x, y int
		want Click
	}{
		{"before the zone", 3, 2, Click{Zone: -1}},
		{"in it", 6, 2, Click{Zone: 7}},
		{"in its second line", 4, 3, Click{Zone: 7}},
		{"behind its end", 39, 3, Click{Zone: -1}},
		{"a whole line", 37, 4, Click{Zone: 3}},
		{"below", 4, 5, Click{Zone: -1}},
		{"the margin", 1, 4, Click{Zone: -1}},
		{"a hint", 5, 11, Click{Zone: -1, Command: Undo}},
		{"a hint without a command", 13, 11, Click{Zone: -1}},
		{"outside", 100, 100, Click{Zone: -1}},
	} {
		if got := click(tt.x, tt.y); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
	if got := w.Mouse(tea.MouseClickMsg{X: 6, Y: 2, Button: tea.MouseRight}); got != (Click{Zone: -1}) {
		t.Errorf("another button: %+v", got)
	}
	if got := w.Mouse(tea.MouseWheelMsg{Button: tea.MouseWheelUp}); got.Wheel != -wheelLines {
		t.Errorf("the wheel: %+v", got)
	}
	w.Panel = &Panel{Title: "P", Lines: []Line{{{"a", 0}, {strings.Repeat("long ", 100), 0}}}}
	w.Draw(p)
	if got := w.Mouse(tea.MouseWheelMsg{Button: tea.MouseWheelDown}); got.Wheel != 0 || w.Panel.Scroll != wheelLines {
		t.Errorf("the wheel on a panel: %+v, %d", got, w.Panel.Scroll)
	}
	if got := click(6, 2); got != (Click{Zone: -1}) || w.Panel != nil {
		t.Errorf("a click on a panel: %+v", got)
	}
	if Zone(-1) != 0 || Zone(maxZones) != 0 {
		t.Error("a number that is none makes a zone")
	}
}

// The keys that mean the same everywhere, and those of a panel.
func TestPress(t *testing.T) {
	keys := Keymap{Preset: "vim"}.Of(table, names)
	w := Window{Width: 40, Height: 12, Notice: "said"}
	if c, _, done := w.Press(tea.KeyPressMsg{Code: 'u', Text: "u"}, keys); c != Undo || done || w.Notice != "" {
		t.Errorf("%q, %v, %q", c, done, w.Notice)
	}
	if _, cmd, done := w.Press(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}, keys); !done || cmd == nil {
		t.Error("Ctrl+C does nothing")
	} else if _, ok := cmd().(tea.InterruptMsg); !ok {
		t.Error("Ctrl+C does not interrupt")
	}
	w.Panel = &Panel{Title: "P"}
	if c, _, done := w.Press(tea.KeyPressMsg{Code: 'j', Text: "j"}, keys); c != "" || !done || w.Panel == nil || w.Panel.Scroll != 1 {
		t.Error("j does not scroll the panel")
	}
	if c, _, done := w.Press(tea.KeyPressMsg{Code: 'u', Text: "u"}, keys); c != "" || !done || w.Panel != nil {
		t.Error("u does not put the panel away, or does more")
	}
}
