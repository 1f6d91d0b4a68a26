// Package query is the language in which cards are searched: by the browser of
// cards, and by every command that takes --where. It is pure: a Query is parsed
// once, and asked of each card whether it matches.
//
//	tag:law due<7 lapses>3 is:leech
//	"North Korea" or russia -kind:cloze
//	(is:new or last>30) not tag:hard* r<80%
//
// # The language
//
// A query is a list of terms, and a card matches when it matches all of them.
// The empty query matches every card.
//
//	word            in the question, the answer, the choices, the tags or the id
//	"two words"     side by side; also for what has another meaning without
//	                quotes. \" and \\ are a quote and a backslash in them
//	-term, not term the card does not match the term
//	a b, a and b    both
//	a or b          one of the two or both; "or" binds weaker than "and"
//	( ... )         as one term
//
// Case, accents, the forms of quotes and dashes and runs of space make no
// difference, and a word is found inside of words too: cafe finds Cafés. Text
// is searched as it is shown, without its markup; mathematics also as it is
// written.
//
// A field is a name, a sign and a value without spaces between them; a value
// with spaces or parentheses stands in quotes.
//
//	tag:law         the tag, or one below it: law/civil, law::civil
//	deck:capitals   the id of the deck
//	kind:cloze      short, number, date, truefalse, choice, multiple, list,
//	                order, match, cloze; a reverse card is short
//	group:numbers   the name or title of a group that the question stands in
//	id:facts/q1     the id of the card or of its question, with the deck or
//	                without
//	is:due          new, learning, relearning, review, due, suspended, buried,
//	                leech, flagged. Learning is in a step, relearning too; due
//	                is due today, and neither suspended nor buried
//	rated:again     the last rating: again, hard, good, easy or 1 to 4
//
// A star in a value of tag, deck, group or id stands for any characters:
// tag:h*. In quotes it is a star.
//
// Numbers are compared with < <= > >= = != or with ":", which is "=".
//
//	due<7           days until the card is due; 0 is today, less is overdue
//	last<7          days since the last answer; last:7 is the same, so that
//	                last:1 is today
//	interval>30     days from the last answer to the day it is due
//	lapses>3        how often it was forgotten
//	reps>=5         how often it was answered
//	stability<10    days until it is remembered with 90 %
//	difficulty>=8   1 to 10
//	retrievability<0.8, r<80%
//	                how likely it is remembered now
//	flag:2          0 to 7
//
// A new card has neither due day, last answer, interval, stability, difficulty
// nor retrievability: no comparison with one of these matches it, and -due<7
// does. Reps, lapses and flag it has.
//
// # Errors
//
// What is no query is refused with an *Error that knows the place: an unknown
// field or value ("did you mean is:leech?"), a missing value, a space between
// the name of a field and a sign, a quote or a parenthesis without its partner.
// Nothing is guessed.
//
// # What a query needs
//
// Query.Needs tells what there must be of a card: its texts, its progress, how
// likely it is remembered. Who asks a query without History need not open one.
// Fold and AppendText make the text that is searched, for those who keep it.
package query
