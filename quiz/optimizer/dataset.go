package optimizer

import "recto/quiz"

// Review is a rating of a card on a study day.
type Review struct {
	Card   int32 // the caller's number of the card, from 0 up without great gaps
	Day    int32 // study day, see quiz.Day
	Rating quiz.Rating
}

// Dataset is what a learner reviewed, laid out for many passes: the reviews of
// a card stand together, in their order. It is immutable.
//
// An item is a review that is not its card's first and comes on a later day
// than the one before: the only kind that tells how memory lasts. Items are
// numbered by time.
type Dataset struct {
	start   []int32 // the reviews of card c are start[c] to start[c+1]
	rating  []uint8 // 1 to 4
	elapsed []int32 // days since the card's review before; 0 for its first
	item    []int32 // number of the item that a review is, or none
	items   []outcome
}

// none stands for the item of a review that is no item.
const none = -1

// outcome is what is known of an item beside its history.
type outcome struct {
	bin      uint16 // of RMSE(bins), see binOf
	recalled bool   // rated better than Again
}

// NewDataset returns the dataset of reviews, which stand in the order of time.
// A review whose rating is none of the four is left out. What a clock that was
// set back puts before the review before it counts as the same day.
func NewDataset(reviews []Review) *Dataset {
	cards := int32(0)
	for _, r := range reviews {
		cards = max(cards, r.Card+1)
	}
	d := &Dataset{start: make([]int32, cards+1)}
	for _, r := range reviews {
		if r.Rating.Valid() {
			d.start[r.Card+1]++
		}
	}
	for c := range cards {
		d.start[c+1] += d.start[c]
	}
	n := d.start[cards]
	d.rating, d.elapsed, d.item = make([]uint8, n), make([]int32, n), make([]int32, n)
	d.place(reviews)
	return d
}

// seenSoFar is a card on the way through its reviews.
type seenSoFar struct {
	reviews, day  int32
	later, lapsed int32 // reviews on a later day, and those rated Again
}

// place puts each review where its card stands and numbers the items.
func (d *Dataset) place(reviews []Review) {
	cards := make([]seenSoFar, len(d.start)-1)
	for _, r := range reviews {
		if !r.Rating.Valid() {
			continue
		}
		c := &cards[r.Card]
		i := d.start[r.Card] + c.reviews
		d.rating[i], d.item[i] = uint8(r.Rating), none
		if c.reviews > 0 && r.Day > c.day {
			d.elapsed[i], d.item[i] = r.Day-c.day, int32(len(d.items))
			c.later++
			d.items = append(d.items, outcome{binOf(d.elapsed[i], c.later, c.lapsed), r.Rating > quiz.Again})
			if r.Rating == quiz.Again {
				c.lapsed++
			}
		}
		c.reviews++
		c.day = r.Day
	}
}

// Reviews returns how many reviews there are.
func (d *Dataset) Reviews() int { return len(d.rating) }

// Cards returns how many cards have a review.
func (d *Dataset) Cards() int {
	n := 0
	for c := range len(d.start) - 1 {
		if d.start[c+1] > d.start[c] {
			n++
		}
	}
	return n
}

// Items returns how many of the reviews tell how memory lasts.
func (d *Dataset) Items() int { return len(d.items) }

// Recalled returns the share of the items that were recalled, 0 to 1; 0 when
// there is none.
func (d *Dataset) Recalled() float64 {
	n := 0
	for _, it := range d.items {
		if it.recalled {
			n++
		}
	}
	return float64(n) / float64(max(len(d.items), 1))
}

// bins is one more than the greatest bin.
const bins = 16 * 32 * 32

// binOf returns the bin of RMSE(bins) that an item belongs to: by the days
// since the review before, by the reviews on later days with this one, and by
// the lapses before. Each is binned by its logarithm, to the bases 3.62, 1.89
// (of one more) and 1.73, as published FSRS tools do.
func binOf(elapsed, later, lapses int32) uint16 {
	a := min(level(elapsed, 3.62), 15)
	b := min(level(later+1, 1.89), 31)
	c := 0
	if lapses > 0 {
		c = min(1+level(lapses, 1.73), 31)
	}
	return uint16((a*32+b)*32 + c)
}

// level is the whole part of the logarithm of n to a base, 0 for n up to 1.
func level(n int32, base float64) (k int) {
	for x := base; x <= float64(n); x *= base {
		k++
	}
	return k
}
