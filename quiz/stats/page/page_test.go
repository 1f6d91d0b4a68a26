package page_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/stats/page"
	"recto/quiz/stats/statstest"
	"recto/quiz/words"
)

var update = flag.Bool("update", false, "write the expected files")

func sample(t testing.TB, hostile string) *stats.Report {
	t.Helper()
	r, err := statstest.Report(hostile)
	if err != nil {
		t.Skip("no deck can hold this text")
	}
	return r
}

func empty() *stats.Report {
	return stats.NewCounter(stats.Options{Today: statstest.Today}).Report(stats.Input{Recall: func(decks.CardID, quiz.Progress) float64 { return 0 }})
}

// The pages of the sample, behind -update. Look at them in a browser.
func TestPages(t *testing.T) {
	for file, got := range map[string][]byte{
		"testdata/sample.html": page.HTML(sample(t, ""), nil), "testdata/sample.svg": page.SVG(sample(t, ""), nil),
		"testdata/empty.html": page.HTML(empty(), nil), "testdata/empty.svg": page.SVG(empty(), nil),
	} {
		t.Run(file, func(t *testing.T) {
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
			elements(t, got)
		})
	}
}

// A page is written as the locale says: its days, its numbers, and the first day
// of its weeks.
func TestLocale(t *testing.T) {
	for _, tt := range []struct {
		locale   string
		has, not []string
	}{
		{"C", []string{"2026-", `y="32" text-anchor="end" class="small">Mon<`, `y="116" text-anchor="end" class="small">Sun<`}, []string{">Sat<"}},
		{"en_US.UTF-8", []string{`<span class="date">0`, "/2026</span>", `y="32" text-anchor="end" class="small">Sun<`, `y="116" text-anchor="end" class="small">Sat<`}, []string{">Mon<"}},
		{"de_DE.UTF-8", []string{".2026</span>", `y="32" text-anchor="end" class="small">Mon<`, ",0 %"}, []string{">Sat<", ".0 %"}},
	} {
		t.Run(tt.locale, func(t *testing.T) {
			w := words.English(words.LocaleOf(func(string) string { return tt.locale }))
			for name, data := range map[string][]byte{"html": page.HTML(sample(t, ""), w), "svg": page.SVG(sample(t, ""), w)} {
				elements(t, data)
				for _, want := range tt.has {
					if name == "svg" && strings.Contains(want, "span") {
						continue // the picture has none
					}
					if !strings.Contains(string(data), want) {
						t.Errorf("%s: no %s", name, want)
					}
				}
				for _, not := range tt.not {
					if strings.Contains(string(data), not) {
						t.Errorf("%s: %s", name, not)
					}
				}
			}
		})
	}
}

// Each day of the calendar stands in the row of its day of the week, whatever
// day weeks begin with, and none on another.
func TestCalendarPlaces(t *testing.T) {
	place := regexp.MustCompile(`<rect x="([0-9.]+)" y="([0-9.]+)" width="12" height="12" class="l\d"><title>([^:]*): `)
	for locale, first := range map[string]time.Weekday{"C": time.Monday, "en_CA.UTF-8": time.Sunday, "sv_SE.UTF-8": time.Monday} {
		w := words.English(words.LocaleOf(func(string) string { return locale }))
		seen := map[string]bool{}
		found := place.FindAllStringSubmatch(string(page.SVG(sample(t, ""), w)), -1)
		if len(found) < 365 {
			t.Fatalf("%s: only %d days", locale, len(found))
		}
		for _, f := range found {
			day, err := time.Parse(time.DateOnly, f[3])
			if err != nil {
				t.Fatal(err)
			}
			row := (int(day.Weekday()-first) + 7) % 7
			if want := fmt.Sprint(22 + 14*row); f[2] != want {
				t.Errorf("%s: %s, a %s, stands at %s, want %s", locale, f[3], day.Weekday(), f[2], want)
			}
			if at := f[1] + " " + f[2]; seen[at] {
				t.Errorf("%s: %s stands on another day", locale, f[3])
			} else {
				seen[at] = true
			}
		}
	}
}

// elements returns the elements of a page with the names of their attributes,
// and fails when it is no well-formed XML.
func elements(t testing.TB, data []byte) (list []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = map[string]string{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			name := e.Name.Local
			for _, a := range e.Attr {
				name += " " + a.Name.Local
			}
			list = append(list, name)
		}
	}
}

// Nothing is loaded, nothing runs, each chart has a title and a description.
func TestSelfContained(t *testing.T) {
	for name, data := range map[string][]byte{"html": page.HTML(sample(t, ""), nil), "svg": page.SVG(sample(t, ""), nil)} {
		charts, titles, descs := 0, 0, 0
		for _, e := range elements(t, data) {
			switch element, attributes, _ := strings.Cut(e, " "); {
			case element == "script", element == "link", element == "img", element == "iframe", element == "image", element == "use", element == "a",
				strings.Contains(attributes, "href"), strings.Contains(attributes, "src"), strings.Contains(attributes, " on"):
				t.Errorf("%s: %s", name, e)
			case element == "svg":
				charts++
			case element == "title":
				titles++
			case element == "desc":
				descs++
			}
		}
		if charts < 10 || descs != charts || titles < charts {
			t.Errorf("%s: %d charts, %d titles, %d descriptions", name, charts, titles, descs)
		}
		if text := string(data); strings.Contains(text, "url(") || strings.Contains(text, "@import") {
			t.Errorf("%s: a style loads something", name)
		}
	}
}

// FuzzPages: whatever stands in a deck or was typed, a page is well-formed and
// has the same elements.
func FuzzPages(f *testing.F) {
	for _, seed := range []string{
		"harmless", `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "]]>", "<!--", "&lt;b&gt; &amp; &nope;", "</title></svg>",
		"a\x00b\x1b[31m\u202e\ufffe\U0010ffff", "\xff\xfe", "'\"`", "東京 \u200d e\u0301", "{{c1::<b>}}", strings.Repeat("long ", 200),
	} {
		f.Add(seed)
	}
	want := map[string][]string{}
	for name, draw := range map[string]func(*stats.Report, *words.Words) []byte{"html": page.HTML, "svg": page.SVG} {
		want[name] = elements(f, draw(hostile(f, "harmless"), nil))
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := hostile(t, text)
		for name, draw := range map[string]func(*stats.Report, *words.Words) []byte{"html": page.HTML, "svg": page.SVG} {
			if diff := cmp.Diff(want[name], elements(t, draw(r, nil))); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
	})
}

// hostile is the sample with a text in every place that holds one.
func hostile(t testing.TB, text string) *stats.Report {
	r := sample(t, "")
	for i := range r.Decks {
		r.Decks[i].Name, r.Decks[i].Title = "d"+text, "t"+text
	}
	for i := range r.Tags {
		r.Tags[i].Name = "g" + text
	}
	subject := func(s *stats.Subject) { s.Text, s.Answer, s.ID.Question = "x"+text, "y"+text, text }
	for i := range r.Hardest {
		subject(&r.Hardest[i].Subject)
	}
	for i := range r.Confusions {
		subject(&r.Confusions[i].Card)
		r.Confusions[i].Response = "z" + text
		if r.Confusions[i].AnswerOf != nil {
			subject(r.Confusions[i].AnswerOf)
		}
	}
	for i := range r.Mixups {
		subject(&r.Mixups[i].A)
		subject(&r.Mixups[i].B)
	}
	return r
}
