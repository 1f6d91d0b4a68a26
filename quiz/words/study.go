package words

// Study is a study session on the full screen.
type Study struct{}
