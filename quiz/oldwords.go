package quiz

import (
	"recto/decks"
	"recto/quiz/words"
)

// english speaks as the C locale does.
func english() Speaker { return Speaker{words.English(words.Locale{})} }

// Where is Speaker.Where in English.
func Where(from []decks.Anchor) string { return english().Where(from) }

// Reason is Speaker.Reason in English.
func (p Progress) Reason(now Moment) string { return english().Reason(p, now) }

// Words is Speaker.Next in English.
func (n Next) Words(now Moment) string { return english().Next(n, now) }

// Advice is Speaker.Advice in English.
func (l Leech) Advice() string { return english().Advice(l) }

// RatingWords is Speaker.Ratings in English.
func RatingWords(choices [4]Choice) string { return english().Ratings(choices) }

// Words is Speaker.Review in English.
func (r *ReviewBody) Words(told bool) string { return english().Review(r, told) }

// Words is Speaker.Confusion in English.
func (c Confusion) Words() string { return english().Confusion(c) }

// StandingOf is Speaker.StandingOf in English.
func StandingOf(items []Item, card int, now Moment, l Limits, seed uint64) Standing {
	return english().StandingOf(items, card, now, l, seed)
}
