package frame

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// page is a screen that writes down what it is told, and does what is pressed:
// q leaves, p pushes next, r replaces itself by it, ctrl+c interrupts, a asks
// itself something.
type page struct {
	name string
	next Opener
	log  *[]string
	line string
	err  error
}

type askedMsg struct{}

func (p *page) note(s string) { *p.log = append(*p.log, p.name+" "+s) }

func (p *page) Init() tea.Cmd { p.note("init"); return nil }

func (p *page) View() tea.View { return tea.NewView("top\n" + p.name) }

func (p *page) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.note(fmt.Sprint(msg.Width))
	case BackMsg:
		p.note(strings.TrimSpace(fmt.Sprint("back ", msg.Line, " ", msg.Err)))
	case askedMsg:
		p.note("asked")
	case tea.KeyPressMsg:
		p.note(msg.String())
		switch msg.String() {
		case "q":
			return p, tea.Quit
		case "p":
			return p, Push(p.next)
		case "r":
			return p, Replace(p.next)
		case "ctrl+c":
			return p, tea.Interrupt
		case "a":
			return p, tea.Batch(func() tea.Msg { return askedMsg{} }, nil)
		}
	}
	return p, nil
}

func (p *page) End(why error) (string, error) {
	p.note(fmt.Sprint("end ", why))
	return p.line, p.err
}

// pile is a stack whose commands wait until a test lets them go.
type pile struct {
	t    *testing.T
	s    *stack
	wait []tea.Cmd
	quit bool
}

func (p *pile) send(msg tea.Msg) {
	_, cmd := p.s.Update(msg)
	p.take(cmd)
}

func (p *pile) take(cmd tea.Cmd) {
	if cmd != nil {
		p.wait = append(p.wait, cmd)
	}
}

// run carries out what waits, and all that comes of it, or as many commands as
// n says.
func (p *pile) run(n int) {
	for ; len(p.wait) > 0 && n != 0; n-- {
		cmd := p.wait[0]
		p.wait = p.wait[1:]
		switch msg := cmd().(type) {
		case nil:
		case tea.QuitMsg:
			p.quit = true
		case tea.BatchMsg:
			for _, c := range msg {
				p.take(c)
			}
		default:
			if !strings.HasPrefix(fmt.Sprintf("%T", msg), "tea.") {
				p.send(msg)
			}
		}
	}
}

