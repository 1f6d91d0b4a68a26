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

// codes are the parameters that switch a look on.
var codes = [...]struct {
	look look
	code string
}{
	{bold, "1"}, {faint, "2"}, {italic, "3"}, {underline, "4"}, {reverse, "7"},
	{green, "32"}, {yellow, "33"}, {red, "31"}, {accent, "36"},
}

// paint writes a line with its looks. It writes the sequences itself, a whole
// piece at a time, so that a character is never parted from its marks.
func (l line) paint(b *strings.Builder) {
	for _, p := range l {
		if p.look == 0 || p.text == "" {
			b.WriteString(p.text)
			continue
		}
		b.WriteString("\x1b[")
		separator := ""
		for _, c := range codes {
			if p.look&c.look != 0 {
				b.WriteString(separator + c.code)
				separator = ";"
			}
		}
		b.WriteString("m" + p.text + "\x1b[m")
	}
}
