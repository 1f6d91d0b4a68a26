package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
	"recto/quiz/answer"
	"recto/quiz/plain"
	"recto/quiz/practice"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/home"
	"recto/quiz/tui/test"
)

func quizCommand() *cli.Command {
	return &cli.Command{
		Name:      "quiz",
		Usage:     "a scored practice test",
		ArgsUsage: "[DECK...]",
		Description: "The questions and options of the sheet that \"recto print\" makes with the same decks,\n" +
			"tags, count and seed. Nothing is recorded without --record. \"recto help quizzes\" tells more.",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "count", Usage: "ask `N` questions, drawn by the seed", DefaultText: "all"},
			&cli.StringFlag{Name: "time", Usage: "end after a `TIME` such as 10m, 90s or 1h30m", DefaultText: "no limit"},
			&cli.StringSliceFlag{Name: "tag", Usage: "only questions with the tag `T` (may be repeated: any of them)"},
			whereFlag("questions"),
			&cli.StringFlag{Name: "seed", Usage: "a number `S` that decides every order (default: the study day)"},
			&cli.StringFlag{Name: "letter", Usage: "as the version `LETTER` of an exam that is printed with --versions: the questions are shuffled too"},
			&cli.BoolFlag{Name: "feedback", Usage: "show the marking of each answer at once, not at the end"},
			&cli.BoolFlag{Name: "record", Usage: "let the result count as reviews in the history"},
			&cli.BoolFlag{Name: "plain", Usage: "sequential lines, for pipes and screen readers"},
			&cli.BoolFlag{Name: "json", Usage: "print the result as JSON, the test itself goes to the standard error"},
		},
		Action: takeQuiz,
	}
}

func takeQuiz(c *cli.Context) error {
	if slices.Contains(c.Args().Slice(), "-") {
		return usage("a deck from the standard input cannot be asked, the answers come from there\nhint: save it to a file")
	}
	q, err := openQuiz(c)
	if err != nil {
		return err
	}
	defer func() { _ = q.close() }()
	result, err := q.run(c)
	over := result.Ending == practice.HandedIn || result.Ending == practice.TimeOver
	if c.Bool("json") && over {
		err = errors.Join(err, printQuiz(c, q, result))
	}
	if errors.Is(err, plain.ErrInterrupted) || errors.Is(err, frame.ErrInterrupted) {
		said := "recto: stopped"
		if !over {
			said += "; the test counts for nothing and is not recorded"
		}
		fmt.Fprintln(c.App.ErrWriter, said)
		return silent(exitInterrupted)
	}
	return err
}

// quizSitting is a test that is about to be taken.
type quizSitting struct {
	w        *workspace
	plan     quizPlan
	test     *practice.Test
	record   recordFunc
	recorded int // cards that were rated in the history
}

// openQuiz begins the test that the flags ask for. Close it.
func openQuiz(c *cli.Context) (q *quizSitting, err error) {
	q = &quizSitting{}
	if q.plan, err = readQuizFlags(c); err != nil {
		return nil, err
	}
	if q.w, err = quizWorkspace(c); err != nil {
		return nil, err
	}
	if err := q.open(c); err != nil {
		_ = q.close() // the first error says more
		return nil, err
	}
	return q, nil
}

// open draws the questions, and begins.
func (q *quizSitting) open(c *cli.Context) (err error) {
	if q.plan.seed, err = seedFlag(c, q.w.clock.Now()); err != nil {
		return err
	}
	exam, err := q.plan.exam(c, q.w.decks)
	if err != nil {
		return err
	}
	if q.record, err = quizRecorder(c, q); err != nil {
		return err
	}
	if q.test, err = q.plan.test(exam, max(q.plan.version, 1), q.now(), q.plan.limit); err != nil {
		return usage("%w", err)
	}
	return nil
}

func (q *quizSitting) close() error {
	if q.w.store == nil {
		return nil
	}
	return q.w.Close()
}

func (q *quizSitting) now() time.Time { return q.w.clock.Now().At }

// again returns a test of questions that were missed, without a limit of time
// and with their options in another order each round, so that nobody learns a
// letter.
func (q *quizSitting) again(missed []*decks.Question, round int) (*practice.Test, error) {
	return q.plan.test(&export.Exam{Questions: missed, Seed: q.plan.seed}, round+1, q.now(), 0)
}

// run runs the test on the full screen where there is one, else as lines of
// text.
func (q *quizSitting) run(c *cli.Context) (practice.Result, error) {
	if in, out, ok := fullScreen(c); ok && !c.Bool("json") {
		screen := test.New(c.Context, q.test, q.screenOptions(c))
		err := frame.Run(c.Context, terminal(c, q.w.config, in, out), screen)
		return screen.Result(), err
	}
	out := c.App.Writer
	if c.Bool("json") {
		out = c.App.ErrWriter
	}
	o := plain.TestOptions{
		Now: q.now, Words: speech(), Echo: !isTerminal(c.App.Reader),
		Paper: q.plan.paper(c), Limit: q.plan.limit, Record: q.record, Measure: measureImage,
	}
	if isTerminal(c.App.Reader) && isTerminal(c.App.Writer) {
		o.Again = q.again
	}
	return plain.Test(c.Context, q.test, c.App.Reader, out, o)
}

