package frame

import "strings"

// Colours is how the looks of a screen are shown. Nothing is said by a colour
// alone, so that none is missed.
type Colours uint8

// The ways to show looks.
const (
	Themed   Colours = iota // in the colours of the terminal's theme
	NoColour                // bold, faint, underlined, reversed, in the colour of all text
	Contrast                // like NoColour, and nothing is faint: what has a colour is bold
)

// dress returns a painted screen as its looks are to be shown.
func (c Colours) dress(content string) string {
	if c == Themed {
		return content
	}
	var b strings.Builder
	for {
		at := strings.Index(content, "\x1b[")
		if at < 0 {
			b.WriteString(content)
			return b.String()
		}
		b.WriteString(content[:at])
		content = content[at:]
		n := lookEnd(content)
		if n == 0 { // none of ours
			b.WriteString(content[:2])
			content = content[2:]
			continue
		}
		b.WriteString("\x1b[" + c.codes(content[2:n-1]) + "m")
		content = content[n:]
	}
}

// codes returns the parameters of a sequence of looks as they are to be shown.
func (c Colours) codes(parameters string) string {
	if strings.Contains(parameters, "38;") || strings.Contains(parameters, "48;") {
		return parameters // a picture, whose colours are all that it is
	}
	var kept []string
	add := func(code string) {
		for _, k := range kept {
			if k == code {
				return
			}
		}
		kept = append(kept, code)
	}
	for _, code := range strings.Split(parameters, ";") {
		switch coloured := len(code) == 2 && code[0] == '3'; {
		case coloured && c == Contrast:
			add("1")
		case coloured, code == "2" && c == Contrast:
		default:
			add(code)
		}
	}
	return strings.Join(kept, ";")
}
