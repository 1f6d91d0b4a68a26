package compiled

import "recto/decks"

// question codes everything that a question says, but for its deck and group.
func (c *coder) question(q *decks.Question) {
	c.text(&q.ID)
	c.bool(&q.Derived)
	kind := uint64(q.Kind)
	c.uint(&kind)
	q.Kind = decks.Kind(kind)
	c.text(&q.Ask)
	list(c, &q.Answers, c.answer)
	list(c, &q.Choices, c.value)
	list(c, &q.Lefts, c.value)
	c.text(&q.Text)
	list(c, &q.Gaps, c.gap)
	c.bool(&q.Fixed)
	list(c, &q.Last, c.value)
	c.int(&q.Need)
	c.texts(&q.Reject)
	pointer(c, &q.Reverse, c.reverse)
	c.bool(&q.Exact)
	c.bool(&q.Typed)
	c.text(&q.Shown)
	c.text(&q.Unit)
	pointer(c, &q.Tolerance, c.tolerance)
	c.texts(&q.Hints)
	c.text(&q.Explain)
	list(c, &q.From, c.anchor)
	c.text(&q.Image)
	c.text(&q.Alt)
	c.texts(&q.Tags)
	c.float(&q.Points)
	c.int(&q.Lines)
	c.texts(&q.After)
	c.texts(&q.Allow)
	c.text(&q.File)
	c.int(&q.Number)
	c.int(&q.Pos.Line)
	c.int(&q.Pos.Column)
}

func (c *coder) value(v *decks.Value) {
	kind := uint64(v.Type)
	c.uint(&kind)
	v.Type = decks.ValueType(kind)
	c.text(&v.Text)
}

func (c *coder) answer(a *decks.Answer) {
	c.value(&a.Value)
	list(c, &a.Accept, c.value)
}

func (c *coder) gap(g *decks.Gap) {
	c.int(&g.Label)
	c.text(&g.Text)
	c.text(&g.Hint)
	list(c, &g.Accept, c.value)
	c.int(&g.Start)
	c.int(&g.End)
}

func (c *coder) reverse(r *decks.Reverse) {
	c.text(&r.Ask)
	c.text(&r.Answer)
	list(c, &r.Accept, c.value)
	c.texts(&r.Reject)
	c.bool(&r.Typed)
}

func (c *coder) tolerance(t *decks.Tolerance) {
	c.float(&t.Absolute)
	c.float(&t.Percent)
	c.bool(&t.Range)
	c.float(&t.Low)
	c.float(&t.High)
}

func (c *coder) anchor(a *decks.Anchor) {
	c.text(&a.Section)
	c.int(&a.Paragraph)
	c.text(&a.Page)
	c.bool(&a.Inferred)
	c.text(&a.Quote)
}
