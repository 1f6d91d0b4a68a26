package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/urfave/cli/v2"

	"recto/decks"
	"recto/export"
	"recto/export/pdf"
)

// examFlags are the flags of sheets in several versions.
func examFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "versions", Usage: "`N` versions, lettered from A, each in an order of its own; a record keeps them", DefaultText: "one, without a letter"},
		&cli.StringFlag{Name: "students", Usage: "a sheet for everyone in `FILE.csv`, the name printed", TakesFile: true},
		&cli.StringFlag{Name: "version", Usage: "only the version `V`: its letter, or a student's name or number"},
		&cli.StringFlag{Name: "duplex", Usage: "printed on both sides: `long, short or hand` (the edge to turn over; hand for cards)"},
	}
}

// readVersions reads how many versions there are, and for whom.
func (p *printing) readVersions(c *cli.Context) error {
	p.exam.Versions, p.version = c.Int("versions"), c.String("version")
	if n := p.exam.Versions; c.IsSet("versions") && (n < 1 || n > export.MaxVersions) {
		return usage("--versions must be 1 to %d", export.MaxVersions)
	}
	list := c.String("students")
	if list == "" {
		return nil
	}
	if c.IsSet("versions") {
		return usage("--students gives each student a version of their own: leave --versions out")
	}
	src, err := readRegular(list, export.MaxStudentsFile+1)
	if err != nil {
		return badInput("%s: %v", printable(list), reason(err))
	}
	if p.exam.Students, err = export.ReadStudents(list, src); err != nil {
		return badInput("%w", err)
	}
	return nil
}

// readDuplex reads whether the paper is printed on both sides.
func (p *printing) readDuplex(c *cli.Context) (err error) {
	if !c.IsSet("duplex") {
		return nil
	}
	if p.cards.Duplex, err = export.ParseDuplex(c.String("duplex")); err != nil {
		return usage("--duplex: %w", err)
	}
	if p.cards.Duplex == export.ByHand && p.layout == "sheet" {
		return usage("--duplex hand is for cards: sheets have no fronts and backs")
	}
	p.duplex = strings.ToLower(c.String("duplex"))
	return nil
}

// arrange makes an exam. Many versions of many questions take their time.
func arrange(c *cli.Context, draw func() (*export.Exam, error)) (*export.Exam, error) {
	var exam *export.Exam
	err := slowly(c.App.ErrWriter, "arranging", func() error {
		return waitFor(c.Context, func() (err error) {
			if exam, err = draw(); err != nil {
				return usage("%w", err)
			}
			return nil
		})
	})
	return exam, err
}

// printExam prints the sheets of an exam, with their keys, and keeps a record of
// versions.
func (p *printing) printExam(c *cli.Context, loaded []*decks.Deck, exam *export.Exam) error {
	w, keep, err := p.newPaperwork(loaded, exam)
	if err != nil {
		return err
	}
	name := loaded[0].ID
	if p.version != "" {
		name += "-" + fileWord(w.Versions[0])
	}
	files, err := render(c, func() ([]outFile, error) {
		fonts, err := pdf.OpenFonts(p.fonts)
		if err != nil {
			return nil, err
		}
		files, err := w.print(fonts)
		if err != nil || !keep {
			return files, err
		}
		base := name
		if p.output != "" {
			base = strings.TrimSuffix(p.output, ".pdf")
		}
		record, err := w.record(base, files)
		return append(files, record), err
	})
	if err != nil {
		return err
	}
	if err := writeOut(c, p.output, name, files); err != nil {
		return err
	}
	warn(c.App.ErrWriter, w.warnings)
	return nil
}

// fileWord is a version in the name of a file: its letter, or the number or name
// of its student, of which no path can be made.
func fileWord(v export.Version) string {
	word := v.Letter
	if s := v.Student; s != nil {
		if word = s.Number; word == "" {
			word = s.Name
		}
	}
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' {
			return r
		}
		return '-'
	}, word), "-")
}

