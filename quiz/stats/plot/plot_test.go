package plot_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/stats/plot"
	"recto/quiz/stats/statstest"
	"recto/quiz/words"
)

var update = flag.Bool("update", false, "write the expected files")

// reports are those that are drawn.
func reports(t testing.TB) map[string]*stats.Report {
	t.Helper()
	full, err := statstest.Report("")
	if err != nil {
		t.Fatal(err)
	}
	one := stats.NewCounter(stats.Options{Today: statstest.Today})
	one.Add(statstest.Reviews("x")[0])
	one.Add(quiz.Event{Kind: quiz.ReviewEvent, Card: decks.CardID{Deck: "d", Question: "q", Face: "ask"}, At: int64(statstest.Today) * 86_400_000,
		Review: &quiz.ReviewBody{Rating: quiz.Good, Day: statstest.Today, State: quiz.Review, DueDay: statstest.Today + 3, Taken: 1000}})
	recall := func(decks.CardID, quiz.Progress) float64 { return 0.9 }
	return map[string]*stats.Report{
		"full":  full,
		"few":   one.Report(stats.Input{Recall: recall}),
		"empty": stats.NewCounter(stats.Options{Today: statstest.Today}).Report(stats.Input{Recall: recall}),
	}
}

// The files of testdata are the texts, behind -update.
func TestText(t *testing.T) {
	for name, r := range reports(t) {
		for _, style := range []plot.Style{{Width: 78}, {Width: 38}, {Width: 78, Plain: true}} {
			file := fmt.Sprintf("testdata/%s-%d.txt", name, style.Width)
			if style.Plain {
				file = fmt.Sprintf("testdata/%s-plain.txt", name)
			}
			t.Run(file, func(t *testing.T) {
				got := plot.Text(r, style)
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// No line is wider than asked for, and plain lines are ASCII but for the texts
// of decks.
func TestWidth(t *testing.T) {
	all := reports(t)
	rapid.Check(t, func(t *rapid.T) {
		r := all[rapid.SampledFrom([]string{"full", "few", "empty"}).Draw(t, "report")]
		s := plot.Style{Width: rapid.IntRange(-5, 200).Draw(t, "width"), Plain: rapid.Bool().Draw(t, "plain")}
		width := min(max(s.Width, plot.MinWidth), plot.MaxWidth)
		for _, section := range plot.Sections(r, s) {
			for _, line := range section.Lines {
				if n := displaywidth.String(line); n > width {
					t.Fatalf("%d cells in %d: %q", n, width, line)
				}
				if i := strings.IndexFunc(line, func(r rune) bool { return r > '~' && !strings.ContainsRune("首都東京", r) }); s.Plain && i >= 0 {
					t.Fatalf("plain: %q", line)
				}
			}
		}
	})
}

// What decks and histories say stands between isolates where it is written from
// right to left, and commands no terminal.
func TestTextsOfStrangers(t *testing.T) {
	hostile := "עיר 12\x1b[31m\u202e"
	r := reports(t)["full"]
	r.Decks[0].Title, r.Tags[0].Name = hostile, hostile
	r.Hardest[0].Subject = stats.Subject{ID: decks.CardID{Deck: "d", Question: hostile, Face: "ask"}, Text: hostile, Answer: hostile}
	r.Confusions[0].Response, r.Confusions[0].Card = hostile, r.Hardest[0].Subject
	r.Mixups[0].A = r.Hardest[0].Subject
	r.Mixups[0].B.Text = strings.Repeat("עיר", 40) + strings.Repeat(" עיר", 40)
	for _, width := range []int{36, 78} {
		lines := 0
		for _, line := range strings.Split(plot.Text(r, plot.Style{Width: width}), "\n") {
			if strings.ContainsAny(line, "\x1b\u202e") {
				t.Errorf("%q reaches the terminal", line)
			}
			before, rest, there := strings.Cut(line, "עיר")
			if !there {
				continue
			}
			lines++
			if !strings.HasSuffix(before, "\u2068") && strings.LastIndex(before, "\u2068") <= strings.LastIndex(before, "\u2069") || !strings.Contains(rest, "\u2069") {
				t.Errorf("nothing keeps %q together", line)
			}
			if strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
				t.Errorf("%q begins and does not end", line)
			}
			for _, ours := range []string{"You wrote", " for ", " times", "It is the answer", " and "} {
				if at := strings.Index(line, ours); at >= 0 && strings.LastIndex(line[:at], "\u2068") > strings.LastIndex(line[:at], "\u2069") {
					t.Errorf("%q is within what is isolated: %q", ours, line)
				}
			}
		}
		if lines < 8 {
			t.Errorf("%d lines, want 8 or more", lines)
		}
	}
}

func TestWords(t *testing.T) {
	english := plot.In(nil)
	for _, row := range [][2]string{
		{english.Thousands(0), "0"}, {english.Thousands(999), "999"}, {english.Thousands(1000), "1,000"}, {english.Thousands(-1234567), "-1,234,567"}, {english.Thousands(-123), "-123"},
		{english.Stats.Count.Cards(1), "1 card"}, {english.Stats.Count.Cards(2000), "2,000 cards"},
		{english.Time(59), "59 s"}, {english.Time(90), "2 min"}, {english.Time(7200), "2.0 h"}, {english.Time(3_600_000), "1,000 h"},
		{english.Percent(stats.Recall{}), "-"}, {english.Percent(stats.Recall{Passed: 1, Failed: 2}), "33.3 %"},
	} {
		if row[0] != row[1] {
			t.Errorf("%q, want %q", row[0], row[1])
		}
	}
}

// Figures, days and the begin of the week follow the locale, and charts in ASCII
// stay so.
func TestLocale(t *testing.T) {
	for _, tt := range []struct{ locale, week, day, share string }{
		{"C", "Mon", "2026-", "."},
		{"en_US.UTF-8", "Sun", "/2026", "."},
		{"fr_FR", "Mon", "/2026", ","},
	} {
		t.Run(tt.locale, func(t *testing.T) {
			w := words.English(words.LocaleOf(func(string) string { return tt.locale }))
			text := plot.Text(reports(t)["full"], plot.Style{Width: 78, Plain: true, Words: w})
			_, calendar, _ := strings.Cut(text, w.Stats.Titles.LastYear+"\n")
			if first := strings.Fields(strings.Split(calendar, "\n")[1])[0]; first != tt.week {
				t.Errorf("weeks begin on %s, want %s", first, tt.week)
			}
			overview, _, _ := strings.Cut(text, "\n\n")
			if !strings.Contains(overview, tt.day) || !strings.Contains(overview, tt.share+"0 %") && !strings.Contains(text, tt.share) {
				t.Errorf("no %q or %q in:\n%s", tt.day, tt.share, overview)
			}
			if i := strings.IndexFunc(text, func(r rune) bool { return r == '\u202f' || r == '\u00a0' }); i >= 0 {
				t.Errorf("not ASCII: %q", text[max(i-20, 0):i+10])
			}
		})
	}
}
