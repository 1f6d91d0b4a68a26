package decks

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// bombs are files made to kill a TOML parser by recursion or by work that
// grows with the square of their size.
func bombs() map[string]faultRow {
	return map[string]faultRow{
		"five million brackets":         {"", "title = " + strings.Repeat("[", maxNesting) + "¦" + strings.Repeat("[", 5_000_000), []string{"values are nested deeper than 8"}, ""},
		"10,000 nested inline tables":   {"", "title = " + strings.Repeat("{a=", maxNesting) + "¦" + strings.Repeat("{a=", 10_000) + "1" + strings.Repeat("}", 10_008), []string{"values are nested deeper than 8"}, ""},
		"dotted key of a million parts": {"", "title = \"T\"\n¦a" + strings.Repeat(".a", 1_000_000) + " = 1\n", []string{"a key of more than 8 parts"}, ""},
	}
}

func TestBombFiveMillionBrackets(t *testing.T)      { checkBomb(t, "five million brackets") }
func TestBombNestedInlineTables(t *testing.T)       { checkBomb(t, "10,000 nested inline tables") }
func TestBombDottedKeyOfAMillionParts(t *testing.T) { checkBomb(t, "dotted key of a million parts") }

func checkBomb(t *testing.T, name string) {
	row := bombs()[name]
	checkFaults(t, row)
	src, _ := marked(row.deck)
	if scan([]byte(src)).fault == nil {
		t.Error("the scan lets it pass to the parser")
	}
}

// BenchmarkBombs refuses each of the bombs. It fails when that takes 50 ms.
func BenchmarkBombs(b *testing.B) {
	for name, row := range bombs() {
		src, _ := marked(row.deck)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, err := Parse("bomb.toml", []byte(src), nil); err == nil {
					b.Fatal("not refused")
				}
			}
			if each := b.Elapsed() / time.Duration(b.N); each > 50*time.Millisecond {
				b.Errorf("%v, over 50ms", each)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	const answer = "answer = \"b\"\n"
	for _, row := range []faultRow{
		{"nesting in the array of an inline question", "title = \"T\"\nquestion = [{ a = [[[[[[¦[1]]]]]]] }]\n", []string{"values are nested deeper than 8"}, ""},
		{"nesting behind text with brackets", q + "ask = \"[[[[[[[[[[\" # [[[[[[[[[\n" + answer + "x-a = '''\n[[[[[[[[[[[['''\nx-b = [[[[[[[[¦[]]]]]]]]]\n", []string{"values are nested deeper than 8"}, ""},
		{"header of nine parts", "title = \"T\"\n[¦x-a.b.c.d.e.f.g.h.i]\n", []string{"a key of more than 8 parts"}, ""},
		{"inline key of nine parts", "title = \"T\"\nx-a = { ¦a.b.c.d.e.f.g.h.'i' = 1 }\n", []string{"a key of more than 8 parts"}, ""},
		{"long name of a table", "title = \"T\"\n¦[x-" + strings.Repeat("a", 300) + "]\n", []string{"a table's name is over 256 bytes"}, ""},
		{"long name of an inline table", "title = \"T\"\nx-a = { ¦" + strings.Repeat("a", 300) + " = { b = 1 } }\n", []string{"a table's name is over 256 bytes"}, ""},
		{"syntax fault before the nesting", "title = \"T\"\nid = ¦007\nx-a = [[[[[[[[[[1]]]]]]]]]]\n", []string{`"007" begins with a zero`}, ""},
		{"not UTF-8", q + "ask = \"¦\xff\"\n" + answer, []string{"byte 0xff is not UTF-8"}, "save the file as UTF-8"},
		{"UTF-16", "¦\xff\xfet\x00i\x00", []string{"byte 0xff is not UTF-8"}, ""},
		{"200,001 questions", "title = \"T\"\n" + strings.Repeat("[[question]]\n", maxQuestions) + "¦[[question]]\n", []string{"more than 200000 questions"}, ""},
		{"200,001 inline questions", "title = \"T\"\nquestion = [" + strings.Repeat("{},", maxQuestions) + "¦{}]\n", []string{"more than 200000 questions"}, ""},
		{"too many values", "x-a = [" + strings.Repeat("{},", maxValues/2-1) + "{}¦, 1]", []string{"more than 4194304 values in arrays"}, ""},
		{"too many keys", strings.Repeat("x-a=1\n", maxKeys) + "¦x-a=1\n", []string{"more than 2097152 keys"}, ""},
		{"too much of names", "[x-" + strings.Repeat("a", 200) + "]\n" + strings.Repeat("a.a.a.a.a.a.a.a=1\n", maxPaths/218-1) + "¦a=1\n", []string{"the keys with the names of their tables are over 268435456 bytes"}, ""},
		{"64 MiB and a byte", "¦" + strings.Repeat("#", maxFile+1), []string{"the file is 67108865 bytes, at most 67108864"}, ""},
	} {
		t.Run(row.name, func(t *testing.T) { checkFaults(t, row) })
	}
}

// A file with more faults than anybody reads tells the first ones and says so.
func TestManyFaults(t *testing.T) {
	var b strings.Builder
	b.WriteString("title = \"T\"\n")
	for i := range 3 * maxFaults {
		fmt.Fprintf(&b, "[[question]]\nask = \"%d\"\nanswer = 1\ncolour%d = 1\n", i, i)
	}
	first := ""
	for range 3 {
		_, err := Parse("deck.toml", []byte(b.String()), nil)
		lines := told(err)
		if len(lines) != maxFaults+1 {
			t.Fatalf("%d faults", len(lines))
		}
		if got, want := lines[maxFaults], "4001:1: more than 1000 faults, the rest is not told"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if first == "" {
			first = err.Error()
		}
		if err.Error() != first {
			t.Error("the same file tells other faults")
		}
	}
}
