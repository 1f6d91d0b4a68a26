package quiz

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"recto/decks"
)

// Bounds of what an event may hold. A day and a time beyond them are no
// learner's, and every sum of two of them still is a number.
const (
	maxTime     = 253402300799999              // ms: the last of the year 9999
	maxDue      = maxTime + 200*366*86_400_000 // ms: what is rated in the year 9999 comes back after it
	maxDay      = 4_000_000                    // days: after the year 12000
	maxText     = 64 << 10                     // bytes of one text, as in a deck
	maxID       = 1 << 10                      // bytes of a deck or question id
	maxWeights  = 64
	maxNamed    = 20_000 // ids of one undo
	maxRelinks  = 20_000 // pairs of one relink
	maxFlag     = 7
	maxDuration = 366 * 24 * 3600 * 1000 // ms
)

// Validate reports what is wrong with an event that was committed: one with
// its device and sequence.
func (e Event) Validate() error {
	switch {
	case e.ID.IsZero():
		return errors.New("an event without id")
	case !isHex32(e.Device):
		return fmt.Errorf("device %.40q is not 32 hexadecimal digits", e.Device)
	case e.Sequence < 1 || e.Sequence > math.MaxInt64/2:
		return fmt.Errorf("sequence %d is not from 1 up", e.Sequence)
	case e.At < 1 || e.At > maxTime:
		return fmt.Errorf("time %d is not in ms since 1970", e.At)
	case e.With == e.ID:
		return errors.New("an event that belongs to itself")
	}
	if err := e.validCard(); err != nil {
		return err
	}
	if err := e.validBodies(); err != nil {
		return err
	}
	if err := e.validBody(); err != nil {
		return fmt.Errorf("%s: %w", e.Kind, err)
	}
	return nil
}

// validCard checks that there is a card exactly where the kind needs one.
func (e Event) validCard() error {
	switch e.Kind {
	case ReviewEvent, SuspendEvent, UnsuspendEvent, BuryEvent, FlagEvent, ResetEvent, DueEvent:
		return validCardID(e.Card)
	case SeenEvent, UndoEvent, RelinkEvent, SettingsEvent:
		if e.Card != (decks.CardID{}) {
			return fmt.Errorf("an event of kind %q is about no card", e.Kind)
		}
		return nil
	}
	return fmt.Errorf("unknown kind of event %.40q", string(e.Kind))
}

// validBodies checks that no body is set but the kind's own.
func (e Event) validBodies() error {
	for _, b := range []struct {
		kind   EventKind
		set    bool
		needed bool
	}{
		{SeenEvent, e.Seen != nil, true},
		{ReviewEvent, e.Review != nil, true},
		{UndoEvent, len(e.Undo) > 0, true},
		{RelinkEvent, len(e.Relink) > 0, true},
		{BuryEvent, e.Bury != 0, false},
		{FlagEvent, e.Flag != 0, false},
		{SettingsEvent, e.Settings != nil, true},
		{DueEvent, e.Due != nil, true},
	} {
		switch {
		case b.set && b.kind != e.Kind:
			return fmt.Errorf("an event of kind %q with the body of %q", e.Kind, b.kind)
		case !b.set && b.kind == e.Kind && b.needed:
			return fmt.Errorf("an event of kind %q without its body", e.Kind)
		}
	}
	return nil
}

func (e Event) validBody() error {
	switch e.Kind {
	case SeenEvent:
		return e.Seen.validate()
	case ReviewEvent:
		return e.Review.validate()
	case UndoEvent:
		return e.validUndo()
	case RelinkEvent:
		return e.validRelink()
	case BuryEvent:
		return validDay(e.Bury)
	case FlagEvent:
		if e.Flag < 0 || e.Flag > maxFlag {
			return fmt.Errorf("flag %d is not 0 to %d", e.Flag, maxFlag)
		}
	case SettingsEvent:
		return e.Settings.validate()
	case DueEvent:
		return validDue(e.Due.Due, e.Due.DueDay)
	}
	return nil
}

func (r *ReviewBody) validate() error {
	switch {
	case r.Rating < Again || r.Rating > Easy:
		return fmt.Errorf("rating %d is not 1 to 4", r.Rating)
	case !slices.Contains([]string{"", "correct", "close", "wrong"}, r.Match):
		return fmt.Errorf("unknown match %.40q", r.Match)
	case r.Taken < 0 || r.Taken > maxDuration:
		return fmt.Errorf("%d ms taken", r.Taken)
	case r.Zone < -86400 || r.Zone > 86400:
		return fmt.Errorf("a time zone %d s from UTC", r.Zone)
	case r.State < Learning || r.State > Relearning:
		return fmt.Errorf("state %d after a review", r.State)
	case r.Step < 0 || r.Step > 1000:
		return fmt.Errorf("step %d", r.Step)
	}
	if err := validText(r.Response); err != nil {
		return fmt.Errorf("response: %w", err)
	}
	if err := validDay(r.Day); err != nil {
		return err
	}
	return validDue(r.Due, r.DueDay)
}

