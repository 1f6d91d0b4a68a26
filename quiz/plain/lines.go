package plain

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
)

// maxLine is the longest line in bytes, its end not counted: as long as a text
// of a deck may be.
const maxLine = 64 << 10

// errTooLong is the error of a line longer than maxLine. It is read to its end.
var errTooLong = errors.New("line too long")

// lines reads lines one at a time, and only when asked: what follows a line
// may be meant for another program, such as an editor.
type lines struct {
	r       *bufio.Reader
	pending chan line // of a read that is under way, nil when none is
}

// line is what a read came to.
type line struct {
	text string
	err  error
}

// next returns the next line without its end. It fails with io.EOF after the
// last, errTooLong, ErrInterrupted when ctx ends first, or as the reader does.
func (l *lines) next(ctx context.Context) (string, error) {
	if ctx.Err() != nil {
		return "", ErrInterrupted
	}
	if l.pending == nil {
		pending := make(chan line, 1)
		l.pending = pending
		go func() {
			text, err := l.read()
			pending <- line{text, err}
		}()
	}
	select {
	case <-ctx.Done():
		return "", ErrInterrupted
	case got := <-l.pending:
		l.pending = nil
		return got.text, got.err
	}
}

// forget drops the line that is being read, if one is.
func (l *lines) forget() {
	old := l.pending
	if old == nil {
		return
	}
	fresh := make(chan line, 1)
	l.pending = fresh
	go func() {
		got := <-old
		if got.err == nil {
			got.text, got.err = l.read()
		}
		fresh <- got
	}()
}

// read reads one line, in memory that a longer line does not exceed.
func (l *lines) read() (string, error) {
	var text []byte
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if len(text)+len(part) > maxLine+len("\r\n") {
			long = true
		} else {
			text = append(text, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (len(text) > 0 || long):
		case err != nil:
			return "", err
		}
		text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
		if long || len(text) > maxLine {
			return "", errTooLong
		}
		return strings.ToValidUTF8(string(text), "\uFFFD"), nil
	}
}
