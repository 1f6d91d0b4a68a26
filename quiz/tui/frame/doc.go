// Package frame is what the screens of the terminal share: how text looks and
// is laid out, the parts of a window, and the program in which one screen
// leads to another. It knows no deck and no session, and no screen knows
// another: the command wires them.
//
// # A stack of screens
//
// A Screen is a bubbletea model that fills the window. Run shows one, and gives
// it the window and the keys:
//
//	err := frame.Run(ctx, frame.Terminal{}, home)
//
// The screen on top issues Push to open another one above it, and tea.Quit to
// leave. What it is given to open runs beside the loop; when that takes more
// than a moment the last line says so, keys are kept for the screen that comes,
// and Esc calls it off:
//
//	return frame.Push(func(ctx context.Context) (frame.Screen, error) {
//		session, err := load(ctx)
//		return tui.Study(ctx, session, options), err
//	})
//
// A screen that comes on top is told the size of the window and the ground of
// the terminal (tea.WindowSizeMsg, tea.BackgroundColorMsg), and one that was
// covered is told BackMsg before: what became of the screen above it, or why it
// could not be opened. No screen asks the terminal for its ground; Run has.
// Messages of a command come to the screen that issued it, wherever it is in
// the stack; after tea.Exec and inside tea.Sequence to the one on top.
//
// tea.Interrupt ends the program, whatever the stack holds. A screen gets
// Ctrl+C as any other key, so that it may first do what was pressed before;
// Ctrl+Z is Suspend.
//
// A screen that implements Ender is ended once, when it was left or when the
// program is over, however it ended: it waits there for what it has begun, and
// may leave a line for the shell. Run returns only then.
//
// # A window
//
// From top to bottom: Status, Rule, a body, what was said about the last key, a
// line of keys, in one column of at most MaxColumns cells that Paint puts in the
// middle. From Roomy lines on empty ones stand between the parts. Below MinWidth
// or MinHeight nothing is drawn but TooSmall. Rows collects the lines of a body.
// A Panel covers the body with lines of a label and what it says: all keys, why
// a card comes, what check found.
//
// # Text
//
// A Line is pieces of text with a Look each. Pieces makes them of markup, Wrap
// and Hang break them into lines, by cells as terminals count them and never
// inside a character. Looks are the colours of the terminal's own theme, and
// whatever they say a word or a sign says too. All text that comes from outside
// is made of one line without control characters first: Pieces and Inline do
// it, markup.OneLine does for the rest.
package frame
