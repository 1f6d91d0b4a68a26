package main

import (
	"errors"
	"io"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// exitText returns the exit code of a finished process.
func exitText(err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return strconv.Itoa(exit.ExitCode())
	}
	return err.Error()
}

func TestPermute(t *testing.T) {
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	tests := []struct{ name, line, want string }{
		{"nothing", "recto", "recto"},
		{"flag before", "recto check --strict a.toml", "recto check --strict -- a.toml"},
		{"flag after", "recto check a.toml --strict", "recto check --strict -- a.toml"},
		{"flag between", "recto check a.toml --strict b.toml", "recto check --strict -- a.toml b.toml"},
		{"value after", "recto study a.toml --new 5 b.toml", "recto study --new 5 -- a.toml b.toml"},
		{"value with equals", "recto study a.toml --new=5", "recto study --new=5 -- a.toml"},
		{"negative value", "recto study a.toml --new -5", "recto study --new -5 -- a.toml"},
		{"bool takes no value", "recto study --plain a.toml", "recto study --plain -- a.toml"},
		{"value is missing", "recto study a.toml --new", "recto study --new"},
		{"double dash ends the flags", "recto check -- --strict", "recto check -- --strict"},
		{"double dash after an argument", "recto check a.toml -- --strict", "recto check -- a.toml --strict"},
		{"dash is the standard input", "recto check - --json", "recto check --json -- -"},
		{"subcommand", "recto history export --json out", "recto history export --json -- out"},
		{"flag before the command", "recto --json decks", "recto decks --json"},
		{"command name as an argument", "recto check study", "recto check -- study"},
		{"unknown command", "recto lnt x", "recto -- lnt x"},
		{"unknown flag", "recto check a.toml --strct", "recto check --strct -- a.toml"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(permute(app, strings.Fields(tt.line)), " ")
			if got != tt.want {
				t.Errorf("permute(%q)\n got %q\nwant %q", tt.line, got, tt.want)
			}
		})
	}
}

// An error that knows an exit code must not end the process before After ran.
func TestExitCodeComesBack(t *testing.T) {
	after := false
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	app.Commands = []*cli.Command{{Name: "job", Action: func(*cli.Context) error { return cli.Exit("", 3) }}}
	app.After = func(*cli.Context) error { after = true; return nil }
	if err := app.Run([]string{"recto", "job"}); err == nil {
		t.Error("the error is lost")
	}
	if !after {
		t.Error("After did not run")
	}
}

// A comma belongs to the value, it does not make two of it.
func TestSliceFlagsKeepCommas(t *testing.T) {
	var got []string
	app := newApp(strings.NewReader(""), io.Discard, io.Discard)
	app.Commands = []*cli.Command{{
		Name:   "job",
		Flags:  []cli.Flag{&cli.StringSliceFlag{Name: "tag"}},
		Action: func(c *cli.Context) error { got = c.StringSlice("tag"); return nil },
	}}
	if err := app.Run([]string{"recto", "job", "--tag", "a,b", "--tag", "c"}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"a,b", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
