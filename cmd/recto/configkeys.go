package main

import (
	"fmt"
	"strconv"

	"github.com/BurntSushi/toml"

	"recto/quiz"
)

// configKey is one key of config.toml. The list below is the whole truth:
// reading, "recto config", its schema and "recto help config" follow it.
type configKey struct {
	name, value, help string // value is the default, as TOML
	schema            string // JSON Schema of the value: it takes everything that set takes
	set               func(c *config, v any) error
	show              func(c *config) string // as TOML
}

func configKeys() []configKey {
	return []configKey{
		{"decks", "[]", "files and folders studied when no deck is named; relative to config.toml, ~ is your home folder",
			`{"type": "array", "items": {"type": "string", "minLength": 1}, "examples": [["~/decks", "french.toml"]]}`,
			func(c *config, v any) (err error) { c.Decks, err = texts(v); return err },
			func(c *config) string { return list(c.Decks, quoteText) }},
		{"new_per_day", "20", "new cards a day, over all decks",
			`{"type": "integer", "minimum": 0, "maximum": 100000, "examples": [10]}`,
			func(c *config, v any) (err error) { c.NewPerDay, err = whole(v, 0, 100000); return err },
			func(c *config) string { return strconv.Itoa(c.NewPerDay) }},
		{"reviews_per_day", "200", "reviews a day, over all decks",
			`{"type": "integer", "minimum": 0, "maximum": 100000, "examples": [100]}`,
			func(c *config, v any) (err error) { c.ReviewsPerDay, err = whole(v, 0, 100000); return err },
			func(c *config) string { return strconv.Itoa(c.ReviewsPerDay) }},
		{"minutes_per_day", "0", "minutes a day: a session has as many cards as you are likely to answer in what is left of them, by your own pace; 0 for no limit",
			`{"type": "integer", "minimum": 0, "maximum": 1440, "examples": [20]}`,
			func(c *config, v any) (err error) { c.MinutesPerDay, err = whole(v, 0, 1440); return err },
			func(c *config) string { return strconv.Itoa(c.MinutesPerDay) }},
		{"new_order", `"mixed"`, "new cards of several decks: \"mixed\" takes one of each in turn, \"deck\" those of the first deck first",
			`{"enum": ["mixed", "deck"], "examples": ["deck"]}`,
			func(c *config, v any) (err error) {
				c.NewOrder, err = oneOf(v, quiz.NewMixed, quiz.NewByDeck)
				return err
			},
			func(c *config) string { return quoteText(string(c.NewOrder)) }},
		{"new_mix", `"after"`, "new cards come \"after\" the reviews, \"before\" them, or \"mixed\" evenly among them",
			`{"enum": ["after", "before", "mixed"], "examples": ["mixed"]}`,
			func(c *config, v any) (err error) {
				c.NewMix, err = oneOf(v, quiz.NewAfter, quiz.NewBefore, quiz.NewAmong)
				return err
			},
			func(c *config) string { return quoteText(string(c.NewMix)) }},
		{"review_order", `"retrievability"`, "reviews that wait: \"retrievability\" begins with those best remembered, which a backlog loses first; \"due\" with those that wait longest; \"random\"",
			`{"enum": ["retrievability", "due", "random"], "examples": ["due"]}`,
			func(c *config, v any) (err error) {
				c.ReviewOrder, err = oneOf(v, quiz.ByRetrievability, quiz.ByDue, quiz.ByChance)
				return err
			},
			func(c *config) string { return quoteText(string(c.ReviewOrder)) }},
		{"bury_siblings", "true", "cards of one question come on different days",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.BurySiblings, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.BurySiblings) }},
		{"retention", "0.9", "the chance of remembering at which a card comes back, 0.70 to 0.99",
			`{"type": "number", "minimum": 0.7, "maximum": 0.99, "examples": [0.85]}`,
			func(c *config, v any) (err error) { c.Retention, err = number(v, 0.70, 0.99); return err },
			func(c *config) string { return strconv.FormatFloat(c.Retention, 'g', -1, 64) }},
		{"learning_steps", `["1m", "10m"]`, "waits between the first reviews of a new card (s, m, h, d)",
			stepsSchema,
			func(c *config, v any) (err error) { c.LearningSteps, err = steps(v); return err },
			func(c *config) string { return list(c.LearningSteps, quoteStep) }},
		{"relearning_steps", `["10m"]`, "waits after a lapse",
			stepsSchema,
			func(c *config, v any) (err error) { c.RelearningSteps, err = steps(v); return err },
			func(c *config) string { return list(c.RelearningSteps, quoteStep) }},
		{"day_start", "4", "hour at which a study day begins, 0 to 23",
			`{"type": "integer", "minimum": 0, "maximum": 23, "examples": [3]}`,
			func(c *config, v any) (err error) { c.DayStart, err = whole(v, 0, 23); return err },
			func(c *config) string { return strconv.Itoa(c.DayStart) }},
		{"fuzz", "true", "spread due days a little, so that cards learned together do not stay together",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.Fuzz, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.Fuzz) }},
		{"load_balance", "true", "within what fuzz allows, choose days with few cards (intervals up to 90 days)",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.LoadBalance, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.LoadBalance) }},
		{"easy_days", "{}", "days of the week with less to do, within what fuzz allows: \"reduced\" is half of a \"normal\" day, \"minimum\" next to nothing",
			`{"type": "object", "propertyNames": {"enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}, "additionalProperties": {"enum": ["normal", "reduced", "minimum"]}, "examples": [{"sat": "reduced", "sun": "minimum"}]}`,
			func(c *config, v any) (err error) { c.EasyDays, err = week(v); return err },
			func(c *config) string { return showWeek(c.EasyDays) }},
		{"max_interval", `"100y"`, "the longest wait between two reviews (d, y)",
			`{"type": "string", "pattern": "^[0-9.]+(s|m|h|d|mo|y)$", "examples": ["180d", "5y"]}`,
			func(c *config, v any) (err error) { c.MaxInterval, err = days(v); return err },
			func(c *config) string { return quoteText(showDays(c.MaxInterval)) }},
		{"leech", "8", "lapses after which a card is pointed out as a leech, again every half as many; 0 for never",
			`{"type": "integer", "minimum": 0, "maximum": 1000, "examples": [6]}`,
			func(c *config, v any) (err error) { c.Leech, err = whole(v, 0, 1000); return err },
			func(c *config) string { return strconv.Itoa(c.Leech) }},
		{"leech_action", `"tell"`, "what becomes of a leech beside being told: \"tell\" nothing, \"suspend\" it, or \"flag\" it with flag 7",
			`{"enum": ["tell", "suspend", "flag"], "examples": ["flag"]}`,
			func(c *config, v any) (err error) {
				c.LeechAction, err = oneOf(v, quiz.LeechTell, quiz.LeechSuspend, quiz.LeechMark)
				return err
			},
			func(c *config) string { return quoteText(string(c.LeechAction)) }},
		{"type_answers", "true", "type the answers; false: reveal and judge yourself wherever that is possible",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.TypeAnswers, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.TypeAnswers) }},
		{"exam", "{}", "a day on which the cards must be known, and how well: cards come back in time for it, see recto help exams",
			`{"type": "object", "properties": {"date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}, "retention": {"type": "number", "minimum": 0.7, "maximum": 0.99}}, "additionalProperties": false, "dependencies": {"retention": ["date"]}, "examples": [{"date": "2026-12-12", "retention": 0.95}]}`,
			func(c *config, v any) (err error) { c.Exam, err = examDate(v); return err },
			func(c *config) string { return showExam(c.Exam) }},
		{"optimize", `"off"`, "\"auto\" fits the memory model before a day's first session when there is enough new, see recto help optimizing; \"off\" never",
			`{"enum": ["off", "auto"], "examples": ["auto"]}`,
			func(c *config, v any) (err error) { c.Optimize, err = optimizeWhen(v); return err },
			func(c *config) string { return quoteText(c.Optimize) }},
		{"paper", `"a4"`, "the paper of printed sheets: a3, a4, a5, letter or legal",
			`{"type": "string", "anyOf": [{"enum": ["a3", "a4", "a5", "letter", "legal"]}, {"pattern": "^([aA][345]|[lL][eE][tT][tT][eE][rR]|[lL][eE][gG][aA][lL])$"}], "examples": ["letter"]}`,
			func(c *config, v any) (err error) { c.Paper, err = paperName(v); return err },
			func(c *config) string { return quoteText(c.Paper) }},
		{"fonts", "[]", "font files (TrueType: .ttf, .ttc) for characters that recto's own fonts lack, the first that has one first",
			`{"type": "array", "items": {"type": "string", "minLength": 1}, "maxItems": 20, "examples": [["NotoSansKR-Regular.ttf"]]}`,
			func(c *config, v any) (err error) { c.Fonts, err = fontPaths(v); return err },
			func(c *config) string { return list(c.Fonts, quoteText) }},
		{"system_fonts", "true", "look for a missing character in the fonts of this machine; false prints the same bytes on every machine",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.SystemFonts, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.SystemFonts) }},
		{"theme", `"terminal"`, "the looks of the screens: the colours of your \"terminal\", \"high-contrast\" without colours and with nothing faint, or \"none\" without colours",
			`{"enum": ["terminal", "high-contrast", "none"], "examples": ["high-contrast"]}`,
			func(c *config, v any) (err error) {
				c.Theme, err = oneOf(v, themeTerminal, themeContrast, themeNone)
				return err
			},
			func(c *config) string { return quoteText(c.Theme) }},
		{"timer", "false", "a session on the screen tells how long each card takes",
			`{"type": "boolean", "examples": [true]}`,
			func(c *config, v any) (err error) { c.Timer, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.Timer) }},
		{"keys", "{}", "what the keys of the screens mean: a preset (\"vim\", \"emacs\", \"one-hand\", \"one-hand-right\"), and commands with keys of your own, for all screens or for one; see recto help keys",
			keysSchema,
			func(c *config, v any) (err error) { c.Keys, err = keymap(v); return err },
			func(c *config) string { return showKeymap(c.Keys) }},
		{"mouse", "true", "the mouse chooses on the screens and the wheel scrolls; false leaves it to the terminal (Shift selects text in any case)",
			`{"type": "boolean", "examples": [false]}`,
			func(c *config, v any) (err error) { c.Mouse, err = boolean(v); return err },
			func(c *config) string { return strconv.FormatBool(c.Mouse) }},
		{"images", `"auto"`, "images on the screen: \"auto\" asks the terminal for graphics, and draws in cells of two colours where it has none; \"blocks\" always draws in cells; \"off\" tells them in words",
			`{"enum": ["auto", "blocks", "off"], "examples": ["blocks"]}`,
			func(c *config, v any) (err error) {
				c.Images, err = oneOf(v, picturesAuto, picturesBlocks, picturesOff)
				return err
			},
			func(c *config) string { return quoteText(c.Images) }},
	}
}

