package optimizer

import (
	"math"
	"slices"
	"strings"
	"testing"

	"recto/quiz"
	"recto/quiz/fsrs"
)

func TestCompare(t *testing.T) {
	w := truth(4)
	d := NewDataset(synthetic(30_000, 4, w))
	c := Compare(d, Options{Old: w, RelearningSteps: 1})
	if c.Items != d.Items() || c.Fitted.Items != d.Items()-d.Items()/6 || len(c.Folds) != 5 || len(c.Calibration) != 10 {
		t.Fatalf("%+v", c)
	}
	if !(c.Fitted.LogLoss < c.Default.LogLoss && c.Default.LogLoss < c.SM2.LogLoss && c.Fitted.LogLoss < c.Constant.LogLoss) {
		t.Errorf("log loss fitted %v, default %v, SM-2 %v, constant %v", c.Fitted.LogLoss, c.Default.LogLoss, c.SM2.LogLoss, c.Constant.LogLoss)
	}
	if c.Current.LogLoss > c.Fitted.LogLoss+0.0005 {
		t.Errorf("the parameters that made the reviews foretell them with %v, fitted ones with %v", c.Current.LogLoss, c.Fitted.LogLoss)
	}
	if math.Abs(c.Constant.AUC-0.5) > 0.02 || c.Fitted.AUC < 0.55 {
		t.Errorf("AUC constant %v, fitted %v", c.Constant.AUC, c.Fitted.AUC)
	}
	items, trained := 0, 0
	for _, f := range c.Folds {
		items += f.Fitted.Items
		if f.Trained <= trained {
			t.Errorf("a fold is trained on %d items, the one before on %d", f.Trained, trained)
		}
		trained = f.Trained
	}
	for i, b := range c.Calibration {
		items -= b.Items
		if b.From > b.Predicted || b.Predicted > b.To || i > 0 && b.From < c.Calibration[i-1].To {
			t.Errorf("bin %d is %+v", i, b)
		}
	}
	if items != 0 {
		t.Errorf("%d items of folds are in no bin", items)
	}
	if !c.Enough() || c.Off > 0.02 {
		t.Errorf("off by %v, by chance %v", c.Off, c.Chance)
	}
}

// TestCompareOfLittle: what has too few items for folds is told so, and no
// number of items fails.
func TestCompareOfLittle(t *testing.T) {
	all := synthetic(300, 2, truth(2))
	for n := range all {
		d := NewDataset(all[:n])
		c := Compare(d, Options{Old: fsrs.Defaults()})
		if (c.Fitted.Items == 0) != (d.Items() <= folds) || c.Enough() {
			t.Errorf("%d items: %+v", d.Items(), c)
		}
		if v := c.Verdict(); strings.Contains(v, "NaN") || strings.Contains(v, "Inf") || strings.Contains(v, "is enough") {
			t.Errorf("%d items: %s", d.Items(), v)
		}
	}
}

func TestVerdict(t *testing.T) {
	scores := func(c Comparison) Comparison {
		c.Fitted.Items = c.Items
		c.Fitted.LogLoss = 0.30
		if c.Constant.LogLoss > 0.1 {
			c.Recalled = 0.9
		}
		return c
	}
	other := func(x float64) Score { return Score{LogLoss: x} }
	for _, row := range []struct {
		name string
		c    Comparison
		want string
	}{
		{"nothing", Comparison{Items: 1}, "There is nothing to judge by yet: 1 review came on a later day than the review before."},
		{"enough", scores(Comparison{Items: 1900, Off: 0.021, Chance: 0.018, Default: other(0.32), SM2: other(0.45), Constant: other(0.31)}),
			"Predictions are off by 2.1 points on average; 1,900 reviews is enough to trust them. " +
				"By log loss, parameters fitted to you foretell your reviews 6.2 % better than the default parameters, 33.3 % better than SM-2, 3.2 % better than your mean recall alone."},
		{"too little", scores(Comparison{Items: 200, Off: 0.06, Chance: 0.055, Default: other(0.30), SM2: other(0.45), Constant: other(0.29)}),
			"Predictions are off by 6.0 points on average; 200 reviews is too little to tell, right ones would be off by about 5.5. " +
				"By log loss, parameters fitted to you foretell your reviews 33.3 % better than SM-2, 3.4 % worse than your mean recall alone, as well as the default parameters."},
		{"too little and wrong", scores(Comparison{Items: 200, Off: 0.16, Chance: 0.055, Default: other(0.30), SM2: other(0.30), Constant: other(0.30)}),
			"Predictions are off by 16.0 points on average; 200 reviews is too little to trust them, although chance alone makes about 5.5. " +
				"By log loss, parameters fitted to you foretell your reviews as well as the default parameters and SM-2 and your mean recall alone."},
		{"enough and wrong", scores(Comparison{Items: 12_000, Off: 0.04, Chance: 0.008, Default: other(0.31), SM2: other(0.45), Constant: other(0.31)}),
			"Predictions are off by 4.0 points on average; 12,000 reviews is enough to tell that this is more than chance: how you rate may have changed, or Hard is pressed for what was forgotten. " +
				"By log loss, parameters fitted to you foretell your reviews 3.2 % better than the default parameters, 33.3 % better than SM-2, 3.2 % better than your mean recall alone."},
		{"nothing forgotten", scores(Comparison{Items: 800, Off: 0.008, Chance: 0.003, Recalled: 1, Default: other(0.05), SM2: other(0.06), Constant: other(1e-7)}),
			"Predictions are off by 0.8 points on average; 800 reviews is enough to trust them. Nothing was forgotten: there is nothing to tell apart."},
		{"all forgotten", scores(Comparison{Items: 800, Off: 0.12, Chance: 0.03, Default: other(0.9), SM2: other(1.3), Constant: other(1e-7)}),
			"Predictions are off by 12.0 points on average; 800 reviews is too little to trust them, although chance alone makes about 3.0. All was forgotten: there is nothing to tell apart."},
	} {
		if got := row.c.Verdict(); got != row.want {
			t.Errorf("%s:\n%s\nwant\n%s", row.name, got, row.want)
		}
	}
}

