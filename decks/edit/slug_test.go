package edit_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"recto/decks"
	"recto/decks/edit"
)

// TestSlug makes ids that a person reads.
func TestSlug(t *testing.T) {
	tests := []struct{ language, ask, want string }{
		{"en", "What is the capital of Burkina Faso?", "capital-burkina-faso"},
		{"en", "Who *didn't* sign the `START` treaty?", "didnt-sign-start-treaty"},
		{"en", "What is it?", "what-is-it"},
		{"en", "How many North Korean refugees had entered South Korea since 1998?", "north-korean-refugees-entered-south"},
		{"de", "Wie heißt die größte Stadt in Österreich?", "groesste-stadt-oesterreich"},
		{"de-AT", "Übergänge", "uebergaenge"},
		{"en", "Who was Émile Zola?", "emile-zola"},
		{"en", "Über", "uber"},
		{"fr", "Où se trouve l’île d’Oléron ?", "trouve-ile-oleron"},
		{"da", "Hvad hedder Århus på dansk: Ærø?", "hvad-hedder-aarhus-paa-dansk-aeroe"},
		{"ru", "Столица Франции?", "столица-франции"},
		{"ja", "フランスの首都はどこですか。", "フランスの首都はどこですか"},
		{"hi", "भारत की राजधानी", "भारत-की-राजधानी"},
		{"ko", "대한민국의 수도는?", "대한민국의-수도는"},
		{"el", "Ποιά είναι;", "ποιά-είναι"},
		{"en", "~tilde/and\\slash.dots: 3.14 ½ x²", "tilde-slash-dots-3-14-x"},
		{"en", "???", "question"},
		{"vi", "Thủ đô", "thu-do"},
		{"en", strings.Repeat("長", 60), strings.Repeat("長", 40)},
	}
	for _, tt := range tests {
		q := &decks.Question{Deck: &decks.Deck{Language: tt.language}, Kind: decks.Short, Ask: tt.ask}
		if got := edit.Slug(q); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.ask, got, tt.want)
		}
	}
	for cloze, want := range map[string]string{
		"Burkina Faso was called {{c1::Upper Volta}} until {{c2::1984}}.": "burkina-faso-called-until",
		"{{a}} {{b}}": "question",
	} {
		_, d := open(t, head+"[[question]]\ncloze = '"+cloze+"'\n")
		if got := edit.Slug(d.Questions[0]); got != want {
			t.Errorf("%s: %q, want %q", cloze, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, text := range []string{"What is it?", "Größe", "~", "a\u0301\u0300", "\u0301", "İ", "ǅ", "ﬀ", "𝐀", strings.Repeat("é", 200)} {
		f.Add(text, "de")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		q := &decks.Question{Deck: &decks.Deck{Language: language}, Kind: decks.Short, Ask: text}
		slug := edit.Slug(q)
		if !decks.ValidID(slug) || !norm.NFC.IsNormalString(slug) || len([]rune(slug)) > 60 || len(slug) > 120 {
			t.Errorf("%q is no id, of %q", slug, text)
		}
	})
}

// TestDiff shows the changed lines.
func TestDiff(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"a line", head + "[[question]]\nask = 'a'\nanswer = 'b'\n",
			"--- t.toml\n+++ t.toml\n@@ -1,4 +1,5 @@\n title = 'T'\n [[question]]\n+id = \"x\"\n ask = 'a'\n answer = 'b'\n"},
		{"no newline at the end", head + "[[question]]",
			"--- t.toml\n+++ t.toml\n@@ -1,2 +1,3 @@\n title = 'T'\n-[[question]]\n\\ No newline at end of file\n+[[question]]\n+id = \"x\"\n\\ No newline at end of file\n"},
		{"CRLF", "title = 'T'\r\nquestion = [\r\n  { ask = 'a' },\r\n]\r\n",
			"--- t.toml\n+++ t.toml\n@@ -1,4 +1,4 @@\n title = 'T'\r\n question = [\r\n-  { ask = 'a' },\r\n+  { id = \"x\", ask = 'a' },\r\n ]\r\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := edit.Open("t.toml", []byte(tt.src))
			if err != nil {
				t.Fatal(err)
			}
			c, err := f.SetID(1, "x")
			if err != nil {
				t.Fatal(err)
			}
			if got, err := f.Diff(c); err != nil || got != tt.want {
				t.Errorf("got\n%s\nwant\n%s (%v)", got, tt.want, err)
			}
		})
	}
	many := head + strings.Repeat("[[question]]\nask = 'a'\n\n\n\n\n\n\n", 3)
	f, err := edit.Open("t.toml", []byte(many))
	if err != nil {
		t.Fatal(err)
	}
	var all []edit.Change
	for i := range 3 {
		c, err := f.SetID(i+1, "x")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	got, err := f.Diff(all...)
	if err != nil || strings.Count(got, "@@ -") != 3 || !strings.Contains(got, "@@ -8,6 +9,7 @@") {
		t.Errorf("%v\n%s", err, got)
	}
	if got, err := f.Diff(); got != "" || err != nil {
		t.Errorf("nothing is shown as %q (%v)", got, err)
	}
}