// paperwork is what is printed: of an exam now, or of one from its record.
type paperwork struct {
	export.Record
	warnings []export.Warning
}

// newPaperwork returns what the flags ask for. A record is kept when there are
// versions to keep, and all of them are printed.
func (p *printing) newPaperwork(loaded []*decks.Deck, exam *export.Exam) (w *paperwork, keep bool, err error) {
	first := loaded[0]
	w = &paperwork{Record: export.Record{
		Seed: exam.Seed, Sheet: p.sheet, Key: p.key, Duplex: p.duplex, Created: p.created,
		About: export.About{Title: first.Title, Author: first.Author, Language: first.Language},
	}}
	for n := range exam.Len() {
		w.Versions = append(w.Versions, exam.Version(n+1))
	}
	keep = p.exam.Versions > 0 || len(p.exam.Students) > 0
	if p.version != "" {
		if !keep {
			return nil, false, usage("--version chooses among --versions or --students\nhint: --versions 4 --version B")
		}
		return w, false, w.only(p.version)
	}
	return w, keep, nil
}

// only leaves one version.
func (w *paperwork) only(name string) error {
	v, err := export.PickVersion(w.Versions, name)
	if err != nil {
		return usage("--version: %w", err)
	}
	w.Versions = []export.Version{v}
	return nil
}

// print lays all versions out and paints them: the sheets, and the keys behind
// them or as a file of their own.
func (w *paperwork) print(fonts *pdf.Fonts) ([]outFile, error) {
	sheets, keys, err := w.layOut(fonts)
	if err != nil {
		return nil, badInput("%w", err)
	}
	about := pdf.Options{Title: w.About.Title, Author: w.About.Author, Language: w.About.Language, Created: w.Created}
	switch w.Duplex {
	case "long":
		about.Duplex = pdf.LongEdge
	case "short":
		about.Duplex = pdf.ShortEdge
	}
	pages, back := w.join(sheets), w.join(keys)
	var files []outFile
	if w.Key != "separate" {
		pages, back = append(pages, back...), nil
	}
	for _, part := range []struct {
		suffix string
		pages  []export.Page
	}{{".pdf", pages}, {"-key.pdf", back}} {
		if len(part.pages) == 0 {
			continue
		}
		data, err := paint(part.pages, fonts, about)
		if err != nil {
			return nil, err
		}
		files = append(files, outFile{part.suffix, data})
	}
	return files, nil
}

// join puts documents behind each other. On paper with two sides each begins
// on a front.
func (w *paperwork) join(documents []*export.Document) []export.Page {
	var pages []export.Page
	for i, d := range documents {
		pages = append(pages, d.Pages...)
		if w.Duplex != "" && len(pages)%2 == 1 && (i < len(documents)-1 || w.Key == "end") {
			last := pages[len(pages)-1]
			pages = append(pages, export.Page{Width: last.Width, Height: last.Height})
		}
	}
	return pages
}

// layOut lays out the sheets and keys of all versions, several at a time, with
// the table of all answers before the keys.
func (w *paperwork) layOut(fonts *pdf.Fonts) (sheets, keys []*export.Document, err error) {
	n := len(w.Versions)
	keyed := w.Key == "end" || w.Key == "separate"
	sheets = make([]*export.Document, n)
	if keyed {
		keys = make([]*export.Document, n)
	}
	errs := make([]error, n)
	o := w.Sheet
	o.Pictures = &export.Pictures{}
	var all sync.WaitGroup
	turn := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, v := range w.Versions {
		all.Add(1)
		turn <- struct{}{}
		go func() {
			defer func() { <-turn; all.Done() }()
			if sheets[i], errs[i] = export.LayoutSheet(v, o, fonts); errs[i] == nil && keyed {
				keys[i], errs[i] = export.LayoutKey(v.Key(), o, fonts)
			}
		}()
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, nil, err
		}
	}
	if keyed && n > 1 {
		table, err := w.table(o, fonts)
		if err != nil {
			return nil, nil, err
		}
		keys = append([]*export.Document{table}, keys...)
	}
	w.warn(sheets, keys)
	return sheets, keys, nil
}

