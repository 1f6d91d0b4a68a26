//go:build linux

package tui

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/fsrs"
	"recto/quiz/history"
)

// childHistory names the history of a program that runs a session on its
// terminal; childMode is what goes wrong in it.
const (
	childHistory = "RECTO_TUI_TEST_HISTORY"
	childMode    = "RECTO_TUI_TEST_MODE"
)

func TestMain(m *testing.M) {
	if file := os.Getenv(childHistory); file != "" {
		os.Exit(studyOnTerminal(file, os.Getenv(childMode)))
	}
	os.Exit(m.Run())
}

// The questions share no letter at the same place, so that a screen that only
// writes what has changed writes them as a whole.
var ptyAsks = []string{"AAAAAAAA", "BBBBBBBB", "CCCCCCCC", "DDDDDDDD"}

// studyOnTerminal is the program of the tests: a session on the standard input
// and output, ended by signals as the command is.
func studyOnTerminal(file, mode string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	err := studyFile(ctx, file, mode)
	switch {
	case errors.Is(err, ErrInterrupted):
		return 130
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func studyFile(ctx context.Context, file, mode string) error {
	store, err := history.Open(ctx, file, fsrs.Models)
	if err != nil {
		return err
	}
	defer store.Close()
	source := "title = \"Letters\"\nid = \"letters\"\n[defaults]\ntyped = false\n"
	for i, ask := range ptyAsks {
		source += fmt.Sprintf("[[question]]\nid = \"q%d\"\nask = \"%s\"\nanswer = \"answer\"\n", i, ask)
	}
	deck, err := decks.Parse("deck.toml", []byte(source), nil)
	if err != nil {
		return err
	}
	o := fsrs.DefaultOptions()
	o.LearningSteps = nil
	scheduler, err := fsrs.New(o)
	if err != nil {
		return err
	}
	var items []quiz.Item
	for _, q := range deck.Questions {
		c := q.Cards()[0]
		all, err := store.Progress(ctx, c.ID)
		if err != nil {
			return err
		}
		items = append(items, quiz.Item{Card: c, Progress: all[c.ID]})
	}
	clock := func() (quiz.Moment, int) { return quiz.MomentAt(time.Now(), time.UTC, 4), 0 }
	now, _ := clock()
	session := quiz.NewSession(quiz.Queue(items, now, quiz.DefaultLimits(), 1), func(decks.Card) quiz.Scheduler { return scheduler },
		answer.Standard{}, quiz.SessionOptions{Start: now, Random: rand.Reader})
	options := Options{Now: clock, Store: store}
	if mode == "panic" {
		options.Store = panicking{store}
	}
	return Run(ctx, session, options)
}

// panicking is a history that panics when something is saved.
type panicking struct{ Store }

func (panicking) Commit(context.Context, ...quiz.Event) error { panic("a bug") }

// terminal is a terminal with a session on it.
type terminal struct {
	t      testing.TB
	cmd    *exec.Cmd
	master *os.File
	slave  *os.File // kept open: its settings outlive the session
	before unix.Termios
	output chan []byte
	stop   chan struct{} // ends the reading
	seen   []byte
}

// start starts a session on a terminal of 80 by 24 cells.
func start(t testing.TB, file, mode string) *terminal {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	term := &terminal{t: t, master: master, slave: slave, output: make(chan []byte, 1024), stop: make(chan struct{})}
	term.resize(80, 24)
	term.before = term.settings()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	term.cmd = exec.Command(exe)
	term.cmd.Env = []string{childHistory + "=" + file, childMode + "=" + mode, "TERM=xterm-256color", "HOME=" + t.TempDir(), "GORACE=" + os.Getenv("GORACE")}
	term.cmd.Stdin, term.cmd.Stdout, term.cmd.Stderr = slave, slave, slave
	term.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go term.read()
	t.Cleanup(func() {
		_ = term.cmd.Process.Kill()
		_ = term.cmd.Wait()
		select {
		case <-term.stop:
		default:
			term.close()
		}
	})
	return term
}

// read reads what is written on the terminal. It never waits in a read, which
// would keep the terminal open.
func (term *terminal) read() {
	defer close(term.output)
	fd := int(term.master.Fd())
	for {
		select {
		case <-term.stop:
			return
		default:
		}
		poll := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
		if n, err := unix.Poll(poll, 20); n < 1 || err != nil {
			continue
		}
		b := make([]byte, 1<<14)
		n, err := unix.Read(fd, b)
		if err != nil {
			return
		}
		term.output <- b[:n]
	}
}

// close closes the terminal.
func (term *terminal) close() {
	close(term.stop)
	for range term.output {
	}
	term.slave.Close()
	term.master.Close()
}

func (term *terminal) settings() unix.Termios {
	term.t.Helper()
	s, err := unix.IoctlGetTermios(int(term.slave.Fd()), unix.TCGETS)
	if err != nil {
		term.t.Fatal(err)
	}
	return *s
}

func (term *terminal) resize(width, height uint16) {
	term.t.Helper()
	if err := pty.Setsize(term.master, &pty.Winsize{Cols: width, Rows: height}); err != nil {
		term.t.Fatal(err)
	}
}

// wants waits until words are written behind those that it waited for before.
func (term *terminal) wants(words ...string) {
	term.t.Helper()
	late := time.After(20 * time.Second)
	for _, word := range words {
		for !bytes.Contains(term.seen, []byte(word)) {
			select {
			case b, ok := <-term.output:
				if !ok {
					term.t.Fatalf("the session ended without %q; %q", word, term.seen)
				}
				term.seen = append(term.seen, b...)
			case <-late:
				term.t.Fatalf("no %q in %q", word, term.seen)
			}
		}
		term.seen = term.seen[bytes.Index(term.seen, []byte(word))+len(word):]
	}
}

func (term *terminal) types(keys string) {
	term.t.Helper()
	if _, err := term.master.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// code waits for the end of the session and returns its exit code, -1 for a
// signal.
func (term *terminal) code() int {
	term.t.Helper()
	done := make(chan error, 1)
	go func() { done <- term.cmd.Wait() }()
	select {
	case <-done:
		return term.cmd.ProcessState.ExitCode()
	case <-time.After(20 * time.Second):
		term.t.Fatal("the session does not end")
		return 0
	}
}

// ratings returns what a history holds.
func ratings(t testing.TB, file string) (all []quiz.Rating) {
	t.Helper()
	ctx := context.Background()
	store, err := history.Open(ctx, file, fsrs.Models)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for i := range ptyAsks {
		events, err := store.Reviews(ctx, decks.CardID{Deck: "letters", Question: fmt.Sprint("q", i), Face: decks.AskFace})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			all = append(all, e.Review.Rating)
		}
	}
	return all
}

// A session is studied by keys and resized, killed after a rating, and found
// again as it was.
func TestKilled(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history.sqlite")
	term := start(t, file, "")
	term.wants("AAAAAAAA")
	term.types(" ")
	term.wants("answer", "[3 Good")
	term.types("4")
	term.wants("BBBBBBBB")
	term.resize(40, 12)
	term.wants("BBBBBBBB")
	term.types("\r")
	term.wants("[3 Good]")
	term.resize(120, 40)
	term.wants("[3 Good ")
	term.types(" ")
	term.wants("CCCCCCCC")
	if err := term.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	term.code()
	if got := ratings(t, file); !slices.Equal(got, []quiz.Rating{quiz.Easy, quiz.Good}) {
		t.Errorf("ratings %v", got)
	}

	again := start(t, file, "")
	again.wants("1 of 2", "CCCCCCCC")
	again.types(" 2")
	again.wants("DDDDDDDD")
	again.types("q")
	again.wants("Done: 1 answered, 100% right, 1 left; next due now")
	if code := again.code(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if got := ratings(t, file); len(got) != 3 {
		t.Errorf("ratings %v", got)
	}
}

// However a session ends, the terminal is as it was, and what was rated before
// is saved.
func TestTerminalRestored(t *testing.T) {
	for _, tt := range []struct {
		name, mode string
		end        func(*terminal)
		code       int
		rated      int
	}{
		{"q", "", func(term *terminal) { term.types("q") }, 0, 1},
		{"Ctrl+C", "", func(term *terminal) { term.types("\x03") }, 130, 1},
		{"Ctrl+C before the rating is saved", "", func(term *terminal) { term.types(" 3\x03") }, 130, 2},
		{"SIGTERM", "", func(term *terminal) { term.signal(syscall.SIGTERM) }, 130, 1},
		{"SIGHUP", "", func(term *terminal) { term.signal(syscall.SIGHUP) }, 130, 1},
		{"SIGINT", "", func(term *terminal) { term.signal(syscall.SIGINT) }, 130, 1},
		{"panic", "panic", nil, 1, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "history.sqlite")
			term := start(t, file, tt.mode)
			term.wants("\x1b[?1049h", "AAAAAAAA")
			term.types(" ")
			term.wants("[3 Good")
			term.types("4")
			if tt.end != nil {
				term.wants("BBBBBBBB")
				if term.settings() == term.before {
					t.Error("the terminal is not in raw mode")
				}
				tt.end(term)
			}
			term.wants("\x1b[?1049l")
			if code := term.code(); code != tt.code {
				t.Errorf("exit code %d, want %d", code, tt.code)
			}
			if term.settings() != term.before {
				t.Error("the terminal is not as it was")
			}
			if got := ratings(t, file); len(got) != tt.rated {
				t.Errorf("%d ratings are saved, want %d", len(got), tt.rated)
			}
		})
	}
}

func (term *terminal) signal(s os.Signal) {
	term.t.Helper()
	if err := term.cmd.Process.Signal(s); err != nil {
		term.t.Fatal(err)
	}
}

// A window that is closed ends the session.
func TestWindowClosed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history.sqlite")
	term := start(t, file, "")
	term.wants("AAAAAAAA")
	term.types(" 4")
	term.wants("BBBBBBBB")
	term.close()
	if code := term.code(); code != 130 {
		t.Errorf("exit code %d", code)
	}
	if got := ratings(t, file); len(got) != 1 {
		t.Errorf("ratings %v", got)
	}
}

