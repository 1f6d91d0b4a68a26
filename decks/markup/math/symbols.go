package math

import (
	"strings"
	"sync"
)

// sign is what a command or a character stands for.
type sign struct {
	text  string
	class Class
	style Style
}

// tables are the tables of the reader, in the form in which things are looked
// up in them. They are made when the first formula is read: most decks have none.
type tables struct {
	symbols    map[string]sign     // commands that stand for one sign
	classes    map[string]Class    // of signs that stand in a formula as they are
	negations  map[string]string   // what \not makes of a sign
	functions  map[string]string   // commands that are the name of a function
	accents    map[string]string   // commands that put a combining character over their argument
	delimiters map[string]string   // delimiters that are commands
	alphabets  map[string]alphabet // commands that change letters
}

var look = sync.OnceValue(func() *tables {
	t := &tables{
		symbols: map[string]sign{}, classes: map[string]Class{}, functions: map[string]string{},
		negations: pairs(negations), accents: pairs(accents), delimiters: pairs(openers + closers + otherDelimiters),
		alphabets: newAlphabets(),
	}
	for name := range strings.FieldsSeq(functions) {
		t.functions[name] = strings.NewReplacer("limsup", "lim sup", "liminf", "lim inf").Replace(name)
	}
	for _, k := range []struct {
		class Class
		style Style
		signs string
	}{
		{Ordinary, Italic, greek}, {Ordinary, Upright, capitals}, {Ordinary, Upright, ordinaries}, {Binary, Upright, binaries},
		{Relation, Upright, relations}, {Relation, Upright, arrows}, {Big, Upright, bigs}, {Open, Upright, openers},
		{Close, Upright, closers}, {Punctuation, Upright, "colon :"},
	} {
		for name, text := range pairs(k.signs) {
			t.symbols[name] = sign{text, k.class, k.style}
			if c, ok := t.classes[text]; ok && c != k.class {
				t.classes[text] = Ordinary // it stands for both, as | does
			} else {
				t.classes[text] = k.class
			}
		}
	}
	for text, s := range plainSigns {
		t.classes[text] = s.class
	}
	return t
})

// pairs reads a table of words of which every second one belongs to the one
// before it.
func pairs(table string) map[string]string {
	words := strings.Fields(table)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}

// plainSigns are the characters of a formula that are neither letters nor
// digits.
var plainSigns = map[string]sign{
	"-": {"−", Binary, Upright}, "+": {"+", Binary, Upright}, "*": {"*", Binary, Upright}, "=": {"=", Relation, Upright},
	"<": {"<", Relation, Upright}, ">": {">", Relation, Upright}, "(": {"(", Open, Upright}, ")": {")", Close, Upright},
	"[": {"[", Open, Upright}, "]": {"]", Close, Upright}, ",": {",", Punctuation, Upright},
	";": {";", Punctuation, Upright}, "!": {"!", Ordinary, Upright}, "\u00a0": {" ", Ordinary, Upright},
}

