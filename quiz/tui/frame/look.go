package frame

import "strings"

// Look is how text looks; looks may be combined. Colour is a second channel
// only: whatever it says is said by words or signs too. The colours are the
// terminal's own, so that they are those of the learner's theme, light or dark.
//
// A look also carries the zone of a text, see Zone, through all that is laid
// out of it.
type Look uint32

// The looks.
const (
	Bold Look = 1 << iota
	Faint
	Italic
	Underline
	Reverse
	Green  // right
	Yellow // close
	Red    // wrong
	Accent // code, choices
)

// looks are the bits of a look that are to be seen.
const looks Look = 1<<16 - 1

// codes are the parameters that switch a look on, on a dark and on a light
// ground: yellow and cyan can hardly be read on white.
var codes = [...]struct {
	look        Look
	dark, light string
}{
	{Bold, "1", "1"}, {Faint, "2", "2"}, {Italic, "3", "3"}, {Underline, "4", "4"}, {Reverse, "7", "7"},
	{Green, "32", "32"}, {Yellow, "33", "35"}, {Red, "31", "31"}, {Accent, "36", "34"},
}

// paint writes a line with its looks. It writes the sequences itself, a whole
// piece at a time, so that a character is never parted from its marks.
func (l Line) paint(b *strings.Builder, light bool) {
	for _, p := range l {
		if p.Look&looks == 0 || p.Text == "" {
			b.WriteString(p.Text)
			continue
		}
		b.WriteString("\x1b[")
		separator := ""
		for _, c := range codes {
			if p.Look&c.look == 0 {
				continue
			}
			code := c.dark
			if light {
				code = c.light
			}
			b.WriteString(separator + code)
			separator = ";"
		}
		b.WriteString("m" + p.Text + "\x1b[m")
	}
}
