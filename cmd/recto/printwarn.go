package main

import (
	"fmt"
	"io"

	"recto/export"
)

// warn tells what could not be shown.
func warn(stderr io.Writer, warnings []export.Warning) {
	for _, text := range warned(warnings) {
		fmt.Fprintf(stderr, "warning: %s\n", printable(text))
	}
}

// warned returns what could not be shown, the first of each question in full. A
// character may be missing on the sheet and in the key, and counts once.
func warned(warnings []export.Warning) (texts []string) {
	type place struct {
		number int
		rtl    bool
	}
	told := map[export.Warning]bool{}
	first := map[place]export.Warning{}
	more := map[place]int{}
	var order []place
	for _, w := range warnings {
		if told[w] {
			continue
		}
		told[w] = true
		at := place{w.Number, w.RTL}
		if _, ok := first[at]; ok {
			more[at]++
			continue
		}
		first[at] = w
		order = append(order, at)
	}
	for _, at := range order {
		text := first[at].String()
		if n := more[at]; n > 0 {
			text += fmt.Sprintf("; and %s", count(n, "more character"))
		}
		texts = append(texts, text)
	}
	return texts
}
