// Package answer marks responses: it compares what a learner typed with what
// a card wanted, as a fair, experienced teacher would.
//
// A [Matcher] takes a [Task] (a card as it was put to the learner) and a
// response, and returns a [Match]: the verdict, the share of the points, what
// was understood and what was wanted, and in a few words why. [Standard] is
// the one matcher there is. It knows no clock, no file and no chance: the same
// task and response give the same match.
//
// # Verdicts
//
// Correct is right, Close is nearly right, Wrong is neither. The zero Verdict
// is none: the card is not typed (the learner reveals the answer and judges),
// or the response is empty outside a quiz, which is a reveal. In a quiz an
// empty response is Wrong. A response that cannot be read at all is an error
// that says what to type instead; it is asked for again and counts for
// nothing.
//
// # Order
//
// A response to one answer passes these doors, and the first that opens
// decides:
//
//  1. It is written like a reject (NFC, outer space trimmed): Wrong.
//  2. It reads like the answer or something accepted: as text after folding,
//     as a number or as a date. Correct, or what the number or date deserves.
//  3. It says "I don't know", in the language of the answer or in English:
//     Wrong.
//  4. It offers several answers at once, with "or" or "/" between: Correct
//     when each of them is, so two names of one thing, else Wrong. Where the
//     answer itself holds such a word the response is one answer.
//  5. It is the answer with slips: Close, unless a reject, another choice or
//     another item is as near or nearer. Everything else is Wrong.
//
// # Folding
//
// Two texts are one when they differ only in: Unicode composition (NFC);
// width, dashes, quotes, the micro sign, figures set low, spaces and runs of
// them; case; the
// punctuation around each word; articles of the language, but not the last
// word; an opening filler ("it was", "it's", "on", "in", "because"); signs
// between the thousands of a whole number; spaces around a dash between
// numbers. NFKC is not used: it would make 10² into 102.
//
// A hyphen or a point inside a word, not between digits, may be missing or be
// a space: "B-52", "B52", "B 52". A sign at a number stays ("-5"), so does %.
// Symbols that are no punctuation stay too ("C++", "C#"). A part in brackets
// that is set off by a space or the end of the text may be left out, of up to
// four such parts each by itself: "(to) run".
//
// In English the spellings of both sides of the Atlantic are one. In German
// ae, oe, ue and ss stand for ä, ö, ü and ß.
//
// When folding leaves nothing, or makes the answer equal to a reject, another
// choice or another item, the signs and articles count; when even that leaves
// them equal, case counts as well.
//
// Answers match as written and as rendered: with and without their markup.
//
// An exact card keeps only NFC and the outer trim: no slip, no number or date
// reading, no refusal. A response is Correct or Wrong.
//
// # Slips
//
// A missing or wrong accent is Close in a word of any length, in the Latin,
// Greek and Cyrillic scripts. One letter missing, too many or wrong, or two
// neighbours that changed places, is Close in each word of five letters or
// more (of the wanted word); so is a missing or extra space where the joined
// word is that long. An edit that touches a digit, or a separator between
// digits, is never forgiven, and neither is a negation gained or lost: a word
// such as "not", or the a of "atypical". How near a text is to another counts
// single edits (optimal string alignment), an accent as one.
//
// # Numbers
//
// A number card, and a text that is a number in figures ("14", "10²", "5%",
// not "007"), are compared as exact fractions. Read are: signs and "minus";
// digits with the language's separators, a space or an apostrophe between
// thousands; fractions ("3/4", "1 1/2", "½"); powers of ten ("3 × 10⁴",
// "3*10^4", "3e4"); words up to twenty and the tens in English, German,
// French, Spanish, Portuguese and Korean; scale words ("1.5 million", "2
// Mio.", "3만 4천"); Roman numerals; "about" and the like in front, which says
// nothing. A slip in a number word or a scale word is Close where no other
// number word is as near. Numbers of more than 400 digits are not read.
//
// The tolerance of a card rounds its answer, not what it accepts, and
// includes its ends.
//
// A unit behind the number (a currency also in front) must be the wanted one,
// its sign, usual name or plural in the language of the answer; none is fine.
// A slip in its name is Close. A different unit is Wrong even when it
// converts. Where a unit begins with a scale word ("billion dollars") the
// number may be written out. A count noun is known by its last word ("refugees"), and words of
// the question may stand before it. A card without a unit takes words that
// its question names ("How many moons ...?": "2 moons"), but a unit of measure
// only when the question names no other. The % of a text answer ("5%") stays:
// without it the response is Wrong.
//
// # Dates
//
// A date card, and a text that reads as a date or a part of one ("June",
// "October 24", "June 2024", "the mid-1990s", "44 BC", "19th century"), are
// compared at the precision of what is wanted. Forms are those of English,
// German, French, Spanish, Portuguese and Korean, and ISO 8601 in every
// language: month names and their short forms, ordinals in figures (in English
// in words too), figures with . / or - between. A weekday is ignored.
//
// A year left out beside a wanted month is Close; any other part left out, or
// a wrong part, is Wrong. Figures that can be two days are Close when one of
// them is right: in English without a region both orders of day and month
// are read, elsewhere the order of the language. A year of two figures is the
// one from 1969 to 2068; when only its century is another it is Close. A slip
// in the name of a month is Close. An accepted form that leaves the year of the
// answer out ("October 24") takes no other year.
//
// # Several items
//
// Multiple, list, order, match, and the gaps of one cloze card have a share of
// right items (of need where a list has one). All is Correct, at least half is
// Close, less is Wrong. A Close item counts as right but caps the whole at
// Close, and so does a wrong item beside a complete list. An item that repeats
// a right one is no wrong item.
//
// Points are the share of right items. Those of a multiple are right minus
// wrong picks over all right options, never below 0; those of an order count
// items in their right place. A card that wants one answer gives half of the
// points for a Close.
//
// # How responses are typed
//
//   - one of several choices: its letter ("b", "(B)"), or its full text.
//   - multiple: letters in any order ("a,c", "a c", "ac"), or full texts with
//     ';' between (commas where no option has one).
//   - true or false: t, f, true, false, yes, no, or such words of the language.
//   - list: items with ';' between, "\;" for one inside an item. Commas
//     separate too when no wanted item has one; where items are displayed with
//     commas in their numbers, a comma in a number does not. An "and" before
//     the last item is understood.
//   - order: letters ("c a b", "cab", "c,a,b"), or the texts of the items with
//     ';' between. Items left out at the end are not in their place.
//   - match: a number of the left column and a letter of the right one for
//     each pair ("1c 2a", "1-c, 2-a", "1:c"), or the text instead of the
//     letter with ';' between pairs.
//   - cloze: several gaps of one card with ';' between, in order.
//
// Letters follow the arrangement in [Task.Order]. For the letters of options a
// single letter is always the letter: where the options are themselves single
// letters, a learner answers with the letter before the option. A text of
// several letters is first looked for among the options.
//
// Two letters for one choice, or both truth values, are two answers at once:
// Wrong. A letter that no option has, a left number paired twice, an item
// that stands twice in an order are errors.
//
// # Bounds
//
// A response longer than 4 KiB and than four times all texts that the card
// could want is refused; at most 300 items are read of one. Slips are looked
// for in texts of up to 4 KiB, and not at all where items and their accepted
// forms would make more than 30,000 comparisons. Beyond 1,000 accepted forms of
// a list the other items' accepted forms are no near answers.
package answer
