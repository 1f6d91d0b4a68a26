package plain

import (
	"strings"
	"testing"

	"recto/decks"
)

// An image is told in words, with its file and its size where that is known.
func TestImage(t *testing.T) {
	measure := func(file, image string) (int, int, bool) {
		return 1200, 800, file == "maps.toml" && image == "north.png"
	}
	for _, tt := range []struct{ name, image, alt, want string }{
		{"with words", "north.png", "a *map*", "Image: a map (north.png, 1200 × 800)"},
		{"without", "north.png", "", "Image: north.png, 1200 × 800"},
		{"of no known size", "gone.png", "a map", "Image: a map (gone.png)"},
	} {
		alt := ""
		if tt.alt != "" {
			alt = "alt = \"" + tt.alt + "\"\n"
		}
		d, err := decks.Parse("maps.toml", []byte("title = \"Maps\"\n[[question]]\nask = \"Where?\"\nanswer = \"here\"\nimage = \""+tt.image+"\"\n"+alt), nil)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := Preview(&b, PreviewOptions{Questions: d.Questions, First: 1, Total: 1, Measure: measure}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "\n"+tt.want+"\n") {
			t.Errorf("%s: no %q in %q", tt.name, tt.want, b.String())
		}
	}
}
