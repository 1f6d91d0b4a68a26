package math

import (
	"strings"
	"unicode/utf8"
)

// alphabet is what a command does to the letters of its argument.
type alphabet struct {
	style Style
	from  map[rune]rune // letters that are characters of their own
	word  bool          // letters beside each other are one word
}

// newAlphabets returns the commands that change letters. The letters that
// Unicode had before it had these alphabets stand elsewhere.
func newAlphabets() map[string]alphabet {
	blackboard := mapped('𝔸', '𝕒', '𝟘', "CℂHℍNℕPℙQℚRℝZℤ")
	calligraphic := mapped('𝒜', '𝒶', 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ")
	fraktur := mapped('𝔄', '𝔞', 0, "CℭHℌIℑRℜZℨ")
	return map[string]alphabet{
		"mathbb":     {from: blackboard},
		"mathcal":    {from: calligraphic},
		"mathscr":    {from: calligraphic},
		"mathfrak":   {from: fraktur},
		"mathrm":     {word: true},
		"mathsf":     {word: true},
		"mathtt":     {word: true},
		"mathnormal": {style: Italic},
		"mathit":     {style: Italic, word: true},
		"mathbf":     {style: Bold, word: true},
		"boldsymbol": {style: Bold},
		"bm":         {style: Bold},
	}
}

// mapped returns an alphabet by its first capital, small letter and digit (0
// for none), and its exceptions: a letter, the character that it is, and so on.
func mapped(capital, small, zero rune, exceptions string) map[rune]rune {
	m := map[rune]rune{}
	for i := range rune(26) {
		m['A'+i], m['a'+i] = capital+i, small+i
	}
	if zero != 0 {
		for i := range rune(10) {
			m['0'+i] = zero + i
		}
	}
	all := []rune(exceptions)
	for i := 0; i+1 < len(all); i += 2 {
		m[all[i]] = all[i+1]
	}
	return m
}

// alphabet reads the argument of a command that changes letters.
func (p *parser) alphabet(a alphabet) Node {
	n := p.argument()
	a.change(&n)
	if a.word && n.Kind == Row {
		n = row(joined(n.Kids))
	}
	return n
}

// change changes the letters and numbers of a tree.
func (a alphabet) change(n *Node) {
	for i := range n.Kids {
		a.change(&n.Kids[i])
	}
	if n.Kind != Symbol || n.Style == Words || n.Class != Ordinary && n.Class != Number {
		return
	}
	n.Style = a.style
	n.Text = strings.Map(func(r rune) rune {
		if to, ok := a.from[r]; ok {
			return to
		}
		return r
	}, n.Text)
}

// joined makes one word of letters and digits that stand beside each other.
func joined(nodes []Node) []Node {
	var all []Node
	var word strings.Builder
	for i, n := range nodes {
		if !inWord(n) {
			all = append(all, n)
			continue
		}
		word.WriteString(n.Text)
		if i+1 < len(nodes) && inWord(nodes[i+1]) && nodes[i+1].Style == n.Style {
			continue
		}
		n.Text = word.String()
		word.Reset()
		all = append(all, n)
	}
	return all
}

// inWord reports whether a node may be part of a word.
func inWord(n Node) bool {
	r, size := utf8.DecodeRuneInString(n.Text)
	return n.Kind == Symbol && n.Class == Ordinary && n.Style != Words && size > 0 && (letter(n.Text[0]) || r >= 0xc0)
}
