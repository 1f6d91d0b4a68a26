package relink_test

import (
	"fmt"
	"strings"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/relink"
)

// pairs are questions before and after, as an author and a fair reader see
// them: s is surely one question, a is asked about, - are two.
var pairs = []struct {
	want     string
	was, now string // the lines of a question in TOML, parted by "; "
}{
	// Slips.
	{"s", `ask = "Who is the president of Ukraine, Volodymyr Zelenskiy?"; answer = "yes"`, `ask = "Who is the president of Ukraine, Volodymyr Zelensky?"; answer = "yes"`},
	{"s", `ask = "Whch planet is the largest?"; answer = "Jupiter"`, `ask = "Which planet is the largest?"; answer = "Jupiter"`},
	{"s", `ask = "What does the mitochondrion prodcue?"; answer = "ATP"`, `ask = "What does the mitochondrion produce?"; answer = "ATP"`},
	{"s", `ask = "Schmeterling"; answer = "butterfly"`, `ask = "Schmetterling"; answer = "butterfly"`},
	{"s", `ask = "Who wrote Faust"; answer = "Goethe"`, `ask = "Who wrote Faust?"; answer = "Goethe"`},
	{"s", `ask = "who wrote faust?"; answer = "Goethe"`, `ask = "Who wrote *Faust*?"; answer = "Johann Wolfgang von Goethe"`},
	{"s", `ask = "Where was Roosevelt born?"; answer = "New York"`, `ask = "Where was Rooosevelt born?"; answer = "New York City"`},
	{"s", `ask = "Wann wurde Goethe gebohren?"; answer = 1749`, `ask = "Wann wurde Goethe geboren?"; answer = 1749`},
	{"s", `ask = "¿Cuál es la capital del Peru?"; answer = "Lima"`, `ask = "¿Cuál es la capital del Perú?"; answer = "Lima"`},
	{"s", `ask = "Wie heisst der längste Fluß Deutschlands?"; answer = "Rhein"`, `ask = "Wie heißt der längste Fluss Deutschlands?"; answer = "Rhein"`},
	{"s", `ask = "Wer gruendete die Stadt Koeln?"; answer = "die Römer"`, `ask = "Wer gründete die Stadt Köln?"; answer = "die Römer"`},
	// Other words for the same.
	{"s", `ask = "What is the capital of Burkina Faso?"; answer = "Ouagadougou"`, `ask = "Which city is the capital of Burkina Faso?"; answer = "Ouagadougou"`},
	{"s", `ask = "What is the capital of Burkina Faso?"; answer = "Ouagadougou"`, `ask = "Name Burkina Faso's capital."; answer = "Ouagadougou"`},
	{"s", `ask = "In which year did the Berlin Wall fall?"; answer = 1989`, `ask = "The Berlin Wall fell in which year?"; answer = 1989`},
	{"s", `ask = "Who painted the ceiling of the Sistine Chapel?"; answer = "Michelangelo"`, `ask = "The ceiling of the Sistine Chapel was painted by whom?"; answer = "Michelangelo"`},
	{"s", `ask = "How many bones has an adult human?"; answer = 206`, `ask = "How many bones does an adult human body have?"; answer = 206`},
	{"s", `ask = "What is photosynthesis?"; answer = "making sugar with light"`, `ask = "What is meant by photosynthesis?"; answer = "making sugar with light"`},
	{"s", `ask = "Which organelle makes ATP?"; answer = "the mitochondrion"`, `ask = "Which organelle of a cell makes ATP?"; answer = "mitochondrion"`},
	{"s", `ask = "Who discovered penicillin?"; answer = "Alexander Fleming"`, `ask = "Who discovered penicillin in 1928?"; answer = "Alexander Fleming"`},
	{"s", `ask = "Who leads North Korea?"; answer = "Kim Jong Un"`, `ask = "Who leads North Korea now?"; answer = "Kim Jong Un"`},
	{"s", `ask = "Hund"; answer = "dog"`, `ask = "der Hund"; answer = "dog"`},
	{"s", `ask = "How many refugees entered South Korea?"; answer = 34259`, `ask = "How many refugees entered South Korea?"; answer = 34259; id = "refugees"`},
	{"s", `ask = "How many refugees entered South Korea?"; answer = 34259`, `ask = "How many refugees have entered South Korea?"; answer = 34259; id = "refugees"`},
	{"s", `ask = "What is the biggest planet in the solar system?"; answer = "Jupiter"`, `ask = "What is the largest planet of our solar system?"; answer = "Jupiter"`},
	{"s", `ask = "Die Hauptstadt von Peru"; answer = "Lima"`, `ask = "Hauptstadt von Peru"; answer = "Lima"`},
	{"s", `ask = "Welches Tier war das erste im All?"; answer = "ein Hund"`, `ask = "Welches Tier ist als erstes im All gewesen? Das erste!"; answer = "ein Hund"`},
	// The stem of another fact.
	{"-", `ask = "In which city was Kant born?"; answer = "Königsberg"`, `ask = "In which city did Kant die?"; answer = "Königsberg"`},
	{"-", `ask = "In which city of Prussia was the philosopher Kant born?"; answer = "Königsberg"`, `ask = "In which city of Prussia did the philosopher Kant die?"; answer = "Königsberg"`},
	{"a", `ask = "Which vitamin is made by skin in sunlight?"; answer = "vitamin D"`, `ask = "Which vitamin is made by plants in sunlight?"; answer = "vitamin D"`},
	{"a", `ask = "which official language is spoken by most people in brazil?"; answer = "Portuguese"`, `ask = "which official language is spoken by most people in angola?"; answer = "Portuguese"`},
	{"a", `ask = "Which war of 1812 had that name?"; answer = "the War of Independence"`, `ask = "Which treaty of 1812 had that name?"; answer = "the War of Independence"`},
	{"-", `ask = "On which continent does Iran lie?"; answer = "Asia"`, `ask = "On which continent does Iraq lie?"; answer = "Asia"`},
	{"-", `ask = "On which continent does Niger lie?"; answer = "Africa"`, `ask = "On which continent does Nigeria lie?"; answer = "Africa"`},
	{"-", `ask = "On which continent does Gambia lie?"; answer = "Africa"`, `ask = "On which continent does Zambia lie?"; answer = "Africa"`},
	{"-", `ask = "Is Slovakia in the EU?"; answer = true`, `ask = "Is Slovenia in the EU?"; answer = true`},
	{"-", `ask = "Austria is a republic."; answer = true`, `ask = "Australia is a republic."; answer = true`},
	{"-", `ask = "Iran borders the Caspian Sea."; answer = true`, `ask = "Russia borders the Caspian Sea."; answer = true`},
	{"-", `ask = "Who was born in 1920?"; answer = "Fellini"`, `ask = "Who was born in 1921?"; answer = "Fellini"`},
	{"-", `ask = "What is 12 × 7?"; answer = 84`, `ask = "What is 12 × 8?"; answer = 96`},
	{"-", `ask = "What is 12 + 4?"; answer = 16`, `ask = "What is 12 - 4?"; answer = 16`},
	{"-", `ask = "What is $x^2$ derived?"; answer = "2x"`, `ask = "What is $x^3$ derived?"; answer = "2x"`},
	{"-", `ask = "What does git do on ¦git reset¦?"; answer = "moves HEAD"`, `ask = "What does git do on ¦git rebase¦?"; answer = "moves HEAD"`},
	{"-", `ask = "Who won World War I?"; answer = "the Allies"`, `ask = "Who won World War II?"; answer = "the Allies"`},
	{"-", `ask = "Who followed Henry VII?"; answer = "his son"`, `ask = "Who followed Henry VIII?"; answer = "his son"`},
	{"-", `ask = "What does vitamin A prevent?"; answer = "an illness"`, `ask = "What does vitamin C prevent?"; answer = "an illness"`},
	{"-", `ask = "Which country has the largest area?"; answer = "Russia"`, `ask = "Which country has the smallest area?"; answer = "Russia"`},
	{"-", `ask = "What came before the war?"; answer = "famine"`, `ask = "What came after the war?"; answer = "famine"`},
	{"-", `ask = "What is the first law of motion about?"; answer = "inertia"`, `ask = "What is the second law of motion about?"; answer = "inertia"`},
	{"-", `ask = "Which of these is a prime number?"; answer = "seven"`, `ask = "Which of these is not a prime number?"; answer = "seven"`},
	{"-", `ask = "Which animals lay eggs?"; answer = "birds"`, `ask = "Which animals don't lay eggs?"; answer = "birds"`},
	{"-", `ask = "Which country lies north of Korea?"; answer = "China"`, `ask = "Which country lies west of Korea?"; answer = "China"`},
	{"-", `ask = "Who wrote Hamlet?"; answer = "Shakespeare"`, `ask = "Who wrote Macbeth?"; answer = "Shakespeare"`},
	{"-", `ask = "Haus"; answer = "house"`, `ask = "Maus"; answer = "mouse"`},
	{"-", `ask = "Auto"; answer = "car"`, `ask = "Wagen"; answer = "car"`},
	{"-", `ask = "日本はどの大陸にありますか"; answer = "アジア"`, `ask = "中国はどの大陸にありますか"; answer = "アジア"`},
	{"-", `ask = "Какая столица у Ирана?"; answer = "Да"`, `ask = "Какая столица у Ирака?"; answer = "Да"`},
	{"-", `ask = "H2O is called what?"; answer = "an oxide"`, `ask = "CO2 is called what?"; answer = "an oxide"`},
	// Something else about the same.
	{"-", `ask = "When was Kim Jong Un born?"; answer = "1984"`, `ask = "Where was Kim Jong Un born?"; answer = "Pyongyang"`},
	{"-", `ask = "What is the capital of Peru?"; answer = "Lima"`, `ask = "What is the currency of Peru?"; answer = "the sol"`},
	{"-", `ask = "How many generals went to Russia?"; answer = 3`, `ask = "How many officers went to Russia?"; answer = 500`},
	{"-", `ask = "Which treaty did Putin sign in Pyongyang?"; answer = "the partnership"`, `ask = "With whom did Putin sign a treaty in Pyongyang?"; answer = "Kim"`},
	{"-", `ask = "What is the formula of sodium sulfate?"; answer = "Na2SO4"`, `ask = "What is the formula of sodium sulfite?"; answer = "Na2SO3"`},
	{"-", `ask = "In which year was Hansen born?"; answer = 1901`, `ask = "In which year was Hanson born?"; answer = 1925`},
	{"-", `ask = "What is this?"; answer = "an oak"; image = "a.png"; alt = "a"`, `ask = "What is this?"; answer = "an elm"; image = "b.png"; alt = "b"`},
	{"s", `ask = "What is this?"; answer = "an oak"; image = "a.png"; alt = "a"`, `ask = "What is this?"; answer = "an oak"; image = "b.png"; alt = "b"`},
	{"-", `ask = "Who first climbed it?"; answer = "Hillary"; reject = ["Messner"]`, `ask = "Who first climbed it all?"; answer = "Messner"; reject = ["Hillary"]`},
	{"-", `ask = "China is larger than Russia."; answer = false`, `ask = "Russia is larger than China."; answer = true`},
	{"-", `ask = "The heart is a muscle."; answer = true`, `ask = "The tongue is a muscle."; answer = true`},
	{"-", `id = "one"; ask = "Who wrote Faust?"; answer = "Goethe"`, `id = "two"; ask = "Who wrote Faust?"; answer = "Goethe"`},
	// For the learner to say.
	{"a", `ask = "Who wrote Faust"; answer = "Schiller"`, `ask = "Who wrote Faust?"; answer = "Goethe"`},
	{"a", `id = "one"; ask = "Who wrote Faust?"; answer = "Goethe"`, `ask = "Who wrote Faust?"; answer = "Goethe"`},
	{"a", `ask = "The heart is a muscle that pumps blood."; answer = true`, `ask = "The heart is a muscle that moves blood."; answer = true`},
	{"a", `ask = "In which year was the treaty signed?"; answer = 1648`, `ask = "In which year was the treaty debated?"; answer = 1648`},
	{"a", `ask = "Who wrote Faust?"; answer = "Goethe"`, `ask = "Who wrote Faust, Part Two?"; answer = "Goethe"`},
	{"a", `ask = "Who fought in the World War for Serbia?"; answer = "Pašić"`, `ask = "Who fought in World War II for Serbia?"; answer = "Pašić"`},
	{"a", `ask = "Who led the revolt of the Silesian weavers?"; answer = "nobody"`, `ask = "Who led the first revolt of the Silesian weavers?"; answer = "nobody"`},
	// Gaps.
	{"s", `cloze = "{{Lima}} is the capital of Peru, a country of South America."`, `cloze = "{{Lima}} is the capital of {{Peru}}, a country of South America."`},
	{"s", `cloze = "{{Lima}} is the capital of Peru, a country of South America."`, `cloze = "{{Lima}} is the capital city of Peru, a country of South America."`},
	{"s", `cloze = "{{Lima}} is the capital of Peru."`, `id = "lima"; cloze = "{{c1::Lima}} is the capital of Peru."`},
	{"-", `cloze = "{{Lima}} is the capital of Peru."`, `cloze = "{{Quito}} is the capital of Ecuador."`},
	{"-", `cloze = "{{Lima}} is the capital of Peru."`, `ask = "Lima is the capital of Peru."; answer = true`},
	{"-", `cloze = "{{North}} Korea borders China."`, `cloze = "{{South}} Korea borders Japan."`},
}

