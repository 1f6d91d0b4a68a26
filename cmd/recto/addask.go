package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz/plain"
)

// asking asks for questions on a terminal, line by line.
type asking struct {
	c        *cli.Context
	in       *bufio.Scanner
	target   *target
	language string // of the answers
	added    int
}

// askFor asks for questions until an empty one, and adds each at once: whatever
// ends it, the file is whole.
func askFor(c *cli.Context, t *target) error {
	in := bufio.NewScanner(interruptible{c.Context, c.App.Reader})
	in.Buffer(make([]byte, 0, 4096), 64<<10)
	a := &asking{c: c, in: in, target: t}
	err := a.begin()
	for err == nil {
		err = a.next()
	}
	if a.added > 0 {
		fmt.Fprintf(c.App.ErrWriter, "%s: added %s\n", printable(t.path), count(a.added, "question"))
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// line asks for a line. It fails with io.EOF at the end of the input, and when
// the command was interrupted.
func (a *asking) line(prompt string) (string, error) {
	fmt.Fprint(a.c.App.Writer, prompt)
	if a.in.Scan() {
		return strings.TrimSpace(strings.ToValidUTF8(a.in.Text(), "\ufffd")), nil
	}
	fmt.Fprintln(a.c.App.Writer)
	switch err := a.in.Err(); {
	case a.c.Err() != nil:
		return "", context.Canceled
	case err != nil:
		return "", fmt.Errorf("standard input: %w", err)
	}
	return "", io.EOF
}

// say writes a line of its own.
func (a *asking) say(format string, args ...any) {
	fmt.Fprintln(a.c.App.Writer, lines(fmt.Sprintf(format, args...)))
}

// begin looks at the deck, or begins one.
func (a *asking) begin() error {
	t := a.target
	if t.missing() {
		if !a.c.Bool("create") {
			yes, err := a.line(fmt.Sprintf("%s is not there. Begin a new deck? [Y/n] ", printable(t.path)))
			if err != nil || yes != "" && !strings.HasPrefix(strings.ToLower(yes), "y") {
				return errors.Join(err, io.EOF)
			}
		}
		if err := t.begin(a.c.String("title"), a.c.String("language")); err != nil {
			return err
		}
	}
	_, f, deck, err := t.now()
	if err != nil {
		return err
	}
	a.language = answerLanguage(deck, f)
	a.say("%s: %s. An empty question ends.\nGaps make a cloze: {{c1::like}} {{c2::this}}.", t.path, count(f.Questions(), "question"))
	return nil
}

// next asks for one question and adds it. It fails with io.EOF when there is
// none.
func (a *asking) next() error {
	fmt.Fprintln(a.c.App.Writer)
	text, err := a.line("Question: ")
	if err != nil {
		return err
	}
	if text == "" {
		return io.EOF
	}
	d := draft{ask: text}
	if strings.Contains(text, "{{") {
		d = draft{cloze: text}
	} else if err := a.answer(&d); err != nil {
		return err
	}
	if d.cloze == "" && len(d.answers)+len(d.list)+len(d.order)+len(d.pairs) == 0 {
		a.say("Left out.")
		return nil
	}
	return a.review(d)
}

// answer asks for the answer, and for what the kind needs that it looks like.
func (a *asking) answer(d *draft) error {
	text, err := a.line("Answer:   ")
	if err != nil || text == "" {
		return err
	}
	d.answers = []string{text}
	if items := splitItems(text); len(items) > 1 {
		return a.several(d, items)
	}
	switch v := scalar(text, a.language); v.Type {
	case decks.IntegerValue, decks.FloatValue:
		if d.unit, err = a.line("A number. Unit (Enter none, t it is a text): "); err != nil {
			return err
		}
		if d.unit == "t" {
			d.unit, d.text = "", true
			return nil
		}
		d.tolerance, err = a.line("Tolerance, as 5% or 2 (Enter exactly this): ")
		return err
	case decks.DayValue:
		return a.orText(d, "A date, "+v.Show(a.language))
	}
	if truth, ok := truthOf(text); ok {
		d.answers[0] = truth
		if err := a.orText(d, "True or false: "+truth); err != nil || !d.text {
			return err
		}
		d.answers[0] = text
	}
	return nil
}

// truthOf returns what a word for true or false means.
func truthOf(word string) (string, bool) {
	switch strings.ToLower(word) {
	case "true", "t", "yes", "y":
		return "true", true
	case "false", "f", "no", "n":
		return "false", true
	}
	return "", false
}

// orText asks whether what the answer looks like is meant.
func (a *asking) orText(d *draft, what string) error {
	reply, err := a.line(what + ". Enter yes, t it is a text: ")
	d.text = strings.HasPrefix(strings.ToLower(reply), "t")
	return err
}

// several asks what the items of an answer are.
func (a *asking) several(d *draft, items []string) error {
	if _, err := readPairs(items); err == nil {
		reply, err := a.line(fmt.Sprintf("%d pairs to match. Enter yes, t it is one text: ", len(items)))
		if !strings.HasPrefix(strings.ToLower(reply), "t") {
			d.answers, d.pairs = nil, items
		}
		return err
	}
	for {
		reply, err := a.line(fmt.Sprintf("%d items. Enter a list, o in this order, c options (first is right), t a text: ", len(items)))
		if err != nil {
			return err
		}
		switch strings.ToLower(reply) {
		case "", "l":
			d.answers, d.list = nil, items
		case "o":
			d.answers, d.order = nil, items
		case "c":
			d.answers, d.choices = items[:1], items
		case "t":
			d.text = true
		default:
			continue
		}
		return nil
	}
}

// review shows the card until it is kept or left out. What makes a fault of it
// is taken back.
func (a *asking) review(d draft) error {
	good := d
	some := false
	for {
		added, err := a.target.with(d)
		var bad badQuestion
		switch {
		case errors.As(err, &bad) && some:
			a.say("%s\nThat is taken back.", bad.error)
			d = good
			continue
		case errors.As(err, &bad):
			a.say("%s\nLeft out.", bad.error)
			return nil
		case err != nil: // the file became no deck while the prompt waited
			a.say("%s", describe(err))
		default:
			good, some = d, true
			if err := a.show(added); err != nil {
				return err
			}
		}
		keep, again, err := a.keep(&d, added)
		if err != nil {
			return err
		}
		if again {
			continue
		}
		if !keep {
			a.say("Left out.")
			return nil
		}
		written, err := a.target.put(d)
		if err != nil {
			a.say("%s", describe(err))
			continue
		}
		a.added++
		a.say("Added as question %d, %s.", written.question.Number, kindName(written.question.Kind))
		return nil
	}
}

// show shows the cards of a question, front and back, and what could be better.
func (a *asking) show(added *addition) error {
	fmt.Fprintln(a.c.App.Writer)
	return plain.Preview(a.c.App.Writer, plain.PreviewOptions{
		Words: speech(), Questions: []*decks.Question{added.question}, First: added.total, Total: added.total,
		Findings: func(*decks.Question) (said []string) {
			for _, f := range added.findings {
				said = append(said, f.Code+": "+f.Message)
				if f.Hint != "" {
					said = append(said, "hint: "+f.Hint)
				}
			}
			return said
		},
	})
}

// keep asks what becomes of a question, and takes what is added to it. again
// says that it has to be looked at again.
func (a *asking) keep(d *draft, added *addition) (keep, again bool, err error) {
	prompt := "Keep it? Enter yes, n no, a also right, c options, h hint, x why, g tags: "
	if added == nil {
		prompt = "Try again? Enter yes, n leave it out: "
	}
	reply, err := a.line(prompt)
	if err != nil {
		return false, false, err
	}
	ask := func(prompt string, into *[]string) (bool, bool, error) {
		text, err := a.line(prompt)
		*into = append((*into)[:len(*into):len(*into)], splitItems(text)...)
		return false, true, err
	}
	switch strings.ToLower(reply) {
	case "", "y":
		return added != nil, added == nil, nil
	case "n":
		return false, false, nil
	case "a":
		return ask("Also right (; between): ", &d.accept)
	case "c":
		return ask("Options beside what is right (; between): ", &d.choices)
	case "h":
		return ask("Hint: ", &d.hints)
	case "g":
		return ask("Tags (; between): ", &d.tags)
	case "x":
		d.explain, err = a.line("Explanation: ")
	}
	return false, true, err
}
