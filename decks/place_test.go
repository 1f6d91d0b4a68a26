package decks_test

import (
	"testing"

	"recto/decks"
)

const placed = "\ufefftitle = 'Places'\r\n[defaults]\r\ntags = ['all']\r\n\r\n" +
	"[[question]] # first\r\nask = \"Größe?\" # how big\r\nchoices = [ 'a', \"b\" , 3 ]\r\nanswer = 3 # a number\r\n\r\n" +
	"[[question]]\r\n\"ask\" = '''\r\ntwo\r\nlines'''\r\nanswer = \"x\"\r\n[question.reverse]\r\nask = \"y\"\r\naccept = [ 'z' ]\r\n"

// TestPlaces finds keys, values and items where an editor shows them.
func TestPlaces(t *testing.T) {
	d, err := decks.Parse("p.toml", []byte(placed), nil)
	if err != nil {
		t.Fatal(err)
	}
	q, r := d.Questions[0], d.Questions[1]
	for _, row := range []struct {
		name      string
		place     decks.Place
		text      string
		line, col int
	}{
		{"value", q.Place("ask"), `"Größe?"`, 6, 7},
		{"key", q.KeyPlace("ask"), "ask", 6, 1},
		{"array", q.Place("choices"), `[ 'a', "b" , 3 ]`, 7, 11},
		{"item", q.Place("choices", 1), `"b"`, 7, 18},
		{"last item", q.Place("choices", 2), "3", 7, 24},
		{"bare value before a comment", q.Place("answer"), "3", 8, 10},
		{"header", q.Place(), "[[question]]", 5, 1},
		{"several lines", r.Place("ask"), "'''\r\ntwo\r\nlines'''", 11, 9},
		{"quoted key", r.KeyPlace("ask"), `"ask"`, 11, 1},
		{"sub-table", r.Place("reverse", "ask"), `"y"`, 16, 7},
		{"within", q.Place("ask").Within(1, 5), "Grö", 6, 8},
		{"deck key", d.Parts[0].Place("title"), "'Places'", 1, 9},
		{"inherited", q.Place("tags"), "", 0, 0},
		{"not there", q.Place("choices", 3), "", 0, 0},
		{"before the first", q.Place("choices", -1), "", 0, 0},
		{"below a value", q.Place("ask", 0), "", 0, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := row.place.Text(); got != row.text {
				t.Errorf("text %q, want %q", got, row.text)
			}
			if row.place.Pos.Line != row.line || row.place.Pos.Column != row.col {
				t.Errorf("at %d:%d, want %d:%d", row.place.Pos.Line, row.place.Pos.Column, row.line, row.col)
			}
			if got := placed[row.place.Start:row.place.End]; got != row.text {
				t.Errorf("offsets %d to %d hold %q", row.place.Start, row.place.End, got)
			}
		})
	}
	if got := q.Place("ask").Behind(); got != " # how big" {
		t.Errorf("behind the text stands %q", got)
	}
	if got := r.Place("reverse", "accept").Behind() + q.Place("no").Behind(); got != "" {
		t.Errorf("behind the end of a line, and behind nothing, stands %q", got)
	}
	if got, want := q.Block().Text(), placed[q.Place().Start:q.Place("answer").End]; got != want {
		t.Errorf("block %q, want %q", got, want)
	}
	if got, want := r.Block().Text(), placed[r.Place().Start:r.Place("reverse", "accept").End]; got != want {
		t.Errorf("block %q, want %q", got, want)
	}
	if past := r.Place("ask").Past; past != (decks.Position{Line: 13, Column: 9}) {
		t.Errorf("the text ends at %v", past)
	}
	e := q.Place("choices", 1).Error(1, "odd", "")
	if e.Error() != "p.toml:7:18: question 1: odd\n    choices = [ 'a', \"b\" , 3 ]\n                     ^" || e.End != (decks.Position{Line: 7, Column: 21}) {
		t.Errorf("the error is %v until %v", e, e.End)
	}
}

// TestInlinePlaces finds the same in questions of one line each.
func TestInlinePlaces(t *testing.T) {
	src := `title = "P"
question = [ { ask = "a", answer = "b" }, { ask = "c", pairs = [["1","2"],["3", "4"]] } ]
`
	d, err := decks.Parse("p.toml", []byte(src), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ got, want string }{
		{d.Questions[0].Block().Text(), `{ ask = "a", answer = "b" }`},
		{d.Questions[0].Place().Text(), `{ ask = "a", answer = "b" }`},
		{d.Questions[0].Place("answer").Text(), `"b"`},
		{d.Questions[1].Place("pairs", 1).Text(), `["3", "4"]`},
		{d.Questions[1].Place("pairs", 1, 1).Text(), `"4"`},
	} {
		if row.got != row.want {
			t.Errorf("found %q, want %q", row.got, row.want)
		}
	}
}

// TestFaultEnds tells where what is wrong ends.
func TestFaultEnds(t *testing.T) {
	_, err := decks.Parse("p.toml", []byte("title = 'P'\n[[question]]\nask = 'a'\nanswer = 'b'\npoints = \"two\"\ntgas = []\n"), nil)
	list, is := err.(decks.ErrorList)
	if !is || len(list) != 2 {
		t.Fatalf("faults: %v", err)
	}
	if list[0].End != (decks.Position{Line: 5, Column: 15}) || list[1].End != (decks.Position{Line: 6, Column: 5}) {
		t.Errorf("the faults end at %v and %v", list[0].End, list[1].End)
	}
}

// TestReadPart finds places in what is TOML and no deck.
func TestReadPart(t *testing.T) {
	p, err := decks.ReadPart("p.toml", []byte("\ufeffx = { a.b = 1 }\n[[question]]\nanswr = 'b' # so\n[question.reverse]\nask = 'c'\n[study]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ got, want string }{
		{p.Place("x", "a", "b").Text(), "1"},
		{p.Place("question", 0, "answr").Text(), "'b'"},
		{p.Block("question", 0).Text(), "[[question]]\nanswr = 'b' # so\n[question.reverse]\nask = 'c'"},
		{p.Block("question", 0, "reverse").Text(), "[question.reverse]\nask = 'c'"},
		{p.Block("question", 1).Text(), ""},
	} {
		if row.got != row.want {
			t.Errorf("found %q, want %q", row.got, row.want)
		}
	}
	for _, src := range []string{"x = ", "a = 1\na.b = 2\n", "x = [[[[[[[[[[1]]]]]]]]]]\n", "x = \"\xff\"\n"} {
		if _, err := decks.ReadPart("p.toml", []byte(src)); err == nil {
			t.Errorf("%q was read", src)
		}
	}
}
