package quiz

import (
	"math/rand/v2"

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
	const prime = 1099511628211 // of 64-bit FNV-1a
	x := uint64(14695981039346656037)
	for range 8 {
		x = (x ^ seed&0xff) * prime
		seed >>= 8
	}
	for _, t := range texts {
		for i := range len(t) {
			x = (x ^ uint64(t[i])) * prime
		}
		x *= prime // a zero byte: "a", "bc" is not "ab", "c"
	}
	// FNV alone leaves the high bits of short texts alike; this is the
	// finaliser of splitmix64.
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// chance returns a source of chance that seed and texts determine.
func chance(seed uint64, texts ...string) *rand.Rand {
	return rand.New(rand.NewPCG(seed, mix(seed, texts...)))
}
