package decks

import (
	"fmt"
	"testing"
)

// trapTable holds what is no TOML, or not what its author meant, with the mark
// where it is told and its hint.
func trapTable() []faultRow {
	const decimal = "a decimal number has a point: 3.5"
	const text = `put quotes around a text: "text"`
	escape := func(sign, name string) string {
		return fmt.Sprintf(`in double quotes \%s is %s: use single quotes, or write \\%s`, sign, name, sign)
	}
	german := func(lines string) string { return "language = \"de\"\n" + q + "ask = \"a\"\n" + lines }
	const quotes = `put straight quotes around a text: "text"`
	return []faultRow{
		{"times", q + "ask = ¦\"$3 \\times 4$\"\nanswer = 12\n", []string{`question 1: ask holds a tab where \times was meant`}, escape("t", "a tab")},
		{"text of mathematics", q + "ask = ¦\"$\\text{x}$\"\nanswer = 12\n", []string{`question 1: ask holds a tab where \text was meant`}, escape("t", "a tab")},
		{"fraction of mathematics", q + "ask = ¦\"$\\frac12$\"\nanswer = 12\n", []string{"question 1: ask holds the control character U+000C"}, escape("f", "a form feed")},
		{"rho", q + "ask = ¦\"$\\rho$\"\nanswer = 12\n", []string{"question 1: ask holds the control character U+000D"}, escape("r", "a carriage return")},
		{"beta", q + "ask = ¦\"$\\beta$\"\nanswer = 12\n", []string{"question 1: ask holds the control character U+0008"}, escape("b", "a backspace")},
		{"control character by its number", q + "ask = ¦\"a\\u000bb\"\nanswer = 12\n", []string{"question 1: ask holds the control character U+000B"}, ""},
		{"to", q + "ask = ¦\"$a \\to b$\"\nanswer = 12\n", []string{`question 1: ask holds a tab where \to was meant`}, ""},
		{"tangent", q + "ask = \"b\"\nlist = [1, ¦\"$\\tan x$\"]\n", []string{`question 1: list holds a tab where \tan was meant`}, ""},
		{"not equal", q + "ask = ¦\"$x \\neq y$\"\nanswer = 12\n", []string{`question 1: ask holds a line break where \neq was meant`}, escape("n", "a line break")},
		{"pi in German", german("answer = ¦3.142\n"), []string{"question 1: 3.142 is 3.142 here, and 3142 to its readers"}, "write 3142, or 3.1420"},
		{"not equal in short", q + "ask = ¦\"$a$ and $x \\ne y$\"\nanswer = 12\n", []string{`question 1: ask holds a line break where \ne was meant`}, ""},
		{"twelve thousand in accept", german("answer = 12\naccept = [1, ¦12.000]\n"), []string{"question 1: 12.000 is 12 here, and 12000 to its readers"}, "write 12000, or 12.0"},
		{"twelve thousand in choices", german("choices = [1, ¦12.000]\nanswer = 1\n"), []string{"question 1: 12.000 is 12 here, and 12000 to its readers"}, ""},
		{"twelve thousand in a list", german("list = [¦12.000, 1.5, \"12.000\", ¦1.250]\n"), []string{"question 1: 12.000 is 12 here, and 12000 to its readers", "question 1: 1.250 is 1.25 here, and 1250 to its readers"}, ""},
		{"twelve thousand in a table of accept", german("list = [12.0, 1.5]\naccept = { \"1.5\" = [¦1.500] }\n"), []string{"question 1: 1.500 is 1.5 here, and 1500 to its readers"}, ""},
		{"twelve thousand and its range", german("answer = ¦12.000\ntolerance = [11_000, 13_000]\n"), []string{"question 1: 12.000 is 12 here, and 12000 to its readers"}, ""},
		{"range of thousands", german("answer = 12_000\ntolerance = [¦11.000, ¦13.000]\n"), []string{"question 1: 11.000 is 11 here, and 11000 to its readers", "question 1: 13.000 is 13 here, and 13000 to its readers"}, ""},
		{"thousand choices", german("choices = [¦11.000, 13]\nanswer = ¦11.000\n"), []string{"question 1: 11.000 is 11 here, and 11000 to its readers", "question 1: 11.000 is 11 here, and 11000 to its readers"}, ""},
		{"twelve thousand in order", german("order = [1, ¦+12.000]\n"), []string{"question 1: +12.000 is 12 here, and 12000 to its readers"}, ""},
		{"twelve thousand in pairs", german("pairs = [[¦1.001, ¦12.000], [3, 2]]\n"), []string{"question 1: 1.001 is 1.001 here, and 1001 to its readers", "question 1: 12.000 is 12 here, and 12000 to its readers"}, ""},
		{"twelve thousand in a tolerance", german("answer = 12_000\ntolerance = ¦1.500\n"), []string{"question 1: 1.500 is 1.5 here, and 1500 to its readers"}, ""},
		{"twelve thousand in a range", german("answer = 1.2\ntolerance = [1.0, ¦1.250]\n"), []string{"question 1: 1.250 is 1.25 here, and 1250 to its readers"}, ""},
		{"twelve thousand in defaults", "title = \"T\"\nlanguage = \"de\"\ndefaults.tolerance = ¦1.500\n[[question]]\nask = \"a\"\nanswer = 1\n", []string{"1.500 is 1.5 here, and 1500 to its readers"}, ""},
		{"twelve thousand the other way round", "title = \"T\"\nlanguage = \"de\"\nanswer_language = \"en\"\n[[question]]\nask = \"a\"\nanswer = 12.000\nreverse = { accept = [¦12.000] }\n", []string{"question 1: 12.000 is 12 here, and 12000 to its readers"}, ""},
		{"thousands of thousands", q + "ask = \"a\"\nanswer = ¦1.234.567\n", []string{`"1.234.567" is no number`}, "write a number without separators: 1500 or 1_500"},
		{"null", q + "ask = \"a¦\x00b\"\nanswer = 12\n", []string{"a control character U+0000"}, ""},
		{"raw escape", q + "ask = '日¦\x1b[31m'\nanswer = 12\n", []string{"a control character U+001B"}, ""},
		{"quote in double quotes", q + "ask = \"What is \"¦x\"?\"\nanswer = 1\n", []string{"nothing but a comment may stand behind a value or a header"}, `the text ends before this; a quote inside a text is written \" between double quotes`},
		{"semicolon", q + "ask = \"a\"¦;\n", []string{"nothing but a comment may stand behind a value or a header"}, "nothing stands at the end of a line, no comma and no semicolon"},
		{"slashes behind a value", q + "ask = \"a\"\nanswer = 1  ¦// note\n", []string{"nothing but a comment may stand behind a value or a header"}, "a comment begins with #"},
		{"two keys on a line", q + "ask = \"a\" ¦answer = 1\n", []string{"nothing but a comment may stand behind a value or a header"}, "every key begins on a line of its own"},
		{"equation in a quote", q + "ask = \"Is \"¦x = 3\"?\"\n", []string{"nothing but a comment may stand behind a value or a header"}, `the text ends before this; a quote inside a text is written \" between double quotes`},
		{"key behind a header", "title = \"T\"\n[[question]] ¦ask = \"a\"\n", []string{"nothing but a comment may stand behind a value or a header"}, "every key begins on a line of its own"},
		{"values without brackets", q + "choices = \"a\"¦, \"b\"\n", []string{"nothing but a comment may stand behind a value or a header"}, "several values stand in an array: [..., ...]"},
		{"items without a comma", q + "choices = [\"a\" ¦\"b\"]\n", []string{"expected a comma (',') or array terminator (']'), but got '\"'"}, `a comma stands between items; a quote inside a text is written \"`},
		{"keys without a comma", q + "from = { section = \"a\" ¦page = 1 }\n", []string{"expected a comma or an inline table terminator '}', but got 'p' instead"}, `a comma stands between items; a quote inside a text is written \"`},
		{"percent with a comma", q + "answer = ¦12,5 %\n", []string{`"12,5 %" is no number`}, ""},
		{"minus sign", q + "answer = ¦−5\n", []string{`"−5" is no number`}, "a minus is the sign of the keyboard: -5"},
		{"fraction of one sign", q + "answer = ¦½\n", []string{`"½" is no number`}, `write a fraction in quotes, "3/4", or as a decimal number, 0.75`},
		{"power", q + "answer = ¦10^3\n", []string{`"10^3" is no number`}, "write the number out, 1000 or 1e3, or a text in quotes"},
		{"product", q + "answer = ¦1.5 · 10^6 # many\n", []string{`"1.5 · 10^6" is no number`}, ""},
		{"parenthesis", q + "answer = ¦(none)\n", []string{`"(none)" is no value`}, text},
		{"comment with slashes", q + "¦// note\nask = \"a\"\n", []string{"a comment begins with #"}, ""},
		{"no sign between", q + "ask ¦\"a\"\n", []string{`expected '.' or '=', but got '"' instead`}, `write key = value, as in ask = "..."`},
		{"table of commas", "front¦,back\na,b\n", []string{"expected '.' or '=', but got ',' instead"}, `write key = value, as in ask = "..."`},
		{"three brackets", "title = \"T\"\n¦[[[question]]]\nask = \"a\"\n", []string{"the brackets of a header do not match"}, "every question begins with [[question]], two brackets on both sides"},
		{"questions in both spellings", "title = \"T\"\nquestion = [{ ask = \"a\", answer = 1 }]\n[[¦question]]\nask = \"b\"\nanswer = 2\n", []string{`key "question" stands twice, first on line 2`}, "questions stand either in question = [...] or below [[question]] each"},
		{"closed by a typographic quote", q + "ask = \"a?”¦\nanswer = 1\n", []string{"strings cannot contain newlines"}, `put straight quotes around a text: "text"`},
		{"a day without zeros", q + "answer = ¦2024-1-5\n", []string{`"2024-1-5" is no date`}, "write a date as 2024-10-24"},
		{"large integer", q + "answer = ¦99999999999999999999\n", []string{`the number is too large`}, `write it in quotes, or a whole number with an exponent: 1e20`},
		{"alpha", q + "ask = \"$¦\\alpha$\"\nanswer = 12\n", []string{`invalid escape in string '\a'`}, `in double quotes a backslash begins an escape: use single quotes, 'C:\dir', or write \\`},
		{"twelve thousand in German", "language = \"de\"\n" + q + "ask = \"a\"\nanswer = ¦12.000\n", []string{"question 1: 12.000 is 12 here, and 12000 to its readers"}, "write 12000, or 12.0"},
		{"thousands in Spanish", "language = \"es\"\n" + q + "ask = \"a\"\nanswer = ¦-1.234\n", []string{"question 1: -1.234 is -1.234 here, and -1234 to its readers"}, "write -1234, or -1.2340"},
		{"leading zeros", q + "ask = \"a\"\nanswer = ¦007\n", []string{`"007" begins with a zero`}, `write the number without it, or in quotes where the zeros count: "007"`},
		{"separator", q + "ask = \"a\"\nanswer = ¦1,500\n", []string{`"1,500" is no number`}, "write a number without separators: 1500 or 1_500"},
		{"separators", q + "ask = \"a\"\nanswer = ¦1,500,000 # so many\n", []string{`"1,500,000" is no number`}, ""},
		{"decimal comma", q + "ask = \"a\"\nanswer = ¦3,5\n", []string{`"3,5" is no number`}, decimal},
		{"percent", q + "ask = \"a\"\nanswer = ¦25%\n", []string{`"25%" is no number`}, `write the number alone and the sign as its unit: answer = 25 and unit = "%"; elsewhere in quotes: "25%"`},
		{"percent of a tolerance", q + "ask = \"a\"\nanswer = 25\ntolerance = ¦10%\n", []string{`"10%" is no number`}, ""},
		{"fraction", q + "ask = \"a\"\nanswer = ¦3/4\n", []string{`"3/4" is no number`}, `write a fraction in quotes, "3/4", or as a decimal number, 0.75`},
		{"month", q + "ask = \"a\"\nanswer = ¦2024-10\n", []string{`"2024-10" is no whole date`}, `a date has a day, 2024-10-24; write a month in quotes: "October 2024"`},
		{"a day that is none", q + "ask = \"a\"\nanswer = ¦2024-02-30\n", []string{`invalid datetime: "2024-02-30"`}, ""},
		{"True", q + "ask = \"a\"\nanswer = ¦True\n", []string{`"True" is no value`}, "write true or false, in small letters"},
		{"unit behind the number", q + "ask = \"a\"\nanswer = ¦25 km\n", []string{`"25 km" is no number`}, `write the number alone and what follows as its unit: answer = 25 and unit = "km"`},
		{"no quotes", q + "ask = ¦What is it?\nanswer = 1\n", []string{`"What is it?" is no value`}, text},
		{"no quotes in an array", q + "ask = \"a\"\nlist = [\"b\", ¦cd]\n", []string{`"cd" is no value`}, text},
		{"typographic quotes", q + "ask = ¦“What is it?”\nanswer = 1\n", []string{"a typographic quote is no quote of TOML"}, quotes},
		{"guillemets", q + "ask = ¦«Was?»\nanswer = 1\n", []string{"a typographic quote is no quote of TOML"}, quotes},
		{"merge conflict", q + "ask = \"a\"\n¦<<<<<<< HEAD\nanswer = 1\n=======\nanswer = 2\n>>>>>>> theirs\n", []string{"a mark of a merge conflict"}, "settle the conflict and remove the lines that begin <<<<<<<, ======= and >>>>>>>"},
		{"rest of a merge conflict", q + "ask = \"a\"\nanswer = 1\n¦=======\n", []string{"a mark of a merge conflict"}, ""},
		{"no value", q + "ask = \"a\"\n¦answer =\n", []string{`"answer" has no value`}, ""},
		{"no value but a comment", q + "ask = \"a\"\n¦answer = # later\n", []string{`"answer" has no value`}, ""},
		{"no value at the end", q + "ask = \"a\"\n¦answer =", []string{`"answer" has no value`}, ""},
		{"same key", q + "ask = \"a\"\nanswer = 1\n¦answer = 2\n", []string{`key "answer" stands twice, first on line 4`}, ""},
		{"same key, indented and quoted", "\ufeff" + q + "ask = \"ä\"\nanswer = 1\n\t¦\"answer\" = 2\n", []string{`key "answer" stands twice, first on line 4`}, ""},
		{"same key in an inline table", q + "ask = \"ä\"\nanswer = 1\nfrom = { page = 1, ¦page = 2 }\n", []string{`key "page" stands twice, first on line 5`}, ""},
		{"same table", "title = \"T\"\n[defaults]\n[¦defaults]\n", []string{`key "defaults" stands twice, first on line 2`}, ""},
		{"text without an end", q + "ask = ¦\"\"\"\na\nanswer = 1\n", []string{"the text that begins here is not closed"}, ""},
		{"text without an end in single quotes", q + "ask = ¦'a", []string{"the text that begins here is not closed"}, ""},
		{"short escape", q + "ask = \"日 ¦\\u00g1\"\n", []string{"expected four hexadecimal digits after '\\u', but got \"日 \\\\u00g\" instead"}, ""},
		{"escape of no character", q + "ask = \"\"\"\na\\n\\\n¦\\ud800\"\"\"\n", []string{"escaped character '\\ud800' is not valid UTF-8"}, ""},
		{"dotted key above a value", q + "ask = \"a\"\nanswer = \"b\"\nreverse.ask = \"c\"\n¦reverse = true\n", []string{`key "reverse" stands twice, first on line 5`}, ""},
		{"dotted key below an inline table", q + "ask = \"a\"\nanswer = \"b\"\nreverse = { ask = \"c\" }\n¦reverse.answer = \"d\"\n", []string{`key "reverse" stands twice, first on line 5`}, ""},
		{"table below a value", "title = \"T\"\nsource = 1\n[¦source.x]\n", []string{`key "source" stands twice, first on line 2`}, ""},
		{"colon", q + "¦ask: \"a\"\n", []string{"a colon stands behind a key"}, `write key = value, as in ask = "..."`},
		{"uneven brackets", "title = \"T\"\n¦[[question]\nask = \"a\"\n", []string{"the brackets of a header do not match"}, ""},
		{"key without quotes", q + "¦größe = 1\n", []string{"a key of other letters than a to z has no quotes"}, ""},
		{"open array", q + "ask = \"a\"\nchoices = [\"a\",\n  ¦answer = \"a\"\n", []string{"the array that begins on line 4 is not closed"}, "write ] at its end"},
		{"open array before a question", q + "ask = \"a\"\nlist = [\"a\"\n\n¦[[question]]\n", []string{"the array that begins on line 4 is not closed"}, ""},
		{"open array in an open array", q + "pairs = [\n  [\"a\", \"b\"],\n  [\"c\", \"d\",\n¦ask = \"a\"\n", []string{"the array that begins on line 5 is not closed"}, ""},
		{"open table", q + "from = { page = 1\n¦ask = \"a\"\n", []string{"the inline table that begins on line 3 is not closed"}, "write } at its end"},
		{"quote in a text", q + "ask = 'it'¦s'\n", []string{"nothing but a comment may stand behind a value or a header"}, `the text ends before this; a text that holds ' stands between double quotes`},
		{"comma at the end", q + "ask = \"a\"¦,\n", []string{"nothing but a comment may stand behind a value or a header"}, "nothing stands at the end of a line, no comma and no semicolon"},
		{"half a number", q + "answer = ¦.5\n", []string{`".5" is no number`}, "digits stand on both sides of the point: 0.5"},
		{"day with points", q + "answer = ¦24.10.2024\n", []string{`"24.10.2024" is no date`}, "write a date as 2024-10-24"},
		{"day with slashes", q + "answer = ¦10/24/2024\n", []string{`"10/24/2024" is no date`}, ""},
		{"day in words", q + "answer = ¦24 October 2024\n", []string{`"24 October 2024" is no date`}, ""},
		{"range", q + "answer = ¦5-6\n", []string{`"5-6" is no number`}, ""},
		{"decade", q + "answer = ¦1990s\n", []string{`"1990s" is no number`}, ""},
		{"currency", q + "answer = ¦€5\n", []string{`"€5" is no number`}, ""},
		{"no such value", q + "answer = ¦None\n", []string{`"None" is no value`}, "a key without a value is left out"},
		{"number out of range", q + "answer = ¦1e999\n", []string{"the number is too large"}, ""},
		{"string without an end", q + "ask = \"a¦\nanswer = 1\n", []string{"strings cannot contain newlines"}, `close the quote on its line; a text of several lines stands between """ and """`},
	}
}