// screenOptions returns what the screen of a test needs.
func (q *quizSitting) screenOptions(c *cli.Context) test.Options {
	return test.Options{
		Now: q.now, Words: speech(), Keys: q.w.config.Keys,
		Paper: q.plan.paper(c), Record: q.record, Again: q.again, Pictures: pictures(c, q.w.config),
	}
}

// homeCount is how many questions a test has that is begun on the home screen.
const homeCount = 20

// quiz opens the test that "recto quiz" would hold, of a number of questions
// that is done in some minutes.
func (h *homeScreen) quiz(chosen []home.Deck) frame.Opener {
	return func(ctx context.Context) (frame.Screen, error) {
		c, err := h.command(ctx, quizCommand(), namesOf(chosen))
		if err != nil {
			return nil, err
		}
		if err := c.Set("count", strconv.Itoa(homeCount)); err != nil {
			return nil, err
		}
		q, err := openQuiz(c)
		if err != nil {
			return nil, err
		}
		return &closing{test.New(ctx, q.test, q.screenOptions(c)), q.close}, nil
	}
}

// quizPlan is what the flags of quiz ask for.
type quizPlan struct {
	seed     uint64
	version  int // of an exam with versions, from 1; 0 for none
	count    int
	tags     []string
	limit    time.Duration
	feedback practice.Feedback
}

// maxQuizTime is the longest limit of a test.
const maxQuizTime = 24 * time.Hour

func readQuizFlags(c *cli.Context) (p quizPlan, err error) {
	p.count, p.tags = c.Int("count"), c.StringSlice("tag")
	if c.IsSet("count") && p.count < 1 {
		return p, usage("--count must be at least 1")
	}
	if c.IsSet("time") {
		p.limit, err = time.ParseDuration(c.String("time"))
		if err != nil || p.limit < time.Second || p.limit > maxQuizTime {
			return p, usage("--time must be from 1s to 24h, such as 10m or 1h30m, not %q", printable(c.String("time")))
		}
	}
	if letter := strings.ToUpper(c.String("letter")); c.IsSet("letter") {
		if len(letter) != 1 || letter < "A" || letter > "Z" {
			return p, usage("--letter must be A to Z, not %q", printable(c.String("letter")))
		}
		p.version = int(letter[0]-'A') + 1
	}
	if c.Bool("feedback") {
		p.feedback = practice.AtOnce
	}
	if _, err := readWhere(c); err != nil {
		return p, err
	}
	return p, nil
}

// quizWorkspace loads the decks, and opens the history when the result is to
// be recorded: then what was edited since it was studied keeps its history.
func quizWorkspace(c *cli.Context) (*workspace, error) {
	if !c.Bool("record") {
		w, err := newWorkspace()
		if err != nil {
			return nil, err
		}
		return w, w.load(c, c.Args().Slice())
	}
	w, err := openDealt(c, false)
	if err != nil {
		return nil, err
	}
	if err = w.compare(c); err == nil {
		err = w.parse(c)
	}
	if err != nil {
		w.Close()
		return nil, err
	}
	return w, nil
}

// paper returns the flags with which "recto print" and "recto quiz" make the
// paper of the test, quoted for a shell. In the place of --letter print takes
// --versions.
func (p quizPlan) paper(c *cli.Context) string {
	flags := []string{}
	if p.count > 0 {
		flags = append(flags, "--count "+strconv.Itoa(p.count))
	}
	for _, tag := range p.tags {
		flags = append(flags, "--tag "+shellWord(tag))
	}
	if where := c.String("where"); where != "" {
		flags = append(flags, "--where "+shellWord(where))
	}
	if p.version > 0 {
		flags = append(flags, "--letter "+string(rune('A'+p.version-1)))
	}
	return strings.Join(append(flags, "--seed "+strconv.FormatUint(p.seed, 10)), " ")
}

// shellWord quotes a word for a shell where that is needed.
func shellWord(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// exam selects the questions as print does.
func (p quizPlan) exam(c *cli.Context, loaded []*decks.Deck) (*export.Exam, error) {
	var questions []*decks.Question
	var known []string
	for _, d := range loaded {
		for _, q := range d.Questions {
			questions, known = append(questions, q), append(known, q.Tags...)
		}
	}
	if err := knownTags(p.tags, known, "question"); err != nil {
		return nil, err
	}
	questions, err := questionsWhere(c, questions)
	if err != nil {
		return nil, err
	}
	exam, err := export.NewExam(questions, export.ExamOptions{Seed: p.seed, Count: p.count, Tags: p.tags, Versions: p.version})
	if err != nil {
		return nil, usage("%w", err)
	}
	return exam, nil
}

// test begins a test of an exam, whose options are arranged as on the nth
// version of its paper.
func (p quizPlan) test(exam *export.Exam, n int, start time.Time, limit time.Duration) (*practice.Test, error) {
	var items []practice.Item
	for _, it := range exam.Version(n).Items {
		items = append(items, practice.Item{Question: it.Question, Options: it.Options})
	}
	return practice.New(items, practice.Options{Start: start, Limit: limit, Feedback: p.feedback, Matcher: answer.Standard{}})
}
