package tui

import "strings"

// look is how text looks; looks may be combined. Colour is a second channel
// only: whatever it says is said by words or signs too. The colours are the
// terminal's own, so that they are those of the learner's theme, light or dark.
type look uint16

const (
	bold look = 1 << iota
	faint
	italic
	underline
	reverse
	green  // right
	yellow // close
	red    // wrong
	accent // code, choices
)

// codes are the parameters that switch a look on, on a dark and on a light
// ground: yellow and cyan can hardly be read on white.
var codes = [...]struct {
	look        look
	dark, light string
}{
	{bold, "1", "1"}, {faint, "2", "2"}, {italic, "3", "3"}, {underline, "4", "4"}, {reverse, "7", "7"},
	{green, "32", "32"}, {yellow, "33", "35"}, {red, "31", "31"}, {accent, "36", "34"},
}

// paint writes a line with its looks. It writes the sequences itself, a whole
// piece at a time, so that a character is never parted from its marks.
func (l line) paint(b *strings.Builder, light bool) {
	for _, p := range l {
		if p.look == 0 || p.text == "" {
			b.WriteString(p.text)
			continue
		}
		b.WriteString("\x1b[")
		separator := ""
		for _, c := range codes {
			if p.look&c.look == 0 {
				continue
			}
			code := c.dark
			if light {
				code = c.light
			}
			b.WriteString(separator + code)
			separator = ";"
		}
		b.WriteString("m" + p.text + "\x1b[m")
	}
}
