package tui

import (
	tea "charm.land/bubbletea/v2"
)

// openedMsg is what became of the images that were to be opened.
type openedMsg struct{ err error }

// openImages opens the images of the card in the program that the system has
// for them.
func (a *app) openImages() tea.Cmd {
	images := a.face.Images()
	if len(images) == 0 {
		a.window.Say(a.w.Study.NoImage)
		return nil
	}
	pictures := a.options.Pictures
	return func() tea.Msg {
		for _, s := range images {
			if err := pictures.Show(s); err != nil {
				return openedMsg{err}
			}
		}
		return openedMsg{}
	}
}

// opened tells the learner what became of it.
func (a *app) opened(msg openedMsg) {
	if msg.err != nil {
		a.window.Say(a.w.Study.NotOpened(msg.err.Error()))
		return
	}
	a.window.Say(a.w.Study.Opened)
}
