package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"recto/quiz"
	"recto/quiz/stats"
	"recto/quiz/stats/page"
	"recto/quiz/stats/plot"
	"recto/quiz/words"
)

// statsOptions is what the flags of stats ask for.
type statsOptions struct {
	since     quiz.Day
	html, svg string // "" when not asked for
}

// readStatsFlags refuses what means nothing before anything is read.
func readStatsFlags(c *cli.Context) (o statsOptions, err error) {
	o.html, o.svg = c.String("html"), c.String("svg")
	if c.IsSet("since") {
		if o.since, err = quiz.ParseDay(c.String("since")); err != nil {
			return o, usage("--since: %w", err)
		}
	}
	for _, f := range []struct{ name, path, end, end2 string }{{"html", o.html, ".html", ".htm"}, {"svg", o.svg, ".svg", ".svg"}} {
		if !c.IsSet(f.name) || f.path == "-" {
			continue
		}
		if end := strings.ToLower(filepath.Ext(f.path)); end != f.end && end != f.end2 { // a deck must not be replaced by a page
			return o, usage("%q does not end in %s\nhint: --%s %s%s", printable(f.path), f.end, f.name, printable(f.path), f.end)
		}
	}
	if n := howMany(o.html == "-", o.svg == "-", c.Bool("json")); n > 1 {
		return o, usage("the standard output takes one of --json, --html and --svg\nhint: write the others to files")
	}
	if c.IsSet("since") && o.since > mostDay {
		return o, usage("--since is %s, which is too late to have a review", o.since)
	}
	return o, nil
}

// mostDay is the last study day that an event can have.
const mostDay quiz.Day = 2_932_896 // 9999-12-31

func howMany(all ...bool) (n int) {
	for _, is := range all {
		if is {
			n++
		}
	}
	return n
}

// show puts the report where the flags say; only when they name no file it is
// shown.
func (o statsOptions) show(c *cli.Context, r *stats.Report) error {
	for _, f := range []struct {
		path string
		make func(*stats.Report, *words.Words) []byte
	}{{o.html, page.HTML}, {o.svg, page.SVG}} {
		if f.path == "" {
			continue
		}
		if err := writePage(c, f.path, f.make(r, speech())); err != nil {
			return err
		}
	}
	switch {
	case c.Bool("json"):
		return writeJSON(c.App.Writer, struct {
			V int `json:"v"`
			*stats.Report
		}{1, r})
	case o.html != "" || o.svg != "":
		return nil
	}
	if in, out, ok := fullScreen(c); ok {
		return showScreen(c, r, in, out)
	}
	_, err := io.WriteString(c.App.Writer, plot.Text(r, statsStyle(c)))
	return err
}

// writePage writes a page to a file, whole or not at all, or to the standard
// output.
func writePage(c *cli.Context, path string, data []byte) error {
	if path == "-" {
		_, err := c.App.Writer.Write(data)
		return err
	}
	if err := writeFile(path, data); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "wrote %s\n", printable(path))
	return nil
}

// textWidth is the width of text that is not for a terminal.
const textWidth = 80

// statsStyle returns how text is written: as wide as the terminal, and in ASCII
// where no other characters can be expected.
func statsStyle(c *cli.Context) plot.Style {
	s := plot.Style{Width: textWidth, Words: speech(), Plain: c.Bool("plain") || os.Getenv("TERM") == "dumb" || !utf8Locale()}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.Width = n
	}
	if f, ok := screen(c.App.Writer).(*os.File); ok && isTerminal(f) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			s.Width = width
		}
	}
	s.Width -= len("  ") // before each line
	return s
}

// utf8Locale reports whether the locale of the environment is one of UTF-8.
// Where none is said, as on Windows, it is.
func utf8Locale() bool {
	if runtime.GOOS == "windows" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(os.Getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return true
}
