package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that a viewer is given
	_ "image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/urfave/cli/v2"

	"recto/quiz/tui/frame"
	"recto/quiz/tui/picture"
)

// How pictures are shown on the full screen, in the configuration.
const (
	picturesAuto   = "auto"
	picturesBlocks = "blocks"
	picturesOff    = "off"
)

// pictures returns what shows the images of the screens of this run, the same
// for all of them.
func pictures(c *cli.Context, cfg *config) *picture.Gallery {
	const kept = "pictures"
	if g, ok := c.App.Metadata[kept].(*picture.Gallery); ok {
		return g
	}
	places, _ := findPaths() // without a place for copies they are not made
	g := picture.New(picture.Options{
		Open:   openImage,
		Show:   func(s picture.Source) error { return showImage(s, places.Cache) },
		Cell:   func() (picture.Size, bool) { return cellSize(os.Stdout) },
		Off:    cfg.Images == picturesOff || looks(cfg) == frame.NoColour || colorprofile.Env(os.Environ()) <= colorprofile.ASCII,
		Blocks: cfg.Images == picturesBlocks || !askable(os.Getenv),
	})
	if c.App.Metadata == nil {
		c.App.Metadata = map[string]any{}
	}
	c.App.Metadata[kept] = g
	return g
}

// askable reports whether the terminal is asked for graphics: not one that stands
// within another, which would have to pass them on, nor the console of Linux,
// of which old ones write a question on the screen.
func askable(env func(string) string) bool {
	term := env("TERM")
	return env("TMUX") == "" && env("STY") == "" && env("ZELLIJ") == "" &&
		!strings.HasPrefix(term, "screen") && !strings.HasPrefix(term, "tmux") && term != "linux"
}

// openImage opens an image of a deck.
func openImage(s picture.Source) (io.ReadCloser, error) {
	folder, err := imagesOf(s.File)
	if err != nil {
		return nil, reason(err)
	}
	f, err := folder.Open(s.Name)
	if err != nil {
		return nil, reason(err)
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = f.Close() // which was not read
		return nil, errors.New("the image is no regular file")
	}
	return f, nil
}

// measureImage returns how many points an image of a deck has.
func measureImage(file, name string) (width, height int, ok bool) {
	f, err := openImage(picture.Source{File: file, Name: name})
	if err != nil {
		return 0, 0, false
	}
	defer f.Close()
	s, err := picture.Measure(f)
	return s.Width, s.Height, err == nil
}

// showImage opens an image in the program that the system has for it. A deck
// may come from anywhere: what is no image is opened by no program.
func showImage(s picture.Source, cache string) error {
	path, err := imageFile(s, cache)
	if err != nil {
		return err
	}
	viewer := viewerOf(runtime.GOOS, path)
	if viewer.Err != nil {
		return fmt.Errorf("%s is not there; the image is %s", filepath.Base(viewer.Args[0]), path)
	}
	apart(viewer)
	if err := viewer.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- viewer.Wait() }() // it may outlive this program
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s found no program for it; the image is %s", filepath.Base(viewer.Args[0]), path)
		}
	case <-time.After(viewerWait):
	}
	return nil
}

// viewerWait is how long it may take until it is clear that nothing shows an
// image.
const viewerWait = 2 * time.Second

// viewerOf returns the program of a system that shows a file. The path is an
// argument, which no shell reads.
func viewerOf(system, path string) *exec.Cmd {
	switch system {
	case "darwin":
		return exec.Command("open", path)
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	}
	return exec.Command("xdg-open", path)
}

// imageFile returns a file that holds an image and is named as one: its own, or
// a copy in the cache where it stands in this program or has another name.
func imageFile(s picture.Source, cache string) (string, error) {
	f, err := openImage(s)
	if err != nil {
		return "", err
	}
	defer f.Close()
	all, err := io.ReadAll(io.LimitReader(f, picture.MaxBytes))
	if err != nil {
		return "", err
	}
	_, format, err := image.DecodeConfig(bytes.NewReader(all))
	if err != nil {
		return "", errors.New("it is no PNG, JPEG or GIF")
	}
	names := map[string][]string{"png": {".png"}, "gif": {".gif"}, "jpeg": {".jpg", ".jpeg"}}[format]
	if !strings.HasPrefix(s.File, "library/") && slices.Contains(names, strings.ToLower(filepath.Ext(s.Name))) {
		return filepath.Abs(filepath.Join(filepath.Dir(s.File), filepath.FromSlash(s.Name)))
	}
	if cache == "" {
		return "", errors.New("the folder for copies is unknown")
	}
	path := filepath.Join(cache, "images", fmt.Sprintf("%x%s", sha256.Sum256(all), names[0]))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", reason(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", reason(err)
	}
	return path, os.WriteFile(path, all, 0o600)
}
