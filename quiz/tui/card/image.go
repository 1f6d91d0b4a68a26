package card

import (
	tea "charm.land/bubbletea/v2"

	"recto/decks/markup"
	"recto/quiz"
	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
	"recto/quiz/words"
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

// OpenImage is the command of all screens that opens the images of a card in
// the program that the system has for them.
const OpenImage frame.Command = "image"

// Images returns the images that stand on a card, that of the question last.
func Images(v quiz.View) []picture.Source {
	var all []picture.Source
	for _, g := range v.Groups {
		if g.Image != "" {
			all = append(all, picture.Source{File: g.File, Name: g.Image})
		}
	}
	if q := v.Card.Question; q != nil && q.Image != "" {
		all = append(all, picture.Source{File: q.File, Name: q.Image})
	}
	return all
}

// OpenedMsg is what became of OpenImages.
type OpenedMsg struct {
	None bool // the card has no image
	Err  error
}

// OpenImages returns the command that opens the images of a card. It ends in an
// OpenedMsg.
func OpenImages(pictures *picture.Gallery, v quiz.View) tea.Cmd {
	images := Images(v)
	return func() tea.Msg {
		for _, s := range images {
			if err := pictures.Show(s); err != nil {
				return OpenedMsg{Err: err}
			}
		}
		return OpenedMsg{None: len(images) == 0}
	}
}

// Say tells the learner what became of it.
func (m OpenedMsg) Say(w *words.Words) string {
	switch {
	case m.None:
		return w.Card.NoImage
	case m.Err != nil:
		return w.Card.NotOpened(m.Err.Error())
	}
	return w.Card.Opened
}

// LinesIn returns how many lines of a window a card has, the same before and
// after the answer: the status, what is said and the buttons have the others.
func LinesIn(height int) int {
	if height < frame.Roomy {
		return height - 5
	}
	return height - 9
}
