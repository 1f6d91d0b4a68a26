package library_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"

	"recto/decks"
)

// articleDeck is the deck that was drawn from an article.
const articleDeck = "north-korea-russia.toml"

// The sections of the article, by heading.
const (
	opening  = ""
	treaty   = "Russia-North Korea treaty"
	china    = "A knife in China’s back?"
	crisis   = "A regime in crisis"
	market   = "The market generation"
	refugees = "North Korean refugees"
	war      = "Fighting Russia’s war"
)

// outline says how many paragraphs each section of the article has.
var outline = []struct {
	section    string
	paragraphs int
}{
	{opening, 1}, {treaty, 3}, {china, 3}, {crisis, 5}, {market, 3}, {refugees, 5}, {war, 5},
}

// fact is one thing that the article says, and the questions that ask it.
type fact struct {
	section   string
	paragraph int
	says      string
	asked     string // question ids, by spaces
}

// facts is the whole article, so that a question taken out of the deck leaves
// a hole that shows, and a fact asked too often shows as well.
var facts = []fact{
	{opening, 1, "North Korea is an enigma", "enigma"},
	{opening, 1, "Kim Jong Un decided to send troops", "who-sent-the-troops"},
	{opening, 1, "the decision shocked South Korea and the world", "shocked-by-the-decision"},
	{opening, 1, "the path taken is disastrous and a dead end", "path-for-north-korea"},
	{opening, 1, "the reasons lie in the dynamics of Northeast Asia, prone to crises", "region-with-the-answer"},

	{treaty, 1, "the treaty was signed in June", "treaty-month steps-of-2024"},
	{treaty, 1, "it is one of comprehensive strategic partnership", "treaty-name"},
	{treaty, 1, "Putin signed it with Kim", "treaty-partner people-and-parts"},
	{treaty, 1, "the Duma approved it on October 24", "duma-approval steps-of-2024"},
	{treaty, 1, "North Korea's Senate approved it on November 6", "senate-approval steps-of-2024"},

	{treaty, 2, "troops went before the ratification", "troops-before-ratification steps-of-2024"},
	{treaty, 2, "the first were dispatched on October 8", "first-contingent-day steps-of-2024"},
	{treaty, 2, "the first were 1500", "first-contingent-size forces-by-size"},
	{treaty, 2, "the second contingent went a week later", "second-contingent-day steps-of-2024"},
	{treaty, 2, "it was similar in size", "second-contingent-size"},
	{treaty, 2, "up to 12,000 by the end of the year, by estimate", "troops-by-end-of-year forces-by-size"},
	{treaty, 2, "three generals among them", "generals-in-russia forces-by-size"},
	{treaty, 2, "500 officers among them", "officers-in-russia forces-by-size"},
	{treaty, 2, "they belong to four brigades", "brigades forces-by-size"},
	{treaty, 2, "they are elite, of the Special Operation Forces", "elite-troops"},
	{treaty, 2, "these are part of the Korean People's Army", "elite-troops"},
	{treaty, 2, "they are trained well but new to combat", "training-and-experience"},
	{treaty, 2, "Russia and North Korea deny that they are there", "official-denials"},
	{treaty, 2, "reports place them on the Kursk front, in Russia", "front places"},

	{treaty, 3, "South Korean military intelligence: North Korea proposed it", "who-proposed claims-and-sources"},
	{treaty, 3, "the same: Putin accepted, desperate for a reliable ally", "what-putin-needed steps-and-reasons"},
	{treaty, 3, "speculation: missile technology, fighters, other hardware, economic aid in return", "hoped-for-returns"},
	{treaty, 3, "none of it is confirmed", "returns-confirmed"},

	{china, 1, "Russian troops may now enter North Korea", "foreign-troops-let-in turns-in-history"},
	{china, 1, "China was not consulted", "china-not-consulted"},
	{china, 1, "China is upset and hugely insulted", "china-takes-it-as"},
	{china, 1, "North Korea is strategic to China's military defence", "china-defence"},

	{china, 2, "North Korea has been more and more upset with China for decades", "upset-with-china"},
	{china, 2, "China is reported to have plans for an abrupt collapse of the regime", "chinese-plans"},
	{china, 2, "military pundits and internet analysts in China speculate", "who-speculates claims-and-sources"},
	{china, 2, "their claim: the North Army would cross into North Korea", "north-army claims-and-sources"},
	{china, 2, "its purpose: to block South Korea and the United States", "whom-to-block"},
	{china, 2, "official policy it is not", "official-chinese-policy"},
	{china, 2, "the talk has angered Kim", "kim-on-the-speculation"},

	{china, 3, "the relationship is uneasy and may turn sour", "relations-with-china"},
	{china, 3, "rumour: Kim called Japan an enemy of 100 years", "japan-as-enemy"},
	{china, 3, "rumour: Kim called China an enemy of 1000 years", "china-as-enemy claims-and-sources"},
	{china, 3, "true or not, the rumour reflects how the leaders think", "worth-of-the-rumour"},
	{china, 3, "officially China is a brother state", "brother-and-neighbour"},
	{china, 3, "the Korean War forged the friendship", "where-friendship-was-forged turns-in-history"},
	{china, 3, "in truth China is held unreliable and watched with suspicion", "brother-and-neighbour"},

	{crisis, 1, "at the end of 2023 Kim gave up reunification", "end-of-reunification years-of-kim-jong-un"},
	{crisis, 1, "North and South are now two antagonistic states", "two-states"},
	{crisis, 1, "the motive was mainly internal", "motive-of-the-shift"},
	{crisis, 1, "voluntary isolation is seen as what alone can save the regime", "seen-as-salvation steps-and-reasons"},

	{crisis, 2, "the Korean Workers' Party rules", "ruling-party"},
	{crisis, 2, "since 2020 its laws have tightened control", "laws-on-the-young years-of-kim-jong-un"},
	{crisis, 2, "the laws aim at youth", "laws-on-the-young"},
	{crisis, 2, "2020: reactionary thought and culture", "law-of-2020 laws-by-year"},
	{crisis, 2, "2021: youth culture", "law-of-2021 laws-by-year"},
	{crisis, 2, "2023: Pyongyang cultural language", "language-law laws-by-year"},
	{crisis, 2, "2023: state secrets", "secrets-law laws-by-year"},
	{crisis, 2, "BBC Korea reported a sentence on two boys", "sentence-report claims-and-sources"},
	{crisis, 2, "the report came in January", "sentence-report years-of-kim-jong-un"},
	{crisis, 2, "the sentence: 12 years in a labour camp", "sentence-length"},
	{crisis, 2, "the offence: watching and distributing South Korean dramas", "offence-of-the-boys"},
	{crisis, 2, "the purpose: a message to other young people", "purpose-of-the-sentence steps-and-reasons"},
	{crisis, 2, "similar punishments have been reported", "similar-punishments"},
	{crisis, 2, "none of it halted the South's growing influence", "failure-of-the-laws"},
	{crisis, 2, "the policy given up was that of Kim's father and grandfather", "whose-policy"},

	{crisis, 3, "Kim knows but cannot say that the South has won", "what-kim-cannot-say"},
	{crisis, 3, "the South has twice the population", "population-ratio advantages-of-the-south"},
	{crisis, 3, "its economy is 50 times larger", "economy-ratio advantages-of-the-south"},
	{crisis, 3, "its military is far superior", "advantages-of-the-south"},
	{crisis, 3, "it is among the top 10 advanced economies", "rank-of-the-south"},
	{crisis, 3, "the North remains a rogue state at the bottom", "rank-of-the-north"},

	{crisis, 4, "the regime thinks absorption by the South probable", "probable-fate"},
	{crisis, 4, "nuclear weapons alone do not make it feel safe", "nuclear-weapons-enough"},
	{crisis, 4, "it cuts ties with the world and blocks the South's 'evil' influence", "means-of-survival"},

	{crisis, 5, "Kim's power began in 2011, with his father's death", "coming-to-power years-of-kim-jong-un"},
	{crisis, 5, "purges, assassinations, executions made his power firm", "consolidating-power"},
	{crisis, 5, "he had his uncle and kingmaker Jang Sung-taek executed", "executed-uncle people-and-parts"},
	{crisis, 5, "he had his brother Kim Jung Nam assassinated", "assassinated-brother people-and-parts"},
	{crisis, 5, "with rivals gone he still is not secure: support cannot be bought so", "insecure-power"},
	{crisis, 5, "no carrots, so more sticks", "carrots-and-sticks"},

	{market, 1, "closed and ruled from above, yet much changed", "closed-but-changed"},

	{market, 2, "the end of the Soviet Union was a turning point", "turning-point birth-of-a-generation"},
	{market, 2, "a severe food crisis came in the mid-1990s", "food-crisis birth-of-a-generation"},
	{market, 2, "the regime ended rations", "end-of-rations birth-of-a-generation"},
	{market, 2, "people could now buy food on the market", "buying-food turns-in-history"},
	{market, 2, "the market's role has grown", "growth-of-the-market"},
	{market, 2, "a rudimentary capitalism arose", "form-of-capitalism"},
	{market, 2, "South Korean songs, movies and dramas spread there", "southern-entertainment places"},
	{market, 2, "they came by way of China", "entertainment-route"},

	{market, 3, "a new generation has never known state rations", "never-known birth-of-a-generation"},
	{market, 3, "it is ever more individualistic", "character-of-the-generation"},
	{market, 3, "it trusts neither Kim nor party nor regime", "no-trust"},
	{market, 3, "experience taught it to put its own survival first", "first-priority"},
	{market, 3, "Kim's support is extremely weak", "support-base"},
	{market, 3, "only repression and coercion are left to him", "means-of-rule"},

	{refugees, 1, "more refugees helped to shift society's values", "effect-of-refugees"},

	{refugees, 2, "the first wave went to northern China", "first-wave-place places"},
	{refugees, 2, "it wanted to send money home", "first-wave-aim"},
	{refugees, 2, "most had not thought of South Korea", "first-wave-and-the-south"},
	{refugees, 2, "abroad, many learnt of the South's advanced capitalism", "what-refugees-discovered"},

	{refugees, 3, "the Chinese border has many South Korean spies and evangelicals", "border-people places"},
	{refugees, 3, "these seek converts inside North Korea", "aim-of-the-missionaries"},
	{refugees, 3, "they offer material aid and religious indoctrination", "gifts-of-the-missionaries"},
	{refugees, 3, "North Koreans, suspicious at first, came to ask them for help", "attitude-to-missionaries"},

	{refugees, 4, "from individual cases escape grew to an industry", "escape-as-business"},
	{refugees, 4, "people smugglers organise it", "escape-organisers"},
	{refugees, 4, "for China the refugees are a hot potato", "hot-potato"},
	{refugees, 4, "China is allied with the North, hence its refusal", "reason-for-refusal steps-and-reasons"},
	{refugees, 4, "it refuses aid to refugees and cooperation with the South", "chinese-refusals"},
	{refugees, 4, "long and dangerous routes lead by Thailand, Laos, Cambodia", "refugee-routes places"},

	{refugees, 5, "34,259 have entered the South officially", "refugee-count"},
	{refugees, 5, "the count runs from 1998 to September", "refugee-count-period turns-in-history"},
	{refugees, 5, "they have a community of their own and struggle to survive", "life-in-the-south"},

	{war, 1, "it looks like a dictator's whim but is planned", "whim-or-plan"},
	{war, 1, "the strategy is for the regime's survival", "goal-of-the-strategy"},

	{war, 2, "each soldier's death is compensated", "compensation"},
	{war, 2, "sanctions make hard currency desperately needed", "hard-currency"},
	{war, 2, "the real aim: less danger that China intervenes", "real-aim steps-and-reasons"},
	{war, 2, "for China the North is a necessary buffer state", "buffer-state"},
	{war, 2, "for Kim China was the biggest threat", "biggest-threat"},
	{war, 2, "hearts and minds remain an uphill battle", "uphill-battle"},

	{war, 3, "deaths have been in the news since October", "deaths-in-the-news"},
	{war, 3, "their number is unverified", "deaths-verified"},
	{war, 3, "Zelensky is president of Ukraine and claims a number", "president-of-ukraine people-and-parts"},
	{war, 3, "his claim: as many as 3000", "deaths-by-ukraine claims-and-sources"},
	{war, 3, "South Korean military intelligence: about 1000", "deaths-by-seoul"},
	{war, 3, "the toll will rise", "rising-toll"},
	{war, 3, "they are not prepared for drones, nor to talk with Russians", "unprepared"},

	{war, 4, "Trump returns to the US presidency", "us-president people-and-parts"},
	{war, 4, "Northeast Asia becomes more precarious and unpredictable", "change-for-the-region"},
	{war, 4, "too early to tell: a new Cold War, or multipolarity", "two-possible-eras"},
	{war, 4, "uncertainty grows, with instability and difficulties", "outlook"},

	{war, 5, "Won Youngsu is an activist, Marxist, researcher of labour", "won-youngsu"},
	{war, 5, "and director of Pnyx, an institute of Marxist studies", "won-youngsu-institute"},
}

