//go:build unix

package picture

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"

	"recto/quiz/tui/frame"
)

// easel is a screen with a picture: n takes it away, p puts it back, d moves
// it up by two lines, q leaves.
type easel struct {
	gallery *Gallery
	window  frame.Window
	hidden  bool
	up      int
}

func (e *easel) Init() tea.Cmd { return nil }

func (e *easel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "n":
			e.hidden = true
		case "p":
			e.hidden = false
		case "d":
			e.up += 2
		case "q":
			return e, tea.Quit
		}
	}
	e.window.Takes(msg)
	return e, nil
}

func (e *easel) View() tea.View {
	body := []frame.Line{frame.Text("a picture:", 0)}
	if !e.hidden {
		body = append(body, e.gallery.Room(Source{"deck.toml", "board.png"}, 40, 6)...)
	}
	body = append(body, frame.Text("below", 0))
	return tea.View{Content: frame.Paint(80, 76, 20, false, nil, body[e.up:], nil)}
}

// terminal is the other end of a pty, which answers what it is asked.
type terminal struct {
	t       *testing.T
	master  *os.File
	done    chan error
	mu      sync.Mutex
	written strings.Builder
	seen    int
}

// answers are what terminals say to the questions of a gallery.
var answers = map[string]string{
	"kitty":   "\x1b_Gi=1919246945;OK\x1b\\\x1b[6;20;10t\x1b[?62;22c",
	"sixel":   "\x1b[6;20;10t\x1b[?62;4;22c",
	"neither": "\x1b[?62;22c",
	"refused": "\x1b_Gi=1919246945;ENOTSUPPORTED:no\x1b\\\x1b[?62;22c",
	"no size": "\x1b[?62;4;22c",
}

// hang shows a picture on a terminal that answers so.
func hang(t *testing.T, o Options, answer string) *terminal {
	t.Helper()
	t.Setenv("TERM", "xterm-256color")
	t.Setenv("COLORTERM", "truecolor")
	t.Setenv("NO_COLOR", "")
	t.Setenv("CLICOLOR", "")
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, master: master, done: make(chan error, 1)}
	if o.Open == nil {
		o.Open = opener(map[string][]byte{"board.png": board(t, 200, 100)})
	}
	g := New(o)
	go func() {
		err := frame.Run(context.Background(), frame.Terminal{Input: slave, Output: slave, Pictures: g}, &easel{gallery: g})
		slave.Close()
		term.done <- err
	}()
	go term.read(answer)
	t.Cleanup(func() { master.Close() })
	term.wait("below")
	return term
}

// read collects what is written, and answers.
func (term *terminal) read(answer string) {
	b := make([]byte, 64<<10)
	for {
		n, err := term.master.Read(b)
		if err != nil {
			return
		}
		term.mu.Lock()
		term.written.Write(b[:n])
		term.mu.Unlock()
		if answer != "" && strings.Contains(string(b[:n]), "\x1b[c") {
			fmt.Fprint(term.master, answer)
		}
	}
}

// all returns everything that was written.
func (term *terminal) all() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.written.String()
}

// wait waits until something was written since the last time, and returns what
// stands between.
func (term *terminal) wait(s string) string {
	term.t.Helper()
	return term.waitFor(regexp.MustCompile(regexp.QuoteMeta(s)))
}

func (term *terminal) waitFor(re *regexp.Regexp) string {
	term.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		all := term.all()
		if at := re.FindStringIndex(all[term.seen:]); at != nil {
			found := all[term.seen : term.seen+at[1]]
			term.seen += at[1]
			return found
		}
	}
	term.t.Fatalf("%q is not written, but %q", re, term.all()[term.seen:])
	return ""
}

// signal has the program look at the size of the window again.
func (term *terminal) signal() {
	if err := syscall.Kill(os.Getpid(), syscall.SIGWINCH); err != nil {
		term.t.Fatal(err)
	}
}

// press presses keys.
func (term *terminal) press(keys string) { fmt.Fprint(term.master, keys) }

// leave ends the program and returns everything that was written.
func (term *terminal) leave() string {
	term.t.Helper()
	term.press("q")
	select {
	case err := <-term.done:
		if err != nil {
			term.t.Error(err)
		}
	case <-time.After(20 * time.Second):
		term.t.Fatal("it does not end")
	}
	time.Sleep(20 * time.Millisecond)
	return term.all()
}

