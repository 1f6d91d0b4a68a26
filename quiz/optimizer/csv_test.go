package optimizer_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"recto/quiz"
	"recto/quiz/optimizer"
)

const header = "card_id,review_time,review_rating\n"

// The 1st of January 2023 was day 19358; 04:00 UTC on it is day1.
const day1 = 1672545600000

var readable = []struct {
	name, log string
	want      []optimizer.Review
}{
	{"no review", header, nil},
	{"two cards", header + "a,1672545600000,3\nb,1672545600001,1\na,1672632000000,4\n",
		[]optimizer.Review{{0, 19358, quiz.Good}, {1, 19358, quiz.Again}, {0, 19359, quiz.Easy}}},
	{"before the day starts", header + "a,1672545599999,3\n", []optimizer.Review{{0, 19357, quiz.Good}}},
	{"other columns in another order", "x,review_rating,card_id,y,review_time\n,2,7,\"a,b\",1672545600000\n", []optimizer.Review{{0, 19358, quiz.Hard}}},
	{"quotes", "\"card_id\",\"review_time\",\"review_rating\"\n\"a \"\"1\"\"\",\"1672545600000\",\"3\"\n", []optimizer.Review{{0, 19358, quiz.Good}}},
	{"windows", "\ufeff" + header[:len(header)-1] + "\r\na,1672545600000,3\r\n\r\n", []optimizer.Review{{0, 19358, quiz.Good}}},
	{"no line end", header + "a,1672545600000,3", []optimizer.Review{{0, 19358, quiz.Good}}},
	{"not in the order of time", header + "a,1672632000000,4\na,1672545600000,3\nb,1672545600000,1\n",
		[]optimizer.Review{{0, 19358, quiz.Good}, {1, 19358, quiz.Again}, {0, 19359, quiz.Easy}}},
}

var faulty = []struct{ name, log, want string }{
	{"nothing", "", "1: the log is empty, it has no header"},
	{"no column", "card_id,review_time\n", `1:1: the header has no column "review_rating"`},
	{"a rating of 5", header + "a,1672545600000,5\n", `2:17: review_rating is "5", not 1, 2, 3 or 4`},
	{"a rating of 0", header + "é,1672545600000,0\n", `2:17: review_rating is "0", not 1, 2, 3 or 4`},
	{"no rating", header + "a,1672545600000,\n", `2:17: review_rating is "", not 1, 2, 3 or 4`},
	{"a date", header + "a,2023-01-01,3\n", `2:3: review_time is "2023-01-01", not a unix time in milliseconds`},
	{"before 1970", header + "a,-1,3\n", `2:3: review_time is "-1", not a unix time in milliseconds`},
	{"no card", header + ",1672545600000,3\n", "2:1: card_id is empty"},
	{"a long card", header + strings.Repeat("a", 101) + ",1672545600000,3\n", "2:1: card_id has 101 bytes, more than 100"},
	{"too few fields", header + "a,1672545600000\n", "2:1: 2 fields, the header has 3"},
	{"too many fields", header + "\na,1672545600000,3,\n", "3:1: 4 fields, the header has 3"},
	{"an open quote", header + "\"a,1672545600000,3\n", "2:1: a quote is not closed in its line"},
	{"text behind a quote", header + "\"a\"b,1672545600000,3\n", "2:4: a comma is missing after a closing quote"},
	{"an endless line", header + strings.Repeat("a", 70_000), "2: a line of more than 65536 bytes"},
}

func zipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	w.Close()
	return b.String()
}

func TestReadCSV(t *testing.T) {
	for _, row := range readable {
		for _, log := range []string{row.log, zipped(row.log)} {
			got, err := optimizer.ReadCSV(iotest.OneByteReader(strings.NewReader(log)), time.UTC, 4)
			if err != nil || !slices.Equal(got, row.want) {
				t.Errorf("%s: %v, %v; want %v", row.name, got, err, row.want)
			}
		}
	}
}

func TestReadCSVFaults(t *testing.T) {
	for _, row := range faulty {
		for _, log := range []string{row.log, zipped(row.log)} {
			_, err := optimizer.ReadCSV(strings.NewReader(log), time.UTC, 4)
			var line *optimizer.LineError
			if !errors.As(err, &line) || err.Error() != row.want {
				t.Errorf("%s: %v, want %s", row.name, err, row.want)
			}
		}
	}
	whole := zipped(header + strings.Repeat("a,1672545600000,3\n", 1000))
	for _, broken := range []string{whole[:len(whole)-9], whole[:5]} {
		if _, err := optimizer.ReadCSV(strings.NewReader(broken), time.UTC, 4); err == nil {
			t.Error("a broken gzip file is read")
		}
	}
}

func TestReadCSVDays(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	for _, row := range []struct {
		loc   *time.Location
		start int
		want  int32
	}{{time.UTC, 4, 19358}, {time.UTC, 5, 19357}, {time.UTC, 0, 19358}, {tokyo, 4, 19358}, {tokyo, 14, 19357}} {
		got, err := optimizer.ReadCSV(strings.NewReader(fmt.Sprint(header, "a,", day1, ",3\n")), row.loc, row.start)
		if err != nil || len(got) != 1 || got[0].Day != row.want {
			t.Errorf("%v, %d: %v, %v; want day %d", row.loc, row.start, got, err, row.want)
		}
	}
}

// FuzzReadCSV: whatever stands in a log, it is read or told where it is wrong,
// and what was read can be trained on.
func FuzzReadCSV(f *testing.F) {
	for _, row := range readable {
		f.Add([]byte(row.log))
		f.Add([]byte(zipped(row.log)))
	}
	for _, row := range faulty {
		f.Add([]byte(row.log))
	}
	f.Fuzz(func(t *testing.T, log []byte) {
		reviews, err := optimizer.ReadCSV(bytes.NewReader(log), time.UTC, 4)
		if err != nil {
			var line *optimizer.LineError
			if errors.As(err, &line) && (line.Line < 1 || line.Column < 0) {
				t.Errorf("fault at %d:%d", line.Line, line.Column)
			}
			return
		}
		d := optimizer.NewDataset(reviews)
		if d.Reviews() != len(reviews) || d.Items() > d.Reviews() {
			t.Errorf("%d reviews and %d items of %d lines", d.Reviews(), d.Items(), len(reviews))
		}
	})
}
