package card

import (
	"recto/decks/markup"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
)

// image lays out an image: as a picture where it can be shown, else in words.
func (f *Face) image(b *Body, s picture.Source, alt string, w int) {
	if s.Name == "" {
		return
	}
	b.Gap()
	if lines := f.Pictures.Room(s, w, f.pictureRows(w)); lines != nil {
		b.Add(lines...)
		return
	}
	about := markup.OneLine(s.Name)
	if alt != "" {
		about = frame.Inline(alt) + " (" + about + ")"
	}
	b.Add(frame.Hang(frame.Text(f.speaker().Card.Image, frame.Faint), frame.Text(about, frame.Faint), w)...)
}

const (
	// besides is how many lines the card needs below its question: to answer.
	besides = 6

	// fewestRows is how many lines a picture has at least, though the card is
	// then longer than the screen.
	fewestRows = 4
)

// pictureRows returns how many lines a picture may take, so that the question
// and what is picked from can be seen with it. It is the same before and after
// the answer, for nothing is to move.
func (f *Face) pictureRows(w int) int {
	text := len(frame.Wrap(frame.Pieces(f.View.Card.Ask(), 0, nil), w)) + len(f.View.Options)
	return max(f.Height-text-besides, f.Height/3, fewestRows)
}

// Images returns the images that stand on the card, that of the question last.
func (f *Face) Images() []picture.Source {
	var all []picture.Source
	for _, g := range f.View.Groups {
		if g.Image != "" {
			all = append(all, picture.Source{File: g.File, Name: g.Image})
		}
	}
	if q := f.View.Card.Question; q != nil && q.Image != "" {
		all = append(all, picture.Source{File: q.File, Name: q.Image})
	}
	return all
}

// LinesIn returns how many lines of a window a card has, the same before and
// after the answer: the status, what is said and the buttons have the others.
func LinesIn(height int) int {
	if height < frame.Roomy {
		return height - 5
	}
	return height - 9
}
