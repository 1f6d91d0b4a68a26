package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"recto/decks"
)

// Warning is something of a question that paper cannot show as written: the
// characters of one script that no font has, or a text that is not laid out.
type Warning struct {
	Number   int             // of the question on the sheet; 0 outside questions
	Question *decks.Question // nil outside questions
	Script   string          // "Hangul", "Hebrew"; Common and Inherited are signs of many scripts
	Text     string          // the characters, each once, or the first text that is not laid out
	Unset    string          // why the script is not laid out; "" when only glyphs are missing
}

// String names the question and the characters.
func (w Warning) String() string {
	where := "the sheet's own text"
	if w.Question != nil {
		where = fmt.Sprintf("question %d (%s:%d)", w.Number, w.Question.File, w.Question.Pos.Line)
	}
	if w.Unset != "" {
		return fmt.Sprintf("%s: %q is %s, which is not printed yet; %s stands in its place", where, w.Text, w.Unset, placeholder(w.Script))
	}
	r, _ := utf8.DecodeRuneInString(w.Text)
	more, its := "", "its"
	if n := utf8.RuneCountInString(w.Text) - 1; n > 0 {
		more, its = fmt.Sprintf(" and %d more", n), "their"
		if w.Script != "Common" && w.Script != "Inherited" {
			more += " of " + w.Script
		}
	}
	return fmt.Sprintf("%s: no font has %q (U+%04X)%s; \uFFFD is printed in %s place", where, r, r, more, its)
}

// Hint says which font has the characters, "" where none would help.
func (w Warning) Hint() string {
	if w.Unset != "" {
		return ""
	}
	switch w.Script {
	case "Hangul":
		return "install a font for Hangul: fonts-nanum on Debian; Windows has Malgun Gothic, macOS AppleGothic"
	case "Han", "Hiragana", "Katakana", "Bopomofo":
		return "install a font for Chinese and Japanese with TrueType outlines: fonts-wqy-microhei or fonts-ipafont on Debian; Windows has SimSun and MS Gothic, macOS Arial Unicode"
	}
	return "install a font that has it, fonts-noto-core on Debian has most scripts, or name one: --font FILE.ttf"
}

// MergeWarnings puts together what is said of the same question and script, as
// sheet and key each say it.
func MergeWarnings(warnings []Warning) (out []Warning) {
	for _, w := range warnings {
		i := slices.IndexFunc(out, w.alike)
		if i < 0 {
			out = append(out, w)
			continue
		}
		out[i].add(w.Text)
	}
	return out
}

// alike reports whether two warnings are of the same question and script.
func (w Warning) alike(v Warning) bool {
	return w.Number == v.Number && w.Question == v.Question && w.Script == v.Script && w.Unset == v.Unset
}

// add adds characters that are missing.
func (w *Warning) add(text string) {
	if w.Unset != "" {
		return
	}
	for _, r := range text {
		if !strings.ContainsRune(w.Text, r) {
			w.Text += string(r)
		}
	}
}

// placeholder is what stands for a text of a script that is not laid out.
func placeholder(script string) string { return "[" + script + "]" }
