// Package home is the screen that recto opens alone: the decks and what waits
// of each, how long that takes and when the next card comes; from it leads a
// key to each of the other screens.
//
//	recto                                                    12 days in a row
//	━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────── 17 of 38 today
//
//	  21 cards for today, about 6 minutes
//
//	                                      new  learning  due
//	> All decks                             5         2   14  ██████████▒▒░░░
//	  French verbs                          5         0    4  █████░░░░░░
//	  North Korea and Russia's war          0         2   10  ██████████▒▒
//	✗ broken.toml                      line 3: ask is empty
//
//	Enter study   t quiz   b browse   s stats   ? keys   q leave
//
// The screen knows no history and no file. Load returns what waits, fast; what
// takes longer, the streak, the minutes, the exams, comes from More a little
// later and appears where it belongs without moving the decks. Both run beside
// the loop, at the start and again whenever another screen is gone. Nothing is
// written by looking.
//
// # Keys
//
//	Enter Space  study the deck, or all; on a file with faults show them
//	t b s p      quiz, browse, statistics, preview; what is not there has no key
//	/            show only decks with a text in their name; Enter studies, Esc ends
//	u            take the last action back, also of an earlier session
//	h            the help topics, to be read here
//	up down PgUp PgDn Home End  choose
//	? F1         all keys
//	q Esc        leave
//
// A deck that is clicked is chosen, and studied when it was chosen already.
//
// # What it says
//
// Numbers stand beside the bars, and the parts of a bar differ in their
// shading, due the darkest: nothing is told by a colour alone. A narrow window
// has no bars. Where nothing waits the screen says so, and when something does
// again. Where looking takes long that is said, and keys wait meanwhile.
//
// Plain writes the same as lines of text, in the order in which they are to be
// heard.
package home
