package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program returns the real program, ready to start, with a home of its own and
// a clock that starts at a known time.
func program(t testing.TB, home string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Args = append([]string{"recto"}, args...) // TestMain runs main for this name
	cmd.Env = []string{"HOME=" + home, "RECTO_HOME=" + filepath.Join(home, "recto"), "RECTO_NOW=2026-03-02T10:00:00Z",
		"TZ=UTC", "TERM=dumb", "PATH=" + os.Getenv("PATH"), "GORACE=" + os.Getenv("GORACE")}
	cmd.Dir = home
	return cmd
}

// output runs the program to its end and returns what it printed.
func output(t *testing.T, home string, args ...string) string {
	t.Helper()
	cmd := program(t, home, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("recto %s: %v\n%s%s", strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out)
}

// fails runs the program, wants the exit code, and returns what it said on stderr.
func fails(t *testing.T, code int, cmd *exec.Cmd) string {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != code {
		t.Fatalf("%s: %v, want exit code %d\n%s", strings.Join(cmd.Args, " "), err, code, stderr.String())
	}
	return stderr.String()
}

// studying is a plain session that a test answers line by line.
type studying struct {
	t      *testing.T
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.Reader
	stderr *bytes.Buffer
	waits  string // what was printed up to the prompt that waits for a line
	rated  int    // ratings whose next card was shown
}

// begin starts recto study --plain.
func begin(t *testing.T, cmd *exec.Cmd) *studying {
	t.Helper()
	s := &studying{t: t, cmd: cmd, stderr: &bytes.Buffer{}}
	var err error
	if s.in, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if s.out, err = cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = s.stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return s
}

const (
	questionPrompt = "\n> "
	ratingPrompt   = "]: "
)

// next reads up to the next prompt and returns what was printed; false at the
// end of the output. A prompt that waits for its line is returned again.
func (s *studying) next() (string, bool) {
	if s.waits != "" {
		return s.waits, true
	}
	var text []byte
	one := make([]byte, 1)
	for {
		n, err := s.out.Read(one)
		if n == 1 {
			text = append(text, one[0])
		}
		if bytes.HasSuffix(text, []byte(questionPrompt)) || bytes.HasSuffix(text, []byte(ratingPrompt)) {
			s.waits = string(text)
			return s.waits, true
		}
		if err != nil {
			return string(text), false
		}
	}
}

// say writes a line; an error means that the process is gone.
func (s *studying) say(line string) error {
	s.waits = ""
	_, err := io.WriteString(s.in, line+"\n")
	return err
}

// good reveals and rates Good until n ratings of this session were followed by
// another card, or the session ended, could not save, or is gone. It returns
// the headers of the cards it saw.
func (s *studying) good(n int) (headers []string) {
	sent := false // a rating whose next card was not seen yet
	for {
		text, ok := s.next()
		asked := strings.HasSuffix(text, questionPrompt)
		if sent && (asked || strings.Contains(text, "Done: ")) {
			s.rated++
			sent = false
		}
		if !ok || strings.Contains(text, "NOT SAVED") {
			return headers
		}
		line := "3"
		if asked {
			headers = append(headers, strings.SplitN(strings.TrimSpace(text), "\n", 2)[0])
			if s.rated >= n {
				return headers
			}
			line = ""
		}
		if s.say(line) != nil {
			return headers
		}
		sent = sent || !asked
	}
}

// quit ends the input and waits for the process.
func (s *studying) quit() error {
	s.in.Close()
	io.Copy(io.Discard, s.out)
	return s.cmd.Wait()
}

// reviews returns the ratings in the history, in the order of the export.
func reviews(t *testing.T, home string) []string {
	t.Helper()
	var lines []string
	for line := range strings.Lines(output(t, home, "history", "export")) {
		if strings.Contains(line, `"kind":"review"`) {
			lines = append(lines, line)
		}
	}
	return lines
}

// bigDeck writes a deck of n short questions and a configuration that brings
// them all, and returns its path.
func bigDeck(t *testing.T, home string, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("title = \"Many\"\n[defaults]\ntyped = false\n")
	for i := range n {
		b.WriteString("[[question]]\nid = \"q" + itoa(i) + "\"\nask = \"Question " + itoa(i) + "?\"\nanswer = \"answer " + itoa(i) + "\"\n")
	}
	write(t, filepath.Join(home, "recto", "config.toml"), "new_per_day = 100000\nreviews_per_day = 100000\nlearning_steps = []\n")
	path := filepath.Join(home, "many.toml")
	write(t, path, b.String())
	return path
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// within fails the test when f takes longer; a process that hangs must not
// hang the tests.
func within(t testing.TB, d time.Duration, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(d):
		t.Fatalf("not done within %v", d)
	}
}
