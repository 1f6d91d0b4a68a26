package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
	"recto/quiz/answer"
	"recto/quiz/plain"
	"recto/quiz/practice"
	"recto/quiz/words"
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
	p, err := readQuizFlags(c)
	if err != nil {
		return err
	}
	w, err := quizWorkspace(c)
	if err != nil {
		return err
	}
	if w.store != nil {
		defer w.Close()
	}
	if p.seed, err = seedFlag(c, w.clock.Now()); err != nil {
		return err
	}
	exam, err := p.exam(c, w.decks)
	if err != nil {
		return err
	}
	recorded := 0
	record, err := quizRecorder(c, w, &recorded)
	if err != nil {
		return err
	}
	test, err := p.test(exam, 1, w.clock.Now().At, p.limit)
	if err != nil {
		return usage("%w", err)
	}
	result, err := runQuiz(c, w, p, test, record)
	if c.Bool("json") && !errors.Is(err, plain.ErrInterrupted) {
		err = errors.Join(err, printQuiz(c, w, p, result, recorded))
	}
	if errors.Is(err, plain.ErrInterrupted) {
		fmt.Fprintln(c.App.ErrWriter, "recto: stopped; nothing is recorded")
		return silent(exitInterrupted)
	}
	return err
}

// quizPlan is what the flags of quiz ask for.
type quizPlan struct {
	seed     uint64
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
	exam, err := export.NewExam(questions, export.ExamOptions{Seed: p.seed, Count: p.count, Tags: p.tags})
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

// again returns a test of questions that were missed, without a limit of time
// and with their options in another order each round, so that nobody learns a
// letter.
func (p quizPlan) again(w *workspace) func(missed []*decks.Question, round int) (*practice.Test, error) {
	return func(missed []*decks.Question, round int) (*practice.Test, error) {
		return p.test(&export.Exam{Questions: missed, Seed: p.seed}, round+1, w.clock.Now().At, 0)
	}
}

// runQuiz runs a test on the full screen where there is one, else as lines of
// text.
func runQuiz(c *cli.Context, w *workspace, p quizPlan, test *practice.Test, record recordFunc) (practice.Result, error) {
	out := c.App.Writer
	if c.Bool("json") {
		out = c.App.ErrWriter
	}
	o := plain.TestOptions{
		Now:    func() time.Time { return w.clock.Now().At },
		Words:  words.English(words.LocaleOf(os.Getenv)),
		Echo:   !isTerminal(c.App.Reader),
		Seed:   p.seed,
		Limit:  p.limit,
		Record: record,
	}
	if isTerminal(c.App.Reader) && isTerminal(c.App.Writer) {
		o.Again = p.again(w)
	}
	return plain.Test(c.Context, test, c.App.Reader, out, o)
}