const (
	greek = `
		alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ
		varkappa ϰ  lambda λ  mu μ  nu ν  xi ξ  omicron ο  pi π  varpi ϖ  rho ρ  varrho ϱ  sigma σ  varsigma ς  tau τ
		upsilon υ  phi φ  varphi φ  chi χ  psi ψ  omega ω  imath ı  jmath ȷ `

	capitals = `
		Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω `

	ordinaries = `
		ell ℓ  infty ∞  partial ∂  nabla ∇  forall ∀  exists ∃  nexists ∄  neg ¬  lnot ¬  emptyset ∅  varnothing ∅  aleph ℵ
		beth ℶ  hbar ℏ  hslash ℏ  Re ℜ  Im ℑ  wp ℘  angle ∠  measuredangle ∡  triangle △  square □  Box □
		blacksquare ■  Diamond ◇  lozenge ◊  top ⊤  bot ⊥  ldots …  dots …  dotsc …  cdots ⋯  dotsb ⋯  vdots ⋮
		ddots ⋱  prime ′  degree °  vert |  Vert ‖  backslash \  surd √  complement ∁  checkmark ✓  S §  P ¶
		copyright ©  pounds £  euro €  clubsuit ♣  diamondsuit ♦  heartsuit ♥  spadesuit ♠  flat ♭  natural ♮  sharp ♯
		mho ℧  eth ð  AA Å  qed ∎  colonequals ≔  Bbbk 𝕜 `

	binaries = `
		times ×  cdot ·  div ÷  pm ±  mp ∓  ast *  star ⋆  circ ∘  bullet •  oplus ⊕  ominus ⊖  otimes ⊗  oslash ⊘
		odot ⊙  cup ∪  cap ∩  sqcup ⊔  sqcap ⊓  uplus ⊎  setminus ∖  smallsetminus ∖  wedge ∧  land ∧  vee ∨  lor ∨
		dagger †  ddagger ‡  diamond ⋄  wr ≀  amalg ⨿  ltimes ⋉  rtimes ⋊  triangleleft ◃  triangleright ▹
		bigtriangleup △  veebar ⊻  barwedge ⊼ `

	relations = `
		le ≤  leq ≤  leqslant ≤  ge ≥  geq ≥  geqslant ≥  ne ≠  neq ≠  ll ≪  gg ≫  lt <  gt >  approx ≈  approxeq ≊
		sim ∼  simeq ≃  cong ≅  equiv ≡  propto ∝  varpropto ∝  doteq ≐  asymp ≍  prec ≺  succ ≻  preceq ≼  succeq ≽
		in ∈  ni ∋  notin ∉  owns ∋  subset ⊂  supset ⊃  subseteq ⊆  supseteq ⊇  subsetneq ⊊  supsetneq ⊋
		sqsubseteq ⊑  sqsupseteq ⊒  nsubseteq ⊈  nsupseteq ⊉  mid |  nmid ∤  parallel ∥  nparallel ∦  perp ⊥  vdash ⊢
		dashv ⊣  models ⊨  vDash ⊨  Vdash ⊩  nless ≮  ngtr ≯  nleq ≰  ngeq ≱  coloneqq ≔  lesssim ≲  gtrsim ≳
		bowtie ⋈  smile ⌣  frown ⌢  triangleq ≜  therefore ∴  because ∵  trianglelefteq ⊴  trianglerighteq ⊵ `

	arrows = `
		to →  rightarrow →  leftarrow ←  gets ←  leftrightarrow ↔  uparrow ↑  downarrow ↓  updownarrow ↕  Rightarrow ⇒
		Leftarrow ⇐  Leftrightarrow ⇔  Uparrow ⇑  Downarrow ⇓  longrightarrow ⟶  longleftarrow ⟵  longleftrightarrow ⟷
		Longrightarrow ⟹  Longleftarrow ⟸  Longleftrightarrow ⟺  implies ⟹  impliedby ⟸  iff ⟺  mapsto ↦  longmapsto ⟼
		hookrightarrow ↪  hookleftarrow ↩  twoheadrightarrow ↠  rightharpoonup ⇀  leftharpoonup ↼  rightleftharpoons ⇌
		leftrightharpoons ⇋  rightleftarrows ⇄  nearrow ↗  searrow ↘  swarrow ↙  nwarrow ↖  leadsto ⇝
		rightsquigarrow ⇝  nrightarrow ↛  nleftarrow ↚  nRightarrow ⇏  nLeftarrow ⇍  upharpoonright ↾  multimap ⊸ `

	bigs = `
		sum ∑  prod ∏  coprod ∐  int ∫  iint ∬  iiint ∭  oint ∮  bigcup ⋃  bigcap ⋂  bigoplus ⨁  bigotimes ⨂
		bigodot ⨀  bigvee ⋁  bigwedge ⋀  biguplus ⨄  bigsqcup ⨆ `

	openers = `
		langle ⟨  lfloor ⌊  lceil ⌈  lbrace {  lbrack [  lvert |  lVert ‖ `

	closers = `
		rangle ⟩  rfloor ⌋  rceil ⌉  rbrace }  rbrack ]  rvert |  rVert ‖ `

	otherDelimiters = `
		{ {  } }  | ‖  vert |  Vert ‖  uparrow ↑  downarrow ↓  backslash \ `

	negations = `
		= ≠  ∈ ∉  ∋ ∌  < ≮  > ≯  ≤ ≰  ≥ ≱  ≡ ≢  ∼ ≁  ≃ ≄  ≅ ≇  ≈ ≉  ⊂ ⊄  ⊃ ⊅  ⊆ ⊈  ⊇ ⊉  ∃ ∄  | ∤  ∥ ∦  → ↛  ← ↚  ⇒ ⇏
		⇐ ⇍  ⇔ ⇎  ⊢ ⊬  ⊨ ⊭  ≺ ⊀  ≻ ⊁ `

	functions = `
		sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp det dim ker deg gcd hom arg min
		max sup inf lim limsup liminf Pr`

	accents = "hat \u0302  widehat \u0302  check \u030c  tilde \u0303  widetilde \u0303  acute \u0301  grave \u0300 " +
		"dot \u0307  ddot \u0308  dddot \u20db  breve \u0306  bar \u0304  overline \u0305  underline \u0332 " +
		"vec \u20d7  overrightarrow \u20d7  mathring \u030a  overleftrightarrow \u20e1"
)

// spaces are the widths of the commands that are a space, in em.
var spaces = map[string]float64{
	",": 0.17, ":": 0.22, ">": 0.22, ";": 0.28, " ": 0.33, "!": 0, "thinspace": 0.17, "quad": 1, "qquad": 2,
	"enspace": 0.5, "space": 0.33,
}
