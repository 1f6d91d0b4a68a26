package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

// bashLine is a command line as bash reads it.
type bashLine struct {
	words []string // without their quotes
	quote byte     // the quote that is open at its end, 0 for none
	kept  int      // bytes of the last word that bash leaves as they stand
}

// readBash reads a line. bash replaces only what stands behind the last of its
// word breaks, and with a quote open what stands behind that.
func readBash(line, breaks string) bashLine {
	var l bashLine
	var word strings.Builder
	begun := false
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case l.quote == 0 && (c == ' ' || c == '\t' || c == '\n'):
			if begun {
				l.words = append(l.words, word.String())
			}
			word.Reset()
			begun, l.kept = false, 0
			continue
		case l.quote == 0 && (c == '"' || c == '\''):
			l.quote, l.kept = c, word.Len()
		case l.quote != 0 && c == l.quote:
			l.quote = 0
		case c == '\\' && i+1 < len(line) && (l.quote == 0 || l.quote == '"' && strings.IndexByte("\"\\$`", line[i+1]) >= 0):
			i++
			word.WriteByte(line[i])
		default:
			word.WriteByte(c)
			if l.quote == 0 && strings.IndexByte(breaks, c) >= 0 {
				l.kept = word.Len()
			}
		}
		begun = true
	}
	l.words = append(l.words, word.String())
	for len(l.words) > 1 && assignment(l.words[0]) {
		l.words = l.words[1:]
	}
	return l
}

// assignment reports whether a word sets a variable for the command behind it.
func assignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	return ok && name != "" && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789") == ""
}

// insert returns what bash inserts for an offer: quoted as the line asks
// for it, with a space behind it when nothing more follows.
func (l bashLine) insert(value string) string {
	more := strings.HasSuffix(value, "/") || strings.HasSuffix(value, "=")
	value = value[l.kept:]
	special := ""
	switch l.quote {
	case '\'':
		return strings.ReplaceAll(value, "'", `'\''`)
	case '"':
		special = "\"\\$`"
	default:
		special = " \t!\"#$&'()*,;<>?[\\]^`{|}~"
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		home := l.quote == 0 && l.kept == 0 && i == 0 && strings.HasPrefix(value, "~/")
		if strings.IndexByte(special, value[i]) >= 0 && !home {
			b.WriteByte('\\')
		}
		b.WriteByte(value[i])
	}
	if l.quote == 0 && !more {
		b.WriteByte(' ')
	}
	return b.String()
}

func printForBash(c *cli.Context, line, breaks string) error {
	l := readBash(line, breaks)
	if len(l.words) < 2 {
		return nil
	}
	for _, found := range offers(c, l.words[1:]) {
		if len(found.value) < l.kept {
			continue
		}
		if _, err := fmt.Fprintln(c.App.Writer, l.insert(found.value)); err != nil {
			return nil
		}
	}
	return nil
}
