package decks

import _ "embed"

//go:embed schema.json
var schema string

// Schema returns the JSON Schema (draft-07) of a deck, for editors: every key
// with its description, and which keys stand together. It is valid for every
// deck that Parse accepts. What takes more than the keys and values of one
// table to see, an id that stands twice or an answer that is none of the
// choices, only Parse tells.
func Schema() string { return schema }
