package tui

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// align returns a response and the answer with equal characters in the same
// columns, dots where one lacks what the other has, and a line of signs below
// whatever differs. It reports false where that would not help: they are too
// long for a line of width cells, or more differs than is alike.
func align(given, wanted string, width int) (top, bottom, marks line, ok bool) {
	x, y := cells(given), cells(wanted)
	if len(x)+len(y) > 2*width || len(x) == 0 || len(y) == 0 {
		return nil, nil, nil, false
	}
	pairs, equal := alignment(x, y)
	if 2*equal < max(len(x), len(y)) {
		return nil, nil, nil, false
	}
	missing := cell{"·", 1, 0}
	var a, b, signs []cell
	used := 0
	for _, p := range pairs {
		c, d, sign := missing, missing, cell{"^", 1, bold}
		if p[0] >= 0 {
			c = x[p[0]]
		}
		if p[1] >= 0 {
			d = y[p[1]]
			d.look = bold
		}
		if p[0] >= 0 && p[1] >= 0 && c.text == d.text {
			sign = cell{" ", 1, 0}
		} else {
			c.look |= red
			d.look |= green
		}
		w := max(c.width, d.width)
		a, b, signs = pad(a, c, w), pad(b, d, w), pad(signs, sign, w)
		used += w
	}
	return join(a), join(b), join(signs), used <= width
}

// pad appends a cell, and spaces up to a width.
func pad(row []cell, c cell, width int) []cell {
	row = append(row, c)
	if width > c.width {
		row = append(row, cell{strings.Repeat(" ", width-c.width), width - c.width, c.look})
	}
	return row
}

// cells splits a text into what people see as its characters.
func cells(s string) []cell {
	var all []cell
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		all = append(all, cell{g.Value(), g.Width(), 0})
	}
	return all
}

// alignment pairs the characters of two texts with the fewest changes, -1
// where one has none, and counts the pairs of equal ones.
func alignment(x, y []cell) (pairs [][2]int, equal int) {
	cost := make([][]int, len(x)+1)
	for i := range cost {
		cost[i] = make([]int, len(y)+1)
	}
	for i := len(x); i >= 0; i-- {
		for j := len(y); j >= 0; j-- {
			switch {
			case i == len(x):
				cost[i][j] = len(y) - j
			case j == len(y):
				cost[i][j] = len(x) - i
			case x[i].text == y[j].text:
				cost[i][j] = cost[i+1][j+1]
			default:
				cost[i][j] = 1 + min(cost[i+1][j+1], cost[i+1][j], cost[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i].text == y[j].text:
			pairs = append(pairs, [2]int{i, j})
			equal++
			i, j = i+1, j+1
		case i < len(x) && j < len(y) && cost[i][j] == 1+cost[i+1][j+1]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case j == len(y) || i < len(x) && cost[i][j] == 1+cost[i+1][j]:
			pairs = append(pairs, [2]int{i, -1})
			i++
		default:
			pairs = append(pairs, [2]int{-1, j})
			j++
		}
	}
	return pairs, equal
}
