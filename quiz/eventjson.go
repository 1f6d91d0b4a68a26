package quiz

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"recto/decks"
)

// MaxLine is the most bytes that an event may take as a line of JSON. The
// largest question that a deck may hold fits.
const MaxLine = 16 << 20

// AppendJSON appends a valid event as one line of JSON without its line end: one
// object whose keys always stand in this order, so that equal events are equal
// bytes.
//
//	id        32 hexadecimal digits
//	device    32 hexadecimal digits; sequence: integer from 1
//	at        unix ms
//	kind      one of the kinds of events
//	with      id of the first event of the same action; left out there
//	card      "deck/question/face", with kinds that are about a card
//	seen      {deck, question, path, title, text, answers, gaps, faces}
//	review    {rating 1-4, response, match, taken, zone, day, state, step, due, due_day}
//	undo      [id, ...]
//	relink    [[from, to], ...]
//	bury      day; flag: 0-7
//	settings  {deck, weights}
//	due       {due, due_day}
//
// Of the last eight the one that the kind needs is there.
func (e Event) AppendJSON(b []byte) []byte {
	b = append(b, `{"id":"`...)
	b = hex.AppendEncode(b, e.ID[:])
	b = append(b, `","device":`...)
	b = appendString(b, e.Device)
	b = append(b, `,"sequence":`...)
	b = strconv.AppendInt(b, e.Sequence, 10)
	b = append(b, `,"at":`...)
	b = strconv.AppendInt(b, e.At, 10)
	b = append(b, `,"kind":`...)
	b = appendString(b, string(e.Kind))
	if !e.With.IsZero() {
		b = append(b, `,"with":"`...)
		b = hex.AppendEncode(b, e.With[:])
		b = append(b, '"')
	}
	if e.Card != (decks.CardID{}) {
		b = append(b, `,"card":`...)
		b = appendString(b, cardText(e.Card))
	}
	if e.Kind != SuspendEvent && e.Kind != UnsuspendEvent && e.Kind != ResetEvent {
		b = append(b, ',')
		b = appendString(b, string(e.Kind))
		b = append(b, ':')
		b = e.AppendBody(b)
	}
	return append(b, '}')
}

// AppendBody appends the JSON value of the body that belongs to the kind;
// nothing for suspend, unsuspend and reset.
func (e Event) AppendBody(b []byte) []byte {
	switch e.Kind {
	case SeenEvent:
		return e.Seen.appendJSON(b)
	case ReviewEvent:
		return e.Review.appendJSON(b)
	case UndoEvent:
		return appendList(b, e.Undo, func(b []byte, id EventID) []byte { return appendString(b, id.String()) })
	case RelinkEvent:
		return appendList(b, e.Relink, func(b []byte, r Relink) []byte {
			return appendList(b, []string{cardText(r.From), cardText(r.To)}, appendString)
		})
	case BuryEvent:
		return strconv.AppendInt(b, int64(e.Bury), 10)
	case FlagEvent:
		return strconv.AppendInt(b, int64(e.Flag), 10)
	case SettingsEvent:
		b = append(b, `{"deck":`...)
		b = appendString(b, e.Settings.Deck)
		b = append(b, `,"weights":`...)
		b = appendList(b, e.Settings.Weights, func(b []byte, w float64) []byte {
			return strconv.AppendFloat(b, w, 'g', -1, 64)
		})
		return append(b, '}')
	case DueEvent:
		return fmt.Appendf(b, `{"due":%d,"due_day":%d}`, e.Due.Due, e.Due.DueDay)
	}
	return b
}

func (r *ReviewBody) appendJSON(b []byte) []byte {
	b = append(b, `{"rating":`...)
	b = strconv.AppendInt(b, int64(r.Rating), 10)
	b = append(b, `,"response":`...)
	b = appendString(b, r.Response)
	b = append(b, `,"match":`...)
	b = appendString(b, r.Match)
	b = append(b, `,"taken":`...)
	b = strconv.AppendInt(b, r.Taken, 10)
	b = append(b, `,"zone":`...)
	b = strconv.AppendInt(b, int64(r.Zone), 10)
	b = append(b, `,"day":`...)
	b = strconv.AppendInt(b, int64(r.Day), 10)
	b = append(b, `,"state":`...)
	b = appendString(b, r.State.String())
	b = append(b, `,"step":`...)
	b = strconv.AppendInt(b, int64(r.Step), 10)
	b = append(b, `,"due":`...)
	b = strconv.AppendInt(b, r.Due, 10)
	b = append(b, `,"due_day":`...)
	b = strconv.AppendInt(b, int64(r.DueDay), 10)
	return append(b, '}')
}

