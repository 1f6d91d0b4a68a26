package quiz

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"recto/decks"
)

// canonical reads JSON as AppendJSON and AppendBody write it: keys in their
// order, no space, each number and text in one spelling. What stands there
// otherwise makes it lost, and whoever asked reads the text the long way. A
// history of two million events is read so in seconds instead of minutes.
type canonical struct {
	rest []byte
	lost bool
}

// skip passes over text that must stand here.
func (c *canonical) skip(text string) {
	if len(c.rest) < len(text) || string(c.rest[:len(text)]) != text {
		c.lose()
		return
	}
	c.rest = c.rest[len(text):]
}

// has passes over text if it stands here.
func (c *canonical) has(text string) bool {
	if len(c.rest) < len(text) || string(c.rest[:len(text)]) != text {
		return false
	}
	c.rest = c.rest[len(text):]
	return true
}

// int reads an integer of at most 18 digits.
func (c *canonical) int() (n int64) {
	negative := c.has("-")
	i := 0
	for i < len(c.rest) && '0' <= c.rest[i] && c.rest[i] <= '9' {
		n = n*10 + int64(c.rest[i]-'0')
		if i++; i > 18 {
			break
		}
	}
	if i == 0 || i > 18 || c.rest[0] == '0' && (i > 1 || negative) {
		c.lose()
		return 0
	}
	c.rest = c.rest[i:]
	if negative {
		return -n
	}
	return n
}

// quoted returns the bytes between the quotes of a string that has no escape;
// they are the line's.
func (c *canonical) quoted() []byte {
	c.skip(`"`)
	for i, b := range c.rest {
		switch {
		case b == '"':
			text := c.rest[:i]
			c.rest = c.rest[i+1:]
			return text
		case b == '\\' || b < ' ':
			c.lose()
			return nil
		}
	}
	c.lose()
	return nil
}

// text reads a string. Of escapes it knows those that a learner's answer has.
func (c *canonical) text() string {
	if !c.has(`"`) {
		c.lose()
		return ""
	}
	escaped, ascii := false, true
	for i := 0; i < len(c.rest); i++ {
		switch b := c.rest[i]; {
		case b == '"':
			raw := c.rest[:i]
			c.rest = c.rest[i+1:]
			return c.decoded(raw, escaped, ascii)
		case b == '\\':
			escaped = true
			i++
		case b < ' ':
			c.lose()
			return ""
		case b >= utf8.RuneSelf:
			ascii = false
		}
	}
	c.lose()
	return ""
}

// decoded returns what the inside of a string says.
func (c *canonical) decoded(raw []byte, escaped, ascii bool) string {
	if !ascii && !utf8.Valid(raw) {
		c.lose()
		return ""
	}
	if !escaped {
		return string(raw)
	}
	text := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		b := raw[i]
		if b == '\\' {
			i++
			switch b = raw[i]; b {
			case '"', '\\':
			case 'n':
				b = '\n'
			case 't':
				b = '\t'
			default:
				c.lose()
				return ""
			}
		}
		text = append(text, b)
	}
	return string(text)
}

// texts reads a list of strings; an empty one is none.
func (c *canonical) texts() []string {
	list := []string{}
	c.skip("[")
	for !c.lost && !c.has("]") {
		if len(list) > 0 {
			c.skip(",")
		}
		list = append(list, c.text())
	}
	return list
}

// id reads an event id.
func (c *canonical) id() (id EventID) {
	text := c.quoted()
	if !isHex32(string(text)) {
		c.lose()
		return id
	}
	_, _ = hex.Decode(id[:], text)
	return id
}

// card reads the id of a card. Its parts share one string.
func (c *canonical) card() (id decks.CardID) {
	var ok1, ok2 bool
	var rest, face string
	id.Deck, rest, ok1 = strings.Cut(c.text(), "/")
	id.Question, face, ok2 = strings.Cut(rest, "/")
	if !ok1 || !ok2 || strings.Contains(face, "/") {
		c.lose()
	}
	id.Face = decks.Face(face)
	return id
}

