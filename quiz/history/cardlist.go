package history

import (
	"context"
	"slices"

	"recto/decks"
)

// cardList is every card of a history, and every question that was seen, in
// the order of their numbers.
type cardList struct {
	numbers []int64 // 0 for a card that has none yet; those stand last
	ids     []decks.CardID
	known   int // how many have a number
}

func readCards(ctx context.Context, tx *conn) (l cardList, err error) {
	interned := map[string]string{}
	intern := func(s string) string {
		if known, ok := interned[s]; ok {
			return known
		}
		interned[s] = s
		return s
	}
	err = tx.each(ctx, allCards, func(scan func(...any) error) error {
		var id decks.CardID
		var n int64
		if err := scan(&n, &id.Deck, &id.Question, &id.Face); err != nil {
			return err
		}
		id.Deck, id.Face = intern(id.Deck), decks.Face(intern(string(id.Face)))
		l.numbers, l.ids = append(l.numbers, n), append(l.ids, id)
		return nil
	})
	l.known = len(l.ids)
	return l, err
}

// index returns where the card with a number stands.
func (l *cardList) index(number int64) (int, bool) {
	// Cards are numbered from 1 without a gap, unless a stranger was at it.
	if 0 < number && number <= int64(l.known) && l.numbers[number-1] == number {
		return int(number - 1), true
	}
	return slices.BinarySearch(l.numbers[:l.known], number)
}

// add adds a card that has no number yet and returns where it stands.
func (l *cardList) add(id decks.CardID) int {
	l.numbers, l.ids = append(l.numbers, 0), append(l.ids, id)
	return len(l.ids) - 1
}
