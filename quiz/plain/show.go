package plain

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
)

// writeQuestion writes the card on screen up to its prompt.
func (r *runner) writeQuestion(v quiz.View, now quiz.Moment) {
	head := r.w.Plain.Head(v.Number, v.Total, v.Card.ID.Deck, r.w.Study.Waits.Of(v.Waits(now)))
	if v.Progress.Flag != 0 {
		head += r.w.Plain.Flagged(v.Progress.Flag)
	}
	r.say(head)
	r.writeFront(v)
	for i := range v.Hints {
		r.writeHint(v, i)
	}
}

// writeFront writes what a card asks, and what is picked from.
func (r *runner) writeFront(v quiz.View) {
	r.writeTexts(v, false)
	q := v.Card.Question
	r.writeImage(q.File, q.Image, q.Alt)
	if do := v.Card.Instruction(); do != "" {
		r.text(r.w.Plain.Do, do)
	}
	r.text(r.w.Plain.Question, v.Card.Ask())
	if how := r.howTo(v); how != "" {
		r.say("(" + how + ")")
	}
	r.writeOptions(v)
}

// longText is from how many characters on a text above several questions is
// written once, and only its beginning from there on.
const (
	longText = 300
	begun    = 60
)

// writeTexts writes what stands above several questions, and reports whether
// there is anything.
func (r *runner) writeTexts(v quiz.View, whole bool) (some bool) {
	for _, g := range v.Groups {
		said := g.Text
		if g.Text != "" && g.Title != "" {
			said = g.Title + "\n" + g.Text
		}
		first, known := r.texts[g]
		if !known && r.texts != nil {
			r.texts[g], first = v.Card.ID, v.Card.ID
		}
		switch short := inline(said); {
		case said == "":
		case r.texts != nil && !whole && first != v.Card.ID && utf8.RuneCountInString(short) >= longText:
			r.line(r.w.Plain.Text + r.w.Plain.Folded(string([]rune(short)[:begun])))
		default:
			r.text(r.w.Plain.Text, said)
		}
		r.writeImage(g.File, g.Image, g.Alt)
		some = some || said != "" || g.Image != ""
	}
	return some
}

// writeImage writes what an image shows, where it is and how large.
func (r *runner) writeImage(file, path, alt string) {
	if path == "" {
		return
	}
	where := path
	if r.options.Measure != nil {
		if width, height, ok := r.options.Measure(file, path); ok {
			where += r.w.Plain.Size(width, height)
		}
	}
	if alt != "" {
		where = inline(alt) + " (" + where + ")"
	}
	r.say(r.w.Plain.Image + where)
}

// howTo says how a card is answered, "" where it goes without saying.
func (r *runner) howTo(v quiz.View) string {
	wanted, how := len(v.Card.Answers()), r.w.Study.How
	if !v.Typed {
		return how.Reveal
	}
	switch v.Card.Kind() {
	case decks.Multiple:
		return how.Multiple
	case decks.List:
		if need := v.Card.Question.Need; need > 0 && need < wanted {
			return how.Any(need, wanted)
		}
		if wanted > 1 {
			return how.Items(wanted)
		}
	case decks.Order:
		return how.Order
	case decks.Match:
		return how.Match
	case decks.Cloze:
		if wanted > 1 {
			return how.Gaps(wanted)
		}
	}
	return ""
}

// writeOptions writes what the learner picks from.
func (r *runner) writeOptions(v quiz.View) {
	switch v.Card.Kind() {
	case decks.TrueFalse:
		r.line("t) " + r.w.Common.True)
		r.line("f) " + r.w.Common.False)
		return
	case decks.Cloze:
		if len(v.Options) > 0 {
			words := make([]string, len(v.Options))
			for i, o := range v.Options {
				words[i] = inline(o)
			}
			r.line(r.w.Plain.Words + strings.Join(words, "; "))
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
	r.text(r.w.Plain.Hint(i+1, len(v.Hints)+v.MoreHint), v.Hints[i])
}

// writeAnswer writes how the response compares, the answer and what belongs
// to it.
func (r *runner) writeAnswer(v quiz.View) {
	if v.Match == nil {
		r.text(r.w.Plain.Answer, v.Card.Shown())
	} else {
		r.writeMatch(*v.Match, v.Response, v.Card.Question.Need)
	}
	r.writeSource(v.Card.Question)
}

// writeSource writes why an answer is right, and where that stands.
func (r *runner) writeSource(q *decks.Question) {
	if q.Explain != "" {
		r.text(r.w.Plain.Why, q.Explain)
	}
	if from := r.w.Where(q.From); from != "" {
		r.say(r.w.Plain.From + from)
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
	say := r.w.Plain
	wanted, given, note := markup.OneLine(m.Wanted), clip(markup.OneLine(given)), r.w.Note(m)
	switch m.Verdict {
	case answer.Correct:
		r.line(say.Correct(wanted, note))
		return
	case answer.Close:
		r.line(say.Close(wanted, given, note))
	default:
		r.line(say.Wrong(wanted, given, note))
	}
	if len(m.Items) < 2 {
		return
	}
	enough := need > 0 && rightItems(m.Items) >= need
	for _, it := range m.Items {
		switch {
		case it.Given == "" && enough:
			r.say(indent + say.AlsoRight(it.Wanted))
		case it.Given == "":
			r.say(indent + say.Missing(it.Wanted))
		case it.Verdict == answer.Correct:
			r.say(indent + say.Right(it.Wanted))
		case it.Verdict == answer.Close:
			r.say(indent + say.CloseItem(it.Wanted, clip(it.Given)))
		default:
			r.say(indent + say.WrongItem(it.Wanted, clip(it.Given)))
		}
	}
	for _, extra := range m.Extra {
		r.say(indent + say.Extra(clip(extra)))
	}
}

// ratingPrompt returns the ratings, when each brings the card back, and the
// one that an empty line takes.
func (r *runner) ratingPrompt(v quiz.View) string {
	var b strings.Builder
	for _, c := range v.Ratings {
		fmt.Fprintf(&b, "%d %s", c.Rating, r.w.Common.Rating(int(c.Rating)))
		if wait := r.w.Choice(c); wait != "" {
			b.WriteString(" " + wait)
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
		r.line(r.w.Summary.Nothing(r.w.Next(sum.Next, now)))
		return
	}
	if r.cards > 0 {
		r.line("")
	}
	r.writeHardest(sum)
	r.writeWeek(now)
	r.line(r.w.Summary.Done(sum.Answered, sum.Right, sum.Left.Sum(), r.w.Next(sum.Next, now)))
}
