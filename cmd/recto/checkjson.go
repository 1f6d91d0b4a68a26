package main

import (
	"cmp"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/ground"
	"recto/decks/lint"
)

// finding is one thing that is wrong with a deck or weak in it.
type finding struct {
	Code     string   `json:"code"`     // "fault", or that of a lint
	Severity string   `json:"severity"` // "error", "warning" or "note"
	File     string   `json:"file"`
	Line     int      `json:"line"`   // from 1; 0 for the whole file
	Column   int      `json:"column"` // from 1, in code points
	Question int      `json:"question,omitempty"`
	End      position `json:"end"` // behind the last character
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
}

type position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// told is one thing that was found, as it is told: a fault, a lint, or what is
// wrong between a deck and its article.
type told struct {
	*decks.Error
	code, severity string
}

// faultCode is the code of what the format forbids.
const faultCode = "fault"

// told returns the faults and lints in the order of the files.
func (r *checked) told() []told {
	all := make([]told, 0, len(r.faults)+len(r.findings))
	for _, f := range r.faults {
		all = append(all, told{f, faultCode, string(lint.Error)})
	}
	for _, f := range r.findings {
		all = append(all, told{f.Error, f.Code, string(f.Severity)})
	}
	slices.SortStableFunc(all, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return all
}

// text returns what was found for a person. Of what is no fault it says how bad
// it is and which lint that was.
func (t told) text() string {
	if t.code == faultCode {
		return t.Error.Error()
	}
	e := *t.Error
	e.Message = t.severity + ": " + e.Message + " [" + t.code + "]"
	return e.Error()
}

func (t told) finding() finding {
	return finding{
		Code: t.code, Severity: t.severity, File: t.File, Line: t.Pos.Line, Column: t.Pos.Column,
		End: position{t.End.Line, t.End.Column}, Question: t.Question, Message: t.Message, Hint: t.Hint,
	}
}

// sourceTold returns what was found in the article.
func sourceTold(r *ground.Report) []told {
	var all []told
	if r != nil {
		for _, f := range r.Findings {
			all = append(all, told{f.Error, f.Code, string(f.Severity)})
		}
	}
	return all
}

// printJSON prints what was found as one object.
func (r *checked) printJSON(c *cli.Context) error {
	out := struct {
		V        int         `json:"v"`
		Files    int         `json:"files"`
		Fixed    int         `json:"fixed,omitempty"` // repairs that --fix made
		Findings []finding   `json:"findings"`
		Source   *sourceJSON `json:"source,omitempty"`
	}{1, len(r.loader.files), r.fixed, []finding{}, sourceOf(c.String("source"), r.source)}
	for _, t := range append(r.told(), sourceTold(r.source)...) {
		out.Findings = append(out.Findings, t.finding())
	}
	return writeJSON(c.App.Writer, out)
}
