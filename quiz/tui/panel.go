package tui

// panel covers the card with text until a key puts it away.
type panel struct {
	title   string
	lines   []line                 // not yet wrapped: a label, and what it says
	below   func(width int) []line // what follows them; nil: nothing
	passing bool                   // it is of what was read, and goes when that changes
	scroll  int
}

// keysPanel lists all keys.
func keysPanel() *panel {
	p := &panel{title: "Keys"}
	for _, h := range []hint{
		{"Space Enter", "show the answer, then take the rating in brackets"},
		{"1 2 3 4", "rate Again, Hard, Good, Easy; ← → move the brackets"},
		{"y", "accept a CLOSE answer as Good"},
		{"a b c, 1 2 3", "choose an option; Enter answers"},
		{"Shift+↑↓", "move a line of an order"},
		{"Backspace", "take a choice back"},
		{"Esc", "leave the field for the commands below, and back"},
		{"Tab", "next hint"},
		{"u", "undo, as often as wanted, also at the end"},
		{"s", "skip, not in this session"},
		{"-", "bury, not before tomorrow"},
		{"x", "suspend, never again until unsuspended"},
		{"!", "flag, or take the flag away"},
		{"e", "edit the question"},
		{"i", "why this card comes now"},
		{"↑↓ PgUp PgDn", "scroll"},
		{"q", "leave; every rating is saved"},
		{"Ctrl+C", "leave at once; Ctrl+Z to the shell, fg comes back"},
		{"? F1", "these keys; F1 in a field too"},
	} {
		p.lines = append(p.lines, line{{h.key, bold}, {h.does, 0}})
	}
	return p
}

// body returns the lines of a panel for a width: labels, and what they say
// beside them.
func (p *panel) body(width int) []line {
	lines := []line{text(p.title, bold), nil}
	labels := 0
	for _, l := range p.lines {
		labels = max(labels, l[:1].width()+2)
	}
	for _, l := range p.lines {
		lines = append(lines, hang(line{l[0], spaces(labels - l[:1].width())}, l[1:], width)...)
	}
	if p.below != nil {
		lines = append(lines, p.below(width)...)
	}
	return lines
}

// scrolls takes the keys that scroll a panel on a screen with h lines for it.
func (p *panel) scrolls(name string, h int) bool {
	switch name {
	case "up":
		p.scroll--
	case "down":
		p.scroll++
	case "pgup":
		p.scroll -= max(h-1, 1)
	case "pgdown", "space":
		p.scroll += max(h-1, 1)
	default:
		return false
	}
	p.scroll = max(p.scroll, 0)
	return true
}
