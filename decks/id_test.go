package decks

import "testing"

// The ids were computed by sha256sum and base32 from the bytes that the
// comment of DerivedID names. They may never change.
func TestDerivedID(t *testing.T) {
	for _, row := range []struct{ name, question, want string }{
		{"ask", `ask = "What is the capital of Burkina Faso?"` + "\nanswer = 1", "~RDYBFGI2SRL4YIWS"},
		{"white space", `ask = "\n What is\tthe capital\u00a0of \n\n Burkina Faso? "` + "\nanswer = 2", "~RDYBFGI2SRL4YIWS"},
		{"answer and kind do not count", `ask = "What is the capital of Burkina Faso?"` + "\nlist = [\"x\"]", "~RDYBFGI2SRL4YIWS"},
		{"image", "ask = \"Where is this?\"\nanswer = 1\nimage = \"img/map.png\"", "~YT3XY7FU4EULTYLG"},
		{"gaps", "cloze = \"The treaty was {{c1::signed::hint}} in {{c2::June}}.\"", "~QAXNKPORG5425YEQ"},
		{"gap text does not count", "cloze = \"The treaty was {{made}} in {{July}}.\"\nask = \"x\"", "~QAXNKPORG5425YEQ"},
		{"composed letters", "ask = \"Que\\u0301 es 日本?\"\nanswer = 1", "~AOXLTMKHOJXMCTLP"},
		{"written", "id = \"étude_1.b-2\"\nask = \"a\"\nanswer = 1", "étude_1.b-2"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d, err := Parse("deck.toml", []byte("title = \"T\"\ndefaults.alt = \"x\"\n[[question]]\n"+row.question+"\n"), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Questions[0].ID; got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
			if got, want := d.Questions[0].Derived, row.want[0] == '~'; got != want {
				t.Errorf("Derived is %v", got)
			}
		})
	}
}

// An image that a question inherits is not part of its identity.
func TestDerivedIDOfInheritedImage(t *testing.T) {
	d, err := Parse("deck.toml", []byte("title = \"T\"\ndefaults.image = \"a.png\"\n[[question]]\nask = \"What is the capital of Burkina Faso?\"\nanswer = 1\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Questions[0].ID; got != "~RDYBFGI2SRL4YIWS" || d.Questions[0].Image != "a.png" {
		t.Errorf("got %s with image %q", got, d.Questions[0].Image)
	}
}

func TestDeckID(t *testing.T) {
	for _, row := range []struct{ file, want string }{
		{"facts.toml", "facts"},
		{"a/b/My first deck.toml", "My-first-deck"},
		{"Biologie-1.2.toml", "Biologie-1.2"},
		{"e\u0301tudes.toml", "études"},
		{"한국어.toml", "한국어"},
		{"-", "stdin"},
		{"a+b.toml", ""},
		{"~x.toml", ""},
		{".toml", ""},
	} {
		t.Run(row.file, func(t *testing.T) {
			d, err := Parse(row.file, []byte(q+"ask = \"a\"\nanswer = \"b\"\n"), nil)
			if row.want == "" {
				if err == nil || err.(ErrorList)[0].Pos != (Position{1, 1}) || err.(ErrorList)[0].Hint == "" {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil || d.ID != row.want {
				t.Errorf("got %v, %v", d, err)
			}
		})
	}
}

func TestCardID(t *testing.T) {
	for _, s := range []string{"deck/question/ask", "déck/~RDYBFGI2SRL4YIWS/c99", "a.b/x-1/reverse"} {
		id, err := ParseCardID(s)
		if err != nil || id.String() != s {
			t.Errorf("%s: %v, %v", s, id, err)
		}
		text, _ := id.MarshalText()
		var again CardID
		if err := again.UnmarshalText(text); err != nil || again != id {
			t.Errorf("%s: %v, %v", s, again, err)
		}
	}
	for _, s := range []string{"", "a/b", "a/b/c1/d", "a b/c/ask", "a/~short/ask", "a/b/", "a/b/c0", "a/b/c01", "a/b/c100", "a/b/C1", "/b/ask", "a//ask"} {
		if id, err := ParseCardID(s); err == nil {
			t.Errorf("%q is read as %v", s, id)
		}
	}
}
