package answer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// phrase is a text after folding: its words in order.
type phrase []word

// word is a run of letters, digits and signs. Glued words were joined to the
// word before by a hyphen or a point, which may as well be a space or nothing.
type word struct {
	text  string // folded, accents kept
	long  string // text with ä as ae and so on where the language does that
	glued bool
}

// written returns s with nothing but NFC and the outer trim, as `exact` and a
// reject compare it.
func written(s string) string { return strings.TrimSpace(norm.NFC.String(s)) }

// variants folds width, dashes, quotes, the micro sign, figures set low (no
// keyboard has H₂O) and every kind of space. It keeps case and all signs.
func variants(s string) string {
	s = width.Fold.String(norm.NFC.String(s))
	return strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
			return '-'
		case '‘', '’', '‚', '‛', '′', '´', '`', 'ʼ', 'ʻ', '＇':
			return '\''
		case '“', '”', '„', '‟', '″', '«', '»', '‹', '›', '＂':
			return '"'
		case 'µ':
			return 'μ'
		case '₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉':
			return '0' + r - '₀'
		case '\u200b', '\u00ad', '\ufeff', '\u2060':
			return -1
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}

// lower folds case on top of variants, and makes each run of space one. ß
// becomes ss.
func lower(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(cases.Fold().String(variants(s)))), " ")
}

// fold returns the words of s: case, outer punctuation of each word, hyphens
// and points inside words folded, the spellings of the language made one.
func (t tongue) fold(s string) phrase {
	var p phrase
	for _, field := range joinRanges(strings.Fields(lower(s))) {
		field = t.ungroup(trimSigns(field))
		if field == "" {
			continue
		}
		for i, part := range splitInside(field) {
			p = append(p, t.newWord(part, i > 0))
		}
	}
	return p
}

// joinRanges joins two numbers with a dash by itself between: "1939 - 1945".
func joinRanges(fields []string) []string {
	var out []string
	for i, field := range fields {
		n := len(out)
		switch {
		case n > 1 && out[n-1] == "-" && endsInDigit(out[n-2]) && field[0] >= '0' && field[0] <= '9':
			out = append(out[:n-2], out[n-2]+"-"+field)
		default:
			out = append(out, fields[i])
		}
	}
	return out
}

