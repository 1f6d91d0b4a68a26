package export

import (
	"cmp"
	"slices"

	"recto/decks"
)

// mix returns questions, of one exam or of one of its groups, in the order of
// a version named by words. What moves moves within its section: a group with
// a title keeps its place, and what stands between two of those is shuffled,
// questions and groups without a title alike. Questions on one text or picture
// keep their order, since one may build on the other, unless their group says
// that they are shuffled. depth is how many groups all of qs have in common.
func mix(qs []*decks.Question, depth int, seed uint64, version []string) []*decks.Question {
	units := unitsOf(qs, depth)
	var around *decks.Group
	if depth > 0 {
		around = qs[0].Group.Path()[depth-1]
	}
	if around == nil || around.Shuffle || around.Text == "" && around.Image == "" {
		for i := 0; i < len(units); {
			j := i
			for j < len(units) && !units[j].section() {
				j++
			}
			shuffleUnits(units[i:j], seed, version)
			i = j + 1
		}
	}
	out := make([]*decks.Question, 0, len(qs))
	for _, u := range units {
		if u.group != nil {
			u.questions = mix(u.questions, depth+1, seed, version)
		}
		out = append(out, u.questions...)
	}
	return out
}

// unit is what moves as one: a question, or a group with all its questions.
type unit struct {
	group     *decks.Group // nil for a question
	questions []*decks.Question
}

func (u unit) section() bool { return u.group != nil && u.group.Title != "" }

// name tells a unit from all others of an exam.
func (u unit) name() string {
	if u.group != nil {
		return u.group.File + "\x00" + u.group.Name
	}
	return key(u.questions[0])
}

// unitsOf parts questions that have depth groups in common. Questions of one
// group are neighbours: gather has seen to it.
func unitsOf(qs []*decks.Question, depth int) []unit {
	var units []unit
	for _, q := range qs {
		var g *decks.Group
		if path := q.Group.Path(); len(path) > depth {
			g = path[depth]
		}
		if n := len(units); g != nil && n > 0 && units[n-1].group == g {
			units[n-1].questions = append(units[n-1].questions, q)
			continue
		}
		units = append(units, unit{g, []*decks.Question{q}})
	}
	return units
}

// shuffleUnits orders units by their lots. A unit's lot depends on nothing but
// seed, version and itself, so that one unit more leaves the others in their
// order.
func shuffleUnits(units []unit, seed uint64, version []string) {
	type ticket struct {
		lot  uint64
		unit unit
	}
	tickets := make([]ticket, len(units))
	for i, u := range units {
		words := slices.Concat([]string{"order"}, version, []string{u.name()})
		tickets[i] = ticket{newLots(seed, words...).next(), u}
	}
	slices.SortStableFunc(tickets, func(a, b ticket) int { return cmp.Compare(a.lot, b.lot) })
	for i, t := range tickets {
		units[i] = t.unit
	}
}