func TestSM2(t *testing.T) {
	// Good, Good after a day, Good after six, Again, Good; a second review of a
	// day does not count.
	var reviews []Review
	for _, r := range []struct {
		day int32
		g   quiz.Rating
	}{{0, quiz.Good}, {0, quiz.Again}, {1, quiz.Good}, {7, quiz.Good}, {22, quiz.Again}, {23, quiz.Good}} {
		reviews = append(reviews, Review{Day: 20_000 + r.day, Rating: r.g})
	}
	want := []float64{0.9, 0.9, 0.9, 0.9}
	for i, p := range NewDataset(reviews).sm2() {
		if math.Abs(p-want[i]) > 1e-9 {
			t.Errorf("item %d is foretold with %v, want %v", i+1, p, want[i])
		}
	}
}

func TestScore(t *testing.T) {
	// Two bins; in the first 0.8 is predicted of 0.5, in the second 0.9 of 1.
	items := []outcome{{1, true}, {1, false}, {2, true}, {2, true}}
	p := []float64{0.8, 0.8, 0.9, 0.9}
	s := score(items, p)
	loss := -(math.Log(0.8) + math.Log(0.2) + 2*math.Log(0.9)) / 4
	rmse := math.Sqrt((2*0.3*0.3 + 2*0.1*0.1) / 4)
	if math.Abs(s.LogLoss-loss) > 1e-12 || math.Abs(s.RMSEBins-rmse) > 1e-12 || math.Abs(s.AUC-(0.5+1+1)/3) > 1e-12 {
		t.Errorf("%+v, want %v, %v and %v", s, loss, rmse, 2.5/3)
	}
	if s := score(nil, nil); s.LogLoss != 0 || !math.IsNaN(s.AUC) {
		t.Errorf("nothing scores %+v", s)
	}
}

func TestBins(t *testing.T) {
	for _, row := range []struct {
		n    int32
		base float64
		want int
	}{{0, 3.62, 0}, {1, 3.62, 0}, {3, 3.62, 0}, {4, 3.62, 1}, {13, 3.62, 1}, {14, 3.62, 2}, {2, 1.89, 1}, {1, 1.73, 0}, {2, 1.73, 1}, {3, 1.73, 2}} {
		if got := level(row.n, row.base); got != row.want {
			t.Errorf("level(%d, %v) = %d, want %d", row.n, row.base, got, row.want)
		}
	}
	if max := binOf(math.MaxInt32, math.MaxInt32-1, math.MaxInt32); int(max) >= bins {
		t.Errorf("bin %d of %d", max, bins)
	}
}

func TestItemsOfReviews(t *testing.T) {
	d := NewDataset([]Review{
		{2, 10, quiz.Good}, {0, 10, quiz.Again}, {2, 10, quiz.Good}, {2, 12, quiz.Again},
		{0, 9, quiz.Good}, {0, 11, quiz.Easy}, {1, 11, 0}, {2, 20, quiz.Hard},
	})
	if d.Reviews() != 7 || d.Cards() != 2 || d.Items() != 3 {
		t.Errorf("%d reviews, %d cards, %d items", d.Reviews(), d.Cards(), d.Items())
	}
	if want := []int32{0, 0, 2, 0, 0, 2, 8}; !slices.Equal(d.elapsed, want) {
		t.Errorf("elapsed %v, want %v", d.elapsed, want)
	}
	if want := []int32{none, none, 1, none, none, 0, 2}; !slices.Equal(d.item, want) {
		t.Errorf("items %v, want %v", d.item, want)
	}
	if r := d.Recalled(); math.Abs(r-2.0/3) > 1e-12 {
		t.Errorf("recalled %v", r)
	}
}
