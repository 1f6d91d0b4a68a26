package history_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/history"
	"recto/quiz/history/historytest"
)

// childEnv names the part that this test binary plays when a test starts it as
// a process of its own: "rate" or "look", then arguments, a line each.
const childEnv = "RECTO_HISTORY_TEST_CHILD"

func TestMain(m *testing.M) {
	if part := os.Getenv(childEnv); part != "" {
		os.Exit(child(strings.Split(part, "\n")))
	}
	code := m.Run()
	if madeIn != "" {
		_ = os.RemoveAll(madeIn)
	}
	os.Exit(code)
}

// child plays a part and returns an exit code.
func child(part []string) int {
	var err error
	switch part[0] {
	case "rate":
		n, _ := strconv.Atoi(part[3])
		err = rateAll(part[1], part[2], n)
	case "look":
		err = look(part[1])
	}
	if err != nil {
		fmt.Println("error", kind(err), strconv.Quote(err.Error()))
		return 1
	}
	return 0
}

// rateAll rates a card n times and tells each rating once it is acknowledged.
func rateAll(path, question string, n int) error {
	ctx := context.Background()
	s, err := history.Open(ctx, path, fsrs.Models)
	if err != nil {
		return err
	}
	for i := range n {
		e := historytest.Review(question, 20000+quiz.Day(i), quiz.Good)
		if err := s.Commit(ctx, e); err != nil {
			return errors.Join(err, s.Close())
		}
		fmt.Println("rated", e.ID)
	}
	return s.Close()
}

// look tells all events and the number of cards, as a read command would.
func look(path string) error {
	ctx := context.Background()
	s, err := history.OpenReadOnly(ctx, path, fsrs.Models)
	if err != nil {
		return err
	}
	all, err := s.Progress(ctx)
	if err != nil {
		return err
	}
	for e, err := range s.Events(ctx, 0) {
		if err != nil {
			return err
		}
		fmt.Println("rated", e.ID)
	}
	fmt.Println("cards", len(all))
	return s.Close()
}

// kinds are the errors of the package by name.
var kinds = map[string]error{
	"locked": history.ErrLocked, "moved": history.ErrMoved, "conflict": history.ErrConflict, "foreign": history.ErrForeign,
	"newer": history.ErrNewer, "older": history.ErrOlder, "damaged": history.ErrDamaged, "read-only": history.ErrReadOnly,
	"full": history.ErrFull, "unsupported": history.ErrUnsupported,
}

// kind names the kind of an error.
func kind(err error) string {
	for name, k := range kinds {
		if errors.Is(err, k) {
			return name
		}
	}
	return "other"
}

// self is this test binary, playing a part.
func self(binary string, part ...string) *exec.Cmd {
	cmd := exec.Command(binary, "-test.run=^$")
	cmd.Env = append(os.Environ(), childEnv+"="+strings.Join(part, "\n"))
	cmd.Stderr = os.Stderr
	return cmd
}

// told is what a child has told: the ids it rated or read, and everything.
type told struct {
	ids   []string
	lines []string
}

// start starts a child and returns what it is going to tell.
func start(t testing.TB, cmd *exec.Cmd) io.Reader {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return out
}

// listen reads what a child tells until it ends.
func listen(cmd *exec.Cmd, out io.Reader, each func(line string)) (all told) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		all.lines = append(all.lines, lines.Text())
		if id, ok := strings.CutPrefix(lines.Text(), "rated "); ok {
			all.ids = append(all.ids, id)
		}
		each(lines.Text())
	}
	_ = cmd.Wait() // how it ended is in its lines, or it was killed
	return all
}

// holds fails the test unless a sound history holds all ids.
func holds(t testing.TB, path string, ids []string) {
	t.Helper()
	s := historytest.Open(t, path)
	defer func() { _ = s.Close() }()
	historytest.Sound(t, s)
	text := historytest.Exported(t, s)
	for _, id := range ids {
		if !strings.Contains(text, `{"id":"`+id+`"`) {
			t.Errorf("event %s was acknowledged and is lost", id)
		}
	}
}
