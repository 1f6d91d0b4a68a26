//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// In the real shells a tabulator is typed at the end of a command line, and
// the shell itself says which words it has then.
func TestCompletionInShells(t *testing.T) {
	for _, shell := range []struct {
		name string
		args []string
		load string
	}{
		{"bash", []string{"--norc", "--noprofile", "-i"}, "source <(recto completion bash)"},
		{"zsh", []string{"-f", "-i"}, "bindkey -e; autoload -U compinit; compinit -u -D; source <(recto completion zsh)"},
		{"fish", []string{"--no-config", "-i"}, "source (recto completion fish | psub)"},
	} {
		t.Run(shell.name, func(t *testing.T) {
			path, err := exec.LookPath(shell.name)
			if err != nil {
				t.Skipf("%s is not installed", shell.name)
			}
			home := completing(t)
			s := openShell(t, home, path, shell.args...)
			s.types(shell.load + "; printf '%s%s' load ed")
			within(t, time.Minute, func() { s.wants("loaded") })
			for _, row := range []struct{ typed, words string }{
				{"recto stud\t", "recto|study"},
				{"recto study my\t", "recto|study|my deck.toml"},
				{"recto study 'my\t", "recto|study|my deck.toml"},
				{"recto study \"my\t", "recto|study|my deck.toml"},
				{"recto study my\\ deck.toml --tag two\t", "recto|study|my deck.toml|--tag|two words"},
				{"recto study facts.toml --tag a:\t", "recto|study|facts.toml|--tag|a:b"},
				{"recto study facts.toml --tag=a:\t", "recto|study|facts.toml|--tag=a:b"},
				{"recto study facts.toml --tag=gr\t", "recto|study|facts.toml|--tag=größe"},
				{"recto study facts.toml --tag quo\t", "recto|study|facts.toml|--tag|quo'te"},
				{"recto study facts.toml --tag a\\$\t", "recto|study|facts.toml|--tag|a$b"},
				{"recto print --paper le\t --key no\t", "recto|print|--paper|le|--key|none"},
				{"recto print --paper=let\t", "recto|print|--paper=letter"},
				{"recto cards suspend spaced\tebbinghaus-b\t", "recto|cards|suspend|spaced-repetition/ebbinghaus-birthday"},
				{"recto check ~/su\tot\t", "recto|check|" + home + "/sub/other.toml"},
				{"recto check zzz\t", "recto|check|zzz"},
				{"FOO=1 recto hel\t exit\t", "FOO=1|recto|help|exit-codes"},
			} {
				got := s.words(row.typed)
				if got != row.words {
					t.Errorf("%q: %s has the words %q, want %q", row.typed, shell.name, got, row.words)
				}
			}
		})
	}
}

// shell is an interactive shell on a terminal.
type shell struct{ *typed }

func openShell(t *testing.T, home, path string, args ...string) shell {
	t.Helper()
	bin := t.TempDir()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(exe, filepath.Join(bin, "recto")); err != nil { // TestMain runs main for this name
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = home
	cmd.Env = []string{"HOME=" + home, "RECTO_HOME=" + filepath.Join(home, "recto"), "PATH=" + bin + ":" + os.Getenv("PATH"), "GORACE=" + os.Getenv("GORACE"),
		"TERM=xterm", "LC_ALL=C.UTF-8", "PS1=$ ", "TZ=UTC"}
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 200})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		terminal.Close()
		cmd.Process.Kill()
		cmd.Wait()
	})
	return shell{&typed{t: t, terminal: terminal}}
}

// words types a line that begins with recto, and returns the words that the
// shell makes of what then stands there.
func (s shell) words(line string) string {
	s.t.Helper()
	const lineStart, lineEnd = "\x01", "\x05"
	var got string
	within(s.t, time.Minute, func() {
		// The marks are printed by the shell; what is typed does not look like them.
		s.types(line + lineEnd + " end" + lineStart + "printf '<%s>' start ")
		s.wants("<start>")
		got = s.upTo("<end>")
	})
	return strings.ReplaceAll(strings.Trim(got, "<>"), "><", "|")
}

// upTo returns what was printed before a word.
func (s shell) upTo(word string) string {
	s.t.Helper()
	seen := s.text
	for !strings.Contains(seen, word) {
		b := make([]byte, 4096)
		n, err := s.terminal.Read(b)
		if err != nil {
			s.t.Errorf("%v while waiting for %q; on screen: %q", err, word, seen)
			return seen
		}
		seen += string(b[:n])
	}
	got, rest, _ := strings.Cut(seen, word)
	s.text = rest
	return got
}
