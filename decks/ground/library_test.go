package ground

import (
	"os"
	"path/filepath"
	"slices"
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

const articleDeck, articleFile = "north-korea-russia.toml", "north-korea-russia.txt"

// TestLibraryIsGrounded holds the deck of the article to it: every fact stands
// where its question says, or is marked as a conclusion, and those are few.
func TestLibraryIsGrounded(t *testing.T) {
	article, deck := readShared(t, articleFile), libraryDeck(t, articleDeck)
	report := Check(article, articleFile, []*decks.Deck{deck})
	for _, f := range report.Findings {
		t.Errorf("%s: %s", f.Code, f)
	}
	for _, r := range report.Results {
		if r.Verdict != Grounded && r.Verdict != Inferred {
			t.Errorf("%s: %s, missing %q", r.Question.ID, r.Verdict, r.Missing)
		}
	}
	if n := report.Count(Inferred); 10*n > len(report.Results) {
		t.Errorf("%d of %d answers are conclusions", n, len(report.Results))
	}
	if report.Covered != report.Paragraphs() {
		t.Errorf("%d of %d paragraphs are asked about", report.Covered, report.Paragraphs())
	}
}

// TestDamagedAnchorsAreFound points every question of the library to every
// other paragraph in turn. What an article says again and again, such as the
// name of a country, is found in many places; all else must be told.
func TestDamagedAnchorsAreFound(t *testing.T) {
	article, deck := readShared(t, articleFile), libraryDeck(t, articleDeck)
	var moved, told, elsewhere int
	for _, q := range deck.Questions {
		if len(q.From) > 1 || q.From[0].Inferred {
			continue
		}
		right := q.From[0]
		one := *deck
		one.Questions = nil
		for _, s := range article.Sections {
			for p := range s.Paragraphs {
				if s.Heading != right.Section || p+1 != right.Paragraph {
					copied := *q
					copied.From = []decks.Anchor{{Section: s.Heading, Paragraph: p + 1}}
					one.Questions = append(one.Questions, &copied)
				}
			}
		}
		report := Check(article, articleFile, []*decks.Deck{&one})
		moved += len(report.Results)
		told += len(report.Results) - report.Count(Grounded)
		elsewhere += report.Count(Elsewhere)
	}
	t.Logf("%d anchors moved, %d told, %d of these with another place", moved, told, elsewhere)
	if 100*told < 92*moved {
		t.Errorf("%d of %d moved anchors were told, want 92 in 100", told, moved)
	}
	if told != elsewhere {
		t.Errorf("of %d moved anchors that were told %d have no place to go", told, told-elsewhere)
	}
}

// TestDamagedAnswersAreFound changes the numbers and days of the library, and
// turns names around.
func TestDamagedAnswersAreFound(t *testing.T) {
	article, deck := readShared(t, articleFile), libraryDeck(t, articleDeck)
	for _, q := range deck.Questions {
		if len(q.Answers) != 1 || q.From[0].Inferred {
			continue
		}
		copied := *q
		answer := q.Answers[0]
		answer.Accept = nil
		switch q.Kind {
		case decks.Number:
			answer.Text += "7"
		case decks.Short:
			answer.Text = reversed(answer.Text)
		default:
			continue
		}
		copied.Answers = []decks.Answer{answer}
		one := *deck
		one.Questions = []*decks.Question{&copied}
		if got := Check(article, articleFile, []*decks.Deck{&one}).Results[0].Verdict; got != NotFound {
			t.Errorf("%s: %q is %s", q.ID, answer.Text, got)
		}
	}
}

// reversed returns a text backwards.
func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