func (s *Seen) appendJSON(b []byte) []byte {
	for i, f := range []struct{ key, value string }{
		{"deck", s.Deck}, {"question", s.Question}, {"path", s.Path}, {"title", s.Title}, {"text", s.Text},
	} {
		b = append(b, "{,"[min(i, 1)])
		b = appendString(b, f.key)
		b = append(b, ':')
		b = appendString(b, f.value)
	}
	b = append(b, `,"answers":`...)
	b = appendList(b, s.Answers, appendString)
	b = append(b, `,"gaps":`...)
	b = appendList(b, s.Gaps, appendString)
	b = append(b, `,"faces":`...)
	b = appendList(b, s.Faces, func(b []byte, f decks.Face) []byte { return appendString(b, string(f)) })
	return append(b, '}')
}

// eventText is an event as JSON spells it.
type eventText struct {
	ID       string          `json:"id"`
	Device   string          `json:"device"`
	Sequence int64           `json:"sequence"`
	At       int64           `json:"at"`
	Kind     EventKind       `json:"kind"`
	With     string          `json:"with"`
	Card     string          `json:"card"`
	Seen     json.RawMessage `json:"seen"`
	Review   json.RawMessage `json:"review"`
	Undo     json.RawMessage `json:"undo"`
	Relink   json.RawMessage `json:"relink"`
	Bury     json.RawMessage `json:"bury"`
	Flag     json.RawMessage `json:"flag"`
	Settings json.RawMessage `json:"settings"`
	Due      json.RawMessage `json:"due"`
}

// DecodeEvent reads an event from a line of JSON. Keys may stand in any order;
// an unknown, repeated or missing key, a body that is not the kind's, and
// whatever Validate refuses are errors.
func DecodeEvent(line []byte) (Event, error) {
	var t eventText
	if len(line) > MaxLine {
		return Event{}, fmt.Errorf("an event of %d bytes is longer than %d", len(line), MaxLine)
	}
	if e, ok := decodeLine(line); ok && e.Validate() == nil && e.isWrittenAs(line) {
		return e, nil
	}
	if err := strictJSON(line); err != nil {
		return Event{}, err
	}
	if err := decodeStrict(line, &t); err != nil {
		return Event{}, err
	}
	e := Event{Device: t.Device, Sequence: t.Sequence, At: t.At, Kind: t.Kind}
	var err error
	if e.ID, err = ParseEventID(t.ID); err != nil {
		return Event{}, err
	}
	if t.With != "" {
		if e.With, err = ParseEventID(t.With); err != nil {
			return Event{}, fmt.Errorf("with: %w", err)
		}
	}
	if t.Card != "" {
		if e.Card, err = parseCard(t.Card); err != nil {
			return Event{}, err
		}
	}
	body, err := t.body()
	if err != nil {
		return Event{}, err
	}
	if err := e.decodeBody(body, decodeStrict); err != nil {
		return Event{}, err
	}
	return e, e.Validate()
}

// isWrittenAs reports whether a valid event is written as a line.
func (e Event) isWrittenAs(line []byte) bool {
	var room [1024]byte
	return bytes.Equal(e.AppendJSON(room[:0]), line)
}

// body returns the one body that the kind needs.
func (t eventText) body() (json.RawMessage, error) {
	bodies := map[EventKind]json.RawMessage{
		SeenEvent: t.Seen, ReviewEvent: t.Review, UndoEvent: t.Undo, RelinkEvent: t.Relink,
		BuryEvent: t.Bury, FlagEvent: t.Flag, SettingsEvent: t.Settings, DueEvent: t.Due,
	}
	own := bodies[t.Kind]
	delete(bodies, t.Kind)
	for _, k := range []EventKind{SeenEvent, ReviewEvent, UndoEvent, RelinkEvent, BuryEvent, FlagEvent, SettingsEvent, DueEvent} {
		if bodies[k] != nil {
			return nil, fmt.Errorf("key %q is not for an event of kind %q", k, t.Kind)
		}
	}
	return own, nil
}

