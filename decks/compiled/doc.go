// Package compiled keeps a deck in a form that is read much faster than TOML:
// what decides when a card comes stands in an index at the front, and what its
// question says behind it, to be read when it is shown.
//
//	b := compiled.Encode(deck, files, stamp)
//	d, err := compiled.Open(bytes.NewReader(b), stamp)
//	for card := range d.Cards() { ... }    // ids, tags, groups; no texts
//	full, err := d.Full(cards)             // the same cards with their questions
//
// A compiled deck is a copy, never the truth: deleting it is always safe. It
// names the files it was made from with size, time, inode and SHA-256, and who
// keeps it compares these with the disk. It is not believed when the program or
// the types of package decks are others than those that wrote it (Stamp), nor
// when a checksum does not fit: the index has one, and so has each question.
//
// The layout, in bytes:
//
//	8   "rectodk" and a newline
//	8   a fingerprint of the Go types of package decks and of this layout
//	4+4 length and CRC-32C of the index, little endian
//	    the index: stamp, files, the deck without questions, what questions
//	    share, and for each question its id, faces, and the length of its text
//	    the questions: each a CRC-32C and its bytes
//
// Numbers in the index are varints, texts a length and their bytes.
package compiled
