package export

import (
	"strconv"
	"strings"

	"recto/decks"
	"recto/decks/markup"
)

// cardContent is what stands on a card.
type cardContent struct {
	card        decks.Card
	item        Item
	front, back []cardPart
}

// cardPart is a text or picture of a card's side.
type cardPart struct {
	spans  []markup.Span
	label  string  // left of the text: a letter, a number
	scale  float64 // of the type, beside that of the question
	style  Style
	ink    Ink
	above  float64 // space above, in lines
	left   bool    // the whole side is set flush left
	what   string  // how a warning calls it; "" for what is never left out as a whole
	file   string  // of the picture
	image  string
	spaced bool // its blanks need room
	second bool // the second column begins here, where there are two
}

// cardsOf returns the cards of a question: what a learner is asked one at a
// time. A cloze gives one for each label. A question that is also asked the
// other way round gives one card, which is turned over for that, unless its
// author wrote other words for the other way.
func (s *sheet) cardsOf(it Item) []cardContent {
	var out []cardContent
	for _, c := range it.Question.Cards() {
		if c.Face == decks.ReverseFace && it.Question.Reverse.Ask == "" && it.Question.Reverse.Answer == "" {
			continue
		}
		content := cardContent{card: c, item: it}
		content.front = s.cardFront(c, it)
		content.back = s.cardBack(c, it)
		out = append(out, content)
	}
	return out
}

func (s *sheet) cardFront(c decks.Card, it Item) []cardPart {
	q := it.Question
	var parts []cardPart
	add := func(p cardPart) { parts = append(parts, p) }
	for _, g := range q.Group.Path() {
		if g.Text != "" {
			add(cardPart{spans: markup.Parse(g.Text), scale: 0.8, above: 0.4, left: true})
		}
		if g.Image != "" {
			add(cardPart{file: g.File, image: g.Image, above: 0.4})
		}
	}
	if text := c.Instruction(); text != "" {
		add(cardPart{spans: markup.Parse(text), scale: 0.8, style: Italic, ink: grey, above: 0.4})
	}
	ask := markup.Parse(c.Ask())
	add(cardPart{spans: ask, scale: 1, above: 0.4, left: fenced(ask), spaced: q.Kind == decks.Cloze})
	if q.Image != "" && c.Face != decks.ReverseFace {
		add(cardPart{file: q.File, image: q.Image, above: 0.4})
	}
	if c.Face == decks.ReverseFace {
		return parts
	}
	option := func(label string, v decks.Value, above float64) {
		add(cardPart{spans: markup.Parse(s.showOn(q, v)), label: label, scale: 0.9, above: above, left: true})
	}
	gap := func(i int) float64 {
		if i == 0 {
			return 0.5
		}
		return 0.1
	}
	switch q.Kind {
	case decks.TrueFalse:
		add(cardPart{spans: []markup.Span{{Text: s.yes + " / " + s.no}}, scale: 0.8, ink: grey, above: 0.5})
	case decks.Multiple:
		add(cardPart{spans: []markup.Span{{Text: s.all}}, scale: 0.8, style: Italic, ink: grey, above: 0.3, left: true})
	case decks.Match:
		for i, v := range q.Lefts {
			option(strconv.Itoa(i+1)+".", v, gap(i))
		}
	}
	for i, v := range it.Options {
		if q.Kind == decks.Cloze {
			add(cardPart{spans: []markup.Span{{Text: strings.Join(s.shown(q, it.Options), "   ")}}, scale: 0.8, ink: grey, above: 0.5})
			break
		}
		option(letterOf(i), v, gap(i))
		parts[len(parts)-1].second = q.Kind == decks.Match && i == 0
	}
	return parts
}

func (s *sheet) shown(q *decks.Question, values []decks.Value) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = markup.Plain(markup.Parse(s.showOn(q, v)))
	}
	return out
}

// showOn is a value of a question as the sheet displays it, in markup.
func (s *sheet) showOn(q *decks.Question, v decks.Value) string {
	if v.Type == decks.BoolValue {
		return s.truth(v)
	}
	return v.Show(answerLanguage(q))
}

func fenced(spans []markup.Span) bool {
	for _, span := range spans {
		if span.Kind == markup.Fence {
			return true
		}
	}
	return false
}

func (s *sheet) cardBack(c decks.Card, it Item) []cardPart {
	var parts []cardPart
	e := entry(it)
	answer, also := "", ""
	switch {
	case c.Face == decks.ReverseFace:
		answer = c.Shown()
	case it.Question.Kind == decks.Cloze:
		var texts, forms []string
		for _, a := range c.Answers() {
			texts = append(texts, a.Show(answerLanguage(it.Question)))
			forms = append(forms, alsoRight(a, len(c.Answers()) > 1, answerLanguage(it.Question))...)
		}
		answer = strings.Join(texts, "; ")
		if len(forms) > 0 {
			also = s.also + ": " + strings.Join(forms, "; ")
		}
	default:
		also = s.alsoText(e)
	}
	if answer == "" {
		parts = s.cardAnswer(e)
	} else {
		parts = append(parts, answerPart(markup.Parse(answer)))
	}
	if also != "" {
		parts = append(parts, cardPart{spans: markup.Parse(also), scale: 0.75, ink: grey, above: 0.5, what: "what else is right"})
	}
	if text := it.Question.Explain; text != "" {
		parts = append(parts, cardPart{spans: markup.Parse(text), scale: 0.75, above: 0.6, what: "its explanation"})
	}
	return parts
}

// cardAnswer is what is right: letters before their options, the items of a
// list, an order or a matching one below the other.
func (s *sheet) cardAnswer(e Entry) []cardPart {
	q := e.Question
	row := func(label, text string) cardPart {
		return cardPart{spans: markup.Parse(text), label: label, scale: 0.9, above: 0.1, left: true}
	}
	var parts []cardPart
	switch {
	case q.Shown != "":
	case q.Kind == decks.Choice || q.Kind == decks.Multiple:
		for i, m := range e.Marks {
			p := answerPart(markup.Parse(e.Texts[i]))
			p.label, p.left, p.above = m, true, 0.1
			parts = append(parts, p)
		}
		return parts
	case q.Kind == decks.Match:
		for i, a := range q.Answers {
			parts = append(parts, row(strconv.Itoa(i+1)+".", s.showOn(q, q.Lefts[i])+" – "+s.showOn(q, a.Value)))
		}
		return parts
	case q.Kind == decks.Order:
		for i, text := range e.Texts {
			parts = append(parts, row(strconv.Itoa(i+1)+".", text))
		}
		return parts
	case q.Kind == decks.List:
		if q.Need > 0 && q.Need < len(q.Answers) {
			any := strings.Replace(s.anyOf, "%", strconv.Itoa(q.Need), 1) + ":"
			parts = append(parts, cardPart{spans: []markup.Span{{Text: any}}, scale: 0.8, ink: grey, left: true})
		}
		for _, text := range e.Texts {
			parts = append(parts, row("–", text))
		}
		return parts
	case q.Kind == decks.TrueFalse:
		return []cardPart{answerPart([]markup.Span{{Text: s.truth(q.Answers[0].Value)}})}
	}
	return []cardPart{answerPart(markup.Parse(strings.Join(e.Texts, "; ")))}
}

// answerPart sets an answer: bold when it is short.
func answerPart(spans []markup.Span) cardPart {
	p := cardPart{spans: spans, scale: 1, left: fenced(spans)}
	if len(markup.Plain(spans)) <= 60 {
		p.style = Bold
	}
	return p
}
