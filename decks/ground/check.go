package ground

import (
	"slices"
	"strings"

	"recto/decks"
)

// Verdict says whether the facts of a question stand in the article.
type Verdict string

// The verdicts.
const (
	Grounded  Verdict = "grounded"
	Elsewhere Verdict = "elsewhere"
	NotFound  Verdict = "not found"
	Inferred  Verdict = "inferred"
	Skipped   Verdict = "skipped"
)

// Result is what was found out about one question.
type Result struct {
	Question *decks.Question
	Verdict  Verdict
	Found    []Ref    // where its claims stand, in the order of the article; those of anchors where they do
	Missing  []string // the claims that stand nowhere
	Copied   Copy     // the longest run of words shared with the article
}

// Report is what was found out about decks and an article.
type Report struct {
	Article   *Article
	Language  string   // of the article, BCP 47; "" when it is not known
	Results   []Result // one for each question, in order
	Covered   int      // paragraphs that a question points to
	Uncovered []Ref    // the others, in order
	Findings  []Finding
}

// Paragraphs returns how many paragraphs the article has.
func (r *Report) Paragraphs() int { return r.Article.paragraphs() }

// Count returns how many questions have a verdict.
func (r *Report) Count(v Verdict) int {
	n := 0
	for i := range r.Results {
		if r.Results[i].Verdict == v {
			n++
		}
	}
	return n
}

// checker holds what the questions of one deck are compared with.
type checker struct {
	index    *index
	wording  *language       // of the answers of the deck
	author   map[string]bool // the words of the name of the article's author, to whom a deck ascribes what it tells
	foreign  bool            // the deck is in another language than the article
	runs     *runs
	words    map[string]int32
	findings []Finding
	covered  map[Ref]bool
	known    []string // the words of the article as it writes them, once they were needed
	looked   int      // how often they were looked through
	file     string
}

// Check looks for the facts of decks in an article; file is its name in findings.
func Check(a *Article, file string, loaded []*decks.Deck) *Report {
	l := languageOf(a.Language)
	if a.Language == "" {
		l = guessLanguage(a.beginning())
		if len(loaded) > 0 && l == unknown {
			l = languageOf(loaded[0].Language)
		}
	}
	c := &checker{index: newIndex(a, l), covered: map[Ref]bool{}, file: file}
	c.runs, c.words = newRuns(c.index)
	report := &Report{Article: a, Language: l.name}
	for _, d := range loaded {
		c.wording = languageOf(answerLanguage(d))
		c.foreign = c.wording.name != l.name && l.name != "" && c.wording.name != ""
		c.author = map[string]bool{}
		if d.Source != nil {
			for _, t := range tokenize(d.Source.Author, c.wording) {
				c.author[t.text] = true
			}
		}
		for _, q := range d.Questions {
			report.Results = append(report.Results, c.question(q))
		}
	}
	for n := range c.index.passages {
		if ref := c.index.passages[n].ref; !c.covered[ref] {
			report.Uncovered = append(report.Uncovered, ref)
		}
	}
	report.Covered = len(c.index.passages) - len(report.Uncovered)
	c.uncovered(report.Uncovered, loaded)
	sortFindings(c.findings)
	report.Findings = c.findings
	return report
}

// beginning returns enough of an article to tell its language.
func (a *Article) beginning() string {
	var b strings.Builder
	for _, s := range a.Sections {
		for _, p := range s.Paragraphs {
			if b.Len() > 64<<10 {
				return b.String()
			}
			b.WriteString(p.Text + "\n")
		}
	}
	return b.String()
}

func answerLanguage(d *decks.Deck) string {
	if d.AnswerLanguage != "" {
		return d.AnswerLanguage
	}
	if d.Language != "" {
		return d.Language
	}
	return "en"
}