// parted puts a line each for what "; " parts.
var parted = strings.NewReplacer("; ", "\n", "¦", "`")

// oneDeck is a deck of one question that is written in lines parted by "; ", with ¦
// for the backtick.
func oneDeck(t *testing.T, lines string) *decks.Deck {
	t.Helper()
	d, err := decks.Parse("facts.toml", []byte("title = \"Facts\"\n[[question]]\n"+parted.Replace(lines)+"\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// verdictOn tells what Find makes of a question that was edited into another.
func verdictOn(t *testing.T, was, now *decks.Deck) (string, relink.Plan) {
	t.Helper()
	in := relink.Input{
		Decks: []*decks.Deck{now}, Path: func(q *decks.Question) string { return "/" + q.File },
		Progress: map[decks.CardID]quiz.Progress{},
		Where:    func(string, string) relink.Place { return relink.Gone },
	}
	for _, q := range was.Questions {
		in.Seen = append(in.Seen, quiz.SeenOf(q, "/facts.toml"))
		for _, c := range q.Cards() {
			in.Progress[c.ID] = quiz.Progress{State: quiz.Review, Reps: 1}
		}
	}
	plan, err := relink.Find(in)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case len(plan.Sure) > 0:
		return "s", plan
	case len(plan.Asked) > 0:
		return "a", plan
	}
	return "-", plan
}

func TestPairs(t *testing.T) {
	for _, p := range pairs {
		if got, _ := verdictOn(t, oneDeck(t, p.was), oneDeck(t, p.now)); got != p.want {
			t.Errorf("%s, want %s:\n  %s\n  %s", got, p.want, p.was, p.now)
		}
		// What is two questions is two in whichever order they were written.
		if p.want != "-" {
			continue
		}
		if got, _ := verdictOn(t, oneDeck(t, p.now), oneDeck(t, p.was)); got != "-" {
			t.Errorf("%s, want -:\n  %s\n  %s", got, p.now, p.was)
		}
	}
}

// Which face of a cloze becomes which: old faces to new ones, those that stay
// left out.
func TestFaces(t *testing.T) {
	for _, row := range []struct{ name, was, now, want string }{
		{"a gap before", "The {{heart}} pumps {{blood}} round.", "The {{heart}} {{pumps}} {{blood}} round.", "c1>c1 c2>c3"},
		{"a gap less", "The {{heart}} {{pumps}} {{blood}} round.", "The heart {{pumps}} {{blood}} round.", "c2>c1 c3>c2"},
		{"labels changed places", "{{c1::Lima}} lies in {{c2::Peru}}.", "{{c2::Lima}} lies in {{c1::Peru}}.", "c1>c2 c2>c1"},
		{"texts changed places", "{{c1::Lima}} lies in {{c2::Peru}}.", "{{c1::Peru}} lies in {{c2::Lima}}.", ""},
		{"both changed places", "{{c1::Lima}} lies in {{c2::Peru}}.", "{{c2::Peru}} lies in {{c1::Lima}}.", ""},
		{"a text mended", "{{c1::Lima}} lies in {{c2::Peru}}.", "{{c1::Lyma}} lies in {{c2::Peru}}.", ""},
		{"mended and renumbered", "{{c1::Lyma}} lies in {{c2::Peru}}.", "{{c2::Lima}} lies in {{c1::Peru}}.", "c1>c2 c2>c1"},
		{"two gaps became one", "The {{c1::big}} {{c2::red}} dog barks at night.", "The {{c1::big red}} dog barks at night.", ""},
		{"two labels became one", "The {{c1::big}} dog barks at {{c2::night}}.", "The {{c1::big}} dog barks at {{c1::night}}.", ""},
		{"one label became two", "The {{c1::big}} dog barks at {{c1::night}}.", "The {{c1::big}} dog barks at {{c2::night}}.", ""},
		{"sentences turned", "{{Lima}} lies in {{Peru}}. Its people number ten million.", "Its people number ten million. {{Lima}} lies in {{Peru}}.", "c1>c1 c2>c2"},
	} {
		t.Run(row.name, func(t *testing.T) {
			was, now := oneDeck(t, fmt.Sprintf("cloze = %q", row.was)), oneDeck(t, fmt.Sprintf("cloze = %q", row.now))
			_, plan := verdictOn(t, was, now)
			var got []string
			for _, c := range plan.Sure {
				for _, m := range c.Moves {
					if m.To.Question != now.Questions[0].ID {
						t.Errorf("%s goes to %s", m.From, m.To)
					}
					got = append(got, string(m.From.Face+">"+m.To.Face))
				}
			}
			if text := strings.Join(got, " "); text != row.want {
				t.Errorf("%q, want %q", text, row.want)
			}
		})
	}
}

// A question with an id whose first gap was filled in: what asked the second
// is the first now, and the history of the first does not become part of it.
func TestRetiredFace(t *testing.T) {
	was := oneDeck(t, `id = "x"; cloze = "{{Lima}} lies in {{Peru}}."`)
	now := oneDeck(t, `id = "x"; cloze = "Lima lies in {{Peru}}."`)
	_, plan := verdictOn(t, was, now)
	if len(plan.Sure) != 1 || len(plan.Sure[0].Moves) != 2 {
		t.Fatalf("%+v", plan)
	}
	for _, m := range plan.Sure[0].Moves {
		switch m.From.Face {
		case "c2":
			if m.To != (decks.CardID{Deck: "facts", Question: "x", Face: "c1"}) {
				t.Errorf("c2 goes to %s", m.To)
			}
		case "c1":
			if m.To.Question == "x" {
				t.Errorf("c1 goes to %s", m.To)
			}
		}
	}
}
