// Package relink finds which question was edited from which, so that its
// history can follow it. It is pure: it reads what it is given, and answers
// with the moves that a relink event should make.
//
// # What is compared
//
// A question without an id is known by one that follows from its text, so an
// edited text is another question to the history. Find takes what each known
// question last said (quiz.Seen), the decks as they are now, and the progress,
// and looks at the known questions that are gone and those of the decks that
// have no history. It finds
//
//   - a text that was edited, by the likeness of the two
//   - an id that was written, beside an unchanged text or an edited one
//   - a deck with another id, as that of a renamed file, and a question that
//     was moved to another deck: by the id, or by nearly the same text
//   - gaps of a cloze that came, went or got other labels: the face that asks
//     a gap is followed by where the gap stands in the sentence
//
// A written id is its author's word: a question whose id was changed to
// another is another question, and one whose id was taken away is for the
// learner to say. A mended answer changes no id, and nothing is to be done.
//
// Of a deck in parts every part must have been loaded that is still there, or
// the question may just be in one that was not. A deck that lies elsewhere than
// the known one of its id, and has fewer than half of the known questions, is
// another deck: Find then fails with a Stranger.
//
// # When two texts ask for the same fact
//
// A wrong carry-over is worse than a lost one: a card that was never learned
// would be shown in a year. So the texts are compared as a fair reader would:
//
//   - What identifies a fact are names, numbers, opposites (first and last,
//     north and south), signs and pieces of code. Where one of them gave way to
//     another it is another fact, whatever else stayed; likewise where a
//     negation came or went.
//   - The answer must be the same, or mended where nearly all of the text
//     stayed. Another answer makes another question, unless only punctuation
//     changed in the text, and then the learner is asked.
//   - Of the rest so much must have stayed as the answer leaves in doubt:
//     more with "true" or "3", which many questions share, less with
//     "Ouagadougou". Rare words weigh more than common ones, and function
//     words hardly anything; the order of words does not count, as sentences
//     are turned round.
//   - A slip is no other word. Names are often one letter apart, so that only
//     slips of the fingers are taken for slips (two letters that changed
//     places, one doubled; in longer words one missing, too many or wrong, but
//     not the first), and never between two words that questions which nobody
//     edited use.
//
// # Who gets what
//
// All pairs compete: one is sure when no other for either of the two comes
// near it, the surest first, so that neither the order of the file nor a
// similar question beside it decides. A pair that has a rival, or is likely
// and no more, is to be asked about; all else is left alone.
//
// A relink that was undone, and one that was declined, which is recorded as
// a relink with its undo, is never found again.
//
// # How good it is
//
// TestEdits makes a thousand seeded edits of 25 kinds and prints how many
// histories were carried, asked about, lost and carried wrongly. The time is
// linear in the questions: only pairs that share a rare word, an answer or an
// id are compared. Wanted tells in about a millisecond, for 10,000 questions,
// that nothing changed.
package relink
