// Package card is a card on the full screen, and the reply to it: what study,
// preview and the practice test show and take alike.
//
// A Face lays a quiz.View out as rows of a Body: the question, what is picked
// from, the field, the hints, and once it is shown the answer beside the
// response. The question and its options stand in the same place before and
// after the answer.
//
// A Reply takes the keys with which a card is answered. Its Way follows from the
// kind of the card: a field for what is typed, letters, digits and arrows for
// what is picked, moved or paired. Response is the reply as it is typed in the
// plain mode, and NewReply reads that again.
package card
