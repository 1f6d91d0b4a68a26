package ground

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recto/decks"
)

// anchored is where the anchors of a question point to.
type anchored struct {
	passages []int32        // ascending
	places   map[int32]bool // of them those that an anchor names or quotes, and not just their section
	broken   bool           // an anchor points to nothing
	inferred bool
	free     bool // an anchor stands for the whole article: a page
	wrong    []wrongAnchor
}

// anchored looks the anchors of a question up.
func (c *checker) anchored(q *decks.Question) anchored {
	at := anchored{places: map[int32]bool{}}
	for i, a := range q.From {
		at.inferred = at.inferred || a.Inferred
		passages, whole, wrong := c.passagesOf(a)
		if wrong != nil {
			at.broken = true
			wrong.place = c.anchorPlace(q, i, wrong.key)
			at.wrong = append(at.wrong, *wrong)
			continue
		}
		at.free = at.free || whole
		for _, n := range passages {
			at.places[n] = at.places[n] || a.Paragraph > 0 || a.Quote != "" || len(passages) == 1
		}
		at.passages = append(at.passages, passages...)
	}
	slices.Sort(at.passages)
	at.passages = slices.Compact(at.passages)
	return at
}

// wrongAnchor is why an anchor points to nothing.
type wrongAnchor struct {
	code, key     string
	message, hint string
	place         decks.Place
}

// passagesOf returns the passages that an anchor names; whole when that is the
// article, as of a page.
func (c *checker) passagesOf(a decks.Anchor) (passages []int32, whole bool, wrong *wrongAnchor) {
	if a.Quote != "" {
		passages, most := c.index.quoted(a.Quote)
		if len(passages) == 0 {
			return nil, false, c.wrongQuote(a.Quote, most)
		}
		return passages, false, nil
	}
	if a.Section == "" && a.Paragraph == 0 {
		if a.Page != "" {
			return c.index.every(), true, nil
		}
		if sections := c.index.article.Sections; sections[0].Heading != "" {
			return nil, false, c.wrongSection(a)
		}
	}
	all, known := c.index.headings[fold(a.Section)]
	most := 0
	for _, n := range all {
		paragraph := c.index.passages[n].ref.Paragraph + 1
		most = max(most, paragraph)
		if a.Paragraph == 0 || paragraph == a.Paragraph {
			passages = append(passages, n)
		}
	}
	switch {
	case !known:
		return nil, false, c.wrongSection(a)
	case len(passages) == 0:
		return nil, false, &wrongAnchor{"anchor-missing", "paragraph",
			fmt.Sprintf("%s has no paragraph %d", sectionName(a.Section), a.Paragraph), "it has " + counted(most, "paragraph"), decks.Place{}}
	}
	return passages, false, nil
}

func (c *checker) wrongSection(a decks.Anchor) *wrongAnchor {
	var headings []string
	for _, s := range c.index.article.Sections {
		if s.Heading != "" {
			headings = append(headings, s.Heading)
		}
	}
	wrong := &wrongAnchor{code: "anchor-missing", key: "section"}
	if wrong.message = fmt.Sprintf("the article has no section %q", a.Section); a.Section == "" {
		wrong.message = "nothing stands before the first heading of the article"
	}
	switch near := decks.Nearest(a.Section, headings); {
	case near != "":
		wrong.hint = fmt.Sprintf("did you mean %q?", near)
	case len(headings) == 0:
		wrong.hint = `the article has no headings: section = ""`
	default:
		wrong.hint = "its sections are " + quotedList(headings, 8)
	}
	return wrong
}

func (c *checker) wrongQuote(quote string, most int) *wrongAnchor {
	wrong := &wrongAnchor{code: "quote-not-found", message: fmt.Sprintf("the article has no such words as %q", excerpt(plainText(quote)))}
	if tokens := tokenize(plainText(quote), c.index.language); most > 0 && most < len(tokens) {
		wrong.hint = fmt.Sprintf("it has them up to %q", excerptEnd(plainText(quote)[:tokens[most-1].end]))
	}
	return wrong
}

// anchorPlace returns where anchor i of a question stands in its file, or a key of it.
func (c *checker) anchorPlace(q *decks.Question, i int, key string) decks.Place {
	paths := [][]any{{"from", i, key}, {"from", key}, {"from", i}, {"from"}}
	if len(q.From) > 1 {
		paths = [][]any{{"from", i, key}, {"from", i}, {"from"}}
	}
	for _, path := range paths {
		if last := len(path) - 1; path[last] == "" {
			continue
		}
		if place := q.Place(path...); place.Found() {
			return place
		}
	}
	return q.Place()
}

// sectionName returns a section for a message.
func sectionName(heading string) string {
	if heading == "" {
		return "the part before the first heading"
	}
	return fmt.Sprintf("section %q", heading)
}

// Name returns a place for a message: section "A heading", paragraph 2.
func (a *Article) Name(r Ref) string {
	return fmt.Sprintf("section %q, paragraph %d", a.Sections[r.Section].Heading, r.Paragraph+1)
}

// Anchor returns a place as a deck writes it: { section = "A heading", paragraph = 2 }.
func (a *Article) Anchor(r Ref) string {
	return fmt.Sprintf("{ section = %s, paragraph = %d }", tomlString(a.Sections[r.Section].Heading), r.Paragraph+1)
}

// from returns the key that anchors a question at places.
func (a *Article) from(refs []Ref) string {
	anchors := make([]string, len(refs))
	for i, r := range refs {
		anchors[i] = a.Anchor(r)
	}
	if len(anchors) == 1 {
		return "from = " + anchors[0]
	}
	return "from = [" + strings.Join(anchors, ", ") + "]"
}

// tomlString writes a text of one line as a basic string of TOML.
func tomlString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// quotedList names some of a list.
func quotedList(items []string, most int) string {
	names := make([]string, 0, most)
	for i, item := range items {
		if i == most {
			names = append(names, fmt.Sprintf("and %d more", len(items)-most))
			break
		}
		names = append(names, strconv.Quote(excerpt(item)))
	}
	return strings.Join(names, ", ")
}

// maxExcerpt is how many characters of a text a message shows.
const maxExcerpt = 60

func excerpt(s string) string {
	s = tidy(s)
	n := 0
	for i := range s {
		if n == maxExcerpt {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// excerptEnd returns the end of a text, short enough for a message.
func excerptEnd(s string) string {
	runes := []rune(tidy(s))
	if len(runes) <= maxExcerpt {
		return string(runes)
	}
	return "…" + string(runes[len(runes)-maxExcerpt:])
}
