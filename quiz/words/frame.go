package words

// Frame is what all screens share: the frame, its panels and messages.
type Frame struct {
	Keys         string                 // title of the list of all keys
	TooSmall     string                 // the window is
	Loading      string                 // a screen that takes long to open
	Below, Above func(lines int) string // there is more to scroll to
	Back, Scroll string                 // keys of a panel
	ToShell      string                 // what Ctrl+Z does
	AtOnce       string                 // what Ctrl+C does
}
