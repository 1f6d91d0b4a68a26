// Package page draws statistics as one self-contained page: HTML for a browser
// and for paper, or one SVG picture. It is pure, and the same report gives the
// same bytes in the same words.
//
// What a page says stands in the catalogue of quiz/words, so that another
// language is one more file there; days, numbers and the first day of a week are
// written as the locale of the catalogue does.
//
// Nothing is loaded from elsewhere and nothing runs: no script, no font, no
// picture; the page forbids itself all of that. Colours follow the reader's
// choice of light or dark, and are light on paper. No figure is told by colour
// alone. Each chart is an SVG with a title and a description in words, and in
// HTML its numbers stand beside it as a table for who cannot see it. Both are
// well-formed XML.
//
// Texts of decks come from strangers. They are escaped wherever they stand, and
// what XML cannot hold is replaced.
package page
