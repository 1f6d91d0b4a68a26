package export

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"recto/decks/markup"
)

// grid is a measurer whose characters are all 1 mm wide, marks none, and that
// has every character but a few.
type grid struct{ lacks string }

func (grid) Width(text string, _ Font) float64 {
	n := 0
	for _, r := range text {
		if classOf(r) != mark {
			n++
		}
	}
	return float64(n)
}

func (grid) Kern(_, _ rune, _ Font) float64 { return 0 }

func (g grid) Has(r rune, _ Style) bool { return !strings.ContainsRune(g.lacks, r) }

// broken sets text w characters wide and returns its lines.
func broken(text string, w float64) []string {
	s := setter{m: grid{}}
	var out []string
	for _, l := range s.plain(text, Font{Size: 10}, w) {
		out = append(out, textOf(l))
	}
	return out
}

func textOf(l line) string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.text)
	}
	return b.String()
}

func TestBreak(t *testing.T) {
	tests := []struct {
		name, text string
		width      float64
		want       string // lines joined by "|"
	}{
		{"nothing", "", 10, ""},
		{"one word", "word", 10, "word"},
		{"words", "the quick brown fox", 10, "the quick|brown fox"},
		{"the end fits exactly", "four five", 9, "four five"},
		{"spaces at the end of a line go", "four    five", 6, "four|five"},
		{"spaces inside stay", "a  b", 10, "a  b"},
		{"no-break space", "page\u00a0n of", 6, "page\u00a0n|of"},
		{"a hyphen is no place to break", "the cutting-edge plane", 14, "the|cutting-edge|plane"},
		{"unless the word fits no line", "twenty-one", 8, "twenty-|one"},
		{"hyphen before a figure", "the B-52 flew", 6, "the|B-52|flew"},
		{"a range of figures", "in 10-12 days", 6, "in|10-12|days"},
		{"minus", "at -5 degrees", 4, "at|-5|degr|ees"},
		{"em dash", "wait—what", 6, "wait—|what"},
		{"slash", "either/or", 7, "either/|or"},
		{"a full stop stays", "an end. So", 7, "an end.|So"},
		{"quotes stay", "say “hello” now", 8, "say|“hello”|now"},
		{"soft hyphen shown", "photo\u00adsynthesis", 8, "photo-|synthesi|s"},
		{"soft hyphen hidden", "photo\u00adsynthesis", 20, "photosynthesis"},
		{"soft hyphen without room for it", "ab photo\u00adx", 8, "ab|photox"},
		{"zero-width space", "long\u200bword", 5, "long|word"},
		{"a word too long", "abcdefghij", 4, "abcd|efgh|ij"},
		{"a word too long after another", "no abcdefghij", 4, "no|abcd|efgh|ij"},
		{"clusters are whole", "a\u0323\u0301b\u0323c\u0323", 1, "\u1ea1\u0301|\u1e05|c\u0323"},
		{"no break at a mark", "cafe\u0301 x\u0304y", 7, "café x\u0304y"},
		{"ideographs", "今日は良い天気です", 4, "今日は良|い天気で|す"},
		{"no line begins with closing punctuation", "今日は、良い。", 3, "今日|は、良|い。"},
		{"no line ends with opening punctuation", "今日「は」良", 3, "今日|「は」|良"},
		{"a hyphen that is nothing else", "cutting\u2010edge", 14, "cutting\u2010edge"},
		{"an ellipsis", "so wait…what", 9, "so|wait…what"},
		{"a separator of Ethiopic", "ኢት፡ዮጵ", 4, "ኢት፡|ዮጵ"},
		{"a negative number in another script", "при -5 град", 5, "при|-5|град"},
		{"a space before a French mark", "Vraiment ? Oui", 10, "Vraiment ?|Oui"},
		{"Hangul at spaces", "대한민국 서울", 5, "대한민국|서울"},
		{"ideographs beside letters", "abc今日", 4, "abc今|日"},
		{"a tab is a space", "a\tb", 10, "a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(broken(tt.text, tt.width), "|"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// solid returns the code points of a text that must be seen.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || classOf(r) == space || r == '-' ||
			strings.ContainsRune("\u200b\u00ad\u2060\ufeff", r) || unwritten(r) {
			return -1
		}
		return r
	}, s)
}

// checkLines asserts what holds for every text and width: no character is
// lost, none comes twice, and a line is too wide only where one cluster is.
func checkLines(t interface{ Fatalf(string, ...any) }, text string, width float64) {
	s := setter{m: grid{}}
	var all strings.Builder
	for _, l := range s.plain(text, Font{Size: 10}, width) {
		got := textOf(l)
		all.WriteString(got)
		if w := (grid{}).Width(got, Font{}); w != l.width || w > width && cluster(got) < len(got) {
			t.Fatalf("line %q is %g wide, says %g, of %g; text %q", got, w, l.width, width, text)
		}
	}
	if got, want := solid(all.String()), solid(s.clean(text, Regular)); got != want {
		t.Fatalf("lines hold %q, text %q", got, want)
	}
}