// question looks for the claims of one question.
func (c *checker) question(q *decks.Question) Result {
	result := Result{Question: q, Copied: c.copied(q)}
	c.copiedFinding(q, result.Copied)
	at := c.anchored(q)
	for _, n := range at.passages {
		if at.places[n] {
			c.covered[c.index.passages[n].ref] = true
		}
	}
	if at.inferred {
		result.Verdict = Inferred
		if at.broken {
			result.Verdict = NotFound
		}
		c.wrongAnchors(q, at, "")
		result.Found = c.refs(at.passages)
		return result
	}
	claims := c.claims(q)
	if c.foreign {
		if claims = c.acrossLanguages(claims); len(claims) == 0 {
			result.Verdict = Skipped
			if at.broken {
				result.Verdict = NotFound
			}
			c.wrongAnchors(q, at, "")
			return result
		}
	}
	c.judge(q, &result, at, claims)
	return result
}

// judge looks for claims where the anchors say, and then in the whole article.
func (c *checker) judge(q *decks.Question, result *Result, at anchored, claims []claim) {
	var found []int32
	var away []outside
	var gone missing
	context := c.context(q)
	for i := range claims {
		if here, ok := c.within(at.passages, &claims[i]); ok {
			found = append(found, here...)
			continue
		}
		there, ok := c.index.search(&claims[i], &context)
		if !ok {
			result.Missing = append(result.Missing, claims[i].shown)
			if gone.path == nil {
				gone = missing{claims[i].path, c.missingHint(&claims[i])}
			}
			continue
		}
		away = append(away, outside{claims[i].shown, there.passage})
	}
	for _, o := range away {
		found = append(found, o.passage)
	}
	result.Found = c.refs(found)
	for _, n := range found {
		if len(q.From) == 0 || slices.Contains(at.passages, n) {
			c.covered[c.index.passages[n].ref] = true
		}
	}
	switch {
	case len(result.Missing) > 0:
		result.Verdict = NotFound
	case len(q.From) > 0 && len(away) > 0 && !at.free:
		result.Verdict = Elsewhere
	default:
		result.Verdict = Grounded
	}
	c.verdictFinding(q, result, at, away, gone)
}

// missing is where a question says the first thing that stands nowhere, and
// what is near to it.
type missing struct {
	path []any
	hint string
}

// outside is a claim that stands in a paragraph no anchor names.
type outside struct {
	shown   string
	passage int32
}

// within returns the passages of some that hold a claim the best; at least one
// when it reports true.
func (c *checker) within(passages []int32, one *claim) ([]int32, bool) {
	var held []int32
	best := nowhere
	for _, n := range passages {
		l := c.index.holds(n, one)
		if l > best {
			best, held = l, held[:0]
		}
		if l == best && l > nowhere {
			held = append(held, n)
		}
	}
	return held, best > nowhere
}

// refs returns the places of passages, each once, in order.
func (c *checker) refs(passages []int32) []Ref {
	sorted := slices.Clone(passages)
	slices.Sort(sorted)
	var refs []Ref
	for _, n := range slices.Compact(sorted) {
		refs = append(refs, c.index.passages[n].ref)
	}
	return refs
}

// acrossLanguages keeps of claims what is the same in every language: numbers,
// days, and such names as the article has.
func (c *checker) acrossLanguages(claims []claim) []claim {
	var kept []claim
	for _, one := range claims {
		same := claim{shown: one.shown, path: one.path}
		for _, f := range one.forms {
			if f.number == nil && f.date == nil {
				f = c.namesOnly(f)
			}
			if f.number != nil || f.date != nil || f.manner != topic && len(f.numbers)+len(f.names) > 0 {
				same.forms = append(same.forms, f)
			}
		}
		if len(same.forms) > 0 {
			kept = append(kept, same)
		}
	}
	return kept
}

// namesOnly returns a form of which only the numbers count, and the names that
// the article has.
func (c *checker) namesOnly(f form) form {
	known := form{manner: f.manner, tokens: f.tokens, numbers: f.numbers}
	for _, name := range f.names {
		for i := name[0]; i < name[1]; i++ {
			if c.index.anywhere(&f.tokens[i]) {
				known.names = append(known.names, [2]int{i, i + 1})
				known.units = append(known.units, [2]int{i, i + 1})
				known.content = append(known.content, i)
			}
		}
	}
	if known.manner == strict {
		known.manner = loose
	}
	return known
}
