package decks

import "strings"

// keySet is a set of question keys.
type keySet uint64

// The keys of a question.
const (
	keyAsk keySet = 1 << iota
	keyAnswer
	keyAccept
	keyReject
	keyChoices
	keyFixed
	keyCloze
	keyList
	keyNeed
	keyOrder
	keyPairs
	keyReverse
	keyExact
	keyTyped
	keyShown
	keyUnit
	keyTolerance
	keyHint
	keyExplain
	keyFrom
	keyImage
	keyAlt
	keyGroup
	keyID
	keyTags
	keyPoints
	keyLines
	keyAfter
	keyAllow
)

// questionKeys are the names of the keys of a question, in the order of their
// bits.
var questionKeys = []string{
	"ask", "answer", "accept", "reject", "choices", "fixed", "cloze", "list", "need", "order", "pairs",
	"reverse", "exact", "typed", "shown", "unit", "tolerance", "hint", "explain", "from", "image", "alt",
	"group", "id", "tags", "points", "lines", "after", "allow",
}

// deckKeys are the keys at the top of a file.
var deckKeys = []string{
	"title", "id", "recto", "description", "author", "license", "language", "answer_language",
	"source", "defaults", "group", "study", "print", "question",
}

// groupKeys are the keys of a group that are its own.
var groupKeys = []string{"title", "text", "image", "alt", "group", "shuffle"}

// keyBits maps the name of a question key to its bit.
var keyBits = func() map[string]keySet {
	bits := make(map[string]keySet, len(questionKeys))
	for i, name := range questionKeys {
		bits[name] = 1 << i
	}
	return bits
}()

const (
	// answerKeys say what is wanted; no default may.
	answerKeys = keyAnswer | keyAccept | keyReject | keyChoices | keyCloze | keyList | keyNeed | keyOrder | keyPairs | keyShown
	// ownKeys stand in a question only.
	ownKeys = keyAsk | keyID | keyGroup | answerKeys
	// commonKeys are taken by every kind.
	commonKeys = keyHint | keyExplain | keyFrom | keyImage | keyAlt | keyGroup | keyID | keyTags | keyPoints | keyLines | keyAfter | keyAllow
	// inheritedKeys may stand in defaults and groups.
	inheritedKeys = ^ownKeys & (keyAllow<<1 - 1)
)

// keysOf returns the keys that a kind takes.
func keysOf(k Kind) keySet {
	switch k {
	case Short:
		return commonKeys | keyAsk | keyAnswer | keyAccept | keyReject | keyExact | keyTyped | keyReverse | keyShown
	case Number:
		return commonKeys | keyAsk | keyAnswer | keyAccept | keyReject | keyUnit | keyTolerance | keyTyped | keyReverse | keyShown
	case Date:
		return commonKeys | keyAsk | keyAnswer | keyAccept | keyReject | keyTyped | keyReverse | keyShown
	case TrueFalse:
		return commonKeys | keyAsk | keyAnswer | keyShown
	case Choice, Multiple:
		return commonKeys | keyAsk | keyAnswer | keyChoices | keyFixed | keyShown
	case List:
		return commonKeys | keyAsk | keyList | keyAccept | keyReject | keyNeed | keyExact | keyTyped | keyShown
	case Order:
		return commonKeys | keyAsk | keyOrder | keyAccept | keyShown
	case Match:
		return commonKeys | keyAsk | keyPairs | keyChoices | keyFixed
	case Cloze:
		return commonKeys | keyAsk | keyCloze | keyChoices | keyAccept | keyReject | keyExact | keyTyped
	}
	return commonKeys
}

// names returns the keys of a set in the order of questionKeys.
func (s keySet) names() []string {
	var names []string
	for i, name := range questionKeys {
		if s&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// join writes names as a sentence does: "a, b and c".
func join(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// foreign reports whether a key is one that recto leaves alone.
func foreign(key string) bool { return strings.HasPrefix(key, "x-") }

// reserved reports whether a key is kept for a later version of the format.
func reserved(key string) bool {
	switch key {
	case "table", "audio", "feedback", "pattern":
		return true
	}
	return false
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}
