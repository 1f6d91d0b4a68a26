package optimizer

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// trusted is how far off right predictions may be by chance alone, 0 to 1,
// while what is measured still says something.
const trusted = 0.025

// Enough reports whether there are reviews enough to trust the comparison.
func (c Comparison) Enough() bool {
	return c.Fitted.Items > 0 && c.Chance <= trusted
}

// Verdict says in a few sentences what the comparison means.
func (c Comparison) Verdict() string {
	if c.Fitted.Items == 0 {
		return fmt.Sprintf("There is nothing to judge by yet: %s came on a later day than the review before.", count(c.Items, "review"))
	}
	said := []string{fmt.Sprintf("Predictions are off by %.1f points on average; %s %s.", 100*c.Off, count(c.Items, "review"), c.trust())}
	switch c.Recalled {
	case 0:
		return said[0] + " All was forgotten: there is nothing to tell apart."
	case 1:
		return said[0] + " Nothing was forgotten: there is nothing to tell apart."
	}
	return strings.Join(append(said, c.against()), " ")
}

func (c Comparison) trust() string {
	switch {
	case c.Enough() && c.Off > 2*c.Chance+0.01:
		return "is enough to tell that this is more than chance: how you rate may have changed, or Hard is pressed for what was forgotten"
	case c.Enough():
		return "is enough to trust them"
	case c.Off <= 1.5*c.Chance:
		return fmt.Sprintf("is too little to tell, right ones would be off by about %.1f", 100*c.Chance)
	}
	return fmt.Sprintf("is too little to trust them, although chance alone makes about %.1f", 100*c.Chance)
}

// against compares the log losses.
func (c Comparison) against() string {
	var better, same, worse []string
	for _, other := range []struct {
		name string
		s    Score
	}{{"the default parameters", c.Default}, {"SM-2", c.SM2}, {"your mean recall alone", c.Constant}} {
		switch gain := 1 - c.Fitted.LogLoss/other.s.LogLoss; {
		case math.IsNaN(gain) || math.Abs(gain) < 0.0005:
			same = append(same, other.name)
		case gain > 0:
			better = append(better, fmt.Sprintf("%.1f %% better than %s", 100*gain, other.name))
		default:
			worse = append(worse, fmt.Sprintf("%.1f %% worse than %s", -100*gain, other.name))
		}
	}
	if len(same) > 0 {
		worse = append(worse, "as well as "+strings.Join(same, " and "))
	}
	return "By log loss, parameters fitted to you foretell your reviews " + strings.Join(append(better, worse...), ", ") + "."
}

// count writes a number of things with commas: "1,102 reviews".
func count(n int, thing string) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	if n != 1 {
		thing += "s"
	}
	return text + " " + thing
}
