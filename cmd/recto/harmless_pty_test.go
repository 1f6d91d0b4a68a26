//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/creack/pty"
)

// nastyTexts are what a deck may say without a fault, though few decks mean it.
var nastyTexts = []string{
	strings.Repeat("x", 65000),
	strings.Repeat("word ", 13000),
	strings.Repeat(" ", 60000) + "end",
	"e" + strings.Repeat("\u0301", 20000),
	strings.Repeat("a\u0301\u0302\u0303\u0304", 5000),
	strings.Repeat("\u200b\u200d\ufeff\u2060", 5000) + "hidden",
	strings.Repeat("👩\u200d", 5000),
	"👨\u200d👩\u200d👧\u200d👦 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 🇩🇪 🏴\U000e0067\U000e0062\U000e007f ☝🏽",
	"שלום \u200f\u200e\u061c (עולם) 123 abc مرحبا",
	strings.Repeat("ש", 30000),
	"a\u2028b\u2029c\ufff9d\ufffae\ufffbf\U000e0001g\u206ah\ufdd0i",
	"\U0010eeee\u0305\u0305 \U00100000 \U00100401 \U0010fffd",
	"क्षि क्" + strings.Repeat("क्", 5000) + " ᄀᄀᄀᄀᄀ" + strings.Repeat("\u1100", 5000),
	"[words](javascript:alert%28\u202fש\u200f%29) [" + strings.Repeat("[", 5000),
	"$\\frac{" + strings.Repeat("\\sqrt{", 3000) + "$ $" + strings.Repeat("\\hat{", 31) + "x" + strings.Repeat("}", 31) + "$ $\\text{ש\u200f}$",
	"```\n" + strings.Repeat("\tש", 5000) + "\n```",
}

// nastyDeck writes a deck of nasty texts in every place that has one.
func nastyDeck(t testing.TB, file string) {
	t.Helper()
	var b strings.Builder
	title := "Nasty " + nastyTexts[7] + nastyTexts[8] + "e" + strings.Repeat("\u0301", 500)
	fmt.Fprintf(&b, "title = %s\nid = \"nasty\"\n[source]\ntitle = %[1]s\nauthor = %[1]s\n[group.g]\ntitle = %[1]s\ntext = %[1]s\n", tomlText(title))
	for i, s := range nastyTexts {
		q := tomlText(fmt.Sprintf("Question %d %s", i, s))
		short := tomlText(fmt.Sprintf("%d %s", i, s[:min(len(s), 2000)]))
		fmt.Fprintf(&b, "[[question]]\nid = \"q%d\"\ngroup = \"g\"\nask = %s\nhint = %[3]s\nexplain = %[2]s\nfrom = %[3]s\ntags = [%s]\n",
			i, q, short, tomlText(title))
		switch i % 3 {
		case 0:
			fmt.Fprintf(&b, "answer = %s\n", short)
		case 1:
			fmt.Fprintf(&b, "answer = %s\nchoices = [%[1]s, \"another\", %s]\n", short, tomlText("b"+title))
		default:
			fmt.Fprintf(&b, "answer = [%s, \"another\"]\nchoices = [%[1]s, \"another\", %s]\n", short, tomlText("c"+title))
		}
	}
	write(t, file, b.String())
}

// tomlText writes a text as a TOML string, other characters than ASCII as they
// are.
func tomlText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(strings.ToValidUTF8(s, "?")) + `"`
}

