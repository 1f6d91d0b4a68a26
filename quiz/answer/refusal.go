package answer

import (
	"slices"
	"strings"

	"recto/decks"
)

// IsUnknown reports whether a response to a card says that the learner does not
// know: "I don't know", "no idea", in the language of the answer or in English.
// Such a response is Wrong, and no mistake.
func IsUnknown(c decks.Card, response string) bool {
	m := newMarker(c)
	return !m.exact && m.tongue.isUnknown(m.read(response))
}

// isUnknown reports whether a response says that the learner does not know,
// in the language of the answer or in English.
func (t tongue) isUnknown(given *text) bool {
	var words []string
	for _, w := range given.words {
		words = append(words, unaccented(strings.ReplaceAll(w.text, "'", "")))
	}
	said := strings.Join(words, " ")
	return slices.Contains(t.unknown, said) || slices.Contains(tongues["en"].unknown, said)
}

// alternatives splits a response that offers several answers at once, with
// "or" or a stroke between. A response to an answer that holds such a word
// itself is one answer.
func (m *marker) alternatives(t target, given *text) []string {
	held := slices.ContainsFunc(given.words, func(w word) bool { return slices.Contains(m.tongue.or, w.text) })
	if !held && !strings.Contains(given.raw, "/") {
		return nil
	}
	fields := strings.Fields(strings.ReplaceAll(given.raw, "/", " / "))
	var parts []string
	start := 0
	for i := 0; i <= len(fields); i++ {
		if i < len(fields) && !m.isOr(fields[i]) {
			continue
		}
		if i > start {
			parts = append(parts, strings.Join(fields[start:i], " "))
		}
		start = i + 1
	}
	if len(parts) < 2 || len(parts) > 8 || slices.ContainsFunc(t.forms, m.holdsOr) {
		return nil
	}
	return parts
}

func (m *marker) isOr(field string) bool {
	return field == "/" || slices.Contains(m.tongue.or, strings.Trim(lower(field), ",;"))
}

func (m *marker) holdsOr(f form) bool {
	return slices.ContainsFunc(strings.Fields(strings.ReplaceAll(f.texts[0].raw, "/", " / ")), m.isOr)
}

// judgeAlternatives marks several answers offered at once: they are Correct
// when each is, two names of one thing; else Wrong.
func (m *marker) judgeAlternatives(t target, parts []string) outcome {
	for _, part := range parts {
		given := m.read(part)
		if slices.Contains(t.rejects, given.raw) || m.compare(t, given).verdict != Correct {
			return outcome{verdict: Wrong, note: "two different answers"}
		}
	}
	return outcome{verdict: Correct}
}
