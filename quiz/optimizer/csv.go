package optimizer

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"recto/quiz"
)

// Bounds of what is read of a log, far beyond what anyone reviewed.
const (
	maxLog    = 1 << 30         // bytes, unpacked
	maxRows   = 10_000_000      // reviews
	maxLine   = 64 << 10        // bytes
	maxCard   = 100             // bytes of a card's id
	maxMillis = 253402300799999 // the last of the year 9999
)

// LineError is a fault in a line of a log.
type LineError struct {
	Line, Column int // from 1; the column counts code points, 0 for the whole line
	Err          error
}

func (e *LineError) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("%d:%d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// columns are what a log must have: a card, the unix time in ms, and 1 to 4.
var columns = [3]string{"card_id", "review_time", "review_rating"}

// ReadCSV reads a review log in the layout of FSRS tools: a header, then a
// line a review, with commas between the fields. It needs the columns card_id,
// review_time (unix ms) and review_rating (1 Again to 4 Easy), in any order,
// and looks at no other. A log that is packed by gzip is unpacked.
//
// Days start at hour start (0 to 23) in loc. The reviews come back in the order
// of time, those of one time as in the log. A fault is a *LineError; an error
// of from itself comes as it is.
func ReadCSV(from io.Reader, loc *time.Location, start int) ([]Review, error) {
	in := bufio.NewReaderSize(from, maxLine)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		packed, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		in = bufio.NewReaderSize(packed, maxLine)
	}
	l := &logReader{days: days{loc: loc, start: start}, cards: map[string]int32{}}
	total := 0
	for {
		line, err := in.ReadSlice('\n')
		if total += len(line); total > maxLog {
			return nil, &LineError{l.line + 1, 0, fmt.Errorf("the log is longer than %d MB", maxLog>>20)}
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			return nil, &LineError{l.line + 1, 0, fmt.Errorf("a line of more than %d bytes", maxLine)}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if len(line) > 0 {
			if err := l.take(line); err != nil {
				return nil, err
			}
		}
		if err != nil {
			return l.done()
		}
	}
}

// logReader reads a log line by line.
type logReader struct {
	line   int // number of the last one
	where  [3]int
	width  int // columns, 0 before the header
	fields []field
	cards  map[string]int32
	days   days
	rows   []timed
}

// timed is a review with its time, unix ms.
type timed struct {
	at int64
	Review
}

// take reads one line.
func (l *logReader) take(line []byte) error {
	l.line++
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	if l.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if len(bytes.TrimSpace(line)) == 0 {
		return nil
	}
	var at int
	var err error
	if l.fields, at, err = split(l.fields[:0], line); err != nil {
		return l.fault(line, at, err)
	}
	if l.width == 0 {
		return l.header(line)
	}
	if len(l.fields) != l.width {
		return l.fault(line, 0, fmt.Errorf("%d fields, the header has %d", len(l.fields), l.width))
	}
	return l.review(line)
}

// header finds the columns.
func (l *logReader) header(line []byte) error {
	l.width = len(l.fields)
	for i, name := range columns {
		l.where[i] = slices.IndexFunc(l.fields, func(f field) bool { return strings.TrimSpace(string(f.text)) == name })
		if l.where[i] < 0 {
			return l.fault(line, 0, fmt.Errorf("the header has no column %q", name))
		}
	}
	return nil
}

// review reads a line that is no header.
func (l *logReader) review(line []byte) error {
	id, at, rating := l.fields[l.where[0]], l.fields[l.where[1]], l.fields[l.where[2]]
	switch {
	case len(id.text) == 0:
		return l.fault(line, id.at, fmt.Errorf("%s is empty", columns[0]))
	case len(id.text) > maxCard:
		return l.fault(line, id.at, fmt.Errorf("%s has %d bytes, more than %d", columns[0], len(id.text), maxCard))
	}
	ms, err := strconv.ParseInt(string(at.text), 10, 64)
	if err != nil || ms < 0 || ms > maxMillis {
		return l.fault(line, at.at, fmt.Errorf("%s is %.40q, not a unix time in milliseconds", columns[1], at.text))
	}
	if len(rating.text) != 1 || rating.text[0] < '1' || rating.text[0] > '4' {
		return l.fault(line, rating.at, fmt.Errorf("%s is %.40q, not 1, 2, 3 or 4", columns[2], rating.text))
	}
	if len(l.rows) == maxRows {
		return l.fault(line, 0, fmt.Errorf("more than %d reviews", maxRows))
	}
	card, ok := l.cards[string(id.text)]
	if !ok {
		card = int32(len(l.cards))
		l.cards[string(id.text)] = card
	}
	l.rows = append(l.rows, timed{ms, Review{Card: card, Rating: quiz.Rating(rating.text[0] - '0')}})
	return nil
}

// fault returns what is wrong at a byte of the line.
func (l *logReader) fault(line []byte, at int, err error) error {
	return &LineError{l.line, utf8.RuneCount(line[:at]) + 1, err}
}

// done sorts the reviews by time and tells their days.
func (l *logReader) done() ([]Review, error) {
	if l.width == 0 {
		return nil, &LineError{1, 0, errors.New("the log is empty, it has no header")}
	}
	slices.SortStableFunc(l.rows, func(a, b timed) int { return cmp.Compare(a.at, b.at) })
	reviews := make([]Review, len(l.rows))
	for i, r := range l.rows {
		r.Day = int32(l.days.of(r.at))
		reviews[i] = r.Review
	}
	return reviews, nil
}

// days tells the study days of times that mostly rise.
type days struct {
	loc      *time.Location
	start    int
	from, to int64 // unix ms of the day last told
	last     quiz.Day
}

func (d *days) of(ms int64) quiz.Day {
	if ms < d.from || ms >= d.to {
		d.last = quiz.DayOf(time.UnixMilli(ms), d.loc, d.start)
		d.from = d.last.Start(d.loc, d.start).UnixMilli()
		d.to = (d.last + 1).Start(d.loc, d.start).UnixMilli()
	}
	return d.last
}

// field is a field of a line and the byte at which it starts.
type field struct {
	text []byte
	at   int
}

// split appends the fields of a line. One in quotes may hold commas, and quotes
// written twice; it ends in its line. On a fault at is where.
func split(fields []field, line []byte) (all []field, at int, err error) {
	for {
		if at < len(line) && line[at] == '"' {
			text, size := quoted(line[at:])
			if size == 0 {
				return fields, at, errors.New("a quote is not closed in its line")
			}
			fields = append(fields, field{text, at})
			if at += size; at < len(line) && line[at] != ',' {
				return fields, at, errors.New("a comma is missing after a closing quote")
			}
		} else {
			size := bytes.IndexByte(line[at:], ',')
			if size < 0 {
				size = len(line) - at
			}
			fields = append(fields, field{line[at : at+size], at})
			at += size
		}
		if at == len(line) {
			return fields, 0, nil
		}
		at++
	}
}

// quoted returns the text of a field in quotes at the beginning of line, and
// how many bytes the field takes; 0 when it is not closed.
func quoted(line []byte) (text []byte, size int) {
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			text = append(text, line[i])
			continue
		}
		if i+1 == len(line) || line[i+1] != '"' {
			return text, i + 1
		}
		text = append(text, '"')
		i++
	}
	return nil, 0
}
