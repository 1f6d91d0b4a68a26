package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"recto/decks"
	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/words"
)

// ErrInterrupted is returned when the context ended before the session did.
// Everything that was rated is saved.
var ErrInterrupted = errors.New("interrupted")

// Store is what a session needs of a history.
type Store interface {
	Progress(ctx context.Context, ids ...decks.CardID) (map[decks.CardID]quiz.Progress, error)
	Commit(ctx context.Context, events ...quiz.Event) error
}

// Options are what a session needs beside its cards. Now and Store are
// required.
type Options struct {
	Now   func() (now quiz.Moment, zone int) // the learner's clock, and seconds east of UTC
	Store Store
	Words *words.Words // what the session says; nil: in English, as the C locale writes it

	// Accept writes a form that the learner let count into the deck, and returns
	// how to find each card again; nil: nothing is offered.
	Accept func(context.Context, quiz.Offer) (func(decks.CardID) (decks.Card, bool), error)
	// Print prints cards and says where they are; nil: not available.
	Print func(context.Context, []decks.Card) (said string, err error)
	// Week returns how many reviews each of the last seven days had, today last;
	// nil: not told.
	Week func(context.Context) ([7]int, error)
	// Stands is told where the session stands whenever a card comes up and at
	// the end, false when it is over; nil: nobody wants to know.
	Stands func(quiz.Standstill, bool)
	// Stay asks at the end of the session what shall be done then: to undo, to
	// try the wrong ones again, to print them. Set it where a learner sits at a
	// terminal: a script expects the end.
	Stay bool

	// Echo writes each line that was read, as a terminal does. Set it when the
	// input is no terminal: the transcript reads the same then.
	Echo bool
	// Measure returns how many points an image of a deck file has; nil: not told.
	Measure func(file, image string) (width, height int, ok bool)
	// Edit lets the learner edit a card's question, and returns how to find
	// each card again, see quiz.Session.Reload; nil: not available.
	Edit func(context.Context, decks.Card) (func(decks.CardID) (decks.Card, bool), error)
	// Recall returns the probability that a card is remembered now, 0 to 1;
	// nil: not told.
	Recall func(decks.Card, quiz.Progress, quiz.Moment) float64
	// Reviews returns the reviews of a card that stand, oldest first; nil: not
	// told.
	Reviews func(context.Context, decks.CardID) ([]quiz.Event, error)
}

// Run runs a session to its end: the last card, :q, or the end of the input.
// It returns ErrInterrupted when ctx ended first, an error of the store when
// the last answer could not be saved, and one of in or out when a line could
// not be read or written. Whatever it returns, each rating that was taken is
// saved.
//
// Run reads a line only when it asks for one, from a goroutine of its own that
// outlives it when ctx ends during a read.
func Run(ctx context.Context, s *quiz.Session, in io.Reader, out io.Writer, o Options) error {
	r := &runner{
		ctx:     ctx,
		session: s,
		options: o,
		w:       speaker(o.Words),
		texts:   map[*decks.Group]decks.CardID{},
		in:      &lines{r: bufio.NewReaderSize(in, 4096)},
		out:     bufio.NewWriter(out),
	}
	err := r.run()
	if flushed := r.out.Flush(); err == nil && flushed != nil {
		err = fmt.Errorf("write: %w", flushed)
	}
	return err
}

// speaker returns what speaks the words of a catalogue, English when it is nil.
func speaker(w *words.Words) quiz.Speaker {
	if w == nil {
		w = words.English(words.Locale{})
	}
	return quiz.Speaker{Words: w}
}

// runner is one run of a session.
type runner struct {
	ctx     context.Context
	session *quiz.Session
	options Options
	w       quiz.Speaker
	in      *lines
	out     *bufio.Writer
	written quiz.Phase                    // how far the card on screen was written: Finished, Asked or Shown
	cards   int                           // how often a question was written
	texts   map[*decks.Group]decks.CardID // the card with which a text was written first
	offer   *quiz.Offer                   // what :a accepts
}

// errLeave ends the loop.
var errLeave = errors.New("leave")

func (r *runner) run() error {
	for {
		if err := r.refresh(); err != nil {
			return err
		}
		v := r.session.View()
		if v.Phase == quiz.Finished {
			r.writeSummary(v)
			if goesOn, err := r.after(); err != nil || !goesOn {
				return err
			}
			continue
		}
		r.write(v)
		line, err := r.read(r.prompt(v))
		if err == nil {
			err = r.obey(v, line)
		}
		switch {
		case err == nil:
		case errors.Is(err, errLeave) || errors.Is(err, io.EOF):
			return r.leave()
		default:
			return err
		}
	}
}

