package quiz_test

import (
	"fmt"
	"math"
	"testing"
	"time"
	_ "time/tzdata" // the zones below, wherever the tests run

	"pgregory.net/rapid"

	"recto/quiz"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func utc(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04:05", s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestDayOf(t *testing.T) {
	for _, row := range []struct {
		name  string
		zone  string
		start int
		utc   string
		want  string
	}{
		{"a second before the start", "UTC", 4, "2026-11-22 03:59:59", "2026-11-21"},
		{"at the start", "UTC", 4, "2026-11-22 04:00:00", "2026-11-22"},
		{"late at night", "UTC", 4, "2026-11-23 01:30:00", "2026-11-22"},
		{"from midnight", "UTC", 0, "2026-11-22 00:00:00", "2026-11-22"},
		{"from the last hour", "UTC", 23, "2026-11-22 22:59:59", "2026-11-21"},
		{"the first day", "UTC", 0, "1970-01-01 00:00:00", "1970-01-01"},
		{"before the first day", "UTC", 4, "1970-01-01 03:59:59", "1969-12-31"},
		{"far east", "Pacific/Kiritimati", 4, "2026-11-21 14:00:00", "2026-11-22"},
		{"far east before the start", "Pacific/Kiritimati", 4, "2026-11-21 13:59:59", "2026-11-21"},
		{"far west", "Etc/GMT+12", 4, "2026-11-22 16:00:00", "2026-11-22"},
		{"far west before the start", "Etc/GMT+12", 4, "2026-11-22 15:59:59", "2026-11-21"},
		{"a half hour", "Asia/Kolkata", 4, "2026-11-21 22:30:00", "2026-11-22"},
		{"a half hour before the start", "Asia/Kolkata", 4, "2026-11-21 22:29:59", "2026-11-21"},
		{"a quarter", "Asia/Kathmandu", 4, "2026-11-21 22:15:00", "2026-11-22"},
		{"after the clock went forward", "Europe/Berlin", 4, "2026-03-29 02:00:00", "2026-03-29"},
		{"that night before the start", "Europe/Berlin", 4, "2026-03-29 01:59:59", "2026-03-28"},
		{"after the clock went back", "Europe/Berlin", 4, "2026-10-25 03:00:00", "2026-10-25"},
		{"that night before the start, back", "Europe/Berlin", 4, "2026-10-25 02:59:59", "2026-10-24"},
		{"the start is jumped over", "Europe/Berlin", 2, "2026-03-29 01:00:00", "2026-03-29"},
		{"before that jump", "Europe/Berlin", 2, "2026-03-29 00:59:59", "2026-03-28"},
		{"the start comes twice, first", "Europe/Berlin", 2, "2026-10-25 00:00:00", "2026-10-25"},
		{"the start comes twice, second", "Europe/Berlin", 2, "2026-10-25 01:00:00", "2026-10-25"},
		{"the clock goes back across the start", "Antarctica/Troll", 2, "2026-10-25 01:30:00", "2026-10-25"},
		{"half an hour back", "Australia/Lord_Howe", 4, "2026-04-04 17:30:00", "2026-04-05"},
		{"half an hour back before the start", "Australia/Lord_Howe", 4, "2026-04-04 17:29:59", "2026-04-04"},
		{"half an hour forward", "Australia/Lord_Howe", 4, "2026-10-03 17:00:00", "2026-10-04"},
		{"a skipped date is short", "Pacific/Apia", 4, "2011-12-30 10:00:00", "2011-12-30"},
		{"before the skipped date", "Pacific/Apia", 4, "2011-12-30 09:59:59", "2011-12-29"},
		{"after the skipped date", "Pacific/Apia", 4, "2011-12-30 14:00:00", "2011-12-31"},
		{"a date skipped as a whole", "Pacific/Apia", 0, "2011-12-30 10:00:00", "2011-12-31"},
		{"before the date skipped as a whole", "Pacific/Apia", 0, "2011-12-30 09:59:59", "2011-12-29"},
		{"a date comes twice, first", "Pacific/Kwajalein", 4, "1969-09-30 12:59:59", "1969-09-30"},
		{"a date comes twice, second", "Pacific/Kwajalein", 4, "1969-09-30 13:00:00", "1969-09-30"},
		{"after the date that came twice", "Pacific/Kwajalein", 4, "1969-10-01 16:00:00", "1969-10-01"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := quiz.DayOf(utc(t, row.utc), zone(t, row.zone), row.start)
			if got.String() != row.want {
				t.Errorf("DayOf(%s UTC, %s, %d) = %v, want %s", row.utc, row.zone, row.start, got, row.want)
			}
		})
	}
}

