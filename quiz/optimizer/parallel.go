package optimizer

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls do for parts of 0 to n, which together are the whole, on as
// many goroutines as there are processors, and returns when all is done. What
// do writes must belong to its part: then the result is the same on any number
// of processors.
func parallel(n int, do func(from, to int)) {
	const part = 512
	parts := (n + part - 1) / part
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(parts, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= parts {
					return
				}
				do(i*part, min((i+1)*part, n))
			}
		})
	}
	wait.Wait()
}
