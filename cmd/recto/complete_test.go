package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// myDeck is a deck with what shells and terminals stumble over.
const myDeck = `title = "Mine: a deck"
[[question]]
id = "größe"
ask = "How *big*\nis it?"
answer = 3
tags = ["two words", "a:b", "größe", "quo'te", "plain", "a$b"]
[[question]]
id = "gaps"
cloze = "{{one}} and {{two}}"
tags = ["plain"]
`

// completing returns a folder that is home and working folder, with decks.
func completing(t testing.TB) string {
	t.Helper()
	home := t.TempDir()
	for name, text := range map[string]string{
		"my deck.toml": myDeck, "facts.toml": myDeck, "broken.toml": "title =", "notes.txt": "", ".hidden.toml": "", "sheet.pdf": "",
		"sub/other.toml": myDeck, "-dash.toml": myDeck, "sub/list.csv": "", "sub/quiz.exam.json": "",
	} {
		path := filepath.Join(home, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return home
}

// asked returns what __complete answers, without the words on each offer.
func asked(t *testing.T, home string, words ...string) []string {
	t.Helper()
	out := output(t, home, append([]string{"__complete", "--"}, words...)...)
	var values []string
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		value, _, _ := strings.Cut(line, "\t")
		values = append(values, value)
	}
	return values
}

func TestComplete(t *testing.T) {
	home := completing(t)
	for _, row := range []struct{ name, words, want string }{
		{"command", "st", "study stats|study"},
		{"no such command", "zzz", ""},
		{"flag", "study --ta", "--tag"},
		{"short flag", "print -o", "-o"},
		{"flag that stands there", "study --cram --cr", ""},
		{"flag that may be repeated", "study --tag plain --ta", "--tag"},
		{"no flag behind --", "study -- --ta", ""},
		{"value of a usage", "print --paper l", "letter legal"},
		{"value behind =", "print --key=e", "--key=end"},
		{"layout", "print --layout s", "sheet"},
		{"sections", "print --sections ", "group tag deck none"},
		{"place of answers", "print --key fo", "foot fold"},
		{"language of the sheet", "print --lang p", "pt pl"},
		{"no value of margins", "print --margins ", ""},
		{"layout of cards", "print --layout c", "cards"},
		{"size of cards", "print --card-size b", "business"},
		{"sides", "print --duplex s", "short"},
		{"flag of a test", "quiz --f", "--feedback"},
		{"tags of a test", "quiz facts.toml --tag p", "plain"},
		{"decks of a test", "quiz fa", "facts.toml"},
		{"list of students", "print --students sub/", "sub/list.csv"},
		{"record", "print sub/q", "sub/quiz.exam.json"},
		{"pdf", "print -o ", "sheet.pdf sub/"},
		{"article", "check --source n", "notes.txt"},
		{"shell", "completion ", "bash zsh fish powershell"},
		{"no second shell", "completion bash ", ""},
		{"schema", "schema c", "config"},
		{"topic", "help sched", "scheduling"},
		{"subcommand", "cards su", "suspend sub/"},
		{"help of a subcommand", "help history ver", "verify"},
		{"decks", "study ", "north-korea-russia spaced-repetition broken.toml facts.toml my deck.toml sub/"},
		{"deck that stands there", "study facts.toml f", ""},
		{"files of a folder", "check sub/o", "sub/other.toml"},
		{"hidden files", "check .h", ".hidden.toml"},
		{"home", "check ~/sub/", "~/sub/other.toml"},
		{"tags of the named deck", "study facts.toml --tag ", "a$b a:b größe plain quo'te two words"},
		{"tags but those that stand there", "study --tag plain facts.toml --tag p", ""},
		{"tag of letters beyond ASCII", "study facts.toml --tag gr", "größe"},
		{"tags of the default deck", "study --tag tro", "troops"},
		{"a broken deck has none", "study broken.toml --tag no", ""},
		{"decks of ids", "cards suspend no", "north-korea-russia/"},
		{"questions of a deck", "cards suspend --deck facts.toml facts/g", "facts/größe facts/gaps"},
		{"faces of a question", "cards bury --deck facts.toml facts/gaps/", "facts/gaps/c1 facts/gaps/c2"},
		{"question of a deck", "preview facts.toml g", "größe gaps"},
		{"number of a flag", "cards flag ", "0 1 2 3 4 5 6 7"},
		{"ids behind it", "cards flag 3 sp", "spaced-repetition/"},
	} {
		t.Run(row.name, func(t *testing.T) {
			words := strings.Split(row.words, " ")
			got := strings.Join(asked(t, home, append([]string{"words"}, words...)...), " ")
			if !slices.Contains(strings.Split(row.want, "|"), got) {
				t.Errorf("got %q, want %q", got, row.want)
			}
			words[len(words)-1] = "." + words[len(words)-1]
			if dotted := strings.Join(asked(t, home, append([]string{"dotted"}, words...)...), " "); dotted != got {
				t.Errorf("dotted: got %q, want %q", dotted, got)
			}
		})
	}
}

// Every flag and every argument of a command whose usage names values, decks
// or files completes; nothing fails, whatever the command.
func TestCompleteEveryCommand(t *testing.T) {
	home := completing(t)
	app := newApp(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{})
	for _, command := range app.Commands {
		if command.Hidden {
			continue
		}
		got := asked(t, home, "words", command.Name, "--")
		if !slices.Contains(got, "--help") {
			t.Errorf("%s: flags %q", command.Name, got)
		}
		if got := asked(t, home, "words", command.Name, ""); strings.Contains(command.ArgsUsage, "DECK") && !slices.Contains(got, "facts.toml") {
			t.Errorf("%s %s: arguments %q", command.Name, command.ArgsUsage, got)
		}
	}
}

// The hidden command answers nothing rather than fail, writes nothing, and
// sends nothing to a terminal that could harm it.
func TestCompleteIsQuiet(t *testing.T) {
	home := completing(t)
	if runtime.GOOS != "windows" {
		if err := os.WriteFile(filepath.Join(home, "a\x1b[31m\n.toml"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(home, "recto"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "recto", "config.toml"), []byte("decks = [\"../gone\"]\nbroken ="), 0o644); err != nil {
		t.Fatal(err)
	}
	before := listing(t, home)
	for _, args := range [][]string{
		{}, {"words"}, {"words", ""}, {"words", "study", ""}, {"words", "study", "gone.toml", "--tag", ""}, {"words", "study", "-", "--tag", ""},
		{"words", "cards", "suspend", "x/y/z"}, {"words", "check", "/gone/"}, {"words", "--", "-", "="}, {"words", "study", "--tag="}, {"bash"}, {"bash", "recto study 'x", " \t\n"},
		{"dotted"}, {"dotted", ""}, {"other", "x"}, {"words", "study", "\x1b", "\xff"}, {"bash", "", ""}, {"words", "history", "import", ""},
	} {
		cmd := program(t, home, append([]string{"__complete", "--"}, args...)...)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil || stderr.Len() > 0 {
			t.Errorf("%q: %v, %s", args, err, stderr.String())
		}
		if i := bytes.IndexFunc(out, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7f }); i >= 0 {
			t.Errorf("%q prints the control character %q", args, out[i])
		}
	}
	if after := listing(t, home); !slices.Equal(before, after) {
		t.Errorf("before\n%v\nafter\n%v", before, after)
	}
}

// listing returns the files below a folder with their sizes.
func listing(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err == nil {
			files = append(files, path+" "+info.ModTime().String())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestReadBash(t *testing.T) {
	const breaks = " \t\n\"'@><=;|&(:"
	for _, row := range []struct {
		line, words, value, insert string
	}{
		{"recto stu", "recto|stu", "study", "study "},
		{"recto study ", "recto|study|", "my deck.toml", `my\ deck.toml `},
		{`recto study my\ d`, "recto|study|my d", "my deck.toml", `my\ deck.toml `},
		{"recto study 'my d", "recto|study|my d", "my deck.toml", "my deck.toml"},
		{"recto study 'it", "recto|study|it", "it's.toml", `it'\''s.toml`},
		{`recto study "a`, "recto|study|a", "a$b", `a\$b`},
		{"recto study su", "recto|study|su", "sub/", "sub/"},
		{"recto print --paper=le", "recto|print|--paper=le", "--paper=letter", "letter "},
		{"recto study --tag a:", "recto|study|--tag|a:", "a:b", "b "},
		{`recto study --tag="two w`, "recto|study|--tag=two w", "--tag=two words", "two words"},
		{"A=1 B=2 recto he", "recto|he", "help", "help "},
		{"recto study ~/f", "recto|study|~/f", "~/f x", `~/f\ x `},
		{"recto study ", "recto|study|", "~x", `\~x `},
	} {
		l := readBash(row.line, breaks)
		if got := strings.Join(l.words, "|"); got != row.words {
			t.Errorf("%s: words %q, want %q", row.line, got, row.words)
		}
		if got := l.insert(row.value); got != row.insert {
			t.Errorf("%s: inserts %q for %q, want %q", row.line, got, row.value, row.insert)
		}
	}
}

// What is inserted for a value is that value again when bash reads it.
func FuzzReadBash(f *testing.F) {
	f.Add("recto study ", "my deck.toml")
	f.Add("recto 'a", "a'b")
	f.Add(`recto "a`, "a\"$`\\")
	f.Add("recto --x=", "--x=y z/")
	f.Fuzz(func(t *testing.T, line, value string) {
		if strings.ContainsAny(value, "\n\x00") {
			return
		}
		l := readBash(line, " \t\n\"'@><=;|&(:")
		if len(l.words) == 0 {
			t.Fatal("no word")
		}
		if l.kept > len(l.words[len(l.words)-1]) {
			t.Fatalf("keeps %d bytes of %q", l.kept, l.words[len(l.words)-1])
		}
		l.kept = 0
		begin := "recto "
		if l.quote != 0 {
			begin += string(l.quote)
		}
		back := readBash(begin+l.insert(value), "")
		got := back.words[1]
		if got != value {
			t.Errorf("%q came back as %q", value, back.words)
		}
	})
}

// Completion is as quick as the smallest command as long as no deck is read.
func BenchmarkComplete(b *testing.B) {
	b.Chdir(completing(b))
	b.Setenv("RECTO_HOME", b.TempDir())
	var spent [3]time.Duration
	for b.Loop() {
		for i, args := range [][]string{
			{"version"}, {"__complete", "--", "words", "study", "--"}, {"__complete", "--", "words", "study", "facts.toml", "--tag", ""},
		} {
			var out bytes.Buffer
			began := time.Now()
			if code := run(context.Background(), append([]string{"recto"}, args...), strings.NewReader(""), &out, &out); code != exitFine || out.Len() == 0 {
				b.Fatalf("%v: exit code %d, %s", args, code, out.String())
			}
			spent[i] += time.Since(began)
		}
	}
	b.ReportMetric(float64(spent[1])/float64(spent[0]), "flags/version")
	b.ReportMetric(float64(spent[2])/float64(spent[0]), "tags/version")
}
