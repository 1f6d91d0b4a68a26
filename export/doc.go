// Package export turns questions into sheets of paper: it selects them,
// arranges their options, and lays out the sheet and its answer key in
// millimetres. It paints nothing and reads no file: the fonts come in as a
// Measurer, the images as a file system, chance as a seed. Package
// export/pdf paints the pages, package export/grid a single question (see
// LayoutQuestion) on a terminal.
//
//	exam, err := export.NewExam(deck.Questions, export.ExamOptions{Seed: 1})
//	version := exam.Version(1)
//	sheet, err := export.LayoutSheet(version, options, fonts)
//	key, err := export.LayoutKey(version.Key(), options, fonts)
//	err = pdf.Write(w, slices.Concat(sheet.Pages, key.Pages), fonts, pdf.Options{})
//
// # Exam
//
// An Exam is a selection: all questions, those with one of some tags, or a
// number of them drawn by the seed. Every question has a lot of its own, so a
// question more in the deck changes one question on the sheet at most.
// Questions keep the order of their deck, except that those of a group come
// together where the first of them stands, and are shuffled among themselves
// when their group says so. A question is printed once, however many cards it
// has.
//
// A Version arranges the options: those of a choice are shuffled by seed,
// version and question id unless they are fixed or stay last; so are the right
// column of a matching question and the words of a word bank. The items of an
// order question are never in their right order. The same seed gives the same
// version on every machine.
//
// The letters of the right options of a version tell nothing: anywhere on the
// sheet each has been right as often as chance would have it, give or take
// two, and they neither come many times in a row nor in cycles or stairs. Where
// the lots of the questions would break this, a right option changes places
// with another that may move (see even.go). So a question more in the deck may
// change the letters of those behind it.
//
// With Versions or Students an exam has several arrangements, and their
// questions are mixed too, within their sections: a group with a title keeps
// its place, and questions on one text or picture keep their order unless
// their group is shuffled. No two versions are alike; version n does not
// depend on how many there are.
//
// # Sheet
//
// On top of the first page stand the title, lines for name, class, date and
// score, the deck's instructions, and a table of the points when it is asked
// for. At the bottom of each page stand the deck's footer or the title, the
// version, the seed, and "Page n of N". A question has a number and, where not
// every one is worth one, its points behind the last word. A group's title,
// text and image stand once, above its first question and on one page with it;
// only a long text begins on the page before when half of that would stay empty
// otherwise. No question is split over two pages, unless it is taller than a
// page; then it begins where half a page is left, and two lines at least stand
// on either side. The two columns of a last page are about equally long.
//
// Divide puts questions under other headings than their author's. A Manner says
// how large and dark everything is: all sizes, distances and inks come from its
// design. Margins stay empty of everything, also of what stands at the head and
// the foot of a page. Answers can stand on the sheet itself: upside down at the
// foot of each page, or behind a line to fold it at.
//
// The space for an answer follows from the question:
//
//	short             a ruled line sized to the answer, or as many as it needs
//	number, date      a short line, with the unit; squared paper above it when
//	                  the author of a number wants lines
//	true or false     two boxes
//	choice, multiple  lettered options with circles (one) or boxes (any), in
//	                  the columns that take the fewest lines, row by row; one
//	                  long option may take two
//	list              a numbered line for every item wanted
//	order             the items in disorder, with boxes for their numbers
//	match             two columns: lines for letters, and the lettered sides
//	cloze             the text with blanks of one length, the word bank framed
//
// An author's lines replace those of a text or a list, stand above the short
// line of a date, and below the answer space of the other kinds. Word banks on
// request stand above the first question of a section.
//
// # Key
//
// The key says for every number what is right: as it is to be seen on that
// version's paper (letters, box numbers) and in words, then the other right
// forms and tolerances, the explanation, and where the fact stands in the
// source. It ends with the source itself.
//
// LayoutKeyTable puts the answers of several versions side by side: a row for
// each number, a column for each version.
//
// # Record
//
// A Record keeps what was printed: questions, images, the arrangement of every
// version and the options of the layout. ReadRecord gives them back so that the
// same pages come out of them; what it returns can be laid out whatever was in
// the file. Everything of a question that paper shows is in it, so that a form
// for answers to be read by a machine can be made of a record too.
//
// # Cards
//
// LayoutCards lays out what is asked one at a time, decks.Card for decks.Card,
// front and back, as a grid on pages. A reverse card is left out where turning
// its sibling over shows the same. The nth slot of all pages holds cards that
// follow each other, so that cut piles are in order. The back of the slot at x,
// y lies at
//
//	long edge, by hand   width - x - w, y
//	short edge           x, height - y - h
//
// on the page that becomes the other side, moved by the offset; folded cards
// have it beside or below the front. Text begins at a size that goes with the
// card and shrinks to 8 points, a long list of options or pairs standing in two
// columns; what does not fit then is left out, and told.
//
// # Text
//
// All text is markup (package markup). Text is brought into composed form and
// broken into lines here: where the Unicode line breaking algorithm (UAX #14)
// allows it, but not after hyphens and inside Korean words, in as few lines as
// possible that are about equally full, without a short word alone on the last.
// Mathematics is set with fractions, roots and tables where the Measurer is an
// Inker, on one line where it is not; what cannot be read stays as it was
// written. Behind the words of a link stands its address.
//
// A character that no font has is printed as the replacement character, a text
// in a script that is not laid out, from right to left or with letters that
// join, as the name of the script in brackets. Both are told as a Warning with
// their question, never dropped or drawn as an empty box.
//
// The words that belong to the sheet and not to the deck ("Name", "True",
// "Answer key") are in the language that is asked for, else in that of the
// first deck; LabelLanguages has them, and any other is English.
package export
