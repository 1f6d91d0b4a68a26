package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/quiz/optimizer"
)

// evaluateOwn says how well the learner's reviews can be foretold.
func evaluateOwn(c *cli.Context) error {
	w, s, all, err := openStudied(c)
	if err != nil {
		return err
	}
	defer w.Close()
	o, err := s.options(w.config)
	if err != nil {
		return err
	}
	return printComparison(c, optimizer.Compare(optimizer.NewDataset(all.reviews), o), true)
}

type foldJSON struct {
	Trained int       `json:"trained_items"`
	Fitted  scoreJSON `json:"fitted"`
	Default scoreJSON `json:"default"`
}

type binJSON struct {
	From      float64 `json:"from"`
	To        float64 `json:"to"`
	Predicted float64 `json:"predicted"`
	Actual    float64 `json:"actual"`
	Items     int     `json:"items"`
}

// printComparison tells what was found; own is whether parameters in use are
// part of it.
func printComparison(c *cli.Context, r optimizer.Comparison, own bool) error {
	if c.Bool("json") {
		return writeJSON(c.App.Writer, comparisonJSON(r))
	}
	w := c.App.Writer
	if r.Fitted.Items > 0 {
		fmt.Fprintf(w, "%s of %s, %s on a later day than the review before.\nEach but the first sixth of these is foretold from those before it:\n\n",
			counted(r.Reviews, "review"), counted(r.Cards, "card"), thousands(r.Items))
		printScores(w, r, own)
		printFolds(w, r)
		printCalibration(w, r.Calibration)
	}
	_, err := fmt.Fprintln(w, wrapped(r.Verdict()))
	return err
}

func comparisonJSON(r optimizer.Comparison) any {
	folds, bins := []foldJSON{}, []binJSON{}
	for _, f := range r.Folds {
		folds = append(folds, foldJSON{f.Trained, scoreOf(f.Fitted), scoreOf(f.Default)})
	}
	for _, b := range r.Calibration {
		bins = append(bins, binJSON(b))
	}
	return struct {
		V           int        `json:"v"`
		Reviews     int        `json:"reviews"`
		Cards       int        `json:"cards"`
		Items       int        `json:"items"`
		Recalled    float64    `json:"recalled"`
		Fitted      scoreJSON  `json:"fitted"`
		Current     scoreJSON  `json:"current"`
		Default     scoreJSON  `json:"default"`
		SM2         scoreJSON  `json:"sm2"`
		Constant    scoreJSON  `json:"constant"`
		Folds       []foldJSON `json:"folds"`
		Calibration []binJSON  `json:"calibration"`
		Off         float64    `json:"off"`
		Chance      float64    `json:"chance"`
		Enough      bool       `json:"enough"`
		Verdict     string     `json:"verdict"`
	}{1, r.Reviews, r.Cards, r.Items, r.Recalled,
		scoreOf(r.Fitted), scoreOf(r.Current), scoreOf(r.Default), scoreOf(r.SM2), scoreOf(r.Constant),
		folds, bins, r.Off, r.Chance, r.Enough(), r.Verdict()}
}

func printScores(w io.Writer, r optimizer.Comparison, own bool) {
	fmt.Fprintf(w, "%-34s%10s%14s%8s\n", "", "log loss", "RMSE (bins)", "AUC")
	type line struct {
		name string
		s    optimizer.Score
	}
	lines := []line{{"FSRS-6 fitted to you", r.Fitted}}
	if own {
		lines = append(lines, line{"FSRS-6 as it is in use *", r.Current})
	}
	lines = append(lines, line{"FSRS-6 with the defaults", r.Default}, line{"SM-2", r.SM2}, line{"your mean recall", r.Constant})
	for _, row := range lines {
		auc := "-"
		if !math.IsNaN(row.s.AUC) {
			auc = fmt.Sprintf("%.3f", row.s.AUC)
		}
		fmt.Fprintf(w, "%-34s%10.4f%12.2f %%%8s\n", row.name, row.s.LogLoss, 100*row.s.RMSEBins, auc)
	}
	if own {
		fmt.Fprintln(w, "* may have been fitted to the very reviews it foretells here")
	}
	fmt.Fprintln(w)
}

func printFolds(w io.Writer, r optimizer.Comparison) {
	fmt.Fprintf(w, "%-34s%10s%14s\n", "log loss, part by part", "fitted", "defaults")
	for i, f := range r.Folds {
		fmt.Fprintf(w, "%-34s%10.4f%14.4f\n",
			fmt.Sprintf("part %d, from %s before", i+2, counted(f.Trained, "review")), f.Fitted.LogLoss, f.Default.LogLoss)
	}
	fmt.Fprintln(w)
}

// chartWidth is the width of the calibration chart in columns.
const chartWidth = 40

// printCalibration draws predicted against actual recall, a line a bin.
func printCalibration(w io.Writer, bins []optimizer.Bin) {
	low := 1.0
	for _, b := range bins {
		low = min(low, b.Predicted, b.Actual)
	}
	low = math.Floor(low*10) / 10
	if low == 1 {
		low = 0.9
	}
	place := func(x float64) int {
		return int(math.Round((x - low) / (1 - low) * (chartWidth - 1)))
	}
	fmt.Fprintf(w, "%9s %8s %8s  %-*s\n", "predicted", "actual", "reviews", chartWidth,
		fmt.Sprintf("%.0f %%%*s", 100*low, chartWidth-len(fmt.Sprintf("%.0f %%", 100*low)), "100 %"))
	for _, b := range bins {
		line := []byte(strings.Repeat(".", chartWidth))
		line[place(b.Predicted)] = 'o'
		line[place(b.Actual)] = 'x'
		if place(b.Predicted) == place(b.Actual) {
			line[place(b.Actual)] = '*'
		}
		fmt.Fprintf(w, "%7.1f %% %6.1f %% %8d  %s\n", 100*b.Predicted, 100*b.Actual, b.Items, line)
	}
	fmt.Fprint(w, "o predicted, x actual, * both\n\n")
}
