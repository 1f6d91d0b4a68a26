package words

// Plain is what the plain mode says in its own way.
type Plain struct{}
