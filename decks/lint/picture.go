package lint

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif"  // a format of pictures
	_ "image/jpeg" // a format of pictures
	_ "image/png"  // a format of pictures
	"io/fs"
	"path"
	"strconv"
	"strings"

	"recto/decks"
)

// missingAlt tells of a picture without words for those who do not see it.
func missingAlt(c *checker, q *decks.Question) {
	hint := `say what it shows, not what it means: alt = "..."`
	if q.Image != "" && q.Alt == "" {
		c.found(q, q.Place("image"), "the image has no alt", hint)
	}
	for _, g := range q.Group.Path() {
		if g.Image != "" && g.Alt == "" && !c.told[g] {
			c.told[g] = true
			c.foundIn(groupPlace(q, g, "image"), "the image of the group has no alt", hint)
		}
	}
}

// groupPlace returns where a key of a group stands.
func groupPlace(q *decks.Question, g *decks.Group, key string) decks.Place {
	for _, p := range q.Deck.Parts {
		if p.File == g.File {
			return p.Place("group", g.Name, key)
		}
	}
	return decks.Place{File: g.File}
}

// nothingSaid are the words of an alt that says nothing.
var nothingSaid = newVocabulary("image picture photo photograph figure diagram illustration screenshot bild foto abbildung grafik photo imagen imagem figura")

// uselessAlt tells of an alt without a picture, and of one that says nothing.
func uselessAlt(c *checker, q *decks.Question) {
	switch {
	case q.Alt != "" && q.Image == "":
		if at := q.Place("alt"); at.Found() {
			c.found(q, at, "an alt without an image", "name the image, or take the alt out")
		}
	case q.Image != "" && emptyAlt(q.Alt, q.Image):
		c.found(q, q.Place("alt"), "the alt "+quoted(q.Alt)+" does not say what the image shows", "who cannot see it must be able to answer all the same")
	}
	for _, g := range q.Group.Path() {
		if g.Alt == "" || g.Image != "" && !emptyAlt(g.Alt, g.Image) || c.told[g] {
			continue
		}
		c.told[g] = true
		message := "the alt " + quoted(g.Alt) + " does not say what the image shows"
		if g.Image == "" {
			message = "an alt without an image"
		}
		c.foundIn(groupPlace(q, g, "alt"), message, "who cannot see it must be able to answer all the same")
	}
}

// emptyAlt reports whether an alt says no more than the name of its file.
func emptyAlt(alt, file string) bool {
	alt = strings.ToLower(strings.TrimSpace(alt))
	name := strings.ToLower(path.Base(file))
	return alt != "" && (nothingSaid[alt] || alt == name || alt == strings.TrimSuffix(name, path.Ext(name)) && strings.ContainsAny(alt, "0123456789_"))
}

// damagedImage tells of a picture that cannot be shown or printed.
func damagedImage(c *checker, q *decks.Question) {
	if c.options.Folder == nil {
		return
	}
	if q.Image != "" {
		if message := c.damage(q.Deck, q.File, q.Image); message != "" {
			c.found(q, q.Place("image"), "the image "+message, "a picture is a PNG, JPEG or GIF file")
		}
	}
	for _, g := range q.Group.Path() {
		if g.Image == "" || c.told[g] {
			continue
		}
		c.told[g] = true
		if message := c.damage(q.Deck, g.File, g.Image); message != "" {
			c.foundIn(groupPlace(q, g, "image"), "the image "+message, "a picture is a PNG, JPEG or GIF file")
		}
	}
}

// damage returns what is wrong with the picture of a part of a deck, "" for
// nothing; each picture is looked at once.
func (c *checker) damage(d *decks.Deck, file, name string) string {
	key := [2]string{file, name}
	if message, known := c.pictures[key]; known {
		return message
	}
	message := ""
	for _, p := range d.Parts {
		if p.File != file {
			continue
		}
		if folder := c.options.Folder(p); folder != nil {
			message = c.damageOf(folder, name)
		}
	}
	c.pictures[key] = message
	return message
}

// The largest picture that is decoded: 32 MiB on the disk, as the format has it,
// and 50 million points of 4 bytes each in memory. Of all pictures of a check so
// many points are decoded, then only their heads.
const (
	maxPicture   = 32 << 20
	maxPoints    = 50_000_000
	maxAllPoints = 1_000_000_000
)

// damageOf reads a picture to its end, as showing it would.
func (c *checker) damageOf(folder fs.FS, name string) string {
	info, err := fs.Stat(folder, name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxPicture {
		return "" // a fault, and told as one
	}
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return "cannot be read"
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return "is in no format that can be shown"
	case err != nil:
		return "is damaged"
	case head.Width < 1 || head.Height < 1:
		return "is empty"
	case head.Width > maxPoints/head.Height:
		return "is too large: " + strconv.Itoa(head.Width) + " by " + strconv.Itoa(head.Height) + " points"
	}
	if c.points += head.Width * head.Height; c.points > maxAllPoints {
		return "" // the head will have to do
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return "is damaged: it ends too early or holds wrong data"
	}
	return ""
}
