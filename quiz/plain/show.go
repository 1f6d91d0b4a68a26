package plain

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
)

// writeQuestion writes the card on screen up to its prompt.
func (r *runner) writeQuestion(v quiz.View, now quiz.Moment) {
	head := fmt.Sprintf("[%d of %d] %s - %s", v.Number, v.Total, v.Card.ID.Deck, v.Waits(now))
	if v.Progress.Flag != 0 {
		head += fmt.Sprintf(" - flag %d", v.Progress.Flag)
	}
	r.say(head)
	r.writeFront(v)
	for i := range v.Hints {
		r.writeHint(v, i)
	}
}

// writeFront writes what a card asks, and what is picked from.
func (r *runner) writeFront(v quiz.View) {
	for _, g := range v.Groups {
		switch {
		case g.Text != "" && g.Title != "":
			r.text("Text: ", g.Title+"\n"+g.Text)
		case g.Text != "":
			r.text("Text: ", g.Text)
		}
		r.writeImage(g.Image, g.Alt)
	}
	q := v.Card.Question
	r.writeImage(q.Image, q.Alt)
	if do := v.Card.Instruction(); do != "" {
		r.text("Do: ", do)
	}
	r.text("Q: ", v.Card.Ask())
	if how := howTo(v); how != "" {
		r.say("(" + how + ")")
	}
	r.writeOptions(v)
}

// writeImage writes what an image shows and where it is.
func (r *runner) writeImage(path, alt string) {
	switch {
	case path == "":
	case alt == "":
		r.say("Image: " + path)
	default:
		r.say("Image: " + inline(alt) + " (" + path + ")")
	}
}

// howTo says how a card is answered, "" where it goes without saying.
func howTo(v quiz.View) string {
	wanted := len(v.Card.Answers())
	if !v.Typed {
		return "Enter shows the answer"
	}
	switch v.Card.Kind() {
	case decks.Multiple:
		return "mark all that apply, such as a,c"
	case decks.List:
		if need := v.Card.Question.Need; need > 0 && need < wanted {
			return fmt.Sprintf("any %d of %d, separated by ;", need, wanted)
		}
		if wanted > 1 {
			return fmt.Sprintf("%d items, separated by ;", wanted)
		}
	case decks.Order:
		return "give the letters in the right order"
	case decks.Match:
		return "pair them, such as 1b 2a"
	case decks.Cloze:
		if wanted > 1 {
			return fmt.Sprintf("%d gaps, separated by ;", wanted)
		}
	}
	return ""
}

// writeOptions writes what the learner picks from.
func (r *runner) writeOptions(v quiz.View) {
	switch v.Card.Kind() {
	case decks.TrueFalse:
		r.line("t) true")
		r.line("f) false")
		return
	case decks.Cloze:
		if len(v.Options) > 0 {
			words := make([]string, len(v.Options))
			for i, o := range v.Options {
				words[i] = inline(o)
			}
			r.line("Words: " + strings.Join(words, "; "))
		}
		return
	case decks.Match:
		for i, left := range v.Card.Question.Lefts {
			r.text(fmt.Sprintf("%d) ", i+1), left.Text)
		}
	}
	for i, o := range v.Options {
		r.text(string(rune('a'+i))+") ", o)
	}
}

// writeHint writes one of the hints that were given.
func (r *runner) writeHint(v quiz.View, i int) {
	r.text(fmt.Sprintf("Hint %d of %d: ", i+1, len(v.Hints)+v.MoreHint), v.Hints[i])
}

// writeAnswer writes how the response compares, the answer and what belongs
// to it.
func (r *runner) writeAnswer(v quiz.View) {
	if v.Match == nil {
		r.text("A: ", v.Card.Shown())
	} else {
		r.writeMatch(*v.Match, v.Response, v.Card.Question.Need)
	}
	q := v.Card.Question
	if q.Explain != "" {
		r.text("Why: ", q.Explain)
	}
	if from := quiz.Where(q.From); from != "" {
		r.say("From: " + from)
	}
}

// rightItems counts the items that were given and count as right.
func rightItems(items []answer.Item) int {
	n := 0
	for _, it := range items {
		if it.Verdict == answer.Correct || it.Verdict == answer.Close {
			n++
		}
	}
	return n
}

// writeMatch writes a verdict, and of several items, of which need are enough,
// how each compares.
func (r *runner) writeMatch(m answer.Match, response string, need int) {
	given := m.Given
	if given == "" { // nothing of it could be read
		given = response
	}
	wanted, given, note := markup.OneLine(m.Wanted), clip(markup.OneLine(given)), ""
	if m.Note != "" {
		note = " (" + markup.OneLine(m.Note) + ")"
	}
	switch m.Verdict {
	case answer.Correct:
		r.line("CORRECT: " + wanted + note)
		return
	case answer.Close:
		r.line("CLOSE: wanted " + wanted + ", you wrote " + given + note)
	default:
		r.line("WRONG: wanted " + wanted + ", you wrote " + given + note)
	}
	if len(m.Items) < 2 {
		return
	}
	enough := need > 0 && rightItems(m.Items) >= need
	for _, it := range m.Items {
		switch {
		case it.Given == "" && enough:
			r.say("   also right: " + it.Wanted)
		case it.Given == "":
			r.say("   missing: " + it.Wanted)
		case it.Verdict == answer.Correct:
			r.say("   right: " + it.Wanted)
		case it.Verdict == answer.Close:
			r.say("   close: " + it.Wanted + ", you wrote " + clip(it.Given))
		default:
			r.say("   wrong: " + it.Wanted + ", you wrote " + clip(it.Given))
		}
	}
	for _, extra := range m.Extra {
		r.say("   not asked for: " + clip(extra))
	}
}

// ratingPrompt returns the ratings, when each brings the card back, and the
// one that an empty line takes.
func ratingPrompt(v quiz.View) string {
	var b strings.Builder
	for _, c := range v.Ratings {
		fmt.Fprintf(&b, "%d %s", c.Rating, c.Rating)
		if c.Interval != "" {
			b.WriteString(" " + c.Interval)
		}
		b.WriteString("  ")
	}
	fmt.Fprintf(&b, "[%d]: ", v.Suggested)
	return b.String()
}

// writeSummary writes what the session came to.
func (r *runner) writeSummary(v quiz.View) {
	now, _ := r.options.Now()
	sum := v.Summary
	if v.Total == 0 {
		r.line("Nothing to study now; " + sum.Next.Words(now))
		return
	}
	if r.cards > 0 {
		r.line("")
	}
	s := fmt.Sprintf("Done: %d answered", sum.Answered)
	if sum.Answered > 0 {
		s += fmt.Sprintf(", %d%% right", sum.Right)
	}
	if n := sum.Left.Sum(); n > 0 {
		s += fmt.Sprintf(", %d left", n)
	}
	r.line(s + "; " + sum.Next.Words(now))
}
