package pdf

import (
	_ "embed" // the font files
	"fmt"

	"recto/export"
)

// The font files. Nothing writes into them: every document works on copies.
var (
	//go:embed fonts/PTSerif-Regular.ttf
	serifRegular []byte
	//go:embed fonts/PTSerif-Bold.ttf
	serifBold []byte
	//go:embed fonts/PTSerif-Italic.ttf
	serifItalic []byte
	//go:embed fonts/PTSerif-BoldItalic.ttf
	serifBoldItalic []byte
	//go:embed fonts/AtkinsonNext-Regular.ttf
	legibleRegular []byte
	//go:embed fonts/AtkinsonNext-Bold.ttf
	legibleBold []byte
	//go:embed fonts/AtkinsonNext-Italic.ttf
	legibleItalic []byte
	//go:embed fonts/AtkinsonNext-BoldItalic.ttf
	legibleBoldItalic []byte
	//go:embed fonts/DejaVuSerif.ttf
	dejavuSerif []byte
	//go:embed fonts/DejaVuSerif-Bold.ttf
	dejavuSerifBold []byte
	//go:embed fonts/DejaVuSerif-Italic.ttf
	dejavuSerifItalic []byte
	//go:embed fonts/DejaVuSerif-BoldItalic.ttf
	dejavuSerifBoldItalic []byte
	//go:embed fonts/DejaVuSans.ttf
	dejavuSans []byte
	//go:embed fonts/DejaVuSans-Bold.ttf
	dejavuSansBold []byte
	//go:embed fonts/DejaVuSansMono.ttf
	dejavuMono []byte
	//go:embed fonts/NotoEmoji.ttf
	notoEmoji []byte
)

//go:embed fonts/PTSerif-LICENSE.txt
var serifLicense string

//go:embed fonts/DejaVu-LICENSE.txt
var dejavuLicense string

//go:embed fonts/OFL-LICENSE.txt
var openLicense string

// Licenses returns the licences of the fonts inside the program, which ask to
// be shown wherever the fonts go.
func Licenses() string { return serifLicense + "\n\n" + dejavuLicense + "\n\n" + openLicense }

// The faces of the program, in the order in which a document names them.
const (
	serif       = 0 // and bold, italic, bold italic
	legible     = 4 // and the same
	dejaVuSerif = 8 // and the same
	dejaVuSans  = iota + 9
	dejaVuSansBold
	dejaVuMono
	emoji
	embedded // their number
)

// embeddedFaces reads the faces of the program.
func embeddedFaces() ([]*face, error) {
	files := [embedded]struct {
		name string
		data []byte
	}{
		{"PTSerif-Regular", serifRegular},
		{"PTSerif-Bold", serifBold},
		{"PTSerif-Italic", serifItalic},
		{"PTSerif-BoldItalic", serifBoldItalic},
		{"AtkinsonHyperlegibleNext-Regular", legibleRegular},
		{"AtkinsonHyperlegibleNext-Bold", legibleBold},
		{"AtkinsonHyperlegibleNext-Italic", legibleItalic},
		{"AtkinsonHyperlegibleNext-BoldItalic", legibleBoldItalic},
		{"DejaVuSerif", dejavuSerif},
		{"DejaVuSerif-Bold", dejavuSerifBold},
		{"DejaVuSerif-Italic", dejavuSerifItalic},
		{"DejaVuSerif-BoldItalic", dejavuSerifBoldItalic},
		{"DejaVuSans", dejavuSans},
		{"DejaVuSans-Bold", dejavuSansBold},
		{"DejaVuSansMono", dejavuMono},
		{"NotoEmoji", notoEmoji},
	}
	var out []*face
	for i, file := range files {
		t, err := parseTrueType(file.data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.name, err)
		}
		out = append(out, &face{t, file.name, i})
	}
	return out, nil
}

// styles counts the combinations of export.Style that have a chain of faces:
// the four of the text family, code, and the four of the legible family.
const styles = 9

const codeStyle = 4

// chain returns the number of a style's chain. Code has no bold or italic.
func chain(s export.Style) int {
	switch look := int(s & (export.Bold | export.Italic)); {
	case s&export.Code != 0:
		return codeStyle
	case s&export.Legible != 0:
		return codeStyle + 1 + look
	default:
		return look
	}
}

// isBold reports whether a chain is that of a bold style.
func isBold(s int) bool {
	return s != codeStyle && (s%(codeStyle+1))&int(export.Bold) != 0
}

// chains returns the faces of the program that draw each style, the first that
// has a character first, with sizes at which small letters are about equally
// tall.
func chains(f []*face) (out [styles][]*link) {
	for look := range 4 {
		behind, sans := f[dejaVuSerif+look], f[dejaVuSans]
		if look&int(export.Bold) != 0 {
			sans = f[dejaVuSansBold]
		}
		out[look] = []*link{{f[serif+look], 1}, {behind, 0.94}, {sans, 0.92}, {f[dejaVuSans], 0.92}}
		out[codeStyle+1+look] = []*link{{f[legible+look], 1}, {sans, 0.92}, {f[dejaVuSans], 0.92}, {behind, 0.94}}
	}
	out[codeStyle] = []*link{{f[dejaVuMono], 0.88}, {f[dejaVuSans], 0.88}}
	return out
}
