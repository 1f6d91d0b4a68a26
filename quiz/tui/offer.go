package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/answer"
	"recto/quiz/tui/frame"
)

// Messages of what the learner lets count.
type (
	offerMsg struct {
		offer quiz.Offer
		ok    bool
	}
	acceptedMsg struct {
		form string
		find Find
		err  error
	}
)

// weigh looks, after a rating that overruled a verdict, whether the deck should
// accept the response from now on; nil when there is nothing to look for.
func (a *app) weigh(in quiz.Input) tea.Cmd {
	v := a.rated
	counts := in.Action == quiz.Accept || in.Rating >= quiz.Good
	if !counts || v.Match == nil || v.Match.Verdict == answer.Correct || a.options.Accept == nil || a.options.Reviews == nil || a.options.again {
		return nil
	}
	a.busy = true
	return func() tea.Msg {
		reviews, err := a.options.Reviews(a.ctx, v.Card.ID)
		if err != nil {
			return offerMsg{} // the rating is saved, and the next one is offered as well
		}
		offer, ok := quiz.OfferOf(v, reviews)
		return offerMsg{offer, ok}
	}
}

// offered goes on to the next card, and asks about what was let count.
func (a *app) offered(msg offerMsg) tea.Cmd {
	a.busy = false
	if !msg.ok {
		return a.refresh(nil)
	}
	a.offer = &msg.offer
	a.forget() // no key that was meant for the next card answers
	o, say := msg.offer, &a.w.Study
	said := say.Overruled(markup.OneLine(o.Form), frame.Inline(o.Right), o.Times)
	a.window.Panel = &frame.Panel{Title: say.Offer, Below: func(w int) []frame.Line {
		lines := append(frame.Wrap(frame.Text(said, 0), w), nil)
		return append(lines, frame.Wrap(frame.Text(say.OfferKeys, frame.Faint), w)...)
	}}
	return nil
}

// decide does with the offer what the learner wants.
func (a *app) decide(yes bool) tea.Cmd {
	o := *a.offer
	a.offer, a.window.Panel = nil, nil
	if !yes {
		return a.refresh(nil)
	}
	a.busy = true
	return func() tea.Msg {
		find, err := a.options.Accept(context.WithoutCancel(a.ctx), o)
		return acceptedMsg{o.Form, find, err}
	}
}

// accepted takes the deck as it is now that it accepts more.
func (a *app) accepted(msg acceptedMsg) tea.Cmd {
	a.busy = false
	if msg.err != nil {
		a.window.Say(a.w.Study.NotAccepted(msg.err.Error()))
		return a.refresh(nil)
	}
	if msg.find != nil {
		now, _ := a.options.Now()
		a.session.Reload(now, msg.find)
	}
	a.window.Say(a.w.Study.Accepted(msg.form))
	return a.refresh(nil)
}
