package words

// Page is what the statistics say as a page or a picture, beside what they share
// with Stats. Numbers and days are written already where they are strings.
type Page struct {
	Language string // the tag of the catalogue's language, as HTML has it
	Title    func(day string) string
	Heading  string
	Subtitle func(day, since string) string // since may be ""
	Footer   func(mature int) string        // names Help
	Help     string                         // the command that says more
	Numbers  func(title string) string      // names the table of a chart

	ByDay, ByWeek, ByMonth PageSpan
	Broken                 string // what broken lines show
	Parts                  func(parts []string) string
	Part                   func(n, name string) string
	FromTo                 func(from, to string) string // an interval of numbers

	Forecast     func(today int, overdue, soon string, days int, later string) string
	Overdue      func(n string) string // behind the cards of a day
	Hours        func(from string) string
	Remembered   func(share string) string    // behind reviews
	Histogram    func(of, most string) string // most is the name of a bar, "" where there is no card
	OfRecall     string
	OfStability  string
	OfDifficulty string
	Calendar     func(from, to string, reviews, days int) string
	ADay         string // before what the colours of the calendar mean
	AndMore      func(n string) string

	AnswerOf func(question string) string
	Columns  PageColumns
}

// PageSpan is the chart of retention in spans of a length.
type PageSpan struct {
	Title, Column string
	Line          func(from, to string) string // describes it
}

// PageColumns are the heads of columns.
type PageColumns struct {
	Share, Month, Of, Cards, Answers, NineOfTen, Card, Answer, Forgotten, Difficulty, Deck, Tag, Known,
	Wrote, Times, Last, WhoseAnswer, One, And string
}
