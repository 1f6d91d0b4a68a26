package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/ground"
)

func sourceFlag() cli.Flag {
	return &cli.StringFlag{Name: "source", Usage: "the `ARTICLE` that the facts were taken from: plain text, Markdown or HTML; are they in it?"}
}

// checkSource looks for the facts of decks in the article of --source; nil
// without that flag.
func checkSource(c *cli.Context, loaded []*decks.Deck) (*ground.Report, error) {
	path := c.String("source")
	if path == "" {
		return nil, nil
	}
	var src []byte
	var err error
	if path == "-" {
		src, err = io.ReadAll(io.LimitReader(interruptible{c.Context, c.App.Reader}, ground.MaxSize+1))
	} else {
		src, err = readRegular(path, ground.MaxSize+1)
	}
	if err != nil {
		return nil, badInput("%s: %w", printable(path), reason(err))
	}
	article, err := ground.Read(path, src)
	if err != nil {
		return nil, badInput("%s: %w", printable(path), err)
	}
	return ground.Check(article, path, loaded), nil
}

// printSource prints what was found in the article, as data, and a table of it.
func printSource(w io.Writer, path string, r *ground.Report) {
	for _, t := range sourceTold(r) {
		fmt.Fprintln(w, t.text())
	}
	fmt.Fprintf(w, "%s: %s, %s\n", printable(path), count(len(r.Results), "question"), count(r.Paragraphs(), "paragraph"))
	for _, v := range []ground.Verdict{ground.Grounded, ground.Elsewhere, ground.NotFound, ground.Inferred, ground.Skipped} {
		n := r.Count(v)
		switch {
		case v != ground.Skipped:
			fmt.Fprintf(w, "  %-9s %5d\n", v, n)
		case n > 0:
			fmt.Fprintf(w, "  %-9s %5d  the article is in another language: only numbers, days and names were looked for\n", v, n)
		}
	}
	fmt.Fprintf(w, "  %-9s %5d of %s\n", "coverage", r.Covered, count(r.Paragraphs(), "paragraph"))
}

// sourceJSON is what --json says of the article.
type sourceJSON struct {
	File       string           `json:"file"`
	Title      string           `json:"title"`
	Language   string           `json:"language"` // "" when it is not known
	Grounded   int              `json:"grounded"`
	Elsewhere  int              `json:"elsewhere"`
	NotFound   int              `json:"not_found"`
	Inferred   int              `json:"inferred"`
	Skipped    int              `json:"skipped"`
	Paragraphs int              `json:"paragraphs"`
	Covered    int              `json:"covered"`
	Uncovered  []anchorJSON     `json:"uncovered"`
	Sections   []sectionJSON    `json:"sections"`
	Questions  []groundedAnswer `json:"questions"`
}

type anchorJSON struct {
	Section   string `json:"section"`
	Paragraph int    `json:"paragraph"`
}

type sectionJSON struct {
	Heading    string `json:"heading"`
	Paragraphs int    `json:"paragraphs"`
}

// groundedAnswer is what was found out about one question.
type groundedAnswer struct {
	Deck     string       `json:"deck"`
	ID       string       `json:"id"`
	File     string       `json:"file"`
	Line     int          `json:"line"`
	Question int          `json:"question"`
	Verdict  string       `json:"verdict"`
	Found    []anchorJSON `json:"found"`
	Missing  []string     `json:"missing"`
	Shared   int          `json:"shared_words"` // the longest run, words of names left out
	Words    string       `json:"shared"`
}

// sourceOf returns a report for JSON.
func sourceOf(path string, r *ground.Report) *sourceJSON {
	if r == nil {
		return nil
	}
	out := &sourceJSON{
		File: path, Title: r.Article.Title, Language: r.Language,
		Grounded: r.Count(ground.Grounded), Elsewhere: r.Count(ground.Elsewhere), NotFound: r.Count(ground.NotFound),
		Inferred: r.Count(ground.Inferred), Skipped: r.Count(ground.Skipped),
		Paragraphs: r.Paragraphs(), Covered: r.Covered, Uncovered: anchorsOf(r.Article, r.Uncovered),
	}
	for _, s := range r.Article.Sections {
		out.Sections = append(out.Sections, sectionJSON{s.Heading, len(s.Paragraphs)})
	}
	for i := range r.Results {
		one := &r.Results[i]
		q := one.Question
		out.Questions = append(out.Questions, groundedAnswer{
			Deck: q.Deck.ID, ID: q.ID, File: q.File, Line: q.Pos.Line, Question: q.Number,
			Verdict: string(one.Verdict), Found: anchorsOf(r.Article, one.Found), Missing: notNil(one.Missing),
			Shared: one.Copied.Words, Words: one.Copied.Text,
		})
	}
	return out
}

func anchorsOf(a *ground.Article, refs []ground.Ref) []anchorJSON {
	out := []anchorJSON{}
	for _, r := range refs {
		out = append(out, anchorJSON{a.Sections[r.Section].Heading, r.Paragraph + 1})
	}
	return out
}

// sourceTalk says how many findings there are, for a person.
func sourceTalk(r *ground.Report) string {
	var parts []string
	for _, code := range ground.Codes() {
		n := 0
		for _, f := range r.Findings {
			if f.Code == code.Code {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", code.Code, n))
		}
	}
	return strings.Join(parts, ", ")
}
