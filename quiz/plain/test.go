package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"recto/decks"
	"recto/quiz/answer"
	"recto/quiz/practice"
	"recto/quiz/words"
)

// TestOptions are what a practice test needs beside its questions. Now is
// required.
type TestOptions struct {
	Now   func() time.Time // the learner's clock
	Words *words.Words     // what the test says; nil: in English, as the C locale writes it
	Echo  bool             // see Options
	Paper string           // the flags that make the same paper, told with the result
	Limit time.Duration    // of the test, told to the learner

	// Measure is as in Options.
	Measure func(file, image string) (width, height int, ok bool)

	// Record records a result once the test is handed in; nil: nothing is
	// recorded.
	Record func(context.Context, practice.Result) (practice.Recorded, error)
	// Again returns a test of questions that were missed; round is how often it
	// was asked for one. Nil: the learner is not asked whether to try them again.
	Again func(questions []*decks.Question, round int) (*practice.Test, error)
}

// Test runs a practice test to its end: it is handed in, its time is over, or
// the input ends, which hands in what was answered. It returns the result, of
// the first test where the learner tried what was missed again; with
// ErrInterrupted, when ctx ended before, what it came to until then. An error
// of Record is returned once the result was written. See Run for others, and
// for how lines are read.
func Test(ctx context.Context, t *practice.Test, in io.Reader, out io.Writer, o TestOptions) (practice.Result, error) {
	r := &tester{
		runner: &runner{
			ctx:     ctx,
			options: Options{Echo: o.Echo, Measure: o.Measure},
			w:       speaker(o.Words),
			in:      &lines{r: bufio.NewReaderSize(in, 4096)},
			out:     bufio.NewWriter(out),
		},
		test: t, o: o, outer: ctx,
	}
	result, err := r.sit()
	if flushed := r.out.Flush(); err == nil && flushed != nil {
		err = fmt.Errorf("write: %w", flushed)
	}
	return result, err
}

// tester is one run of a practice test.
type tester struct {
	*runner
	test    *practice.Test
	o       TestOptions
	outer   context.Context // of Test; that of the runner also ends with the time
	written int             // the number of the question whose text stands above, 0 for none
	phase   practice.Phase  // in which it was written
	confirm bool            // the learner was told what handing in leaves unanswered
}

// sit runs the test, and those of what was missed in it.
func (r *tester) sit() (practice.Result, error) {
	r.writePaper()
	if err := r.run(); err != nil {
		return r.test.Result(), err
	}
	first := r.test.Result()
	r.writeResult(first)
	if err := r.record(first); err != nil {
		return first, err
	}
	for round := 1; r.o.Again != nil; round++ {
		missed := r.test.Result().Missed()
		if len(missed) == 0 {
			break
		}
		if wants, err := r.wantsAgain(len(missed)); err != nil || !wants {
			return first, err
		}
		t, err := r.o.Again(missed, round)
		if err != nil {
			return first, err
		}
		r.test, r.written, r.confirm = t, 0, false
		r.line("")
		r.say(r.w.Test.Again(len(missed)))
		if err := r.run(); err != nil {
			return first, err
		}
		r.writeResult(r.test.Result())
	}
	return first, nil
}

// run asks until the test is finished.
func (r *tester) run() error {
	for {
		now := r.o.Now()
		_ = r.test.Apply(practice.Input{Action: practice.Tick, At: now}) // a Tick is always taken
		v := r.test.View(now)
		r.heedTime(v)
		if v.Phase == practice.Finished {
			return nil
		}
		r.write(v)
		if v.Phase == practice.Shown {
			r.apply(practice.Input{Action: practice.Continue})
			continue
		}
		line, err := r.ask(v)
		switch {
		case errors.Is(err, io.EOF):
			r.leave()
		case errors.Is(err, errTimeOver):
		case errors.Is(err, ErrInterrupted):
			return r.stop()
		case err != nil:
			return err
		default:
			r.obey(v, line)
		}
	}
}

// errTimeOver is the error of a line that was not read before the time was over.
var errTimeOver = errors.New("the time is over")

// ask writes a prompt and returns the next line, or errTimeOver.
func (r *tester) ask(v practice.View) (string, error) {
	prompt := "> "
	if v.Phase == practice.Judging {
		prompt = r.w.Test.Judge
	}
	ctx, cancel := r.outer, context.CancelFunc(func() {})
	if v.Limited && v.Ending == practice.Running {
		ctx, cancel = context.WithTimeout(r.outer, v.Left)
	}
	defer cancel()
	r.ctx = ctx
	line, err := r.read(prompt)
	if errors.Is(err, ErrInterrupted) && r.outer.Err() == nil {
		r.in.forget() // what is being typed
		return "", errTimeOver
	}
	return line, err
}

// heedTime says once that the time is over.
func (r *tester) heedTime(v practice.View) {
	if v.Ending == practice.TimeOver && r.phase != practice.Finished {
		r.say(r.w.Test.TimeOver)
		r.phase, r.written = practice.Finished, 0
	}
}

