package edit

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// effect is what a change does to what a file says.
type effect struct {
	path   []any
	verb   verb
	value  any
	forget bool // of set: nothing may have stood there
}

type verb uint8

const (
	set    verb = iota // the value at the path
	add                // an item behind those of the array at the path
	remove             // the item at the path
)

// removed stands for an item that is removed, until all effects were performed.
type removed struct{}

// day and strange are values of TOML that Go compares otherwise.
type (
	day     string
	strange string
)

// items returns the items of an array, whichever Go type it was decoded to.
func items(v any) []any {
	switch v := v.(type) {
	case []any:
		return v
	case []map[string]any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = v[i]
		}
		return all
	}
	return nil
}

// item returns an item of an array, nil for one that is not there.
func item(v any, i int) any {
	switch v := v.(type) {
	case []any:
		if i >= 0 && i < len(v) {
			return v[i]
		}
	case []map[string]any:
		if i >= 0 && i < len(v) {
			return v[i]
		}
	}
	return nil
}

// length returns how many items an array has, 0 for what is no array.
func length(v any) int {
	switch v := v.(type) {
	case []any:
		return len(v)
	case []map[string]any:
		return len(v)
	}
	return 0
}

// plain returns a copy of a decoded value that reflect.DeepEqual compares as
// decks do: a line end is a line end, and what is no number equals itself.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]any, len(v))
		for key, below := range v {
			m[key] = plain(below)
		}
		return m
	case []any, []map[string]any:
		all := items(v)
		list := make([]any, len(all))
		for i := range all {
			list[i] = plain(all[i])
		}
		return list
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case float64:
		if math.IsNaN(v) {
			return strange("nan")
		}
	case time.Time:
		if v.Location().String() == "date-local" {
			return day(v.Format(time.DateOnly))
		}
		return strange(v.Location().String() + v.Format(time.RFC3339Nano))
	}
	return v
}

// perform does effects to a tree that plain made.
func perform(top map[string]any, effects []effect) error {
	for _, e := range effects {
		if err := e.perform(top); err != nil {
			return err
		}
	}
	compact(top)
	return nil
}

func (e effect) perform(top map[string]any) error {
	if e.verb == add {
		if _, there := lookup(top, e.path); !there {
			return effect{e.path, set, []any{e.value}, false}.perform(top)
		}
	}
	var parent any = top
	last := len(e.path) - 1
	for i, step := range e.path[:last] {
		below, there := lookup(parent, []any{step})
		if !there {
			m, is := parent.(map[string]any)
			if !is {
				return fmt.Errorf("nothing stands at %v", e.path[:i+1])
			}
			below = map[string]any{}
			m[step.(string)] = below
		}
		parent = below
	}
	was, there := lookup(parent, e.path[last:])
	value := e.value
	switch {
	case e.verb == add:
		list, is := was.([]any)
		if !is {
			return fmt.Errorf("no array stands at %v", e.path)
		}
		value = append(list[:len(list):len(list)], e.value)
	case e.verb == remove && !there:
		return fmt.Errorf("nothing stands at %v", e.path)
	case e.verb == remove:
		value = removed{}
	case e.forget && there:
		return fmt.Errorf("something stands at %v already", e.path)
	}
	switch parent := parent.(type) {
	case map[string]any:
		parent[e.path[last].(string)] = value
	case []any:
		if i, is := e.path[last].(int); is && i < len(parent) {
			parent[i] = value
			return nil
		}
		return fmt.Errorf("nothing stands at %v", e.path)
	default:
		return fmt.Errorf("no table stands above %v", e.path)
	}
	return nil
}

// lookup returns what stands at a path below a value.
func lookup(v any, path []any) (any, bool) {
	for _, step := range path {
		there := false
		switch step := step.(type) {
		case string:
			var m map[string]any
			m, _ = v.(map[string]any)
			v, there = m[step]
		case int:
			list, _ := v.([]any)
			if there = step >= 0 && step < len(list); there {
				v = list[step]
			}
		}
		if !there {
			return nil, false
		}
	}
	return v, true
}

// compact takes the removed items out of the arrays.
func compact(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = compact(v[key])
		}
	case []any:
		kept := v[:0]
		for _, item := range v {
			if _, gone := item.(removed); !gone {
				kept = append(kept, compact(item))
			}
		}
		return kept
	}
	return v
}
