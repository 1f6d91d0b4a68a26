package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"recto/decks"
)

// tagTypo tells of a tag that one question has and that is a slip away from
// one which several have, in all decks of the check.
func tagTypo(c *checker, loaded []*decks.Deck) {
	used := map[string]int{}
	for _, d := range loaded {
		for _, q := range d.Questions {
			for _, tag := range q.Tags {
				used[tag]++
			}
		}
	}
	meant := misspelled(used)
	if len(meant) == 0 {
		return
	}
	for _, d := range loaded {
		for _, q := range d.Questions {
			for _, tag := range q.Tags {
				if right := meant[tag]; right != "" && !c.allowed(q) {
					c.found(q, tagPlace(q, tag), fmt.Sprintf("no other question has the tag %s", quoted(tag)), fmt.Sprintf("did you mean %s?", quotedWhole(right)))
				}
			}
		}
	}
}

// tagPlace returns where a question writes a tag, nowhere when it inherits it.
func tagPlace(q *decks.Question, tag string) decks.Place {
	for i := 0; ; i++ {
		at := q.Place("tags", i)
		if !at.Found() || strings.Trim(at.Text(), `"'`) == tag {
			return at
		}
	}
}

// often is how many uses of a name make it the right one beside one that is
// used once.
const often = 3

// misspelled returns, for each name that is used once and is a slip away from
// one that is used often, that one: the one used most, of several the first
// by the alphabet. A slip is a letter in a word of five or more, a capital
// letter, a sign or a space; never a figure, nor what tells "Part I" from
// "Part II".
func misspelled(used map[string]int) map[string]string {
	var names []string
	for name, n := range used {
		if n == 1 || n >= often {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	meant := map[string]string{}
	better := func(wrong, right string) {
		if used[wrong] == 1 && used[right] >= often && (meant[wrong] == "" || used[right] > used[meant[wrong]]) {
			meant[wrong] = right
		}
	}
	for _, p := range namesakes(names) {
		better(names[p[0]], names[p[1]])
		better(names[p[1]], names[p[0]])
	}
	return meant
}

// namesakes returns the pairs of names, by their numbers, that spell the same
// or have one word in which a slip would make them so.
func namesakes(names []string) [][2]int {
	joined, shapes := make([]string, len(names)), make([][]string, len(names))
	for i, name := range names {
		shapes[i] = shape(name)
		joined[i] = strings.Join(shapes[i], "")
	}
	var pairs [][2]int
	neighbours(joined, func(string) bool { return true }, func(a, b uint32) {
		if joined[a] == joined[b] || oneWordApart(shapes[a], shapes[b]) {
			pairs = append(pairs, [2]int{int(a), int(b)})
		}
	})
	slices.SortFunc(pairs, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(pairs)
}

// oneWordApart reports whether the words of two names are the same but for
// one, which is a slip away from its counterpart.
func oneWordApart(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		differ++
		if !maySlip(a[i]) || !maySlip(b[i]) || !oneSlip(a[i], b[i]) || roman(a[i]) && roman(b[i]) {
			return false
		}
	}
	return differ == 1
}

// shape returns the words of a name in lower case; a name without any is its
// own.
func shape(name string) []string {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !inWord(r) && !unicode.IsSymbol(r) && r != '#' })
	if len(parts) == 0 {
		return []string{name}
	}
	return parts
}

// roman reports whether a word may be a number in Roman figures.
func roman(w string) bool { return strings.Trim(w, "ivxlcdm") == "" }
