package quiz_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"recto/quiz"
)

const day = 24 * time.Hour

func TestFormatInterval(t *testing.T) {
	for _, row := range []struct {
		in   time.Duration
		want string
	}{
		{-day, "now"},
		{0, "now"},
		{499 * time.Millisecond, "now"},
		{500 * time.Millisecond, "1s"},
		{30 * time.Second, "30s"},
		{59*time.Second + 499*time.Millisecond, "59s"},
		{59*time.Second + 500*time.Millisecond, "1m"},
		{time.Minute, "1m"},
		{89 * time.Second, "1m"},
		{90 * time.Second, "2m"},
		{6 * time.Minute, "6m"},
		{10 * time.Minute, "10m"},
		{59*time.Minute + 29*time.Second, "59m"},
		{59*time.Minute + 30*time.Second, "1h"},
		{time.Hour, "1h"},
		{90 * time.Minute, "1.5h"},
		{2 * time.Hour, "2h"},
		{23*time.Hour + 56*time.Minute, "23.9h"},
		{23*time.Hour + 57*time.Minute, "1d"},
		{day, "1d"},
		{36 * time.Hour, "2d"},
		{8 * day, "8d"},
		{29 * day, "29d"},
		{30 * day, "1mo"},
		{36 * day, "1.2mo"},
		{45 * day, "1.5mo"},
		{363 * day, "11.9mo"},
		{364 * day, "1y"},
		{365 * day, "1y"},
		{840 * day, "2.3y"},
		{36500 * day, "100y"},
	} {
		if got := quiz.FormatInterval(row.in); got != row.want {
			t.Errorf("FormatInterval(%v) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestParseInterval(t *testing.T) {
	for _, row := range []struct {
		in   string
		want time.Duration
	}{
		{"1s", time.Second},
		{"90s", 90 * time.Second},
		{"10m", 10 * time.Minute},
		{"1.5h", 90 * time.Minute},
		{"1d", day},
		{"6mo", 4380 * time.Hour},
		{"100y", 36500 * day},
	} {
		if got, err := quiz.ParseInterval(row.in); err != nil || got != row.want {
			t.Errorf("ParseInterval(%q) = %v, %v, want %v", row.in, got, err, row.want)
		}
	}
	for _, row := range []struct{ in, want string }{
		{"", "is no interval"},
		{"10", "is no interval"},
		{"m", "is no interval"},
		{"10 m", "is no interval"},
		{"10min", "is no interval"},
		{"1h30m", "is no interval"},
		{"1.5.h", "is no interval"},
		{"-1m", "is no interval"},
		{"+1m", "is no interval"},
		{"1e3m", "is no interval"},
		{"infm", "is no interval"},
		{"nand", "is no interval"},
		{"0x1m", "is no interval"},
		{"10w", "is no interval"},
		{"0m", "is shorter than 1s"},
		{"0.4s", "is shorter than 1s"},
		{"100.1y", "is longer than 100y"},
		{strings.Repeat("9", 400) + "d", "is no interval"},
	} {
		if got, err := quiz.ParseInterval(row.in); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("ParseInterval(%q) = %v, %v, want an error: %s", row.in, got, err, row.want)
		}
	}
}

// TestFormattedIntervalIsNear: what is shown is wrong by a third at most, as
// for 2d that were 1.5, and a longer interval never shows as a shorter one.
func TestFormattedIntervalIsNear(t *testing.T) {
	shown := func(t *rapid.T, d time.Duration) time.Duration {
		back, err := quiz.ParseInterval(quiz.FormatInterval(d))
		if err != nil {
			t.Fatal(err)
		}
		return back
	}
	// The longest and a hundredth more stay below the 100 years that can be read back.
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.SampledFrom([]time.Duration{time.Minute, time.Hour, day, 30 * day, 365 * day, 36000 * day}).Draw(t, "limit")
		a := time.Duration(rapid.Int64Range(int64(time.Second), int64(limit)).Draw(t, "a"))
		b := a + time.Duration(rapid.Int64Range(0, int64(limit/100)).Draw(t, "more"))
		near := shown(t, a)
		if off := (near - a).Abs(); off > a/3+time.Second {
			t.Errorf("%v is shown as %s", a, quiz.FormatInterval(a))
		}
		if shown(t, b) < near {
			t.Errorf("%v is shown as %s, but %v as %s", a, quiz.FormatInterval(a), b, quiz.FormatInterval(b))
		}
	})
}

func FuzzParseInterval(f *testing.F) {
	for _, s := range []string{"1m", "1.5h", "100y", "6mo", "-1d", "1e9y", "..d", "NaNs"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := quiz.ParseInterval(s)
		if err == nil && (d < time.Second || d > 36500*day) {
			t.Errorf("ParseInterval(%q) = %v", s, d)
		}
	})
}
