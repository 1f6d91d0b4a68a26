package practice

import (
	"cmp"
	"slices"
	"strings"

	"recto/decks"
)

// tags returns what the questions of each tag came to, the weakest first.
func tags(questions []Marked) []Tally {
	var all []Tally
	at := map[string]int{}
	for _, m := range questions {
		for _, tag := range m.Question.Tags {
			i, ok := at[tag]
			if !ok {
				i = len(all)
				at[tag] = i
				all = append(all, Tally{Name: tag})
			}
			all[i].add(m)
		}
	}
	slices.SortFunc(all, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(a.Percent(), b.Percent()), strings.Compare(a.Name, b.Name))
	})
	return all
}

// sections returns what the questions of each group came to, in the order of
// the paper: a question counts in the group that it stands in, not again in
// the groups around that. Questions of no group are together under "". Where
// there is no group at all it returns nil.
func sections(questions []Marked) []Tally {
	var all []Tally
	at := map[*decks.Group]int{}
	grouped := false
	for _, m := range questions {
		g := m.Question.Group
		i, ok := at[g]
		if !ok {
			i = len(all)
			at[g] = i
			all = append(all, Tally{Name: m.Section})
		}
		all[i].add(m)
		grouped = grouped || g != nil
	}
	if !grouped {
		return nil
	}
	return all
}

// sectionName returns the title of a group behind those of the groups around
// it, as markup; its name where it has no title.
func sectionName(g *decks.Group) string {
	var names []string
	for _, p := range g.Path() {
		switch {
		case p.Title != "":
			names = append(names, p.Title)
		case p == g:
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, " › ")
}
