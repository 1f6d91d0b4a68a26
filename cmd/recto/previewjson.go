package main

import (
	"slices"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui"
)

// The cards of a preview as JSON. Texts are as the deck has them, in markup.
type (
	previewOut struct {
		V        int              `json:"v"`
		Cards    []previewCard    `json:"cards"`
		Paper    []previewPaper   `json:"paper"`
		Findings []previewFinding `json:"findings"` // of the deck as a whole
	}
	previewCard struct {
		ID       string           `json:"id"`       // deck/question/face
		Question int              `json:"question"` // its number in its file
		Kind     string           `json:"kind"`
		File     string           `json:"file"`
		Line     int              `json:"line"`
		Front    previewFront     `json:"front"`
		Back     previewBack      `json:"back"`
		Findings []previewFinding `json:"findings"`
	}
	previewFront struct {
		Groups  []string      `json:"groups,omitempty"` // the texts above the question, outermost first
		Do      string        `json:"do,omitempty"`
		Ask     string        `json:"ask"` // a gap is [...]
		Image   *previewImage `json:"image,omitempty"`
		Lefts   []string      `json:"lefts,omitempty"`
		Options []string      `json:"options,omitempty"`
		Typed   bool          `json:"typed"`
		Hints   []string      `json:"hints,omitempty"`
	}
	previewBack struct {
		Answer  string `json:"answer"`
		Explain string `json:"explain,omitempty"`
		From    string `json:"from,omitempty"`
	}
	previewImage struct {
		Path string `json:"path"`
		Alt  string `json:"alt,omitempty"`
	}
	previewPaper struct {
		File     string   `json:"file"`
		Question int      `json:"question"`
		Sheet    []string `json:"sheet"` // lines
		Key      []string `json:"key"`
		Warnings []string `json:"warnings,omitempty"`
	}
	previewFinding struct {
		Code     string `json:"code"`
		Severity string `json:"severity"`
		File     string `json:"file"`
		Line     int    `json:"line"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
)

func previewJSON(e tui.Edition) previewOut {
	all := e.Lint()
	ofDeck := slices.DeleteFunc(slices.Clone(all), func(f tui.Finding) bool { return f.Number != 0 })
	found := byPlace(all)
	out := previewOut{V: 1, Cards: []previewCard{}, Paper: []previewPaper{}, Findings: jsonFindings(ofDeck)}
	for _, q := range e.Questions {
		weak := jsonFindings(found[q.File][q.Number])
		for _, c := range q.Cards() {
			out.Cards = append(out.Cards, previewCard{
				ID: c.ID.String(), Question: q.Number, Kind: c.Kind().String(), File: q.File, Line: q.Pos.Line,
				Front: frontOf(c), Back: previewBack{c.Shown(), q.Explain, commandSpeech().Where(q.From)}, Findings: weak,
			})
		}
		sheet, warnings := e.Paper(q, false, paperColumns)
		key, more := e.Paper(q, true, paperColumns)
		out.Paper = append(out.Paper, previewPaper{q.File, q.Number, notNil(sheet), notNil(key), append(warnings, more...)})
	}
	return out
}

// frontOf returns what a card shows before its answer.
func frontOf(c decks.Card) previewFront {
	v := quiz.Look(c, 1, len(c.Hints()), false)
	f := previewFront{
		Do: c.Instruction(), Ask: strings.ReplaceAll(c.Ask(), string(markup.GapMark), "[...]"), Options: v.Options, Typed: v.Typed, Hints: v.Hints,
	}
	for _, g := range v.Groups {
		if g.Text != "" {
			f.Groups = append(f.Groups, g.Text)
		}
	}
	if c.Question.Image != "" {
		f.Image = &previewImage{c.Question.Image, c.Question.Alt}
	}
	if c.Kind() == decks.Match {
		for _, left := range c.Question.Lefts {
			f.Lefts = append(f.Lefts, left.Text)
		}
	}
	return f
}

func jsonFindings(all []tui.Finding) []previewFinding {
	out := []previewFinding{}
	for _, f := range all {
		out = append(out, previewFinding{f.Code, f.Severity, f.File, f.Line, f.Message, f.Hint})
	}
	return out
}
