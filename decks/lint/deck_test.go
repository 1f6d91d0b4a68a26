package lint_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recto/decks"
	"recto/decks/lint"
)

// codes returns what a check finds, each as "file:line code".
func codes(t *testing.T, o lint.Options, files ...decks.File) []string {
	t.Helper()
	loaded, err := decks.Assemble(files)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range lint.Check(loaded, o) {
		all = append(all, fmt.Sprintf("%s:%d %s", f.File, f.Pos.Line, f.Code))
	}
	return all
}

const capitals = "title = \"Capitals\"\n\n[[question]]\nask = \"What is the capital of Peru?\"\nanswer = \"Lima\"\n"

// A question that stands in another deck of the check is told in the later
// one, with the name of the other file.
func TestTwinsAcrossDecks(t *testing.T) {
	for _, row := range []struct {
		name, other string
		want        []string
	}{
		{"the same", "title = \"World\"\n\n[[question]]\nask = \"What is the capital of Peru?\"\nanswer = \"Lima\"\n", []string{"b.toml:4 same-question"}},
		{"other words", "title = \"World\"\n\n[[question]]\nask = \"Which city is Peru's capital city?\"\nanswer = \"Lima\"\n", nil},
		{"nearly the same", "title = \"World\"\n\n[[question]]\nask = \"What is Peru's capital?\"\nanswer = \"Lima\"\n", []string{"b.toml:4 near-question"}},
		{"another answer", "title = \"World\"\n\n[[question]]\nask = \"What is the capital of Peru?\"\nanswer = \"Cusco\"\n", nil},
		{"another country", "title = \"World\"\n\n[[question]]\nask = \"What is the capital of Chile?\"\nanswer = \"Santiago\"\n", nil},
		{"another language", "title = \"Welt\"\nlanguage = \"de\"\n\n[[question]]\nask = \"What is the capital of Peru?\"\nanswer = \"Lima\"\n", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := codes(t, lint.Options{}, decks.File{Path: "a.toml", Source: []byte(capitals)}, decks.File{Path: "b.toml", Source: []byte(row.other)})
			if !slices.Equal(got, row.want) {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

// Pictures are orphans only where it is certain.
func TestOrphanImage(t *testing.T) {
	deck := func(image string) []byte {
		return []byte("title = \"Maps\"\n\n[[question]]\nask = \"Which country is this?\"\nanswer = \"Peru\"\nimage = \"" + image + "\"\nalt = \"the outline of a country\"\n")
	}
	for _, row := range []struct {
		name, image, others string
		want                []string
	}{
		{"none", "peru.png", "", nil},
		{"beside it", "peru.png", "chile.png", []string{"maps/a.toml:1 orphan-image"}},
		{"no picture", "peru.png", "notes.txt README", nil},
		{"hidden", "peru.png", ".chile.png", nil},
		{"another folder", "img/peru.png", "holidays.jpg", nil},
		{"the folder of pictures", "img/peru.png", "img/chile.webp", []string{"maps/a.toml:1 orphan-image"}},
		{"another deck's perhaps", "peru.png", "chile.png other.toml", nil},
		{"another deck's folder perhaps", "img/peru.png", "img/chile.png other.toml", nil},
		{"the deck's own folder", "a/peru.png", "a/chile.png other.toml", []string{"maps/a.toml:1 orphan-image"}},
		{"too many files", "peru.png", strings.Join(numbered(2100), " "), nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			folder := fstest.MapFS{"a.toml": {}, row.image: {Data: []byte("x")}}
			for _, name := range strings.Fields(row.others) {
				folder[name] = &fstest.MapFile{}
			}
			got := codes(t, lint.Options{Folder: func(decks.Part) fs.FS { return folder }}, decks.File{Path: "maps/a.toml", Source: deck(row.image)})
			got = slices.DeleteFunc(got, func(s string) bool { return !strings.HasSuffix(s, "orphan-image") })
			if !slices.Equal(got, row.want) {
				t.Errorf("got %v, want %v", got, row.want)
			}
		})
	}
}

func numbered(n int) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("p%d.png", i))
	}
	return names
}

// An author without habits is suspected in one deck of a thousand at most, for
// each of the three; one with a strong habit in almost every deck.
func TestHabits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const many = 600
	for _, row := range []struct {
		name        string
		habit       float64 // share of questions that follow it
		least, most int     // suspicions of each lint
	}{
		{"none", 0, 0, 3},
		{"strong", 0.85, many * 8 / 10, many},
	} {
		told := map[string]int{}
		for range many {
			src := habitual(random, 16+random.IntN(16), row.habit)
			for _, line := range codes(t, lint.Options{}, decks.File{Path: "a.toml", Source: []byte(src)}) {
				_, code, _ := strings.Cut(line, " ")
				told[code]++
			}
		}
		for _, code := range []string{"longest-choice", "answer-place", "truefalse-bias"} {
			if told[code] < row.least || told[code] > row.most {
				t.Errorf("%s: %s in %d of %d decks, want %d to %d", row.name, code, told[code], many, row.least, row.most)
			}
		}
	}
}

// habitual returns a deck of n questions with choices and n statements, whose
// author follows a habit in a share of them and chance in the others.
func habitual(random *rand.Rand, n int, share float64) string {
	var b strings.Builder
	b.WriteString("title = \"Habits\"\n")
	for i := range n {
		right, longest, truth := random.IntN(4), random.IntN(4), random.IntN(2) == 0
		if random.Float64() < share {
			right, truth = 2, true
			longest = right
		}
		options := []string{fmt.Sprintf("%d one", i), fmt.Sprintf("%d two", i), fmt.Sprintf("%d six", i), fmt.Sprintf("%d ten", i)}
		options[longest] += " more"
		fmt.Fprintf(&b, "\n[[question]]\nask = \"Question %d?\"\nchoices = [\"%s\"]\nanswer = %q\nfixed = true\n", i, strings.Join(options, `", "`), options[right])
		fmt.Fprintf(&b, "\n[[question]]\nask = \"Statement %d.\"\nanswer = %v\n", i, truth)
	}
	return b.String()
}
