package main

import (
	"math"
	"testing"

	"recto/quiz/simulate"
)

// A minute buys no more cards than there are.
func TestAtMost(t *testing.T) {
	s := &simulation{cards: make([]simulate.Card, 100)}
	remembered := simulate.Result{Memorised: simulate.Spread{Mean: 93.5}}
	for _, tt := range []struct{ price, want float64 }{{0, 0}, {3, 3}, {40, 6.5}} {
		if got := s.atMost(tt.price, remembered); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("a price of %v is told as %v, want %v", tt.price, got, tt.want)
		}
	}
}
