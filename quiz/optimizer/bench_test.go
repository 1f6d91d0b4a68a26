package optimizer

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"recto/quiz/fsrs"
)

// BenchmarkFit is the whole of Fit with the building of the dataset. The
// metric "peak-MB" is the most memory that was in use by the Go runtime, of
// which "reviews-MB" were before.
func BenchmarkFit(b *testing.B) {
	for _, bb := range []struct {
		name    string
		reviews int
	}{{"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}} {
		b.Run(bb.name, func(b *testing.B) {
			reviews := synthetic(bb.reviews, 1, truth(1))
			runtime.GC()
			before := inUse()
			most := watch(b)
			for b.Loop() {
				r := Fit(NewDataset(reviews), Options{Old: fsrs.Defaults(), RelearningSteps: 1})
				if !r.New {
					b.Fatalf("%+v", r)
				}
			}
			b.ReportMetric(float64(most())/1e6, "peak-MB")
			b.ReportMetric(float64(before)/1e6, "reviews-MB")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(len(reviews))*1e9, "ns/review")
		})
	}
}

// BenchmarkFolds is what --evaluate does, with five trainings of its own. The
// metric "x-fit" is its time as a multiple of one Fit of the same reviews.
func BenchmarkFolds(b *testing.B) {
	d := NewDataset(synthetic(100_000, 1, truth(1)))
	o := Options{Old: fsrs.Defaults(), RelearningSteps: 1}
	var compare, fit time.Duration
	for b.Loop() {
		start := time.Now()
		Compare(d, o)
		compare += time.Since(start)
		start = time.Now()
		Fit(d, o)
		fit += time.Since(start)
	}
	b.ReportMetric(float64(compare)/float64(fit), "x-fit")
}

// inUse returns the bytes that the Go runtime holds of the system's memory.
func inUse() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}

// watch looks at the memory in use until its result is called, which returns
// the most it saw.
func watch(b *testing.B) func() uint64 {
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		most := uint64(0)
		for {
			most = max(most, inUse())
			select {
			case <-stop:
				done <- most
				return
			default:
				time.Sleep(time.Millisecond)
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}
