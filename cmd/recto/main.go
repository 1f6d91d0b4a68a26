// Command recto turns decks of questions into something a person remembers:
// spaced-repetition sessions in the terminal, sheets on paper. "recto help"
// is its manual.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // study days turn by the learner's zone, also where the system has no zone files
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	context.AfterFunc(ctx, stop) // the second signal ends the process at once
	code := run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run carries out one command line and returns the exit code. An error is
// printed once, here.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &remembering{Writer: stdout}
	app := newApp(stdin, out, stderr)
	err := app.RunContext(ctx, permute(app, args))
	if err == nil && out.err != nil {
		err = fmt.Errorf("standard output: %w", reason(out.err))
	}
	if err == nil {
		return exitFine
	}
	if text := describe(err); text != "" {
		fmt.Fprintln(stderr, text)
	}
	return exitCode(err)
}

// remembering is a writer that remembers its first error: a command that could
// not print what it was asked for has failed, whoever looked at the error.
type remembering struct {
	io.Writer
	err error
}

func (r *remembering) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if err != nil && r.err == nil {
		r.err = err
	}
	return n, err
}

// screen returns the stream of the process behind a writer.
func screen(w io.Writer) io.Writer {
	if r, ok := w.(*remembering); ok {
		return r.Writer
	}
	return w
}
