// Package edit changes deck files by splices: bytes go in at one place, and
// every other byte of the file stays what it was, comments, order, spacing and
// line ends included. It is pure; who writes the file replaces it as a whole.
package edit
