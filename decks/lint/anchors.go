package lint

import (
	"fmt"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// noSource tells of questions that say where in a source they stand, in a deck
// that names none.
func noSource(c *checker, d *decks.Deck) {
	if d.Source != nil {
		return
	}
	for _, q := range d.Questions {
		if len(q.From) > 0 && !c.allowed(q) {
			c.found(q, q.KeyPlace("from"), "the question says where it is from, and the deck names no source",
				`name the article or book: [source] with title = "..."`)
			return
		}
	}
}

// sectionTypo tells of an anchor to a section that no other question names and
// that is a slip away from one that others do.
func sectionTypo(c *checker, d *decks.Deck) {
	used := map[string]int{}
	for _, q := range d.Questions {
		for _, section := range sectionsOf(q) {
			used[section]++
		}
	}
	meant := misspelled(used)
	for _, q := range d.Questions {
		for i, a := range q.From {
			right := meant[a.Section]
			if right == "" || c.allowed(q) {
				continue
			}
			at := q.Place("from", "section")
			if !at.Found() {
				at = q.Place("from", i, "section")
			}
			c.found(q, at, fmt.Sprintf("no other question is from a section %s", quoted(a.Section)), fmt.Sprintf("did you mean %s?", quotedWhole(right)))
			break
		}
	}
}

// sectionsOf returns the sections that a question is from, each once.
func sectionsOf(q *decks.Question) []string {
	var sections []string
	for i, a := range q.From {
		if a.Section != "" && (i == 0 || !namesSection(q.From[:i], a.Section)) {
			sections = append(sections, a.Section)
		}
	}
	return sections
}

func namesSection(anchors []decks.Anchor, section string) bool {
	for _, a := range anchors {
		if a.Section == section {
			return true
		}
	}
	return false
}

// quotedWhole returns a name for a hint, all of it: the author may copy it.
func quotedWhole(s string) string {
	if r := []rune(s); len(r) > 120 {
		return quoted(s)
	}
	return `"` + strings.TrimSpace(markup.OneLine(s)) + `"`
}
