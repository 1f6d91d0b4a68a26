package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
	"recto/quiz/optimizer"
)

// maxMoves is how many due days one action moves: an undo names no more
// events, and takes the parameters back with them.
const maxMoves = 19_000

// moves are the due days that new parameters move.
type moves struct {
	today         quiz.Day
	moved         []moved
	left          int // cards that should move too, but are too many for one action
	limit         int
	before, after map[quiz.Day]int // cards due on each day, what is overdue on today
}

// moved is a card that gets another due day.
type moved struct {
	card     decks.CardID
	progress quiz.Progress
	to       quiz.Day
}

// due is the new schedule: as many times 24 hours after the last review as
// there are days between.
func (m moved) due() *quiz.Due {
	at := m.progress.LastAt.AddDate(0, 0, int(m.to-m.progress.Last)) // in UTC, where days have 24 hours
	return &quiz.Due{Due: at.UnixMilli(), DueDay: m.to}
}

// planMoves returns where the review cards of a scope would be due by weights.
// Cards in a step and suspended ones stay. Nothing moves to a day before the
// end of a pause.
func planMoves(c *cli.Context, w *workspace, s scope, all studied, weights fsrs.Weights) (moves, error) {
	var err error
	if w.decks, err = loadReach(c, w.config, nil); err != nil {
		return moves{}, err
	}
	model, err := fsrs.NewModel(weights[:])
	if err != nil {
		return moves{}, err
	}
	retention := w.retentions()
	now := w.clock.Now()
	m := moves{today: now.Day, limit: w.config.ReviewsPerDay, before: map[quiz.Day]int{}}
	first := max(now.Day, quiz.PausedUntil(w.progress[quiz.PauseCard()], now.Day))
	stability := all.stabilities(model)
	var ids []decks.CardID
	var places []optimizer.Placing
	other := map[quiz.Day]int{}
	for _, id := range sortedIDs(w.progress) {
		p := w.progress[id]
		if p.Suspended || p.State == quiz.New || p.State == quiz.Learning {
			continue
		}
		m.before[max(p.DueDay, m.today)]++
		n, known := all.cards[id]
		if !known || p.State != quiz.Review || p.Step > 0 {
			other[p.DueDay]++
			continue
		}
		ids = append(ids, id)
		places = append(places, w.placing(p, model, stability[n], retention(id), first))
	}
	m.left = hold(places, first)
	done := quiz.DoneOn(now.Day, w.progress).Reviews
	other[m.today] += done
	days := optimizer.Reschedule(places, other, first, m.limit)
	m.after = map[quiz.Day]int{}
	for day, n := range other {
		m.after[max(day, m.today)] += n
	}
	m.after[m.today] -= done
	for i, to := range days {
		m.after[max(to, m.today)]++
		if p := w.progress[ids[i]]; to != p.DueDay {
			m.moved = append(m.moved, moved{ids[i], p, to})
		}
	}
	return m, nil
}

// stabilities returns the stability of each card by a model.
func (all studied) stabilities(model *fsrs.Model) map[int32]float64 {
	type memory struct {
		s, d float64
		last int32
	}
	states := map[int32]memory{}
	for _, r := range all.reviews {
		m := states[r.Card]
		m.s, m.d = model.Next(m.s, m.d, int(max(0, r.Day-m.last)), r.Rating)
		m.last = r.Day
		states[r.Card] = m
	}
	out := make(map[int32]float64, len(states))
	for n, m := range states {
		out[n] = m.s
	}
	return out
}

// retentions returns what gives the wanted retention of each card: as its tags
// and its deck have it where the deck is at hand, else by the deck's id.
func (w *workspace) retentions() func(decks.CardID) float64 {
	type question struct{ deck, id string }
	questions := map[question]*decks.Question{}
	for _, d := range w.decks {
		for _, q := range d.Questions {
			questions[question{d.ID, q.ID}] = q
		}
	}
	return func(id decks.CardID) float64 {
		if q := questions[question{id.Deck, id.Question}]; q != nil {
			return w.config.retention(decks.Card{ID: id, Question: q, Face: id.Face})
		}
		return w.config.deckRetention(id.Deck, nil)
	}
}

// placing says when a card is due and when it should be; its recall is that of
// a day.
func (w *workspace) placing(p quiz.Progress, model *fsrs.Model, stability, retention float64, on quiz.Day) optimizer.Placing {
	low := wholeDays(model.Interval(stability, retention), w.config.MaxInterval)
	high := low
	if w.config.Fuzz {
		low, high = fsrs.FuzzRange(float64(low), 0, w.config.MaxInterval)
	}
	return optimizer.Placing{
		Day: p.DueDay, Low: p.Last + quiz.Day(low), High: p.Last + quiz.Day(high),
		Recall: model.Retrievability(float64(p.Elapsed(on)), stability),
	}
}

