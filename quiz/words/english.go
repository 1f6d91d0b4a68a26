package words

// English returns the texts in English, with numbers and days as a locale
// writes them.
func English(l Locale) *Words {
	e := english{l}
	return &Words{
		Locale:  l,
		Common:  e.common(),
		Frame:   e.frame(),
		Home:    e.home(),
		Study:   e.study(),
		Summary: e.summary(),
		Test:    e.test(),
		Browse:  e.browse(),
		Preview: e.preview(),
		Stats:   e.stats(),
		Plain:   e.plain(),
	}
}

// english writes English texts.
type english struct{ Locale }

// count returns what writes a number of things with a regular plural.
func (e english) count(thing string) func(int) string {
	return func(n int) string {
		if n == 1 {
			return "1 " + thing
		}
		return e.Int(n) + " " + thing + "s"
	}
}

func (e english) common() Common {
	return Common{
		Ratings:  [4]string{"Again", "Hard", "Good", "Easy"},
		Verdicts: Verdicts{Correct: "CORRECT", Close: "CLOSE", Wrong: "WRONG"},
		Count: Count{
			Cards:     e.count("card"),
			Days:      e.count("day"),
			Reviews:   e.count("review"),
			Questions: e.count("question"),
			Minutes:   e.count("minute"),
			Times:     e.count("time"),
		},
		Keys: KeyNames{
			Space: "Space", Enter: "Enter", Esc: "Esc", Tab: "Tab", Backspace: "Backspace", Delete: "Del",
			Home: "Home", End: "End", PgUp: "PgUp", PgDn: "PgDn", Shift: "Shift", Ctrl: "Ctrl", Alt: "Alt",
		},
		True:  "true",
		False: "false",
	}
}

func (e english) frame() Frame { return Frame{} }

func (e english) home() Home { return Home{} }

func (e english) study() Study { return Study{} }

func (e english) summary() Summary { return Summary{} }

func (e english) test() Test { return Test{} }

func (e english) browse() Browse { return Browse{} }

func (e english) preview() Preview { return Preview{} }

func (e english) stats() Stats { return Stats{} }

func (e english) plain() Plain { return Plain{} }
