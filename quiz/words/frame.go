package words

// Frame is what all screens share: the frame, its panels and messages.
type Frame struct{}