// alphabets are what texts are made of.
var alphabets = map[string]string{
	"Latin":         "abc défß fi.  ,;:!?-–—/()“”'’5%…",
	"Cyrillic":      "абв гдё жзї—«» №5.,",
	"Greek":         "αβγ δέζ ώΐ·;—() 5",
	"CJK":           "今日は良い天気、。「」（）ー・っ5a …",
	"Hangul":        "대한민국 서울, “가”. 5a(",
	"emoji":         "😀👍🏽\u200d❤\ufe0f🇫🇷 a",
	"mixed":         "aé b  -—/,.(今は、「대\u0301\u0323\u200b\u00ad\u00a0\u2060😀5\t",
	"long words":    "abcdefghij-/",
	"without rules": "a\u00ad\u00a0\u2060\u200b\u202f-b ",
	"other scripts": "ไทย ภาษา བོད་ཡིག hbo ኢት፡ዮ हिन्दी।",
}

func TestBreakKeepsEverything(t *testing.T) {
	for name, alphabet := range alphabets {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := rapid.StringOfN(rapid.SampledFrom([]rune(alphabet)), 0, 60, -1).Draw(t, "text")
				width := rapid.IntRange(1, 20).Draw(t, "width")
				checkLines(t, text, float64(width))
			})
		})
	}
}

// A line ends only where UAX #14 allows it.
func TestBreaksAreAllowed(t *testing.T) {
	for name, alphabet := range alphabets {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := setter{m: grid{}}
				text := s.clean(rapid.StringOfN(rapid.SampledFrom([]rune(alphabet)), 0, 40, -1).Draw(t, "text"), Regular)
				allowed := map[int]bool{}
				state, at := -1, 0
				for rest := text; rest != ""; {
					var segment string
					segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
					at += len(segment)
					allowed[at] = true
				}
				for at := 0; at < len(text); {
					if at += nextBreak(text[at:]); !allowed[at] && minusAfterSpace(text[at-1:]) != 1 {
						t.Fatalf("%q ends a line of %q", text[:at], text)
					}
				}
			})
		})
	}
}

// The lines of a text are about equally full, and there are no more of them
// than when each is filled before the next.
func TestBestEnds(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      float64
		want       string
	}{
		{"a short word is not left alone", "one two three four to", 18, "one two three|four to"},
		{"but where it costs a line", "seventeen seventeen to", 10, "seventeen|seventeen|to"},
		{"lines are about equally full", "aaa bbb cc ddddd eeeee ff", 12, "aaa bbb cc|ddddd eeeee|ff"},
		{"spaces that find no room before the first word", " seventeen to", 9, "seventeen|to"},
		{"a letter does not dangle", "these are long words a reader reads", 23, "these are long words|a reader reads"},
	} {
		if got := strings.Join(broken(tt.text, tt.width), "|"); got != tt.want {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab cde f-\u00ad今")), 0, 80, -1).Draw(t, "text")
		width := float64(rapid.IntRange(8, 30).Draw(t, "width"))
		pieces := cutText(grid{}, text, Font{Size: 10})
		filled := fillLines(grid{}, pieces, width)
		if best := breakLines(grid{}, pieces, width); len(best) > len(filled) {
			t.Fatalf("%d lines where %d do", len(best), len(filled))
		}
	})
}

func FuzzBreak(f *testing.F) {
	f.Add("the quick brown fox", 10)
	f.Add("ab\xe2\x82 cut short", 4)
	f.Add("今日は、良い天気", 3)
	f.Add("a\u0301\u0301\u0301 \U0001F600\u200d", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 1 || width > 200 || len(text) > 2000 {
			return
		}
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "\ufffd")
		}
		checkLines(t, text, float64(width))
	})
}

func TestSpans(t *testing.T) {
	tests := []struct {
		name, text, want string // lines joined by "|", styles as <bi>
	}{
		{"emphasis", "a *b* c", "a <i>b<> c"},
		{"strong in a word's middle of line", "x **bold** y", "x <b>bold<> y"},
		{"code", "use `x y`", "use <c>x y<>"},
		{"line break", "one\ntwo", "one|two"},
		{"paragraph", "one\n\ntwo", "one|two"},
		{"fence keeps indentation", "see\n```\nif x\n  y\n```\nend", "see|<c>if x<>|<c>  y<>|end"},
		{"mathematics", "so $x$ is", "so <i>x<> is"},
		{"a mark belongs to the word before", "*word*.", "<i>word<>."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := setter{m: grid{}}
			var got []string
			for _, l := range s.lines(markup.Parse(tt.text), Font{Size: 10}, 40, 0) {
				got = append(got, styledText(l))
			}
			if g := strings.Join(got, "|"); g != tt.want {
				t.Errorf("got  %q\nwant %q", g, tt.want)
			}
		})
	}
}

// styledText shows the styles of a line.
func styledText(l line) string {
	var b strings.Builder
	now := Regular
	change := func(to Style) {
		if to == now {
			return
		}
		b.WriteByte('<')
		for _, s := range []struct {
			style Style
			sign  string
		}{{Bold, "b"}, {Italic, "i"}, {Code, "c"}} {
			if to&s.style != 0 {
				b.WriteString(s.sign)
			}
		}
		b.WriteByte('>')
		now = to
	}
	for _, r := range l.runs {
		change(r.font.Style)
		b.WriteString(r.text)
	}
	change(Regular)
	return b.String()
}

// A bold middle of a word is no place to break.
func TestStyleChangeInsideAWord(t *testing.T) {
	s := setter{m: grid{}}
	spans := []markup.Span{{Text: "aa bb"}, {Text: "cc", Strong: true}, {Text: "dd ee"}}
	var got []string
	for _, l := range s.lines(spans, Font{Size: 10}, 7, 0) {
		got = append(got, textOf(l))
	}
	if g := strings.Join(got, "|"); g != "aa|bbccdd|ee" {
		t.Errorf("got %q", g)
	}
}
