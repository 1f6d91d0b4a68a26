package fsrs

import (
	"math"

	"recto/quiz"
)

// FuzzRange returns the whole days, low to high inclusive, that an interval
// (days) may become when it is spread at random, so that cards learned
// together do not come back together for ever. Half the width is 1 day, plus
// 15 % of the part of the interval between 2.5 and 7 days, 10 % of that
// between 7 and 20 and 5 % of the rest. Intervals below 2.5 days stay.
//
// An interval that is longer than the days elapsed since the last review stays
// so, and none exceeds the maximum (days, at least 1).
func FuzzRange(interval float64, elapsed, maximum int) (low, high int) {
	if interval < 2.5 {
		low = clampDays(math.Round(interval), maximum)
		return low, low
	}
	delta := 1.0 +
		0.15*(min(interval, 7)-2.5) +
		0.10*max(min(interval, 20)-7, 0) +
		0.05*max(interval-20, 0)
	interval = min(interval, float64(maximum))
	low = max(2, int(math.Round(interval-delta)))
	high = clampDays(math.Round(interval+delta), maximum)
	if interval > float64(elapsed) {
		low = max(low, elapsed+1)
	}
	return min(low, high), high
}

// fuzz returns the day of an interval's range that chance picks; chance is in
// [0, 1). With one chance for all, a longer interval never becomes the shorter
// one: the result rises with both ends of the range, and those with interval.
func fuzz(interval, elapsed, maximum int, chance float64) int {
	low, high := FuzzRange(float64(interval), elapsed, maximum)
	return min(low+int(chance*float64(high-low+1)), high)
}

// Balance says how welcome a card is on each of the study days from low to high
// days after today: a weight each, relative to each other. Interval is what the
// card would wait without fuzz. Nil: all days are alike.
type Balance func(today quiz.Day, low, high, interval int) []float64

// balanced returns the days from low to high that chance picks by weights, but
// not less than least; false when the weights decide nothing.
func balanced(weights []float64, low, high, least int, chance float64) (int, bool) {
	least = min(max(least, low), high)
	if len(weights) != high-low+1 {
		return 0, false
	}
	weights = weights[least-low:]
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	if !(sum > 0) || math.IsInf(sum, 1) {
		return 0, false
	}
	left := chance * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return least + i, true
		}
	}
	return high, true // what rounding has left
}

// chance turns a seed into a number in [0, 1): the 53 upper bits of
// SplitMix64, so that seeds that follow each other differ fully.
func chance(seed uint64) float64 {
	seed += 0x9e3779b97f4a7c15
	seed = (seed ^ seed>>30) * 0xbf58476d1ce4e5b9
	seed = (seed ^ seed>>27) * 0x94d049bb133111eb
	seed ^= seed >> 31
	return float64(seed>>11) / (1 << 53)
}

// clampDays turns rounded days into whole days from 1 to maximum.
func clampDays(days float64, maximum int) int {
	return int(clamp(days, 1, float64(maximum)))
}
