package decks

import (
	"fmt"
	"strings"
	"testing"

	"recto/decks/markup"
)

// cardLines writes the cards of a deck for a table: face, kind, what is asked,
// what is wanted, and what else there is.
func cardLines(d *Deck) string {
	var b strings.Builder
	for _, q := range d.Questions {
		for _, c := range q.Cards() {
			fmt.Fprintf(&b, "%s %s: %s", c.Face, c.Kind(), strings.ReplaceAll(c.Ask(), string(markup.GapMark), "[...]"))
			if c.Instruction() != "" {
				fmt.Fprintf(&b, " (%s)", c.Instruction())
			}
			fmt.Fprintf(&b, " = %s", answersLine(c.Answers()))
			for _, part := range []struct {
				name string
				have bool
				what any
			}{
				{"options", c.Options() != nil, values(c.Options())},
				{"lefts", q.Lefts != nil, values(q.Lefts)},
				{"reject", c.Reject() != nil, strings.Join(c.Reject(), ", ")},
				{"exact", c.Exact(), true},
				{"typed", !c.Typed(), false},
				{"hints", c.Hints() != nil, strings.Join(c.Hints(), ", ")},
				{"shown", true, c.Shown()},
			} {
				if part.have {
					fmt.Fprintf(&b, " | %s %v", part.name, part.what)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func values(list []Value) string {
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i] = string("tifbd"[v.Type]) + ":" + v.Text
	}
	return strings.Join(texts, ", ")
}

func answersLine(answers []Answer) string {
	texts := make([]string, len(answers))
	for i, a := range answers {
		texts[i] = values([]Value{a.Value})
		if a.Accept != nil {
			texts[i] += " or " + values(a.Accept)
		}
	}
	return strings.Join(texts, "; ")
}

func TestKinds(t *testing.T) {
	long := strings.Repeat("x", 81)
	for _, row := range []struct{ name, deck, want string }{
		{"short", "ask = \"Q\"\nanswer = \"A\"\naccept = [\"B\", 3, true, 2024-01-02]\nreject = [\"C\"]\nexact = true\nhint = \"H\"",
			"ask short: Q = t:A or t:B, i:3, b:true, d:2024-01-02 | reject C | exact true | hints H | shown A"},
		{"shown", "ask = \"Q\"\nanswer = \"A\"\nshown = \"A (of *course*)\"", "ask short: Q = t:A | shown A (of *course*)"},
		{"number", "ask = \"Q\"\nanswer = 0xff_ff\nunit = \"km\"\ntolerance = \"10%\"", "ask number: Q = i:65535 | shown 65,535 km"},
		{"float", "ask = \"Q\"\nanswer = 1_0.50", "ask number: Q = f:10.5 | shown 10.5"},
		{"large float", "ask = \"Q\"\nanswer = 1.5e6", "ask number: Q = f:1500000 | shown 1,500,000"},
		{"minus nothing", "ask = \"Q\"\nanswer = -0.0", "ask number: Q = f:0 | shown 0"},
		{"date", "ask = \"Q\"\nanswer = 2024-06-04", "ask date: Q = d:2024-06-04 | shown June 4, 2024"},
		{"true or false", "ask = \"Q\"\nanswer = false", "ask truefalse: Q = b:false | shown false"},
		{"choice", "ask = \"Q\"\nchoices = [\"a\", 10000, 2024-01-02]\nanswer = 10000.0", "ask choice: Q = i:10000 | options t:a, i:10000, d:2024-01-02 | shown 10,000"},
		{"choice among true and false", "ask = \"Q\"\nchoices = [true, false]\nanswer = true", "ask choice: Q = b:true | options b:true, b:false | shown true"},
		{"multiple", "ask = \"Q\"\nchoices = [\"a\", \"b\", \"c\"]\nanswer = [\"c\", \"a\"]", "ask multiple: Q = t:c; t:a | options t:a, t:b, t:c | shown c, a"},
		{"list", "ask = \"Q\"\nlist = [\"a\", \"b, c\"]\nneed = 1\naccept = { a = [\"A\"] }\nreject = [\"d\"]", "ask list: Q = t:a or t:A; t:b, c | reject d | shown a; b, c"},
		{"order", "ask = \"Q\"\norder = [\"a\", 2]", "ask order: Q = t:a; i:2 | options t:a, i:2 | shown a, 2"},
		{"numbers as they are written", "ask = \"Q\"\nlist = [1.50, 1_000, 0x10, -2.0]\naccept = { \"1.50\" = [\"a\"], 1_000 = [\"b\"], \"0x10\" = [\"c\"], \"-2.0\" = [\"d\"] }",
			"ask list: Q = f:1.5 or t:a; i:1000 or t:b; i:16 or t:c; f:-2 or t:d | shown 1.5, 1000, 16, -2"},
		{"match", "ask = \"Q\"\npairs = [[\"a\", \"x\"], [\"b\", \"y\"], [\"c\", \"x\"]]", "ask match: Q = t:x; t:y; t:x | options t:x, t:y | lefts t:a, t:b, t:c | shown a = x; b = y; c = x"},
		{"match with distractors", "ask = \"Q\"\npairs = [[\"a\", \"x\"]]\nchoices = [\"z\", \"x\"]", "ask match: Q = t:x | options t:z, t:x | lefts t:a | shown a = x"},
		{"cloze", "ask = \"I\"\ncloze = \"a {{b}} `{{std::vector}}` \\\\{{c\"\nhint = \"H\"",
			"c1 cloze: a [...] `std::vector` {{c (I) = t:b | hints H | shown b\nc2 cloze: a b `[...]` {{c (I) = t:std::vector | hints H | shown std::vector"},
		{"labels", "cloze = \"{{c2::a::first}} {{c1::b}} {{c2::c\\\\:\\\\:d::x::y}}\"\naccept = { a = [\"A\"], 'c\\:\\:d' = [\"D\"] }",
			"c1 cloze: a [...] c::d = t:b | shown b\nc2 cloze: [...] b [...] = t:a or t:A; t:c::d or t:D | hints first, x::y | shown a; c::d"},
		{"one label", "cloze = \"{{c7::a}} {{c7::b}}\"\naccept = [\"A\"]\nchoices = [\"b\", \"a\", \"z\"]\nexact = true",
			"c7 cloze: [...] [...] = t:a or t:A; t:b or t:A | options t:b, t:a, t:z | exact true | shown a; b"},
		{"braces in gaps", "cloze = '{{ {x} }} {{{y}}} {{$\\{z\\}$}}'",
			"c1 cloze: [...] {y} $\\{z\\}$ = t: {x}  | shown  {x} \nc2 cloze:  {x}  [...] $\\{z\\}$ = t:{y} | shown {y}\nc3 cloze:  {x}  {y} [...] = t:$\\{z\\}$ | shown $\\{z\\}$"},
		{"reverse", "ask = \"Hund\"\nanswer = \"dog\"\naccept = [\"hound\"]\nreject = [\"god\"]\nhint = \"d\"\nreverse = true",
			"ask short: Hund = t:dog or t:hound | reject god | hints d | shown dog\nreverse short: dog = t:Hund | shown Hund"},
		{"reverse of a number", "ask = \"Q\"\nanswer = 34259\nunit = \"refugees\"\nshown = \"many\"\nreverse = { answer = \"What\", accept = [\"Which\"], reject = [\"Who\"] }",
			"ask number: Q = i:34259 | shown many\nreverse short: 34,259 refugees = t:What or t:Which | reject Who | shown What"},
		{"reverse with its own ask", "ask = \"Q\"\nanswer = \"A\"\nreverse = { ask = \"Whose?\" }", "ask short: Q = t:A | shown A\nreverse short: Whose? = t:Q | shown Q"},
		{"several lines are revealed", "ask = \"Q\"\nanswer = \"\"\"\na\nb\"\"\"", "ask short: Q = t:a\nb | typed false | shown a\nb"},
		{"one line of several is typed", "ask = \"Q\"\nanswer = \"\"\"\na\n\"\"\"", "ask short: Q = t:a\n | shown a\n"},
		{"a long answer is revealed", "ask = \"Q\"\nanswer = \"" + long + "\"", "ask short: Q = t:" + long + " | typed false | shown " + long},
		{"unless it is to be typed", "ask = \"Q\"\ntyped = true\nanswer = \"" + long + "\"", "ask short: Q = t:" + long + " | shown " + long},
		{"each direction for itself", "ask = \"" + long + "\"\nanswer = \"A\"\nreverse = true", "ask short: " + long + " = t:A | shown A\nreverse short: A = t:" + long + " | typed false | shown " + long},
		{"short but revealed", "ask = \"Q\"\nanswer = \"A\"\ntyped = false\nreverse = true", "ask short: Q = t:A | typed false | shown A\nreverse short: A = t:Q | typed false | shown Q"},
		{"CRLF", "ask = \"\"\"a\r\nb\"\"\"\r\nanswer = \"A\"", "ask short: a\nb = t:A | shown A"},
		{"foreign keys", "ask = \"Q\"\nanswer = \"A\"\nx-anki = { id = 3 }", "ask short: Q = t:A | shown A"},
	} {
		t.Run(row.name, func(t *testing.T) {
			d, err := Parse("deck.toml", []byte(q+row.deck+"\n"), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSuffix(cardLines(d), "\n"); got != row.want {
				t.Errorf("got\n%s\nwant\n%s", got, row.want)
			}
		})
	}
}

// A deck of every key but the answer keys, in both spellings of the array.
func TestKeys(t *testing.T) {
	const head = "\ufefftitle = \"T\"\nid = \"t-1\"\nrecto = 1\ndescription = \"D\"\nauthor = \"A\"\nlicense = \"L\"\nlanguage = \"de\"\nanswer_language = \"ko\"\n" +
		"x-own = 1\nsource = { title = \"S\", author = \"B\", publisher = \"P\", date = 2024-10-24, url = \"U\" }\n" +
		"study = { new_per_day = 7, retention = 0.85, shuffle = true, exam = { date = 2027-01-31, retention = 0.95 } }\n" +
		"print = { heading = \"H\", instructions = \"I\", footer = \"F\" }\n"
	const tail = "[group.outer]\ntitle = \"O\"\ntext = \"Outer\"\ntags = [\"o\", \"all\"]\npoints = 3\nlines = 4\nimage = \"o.png\"\n" +
		"[group.inner]\ngroup = \"outer\"\nalt = \"I\"\nshuffle = true\nlines = 5\ntags = [\"i\"]\n" +
		"[defaults]\ntags = [\"all\"]\npoints = 2\nunit = \"km\"\nhint = \"default\"\nreverse = true\n"
	const block = head + "[[question]]\nid = \"a\"\nask = \"Q\"\nanswer = 10000\ntolerance = [9000, 11_000.5]\n" +
		"hint = [\"h1\", \"h2\"]\nexplain = \"E\"\nfrom = [\"quoted\", { section = \"\", paragraph = 2, page = 12, inferred = true }]\nimage = \"./a.png\"\nalt = \"Alt\"\n" +
		"group = \"inner\"\ntags = [\"own\", \"o\"]\npoints = 0.5\nallow = [\"code\"]\nreverse = false\n[[question]]\nask = \"R\"\nchoices = [\"x\", \"y\", \"z\"]\nanswer = \"x\"\nfixed = [\"z\", \"x\"]\nafter = [\"a\"]\n" + tail
	const inline = head + "question = [\n  { id = \"a\", ask = \"Q\", answer = 10000, tolerance = [9000, 11_000.5], " +
		"hint = [\"h1\", \"h2\"], explain = \"E\", from = [\"quoted\", { section = \"\", paragraph = 2, page = 12, inferred = true }], image = \"./a.png\", alt = \"Alt\", " +
		"group = \"inner\", tags = [\"own\", \"o\"], points = 0.5, allow = [\"code\"], reverse = false },\n  { ask = \"R\", choices = [\"x\", \"y\", \"z\"], answer = \"x\", fixed = [\"z\", \"x\"], after = [\"a\"] }\n]\n" + tail
	for name, src := range map[string]string{"block": block, "inline": inline} {
		t.Run(name, func(t *testing.T) {
			d, err := Parse("deck.toml", []byte(src), nil)
			if err != nil {
				t.Fatal(err)
			}
			a, b := d.Questions[0], d.Questions[1]
			for _, check := range []struct {
				name      string
				got, want any
			}{
				{"deck", fmt.Sprint(d.ID, d.Title, d.Language, d.AnswerLanguage, d.Description, d.Author, d.License, d.File), "t-1TdekoDALdeck.toml"},
				{"source", *d.Source, Source{"S", "B", "P", "2024-10-24", "U"}},
				{"study", fmt.Sprint(*d.Study.NewPerDay, *d.Study.Retention, *d.Study.Shuffle, *d.Study.Exam), "7 0.85 true {{2027 1 31} 0.95}"},
				{"print", d.Print, Print{"H", "I", "F"}},
				{"parts", partsOf(d), "[{deck.toml T}]"},
				{"tolerance", *a.Tolerance, Tolerance{Range: true, Low: 9000, High: 11000.5}},
				{"unit", a.Unit, "km"},
				{"hints", fmt.Sprint(a.Hints, b.Hints), "[h1 h2] [default]"},
				{"explain", a.Explain, "E"},
				{"from", fmt.Sprintf("%+v", a.From), "[{Section: Paragraph:0 Page: Inferred:false Quote:quoted} {Section: Paragraph:2 Page:12 Inferred:true Quote:}]"},
				{"image", a.Image + b.Image, "a.png"},
				{"alt", a.Alt + b.Alt, "Alt"},
				{"group", fmt.Sprint(a.Group.Name, a.Group.Alt, a.Group.Shuffle, a.Group.Parent.Name, a.Group.Parent.Title, a.Group.Parent.Text, len(a.Group.Path())), "innerItrueouterOOuter2"},
				{"tags", fmt.Sprint(a.Tags, b.Tags), "[all o i own] [all]"},
				{"points", fmt.Sprint(a.Points, b.Points), "0.5 2"},
				{"lines", fmt.Sprint(a.Lines, b.Lines), "5 0"},
				{"after", fmt.Sprint(a.After, b.After), "[] [a]"},
				{"allow", fmt.Sprint(a.Allow, b.Allow), "[code] []"},
				{"reverse", fmt.Sprint(a.Reverse != nil, b.Reverse != nil), "false false"},
				{"last", values(b.Last), "t:z, t:x"},
				{"language", a.Cards()[0].Language(), "ko"},
				{"shown", a.Cards()[0].Shown(), "10,000 km"},
				{"numbers", fmt.Sprint(a.Number, b.Number), "1 2"},
			} {
				if check.got != check.want {
					t.Errorf("%s: got %v, want %v", check.name, check.got, check.want)
				}
			}
		})
	}
}