func TestDayLength(t *testing.T) {
	for _, row := range []struct {
		name  string
		zone  string
		start int
		day   string
		begin string // UTC
		hours float64
	}{
		{"plain", "Europe/Berlin", 4, "2026-06-01", "2026-06-01 02:00:00", 24},
		{"the clock goes forward", "Europe/Berlin", 4, "2026-03-28", "2026-03-28 03:00:00", 23},
		{"the clock goes back", "Europe/Berlin", 4, "2026-10-24", "2026-10-24 02:00:00", 25},
		{"ends at a jump over its end", "Europe/Berlin", 2, "2026-03-28", "2026-03-28 01:00:00", 24},
		{"begins at a jump over its start", "Europe/Berlin", 2, "2026-03-29", "2026-03-29 01:00:00", 23},
		{"begins at the first of two", "Europe/Berlin", 2, "2026-10-25", "2026-10-25 00:00:00", 25},
		{"half an hour forward", "Australia/Lord_Howe", 4, "2026-10-03", "2026-10-02 17:30:00", 23.5},
		{"half an hour back", "Australia/Lord_Howe", 4, "2026-04-04", "2026-04-03 17:00:00", 24.5},
		{"cut short by the date line", "Pacific/Apia", 4, "2011-12-29", "2011-12-29 14:00:00", 20},
		{"mostly skipped", "Pacific/Apia", 4, "2011-12-30", "2011-12-30 10:00:00", 4},
		{"skipped as a whole", "Pacific/Apia", 0, "2011-12-30", "2011-12-30 10:00:00", 0},
		{"begins after the skip", "Pacific/Apia", 0, "2011-12-31", "2011-12-30 10:00:00", 24},
		{"skipped in 1993", "Pacific/Kwajalein", 4, "1993-08-21", "1993-08-21 12:00:00", 4},
		{"comes twice", "Pacific/Kwajalein", 4, "1969-09-30", "1969-09-29 17:00:00", 47},
	} {
		t.Run(row.name, func(t *testing.T) {
			d, err := quiz.ParseDay(row.day)
			if err != nil {
				t.Fatal(err)
			}
			loc := zone(t, row.zone)
			begin, end := d.Start(loc, row.start), (d+1).Start(loc, row.start)
			if want := utc(t, row.begin); !begin.Equal(want) {
				t.Errorf("begins at %v, want %v", begin.UTC(), want)
			}
			if hours := end.Sub(begin).Hours(); hours != row.hours {
				t.Errorf("lasts %v hours, want %v", hours, row.hours)
			}
		})
	}
}

// The zones of the laws below, with a time near a change of each.
var changes = []struct{ zone, utc string }{
	{"Europe/Berlin", "2026-03-29 01:00:00"},
	{"Europe/Berlin", "2026-10-25 01:00:00"},
	{"Europe/Berlin", "2040-12-31 02:00:00"}, // a leap year that only the zone's rule knows
	{"America/New_York", "2026-11-01 06:00:00"},
	{"America/Havana", "2026-11-01 05:00:00"},
	{"America/Sao_Paulo", "2018-11-04 03:00:00"},
	{"America/Anchorage", "1867-10-19 00:00:00"},
	{"Africa/Casablanca", "2026-02-15 02:00:00"},
	{"Africa/Monrovia", "1972-01-07 00:44:30"},
	{"Antarctica/Troll", "2026-03-29 01:00:00"},
	{"Antarctica/Troll", "2026-10-25 01:00:00"},
	{"Asia/Gaza", "2026-10-24 00:00:00"},
	{"Asia/Kathmandu", "1985-12-31 18:30:00"},
	{"Asia/Manila", "1844-12-31 16:04:00"},
	{"Asia/Pyongyang", "2015-08-14 15:00:00"},
	{"Asia/Pyongyang", "2018-05-04 15:00:00"},
	{"Australia/Lord_Howe", "2026-04-04 15:00:00"},
	{"Australia/Lord_Howe", "2026-10-03 15:30:00"},
	{"Pacific/Apia", "2011-12-30 10:00:00"},
	{"Pacific/Kiritimati", "1994-12-31 10:40:00"},
	{"Pacific/Kwajalein", "1969-09-30 13:00:00"},
	{"Pacific/Kwajalein", "1993-08-21 12:00:00"},
	{"Etc/GMT+12", "2026-01-01 00:00:00"},
	{"UTC", "1970-01-01 00:00:00"},
}

