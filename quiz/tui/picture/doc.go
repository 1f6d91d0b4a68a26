// Package picture shows the images of a deck on the terminal.
//
// A Gallery is what the screens of a program share. A screen asks it for the
// Room that an image takes, lines of placeholders that are laid out like text,
// and frame has the Gallery Paint the whole window last: there the placeholders
// become what the terminal can show. So pictures scroll, are cut off and go as
// text does, and no screen knows how they are drawn.
//
// # How they are drawn
//
// Kitty graphics and sixel are used where the terminal said that it has them.
// It is asked once, when the first picture is to be seen, and given AskWait to
// answer; its name tells nothing. Within tmux and screen, where an answer would
// not be the outer terminal's, and where none comes, a cell shows two points of
// the picture, one above the other, in colours that bubbletea knows the terminal
// to have. Without colours there are no pictures: screens then say in words what
// is to be seen.
//
// Kitty and sixel graphics are written with the cursor put back, a moment after
// the frame that has the room for them. A picture that is not in the last frame
// any more is deleted, or overwritten, by its terminal's own means; Close frees
// what the terminal still keeps.
//
// # Images
//
// PNG, JPEG and GIF, of which the first frame is shown, upright as the camera
// noted it. What is transparent is white, as on paper. Only the header is read
// before an image is laid out; the rest is decoded beside the loop, at most
// MaxPoints points, and kept scaled to its room only.
package picture
