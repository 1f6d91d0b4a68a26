package optimizer_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recto/quiz/fsrs"
	"recto/quiz/optimizer"
)

// reference is what a published FSRS package trained on a log, and the scores
// of its parameters.
type reference struct {
	Items      int
	Kept       int `json:"items_kept_by_outlier_filter"`
	Parameters struct {
		Default, Trained []float64
		Truth            []float64 `json:"hidden_truth"`
	}
	Scores struct {
		Default, Trained struct {
			All refScore `json:"all_items_unweighted"`
		}
		Truth struct {
			All refScore `json:"all_items_unweighted"`
		} `json:"hidden_truth"`
	}
	Series struct {
		Default float64 `json:"log_loss_default"`
		Trained float64 `json:"log_loss_trained"`
	} `json:"time_series_5_folds"`
}

type refScore struct {
	LogLoss float64 `json:"log_loss"`
	RMSE    float64 `json:"rmse_bins"`
	AUC     float64
}

// readReference reads a log and what is known of it.
func readReference(t testing.TB, name string) (*reference, *optimizer.Dataset) {
	t.Helper()
	shared := os.Getenv("RECTO_SHARED")
	if shared == "" {
		t.Skip("RECTO_SHARED names no folder of reference data")
	}
	folder := filepath.Join(shared, "reference", "fsrs")
	data, err := os.ReadFile(filepath.Join(folder, "train-"+name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	ref := &reference{}
	if err := json.Unmarshal(data, ref); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(folder, "train-"+name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reviews, err := optimizer.ReadCSV(f, time.UTC, 4)
	if err != nil {
		t.Fatal(err)
	}
	return ref, optimizer.NewDataset(reviews)
}

func weightsOf(t testing.TB, w []float64) fsrs.Weights {
	t.Helper()
	full, err := fsrs.Fill(w)
	if err != nil {
		t.Fatal(err)
	}
	return full
}

// logs are the reference logs, and how near training must come to the log loss
// of the reference.
var logs = []struct {
	name string
	near float64
}{{"2k", 0.004}, {"2k-noisy", 0.004}, {"20k", 0.001}, {"100k", 0.001}}

func TestScoresOfReference(t *testing.T) {
	for _, row := range logs {
		t.Run(row.name, func(t *testing.T) {
			ref, d := readReference(t, row.name)
			if d.Items() != ref.Items {
				t.Errorf("%d items, want %d", d.Items(), ref.Items)
			}
			for _, c := range []struct {
				name string
				w    []float64
				want refScore
			}{
				{"default", ref.Parameters.Default, ref.Scores.Default.All},
				{"trained", ref.Parameters.Trained, ref.Scores.Trained.All},
				{"truth", ref.Parameters.Truth, ref.Scores.Truth.All},
			} {
				got := optimizer.Evaluate(d, weightsOf(t, c.w))
				if math.Abs(got.LogLoss-c.want.LogLoss) > 1e-6 || math.Abs(got.RMSEBins-c.want.RMSE) > 1e-6 || math.Abs(got.AUC-c.want.AUC) > 1e-4 {
					t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
				}
			}
		})
	}
}

// TestFitOfReference: training ends as near to the reference as chance allows,
// whatever the order of batches, and the better set is kept.
func TestFitOfReference(t *testing.T) {
	for _, row := range logs {
		t.Run(row.name, func(t *testing.T) {
			ref, d := readReference(t, row.name)
			for seed := range uint64(3) {
				r := optimizer.Fit(d, optimizer.Options{Old: fsrs.Defaults(), RelearningSteps: 1, Seed: seed})
				want := ref.Scores.Trained.All.LogLoss
				if r.Used != ref.Kept || r.Method != optimizer.Full {
					t.Errorf("seed %d: %s training on %d items, want %d", seed, r.Method, r.Used, ref.Kept)
				}
				if r.TrainedScore.LogLoss > want+row.near {
					t.Errorf("seed %d: log loss %.5f, the reference has %.5f", seed, r.TrainedScore.LogLoss, want)
				}
				kept := optimizer.Evaluate(d, r.Weights)
				if kept.LogLoss > min(r.Before.LogLoss, want+row.near) {
					t.Errorf("seed %d: log loss %.5f is kept, of %.5f and %.5f", seed, kept.LogLoss, r.Before.LogLoss, want)
				}
				t.Logf("seed %d: log loss %.5f trained, %.5f kept with share %.2f; reference %.5f, default %.5f, truth %.5f",
					seed, r.TrainedScore.LogLoss, kept.LogLoss, r.Share, want, r.Before.LogLoss, ref.Scores.Truth.All.LogLoss)
			}
		})
	}
}

// TestSeriesOfReference: what is foretold of later reviews is as good as with
// parameters that the reference trained on the same folds, or better.
func TestSeriesOfReference(t *testing.T) {
	for _, row := range logs {
		t.Run(row.name, func(t *testing.T) {
			ref, d := readReference(t, row.name)
			c := optimizer.Compare(d, optimizer.Options{Old: fsrs.Defaults(), RelearningSteps: 1})
			if math.Abs(c.Default.LogLoss-ref.Series.Default) > 1e-6 {
				t.Errorf("default %.6f, want %.6f", c.Default.LogLoss, ref.Series.Default)
			}
			if c.Fitted.LogLoss > ref.Series.Trained+row.near {
				t.Errorf("fitted %.6f, the reference has %.6f", c.Fitted.LogLoss, ref.Series.Trained)
			}
			t.Logf("fitted %.5f, reference %.5f, default %.5f, SM-2 %.5f, constant %.5f; off by %.4f, by chance %.4f",
				c.Fitted.LogLoss, ref.Series.Trained, c.Default.LogLoss, c.SM2.LogLoss, c.Constant.LogLoss, c.Off, c.Chance)
		})
	}
}
