package words

// Stats is the report of a history, its charts and pages.
type Stats struct {
	Name  string // of the screen
	Pages [6]string
	Place func(page, of int) string
	Keys  map[string]Does // by command
}
