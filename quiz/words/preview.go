package words

// Preview is the cards of a deck for its author.
type Preview struct {
	Name    string                   // where there is no card
	Reverse func(kind string) string // a card that is asked the other way round
	Side    func(back, paper bool) string
	Place   func(question, of int) string
	Card    func(card, of int) string // behind Place, where a question has several

	Fault  func(faults int) string
	NoCard string // there is no question
	Mend   string // why there is none
	Checks string // the title of all that check says
	Fine   string // it says nothing
	Hint   string // before how to mend something

	OnPaper, InKey, AsStudied string // above a half of the screen

	Keys              map[string]Does // by command
	Next, Turn, Paper string          // what the answer and the view do, otherwise
	ByNumber          string          // what a digit does

	NoHint, NoEditor, NoQuestion string
	NotEdited, EditorEnded       func(why string) string
	Questions                    func(n int) string // there are only so many
	NoOther, FromBeginning       string             // of a search
	NotFound                     func(sought string) string
	Gone, Read                   string
	Changed                      func(first, n int) string
}
