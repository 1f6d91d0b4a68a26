// Package browse is the screen of cards: searched as the learner types, sorted
// by any column, read, suspended, buried, flagged, reset and edited, one card or
// all that are marked.
//
//	Law and Land                                              8 cards · 2 marked
//	━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────────────── 4 of 8
//
//	   question                        answer              state       due
//	 * What is a tort?                 a civil wrong       suspended   2 d ago
//	   How many Cafés may a street h…  12                  review      in 5 d
//	 * [...] is the capital of Mali.   Bamako              suspended   today
//	>  Bamako is the capital of [...]  Mali                new
//
//	2 cards suspended.
//	/ search   ? keys   Space mark   x suspend   e edit   u undo   q leave
//
// # The screen
//
// Table is the cards: NewTable makes it of decks, Fill says what is believed of
// each. New returns the screen, which frame shows. As many columns stand side by
// side as the width has room for, unless the learner chooses; from 100 columns
// on the card stands beside the list, question, answer and what is known of it,
// else Enter shows it instead of the list.
//
// # Keys
//
//	/               search in the language of package query. The list follows
//	                each letter; what is no query yet leaves it as it is. Enter
//	                goes back to the list, Esc takes the search away
//	up down PgUp PgDn Home End  move; n and p also while a card is read
//	Enter           the card, and back
//	Space a         mark a card; all that were found, or none
//	x - !           suspend, bury until tomorrow, give a flag of 1 to 7 or 0; the
//	                first two end what they began when all cards have it
//	R               new again, after a question
//	e               edit the question, and come back to it
//	u               undo, as often as wanted, to the first change of this screen
//	h i             everything that ever happened to the card; why it comes or not
//	s r c           sort by the next column; the other way round; choose columns
//	v               the card beside the list, or not
//	? q             all keys; leave
//
// These are the defaults: Keys lists the commands, a frame.Keymap decides. A
// click goes to a card and opens the one under the cursor, marks nothing, and
// sorts by the column whose head it is on.
//
// What is done is done to the marked cards, and to the one under the cursor
// where none is marked; marks outlast a search. It is one action of one event a
// card, saved before the next key is taken, and what was not saved is not shown.
// The list stays as it was found until the next search, so that a card which no
// longer matches does not slip away from under the cursor.
//
// # Time and memory
//
// Search and sort run beside the loop. Keys that follow a search wait for what
// it finds, so that none acts on a card that is about to go; a letter that makes
// the search narrower looks only among what was found. A card takes some 80
// bytes and, once something was searched in them, its texts, folded, side by
// side in few large pieces of memory: a hundred thousand cards 25 MB. The texts
// of what is on screen are read when it comes into sight. BenchmarkKeyToFrame100k
// measures all that.
package browse