func (w *paperwork) table(o export.SheetOptions, fonts *pdf.Fonts) (*export.Document, error) {
	all := make([]export.Key, len(w.Versions))
	for i, v := range w.Versions {
		all[i] = v.Key()
	}
	return export.LayoutKeyTable(all, o, fonts)
}

// warn keeps what could not be shown: once, though it is on every version, and
// with the number that the question has on the first.
func (w *paperwork) warn(documents ...[]*export.Document) {
	told := map[export.Warning]bool{}
	for _, list := range documents {
		for _, d := range list {
			for _, warning := range d.Warnings {
				same := warning
				same.Number = 0
				if !told[same] {
					told[same] = true
					w.warnings = append(w.warnings, warning)
				}
			}
		}
	}
}

// recordSuffix ends the names of records.
const recordSuffix = ".exam.json"

// record returns the file that keeps what was printed, by the names that the
// files get.
func (w *paperwork) record(base string, files []outFile) (outFile, error) {
	w.Files = nil
	for _, f := range files {
		w.Files = append(w.Files, export.SumOf(filepath.Base(base)+f.suffix, f.data))
	}
	data, err := w.Encode()
	if err != nil {
		return outFile{}, badInput("%w", err)
	}
	return outFile{recordSuffix, data}, nil
}

// namesRecord reports whether the arguments are a record and not decks.
func namesRecord(args []string) bool {
	return len(args) > 0 && strings.HasSuffix(args[0], ".json")
}

// printRecord prints what a record keeps, byte for byte as it was the first
// time, or one version of it.
func printRecord(c *cli.Context) error {
	if c.NArg() > 1 {
		return usage("a record is printed alone: leave %q out", printable(c.Args().Get(1)))
	}
	for _, name := range c.LocalFlagNames() {
		if !slices.Contains([]string{"output", "o", "version", "font", "no-system-fonts"}, name) {
			return usage("--%s does not go with a record, which says how it was printed\nhint: only --version, --font and -o go with it", name)
		}
	}
	p := printing{output: c.String("output")}
	var err error
	if _, p.config, err = settings(); err != nil {
		return err
	}
	for _, read := range []func(*cli.Context) error{p.readOutput, p.readFonts} {
		if err := read(c); err != nil {
			return err
		}
	}
	file := c.Args().First()
	src, err := readRegular(file, export.MaxRecord+1)
	if err != nil {
		return badInput("%s: %v", printable(file), reason(err))
	}
	record, err := export.ReadRecord(file, src)
	if err != nil {
		return badInput("%w", err)
	}
	w := &paperwork{Record: *record}
	p.fonts.Language = w.About.Language
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".json"), ".exam")
	if version := c.String("version"); version != "" {
		if err := w.only(version); err != nil {
			return err
		}
		name += "-" + fileWord(w.Versions[0])
		w.Files = nil
	}
	files, err := render(c, func() ([]outFile, error) { return w.again(c, p.fonts) })
	if err != nil {
		return err
	}
	if err := writeOut(c, p.output, name, files); err != nil {
		return err
	}
	warn(c.App.ErrWriter, w.warnings)
	return nil
}

// again prints what a record keeps and compares it with what was printed first.
func (w *paperwork) again(c *cli.Context, o pdf.FontOptions) ([]outFile, error) {
	o.Language = w.About.Language
	fonts, err := pdf.OpenFonts(o)
	if err != nil {
		return nil, err
	}
	files, err := w.print(fonts)
	if err != nil {
		return nil, err
	}
	for i, f := range files {
		if i < len(w.Files) && export.SumOf("", f.data).Sum != w.Files[i].Sum {
			fmt.Fprintf(c.App.ErrWriter, "warning: this is not byte for byte the %s that was printed first: another recto, or other fonts, set its type in another way\n", printable(w.Files[i].Name))
		}
	}
	return files, nil
}
