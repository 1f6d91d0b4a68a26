package ground

import (
	"errors"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// maxNesting is how deep lists, quotations and elements may stand in one another.
const maxNesting = 500

var errNesting = errors.New("the article is nested more than 500 deep")

// readMarkdown reads a text in Markdown, with tables.
func readMarkdown(source string) (*Article, error) {
	source, title, lines := cutFrontMatter(source)
	if err := tameMarkdown(source); err != nil {
		return nil, err
	}
	src := []byte(source)
	tree := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(src))
	m := &markdownReader{src: src, line: lineCounter{text: source, line: 1 + lines}}
	m.article.Title = title
	m.title = onlyTitle(tree)
	if err := m.children(tree, 0); err != nil {
		return nil, err
	}
	return m.done(), nil
}

// markdownReader makes an article of a tree of Markdown.
type markdownReader struct {
	builder
	src   []byte
	title ast.Node // the heading that is the title, nil when none is
	line  lineCounter
}

func (m *markdownReader) children(n ast.Node, depth int) error {
	if depth > maxNesting {
		return errNesting
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			if ast.Node(c) == m.title {
				m.article.Title = tidy(m.inline(c))
			} else {
				m.heading(m.inline(c))
			}
		case *ast.Paragraph, *ast.TextBlock:
			m.paragraph(m.inline(c), m.lineOf(c))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.paragraph(string(c.Lines().Value(m.src)), m.lineOf(c))
		case *ast.List, *east.Table:
			text, err := m.items(c, 0)
			if err != nil {
				return err
			}
			m.paragraph(text, m.lineOf(c))
		case *ast.HTMLBlock:
			if err := m.rawHTML(string(c.Lines().Value(m.src)), m.lineOf(c)); err != nil {
				return err
			}
		default:
			if err := m.children(c, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// items returns a list or a table with a line for each item or row.
func (m *markdownReader) items(n ast.Node, depth int) (string, error) {
	if depth > maxNesting {
		return "", errNesting
	}
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			b.WriteString(m.inline(c))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			b.Write(c.Lines().Value(m.src))
		case *east.TableCell:
			b.WriteString(m.inline(c) + " ")
			continue
		default:
			text, err := m.items(c, depth+1)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

// inline returns the text of a block, marks and addresses left out.
func (m *markdownReader) inline(n ast.Node) string {
	var b strings.Builder
	// Walk never fails: the function below returns no error.
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := string(n.Segment.Value(m.src))
			if !n.IsRaw() {
				value = html.UnescapeString(unescapeMarks(value))
			}
			b.WriteString(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(m.src))
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// rawHTML takes in what a block of HTML says.
func (m *markdownReader) rawHTML(source string, line int) error {
	inner, err := bodyOf(source)
	if err != nil {
		return err
	}
	for _, s := range inner.Sections {
		m.heading(s.Heading)
		for _, p := range s.Paragraphs {
			m.paragraph(p.Text, line)
		}
	}
	return nil
}

// lineOf returns the line on which a block begins, 0 when that is not known.
func (m *markdownReader) lineOf(n ast.Node) int {
	for n != nil {
		if n.Type() != ast.TypeInline && n.Lines() != nil && n.Lines().Len() > 0 {
			return m.line.at(n.Lines().At(0).Start)
		}
		if t, ok := n.(*ast.Text); ok {
			return m.line.at(t.Segment.Start)
		}
		n = n.FirstChild()
	}
	return 0
}

// lineCounter counts lines up to rising offsets of a text.
type lineCounter struct {
	text string
	from int
	line int // the number of the line at from
}

func (l *lineCounter) at(offset int) int {
	if offset < l.from {
		return l.line
	}
	l.line += strings.Count(l.text[l.from:offset], "\n")
	l.from = offset
	return l.line
}

// onlyTitle returns the heading of the first level that is the title: the only
// one, with nothing before it.
func onlyTitle(tree ast.Node) ast.Node {
	var first ast.Node
	for c := tree.FirstChild(); c != nil; c = c.NextSibling() {
		h, ok := c.(*ast.Heading)
		switch {
		case ok && h.Level == 1 && first != nil:
			return nil
		case ok && h.Level == 1:
			first = c
		case first == nil:
			return nil
		}
	}
	return first
}

// cutFrontMatter returns a text without the front matter on its top, the title
// that this states, and how many lines were cut.
func cutFrontMatter(source string) (rest, title string, lines int) {
	for _, fence := range []string{"---\n", "+++\n"} {
		if !strings.HasPrefix(source, fence) {
			continue
		}
		matter, rest, ended := strings.Cut(source[len(fence):], "\n"+fence)
		if !ended || strings.Contains(matter, "\n\n") {
			continue
		}
		for line := range strings.SplitSeq(matter, "\n") {
			key, value, _ := strings.Cut(strings.Replace(line, "=", ":", 1), ":")
			if strings.TrimSpace(key) == "title" {
				title = tidy(strings.Trim(strings.TrimSpace(value), `"'`))
			}
		}
		return rest, title, strings.Count(matter, "\n") + 3
	}
	return source, "", 0
}

// unescapeMarks takes out the backslashes before signs.
func unescapeMarks(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// maxMarks is how many quotation and list marks a line may begin with, and
// maxRun how many bytes a block may hold: what is beyond takes goldmark a time
// that grows with the square.
const (
	maxMarks = 100
	maxRun   = 256 << 10
)

// tameMarkdown refuses what no person writes and the parser suffers from.
func tameMarkdown(source string) error {
	run := 0
	for line := range strings.SplitSeq(source, "\n") {
		marks := 0
		for _, c := range []byte(line) {
			if c == '>' || c == '-' || c == '*' || c == '+' {
				marks++
			} else if c != ' ' && c != '\t' {
				break
			}
		}
		if marks > maxMarks && strings.Trim(line, "-*_= \t") != "" {
			return errNesting
		}
		if strings.TrimSpace(line) == "" {
			run = 0
		}
		if run += len(line); run > maxRun {
			return errors.New("a paragraph of the article is longer than 256 KiB")
		}
	}
	return nil
}
