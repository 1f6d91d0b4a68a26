package decks

import (
	"strings"
	"testing"
)

func TestErrorText(t *testing.T) {
	for _, row := range []struct{ name, deck, want string }{
		{"hint", q + "ask = \"a\"\nanser = 1\n", `deck.toml:4:1: question 1: unknown key "anser"
    anser = 1
    ^
hint: did you mean answer?`},
		{"tabs and wide characters", q + "\tanswer = \"b\"\n\treverse = { ask = \"日本\", \taks = \"e\u0301\" }\nask = \"a\"\n", `deck.toml:4:27: question 1: unknown key "aks" in reverse
        reverse = { ask = "日本",     aks = "é" }
                                      ^
hint: did you mean ask?`},
		{"control characters", q + "ask = \"\x1b[31m\"\n", `deck.toml:3:8: a control character U+001B
    ask = "�[31m"
           ^`},
		{"right to left", q + "ask = \"a\"\nanswer = \"\u202eb\"\n", `deck.toml:4:10: question 1: answer holds the control character U+202E
    answer = "�b"
             ^`},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := Parse("deck.toml", []byte(row.deck), nil)
			if err == nil || err.Error() != strings.ReplaceAll(row.want, "é", "e\u0301") {
				t.Errorf("got\n%v\nwant\n%s", err, row.want)
			}
		})
	}
}

// A long line is shown around the place.
func TestErrorTextOfALongLine(t *testing.T) {
	_, err := Parse("deck.toml", []byte(q+"ask = \"a\"\nanswer = \"b\"\nhint = [\""+strings.Repeat("日", 300)+"\", 4, \""+strings.Repeat("x", 300)+"\"]\n"), nil)
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 4 { // the last one is the hint
		t.Fatal(err)
	}
	before, _, _ := strings.Cut(lines[1], "4,")
	wide := strings.Count(before, "日")
	if caret := strings.Index(lines[2], "^"); caret != len([]rune(before))+wide {
		t.Errorf("caret at %d of\n%s\n%s", caret, lines[1], lines[2])
	}
	if len([]rune(lines[1])) > 2*maxBeside+10 {
		t.Errorf("%d characters are shown", len([]rune(lines[1])))
	}
}

func TestFileNamesAreSafe(t *testing.T) {
	_, err := Parse("a\x1b[31m\nb.toml", []byte("title = 1"), nil)
	if first, _, _ := strings.Cut(err.Error(), ":"); first != "a\ufffd[31m\ufffdb.toml" {
		t.Errorf("got %q", first)
	}
}
