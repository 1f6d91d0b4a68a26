package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/decks/library"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// lastReviews is how many reviews of a card are told.
const lastReviews = 10

func whyCommand(reach cli.Flag) *cli.Command {
	return &cli.Command{
		Name: "why", Usage: "why a card comes now or not, and all that is known of it", ArgsUsage: "ID...",
		Description: "Says whether the card comes today and why, how well it is remembered, when each rating\n" +
			"would bring it back, its last reviews with what was written, what it was confused with,\n" +
			"and where it stands in the source. The decks are those that \"recto study\" would ask.",
		Flags: []cli.Flag{reach, jsonFlag()}, Action: whyCards,
	}
}

// cardWhy is all that is known of a card.
type cardWhy struct {
	cardLine
	Standing  quiz.Standing `json:"standing"`
	Recall    *float64      `json:"recall"` // null for a new card
	Retention float64       `json:"retention"`
	First     string        `json:"first,omitempty"` // study day
	Last      string        `json:"last,omitempty"`
	Exam      *standingJSON `json:"exam,omitempty"`
	Back      []backJSON    `json:"back"`
	Reviews   []reviewJSON  `json:"reviews"` // the last ones, the latest first
	From      string        `json:"from,omitempty"`
	File      string        `json:"file,omitempty"`
	Line      int           `json:"line,omitempty"`

	say     quiz.Speaker
	first   quiz.Day // First
	choices [4]quiz.Choice
}

// backJSON is what a rating makes of a card.
type backJSON struct {
	Rating string `json:"rating"`
	In     string `json:"in"`
	Day    string `json:"day"`
}

// reviewJSON is a review that was.
type reviewJSON struct {
	Day      string `json:"day"`
	At       int64  `json:"at"` // unix ms
	Rating   string `json:"rating"`
	Match    string `json:"match,omitempty"`
	Response string `json:"response,omitempty"`
	Taken    int64  `json:"taken"` // ms

	body *quiz.ReviewBody
}

// confusedJSON is a wrong answer that was given more than once.
type confusedJSON struct {
	quiz.Confusion
	AnswerOf []string `json:"answer_of"`
}

func whyCards(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("%s needs the id of a card\nhint: recto cards lists them", c.Command.HelpName)
	}
	w, err := openDealtOf(c, whyDecks(c), true)
	if err != nil {
		return err
	}
	defer w.Close()
	x, err := w.explainer(c, commandSpeech())
	if err != nil {
		return err
	}
	known := make([]decks.CardID, len(x.items))
	for i := range x.items {
		known[i] = x.items[i].Card.ID
	}
	ids, err := named(c.Args().Slice(), known)
	if err != nil {
		return err
	}
	all := []cardWhy{}
	for _, id := range ids {
		why, err := x.explain(c, id)
		if err != nil {
			return err
		}
		all = append(all, why)
	}
	if c.Bool("json") {
		return writeJSON(c.App.Writer, struct {
			V     int       `json:"v"`
			Cards []cardWhy `json:"cards"`
		}{1, all})
	}
	for i, why := range all {
		if i > 0 {
			fmt.Fprintln(c.App.Writer)
		}
		why.print(c)
	}
	return nil
}

// whyDecks returns the decks to look ids up in: those of --deck, and of the
// library those that the ids name; none are those that study takes by itself.
func whyDecks(c *cli.Context) []string {
	names := c.StringSlice("deck")
	if len(names) > 0 {
		return names
	}
	for _, id := range c.Args().Slice() {
		deck, _, _ := strings.Cut(id, "/")
		if slices.Contains(library.Names(), deck) && !slices.Contains(names, deck) {
			names = append(names, deck)
		}
	}
	return names
}

// explainer is what explaining a card takes: the session that study would make.
type explainer struct {
	w          *workspace
	say        quiz.Speaker
	now        quiz.Moment
	items      []quiz.Item
	limits     quiz.Limits
	weights    quiz.Weights
	schedulers func(decks.Card) quiz.Scheduler
	exams      *exams
	planned    []quiz.Item                          // items as the plans of exams want them
	answers    map[string]map[string][]decks.CardID // by deck and folded text
}

func (w *workspace) explainer(c *cli.Context, say quiz.Speaker) (*explainer, error) {
	x := &explainer{w: w, say: say, now: w.clock.Now(), answers: map[string]map[string][]decks.CardID{}}
	w.days = w.newLoad()
	items, done, err := w.deal(c, x.now)
	if err != nil {
		return nil, err
	}
	x.items = items
	if x.weights, err = w.store.Weights(c.Context); err != nil {
		return nil, err
	}
	if x.limits, err = w.dayLimits(c.Context, done, x.now, x.weights); err != nil {
		return nil, err
	}
	usual, err := w.schedulers(x.weights)
	if err != nil {
		return nil, err
	}
	x.exams, err = w.exams(c, x.weights, x.now.Day)
	if err != nil {
		return nil, err
	}
	x.planned, x.schedulers = x.exams.prepare(items, x.now, &x.limits), x.exams.schedulers(usual)
	return x, nil
}

