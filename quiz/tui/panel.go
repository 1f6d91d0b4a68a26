package tui

import "recto/quiz/tui/frame"

// keysPanel lists all keys.
func keysPanel() *frame.Panel {
	p := &frame.Panel{Title: "Keys"}
	for _, h := range []frame.Hint{
		frame.K("Space Enter", "show the answer, then take the rating in brackets"),
		frame.K("1 2 3 4", "rate Again, Hard, Good, Easy; ← → move the brackets"),
		frame.K("y", "accept a CLOSE answer as Good"),
		frame.K("a b c, 1 2 3", "choose an option; Enter answers"),
		frame.K("Shift+↑↓", "move a line of an order"),
		frame.K("Backspace", "take a choice back"),
		frame.K("Esc", "leave the field for the commands below, and back"),
		frame.K("Tab", "next hint"),
		frame.K("u", "undo, as often as wanted, also at the end"),
		frame.K("s", "skip, not in this session"),
		frame.K("-", "bury, not before tomorrow"),
		frame.K("x", "suspend, never again until unsuspended"),
		frame.K("!", "flag, or take the flag away"),
		frame.K("e", "edit the question"),
		frame.K("i", "why this card comes now"),
		frame.K("↑↓ PgUp PgDn", "scroll"),
		frame.K("q", "leave; every rating is saved"),
		frame.K("Ctrl+C", "leave at once; Ctrl+Z to the shell, fg comes back"),
		frame.K("? F1", "these keys; F1 in a field too"),
	} {
		p.Lines = append(p.Lines, frame.Line{frame.P(h.Key, frame.Bold), frame.P(h.Does, 0)})
	}
	return p
}
