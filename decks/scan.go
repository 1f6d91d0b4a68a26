package decks

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// The limits of a deck file. They are checked by a scan of its bytes before
// the TOML parser sees it: that one recurses with the nesting of values and
// needs time and memory that grow with the square of a dotted key.
const (
	maxFile      = 64 << 20 // bytes
	maxQuestions = 200_000
	maxNesting   = 8
	maxKeyParts  = 8
	maxKeyBytes  = 256       // of a table's name: the parser stores it with every key below
	maxKeys      = 2 << 20   // the parser keeps a record of each
	maxValues    = 4 << 20   // of arrays, and inline tables
	maxPaths     = 256 << 20 // bytes of all keys with the names of their tables
)

// outline is what the scan of a file found.
type outline struct {
	questions []int // offsets of the headers [[question]], or of each '{' in question = [ ... ]
	dotted    bool  // a key of several parts stands before a value
	fault     *scanFault
}

// scanFault is the first thing that the scan refused.
type scanFault struct {
	at            int // offset
	message, hint string
	syntax        bool // a TOML parser may have found an earlier fault
}

// scanner walks over the bytes of a TOML file without decoding them. On a
// file that is TOML it sees exactly what a parser sees; on another one it may
// differ from the first fault on, where a parser stops.
type scanner struct {
	src    []byte
	i      int
	keys   int
	values int   // items of arrays, and inline tables
	paths  int   // bytes of the keys with the names of their tables
	name   int   // bytes of the header that was read last
	depth  []int // offsets of the open brackets of the value at hand
	opened int   // offset of the last string that was entered
	outline
}

// scan looks through a file without its byte-order mark.
func scan(src []byte) outline {
	s := &scanner{src: src, depth: make([]int, 0, maxNesting)}
	if len(src) > maxFile {
		s.refuse(0, fmt.Sprintf("the file is %d bytes, at most %d", len(src), maxFile), "split it into parts that state the same id", false)
		return s.outline
	}
	if bad := badByte(src); bad >= 0 {
		s.refuse(bad, fmt.Sprintf("byte 0x%02x is not UTF-8", src[bad]), "save the file as UTF-8", false)
		return s.outline
	}
	s.run()
	return s.outline
}

// badByte returns the offset of the first byte that is not UTF-8, -1 for none.
func badByte(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
}

func (s *scanner) refuse(at int, message, hint string, syntax bool) {
	if s.fault == nil {
		s.fault = &scanFault{at: at, message: message, hint: hint, syntax: syntax}
	}
}

// run walks over the file line by line of its top level.
func (s *scanner) run() {
	root := true
	for s.fault == nil {
		s.skipBlank()
		if s.i >= len(s.src) {
			return
		}
		start := s.i
		if s.src[s.i] == '[' {
			root = false
			s.header(start)
		} else {
			s.pair(root)
		}
		s.skipLine()
	}
}

// header reads [name] or [[name]].
func (s *scanner) header(start int) {
	s.i++
	array := s.i < len(s.src) && s.src[s.i] == '['
	if array {
		s.i++
	}
	question, parts := s.key()
	s.name = s.i - start
	if s.name > maxKeyBytes {
		s.refuse(start, fmt.Sprintf("a table's name is over %d bytes", maxKeyBytes), "", true)
	}
	if array && parts == 1 && question {
		s.question(start)
	}
}

func (s *scanner) question(at int) {
	s.questions = append(s.questions, at)
	if len(s.questions) > maxQuestions {
		s.refuse(at, fmt.Sprintf("more than %d questions", maxQuestions), "split the deck into several", false)
	}
}

// pair reads key = value.
func (s *scanner) pair(root bool) {
	question, parts := s.key()
	s.dotted = s.dotted || parts > 1
	s.skipSpace()
	if s.i >= len(s.src) || s.src[s.i] != '=' {
		return
	}
	s.i++
	s.value(root && parts == 1 && question)
}

// key reads a key of one or several parts and returns whether the first one is
// "question", and how many there are.
func (s *scanner) key() (question bool, parts int) {
	start := s.i
	s.keys++
	if s.keys > maxKeys {
		s.refuse(start, fmt.Sprintf("more than %d keys", maxKeys), "split the deck into several", false)
	}
	defer func() { s.weigh(start) }()
	for {
		s.skipSpace()
		part := s.keyPart()
		parts++
		if parts == 1 {
			question = string(part) == "question" || len(part) > 0 && !isBare(part[0]) && keyText(part) == "question"
		}
		if parts > maxKeyParts {
			s.refuse(start, fmt.Sprintf("a key of more than %d parts", maxKeyParts), "", true)
			return question, parts
		}
		s.skipSpace()
		if s.i >= len(s.src) || s.src[s.i] != '.' {
			return question, parts
		}
		s.i++
	}
}

// weigh counts the bytes of a key that began at start.
func (s *scanner) weigh(start int) {
	if s.paths += s.name + s.i - start; s.paths > maxPaths {
		s.refuse(start, fmt.Sprintf("the keys with the names of their tables are over %d bytes", maxPaths), "split the deck into several", false)
	}
}