// leave hands in what was answered at the end of the input.
func (r *tester) leave() {
	r.apply(practice.Input{Action: practice.Leave})
	if r.phase == practice.Judging {
		r.say(r.w.Test.Unjudged)
	}
}

// stop breaks the test off, and writes what it has come to if anything was
// answered.
func (r *tester) stop() error {
	now := r.o.Now()
	_ = r.test.Apply(practice.Input{Action: practice.Interrupt, At: now}) // which is always taken
	if result := r.test.Result(); result.Whole.Answered > 0 {
		r.say(r.w.Test.Stopped)
		r.writeScore(result)
		if r.o.Record != nil {
			r.say(r.w.Test.Unrecorded)
		}
	}
	return ErrInterrupted
}

// apply gives the test an input, and reports whether it was taken.
func (r *tester) apply(in practice.Input) bool {
	in.At = r.o.Now()
	err := r.test.Apply(in)
	if err != nil && !errors.Is(err, practice.ErrTime) {
		r.say(r.w.Common.Sentence(r.w.Common.Engine(err.Error())))
	}
	return err == nil
}

// record records a result, and says what came of it.
func (r *tester) record(result practice.Result) error {
	if r.o.Record == nil {
		return nil
	}
	// An interrupt ends the program, not the saving of the result.
	done, err := r.o.Record(context.WithoutCancel(r.outer), result)
	if err != nil {
		r.say(r.w.Plain.NotSaved + err.Error())
		return fmt.Errorf("the result is not saved: %w", err)
	}
	r.say(r.w.Test.Recorded(done.Cards))
	for _, l := range done.Leeches {
		r.say(r.w.Plain.Leech + l.Card.ID.String() + " " + r.w.Advice(l))
	}
	return nil
}

// wantsAgain asks whether to try again what was missed.
func (r *tester) wantsAgain(missed int) (bool, error) {
	r.line("")
	r.ctx = r.outer
	line, err := r.read(r.w.Test.Retry(missed))
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	return line == "y", err
}

// obey does what a line says.
func (r *tester) obey(v practice.View, line string) {
	confirmed := r.confirm
	r.confirm = false
	if rest, ok := literal(line); ok {
		line = rest
	} else if len(line) > 0 && line[0] == ':' {
		r.command(v, line[1:], confirmed)
		return
	}
	switch v.Phase {
	case practice.Judging:
		verdict, ok := map[string]answer.Verdict{"r": answer.Correct, "p": answer.Close, "w": answer.Wrong, "3": answer.Correct, "2": answer.Close, "1": answer.Wrong}[line]
		if !ok {
			r.say(r.w.Test.NoJudge)
			return
		}
		r.apply(practice.Input{Action: practice.Judge, Verdict: verdict})
	case practice.Ready:
		if line != "" {
			r.say(r.w.Test.HandIn)
			return
		}
		r.apply(practice.Input{Action: practice.Submit})
	default:
		if r.apply(practice.Input{Action: practice.Answer, Text: line}) && v.Entry.State == practice.Answered && strings.TrimSpace(line) == "" {
			r.say(r.w.Test.Kept)
		}
	}
}

// command does what a line after its colon says.
func (r *tester) command(v practice.View, line string, confirmed bool) {
	name, argument, _ := strings.Cut(strings.TrimSpace(line), " ")
	if argument = strings.TrimSpace(argument); argument != "" && name != "g" {
		name += " " + argument
	}
	switch name {
	case "s":
		r.tell(practice.Skip, r.w.Test.Skipped)
	case "c":
		r.tell(practice.Clear, r.w.Test.Cleared)
	case "u":
		r.tell(practice.Undo, r.w.Test.Undone)
		r.written = 0
	case "f":
		if r.apply(practice.Input{Action: practice.Flag}) {
			r.say(map[bool]string{true: r.w.Test.FlagOff, false: r.w.Test.FlagOn}[v.Entry.Flag])
		}
	case "g":
		n, _ := strconv.Atoi(argument) // what is no number is refused like 0
		if r.apply(practice.Input{Action: practice.Go, Number: n}) {
			r.written = 0
		}
	case "l":
		r.say(r.w.Test.Progress(v.Answered, v.Total))
		r.writeList(v)
	case "d":
		if v.Unanswered > 0 && v.Ending == practice.Running && v.Phase != practice.Ready && !confirmed {
			r.say(r.w.Test.Confirm(v.Unanswered))
			r.confirm = true
			return
		}
		r.apply(practice.Input{Action: practice.Submit})
	case "q":
		r.apply(practice.Input{Action: practice.Leave})
	case "?":
		for _, l := range r.w.Test.Help {
			r.line(l)
		}
	default:
		r.say(r.w.Plain.NoCommand(clip(name)))
	}
}

// tell does what needs nothing but its name, and says that it is done.
func (r *tester) tell(a practice.Action, done string) {
	if r.apply(practice.Input{Action: a}) {
		r.say(done)
	}
}
