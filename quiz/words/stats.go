package words

// Stats is the report of a history, its charts and pages.
type Stats struct{}
