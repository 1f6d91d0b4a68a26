package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recto/decks"
)

// Sections say under which headings the questions of a sheet stand.
type Sections uint8

// The sections of a sheet.
const (
	ByGroup   Sections = iota // as the deck's author wrote them
	ByTag                     // one for each tag
	ByDeck                    // one for each deck, the author's inside
	Undivided                 // none: only what questions need to be understood
)

// ParseSections returns the sections of a name.
func ParseSections(name string) (Sections, error) {
	switch name {
	case "group":
		return ByGroup, nil
	case "tag":
		return ByTag, nil
	case "deck":
		return ByDeck, nil
	case "none":
		return Undivided, nil
	}
	return 0, fmt.Errorf("unknown sections %q: choose group, tag, deck or none", name)
}

// Divide returns the questions in other sections than those of their authors:
// copies that differ in nothing but their groups. A group that has a text or a
// picture stays together, and goes where its first question belongs.
//
// By tag, a question stands under the first of its tags that not all questions
// have; tags come in the order in which they are first met, or in that of
// wanted when it names some. Questions without such a tag come last, under a
// heading in the language, or in that of their deck when it is "".
func Divide(qs []*decks.Question, how Sections, wanted []string, language string) []*decks.Question {
	d := divider{groups: map[*decks.Group]*decks.Group{}, sections: map[string]*decks.Group{}}
	switch how {
	case ByGroup:
		return qs
	case ByTag:
		if language == "" && len(qs) > 0 && qs[0].Deck != nil {
			language = qs[0].Deck.Language
		}
		d.tagged(qs, wanted, labelsFor(language).others)
	case ByDeck:
		d.section = func(q *decks.Question) *decks.Group {
			if q.Deck == nil {
				return nil
			}
			return d.named(q.Deck.ID, q.Deck.Title)
		}
		d.keepsTitles = true
	case Undivided:
		d.section = func(*decks.Question) *decks.Group { return nil }
	}
	out := make([]*decks.Question, len(qs))
	for i, q := range qs {
		c := *q
		c.Group = d.group(q.Group, q)
		out[i] = &c
	}
	return d.inOrder(out)
}

// Sparse reports whether fewer than two and a half questions stand under a
// heading, in the mean.
func Sparse(qs []*decks.Question) bool {
	headings := map[*decks.Group]bool{}
	for _, q := range qs {
		if section := sectionOf(q); section != nil && section.Title != "" {
			headings[section] = true
		}
	}
	return len(headings) > 1 && 2*len(qs) < 5*len(headings)
}

type divider struct {
	section     func(*decks.Question) *decks.Group
	keepsTitles bool                          // of groups without a text
	groups      map[*decks.Group]*decks.Group // new for old
	sections    map[string]*decks.Group
	order       []*decks.Group // of the sections, when they have one
}

func (d *divider) named(key, title string) *decks.Group {
	g := d.sections[key]
	if g == nil {
		g = &decks.Group{Name: key, Title: title}
		d.sections[key] = g
	}
	return g
}

// tagged prepares sections by tag.
func (d *divider) tagged(qs []*decks.Question, wanted []string, others string) {
	count := map[string]int{}
	var met []string
	for _, q := range qs {
		for _, t := range q.Tags {
			if count[t] == 0 {
				met = append(met, t)
			}
			count[t]++
		}
	}
	if len(wanted) > 0 {
		met = wanted
	} else {
		met = slices.DeleteFunc(met, func(t string) bool { return count[t] == len(qs) })
	}
	for _, t := range met {
		d.order = append(d.order, d.named("tag "+t, headline(t)))
	}
	rest := d.named("", others)
	d.order = append(d.order, rest)
	if len(met) == 0 {
		rest.Title = "" // it would be the only one
	}
	d.section = func(q *decks.Question) *decks.Group {
		for _, t := range met {
			if slices.Contains(q.Tags, t) {
				return d.sections["tag "+t]
			}
		}
		return rest
	}
}

// headline is a tag as a heading: a space for each sign that joins words, a
// capital letter at the beginning.
func headline(tag string) string {
	text := strings.NewReplacer("-", " ", "_", " ").Replace(tag)
	first, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[n:]
}

// group returns what stands for an old group: itself below its new section, or
// the section alone when there is nothing of it to be seen.
func (d *divider) group(old *decks.Group, q *decks.Question) *decks.Group {
	if old == nil {
		return d.section(q)
	}
	if g, ok := d.groups[old]; ok {
		return g
	}
	if !d.keepsTitles && !shows(old) {
		return d.group(old.Parent, q)
	}
	c := *old
	c.Parent = d.group(old.Parent, q)
	d.groups[old] = &c
	return &c
}

// shows reports whether a group has something that its questions need.
func shows(g *decks.Group) bool { return g.Text != "" || g.Image != "" }

// inOrder puts questions into the order of their sections.
func (d *divider) inOrder(qs []*decks.Question) []*decks.Question {
	place := map[*decks.Group]int{}
	for i, g := range d.order {
		place[g] = i
	}
	slices.SortStableFunc(qs, func(a, b *decks.Question) int {
		return place[sectionOf(a)] - place[sectionOf(b)]
	})
	return qs
}