// Where no shell could bring the session back Ctrl+Z does not lose it.
func TestSuspendWithoutShell(t *testing.T) {
	term := start(t, filepath.Join(t.TempDir(), "history.sqlite"), "")
	term.wants("AAAAAAAA")
	term.types("\x1a")
	term.wants("\x1b[?1049l", "\x1b[?1049h", "AAAAAAAA")
	term.types(" ")
	term.wants("[3 Good")
}

// A shell stops the session at Ctrl+Z, has the terminal as it was, and brings
// the session back.
func TestSuspend(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "history.sqlite")
	term := start(t, file, "")
	term.wants("AAAAAAAA")
	term.types("q")
	term.code()
	term.cmd = exec.Command(bash, "--norc", "-mc", `"$1"; echo "STOP""PED $?"; read answer; fg`, "bash", exe)
	term.cmd.Env = []string{childHistory + "=" + file, "TERM=xterm-256color", "HOME=" + t.TempDir(), "GORACE=" + os.Getenv("GORACE")}
	term.cmd.Stdin, term.cmd.Stdout, term.cmd.Stderr = term.slave, term.slave, term.slave
	term.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	term.wants("AAAAAAAA")
	term.types(" ")
	term.wants("[3 Good")
	term.types("\x1a")
	term.wants("\x1b[?1049l", "STOPPED 148")
	if term.settings() != term.before {
		t.Error("the shell does not have the terminal as it was")
	}
	term.resize(60, 20)
	term.types("\n")
	term.wants("\x1b[?1049h", "AAAAAAAA", "[3 Good")
	term.types("3")
	term.wants("BBBBBBBB")
	term.types("q")
	term.wants("\x1b[?1049l")
	term.code()
	if got := ratings(t, file); len(got) != 1 {
		t.Errorf("ratings %v", got)
	}
}

