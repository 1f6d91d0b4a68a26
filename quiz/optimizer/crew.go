package optimizer

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunks is how many parts the gradient of a batch is the sum of. It does not
// depend on the number of processors, and so neither does the sum.
const chunks = 8

// shared is how many items a batch has at least that several goroutines work
// on: a smaller one is done before another has woken up.
const shared = 2048

// crew computes the gradients of batches on all processors.
type crew struct {
	s     *sample
	tapes []*tape // one for each member
	calls []chan struct{}
	wait  sync.WaitGroup

	// The task at hand.
	model *model
	batch batch
	next  atomic.Int32
	parts [chunks]gradient
}

// newCrew returns a crew for a sample. End it.
func newCrew(s *sample) *crew {
	c := &crew{s: s}
	for i := range min(chunks, runtime.GOMAXPROCS(0)) {
		c.tapes = append(c.tapes, new(tape))
		if i == 0 {
			continue // the caller itself
		}
		call := make(chan struct{})
		c.calls = append(c.calls, call)
		go func() {
			for range call {
				c.work(c.tapes[i])
				c.wait.Done()
			}
		}()
	}
	return c
}

// end ends the goroutines.
func (c *crew) end() {
	for _, call := range c.calls {
		close(call)
	}
}

// gradient returns the gradient of a batch.
func (c *crew) gradient(m *model, b batch) *gradient {
	c.model, c.batch = m, b
	c.next.Store(0)
	calls := c.calls
	if b.items < shared {
		calls = nil
	}
	c.wait.Add(len(calls))
	for _, call := range calls {
		call <- struct{}{}
	}
	c.work(c.tapes[0])
	c.wait.Wait()
	sum := &c.parts[0]
	for i := 1; i < chunks; i++ {
		sum.add(&c.parts[i])
	}
	return sum
}

// work takes parts of the batch until none is left.
func (c *crew) work(t *tape) {
	for {
		i := int(c.next.Add(1)) - 1
		if i >= chunks {
			return
		}
		size := c.batch.to - c.batch.from
		var g gradient
		c.s.cards(c.model, c.batch.from+size*i/chunks, c.batch.from+size*(i+1)/chunks, t, &g)
		c.parts[i] = g
	}
}
