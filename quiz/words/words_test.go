package words

import (
	"reflect"
	"strings"
	"testing"
)

// What stands in a catalogue is there: no text is empty, no func missing.
func TestNothingIsMissing(t *testing.T) {
	for name, w := range map[string]*Words{"English": English(Locale{})} {
		v := reflect.ValueOf(w).Elem()
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.Name != "Locale" {
				missing(t, name+"."+field.Name, v.Field(i))
			}
		}
	}
}

// missing reports what is empty in a value of the catalogue.
func missing(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Type() == reflect.TypeFor[Does]() && name == "Long" && v.Field(i).String() == "" {
				continue // it stands in the line of keys only
			}
			missing(t, path+"."+name, v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s has no elements", path)
		}
		for i := range v.Len() {
			missing(t, path+"[]", v.Index(i))
		}
	case reflect.Map:
		if v.Len() == 0 {
			t.Errorf("%s has no elements", path)
		}
		for _, k := range v.MapKeys() {
			missing(t, path+"["+k.String()+"]", v.MapIndex(k))
		}
	case reflect.String:
		if strings.TrimSpace(v.String()) == "" {
			t.Errorf("%s is empty", path)
		}
		if strings.ContainsAny(v.String(), "\n\r\t\x1b") {
			t.Errorf("%s is more than a line: %q", path, v.String())
		}
	case reflect.Func:
		if v.IsNil() {
			t.Errorf("%s is nil", path)
		}
	default:
		t.Errorf("%s is a %s: a text is a string or a func", path, v.Kind())
	}
}

// A func that takes numbers and strings says something of any of them.
func TestFuncsSaySomething(t *testing.T) {
	calls := 0
	var try func(path string, v reflect.Value)
	try = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					try(path+"."+v.Type().Field(i).Name, v.Field(i))
				}
			}
		case reflect.Func:
			if v.IsNil() {
				return // TestNothingIsMissing says so
			}
			for _, n := range []int64{0, 1, 2, 1234} {
				in := make([]reflect.Value, v.Type().NumIn())
				for i := range in {
					in[i] = reflect.Zero(v.Type().In(i))
					switch in[i].Kind() {
					case reflect.Int8: // a choice of a few, see Unit
					case reflect.Int, reflect.Int64:
						in[i] = reflect.ValueOf(n).Convert(v.Type().In(i))
					case reflect.Float64:
						in[i] = reflect.ValueOf(float64(n)).Convert(v.Type().In(i))
					case reflect.String:
						in[i] = reflect.ValueOf("text").Convert(v.Type().In(i))
					case reflect.Bool:
						in[i] = reflect.ValueOf(n == 1)
					}
				}
				if v.Type().IsVariadic() {
					in = in[:len(in)-1]
				}
				calls++
				if out := v.Call(in); n > 0 && strings.TrimSpace(out[0].String()) == "" {
					t.Errorf("%s says nothing of %d", path, n)
				}
			}
		}
	}
	try("English", reflect.ValueOf(*English(Locale{})))
	if calls == 0 {
		t.Fatal("no func was called")
	}
}

// A catalogue is made at every start.
func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		English(Locale{})
	}
}
