package answer_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"recto/decks"
	"recto/quiz/answer"
)

// row is one typed answer of testdata/marking.txt with its verdict.
type row struct {
	line     int
	verdict  string   // "correct", "close", "wrong", "none"
	bullets  []string // the rules that meet in it
	response string
	why      string
	block    *block
}

// block is the question that rows answer.
type block struct {
	language string
	face     string // "ask" unless stated
	quiz     bool
	order    []int
	keys     string // TOML keys of the question
}

// source returns the deck of one question that the block stands for.
func (b *block) source() string {
	ask := "ask = \"Which?\"\n"
	if strings.Contains(b.keys, "ask = ") || strings.Contains(b.keys, "cloze = ") {
		ask = ""
	}
	return fmt.Sprintf("title = \"Marking\"\nlanguage = %q\n\n[[question]]\nid = \"q\"\n%s%s", b.language, ask, b.keys)
}

// readMarking reads the table of typed answers.
func readMarking(t testing.TB) []row { return readRows(t, "testdata/marking.txt") }

// readRows reads a table of typed answers.
func readRows(t testing.TB, path string) []row {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	var current *block
	for i, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "reason: ") && len(rows) > 0:
		case strings.HasPrefix(line, "["):
			current = readBlock(t, i+1, line)
		case strings.HasPrefix(line, "    "):
			current.keys += strings.TrimSpace(line) + "\n"
		default:
			rows = append(rows, readRow(t, i+1, line, current))
		}
	}
	return rows
}

func readBlock(t testing.TB, line int, text string) *block {
	t.Helper()
	head, key, found := strings.Cut(strings.TrimPrefix(text, "["), "] ")
	if !found {
		t.Fatalf("line %d: no key after the brackets", line)
	}
	words := strings.Fields(head)
	b := &block{language: words[0], face: "ask", keys: key + "\n"}
	for _, word := range words[1:] {
		if n, err := strconv.Atoi(word); err == nil {
			b.order = append(b.order, n)
		} else if word == "quiz" {
			b.quiz = true
		} else {
			b.face = word
		}
	}
	return b
}

func readRow(t testing.TB, line int, text string, b *block) row {
	t.Helper()
	fields := strings.SplitN(text, "|", 3)
	if len(fields) != 3 || b == nil {
		t.Fatalf("line %d: no row: %q", line, text)
	}
	words := strings.Fields(fields[0])
	r := row{line: line, verdict: words[0], bullets: words[1:], why: strings.TrimSpace(fields[2]), block: b}
	r.response = strings.TrimSpace(fields[1])
	if strings.HasPrefix(r.response, `"`) {
		s, err := strconv.Unquote(r.response)
		if err != nil {
			t.Fatalf("line %d: %v", line, err)
		}
		r.response = s
	}
	return r
}

// The table must stay a fair sample: every rule of Marking, rules that meet,
// the three verdicts, the languages.
func TestMarkingTableIsASample(t *testing.T) {
	rows := readMarking(t)
	single, verdicts, languages := map[string]int{}, map[string]int{}, map[string]int{}
	meets := 0
	for _, r := range rows {
		verdicts[r.verdict]++
		languages[r.block.language]++
		if len(r.bullets) > 1 {
			meets++
		} else {
			single[r.bullets[0]]++
		}
		if r.why == "" {
			t.Errorf("line %d: a row without its why", r.line)
		}
	}
	for _, bullet := range []string{"folding", "order", "slips", "numbers", "dates", "items", "refusal"} {
		if single[bullet] < 15 {
			t.Errorf("%d rows for %s alone, want 15", single[bullet], bullet)
		}
	}
	if meets < 60 {
		t.Errorf("%d rows where rules meet, want 60", meets)
	}
	if len(rows) < 340 {
		t.Errorf("%d rows, want 340", len(rows))
	}
	for _, verdict := range []string{"close", "wrong"} {
		if 3*verdicts[verdict] < len(rows) {
			t.Errorf("%d rows %s of %d, want a third", verdicts[verdict], verdict, len(rows))
		}
	}
	if 4*verdicts["correct"] < len(rows) {
		t.Errorf("%d rows correct of %d, want a quarter", verdicts["correct"], len(rows))
	}
	if languages["de"] < 40 || languages["fr"] < 40 || languages["en"] < 40 {
		t.Errorf("rows by language: %v, want 40 each of en, de, fr", languages)
	}
}

// task returns the task that the block stands for.
func (b *block) task(t testing.TB) answer.Task {
	t.Helper()
	deck, err := decks.Parse("marking.toml", []byte(b.source()), nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, b.source())
	}
	for _, card := range deck.Questions[0].Cards() {
		if string(card.Face) == b.face || b.face == "ask" && card.Face == "c1" {
			return answer.Task{Card: card, Order: b.order, Quiz: b.quiz}
		}
	}
	t.Fatalf("no face %q of %s", b.face, b.source())
	return answer.Task{}
}

func TestMarking(t *testing.T) { checkRows(t, readMarking(t)) }

func TestForms(t *testing.T) { checkRows(t, readRows(t, "testdata/forms.txt")) }

func checkRows(t *testing.T, rows []row) {
	for _, r := range rows {
		t.Run(fmt.Sprintf("%d %s", r.line, r.why), func(t *testing.T) {
			match, err := answer.Standard{}.Match(r.block.task(t), r.response)
			if err != nil {
				t.Fatalf("%q: %v", r.response, err)
			}
			got := match.Verdict.String()
			if got == "" {
				got = "none"
			}
			if got != r.verdict {
				t.Errorf("%q is %s (%s), want %s: %s\n%s", r.response, got, match.Note, r.verdict, r.why, r.block.keys)
			}
		})
	}
}