// What a deck, a file's name or a stranger's history says goes to a pipe, to a
// file and to a terminal without anything that a terminal would obey, and
// without turning the direction of what stands beside it.
func TestHarmless(t *testing.T) {
	home := t.TempDir()
	folder := t.TempDir()
	nasty := filepath.Join(folder, "nasty.toml")
	nastyDeck(t, nasty)
	// What is a fault in a deck, and the name of its file.
	faulty := filepath.Join(folder, "evil\x1b]0;EVIL\x07\u202e\u009b2J.toml")
	const evil = `EVIL\u001b[2J\u001b]0;EVIL\u0007\u009b31m\u202eLIVE\u2066`
	write(t, faulty, "title = \""+evil+"\"\n[[question]]\nid = \""+evil+"\"\nask = \""+evil+"\"\nanswer = \""+evil+"\"\n\""+evil+"\" = 1\nraw = \"\x1b[2J\u202e\u009b\"\n")
	history := filepath.Join(folder, "stranger.jsonl")
	write(t, history, strings.Repeat(`{"v":1,"id":"`+evil+`","kind":"review","card":"`+evil+`","response":"`+evil+`"}`+"\n", 2))

	run := func(input string, args ...string) string {
		t.Helper()
		cmd := program(t, home, args...)
		cmd.Stdin = strings.NewReader(input)
		out, _ := cmd.CombinedOutput() // most of them fail
		s := string(out)
		if len(s) == 0 {
			t.Errorf("recto %.40q writes nothing", args)
		} else if at := commanding(s, false); at >= 0 {
			t.Errorf("recto %.40q writes %.80q", args, s[max(at-20, 0):])
		}
		return s
	}
	replies := strings.Repeat(evil+"\x1b[2J\u202e\n3\n:h\n:w\n\n3\n", 40)
	if s := run("", "study", "--plain", nasty); !strings.Contains(s, "Q: Question 0 xxx") {
		t.Fatalf("the nasty deck is not studied: %.300q", s)
	}
	for _, deck := range []string{nasty, faulty} {
		run(replies, "study", "--plain", deck)
		run(replies, "quiz", "--plain", deck)
		run("", "preview", "--plain", deck)
		run("", "check", deck)
		run("", "cards", deck)
		run("", "cards", "why", "nasty/q8/ask", deck)
		run("", "due", deck)
		run("", "decks", deck)
		run("", "stats", deck)
		run("", "print", deck, "-o", filepath.Join(folder, "out.pdf"))
	}
	run("", "history", "import", history)
	run("", "study", "\x1b[2J\u202e.toml")
	run("", "help", "\x1b[2J\u202e")
	run("", "config", "\x1b[2J\u202e")

	keys := strings.Repeat("a\r 3", 8) + "\x1b[200~EVIL\x1b[201~" + strings.Repeat("\r3?\x1b", 20)
	for _, tt := range []struct {
		name, keys, leave string
		args              []string
	}{
		{"study", keys, "\x1bq", []string{"study", nasty}},
		{"quiz", keys, "\x1bq", []string{"quiz", nasty}},
		{"preview", strings.Repeat(" n", 30) + "c", "\x1bq", []string{"preview", nasty}},
		{"preview of faults", "c ", "\x1bq", []string{"preview", faulty}},
		{"cards", strings.Repeat("\x1b[B", 20) + "\r", "\x1bqq", []string{"cards", nasty}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			harmlessScreen(t, t.TempDir(), tt.keys, tt.leave, tt.args)
		})
	}
}

// harmlessScreen presses keys on a full screen and looks at all that is written.
func harmlessScreen(t *testing.T, home, keys, leave string, args []string) {
	cmd := program(t, home, args...)
	cmd.Env = append(slices.DeleteFunc(cmd.Env, func(s string) bool { return strings.HasPrefix(s, "TERM=") }), "TERM=xterm-256color")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	all, over := make(chan string, 1), make(chan struct{})
	go func() {
		var b strings.Builder
		buffer := make([]byte, 64<<10)
		for {
			n, err := terminal.Read(buffer)
			b.Write(buffer[:n])
			if err != nil {
				close(over)
				all <- b.String()
				return
			}
		}
	}()
	go func() {
		time.Sleep(500 * time.Millisecond) // the screen stands
		for _, k := range strings.SplitAfter(keys, "3") {
			terminal.WriteString(k)
			time.Sleep(10 * time.Millisecond)
		}
		for range 50 { // what is asked on leaving is answered so too
			if _, err := terminal.WriteString(leave); err != nil {
				return
			}
			select {
			case <-over:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
		cmd.Process.Signal(os.Interrupt)
	}()
	select {
	case s := <-all:
		if len(s) < 500 {
			t.Errorf("only %q is written", s)
		}
		if at := commanding(s, true); at >= 0 {
			t.Errorf("%.120q is written", s[max(at-40, 0):])
		}
	case <-time.After(time.Minute):
		t.Error("it does not end")
	}
	cmd.Wait()
}

// ownSequences are what recto's screens write beside text: looks, the cursor,
// what is erased and scrolled, modes, and what the terminal is asked.
var ownSequences = regexp.MustCompile("^(?:\x1b\\[[?<>=]?[0-9;:]*[ $\"]?[A-MPSTWXZ@abcdfghlmnpqrstu`]|\x1b\\]1[0-2];\\?\x07|\x1b[78=>MHD])")

// commanding returns where a text holds what a terminal obeys or what turns
// the direction of writing, -1 for nowhere. On a screen its own sequences are
// none, nor the isolates in their pairs.
func commanding(s string, screen bool) int {
	depth := 0
	for i, skip := 0, 0; i < len(s); i++ {
		if skip > 0 {
			skip--
			continue
		}
		if s[i] == 0x1b && screen {
			n := len(ownSequences.FindString(s[i:min(len(s), i+64)]))
			if n == 0 {
				return i
			}
			skip = n - 1
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		skip = size - 1
		switch {
		case r == '\n' && !screen:
			if depth != 0 {
				return i // an isolate of this line goes on in the next
			}
		case r == '\t', screen && strings.ContainsRune("\r\n\b", r):
		case r == '\u2068':
			depth++
		case r == '\u2069' && (depth > 0 || screen):
			depth--
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return i
		}
	}
	return -1
}
