// Package lint tells what makes a card bad for learning: questions that give
// their answer away, options that can be guessed, facts that are asked twice.
// What the format forbids is a fault and the work of package decks; a lint is
// advice. Each has a stable code, a severity, a reason in one line and a page
// of help, and is switched off in a deck by allow = ["CODE"], at a question, a
// group or in [defaults].
//
// Lints look at a question, at a deck, or at all decks of a check together. The
// search for questions that are alike takes time in proportion to their number:
// only pairs that share what must be equal are compared, the same words, or the
// same answer and content. Numbers, names, words in quotes and negations always
// tell two questions apart. Lints that look for a habit of the author, such as
// the right option being the longest, speak when chance would bring as much in
// one deck of a thousand at most.
//
// # Words
//
// Lints that depend on words know those of English, German, French, Spanish and
// Portuguese, by the language of the deck, and are silent in any other. That an
// answer stands in its question is told when all of its words that say something
// stand close together there, or others of their families: "photographs" and "a
// photographer". Of options only what tells a right one from the wrong ones
// counts. Questions and answers in two languages are not compared.
//
// # Repairs
//
// A finding that has one right repair carries it, as splices of its file: blanks
// around a text, an accepted form that passes anyway, the sign of a hint that is
// not there, quotation marks of other programs. Fix makes them and takes nothing
// that would change more: the file must say the same as before but for that, and
// the caller's own test must hold. A repair never changes an id that is derived
// from the text.
//
// # A new lint
//
// It is a line of Rules, a function that looks at a question, a deck or all decks,
// a page help/CODE.md, and small decks below testdata/CODE: bad ones, whose lines
// say at their end what must be told, and good ones, near misses in which nothing
// is. A lint that speaks on a well made deck is worse than none: the decks of the
// library and the whole corpus must stay silent.
package lint
