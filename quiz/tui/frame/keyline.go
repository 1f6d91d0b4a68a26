package frame

import "github.com/clipperhouse/displaywidth"

// Hint is a key and what it does, for the line at the bottom.
type Hint struct{ Key, Does string }

// K returns a hint.
func K(key, does string) Hint { return Hint{key, does} }

// KeyLine returns as many keys as fit.
func KeyLine(hints []Hint, w int) Line {
	var l Line
	used := 0
	for _, h := range hints {
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
		l = append(l, Piece{h.Key, Bold}, Piece{" " + h.Does, Faint})
		used += n
	}
	return l
}
