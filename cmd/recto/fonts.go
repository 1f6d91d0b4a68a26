package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/urfave/cli/v2"

	"recto/export/pdf"
)

// maxFontFiles bounds the fonts that are named, fontLimit the bytes of each.
const (
	maxFontFiles = 20
	fontLimit    = 64 << 20
)

// fontPaths reads fonts of the configuration.
func fontPaths(v any) ([]string, error) {
	paths, err := texts(v)
	if err == nil && len(paths) > maxFontFiles {
		err = errors.New("may name 20 fonts")
	}
	return paths, err
}

// readFonts reads which fonts are used: those of --font before those of the
// configuration.
func (p *printing) readFonts(c *cli.Context) error {
	paths := append(c.StringSlice("font"), p.config.Fonts...)
	if len(paths) > maxFontFiles {
		return usage("%s: at most %d are read", count(len(paths), "font"), maxFontFiles)
	}
	o, err := fontOptions(paths, p.config.SystemFonts && !c.Bool("no-system-fonts"))
	if err != nil {
		return err
	}
	p.fonts = o
	return nil
}

// fonts opens the fonts that the configuration names.
func (c *config) fonts() (*pdf.Fonts, error) {
	o, err := fontOptions(c.Fonts, c.SystemFonts)
	if err != nil {
		return nil, err
	}
	return pdf.OpenFonts(o)
}

// fontOptions reads font files, and says where those of the machine are.
func fontOptions(paths []string, system bool) (o pdf.FontOptions, err error) {
	for _, path := range paths {
		data, err := readRegular(path, fontLimit+1)
		if failed := new(fs.PathError); errors.As(err, &failed) {
			err = failed.Err
		}
		if err != nil {
			return o, badInput("font %q: %w", printable(path), err)
		}
		if err := pdf.CheckFont(data); err != nil {
			return o, badInput("font %q: %w\nhint: .ttf files and .ttc collections with TrueType outlines can be used", printable(path), err)
		}
		o.Files = append(o.Files, pdf.FontFile{Name: path, Data: data})
	}
	if system {
		o.Folders = systemFonts()
	}
	return o, nil
}

// systemFonts returns the folders in which this system keeps fonts.
func systemFonts() []string {
	home, _ := os.UserHomeDir() // without one there are no fonts of one's own
	own := func(parts ...string) string {
		if home == "" {
			return ""
		}
		return filepath.Join(append([]string{home}, parts...)...)
	}
	var all []string
	switch runtime.GOOS {
	case "darwin":
		all = []string{"/System/Library/Fonts", "/Library/Fonts", own("Library", "Fonts")}
	case "windows":
		all = []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), own("AppData", "Local", "Microsoft", "Windows", "Fonts")}
	default:
		all = []string{"/usr/share/fonts", "/usr/local/share/fonts", own(".local", "share", "fonts"), own(".fonts")}
	}
	folders := all[:0]
	for _, folder := range all {
		if filepath.IsAbs(folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}
