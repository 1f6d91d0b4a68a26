package export

// Manner is how a sheet is set: for most readers, for those who see little, or
// for a printer that runs dry.
type Manner uint8

// The manners of a sheet.
const (
	Ordinary   Manner = iota
	LargePrint        // 18 points, a legible face, wide lines, nothing in grey
	InkSave           // smaller and closer, thin lines, no bars
)

// design is the type, the distances and the inks of a sheet. Lengths are
// millimetres.
type design struct {
	style Style // that all text has beside its own
	// The sizes of type in points, and the distance of two baselines as a
	// multiple of them.
	titleSize, sectionSize, bodySize, smallSize, tinySize float64
	lead                                                  float64

	betweenQuestions float64
	betweenSections  float64
	belowIntro       float64 // from what stands above a group to its first question
	writingLine      float64 // from one ruled line to the next
	marker           float64 // the size of a box or circle to mark
	pen              float64 // the thickness of what is written on or marked
	fine             float64 // the thickness of what only parts
	bar              float64 // the thickness of the bar beside a text; 0 for none
	square           float64 // of squared paper

	grey, faint Ink // of text that steps back, of lines that only part

	edges  Margins // unless others are asked for
	narrow float64 // the side margins on paper narrower than 160 mm
}

// What is written on or marked is thin and black: a printer makes dots of thin
// grey lines, and a copier loses them.
var ordinary = design{
	titleSize: 17, sectionSize: 12.5, bodySize: 10.5, smallSize: 9, tinySize: 8.5, lead: 1.36,
	betweenQuestions: 6, betweenSections: 9, belowIntro: 4, writingLine: 8.5,
	marker: 3.2, pen: 0.15, fine: 0.2, bar: 0.6, square: 5,
	grey: 90, faint: 170,
	edges: Margins{Top: 9, Right: 20, Bottom: 10, Left: 20}, narrow: 13,
}

var largePrint = design{
	style:     Legible,
	titleSize: 26, sectionSize: 21, bodySize: 18, smallSize: 18, tinySize: 16, lead: 1.5,
	betweenQuestions: 12, betweenSections: 16, belowIntro: 7, writingLine: 14,
	marker: 5.6, pen: 0.35, fine: 0.35, bar: 1, square: 10,
	grey: 0, faint: 0,
	edges: Margins{Top: 9, Right: 16, Bottom: 10, Left: 16}, narrow: 11,
}

var inkSave = design{
	titleSize: 14, sectionSize: 11, bodySize: 9.5, smallSize: 8.5, tinySize: 7.5, lead: 1.28,
	betweenQuestions: 4, betweenSections: 6, belowIntro: 2.6, writingLine: 7,
	marker: 2.9, pen: 0.1, fine: 0.1, bar: 0, square: 5,
	grey: 90, faint: 170,
	edges: Margins{Top: 7, Right: 14, Bottom: 8, Left: 14}, narrow: 10,
}

// designOf returns how a manner looks.
func designOf(m Manner) design {
	switch m {
	case LargePrint:
		return largePrint
	case InkSave:
		return inkSave
	}
	return ordinary
}

const mmPerPoint = 25.4 / 72

// leading is the distance of the baselines of text of a size in points.
func (d *design) leading(size float64) float64 { return size * d.lead * mmPerPoint }

// mm is a distance that goes with the size of the type: so many millimetres on
// an ordinary sheet.
func (d *design) mm(ordinarily float64) float64 {
	return ordinarily * d.bodySize / ordinary.bodySize
}

// font is a face of the sheet's family.
func (d *design) font(s Style, size float64) Font { return Font{s | d.style, size} }

// bodyFont is what questions are set in.
func (d *design) bodyFont() Font { return d.font(Regular, d.bodySize) }

// firstLine is the distance of the first baseline of a question from its top.
func (d *design) firstLine() float64 { return base(d.leading(d.bodySize), d.bodySize) }

// leading is that of an ordinary sheet.
func leading(size float64) float64 { return ordinary.leading(size) }
