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
package lint
