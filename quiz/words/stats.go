package words

// Stats is the report of a history, its charts and pages. Days are written
// already, and so are shares and times, as Percent and Time write them.
type Stats struct {
	Name  string // of the screen
	Pages [6]string
	Place func(page, of int) string
	Keys  map[string]Does // by command

	Titles  StatsTitles
	Columns StatsColumns
	Facts   StatsFacts

	Percent func(share float64, decimals int) string // of 1
	Seconds func(x float64, decimals int) string
	Minutes func(n int) string
	Hours   func(x float64, decimals int) string
	Count   Count // with marks between thousands in any locale

	NothingSince func(day string) string
	NothingYet   string
	Stability    func(from float64) string // a span of days that begins there
	Forecast     func(overdue, today, soon, later string) string
	Today        string // below the first column of the forecast
	ADay         string // before what the shades of the calendar mean
	None         string
	OrMore       func(n string) string
	Retention    func(share string) string
	Forgotten    func(again, reviews int, difficulty string) string
	Suspended    string // behind Forgotten
	NoConfusion  string
	AnswerOf     func(question string) string
	YouWrote     func(response, answer string, times int, last string) string // answer may be ""
	MixedUp      func(a, b string, times int) string
}

// StatsTitles are the titles of sections.
type StatsTitles struct {
	Overview, AnswerTime, TrueRetention, ByDay, ByWeek, ByMonth, Ratings, LastYear, Hours, Cards,
	Retrievability, Stability, Difficulty, Hardest, Decks, Tags, WrongAnswers, MixedUp string
	DueIn func(days int) string
}

// StatsColumns are the heads of columns, and the names of rows.
type StatsColumns struct {
	Young, Mature, Both, Reviews, Retained, Due, Now, New, Learning, Suspended, Gone, Median, Mean, NineOfTen string
	Of                                                                                                        func(n string) string // behind a share
}

// StatsFacts are the most important in words: labels, and what stands behind
// them.
type StatsFacts struct {
	Reviews, Today, Waiting, Retention, Known, Streak, StudyDays, Cards string

	ReviewsOf   func(n, from, to, in string) string
	TodayOf     func(reviews int, in string) string
	WaitingOf   func(due, overdue int, about string) string // about may be ""
	RetentionOf func(month, all string) string
	KnownOf     func(about string, of int, share string) string
	StreakOf    func(current int, longest, from string) string // from "" when there was none
	DaysOf      func(n, of string) string
	CardsOf     func(fresh, learning, young, mature, suspended, buried, gone int) string
}
