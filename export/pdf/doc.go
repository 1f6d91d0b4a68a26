// Package pdf paints the pages of package export as a PDF file.
//
//	fonts, err := pdf.NewFonts()                     // also the export.Measurer
//	sheet, err := export.LayoutSheet(version, options, fonts)
//	err = pdf.Write(w, sheet.Pages, fonts, pdf.Options{Title: "Capitals"})
//
// # Fonts
//
// Text is set in PT Serif, with DejaVu Serif and DejaVu Sans behind it for
// the characters that it lacks, and DejaVu Sans Mono for code. The files and
// their licences stand in the folder fonts; both allow to ship the files with
// a program and to embed them in documents. What every document embeds is
// the glyphs that it draws, cut out of the files by this package.
//
// # Why so little of gofpdf is used
//
// github.com/jung-kurt/gofpdf draws single lines, rules, boxes and pictures
// here, and nothing else. Its wrapping loses ideographs and breaks lines at
// every combining mark. It panics on characters above U+FFFF and on truncated
// UTF-8: those above get private codes, and a map in the finished file says
// what they are. It writes into the font bytes that it is given, so that the
// second document of a process differs: every document gets bytes of its own.
// Its alias for the number of pages comes too late for the font subset: the
// number is laid out as text. It panics on some damaged images and takes
// others for whole: export decodes each image before, and what is no JPEG is
// encoded anew.
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
