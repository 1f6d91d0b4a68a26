//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// theatre is a terminal with a shell in which stories are played: tmux keeps
// the screen, as a person sees it.
type theatre struct {
	t      testing.TB
	socket string
	folder string // where the shell stands
	began  string // what the terminal was set to before anything ran
}

// prompt is what the shell says when it waits.
const prompt = "$ "

// newTheatre opens a terminal of a size, with a shell in folder that has the
// program in its path; it skips the test where there is no tmux.
func newTheatre(t testing.TB, folder string, width, height int, env ...string) *theatre {
	t.Helper()
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux, which keeps the screen that stories are read from")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(exe, filepath.Join(bin, "recto")); err != nil {
		t.Fatal(err)
	}
	// The path of a socket has to be short.
	short, err := os.MkdirTemp("", "t")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(short) })
	th := &theatre{t: t, socket: filepath.Join(short, "s"), folder: folder}
	home := filepath.Join(folder, "home")
	args := []string{"-S", th.socket, "-f", os.DevNull, "-u", "new-session", "-d", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height), "-c", folder, "-s", "stage", "--",
		"env", "-i", "PATH=" + bin + ":/usr/bin:/bin", "HOME=" + home, "RECTO_HOME=" + filepath.Join(home, "recto"), "RECTO_NOW=2026-03-02T10:00:00Z",
		"TZ=UTC", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TERM=screen-256color", "PS1=" + prompt, "GORACE=" + os.Getenv("GORACE")}
	args = append(append(args, env...), "sh")
	cmd := exec.Command(tmux, args...)
	cmd.Env = append(os.Environ(), "TMUX=", "TERM=xterm-256color")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("tmux: %v\n%s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command(tmux, "-S", th.socket, "kill-server").Run() })
	th.tmux("set-option", "-g", "status", "off")
	th.tmux("resize-window", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height))
	th.see(strings.TrimSpace(prompt))
	th.began = th.state()
	return th
}

// tmux tells the terminal something and returns what it answers.
func (th *theatre) tmux(args ...string) string {
	th.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-S", th.socket}, args...)...).CombinedOutput()
	if err != nil {
		th.t.Fatalf("tmux %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// types types text as it is; presses presses keys by their names in tmux.
func (th *theatre) types(text string) { th.tmux("send-keys", "-l", "--", text) }

func (th *theatre) presses(keys ...string) {
	th.tmux(append([]string{"send-keys", "--"}, keys...)...)
}

// pastes pastes text as a terminal does that brackets it.
func (th *theatre) pastes(text string) {
	th.tmux("set-buffer", "--", text)
	th.tmux("paste-buffer", "-p")
}

// resize makes the window another size, and gives programs a moment to hear of
// it.
func (th *theatre) resize(width, height int) {
	th.tmux("resize-window", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height))
	time.Sleep(200 * time.Millisecond)
}

// screen returns what is to be seen, without the space behind lines and below
// the last one.
func (th *theatre) screen() string {
	lines := strings.Split(th.tmux("capture-pane", "-p"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

// coloured returns what is to be seen with the sequences that colour it.
func (th *theatre) coloured() string { return th.tmux("capture-pane", "-p", "-e") }

// still returns the screen when it has stopped changing. A story says before
// what it waits for: a program that gets no turn stands still as well.
func (th *theatre) still() string {
	last, same := th.screen(), 0
	for range 100 {
		time.Sleep(30 * time.Millisecond)
		now := th.screen()
		if same++; now != last {
			last, same = now, 0
		}
		if same == 4 {
			return now
		}
	}
	th.t.Errorf("the screen does not come to rest:\n%s", last)
	return last
}

// patience is how long something is waited for.
const patience = 30 * time.Second

// see waits until words stand on the screen, gone until they do not.
func (th *theatre) see(words string)  { th.t.Helper(); th.wait(words, true) }
func (th *theatre) gone(words string) { th.t.Helper(); th.wait(words, false) }

func (th *theatre) wait(words string, there bool) {
	th.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		now := th.screen()
		if strings.Contains(now, words) == there {
			return
		}
		if time.Now().After(end) {
			th.t.Fatalf("waited for %q to be there: %v; on screen:\n%s", words, there, now)
		}
	}
}

// kill ends the program that the shell runs with signal 9, and makes the
// terminal usable again, as a person does with stty sane.
func (th *theatre) kill() {
	th.t.Helper()
	shell := strings.TrimSpace(th.tmux("display-message", "-p", "#{pane_pid}"))
	if out, err := exec.Command("pkill", "-9", "-P", shell).CombinedOutput(); err != nil {
		th.t.Fatalf("pkill: %v %s", err, out)
	}
	for end := time.Now().Add(patience); exec.Command("pgrep", "-P", shell).Run() == nil; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			th.t.Fatal("the program does not end")
		}
	}
	tty := strings.TrimSpace(th.tmux("display-message", "-p", "#{pane_tty}"))
	if out, err := exec.Command("stty", "-F", tty, "sane").CombinedOutput(); err != nil {
		th.t.Fatalf("stty: %v %s", err, out)
	}
}

// state is what programs change of a terminal, and have to put back.
func (th *theatre) state() string {
	flags := th.tmux("display-message", "-p",
		"alternate #{alternate_on} mouse #{mouse_any_flag} sgr #{mouse_sgr_flag} cursor #{cursor_flag} keypad #{keypad_flag} keys #{keypad_cursor_flag} wrap #{wrap_flag}")
	tty := strings.TrimSpace(th.tmux("display-message", "-p", "#{pane_tty}"))
	modes, err := exec.Command("stty", "-F", tty, "-a").Output()
	if err != nil {
		th.t.Fatalf("stty: %v", err)
	}
	return flags + string(modes[strings.IndexByte(string(modes), '\n')+1:]) // the first line has the size
}

// restored waits until the terminal is as it was before anything ran.
func (th *theatre) restored() {
	th.t.Helper()
	var now string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if now = th.state(); now == th.began {
			return
		}
	}
	th.t.Errorf("the terminal was\n%s\nand is now\n%s", th.began, now)
}
