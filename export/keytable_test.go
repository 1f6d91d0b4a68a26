package export

import "testing"

// Every answer of every version stands in the table of all, once.
func TestKeyTable(t *testing.T) {
	for _, versions := range []int{1, 3, 26} {
		x := versionsOf(t, append(multipleChoice(70, 4), text("long", "ask", "an answer that takes much more room than there is in a column of a table, and then some more words")), ExamOptions{Seed: 3, Versions: versions})
		var keys []Key
		want := map[string]int{}
		for n := range x.Len() {
			k := x.Version(n + 1).Key()
			keys = append(keys, k)
			for _, e := range k.Entries {
				for _, m := range e.Marks {
					want[m]++
				}
			}
		}
		for _, o := range []SheetOptions{{Paper: A5}, {Paper: Letter, Manner: LargePrint}, {Paper: A4, Columns: 2, Manner: InkSave}} {
			d, err := LayoutKeyTable(keys, o, press{})
			if err != nil {
				t.Fatal(err)
			}
			onPaper(t, d, o.Paper)
		}
		d, err := LayoutKeyTable(keys, SheetOptions{Paper: A4}, press{})
		if err != nil {
			t.Fatal(err)
		}
		onPaper(t, d, A4)
		got := map[string]int{}
		heads := 0
		for _, p := range d.Pages {
			for _, text := range p.Texts {
				if len(text.Text) == 1 && text.Font.Style == Bold {
					got[text.Text]++
				}
			}
			heads += len(p.Headings)
		}
		for _, letter := range []string{"A", "B", "C", "D"} { // each table of a page begins with letters too
			if got[letter] < want[letter] || got[letter] > want[letter]+2*len(d.Pages) {
				t.Errorf("%d versions: %s stands %d times, want %d and the heads", versions, letter, got[letter], want[letter])
			}
		}
		if heads != 1 {
			t.Errorf("%d headings", heads)
		}
	}
}

// onPaper checks that all text of a document stands on its paper.
func onPaper(t *testing.T, d *Document, paper Paper) {
	t.Helper()
	for n, p := range d.Pages {
		for _, text := range p.Texts {
			if right := text.X + (press{}).Width(text.Text, text.Font); text.X < leastMargin || right > paper.Width-leastMargin || text.Y > paper.Height-leastMargin {
				t.Errorf("%s, page %d: %q at %.1f,%.1f leaves the paper", paper.Name, n+1, text.Text, text.X, text.Y)
			}
		}
	}
}
