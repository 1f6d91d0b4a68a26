package relink_test

import (
	"errors"
	"strings"
	"testing"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/relink"
)

// scene is what a learner knew, and what lies on the disk now.
type scene struct {
	knew   map[string]string // by absolute path: the questions that were studied
	now    map[string]string // the decks that are studied now
	beside map[string]string // those that were loaded to be looked at
	there  []string          // files that are there and were not loaded
	away   []string          // folders that are not there
	past   func(map[string]*decks.Question) []relink.Past
}

// load reads decks, the questions in shorthand: "ask = answer" a line, an id
// before it as "id: ".
func load(t *testing.T, files map[string]string) []*decks.Deck {
	t.Helper()
	var list []decks.File
	for path, text := range files {
		head, rest, _ := strings.Cut(text, "\n")
		var b strings.Builder
		b.WriteString("title = \"T\"\n" + head + "\n")
		for line := range strings.SplitSeq(strings.TrimSpace(rest), "\n") {
			ask, answer, _ := strings.Cut(line, " = ")
			b.WriteString("[[question]]\n")
			if id, text, ok := strings.Cut(ask, ": "); ok {
				ask = text
				b.WriteString("id = \"" + id + "\"\n")
			}
			b.WriteString("ask = \"" + ask + "\"\nanswer = \"" + answer + "\"\n")
		}
		list = append(list, decks.File{Path: path, Source: []byte(b.String())})
	}
	all, err := decks.Assemble(list)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s scene) find(t *testing.T) (relink.Plan, []relink.Want, error) {
	t.Helper()
	path := func(q *decks.Question) string { return q.File }
	in := relink.Input{Decks: load(t, s.now), Beside: load(t, s.beside), Path: path, Progress: map[decks.CardID]quiz.Progress{}}
	byAsk := map[string]*decks.Question{}
	for _, d := range load(t, s.knew) {
		for _, q := range d.Questions {
			byAsk[q.Ask] = q
			in.Seen = append(in.Seen, quiz.SeenOf(q, q.File))
			in.Progress[q.Cards()[0].ID] = quiz.Progress{Reps: 1}
		}
	}
	for _, d := range in.Decks {
		for _, q := range d.Questions {
			byAsk["now "+q.Ask] = q
		}
	}
	if s.past != nil {
		in.Past = s.past(byAsk)
	}
	in.Where = func(_, path string) relink.Place {
		for _, p := range s.there {
			if p == path {
				return relink.Present
			}
		}
		for _, folder := range s.away {
			if strings.HasPrefix(path, folder) {
				return relink.Away
			}
		}
		return relink.Gone
	}
	plan, err := relink.Find(in)
	return plan, relink.Wanted(in.Decks, in.Progress), err
}

const (
	alps  = "What is the highest mountain of the Alps? = Mont Blanc\n"
	alps2 = "Which mountain is the highest of the Alps? = Mont Blanc\n"
	alps3 = "Which snowy mountain is by far the highest of the Alps? = Mont Blanc\n"
	nile  = "What is the longest river of Africa? = the Nile\n"
	lima  = "What is the capital of Peru? = Lima\n"
	moon  = "What goes round the earth? = the moon\n"
)

