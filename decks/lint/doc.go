// Package lint tells what makes a card bad for learning: questions that give
// their answer away, options that can be guessed, facts that are asked twice.
// What the format forbids is a fault and the work of package decks; a lint is
// advice. Each has a stable code, a severity, a reason in one line and a page
// of help, and is switched off in a deck by allow = ["CODE"], at a question, a
// group or in [defaults].
package lint
