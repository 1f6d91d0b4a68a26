// Package tui runs a study session on the full screen of a terminal. It drives
// the same quiz.Session as package plain and says the same words. Preview shows
// cards without a session, Stats what a history came to.
//
//	North Korea and Russia's war › The numbers     new 5  learning 2  due 31
//	━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────── 14 of 38
//
//	How many North Korean refugees had entered South Korea since 1998?
//
//	> 34000
//
//	✗ WRONG
//	  you wrote  34000
//	  wanted     34,259 refugees
//
//	From: The last refuge, paragraph 3
//
//	[1 Again 1m]       2 Hard 6m         3 Good 10m        4 Easy 8d
//
//	Space take Again   ? keys   u undo   s skip   e edit   i why   q leave
//
// # The screen
//
// All stands in one column of at most 72 cells in the middle. The first line
// names the deck and the groups of the card, and counts the cards that are
// left; what the card on screen is stands out. The heavy part of the rule is
// how much of the session is done. The last line names the keys that matter
// now, as many as fit.
//
// The question stays where it is when the answer appears below it. Only where
// both do not fit the text scrolls, as little as is needed to see the verdict;
// the end of the rule says how many lines more there are. A long text above
// several questions is folded when it was shown with another card before. A
// resize lays everything out anew. From 40 columns and 12 lines on all is usable; below 18
// lines none is left free, below 20 columns or 6 lines nothing is drawn but that
// the window is too small.
//
// Images stand above the question as large as is left of the window, see package
// picture; without one, as in package plain, their description does.
//
// Colours are those of the terminal's theme, others on a light ground than on a
// dark one, and none with NO_COLOR. What a colour says a word or a sign says
// too: ✓ CORRECT, ≈ CLOSE, ✗ WRONG, brackets around the rating that Space takes.
// A response that is like the answer is shown aligned with it: a dot where one
// lacks a character of the other, whatever differs underlined and with a ^ below.
// What was nearly another form that the deck accepts stands beside that one.
//
// # The keys
//
//	Space Enter     show the answer, or answer; then take the rating in brackets
//	1 2 3 4         rate Again, Hard, Good, Easy; left and right move the brackets
//	y               accept a CLOSE answer as Good
//	Tab             the next hint
//	u               undo, as often as wanted, also on the summary
//	s  -  x  !      skip, bury until tomorrow, suspend, flag
//	e               edit the question, and come back to it
//	i               why this card comes now: schedule, history, source
//	w               explanation and source below the answer, shown or not
//	t  F2           unfold the text above the question, and fold it
//	?  F1           the keys that work now
//	q               leave; every rating is saved
//	up down PgUp PgDn  scroll
//	Ctrl+C          leave at once, when a rating that was pressed is saved
//	Ctrl+Z          to the shell, and back with fg
//
// Where the answer is typed, all keys are text; Space and Enter show the answer
// while the field is empty, and Esc leaves the field for the commands, or goes
// back to it. A list is typed line by line, and Enter goes on to the next item
// until there are enough, or one is empty; gaps are typed where they stand, and
// ";" goes on to the next. Up and down go from one to another.
//
// Options are chosen by their letters or digits, or with the arrows: up and
// down, then right or Space. A letter of an option wins over a command. Of an
// order each letter places the next line, and Shift+up and Shift+down move one;
// for pairs a digit names the line of the left and a letter gives it its partner,
// or left and right do. Backspace takes a choice back. Enter answers. A click
// does what the letter does, on a rating what its digit does.
//
// These are the keys that StudyKeys has; a frame.Keymap gives others. The words
// are those of Options.Words.
//
// # What is offered
//
// A response that counted twice although it was not CORRECT is offered as another
// right form, between two cards: the accept key writes it into the deck, any
// other leaves it, and is not taken for the next card.
//
// The summary tells what the session came to: answers, the share of cards that
// were right at first, the hardest three, when the next one is due, the last
// seven days. From there the wrong ones are tried again, in a session above this
// one that records nothing, or printed, and everything can still be undone.
//
// Options.Stands is told where the session stands with each card, so that the
// next one goes on there.
//
// # Preview
//
// Preview shows the cards of a deck to its author, front and back, without
// asking or recording anything: as a session shows them, as the paper has them,
// or both beside each other where the window has 107 columns. What is found
// about a question stands below it; a fault stands above the keys, and the
// cards are those of the last edition without one.
//
//	Space Enter     turn the card over; then the next card
//	right left n p  next card, the one before; ] [ question; Home End
//	PgDn PgUp       scroll, and at the end go to the next question
//	f Tab v         flip; next hint; card, paper, or both
//	/ 1 to 9        search; go to a question by its number
//	c e r           all that check says; edit; read the files now
//	? q             all keys; leave
//
// When an edition comes the card stays as it is now, unless only other
// questions have changed: then the first of them is shown. After the editor
// that e opened the card is always the same.
//
// # Statistics
//
// Stats shows pages of a report: overview, retention, forecast, calendar, cards
// and confusions, as package plot writes them, up to 100 columns wide.
//
//	Tab right n     next page; Shift+Tab left p the one before; 1 to 6 by number
//	up down Space PgDn PgUp Home End  scroll; each page stays where it was
//	? q             all keys; leave
//
// # What is saved
//
// Each rating is committed before the next card is shown; keys that come
// meanwhile wait. When a commit fails the screen says NOT SAVED, the card stays,
// and the same key tries again. Run returns only when a commit that has begun is
// over, however the session ends.
//
// # What is safe
//
// Texts of decks reach the screen as spans of package markup, other texts with
// their control characters replaced. An answer to a card that was changed
// meanwhile in another window is not taken: the card is asked anew, or the next.
package tui