func TestPlaces(t *testing.T) {
	for _, row := range []struct {
		name string
		scene
		sure, asked int
		stranger    bool
	}{
		{name: "edited in its place", sure: 1,
			scene: scene{knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/a.toml": "\n" + alps2 + nile}}},
		{name: "renamed, and one edited", sure: 3, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima}, now: map[string]string{"/d/b.toml": "\n" + alps3 + nile + lima}}},
		{name: "most went to another deck, and one was edited in a third", sure: 2, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima},
			now:  map[string]string{"/d/b.toml": "\n" + nile + lima, "/d/c.toml": "\n" + alps3 + moon}}},
		{name: "one part of two", scene: scene{
			knew:  map[string]string{"/d/a.toml": "id = \"x\"\n" + alps, "/d/b.toml": "id = \"x\"\n" + nile},
			now:   map[string]string{"/d/a.toml": "id = \"x\"\n" + alps2},
			there: []string{"/d/b.toml"}}},
		{name: "the other part is gone", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps, "/d/b.toml": "id = \"x\"\n" + nile},
			now:  map[string]string{"/d/a.toml": "id = \"x\"\n" + alps2}}},
		{name: "from one part to the other", scene: scene{ // by its id it is where it was
			knew: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps, "/d/b.toml": "id = \"x\"\n" + nile},
			now:  map[string]string{"/d/a.toml": "id = \"x\"\n" + lima, "/d/b.toml": "id = \"x\"\n" + nile + alps}}},
		{name: "a file renamed", sure: 2, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/b.toml": "\n" + alps + nile}}},
		{name: "a file renamed and edited", sure: 2, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/b.toml": "\n" + alps2 + nile}}},
		{name: "a copy", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/b.toml": "\n" + alps + nile},
			beside: map[string]string{"/d/a.toml": "\n" + alps + nile}}},
		{name: "a copy of what cannot be read", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/b.toml": "\n" + alps + nile},
			there: []string{"/d/a.toml"}}},
		{name: "on a disk that was taken out", asked: 2, scene: scene{
			knew: map[string]string{"/usb/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/b.toml": "\n" + alps + nile},
			away: []string{"/usb"}}},
		{name: "the file stayed and states an id now", sure: 2, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps + nile}}},
		{name: "the file stayed and its id was changed", asked: 2, scene: scene{
			knew: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps + nile}, now: map[string]string{"/d/a.toml": "id = \"y\"\n" + alps + nile}}},
		{name: "moved to a deck that is studied too", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile, "/d/b.toml": "\n" + moon},
			now:  map[string]string{"/d/a.toml": "\n" + nile, "/d/b.toml": "\n" + moon + alps}}},
		{name: "moved with its id, and edited", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\nalps: " + alps + nile, "/d/b.toml": "\n" + moon},
			now:  map[string]string{"/d/a.toml": "\n" + nile, "/d/b.toml": "\n" + moon + "alps: " + alps2}}},
		{name: "the same id elsewhere is no move", scene: scene{
			knew: map[string]string{"/d/a.toml": "\none: " + alps + nile, "/d/b.toml": "\n" + moon},
			now:  map[string]string{"/d/a.toml": "\n" + nile, "/d/b.toml": "\n" + moon + "one: " + lima}}},
		{name: "moved folder", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima}, now: map[string]string{"/e/a.toml": "\n" + nile + lima + moon}}},
		{name: "moved folder, edited there", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima}, now: map[string]string{"/e/a.toml": "\n" + alps2 + nile + lima},
			away: []string{"/d"}}},
		{name: "another machine", sure: 1, scene: scene{
			knew: map[string]string{`C:\d\a.toml`: "id = \"a\"\n" + alps + nile}, now: map[string]string{"/e/a.toml": "\n" + alps2 + nile},
			away: []string{"C:"}}},
		{name: "a stranger", stranger: true, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima}, now: map[string]string{"/e/a.toml": "\n" + lima + moon}}},
		{name: "half is enough", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/e/a.toml": "\n" + nile + moon}}},
		{name: "half of it edited is no stranger", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile + lima + moon}, now: map[string]string{"/e/a.toml": "\n" + alps2 + nile}}},
		{name: "all written anew in its place", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/a.toml": "\n" + moon}}},
		{name: "a new part beside the known ones", scene: scene{
			knew: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps + nile}, now: map[string]string{"/d/c.toml": "id = \"x\"\n" + moon},
			there: []string{"/d/a.toml"}}},
		{name: "one part of a folder that moved", scene: scene{
			knew: map[string]string{"/d/a.toml": "id = \"x\"\n" + alps + nile + lima, "/d/b.toml": "id = \"x\"\n" + moon},
			now:  map[string]string{"/e/b.toml": "id = \"x\"\n" + moon}}},
		{name: "taken back once", scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/a.toml": "\n" + alps2 + nile},
			past: once(true)}},
		{name: "taken back and carried again", sure: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + nile}, now: map[string]string{"/d/a.toml": "\n" + alps2 + nile},
			past: func(q map[string]*decks.Question) []relink.Past { return append(once(true)(q), once(false)(q)...) }}},
		{name: "reviews that came late from another machine", asked: 1, scene: scene{
			knew: map[string]string{"/d/a.toml": "\n" + alps + alps2 + nile}, now: map[string]string{"/d/a.toml": "\n" + alps2 + nile},
			past: once(false)}},
	} {
		t.Run(row.name, func(t *testing.T) {
			plan, wanted, err := row.find(t)
			var stranger *relink.Stranger
			if is := errors.As(err, &stranger); is != row.stranger {
				t.Errorf("stranger: %v", err)
			}
			if len(plan.Sure) != row.sure || len(plan.Asked) != row.asked {
				t.Errorf("%d sure, %d asked; want %d and %d\n%+v", len(plan.Sure), len(plan.Asked), row.sure, row.asked, plan)
			}
			if row.sure+row.asked > 0 && len(wanted) == 0 {
				t.Error("nothing was wanted")
			}
		})
	}
}

// once is a history that holds the relink of the two questions about the Alps.
func once(undone bool) func(map[string]*decks.Question) []relink.Past {
	return func(q map[string]*decks.Question) []relink.Past {
		from := q[strings.Split(alps, " = ")[0]]
		to := q["now "+strings.Split(alps2, " = ")[0]]
		return []relink.Past{{Moves: []quiz.Relink{{From: from.Cards()[0].ID, To: to.Cards()[0].ID}}, Undone: undone}}
	}
}