func (s *Seen) validate() error {
	for _, id := range []string{s.Deck, s.Question} {
		if err := validID(id); err != nil {
			return err
		}
	}
	for _, t := range slices.Concat([]string{s.Path, s.Title, s.Text}, s.Answers, s.Gaps) {
		if err := validText(t); err != nil {
			return err
		}
	}
	for _, f := range s.Faces {
		if err := validID(string(f)); err != nil {
			return err
		}
	}
	return nil
}

func (e Event) validUndo() error {
	if len(e.Undo) > maxNamed {
		return fmt.Errorf("%d events at once", len(e.Undo))
	}
	named := map[EventID]bool{}
	for _, id := range e.Undo {
		if id.IsZero() || id == e.ID || named[id] {
			return fmt.Errorf("event %s cannot be named here", id)
		}
		named[id] = true
	}
	return nil
}

func (e Event) validRelink() error {
	if len(e.Relink) > maxRelinks {
		return fmt.Errorf("%d cards at once", len(e.Relink))
	}
	from := map[decks.CardID]bool{}
	for _, r := range e.Relink {
		for _, id := range []decks.CardID{r.From, r.To} {
			if err := validCardID(id); err != nil {
				return err
			}
		}
		if r.From == r.To || from[r.From] {
			return fmt.Errorf("card %q cannot move twice or to itself", r.From)
		}
		from[r.From] = true
	}
	return nil
}

func (s *Settings) validate() error {
	if s.Deck != "" {
		if err := validID(s.Deck); err != nil {
			return err
		}
	}
	if len(s.Weights) > maxWeights {
		return fmt.Errorf("%d weights", len(s.Weights))
	}
	for _, w := range s.Weights {
		if math.IsNaN(w) || math.IsInf(w, 0) {
			return fmt.Errorf("weight %v", w)
		}
	}
	return nil
}

func validCardID(id decks.CardID) error {
	for _, part := range []string{id.Deck, id.Question, string(id.Face)} {
		if err := validID(part); err != nil {
			return fmt.Errorf("card %.200q: %w", id.String(), err)
		}
	}
	return nil
}

// validID checks what a part of a card id must be for this history to keep it.
// What a deck may call itself is stricter, and decided there.
func validID(s string) error {
	switch {
	case s == "":
		return errors.New("an empty id")
	case len(s) > maxID:
		return fmt.Errorf("an id of %d bytes", len(s))
	case !utf8.ValidString(s):
		return fmt.Errorf("id %.40q is not UTF-8", s)
	case strings.ContainsFunc(s, func(r rune) bool { return r == '/' || r <= ' ' || r == 0x7f }):
		return fmt.Errorf("id %.40q with a slash, space or control character", s)
	}
	return nil
}

func validText(s string) error {
	switch {
	case len(s) > maxText:
		return fmt.Errorf("a text of %d bytes", len(s))
	case !utf8.ValidString(s):
		return fmt.Errorf("%.40q is not UTF-8", s)
	}
	return nil
}

func validDay(d Day) error {
	if d < -maxDay || d > maxDay {
		return fmt.Errorf("day %d is out of range", d)
	}
	return nil
}

func validDue(ms int64, d Day) error {
	if ms < -maxDue || ms > maxDue {
		return fmt.Errorf("due time %d is out of range", ms)
	}
	return validDay(d)
}

// Tidy returns the event with what a terminal or a clock may have handed in
// brought within bounds, so that no rating is refused for it: a time before
// 1970 or after 9999 is moved there, a response is made UTF-8 and cut, the
// milliseconds taken are kept between 0 and a year.
func (e Event) Tidy() Event {
	e.At = within(e.At, 1, maxTime)
	if e.Review == nil {
		return e
	}
	r := *e.Review
	r.Response = strings.ToValidUTF8(r.Response, "\uFFFD")
	if len(r.Response) > maxText {
		r.Response = strings.ToValidUTF8(r.Response[:maxText], "")
	}
	r.Taken = within(r.Taken, 0, maxDuration)
	r.Day, r.DueDay = within(r.Day, -maxDay, maxDay), within(r.DueDay, -maxDay, maxDay)
	r.Due = within(r.Due, -maxDue, maxDue)
	e.Review = &r
	return e
}

func within[T ~int | ~int64](n, low, high T) T { return min(max(n, low), high) }

// cardText spells a card id as an event does.
func cardText(id decks.CardID) string {
	return id.Deck + "/" + id.Question + "/" + string(id.Face)
}

// parseCard reads what cardText wrote.
func parseCard(s string) (decks.CardID, error) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 {
		return decks.CardID{}, fmt.Errorf("card %.200q is not deck/question/face", s)
	}
	return decks.CardID{Deck: parts[0], Question: parts[1], Face: decks.Face(parts[2])}, nil
}
