package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/quiz/simulate"
)

func simulateCommand() *cli.Command {
	return &cli.Command{
		Name:      "simulate",
		Usage:     "what retentions cost in minutes and bring in cards remembered",
		ArgsUsage: "[DECK...]",
		Description: "Lets your cards be studied in advance, from where they stand today, for each wanted\n" +
			"retention: by recto's own scheduler, your limits, your memory model and your pace. Nothing\n" +
			"is written. \"recto help simulating\" explains the figures.",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "days", Usage: "study for `N` days", Value: 365},
			&cli.IntFlag{Name: "new", Usage: "`N` new cards a day", DefaultText: "as configured"},
			&cli.IntFlag{Name: "reviews", Usage: "at most `N` reviews a day", DefaultText: "as configured"},
			&cli.IntFlag{Name: "minutes", Usage: "at most `M` minutes a day", DefaultText: "as configured"},
			&cli.StringFlag{Name: "retention", Usage: "compare `THESE`: 0.85,0.9 or 0.8-0.95 or 0.8-0.95/0.05 (default: 0.70-0.97/0.03 and yours)"},
			&cli.StringFlag{Name: "seed", Usage: "a number `S` that decides all chance", DefaultText: "1"},
			jsonFlag(),
		},
		Action: simulateStudy,
	}
}

// simulation is what is simulated, and what came of it.
type simulation struct {
	w          *workspace
	cards      []simulate.Card
	unseen     int
	retentions []float64
	options    simulate.Options
	limits     simulate.Trial // without decks
	reviewsOf  map[string]int // limits of the day of decks
	now        float64        // cards remembered today
	results    []simulate.Result
	advised    int  // of retentions
	alike      bool // the results are, whatever the retention
	minute     minute
}

// How often each retention is tried: many cards over many days lie close
// together.
const (
	simulateRuns = 5
	fewerRuns    = 3
	manyCardDays = 1_500_000
)

func simulateStudy(c *cli.Context) error {
	if err := simulateFlags(c); err != nil {
		return err
	}
	wanted, err := parseRetentions(c.String("retention"))
	if err != nil {
		return err
	}
	w, err := openDealt(c, true)
	if err != nil {
		return err
	}
	defer w.Close()
	s, err := w.simulation(c)
	if err != nil {
		return err
	}
	if !c.IsSet("retention") && !slices.Contains(wanted, w.config.Retention) {
		wanted = append(wanted, w.config.Retention)
		slices.Sort(wanted)
	}
	s.retentions = wanted
	if err := slowly(c.App.ErrWriter, "simulating", func() error { return s.run(c) }); err != nil {
		return err
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, s.json())
	}
	s.print(c)
	return nil
}

// simulateFlags refuses numbers that mean nothing.
func simulateFlags(c *cli.Context) error {
	for _, f := range []struct {
		name     string
		low, top int
	}{{"days", 1, 3650}, {"new", 0, 100_000}, {"reviews", 0, 100_000}, {"minutes", 1, 24 * 60}} {
		if n := c.Int(f.name); c.IsSet(f.name) && (n < f.low || n > f.top) {
			return usage("--%s must be from %d to %d", f.name, f.low, f.top)
		}
	}
	return nil
}

// The retentions that can be compared.
const (
	leastRetention  = 0.70
	mostRetention   = 0.97
	retentionStep   = 0.03
	mostRetentions  = 30
	retentionOffers = "hint: write --retention 0.85,0.9 or --retention 0.8-0.95/0.05"
)

// parseRetentions reads a list of retentions and ranges of them, sorted; "" is
// the whole range.
func parseRetentions(text string) ([]float64, error) {
	if text == "" {
		text = fmt.Sprintf("%v-%v", leastRetention, mostRetention)
	}
	var all []float64
	for _, part := range strings.Split(text, ",") {
		span, stepText, stepped := strings.Cut(strings.TrimSpace(part), "/")
		lowText, highText, ranged := strings.Cut(span, "-")
		low, err := parseRetention(lowText)
		if err != nil {
			return nil, err
		}
		high, step := low, retentionStep
		if ranged {
			if high, err = parseRetention(highText); err != nil {
				return nil, err
			}
		}
		if stepped {
			if step, err = strconv.ParseFloat(stepText, 64); err != nil || !ranged || !(step >= 0.005 && step <= 1) {
				return nil, usage("%q is no step between retentions\n%s", printable(stepText), retentionOffers)
			}
		}
		if high < low {
			return nil, usage("--retention %s runs backwards\n%s", printable(part), retentionOffers)
		}
		for n := 0; low+float64(n)*step < high+1e-9; n++ {
			all = append(all, math.Round((low+float64(n)*step)*10_000)/10_000)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) > mostRetentions {
		return nil, usage("--retention names %d retentions, more than %d\n%s", len(all), mostRetentions, retentionOffers)
	}
	return all, nil
}

func parseRetention(text string) (float64, error) {
	r, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !(r >= leastRetention && r <= mostRetention) {
		return 0, usage("%q is no retention from %.2f to %.2f\n%s", printable(text), leastRetention, mostRetention, retentionOffers)
	}
	return r, nil
}
