package plot

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/decks/markup"
	"recto/quiz/stats"
)

// cards draws how the cards stand.
func (p painter) cards() []string {
	n, say := p.r.Cards, &p.Stats.Columns
	var lines []string
	for _, part := range []struct {
		name string
		n    int
	}{{say.New, n.New}, {say.Learning, n.Learning}, {say.Young, n.Young}, {say.Mature, n.Mature}, {say.Suspended, n.Suspended}} {
		lines = append(lines, p.row(part.name, 10, p.Thousands(part.n), 8, float64(part.n)/float64(max(n.Cards, 1)), true, ""))
	}
	if n.Gone > 0 {
		lines = append(lines, p.row(say.Gone, 10, p.Thousands(n.Gone), 8, 0, false, ""))
	}
	return lines
}

// The names of bins.
func (p painter) share(b stats.Bin) string {
	return p.Locale.Fixed(100*b.From, 0) + "-" + p.Stats.Percent(*b.To, 0)
}

func grade(b stats.Bin) string { return fmt.Sprintf("%.0f-%.0f", b.From, *b.To) }

// StabilityName names a bin of stabilities: "3-7 d", "6-12 months", "3 years
// on".
func (s Speaker) StabilityName(b stats.Bin) string { return s.Stats.Stability(b.From) }

// bins draws a histogram, a line a bin; nothing when it holds no card.
func (p painter) bins(list []stats.Bin, name func(stats.Bin) string) []string {
	sum, most := 0, 0
	for _, b := range list {
		sum, most = sum+b.Cards, max(most, b.Cards)
	}
	if sum == 0 {
		return nil
	}
	var lines []string
	for _, b := range list {
		lines = append(lines, p.row(name(b), 12, p.Thousands(b.Cards), 7, float64(b.Cards)/float64(most), true,
			p.Stats.Percent(float64(b.Cards)/float64(sum), 0)))
	}
	return lines
}

// told is how many of a list are told here; the rest is in the JSON.
const told = 10

// hardest lists the cards that were forgotten most often.
func (p painter) hardest() []string {
	var lines []string
	for i, h := range p.r.Hardest {
		if i == told {
			break
		}
		about := p.Stats.Forgotten(h.Again, h.Reviews, p.Locale.Fixed(h.Difficulty, 1))
		if h.Suspended {
			about += p.Stats.Suspended
		}
		lines = append(lines, p.item(fmt.Sprintf("%2d. ", i+1), h.Subject, about)...)
	}
	return lines
}

// item names a card, its answer where there is room, its id, and says something
// about it.
func (p painter) item(label string, s stats.Subject, about string) []string {
	indent := strings.Repeat(" ", displaywidth.String(label))
	lines := []string{label + p.givenIn(s.Name(), p.Width-len(indent))}
	for _, part := range wrap(about, p.Width-len(indent)) {
		lines = append(lines, indent+part)
	}
	if s.Text != "" {
		lines = append(lines, indent+p.givenIn(s.ID.String(), p.Width-len(indent)))
	}
	return lines
}

// groups is a table of decks or tags.
func (p painter) groups(list []stats.Group) []string {
	if len(list) == 0 {
		return nil
	}
	wide, say := p.Width >= roomy, &p.Stats.Columns
	name := p.Width - 26
	head := fmt.Sprintf("%-*s%8s%9s%9s", name, "", say.Reviews, say.Retained, say.Due)
	if wide {
		name = p.Width - 50
		head = fmt.Sprintf("%-*s%8s%9s%9s%8s%8s%8s", name, "", say.Reviews, say.Retained, say.Now, say.New, say.Mature, say.Due)
	}
	lines := []string{head}
	for _, g := range list {
		called := g.Name
		if g.Title != "" {
			called = g.Title
		}
		line := pad(p.givenIn(called, name-1), name) + fmt.Sprintf("%8s%9s", p.Thousands(g.Reviews), p.Percent(g.True()))
		if !wide {
			lines = append(lines, line+fmt.Sprintf("%9s", p.Thousands(g.Due)))
			continue
		}
		now := "-"
		if g.Recall != nil {
			now = p.Stats.Percent(*g.Recall, 1)
		}
		lines = append(lines, line+fmt.Sprintf("%9s%8s%8s%8s", now, p.Thousands(g.Cards.New), p.Thousands(g.Cards.Mature), p.Thousands(g.Due)))
	}
	return lines
}

// confusions lists the wrong answers that were given most often.
func (p painter) confusions() []string {
	if len(p.r.Confusions) == 0 {
		return []string{p.Stats.NoConfusion}
	}
	var lines []string
	for i, c := range p.r.Confusions {
		if i == told {
			break
		}
		c.Response, c.Card.Answer = given(c.Response), given(c.Card.Answer)
		lines = append(lines, p.text(p.Sentence(c), 0)...)
		lines = append(lines, p.text(given(c.Card.Name()), 4)...)
		if c.AnswerOf != nil {
			lines = append(lines, p.text(p.Stats.AnswerOf(given(c.AnswerOf.Name())), 4)...)
		}
	}
	return lines
}

// Sentence says what was confused: "You wrote Iran for Iraq 3 times."
func (s Speaker) Sentence(c stats.Confusion) string {
	return s.Stats.YouWrote(c.Response, c.Card.Answer, c.Times, s.Day(c.Last))
}

// text wraps a text; lines after the first stand under it. What is isolated is
// so on each line that it takes.
func (p painter) text(s string, indent int) []string {
	lines, within := wrap(s, p.Width-indent), false
	for i, line := range lines {
		if within {
			line = markup.FSI + line
		}
		within = open(line)
		lines[i] = strings.Repeat(" ", indent) + closed(line)
	}
	return lines
}

// Wanted names a card by its answer, or by what is known of it.
func Wanted(s stats.Subject) string {
	if s.Answer == "" {
		return s.Name()
	}
	return s.Answer
}

// mixups lists pairs of cards.
func (p painter) mixups() []string {
	var lines []string
	for i, m := range p.r.Mixups {
		if i == told {
			break
		}
		lines = append(lines, p.text(p.Stats.MixedUp(given(Wanted(m.A)), given(Wanted(m.B)), m.Times), 0)...)
		lines = append(lines, p.text(given(m.A.Name()), 4)...)
		lines = append(lines, p.text(given(m.B.Name()), 4)...)
	}
	return lines
}
