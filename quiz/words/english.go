package words

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// English returns the texts in English, with numbers and days as a locale
// writes them.
func English(l Locale) *Words {
	e := english{l}
	return &Words{
		Locale:   l,
		Common:   e.common(),
		Schedule: e.schedule(),
		Frame:    e.frame(),
		Home:     e.home(),
		Edited:   e.edited(),
		Card:     e.card(),
		Study:    e.study(),
		Summary:  e.summary(),
		Test:     e.test(),
		Browse:   e.browse(),
		Known:    e.known(),
		Preview:  e.preview(),
		Stats:    e.stats(),
		Page:     e.page(),
		Plain:    e.plain(),
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
		Weekdays: [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
		Months:   [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		True:     "true",
		False:    "false",
		Engine:   func(english string) string { return english },
		Note: func(note, form string) string {
			if note == "" || form == "" {
				return note
			}
			return note + " in " + form
		},
		Sentence: sentence,
	}
}

func (e english) frame() Frame {
	return Frame{
		Keys:     "Keys",
		TooSmall: "window too small",
		Loading:  "Loading ...",
		Below:    func(lines int) string { return "↓ " + e.Int(lines) + " more" },
		Above:    func(lines int) string { return "↑ " + e.Int(lines) + " more" },
		Back:     "back",
		Scroll:   "scroll",
		ToShell:  "to the shell, fg comes back",
		AtOnce:   "leave at once; what was rated is saved",
	}
}

func (e english) home() Home {
	cards := e.count("card")
	return Home{
		Name:     "recto",
		AllDecks: "All decks",
		New:      "new",
		Learning: "learning",
		Due:      "due",

		Waiting: func(n, minutes int) string {
			said := cards(n) + " for today"
			if minutes > 0 {
				said += ", about " + e.count("minute")(minutes)
			}
			return said
		},
		Nothing: func(done int) string {
			if done > 0 {
				return "All done for today: " + cards(done) + ". Well done!"
			}
			return "Nothing waits now. Enjoy the day."
		},
		Next: func(next string) string { return sentence(next) },
		NextAt: func(next string, hour, minute int) string {
			return sentence(next + ", at " + e.Clock(hour, minute, [2]string{"am", "pm"}))
		},
		Held: func(fresh, due int) string {
			var held []string
			if fresh > 0 {
				held = append(held, e.count("new card")(fresh))
			}
			if due > 0 {
				held = append(held, e.count("review")(due))
			}
			return "The limits of the day hold " + strings.Join(held, " and ") + " back."
		},
		Paused: func(until string) string { return "Paused until " + until + "; recto pause --end ends it." },
		Streak: func(days int, today bool) string {
			switch {
			case days == 0:
				return ""
			case days == 1 && today:
				return "day 1"
			case today:
				return e.Int(days) + " days in a row"
			}
			return e.count("day")(days) + " in a row, today still open"
		},
		Today: func(done, all int) string { return e.Int(done) + " of " + e.Int(all) + " today" },
		Faulty: func(files int) string {
			if files == 1 {
				return "A file has a fault and is left out:"
			}
			return e.Int(files) + " files have faults and are left out:"
		},
		NoDeck:   "There is no deck. recto new FILE begins one.",
		NoMatch:  func(filter string) string { return "No deck has \"" + filter + "\" in its name." },
		OneDeck:  "Choose one deck first.",
		NotThere: "It cannot be opened",

		Fault:     "What is wrong",
		FaultHint: func(file string) string { return "recto check " + file + " names every fault." },
		Topics:    "Help topics",

		Commands: HomeCommands{
			Study:    Does{"study", "study the deck, or show what is wrong with the file"},
			Quiz:     Does{"quiz", "a scored practice test of the deck"},
			Browse:   Does{"browse", "the cards of the deck: search, read, suspend, edit"},
			Stats:    Does{"stats", "retention, forecast, calendar, hardest cards"},
			Preview:  Does{"preview", "every card of the deck, front and back"},
			Search:   Does{"find", "show only decks with a text in their name"},
			Undo:     Does{"undo", "take the last rating or change back, also of an earlier session"},
			Topics:   Does{"help", "read the help topics"},
			Help:     Does{"keys", "these keys"},
			Leave:    Does{"leave", "leave"},
			Up:       Does{"up", "the deck above"},
			Down:     Does{"down", "the deck below"},
			PageUp:   Does{"page up", "a screen up"},
			PageDown: Does{"page down", "a screen down"},
			Top:      Does{"top", "the first one"},
			Bottom:   Does{"bottom", "the last one"},

			ShowFault: "show the fault", Find: "study", EndSearch: "all decks", Read: "read", Back: "back",
		},
	}
}

func (e english) edited() Edited {
	return Edited{
		Name: "Edited questions",
		Ask:  "Is this one question, edited?",
		Moved: func(questions int, from, to string) string {
			return e.count("question")(questions) + " of the deck " + from + " are in the deck " + to + " now. Are they the same?"
		},
		Was:   "was",
		Now:   "now",
		First: "the first",
		Place: func(at, of int) string { return e.Int(at) + " of " + e.Int(of) },
		Command: EditedCommands{
			Keep:  Does{"the same", "it is the same question, and keeps its history"},
			Anew:  Does{"another", "it is another question, and begins anew"},
			Later: Does{"later", "decide before a later session"},
			Undo:  Does{"undo", "back to the question before"},
			Up:    Does{"up", "a line up"},
			Down:  Does{"down", "a line down"},
			Help:  Does{"keys", "these keys"},
			Leave: Does{"leave", "leave, nothing is decided"},
		},
	}
}

func (e english) schedule() Schedule {
	units := [...]string{Year: "y", Month: "mo", Day: "d", Hour: "h", Minute: "m", Second: "s"}
	return Schedule{
		Interval: func(amount float64, unit Unit) string {
			return strings.Replace(strconv.FormatFloat(amount, 'f', -1, 64), ".", e.Decimal(), 1) + units[unit]
		},
		Now: "now",

		New:          "new, it was never reviewed",
		Learning:     func(step int) string { return "learning, step " + e.Int(step) },
		Relearning:   func(step int) string { return "forgotten and relearned, step " + e.Int(step) },
		DueToday:     "due today",
		DueYesterday: "due since yesterday",
		Overdue:      func(days int, since string) string { return "due for " + e.Int(days) + " days, since " + since },
		DueOn:        func(day string) string { return "in review, due on " + day },

		NothingNext:  "nothing more is due",
		NextNow:      "next due now",
		NextTomorrow: "next due tomorrow",
		NextIn:       func(interval string) string { return "next due in " + interval },

		RatingIn: func(rating, interval string) string { return rating + " in " + interval },
		Wrote:    func(response string) string { return "you wrote " + response },
		Confused: func(response string, times int) string {
			return "you wrote " + response + " " + e.count("time")(times)
		},
		AnswerOf: func(cards []string) string { return ", the answer of " + strings.Join(cards, " and ") },

		Comes: func(reason string, place, of int) string {
			return reason + "; card " + e.Int(place) + " of the " + e.Int(of) + " that come now"
		},
		Suspended: "suspended, and stays so until it is unsuspended",
		Buried:    func(until string) string { return "buried until " + until },
		NotAsked:  "not among the cards that were asked for",
		Later:     func(day string, days int) string { return "due on " + day + ", in " + e.count("day")(days) },
		After: func(questions []string) string {
			return "new, and waits until these are learned: " + strings.Join(questions, ", ")
		},
		SiblingStudied: func(reason, face string) string {
			return reason + ", but its sibling " + face + " was studied today"
		},
		SiblingComes: func(reason, face string) string { return reason + ", but its sibling " + face + " comes today" },
		Paused:       func(until string) string { return "new, and new cards pause until " + until },
		OverTime: func(reason string) string {
			return reason + ", but the minutes of the day are full (minutes_per_day)"
		},
		OverNew: func(reason string, done, before int) string {
			return reason + ", but the new cards of the day are full: " + e.Int(done) + " were studied today, " +
				e.Int(before) + " come before it (new_per_day)"
		},
		OverReview: func(reason string, done, before int) string {
			return reason + ", but the reviews of the day are full: " + e.Int(done) + " were done today, " +
				e.Int(before) + " come before it (reviews_per_day)"
		},

		Paragraph: func(where string) string { return "paragraph " + where },
		Page:      func(where string) string { return "page " + where },
		Inferred:  "a conclusion",

		Leech: func(lapses int) string {
			return "was forgotten " + e.count("time")(lapses) + "; say it another way, split it, or suspend it."
		},
		LeechSuspended: func(lapses int) string {
			return "was forgotten " + e.count("time")(lapses) + " and is suspended; say it another way or split it, then unsuspend it."
		},
		LeechFlagged: func(lapses, flag int) string {
			return "was forgotten " + e.count("time")(lapses) + " and has flag " + e.Int(flag) + " now; say it another way, split it, or suspend it."
		},
	}
}

func (e english) study() Study {
	return Study{
		How: How{
			Reveal:   "Enter shows the answer",
			Multiple: "mark all that apply, such as a,c",
			Any: func(need, of int) string {
				return "any " + e.Int(need) + " of " + e.Int(of) + ", separated by ;"
			},
			Items: func(n int) string { return e.Int(n) + " items, separated by ;" },
			Order: "give the letters in the right order",
			Match: "pair them, such as 1b 2a",
			Gaps:  func(n int) string { return e.Int(n) + " gaps, separated by ;" },
		},
		Flag:             func(flag int) string { return "Flag " + e.Int(flag) + "." },
		Waits:            Waits{New: "new", Learning: "learning", Relearning: "relearning", Due: "due", Review: "review"},
		Skipped:          "Skipped.",
		Buried:           "Buried until tomorrow.",
		Suspended:        "Suspended.",
		Undone:           "Undone.",
		Unflagged:        "No flag.",
		ChangedElsewhere: "This card was changed elsewhere meanwhile.",

		Keys: map[string]Does{
			"answer":    {"answer", "show the answer, then take the rating in brackets"},
			"again":     {"Again", "rate Again: it was forgotten"},
			"hard":      {"Hard", "rate Hard: it came with trouble"},
			"good":      {"Good", "rate Good: it was remembered"},
			"easy":      {"Easy", "rate Easy: it came at once"},
			"left":      {"rating", "move the brackets to the left"},
			"right":     {"rating", "move the brackets to the right"},
			"accept":    {"accept as Good", "accept a CLOSE answer as Good"},
			"field":     {"commands", "leave the field for the commands, and back"},
			"hint":      {"hint", "next hint"},
			"undo":      {"undo", "undo, as often as wanted, also at the end"},
			"skip":      {"skip", "skip, not in this session"},
			"bury":      {"bury", "bury, not before tomorrow"},
			"suspend":   {"suspend", "suspend, never again until unsuspended"},
			"flag":      {"flag", "flag, or take the flag away"},
			"edit":      {"edit", "edit the question"},
			"why":       {"why", "why this card comes now"},
			"explain":   {"explanation", "explanation and source below the answer, shown or not"},
			"text":      {"text", "unfold the text above the question, and fold it"},
			"image":     {"image", "open the image in a window of its own"},
			"retry":     {"retry", "try the wrong ones again, without schedule"},
			"print":     {"print", "print the wrong ones"},
			"up":        {"scroll", "scroll up by a line"},
			"down":      {"scroll", "scroll down by a line"},
			"page-up":   {"scroll", "scroll up by a screen"},
			"page-down": {"scroll", "scroll down by a screen"},
			"help":      {"keys", "these keys; F1 in a field too"},
			"leave":     {"leave", "leave; every rating is saved"},
		},
		Choosing: []Pressed{
			{"a b c, 1 2 3", "choose an option; Enter answers"},
			{"↑↓ → Space", "go to an option, and choose it"},
			{"Shift+↑↓", "move a line of an order"},
			{"← →", "another partner for the line marked >"},
			{"Backspace", "take a choice back"},
		},
		Place:    func(number, total int) string { return e.Int(number) + " of " + e.Int(total) },
		Flagged:  func(flag int) string { return "flag " + e.Int(flag) },
		Again:    "The wrong ones again",
		Retrying: "Each until it is known; nothing is recorded.",

		ShowAnswer: "show answer",
		Answer:     "answer",
		NextItem:   "next item",
		Take:       func(rating string) string { return "take " + rating },
		Type:       "type",

		NotSaved:     "NOT SAVED: ",
		SameKey:      "The same key tries again.",
		Leech:        "LEECH: ",
		LastCard:     "the last card",
		Pasted:       "Pasted text with several lines: the first one is the answer.",
		FieldFull:    "The field is full.",
		TooLong:      "That is too long to be an answer.",
		NotTold:      func(why string) string { return "Not told: " + why },
		NotEdited:    func(why string) string { return "Not edited: " + why },
		EditorEnded:  func(why string) string { return "Not edited: the editor ended with: " + why },
		NoEditor:     "Editing is not available here.",
		NotRead:      "Not read again, the card is as it was",
		Gone:         "Another question now, or taken out: its history stays where it was.",
		NothingWrong: "Nothing was wrong.",
		NotPrinted:   func(why string) string { return "Not printed: " + why },
		NoPrinter:    "Printing is not available here.",
		Loading:      "Loading ...",

		Why: Why{
			Title:      "Why now",
			Card:       "Card",
			Now:        "Now",
			Stability:  "Stability",
			Difficulty: "Difficulty",
			Recall:     "Recall now",
			Reviews:    "Reviews",
			Back:       "Back",
			Confused:   "Confused",
			From:       "From",
			File:       "File",
			Days:       func(x float64) string { return e.Fixed(x, 1) + " days" },
			OfTen:      func(x float64) string { return e.Fixed(x, 1) + " of 10" },
			Percent:    func(x float64) string { return e.Fixed(100*x, 0) + "%" },
			Since: func(reviews int, since string, lapses int) string {
				return e.Int(reviews) + " since " + since + ", " + e.Int(lapses) + " lapses"
			},
		},

		Offer: "Accept it from now on?",
		Overruled: func(response, answer string, times int) string {
			return "You wrote " + response + " for " + answer + " " + e.count("time")(times) + " and let it count."
		},
		OfferKeys:   "y writes it into the deck as another right form; any other key leaves the deck as it is.",
		Accepted:    func(response string) string { return "Accepted from now on: " + response },
		NotAccepted: func(why string) string { return "Not accepted: " + why },
	}
}

func (e english) card() Card {
	return Card{
		Image:     "Image: ",
		NoImage:   "This card has no image.",
		Opened:    "The image is being opened.",
		NotOpened: func(why string) string { return "Not opened: " + why + "." },
		Words:     "Words: ",
		Hint:      func(number, of int) string { return "Hint " + e.Int(number) + " of " + e.Int(of) + ": " },
		Answer:    "A: ",
		Why:       "Why: ",
		From:      "From: ",
		Folded: func(lines int) string {
			if lines == 1 {
				return "1 more line"
			}
			return e.Int(lines) + " more lines"
		},
		How: How{
			Reveal:   "Enter shows the answer",
			Multiple: "mark all that apply",
			Any: func(need, of int) string {
				return "any " + e.Int(need) + " of " + e.Int(of) + ", Enter or ; after each"
			},
			Items: func(n int) string { return e.Int(n) + " items, Enter or ; after each" },
			Order: "press the letters in the right order, or move lines with Shift+↑↓",
			Match: "press the letter that belongs to the line marked >",
			Gaps:  func(n int) string { return e.Int(n) + " gaps, ; after each" },
		},
		YouWrote:  "you wrote",
		Wanted:    "wanted",
		AlsoRight: "also right: ",
		Missing:   "missing: ",
		Right:     "right: ",
		Close:     "close: ",
		Wrong:     "wrong: ",
		Extra:     "not asked for: ",
		ButWrote:  ", you wrote ",
	}
}

func (e english) summary() Summary {
	return Summary{
		Nothing: func(next string) string { return "Nothing to study now; " + next },
		Done: func(answered, right, left int, next string) string {
			s := "Done: " + e.Int(answered) + " answered"
			if answered > 0 {
				s += ", " + e.Int(right) + "% right"
			}
			if left > 0 {
				s += ", " + e.Int(left) + " left"
			}
			return s + "; " + next
		},
		NothingTitle: "Nothing to study now",
		Title:        "Done",
		Answered: func(answered, cards, right int, time string) string {
			if answered == 0 {
				return "0 answered"
			}
			s := e.Int(answered) + " answered, " + e.Int(right) + "% of " + e.count("card")(cards) + " right at first"
			if time != "" {
				s += ", in " + time
			}
			return s
		},
		Hardest: "Hardest",
		Forgotten: func(times int) string {
			if times == 1 {
				return "forgotten once"
			}
			return "forgotten " + e.Int(times) + " times"
		},
		Left: func(n int, next string) string {
			if n == 0 {
				return sentence("nothing left; " + next)
			}
			return sentence(e.Int(n) + " left; " + next)
		},
		Week: "The last 7 days",
	}
}

func (e english) test() Test {
	return Test{
		Name: "Test",
		Paper: func(questions int, points float64, limit time.Duration) string {
			s := "Test: " + e.count("question")(questions) + ", " + e.points(points)
			if limit > 0 {
				s += ", " + e.clock(limit) + " to answer"
			}
			return s
		},
		AtEnd:   "The marking comes at the end. An empty line leaves a question unanswered, :? lists the commands.",
		AtOnce:  "The marking comes at once. An empty line leaves a question unanswered, :? lists the commands.",
		Seed:    func(flags string) string { return "Same paper: " + flags },
		Number:  func(number, of int) string { return e.Int(number) + " of " + e.Int(of) },
		Points:  e.points,
		Left:    func(left time.Duration) string { return e.clock(left) + " left" },
		Flagged: "flagged",
		ByHand:  "write your answer, or a word of it: you judge it yourself",
		Wrote:   "You wrote: ",
		Judge:   "Right, partly right or wrong? (r, p, w) ",
		NoJudge: "Judge with r, p or w.",

		Help: []string{
			"An empty line leaves the question unanswered, or as it was answered.",
			":s skip, it comes again at the end",
			":g 3 go to question 3",
			":f flag, or take the flag away",
			":c clear the answer of this question",
			":u undo, as often as wanted",
			":l list what is answered",
			":d hand in",
			":q hand in as it is, and leave",
			":: begins a response that begins with a colon",
		},
		Skipped:    "Skipped.",
		Cleared:    "Cleared.",
		FlagOn:     "Flagged.",
		FlagOff:    "No flag.",
		Undone:     "Undone.",
		HandedIn:   "Handed in.",
		TimeOver:   "The time is over; what was answered counts.",
		Stopped:    "Broken off; so far:",
		Unrecorded: "Nothing is recorded of a test that was broken off.",
		Unjudged:   "What was not judged counts nothing.",
		Kept:       "The answer stays.",

		Asked: func(answered, left int) string {
			s := "Every question was asked: " + e.Int(answered) + " answered"
			if left > 0 {
				s += ", " + e.Int(left) + " not"
			}
			return s + "."
		},
		Progress:   func(answered, of int) string { return e.Int(answered) + " of " + e.Int(of) + " answered." },
		Unanswered: func(numbers string) string { return "Not answered: " + numbers },
		Skips:      func(numbers string) string { return "Skipped: " + numbers },
		Flags:      func(numbers string) string { return "Flagged: " + numbers },
		Confirm: func(left int) string {
			return e.count("question")(left) + " not answered yet; :d again hands in."
		},
		HandIn: "Enter hands in, :g 1 goes back to question 1.",

		Score: func(score, points float64, percent int) string {
			return "Score: " + e.earned(score, points) + ", " + e.Int(percent) + "%"
		},
		Counts: func(right, close, wrong, unanswered int) string {
			s := e.Int(right) + " right, " + e.Int(close) + " close, " + e.Int(wrong) + " wrong"
			if unanswered > 0 {
				s += ", " + e.Int(unanswered) + " not answered"
			}
			return s
		},
		Took:   func(time time.Duration) string { return "in " + e.clock(time) },
		Earned: e.earned,
		Tally: func(name string, percent int, earned, right string) string {
			return name + ": " + e.Int(percent) + "%, " + earned + ", " + right
		},
		Right:     func(right, of int) string { return e.Int(right) + " of " + e.Int(of) + " right" },
		NoSection: "(no section)",

		Tags:        "Tags, the weakest first",
		Sections:    "Sections",
		Questions:   "Questions",
		Confusions:  "Taken for each other",
		NotAnswered: func(wanted string) string { return "NOT ANSWERED: wanted " + wanted },
		NotJudged:   func(wanted string) string { return "NOT JUDGED: wanted " + wanted },
		Judged:      func(verdict, wanted string) string { return verdict + " (your judgement): wanted " + wanted },
		ByLearner:   Verdicts{Correct: "RIGHT", Close: "PARTLY RIGHT", Wrong: "WRONG"},
		Confused: func(number int, wanted, given string) string {
			return e.Int(number) + ". " + given + " for " + wanted
		},
		AnswerOf: func(number int) string { return ", the answer of question " + e.Int(number) },
		Times:    func(times int) string { return ", " + e.count("time")(times) },

		Recorded: func(cards int) string { return "Recorded: " + e.count("card")(cards) + " rated" },
		Retry: func(questions int) string {
			return "Try the " + e.count("question")(questions) + " again that were not right? (y, Enter leaves) "
		},
		Again: func(questions int) string {
			return "Again: " + e.count("question")(questions) + "; nothing is recorded"
		},

		Answered:   func(answered int) string { return e.Int(answered) + " answered" },
		List:       "All questions",
		ResultName: "Result",
		Review:     "Review",
		AgainName:  "Again",
		HandInRow: func(unanswered int) string {
			if unanswered == 0 {
				return "Hand in"
			}
			return "Hand in, " + e.count("question")(unanswered) + " not answered"
		},
		BreakOff:      "break off at once; nothing of the test counts",
		LeaveAsk:      "Enter hands in what is answered; leaving once more breaks off, and nothing is recorded.",
		Part:          func(score, points float64) string { return e.decimal(score) + "/" + e.decimal(points) },
		Judgement:     func(verdict string) string { return verdict + " (your judgement)" },
		TakenBack:     "Taken back: nothing of this test is recorded now.",
		NothingMissed: "Everything was right.",
		Commands:      "commands",
		Type:          "type",
		GoTo:          "go to it",
		LookAt:        "look at it",
		GoOn:          "go on",
		TakeBack:      "take the answer back",
		LeaveOpen:     "leave open",
		States:        TestStates{Open: "open", Skipped: "skipped", Left: "not answered", Answered: "answered"},
		Keys: map[string]Does{
			"answer":       {"answer", "answer, or leave unanswered; go on; go to what is chosen"},
			"field":        {"back", "leave the field for the commands below, and back; leave a list"},
			"skip":         {"skip", "skip, it comes again behind the others"},
			"flag":         {"flag", "flag, or take the flag away"},
			"image":        {"image", "open the image in a window of its own"},
			"list":         {"list", "all questions, and what became of them"},
			"hand-in":      {"hand in", "hand in, after a look at what is not answered"},
			"wrong":        {"wrong", "judge the answer: wrong"},
			"partly":       {"partly right", "judge the answer: partly right, half of the points"},
			"right-answer": {"right", "judge the answer: right"},
			"retry":        {"again", "try again what was not right; nothing is recorded"},
			"save":         {"save", "try again to record the result"},
			"next":         {"next", "the next question; what was replied is kept"},
			"previous":     {"before", "the question before"},
			"undo":         {"undo", "take the last answer, skip or flag back; after the test what was recorded"},
			"up":           {"up", "scroll up, or choose the line above"},
			"down":         {"down", "scroll down, or choose the line below"},
			"page-up":      {"page up", "scroll up by a screen"},
			"page-down":    {"page down", "scroll down by a screen"},
			"top":          {"first", "the first line"},
			"bottom":       {"last", "the last line"},
			"help":         {"keys", "the keys that work now"},
			"leave":        {"leave", "leave; what is answered can be handed in first"},
		},
	}
}

// points writes points with at most two decimals: "1 point", "2.5 points".
func (e english) points(points float64) string {
	s := e.decimal(points)
	if s == "1" {
		return s + " point"
	}
	return s + " points"
}

func (e english) earned(score, points float64) string {
	return e.decimal(score) + " of " + e.points(points)
}

// decimal writes a number with as many decimals as it needs, at most two.
func (e english) decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	_, rest, _ := strings.Cut(s, ".")
	return e.Fixed(x, len(rest))
}

// clock writes a time as a clock counts it: "0:05", "12:30", "1:02:00".
func (e english) clock(d time.Duration) string {
	n := int(d / time.Second)
	two := func(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }
	if n < 3600 {
		return strconv.Itoa(n/60) + ":" + two(n%60)
	}
	return strconv.Itoa(n/3600) + ":" + two(n/60%60) + ":" + two(n%60)
}

func (e english) browse() Browse {
	cards := e.count("card")
	did := func(what string) func(int) string {
		return func(n int) string { return cards(n) + " " + what + "." }
	}
	not := func(what string) func(string) string {
		return func(why string) string { return what + ": " + sentence(why) }
	}
	return Browse{
		Title: "Cards",
		Columns: [...]string{"deck", "question", "answer", "state", "due", "recall", "stability", "difficulty", "reviews", "lapses",
			"flag", "tags"},
		States: [...]string{"new", "learning", "relearning", "review", "buried", "suspended"},
		Due: func(days int) string {
			switch {
			case days == 0:
				return "today"
			case days < 0:
				return e.Int(-days) + " d ago"
			}
			return "in " + e.Int(days) + " d"
		},
		Percent: func(n int) string { return e.Int(n) + "%" },

		Found: func(found, all int) string {
			if found == all {
				return cards(all)
			}
			return e.Int(found) + " of " + cards(all)
		},
		Marked:     func(n int) string { return e.Int(n) + " marked" },
		Place:      func(n, of int) string { return e.Int(n) + " of " + e.Int(of) },
		Searching:  "searching ...",
		Search:     "words, tag:law, due<7, is:leech; recto help searching",
		NoMatch:    "No card matches.",
		NoCard:     "There is no card.",
		WrongQuery: func(what string) string { return "Not yet a search: " + what },
		Sorted: func(column string, down bool) string {
			if down {
				return "Sorted by " + column + ", the last first."
			}
			return "Sorted by " + column + "."
		},

		Saving:         "Saving ...",
		Suspended:      did("suspended"),
		Unsuspended:    did("not suspended any more"),
		Buried:         did("buried until tomorrow"),
		Unburied:       did("not buried any more"),
		Unflagged:      did("without a flag"),
		Reset:          did("new again"),
		Flagged:        func(n, flag int) string { return cards(n) + " with flag " + e.Int(flag) + "." },
		NothingToReset: "It is new already.",
		NothingToUndo:  "Nothing was changed here; recto history undo takes earlier ratings and changes back.",
		Undone:         func(change string) string { return "Taken back: " + change },
		AskFlag:        "Which flag, 1 to 7? 0 takes it away.",
		Yes:            "y",
		AskReset: func(n int, yes string) string {
			if n == 1 {
				return "Make this card new again? " + yes + " for yes. What happened to it stays in the history."
			}
			return "Make " + cards(n) + " new again? " + yes + " for yes. What happened to them stays in the history."
		},
		Kept:      "Nothing is changed.",
		NotSaved:  not("NOT SAVED"),
		NotRead:   not("Not read"),
		NotEdited: not("Not edited"),
		NoEdit:    "There is no editor here.",
		Reloaded:  "The decks are read again.",

		Life:      func(card string) string { return "What happened to " + card },
		NoLife:    "nothing, it is new",
		Rated:     func(review, due string) string { return review + "; due " + due },
		TakenBack: func(event string) string { return event + " (taken back)" },
		Event: BrowseEvents{
			Suspended: "suspended", Unsuspended: "not suspended any more", Unburied: "not buried any more",
			Unflagged: "flag taken away", Reset: "made new again",
			Buried:  func(day string) string { return "buried until " + day },
			Moved:   func(day string) string { return "moved to " + day },
			Flagged: func(flag int) string { return "flag " + e.Int(flag) },
			Other:   func(kind string) string { return kind },
		},

		Why:    func(card string) string { return "Why " + card + " comes now or not" },
		Choose: "Columns",
		Facts: BrowseFacts{
			Card: "card", Now: "now", Memory: "memory", Reviews: "reviews", Flag: "flag", Tags: "tags", File: "file",
			Remembered: func(stability, difficulty, recall string) string {
				return "recall " + recall + ", stability " + stability + " days, difficulty " + difficulty + " of 10"
			},
			Seen: func(reviews, lapses int, last string) string {
				return e.Int(reviews) + ", " + e.count("lapse")(lapses) + ", last " + last
			},
		},
		Command: BrowseCommands{
			Search:   Does{"search", "search in questions, answers, tags and states"},
			Card:     Does{"card", "read the card, and what is known of it"},
			Mark:     Does{"mark", "mark the card: what follows is done to all that are marked"},
			MarkAll:  Does{"mark all", "mark all cards that were found, or none"},
			Suspend:  Does{"suspend", "suspend, or end that"},
			Bury:     Does{"bury", "bury until tomorrow, or end that"},
			Flag:     Does{"flag", "give a flag; 0 takes it away"},
			Reset:    Does{"reset", "make new again, after a question"},
			Edit:     Does{"edit", "edit the question in VISUAL or EDITOR, and come back"},
			Undo:     Does{"undo", "take the last change back, as often as wanted"},
			Why:      Does{"why", "why the card comes now or not, and all that is known of it"},
			Image:    Does{"image", "open the card's image in a window of its own"},
			Life:     Does{"history", "everything that ever happened to the card"},
			Sort:     Does{"sort", "sort by the next column"},
			Reverse:  Does{"reverse", "sort the other way round"},
			Columns:  Does{"show", "choose the columns, and what the list is sorted by"},
			Beside:   Does{"card", "the card beside the list, or not, in a wide window"},
			Up:       Does{"up", "the card above"},
			Down:     Does{"down", "the card below"},
			PageUp:   Does{"page up", "a screen up"},
			PageDown: Does{"page down", "a screen down"},
			Top:      Does{"first", "the first card"},
			Bottom:   Does{"last", "the last card"},
			Next:     Does{"next", "the next card, also while one is read"},
			Previous: Does{"previous", "the card before"},
			Clear:    Does{"clear", "take the marks, then the search away"},
			Help:     Does{"keys", "these keys"},
			Leave:    Does{"leave", "leave; every change is saved"},
			Keep:     Does{Short: "to the list"},
			ByWidth:  Does{Short: "by width"},
			Back:     Does{Short: "back"},
			No:       Does{Short: "no"},
		},
	}
}

func (e english) known() Known {
	column := func(s string) string { return s + strings.Repeat(" ", max(6-utf8.RuneCountInString(s), 0)) }
	percent := func(share float64) string { return e.Fixed(100*share, 0) + " %" }
	return Known{
		Asks: "asks", Answer: "answer", Now: "now", Flag: "flag", Recall: "recall", Memory: "memory", Reviews: "reviews", Exam: "exam",
		Back: "back", Confused: "confused", From: "from", File: "file",

		RecallOf: func(now, back float64) string { return percent(now) + " now; it comes back at " + percent(back) },
		MemoryOf: func(stability, difficulty float64) string {
			return "stability " + e.Fixed(stability, 1) + " days, difficulty " + e.Fixed(difficulty, 1) + " of 10"
		},
		ReviewsOf: func(n int, since string, lapses int) string {
			return e.Int(n) + " since " + since + ", " + e.count("lapse")(lapses)
		},
		ExamOf: func(day string, recall, wanted float64, ready bool) string {
			is := "comes back before"
			if ready {
				is = "ready"
			}
			return day + ", known by then at " + percent(recall) + " as it stands, wanted " + percent(wanted) + ": " + is
		},
		BackOf: func(rating, interval, day string) string {
			return column(rating) + " in " + column(interval) + " on " + day
		},
	}
}

func (e english) preview() Preview {
	return Preview{
		Name:    "recto preview",
		Reverse: func(kind string) string { return kind + ", reverse" },
		Side: func(back, paper bool) string {
			side := "front"
			if back {
				side = "back"
			}
			if paper {
				side += " on paper"
			}
			return side
		},
		Place: func(question, of int) string { return e.Int(question) + " of " + e.Int(of) },
		Card:  func(card, of int) string { return ", card " + e.Int(card) + " of " + e.Int(of) },

		Fault: func(faults int) string {
			if faults == 1 {
				return "FAULT: cards as they were"
			}
			return e.Int(faults) + " FAULTS: cards as they were"
		},
		NoCard: "There is no question.",
		Mend:   "No question can be shown before this is mended:",
		Checks: "What check says",
		Fine:   "Nothing.",
		Hint:   "hint: ",

		OnPaper: "On paper", InKey: "In the key", AsStudied: "As studied",

		Next: "next", Turn: "card", Paper: "paper", ByNumber: "go to the question of a number",

		Keys: map[string]Does{
			"answer":            {"answer", "show the answer, then the next card"},
			"next":              {"card", "the next card"},
			"previous":          {"card before", "the card before"},
			"next-question":     {"question", "the next question"},
			"previous-question": {"question before", "the question before"},
			"page-down":         {"page down", "scroll, at the end the next question"},
			"page-up":           {"page up", "scroll, at the top the question before"},
			"up":                {"up", "scroll up by a line"},
			"down":              {"down", "scroll down by a line"},
			"top":               {"first", "the first card"},
			"bottom":            {"last", "the last card"},
			"flip":              {"turn", "turn the card over"},
			"hint":              {"hint", "the next hint"},
			"view":              {"view", "the card as studied, on paper, or both in a wide window"},
			"search":            {"find", "search; again with the same key and Enter"},
			"check":             {"check", "every fault, and all that could be better"},
			"edit":              {"edit", "edit the question, or the fault"},
			"read":              {"read again", "read the files now; a saved file is read by itself"},
			"image":             {"image", "open the image of the card"},
			"help":              {"keys", "these keys"},
			"leave":             {"leave", "leave"},
		},

		NoHint:        "There is no further hint.",
		NoEditor:      "Editing is not available here.",
		NoQuestion:    "There is no question to edit.",
		NotEdited:     func(why string) string { return "Not edited: " + why },
		EditorEnded:   func(why string) string { return "The editor ended with: " + why },
		Questions:     func(n int) string { return "There are questions 1 to " + e.Int(n) + "." },
		NoOther:       "No other question says that.",
		FromBeginning: "Found behind the end, from the beginning.",
		NotFound:      func(sought string) string { return "No question says " + strconv.Quote(sought) + "." },
		Gone:          "That question is gone.",
		Read:          "Read again.",
		Changed: func(first, n int) string {
			if n == 1 {
				return "Question " + e.Int(first) + " has changed."
			}
			return e.Int(n) + " questions have changed, the first is number " + e.Int(first) + "."
		},
	}
}

func (e english) stats() Stats {
	keys := map[string]Does{
		"next":      {"next page", "the next page"},
		"previous":  {"page before", "the page before"},
		"up":        {"up", "scroll up by a line"},
		"down":      {"scroll", "scroll down by a line"},
		"page-up":   {"page up", "scroll up by a screen"},
		"page-down": {"page down", "scroll down by a screen"},
		"top":       {"top", "to the top"},
		"bottom":    {"bottom", "to the bottom"},
		"help":      {"keys", "these keys"},
		"leave":     {"leave", "leave"},
	}
	for i, name := range []string{"overview", "retention", "forecast", "calendar", "cards", "confusions"} {
		keys["page-"+strconv.Itoa(i+1)] = Does{name, name}
	}
	return Stats{
		Name:  "recto stats",
		Pages: [6]string{"Overview", "Retention", "Forecast", "Calendar", "Cards", "Confusions"},
		Place: func(page, of int) string { return e.Int(page) + " of " + e.Int(of) },
		Keys:  keys,

		Titles: StatsTitles{
			Overview: "Overview", AnswerTime: "Answer time", TrueRetention: "True retention", ByDay: "By day", ByWeek: "By week",
			ByMonth: "By month", Ratings: "Ratings", LastYear: "The last year", Hours: "Hours of the day", Cards: "Cards",
			Retrievability: "Retrievability now", Stability: "Stability", Difficulty: "Difficulty", Hardest: "Hardest cards",
			Decks: "Decks", Tags: "Tags", WrongAnswers: "Wrong answers", MixedUp: "Mixed up",
			DueIn: func(days int) string { return "Due in the next " + e.Int(days) + " days" },
		},
		Columns: StatsColumns{
			Young: "young", Mature: "mature", Both: "both", Reviews: "reviews", Retained: "retained", Due: "due", Now: "now", New: "new",
			Learning: "learning", Suspended: "suspended", Gone: "gone", Median: "median", Mean: "mean", NineOfTen: "9 of 10",
			Of: func(n string) string { return " of " + n },
		},
		Facts: e.statsFacts(),

		Percent: func(share float64, decimals int) string { return e.Fixed(100*share, decimals) + " %" },
		Seconds: func(x float64, decimals int) string { return e.Fixed(x, decimals) + " s" },
		Minutes: func(n int) string { return e.Int(n) + " min" },
		Hours: func(x float64, decimals int) string {
			if decimals == 0 {
				return e.Grouped(int(x)) + " h"
			}
			return e.Fixed(x, decimals) + " h"
		},
		Count: Count{
			Cards: e.many("card"), Days: e.many("day"), Reviews: e.many("review"), Questions: e.many("question"), Minutes: e.many("minute"),
			Times: e.many("time"),
		},

		NothingSince: func(day string) string { return "Nothing was reviewed since " + day + "." },
		NothingYet:   "Nothing was reviewed yet; recto study begins.",
		Stability: func(from float64) string {
			names := map[float64]string{0: "below 1 d", 1: "1-3 d", 3: "3-7 d", 7: "1-3 weeks", 21: "3-8 weeks",
				60: "2-6 months", 180: "6-12 months", 365: "1-3 years", 1095: "3 years on"}
			if name, ok := names[from]; ok {
				return name
			}
			return "from " + e.Fixed(from, -1) + " d"
		},
		Forecast: func(overdue, today, soon, later string) string {
			return overdue + " overdue, " + today + " due today, " + soon + " in the 30 days after, " + later + " later; new cards not counted."
		},
		Today:     "today",
		ADay:      "reviews a day:",
		None:      "none",
		OrMore:    func(n string) string { return n + " or more" },
		Retention: func(share string) string { return share + " retention" },
		Forgotten: func(again, reviews int, difficulty string) string {
			return "forgotten " + e.Int(again) + " of " + e.many("time")(reviews) + ", difficulty " + difficulty
		},
		Suspended:   ", suspended",
		NoConfusion: "None was recorded.",
		AnswerOf:    func(question string) string { return "It is the answer of: " + question },
		YouWrote: func(response, answer string, times int, last string) string {
			s := "You wrote " + response
			if answer != "" {
				s += " for " + answer
			}
			return s + " " + e.often(times) + ", last on " + last + "."
		},
		MixedUp: func(a, b string, times int) string { return a + " and " + b + ", " + e.often(times) },
	}
}

func (e english) statsFacts() StatsFacts {
	return StatsFacts{
		Reviews: "reviews", Today: "today", Waiting: "waiting", Retention: "retention", Known: "known now", Streak: "streak",
		StudyDays: "study days", Cards: "cards",

		ReviewsOf: func(n, from, to, in string) string { return n + " from " + from + " to " + to + ", in " + in },
		TodayOf:   func(reviews int, in string) string { return e.many("review")(reviews) + " in " + in },
		WaitingOf: func(due, overdue int, about string) string {
			s := e.many("card")(due) + " due today"
			if overdue > 0 {
				s += ", " + e.Grouped(overdue) + " overdue"
			}
			if about != "" {
				s += ", about " + about
			}
			return s
		},
		RetentionOf: func(month, all string) string { return month + " in the last 30 days, " + all + " in all" },
		KnownOf: func(about string, of int, share string) string {
			return "about " + about + " of " + e.many("reviewed card")(of) + " (" + share + ")"
		},
		StreakOf: func(current int, longest, from string) string {
			s := e.many("day")(current) + " in a row"
			if from != "" {
				s += "; the longest was " + longest + " from " + from
			}
			return s
		},
		DaysOf: func(n, of string) string { return n + " of " + of },
		CardsOf: func(fresh, learning, young, mature, suspended, buried, gone int) string {
			s := e.Grouped(fresh) + " new, " + e.Grouped(learning) + " learning, " + e.Grouped(young) + " young, " + e.Grouped(mature) + " mature"
			for i, n := range []int{suspended, buried, gone} {
				if n > 0 {
					s += ", " + e.Grouped(n) + " " + [...]string{"suspended", "buried", "no longer in a deck"}[i]
				}
			}
			return s
		},
	}
}

func (e english) page() Page {
	span := func(title, span string) PageSpan {
		return PageSpan{Title: title, Column: span, Line: func(from, to string) string {
			return "A line of the share of reviews that were remembered, " + span + " by " + span + ", from " + from + " to " + to + "."
		}}
	}
	return Page{
		Language: "en",
		Title:    func(day string) string { return "Recto statistics, " + day },
		Heading:  "What you remember",
		Subtitle: func(day, since string) string {
			s := "Statistics on " + day
			if since != "" {
				s += ", of reviews since " + since
			}
			return s
		},
		Footer: func(mature int) string {
			return "True retention is made of the first review of a day of each card that stands in review; mature cards have an interval of " +
				e.Int(mature) + " days or more. recto help statistics says what every figure counts."
		},
		Help:    "recto help statistics",
		Numbers: func(title string) string { return "The numbers of " + strings.ToLower(title[:1]) + title[1:] },

		ByDay:   span("True retention by day", "day"),
		ByWeek:  span("True retention by week", "week"),
		ByMonth: span("True retention by month", "month"),
		Broken:  "Broken lines show young and mature cards by themselves.",
		Parts:   func(parts []string) string { return "A bar in parts: " + strings.Join(parts, ", ") + "." },
		Part:    func(n, name string) string { return n + " " + name },
		FromTo:  func(from, to string) string { return from + " to " + to },

		Forecast: func(today int, overdue, soon string, days int, later string) string {
			return "Bars, one a day: " + e.many("card")(today) + " due today and " + overdue + " overdue, " + soon + " in the " +
				e.Int(days) + " days after, " + later + " later."
		},
		Overdue: func(n string) string { return ", and " + n + " overdue" },
		Hours: func(from string) string {
			return "Bars, one an hour of the clock where you were: most reviews were made from " + from + " on."
		},
		Remembered: func(share string) string { return ", " + share + " remembered" },
		Histogram: func(of, most string) string {
			if most == "" {
				return "Bars of the " + of + ". No card was reviewed yet."
			}
			return "Bars of the " + of + ". Most cards are in the bar of " + most + "."
		},
		OfRecall:     "chance that a card is remembered today, in percent",
		OfStability:  "days until the chance of remembering a card has fallen to 90 percent",
		OfDifficulty: "difficulty of a card, from 1 to 10",
		Calendar: func(from, to string, reviews, days int) string {
			return "A square for each day from " + from + " to " + to + ", darker with more reviews: " + e.many("review")(reviews) + " on " +
				e.many("day")(days) + "."
		},
		ADay:    "reviews a day",
		AndMore: func(n string) string { return n + " and more" },

		AnswerOf: func(question string) string { return "the answer of: " + question },
		Columns: PageColumns{
			Share: "share", Month: "month", Of: "of", Cards: "cards", Answers: "answers", NineOfTen: "nine of ten within", Card: "card",
			Answer: "answer", Forgotten: "forgotten", Difficulty: "difficulty", Deck: "deck", Tag: "tag", Known: "known now",
			Wrote: "you wrote", Times: "times", Last: "last", WhoseAnswer: "which is the answer of", One: "one", And: "and",
		},
	}
}

// many is count with marks between thousands in any locale.
func (e english) many(thing string) func(int) string {
	return func(n int) string {
		if n == 1 {
			return "1 " + thing
		}
		return e.Grouped(n) + " " + thing + "s"
	}
}

// often says how many times something was.
func (e english) often(times int) string {
	if times <= 1 {
		return "once"
	}
	return e.Int(times) + " times"
}

func (e english) plain() Plain {
	item := func(label string) func(string) string {
		return func(item string) string { return label + ": " + item }
	}
	wrote := func(label string) func(wanted, given string) string {
		return func(wanted, given string) string { return label + ": " + wanted + ", you wrote " + given }
	}
	compared := func(label string) func(wanted, given, note string) string {
		return func(wanted, given, note string) string {
			return label + ": wanted " + wanted + ", you wrote " + given + bracketed(note)
		}
	}
	return Plain{
		Help: []string{
			"An empty line shows the answer; after that it takes the rating in brackets.",
			":h hint",
			":s skip, not in this session",
			":b bury, not before tomorrow",
			":x suspend, never again until unsuspended",
			":f flag, :f 2 flag 2 of 7, :f 0 none",
			":y accept a CLOSE answer as Good",
			":u undo, as often as wanted",
			":e edit the question",
			":w why this card comes now",
			":t the whole text above the question, where it is written once only",
			":a accept what was offered as another right form, in the deck",
			":r the wrong ones again, without schedule",
			":p print the wrong ones",
			":q leave; every rating is saved",
			":: begins a response that begins with a colon",
		},
		Head: func(number, total int, deck, waits string) string {
			return "[" + e.Int(number) + " of " + e.Int(total) + "] " + deck + " - " + waits
		},
		Flagged:  func(flag int) string { return " - flag " + e.Int(flag) },
		Text:     "Text: ",
		Image:    "Image: ",
		Size:     func(width, height int) string { return ", " + e.Int(width) + " × " + e.Int(height) },
		Do:       "Do: ",
		Question: "Q: ",
		Answer:   "A: ",
		Why:      "Why: ",
		From:     "From: ",
		Words:    "Words: ",
		Hint:     func(number, of int) string { return "Hint " + e.Int(number) + " of " + e.Int(of) + ": " },
		Leech:    "LEECH: ",
		NotSaved: "NOT SAVED: ",

		Correct:   func(wanted, note string) string { return "CORRECT: " + wanted + bracketed(note) },
		Close:     compared("CLOSE"),
		Wrong:     compared("WRONG"),
		AlsoRight: item("also right"),
		Missing:   item("missing"),
		Right:     item("right"),
		Extra:     item("not asked for"),
		CloseItem: wrote("close"),
		WrongItem: wrote("wrong"),

		Folded: func(begin string) string { return begin + "... (:t for all of it)" },
		Offer: func(response, answer string, times int) string {
			return "OFFER: you wrote " + response + " for " + answer + " " + e.count("time")(times) +
				" and let it count; :a accepts it from now on"
		},
		NoOffer:   "Nothing is offered.",
		After:     "u undo, r the wrong ones again, p print them, Enter leaves: ",
		AfterHelp: "u, r, p, or an empty line.",

		NoText: "Nothing stands above the question.",
		NoCommand: func(name string) string {
			return "There is no command :" + name + ". :? lists them; :: begins a response with a colon."
		},
		RateWith:  "Rate with 1, 2, 3 or 4. :? lists the commands.",
		TooLong:   func(bytes int) string { return "That line is longer than " + e.Int(bytes) + " bytes." },
		NoEditor:  "Editing needs a terminal.",
		NotRead:   "Not read again, the card is as it was:",
		NotEdited: func(why string) string { return "Not edited: " + why },

		WhyCard:     "Card: ",
		WhyNow:      "Now: ",
		WhyBack:     "Back: ",
		WhyFile:     "File: ",
		WhyConfused: "Confused: ",
		Memory: func(stability, difficulty float64) string {
			return "Memory: stability " + e.Fixed(stability, 1) + " days, difficulty " + e.Fixed(difficulty, 1) + " of 10"
		},
		Recall: func(share float64) string { return ", recall now " + e.Fixed(100*share, 0) + "%" },
		Reviews: func(n int, since string, lapses int) string {
			return "Reviews: " + e.Int(n) + " since " + since + ", " + e.Int(lapses) + " lapses"
		},

		OnPaper: "On paper:",
		InKey:   "In the key:",
	}
}

// bracketed returns a note in brackets behind a space; "" for none.
func bracketed(note string) string {
	if note == "" {
		return ""
	}
	return " (" + note + ")"
}

// sentence returns a clause with a capital and a full stop.
func sentence(clause string) string {
	first, size := utf8.DecodeRuneInString(clause)
	if size == 0 {
		return clause
	}
	return string(unicode.ToUpper(first)) + clause[size:] + "."
}
