package math

import (
	"strings"
	"sync"
)

// raised returns the characters that Unicode has as superscripts.
var raised = sync.OnceValue(func() map[rune]rune {
	return runes("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾" +
		"aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ" +
		"AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ" +
		"βᵝγᵞδᵟθᶿφᵠχᵡ′′″″‴‴∘°°°**††⊤ᵀ")
})

// lowered returns the characters that Unicode has as subscripts. A comma
// between two indices is itself.
var lowered = sync.OnceValue(func() map[rune]rune {
	return runes("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎,," +
		"aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ" +
		"βᵦγᵧρᵨφᵩχᵪ")
})

// runes reads a table of characters of which every second one belongs to the
// one before it.
func runes(table string) map[rune]rune {
	all := []rune(table)
	m := make(map[rune]rune, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		m[all[i]] = all[i+1]
	}
	return m
}

// shifted returns a text raised or lowered: in the characters of a table when
// all of it is there, else behind a sign, in brackets when it is more than one
// character.
func shifted(s string, table map[rune]rune, sign string) string {
	if s == "" {
		return ""
	}
	if strings.HasPrefix(s, "′′") {
		s = strings.NewReplacer("′′′′", "⁗", "′′′", "‴", "′′", "″").Replace(s)
	}
	var b strings.Builder
	for _, r := range s {
		to, ok := table[r]
		if !ok {
			return sign + bracketed(s)
		}
		b.WriteRune(to)
	}
	return b.String()
}

// bracketed returns a text in brackets when it is more than one character.
func bracketed(s string) string {
	if single(s) {
		return s
	}
	return "(" + s + ")"
}

// scripts returns a base with its index and its power.
func (l *liner) scripts(n Node) item {
	base := l.one(n.Kids[0])
	below, above := l.compact(n.Kids[1]), l.compact(n.Kids[2])
	if compound(n.Kids[0]) || base.fraction {
		base = closed(base.text)
	}
	base.text += shifted(below, lowered(), "_") + shifted(above, raised(), "^")
	base.scripted, base.leads = true, n.Kids[0].Empty()
	base.fraction, base.root, base.closed = false, false, ""
	base.factors = 1
	return base
}

// compound reports whether a base needs brackets before a power.
func compound(n Node) bool {
	switch n.Kind {
	case Row:
		return len(n.Kids) > 1
	case Fraction, Root, Raw:
		return true
	case Script:
		return !n.Limits
	case Symbol:
		return n.Style == Words && strings.Contains(n.Text, " ")
	}
	return false
}
