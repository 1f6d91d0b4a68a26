// Package historytest is the suite that every engine of a history must pass.
//
// [Run] takes a function that says where a new, empty history may be made; all
// else goes through the public face of the package history, as a program would.
package historytest
