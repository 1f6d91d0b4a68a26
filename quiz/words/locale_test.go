package words

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// env returns an environment of the given variables.
func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestLocale(t *testing.T) {
	tests := []struct {
		name               string
		env                []string
		int, fixed         string
		date, short, clock string
		week               time.Weekday
	}{
		{"nothing set", nil, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"C", []string{"LANG", "C"}, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"C.UTF-8", []string{"LANG", "C.UTF-8"}, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"POSIX over LANG", []string{"LC_ALL", "POSIX", "LANG", "de_DE"}, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"unknown", []string{"LANG", "tlh_QO"}, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"no name", []string{"LANG", "../../etc"}, "1234567", "12345.50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"United States", []string{"LANG", "en_US.UTF-8"}, "1,234,567", "12,345.50", "03/09/2026", "03/09", "9:05 pm", time.Sunday},
		{"Britain", []string{"LANG", "en_GB.UTF-8"}, "1,234,567", "12,345.50", "09/03/2026", "09/03", "21:05", time.Monday},
		{"Germany", []string{"LANG", "de_DE.UTF-8@euro"}, "1.234.567", "12.345,50", "09.03.2026", "09.03.", "21:05", time.Monday},
		{"Switzerland", []string{"LANG", "de_CH"}, "1’234’567", "12’345.50", "09.03.2026", "09.03.", "21:05", time.Monday},
		{"France", []string{"LANG", "fr_FR"}, "1\u202f234\u202f567", "12\u202f345,50", "09/03/2026", "09/03", "21:05", time.Monday},
		{"India", []string{"LANG", "en_IN"}, "12,34,567", "12,345.50", "09/03/2026", "09/03", "9:05 pm", time.Sunday},
		{"Sweden", []string{"LANG", "sv_SE"}, "1\u00a0234\u00a0567", "12\u00a0345,50", "2026-03-09", "03-09", "21:05", time.Monday},
		{"Hungary", []string{"LANG", "hu_HU"}, "1\u00a0234\u00a0567", "12\u00a0345,50", "2026. 03. 09.", "03. 09.", "21:05", time.Monday},
		{"Japan", []string{"LANG", "ja"}, "1,234,567", "12,345.50", "2026/03/09", "03/09", "21:05", time.Sunday},
		{"numbers apart", []string{"LANG", "en_US", "LC_NUMERIC", "de_DE"}, "1.234.567", "12.345,50", "03/09/2026", "03/09", "9:05 pm", time.Sunday},
		{"days apart", []string{"LANG", "en_US", "LC_TIME", "C"}, "1,234,567", "12,345.50", "2026-03-09", "03-09", "21:05", time.Monday},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := LocaleOf(env(tt.env...))
			got := []string{l.Int(1234567), l.Fixed(12345.5, 2), l.Date(2026, time.March, 9), l.DayMonth(time.March, 9), l.Clock(21, 5, [2]string{"am", "pm"})}
			if want := []string{tt.int, tt.fixed, tt.date, tt.short, tt.clock}; !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if got := l.FirstDay(); got != tt.week {
				t.Errorf("weeks begin on %v, want %v", got, tt.week)
			}
		})
	}
}

func TestNumbers(t *testing.T) {
	us := LocaleOf(env("LANG", "en_US"))
	spain := LocaleOf(env("LANG", "es_ES"))
	for _, tt := range []struct{ got, want string }{
		{us.Int(0), "0"}, {us.Int(999), "999"}, {us.Int(1000), "1,000"}, {us.Int(-1000), "-1,000"}, {us.Int(-999), "-999"},
		{spain.Int(1000), "1000"}, {spain.Int(10000), "10.000"},
		{Locale{}.Grouped(12485), "12,485"}, {Locale{}.Grouped(-1000), "-1,000"}, {LocaleOf(env("LANG", "de")).Grouped(12485), "12.485"},
		{us.Fixed(-0.04, 1), "-0.0"}, {us.Fixed(1234.5, 0), "1,234"}, {us.Clock(0, 0, [2]string{"am", "pm"}), "12:00 am"}, {us.Clock(12, 30, [2]string{"am", "pm"}), "12:30 pm"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// The marks of numbers are those of Unicode's CLDR, in which golang.org/x/text
// has another width of the space of French, no name of Norwegian without its
// kind, and not how many digits are grouped at least.
func TestMarksAreThoseOfCLDR(t *testing.T) {
	names := make([]string, 0, len(numberMarks)+len(regionMarks))
	for name := range numberMarks {
		names = append(names, name)
	}
	for name := range regionMarks {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		tag := language.Make(strings.ReplaceAll(strings.Replace(name, "no", "nb", 1), "_", "-"))
		want := message.NewPrinter(tag).Sprint(number.Decimal(1234567.5, number.Scale(1)))
		got := strings.ReplaceAll(LocaleOf(env("LANG", name)).Fixed(1234567.5, 1), thin, space)
		if got != want {
			t.Errorf("%s: %q, CLDR has %q", name, got, want)
		}
	}
}

func ExampleLocale() {
	l := LocaleOf(func(name string) string {
		return map[string]string{"LANG": "de_DE.UTF-8"}[name]
	})
	fmt.Println(l.Int(12485), l.Fixed(8.5, 1), l.Date(2026, time.November, 23))
	// Output: 12.485 8,5 23.11.2026
}
