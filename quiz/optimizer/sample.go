package optimizer

import "math/rand/v2"

// sample is the part of a dataset that is trained on: whole cards up to their
// last item that counts, in an order that chance has decided, and in batches.
type sample struct {
	start   []int32
	rating  []uint8
	elapsed []int32
	weight  []float64 // of a review's loss; 0 for what is no item or does not count
	items   int
	batches []batch
}

// batch is some cards of a sample.
type batch struct {
	from, to int // cards
	items    int
}

// newSample returns the items of d numbered below end whose cards began as one
// of groups, weighted by age: the last one counts 1, the first a quarter.
func newSample(d *Dataset, end int32, groups []tally, seed uint64) *sample {
	known := map[firstWait]bool{}
	for _, g := range groups {
		known[g.firstWait] = true
	}
	var cards []int32
	counts := make([]bool, end)
	reviews, size := 0, max(batchItems, int(end)/perEpoch)
	for c := range len(d.start) - 1 {
		f, _, ok := d.first(c, end)
		if !ok || !known[f] {
			continue
		}
		cards = append(cards, int32(c))
		reviews += int(d.mark(c, end, counts))
	}
	weight := weigh(counts)
	s := &sample{
		start: make([]int32, 1, len(cards)+1), rating: make([]uint8, 0, reviews),
		elapsed: make([]int32, 0, reviews), weight: make([]float64, 0, reviews),
	}
	chance := rand.New(rand.NewPCG(seed, 1))
	chance.Shuffle(len(cards), func(i, j int) { cards[i], cards[j] = cards[j], cards[i] })
	b := batch{}
	for _, c := range cards {
		b.items += s.take(d, int(c), end, weight)
		b.to++
		if b.items >= size {
			s.batches = append(s.batches, b)
			b = batch{from: b.to, to: b.to}
		}
	}
	if b.items > 0 {
		s.batches = append(s.batches, b)
	}
	for _, b := range s.batches {
		s.items += b.items
	}
	return s
}

// mark notes the items of a card that count and returns how many reviews they
// reach over.
func (d *Dataset) mark(c int, end int32, counts []bool) int32 {
	from, reach := d.start[c], int32(0)
	for i := from; i < min(d.start[c+1], from+longest); i++ {
		if n := d.item[i]; n != none && n < end {
			counts[n] = true
			reach = i - from + 1
		}
	}
	return reach
}

// weigh returns the weight of each item by its place in time among those that
// count, 0 for the others.
func weigh(counts []bool) []float64 {
	n := 0
	for _, c := range counts {
		if c {
			n++
		}
	}
	weight := make([]float64, len(counts))
	i := 0
	for k, c := range counts {
		if c {
			age := float64(i) / float64(max(n-1, 1))
			weight[k] = 0.25 + 0.75*age*age*age
			i++
		}
	}
	return weight
}

// take appends a card up to its last item that counts and returns how many do.
func (s *sample) take(d *Dataset, c int, end int32, weight []float64) (items int) {
	from := d.start[c]
	size := 0
	for i := from; i < min(d.start[c+1], from+longest); i++ {
		w := 0.0
		if n := d.item[i]; n != none && n < end {
			w = weight[n]
			items++
		}
		s.rating = append(s.rating, d.rating[i])
		s.elapsed = append(s.elapsed, d.elapsed[i])
		s.weight = append(s.weight, w)
		if w > 0 {
			size = len(s.rating)
		}
	}
	s.rating, s.elapsed, s.weight = s.rating[:size], s.elapsed[:size], s.weight[:size]
	s.start = append(s.start, int32(size))
	return items
}

// cards adds the losses of some cards.
func (s *sample) cards(m *model, from, to int, t *tape, g *gradient) {
	for c := from; c < to; c++ {
		a, b := s.start[c], s.start[c+1]
		m.card(s.rating[a:b], s.elapsed[a:b], s.weight[a:b], t, g)
	}
}

// recalled returns the share of the items that were recalled.
func (s *sample) recalled() float64 {
	n := 0
	for i, w := range s.weight {
		if w > 0 && s.rating[i] > 1 {
			n++
		}
	}
	return float64(n) / float64(s.items)
}
