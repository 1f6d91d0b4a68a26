package card

import (
	"strings"

	"recto/quiz/tui/frame"
)

// align returns a response and the answer with equal characters in the same
// columns, dots where one lacks what the other has, and a line of signs below
// whatever differs. It reports false where that would not help: they are too
// long for a line of width cells, or more differs than is alike.
func align(given, wanted string, width int) (top, bottom, marks frame.Line, ok bool) {
	x, y := frame.Cells(given), frame.Cells(wanted)
	if len(x)+len(y) > 2*width || len(x) == 0 || len(y) == 0 {
		return nil, nil, nil, false
	}
	pairs, equal := alignment(x, y)
	if 2*equal < max(len(x), len(y)) {
		return nil, nil, nil, false
	}
	missing := frame.Cell{Text: "·", Width: 1, Look: 0}
	var a, b, signs []frame.Cell
	used := 0
	for _, p := range pairs {
		c, d, sign := missing, missing, frame.Cell{Text: "^", Width: 1, Look: frame.Bold}
		if p[0] >= 0 {
			c = x[p[0]]
		}
		if p[1] >= 0 {
			d = y[p[1]]
			d.Look = frame.Bold
		}
		if p[0] >= 0 && p[1] >= 0 && c.Text == d.Text {
			sign = frame.Cell{Text: " ", Width: 1, Look: 0}
		} else {
			c.Look |= frame.Red | frame.Underline
			d.Look |= frame.Green | frame.Underline
		}
		w := max(c.Width, d.Width)
		a, b, signs = pad(a, c, w), pad(b, d, w), pad(signs, sign, w)
		used += w
	}
	return frame.Join(a), frame.Join(b), frame.Join(signs), used <= width
}

// pad appends a cell, and spaces up to a width.
func pad(row []frame.Cell, c frame.Cell, width int) []frame.Cell {
	row = append(row, c)
	if width > c.Width {
		row = append(row, frame.Cell{Text: strings.Repeat(" ", width-c.Width), Width: width - c.Width, Look: c.Look})
	}
	return row
}

// alignment pairs the characters of two texts with the fewest changes, -1
// where one has none, and counts the pairs of equal ones.
func alignment(x, y []frame.Cell) (pairs [][2]int, equal int) {
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
			case x[i].Text == y[j].Text:
				cost[i][j] = cost[i+1][j+1]
			default:
				cost[i][j] = 1 + min(cost[i+1][j+1], cost[i+1][j], cost[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i].Text == y[j].Text:
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