func TestEveryFactIsAskedAndEveryQuestionAsksOne(t *testing.T) {
	deck := parseArticleDeck(t)
	questions := map[string]*decks.Question{}
	for _, q := range deck.Questions {
		questions[q.ID] = q
	}
	listed := map[string]bool{}
	for _, f := range facts {
		ids := strings.Fields(f.asked)
		if len(ids) == 0 {
			t.Errorf("%q is never asked", f.says)
		}
		if len(ids) > 2 {
			t.Errorf("%q is asked %d times: %s", f.says, len(ids), f.asked)
		}
		for _, id := range ids {
			listed[id] = true
			if questions[id] == nil {
				t.Errorf("%q: the deck has no question %s", f.says, id)
			}
		}
	}
	for id := range questions {
		if !listed[id] {
			t.Errorf("question %s asks no fact of the table", id)
		}
	}
}

func TestEveryParagraphIsCovered(t *testing.T) {
	asked := map[decks.Anchor]int{}
	for _, f := range facts {
		asked[place(f.section, f.paragraph)]++
	}
	paragraphs := 0
	for _, s := range outline {
		for p := 1; p <= s.paragraphs; p++ {
			paragraphs++
			if asked[place(s.section, p)] == 0 {
				t.Errorf("no fact of section %q, paragraph %d", s.section, p)
			}
		}
	}
	if len(asked) != paragraphs {
		t.Errorf("the facts name %d paragraphs, the article has %d", len(asked), paragraphs)
	}
}

