package export

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"recto/decks"
)

// multipleChoice returns n questions with k options each; the first is right.
func multipleChoice(n, k int) []*decks.Question {
	out := make([]*decks.Question, n)
	for i := range out {
		q := &decks.Question{ID: fmt.Sprint("q", i), Kind: decks.Choice, Ask: "ask", Points: 1, Answers: wanted("0")}
		for c := range k {
			q.Choices = append(q.Choices, values(fmt.Sprint(c))...)
		}
		out[i] = q
	}
	return out
}

// lettersOf returns the right letters of a version's choices from top to bottom.
func lettersOf(v Version) string {
	var out strings.Builder
	for _, e := range v.Key().Entries {
		if e.Question.Kind == decks.Choice {
			out.WriteString(e.Marks[0])
		}
	}
	return out.String()
}

func versionsOf(t testing.TB, qs []*decks.Question, o ExamOptions) *Exam {
	t.Helper()
	x, err := NewExam(qs, o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// patterns names what a person would notice in letters.
func patterns(letters string, k int) (found []string) {
	for lag := 1; lag <= 6; lag++ {
		run := 0
		for i := lag; i < len(letters); i++ {
			if letters[i] != letters[i-lag] {
				run = 0
				continue
			}
			if run++; run >= tooOften(lag, k) {
				found = append(found, fmt.Sprintf("%s comes again after %d", letters[i-run-lag+1:i+1], lag))
			}
		}
	}
	for _, step := range []int{1, -1} {
		run := 0
		for i := 1; i < len(letters); i++ {
			if int(letters[i])-int(letters[i-1]) != step {
				run = 0
				continue
			}
			if run++; run >= stairs {
				found = append(found, "stairs "+letters[i-run:i+1])
			}
		}
	}
	return found
}

// chiSquare of how often each of k letters comes.
func chiSquare(letters string, k int) float64 {
	share, sum := float64(len(letters))/float64(k), 0.0
	for c := range k {
		d := float64(strings.Count(letters, letterOf(c))) - share
		sum += d * d / share
	}
	return sum
}

// Over 1,000 seeds no version has a pattern or a letter that is right too
// often, and over all of them every place has every letter equally often,
// whatever stood before it: nothing can be guessed.
func TestLettersTellNothing(t *testing.T) {
	for _, k := range []int{2, 3, 4, 5, 6} {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			const n, seeds = 60, 1000
			qs := multipleChoice(n, k)
			places := make([][]int, n)
			for i := range places {
				places[i] = make([]int, k)
			}
			same := 0
			for seed := range uint64(seeds) {
				letters := lettersOf(versionsOf(t, qs, ExamOptions{Seed: seed}).Version(1))
				if found := patterns(letters, k); found != nil {
					t.Errorf("seed %d: %s: %q", seed, letters, found)
				}
				for c := range k {
					if off := float64(strings.Count(letters, letterOf(c))) - float64(n)/float64(k); math.Abs(off) > mostAhead+1e-9 {
						t.Errorf("seed %d: %s is right %+.1f times more than it should", seed, letterOf(c), off)
					}
				}
				for i := range letters {
					places[i][letters[i]-'A']++
					if i > 0 && letters[i] == letters[i-1] {
						same++
					}
				}
			}
			for i, counts := range places {
				chi := 0.0
				for _, got := range counts {
					d := float64(got) - seeds/float64(k)
					chi += d * d / (seeds / float64(k))
				}
				if chi > float64(k-1)+6*math.Sqrt(2*float64(k-1)) {
					t.Errorf("question %d: letters %v, chi-square %.1f", i+1, counts, chi)
				}
			}
			if share := float64(same) / float64(seeds*(n-1)); share < 0.6/float64(k) || share > 1.1/float64(k) {
				t.Errorf("a letter comes twice in a row in %.3f of all places, 1/%d is chance", share, k)
			}
		})
	}
}

// The letters of 26 versions are even too, in each and in each question over
// all of them.
func TestVersionsAreEven(t *testing.T) {
	x := versionsOf(t, multipleChoice(100, 4), ExamOptions{Seed: 1, Versions: MaxVersions})
	right := map[string]string{} // question -> its letters
	for n := range x.Len() {
		v := x.Version(n + 1)
		letters := lettersOf(v)
		if found := patterns(letters, 4); found != nil {
			t.Errorf("version %s: %q", v.Letter, found)
		}
		if chi := chiSquare(letters, 4); chi > 1 {
			t.Errorf("version %s: %s, chi-square %.1f", v.Letter, letters, chi)
		}
		for _, e := range v.Key().Entries {
			right[e.Question.ID] += e.Marks[0]
		}
	}
	for id, letters := range right {
		if chi := chiSquare(letters, 4); chi > 25 {
			t.Errorf("question %s: %s, chi-square %.1f", id, letters, chi)
		}
	}
}

// What the author fixed stays, and pinned options stay last, whatever the
// letters around them.
func TestEvenLeavesFixed(t *testing.T) {
	qs := multipleChoice(40, 4)
	for i, q := range qs {
		switch i % 4 {
		case 0:
			q.Fixed = true
		case 1:
			q.Last = values("3")
		case 2:
			q.Last, q.Answers = values("2", "3"), wanted("3")
		}
	}
	for seed := range uint64(200) {
		for _, it := range versionsOf(t, qs, ExamOptions{Seed: seed, Versions: 2}).Version(2).Items {
			if it.Question.Fixed && !slices.Equal(it.Options, it.Question.Choices) {
				t.Fatalf("seed %d: fixed options moved: %v", seed, it.Options)
			}
			if n := len(it.Question.Last); !slices.Equal(it.Options[len(it.Options)-n:], it.Question.Last) {
				t.Fatalf("seed %d: %v are not last in %v", seed, it.Question.Last, it.Options)
			}
		}
	}
}

// A question more leaves nearly all others as they were: a sheet that was
// printed again after the deck grew is still recognised.
func TestEvenIsCalm(t *testing.T) {
	qs := multipleChoice(41, 4)
	changed := 0
	for seed := range uint64(200) {
		few := versionsOf(t, qs[:40], ExamOptions{Seed: seed}).Version(1)
		more := versionsOf(t, qs, ExamOptions{Seed: seed}).Version(1)
		for i, it := range few.Items {
			if !slices.Equal(it.Options, more.Items[i].Options) {
				changed++
			}
		}
	}
	if changed > 0 {
		t.Errorf("%d questions changed", changed)
	}
}
