package plain

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
)

// stand tells where the session stands.
func (r *runner) stand() {
	if r.options.Stands != nil {
		r.options.Stands(r.session.Standstill())
	}
}

// weigh looks, after a rating that overruled the verdict of a view, whether the
// deck should accept the response from now on, and offers it.
func (r *runner) weigh(v quiz.View, in quiz.Input) {
	counts := in.Action == quiz.Accept || in.Rating >= quiz.Good
	if !counts || v.Match == nil || v.Match.Verdict == answer.Correct || r.options.Accept == nil || r.options.Reviews == nil {
		return
	}
	reviews, err := r.options.Reviews(r.ctx, v.Card.ID)
	if err != nil {
		return // the rating is saved, and the next one is offered as well
	}
	if o, ok := quiz.OfferOf(v, reviews); ok {
		r.offer = &o
		r.say(r.w.Plain.Offer(markup.OneLine(o.Form), inline(o.Right), o.Times))
	}
}

// accept writes what was offered into the deck.
func (r *runner) accept() {
	if r.offer == nil {
		r.say(r.w.Plain.NoOffer)
		return
	}
	o := *r.offer
	r.offer = nil
	find, err := r.options.Accept(context.WithoutCancel(r.ctx), o)
	if err != nil {
		r.say(r.w.Study.NotAccepted(err.Error()))
		return
	}
	now, _ := r.options.Now()
	if find != nil {
		r.session.Reload(now, find)
		r.written = quiz.Finished
	}
	r.say(r.w.Study.Accepted(markup.OneLine(o.Form)))
}

// retry asks the wrong ones of this session again, without schedule, and then
// goes on where it was.
func (r *runner) retry() error {
	now, _ := r.options.Now()
	s, ok := r.session.Retry(now, uint64(now.At.UnixNano()))
	if !ok {
		r.say(r.w.Study.NothingWrong)
		return nil
	}
	r.say(r.w.Study.Again + ". " + r.w.Study.Retrying)
	o := r.options
	o.Stands, o.Accept, o.Print, o.Week, o.Stay = nil, nil, nil, nil, false
	again := &runner{ctx: r.ctx, session: s, options: o, w: r.w, in: r.in, out: r.out, texts: r.texts}
	r.written = quiz.Finished
	return again.run()
}

// print prints the wrong ones of this session.
func (r *runner) print() {
	wrong := r.session.Wrong()
	switch {
	case len(wrong) == 0:
		r.say(r.w.Study.NothingWrong)
	case r.options.Print == nil:
		r.say(r.w.Study.NoPrinter)
	default:
		said, err := r.options.Print(r.ctx, wrong)
		if err != nil {
			said = r.w.Study.NotPrinted(err.Error())
		}
		for line := range strings.Lines(said) {
			r.say(strings.TrimSuffix(line, "\n"))
		}
	}
}

// after asks, where a learner stays at the end of the session, what shall be
// done then, and reports whether the session goes on.
func (r *runner) after() (goesOn bool, err error) {
	r.stand()
	if !r.options.Stay {
		return false, nil
	}
	for {
		line, err := r.read(r.w.Plain.After)
		switch {
		case errors.Is(err, io.EOF):
			return false, nil
		case err != nil:
			return false, err
		}
		switch strings.TrimPrefix(strings.TrimSpace(line), ":") {
		case "", "q":
			return false, nil
		case "u":
			if r.apply(quiz.Input{Action: quiz.Undo}) {
				r.say(r.w.Study.Undone)
				return true, nil
			}
		case "r":
			if err := r.retry(); err != nil {
				return false, err
			}
		case "p":
			r.print()
		case "a":
			r.accept()
		default:
			r.say(r.w.Plain.AfterHelp)
		}
	}
}

// writeHardest lists the cards that were forgotten most.
func (r *runner) writeHardest(sum quiz.Summary) {
	if !r.options.Stay {
		return
	}
	for _, h := range sum.Hardest {
		r.say(r.w.Summary.Hardest + ": " + inline(h.Card.Ask()) + ", " + r.w.Summary.Forgotten(h.Again))
	}
}

// writeWeek tells of the last seven days.
func (r *runner) writeWeek(now quiz.Moment) {
	if !r.options.Stay || r.options.Week == nil {
		return
	}
	days, err := r.options.Week(r.ctx)
	if err != nil {
		return // the summary stands without it
	}
	var all []string
	for i, n := range days {
		year, month, date := (now.Day + quiz.Day(i-6)).Date()
		name := r.w.Common.Weekdays[time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Weekday()]
		all = append(all, name+" "+r.w.Locale.Int(n))
	}
	r.say(r.w.Summary.Week + ": " + strings.Join(all, ", "))
}
