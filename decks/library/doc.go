// Package library holds the decks that come with recto, inside the program: a
// first run has something to study without any file on the disk.
//
// # The decks
//
//	north-korea-russia   an article on North Korea and Russia's war on Ukraine,
//	                     every paragraph of it; the deck of a first run
//	spaced-repetition    how memory works and how spaced repetition uses it; the
//	                     living example of the deck format, made to be copied
//	                     from: every key stands in it, with a word on what it does
//
// A deck is a TOML file of this folder, its pictures are PNG files beside it,
// and its name is the name of the file without ".toml". A new deck needs
// nothing but its file here: the tests of this package then hold it to what
// they hold every deck to, no fault, an id for every question, clean text and
// small pictures.
//
// # Reading one
//
//	if file, ok := library.Open(library.Default); ok {
//		all, err := decks.Assemble([]decks.File{file})
//		...
//	}
//
// A deck of the library is read like any other: what Open returns may stand in
// one list with files from the disk.
package library