func TestQuestionsPointToWhereTheirFactsStand(t *testing.T) {
	deck := parseArticleDeck(t)
	want := map[string][]decks.Anchor{}
	for _, f := range facts {
		for _, id := range strings.Fields(f.asked) {
			if a := place(f.section, f.paragraph); !slices.Contains(want[id], a) {
				want[id] = append(want[id], a)
			}
		}
	}
	for _, q := range deck.Questions {
		var got []decks.Anchor
		for _, a := range q.From {
			got = append(got, place(a.Section, a.Paragraph))
		}
		for _, a := range want[q.ID] {
			if !slices.Contains(got, a) {
				t.Errorf("%s asks a fact of section %q, paragraph %d, but its from leaves that out", q.ID, a.Section, a.Paragraph)
			}
		}
		for _, a := range got {
			if !slices.Contains(want[q.ID], a) {
				t.Errorf("%s points to section %q, paragraph %d, where no fact that it asks stands", q.ID, a.Section, a.Paragraph)
			}
		}
	}
}

func TestKindsAreMixed(t *testing.T) {
	deck := parseArticleDeck(t)
	if len(deck.Questions) < 90 {
		t.Errorf("%d questions are too few to retell the article, want at least 90", len(deck.Questions))
	}
	counts := map[decks.Kind]int{}
	for _, q := range deck.Questions {
		counts[q.Kind]++
	}
	for k := decks.Short; k <= decks.Cloze; k++ {
		if counts[k] < 3 {
			t.Errorf("%d questions of kind %s, want at least 3", counts[k], k)
		}
		if 100*counts[k] > 35*len(deck.Questions) {
			t.Errorf("%d of %d questions are of kind %s, want at most 35 in 100", counts[k], len(deck.Questions), k)
		}
	}
}

