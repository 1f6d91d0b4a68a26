// Package pdf paints the pages of package export as a PDF file.
//
//	fonts, err := pdf.NewFonts()                     // also the export.Measurer
//	sheet, err := export.LayoutSheet(version, options, fonts)
//	err = pdf.Write(w, sheet.Pages, fonts, pdf.Options{Title: "Capitals"})
//
// # Fonts
//
// Text is set in PT Serif, for readers who see little in Atkinson Hyperlegible
// Next, code in DejaVu Sans Mono. For the characters that they lack DejaVu
// Serif and DejaVu Sans stand behind them, and Noto Emoji. The files and their
// licences stand in the folder fonts; all allow to ship the files with a
// program and to embed them in documents. What every document embeds is the
// glyphs that it draws, cut out of the files by this package.
//
// What none of them has is looked for in the files of FontOptions, in their
// order, and then in folders of the machine: TrueType outlines alone, of a
// collection the first such font, and none whose maker forbids to embed it.
// Which font of the machine draws a character follows from the files there and
// the language of the document: known families first, those with serifs beside
// the text family. Without folders the same pages give the same bytes on every
// machine. Font files are not trusted: what is damaged is refused or blank.
//
// A combining mark is drawn by the first font whose own stands over the letter
// before it without the anchors of a GPOS table, which are not read. Letters are
// kerned by the pairs of that table or, where a font has none, the kern table. A
// width is measured with them and painted to the same unit.
//
// # Why so little of gofpdf is used
//
// github.com/jung-kurt/gofpdf keeps the pages, cuts and embeds fonts and
// pictures, and nothing else: what pages show is written by this package, packed
// by several goroutines. Its wrapping loses ideographs and breaks lines at every
// combining mark, and it cannot kern. It panics on characters above U+FFFF and
// on truncated UTF-8: those above get private codes, and a map in the finished
// file says what they are. It embeds the characters alone that its own functions
// have written, so each is written once on a template that no page uses. It
// writes into the font bytes that it is given, so that the second document of a
// process differs: every document gets bytes of its own. Its alias for the
// number of pages comes too late for the font subset: the number is laid out as
// text. It panics on some damaged images and takes others for whole, and refuses
// interlaced ones: export decodes each image before, and what is no JPEG is
// encoded anew. Photographs are turned as the camera was held, and keep as many
// pixels as are seen on paper.
//
// # The finished file
//
// gofpdf's objects are written anew with proper font names, a legal map from
// codes to text, the document's language, title and identifier. What the
// document says of itself stands in its information dictionary and, in the same
// words, as XMP. The headings of the pages are its outline. Print dialogs are
// asked for its own size and, where Options say so, for both sides. There is no
// clock in it: the same pages and options give the same bytes, at any time and
// in any order (for one release of Go, whose compressor may change).
package pdf
