package markup

import "testing"

func TestShown(t *testing.T) {
	for _, tt := range []struct{ name, source, shown, line string }{
		{"looks are gone", "*a* **b** `c`", "a b c", "a b c"},
		{"mathematics", `so $\frac{1}{2}x^2$`, "so ½x²", "so ½x²"},
		{"mathematics that is not known", `$\foo{x}$`, `\foo{x}`, `\foo{x}`},
		{"a gap in mathematics", "$x^2 = " + string(GapMark) + "$", "x² = [...]", "x² = [...]"},
		{"a link", "see [the *source*](https://a.example/b) here", "see the source (https://a.example/b) here", "see the source here"},
		{"a link over two lines", "[one\ntwo](http://a.example)", "one\ntwo (http://a.example)", "one two"},
		{"two links", "[one](u:1)[two](u:2)", "one (u:1)two (u:2)", "onetwo"},
		{"a link that says where it leads", "[a.example/b](https://a.example/b)", "a.example/b", "a.example/b"},
		{"lines", "a\nb\n\nc", "a\nb\n\nc", "a b c"},
		{"code", "```\nif  a\n```", "if  a", "if a"},
	} {
		if got := Shown(Parse(tt.source)); got != tt.shown {
			t.Errorf("%s: Shown is %q, want %q", tt.name, got, tt.shown)
		}
		if got := Line(tt.source); got != tt.line {
			t.Errorf("%s: Line is %q, want %q", tt.name, got, tt.line)
		}
	}
}

func TestIsolate(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"Latin", "abc 1", "abc 1"},
		{"Hebrew", "שלום", FSI + "שלום" + PDI},
		{"Arabic among Latin", "a مرحبا b", FSI + "a مرحبا b" + PDI},
		{"a mark that says so", "a\u200fb", FSI + "a\u200fb" + PDI},
		{"Chinese", "東京", "東京"},
	} {
		if got := Isolate(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
