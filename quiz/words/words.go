package words

// Words is every text of a language, by screen.
type Words struct {
	Locale Locale // how its numbers and days are written

	Common   Common
	Schedule Schedule
	Frame    Frame
	Home     Home
	Edited   Edited
	Card     Card
	Study    Study
	Summary  Summary
	Test     Test
	Browse   Browse
	Known    Known
	Preview  Preview
	Stats    Stats
	Page     Page
	Plain    Plain
}
