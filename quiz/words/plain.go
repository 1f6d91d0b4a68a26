package words

// Plain is what the plain mode says in its own way. Labels stand before what
// they name and end with ": ".
type Plain struct {
	Help []string // the commands of a session, a line each

	Head     func(number, total int, deck, waits string) string // the first line of a card
	Flagged  func(flag int) string                              // behind it
	Text     string
	Image    string
	Size     func(width, height int) string // of an image, in points, behind its path
	Do       string
	Question string
	Answer   string
	Why      string
	From     string
	Words    string
	Hint     func(number, of int) string
	Leech    string
	NotSaved string

	Correct      func(wanted, note string) string // note is "" or stands in brackets
	Close, Wrong func(wanted, given, note string) string
	// Items of an answer, indented below it.
	AlsoRight, Missing, Right, Extra func(item string) string
	CloseItem, WrongItem             func(wanted, given string) string

	Folded           func(begin string) string // a long text that was written before
	Offer            func(response, answer string, times int) string
	NoOffer          string
	After, AfterHelp string // the prompt at the end of a session, and what it takes

	NoCommand func(name string) string
	NoText    string // above the question
	RateWith  string
	TooLong   func(bytes int) string
	NoEditor  string
	NotRead   string // before what is wrong with an edited file
	NotEdited func(why string) string

	WhyCard, WhyNow, WhyBack, WhyFile, WhyConfused string
	Memory                                         func(stability, difficulty float64) string
	Recall                                         func(share float64) string // behind Memory
	Reviews                                        func(n int, since string, lapses int) string

	OnPaper, InKey string // labels of lines of their own
}
