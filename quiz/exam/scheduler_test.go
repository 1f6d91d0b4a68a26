package exam

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recto/decks"
	"recto/quiz"
	"recto/quiz/fsrs"
)

// usual returns the scheduler with the options of a learner who configured
// nothing.
func usual(t interface{ Fatal(...any) }) *fsrs.Scheduler {
	s, err := fsrs.New(fsrs.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// at is a moment of a day.
func at(day quiz.Day) quiz.Moment {
	return quiz.Moment{At: time.Unix(int64(day)*86400+36_000, 0).UTC(), Day: day}
}

// review returns a card in review.
func review(stability float64, last, due quiz.Day) quiz.Progress {
	return quiz.Progress{
		State: quiz.Review, Stability: stability, Difficulty: 5, Reps: 4, Rated: quiz.Good,
		First: last - 20, Last: last, LastAt: at(last).At, DueDay: due, Due: at(last).At.AddDate(0, 0, int(due-last)),
	}
}

func TestPreview(t *testing.T) {
	base := usual(t)
	const today = start
	for _, tt := range []struct {
		name   string
		p      quiz.Progress
		exam   quiz.Day // days from today
		wanted float64
		from   quiz.Day // days from today on which Good brings it back, from and to
		to     quiz.Day
		same   bool // as without an exam
	}{
		{"exam in ten years", review(3, today-3, today), 3650, 0.9, 1, 60, true},
		{"known by then", review(300, today-100, today), 20, 0.9, 200, 2000, true},
		{"comes before the exam", review(20, today-20, today), 60, 0.95, 30, 59, false},
		{"weak: in between as usual", review(0.5, today-1, today), 60, 0.9, 1, 20, true},
		{"exam tomorrow", review(1, today-1, today), 1, 0.99, 1, 1, false},
		{"exam the day after tomorrow", review(1, today-1, today), 2, 0.99, 1, 1, false},
		{"exam today", review(3, today-3, today), 0, 0.9, 1, 60, true},
		{"exam was yesterday", review(3, today-3, today), -1, 0.9, 1, 60, true},
		{"exam was a year ago", review(3, today-3, today), -365, 0.9, 1, 60, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := New(base, base.Model(), Exam{today + tt.exam, tt.wanted}, Options{})
			for seed := range uint64(50) {
				got, as := s.Preview(tt.p, at(today), seed), base.Preview(tt.p, at(today), seed)
				if same := got == as; same != tt.same {
					t.Fatalf("as without an exam: %v\n%s", same, cmp.Diff(as, got))
				}
				if day := got[quiz.Good-1].DueDay - today; day < tt.from || day > tt.to {
					t.Fatalf("Good after %d days, want %d to %d", day, tt.from, tt.to)
				}
			}
		})
	}
}

// Good and Easy of the same card stay in their order, and no last review lies
// where there is no room while another day has some.
func TestRoom(t *testing.T) {
	base := usual(t)
	x := Exam{start + 40, 0.9}
	full := map[quiz.Day]int{}
	for day := start; day < x.Day; day++ {
		full[day] = 100
	}
	full[x.Day-4] = 99
	s := New(base, base.Model(), x, Options{Room: Room(200, func(day quiz.Day) int { return full[day] })})
	for seed := range uint64(100) {
		if day := s.Preview(review(8, start-8, start), at(start), seed)[quiz.Good-1].DueDay; day != x.Day-4 {
			t.Fatalf("seed %d: %d days before the exam, only 4 has room", seed, x.Day-day)
		}
	}
	if Room(quiz.Unlimited, nil) != nil {
		t.Error("no limit has all the room")
	}
}

func TestMaxInterval(t *testing.T) {
	base := usual(t)
	s := New(base, base.Model(), Exam{start + 60, 0.95}, Options{MaxInterval: 20})
	for seed := range uint64(50) {
		for i, p := range s.Preview(review(12, start-12, start), at(start), seed) {
			natural := base.Preview(review(12, start-12, start), at(start), seed)[i].DueDay
			if p.DueDay > max(natural, start+20) {
				t.Fatalf("rating %d after %d days", i+1, p.DueDay-start)
			}
		}
	}
}

// progress draws a card as it may stand on a day.
func progress(t *rapid.T, today quiz.Day) quiz.Progress {
	last := today - quiz.Day(rapid.IntRange(0, 400).Draw(t, "since"))
	p := review(rapid.Float64Range(0.01, 3000).Draw(t, "stability"), last, last+quiz.Day(rapid.IntRange(1, 500).Draw(t, "interval")))
	p.Difficulty = rapid.Float64Range(1, 10).Draw(t, "difficulty")
	switch rapid.SampledFrom([]quiz.State{quiz.New, quiz.Learning, quiz.Review, quiz.Relearning}).Draw(t, "state") {
	case quiz.New:
		return quiz.Progress{}
	case quiz.Learning:
		p.State, p.Due, p.DueDay = quiz.Learning, p.LastAt.Add(time.Minute), last
	case quiz.Relearning:
		p.State, p.Due, p.DueDay = quiz.Relearning, p.LastAt.Add(time.Minute), last
	}
	return p
}

// What is not ready never goes behind the exam; a better rating never comes
// back sooner; nothing is due today or before; the same seed gives the same;
// and an exam that is over changes nothing.
func TestLaws(t *testing.T) {
	base := usual(t)
	rapid.Check(t, func(t *rapid.T) {
		x := Exam{start + quiz.Day(rapid.IntRange(-400, 4000).Draw(t, "exam")), rapid.Float64Range(0.7, 0.99).Draw(t, "wanted")}
		load := map[quiz.Day]int{}
		for range rapid.IntRange(0, 10).Draw(t, "loaded days") {
			load[x.Day-quiz.Day(rapid.IntRange(1, 20).Draw(t, "loaded"))] = rapid.IntRange(0, 300).Draw(t, "load")
		}
		s := New(base, base.Model(), x, Options{Room: Room(rapid.IntRange(-1, 300).Draw(t, "limit"), func(day quiz.Day) int { return load[day] })})
		p, seed := progress(t, start), rapid.Uint64().Draw(t, "seed")
		got, as := s.Preview(p, at(start), seed), base.Preview(p, at(start), seed)
		if x.Over(start) && got != as {
			t.Fatal(cmp.Diff(as, got))
		}
		if got != s.Preview(p, at(start), seed) {
			t.Fatal("not the same again")
		}
		last := quiz.Day(0)
		for i, n := range got {
			if n.Steps() {
				if n != as[i] {
					t.Fatal("a step moved", cmp.Diff(as[i], n))
				}
				continue
			}
			if n.DueDay < last || n.DueDay <= start {
				t.Fatalf("rating %d comes back after %d days, a worse one after %d", i+1, n.DueDay-start, last-start)
			}
			if !x.Over(start) && n.DueDay > max(x.Day-1, start+1) && !s.Ready(n) {
				t.Fatalf("rating %d comes back %d days after the exam with a recall of %v", i+1, n.DueDay-x.Day, s.Recall(n))
			}
			if n.Due.Sub(as[i].Due) != time.Duration(n.DueDay-as[i].DueDay)*24*time.Hour {
				t.Fatalf("due %v on day %d", n.Due, n.DueDay)
			}
			last = n.DueDay
		}
		day := s.Due(p, start, seed)
		if x.Over(start) && day != p.DueDay {
			t.Fatal("an exam that is over moved a card")
		}
		if !x.Over(start) && p.State == quiz.Review && day >= x.Day && !s.Ready(p) {
			t.Fatalf("due %d days after the exam with a recall of %v", day-x.Day, s.Recall(p))
		}
	})
}

// A card that was put behind the exam before there was one comes before it, on
// a day that stays the same while days pass.
func TestDueOfOlderPlans(t *testing.T) {
	base := usual(t)
	s := New(base, base.Model(), Exam{start + 20, 0.95}, Options{})
	p := review(50, start-10, start+60)
	for seed := range uint64(50) {
		day := s.Due(p, start, seed)
		if day < start || day >= start+20 {
			t.Fatalf("due %d days from now", day-start)
		}
		for today := start; today < day; today++ {
			if again := s.Due(p, today, seed); again != day {
				t.Fatalf("on %d due on %d, before on %d", today, again, day)
			}
		}
		if late := s.Due(p, day+1, seed); day+1 < start+20 && (late <= day || late >= start+20) {
			t.Fatalf("missed on day %d, then due on %d", day-start, late-start)
		}
	}
}

func TestQueue(t *testing.T) {
	base := usual(t)
	x := Exam{start + 5, 0.9}
	s := New(base, base.Model(), x, Options{})
	items := newItems(6)
	items[0].Progress = review(9, start-10, start-1)
	items[1].Progress = review(2, start-1, start+60) // too far, and weak on the day
	items[2].Progress = review(3, start-10, start-5)
	items[3].Progress = review(4, start-3, start+60)
	items[4].Progress = review(900, start-10, start+60)
	limits := quiz.Limits{New: 1, Reviews: 3, Session: quiz.Unlimited, ReviewOrder: quiz.ByDue}
	names := func(queue []quiz.Item) (all []string) {
		for _, it := range queue {
			all = append(all, it.Card.ID.Question)
			if it.Progress != items[number(it)].Progress {
				t.Error("the progress of a card changed")
			}
		}
		return all
	}
	of := func(decks.Card) *Scheduler { return s }
	none := func(decks.Card) *Scheduler { return nil }
	if diff := cmp.Diff([]string{"q0002", "q0000", "q0005"}, names(Queue(items, at(start), limits, 1, none))); diff != "" {
		t.Error("without an exam:", diff)
	}
	last := at(x.Day - 1)
	if diff := cmp.Diff([]string{"q0002", "q0001", "q0003", "q0005"}, names(Queue(items, last, limits, 1, of))); diff != "" {
		t.Error("on the last day the weakest first:", diff)
	}
	limits.ReviewOrder, limits.Gain = quiz.ByRetrievability, func(it *quiz.Item) float64 { return base.Model().Gain(it.Progress, x.Day) }
	if diff := cmp.Diff(names(quiz.Queue(items, at(x.Day), limits, 1)), names(Queue(items, at(x.Day), limits, 1, of))); diff != "" {
		t.Error("on the day as without an exam:", diff)
	}
}

func TestPace(t *testing.T) {
	for _, tt := range []struct{ unseen, days, want int }{
		{100, 30, 5}, {1000, 30, 42}, {1000, 90, 13}, {7, 1, 7}, {7, 2, 4}, {1, 3650, 1},
		{0, 10, 0}, {10, 0, 0}, {10, -5, 0}, {40, 5, 10},
	} {
		if got := Pace(tt.unseen, Exam{Day: start + quiz.Day(tt.days)}, start); got != tt.want {
			t.Errorf("%d unseen in %d days: %d a day, want %d", tt.unseen, tt.days, got, tt.want)
		}
	}
}

func TestLook(t *testing.T) {
	base := usual(t)
	items := newItems(9)
	items[0].Progress = review(1000, start-1, start+300)
	items[1].Progress = review(3, start-4, start)
	items[2].Progress = review(0.001, start-1, start)
	items[3].Progress = review(4, start-4, start)
	items[4].Progress = review(9, start-4, start)
	items[4].Progress.Suspended = true
	look := func(days quiz.Day, new, reviews int) Outlook {
		s := New(base, base.Model(), Exam{start + days, 0.9}, Options{})
		of := func(card decks.Card) *Scheduler {
			if card.ID.Question == "q0008" {
				return nil
			}
			return s
		}
		return Look(items, of, s.Exam(), start, new, reviews)
	}
	missing := func(o Outlook) (all []string) {
		for _, m := range o.Missing {
			all = append(all, m.Card.Question+" "+string(m.Why))
		}
		return all
	}
	o := look(2, 1, 100)
	if o.Cards != 7 || o.Unseen != 3 || o.Ready != 1 || o.Days != 2 || !(o.Recall > 0.2 && o.Recall < 0.5) {
		t.Errorf("%+v", o)
	}
	for _, tt := range []struct {
		name         string
		days         quiz.Day
		new, reviews int
		want         []string
	}{
		{"new cards beyond the pace", 2, 1, 100, []string{"q0002 weak", "q0007 unseen"}},
		{"no limits", 2, quiz.Unlimited, quiz.Unlimited, []string{"q0002 weak"}},
		{"no room for reviews", 1, 3, 1, []string{"q0002 weak", "q0003 full"}},
		{"today", 0, 0, 0, nil},
		{"over", -3, 0, 0, nil},
		{"time enough for the weak", 30, 1, 1, nil},
		{"in ten years", 3650, 1, 1, nil},
	} {
		if diff := cmp.Diff(tt.want, missing(look(tt.days, tt.new, tt.reviews))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
