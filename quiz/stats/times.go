package stats

import "recto/quiz"

// maxTaken is the longest time in ms that an answer counts for: who was away
// for an hour did not think for an hour.
const maxTaken = 60_000

// Waited is what a card was when it was reviewed.
type Waited uint8

// The three.
const (
	WaitedNew      Waited = iota // its first review
	WaitedLearning               // in a learning or relearning step
	WaitedReview                 // scheduled by days
)

// String returns "new", "learning" or "review".
func (w Waited) String() string { return [...]string{"new", "learning", "review"}[w] }

func waitedIn(s quiz.State) Waited {
	switch s {
	case quiz.New:
		return WaitedNew
	case quiz.Review:
		return WaitedReview
	}
	return WaitedLearning
}

// AnswerTime tells how long answers took, from the question to the rating.
// Reviews that took no time at all, as other programs record them, are left out.
type AnswerTime struct {
	Of      string  `json:"of"` // "new", "learning", "review" or "all"
	Answers int     `json:"answers"`
	Mean    float64 `json:"mean_seconds"`
	Median  float64 `json:"median_seconds"`
	P90     float64 `json:"p90_seconds"` // nine of ten were no slower
}

// spread counts times by tenths of a second.
type spread struct {
	count [maxTaken/100 + 1]int
	n     int
	sum   int64 // ms
}

func (s *spread) add(ms int64) {
	if ms <= 0 {
		return
	}
	ms = min(ms, maxTaken)
	s.count[ms/100]++
	s.n++
	s.sum += ms
}

func (s *spread) plus(o *spread) {
	for i, n := range o.count {
		s.count[i] += n
	}
	s.n += o.n
	s.sum += o.sum
}

// quantile returns the time in seconds that a share of the answers, 0 to 1, did
// not exceed, to the tenth.
func (s *spread) quantile(share float64) float64 {
	want, seen := max(1, int(share*float64(s.n)+0.5)), 0
	for i, n := range s.count {
		if seen += n; seen >= want {
			return float64(i) / 10
		}
	}
	return 0
}

func (s *spread) time(of string) AnswerTime {
	t := AnswerTime{Of: of, Answers: s.n}
	if s.n > 0 {
		t.Mean = round(float64(s.sum)/float64(s.n)/1000, 1)
		t.Median, t.P90 = s.quantile(0.5), s.quantile(0.9)
	}
	return t
}

// answerTimes returns the times of each kind, and of all.
func (c *Counter) answerTimes() []AnswerTime {
	var all spread
	var list []AnswerTime
	for w := WaitedNew; w <= WaitedReview; w++ {
		all.plus(&c.times[w])
		list = append(list, c.times[w].time(w.String()))
	}
	return append(list, all.time("all"))
}

// hourOf returns the hour of the learner's clock, 0 to 23, at which a review
// was made: in the zone that the review recorded, wherever the learner is now.
func hourOf(e quiz.Event) int {
	seconds := e.At/1000 + int64(e.Review.Zone)
	if e.At%1000 < 0 {
		seconds--
	}
	return int((seconds%86400 + 86400) % 86400 / 3600)
}
