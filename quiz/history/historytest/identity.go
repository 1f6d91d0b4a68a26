package historytest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recto/decks"
	"recto/quiz"
)

// seenInDeck: of each question of the deck the last that it said, in the order
// in which they were seen first.
func seenInDeck(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	say := func(deck, question, text string) {
		commit(t, s, quiz.Event{ID: NewID(), At: 1000, Kind: quiz.SeenEvent,
			Seen: &quiz.Seen{Deck: deck, Question: question, Text: text, Answers: []string{"x"}, Gaps: []string{}, Faces: []decks.Face{"ask"}}})
	}
	say("geo", "quito", "first")
	say("other", "quito", "of another deck")
	say("geo", "lima", "Lima?")
	say("geo", "quito", "second")
	say("geo", "quito", "third")
	var got []string
	for _, seen := range must[[]quiz.Seen](t)(s.SeenInDeck(ctx, "geo")) {
		got = append(got, seen.Question+" "+seen.Text)
	}
	if diff := cmp.Diff([]string{"quito third", "lima Lima?"}, got); diff != "" {
		t.Error(diff)
	}
	if none, err := s.SeenInDeck(ctx, "nowhere"); len(none) > 0 || err != nil {
		t.Errorf("%v, %v", none, err)
	}
	Sound(t, s)
}

// relinks: undone ones are told too; a relink and its undo in one commit leave
// everything where it was; two cards change places and back.
func relinks(t *testing.T, where func(testing.TB) string) {
	ctx, s := t.Context(), Open(t, where(t))
	commit(t, s, Review("lima", 20000, quiz.Good))
	commit(t, s, Review("quito", 20000, quiz.Again))
	was := folded(t, s)
	relink := func(at int64, pairs ...quiz.Relink) quiz.Event {
		return quiz.Event{ID: NewID(), At: at, Kind: quiz.RelinkEvent, Relink: pairs}
	}
	undo := func(ids ...quiz.EventID) quiz.Event {
		return quiz.Event{ID: NewID(), At: 5, Kind: quiz.UndoEvent, Undo: ids}
	}
	declined := relink(5, quiz.Relink{From: Card("lima"), To: Card("oslo")})
	commit(t, s, declined, undo(declined.ID))
	if diff := cmp.Diff(was, folded(t, s)); diff != "" {
		t.Errorf("a declined relink left something behind:\n%s", diff)
	}

	swap := relink(6, quiz.Relink{From: Card("lima"), To: Card("quito")}, quiz.Relink{From: Card("quito"), To: Card("lima")})
	commit(t, s, swap)
	if now := folded(t, s); now[Card("lima")] != was[Card("quito")] || now[Card("quito")] != was[Card("lima")] {
		t.Errorf("the cards have not changed places: %v", now)
	}
	chain := relink(7, quiz.Relink{From: Card("quito"), To: Card("bern")})
	commit(t, s, chain)
	if now := folded(t, s); now[Card("bern")] != was[Card("lima")] {
		t.Errorf("the chain ends elsewhere: %v", now)
	}
	commit(t, s, undo(swap.ID)) // the chain stands: it moves what quito held before
	if now := folded(t, s); now[Card("bern")] != was[Card("quito")] || now[Card("lima")] != was[Card("lima")] {
		t.Errorf("undone in the middle of a chain: %v", now)
	}
	commit(t, s, undo(chain.ID))
	if diff := cmp.Diff(was, folded(t, s)); diff != "" {
		t.Errorf("after all undos:\n%s", diff)
	}

	again := relink(8, quiz.Relink{From: Card("lima"), To: Card("bern")})
	commit(t, s, again)
	var stand []bool
	for _, p := range must[[]quiz.Placed](t)(s.Relinks(ctx)) {
		stand = append(stand, !p.Undone)
	}
	if diff := cmp.Diff([]bool{false, false, false, true}, stand); diff != "" {
		t.Error(diff)
	}
	Sound(t, s)
}
