package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	_ "time/tzdata" // --timezone where the system knows no zones

	"github.com/urfave/cli/v2"

	"recto/quiz/fsrs"
	"recto/quiz/optimizer"
)

func optimizeCommand() *cli.Command {
	return &cli.Command{
		Name:  "optimize",
		Usage: "fit the memory model to what you reviewed; say how good it is",
		Description: "Shows what parameters fitted to your reviews would change, and asks before it takes\n" +
			"them. Without a terminal nothing changes unless --yes is given. \"recto history undo\"\n" +
			"takes it back. \"recto help optimizing\" explains the figures.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "deck", Usage: "fit parameters of its own to the deck `ID`", DefaultText: "one set for all decks without their own"},
			&cli.BoolFlag{Name: "reschedule", Usage: "also move the due days of review cards; no day gets more than the limit of reviews"},
			&cli.BoolFlag{Name: "yes", Usage: "do not ask"},
			&cli.BoolFlag{Name: "preview", Aliases: []string{"dry-run"}, Usage: "only show"},
			&cli.BoolFlag{Name: "evaluate", Usage: "how well your reviews can be foretold, against defaults, SM-2 and a constant"},
			&cli.StringFlag{Name: "from", Usage: "train on the review log `FILE` instead, and touch no history (- is the standard input)"},
			&cli.IntFlag{Name: "day-start", Usage: "with --from: the `HOUR` at which a study day begins", Value: 4},
			&cli.StringFlag{Name: "timezone", Usage: "with --from: the time `ZONE` of the learner, as Europe/Paris", Value: "UTC"},
			jsonFlag(),
		},
		Action: optimize,
	}
}

func optimize(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if err := optimizeFlags(c); err != nil {
		return err
	}
	switch {
	case c.IsSet("from"):
		return optimizeFile(c)
	case c.Bool("evaluate"):
		return evaluateOwn(c)
	}
	return optimizeOwn(c)
}

// optimizeFlags refuses flags that mean nothing together.
func optimizeFlags(c *cli.Context) error {
	for _, pair := range [][2]string{
		{"from", "deck"}, {"from", "reschedule"}, {"from", "yes"}, {"from", "preview"},
		{"evaluate", "reschedule"}, {"evaluate", "yes"}, {"evaluate", "preview"}, {"yes", "preview"},
	} {
		if c.IsSet(pair[0]) && c.IsSet(pair[1]) {
			return usage("--%s and --%s do not go together\nhint: recto help optimize shows the flags", pair[0], pair[1])
		}
	}
	for _, name := range []string{"day-start", "timezone"} {
		if c.IsSet(name) && !c.IsSet("from") {
			return usage("--%s is for --from; your own reviews know their day", name)
		}
	}
	if hour := c.Int("day-start"); hour < 0 || hour > 23 {
		return usage("--day-start must be an hour from 0 to 23")
	}
	return nil
}

// optimizeFile trains on a review log.
func optimizeFile(c *cli.Context) error {
	zone, err := time.LoadLocation(c.String("timezone"))
	if err != nil || c.String("timezone") == "Local" {
		return usage("--timezone is %q, which is no time zone\nhint: write it as UTC or Europe/Paris", printable(c.String("timezone")))
	}
	path := c.String("from")
	in, done, err := openInput(c, path)
	if err != nil {
		return err
	}
	defer done()
	reviews, err := optimizer.ReadCSV(in, zone, c.Int("day-start"))
	var line *optimizer.LineError
	switch {
	case errors.As(err, &line):
		return badInput("%s:%w\nhint: a log has the columns card_id, review_time (unix ms) and review_rating (1 to 4)", printable(path), line)
	case err != nil && c.Err() != nil:
		return c.Err()
	case err != nil:
		return badInput("%s: %w", printable(path), reason(err))
	}
	data := optimizer.NewDataset(reviews)
	o := optimizer.Options{Old: fsrs.Defaults(), RelearningSteps: 1}
	if c.Bool("evaluate") {
		return printComparison(c, optimizer.Compare(data, o), false)
	}
	f := runFit(data, o)
	if c.Bool("json") {
		return writeJSON(c.App.Writer, f.json())
	}
	f.print(c, "the defaults")
	return nil
}

// fitted is a fit with what is told of it.
type fitted struct {
	optimizer.Result
	reviews, cards, items int
	seconds               float64
}

