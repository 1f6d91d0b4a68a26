package decks

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// readDeck reads everything of a file. offsets are those of the questions.
func (r *reader) readDeck(top table, offsets []int) {
	r.deck = &Deck{Language: "en", File: r.src.file}
	if !r.readVersion(top) {
		r.deck = nil
		return
	}
	meant := r.unknownDeckKeys(top)
	r.readAny(top, meant)
	d := r.deck
	if _, there := top.m["title"]; there {
		d.Title, _ = top.text("title")
	}
	r.readID(top)
	for _, text := range []struct {
		key string
		to  *string
	}{{"description", &d.Description}, {"author", &d.Author}, {"license", &d.License}} {
		if _, there := top.m[text.key]; there {
			*text.to, _ = top.text(text.key)
		}
	}
	d.Language = r.readLanguage(top, "language", d.Language)
	d.AnswerLanguage = r.readLanguage(top, "answer_language", d.Language)
	r.readSource(top)
	r.readStudy(top)
	r.readPrint(top)
	r.readDefaults(top)
	r.readGroups(top)
	d.Parts = []Part{{File: d.File, Title: d.Title, source: r.src}}
	r.readQuestions(top, offsets)
	r.checkTitle(top, meant)
}

// readVersion reports whether the file is of a version that can be read.
func (r *reader) readVersion(top table) bool {
	v, there := top.m["recto"]
	if !there {
		return true
	}
	if n, is := v.(int64); is && n > 1 {
		top.bad(fmt.Sprintf("format version %d needs a newer recto", n), "this recto reads version 1", "recto")
		return false
	}
	top.integer("recto", 1, 1)
	return true
}

// readAny tells when the file has no question at all.
func (r *reader) readAny(top table, meant []string) {
	v, there := top.m["question"]
	empty, is := v.([]any)
	if there && (!is || len(empty) > 0) || contains(meant, "question") {
		return
	}
	r.faults = append(r.faults, fault{place: onOffset, is: ErrNoQuestion, message: "the deck has no question",
		hint: "a question begins with [[question]] on a line of its own"})
}

// unknownDeckKeys tells the keys that do not stand at the top of a file, and
// returns what they were probably meant to be.
func (r *reader) unknownDeckKeys(top table) (meant []string) {
	for _, key := range sortedKeys(top.m) {
		switch {
		case contains(deckKeys, key), foreign(key), r.full():
		case reserved(key):
			top.unknownKey(key, "", nil)
		case keyBits[key] != 0:
			top.badKey(fmt.Sprintf("key %q stands before the first question", key), "a question begins with [[question]] on a line of its own", key)
		default:
			meant = append(meant, top.unknownKey(key, "", append(deckKeys[:len(deckKeys):len(deckKeys)], questionKeys...)))
		}
	}
	return meant
}

// checkTitle tells when the title is missing, unless another fault tells where
// it went.
func (r *reader) checkTitle(top table, meant []string) {
	if _, there := top.m["title"]; !there && !r.titled && !contains(meant, "title") {
		r.add(fault{place: onOffset, message: "title is missing", hint: `a deck begins with title = "..."`})
	}
}

func (r *reader) readID(top table) {
	d := r.deck
	if _, r.explicit = top.m["id"]; !r.explicit {
		d.ID = fileID(d.File)
		if !ValidID(d.ID) {
			r.add(fault{place: onOffset, message: fmt.Sprintf("the file name %s is no deck id", quote(d.ID)),
				hint: `give the deck an id: id = "..." with letters, digits, '-', '_' and '.'`})
		}
		return
	}
	if id, ok := top.text("id"); ok {
		d.ID = id
		top.id(id, "id")
	}
}

// id tells what is wrong with an id that stands at a key.
func (t table) id(id, key string) {
	if ValidID(id) {
		return
	}
	hint := "letters, marks and digits of any script, '-', '_' and '.', in NFC, at most 128 bytes"
	if strings.HasPrefix(id, "~") {
		hint = "an id that begins with ~ is derived from a text and cannot be written"
	}
	t.bad(fmt.Sprintf("%s %s is no id", key, quote(id)), hint, key)
}

// languageTag is what a well-formed BCP 47 tag looks like, near enough to
// refuse names of languages.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

func (r *reader) readLanguage(top table, key, without string) string {
	if _, there := top.m[key]; !there {
		return without
	}
	tag, ok := top.text(key)
	if !ok {
		return without
	}
	if !languageTag.MatchString(tag) {
		top.bad(fmt.Sprintf("%s %s is no language tag", key, quote(tag)), `a tag is as "en", "de-CH" or "pt-BR"`, key)
		return without
	}
	return tag
}

func (r *reader) readSource(top table) {
	if _, there := top.m["source"]; !there {
		return
	}
	t, ok := top.table("source")
	if !ok {
		return
	}
	t.unknown(" in source", []string{"title", "author", "publisher", "date", "url"})
	s := &Source{}
	r.deck.Source = s
	for _, text := range []struct {
		key string
		to  *string
	}{{"title", &s.Title}, {"author", &s.Author}, {"publisher", &s.Publisher}, {"url", &s.URL}, {"date", &s.Date}} {
		v, there := t.m[text.key]
		if !there {
			continue
		}
		if _, is := v.(time.Time); is && text.key == "date" {
			day, _ := t.value(v, "date")
			s.Date = day.Text
			continue
		}
		*text.to, _ = t.text(text.key)
	}
}

