// Package words is the message catalogue: every word that a screen, the plain
// mode or a chart of recto says to the learner stands here, as Go values that
// the compiler checks. Another language is one more file beside english.go.
//
//	w := words.English(words.LocaleOf(os.Getenv))
//	w.Common.Rating(1)         // "Again"
//	w.Common.Count.Cards(1200) // "1,200 cards" under en_US, "1200 cards" under C
//
// Words has a struct for each screen, in a file of its own, and Common for what
// several say. A field is a string, or a func where the text has parts: numbers,
// names, choices. Plurals, the order of words and how a sentence begins are Go
// code of the language, so nothing is put together of pieces elsewhere. A func
// takes plain values and returns one line without its end; what a deck says is
// handed in made safe already, as markup.OneLine makes it.
//
// A text belongs here when a learner reads it on a screen or in the plain mode.
// Names of keys and commands that are typed, errors of the command line, help
// topics and JSON do not: scripts and people search for them.
//
// # Locale
//
// Locale is how numbers, days and times are written, apart from the language:
// LC_ALL, LC_NUMERIC, LC_TIME and LANG, as the C library reads them. The zero
// Locale, and so C, POSIX and an environment that says nothing, writes days as
// 2026-11-23, plain digits and 24 hours, which scripts can rely on. A Words is
// made for a Locale, and its funcs write numbers and days with it.
//
// The package imports nothing of recto, reads no environment and never changes
// after it was made: a Words may be used by several goroutines at once.
package words