// explain returns all that is known of a card of the items.
func (x *explainer) explain(c *cli.Context, id decks.CardID) (cardWhy, error) {
	at := slices.IndexFunc(x.items, func(it quiz.Item) bool { return it.Card.ID == id })
	full, err := x.w.full(x.items[at : at+1])
	if err != nil {
		return cardWhy{}, err
	}
	it := full[0]
	p, q := it.Progress, it.Card.Question
	why := cardWhy{
		cardLine: lineOf(it, x.now.Day), Retention: x.w.config.retention(it.Card),
		Standing: x.say.StandingOf(x.planned, at, x.now, x.limits, uint64(x.now.Day)),
		Back:     []backJSON{}, Reviews: []reviewJSON{},
		From: x.say.Where(q.From), File: q.File, Line: q.Pos.Line, say: x.say, first: p.First,
	}
	if p.Reps > 0 {
		m, err := fsrs.NewModel(x.weights.For(id.Deck))
		if err != nil {
			return why, err
		}
		recall := m.Recall(p, x.now.Day)
		why.Recall, why.First, why.Last = &recall, p.First.String(), p.Last.String()
	}
	why.Exam = x.exams.standing(it)
	x.w.days.Know(x.items, full)
	why.choices = quiz.ChoicesOf(x.schedulers(it.Card).Preview(p, x.now, quiz.SeedOf(id, p)), x.now)
	for _, choice := range why.choices {
		why.Back = append(why.Back, backJSON{choice.Rating.String(), choice.Interval, choice.Progress.DueDay.String()})
	}
	reviews, err := x.w.store.Reviews(c.Context, id)
	if err != nil {
		return why, err
	}
	for n := len(reviews) - 1; n >= max(0, len(reviews)-lastReviews); n-- {
		if b := reviews[n].Review; b != nil {
			why.Reviews = append(why.Reviews, reviewJSON{b.Day.String(), reviews[n].At, b.Rating.String(), b.Match, b.Response, b.Taken, b})
		}
	}
	answersOf := func(text string) []decks.CardID {
		var answers map[string][]decks.CardID
		if err == nil {
			answers, err = x.answersOf(id.Deck) // when there are confusions
		}
		return answers[text]
	}
	for _, confusion := range quiz.Confusions(id, reviews, answersOf) {
		j := confusedJSON{confusion, []string{}}
		for _, other := range confusion.Cards {
			j.AnswerOf = append(j.AnswerOf, other.String())
		}
		why.Confused = append(why.Confused, j)
	}
	return why, err
}

// maxAnswers is of how many cards of a deck the answers are looked at.
const maxAnswers = 20_000

// answersOf returns the cards of a deck by their answers.
func (x *explainer) answersOf(deck string) (map[string][]decks.CardID, error) {
	if all := x.answers[deck]; all != nil {
		return all, nil
	}
	var items []quiz.Item
	for _, it := range x.items {
		if it.Card.ID.Deck == deck && len(items) < maxAnswers {
			items = append(items, it)
		}
	}
	full, err := x.w.full(items)
	if err != nil {
		return nil, err
	}
	all := map[string][]decks.CardID{}
	add := func(text string, id decks.CardID) {
		key := quiz.FoldAnswer(text)
		if !slices.Contains(all[key], id) {
			all[key] = append(all[key], id)
		}
	}
	for _, it := range full {
		for _, a := range it.Card.Answers() {
			add(a.Text, it.Card.ID)
			for _, other := range a.Accept {
				add(other.Text, it.Card.ID)
			}
		}
	}
	x.answers[deck] = all
	return all, nil
}

// print writes what is known of a card, a line each.
func (y cardWhy) print(c *cli.Context) {
	w := c.App.Writer
	fmt.Fprintf(w, "%s\n", printable(y.ID))
	for _, f := range y.facts() {
		fmt.Fprintf(w, "  %-11s %s\n", f[0], printable(f[1]))
	}
}

// facts returns what is known of a card, a label and what it says each.
func (y cardWhy) facts() (all [][2]string) {
	add := func(label, text string) { all = append(all, [2]string{label, text}) }
	say := &y.say.Known
	add(say.Asks, y.Text)
	add(say.Answer, y.Answer)
	add(say.Now, y.Standing.Words)
	if y.Flag > 0 {
		add(say.Flag, y.say.Locale.Int(y.Flag))
	}
	if y.Recall != nil {
		add(say.Recall, say.RecallOf(*y.Recall, y.Retention))
		add(say.Memory, say.MemoryOf(y.Stability, y.Difficulty))
		add(say.Reviews, say.ReviewsOf(y.Reps, y.say.Day(y.first), y.Lapses))
	}
	if e := y.Exam; e != nil {
		add(say.Exam, say.ExamOf(y.say.Day(e.day), e.Recall, e.Wanted, e.Ready))
	}
	for i, b := range y.choices {
		label := ""
		if i == 0 {
			label = say.Back
		}
		add(label, say.BackOf(y.say.Common.Rating(int(b.Rating)), y.say.Choice(b), y.say.Day(b.Progress.DueDay)))
	}
	for _, r := range y.Reviews {
		add(y.say.Day(r.body.Day), y.say.Review(r.body, true))
	}
	for _, confusion := range y.Confused {
		add(say.Confused, y.say.Confusion(confusion.Confusion))
	}
	if y.From != "" {
		add(say.From, y.From)
	}
	if y.File != "" {
		add(say.File, fmt.Sprintf("%s:%d", y.File, y.Line))
	}
	return all
}
