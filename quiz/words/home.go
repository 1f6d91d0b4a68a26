package words

// Home is the screen that recto opens alone.
type Home struct{}