// keysSchema takes more than keymap does, which knows the commands.
const keysSchema = `{"anyOf": [{"enum": ["default", "vim", "emacs", "one-hand", "one-hand-right"]}, {"type": "object", "properties": {"preset": {"enum": ["default", "vim", "emacs", "one-hand", "one-hand-right"]}}, "additionalProperties": {"anyOf": [{"type": "array", "items": {"type": "string", "minLength": 1}}, {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string", "minLength": 1}}}]}}], "examples": ["vim", {"preset": "vim", "undo": ["u", "ctrl+r"], "home": {"leave": ["q"]}}]}`

const stepsSchema = `{"type": "array", "items": {"type": "string", "pattern": "^[0-9.]+(s|m|h|d|mo|y)$"}, "maxItems": 20, "examples": [["30s", "10m", "1d"]]}`

// standard returns the default as a decoded value.
func (k configKey) standard() (any, error) { return decodeValue(k.value) }

// decodeValue decodes one value as TOML writes it.
func decodeValue(text string) (any, error) {
	var v struct{ V any }
	if _, err := toml.Decode("V = "+text, &v); err != nil {
		return nil, fmt.Errorf("%s: %w", text, err)
	}
	return v.V, nil
}

func findKey(keys []configKey, name string) *configKey {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func keyNames(keys []configKey) []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return names
}