func (p *pile) keys(names string) {
	for _, k := range strings.Fields(names) {
		switch k {
		case "esc":
			p.send(tea.KeyPressMsg{Code: tea.KeyEscape})
		case "ctrl+c":
			p.send(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
		case ".":
			p.run(-1)
		case ",":
			p.run(1)
		default:
			p.send(tea.KeyPressMsg{Code: rune(k[0]), Text: k})
		}
	}
}

// What screens are told, in which order: keys in a row, "." lets all commands
// go, "," one.
func TestStack(t *testing.T) {
	fault := errors.New("no deck")
	for _, tt := range []struct {
		name, keys string
		open       error // of the second screen
		end        error
		log        []string
		lines      []string
		why        error
		err        error
	}{
		{"left at once", "q .", nil, nil, []string{"one q", "one end <nil>"}, []string{"line one"}, nil, nil},
		{"there and back", "p . x q . q .", nil, nil,
			[]string{"one p", "two init", "two 80", "two x", "two q", "one 80", "two end <nil>", "one back line two <nil>", "one q", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"keys wait for the screen that comes", "p , x y . q .", nil, nil,
			[]string{"one p", "two init", "two 80", "two x", "two y", "two q", "one 80", "two end <nil>", "one back line two <nil>", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"keys wait for the end of a screen", "p . q , x . q .", nil, nil,
			[]string{"one p", "two init", "two 80", "two q", "one 80", "two end <nil>", "one back line two <nil>", "one x", "one q", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"it cannot be opened", "p , x . q .", fault, nil, []string{"one p", "one back  no deck", "one q", "one end <nil>"}, []string{"line one"}, nil, nil},
		{"called off", "p , esc . x", nil, nil, []string{"one p", "one back  <nil>", "two end <nil>", "one x", "one end <nil>"}, []string{"line two", "line one"}, nil, nil},
		{"interrupted above", "p . ctrl+c .", nil, nil, []string{"one p", "two init", "two 80", "two ctrl+c", "two end interrupted", "one end interrupted"},
			[]string{"line two", "line one"}, ErrInterrupted, nil},
		{"interrupted while it opens", "p , ctrl+c", nil, nil, []string{"one p", "one end interrupted"}, []string{"line one"}, ErrInterrupted, nil},
		{"its end fails and is told", "p . q . q .", nil, fault,
			[]string{"one p", "two init", "two 80", "two q", "one 80", "two end <nil>", "one back line two no deck", "one q", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"its end fails and there is nobody to tell", "p . q ,", nil, fault, []string{"one p", "two init", "two 80", "two q", "one 80", "two end <nil>", "one end <nil>"},
			[]string{"line two", "line one"}, nil, fault},
		{"replaced", "r . x q .", nil, nil, []string{"one r", "two init", "two 80", "one end <nil>", "two x", "two q", "two end <nil>"},
			[]string{"line one", "line two"}, nil, nil},
		{"what would replace it cannot be opened", "r . q .", fault, nil, []string{"one r", "one back  no deck", "one q", "one end <nil>"}, []string{"line one"}, nil, nil},
		{"left while what would replace it is opened", "r q .", nil, nil, []string{"one r", "one q", "two end <nil>", "one end <nil>"}, []string{"line two", "line one"}, nil, nil},
		{"the same above another one", "p . r q . x q .", nil, nil,
			[]string{"one p", "two init", "two 80", "two r", "two q", "one 80", "two end <nil>", "one back line two <nil>", "three end <nil>", "one x", "one q", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"what would replace it is called off", "r , esc . q .", nil, nil, []string{"one r", "one back  <nil>", "two end <nil>", "one q", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"a message comes back to its screen", "a p . q .", nil, nil,
			[]string{"one a", "one p", "one asked", "two init", "two 80", "two q", "one 80", "two end <nil>", "one back line two <nil>", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
		{"a message to a screen that was left", "p . q a .", nil, nil,
			[]string{"one p", "two init", "two 80", "two q", "two a", "one 80", "two end <nil>", "one back line two <nil>", "one end <nil>"},
			[]string{"line two", "line one"}, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var log []string
			three := &page{name: "three", log: &log}
			two := &page{name: "two", log: &log, line: "line two", err: tt.end, next: func(context.Context) (Screen, error) { return three, nil }}
			one := &page{name: "one", log: &log, line: "line one", next: func(context.Context) (Screen, error) {
				if tt.open != nil {
					return nil, tt.open
				}
				return two, nil
			}}
			p := &pile{t: t, s: newStack(context.Background(), one)}
			p.take(p.s.Init())
			p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
			p.run(-1)
			log = nil
			p.keys(tt.keys)
			why := p.s.why(nil)
			lines, err := p.s.finish(why)
			if !slices.Equal(log, tt.log) {
				t.Errorf("told\n%q, want\n%q", log, tt.log)
			}
			if !slices.Equal(lines, tt.lines) {
				t.Errorf("lines %q, want %q", lines, tt.lines)
			}
			if why != tt.why || err != tt.err {
				t.Errorf("ended by %v with %v, want %v, %v", why, err, tt.why, tt.err)
			}
		})
	}
}

// A screen that takes long to open is said to, in the last line, until it is
// there.
func TestLoading(t *testing.T) {
	var log []string
	one := &page{name: "one", log: &log}
	two := &page{name: "two", log: &log}
	p := &pile{t: t, s: newStack(context.Background(), one)}
	p.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	opened := make(chan struct{})
	_, cmd := p.s.Update(ownedMsg{p.s.top(), pushMsg{func(context.Context) (Screen, error) { <-opened; return two, nil }, false}})
	if c := p.s.View().Content; c != "top\none" {
		t.Errorf("%q at once", c)
	}
	commands := cmd().(tea.BatchMsg)
	before := time.Now()
	late := commands[1]()
	if took := time.Since(before); took < Calm {
		t.Errorf("said after %s", took)
	}
	p.send(late)
	if c := p.s.View().Content; c != "top\n"+strings.Repeat(" ", 34)+p.s.words.Frame.Loading {
		t.Errorf("%q after a while", c)
	}
	close(opened)
	p.send(commands[0]())
	p.send(late)
	if c := p.s.View().Content; c != "top\ntwo" {
		t.Errorf("%q at last", c)
	}
}
