package lint

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/edit"
)

// uselessAccept tells of accepted forms that the marking takes anyway.
func uselessAccept(c *checker, q *decks.Question) {
	forms := accepted(q)
	if len(forms) == 0 {
		return
	}
	articles := c.articles(q)
	fold := func(s string) string {
		if q.Exact {
			return strings.TrimSpace(norm.NFC.String(s))
		}
		return foldForm(s, articles)
	}
	rejected := map[string]bool{}
	for _, r := range q.Reject {
		rejected[fold(r)] = true // then the signs count
	}
	before := map[string][]string{} // the folded forms of an answer that were seen
	for i, f := range forms {
		folded := fold(f.text)
		if before[f.of] == nil {
			before[f.of] = []string{fold(f.of)}
		}
		at := slices.Index(before[f.of], folded)
		before[f.of] = append(before[f.of], folded)
		why := ""
		switch {
		case rejected[folded] || folded == "":
		case at == 0 && q.Exact:
			why = quoted(f.text) + " is the answer itself: blanks around it do not count"
		case at == 0:
			why = quoted(f.text) + " is the answer itself: case, articles and outer punctuation do not count"
		case at > 0:
			why = quoted(f.text) + " is accepted twice"
		case q.Kind == decks.Number && passes(q, f.Value):
			why = quoted(f.text) + " lies within the tolerance"
		}
		if why != "" {
			c.found(q, q.Place(f.path...), why, "take it out", dropForm(q, forms, i)...)
		}
	}
}

// passes reports whether the tolerance of a question lets a number pass.
func passes(q *decks.Question, v decks.Value) bool {
	if v.Type != decks.IntegerValue && v.Type != decks.FloatValue {
		return false
	}
	answer, err := strconv.ParseFloat(q.Answers[0].Text, 64)
	n, err2 := strconv.ParseFloat(v.Text, 64)
	low, high := passing(answer, q.Tolerance)
	return err == nil && err2 == nil && low <= n && n <= high
}

// dropForm returns the splice that takes a form out of its array, with the
// whole accept when nothing would be left in that; none when a comment stands
// where it would cut.
func dropForm(q *decks.Question, forms []form, i int) []edit.Splice {
	array := forms[i].path[:len(forms[i].path)-1]
	place := func(n int) decks.Place { return q.Place(append(slices.Clone(array), n)...) }
	n := forms[i].path[len(array)].(int)
	this, next := place(n), place(n+1)
	var before decks.Place
	if n > 0 {
		before = place(n - 1)
	}
	whole := q.Place(array...)
	switch {
	case !this.Found():
	case next.Found():
		if !strings.Contains(between(whole, this.End, next.Start), "#") {
			return []edit.Splice{{Start: this.Start, End: next.Start}}
		}
	case before.Found():
		if !strings.Contains(between(whole, before.End, this.Start), "#") {
			return []edit.Splice{{Start: before.End, End: this.End}}
		}
	case len(array) == 1 && !strings.Contains(whole.Text(), "#"):
		return dropAccept(q, whole)
	}
	return nil
}

// dropAccept returns the splice that takes the accept of a question out, with
// its line or with the comma before it; none where something else stands on the
// line, or it is the first in braces.
func dropAccept(q *decks.Question, value decks.Place) []edit.Splice {
	block := q.Block()
	before := between(block, block.Start, q.KeyPlace("accept").Start)
	above := strings.TrimRight(before, " \t")
	if block.Text()[0] == '{' {
		if !strings.HasSuffix(above, ",") {
			return nil
		}
		return []edit.Splice{{Start: block.Start + len(above) - 1, End: value.End}}
	}
	behind := value.Behind()
	line, is := strings.CutSuffix(above, "\n")
	if !is || strings.TrimSpace(behind) != "" {
		return nil
	}
	return []edit.Splice{{Start: block.Start + len(strings.TrimSuffix(line, "\r")), End: value.End + len(behind)}}
}

// between returns the bytes of a place from start to end, offsets in the file.
func between(p decks.Place, start, end int) string {
	return p.Within(start-p.Start, end-p.Start).Text()
}
