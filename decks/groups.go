package decks

import "fmt"

// groupRead is a group with what its questions inherit, its parents' and the
// defaults' included.
type groupRead struct {
	group *Group
	table table
	own   keySet // the keys of the table that are inherited
	eff   inherited
	depth int // parents above it
	state groupState
}

// maxGroupDepth is how many groups may stand in one another.
const maxGroupDepth = 16

type groupState uint8

const (
	unresolved groupState = iota
	resolving
	resolved
)

// readGroups reads the groups of a file and what their questions inherit.
func (r *reader) readGroups(top table) {
	if _, there := top.m["group"]; !there {
		return
	}
	if _, array := top.m["group"].([]map[string]any); array {
		top.bad("group must be a table, not an array", "a group is made by [group.NAME]", "group")
		return
	}
	t, ok := top.table("group")
	if !ok {
		return
	}
	names := sortedKeys(t.m)
	r.groups = make(map[string]*groupRead, len(names))
	r.deck.Groups = make(map[string]*Group, len(names))
	for _, name := range names {
		if foreign(name) {
			continue
		}
		g, ok := t.m[name].(map[string]any)
		if !ok {
			t.bad(fmt.Sprintf("group %s must be a table, not %s", quote(name), typeName(t.m[name])), "write [group.NAME] and its keys below", name)
			continue
		}
		r.readGroup(name, table{r, t.to(name), g})
	}
	for _, name := range names {
		if g := r.groups[name]; g != nil {
			r.resolve(g)
		}
	}
}

// readGroup reads the keys that are a group's own.
func (r *reader) readGroup(name string, t table) {
	g := &Group{Name: name, File: r.src.file}
	if _, fine := t.clean(name, "the name of a group"); !fine || name == "" {
		if name == "" {
			t.r.add(fault{path: t.path, place: onKey, message: "a group has an empty name", hint: "write [group.NAME]"})
		}
		g.Name = visible(name)
	}
	r.groups[name] = &groupRead{group: g, table: t, own: t.inheritedKeys("a group", groupKeys) &^ (keyImage | keyAlt)}
	r.deck.Groups[name] = g
	for _, text := range []struct {
		key string
		to  *string
	}{{"title", &g.Title}, {"text", &g.Text}, {"alt", &g.Alt}} {
		if _, there := t.m[text.key]; there {
			*text.to, _ = t.text(text.key)
		}
	}
	if _, there := t.m["image"]; there {
		g.Image, _ = t.image()
	}
	if _, there := t.m["shuffle"]; there {
		g.Shuffle, _ = t.boolean("shuffle")
	}
}

// resolve finds the parent of a group and what it inherits, parents first. A
// circle is told once, at the group that closes it.
func (r *reader) resolve(g *groupRead) {
	chain := []*groupRead{}
	for at := g; at != nil && at.state == unresolved; at = r.parent(at) {
		at.state = resolving
		chain = append(chain, at)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		at := chain[i]
		at.eff = r.defaults
		if p := r.parent(at); p != nil {
			if p.state == resolving {
				at.table.bad(fmt.Sprintf("group %s stands in a circle of groups", quote(at.group.Name)), "one of them has no parent", "group")
			} else {
				at.group.Parent = p.group
				at.eff, at.depth = p.eff, p.depth+1
			}
			if at.depth == maxGroupDepth {
				at.table.bad(fmt.Sprintf("groups are nested deeper than %d", maxGroupDepth), "", "group")
			}
		} else if name, is := at.table.m["group"].(string); is {
			at.table.noGroup(name)
		} else if v, there := at.table.m["group"]; there {
			at.table.wrongType("group", "a string", v)
		}
		at.eff.read(at.table, at.own)
		if at.own&keyReverse != 0 {
			at.eff.readReverse(at.table)
		}
		at.state = resolved
	}
}

// parent returns the group that a group stands in, nil for none and for one
// that is not there.
func (r *reader) parent(g *groupRead) *groupRead {
	if name, is := g.table.m["group"].(string); is {
		return r.groups[name]
	}
	return nil
}

// noGroup tells that a name at the key group is none of a group.
func (t table) noGroup(name string) {
	hint := ""
	if foreign(name) {
		hint = "names that begin with x- are left alone: take another one"
	} else if len(t.r.groups) <= maxSuggestions {
		hint = didYouMean(name, sortedKeys(t.r.groups))
	}
	if hint == "" {
		hint = fmt.Sprintf("a group is made by [group.%s]", quoteKey(name))
	}
	t.bad(fmt.Sprintf("group %s is not in this file", quote(name)), hint, "group")
}