// DecodeBody reads the JSON value that AppendBody wrote for the event's kind.
// It is quick and trusts that it was AppendBody. A Review that the event has
// already is overwritten, so that one event can read many.
func (e *Event) DecodeBody(body []byte) error {
	if e.decodeCanonical(body) {
		return nil
	}
	return e.decodeBody(body, json.Unmarshal)
}

func (e *Event) decodeBody(body []byte, read func([]byte, any) error) error {
	decode := func(into any) error {
		if len(body) == 0 {
			return fmt.Errorf("event of kind %q without its key %q", e.Kind, e.Kind)
		}
		if err := read(body, into); err != nil {
			return fmt.Errorf("%s: %w", e.Kind, err)
		}
		return nil
	}
	switch e.Kind {
	case SeenEvent:
		return e.decodeSeen(decode)
	case ReviewEvent:
		return e.decodeReview(decode)
	case UndoEvent:
		return e.decodeUndo(decode)
	case RelinkEvent:
		return e.decodeRelink(decode)
	case BuryEvent:
		return decode(&e.Bury)
	case FlagEvent:
		return decode(&e.Flag)
	case SettingsEvent:
		var t struct {
			Deck    *string    `json:"deck"`
			Weights *[]float64 `json:"weights"`
		}
		if err := decode(&t); err != nil {
			return err
		}
		if t.Deck == nil || t.Weights == nil {
			return errors.New("settings need deck and weights")
		}
		e.Settings = &Settings{Deck: *t.Deck, Weights: *t.Weights}
	case DueEvent:
		var t struct {
			Due    *int64 `json:"due"`
			DueDay *Day   `json:"due_day"`
		}
		if err := decode(&t); err != nil {
			return err
		}
		if t.Due == nil || t.DueDay == nil {
			return errors.New("due needs due and due_day")
		}
		e.Due = &Due{Due: *t.Due, DueDay: *t.DueDay}
	}
	return nil
}

func (e *Event) decodeSeen(decode func(any) error) error {
	var t struct {
		Deck     string       `json:"deck"`
		Question string       `json:"question"`
		Path     string       `json:"path"`
		Title    string       `json:"title"`
		Text     string       `json:"text"`
		Answers  []string     `json:"answers"`
		Gaps     []string     `json:"gaps"`
		Faces    []decks.Face `json:"faces"`
	}
	if err := decode(&t); err != nil {
		return err
	}
	s := Seen(t)
	e.Seen = &s
	return nil
}

func (e *Event) decodeReview(decode func(any) error) error {
	var t struct {
		Rating   Rating `json:"rating"`
		Response string `json:"response"`
		Match    string `json:"match"`
		Taken    int64  `json:"taken"`
		Zone     int    `json:"zone"`
		Day      *Day   `json:"day"`
		State    string `json:"state"`
		Step     int    `json:"step"`
		Due      *int64 `json:"due"`
		DueDay   *Day   `json:"due_day"`
	}
	if err := decode(&t); err != nil {
		return err
	}
	state, err := ParseState(t.State)
	switch {
	case err != nil:
		return fmt.Errorf("review: %w", err)
	case t.Day == nil || t.Due == nil || t.DueDay == nil:
		return errors.New("review needs day, due and due_day")
	}
	e.Review = &ReviewBody{Rating: t.Rating, Response: t.Response, Match: t.Match, Taken: t.Taken, Zone: t.Zone,
		Day: *t.Day, State: state, Step: t.Step, Due: *t.Due, DueDay: *t.DueDay}
	return nil
}

func (e *Event) decodeUndo(decode func(any) error) error {
	var ids []string
	if err := decode(&ids); err != nil {
		return err
	}
	for _, s := range ids {
		id, err := ParseEventID(s)
		if err != nil {
			return fmt.Errorf("undo: %w", err)
		}
		e.Undo = append(e.Undo, id)
	}
	return nil
}

func (e *Event) decodeRelink(decode func(any) error) error {
	var pairs [][]string
	if err := decode(&pairs); err != nil {
		return err
	}
	for _, p := range pairs {
		if len(p) != 2 {
			return fmt.Errorf("relink: a pair of %d cards", len(p))
		}
		from, err := parseCard(p[0])
		if err != nil {
			return fmt.Errorf("relink: %w", err)
		}
		to, err := parseCard(p[1])
		if err != nil {
			return fmt.Errorf("relink: %w", err)
		}
		e.Relink = append(e.Relink, Relink{From: from, To: to})
	}
	return nil
}