// TestDaysAroundChanges walks over each change of a clock, and expects the
// latest date that the wall clock, less the start, has reached so far.
func TestDaysAroundChanges(t *testing.T) {
	for _, change := range changes {
		loc, at := zone(t, change.zone), utc(t, change.utc)
		for _, start := range []int{0, 2, 4, 23} {
			var latest time.Time
			for m := -3 * 24 * 60; m <= 3*24*60; m += 10 {
				now := at.Add(time.Duration(m) * time.Minute)
				local := now.In(loc)
				wall := time.Date(local.Year(), local.Month(), local.Day(), local.Hour()-start, local.Minute(), local.Second(), 0, time.UTC)
				if wall.After(latest) {
					latest = wall
				}
				if got := quiz.DayOf(now, loc, start).String(); got != latest.Format(time.DateOnly) {
					t.Fatalf("%s, start %d: DayOf(%v) = %v, want %s", change.zone, start, local, got, latest.Format(time.DateOnly))
				}
			}
		}
	}
}

func TestEveryInstantHasOneDay(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		change := rapid.SampledFrom(changes).Draw(r, "change")
		loc := zone(t, change.zone)
		start := rapid.IntRange(0, 23).Draw(r, "start")
		at := utc(t, change.utc).Add(time.Duration(rapid.Int64Range(-72*3600, 72*3600).Draw(r, "near")) * time.Second)
		if rapid.Bool().Draw(r, "anywhere") {
			at = time.Unix(rapid.Int64Range(-6e9, 9e9).Draw(r, "unix"), rapid.Int64Range(0, 999_999_999).Draw(r, "ns"))
		}
		d := quiz.DayOf(at, loc, start)
		begin, end := d.Start(loc, start), (d+1).Start(loc, start)
		if begin.After(at) || !end.After(at) {
			r.Errorf("%v is on %v, which lasts from %v to %v", at.In(loc), d, begin, end)
		}
		if got := quiz.DayOf(begin, loc, start); got != d {
			r.Errorf("%v begins at %v, which is on %v", d, begin, got)
		}
		if got := quiz.DayOf(end.Add(-time.Nanosecond), loc, start); got != d {
			r.Errorf("%v ends at %v, before which it is %v", d, end, got)
		}
		later := at.Add(time.Duration(rapid.Int64Range(0, 200*3600).Draw(r, "later")) * time.Second)
		if got := quiz.DayOf(later, loc, start); got < d {
			r.Errorf("%v at %v, but %v at %v", d, at, got, later)
		}
	})
}

func TestDayNames(t *testing.T) {
	for _, row := range []struct {
		day  quiz.Day
		name string
	}{{0, "1970-01-01"}, {-1, "1969-12-31"}, {20_000, "2024-10-04"}, {11_016, "2000-02-29"}} {
		if got := row.day.String(); got != row.name {
			t.Errorf("day %d is %s, want %s", int(row.day), got, row.name)
		}
		if got, err := quiz.ParseDay(row.name); err != nil || got != row.day {
			t.Errorf("ParseDay(%q) = %d, %v", row.name, int(got), err)
		}
	}
	for _, bad := range []string{"", "2026-2-3", "2026-02-30", "22.11.2026", "2026-11-22T00:00:00Z"} {
		if d, err := quiz.ParseDay(bad); err == nil {
			t.Errorf("ParseDay(%q) = %v, want an error", bad, d)
		}
	}
}

func TestMomentAt(t *testing.T) {
	at := utc(t, "2026-11-22 03:00:00")
	if got, want := quiz.MomentAt(at, nil, 4), (quiz.Moment{At: at, Day: quiz.DayOf(at, time.UTC, 4)}); got != want {
		t.Errorf("MomentAt in no zone = %v, want that of UTC, %v", got, want)
	}
}

func ExampleDay_Start() {
	berlin, _ := time.LoadLocation("Europe/Berlin")
	d := quiz.DayOf(time.Date(2026, 3, 29, 1, 30, 0, 0, berlin), berlin, 4)
	fmt.Println(d, "ends after", (d+1).Start(berlin, 4).Sub(d.Start(berlin, 4)))
	// Output: 2026-03-28 ends after 23h0m0s
}

// TestFarDays: a day from a stranger's history may be any number; to ask when
// it begins ends, whatever the answer.
func TestFarDays(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"} {
		loc := zone(t, name)
		for _, d := range []quiz.Day{math.MinInt, math.MinInt / 86400, -1e12, -1e9, 1e9, 1e12, math.MaxInt / 86400, math.MaxInt} {
			if begin := d.Start(loc, 4); begin.Location() != loc {
				t.Errorf("day %d begins at %v, not in %v", int(d), begin, loc)
			}
		}
	}
}

func BenchmarkDayOf(b *testing.B) {
	loc := zone(b, "Europe/Berlin")
	at := utc(b, "2026-11-22 12:00:00")
	for b.Loop() {
		quiz.DayOf(at, loc, 4)
	}
}
