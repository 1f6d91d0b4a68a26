package frame

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
)

// FaultLines returns a fault as it is printed, its excerpt moved so that the
// place is in sight.
func FaultLines(s string, w int) []Line {
	const excerpt = "    "
	var lines []Line
	all := strings.Split(s, "\n")
	for i := 0; i < len(all); i++ {
		l := markup.OneLine(all[i])
		if i+1 < len(all) && strings.HasPrefix(l, excerpt) && strings.TrimSpace(all[i+1]) == "^" {
			lines = append(lines, excerptLines(l[len(excerpt):], displaywidth.String(markup.OneLine(all[i+1]))-len(excerpt)-1, w)...)
			i++
			continue
		}
		look := Look(0)
		if i == 0 {
			look = Bold
		}
		lines = append(lines, Wrap(Text(l, look), w)...)
	}
	return lines
}

// excerptLines returns a line of a file and the sign below one of its cells.
func excerptLines(s string, at, w int) []Line {
	room := max(w-2, 1)
	row := Cells(s)
	for at >= room && len(row) > 0 { // what is left of the place goes
		at -= row[0].Width
		row = row[1:]
	}
	return []Line{append(Text("  ", 0), Join(row)...).Cut(w), append(Text("  ", 0), Spaces(at), Piece{"^", Red | Bold})}
}
