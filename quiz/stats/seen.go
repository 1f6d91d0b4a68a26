package stats

import (
	"regexp"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// gapForm is a gap of a cloze text, with its label, its text and its hint.
var gapForm = regexp.MustCompile(`\{\{(c[1-9][0-9]?)::(.*?)(::.*?)?\}\}`)

// gapped returns the text that a cloze card asked, as it was seen: its own gaps
// open, the others filled in; and what it wanted.
func gapped(text string, face decks.Face) (asked string, wanted []string) {
	asked = gapForm.ReplaceAllStringFunc(text, func(gap string) string {
		m := gapForm.FindStringSubmatch(gap)
		if m[1] != string(face) {
			return m[2]
		}
		wanted = append(wanted, m[2])
		return string(markup.GapMark)
	})
	return strings.TrimSpace(asked), wanted
}
