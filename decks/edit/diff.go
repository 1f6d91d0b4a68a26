package edit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// diffContext is how many lines around a changed one a difference shows.
const diffContext = 3

// Diff returns what changes do to the file as a unified difference, "" for
// nothing. The lines are as they are, those of Windows with their carriage
// returns: a program that patches makes the same file of it as Make does.
func (f *File) Diff(changes ...Change) (string, error) {
	var splices []Splice
	for _, c := range changes {
		splices = append(splices, c.Splices...)
	}
	slices.SortStableFunc(splices, func(a, b Splice) int { return a.Start - b.Start })
	if _, err := Apply(f.src, splices...); err != nil {
		return "", err
	}
	d := differ{file: f}
	for line := range strings.Lines(string(f.src)) {
		d.starts = append(d.starts, d.size)
		d.size += len(line)
	}
	d.runs(splices)
	if len(d.changed) == 0 {
		return "", nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", f.part.File, f.part.File)
	shift := 0
	for first := 0; first < len(d.changed); {
		last := first
		for last+1 < len(d.changed) && d.changed[last+1].from-d.changed[last].to <= 2*diffContext {
			last++
		}
		shift = d.hunk(&b, d.changed[first:last+1], shift)
		first = last + 1
	}
	return b.String(), nil
}

// differ finds the lines that splices change.
type differ struct {
	file    *File
	starts  []int // offsets of the lines
	size    int
	changed []run
}

// run is lines of the old file, from to to, that become others.
type run struct {
	from, to int
	lines    []string
}

// runs collects the changed lines.
func (d *differ) runs(splices []Splice) {
	for i := 0; i < len(splices); {
		from, to := d.line(splices[i].Start), d.line(splices[i].End)+1
		j := i + 1
		for j < len(splices) && d.line(splices[j].Start) <= to-1 {
			to = max(to, d.line(splices[j].End)+1)
			j++
		}
		to = min(to, len(d.starts))
		d.add(from, to, splices[i:j])
		i = j
	}
}

// line returns the number, from 0, of the line that holds an offset; that of a
// line behind the last one for the end of a file that ends with a newline.
func (d *differ) line(at int) int {
	i, found := slices.BinarySearch(d.starts, at)
	behind := at == d.size && bytes.HasSuffix(d.file.src, []byte("\n"))
	if !found && !behind {
		i--
	}
	return max(i, 0)
}

// add adds the run of some lines, less those at its ends that stay.
func (d *differ) add(from, to int, splices []Splice) {
	base := d.offset(from)
	moved := make([]Splice, len(splices))
	for i, s := range splices {
		moved[i] = Splice{s.Start - base, s.End - base, s.Text}
	}
	text, err := Apply(d.file.src[base:d.offset(to)], moved...)
	if err != nil {
		return // Diff applied them all before
	}
	lines := slices.Collect(strings.Lines(string(text)))
	for len(lines) > 0 && from < to && lines[0] == d.text(from) {
		lines, from = lines[1:], from+1
	}
	for len(lines) > 0 && from < to && lines[len(lines)-1] == d.text(to-1) {
		lines, to = lines[:len(lines)-1], to-1
	}
	if len(lines) > 0 || from < to {
		d.changed = append(d.changed, run{from, to, lines})
	}
}

// offset returns where a line begins, the end of the file behind the last one.
func (d *differ) offset(line int) int {
	if line < len(d.starts) {
		return d.starts[line]
	}
	return d.size
}

// text returns a line with its line end.
func (d *differ) text(line int) string {
	return string(d.file.src[d.offset(line):d.offset(line+1)])
}

// hunk writes runs that stand near each other, with lines around them. shift
// is how many lines the runs above added; it returns the sum.
func (d *differ) hunk(b *strings.Builder, runs []run, shift int) int {
	from := max(0, runs[0].from-diffContext)
	to := min(len(d.starts), runs[len(runs)-1].to+diffContext)
	added := 0
	var body strings.Builder
	at := from
	for _, r := range runs {
		d.write(&body, ' ', at, r.from)
		d.write(&body, '-', r.from, r.to)
		for _, line := range r.lines {
			writeLine(&body, '+', line)
		}
		added += len(r.lines) - (r.to - r.from)
		at = r.to
	}
	d.write(&body, ' ', at, to)
	fmt.Fprintf(b, "@@ -%s +%s @@\n%s", span(from, to-from), span(from+shift, to-from+added), body.String())
	return shift + added
}

// span returns a place in a file as a difference names it.
func span(from, count int) string {
	if count == 0 {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, count)
}

func (d *differ) write(b *strings.Builder, sign byte, from, to int) {
	for i := from; i < to; i++ {
		writeLine(b, sign, d.text(i))
	}
}

func writeLine(b *strings.Builder, sign byte, line string) {
	text, ended := strings.CutSuffix(line, "\n")
	b.WriteByte(sign)
	b.WriteString(text + "\n")
	if !ended {
		b.WriteString("\\ No newline at end of file\n")
	}
}
