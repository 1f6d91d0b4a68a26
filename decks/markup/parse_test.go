package markup

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// looks writes spans in a form that a table can hold: Kind letter, flags, text.
func looks(spans []Span) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteByte("TCFMBPG"[s.Kind])
		if s.Emphasis {
			b.WriteByte('e')
		}
		if s.Strong {
			b.WriteByte('s')
		}
		if s.URL != "" {
			b.WriteString("<" + s.URL + ">")
		}
		if s.Text != "" {
			b.WriteString(":" + s.Text)
		}
	}
	return b.String()
}

type parseRow struct{ name, text, want string }

func parseTable() []parseRow {
	return []parseRow{
		{"nothing", "", ""},
		{"text", "a text", "T:a text"},
		{"line break", "a\nb", "T:a|B|T:b"},
		{"CRLF", "a\r\nb", "T:a|B|T:b"},
		{"paragraphs", "a\n\n\nb", "T:a|P|T:b"},
		{"newlines at the ends", "\na\n\n", "T:a"},
		{"spaces at the end of a line", "a  \nb", "T:a|B|T:b"},
		{"indented line", "a\n  b", "T:a|B|T:  b"},
		{"code", "use `x := 1` here", "T:use |C:x := 1|T: here"},
		{"code keeps its signs", "`a*b* \\* $x$ [a](b)`", `C:a*b* \* $x$ [a](b)`},
		{"code with a backtick", "`` a`b ``", "C:a`b"},
		{"code that does not close", "a ` b", "T:a ` b"},
		{"fence", "a\n```go\nx\n\n y\n```\nb", "T:a|B|F:x\n\n y|B|T:b"},
		{"fence after a blank line", "a\n\n```\nx\n```\n\nb", "T:a|P|F:x|P|T:b"},
		{"fence to the end", "```\nx", "F:x"},
		{"longer fence", "````\n```\n````", "F:```"},
		{"tab in a fence", "```\n\tx\n```", "F:    x"},
		{"empty fence", "a\n```\n```", "T:a|B"},
		{"emphasis", "an *important* word", "T:an |Te:important|T: word"},
		{"strong", "an **important** word", "T:an |Ts:important|T: word"},
		{"both", "***x***", "Tes:x"},
		{"emphasis in strong", "**a *b* c**", "Ts:a |Tes:b|Ts: c"},
		{"strong in emphasis", "*a **b** c*", "Te:a |Tes:b|Te: c"},
		{"emphasis beside punctuation", "(*a*), *b*!", "T:(|Te:a|T:), |Te:b|T:!"},
		{"stars inside words", "a*b*c", "T:a*b*c"},
		{"stars of a product", "2 * 3 * 4", "T:2 * 3 * 4"},
		{"a star that closes nothing", "a* b", "T:a* b"},
		{"uneven stars", "*a**", "T:*a**"},
		{"uneven stars the other way", "**a*", "T:**a*"},
		{"emphasis over a line break", "*a\nb*", "Te:a|B|Te:b"},
		{"no emphasis over paragraphs", "*a\n\nb*", "T:*a|P|T:b*"},
		{"emphasis in Chinese", "这是*重点*吗", "T:这是|Te:重点|T:吗"},
		{"emphasis before a Korean particle", "*서울*은", "Te:서울|T:은"},
		{"underscores", "_a_ __b__ c_d", "T:_a_ __b__ c_d"},
		{"link", "see [the *map*](https://x.org/a_(b)) now", "T:see |T<https://x.org/a_(b)>:the |Te<https://x.org/a_(b)>:map|T: now"},
		{"link without an address", "[a]() [b] (c)", "T:[a]() [b] (c)"},
		{"brackets", "f[1](x", "T:f[1](x"},
		{"link in brackets", "[[a](b)]", "T:[|T<b>:a|T:]"},
		{"image is reserved", "![alt](a.png)", "T:![alt](a.png)"},
		{"escapes", "\\* \\[ \\] \\{ \\} \\$ \\: \\`", "T:* [ ] { } $ : `"},
		{"other backslashes", `\a \\ C:\dir \`, `T:\a \\ C:\dir \`},
		{"escaped emphasis", `\*a*`, "T:*a*"},
		{"mathematics", "area $\\pi r^2$.", `T:area |M:\pi r^2|T:.`},
		{"prices", "from $5 to $10", "T:from $5 to $10"},
		{"prices with a dash", "$5-$10", "T:$5-$10"},
		{"one dollar", "$5", "T:$5"},
		{"empty mathematics", "$$", "T:$$"},
		{"space inside the first dollar", "$ x$", "T:$ x$"},
		{"gap", "a \x01 b", "T:a |G|T: b"},
		{"gap in code", "`f(\x01)`", "C:f(|G|C:)"},
		{"gap in a fence", "```\nf(\x01)\n```", "F:f(|G|F:)"},
		{"gap in mathematics", "$a+\x01$", "M:a+|G"},
		{"gap in emphasis", "*a \x01*", "Te:a |Ge"},
		{"gap beside a star", "*\x01*", "Ge"},
		{"no bullets, headings, HTML", "# a\n- b\n<b>c</b>", "T:# a|B|T:- b|B|T:<b>c</b>"},
		{"escape sequences", "a\x1b[31mb\u202ec\x7f\u0085", "T:a[31mbc"},
		{"a byte that is no UTF-8", "a\xffb", "T:a\ufffdb"},
		{"tab", "a\tb", "T:a b"},
	}
}

func TestParse(t *testing.T) {
	for _, row := range parseTable() {
		t.Run(row.name, func(t *testing.T) {
			if got := looks(Parse(row.text)); got != row.want {
				t.Errorf("Parse(%q)\n got %q\nwant %q", row.text, got, row.want)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	const text = "*a* [b](c) \x01 `d`\ne\n\n$f$\n```\ng\nh\n```"
	const want = "a b [...] d\ne\n\nf\ng\nh"
	if got := Plain(Parse(text)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Hostile texts of the largest size are read in a time that nobody notices.
func TestParseLongTexts(t *testing.T) {
	for _, piece := range []string{"*", "**a", "*a ", "`", "``a`", "[", "[a](", "](", "$", "$a ", "a*", "\\", "![", "a\n\n", "\x01"} {
		text := strings.Repeat(piece, 64<<10/len(piece))
		start := time.Now()
		Parse(text)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%q repeated took %v", piece, took)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, row := range parseTable() {
		f.Add(row.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range Parse(text) {
			if !utf8.ValidString(s.Text) {
				t.Errorf("%q is no UTF-8", s.Text)
			}
			for _, r := range s.Text + s.URL {
				if Forbidden(r) || r == '\t' || r == '\n' && s.Kind != Fence {
					t.Errorf("span %+v holds %U", s, r)
				}
			}
		}
	})
}