// The time from a key to the frame that shows it, over a pseudo-terminal: 8 ms
// at the median and 20 ms at the 99th percentile are the bounds.
func BenchmarkKeyToFrame(b *testing.B) {
	keyToFrame(b, [2]string{"\x1b[C", "\x1b[D"}, [2]string{"[4 Easy", "[3 Good"})
}

// The same for a rating and its undoing, with the commit to the disk between.
func BenchmarkRatingToFrame(b *testing.B) {
	keyToFrame(b, [2]string{"3", "u"}, [2]string{"BBBBBBBB", "Undone"})
}

// keyToFrame measures two keys in turn until their words are on the screen.
func keyToFrame(b *testing.B, keys, words [2]string) {
	term := start(b, filepath.Join(b.TempDir(), "history.sqlite"), "")
	term.wants("AAAAAAAA")
	term.types(" ")
	term.wants("[3 Good")
	var times []time.Duration
	for i := 0; b.Loop(); i++ {
		time.Sleep(time.Duration(20+i%9) * time.Millisecond) // out of step with the frames
		begun := time.Now()
		term.types(keys[i%2])
		term.wants(words[i%2])
		times = append(times, time.Since(begun))
	}
	slices.Sort(times)
	at := func(percent int) float64 {
		return float64(times[min(len(times)*percent/100, len(times)-1)].Microseconds()) / 1000
	}
	b.ReportMetric(at(50), "ms-median")
	b.ReportMetric(at(99), "ms-p99")
	b.ReportMetric(0, "ns/op")
}
