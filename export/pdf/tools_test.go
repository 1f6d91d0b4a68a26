package pdf

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"recto/export"
)

// tool runs a program on a PDF and returns what it prints. Without the
// program the test is skipped.
func tool(t *testing.T, file []byte, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed: it is in the packages poppler-utils and qpdf", name)
	}
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return out
}

// checked asserts that qpdf finds nothing wrong with a file.
func checked(t *testing.T, file []byte) {
	t.Helper()
	if out := tool(t, file, "qpdf", "--check", "FILE"); bytes.Contains(out, []byte("WARNING")) {
		t.Errorf("qpdf: %s", out)
	}
}

// textOf returns what pdftotext reads in a file.
func textOf(t *testing.T, file []byte) string {
	t.Helper()
	return string(tool(t, file, "pdftotext", "-enc", "UTF-8", "FILE", "-"))
}

// pixels returns a page, from 1, as a grey picture.
func pixels(t *testing.T, file []byte, page, dpi int) *image.Gray {
	t.Helper()
	n := strconv.Itoa(page)
	out := tool(t, file, "pdftoppm", "-png", "-gray", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, "FILE")
	decoded, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	grey := image.NewGray(decoded.Bounds())
	draw.Draw(grey, grey.Rect, decoded, image.Point{}, draw.Src)
	return grey
}

// lone is a page that shows one text.
func lone(text string, style export.Style) export.Page {
	return export.Page{Width: 120, Height: 150, Texts: []export.Text{{X: 10, Y: 20, Font: export.Font{Style: style, Size: 24}, Text: text}}}
}

// ink counts the pixels of a picture that are not white.
func ink(m *image.Gray) int {
	n := 0
	for _, p := range m.Pix {
		if p < 200 {
			n++
		}
	}
	return n
}
