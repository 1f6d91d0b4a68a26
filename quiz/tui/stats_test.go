package tui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"recto/quiz/stats/plot"
	"recto/quiz/stats/statstest"
	"recto/quiz/tui/frame"
)

// report is statistics on a screen of which tests press the keys.
func report(t testing.TB, width, height int) *statsViewer {
	t.Helper()
	r, err := statstest.Report("")
	if err != nil {
		t.Fatal(err)
	}
	v := newStatsViewer(StatsOptions{Sections: func(width int) []plot.Section { return plot.Sections(r, plot.Style{Width: width}) }})
	v.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return v
}

// seen returns the screen without its looks, and without spaces at the ends of
// lines.
func seen(v *statsViewer) string {
	rows := strings.Split(sequences.ReplaceAllString(v.View().Content, ""), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n")
}

// pressed presses a key, and draws the screen as the program does.
func pressed(v *statsViewer, name string) tea.Cmd {
	msg, ok := named[name]
	switch {
	case name == "shift+tab":
		msg = tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case !ok:
		msg = tea.KeyPressMsg{Code: rune(name[0]), Text: name}
	}
	_, cmd := v.Update(msg)
	v.View()
	return cmd
}

// Each page at three sizes, behind -update.
func TestStatsScreens(t *testing.T) {
	const file = "testdata/stats/pages.txtar"
	got := &txtar.Archive{Comment: []byte("The pages of the statistics, and their keys.\n")}
	for _, size := range sizes {
		v := report(t, size[0], size[1])
		for _, p := range plot.Pages() {
			pressed(v, fmt.Sprint(int(p)+1))
			got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%dx%d %s", size[0], size[1], v.w.Stats.Pages[p]), Data: []byte(seen(v) + "\n")})
		}
		pressed(v, "?")
		got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%dx%d keys", size[0], size[1]), Data: []byte(seen(v) + "\n")})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Error(diff)
	}
}

func TestStatsKeys(t *testing.T) {
	v := report(t, 80, 24)
	for _, row := range []struct {
		keys string
		page plot.Page
	}{
		{"tab", plot.Retention}, {"right right", plot.Calendar}, {"shift+tab", plot.Forecast}, {"left left left", plot.Confusions},
		{"tab", plot.Overview}, {"5", plot.Cards}, {"? tab", plot.Cards}, {"n", plot.Confusions},
	} {
		for _, k := range strings.Fields(row.keys) {
			pressed(v, k)
		}
		if v.page != row.page {
			t.Fatalf("%s leads to %s, want %s", row.keys, v.w.Stats.Pages[v.page], v.w.Stats.Pages[row.page])
		}
	}
	pressed(v, "5")
	pressed(v, "end")
	if end := v.window.Scroll; end != len(v.body)-v.window.Room() || end == 0 {
		t.Errorf("scrolled to %d of %d", end, len(v.body))
	}
	pressed(v, "tab")
	if v.window.Scroll != 0 {
		t.Error("a page begins where another one is")
	}
	pressed(v, "shift+tab")
	if v.window.Scroll == 0 {
		t.Error("a page forgets where it was")
	}
	if cmd := pressed(v, "q"); cmd == nil {
		t.Error("q does not leave")
	}
	if _, ok := pressed(v, "ctrl+c")().(tea.InterruptMsg); !ok {
		t.Error("Ctrl+C does not interrupt")
	}
}

// A page is turned to by a click on its name.
func TestStatsMouse(t *testing.T) {
	v := report(t, 80, 24)
	v.View()
	row, _, _ := strings.Cut(seen(v), "\n")
	v.Update(tea.MouseClickMsg{X: strings.Index(row, "Calendar"), Y: 0, Button: tea.MouseLeft})
	if v.page != plot.Calendar {
		t.Errorf("on %s", v.w.Stats.Pages[v.page])
	}
}

// Any keys at any size: the screen is as large as the window.
func TestStatsAnySize(t *testing.T) {
	v := report(t, 80, 24)
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(0, 130).Draw(t, "width"), rapid.IntRange(0, 45).Draw(t, "height")
		v.Update(tea.WindowSizeMsg{Width: width, Height: height})
		for range 5 {
			key := rapid.SampledFrom([]tea.KeyPressMsg{{Code: tea.KeyTab}, {Code: tea.KeyDown}, {Code: tea.KeyUp}, {Code: tea.KeyPgDown}, {Code: tea.KeyEnd}, {Code: '?', Text: "?"}, {Code: '5', Text: "5"}}).Draw(t, "key")
			v.Update(key)
		}
		rows := strings.Split(seen(v), "\n")
		if width >= frame.MinWidth && height >= frame.MinHeight && len(rows) != height {
			t.Fatalf("%d lines in a window of %dx%d", len(rows), width, height)
		}
		for _, row := range rows {
			if n := (frame.Line{frame.P(row, 0)}).Width(); n > max(width, 0) {
				t.Fatalf("%d cells in a window of %dx%d: %q", n, width, height, row)
			}
		}
	})
}

// A page that has nothing to tell yet says so.
func TestStatsOfNothing(t *testing.T) {
	v := newStatsViewer(StatsOptions{Sections: func(int) []plot.Section { return nil }})
	v.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if content := v.View().Content; !strings.Contains(content, "Nothing was reviewed yet") {
		t.Errorf("%q", content)
	}
}
