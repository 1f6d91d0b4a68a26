package plain

import (
	"errors"
	"strconv"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// literal returns a response that was written with two colons because it
// begins with one.
func literal(line string) (string, bool) {
	if strings.HasPrefix(line, "::") {
		return line[1:], true
	}
	return line, false
}

// readRating reads a rating; an empty line is the suggested one.
func readRating(line string, suggested quiz.Rating) (quiz.Rating, bool) {
	line = strings.TrimSpace(line)
	if line == "" {
		return suggested, true
	}
	if len(line) != 1 || line[0] < '1' || line[0] > '4' {
		return 0, false
	}
	return quiz.Rating(line[0] - '0'), true
}

// command does what a line after its colon says.
func (r *runner) command(v quiz.View, line string) error {
	name, argument, _ := strings.Cut(strings.TrimSpace(line), " ")
	argument = strings.TrimSpace(argument)
	if argument != "" && name != "f" {
		name += " " + argument
	}
	switch name {
	case "h":
		if r.apply(quiz.Input{Action: quiz.Hint}) {
			v = r.session.View()
			r.writeHint(v, len(v.Hints)-1)
		}
	case "s":
		r.tell(quiz.Skip, r.w.Study.Skipped)
	case "b":
		r.tell(quiz.Bury, r.w.Study.Buried)
	case "x":
		r.tell(quiz.Suspend, r.w.Study.Suspended)
	case "u":
		r.tell(quiz.Undo, r.w.Study.Undone)
	case "f":
		r.flag(v, argument)
	case "y":
		r.rate(quiz.Input{Action: quiz.Accept})
	case "e":
		r.edit(v)
	case "w":
		return r.why(v)
	case "a":
		r.accept()
	case "t":
		if !r.writeTexts(v, true) {
			r.say(r.w.Plain.NoText)
		}
	case "r":
		return r.retry()
	case "p":
		r.print()
	case "q":
		return errLeave
	case "?":
		for _, l := range r.w.Plain.Help {
			r.line(l)
		}
	default:
		r.say(r.w.Plain.NoCommand(clip(name)))
	}
	return nil
}

// tell does what needs nothing but its name, and says that it is done.
func (r *runner) tell(a quiz.Action, done string) {
	if r.apply(quiz.Input{Action: a}) {
		r.say(done)
	}
}

// flag sets the flag of the card on screen; without a number it sets flag 1,
// or takes the flag away.
func (r *runner) flag(v quiz.View, argument string) {
	n, err := strconv.Atoi(argument)
	switch {
	case argument == "" && v.Progress.Flag == 0:
		n = 1
	case argument == "":
		n = 0
	case err != nil:
		n = -1 // refused, with the reason, by the session
	}
	if !r.apply(quiz.Input{Action: quiz.Mark, Flag: n}) {
		return
	}
	if n == 0 {
		r.say(r.w.Study.Unflagged)
	} else {
		r.say(r.w.Study.Flag(n))
	}
}

// edit lets the learner edit the question on screen, and asks it anew.
func (r *runner) edit(v quiz.View) {
	if r.options.Edit == nil {
		r.say(r.w.Plain.NoEditor)
		return
	}
	if err := r.out.Flush(); err != nil {
		return // read reports it
	}
	card, err := r.options.Edit(r.ctx, v.Card)
	if err != nil {
		said := r.w.Plain.NotEdited(err.Error())
		if faults := (decks.ErrorList)(nil); errors.As(err, &faults) {
			said = r.w.Plain.NotRead + "\n" + err.Error()
		}
		for _, line := range strings.Split(said, "\n") { // a fault shows its line and a caret
			r.say(line)
		}
		return
	}
	now, _ := r.options.Now()
	r.session.Reload(now, card)
	r.written = quiz.Finished
}
