package main

import (
	"fmt"
	"io"
	"time"
)

// slowly does what can take long. When it takes more than a second, a line on
// the terminal that errors go to says what is done and for how long, and is gone
// at the end; elsewhere nothing is said.
func slowly(stderr io.Writer, what string, do func() error) error {
	if !isTerminal(stderr) {
		return do()
	}
	done, told := make(chan struct{}), make(chan struct{})
	seconds := time.NewTicker(time.Second)
	go func() {
		defer close(told)
		tellTime(stderr, what, seconds.C, done)
	}()
	defer func() {
		seconds.Stop()
		close(done)
		<-told
	}()
	return do()
}

// tellTime writes the line anew with every tick until done, and then takes it
// away.
func tellTime(w io.Writer, what string, ticks <-chan time.Time, done <-chan struct{}) {
	for seconds := 0; ; {
		select {
		case <-ticks:
			seconds++
			fmt.Fprintf(w, "\r%s: %d s", what, seconds)
		case <-done:
			if seconds > 0 {
				fmt.Fprintf(w, "\r%*s\r", len(what)+20, "")
			}
			return
		}
	}
}
