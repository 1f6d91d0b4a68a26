package decks

// Place is a stretch of a deck file: a key, a value, a header. The zero Place
// is nowhere.
type Place struct {
	File       string
	Start, End int      // byte offsets in the file, a byte-order mark counted; End is behind the last byte
	Pos        Position // of the first character
	Past       Position // behind the last character

	source *source
}

// Found reports whether the place is somewhere.
func (p Place) Found() bool { return p.source != nil }

// Text returns the bytes of the file that stand there.
func (p Place) Text() string {
	if p.source == nil {
		return ""
	}
	return string(p.source.text[p.Start-p.source.mark : p.End-p.source.mark])
}

// Behind returns what stands behind the place on its last line.
func (p Place) Behind() string {
	if p.source == nil {
		return ""
	}
	at := p.End - p.source.mark
	return string(p.source.lineAt(at)[at-p.source.lineStart(at):])
}

// Within returns the stretch of a place from start to end, byte offsets from
// the start of it. What reaches beyond the place is cut off.
func (p Place) Within(start, end int) Place {
	if p.source == nil {
		return p
	}
	start = max(0, min(start, p.End-p.Start))
	end = max(start, min(end, p.End-p.Start))
	at := p.Start - p.source.mark
	return p.source.stretch(at+start, at+end)
}

// Error returns what is wrong at the place, as the faults of a deck are told;
// question is its number in the file, 0 outside questions.
func (p Place) Error(question int, message, hint string) *Error {
	if p.source == nil {
		return &Error{File: p.File, Question: question, Message: message, Hint: hint}
	}
	at := p.Start - p.source.mark
	return p.source.err(&fault{offset: at, end: p.End - p.source.mark, question: question, message: message, hint: hint})
}

// Place returns where the value of a key of the question stands, or an item of
// it: q.Place("choices", 2) is the third choice, q.Place("accept", "Burma", 0)
// the first form in that row of a table. A path of nothing is the header of
// the question, or its '{'. What the question does not write itself, as what
// it inherits, is not found. Places of one file are looked up by one goroutine
// at a time.
func (q *Question) Place(path ...any) Place {
	return q.source.place(q.below(path), false)
}

// KeyPlace returns where a key of the question stands, as Place does its value.
func (q *Question) KeyPlace(path ...any) Place {
	return q.source.place(q.below(path), true)
}

// Block returns where the whole question stands: from its header or '{' to the
// end of its last value, or behind its '}'.
func (q *Question) Block() Place {
	if q.source == nil {
		return Place{File: q.File}
	}
	n := q.source.nodes().at(q.below(nil))
	return q.source.stretch(n.key, n.extent())
}

// Block returns where all of a value of the file stands, a question or a table
// with a header to the end of the last value in it: p.Block("question", 2).
func (p Part) Block(path ...any) Place {
	n, whole := p.source.nodes().find(path)
	if !whole {
		return Place{File: p.File}
	}
	return p.source.stretch(min(n.key, n.value), n.extent())
}

func (q *Question) below(path []any) steps {
	return append(steps{"question", q.Number - 1}, path...)
}

// ReadPart reads a file only as far as its places: it is within the limits and
// it is TOML, whatever is wrong with it as a deck. The error is an ErrorList of
// the first fault. It costs a decoding of the whole file.
func ReadPart(file string, src []byte) (Part, error) {
	r := &reader{src: newSource(file, src)}
	outline := scan(r.src.text)
	if outline.fault != nil {
		r.refused(outline.fault)
	} else if _, err := decode(r.src.text); err != nil {
		r.add(r.src.syntaxFault(err))
	} else if tree, twice := locate(r.src.text); outline.dotted && twice != nil {
		r.add(r.src.duplicateFault(twice))
	} else {
		r.src.tree = tree
	}
	return Part{File: file, source: r.src}, r.errors().err()
}

// Place returns where the value of a key of the file stands, or an item of it:
// p.Place("study", "retention"). What is not written is not found.
func (p Part) Place(path ...any) Place { return p.source.place(path, false) }

// KeyPlace returns where a key of the file stands, as Place does its value.
func (p Part) KeyPlace(path ...any) Place { return p.source.place(path, true) }

// place looks a path up.
func (s *source) place(p steps, key bool) Place {
	if s == nil {
		return Place{}
	}
	n, whole := s.nodes().find(p)
	if !whole {
		return Place{File: s.file}
	}
	if key {
		return s.stretch(n.key, n.past)
	}
	return s.stretch(n.value, n.end)
}

// stretch returns the place between two offsets of the text.
func (s *source) stretch(start, end int) Place {
	end = max(start, end)
	return Place{
		File: s.file, Start: start + s.mark, End: end + s.mark,
		Pos: s.position(start), Past: s.position(end), source: s,
	}
}

// find returns the node at the end of a path, and whether the file has it.
func (n *node) find(p steps) (*node, bool) {
	for i := range p {
		next := n.at(p[i : i+1])
		if next == n {
			return n, false
		}
		n = next
	}
	return n, true
}

// extent returns the offset behind everything that stands below a node.
func (n *node) extent() int {
	end := max(n.end, n.past)
	for _, below := range n.names {
		end = max(end, below.extent())
	}
	for _, item := range n.items {
		end = max(end, item.extent())
	}
	return end
}