// keyPart returns the bytes of a bare or quoted key, quotes included; none
// where there is no key.
func (s *scanner) keyPart() []byte {
	start := s.i
	if s.i < len(s.src) && (s.src[s.i] == '"' || s.src[s.i] == '\'') {
		s.line(s.src[s.i])
		return s.src[start:s.i]
	}
	for s.i < len(s.src) && isBare(s.src[s.i]) {
		s.i++
	}
	return s.src[start:s.i]
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}

// value walks over a value to its end. With questions, it is what stands at
// the key question, and the tables in it are questions.
func (s *scanner) value(questions bool) {
	s.depth = s.depth[:0]
	for s.i < len(s.src) && s.fault == nil {
		switch c := s.src[s.i]; c {
		case '"', '\'':
			s.text()
			continue
		case '[', '{':
			if len(s.depth) == maxNesting {
				s.refuse(s.i, fmt.Sprintf("values are nested deeper than %d", maxNesting), "", true)
				return
			}
			if questions && c == '{' && len(s.depth) == 1 && s.src[s.depth[0]] == '[' {
				s.question(s.i)
			}
			s.depth = append(s.depth, s.i)
			s.i++
			s.countValue()
			s.inlineKey()
			continue
		case ']', '}':
			if len(s.depth) == 0 {
				return
			}
			s.depth = s.depth[:len(s.depth)-1]
		case ',':
			if len(s.depth) == 0 {
				return
			}
			s.i++
			s.countValue()
			s.inlineKey()
			continue
		case '#':
			s.skipComment()
			continue
		case '\n':
			if len(s.depth) == 0 {
				return
			}
		}
		s.i++
	}
}

// countValue counts an item of an array or an inline table.
func (s *scanner) countValue() {
	if s.values++; s.values > maxValues {
		s.refuse(s.i-1, fmt.Sprintf("more than %d values in arrays", maxValues), "split the deck into several", false)
	}
}

// inlineKey reads the key that may stand here when the innermost bracket is a
// table.
func (s *scanner) inlineKey() {
	if len(s.depth) == 0 || s.src[s.depth[len(s.depth)-1]] != '{' {
		return
	}
	s.skipBlank()
	if s.i < len(s.src) && (isBare(s.src[s.i]) || s.src[s.i] == '"' || s.src[s.i] == '\'') {
		start := s.i
		_, parts := s.key()
		s.dotted = s.dotted || parts > 1
		if s.i-start > maxKeyBytes && s.opensTable() {
			s.refuse(start, fmt.Sprintf("a table's name is over %d bytes", maxKeyBytes), "", true)
		}
	}
}

// opensTable reports whether "= {" follows.
func (s *scanner) opensTable() bool {
	rest := bytes.TrimLeft(s.src[s.i:], " \t=")
	return len(rest) > 0 && rest[0] == '{'
}

// text skips the string that begins here, of any of the four forms.
func (s *scanner) text() {
	quote := s.src[s.i]
	s.opened = s.i
	if s.i+2 < len(s.src) && s.src[s.i+1] == quote && s.src[s.i+2] == quote {
		s.lines(quote)
		return
	}
	s.line(quote)
}

// line skips a string of one line; an unclosed one ends before its newline.
func (s *scanner) line(quote byte) {
	for s.i++; s.i < len(s.src); s.i++ {
		switch c := s.src[s.i]; {
		case c == quote:
			s.i++
			return
		case c == '\n':
			return
		case c == '\\' && quote == '"' && s.i+1 < len(s.src) && s.src[s.i+1] != '\n':
			s.i++
		}
	}
}

// lines skips a string of several lines. Up to two quotes of its text may
// stand before the three that close it.
func (s *scanner) lines(quote byte) {
	for s.i += 3; s.i < len(s.src); {
		switch c := s.src[s.i]; {
		case c == '\\' && quote == '"':
			s.i += 2
		case c == quote:
			n := 1
			for n < 5 && s.i+n < len(s.src) && s.src[s.i+n] == quote {
				n++
			}
			s.i += n
			if n >= 3 {
				return
			}
		default:
			s.i++
		}
	}
	s.i = len(s.src)
}

// skipBlank skips white space, newlines and comments.
func (s *scanner) skipBlank() {
	for s.i < len(s.src) {
		switch s.src[s.i] {
		case ' ', '\t', '\r', '\n':
			s.i++
		case '#':
			s.skipComment()
		default:
			return
		}
	}
}

func (s *scanner) skipSpace() {
	for s.i < len(s.src) && (s.src[s.i] == ' ' || s.src[s.i] == '\t') {
		s.i++
	}
}

// skipComment moves to the newline that ends a comment.
func (s *scanner) skipComment() {
	if end := bytes.IndexByte(s.src[s.i:], '\n'); end >= 0 {
		s.i += end
	} else {
		s.i = len(s.src)
	}
}

// skipLine moves behind the next newline.
func (s *scanner) skipLine() {
	s.skipComment()
	if s.i < len(s.src) {
		s.i++
	}
}