func runFit(data *optimizer.Dataset, o optimizer.Options) fitted {
	start := time.Now()
	r := optimizer.Fit(data, o)
	return fitted{r, data.Reviews(), data.Cards(), data.Items(), time.Since(start).Seconds()}
}

// fitJSON is a fit for programs.
type fitJSON struct {
	V            int             `json:"v"`
	Deck         string          `json:"deck,omitempty"`
	Reviews      int             `json:"reviews"`
	Cards        int             `json:"cards"`
	Items        int             `json:"items"`
	TrainedItems int             `json:"trained_items"`
	Method       string          `json:"method"`
	Share        float64         `json:"share"`
	Parameters   []float64       `json:"parameters"` // those kept
	Kept         string          `json:"kept"`       // "new" or "old"
	Before       setJSON         `json:"before"`
	After        setJSON         `json:"after"` // of those kept
	Fitted       setJSON         `json:"fitted"`
	Trained      setJSON         `json:"trained"`
	Seconds      float64         `json:"seconds"`
	Written      *bool           `json:"written,omitempty"`
	Reschedule   *rescheduleJSON `json:"reschedule,omitempty"`
}

// setJSON is a set of parameters and how good it is.
type setJSON struct {
	scoreJSON
	Parameters []float64 `json:"parameters"`
}

type scoreJSON struct {
	LogLoss  float64  `json:"log_loss"`
	RMSEBins float64  `json:"rmse_bins"`
	AUC      *float64 `json:"auc"` // null when all reviews ended alike
	Items    int      `json:"items"`
}

func scoreOf(s optimizer.Score) scoreJSON {
	j := scoreJSON{LogLoss: s.LogLoss, RMSEBins: s.RMSEBins, Items: s.Items}
	if !math.IsNaN(s.AUC) {
		j.AUC = &s.AUC
	}
	return j
}

func (f fitted) json() fitJSON {
	j := fitJSON{
		V: 1, Reviews: f.reviews, Cards: f.cards, Items: f.items, TrainedItems: f.Used,
		Method: string(f.Method), Share: f.Share, Parameters: f.Weights[:], Kept: "old",
		Before:  setJSON{scoreOf(f.Before), f.Old[:]},
		Fitted:  setJSON{scoreOf(f.After), f.Fitted[:]},
		Trained: setJSON{scoreOf(f.TrainedScore), f.Trained[:]},
		Seconds: f.seconds,
	}
	j.After = j.Before
	if f.New {
		j.Kept, j.After = "new", j.Fitted
	}
	return j
}

// print tells what was found; before is what the old parameters are called.
func (f fitted) print(c *cli.Context, before string) {
	w := c.App.Writer
	fmt.Fprintf(w, "%s of %s, %s on a later day than the review before\n",
		counted(f.reviews, "review"), counted(f.cards, "card"), thousands(f.items))
	switch f.Method {
	case optimizer.None:
		fmt.Fprintf(w, "That is too little to learn from; %s stay.\n", before)
		return
	case optimizer.Initial:
		fmt.Fprintln(w, "That is enough to fit how long a card lasts after its first rating, no more.")
	}
	fmt.Fprintf(w, "\n%-14s%10s%10s\n", "", "before", "fitted")
	fmt.Fprintf(w, "%-14s%10.4f%10.4f   less is better\n", "log loss", f.Before.LogLoss, f.After.LogLoss)
	fmt.Fprintf(w, "%-14s%8.2f %%%8.2f %%   less is better\n", "RMSE (bins)", 100*f.Before.RMSEBins, 100*f.After.RMSEBins)
	switch {
	case f.Share == 0:
		fmt.Fprintln(w, "\nWhat training finds in so few reviews foretells the later ones worse than the\ndefaults do.")
	case f.Share < 1:
		fmt.Fprintf(w, "\nWith so few reviews %.0f %% of what training found is taken: all of it would\nforetell the later ones worse.\n", 100*f.Share)
	}
	fmt.Fprintln(w)
	if !f.New {
		fmt.Fprintf(w, "The fitted parameters are no better: %s stay.\n", before)
		return
	}
	fmt.Fprintf(w, "parameters%s\n", parameterLines(f.Weights))
}

// parameterLines writes parameters in three lines.
func parameterLines(w fsrs.Weights) string {
	var b strings.Builder
	for i, x := range w {
		if i%7 == 0 {
			b.WriteString("\n ")
		}
		fmt.Fprintf(&b, " %.4f", x)
	}
	return b.String()
}
