package main

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// The line is written with every tick and taken away in the end; what takes
// less than one says nothing.
func TestTellTime(t *testing.T) {
	for _, row := range []struct {
		name  string
		ticks int
		want  string
	}{
		{"quick", 0, ""},
		{"slow", 2, "\rverifying: 1 s\rverifying: 2 s\r" + strings.Repeat(" ", 29) + "\r"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var out strings.Builder
			ticks, done, ended := make(chan time.Time), make(chan struct{}), make(chan struct{})
			go func() {
				tellTime(&out, "verifying", ticks, done)
				close(ended)
			}()
			for range row.ticks {
				ticks <- time.Time{}
			}
			close(done)
			<-ended
			if out.String() != row.want {
				t.Errorf("%q, want %q", out.String(), row.want)
			}
		})
	}
}

// Where errors do not go to a terminal nothing is said, and the error comes back.
func TestSlowlyElsewhere(t *testing.T) {
	var out strings.Builder
	want := errors.New("it failed")
	if err := slowly(&out, "verifying", func() error { return want }); err != want || out.Len() > 0 {
		t.Errorf("%v, %q", err, out.String())
	}
}
