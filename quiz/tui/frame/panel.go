package frame

// Panel covers the card with text until a key puts it away.
type Panel struct {
	Title   string
	Lines   []Line                 // not yet wrapped: a label, and what it says
	Below   func(width int) []Line // what follows them; nil: nothing
	Passing bool                   // it is of what was read, and goes when that changes
	Scroll  int
}

// Body returns the lines of a panel for a width: labels, and what they say
// beside them.
func (p *Panel) Body(width int) []Line {
	lines := []Line{Text(p.Title, Bold), nil}
	labels := 0
	for _, l := range p.Lines {
		labels = max(labels, l[:1].Width()+2)
	}
	for _, l := range p.Lines {
		lines = append(lines, Hang(Line{l[0], Spaces(labels - l[:1].Width())}, l[1:], width)...)
	}
	if p.Below != nil {
		lines = append(lines, p.Below(width)...)
	}
	return lines
}

// Scrolls takes the keys that scroll a panel on a screen with h lines for it.
func (p *Panel) Scrolls(name string, h int) bool {
	switch name {
	case "up":
		p.Scroll--
	case "down":
		p.Scroll++
	case "pgup":
		p.Scroll -= max(h-1, 1)
	case "pgdown", "space":
		p.Scroll += max(h-1, 1)
	default:
		return false
	}
	p.Scroll = max(p.Scroll, 0)
	return true
}
