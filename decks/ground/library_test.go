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
