package quiz

import (
	"hash/fnv"
	"math/rand/v2"
	"strconv"

	"recto/decks"
)

// SeedOf returns the seed with which a Scheduler is asked about a card: it
// depends on the card and on how often it was reviewed, and on nothing else. So
// every place that shows an interval shows the same, and one review's luck says
// nothing about the next.
func SeedOf(id decks.CardID, p Progress) uint64 {
	return mix(uint64(p.Reps), id.Deck, id.Question, string(id.Face))
}

// mix returns a number that depends on every bit of seed and of texts.
func mix(seed uint64, texts ...string) uint64 {
	h := fnv.New64a()
	h.Write(strconv.AppendUint(nil, seed, 16))
	for _, t := range texts {
		h.Write([]byte{0})
		h.Write([]byte(t))
	}
	// FNV alone leaves the high bits of short texts alike; this is the
	// finaliser of splitmix64.
	x := h.Sum64()
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// chance returns a source of chance that seed and texts determine.
func chance(seed uint64, texts ...string) *rand.Rand {
	return rand.New(rand.NewPCG(seed, mix(seed, texts...)))
}
