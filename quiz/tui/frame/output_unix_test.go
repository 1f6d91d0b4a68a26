//go:build unix

package frame

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"reflect"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"golang.org/x/term"
)

// lender is a screen that gives the terminal away when e is pressed, and shows
// how often it came back and the size of the window.
type lender struct {
	size  tea.WindowSizeMsg
	times int
}

type backMsg struct{ err error }

func (l *lender) Init() tea.Cmd { return nil }

func (l *lender) View() tea.View {
	if l.size.Width == 0 {
		return tea.NewView("")
	}
	return tea.NewView(fmt.Sprintf("away %d, %d by %d.", l.times, l.size.Width, l.size.Height))
}

func (l *lender) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.size = msg
	case backMsg:
		l.times++
		if msg.err != nil {
			l.times = -1
		}
	case tea.KeyPressMsg:
		if msg.Code == 'q' {
			return l, tea.Quit
		}
		return l, Outside(exec.Command("sh", "-c", "test -t 0 && test -t 1 && stty size && stty -echo -icanon -opost"), func(err error) tea.Msg { return backMsg{err} })
	}
	return l, nil
}

// Another program has the terminal for itself, and the window may get another
// size meanwhile, at every moment: the screen that comes back has that size. What
// that program leaves undone is not there at the end.
func TestOutsideWhileResized(t *testing.T) {
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	if err := pty.Setsize(master, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(int(slave.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var shown bytes.Buffer
	go func() {
		b := make([]byte, 64<<10)
		for {
			n, err := master.Read(b)
			mu.Lock()
			shown.Write(b[:n])
			mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	wants := func(what string) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); ; time.Sleep(time.Millisecond) {
			mu.Lock()
			all := shown.String()
			at := bytes.Index(shown.Bytes(), []byte(what))
			if at >= 0 {
				shown.Next(at + len(what))
			}
			mu.Unlock()
			if at >= 0 {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%q is not shown, but %q", what, all)
			}
		}
	}
	ended := make(chan error, 1)
	go func() {
		ended <- Run(t.Context(), Terminal{Input: slave, Output: slave}, &lender{})
	}()
	defer slave.Close()
	wants("away 0, 80 by 24.")
	stop := make(chan struct{})
	var signals sync.WaitGroup
	signals.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(100 * time.Microsecond):
				_ = syscall.Kill(syscall.Getpid(), syscall.SIGWINCH)
			}
		}
	})
	for n := 1; n <= 20; n++ {
		if n == 20 { // and once when no signal tells of it
			close(stop)
			signals.Wait()
		}
		if err := pty.Setsize(master, &pty.Winsize{Rows: uint16(20 + n), Cols: uint16(80 + n)}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(master, "e"); err != nil {
			t.Fatal(err)
		}
		wants(fmt.Sprintf("%d %d\r\n", 20+n, 80+n))
		wants("\x1b[?1049h")
	}
	wants("100 by 40.")
	if _, err := io.WriteString(master, "q"); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
	if after, err := term.GetState(int(slave.Fd())); err != nil || !reflect.DeepEqual(before, after) {
		t.Errorf("the terminal was %v and is %v, %v", before, after, err)
	}
}
