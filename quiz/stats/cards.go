package stats

import (
	"cmp"
	"math"
	"slices"

	"recto/quiz"
)

// CardCounts counts cards by how they stand. A suspended card is only
// Suspended, one that is gone only Gone.
type CardCounts struct {
	Cards     int `json:"cards"`    // New, Learning, Young, Mature and Suspended together
	New       int `json:"new"`      // never reviewed
	Learning  int `json:"learning"` // in a learning or relearning step
	Young     int `json:"young"`    // in review, its last review gave an interval below 21 days
	Mature    int `json:"mature"`   // in review, its last review gave one of 21 days or more
	Suspended int `json:"suspended"`
	Buried    int `json:"buried"` // of the others, those out of sight today
	Gone      int `json:"gone"`   // reviewed once, and no longer in their deck
}

// add counts one card.
func (n *CardCounts) add(e *entry, today quiz.Day) {
	p := e.progress
	switch {
	case e.gone:
		n.Gone++
		return
	case p.Suspended:
		n.Suspended++
	case p.State == quiz.New:
		n.New++
	case p.Steps():
		n.Learning++
	case e.interval >= Mature:
		n.Mature++
	default:
		n.Young++
	}
	n.Cards++
	if !p.Suspended && p.Buried > today {
		n.Buried++
	}
}

func (b *book) count() CardCounts {
	var n CardCounts
	for i := range b.entries {
		n.add(&b.entries[i], b.counter.options.Today)
	}
	return n
}

// reviewed reports whether something is believed about how well a card is
// remembered: it was reviewed, and is not gone.
func (e *entry) reviewed() bool { return !e.gone && e.progress.Reps > 0 }

// Bin counts the cards whose value lies from From, included, to To.
type Bin struct {
	From  float64  `json:"from"`
	To    *float64 `json:"to"` // null for the last one, which has no end
	Cards int      `json:"cards"`
}

// bins returns bins that begin at the edges; the last has no end unless one is
// given.
func bins(end *float64, edges ...float64) []Bin {
	list := make([]Bin, len(edges))
	for i, from := range edges {
		list[i] = Bin{From: from, To: end}
		if i+1 < len(edges) {
			list[i].To = &edges[i+1]
		}
	}
	return list
}

// place counts a value in its bin; what is below the first or above the last
// is counted there.
func place(list []Bin, x float64) {
	for i := range list {
		if i+1 == len(list) || x < *list[i].To {
			list[i].Cards++
			return
		}
	}
}

// memory fills in what is believed about the cards now.
func (b *book) memory(r *Report) {
	ten, one := 10.0, 1.0
	r.Stability = bins(nil, 0, 1, 3, 7, 21, 60, 180, 365, 1095)
	r.Difficulty = bins(&ten, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	r.Retrievability = bins(&one, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
	sum := 0.0
	for i := range b.entries {
		e := &b.entries[i]
		if !e.reviewed() {
			continue
		}
		place(r.Stability, e.progress.Stability)
		place(r.Difficulty, e.progress.Difficulty)
		recall := b.in.Recall(e.id, e.progress)
		place(r.Retrievability, recall)
		sum += recall
	}
	r.Remembered = round(sum, 1)
}

// HardCard is a card that was forgotten.
type HardCard struct {
	Subject
	Lapses     int     `json:"lapses"` // Again in state review, since it was new or reset
	Again      int     `json:"again"`  // Again ratings among the reviews that count
	Reviews    int     `json:"reviews"`
	Stability  float64 `json:"stability"`  // days
	Difficulty float64 `json:"difficulty"` // 1 to 10
	Suspended  bool    `json:"suspended"`
}

// maxHardest is how many of the hardest cards are told.
const maxHardest = 50

// hardest returns the cards that were forgotten most often, the hardest first:
// by the Again ratings that count, the lapses, the difficulty.
func (b *book) hardest() []HardCard {
	var hard []*entry
	for i := range b.entries {
		if e := &b.entries[i]; e.reviewed() && e.counts.Ratings[0] > 0 {
			hard = append(hard, e)
		}
	}
	slices.SortFunc(hard, func(x, y *entry) int {
		return cmp.Or(
			cmp.Compare(y.counts.Ratings[0], x.counts.Ratings[0]),
			cmp.Compare(y.progress.Lapses, x.progress.Lapses),
			cmp.Compare(y.progress.Difficulty, x.progress.Difficulty),
			compareIDs(x.id, y.id))
	})
	list := []HardCard{}
	for _, e := range hard[:min(len(hard), maxHardest)] {
		list = append(list, HardCard{
			Subject: b.subject(e), Lapses: e.progress.Lapses, Again: e.counts.Ratings[0], Reviews: e.counts.Reviews,
			Stability: round(e.progress.Stability, 2), Difficulty: round(e.progress.Difficulty, 2), Suspended: e.progress.Suspended,
		})
	}
	return list
}

// ForecastDays is how many days the forecast looks ahead, today not counted.
const ForecastDays = 30

// Forecast says how many cards that were reviewed become due, if none is
// reviewed and no new one comes: each counts once, suspended ones do not, and
// buried ones from the day they are back.
type Forecast struct {
	Overdue int   `json:"overdue"` // due before today
	Days    []int `json:"days"`    // today, then each of the next 30 days
	Later   int   `json:"later"`
	// Seconds is how long the cards of a day take, by the mean of all answers of
	// the learner to cards of that kind; 0 when nothing is known. Overdue cards
	// count for today.
	Seconds []int `json:"seconds"`
}

func (b *book) forecast() Forecast {
	today := b.counter.options.Today
	f := Forecast{Days: make([]int, ForecastDays+1), Seconds: make([]int, ForecastDays+1)}
	for i := range b.entries {
		e := &b.entries[i]
		p := e.progress
		if !e.reviewed() || p.Suspended {
			continue
		}
		switch ahead := max(p.DueDay, p.Buried) - today; {
		case ahead < 0:
			f.Overdue++
		case ahead > ForecastDays:
			f.Later++
		default:
			f.Days[ahead]++
		}
	}
	review := &b.counter.times[WaitedReview]
	if review.n == 0 {
		return f
	}
	mean := float64(review.sum) / float64(review.n) / 1000
	for i, n := range f.Days {
		if i == 0 {
			n += f.Overdue
		}
		f.Seconds[i] = int(math.Round(mean * float64(n)))
	}
	return f
}