// hold lets the cards stay that are the least away from their days, when more
// would move than one action can, and returns how many.
func hold(places []optimizer.Placing, today quiz.Day) int {
	away := func(p optimizer.Placing) quiz.Day {
		return max(p.Low-max(p.Day, today), p.Day-max(p.High, today), 0)
	}
	var would []int
	for i, p := range places {
		if away(p) > 0 {
			would = append(would, i)
		}
	}
	if len(would) <= maxMoves {
		return 0
	}
	slices.SortStableFunc(would, func(a, b int) int { return cmp.Compare(away(places[b]), away(places[a])) })
	for _, i := range would[maxMoves:] {
		places[i].Low, places[i].High = places[i].Day, places[i].Day
	}
	return len(would) - maxMoves
}

func sortedIDs(progress map[decks.CardID]quiz.Progress) []decks.CardID {
	ids := make([]decks.CardID, 0, len(progress))
	for id := range progress {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, compareIDs)
	return ids
}

// dayJSON is a day before and after a move.
type dayJSON struct {
	Day    string `json:"day"`
	Before int    `json:"before"`
	After  int    `json:"after"`
}

// rescheduleJSON is what --reschedule moves, for programs.
type rescheduleJSON struct {
	Moved  int       `json:"moved"`
	Sooner int       `json:"sooner"`
	Later  int       `json:"later"`
	Left   int       `json:"left"`
	Limit  int       `json:"limit"`
	Days   []dayJSON `json:"days"`
}

func (m moves) json() *rescheduleJSON {
	sooner, later := m.directions()
	j := &rescheduleJSON{Moved: len(m.moved), Sooner: sooner, Later: later, Left: m.left, Limit: m.limit, Days: []dayJSON{}}
	for _, day := range m.days() {
		j.Days = append(j.Days, dayJSON{day.String(), m.before[day], m.after[day]})
	}
	return j
}

func (m moves) directions() (sooner, later int) {
	for _, card := range m.moved {
		if card.to < card.progress.DueDay {
			sooner++
		} else {
			later++
		}
	}
	return sooner, later
}

// days returns the days on which something is due before or after, in order.
func (m moves) days() []quiz.Day {
	var days []quiz.Day
	for day, n := range m.before {
		if n > 0 {
			days = append(days, day)
		}
	}
	for day, n := range m.after {
		if n > 0 && m.before[day] == 0 {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return days
}

// shownDays is how many days of a move are shown one by one.
const shownDays = 14

// print shows the days before and after: two weeks one by one, then by weeks,
// then the rest.
func (m moves) print(c *cli.Context) {
	w := c.App.Writer
	sooner, later := m.directions()
	if len(m.moved) == 0 {
		fmt.Fprintln(w, "No due day has to move.")
		return
	}
	fmt.Fprintln(w, wrapped(fmt.Sprintf("%s would move: %d sooner, %d later. No day gets more than %s (reviews_per_day) unless it had more before.",
		count(len(m.moved), "due day"), sooner, later, count(m.limit, "card"))))
	fmt.Fprintln(w)
	fmt.Fprintf(w, "  %-24s%8s%8s\n", "due", "now", "then")
	for _, row := range m.rows() {
		fmt.Fprintf(w, "  %-24s%8d%8d\n", row.Day, row.Before, row.After)
	}
	if m.left > 0 {
		fmt.Fprintf(w, "\n%s more should move, too many for one step: run it again afterwards.\n", count(m.left, "card"))
	}
	fmt.Fprintln(w)
}

// rows sums the days up for a reader.
func (m moves) rows() []dayJSON {
	var rows []dayJSON
	for _, day := range m.days() {
		away := int(day - m.today)
		name := day.String()
		switch {
		case away == 0:
			name += " and before"
		case away >= shownDays+8*7:
			name = "later"
		case away >= shownDays:
			monday := m.today + quiz.Day(away/7*7)
			name = fmt.Sprintf("%s and 6 days", monday)
		}
		if len(rows) == 0 || rows[len(rows)-1].Day != name {
			rows = append(rows, dayJSON{Day: name})
		}
		last := &rows[len(rows)-1]
		last.Before += m.before[day]
		last.After += m.after[day]
	}
	return rows
}
