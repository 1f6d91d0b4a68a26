package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts print into their expected files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"recto": main, "bare-decode": bareDecode})
}

// bareDecode is a program that does nothing but toml.Decode of a file into a
// map, and says so: what the start of recto is compared with.
func bareDecode() {
	var m map[string]any
	if _, err := toml.DecodeFile(os.Args[1], &m); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("decoded", len(m["question"].([]map[string]any)))
}

// TestScripts runs testdata/*.txtar: one behaviour of the command a script,
// with the real program, an empty home and a clock that stands at a known time.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			if err := os.Mkdir(home, 0o755); err != nil {
				return err
			}
			e.Setenv("HOME", home)
			e.Setenv("RECTO_HOME", filepath.Join(home, "recto"))
			e.Setenv("RECTO_NOW", "2026-03-02T10:00:00Z")
			e.Setenv("TZ", "UTC")
			e.Setenv("TERM", "dumb")
			e.Setenv("GORACE", os.Getenv("GORACE"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"crlf":    crlf,
			"studied": studiedCommand,
		},
	})
}

// exits runs a command and checks its exit code: exits 2 recto check.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = exitText(err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// crlf gives a file the line ends of Windows.
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crlf FILE")
	}
	path := ts.MkAbs(args[0])
	text := bytes.ReplaceAll([]byte(ts.ReadFile(args[0])), []byte("\n"), []byte("\r\n"))
	ts.Check(os.WriteFile(path, text, 0o666))
}
