package decks_test

import (
	"fmt"

	"recto/decks"
)

func ExampleParse() {
	const src = `
title = "Capitals"

[[question]]
ask     = "What is the capital of Burkina Faso?"
answer  = "Ouagadougou"
reverse = { ask = "Which country has *Ouagadougou* as its capital?", answer = "Burkina Faso" }
`
	deck, err := decks.Parse("capitals.toml", []byte(src), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range deck.Questions {
		for _, c := range q.Cards() {
			fmt.Println(c.ID)
			fmt.Println(c.Ask(), c.Shown())
		}
	}
	// Output:
	// capitals/~RDYBFGI2SRL4YIWS/ask
	// What is the capital of Burkina Faso? Ouagadougou
	// capitals/~RDYBFGI2SRL4YIWS/reverse
	// Which country has *Ouagadougou* as its capital? Burkina Faso
}

func ExampleParse_faults() {
	const src = `title = "Capitals"
[[question]]
ask   = "What is the capital of Burkina Faso?"
anser = "Ouagadougou"
`
	_, err := decks.Parse("capitals.toml", []byte(src), nil)
	fmt.Println(err)
	// Output:
	// capitals.toml:4:1: question 1: unknown key "anser"
	//     anser = "Ouagadougou"
	//     ^
	// hint: did you mean answer?
}