func endsInDigit(s string) bool { return s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// ungroup removes the signs between the thousands of whole numbers, also of two
// with a dash between.
func (t tongue) ungroup(word string) string {
	if before, after, _ := strings.Cut(word, "-"); strings.Count(word, "-") == 1 {
		return t.ungroup(before) + "-" + t.ungroup(after)
	}
	head, rest := digits(word)
	if t.group == 0 || head == "" || len(head) > 3 || rest == "" {
		return word
	}
	for rest != "" {
		group, found := strings.CutPrefix(rest, string(t.group))
		three, after := digits(group)
		if !found || len(three) != 3 {
			return word
		}
		head, rest = head+three, after
	}
	return head
}

func (t tongue) newWord(text string, glued bool) word {
	if t.british {
		text = oneSpelling(text)
	}
	w := word{text: text, long: text, glued: glued}
	if t.expand {
		w.long = umlauts.Replace(text)
	}
	return w
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// trimSigns removes the punctuation around a word. A sign at a number stays
// ("-5", "+5", ".5"), and so does what is no punctuation ("C++", "C#", "5%",
// ":=").
func trimSigns(s string) string {
	rs := []rune(s)
	if !slices.ContainsFunc(rs, isWordRune) && slices.ContainsFunc(rs, unicode.IsSymbol) {
		return s
	}
	for len(rs) > 0 && isOuter(rs[len(rs)-1]) {
		if rs[len(rs)-1] == ')' && isOpen(rs[:len(rs)-1]) {
			break
		}
		rs = rs[:len(rs)-1]
	}
	for len(rs) > 0 && isOuter(rs[0]) {
		if len(rs) > 1 && (rs[0] == '-' || rs[0] == '.') && unicode.IsDigit(rs[1]) {
			break
		}
		if len(rs) > 2 && rs[0] == '-' && rs[1] == '.' && unicode.IsDigit(rs[2]) {
			break
		}
		rs = rs[1:]
	}
	return string(rs)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// isOpen reports whether a bracket inside the word still waits for its end.
func isOpen(rs []rune) bool {
	depth := 0
	for i, r := range rs {
		switch {
		case r == '(' && i > 0:
			depth++
		case r == ')' && depth > 0:
			depth--
		}
	}
	return depth > 0
}

// isOuter reports whether r is punctuation that folding removes around words.
func isOuter(r rune) bool {
	switch r {
	case '#', '%', '&', '@', '§', '‰', '°':
		return false
	}
	return unicode.IsPunct(r)
}

// splitInside splits a word at hyphens and points that do not stand between
// digits.
func splitInside(s string) []string {
	rs := []rune(s)
	var parts []string
	start := 0
	for i := 1; i < len(rs)-1; i++ {
		if rs[i] != '-' && rs[i] != '.' && rs[i] != '·' && rs[i] != '・' {
			continue
		}
		if unicode.IsDigit(rs[i-1]) && unicode.IsDigit(rs[i+1]) || i == start {
			if i == start {
				start++
			}
			continue
		}
		parts = append(parts, string(rs[start:i]))
		start = i + 1
	}
	if start < len(rs) {
		parts = append(parts, string(rs[start:]))
	}
	return parts
}

// stripped returns p without opening fillers and without articles; the last
// word always stays.
func (t tongue) stripped(p phrase) phrase {
	for again := true; again; {
		again = false
		for _, filler := range t.fillers {
			if len(p) > len(filler) && p.begins(filler) {
				p, again = p[len(filler):], true
				break
			}
		}
		if !again && len(p) > 1 && t.isArticle(p, 0) {
			p, again = p[1:], true
		}
	}
	var kept phrase
	for i, w := range p {
		if i < len(p)-1 && t.isArticle(p, i) {
			continue
		}
		for _, e := range t.elided {
			if rest := strings.TrimPrefix(w.text, e); rest != "" {
				w.text, w.long = rest, strings.TrimPrefix(w.long, e)
			}
		}
		if len(kept) == 0 {
			w.glued = false
		}
		kept = append(kept, w)
	}
	return kept
}

// isArticle reports whether word i of p is an article, not a part of a longer
// word.
func (t tongue) isArticle(p phrase, i int) bool {
	return !p[i].glued && (i+1 == len(p) || !p[i+1].glued) && slices.Contains(t.articles, p[i].text)
}

// begins reports whether p begins with whole words.
func (p phrase) begins(words []string) bool {
	for i, w := range words {
		if p[i].text != w || p[i].glued {
			return false
		}
	}
	return len(p) == len(words) || !p[len(words)].glued
}

// same reports whether two spelt phrases read alike: a glued boundary may be a
// space, another glued one or nothing.
func same(x, y []byte) bool {
	i, j := 0, 0
	for i < len(x) && j < len(y) {
		gapX, gapY := x[i] == ' ' || x[i] == glue, y[j] == ' ' || y[j] == glue
		if gapX != gapY && (gapX && x[i] == ' ' || gapY && y[j] == ' ') {
			return false
		}
		if gapX {
			i++
		}
		if gapY {
			j++
		}
		if !gapX && !gapY {
			if x[i] != y[j] {
				return false
			}
			i, j = i+1, j+1
		}
	}
	return i == len(x) && j == len(y)
}

// glue stands for a boundary between glued words.
const glue = 0

// spell returns the words as bytes with ' ' or glue between.
func spell(p phrase) []byte {
	var b []byte
	for i, w := range p {
		switch {
		case i > 0 && w.glued:
			b = append(b, glue)
		case i > 0:
			b = append(b, ' ')
		}
		b = append(b, w.long...)
	}
	return b
}

// unaccented returns s without the accents of Latin, Greek and Cyrillic
// letters. Marks of other scripts are letters in their own right.
func unaccented(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < 0x80
	}
	if ascii {
		return s
	}
	var b strings.Builder
	drop := false
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			if drop {
				continue
			}
		} else {
			drop = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		}
		if plain, ok := strokes[r]; ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// strokes are letters whose accent is no mark of its own.
var strokes = map[rune]string{'ø': "o", 'ł': "l", 'đ': "d", 'ħ': "h", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ŧ': "t"}