// What looks like a trap and is none.
func TestNoTraps(t *testing.T) {
	for _, row := range []struct{ name, deck string }{
		{"columns", "ask = \"a\\to b\\text. 3\"\nanswer = 1"},
		{"prices in columns", "ask = \"$5\\tapple $6\"\nanswer = 1"},
		{"mathematics over two lines", "ask = \"\"\"$a = b\nu$\"\"\"\nanswer = 1"},
		{"prices in lines of Italian", "ask = \"costa $5\\ne poi $6\"\nanswer = 1"},
		{"prices of Italian before the sign", "ask = \"$5\\ne 6$7\"\nanswer = 1"},
		{"prices in lines", "ask = \"$5\\nuntil $6\"\nanswer = 1"},
		{"a line break after mathematics", "ask = \"$a$\\ne $b$\"\nanswer = 1"},
		{"thousandths", "ask = \"a\"\nanswer = 0.125\naccept = [-0.001]"},
		{"other decimals", "ask = \"a\"\nanswer = 12.50\naccept = [1234.500, 1.2345]"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if _, err := Parse("deck.toml", []byte("language = \"de\"\n"+q+row.deck+"\n"), nil); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTraps(t *testing.T) {
	for _, row := range trapTable() {
		t.Run(row.name, func(t *testing.T) { checkFaults(t, row) })
	}
}
