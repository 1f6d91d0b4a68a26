package words

// Known is all that is known of a card: labels, and what stands behind some of
// them. Days and intervals are written already.
type Known struct {
	Asks, Answer, Now, Flag, Recall, Memory, Reviews, Exam, Back, Confused, From, File string

	RecallOf  func(now, back float64) string // shares: now, and when it comes back
	MemoryOf  func(stability, difficulty float64) string
	ReviewsOf func(n int, since string, lapses int) string
	ExamOf    func(day string, recall, wanted float64, ready bool) string // recall as it stands
	BackOf    func(rating, interval, day string) string                   // in columns
}
