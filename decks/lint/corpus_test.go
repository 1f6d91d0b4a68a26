package lint_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recto/decks"
	"recto/decks/lint"
)

// The corpus: testdata/CODE/bad-*.toml and good-*.toml, small decks about one
// lint each. A bad one says at the end of each line that must be told
//
//	answer = "Paris" # lint: answer-in-question
//
// and a good one, a near miss, says nothing. What one lint finds in the decks
// of another counts too: a deck must be silent beside what it announces.
var announced = regexp.MustCompile(`# lint: ([a-z0-9 -]+?)\s*$`)

// TestCorpus checks every deck of the corpus and prints what each lint found
// where it should and where it should not.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	counts := map[string]*count{}
	for _, r := range lint.Rules() {
		counts[r.Code] = &count{}
	}
	for _, file := range files {
		checkFile(t, file, counts)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d decks\n%-24s %5s %6s %6s %6s\n", len(files), "lint", "good", "hit", "missed", "false")
	for _, r := range lint.Rules() {
		c := counts[r.Code]
		fmt.Fprintf(&b, "%-24s %5d %6d %6d %6d\n", r.Code, c.good, c.hit, c.missed, c.false)
		if c.hit == 0 || c.good == 0 {
			t.Errorf("the corpus shows %s in no bad deck or in no good one", r.Code)
		}
	}
	t.Log("\n" + b.String())
}

// count is what a lint did over the corpus: good decks of its own in which it
// was silent, lines told, lines missed, lines told without reason.
type count struct{ good, hit, missed, false int }

func checkFile(t *testing.T, file string, counts map[string]*count) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folder := os.DirFS(filepath.Dir(file))
	d, err := decks.Parse(file, src, folder)
	if err != nil {
		t.Errorf("the corpus has a fault: %v", err)
		return
	}
	var got, want []string
	for _, f := range lint.Check([]*decks.Deck{d}, lint.Options{Folder: func(decks.Part) fs.FS { return folder }}) {
		got = append(got, fmt.Sprintf("%d %s", f.Pos.Line, f.Code))
	}
	for i, line := range bytes.Split(src, []byte("\n")) {
		if m := announced.FindSubmatch(bytes.TrimSuffix(line, []byte("\r"))); m != nil {
			for _, code := range strings.Fields(string(m[1])) {
				want = append(want, fmt.Sprintf("%d %s", i+1, code))
			}
		}
	}
	code := filepath.Base(filepath.Dir(file))
	if counts[code] == nil {
		t.Errorf("%s: no lint is called %s", file, code)
		return
	}
	if bad := strings.HasPrefix(filepath.Base(file), "bad-"); bad != slices.ContainsFunc(want, func(s string) bool { return strings.HasSuffix(s, " "+code) }) {
		t.Errorf("%s: a bad deck announces its lint, a good one does not", file)
	}
	tally(t, file, code, got, want, counts)
}

// tally compares what was told with what was announced.
func tally(t *testing.T, file, own string, got, want []string, counts map[string]*count) {
	silent := true
	for _, g := range got {
		_, code, _ := strings.Cut(g, " ")
		silent = silent && code != own
		if slices.Contains(want, g) {
			counts[code].hit++
			continue
		}
		counts[code].false++
		t.Errorf("%s: %s is told and not announced", file, g)
	}
	for _, w := range want {
		_, code, _ := strings.Cut(w, " ")
		if !slices.Contains(got, w) {
			counts[code].missed++
			t.Errorf("%s: %s is announced and not told", file, w)
		}
	}
	if silent && strings.HasPrefix(filepath.Base(file), "good-") {
		counts[own].good++
	}
}

// TestHelp wants a page for every rule and no page without one.
func TestHelp(t *testing.T) {
	var codes []string
	for _, r := range lint.Rules() {
		codes = append(codes, r.Code)
		if !strings.Contains(r.Help(), "\n") || r.Help() == r.Reason+"\n" {
			t.Errorf("%s has no page of help", r.Code)
		}
	}
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("the codes are not sorted and each its own: %v", codes)
	}
	pages, _ := filepath.Glob("help/*.md")
	for _, p := range pages {
		if !slices.Contains(codes, strings.TrimSuffix(filepath.Base(p), ".md")) {
			t.Errorf("%s is the page of no rule", p)
		}
	}
}
