package export

// formula is mathematics that was set: what it shows, with its origin at the
// beginning of its baseline, and the room that it takes in millimetres. The
// heights are those of the ink.
type formula struct {
	Page
	width, above, below float64
}

// rise is the space that a formula needs above a line of a size in points
// beyond what the line has, drop that below it.
func (f *formula) rise(size float64) float64 {
	return max(0, f.above-0.86*size*mmPerPoint)
}

func (f *formula) drop(size float64) float64 {
	return max(0, f.below-0.34*size*mmPerPoint)
}
