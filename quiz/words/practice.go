package words

// Test is the practice test.
type Test struct{}
