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
// the stack; after Outside and inside tea.Sequence to the one on top.
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
// A screen holds a Window, gives it the messages of the terminal, and draws a
// Page with it. From top to bottom: Status, Rule, a body, what was said about
// the last key, what stands above the keys, a line of keys, in one column of at
// most MaxColumns cells. From Roomy lines on empty ones stand between the parts.
// Below MinWidth or MinHeight nothing is drawn but that the window is too small.
// A Panel covers the body with lines of a label and what it says. Rows collects
// the lines of a body.
//
//	func (s *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
//		switch msg := msg.(type) {
//		case tea.KeyPressMsg:
//			c, cmd, done := s.window.Press(msg, s.keys)
//			if done {
//				return s, cmd
//			}
//			return s, s.do(c)
//		case tea.MouseMsg:
//			click := s.window.Mouse(msg)
//			s.window.Scroll += click.Wheel
//			return s, s.do(click.Command) // or what click.Zone is
//		default:
//			s.window.Takes(msg)
//		}
//		return s, nil
//	}
//
//	func (s *screen) View() tea.View {
//		return s.window.Draw(frame.Page{Status: frame.Status("recto", nil, s.window.Columns()),
//			Body: s.body, Hints: []frame.Hint{s.keys.Hint(frame.Help, ""), s.keys.Hint(frame.Leave, "")}})
//	}
//
// # Keys
//
// A screen asks for the Command that a key means, never for the key. Its Table
// lists its commands with their default keys and what they do; Keymap.Of makes
// the Keys of it that a learner chose: a preset, and keys of their own. Hint,
// and Window.Help for the list of those that work now, name them as they are. Commands that several screens have bear the names
// of the constants here, so that they have the same keys everywhere. Where text
// is typed a screen takes the keys as text first. In a table no key has two
// commands, whatever the map: Keymap.Clash tells.
//
// # Mouse
//
// A text whose look has a Zone can be clicked, whatever it is laid out to, and
// so can the line of keys; Window.Mouse tells which. ZoneLines makes whole lines
// of it. Nothing needs the mouse.
//
// # Text
//
// A Line is pieces of text with a Look each. Pieces makes them of markup, Wrap
// and Hang break them into lines, by cells as terminals count them and never
// inside a character. Looks are the colours of the terminal's own theme, and
// whatever they say a word or a sign says too. All text that comes from outside
// is made of one line without control characters first: Pieces and Inline do
// it, markup.OneLine does for the rest.
//
// The stack settles what a screen draws before it goes to the terminal: nothing
// in it is a command but looks, text that runs from right to left is isolated,
// and each character takes the cells that were counted for it, whatever the
// terminal makes of emoji. Width, Cells, Cut and Short count as Wrap does.
//
// # Pictures
//
// Pictures of a Terminal are drawn last, where a screen left room for them in
// characters that only they understand: see package picture.
package frame