// write writes what is new about the card on screen.
func (r *runner) write(v quiz.View) {
	if r.written == quiz.Finished {
		if r.cards > 0 {
			r.line("")
		}
		r.cards++
		now, _ := r.options.Now()
		r.stand()
		r.writeQuestion(v, now)
		r.written = quiz.Asked
	}
	if r.written == quiz.Asked && v.Phase == quiz.Shown {
		r.writeAnswer(v)
		r.written = quiz.Shown
	}
}

// prompt returns what stands before the next line.
func (r *runner) prompt(v quiz.View) string {
	if v.Phase == quiz.Asked {
		return "> "
	}
	return r.ratingPrompt(v)
}

// read writes a prompt and returns the next line.
func (r *runner) read(prompt string) (string, error) {
	fmt.Fprint(r.out, prompt)
	if err := r.out.Flush(); err != nil {
		return "", fmt.Errorf("write: %w", err)
	}
	for {
		line, err := r.in.next(r.ctx)
		switch {
		case errors.Is(err, errTooLong):
			r.echo("...")
			r.say(r.w.Plain.TooLong(maxLine))
			fmt.Fprint(r.out, prompt)
			if err := r.out.Flush(); err != nil {
				return "", fmt.Errorf("write: %w", err)
			}
		case errors.Is(err, io.EOF), errors.Is(err, ErrInterrupted):
			r.line("")
			return "", err
		case err != nil:
			r.line("")
			return "", fmt.Errorf("read: %w", err)
		default:
			r.echo(line)
			return line, nil
		}
	}
}

// echo writes a line that was read, when no terminal has.
func (r *runner) echo(line string) {
	if r.options.Echo {
		r.line(clip(markup.OneLine(line)))
	}
}

// obey does what a line says.
func (r *runner) obey(v quiz.View, line string) error {
	if rest, ok := literal(line); ok {
		line = rest
	} else if len(line) > 0 && line[0] == ':' {
		return r.command(v, line[1:])
	}
	if v.Phase == quiz.Shown {
		rating, ok := readRating(line, v.Suggested)
		if !ok {
			r.say(r.w.Plain.RateWith)
			return nil
		}
		r.rate(quiz.Input{Action: quiz.Rate, Rating: rating})
		return nil
	}
	return r.respond(v, line)
}

// respond answers the card on screen, unless it was answered elsewhere while
// the learner was thinking.
func (r *runner) respond(v quiz.View, line string) error {
	if err := r.refresh(); err != nil {
		return err
	}
	if now := r.session.View(); now.Card.ID != v.Card.ID || now.Phase != quiz.Asked {
		return nil
	}
	r.apply(quiz.Input{Action: quiz.Respond, Text: line})
	return nil
}

// apply gives the session an input and commits what comes of it. It reports
// whether the session took it; what it did not take it tells the learner.
func (r *runner) apply(in quiz.Input) bool {
	in.Moment, in.Zone = r.options.Now()
	events, err := r.session.Apply(in)
	if err != nil {
		r.say(r.w.Common.Sentence(r.w.Common.Engine(err.Error())))
		return false
	}
	if len(events) > 0 {
		// An interrupt ends the session, not the saving of its last answer.
		err = r.session.Settle(r.options.Store.Commit(context.WithoutCancel(r.ctx), events...))
	}
	if err != nil {
		r.say(r.w.Plain.NotSaved + err.Error())
		return false
	}
	switch in.Action {
	case quiz.Respond, quiz.Hint, quiz.Mark:
	default:
		r.written = quiz.Finished
	}
	return true
}

// rate rates the card on screen.
func (r *runner) rate(in quiz.Input) {
	v := r.session.View()
	if !r.apply(in) {
		return
	}
	r.offer = nil
	r.weigh(v, in)
	if l := r.session.View().Leech; l != nil {
		r.say(r.w.Plain.Leech + l.Card.ID.String() + " " + r.w.Advice(*l))
	}
}

// refresh tells the session what the history says about the card that comes
// up, until one is there that still waits.
func (r *runner) refresh() error {
	for {
		v := r.session.View()
		if v.Phase == quiz.Finished {
			return nil
		}
		id := v.Card.ID
		all, err := r.options.Store.Progress(r.ctx, id)
		if r.ctx.Err() != nil {
			return ErrInterrupted
		}
		if err != nil {
			return err
		}
		now, _ := r.options.Now()
		if !r.session.Refresh(now, all[id]) {
			return nil
		}
		if r.written != quiz.Finished {
			r.say(r.w.Study.ChangedElsewhere)
		}
		r.written = quiz.Finished
	}
}

// leave ends the session where it is. It fails when the last answer was never
// saved.
func (r *runner) leave() error {
	fault := r.session.View().Fault
	now, zone := r.options.Now()
	if _, err := r.session.Apply(quiz.Input{Action: quiz.Leave, Moment: now, Zone: zone}); err != nil {
		return err
	}
	r.stand()
	r.writeSummary(r.session.View())
	if fault != nil {
		return fmt.Errorf("the last answer is not saved: %w", fault)
	}
	return nil
}
