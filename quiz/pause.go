package quiz

import "recto/decks"

// PauseCard returns the card that stands for a pause. It is in no deck, no
// author can write its id, and it is never asked: a due event moves it to the
// day on which the learner is back, and the same commit moves the cards that
// would come meanwhile. So a pause is undone, merged and exported like any
// other moving of due days.
func PauseCard() decks.CardID {
	return decks.CardID{Deck: "~pause", Question: "~pause", Face: decks.AskFace}
}

// PausedUntil returns the day on which a pause ends, given the progress of
// PauseCard; 0 when there is none on day.
func PausedUntil(p Progress, day Day) Day {
	if p.DueDay > day {
		return p.DueDay
	}
	return 0
}
