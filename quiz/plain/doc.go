// Package plain runs a study session as sequential lines of text, for pipes,
// dumb terminals and screen readers. Nothing is redrawn, nothing is coloured,
// and each prompt stands at the end of what was written:
//
//	[3 of 14] north-korea-russia - new
//	Q: How many North Korean refugees had entered South Korea since 1998?
//	> 34000
//	WRONG: wanted 34,259 refugees, you wrote 34000
//	1 Again 1m  2 Hard 6m  3 Good 10m  4 Easy 8d  [1]:
//
// # The question
//
// The first line names the card's number in the session, how many cards the
// session has, the deck, and what the card is: new, learning, relearning, due,
// or in review and not due yet. A flag stands behind it. Then come, each on a
// line of its own that begins with these words, and only where there is one:
//
//	Text:    what stands above several questions, the outermost first; one of
//	         some length is written whole with the first of its cards only
//	Image:   the description of an image, its file and its size
//	Do:      the instruction of a text with gaps
//	Q:       the question; a gap that is asked for is [...]
//	(...)    how to answer, where it does not go without saying
//	a) ...   the options, a line each; for pairs 1) 2) 3) before them
//	Words:   the words to fill gaps with
//
// Further lines of one text are indented by three spaces, so no text of a deck
// can be taken for a line of the protocol.
//
// # The answer
//
// A line is the response. Options are named by their letters (b), several by
// letters with commas (a,c), an order by its letters, pairs as 1c 2a, true and
// false as t and f; items of a list, and several gaps, are separated by ";"
// ("\;" for one inside an item). An empty line shows the answer, and so does
// any line on a card that is not typed. "::" begins a response that begins with
// a colon. A response that cannot be read is asked for again and counts for
// nothing. Then come:
//
//	CORRECT: the answer
//	CLOSE: wanted the answer, you wrote the response (the slip, and the
//	       accepted form that it is in, where that is another)
//	WRONG: wanted the answer, you wrote the response (what is wrong)
//	A: the answer, when there was no response
//	Why: the explanation
//	From: where the fact stands in the source
//
// and a prompt with the ratings and when each brings the card back. A line 1,
// 2, 3 or 4 rates; an empty line takes the rating in brackets, which is Good
// for CORRECT and after a mere look, Hard for CLOSE, Again for WRONG. Any other
// line is asked for again and records nothing.
//
// # Commands
//
// A line that begins with a colon is a command, at both prompts:
//
//	:h    the next hint                 :u    undo, as often as wanted
//	:s    skip the card                 :e    edit the question
//	:b    not before tomorrow           :w    why this card comes now
//	:x    suspend the card              :q    leave
//	:f N  flag 1 to 7, 0 for none       :?    this list
//	:y    accept a CLOSE answer as Good :t    the whole text above the question
//	:r    the wrong ones again          :p    print the wrong ones
//	:a    write what was offered into the deck
//
// :f alone sets flag 1, or takes the flag away. The end of the input is :q.
//
// Every rating is saved before the next line is written. When saving fails a
// line NOT SAVED says so, the card stays, and the same rating tries again. The
// last line of a session is
//
//	Done: 12 answered, 83% right, 2 left; next due in 9m
//
// where what is right are the cards that were not rated Again at first. Where a
// learner stays at a terminal the hardest cards and the last seven days stand
// above it, and a prompt below: u undoes, r tries the wrong ones again without
// schedule, p prints them, an empty line leaves.
//
// A rating Good or Easy of a response that was not CORRECT is followed, when the
// same one counted before, by
//
//	OFFER: you wrote X for Y 2 times and let it count; :a accepts it from now on
//
// # Words
//
// All words come from package words; the labels and commands above are those of
// English. Days and numbers are written as the Locale of the words says.
//
// # Preview
//
// Preview writes the cards of a deck for its author, each with all its hints
// and its answer behind the question, in the same words. The first line ends
// with the kind of the card. Behind the cards of a question stands how it will
// be printed, indented by three spaces:
//
//	[2 of 140] north-korea-russia - choice
//	Q: ...
//	a) ...
//	A: the answer
//	On paper:
//	   2. ...
//	In the key:
//	   2. B ...
//	! what the paper cannot show, and what could be better
package plain
