package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recto/decks"
)

// drawn are questions that are alike in every way, and some that only seem so.
func drawn() []string {
	return []string{
		`ask = "What is the capital of France?"; answer = "Paris"`,
		`ask = "what is the capital of France"; answer = "Paris"`,
		`ask = "Which city is France's capital?"; answer = "the city of Paris"; accept = ["Paris"]`,
		`ask = "What is the capitol of France?"; answer = "Paris"`,
		`ask = "What is the capital of France?"; answer = "Lyon"`,
		`ask = "What is the capital of Peru?"; answer = "Lima"`,
		`ask = "What is the capital of Finland?"; answer = "Helsinki"`,
		`ask = "What is not the capital of France?"; answer = "Paris"`,
		`ask = "Who was the first person on the Moon in July 1969?"; answer = "Neil Armstrong"`,
		`ask = "Who was the first person that walked on the Moon in July 1969?"; answer = "Neil Armstrong"; accept = ["Armstrong"]`,
		`ask = "Who was the first person that quietly walked on the Moon in July 1969?"; answer = "Armstrong"`,
		`ask = "Who was the first person on the Moon in July 1970?"; answer = "Neil Armstrong"`,
		`ask = "shore"; answer = "Ufer"; reverse = true`,
		`ask = "bank"; answer = "Ufer"; reverse = true`,
		`ask = "Ufer"; answer = "shore"`,
		`cloze = "The Treaty of Rome was {{signed}} in March 1957."`,
		`cloze = "The Treaty of Rome was signed in March {{1957}}."`,
		`ask = "The Sun goes round the Earth."; answer = false`,
		`ask = "The Earth goes round the Sun."; answer = false`,
		`ask = "The Earth goes round the Sun"; answer = true`,
		`ask = "Which is a mammal?"; answer = "bat"; choices = ["bat", "crow"]`,
		`ask = "Which is a mammal?"; answer = "whale"; choices = ["tuna", "whale"]`,
	}
}

// deckOf parses questions, which are drawn with names of their own.
func deckOf(t interface{ Fatal(...any) }, questions []string) []*decks.Deck {
	var b strings.Builder
	b.WriteString("title = \"Drawn\"\n")
	for _, q := range questions {
		b.WriteString("\n[[question]]\n" + strings.ReplaceAll(q, "; ", "\n") + "\n")
	}
	d, err := decks.Parse("drawn.toml", []byte(b.String()), nil)
	if err != nil {
		t.Fatal(err)
	}
	return []*decks.Deck{d}
}

// drawQuestions draws some of them, each with an id.
func drawQuestions(t *rapid.T) []string {
	all := rapid.SliceOfN(rapid.SampledFrom(drawn()), 1, 12).Draw(t, "questions")
	for i := range all {
		all[i] = fmt.Sprintf("id = \"q%d\"; %s", i, all[i])
	}
	return all
}

// clusters returns which questions hang together, by their ids: those that are
// alike, and those alike to them.
func clusters(loaded []*decks.Deck) [][]string {
	cluster := map[string]string{}
	var root func(id string) string
	root = func(id string) string {
		if cluster[id] == "" || cluster[id] == id {
			return id
		}
		return root(cluster[id])
	}
	r := newReading()
	t := twins{reading: r, sides: r.sidesOf(loaded), allow: allowsAlike, tell: func(a, b *asked, _ likeness) {
		cluster[root(a.question.ID)] = root(b.question.ID)
	}}
	t.find()
	members := map[string][]string{}
	for _, q := range loaded[0].Questions {
		members[root(q.ID)] = append(members[root(q.ID)], q.ID)
	}
	var all [][]string
	for _, ids := range members {
		slices.Sort(ids)
		all = append(all, ids)
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

// Which questions are alike does not hang on their order.
func TestTwinsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions := drawQuestions(t)
		other := rapid.Permutation(questions).Draw(t, "other order")
		if a, b := clusters(deckOf(t, questions)), clusters(deckOf(t, other)); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%v\n%v\nin the order of\n%s", a, b, strings.Join(other, "\n"))
		}
	})
}

