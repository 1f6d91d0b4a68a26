// Package grid paints what export lays out as lines of characters, so that a
// terminal shows a question as it will stand on paper:
//
//	m := grid.Measurer{Glyph: fonts.Has}
//	part, err := export.LayoutQuestion(version, 0, grid.Width(72), images, m)
//	lines := grid.Paint(part.Page)
//
// A Measurer gives every character the same advance, a cell, so that lines
// break where a terminal can show them, and Paint puts each text into the cells
// in which it was laid out. Which characters the paper can show is what the
// fonts of the paper say.
//
// # The signs
//
//	______    a line to write on
//	○  □      a circle, a box to mark; [ ] a box for a number
//	│         the bar beside the text of a group; │_│_│ squared paper
//	┌──┐      the frame of a word bank, and of an image, with its path
//
// A line of text is a line of characters. What is far apart on paper, a
// writing line from the text above, is a line or two apart here. Sizes, bold
// and italics are not shown.
package grid
