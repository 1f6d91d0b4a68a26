package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// said are the folders whose words all stand in the catalogue. A screen is
// added with its first file.
var said = []string{"quiz/plain", "quiz/tui", "quiz/stats/plot", "quiz/stats/page"}

// allowed are the literals with letters that are no words of a screen, by file
// name: notations that are the same in every language.
var allowed = map[string][]string{
	"options.go":     {"true"},                          // the value of a deck
	"reply.go":       {"tf"},                            // the letters of true and false
	"previewtake.go": {"Deck", "File", "Number", "Pos"}, // fields of a question
	"ask.go":         {"OK"},                            // the answer of a terminal
	"output_unix.go": {"COLUMNS", "LINES"},              // variables of the environment
	"exif.go":        {"Exif\x00\x00"},                  // the begin of a part of a picture
}

// drawn is the folder that writes HTML and SVG.
const drawn = "quiz/stats/page/"

// named are the files that name keys and commands, in words without a space.
var named = map[string]bool{"command.go": true, "keymap.go": true, "keyname.go": true, "stats.go": true}

var (
	letters = regexp.MustCompile(`\pL\pL`)
	verbs   = regexp.MustCompile(`%[-+ #0]*[0-9*]*(\.[0-9*]+)?(\[\d+\])?[a-zA-Z]`)
	codes   = regexp.MustCompile("\x1b\\[[0-9;?]*[a-zA-Z]")
	// attributes and tags are the markup of HTML and SVG, of which a string may
	// hold the begin or the end alone.
	attributes = regexp.MustCompile(`[a-zA-Z0-9:-]+="[^"]*("|$)`)
	tags       = regexp.MustCompile(`<[a-zA-Z/!?][^<>]*(>|$)`)
	// keyName is a key as the terminal reports it.
	keyName = regexp.MustCompile(`^((shift|ctrl|alt|super)\+)*([a-z0-9]|.|enter|space|esc|tab|backspace|delete|insert|up|down|left|right|home|end|pgup|pgdown|f[0-9]+)$`)
)

// Every word of the screens stands in the catalogue: their sources hold no
// string with a word in it, but for names of keys, commands and screens, errors,
// and what is allowed.
func TestScreensHaveNoWordsOfTheirOwn(t *testing.T) {
	for _, dir := range said {
		err := filepath.WalkDir(filepath.Join("..", "..", filepath.FromSlash(dir)), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				for _, l := range literalsOf(t, path) {
					t.Errorf("%s: %q is a word of the screen: it belongs into quiz/words", l.at, l.text)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// literal is a string of a source, and where it stands.
type literal struct {
	at   token.Position
	text string
}

// literalsOf returns the strings of a source that have words in them.
func literalsOf(t *testing.T, path string) []literal {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := wordsOf(path, src)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wordsOf returns the strings with words in them.
func wordsOf(path string, src []byte) ([]literal, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, src, 0)
	if err != nil {
		return nil, err
	}
	var all []literal
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.FuncDecl:
			return n.Name.Name != "Error"
		case *ast.Field:
			if n.Tag != nil {
				return false
			}
		case *ast.ValueSpec: // the name of a command, by which the configuration calls it
			if named, ok := n.Type.(*ast.SelectorExpr); ok && named.Sel.Name == "Command" {
				return false
			}
		case *ast.KeyValueExpr: // and that of a screen
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Screen" {
				return false
			}
		case *ast.CallExpr:
			return !makesError(n) && !namesMarkup(n)
		case *ast.BasicLit:
			if n.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(n.Value)
			if err == nil && strings.Contains(filepath.ToSlash(path), drawn) {
				text = tags.ReplaceAllString(attributes.ReplaceAllString(text, " "), " ")
			}
			if err == nil && isWord(text, filepath.Base(path)) {
				all = append(all, literal{set.Position(n.Pos()), text})
			}
		}
		return true
	})
	return all, nil
}

// makesError reports whether a call makes an error: those are no words of a
// screen, and what a screen says of one stands in the catalogue.
func makesError(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := f.X.(*ast.Ident)
	return ok && (pkg.Name == "errors" && f.Sel.Name == "New" || pkg.Name == "fmt" && f.Sel.Name == "Errorf" || pkg.Name == "panic")
}

// namesMarkup reports whether a call makes a name in HTML or SVG: name("grid").
func namesMarkup(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.Ident)
	return ok && f.Name == "name"
}

// isWord reports whether a string says something in a language.
func isWord(text, file string) bool {
	for _, a := range allowed[file] {
		if a == text {
			return false
		}
	}
	if named[file] && !strings.Contains(text, " ") || strings.HasPrefix(text, "\x1b_G") {
		return false
	}
	bare := codes.ReplaceAllString(verbs.ReplaceAllString(text, " "), " ")
	return letters.MatchString(bare) && !keyName.MatchString(text)
}

// What the finder of words finds and leaves.
func TestWordsOf(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want int
	}{
		{`var x = "Undone."`, 1},
		{"var x = `raw words`", 1},
		{`var x = fmt.Sprintf("%d of %d", 1, 2)`, 1},
		{`var x = fmt.Sprintf("%5.1f%%, %-*s", 1, 2)`, 0},
		{`var x = "ctrl+c"`, 0},
		{`var x = "x"`, 0},
		{`var x = "\x1b[1;32m"`, 0},
		{`var x = "über"`, 1},
		{`var x = errors.New("interrupted")`, 0},
		{`var x = fmt.Errorf("write: %w", err)`, 0},
		{`import "os"`, 0},
		{`const skip frame.Command = "skip"`, 0},
		{`const skip string = "skip"`, 1},
		{`var t = frame.Table{Screen: "test", Title: "Test"}`, 1},
		{"type T struct { A int `json:\"name\"` }", 0},
		{`const c = "━─ ✓ [...]"`, 0},
		{`var x = class("grid")`, 1},
		{`var x = name("grid")`, 0},
		{"var x = `<p class=\"soft\">`", 1},
	} {
		found, err := wordsOf("x.go", []byte("package x\n"+tt.src+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != tt.want {
			t.Errorf("%s: %d words found, want %d", tt.src, len(found), tt.want)
		}
	}
}

// What it finds in markup.
func TestWordsOfMarkup(t *testing.T) {
	for text, want := range map[string]int{
		`<p class="soft">Nothing.</p>`:   1,
		`<p class="soft"></p>`:           0,
		`" width="`:                      0,
		`"></title></rect>`:              0,
		`<tr><th scope="col"`:            0,
		`</dd></div>` + "\n":             0,
		`<kbd>recto</kbd>`:               1,
		`Ratings`:                        1,
		`<?xml version="1.0"?><svg x="2`: 0,
	} {
		found, err := wordsOf(drawn+"x.go", []byte("package x\nvar x = "+strconv.Quote(text)+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != want {
			t.Errorf("%s: %d words found, want %d", text, len(found), want)
		}
	}
}
