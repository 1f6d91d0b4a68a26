package decks

import (
	"strings"
	"unicode/utf8"
)

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

// maxSuggestions is how many names of an author are compared for a hint.
const maxSuggestions = 1000

// didYouMean returns a hint that names the one of the known words that is
// nearest to word, "" when none is near.
func didYouMean(word string, known []string) string {
	if best := Nearest(word, known); best != "" {
		return "did you mean " + quoteKey(best) + "?"
	}
	return ""
}

// synonym returns the one of the known keys that other programs have another
// word for, "" for a word that is none of these.
func synonym(word string, known []string) string {
	meant := ""
	switch strings.ToLower(word) {
	case "front", "q", "prompt":
		meant = "ask"
	case "back", "a", "solution":
		meant = "answer"
	case "options", "alternatives":
		meant = "choices"
	case "explanation", "comment", "note":
		meant = "explain"
	case "header":
		meant = "heading"
	case "card", "cards":
		meant = "question"
	case "name":
		meant = "title"
	}
	if !contains(known, meant) {
		return ""
	}
	return meant
}

// Nearest returns the one of the known words that a writer of word most likely
// meant, for a "did you mean"; "" when none is near.
func Nearest(word string, known []string) string {
	if len(word) > 80 {
		return ""
	}
	best, nearest := "", 1+max(1, utf8.RuneCountInString(word)/3)
	for _, candidate := range known {
		if d := editDistance(strings.ToLower(word), strings.ToLower(candidate)); d < nearest && d < len(candidate) {
			best, nearest = candidate, d
		}
	}
	return best
}

// quoteKey writes a key as a TOML file would.
func quoteKey(key string) string {
	if key != "" && strings.IndexFunc(key, func(r rune) bool { return r >= 0x80 || !isBare(byte(r)) }) < 0 {
		return key
	}
	return quote(key)
}

// editDistance returns how many insertions, deletions, replacements and swaps
// of neighbours turn a into b.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	var before, last []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, last, row = last, row, make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(y)]
}
