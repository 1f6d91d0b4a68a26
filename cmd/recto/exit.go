package main

import (
	"context"
	"errors"
	"fmt"

	"recto/decks"
	"recto/quiz/history"
)

// The exit codes of every command; "recto help exit-codes" explains them.
const (
	exitFine        = 0
	exitFindings    = 1 // findings of check, or a failed job
	exitUsage       = 2
	exitInput       = 3 // an input file or the configuration is bad or missing
	exitStorage     = 4
	exitConflict    = 5 // locked or in conflict
	exitInterrupted = 130
)

// failure is an error that knows its exit code.
type failure struct {
	code int
	err  error // nil when everything has been said already
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// usage returns an error about the command line itself.
func usage(format string, a ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, a...)}
}

// badInput returns an error about a file that was given to be read.
func badInput(format string, a ...any) error {
	return &failure{exitInput, fmt.Errorf(format, a...)}
}

// silent ends the command with a code when all has been said.
func silent(code int) error { return &failure{code: code} }

// exitCode maps an error to the exit code of the process.
func exitCode(err error) int {
	var known *failure
	var faults decks.ErrorList
	var store *history.Error
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &known):
		return known.code
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &faults):
		return exitInput
	case errors.Is(err, history.ErrLocked), errors.Is(err, history.ErrConflict):
		return exitConflict
	case errors.As(err, &store):
		return exitStorage
	}
	return exitFindings
}

// describe returns what stderr says about err, "" for nothing.
func describe(err error) string {
	if errors.Is(err, context.Canceled) {
		return ""
	}
	var faults decks.ErrorList
	if errors.As(err, &faults) { // its lines start with the file's name
		return err.Error()
	}
	if text := err.Error(); text != "" {
		return "recto: " + lines(text)
	}
	return ""
}