// review reads the body of a review.
func (c *canonical) review(r *ReviewBody) {
	c.skip(`{"rating":`)
	r.Rating = Rating(c.small(9))
	c.skip(`,"response":`)
	r.Response = c.text()
	c.skip(`,"match":`)
	switch match := c.quoted(); string(match) {
	case "":
		r.Match = ""
	case "correct":
		r.Match = "correct"
	case "close":
		r.Match = "close"
	case "wrong":
		r.Match = "wrong"
	default:
		c.lose()
	}
	c.skip(`,"taken":`)
	r.Taken = c.int()
	c.skip(`,"zone":`)
	r.Zone = int(c.small(1 << 30))
	c.skip(`,"day":`)
	r.Day = Day(c.small(1 << 30))
	c.skip(`,"state":"`)
	switch {
	case c.has(`review"`):
		r.State = Review
	case c.has(`learning"`):
		r.State = Learning
	case c.has(`relearning"`):
		r.State = Relearning
	default:
		c.lose()
	}
	c.skip(`,"step":`)
	r.Step = int(c.small(1 << 30))
	c.skip(`,"due":`)
	r.Due = c.int()
	c.skip(`,"due_day":`)
	r.DueDay = Day(c.small(1 << 30))
	c.skip(`}`)
}

// seen reads the body of a seen event.
func (c *canonical) seen(s *Seen) {
	for _, f := range []struct {
		before string
		into   *string
	}{
		{`{"deck":`, &s.Deck}, {`,"question":`, &s.Question}, {`,"path":`, &s.Path}, {`,"title":`, &s.Title}, {`,"text":`, &s.Text},
	} {
		c.skip(f.before)
		*f.into = c.text()
	}
	c.skip(`,"answers":`)
	s.Answers = c.texts()
	c.skip(`,"gaps":`)
	s.Gaps = c.texts()
	c.skip(`,"faces":`)
	s.Faces = []decks.Face{}
	for _, face := range c.texts() {
		s.Faces = append(s.Faces, decks.Face(face))
	}
	c.skip(`}`)
}

// small reads an integer that is no further than limit from 0.
func (c *canonical) small(limit int64) int64 {
	n := c.int()
	if n < -limit || n > limit {
		c.lose()
	}
	return n
}

func (c *canonical) lose() { c.rest, c.lost = nil, true }

// decodeCanonical reads the body of the kinds that most events are; it reports
// false, and leaves the event as it was, when the long way has to be taken.
func (e *Event) decodeCanonical(body []byte) bool {
	c := canonical{rest: body}
	switch e.Kind {
	case ReviewEvent:
		r := e.Review
		if r == nil {
			r = new(ReviewBody)
		}
		if c.review(r); c.lost || len(c.rest) > 0 {
			return false
		}
		e.Review = r
	case SeenEvent:
		s := new(Seen)
		if c.seen(s); c.lost || len(c.rest) > 0 {
			return false
		}
		e.Seen = s
	case UndoEvent:
		var ids []EventID
		c.skip("[")
		for !c.lost && !c.has("]") {
			if len(ids) > 0 {
				c.skip(",")
			}
			ids = append(ids, c.id())
		}
		if c.lost || len(c.rest) > 0 || len(ids) == 0 {
			return false
		}
		e.Undo = ids
	default:
		return false
	}
	return true
}

// decodeLine reads a line as AppendJSON writes it. It reports false when the
// long way has to be taken. A line that it takes is valid but for what Validate
// refuses: the caller has compared the event, written again, with the line.
func decodeLine(line []byte) (e Event, ok bool) {
	c := canonical{rest: line}
	c.skip(`{"id":`)
	e.ID = c.id()
	c.skip(`,"device":`)
	e.Device = string(c.quoted())
	c.skip(`,"sequence":`)
	e.Sequence = c.int()
	c.skip(`,"at":`)
	e.At = c.int()
	c.skip(`,"kind":`)
	e.Kind = commonKind(c.quoted())
	if c.has(`,"with":`) {
		e.With = c.id()
	}
	if c.has(`,"card":`) {
		e.Card = c.card()
	}
	if c.lost || e.Kind == "" {
		return Event{}, false
	}
	if e.Kind == SuspendEvent || e.Kind == UnsuspendEvent || e.Kind == ResetEvent {
		return e, string(c.rest) == "}"
	}
	c.skip(`,"`)
	c.skip(string(e.Kind))
	c.skip(`":`)
	if c.lost || len(c.rest) == 0 || c.rest[len(c.rest)-1] != '}' {
		return Event{}, false
	}
	return e, e.decodeCanonical(c.rest[:len(c.rest)-1])
}

// commonKind returns the kind of an event as the constant it is, "" for one
// that is read the long way.
func commonKind(name []byte) EventKind {
	switch string(name) {
	case "review":
		return ReviewEvent
	case "seen":
		return SeenEvent
	case "undo":
		return UndoEvent
	case "suspend":
		return SuspendEvent
	case "unsuspend":
		return UnsuspendEvent
	case "reset":
		return ResetEvent
	}
	return ""
}