func TestKittyGraphics(t *testing.T) {
	term := hang(t, Options{}, answers["kitty"])
	// 200 by 100 points are 20 by 5 cells; the picture begins in the second line.
	drawn := term.wait("\x1b[2;3H\x1b_Ga=p,i=1919221760,p=1,x=0,y=0,w=200,h=100,c=20,r=5,C=1,q=2\x1b\\\x1b8")
	if !strings.Contains(drawn, "\x1b_Ga=t,f=100,i=1919221760,q=2,m=0;") {
		t.Error("the image is not handed over before it is shown")
	}
	term.press("n")
	term.wait("\x1b_Ga=d,d=i,i=1919221760,q=2\x1b\\")
	term.press("p")
	if drawn := term.wait(",c=20,r=5,"); strings.Contains(drawn, "a=t") {
		t.Error("the image is handed over once more")
	}
	term.press("d") // its first row is scrolled away
	term.wait("\x1b[1;3H\x1b_Ga=p,i=1919221760,p=1,x=0,y=20,w=200,h=80,c=20,r=4,C=1,q=2\x1b\\")
	if err := pty.Setsize(term.master, &pty.Winsize{Rows: 20, Cols: 90}); err != nil {
		t.Fatal(err)
	}
	term.signal()
	if drawn := term.wait(",c=20,r=4,"); !strings.Contains(drawn, "a=t") {
		t.Error("the image is not handed over again, though the screen was cleared")
	}
	if all := term.leave(); !strings.HasSuffix(strings.TrimRight(all, "\r\n"), "\x1b_Ga=d,d=I,i=1919221760,q=2\x1b\\") {
		t.Errorf("the terminal keeps the image: %q", all[max(len(all)-200, 0):])
	}
}

func TestSixels(t *testing.T) {
	term := hang(t, Options{}, answers["sixel"])
	term.wait("\x1b7\x1b[2;3H\x1bP0;1q\"1;1;200;96")
	term.wait("\x1b\\\x1b8")
	term.press("d")
	term.wait("\x1b7\x1b[1;3H\x1bP0;1q\"1;1;200;78")
	all := term.leave()
	if strings.Contains(all, "a=p") || strings.Contains(all, "▀") {
		t.Error("it is drawn in another way too")
	}
}

// A terminal that does not tell the size of its cells may have told the system.
func TestSixelsInCellsOfTheSystem(t *testing.T) {
	term := hang(t, Options{Cell: func() (Size, bool) { return Size{10, 20}, true }}, answers["no size"])
	term.wait("\x1b7\x1b[2;3H\x1bP0;1q\"1;1;200;96")
	term.leave()
}

// Pictures are drawn in cells wherever the terminal does not say that it can do
// more, and nothing else is written then.
func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name, answer string
		options      Options
		asked        bool
	}{
		{"it has neither", answers["neither"], Options{}, true},
		{"kitty graphics are refused", answers["refused"], Options{}, true},
		{"sixels without the size of a cell", answers["no size"], Options{}, true},
		{"sixels in cells of no size", answers["no size"], Options{Cell: func() (Size, bool) { return Size{}, true }}, true},
		{"sixels in cells that nobody knows", answers["no size"], Options{Cell: func() (Size, bool) { return Size{10, 20}, false }}, true},
		{"no answer", "", Options{}, true},
		{"it is not asked", answers["kitty"], Options{Blocks: true}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			term := hang(t, tt.options, tt.answer)
			term.seen = 0 // it may stand before the text does
			term.wait("▀")
			all := term.leave()
			if got := strings.Contains(all, "\x1b_G"); got != tt.asked {
				t.Errorf("asked: %t", got)
			}
			rest := strings.Replace(all, kittyAsk, "", 1)
			if strings.Contains(rest, "\x1b_") || strings.Contains(rest, "\x1bP") {
				t.Errorf("graphics are written: %q", rest)
			}
			if !strings.Contains(all, "\x1b[38;2;0;0;0;48;2;0;0;0m") && !strings.Contains(all, "38;2;") {
				t.Error("there are no colours")
			}
		})
	}
}

func TestOff(t *testing.T) {
	term := hang(t, Options{Off: true}, answers["kitty"])
	if all := term.leave(); strings.Contains(all, "\x1b_") || strings.Contains(all, "▀") {
		t.Errorf("%q is written", all)
	}
}

// An answer that comes too late changes nothing any more.
func TestLateAnswer(t *testing.T) {
	term := hang(t, Options{}, "")
	term.wait("▀")
	term.press(answers["kitty"])
	term.press("n")
	time.Sleep(4 * settleWait)
	all := term.leave()
	if strings.Contains(strings.Replace(all, kittyAsk, "", 1), "\x1b_G") {
		t.Errorf("graphics are written: %q", all)
	}
}
