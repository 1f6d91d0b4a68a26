package frame

import "testing"

func TestColours(t *testing.T) {
	const text = "a \x1b[1;32mright\x1b[m \x1b[2mfaint\x1b[m \x1b[4;31mwrong\x1b[m \x1b[38;2;1;2;3mpicture\x1b[m \x1b[36mcode\x1b[m \x1b["
	for _, tt := range []struct {
		name    string
		colours Colours
		want    string
	}{
		{"themed", Themed, text},
		{"no colour", NoColour, "a \x1b[1mright\x1b[m \x1b[2mfaint\x1b[m \x1b[4mwrong\x1b[m \x1b[38;2;1;2;3mpicture\x1b[m \x1b[mcode\x1b[m \x1b["},
		{"contrast", Contrast, "a \x1b[1mright\x1b[m \x1b[mfaint\x1b[m \x1b[4;1mwrong\x1b[m \x1b[38;2;1;2;3mpicture\x1b[m \x1b[1mcode\x1b[m \x1b["},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.colours.dress(text); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
