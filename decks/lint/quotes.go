package lint

import (
	"strings"

	"recto/decks"
	"recto/decks/edit"
)

// quotation is how a language writes words in quotation marks.
var quotation = map[string][2]string{
	"en": {"“", "”"}, "de": {"„", "“"}, "fr": {"« ", " »"}, "es": {"«", "»"}, "pt": {"“", "”"},
}

// quotes tells of quotation marks that a keyboard or another program made.
func quotes(c *checker, q *decks.Question) {
	if !anyText(q, func(s string) bool { return strings.Contains(s, "``") || strings.Contains(s, `"`) }) {
		return
	}
	for _, t := range c.typed(q) {
		switch pair, known := quotation[language(q)]; {
		case wrapped(t.text) && !q.Exact && !strings.ContainsAny(q.Ask+q.Text, "`"):
			if t.text != q.Ask {
				c.found(q, t.at(), "quotation marks stand around the whole text", "take them out: TOML has its own", unwrap(t)...)
			}
		case !known:
		case strings.Contains(t.text, "``") && texQuotes(t.text) != "":
			inside := texQuotes(t.text)
			c.requote(q, t, "``"+inside+"''", pair[0]+inside+pair[1], "quotation marks of TeX begin code here")
		case halfQuotes(t.text, pair) != "":
			whole := halfQuotes(t.text, pair)
			open := strings.TrimSpace(pair[0])
			c.requote(q, t, whole, strings.TrimSuffix(whole, `"`)+strings.TrimPrefix(pair[1], " "), "quotation marks open with "+open+` and close with "`)
		}
	}
}

// wrapped reports whether straight quotation marks stand around a whole text.
func wrapped(s string) bool {
	return len(s) > 2 && s[0] == '"' && s[len(s)-1] == '"' && !strings.Contains(s[1:len(s)-1], `"`)
}

// unwrap returns the splices that take the marks away, of the text and of the
// options that must stay the same.
func unwrap(t typed) []edit.Splice {
	var fix []edit.Splice
	for _, l := range append([]located{t.located}, t.also...) {
		at := l.at()
		raw := at.Text()
		mark := `\"`
		if strings.HasPrefix(raw, "'") {
			mark = `"`
		}
		if len(raw) < 2+2*len(mark) || !strings.HasPrefix(raw[1:], mark) || !strings.HasSuffix(raw[:len(raw)-1], mark) || strings.HasPrefix(raw, "'''") || strings.HasPrefix(raw, `"""`) {
			return nil
		}
		fix = append(fix, swap(at.Within(1, 1+len(mark)), ""), swap(at.Within(len(raw)-1-len(mark), len(raw)-1), ""))
	}
	return fix
}

// texQuotes returns what stands between the first “ and ” as TeX writes them,
// “” for none.
func texQuotes(s string) string {
	_, rest, found := strings.Cut(s, "``")
	inside, _, closed := strings.Cut(rest, "''")
	if !found || !closed || strings.Contains(inside, "`") {
		return ""
	}
	return inside
}

// halfQuotes returns the stretch of a text that opens with the mark of the
// language and closes with a straight one, marks included; "" for none.
func halfQuotes(s string, pair [2]string) string {
	open := strings.TrimSpace(pair[0])
	start := strings.Index(s, open)
	if start < 0 || strings.Contains(s, strings.TrimSpace(pair[1])) && open != strings.TrimSpace(pair[1]) || strings.Count(s, `"`) != 1 || strings.Count(s, open) != 1 {
		return ""
	}
	end := strings.Index(s[start:], `"`)
	if end < 0 {
		return ""
	}
	return s[start : start+end+1]
}

// requote tells of marks and repairs them where they are written as they read.
func (c *checker) requote(q *decks.Question, t typed, old, with, message string) {
	var fix []edit.Splice
	for _, l := range append([]located{t.located}, t.also...) {
		at := l.at()
		raw := at.Text()
		written, now := old, with
		if strings.HasPrefix(raw, `"`) {
			written, now = strings.ReplaceAll(old, `"`, `\"`), strings.ReplaceAll(with, `"`, `\"`)
		}
		start := once(raw, written)
		if start < 0 || strings.ContainsAny(old, `\`) {
			fix = nil
			break
		}
		fix = append(fix, swap(at.Within(start, start+len(written)), now))
	}
	if q.Derived && t.text == q.Ask {
		fix = nil // the id of the question is made from its text
	}
	c.found(q, t.at(), message, "write "+with, fix...)
}