// The lowest and the highest retention that may be aimed at.
const (
	minRetention = 0.70
	maxRetention = 0.99
)

func (r *reader) readStudy(top table) {
	if _, there := top.m["study"]; !there {
		return
	}
	t, ok := top.table("study")
	if !ok {
		return
	}
	t.unknown(" in study", []string{"new_per_day", "retention", "shuffle", "exam"})
	s := &r.deck.Study
	if _, there := t.m["new_per_day"]; there {
		if n, ok := t.integer("new_per_day", 0, 1_000_000); ok {
			s.NewPerDay = &n
		}
	}
	if _, there := t.m["retention"]; there {
		if f, ok := t.retention(); ok {
			s.Retention = &f
		}
	}
	if _, there := t.m["shuffle"]; there {
		if b, ok := t.boolean("shuffle"); ok {
			s.Shuffle = &b
		}
	}
	if _, there := t.m["exam"]; there {
		s.Exam = t.exam()
	}
}

// retention reads the share of cards that shall be known.
func (t table) retention() (float64, bool) {
	hint := ""
	percent, is := toFloat(t.m["retention"])
	if s, text := t.m["retention"].(string); text {
		var err error
		percent, err = strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(s, "%")), 64)
		is = err == nil && strings.HasSuffix(s, "%")
	}
	if is && percent >= 100*minRetention && percent <= 100*maxRetention {
		hint = fmt.Sprintf("write %v", percent/100)
	}
	return t.number("retention", minRetention, maxRetention, hint)
}

func (t table) exam() *Exam {
	if day := scalarText(t.m["exam"]); typeName(t.m["exam"]) == "a date" {
		t.bad("exam must be a table, not a date", fmt.Sprintf("write exam = { date = %s }", day), "exam")
		return nil
	}
	e, ok := t.table("exam")
	if !ok {
		return nil
	}
	e.unknown(" in exam", []string{"date", "retention"})
	exam := &Exam{}
	_, dated := e.m["date"]
	if dated {
		exam.Date, ok = e.day("date")
	} else {
		t.badKey("exam has no date", "write exam = { date = 2027-06-30 }", "exam")
	}
	if _, there := e.m["retention"]; there {
		exam.Retention, _ = e.retention()
	}
	if !dated || !ok {
		return nil
	}
	return exam
}

func (r *reader) readPrint(top table) {
	if _, there := top.m["print"]; !there {
		return
	}
	t, ok := top.table("print")
	if !ok {
		return
	}
	t.unknown(" in print", []string{"heading", "instructions", "footer"})
	p := &r.deck.Print
	for _, text := range []struct {
		key string
		to  *string
	}{{"heading", &p.Heading}, {"instructions", &p.Instructions}, {"footer", &p.Footer}} {
		if _, there := t.m[text.key]; there {
			*text.to, _ = t.text(text.key)
		}
	}
}

// readQuestions reads the questions in file order, until there are more faults
// than are told.
func (r *reader) readQuestions(top table, offsets []int) {
	var tables []map[string]any
	switch v := top.m["question"].(type) {
	case nil:
	case []map[string]any:
		tables = v
	case map[string]any:
		top.bad("question stands in one pair of brackets", "every question begins with [[question]], two brackets", "question")
		return
	case []any:
		for i, item := range v {
			m, is := item.(map[string]any)
			if !is {
				top.wrongType("question", "a table", item, i)
				return
			}
			tables = append(tables, m)
		}
	default:
		top.wrongType("question", "an array of tables", v)
		return
	}
	if len(tables) == 0 {
		return
	}
	if len(tables) > maxQuestions {
		top.bad(fmt.Sprintf("more than %d questions", maxQuestions), "split the deck into several", "question")
		return
	}
	places := r.questionPlaces(len(tables), offsets)
	questions := make([]Question, len(tables))
	r.deck.Questions = make([]*Question, len(tables))
	for i, m := range tables {
		q := &questions[i]
		q.Deck, q.File, q.source = r.deck, r.src.file, r.src
		q.Number, q.Pos = i+1, places[i]
		r.deck.Questions[i] = q
		if !r.full() {
			r.number = i + 1
			r.readQuestion(q, table{r: r, path: steps{"question", i}, m: m})
		}
	}
	r.number = 0
	r.questions = r.deck.Questions
}

// questionPlaces returns the positions of the questions of a file: by the
// offsets that the scan found, or where it did not see them all, by the tree.
func (r *reader) questionPlaces(n int, offsets []int) []Position {
	if len(offsets) == n {
		return r.src.positions(offsets)
	}
	places := make([]Position, n)
	for i := range places {
		places[i] = r.src.position(r.src.nodes().at(steps{"question", i}).value)
	}
	return places
}
