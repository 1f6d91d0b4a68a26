package edit

import (
	"bytes"
	"fmt"
	"slices"
)

// Splice replaces the bytes from Start to End of a file by Text. Start equal
// to End inserts.
type Splice struct {
	Start, End int // byte offsets, a byte-order mark counted
	Text       string
}

// Apply returns the file with the splices made, all of them at once: their
// offsets are those of src, whatever their order. Splices that overlap, and
// such as reach beyond the file, are an error. Insertions at one place come in
// the order given.
func Apply(src []byte, splices ...Splice) ([]byte, error) {
	sorted := slices.Clone(splices)
	slices.SortStableFunc(sorted, func(a, b Splice) int { return a.Start - b.Start })
	var out bytes.Buffer
	at := 0
	for _, s := range sorted {
		if s.Start < at || s.End < s.Start || s.End > len(src) {
			return nil, fmt.Errorf("a change of the bytes %d to %d overlaps another one or the end of the file", s.Start, s.End)
		}
		out.Write(src[at:s.Start])
		out.WriteString(s.Text)
		at = s.End
	}
	out.Write(src[at:])
	return out.Bytes(), nil
}
