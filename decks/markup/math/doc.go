// Package math reads the mathematics of a deck, a subset of TeX, into a small
// tree, and writes the tree as one line of Unicode.
//
// Paper sets the tree with real fractions and roots; the screen and every list
// show the line. Nobody else has to know TeX.
//
//	Unicode(Parse(`\frac{-b \pm \sqrt{b^2-4ac}}{2a}`))    (−b±√(b²−4ac))/(2a)
//	Unicode(Parse(`\sum_{i=1}^{n} i^2`))                  ∑ᵢ₌₁ⁿ i²
//	Unicode(Parse(`x \in \mathbb{R} \setminus \{0\}`))    x ∈ ℝ ∖ {0}
//
// # What is read
//
//	a^2  a_n  a_i^2  a'  {}^{14}C          powers, indices, primes
//	\frac \dfrac \tfrac \cfrac \binom      fractions, binomial coefficients
//	\sqrt{x}  \sqrt[3]{x}                  roots
//	\alpha ... \Omega  \varphi             Greek
//	\times \cdot \pm \cup \circ ...        operators
//	= < \le \ne \approx \in \to \iff ...   relations and arrows, \not before one
//	\sum \prod \int \bigcup ...            big operators, with limits
//	\sin \log \lim \max \operatorname{f}   functions
//	\hat \bar \vec \dot \overline ...      accents
//	\left( \right]  \big|  \langle \lfloor delimiters
//	matrix pmatrix bmatrix vmatrix cases   tables, also Vmatrix, Bmatrix, array,
//	                                       aligned, align*, gathered, smallmatrix
//	\text \textbf \mbox                    words, spaces kept
//	\mathbb \mathcal \mathfrak \mathrm     alphabets, also \mathbf \mathit
//	\, \: \; \! \quad ~                    spaces
//	\overset \underset \xrightarrow        something above or below
//	\pmod \bmod \underbrace \overbrace
//
// Signs that are no TeX, α or ≤ or a Han character, are what they are. Spaces
// mean nothing, as in TeX, but around | and behind : where they tell a sign
// between two things from one beside a thing.
//
// # What is not read
//
// It stays as it is written. A command that is not known stays with the groups
// in braces and brackets that follow it, and what is around it is read. A
// formula that cannot be read, with a brace or an environment left open, an
// argument missing, two powers at one base, deeper than MaxDepth or longer than
// MaxSource, stays whole: the tree is then one Raw node.
//
// # Bounds
//
// Parse and Unicode never fail. The nodes of a tree are at most three for each
// byte of the source, and both take time in proportion to its length, times
// its depth.
package math
