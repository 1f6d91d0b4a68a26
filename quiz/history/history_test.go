package history_test

import (
	"fmt"
	"path/filepath"
	"sync/atomic"
	"testing"

	"recto/quiz/history/historytest"
)

// newFile returns a function that names a new file each time, in names that
// an URL would have to escape.
func newFile() func(testing.TB) string {
	var n atomic.Int64
	return func(t testing.TB) string {
		return filepath.Join(t.TempDir(), fmt.Sprintf("my history? #%d 100%%ü.db", n.Add(1)))
	}
}

func TestSQLite(t *testing.T) { historytest.Run(t, newFile()) }
