// Package markup turns the text of a deck into spans. Screen and paper draw
// the same spans, so a text is read in one way only.
//
// # The markup
//
// One markup holds for every text of a deck, and it is fixed for good:
//
//	`code`              code inside a line; a longer run of backticks may
//	                    enclose shorter ones
//	```                 a line that begins with three or more backticks opens
//	code                a block of code; a line of nothing but as many closes
//	```                 it, else it reaches to the end of the text
//	*emphasis*          not inside words: a star between two letters is a star,
//	**strong**          and so is one with a space on its inner side
//	[text](url)         a link
//	$x^2$               mathematics: the opening sign stands before no space,
//	                    the closing one after no space and before no digit, so
//	                    "from $5 to $10" is text
//	a newline           a line break
//	a blank line        a new paragraph
//
// Nothing else is special: no headings, bullets, underscores, HTML. What would
// be an image, ![alt](path), is reserved and stands as it is written.
//
// A backslash before one of * [ ] { } $ : ` makes that sign an ordinary one;
// before anything else it is a backslash. In code and mathematics nothing is
// escaped and every sign is as written.
//
// Letters of scripts that put no space between words, and Hangul with its
// particles, do not make a star stand inside a word.
//
// # How it is shown
//
// Shown is the text of spans for screens without looks, and Line the same for
// lists: mathematics as package math writes it in Unicode, links with their
// address (Address) where there is room for it. Plain is what was written, and
// what typed answers are compared with. All screens draw these, or the spans;
// paper sets the trees of package math.
//
// # What is safe
//
// The text of a deck comes from strangers. No span holds a control character,
// a mark that turns the direction of writing or a byte that is no UTF-8,
// whatever Parse was given: a tab becomes spaces, the others are left out.
// Parse takes time in proportion to the length of the text.
//
// OneLine makes the same sure of any text that goes to a terminal, and bounds
// floods of combining marks. Isolate keeps what runs from right to left from
// moving what stands beside it; a line of the terminal is isolated as a whole.
package markup
