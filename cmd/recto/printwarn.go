package main

import (
	"fmt"
	"io"

	"recto/export"
)

// warn tells what could not be shown, and what would show it.
func warn(stderr io.Writer, warnings []export.Warning) {
	told := map[string]bool{"": true}
	for _, w := range export.MergeWarnings(warnings) {
		fmt.Fprintf(stderr, "warning: %s\n", printable(w.String()))
		if hint := w.Hint(); !told[hint] {
			told[hint] = true
			fmt.Fprintf(stderr, "hint: %s\n", hint)
		}
	}
}

// warned returns what could not be shown.
func warned(warnings []export.Warning) (texts []string) {
	for _, w := range export.MergeWarnings(warnings) {
		texts = append(texts, w.String())
	}
	return texts
}
