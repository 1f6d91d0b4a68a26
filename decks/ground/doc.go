// Package ground looks whether the facts of a deck stand in the article that
// it was drawn from. It reads the article, finds the answers of the questions
// in its paragraphs, and tells which stand where the question says, which
// elsewhere and which nowhere; which questions copy the article's wording; and
// which paragraphs no question asks about. It opens nothing: bytes and decks
// are handed in, and no address in an article is ever visited.
//
// # Reading
//
// Read takes plain text, Markdown and HTML, told apart by the name of the file
// and by what is in it. An Article has a title and sections; a section has a
// heading and paragraphs, counted from 1. What stands before the first heading
// is the section "". A heading of any level opens a section.
//
//	plain text  A line is a paragraph where paragraphs are long lines; else blank
//	            lines part them. A short line that does not end like a sentence and
//	            has a paragraph below it is a heading, or the title on top.
//	Markdown    The only heading of the first level is the title if it stands first.
//	            Front matter is passed over, but for its title.
//	HTML        The article as a reading view would show it: no navigation, scripts,
//	            comments, captions, advertisements. The heading that says the title
//	            is the title. On a page without headings a short bold paragraph is
//	            one, and two line breaks part paragraphs.
//
// A list is one paragraph, a table is one, a block of code is one; in a
// quotation every paragraph counts. Of links the text counts. Files in UTF-8
// and UTF-16 are read, such as are in no Unicode as Windows-1252, HTML as it
// declares. Limits are 16 MiB, 500 elements in one another, and in Markdown
// 256 KiB without a blank line: beyond them Read returns an error.
//
// # Finding
//
// Words are compared without case, accents, plural and the usual endings of
// the article's language, British and American spelling as one. Hyphens,
// quotes and spaces make no difference: "inter-continental" is
// "intercontinental". Numbers are compared by value: "three" is 3, "12,000" is
// 12000 is "12 thousand", "two million" is 2,000,000, "25%" is "25 per cent",
// "XIV" is 14, "the mid-'90s" are the mid-1990s. Days are compared as days:
// "24 October" is "October 24th", and its 24 counts nothing else. A year that a
// paragraph leaves out may stand anywhere else in it. A country is found in the name of its people, and a
// person by one name where the article has the whole name elsewhere. Words in
// full are read in English, German, French, Spanish and Portuguese; of other
// languages the figures, and the words without their endings.
//
// What a question claims follows from its kind; each claim is looked for in the
// paragraphs of its anchors, and all of them must be found:
//
//	short, number, date  the answer or one of accept; of a number one that would
//	                     be marked as right, in its unit; and what the card of a
//	                     reverse table wants
//	choice, multiple     the right options
//	list, order          the items, or for an item of a list one of its accept
//	match                the two sides of each pair, together
//	cloze                each gap or one of its accept; and of the text around
//	                     the gaps a third of its words
//	truefalse            of a true statement its words; of a false one a third of
//	                     them, or of its explain, for what is denied need not
//	                     stand there
//
// A short answer, a gap and an item of a list are found when their words stand
// there in a row, or all of them in one sentence. An option, a statement and
// what else is written in the author's own words is found when at least half
// of its words stand in the paragraph, all its numbers, and all its names (of a
// name of several words one there and the others anywhere in the article; of
// a statement all of them anywhere). Words that every text has, such as "the"
// and "of", do not count, nor does the name of the author in [source].
//
// This compares words, not what they mean: a statement that turns the sense of
// a paragraph around is found in it, and an answer that the article repeats
// everywhere, as a country's name, is found in most paragraphs.
//
// # Verdicts
//
//	grounded   the claims stand where the anchors say, or, without an anchor,
//	           in the paragraph that is told
//	elsewhere  they stand in the article, in another paragraph
//	not found  one of them stands nowhere
//	inferred   an anchor says inferred = true: only its place is looked up
//	skipped    the answer is in another language than the article and holds
//	           neither number nor name, which are all that can be compared
//
// An anchor without a paragraph stands for its section, one that is quoted for
// the paragraphs that hold its words, one of a page alone for the article.
//
// # Findings
//
//	not-grounded         a claim stands nowhere in the article
//	elsewhere            it stands in another paragraph
//	anchor-missing       the section or paragraph of an anchor does not exist
//	quote-not-found      the quoted words stand nowhere
//	anchor-found         a question without an anchor, and where its fact stands
//	copied-words         more than seven words in a row are the article's; words
//	                     of proper names do not count
//	uncovered-paragraph  no question points to the paragraph
//
// A question switches one off by allow, as it does a lint.
package ground
