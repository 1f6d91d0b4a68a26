package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"strings"
)

// chunk is how many bytes of base64 a sequence of kitty graphics may hold.
const chunk = 4096

// kittyIDs is the number from which on the images are numbered, so that they
// are not mistaken for those of another program in the same terminal.
const kittyIDs = 0x72650000

// kittyAsk asks whether the terminal knows kitty graphics: an image of one
// point, which it is not to keep.
const kittyAsk = "\x1b_Gi=1919246945,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"

// kittyAskID is the number in kittyAsk.
const kittyAskID = 1919246945

// kittySend returns the sequences that hand an image to the terminal.
func kittySend(id int, img *image.RGBA) (string, error) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, img); err != nil {
		return "", err
	}
	data := base64.StdEncoding.EncodeToString(b.Bytes())
	var out strings.Builder
	for first := true; first || len(data) > 0; first = false {
		n := min(chunk, len(data))
		more := 0
		if n < len(data) {
			more = 1
		}
		if first {
			fmt.Fprintf(&out, "\x1b_Ga=t,f=100,i=%d,q=2,m=%d;%s\x1b\\", id, more, data[:n])
		} else {
			fmt.Fprintf(&out, "\x1b_Gm=%d,q=2;%s\x1b\\", more, data[:n])
		}
		data = data[n:]
	}
	return out.String(), nil
}

// kittyPlace returns the sequence that shows a part of an image that the
// terminal has at the place of the cursor; where it was shown before it is not
// any more.
func kittyPlace(id int, img *image.RGBA, p place) string {
	part := p.part(Size{img.Rect.Dx(), img.Rect.Dy()})
	return fmt.Sprintf("\x1b_Ga=p,i=%d,p=1,x=%d,y=%d,w=%d,h=%d,c=%d,r=%d,C=1,q=2\x1b\\", id,
		part.Min.X, part.Min.Y, part.Dx(), part.Dy(), p.columns, p.rows)
}

// kittyHide returns the sequence that takes an image off the screen.
func kittyHide(id int) string { return fmt.Sprintf("\x1b_Ga=d,d=i,i=%d,q=2\x1b\\", id) }

// kittyFree returns the sequence that has the terminal forget an image.
func kittyFree(id int) string { return fmt.Sprintf("\x1b_Ga=d,d=I,i=%d,q=2\x1b\\", id) }
