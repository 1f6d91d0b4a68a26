// Package plot writes statistics as lines of text. It is pure: a report goes
// in, lines come out, the same for the same report and Style.
//
// A report is a list of Sections, each of one Page: the full screen of a
// terminal shows page by page, a pipe gets them one below the other (Text).
// Everything fits into Style.Width, from 36 columns on; nothing is said by
// colour. Style.Plain draws with ASCII alone and writes the numbers out, for
// terminals that know no blocks and for who has them read aloud. Texts of decks
// stand on one line without control characters; they keep their letters.
package plot
