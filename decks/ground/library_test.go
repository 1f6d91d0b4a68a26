package ground

import (
	"os"
	"path/filepath"
	"testing"

	"recto/decks"
)

// readShared returns an article that lies outside the repository, for it is
// not ours to publish.
func readShared(t testing.TB, name string) *Article {
	t.Helper()
	folder := os.Getenv("RECTO_SHARED")
	if folder == "" {
		t.Skip("RECTO_SHARED is not set: the article is not at hand")
	}
	src, err := os.ReadFile(filepath.Join(folder, "articles", name))
	if err != nil {
		t.Fatal(err)
	}
	article, err := Read(name, src)
	if err != nil {
		t.Fatal(err)
	}
	return article
}

// libraryDeck reads a deck of the library, changed by a function or not.
func libraryDeck(t testing.TB, name string) *decks.Deck {
	t.Helper()
	folder := filepath.Join("..", "library")
	src, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	deck, err := decks.Parse(name, src, os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	return deck
}

func TestDebug(t *testing.T) {
	a := readShared(t, "north-korea-russia.txt")
	for _, s := range a.Sections {
		t.Logf("%q %d", s.Heading, len(s.Paragraphs))
	}
	d := libraryDeck(t, "north-korea-russia.toml")
	r := Check(a, "article.txt", []*decks.Deck{d})
	t.Log(a.Title, r.Language, r.Count(Grounded), r.Count(Elsewhere), r.Count(NotFound), r.Count(Inferred), r.Covered, r.Paragraphs())
	for _, res := range r.Results {
		if res.Verdict != Grounded && res.Verdict != Inferred {
			t.Logf("%s %s %q %v", res.Verdict, res.Question.ID, res.Missing, res.Found)
		}
	}
	for _, f := range r.Findings {
		if f.Code != "not-grounded" {
			t.Log(f)
		}
	}
}

func TestMoved(t *testing.T) {
	a := readShared(t, "north-korea-russia.txt")
	d := libraryDeck(t, "north-korea-russia.toml")
	base := Check(a, "article.txt", []*decks.Deck{d})
	total, caught := map[string]int{}, map[string]int{}
	for i, q := range d.Questions {
		if base.Results[i].Verdict != Grounded || len(q.From) > 1 {
			continue
		}
		was := q.From
		n, k := 0, 0
		for s := range a.Sections {
			for p := range a.Sections[s].Paragraphs {
				if a.Sections[s].Heading == was[0].Section && p+1 == was[0].Paragraph {
					continue
				}
				q.From = []decks.Anchor{{Section: a.Sections[s].Heading, Paragraph: p + 1}}
				one := *d
				one.Questions = []*decks.Question{q}
				r := Check(a, "x", []*decks.Deck{&one})
				n++
				if r.Results[0].Verdict != Grounded {
					k++
				}
			}
		}
		q.From = was
		total[q.Kind.String()] += n
		caught[q.Kind.String()] += k
		if 10*k < 8*n {
			t.Logf("%s %s %d/%d", q.Kind, q.ID, k, n)
		}
	}
	for k := range total {
		t.Logf("%s %d/%d = %.3f", k, caught[k], total[k], float64(caught[k])/float64(total[k]))
	}
}
