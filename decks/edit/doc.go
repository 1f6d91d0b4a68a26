// Package edit changes deck files by splices: bytes go in at one place, and
// every other byte of the file stays what it was, comments, order, spacing and
// line ends included. It is pure; who writes the file replaces it as a whole.
//
// Open reads a file, its methods work changes out, and Make makes them:
//
//	f, err := edit.Open("facts.toml", src)
//	c, err := f.AddAccept(question, "ask", "", decks.Value{Text: "Wagadugu"})
//	src, err = f.Make(c)
//
// # Changes
//
//	SetID      an id for a question that has none, the first of its keys
//	LabelGaps  c1, c2, ... for the gaps of a cloze that have no labels
//	Append     a question behind the last one
//	AddAccept  another right form for a card
//	Set        a value for any key of the file, in place of another or new
//	Add        an item behind those of an array
//	Remove     items of an array
//
// Slug makes the id of a question from its text, Diff shows what changes do.
//
// A change is written as its surroundings are: the line ends of the file, the
// indentation and the column of '=' of the neighbours, questions below headers
// or in braces, accept as an array, a table in braces, below a header or by
// keys with dots. A path names a place as Place of package decks does:
// "question", 2, "choices", 0 is the first option of the third question.
//
// Changes are worked out on the file as Open saw it. Several are made at once,
// unless they touch the same bytes, which Make refuses; then make one, open the
// result and make the next.
//
// # What is sure
//
// Make decodes its result and compares: the file says what it said before, but
// for what the changes are meant to do. It does not know whether that is still
// a deck: a form may be one that a reject forbids, an id one of another part.
// Who calls Make reads the result with package decks before writing it.
//
// Texts are quoted so that they need no escapes where that is possible, see
// Quote; what no text of a deck may hold is refused.
//
// A Splice alone, and Apply, do no more than they say.
package edit