// sharedWords is how many words running the deck may have in common with the
// article, whose wording is its author's.
const sharedWords = 7

// articleTitle must be quoted as it is.
const articleTitle = "Why is North Korea helping Russia’s war on Ukraine?"

func TestDeckIsInItsOwnWords(t *testing.T) {
	article := words(readArticle(t))
	runs := map[string]bool{}
	for _, run := range runsOf(article) {
		runs[run] = true
	}
	check := func(where, text string) {
		for _, run := range runsOf(words(gapMarks.ReplaceAllString(text, "$1"))) {
			if runs[run] {
				t.Errorf("%s: more than %d words running of the article: %q", where, sharedWords, run)
			}
		}
	}
	var raw map[string]any
	if _, err := toml.DecodeFile(articleDeck, &raw); err != nil {
		t.Fatal(err)
	}
	eachText(raw, func(text string) {
		if text != articleTitle {
			check(articleDeck, text)
		}
	})
	for _, f := range facts {
		check("fact table", f.says)
	}
}

func TestOutlineIsThatOfTheArticle(t *testing.T) {
	headings := map[string]bool{}
	for _, s := range outline {
		headings[s.section] = s.section != opening
	}
	section, paragraphs := opening, map[string]int{}
	lines := strings.Split(readArticle(t), "\n")
	for _, line := range lines[1:] { // the first is the title
		switch line = strings.TrimSpace(line); {
		case headings[line]:
			section = line
		case line != "":
			paragraphs[section]++
		}
	}
	for _, s := range outline {
		if got := paragraphs[s.section]; got != s.paragraphs {
			t.Errorf("section %q of the article has %d paragraphs, the outline says %d", s.section, got, s.paragraphs)
		}
	}
}