// What is told of a question stays told when another one is added.
func TestTwinsStayTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions := drawQuestions(t)
		told := idsOf(allAlike(deckOf(t, questions)))
		at := rapid.IntRange(0, len(questions)).Draw(t, "at")
		more := slices.Insert(slices.Clone(questions), at, `id = "new"; `+rapid.SampledFrom(drawn()).Draw(t, "new"))
		after := idsOf(allAlike(deckOf(t, more)))
		for _, id := range told {
			if !slices.Contains(after, id) {
				t.Errorf("%s is told no more", id)
			}
		}
	})
}

func idsOf(all []alike) []string {
	var ids []string
	for _, a := range all {
		ids = append(ids, a.later.question.ID)
	}
	return ids
}

// One frame with other subjects, numbers or answers is never told.
func TestTwinsOfTemplates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := rapid.SampledFrom([]string{
			`ask = "What is the capital of %s?"; answer = "%[2]s"`,
			`ask = "How many people lived in %s when the long war of the two brothers ended?"; answer = "%[2]s"`,
			`ask = "Which gender has the noun *%s*?"; answer = "%[2]s"`,
			`cloze = "The duke of %s signed the treaty in {{%[2]s}}."`,
			`ask = "%s lies on a river."; answer = true; explain = "%[2]s"`,
		}).Draw(t, "frame")
		subjects := rapid.SliceOfNDistinct(rapid.StringMatching(`[A-Z][a-z]{2,7}|[1-9][0-9]{1,3}`), 2, 20, strings.ToLower).Draw(t, "subjects")
		var questions []string
		for _, s := range subjects {
			questions = append(questions, fmt.Sprintf(frame, s, rapid.SampledFrom([]string{"one", "two"}).Draw(t, "answer")))
		}
		for _, a := range allAlike(deckOf(t, questions)) {
			t.Errorf("%q is told to be %q", a.later.question.Ask+a.later.question.Text, a.first.question.Ask+a.first.question.Text)
		}
	})
}

// TestWithinMissesNothing compares the search by the rarest words with one that
// compares all pairs.
func TestWithinMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields("amber birch cedar daisy elder furze gorse hazel")
		var questions []string
		for range rapid.IntRange(2, 12).Draw(t, "n") {
			chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(words), 3, 8, rapid.ID[string]).Draw(t, "words")
			questions = append(questions, fmt.Sprintf(`ask = "the %s"; answer = "plants"`, strings.Join(chosen, " the ")))
		}
		for i := range questions {
			questions[i] = fmt.Sprintf("id = \"q%d\"; %s", i, questions[i])
		}
		loaded := deckOf(t, questions)
		r := newReading()
		sides := r.sidesOf(loaded)
		got := map[[2]string]bool{}
		s := twins{reading: r, sides: sides, allow: allowsAlike, tell: func(a, b *asked, how likeness) {
			if how == within {
				got[contents(r, a, b)] = true
			}
		}}
		s.find()
		for i := range sides {
			for j := range sides[:i] {
				a, b := &sides[j], &sides[i]
				want := min(len(a.content), len(b.content)) >= withinOf-withinMost && (isWithin(a, b) || isWithin(b, a))
				if got[contents(r, a, b)] != want {
					t.Errorf("%s\n%s\none within the other: %v", questions[j], questions[i], want)
				}
			}
		}
	})
}

// contents names two contents; questions of one content stand for each other.
func contents(r *reading, a, b *asked) [2]string {
	name := func(s *asked) string {
		var words []string
		for _, n := range s.content {
			words = append(words, r.words[n])
		}
		slices.Sort(words)
		return strings.Join(words, " ")
	}
	pair := [2]string{name(a), name(b)}
	slices.Sort(pair[:])
	return pair
}
