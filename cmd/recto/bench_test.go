package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// BenchmarkDue10k is recto due on a deck of 10,000 questions with a history of
// 2,000 reviewed cards. The metric "x-decode" is its time as a multiple of a
// bare toml.Decode of the same file into a map, measured in turn.
func BenchmarkDue10k(b *testing.B) {
	home := b.TempDir()
	b.Setenv("RECTO_HOME", filepath.Join(home, "recto"))
	b.Setenv("RECTO_NOW", "2026-03-02T10:00:00Z")
	path := filepath.Join(home, "large.toml")
	text := largeDeck(10_000)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
	answers := strings.NewReader(strings.Repeat("\n4\n", 2_000) + ":q\n")
	if code := run(context.Background(), []string{"recto", "study", "--plain", "--new", "2000", path}, answers, io.Discard, os.Stderr); code != 0 {
		b.Fatalf("study ended with %d", code)
	}
	var due, decode time.Duration
	for b.Loop() {
		start := time.Now()
		if code := run(context.Background(), []string{"recto", "due", path}, strings.NewReader(""), io.Discard, os.Stderr); code != 0 {
			b.Fatalf("due ended with %d", code)
		}
		due += time.Since(start)
		start = time.Now()
		var m map[string]any
		if _, err := toml.Decode(text, &m); err != nil {
			b.Fatal(err)
		}
		decode += time.Since(start)
	}
	b.ReportMetric(float64(due)/float64(decode), "x-decode")
	b.ReportMetric(float64(due.Microseconds())/1000/float64(b.N), "ms/due")
}

// largeDeck returns a deck of n questions as people write them.
func largeDeck(n int) string {
	var b strings.Builder
	b.WriteString("title = \"Large\"\nlanguage = \"en\"\n")
	for i := range n {
		fmt.Fprintf(&b, "\n[[question]]\nid      = \"question-%d\"\nask     = \"What is the name of place number %d on the long list?\"\n", i, i)
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "answer  = %d\nunit    = \"km\"\n", i)
		case 1:
			fmt.Fprintf(&b, "answer  = \"Place %d\"\nchoices = [\"Place %d\", \"Town %d\", \"Village %d\"]\n", i, i, i, i)
		default:
			fmt.Fprintf(&b, "answer  = \"Place %d\"\naccept  = [\"The place %d\"]\ntags    = [\"place\", \"list\"]\nexplain = \"It stands there.\"\n", i, i)
		}
	}
	return b.String()
}

// BenchmarkPrint10 is the whole process of recto print with ten questions. The
// metric "ms-beyond" is its time beyond that of recto version, the best of
// each, measured in turn.
func BenchmarkPrint10(b *testing.B) {
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	home := b.TempDir()
	if err := os.WriteFile(filepath.Join(home, "ten.toml"), []byte(largeDeck(10)), 0o644); err != nil {
		b.Fatal(err)
	}
	took := func(args ...string) time.Duration {
		cmd := exec.Command(exe)
		cmd.Args, cmd.Dir, cmd.Env = append([]string{"recto"}, args...), home, []string{"HOME=" + home}
		start := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return time.Since(start)
	}
	print, version := time.Hour, time.Hour
	for b.Loop() {
		print = min(print, took("print", "ten.toml"))
		version = min(version, took("version"))
	}
	b.ReportMetric(float64((print-version).Microseconds())/1000, "ms-beyond")
}
