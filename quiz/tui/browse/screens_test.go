package browse

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// sizes are the screens that are drawn: one of old terminals, the smallest that
// is usable, a large one.
var sizes = [][2]int{{80, 24}, {40, 12}, {120, 40}}

// A story: keys, and the screens after them at three sizes, as text and with
// their looks.
func TestScreens(t *testing.T) {
	steps := []struct{ name, keys string }{
		{"all cards", ""},
		{"a search that is typed", "/capi"},
		{"what is no search yet", "tal is:lech"},
		{"one that finds nothing", "<backspace><backspace><backspace><backspace>new zebra"},
		{"cleared", "<esc>"},
		{"marked and suspended", "<space><down><space>x"},
		{"taken back", "u"},
		{"a question before a reset", "<esc><home>R"},
		{"a card", "n<enter>"},
		{"its life", "<esc><home>h"},
		{"why", "<esc>i"},
		{"columns to choose from", "<esc>c"},
		{"sorted by due", "<down><enter>"},
		{"all keys", "?"},
	}
	for _, looks := range []bool{false, true} {
		file := "testdata/screens.txtar"
		if looks {
			file = "testdata/looks.txtar"
		}
		got := &txtar.Archive{Comment: []byte("The screen of cards, and the keys that lead there.\n")}
		for _, size := range sizes {
			d := sit(t, someDeck, reviewed(t), size[0], size[1])
			for _, step := range steps {
				d.press(step.keys)
				data := d.screen()
				if looks {
					data = strings.ReplaceAll(d.s.View().Content, "\x1b", "ESC")
				}
				got.Files = append(got.Files, txtar.File{Name: fmt.Sprintf("%dx%d %s: %s", size[0], size[1], step.name, step.keys), Data: []byte(data + "\n")})
				if looks && step.name == "a search that is typed" {
					break
				}
			}
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
}
