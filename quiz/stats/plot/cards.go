package plot

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"recto/quiz/stats"
)

// cards draws how the cards stand.
func (p painter) cards() []string {
	n := p.r.Cards
	var lines []string
	for _, part := range []struct {
		name string
		n    int
	}{{"new", n.New}, {"learning", n.Learning}, {"young", n.Young}, {"mature", n.Mature}, {"suspended", n.Suspended}} {
		lines = append(lines, p.row(part.name, 10, Thousands(part.n), 8, float64(part.n)/float64(max(n.Cards, 1)), true, ""))
	}
	if n.Gone > 0 {
		lines = append(lines, p.row("gone", 10, Thousands(n.Gone), 8, 0, false, ""))
	}
	return lines
}

// The names of bins.
func share(b stats.Bin) string { return fmt.Sprintf("%.0f-%.0f %%", 100*b.From, 100**b.To) }

func grade(b stats.Bin) string { return fmt.Sprintf("%.0f-%.0f", b.From, *b.To) }

func days(b stats.Bin) string { return StabilityName(b) }

// StabilityName names a bin of stabilities: "3-7 d", "6-12 mo", "3 y and more".
func StabilityName(b stats.Bin) string {
	names := map[float64]string{0: "below 1 d", 1: "1-3 d", 3: "3-7 d", 7: "1-3 weeks", 21: "3-8 weeks",
		60: "2-6 months", 180: "6-12 months", 365: "1-3 years", 1095: "3 years on"}
	if name, ok := names[b.From]; ok {
		return name
	}
	return fmt.Sprintf("from %g d", b.From)
}

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
		lines = append(lines, p.row(name(b), 12, Thousands(b.Cards), 7, float64(b.Cards)/float64(most), true,
			fmt.Sprintf("%.0f %%", 100*float64(b.Cards)/float64(sum))))
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
		about := fmt.Sprintf("forgotten %d of %s, difficulty %.1f", h.Again, Count(h.Reviews, "time"), h.Difficulty)
		if h.Suspended {
			about += ", suspended"
		}
		lines = append(lines, p.item(fmt.Sprintf("%2d. ", i+1), h.Subject, about)...)
	}
	return lines
}

// item names a card, its answer where there is room, its id, and says something
// about it.
func (p painter) item(label string, s stats.Subject, about string) []string {
	indent := strings.Repeat(" ", displaywidth.String(label))
	lines := []string{label + p.short(s.Name(), p.Width-len(indent))}
	for _, part := range wrap(about, p.Width-len(indent)) {
		lines = append(lines, indent+part)
	}
	if s.Text != "" {
		lines = append(lines, indent+p.short(s.ID.String(), p.Width-len(indent)))
	}
	return lines
}

// groups is a table of decks or tags.
func (p painter) groups(list []stats.Group) []string {
	if len(list) == 0 {
		return nil
	}
	wide := p.Width >= roomy
	name := p.Width - 26
	head := fmt.Sprintf("%-*s%8s%9s%9s", name, "", "reviews", "retained", "due")
	if wide {
		name = p.Width - 50
		head = fmt.Sprintf("%-*s%8s%9s%9s%8s%8s%8s", name, "", "reviews", "retained", "now", "new", "mature", "due")
	}
	lines := []string{head}
	for _, g := range list {
		called := g.Name
		if g.Title != "" {
			called = g.Title
		}
		line := pad(p.short(called, name-1), name) + fmt.Sprintf("%8s%9s", Thousands(g.Reviews), Percent(g.True()))
		if !wide {
			lines = append(lines, line+fmt.Sprintf("%9s", Thousands(g.Due)))
			continue
		}
		now := "-"
		if g.Recall != nil {
			now = fmt.Sprintf("%.1f %%", 100**g.Recall)
		}
		lines = append(lines, line+fmt.Sprintf("%9s%8s%8s%8s", now, Thousands(g.Cards.New), Thousands(g.Cards.Mature), Thousands(g.Due)))
	}
	return lines
}

// confusions lists the wrong answers that were given most often.
func (p painter) confusions() []string {
	if len(p.r.Confusions) == 0 {
		return []string{"None was recorded."}
	}
	var lines []string
	for i, c := range p.r.Confusions {
		if i == told {
			break
		}
		lines = append(lines, p.text(Sentence(c), 0)...)
		lines = append(lines, p.text(c.Card.Name(), 4)...)
		if c.AnswerOf != nil {
			lines = append(lines, p.text("It is the answer of: "+c.AnswerOf.Name(), 4)...)
		}
	}
	return lines
}

// Sentence says what was confused: "You wrote Iran for Iraq 3 times."
func Sentence(c stats.Confusion) string {
	times := "once"
	if c.Times > 1 {
		times = fmt.Sprintf("%d times", c.Times)
	}
	if c.Card.Answer == "" {
		return fmt.Sprintf("You wrote %s %s, last on %s.", c.Response, times, c.Last)
	}
	return fmt.Sprintf("You wrote %s for %s %s, last on %s.", c.Response, c.Card.Answer, times, c.Last)
}

// text wraps a text; lines after the first stand under it.
func (p painter) text(s string, indent int) []string {
	lines := wrap(s, p.Width-indent)
	for i := range lines {
		lines[i] = strings.Repeat(" ", indent) + lines[i]
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
		times := "once"
		if m.Times > 1 {
			times = fmt.Sprintf("%d times", m.Times)
		}
		lines = append(lines, p.text(fmt.Sprintf("%s and %s, %s", Wanted(m.A), Wanted(m.B), times), 0)...)
		lines = append(lines, p.text(m.A.Name(), 4)...)
		lines = append(lines, p.text(m.B.Name(), 4)...)
	}
	return lines
}
