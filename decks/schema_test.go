package decks

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// unicodeEscape is how the patterns of the schema name a character; Go writes
// it otherwise.
var unicodeEscape = regexp.MustCompile(`\\u([0-9A-Fa-f]{4})`)

// compileSchema returns the schema, itself valid, ready to judge.
func compileSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(func(s string) (jsonschema.Regexp, error) {
		return regexp.Compile(unicodeEscape.ReplaceAllString(s, `\x{$1}`))
	})
	if err := c.AddResource("deck.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("deck.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON returns a decoded value as JSON has it: days and times are strings,
// what is no number is null.
func asJSON(v any) any {
	switch v := v.(type) {
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return v.Format("2006-01-02")
		case "time-local":
			return v.Format("15:04:05")
		}
		return v.Format(time.RFC3339)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
	case map[string]any:
		object := make(map[string]any, len(v))
		for key, item := range v {
			object[key] = asJSON(item)
		}
		return object
	case []any:
		array := make([]any, len(v))
		for i, item := range v {
			array[i] = asJSON(item)
		}
		return array
	case []map[string]any:
		array := make([]any, len(v))
		for i, item := range v {
			array[i] = asJSON(item)
		}
		return array
	}
	return v
}

// judge returns what the schema says to a deck, nil for nothing.
func judge(t testing.TB, schema *jsonschema.Schema, src []byte) *jsonschema.ValidationError {
	t.Helper()
	top, err := decode(bytes.TrimPrefix(src, []byte("\ufeff")))
	if err != nil {
		t.Fatalf("%s\n%v", src, err)
	}
	var wrong *jsonschema.ValidationError
	if err := schema.Validate(asJSON(top)); err != nil && !errors.As(err, &wrong) {
		t.Fatal(err)
	}
	return wrong
}

// linesOf returns the lines that a judgement points at.
func linesOf(src []byte, wrong *jsonschema.ValidationError) []int {
	tree, _ := locate(src)
	s := newSource("", src)
	var lines []int
	var walk func(e *jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if len(e.Causes) > 0 {
			for _, cause := range e.Causes {
				walk(cause)
			}
			return
		}
		var path steps
		for _, part := range e.InstanceLocation {
			if i, err := strconv.Atoi(part); err == nil {
				path = append(path, i)
			} else {
				path = append(path, part)
			}
		}
		if extra, is := e.ErrorKind.(*kind.AdditionalProperties); is {
			path = append(path, extra.Properties[0])
		}
		at := tree.at(path)
		lines = append(lines, s.position(at.key).Line, s.position(at.value).Line)
	}
	walk(wrong)
	slices.Sort(lines)
	return slices.Compact(lines)
}

// corpus returns the decks of a folder below testdata/schema by name.
func corpus(t testing.TB, folder string, least int) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "schema", folder, "*.toml"))
	if err != nil || len(files) < least {
		t.Fatalf("%d decks in %s, want %d or more (%v)", len(files), folder, least, err)
	}
	decks := map[string][]byte{}
	for _, file := range files {
		if decks[filepath.Base(file)], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return decks
}

func TestSchemaTakesGoodDecks(t *testing.T) {
	schema := compileSchema(t)
	kinds := map[Kind]bool{}
	keys := map[string]bool{}
	for name, src := range corpus(t, "good", 60) {
		t.Run(name, func(t *testing.T) {
			d, err := Parse(name, src, nil)
			if err != nil {
				t.Fatalf("the parser says\n%v", err)
			}
			for _, q := range d.Questions {
				kinds[q.Kind] = true
			}
			top, _ := decode(bytes.TrimPrefix(src, []byte("\ufeff")))
			for key := range top {
				keys["deck "+key] = true
			}
			for _, table := range asJSON(top).(map[string]any)["question"].([]any) {
				for key := range table.(map[string]any) {
					keys["question "+key] = true
				}
			}
			if wrong := judge(t, schema, src); wrong != nil {
				t.Errorf("the schema says\n%v", wrong)
			}
		})
	}
	if len(kinds) != int(Cloze) {
		t.Errorf("the corpus has %d kinds of question, want %d", len(kinds), int(Cloze))
	}
	for _, key := range deckKeys {
		if !keys["deck "+key] {
			t.Errorf("no good deck has the key %s", key)
		}
	}
	for _, key := range questionKeys {
		if !keys["question "+key] {
			t.Errorf("no question of a good deck has the key %s", key)
		}
	}
}

// badHead is the head of a bad deck: where and what the fault is, and who can
// tell it. "everywhere" are the parser and every judge of schemas; "tombi"
// knows the types of TOML that JSON lacks, "taplo" makes null of what is no
// number; "parser" is a fault that no schema can tell.
var badHead = regexp.MustCompile(`^#:schema \.\./\.\./\.\./schema\.json\n# fault (\d+): (.+)\n# judges: (everywhere|tombi|taplo|parser)\n`)

func TestSchemaRefusesBadDecks(t *testing.T) {
	schema := compileSchema(t)
	takes := map[Kind]keySet{} // the keys that some bad deck shows not to be taken
	for name, src := range corpus(t, "bad", 60) {
		t.Run(name, func(t *testing.T) {
			head := badHead.FindSubmatch(src)
			if head == nil {
				t.Fatalf("the head is not %s", badHead)
			}
			line, _ := strconv.Atoi(string(head[1]))
			_, err := Parse(name, src, nil)
			var faults ErrorList
			errors.As(err, &faults)
			i := slices.IndexFunc(faults, func(f *Error) bool { return strings.HasPrefix(f.Message, string(head[2])) })
			if i < 0 || faults[i].Pos.Line != line {
				t.Fatalf("want a fault on line %s: %s\ngot\n%v", head[1], head[2], err)
			}
			f := faults[i]
			for k := Short; k <= Cloze; k++ {
				for _, key := range questionKeys {
					if f.Message == fmt.Sprintf("a %s question takes no %s", k, key) {
						takes[k] |= keyBits[key]
					}
				}
			}
			wrong := judge(t, schema, src)
			switch judges := string(head[3]); {
			case judges == "everywhere" || judges == "taplo":
				if wrong == nil {
					t.Fatal("the schema takes it")
				}
				// What the whole file lacks the parser tells on line 1.
				if lines := linesOf(src, wrong); line > 1 && !slices.Contains(lines, line) {
					t.Errorf("the parser points at line %d, the schema at %v\n%v", line, lines, wrong)
				}
			case wrong != nil:
				t.Errorf("the schema refuses it, so it is one for all judges: %v", wrong)
			}
		})
	}
	for k := Short; k <= Cloze; k++ {
		if takes[k] == 0 {
			t.Errorf("no bad deck shows a key that a %s question does not take", k)
		}
		if keysOf(k)&takes[k] != 0 {
			t.Errorf("a %s question takes %v", k, (keysOf(k) & takes[k]).names())
		}
	}
}