// A gap of a cloze text: label, text, hint.
var gapMarks = regexp.MustCompile(`\{\{(?:c\d+::)?(.*?)(?:::.*?)?\}\}`)

// eachText calls visit with every string below a value of a TOML file.
func eachText(value any, visit func(string)) {
	switch v := value.(type) {
	case string:
		visit(v)
	case []any:
		for _, child := range v {
			eachText(child, visit)
		}
	case []map[string]any:
		for _, child := range v {
			eachText(child, visit)
		}
	case map[string]any:
		for key, child := range v {
			visit(key) // in a table of accepted answers keys are text
			eachText(child, visit)
		}
	}
}

// runsOf returns every run of one word more than may be shared.
func runsOf(text []string) []string {
	var runs []string
	for i := 0; i+sharedWords < len(text); i++ {
		runs = append(runs, strings.Join(text[i:i+sharedWords+1], " "))
	}
	return runs
}

// words returns the words of a text in lower case, apostrophes left out, so
// that "Russia’s" and "Russia's" are one word.
func words(text string) []string {
	text = strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func place(section string, paragraph int) decks.Anchor {
	return decks.Anchor{Section: section, Paragraph: paragraph}
}

func parseArticleDeck(t *testing.T) *decks.Deck {
	t.Helper()
	src, err := os.ReadFile(articleDeck)
	if err != nil {
		t.Fatal(err)
	}
	deck, err := decks.Parse(articleDeck, src, os.DirFS("."))
	if err != nil {
		t.Fatalf("the deck has faults:\n%v", err)
	}
	return deck
}

// readArticle returns the article. It is not ours to publish, so it lies
// outside the repository and the tests that compare with it can be skipped.
func readArticle(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("RECTO_SHARED")
	if shared == "" {
		t.Skip("the article is not part of the repository: set RECTO_SHARED to a folder that holds articles/north-korea-russia.txt")
	}
	text, err := os.ReadFile(filepath.Join(shared, "articles", "north-korea-russia.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
