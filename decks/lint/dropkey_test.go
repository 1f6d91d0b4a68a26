package lint_test

import (
	"testing"

	"recto/decks"
	"recto/decks/lint"
)

// An accept of one form that passes anyway goes as a whole, with its line, and
// nothing else with it.
func TestFixDropsAccept(t *testing.T) {
	const head = "title = 'T'\n[[question]]\nask = 'Who?'\n"
	for _, tt := range []struct{ name, src, want string }{
		{"last line", head + "answer = 'Kim'\naccept = ['the kim']\n", head + "answer = 'Kim'\n"},
		{"end of the file", head + "answer = 'Kim'\n  accept = ['kim']", head + "answer = 'Kim'"},
		{"between", head + "answer = 'Kim' # he\naccept = [ 'KIM' , ]  \ntags = ['a']\n", head + "answer = 'Kim' # he\ntags = ['a']\n"},
		{"several lines", head + "accept = [\n  'kim',\n]\nanswer = 'Kim'\n", head + "answer = 'Kim'\n"},
		{"CRLF", "title = 'T'\r\n[[question]]\r\nask = 'Who?'\r\naccept = ['kim']\r\nanswer = 'Kim'\r\n", "title = 'T'\r\n[[question]]\r\nask = 'Who?'\r\nanswer = 'Kim'\r\n"},
		{"braces", "title = 'T'\nquestion = [{ask='Who?', answer='Kim', accept=['kim'], tags=['a']}]\n", "title = 'T'\nquestion = [{ask='Who?', answer='Kim', tags=['a']}]\n"},
		{"last in braces", "title = 'T'\nquestion = [{ask='Who?', answer='Kim' , accept = ['kim'] }]\n", "title = 'T'\nquestion = [{ask='Who?', answer='Kim'  }]\n"},
		{"all of several", head + "answer = 'Kim'\naccept = ['kim', 'KIM']\n", head + "answer = 'Kim'\n"},
		{"a comment behind", head + "answer = 'Kim'\naccept = ['kim'] # why\n", ""},
		{"a comment inside", head + "answer = 'Kim'\naccept = [ # why\n'kim']\n", ""},
		{"first in braces", "title = 'T'\nquestion = [{accept=['kim'], ask='Who?', answer='Kim'}]\n", ""},
		{"of use", head + "answer = 'Kim'\naccept = ['Kim Il Sung']\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := []byte(tt.src)
			for made := 1; made > 0; {
				d, err := decks.Parse("t.toml", out, nil)
				if err != nil {
					t.Fatal(err)
				}
				out, made = lint.Fix(out, lint.Check([]*decks.Deck{d}, lint.Options{}), func([]byte) bool { return true })
			}
			if tt.want == "" {
				tt.want = tt.src
			}
			if string(out) != tt.want {
				t.Errorf("%q, want %q", out, tt.want)
			}
		})
	}
}
