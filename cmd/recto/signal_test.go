//go:build unix

package main

import (
	"bytes"
	"os"
	"testing"
	"time"
)

// A command that waits for its input ends with the first interrupt.
func TestInterruptWhileReading(t *testing.T) {
	for _, args := range [][]string{{"check", "-"}, {"print", "-"}, {"history", "import", "-"}, {"study", "--plain"}} {
		t.Run(args[0], func(t *testing.T) {
			cmd := program(t, t.TempDir(), args...)
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			within(t, time.Minute, func() {
				if args[0] == "study" {
					out.Read(make([]byte, 1)) // the first card
				} else {
					in.Write(bytes.Repeat([]byte("\n"), 200_000)) // more than a pipe holds: it is being read
				}
				cmd.Process.Signal(os.Interrupt)
				cmd.Wait()
			})
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("exit code %d, want %d", code, exitInterrupted)
			}
		})
	}
}
