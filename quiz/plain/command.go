package plain

import (
	"errors"
	"strconv"
	"strings"

	"recto/decks"
	"recto/quiz"
)

// help lists the commands.
var help = []string{
	"An empty line shows the answer; after that it takes the rating in brackets.",
	":h hint",
	":s skip, not in this session",
	":b bury, not before tomorrow",
	":x suspend, never again until unsuspended",
	":f flag, :f 2 flag 2 of 7, :f 0 none",
	":y accept a CLOSE answer as Good",
	":u undo, as often as wanted",
	":e edit the question",
	":w why this card comes now",
	":q leave; every rating is saved",
	":: begins a response that begins with a colon",
}

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
		r.tell(quiz.Skip, "Skipped.")
	case "b":
		r.tell(quiz.Bury, "Buried until tomorrow.")
	case "x":
		r.tell(quiz.Suspend, "Suspended.")
	case "u":
		r.tell(quiz.Undo, "Undone.")
	case "f":
		r.flag(v, argument)
	case "y":
		r.rate(quiz.Input{Action: quiz.Accept})
	case "e":
		r.edit(v)
	case "w":
		return r.why(v)
	case "q":
		return errLeave
	case "?":
		for _, l := range help {
			r.line(l)
		}
	default:
		r.say("There is no command :" + clip(name) + ". :? lists them; :: begins a response with a colon.")
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
		r.say("No flag.")
	} else {
		r.say("Flag " + strconv.Itoa(n) + ".")
	}
}

// edit lets the learner edit the question on screen, and asks it anew.
func (r *runner) edit(v quiz.View) {
	if r.options.Edit == nil {
		r.say("Editing needs a terminal.")
		return
	}
	if err := r.out.Flush(); err != nil {
		return // read reports it
	}
	card, err := r.options.Edit(r.ctx, v.Card)
	if err != nil {
		said := "Not edited: "
		if faults := (decks.ErrorList)(nil); errors.As(err, &faults) {
			said = "Not read again, the card is as it was:\n"
		}
		for _, line := range strings.Split(said+err.Error(), "\n") { // a fault shows its line and a caret
			r.say(line)
		}
		return
	}
	now, _ := r.options.Now()
	r.session.Reload(now, card)
	r.written = quiz.Finished
}
