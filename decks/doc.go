// Package decks reads decks: what there is to learn, written by people in
// TOML. It knows questions, the cards that they become, what names a card for
// ever, and every fault of a file with its place. This page is the manual of
// the format, version 1.
//
// Parse reads a deck in one file, Assemble several files, Salvage the good
// ones of a folder. None of them opens anything: bytes are handed in, and a
// folder to look for images in.
//
// # A first deck
//
// A deck is a file in UTF-8. Nothing more than this is needed:
//
//	title = "Capitals"
//
//	[[question]]
//	ask    = "What is the capital of Burkina Faso?"
//	answer = "Ouagadougou"
//
// The keys that a question has, and the TOML type of its answer, say which
// kind it is; there is no key for that. Questions may as well be written a
// line each, which reads well for vocabulary:
//
//	question = [
//	  { ask = "Hund", answer = "dog" },
//	  { ask = "Katze", answer = "cat" },
//	]
//
// # Keys of a deck
//
//	title            string, required: shown and printed
//	id               string: names the deck for ever; see Identity
//	recto            integer: the version of the format, 1
//	description      string
//	author           string
//	license          string
//	language         string: BCP 47, "en" if there is none; how numbers and days
//	                 are written, which articles and accents are forgiven
//	answer_language  string: the same for the answers, where they are in another
//	                 language than the questions
//	[source]         the article or book: title, author, publisher, date (a string
//	                 or a date), url
//	[study]          what the author suggests: new_per_day, retention (0.70 to
//	                 0.99), shuffle (boolean; else new cards come in file order),
//	                 exam = { date = 2027-06-30, retention = 0.95 }
//	[print]          heading, instructions, footer of a printed sheet
//	[defaults]       keys that all questions inherit
//	[group.NAME]     a section: see Groups and defaults
//	[[question]]     one or more
//
// Keys that begin with x- are left alone wherever they stand. The keys table,
// audio, feedback and pattern are reserved for a later version. Any other key
// that is not named here is a fault: what is misspelt shall not be lost.
//
// # Kinds of questions
//
//	kind       written as                          how it is answered
//	short      ask, answer = "text"                typed, or revealed and judged
//	number     ask, answer = 34259 or 2.5          typed
//	date       ask, answer = 2024-10-24            typed, in any usual form
//	truefalse  ask, answer = true                  one of two
//	choice     ask, choices = [...], answer = "a"  one option
//	multiple   ask, choices, answer = ["a", "c"]   every right option
//	list       ask, list = [...]                   all of them, in any order
//	order      ask, order = [...]                  all of them, in this order
//	match      ask, pairs = [["a", "1"], ...]      each left with its right
//	cloze      cloze = "Text with {{gaps}}."       the gaps
//
// What fits no kind, or two, is a fault that names the keys. So is a key that
// the question itself has and its kind does not take:
//
//	short      accept reject exact typed reverse shown
//	number     accept reject unit tolerance typed reverse shown
//	date       accept reject typed reverse shown
//	truefalse  shown
//	choice     fixed shown
//	multiple   fixed shown
//	list       accept reject need exact typed shown
//	order      accept shown
//	match      choices fixed
//	cloze      ask choices accept reject exact typed
//	all        hint explain from image alt group id tags points lines after allow
//
// # Keys of a question
//
//	ask        string: the question; beside cloze, what to do with it
//	answer     string, integer, float, boolean or local date; an array of them
//	           together with choices
//	accept     array: other answers that are just as right. Of list, order and a
//	           cloze of several cards a table from the right form, as it is
//	           written, to an array: accept = { "active transport" = ["active uptake"] }
//	reject     array of strings: near answers that must not pass as a slip
//	choices    array: everything to pick from, the right ones included; of a
//	           cloze a word bank that holds the text of every gap; of pairs the
//	           right column with distractors. At most 26
//	fixed      boolean: the choices keep their order; or an array of the options
//	           that stay last, as "none of these"
//	list       array: the items, at most 100
//	need       integer: so many of the list are enough
//	order      array: the items, at most 26
//	pairs      array of arrays of two: at most 26
//	cloze      string: see Gaps
//	reverse    boolean: also asked the other way round. The card asks for the
//	           answer's question: it shows answer, with its unit, and wants ask.
//	           A table { ask, answer, accept, reject } says what that card asks
//	           and wants; what is not in it is swapped, and only its accept and
//	           reject count there
//	exact      boolean: case, accents, spacing and punctuation count, and no slip
//	           is forgiven
//	typed      boolean: false where the learner judges the answer after seeing it,
//	           which goes without saying for an answer of several lines or of
//	           more than 80 characters
//	shown      string: the answer as it is displayed; it is never compared with
//	unit       string: of a number
//	tolerance  number, in the unit; a share as "10%"; or [low, high], the least
//	           and the greatest number that is right, holding the answer
//	hint       string or array of strings: one at a time
//	explain    string: after the answer, and in a printed key
//	from       where the fact stands: { section = "A heading", paragraph = 2 },
//	           page for books, inferred = true for a conclusion; or a few words
//	           quoted; or an array of these. section = "" is before the first
//	           heading, paragraphs count from 1 within a section
//	image      string: a path below the folder of the deck, with / between folders
//	alt        string: the image in words
//	group      string: the name of a group
//	id         string: see Identity
//	tags       array of strings
//	points     number, 0 to 10,000: for the whole question, 1 if there are none
//	lines      integer, 1 to 200: how many lines to write on, on paper; of a
//	           number squared paper of that height
//	after      array of ids: questions to learn before this one
//	allow      array of strings: lints that are switched off here
//
// Items of arrays are strings, numbers, booleans or dates unless it says
// strings. An integer and a float of the same number are the same option.
// Times, date-times, NaN and infinities are no answers. Where a language has
// points between thousands, a float of three digits behind its point, such as
// 12.000, is a fault: it is 12 to TOML and twelve thousand to a reader. Written
// as 12000 or 12.0 it is one thing to both.
//
// # Gaps
//
// A gap of a cloze is {{text}}, {{c1::text}} or {{c1::text::hint}}. Labels run
// from c1 to c99. Each label is a card, which asks for all gaps of its label
// and shows the others filled in. Gaps without labels are c1, c2 and so on in
// order; a text has labels at all of its gaps or at none. The sign :: is only
// special behind a label: {{std::vector}} is a gap, and \: is a colon that
// parts nothing. Braces in a gap balance. A pair of braces that opens no gap is
// written \{{ in the text, which is \\{{ between double quotes. Gaps are found
// before the markup is, also in code. A gap's hint is the first of its card.
//
// # Groups and defaults
//
// A group has a title, a text and an image with its alt, which stand above its
// questions, a parent by the key group, and shuffle, without which its
// questions keep their order. It may also hold what [defaults] may: every key
// of a question except ask, id, group and those that say what is wanted
// (answer accept reject choices cloze list need order pairs shown), and of
// reverse only true and false. A question's own keys go before those of its
// group, an inner group's before an outer one's, and all before the defaults;
// tags add up. What is inherited and not of use for a kind is passed over.
// Groups stand in one another at most 16 deep.
//
// # Texts
//
// Every text may hold the markup of package markup. CRLF is a newline. Control
// characters other than tab and newline, and the characters that turn the
// direction of writing (U+202A to U+202E, U+2066 to U+2069), are faults. So is
// a tab or a line break that is left of a command of mathematics such as \times
// or \neq, which stands in single quotes or with two backslashes.
//
// # Identity
//
// A card is named by its deck, its question and its face: ask, reverse, or the
// label of a gap. These names never hold the text of a question, so a history
// of reviews survives every correction. Ids consist of letters, marks and
// digits of any script, '-', '_' and '.', in NFC, and of 128 bytes at most.
//
// A deck without an id takes the name of its file, without .toml and with '-'
// for spaces; standard input is stdin. A question without an id has one that is
// derived from its text: see DerivedID for the exact bytes. Two questions of
// one text need an id.
//
// Files that state the same id are one deck in parts, sorted by path. Each has
// a title; the first one names the deck and its language. Defaults and groups
// hold in their file, ids and after in the whole deck. An id that comes from a
// file name and is that of another file is a fault. That most questions of a
// part are those of an earlier one is told once: it is likely to be a copy.
//
// # Faults
//
// Every fault of a file is told at once, as an ErrorList sorted by place:
//
//	facts.toml:8:1: question 2: unknown key "anser"
//	    anser = "Ouagadougou"
//	    ^
//	hint: did you mean answer?
//
// Lines and columns count from 1; a column is a code point, a tab is one, and a
// byte-order mark is none. The place is that of the key where it is unknown,
// has no value or is in conflict, and of the value where that is wrong. What is
// missing is told at the header of the question, at the brace of an inline one,
// or at 1:1 for the deck. A file that is no TOML has one fault, the first. Of
// more than 1000 faults in a file the rest is not told.
//
// # Limits
//
// They are faults with a place, checked before the TOML parser sees the file
// wherever a file could harm it: 64 MiB, 200,000 questions, values nested 8
// deep, keys of 8 parts, names of tables of 256 bytes, 2 Mi keys (256 MiB
// of them, counted with the names of their tables), 4 Mi values in arrays. A text is at
// most 64 KiB, an image 32 MiB; an image is a regular file. Arrays have at most
// 100 items where no other number is named above.
package decks
