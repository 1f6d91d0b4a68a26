package frame

import "github.com/clipperhouse/displaywidth"

// Hint is a key and what it does, for the line at the bottom.
type Hint struct {
	Key, Does string
	Command   Command // what a click on it means, "" for nothing
}

// K returns a hint that cannot be clicked.
func K(key, does string) Hint { return Hint{key, does, ""} }

// KeyLine returns as many keys as fit. Each that has a command is a zone.
func KeyLine(hints []Hint, w int) Line {
	var l Line
	used := 0
	for i, h := range hints {
		zone := Look(0)
		if h.Command != "" {
			zone = zoneLook(hintZones + i)
		}
		n := displaywidth.String(h.Key + " " + h.Does)
		if used > 0 {
			n += 3
		}
		if used+n > w {
			break
		}
		if used > 0 {
			l = append(l, Spaces(3))
		}
		l = append(l, Piece{h.Key, Bold | zone}, Piece{" " + h.Does, Faint | zone})
		used += n
	}
	return l
}
